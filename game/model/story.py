"""A whole story: cells, nodes, songs, people, places, endings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from game.diagnostics import Span
from game.expression.cell import Cell, CellKind
from game.expression.syntax import ALWAYS, Effect, Guard
from game.model.person import Person
from game.model.place import Ending, JournalEntry, Place
from game.model.song import Song, Way
from game.model.text import Text

__all__ = [
    "Cell",
    "CellKind",
    "Chance",
    "Choice",
    "Node",
    "NodeSong",
    "Presence",
    "Redirect",
    "SongWay",
    "Story",
    "Target",
    "TargetKind",
]


class TargetKind(StrEnum):
    """Whither a choice or a song leads."""

    NODE = "node"
    DETOUR = "detour"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Target:
    """A node to go to, a detour to run and come back from, or the way back."""

    kind: TargetKind
    node: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on, as the player picks it."""

    key: str
    label: Text
    target: Target
    span: Span = field(compare=False)
    guard: Guard = ALWAYS
    reason: Text | None = None
    """What a closed choice says of itself (`else:`); None hides it."""
    do: tuple[Effect, ...] = ()
    once: bool = False
    taken: int | None = None
    """The cell that remembers that it was taken, if anything asks for it."""


@dataclass(frozen=True, slots=True)
class SongWay:
    """An authored answer to one way of singing one song."""

    way: Way
    target: Target | None
    """None for an aside, which is shown in place."""
    aside: Text | None
    span: Span = field(compare=False)
    guard: Guard
    """Complete: what the format implies (song, rests and motif known) and what the author asks."""
    asked: Guard = ALWAYS
    """Only what the author asks; where it fails, the node does not claim the song."""
    do: tuple[Effect, ...] = ()
    once: bool = False
    taken: int | None = None


@dataclass(frozen=True, slots=True)
class NodeSong:
    """A song that a node claims, and the ways in which it may be sung there."""

    song: str
    to: str | None
    ways: tuple[SongWay, ...]
    phrase: int | None = None
    """Only this phrase (from 1) and its rest are played, if given."""


@dataclass(frozen=True, slots=True)
class Presence:
    """A person who stands in a node's picture, if the guard holds."""

    person: str
    look: tuple[str, ...] = ()
    guard: Guard = ALWAYS


@dataclass(frozen=True, slots=True)
class Redirect:
    """On arrival, go on to the target at once if the guard holds."""

    target: str
    guard: Guard
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Chance:
    """One outcome of a draw, with its weight."""

    weight: int
    target: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Node:
    """One page of text with ways on."""

    id: str
    chapter: str
    span: Span = field(compare=False)
    place: str
    view: str
    text: Text
    presences: tuple[Presence, ...] = ()
    music: str | None = None
    tension: int | None = None
    mood: str | None = None
    beads: str | None = None
    choices: tuple[Choice, ...] = ()
    songs: tuple[NodeSong, ...] = ()
    do: tuple[Effect, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    chances: tuple[Chance, ...] = ()
    ending: str | None = None
    visits: int | None = None
    """The cell that counts its visits, if anything asks for them; its `high` is where it saturates."""


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the author wrote, linked: no name in it is left to look up or to fail.

    Two stories are equal if they mean the same, wherever in which files their pieces stand.
    """

    title: str
    start: str
    cells: tuple[Cell, ...]
    nodes: Mapping[str, Node]
    songs: Mapping[str, Song] = field(default_factory=lambda: MappingProxyType({}))
    people: Mapping[str, Person] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    endings: Mapping[str, Ending] = field(default_factory=lambda: MappingProxyType({}))
    journal: tuple[JournalEntry, ...] = ()
    cell_index: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The position of every cell, by its name."""
    node_aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    choice_aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Old `node/key` to new `node/key`."""
    fingerprint: str = field(default="", compare=False)
    """A digest of the sources: the same story, the same fingerprint."""
