"""A generated story while it is being written: its nodes and facts, and the runs that go through it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from game.loading.choices import slug
from game.workshop.generated.prose import label
from game.workshop.generated.runs import (
    Condition,
    Effect,
    Run,
    add,
    at_least,
    at_most,
    either,
    exactly,
    is_so,
)

PEOPLE = ("ada", "bram", "cass", "dov", "esk", "fenn", "gale", "hale")
SONGS = ("tide", "lark", "iron", "moss", "salt", "ember", "veil", "thorn", "rook", "dawn", "ford", "reed")
SMALL_SONG = "knock"
PATHS = ("none", "choir", "wild", "exile")
FIRST_TRUST, MOST_TRUST, MOST_HUSH, MOST_VERSE = 2, 5, 10, 12
_RUNS = 24
_TRIES = 6
_REMEMBERS = 0.25
"""How many texts ask for something."""
_DEEDS = (38, 27, 14, 13, 8)
"""How often each kind of small deed is done, of a hundred times."""


@dataclass(slots=True)
class Way:
    """A choice."""

    label: str
    target: str
    """As it is written: a node, `detour NODE` or `back`."""
    when: Condition | None = None
    do: tuple[Effect, ...] = ()
    once: bool = False


@dataclass(slots=True)
class Answer:
    """What a node answers to a song: a node for each way, or None for words alone."""

    song: str
    to: str | None
    ways: dict[str, str | None]
    do: tuple[Effect, ...] = ()


@dataclass(slots=True)
class Draft:
    """A node."""

    id: str
    chapter: int
    ways: list[Way] = field(default_factory=list)
    do: tuple[Effect, ...] = ()
    asked: Condition | None = None
    """What its text asks, if it does."""
    redirects: list[tuple[str, Condition]] = field(default_factory=list)
    chances: list[tuple[int, str]] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    ending: str | None = None

    def key(self, way: Way) -> str:
        """The name of one of its choices: `node/key`."""
        return f"{self.id}/{slug(way.label)}"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something may be added to a chapter afterwards: every run comes to both of these nodes."""

    chapter: int
    hub: Draft
    last: Draft
    """Behind it, none of the chapter is ever seen again."""
    asides: tuple[str, ...]
    """Facts of which any may come to be true at the hub, in any order."""
    exclusive: tuple[str, ...]
    """Facts of which at most one comes to be true."""


class Plot:
    """All that has been written so far."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(f"{seed}")  # noqa: S311  (the same story for the same seed is the point)
        self.nodes: dict[str, Draft] = {}
        self.facts: dict[str, str] = {
            f"trust.{person}": f"0..{MOST_TRUST} = {FIRST_TRUST}" for person in PEOPLE
        }
        self.facts |= {"hush": f"0..{MOST_HUSH}", "verse": f"0..{MOST_VERSE}", "path": " | ".join(PATHS)}
        self.late: list[str] = []
        """What may be asked for in any later chapter."""
        self.songs: list[str] = []
        """Legends that somebody may know by now."""
        self.endings: list[str] = []
        self.spots: list[Spot] = []
        start = {f"trust.{person}": FIRST_TRUST for person in PEOPLE}
        self.runs: list[Run] = [dict(start) for _ in range(_RUNS)]
        """All of them stand where the story has been written up to."""

    def flag(self, name: str) -> str:
        """Declare a fact that begins as no."""
        self.facts[name] = "no"
        return name

    def node(self, name: str, chapter: int, runs: Sequence[Run] = (), do: tuple[Effect, ...] = ()) -> Draft:
        """Write a node, to which these runs come; its text may ask what differs between them."""
        draft = self.nodes[name] = Draft(name, chapter, do=do)
        for run in runs:
            for effect in do:
                effect.happen(run)
        if self.dice.random() < _REMEMBERS:
            draft.asked = self.condition(runs, self.late)
        return draft

    def way(
        self,
        draft: Draft,
        target: str,
        when: Condition | None = None,
        do: Iterable[Effect] = (),
        *,
        once: bool = False,
    ) -> Way:
        """Add a choice, called like no other of the node."""
        taken = {slug(way.label) for way in draft.ways}
        words = label(self.dice)
        while slug(words) in taken:
            words = label(self.dice)
        draft.ways.append(Way(words, target, when, tuple(do), once))
        return draft.ways[-1]

    def some(self, runs: Sequence[Run], share: float = 0.6) -> list[Run]:
        """Give about that share of these runs; the first of all runs does whatever it can."""
        return [run for run in runs if run is self.runs[0] or self.dice.random() < share]

    def bump(self) -> tuple[Effect, ...]:
        """Give what a small deed changes: some trust, the quiet, or the verse."""
        trust = f"trust.{self.dice.choice(PEOPLE)}"
        deeds = (
            add(trust, 1, MOST_TRUST),
            add(trust, -1, MOST_TRUST),
            add("hush", 1, MOST_HUSH),
            add("hush", -1, MOST_HUSH),
            add("verse", 1, MOST_VERSE),
        )
        return tuple(self.dice.choices(deeds, _DEEDS))

    def condition(self, runs: Sequence[Run], flags: Sequence[str]) -> Condition | None:
        """Give something that holds in one of these runs and not in another, if it is easily found."""
        for _ in range(_TRIES if runs else 0):
            asked = self.atom(self.dice.choice(runs), flags)
            if asked is not None and not all(asked.holds(run) for run in runs):
                return asked
        return None

    def atom(self, run: Run, flags: Sequence[str]) -> Condition | None:
        """Give something that holds in a run; None if nothing of the kind that was drawn does."""
        [ask] = self.dice.choices(_ASKED, _SHARES)
        return ask(self.dice, run, flags)


def _flag(dice: Random, run: Run, flags: Sequence[str]) -> Condition | None:
    true = [name for name in flags if run.get(name)]
    return is_so(dice.choice(true)) if true else None


def _one_of_two(dice: Random, run: Run, flags: Sequence[str]) -> Condition | None:
    true = [name for name in flags if run.get(name)]
    if not true:
        return None
    return either(*(is_so(name) for name in dict.fromkeys((dice.choice(flags), dice.choice(true)))))


def _trust(dice: Random, run: Run, _flags: Sequence[str]) -> Condition:
    name = f"trust.{dice.choice(PEOPLE)}"
    return (
        at_least(name, dice.randint(FIRST_TRUST + 1, run[name]))
        if run[name] > FIRST_TRUST
        else at_most(name, FIRST_TRUST)
    )


def _hush(dice: Random, run: Run, _flags: Sequence[str]) -> Condition:
    quiet = max(run.get("hush", 0), dice.randint(2, 4))
    return at_most("hush", quiet) if quiet < MOST_HUSH else at_least("hush", quiet)


def _path(_dice: Random, run: Run, _flags: Sequence[str]) -> Condition | None:
    path = run.get("path", 0)
    return exactly("path", path, PATHS[path]) if path else None


def _verse(dice: Random, run: Run, _flags: Sequence[str]) -> Condition | None:
    verse = run.get("verse", 0)
    return at_least("verse", dice.randint(1, verse)) if verse else None


def _song(dice: Random, run: Run, _flags: Sequence[str]) -> Condition | None:
    known = [song for song in SONGS if run.get(f"knows({song})")]
    return is_so(f"knows({dice.choice(known)})") if known else None


_ASKED = (_flag, _one_of_two, _trust, _hush, _path, _verse, _song)
_SHARES = (45, 15, 20, 8, 3, 3, 6)
"""How often each kind is asked, of a hundred times."""
