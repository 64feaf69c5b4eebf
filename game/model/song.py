"""Songs, and the ways in which they are sung."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How a song is sung: over its rests, with its rests, or (small songs) simply together."""

    COMMAND = "command"
    INVITE = "invite"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Motif:
    """A melody as degrees of a scale, phrase by phrase, with rests between.

    A rest stands between two phrases, and after the last one if `open_end`. `beats` has the length of every
    note, in the same shape as `phrases`. A motif of rhythm alone has degree 0.
    """

    phrases: tuple[tuple[int, ...], ...] = ()
    beats: tuple[tuple[float, ...], ...] = ()
    open_end: bool = False

    @property
    def rests(self) -> int:
        """How many rests the melody has."""
        return max(0, len(self.phrases) - 1) + (1 if self.open_end and self.phrases else 0)


@dataclass(frozen=True, slots=True)
class Song:
    """One of the songs: what it is called, what it acts on, and how it goes."""

    id: str
    name: str
    about: str
    motif: Motif
    key: str
    metre: tuple[int, int]
    small: bool
    """True for the songs that were never written down: they can only be shared."""
    knows: int
    """The cell that says whether it is known."""
    rests: int | None
    """The cell that says whether its rests are known; None for small songs."""
    leaf: int | None
    """The cell that says whether its leaf was found; None where no leaf exists."""
    pieces: int | None = None
    """A counter cell above 0 lets it be hummed before it is known."""
