"""Guards and moves made ready to be asked of many states.

Where a fact does not matter its bits are 0, so equal numbers at a spot are states that nothing can tell apart
from there on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.expression.evaluate import holds
from game.expression.syntax import All, Compare, Constant, Guard, Not
from game.verify.layout import Bits
from game.verify.lower import BACK, Machine, Move
from game.verify.sight import Sight

Asked = Callable[[int], object]
"""Whether a guard holds, as anything that is true or false."""
Moved = Callable[[int], int]


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


def compiled(machine: Machine, sights: list[Sight], bits: tuple[Bits, ...]) -> list[list[Way]]:
    """For every spot, its moves made ready."""
    return [
        [
            Way(
                move,
                asked(move.guard, bits),
                None if move.to == BACK else moved(move, sights[move.to], bits),
            )
            for move in spot.moves
        ]
        for spot in machine.spots
    ]


def moved(move: Move, sight: Sight, bits: tuple[Bits, ...]) -> Moved:
    """What a move makes of a state's number, where this is what matters at its end."""
    keep, fixed = sight.single, 0
    for cell, table in move.tables.items():
        place = bits[cell]
        if place.single and keep & place.field and table[0] == table[1]:
            keep &= ~place.field
            fixed |= place.placed(table[0])
    looked_up: list[tuple[int, int, tuple[int, ...]]] = []
    for cell, alike in sight.wide.items():
        place = bits[cell]
        low = place.cell.low
        values = range(low, low + len(alike))
        after = tuple(alike[new - low] for new in move.tables.get(cell, values))
        if after == tuple(values):
            keep |= place.field
        elif len(set(after)) == 1:
            fixed |= place.placed(after[0])
        else:
            looked_up.append((place.shift, place.mask, tuple(map(place.placed, after))))
    if not looked_up:
        return lambda number: number & keep | fixed
    return _looking_up(keep, fixed, looked_up)


def _looking_up(keep: int, fixed: int, looked_up: list[tuple[int, int, tuple[int, ...]]]) -> Moved:
    def move(number: int) -> int:
        after = number & keep | fixed
        for shift, mask, table in looked_up:
            after |= table[(number >> shift) & mask]
        return after

    return move


def asked(guard: Guard, bits: tuple[Bits, ...]) -> Asked | None:
    """The guard as a function of a state's number; None if it always holds."""
    match guard:
        case Constant(value):
            return None if value else _never
        case Compare(cell):
            return _compared(guard, bits[cell])
        case Not(part):
            inner = asked(part, bits)
            return _never if inner is None else lambda number: not inner(number)
        case All(parts):
            every = [asked(part, bits) for part in parts]
            return _all_of([one for one in every if one is not None])
    some = [asked(part, bits) for part in guard.parts]
    return None if None in some else _any_of([one for one in some if one is not None])


def _never(_number: int) -> bool:
    return False


def _compared(atom: Compare, place: Bits) -> Asked:
    values = range(place.cell.low, place.cell.high + 1)
    truths = tuple(holds(Compare(0, atom.comparison, atom.value), (value,)) for value in values)
    field, shift, mask = place.field, place.shift, place.mask
    if not truths[0] and all(truths[1:]):
        return lambda number: number & field
    if truths[0] and not any(truths[1:]):
        return lambda number: not number & field
    return lambda number: truths[(number >> shift) & mask]


def _all_of(parts: list[Asked]) -> Asked | None:
    match parts:
        case []:
            return None
        case [only]:
            return only
        case [one, two]:
            return lambda number: one(number) and two(number)
        case _:
            return lambda number: all(part(number) for part in parts)


def _any_of(parts: list[Asked]) -> Asked:
    return lambda number: any(part(number) for part in parts)
