"""Guards and effects as the core plays them: bound to cells, with nothing left to look up.

Everything that can be true in a story is a *cell*: a bounded whole number at a fixed position
of a state's values. Yes/no facts are 0 and 1, a fact that is one of a list is the position in that list,
and what the format builds in (songs known, rests, motifs, visits, choices taken) has cells of the
same kind. So one comparison and two effects are the whole language, and the prover reads the
very same trees that are played.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Comparison(StrEnum):
    """The six ways in which a cell is compared with a constant."""

    EQ = "=="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="


@dataclass(frozen=True, slots=True)
class Constant:
    """A guard that is always, or never, true."""

    value: bool


@dataclass(frozen=True, slots=True)
class Compare:
    """Is the cell's value in this relation to a constant?"""

    cell: int
    comparison: Comparison
    value: int


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is not."""

    part: Guard


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is (and when there are none)."""

    parts: tuple[Guard, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """True when at least one part is."""

    parts: tuple[Guard, ...]


Guard = Constant | Compare | Not | All | Any

ALWAYS = Constant(value=True)
NEVER = Constant(value=False)


@dataclass(frozen=True, slots=True)
class Assign:
    """The cell becomes this value."""

    cell: int
    value: int


@dataclass(frozen=True, slots=True)
class Add:
    """The cell grows by this amount (or shrinks, if it is negative) and stays within its bounds."""

    cell: int
    amount: int


Effect = Assign | Add
