"""Where which cells matter, and a place for each of them in the number of a state.

A cell is *live* at a spot if something from there on asks for its value before it is set anew, and *touched*
there if something on the way there may have set it; where it was not touched, it has the value with which the
story begins. Only cells that are both take part in a state: two states that differ in nothing else play alike
for ever after. What is live flows backwards along the moves, what is touched forwards. With 27,000 cells and
100,000 spots neither can be kept as one set of cells for every spot, so it is worked out for a *stride* of
cells at a time, those together that are asked for close by.

A state is then a whole number with one bit for each value of each cell that takes part. Cells that never meet
share their bits (a *slot*), so the number stays small however long the story is. They do not even follow each
other directly: where a slot takes part at both ends of a move, it is the same cell's. The lowest bit is set
in every state, so that none of them is 0.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from operator import itemgetter

from game.verify.formula import Formula, atoms
from game.verify.machine import Machine, Move
from game.verify.order import Order

STRIDE = 256
"""How many cells are worked out at a time."""
ALIVE = 1
"""The bit that every state has."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where every cell has its bits, and which bits matter at every spot."""

    machine: Machine
    order: Order
    live: list[int]
    """For every spot, all bits of the cells that take part there."""
    offsets: dict[int, int]
    """For every cell that takes part anywhere, its lowest bit."""
    ranges: dict[int, tuple[int, int]]
    """For every such cell, the first and the last place in the order at which its slot is its own."""
    owners: dict[int, list[tuple[int, int]]]
    """For every slot, by its lowest bit: from which place on it is which cell's."""
    fields: list[int]
    """For every bit, all the bits of its slot."""

    def field(self, cell: int) -> int:
        """All the bits of a cell."""
        return ((1 << self.machine.sizes[cell]) - 1) << self.offsets[cell]

    def placed(self, cell: int, values: int) -> int:
        """A set of values of a cell, where they stand."""
        return values << self.offsets[cell]

    def lives(self, cell: int, spot: int) -> bool:
        """Whether a cell takes part at a spot."""
        if cell not in self.offsets:
            return False
        first, last = self.ranges[cell]
        return first <= self.order.places[spot] <= last and bool(self.live[spot] & self.field(cell))

    def owner(self, field: int, spot: int) -> int:
        """The cell whose slot this is at a spot where it takes part."""
        owners = self.owners[(field & -field).bit_length() - 1]
        return owners[bisect(owners, self.order.places[spot], key=itemgetter(0)) - 1][1]

    def parts(self, bits: int) -> Iterator[int]:
        """The slots, all bits of each, in which any of these bits stand."""
        while bits:
            field = self.fields[(bits & -bits).bit_length() - 1]
            yield field
            bits &= ~field


def laid_out(machine: Machine, order: Order, asked: Mapping[int, Iterable[Formula]]) -> Layout:
    """Give every cell its place; `asked` has what is asked at a spot beside the guards of its moves."""
    readers: dict[int, set[int]] = defaultdict(set)
    for number, spot in enumerate(machine.spots):
        for formula in (*(move.guard for move in spot.moves), *asked.get(number, ())):
            for one in atoms(formula):
                readers[one.cell].add(number)
    writers: dict[int, list[Move]] = defaultdict(list)
    for move in machine.moves:
        for cell, _ in move.tables:
            writers[cell].append(move)
    strides = list(_strides(readers, order))
    taking = [
        _touched(machine, order, one, writers, _living(machine, order, one, readers)) for one in strides
    ]
    ranges: dict[int, tuple[int, int]] = {}
    for stride, parts in zip(strides, taking, strict=True):
        ranges.update(_ranges(machine, order, stride, parts))
    layout = _slots(machine, order, ranges)
    for stride, parts in zip(strides, taking, strict=True):
        bits = [layout.field(cell) if cell in ranges else 0 for cell in stride]
        before = placed = 0
        for number in sorted(parts, key=order.places.__getitem__):
            for index in _ones(parts[number] ^ before):  # neighbours differ in few cells
                placed ^= bits[index]
            before = parts[number]
            layout.live[number] |= placed
    return layout


