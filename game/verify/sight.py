"""What still matters at a spot: which values of which facts anything from there on can tell apart.

Two values of a fact are alike at a spot if every guard there says the same of both, and every move from there
leads both to values that are alike where it ends. Whatever is alike is kept as one, so a fact that nothing
will read any more before it is set anew, or that is only read by prose, takes no part at all. Nothing is lost
by it: a state and its likeness have the same moves for ever after.

This is worked out cell by cell, backwards along the moves, until nothing changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from game.expression.evaluate import holds
from game.expression.syntax import All, Any, Compare, Guard, Not
from game.verify.lower import BACK, Machine, Move

WIDEST = 64
"""Cells with more values than this are kept as they are wherever they may matter, to save time."""

Likeness = tuple[int, ...]
"""For every value of a cell, from the lowest on, the one that stands for it."""


def sights(machine: Machine) -> list[dict[int, Likeness]]:
    """For every spot, the cells that matter there, each with its likeness."""
    returns = _returns(machine)
    befores: list[set[int]] = [set() for _ in machine.spots]
    for number, spot in enumerate(machine.spots):
        for move in spot.moves:
            for to in _ends(move, returns[number]):
                befores[to].add(number)
    readers: dict[int, dict[int, list[Compare]]] = defaultdict(lambda: defaultdict(list))
    for number, spot in enumerate(machine.spots):
        for move in spot.moves:
            for atom in _atoms(move.guard):
                readers[atom.cell][number].append(atom)
    found: list[dict[int, Likeness]] = [{} for _ in machine.spots]
    for cell, atoms in readers.items():
        for number, likeness in _of_cell(machine, cell, atoms, returns, befores).items():
            found[number][cell] = likeness
    return found


def _of_cell(
    machine: Machine,
    cell: int,
    atoms: dict[int, list[Compare]],
    returns: list[set[int]],
    befores: list[set[int]],
) -> dict[int, Likeness]:
    """The likeness of one cell's values at every spot at which it matters."""
    low, high = machine.story.cells[cell].low, machine.story.cells[cell].high
    values = range(low, high + 1)
    if len(values) > WIDEST:
        return dict.fromkeys(_upstream(set(atoms), befores), tuple(values))
    truths = {number: [_truths(atom, values) for atom in here] for number, here in atoms.items()}
    alike: dict[int, Likeness] = {}
    changed = set(atoms)
    while changed:
        number = changed.pop()
        signs: list[tuple[int, ...]] = list(zip(*truths.get(number, ()), strict=True)) or [()] * len(values)
        for move in machine.spots[number].moves:
            table = move.tables.get(cell)
            for to in _ends(move, returns[number]):
                if to in alike:
                    after = values if table is None else table
                    signs = [(*sign, alike[to][new - low]) for sign, new in zip(signs, after, strict=True)]
        firsts: dict[tuple[int, ...], int] = {}
        likeness = tuple(firsts.setdefault(sign, value) for value, sign in zip(values, signs, strict=True))
        if len(firsts) > 1 and alike.get(number) != likeness:
            alike[number] = likeness
            changed |= befores[number]
    return alike


def _truths(atom: Compare, values: range) -> list[int]:
    """What an atom says of every value of its cell."""
    return [int(holds(Compare(0, atom.comparison, atom.value), (value,))) for value in values]


def _upstream(spots: set[int], befores: list[set[int]]) -> set[int]:
    """The spots, and all from which one of them can be reached."""
    met, waiting = set(spots), list(spots)
    while waiting:
        more = befores[waiting.pop()] - met
        met |= more
        waiting += more
    return met


def _atoms(guard: Guard) -> Iterator[Compare]:
    match guard:
        case Compare():
            yield guard
        case Not(part):
            yield from _atoms(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _atoms(part)


def _ends(move: Move, returns: set[int]) -> tuple[int, ...] | set[int]:
    return returns if move.to == BACK else (move.to,)


def _returns(machine: Machine) -> list[set[int]]:
    """For every spot, where a way back from there may lead: wherever a detour began that can reach it."""
    returns: list[set[int]] = [set() for _ in machine.spots]
    for spot in machine.spots:
        for move in spot.moves:
            if move.calls is None:
                continue
            waiting, met = [move.to], {move.to}
            while waiting:
                number = waiting.pop()
                returns[number].add(move.calls)
                for onward in machine.spots[number].moves:
                    if onward.to != BACK and onward.to not in met:
                        met.add(onward.to)
                        waiting.append(onward.to)
    return returns
