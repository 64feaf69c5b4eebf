"""Places with their views, endings, and the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from game.expression.syntax import Guard
from game.model.person import Reply
from game.model.text import Text


@dataclass(frozen=True, slots=True)
class View:
    """One picture of a place."""

    id: str
    name: str
    picture: str
    """The asset's name, such as `hollow/roof`."""
    time: str = ""
    """A second grade such as `night` or `dawn`."""
    music: str | None = None
    beads: str | None = None
    tension: int | None = None
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the Stave: a note, its views, its music, its own answers to songs."""

    id: str
    name: str
    note: str = ""
    """Its note on the staff, such as `E`; empty for places between."""
    music: str = ""
    views: Mapping[str, View] = field(default_factory=lambda: MappingProxyType({}))
    replies: tuple[Reply, ...] = ()
    mood: int | None = None
    """The cell `mood.ID`, if the story declares that fact."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A way in which a run ends."""

    id: str
    title: str
    picture: str = ""
    music: str = ""
    credits: Text = ()


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A line of the journal, standing while its guard holds."""

    id: str
    text: Text
    guard: Guard