def _strides(readers: Mapping[int, set[int]], order: Order) -> Iterator[list[int]]:
    """All cells that are asked for, in strides: those that are asked for far and wide with their like."""
    spans = {}
    for cell, spots in readers.items():
        places = [order.places[spot] for spot in spots]
        spans[cell] = ((max(places) - min(places)).bit_length() // 3, min(places))
    cells = sorted(spans, key=spans.__getitem__)
    for start in range(0, len(cells), STRIDE):
        yield cells[start : start + STRIDE]


def _living(
    machine: Machine, order: Order, stride: list[int], readers: Mapping[int, set[int]]
) -> dict[int, int]:
    """For every spot where a cell of the stride is live: which are, one bit each."""
    bits = {cell: 1 << index for index, cell in enumerate(stride)}
    live: dict[int, int] = defaultdict(int)
    for cell in stride:
        for number in readers[cell]:
            live[number] |= bits[cell]
    waiting = [-order.places[number] for number in live]
    heapify(waiting)
    queued = set(waiting)
    while waiting:
        place = heappop(waiting)
        queued.discard(place)
        here = order.spots[-place]
        for move in machine.spots[here].arriving:
            flows = live[here]
            for cell, table in move.tables:
                if cell in bits and table.count(table[0]) == len(table):
                    flows &= ~bits[cell]
            if flows & ~live.get(move.source, 0):
                live[move.source] |= flows
                again = -order.places[move.source]
                if again not in queued:
                    queued.add(again)
                    heappush(waiting, again)
    return live


def _touched(
    machine: Machine,
    order: Order,
    stride: list[int],
    writers: Mapping[int, list[Move]],
    live: Mapping[int, int],
) -> dict[int, int]:
    """For every spot where a cell of the stride is live and touched: which are."""
    touched: dict[int, int] = defaultdict(int)
    for index, cell in enumerate(stride):
        for move in writers.get(cell, ()):
            if live.get(move.to, 0) & 1 << index:
                touched[move.to] |= 1 << index
    waiting = [order.places[number] for number in touched]
    heapify(waiting)
    queued = set(waiting)
    while waiting:
        place = heappop(waiting)
        queued.discard(place)
        here = order.spots[place]
        for move in machine.spots[here].moves:
            flows = touched[here] & live.get(move.to, 0)
            if flows & ~touched.get(move.to, 0):
                touched[move.to] |= flows
                again = order.places[move.to]
                if again not in queued:
                    queued.add(again)
                    heappush(waiting, again)
    return touched


def _ranges(
    machine: Machine, order: Order, stride: list[int], parts: Mapping[int, int]
) -> Iterator[tuple[int, tuple[int, int]]]:
    """For every cell of the stride that takes part: from where to where, with what follows directly."""
    near: dict[int, int] = defaultdict(int)
    for number, here in parts.items():
        near[order.places[number]] |= here
        for move in machine.spots[number].moves:
            near[order.places[move.to]] |= here
    lasts = _first_met(near, sorted(near, reverse=True))
    for index, first in _first_met(near, sorted(near)).items():
        yield stride[index], (first, lasts[index])


def _first_met(near: Mapping[int, int], along: Iterable[int]) -> dict[int, int]:
    """The first place at which each bit is met."""
    met, firsts = 0, {}
    for place in along:
        new = near[place] & ~met
        met |= new
        firsts.update(dict.fromkeys(_ones(new), place))
    return firsts


def _slots(machine: Machine, order: Order, ranges: dict[int, tuple[int, int]]) -> Layout:
    """A place for the bits of every cell; those whose ranges do not meet may share it."""
    offsets: dict[int, int] = {}
    fields: list[int] = [ALIVE]
    owners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    free: dict[int, list[int]] = defaultdict(list)
    taken: list[tuple[int, int, int]] = []
    for cell in sorted(ranges, key=ranges.__getitem__):
        first, last = ranges[cell]
        while taken and taken[0][0] < first:
            _, size, offset = heappop(taken)
            free[size].append(offset)
        size = machine.sizes[cell]
        if free[size]:
            offset = free[size].pop()
        else:
            offset = len(fields)
            fields += [((1 << size) - 1) << offset] * size
        offsets[cell] = offset
        owners[offset].append((first, cell))
        heappush(taken, (last, size, offset))
    return Layout(machine, order, [ALIVE] * len(machine.spots), offsets, ranges, owners, fields)


def _ones(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
