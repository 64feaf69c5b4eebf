"""What a guard says of a state's values, and what an effect does to one of them.

Neither can fail: names were looked up and constants checked when the story was linked.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence

from game.expression.cell import Cell
from game.expression.syntax import All, Assign, Compare, Comparison, Constant, Effect, Guard, Not

_RELATIONS: dict[Comparison, Callable[[int, int], bool]] = {
    Comparison.EQ: operator.eq,
    Comparison.NE: operator.ne,
    Comparison.LT: operator.lt,
    Comparison.LE: operator.le,
    Comparison.GT: operator.gt,
    Comparison.GE: operator.ge,
}


def holds(guard: Guard, values: Sequence[int]) -> bool:
    """Say whether the guard is true of these values."""
    # Asked several times a turn, and hundreds of thousands of times in a proof: `isinstance`, commonest
    # first, takes half as long as a `match` on the classes.
    if isinstance(guard, Compare):
        return _RELATIONS[guard.comparison](values[guard.cell], guard.value)
    if isinstance(guard, Constant):
        return guard.value
    if isinstance(guard, All):
        return all(holds(part, values) for part in guard.parts)
    if isinstance(guard, Not):
        return not holds(guard.part, values)
    return any(holds(part, values) for part in guard.parts)


def after(effect: Effect, value: int, cell: Cell) -> int:
    """Give the value of the effect's cell after it, from the one before; within the cell's bounds."""
    wanted = effect.value if isinstance(effect, Assign) else value + effect.amount
    return min(max(wanted, cell.low), cell.high)
