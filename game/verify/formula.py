"""Guards without `not`: what values each fact may have, joined by *both* and *either*.

Values are counted from a cell's lowest, and a set of them is a whole number with one bit for each. As every
cell has few values, the negation of an atom is an atom again, so `not` can always be pushed inwards until it
is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.expression.cell import Cell
from game.expression.evaluate import holds
from game.expression.syntax import All, Compare, Constant, Guard, Not


@dataclass(frozen=True, slots=True)
class Atom:
    """The cell has one of these values."""

    cell: int
    values: int


@dataclass(frozen=True, slots=True)
class Both:
    """Every part holds."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple[Formula, ...]


Formula = bool | Atom | Both | Either
Cube = dict[int, int]
"""For every cell that it speaks of, the values it may have; all of them must fit."""

MOST_CUBES = 4096
"""A formula with more alternatives than this is not written out."""


def formula_of(guard: Guard, cells: Sequence[Cell], *, wanted: bool = True) -> Formula:
    """The guard as a formula; with `wanted` false, its negation."""
    match guard:
        case Constant(value):
            return value == wanted
        case Compare(cell, comparison, value):
            one = cells[cell]
            asked = Compare(0, comparison, value)
            fitting = [holds(asked, (number,)) == wanted for number in range(one.low, one.high + 1)]
            return atom(cell, sum(1 << number for number, fits in enumerate(fitting) if fits), len(fitting))
        case Not(part):
            return formula_of(part, cells, wanted=not wanted)
    parts = (formula_of(part, cells, wanted=wanted) for part in guard.parts)
    return both(parts) if isinstance(guard, All) == wanted else either(parts)


def atom(cell: int, values: int, size: int) -> Formula:
    """The cell has one of these values, of so many that it can have."""
    if not values:
        return False
    return True if values == (1 << size) - 1 else Atom(cell, values)


def both(parts: Iterable[Formula]) -> Formula:
    """Every part holds."""
    flat: list[Formula] = []
    narrow: Cube = {}
    for part in parts:
        for one in part.parts if isinstance(part, Both) else (part,):
            if one is False:
                return False
            if isinstance(one, Atom):
                narrow[one.cell] = narrow.get(one.cell, -1) & one.values
                if not narrow[one.cell]:
                    return False
            elif one is not True and one not in flat:
                flat.append(one)
    joined = (*(Atom(cell, values) for cell, values in narrow.items()), *flat)
    return True if not joined else joined[0] if len(joined) == 1 else Both(joined)


def either(parts: Iterable[Formula]) -> Formula:
    """At least one part holds."""
    flat: list[Formula] = []
    for part in parts:
        if part is True:
            return True
        for one in part.parts if isinstance(part, Either) else (part,):
            if one is not False and one not in flat:
                flat.append(one)
    return False if not flat else flat[0] if len(flat) == 1 else Either(tuple(flat))


def negation(formula: Formula, sizes: Sequence[int]) -> Formula:
    """The formula that holds where this one does not."""
    match formula:
        case bool():
            return not formula
        case Atom(cell, values):
            return Atom(cell, values ^ ((1 << sizes[cell]) - 1))
        case Both(parts):
            return either(negation(part, sizes) for part in parts)
        case Either(parts):
            return both(negation(part, sizes) for part in parts)


def resolved(formula: Formula, value_of: Callable[[int], int | None]) -> Formula:
    """The formula where some cells have a known value, which `value_of` gives; None for the others."""
    match formula:
        case bool():
            return formula
        case Atom(cell, values):
            value = value_of(cell)
            return formula if value is None else bool(values >> value & 1)
        case Both(parts):
            return both(resolved(part, value_of) for part in parts)
        case Either(parts):
            return either(resolved(part, value_of) for part in parts)


def atoms(formula: Formula) -> Iterator[Atom]:
    """Every atom of the formula."""
    match formula:
        case Atom():
            yield formula
        case Both(parts) | Either(parts):
            for part in parts:
                yield from atoms(part)


def cubes(formula: Formula, most: int = MOST_CUBES) -> list[Cube] | None:  # noqa: PLR0911 - one for each kind
    """The formula as alternatives, of which one must fit; None if there are more than so many."""
    match formula:
        case bool():
            return [{}] if formula else []
        case Atom(cell, values):
            return [{cell: values}]
        case Either(parts):
            found: list[Cube] = []
            for part in parts:
                more = cubes(part, most)
                if more is None or len(found) + len(more) > most:
                    return None
                found += more
            return found
        case Both(parts):
            found = [{}]
            for part in parts:
                more = cubes(part, most)
                if more is None:
                    return None
                found = [cube for one in found for other in more if (cube := _met(one, other)) is not None]
                if len(found) > most:
                    return None
            return found


def _met(one: Cube, other: Cube) -> Cube | None:
    """What fits both cubes; None if nothing does."""
    met = dict(one)
    for cell, values in other.items():
        met[cell] = met.get(cell, -1) & values
        if not met[cell]:
            return None
    return met


def asking(formula: Formula, allowed: Callable[[Atom], int]) -> Callable[[int], bool]:
    """The formula as a question to a state, in whose number `allowed` gives the bits of an atom's values."""
    match formula:
        case bool():
            return lambda _state: formula
        case Atom():
            bits = allowed(formula)
            return lambda state: bool(state & bits)
        case Both(parts):
            every = [asking(part, allowed) for part in parts]
            return lambda state: all(one(state) for one in every)
        case Either(parts):
            some = [asking(part, allowed) for part in parts]
            return lambda state: any(one(state) for one in some)
