"""Guards and moves made ready for many states, each the values that matter at its spot, in order."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass

from game.expression.syntax import All, Any, Compare, Comparison, Constant, Guard, Not
from game.verify.lower import BACK, Machine, Move
from game.verify.sight import Likeness

Values = tuple[int, ...]
Asked = Callable[[Values], bool]
Moved = Callable[[Values], Values]

_RELATIONS: dict[Comparison, Callable[[int, int], bool]] = {
    Comparison.EQ: operator.eq,
    Comparison.NE: operator.ne,
    Comparison.LT: operator.lt,
    Comparison.LE: operator.le,
    Comparison.GT: operator.gt,
    Comparison.GE: operator.ge,
}


@dataclass(slots=True)
class Way:
    """A move, ready to be asked and made."""

    move: Move
    guard: Asked | None
    """None where it is always open."""
    moved: Moved | None
    """None on a way back, whose end depends on where the detour began."""
    first: int | None = None
    """The first state at which it was open, by its number; None if it never was."""
    refused: bool = False
    """Whether it was ever closed."""


def compiled(machine: Machine, sights: list[dict[int, Likeness]]) -> list[list[Way]]:
    """For every spot, its moves made ready."""
    cells = [sorted(sight) for sight in sights]
    return [
        [_way(machine, move, cells[number], cells, sights) for move in spot.moves]
        for number, spot in enumerate(machine.spots)
    ]


def landing(
    machine: Machine, move: Move, source: list[int], target: list[int], likeness: dict[int, Likeness]
) -> Moved:
    """What a move makes of the values that mattered at its source: those that matter at its target."""
    position = {cell: at for at, cell in enumerate(source)}
    picks: list[tuple[int, Values | None, int]] = []
    plain = True
    for cell in target:
        low = machine.story.cells[cell].low
        same = likeness[cell]
        values = range(low, low + len(same))
        table = tuple(same[new - low] for new in move.tables.get(cell, values))
        if (
            cell not in position
        ):  # it does not matter before the move, which gives it one value whatever it was
            picks.append((-1, None, table[0]))
            plain = False
        elif table == tuple(values):
            picks.append((position[cell], None, 0))
        else:
            picks.append((position[cell], table, low))
            plain = False
    if plain and [at for at, _, _ in picks] == list(range(len(source))):
        return _unmoved
    return _mover(tuple(picks))


def _unmoved(values: Values) -> Values:
    return values


def _mover(picks: tuple[tuple[int, Values | None, int], ...]) -> Moved:
    def moved(values: Values) -> Values:
        return tuple(
            [
                low if at < 0 else values[at] if table is None else table[values[at] - low]
                for at, table, low in picks
            ]
        )

    return moved


def _way(
    machine: Machine, move: Move, source: list[int], cells: list[list[int]], sights: list[dict[int, Likeness]]
) -> Way:
    position = {cell: at for at, cell in enumerate(source)}
    guard = asked(machine, move.guard, position)
    moved = None if move.to == BACK else landing(machine, move, source, cells[move.to], sights[move.to])
    return Way(move, guard, moved)


def asked(machine: Machine, guard: Guard, position: dict[int, int]) -> Asked | None:
    """The guard as a function of the values that matter where it is asked; None if it always holds."""
    match guard:
        case Constant(value):
            return None if value else _never
        case Compare(cell, comparison, value):
            relation = _RELATIONS[comparison]
            if cell in position:
                return _compared(relation, position[cell], value)
            return (
                None if relation(machine.story.cells[cell].low, value) else _never
            )  # all its values are alike
        case Not(part):
            inner = asked(machine, part, position)
            return _never if inner is None else lambda values: not inner(values)
        case All(parts):
            every = [asked(machine, part, position) for part in parts]
            return _all_of([one for one in every if one is not None])
        case Any(parts):
            some = [asked(machine, part, position) for part in parts]
            return None if None in some else _any_of([one for one in some if one is not None])


def _never(_values: Values) -> bool:
    return False


def _compared(relation: Callable[[int, int], bool], at: int, value: int) -> Asked:
    return lambda values: relation(values[at], value)


def _all_of(parts: list[Asked]) -> Asked | None:
    if len(parts) < 2:  # noqa: PLR2004 - one needs no joining
        return parts[0] if parts else None
    return lambda values: all(part(values) for part in parts)


def _any_of(parts: list[Asked]) -> Asked:
    return lambda values: any(part(values) for part in parts)
