"""Prose as it is read: pieces, with guards in the author's words where it branches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game.diagnostics import Passage
from game.expression.asked import AskedGuard
from game.model.text import Piece


@dataclass(frozen=True, slots=True)
class Spoken:
    """What prose may name: facts by their cell, and people with the looks they have."""

    facts: Mapping[str, int]
    people: Mapping[str, Sequence[str]]


@dataclass(slots=True)
class RawBranch:
    """`{if}…{end}` with guards as the author worded them; None for `{else}`."""

    cases: list[tuple[AskedGuard | None, list[RawPiece]]]


@dataclass(slots=True)
class RawPick:
    """`{pick}…{end}`, whose options may hold branches."""

    site: int
    options: list[list[RawPiece]]
    last_repeats: bool


RawPiece = Piece | RawBranch | RawPick


@dataclass(slots=True)
class Prose:
    """Prose as read; `bound` says that it is finished: nothing in it branches."""

    passage: Passage
    pieces: list[RawPiece]
    bound: bool = True
    guards: list[AskedGuard] = field(default_factory=list)
