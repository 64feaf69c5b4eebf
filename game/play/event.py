"""What happened in a turn, in the past tense and in the order in which it happened."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.song import Way
from game.model.text import Text


@dataclass(frozen=True, slots=True)
class Entered:
    """A node was arrived at: its visit counts, though a redirect may have led on at once."""

    node: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A detour was left; this node is shown again without another visit."""

    node: str


@dataclass(frozen=True, slots=True)
class Chose:
    """A choice was taken."""

    node: str
    key: str


@dataclass(frozen=True, slots=True)
class Sang:
    """A song was sung; `way` is None where nobody wrote an answer for it."""

    song: str
    way: Way | None
    to: str | None


@dataclass(frozen=True, slots=True)
class Replied:
    """A place or a person answered a song that the node did not write for."""

    source: str
    """The id of the person, or of the place."""
    text: Text


@dataclass(frozen=True, slots=True)
class Aside:
    """The node answered a song in place, with this prose."""

    node: str
    song: str
    way: Way
    text: Text


@dataclass(frozen=True, slots=True)
class Learned:
    """A song, its rests, a leaf, a motif, a person or a tie is known from now on."""

    cell: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A declared fact has another value than before."""

    cell: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A draw is needed before anything can be shown."""

    weights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """The run is over."""

    ending: str


Event = Entered | Returned | Chose | Sang | Replied | Aside | Learned | Changed | Asked | Ended
