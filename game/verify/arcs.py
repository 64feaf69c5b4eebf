"""Moves as they act on the number of a state.

A state has exactly one bit in every slot that is live. So an atom, `the cell has one of these values`, fails
just if the state has the bit of another of its values; and a cube fails if any of its atoms does: with all
these bits in one number, its *bar*, a whole cube is asked with a single `&`. A guard is a list of bars, of
which one must not be met.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.verify.formula import Atom, Formula, asking, cubes, resolved
from game.verify.live import ALIVE, Layout
from game.verify.machine import Move

Change = tuple[int, dict[int, int]]
"""A slot, and for each of its bits the bit that it becomes."""


@dataclass(slots=True, eq=False)
class Arc:
    """A move, ready to be made."""

    move: Move
    source: int
    to: int
    bars: tuple[int, ...]
    """The guard; `(0,)` where it is always open."""
    keep: int
    """What stays as it is."""
    fixed: int
    """What is so afterwards, whatever it was."""
    changes: tuple[Change, ...]
    """What else changes."""
    also: Callable[[int], bool] | None = None
    """The whole guard where it has too many cubes; then `bars` let more through than it does."""

    def open(self, state: int) -> bool:
        """Whether the move can be made."""
        for bar in self.bars:
            if not state & bar:
                return self.also is None or self.also(state)
        return False

    def after(self, state: int) -> int:
        """The state that the move leads to."""
        new = state & self.keep | self.fixed
        for field, table in self.changes:
            new |= table[state & field]
        return new


def arc_of(move: Move, layout: Layout) -> Arc:
    """A move made ready."""
    bars = bars_of(move.guard, move.source, layout)
    also = None if bars is not None else _asked(known(move.guard, move.source, layout), layout)
    starts = layout.machine.starts
    here, there = layout.live[move.source], layout.live[move.to]
    keep, fixed, changes = there, 0, []
    for cell, table in move.tables:
        if layout.lives(cell, move.to):
            field = layout.field(cell)
            keep &= ~field
            if not here & field:
                fixed |= layout.placed(cell, 1 << table[starts[cell]])
            elif table.count(table[0]) == len(table):
                fixed |= layout.placed(cell, 1 << table[0])
            else:
                bits = [layout.placed(cell, 1 << value) for value in range(len(table))]
                changes.append((field, {old: bits[new] for old, new in zip(bits, table, strict=True)}))
    for field in layout.parts(keep & ~here):  # what was not touched on the way here, but on another way there
        cell = layout.owner(field, move.to)
        fixed |= layout.placed(cell, 1 << starts[cell])
    return Arc(
        move, move.source, move.to, (0,) if bars is None else bars, keep & here, fixed, tuple(changes), also
    )


def known(formula: Formula, spot: int, layout: Layout) -> Formula:
    """The formula as it stands at a spot, where untouched cells have the value with which they began."""

    def value(cell: int) -> int | None:
        return None if layout.lives(cell, spot) else layout.machine.starts[cell]

    return resolved(formula, value)


def bars_of(formula: Formula, spot: int, layout: Layout) -> tuple[int, ...] | None:
    """The formula at a spot as bars, of which one must not be met; None if there would be too many."""
    if formula is True:
        return (0,)
    found = cubes(known(formula, spot, layout))
    if found is None:
        return None
    return tuple(
        sum(layout.field(cell) & ~layout.placed(cell, values) for cell, values in cube.items())
        for cube in found
    )


def first_state(layout: Layout) -> int:
    """The state in which every run begins."""
    starts = enumerate(layout.machine.starts)
    return ALIVE + sum(layout.placed(cell, 1 << value) for cell, value in starts if layout.lives(cell, 0))


def _asked(formula: Formula, layout: Layout) -> Callable[[int], bool]:
    def allowed(one: Atom) -> int:
        return layout.placed(one.cell, one.values)

    return asking(formula, allowed)
