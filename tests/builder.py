"""Small stories built by hand, for tests of what plays, shows and proves them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any as Anything

from game.diagnostics import Span
from game.expression.syntax import ALWAYS, Add, All, Assign, Compare, Comparison, Guard
from game.model.person import Person, Reply
from game.model.place import Ending, JournalEntry, Place, View
from game.model.song import Motif, Song, Way
from game.model.story import (
    Cell,
    CellKind,
    Chance,
    Choice,
    Node,
    NodeSong,
    Presence,
    Redirect,
    SongWay,
    Story,
    Target,
    TargetKind,
)
from game.model.text import Text, Words

SPAN = Span("story/test.yaml", 1, 1)


def words(text: str) -> Text:
    """Plain prose."""
    return (Words(text),)


class Builder:
    """Collects cells, nodes and the rest, by name; `story()` gives the finished story."""

    def __init__(self, start: str = "start") -> None:
        self.start = start
        self.cells: list[Cell] = []
        self.index: dict[str, int] = {}
        self.nodes: dict[str, Node] = {}
        self.songs: dict[str, Song] = {}
        self.people: dict[str, Person] = {}
        self.places: dict[str, Place] = {
            "here": Place(
                "here", "Here", "E", views=MappingProxyType({"all": View("all", "All of it", "here/all")})
            )
        }
        self.endings: dict[str, Ending] = {}
        self.journal: list[JournalEntry] = []
        self.node_aliases: dict[str, str] = {}
        self.choice_aliases: dict[str, str] = {}

    def cell(
        self, name: str, high: int = 1, start: int = 0, low: int = 0, options: tuple[str, ...] = ()
    ) -> int:
        """The position of the cell, which is declared at its first mention."""
        if name not in self.index:
            kind = (
                CellKind.ONE_OF
                if options
                else CellKind.YES_NO
                if high == 1 and "visits" not in name
                else CellKind.NUMBER
            )
            high = len(options) - 1 if options else high
            self.index[name] = len(self.cells)
            self.cells.append(Cell(name, kind, low, high, start, options))
        return self.index[name]

    def when(self, name: str, comparison: str = ">=", value: int = 1) -> Compare:
        """A comparison of a cell with a number."""
        return Compare(self.cell(name), Comparison(comparison), value)

    def put(self, name: str, value: int = 1) -> Assign:
        """An effect that sets a cell."""
        return Assign(self.cell(name), value)

    def add(self, name: str, amount: int = 1) -> Add:
        """An effect that adds to a cell."""
        return Add(self.cell(name), amount)

    def choice(self, line: str, node: str, **more: Anything) -> Choice:
        """`key -> target`, `key -> detour target` or `key -> back`."""
        key, _, target = line.partition(" -> ")
        if more.get("once") or more.pop("remembered", False):
            more["taken"] = self.cell(f"taken({node}/{key})")
        return Choice(key, words(f"Do {key}"), self.target(target), SPAN, **more)

    def target(self, target: str) -> Target:
        """A target as the author writes it."""
        if target == "back":
            return Target(TargetKind.BACK)
        if target.startswith("detour "):
            return Target(TargetKind.DETOUR, target[7:])
        return Target(TargetKind.NODE, target)

    def node(self, name: str, *choices: str | Choice, **more: Anything) -> None:
        """A node; choices as in `choice`. `visits=N` gives it a visits cell that saturates at N."""
        if "visits" in more:
            more["visits"] = self.cell(f"visits({name})", more["visits"])
        more["redirects"] = tuple(
            Redirect(target, guard, SPAN) for target, guard in more.get("redirects", ())
        )
        more["chances"] = tuple(Chance(weight, target, SPAN) for weight, target in more.get("chances", ()))
        ways_on = tuple(self.choice(one, name) if isinstance(one, str) else one for one in choices)
        text = more.pop("text", words(f"This is {name}."))
        self.nodes[name] = Node(name, "test", SPAN, "here", "all", text, choices=ways_on, **more)
        if more.get("ending"):
            self.endings.setdefault(more["ending"], Ending(more["ending"], more["ending"].title()))

    def song(
        self,
        name: str,
        *,
        small: bool = False,
        known: bool = False,
        motif: Motif | None = None,
        pieces: str | None = None,
        leaf: bool = False,
    ) -> Song:
        """A song with its cells."""
        phrases = ((1, 5, 6, 5), (3, 2), (5, 8))
        beats = ((1.5, 0.5, 1.0, 1.0), (1.0, 0.5), (0.5, 2.0))
        self.songs[name] = Song(
            name,
            name.title(),
            "something",
            motif or (Motif((sum(phrases, ()),), (sum(beats, ()),)) if small else Motif(phrases, beats)),
            "E major",
            (4, 4),
            small,
            self.cell(f"knows({name})", start=int(known)),
            None if small else self.cell(f"rests({name})"),
            self.cell(f"leaf({name})") if leaf else None,
            self.cell(pieces, 4) if pieces else None,
        )
        return self.songs[name]

    def way(
        self,
        song: str,
        way: str,
        to: str | Text,
        *,
        person: str | None = None,
        asked: Guard = ALWAYS,
        node: str = "start",
        **more: Anything,
    ) -> SongWay:
        """A way of singing: to a target, or with an aside if `to` is prose."""
        needs: list[Guard] = [self.when(f"knows({song})"), asked]
        if way == "invite":
            needs.append(self.when(f"rests({song})"))
            if person:
                needs.append(self.when(f"motif({person})"))
        if more.get("once"):
            more["taken"] = self.cell(f"taken({node}/sing.{song}.{way})")
        target, aside = (self.target(to), None) if isinstance(to, str) else (None, to)
        return SongWay(Way(way), target, aside, SPAN, All(tuple(needs)), asked, **more)

    def answers(
        self, song: str, *ways: SongWay, to: str | None = None, phrase: int | None = None
    ) -> NodeSong:
        """What a node says to a song."""
        return NodeSong(song, to, ways, phrase)

    def person(self, name: str, **more: Anything) -> Person:
        """Someone with a name and a motif that can be known."""
        more.setdefault("knows_motif", self.cell(f"motif({name})"))
        self.people[name] = Person(name, name.title(), **more)
        return self.people[name]

    def reply(self, song: str, text: str, guard: Guard = ALWAYS) -> Reply:
        """A reply to a song that nobody wrote for."""
        return Reply(song, words(text), guard)

    def with_people(self, *people: str) -> tuple[Presence, ...]:
        """Those people, always here."""
        return tuple(Presence(person) for person in people)

    def story(self) -> Story:
        """The finished story."""
        return Story(
            "Test",
            self.start,
            tuple(self.cells),
            MappingProxyType(dict(self.nodes)),
            MappingProxyType(dict(self.songs)),
            MappingProxyType(dict(self.people)),
            MappingProxyType(dict(self.places)),
            MappingProxyType(dict(self.endings)),
            tuple(self.journal),
            MappingProxyType(dict(self.index)),
            MappingProxyType(dict(self.node_aliases)),
            MappingProxyType(dict(self.choice_aliases)),
            "test",
        )
