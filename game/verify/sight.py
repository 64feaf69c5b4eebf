"""What still matters at a spot: which values of which facts anything from there on can tell apart.

Two values of a fact are alike at a spot if every guard there says the same of both, and every move from there
leads both to values that are alike where it ends. Whatever is alike is kept as one, so a fact that nothing
will read any more before it is set anew, or that is only read by prose, takes no part at all. Nothing is lost
by it: a state and its likeness have the same moves for ever after.

This is worked out backwards along the moves, until nothing changes: for all facts of two values at once, for
every other fact by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from game.expression.evaluate import holds
from game.expression.syntax import All, Any, Compare, Guard, Not
from game.verify.layout import Bits
from game.verify.lower import BACK, Machine, Move

WIDEST = 64
"""Cells with more values than this are kept as they are wherever they may matter, to save time."""

Likeness = tuple[int, ...]
"""For every value of a cell, from the lowest on, the one that stands for it."""


@dataclass(slots=True)
class Sight:
    """What matters at a spot."""

    single: int = 0
    """The bits of all cells of two values that matter."""
    wide: dict[int, Likeness] = field(default_factory=dict)
    """The other cells that matter, each with its likeness."""


def sights(machine: Machine, bits: tuple[Bits, ...], late: Callable[[], bool] = lambda: False) -> list[Sight]:
    """For every spot, what matters there; once it is `late`, wide cells are kept as they are."""
    flow = _Flow(machine)
    seen = [Sight(single) for single in _singles(flow, bits)]
    for cell in flow.readers:
        if not bits[cell].single:
            for number, likeness in _of_cell(flow, cell, plain=late()).items():
                seen[number].wide[cell] = likeness
    return seen


class _Flow:
    """The machine's moves, also backwards, and who asks for what."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.returns = _returns(machine)
        self.befores: list[set[int]] = [set() for _ in machine.spots]
        self.readers: dict[int, dict[int, list[Compare]]] = defaultdict(lambda: defaultdict(list))
        for number, spot in enumerate(machine.spots):
            for move in spot.moves:
                for to in self.ends(move, number):
                    self.befores[to].add(number)
                for atom in _atoms(move.guard):
                    self.readers[atom.cell][number].append(atom)

    def ends(self, move: Move, number: int) -> tuple[int, ...] | set[int]:
        """The spots to which a move from a spot may lead."""
        return self.returns[number] if move.to == BACK else (move.to,)

    def values(self, cell: int) -> range:
        """All values of a cell."""
        return range(self.machine.story.cells[cell].low, self.machine.story.cells[cell].high + 1)


def _singles(flow: _Flow, bits: tuple[Bits, ...]) -> list[int]:
    """For every spot, the bits of the cells of two values that matter there."""
    asked = _asked_singles(flow, bits)
    forgotten = [[_forgotten(move, bits) for move in spot.moves] for spot in flow.machine.spots]
    matter = list(asked)
    queue = [-number for number in range(len(matter))]  # the last first: what matters flows backwards
    heapify(queue)
    waiting = set(queue)
    while queue:
        number = -heappop(queue)
        waiting.discard(-number)
        now = asked[number]
        for move, gone in zip(flow.machine.spots[number].moves, forgotten[number], strict=True):
            for to in flow.ends(move, number):
                now |= matter[to] & ~gone
        if now != matter[number]:
            matter[number] = now
            for before in flow.befores[number]:
                if -before not in waiting:
                    waiting.add(-before)
                    heappush(queue, -before)
    return matter


def _asked_singles(flow: _Flow, bits: tuple[Bits, ...]) -> list[int]:
    """For every spot, the bits of the cells of two values that a guard there tells apart."""
    asked = [0] * len(flow.machine.spots)
    for cell, atoms in flow.readers.items():
        if bits[cell].single:
            for number, here in atoms.items():
                if any(len(set(_truths(atom, flow.values(cell)))) > 1 for atom in here):
                    asked[number] |= bits[cell].field
    return asked


def _forgotten(move: Move, bits: tuple[Bits, ...]) -> int:
    """The bits that have the same value after a move, whatever they had before."""
    gone = 0
    for cell, table in move.tables.items():
        if len(set(table)) == 1:
            gone |= bits[cell].field
    return gone


def _of_cell(flow: _Flow, cell: int, *, plain: bool) -> dict[int, Likeness]:
    """The likeness of one cell's values at every spot at which it matters."""
    values, atoms = flow.values(cell), flow.readers[cell]
    if plain or len(values) > WIDEST:
        return dict.fromkeys(_upstream(set(atoms), flow.befores), tuple(values))
    truths = {number: [_truths(atom, values) for atom in here] for number, here in atoms.items()}
    alike: dict[int, Likeness] = {}
    changed = set(atoms)
    while changed:
        number = changed.pop()
        signs: list[tuple[int, ...]] = list(zip(*truths.get(number, ()), strict=True)) or [()] * len(values)
        for move in flow.machine.spots[number].moves:
            after = move.tables.get(cell, values)
            for to in flow.ends(move, number):
                if to in alike:
                    stand_ins = alike[to]
                    signs = [
                        (*sign, stand_ins[new - values[0]]) for sign, new in zip(signs, after, strict=True)
                    ]
        firsts: dict[tuple[int, ...], int] = {}
        likeness = tuple(firsts.setdefault(sign, value) for value, sign in zip(values, signs, strict=True))
        if len(firsts) > 1 and alike.get(number) != likeness:
            alike[number] = likeness
            changed |= flow.befores[number]
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
