"""All the values of a state in one whole number: each fact in bits of its own, from its lowest value on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.model.story import Cell


@dataclass(frozen=True, slots=True)
class Bits:
    """Where a cell stands in the number of a state."""

    cell: Cell
    shift: int
    mask: int

    @property
    def field(self) -> int:
        """All its bits, where they stand."""
        return self.mask << self.shift

    @property
    def single(self) -> bool:
        """Whether the cell has two values, and so a single bit."""
        return self.mask == 1

    def placed(self, value: int) -> int:
        """The value at its place."""
        return (value - self.cell.low) << self.shift


def laid_out(cells: Sequence[Cell]) -> tuple[Bits, ...]:
    """A place in the number for every cell."""
    bits: list[Bits] = []
    shift = 0
    for cell in cells:
        width = (cell.high - cell.low).bit_length()
        bits.append(Bits(cell, shift, (1 << width) - 1))
        shift += width
    return tuple(bits)
