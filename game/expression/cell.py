"""What can be true in a story: cells, each a bounded whole number."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from game.diagnostics import Span


class CellKind(StrEnum):
    """How a cell's number is to be read."""

    YES_NO = "yes/no"
    NUMBER = "number"
    ONE_OF = "one of"


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing that can be true: its name as a guard would say it, its bounds and its start.

    Names: `hush` (declared), `knows(kindling)`, `rests(kindling)`, `leaf(kindling)`, `motif(bram)`,
    `met(bram)`, `tie(bram,maren)`, `visits(hollow.roof)`, `taken(hollow.roof/climb)`.
    """

    name: str
    kind: CellKind
    low: int
    high: int
    start: int
    words: tuple[str, ...] = ()
    """The list of a ONE_OF cell; its value is the position in it."""
    span: Span | None = field(default=None, compare=False)
