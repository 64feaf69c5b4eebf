"""The machine made ready to be searched: arcs between spots, what can be true there, and what matters.

`graph_of` works out which values every fact can have at every spot (*abstract interpretation*): every arc
leads the value sets of its source on, each set for itself, until nothing grows any more. That forgets how
facts hang together, so it lets more be possible than is; but whatever it says is impossible, is. Arcs that no
value set opens are left out, and of every guard remains only what the value sets leave open. Then what
matters is worked out once more: a fact that has but one value where it is asked for need not be carried
along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from game.verify.arcs import Arc, arc_of, bars_of, first_state
from game.verify.boxes import passed
from game.verify.formula import Formula
from game.verify.live import ALIVE, Layout
from game.verify.machine import Machine

Bars = tuple[int, ...]


@dataclass(slots=True, eq=False)
class Graph:
    """Spots and arcs; each list has one entry for every spot of the machine."""

    layout: Layout
    onward: list[list[Arc]]
    """The arcs from a spot that some value sets open."""
    arriving: list[list[Arc]]
    possible: list[int]
    """The values that each live fact can have, as a box; 0 where nobody can get."""
    live: list[int]
    """The bits that matter, for the guards of moves and for everything else that is asked."""
    first: int
    """The state in which every run begins."""
    asked: dict[int, list[Bars]]
    """What is asked at a spot beside the guards of its moves, each as bars; no bars if it cannot be."""
    too_much: set[tuple[int, int]]
    """The spots and numbers of what is asked but takes too many bars; nothing is said of that."""

    @property
    def machine(self) -> Machine:
        """What it was made from."""
        return self.layout.machine

    def drop(self, arc: Arc) -> None:
        """Take out an arc that cannot be taken."""
        self.onward[arc.source].remove(arc)
        self.arriving[arc.to].remove(arc)


def graph_of(
    layout: Layout, asked: Mapping[int, Iterable[Formula]], late: Callable[[], bool] = lambda: False
) -> Graph | None:
    """Make a machine ready; None if it is `late` before that is done."""
    spots = layout.machine.spots
    onward = [[arc_of(move, layout) for move in spot.moves] for spot in spots]
    possible = _possible(layout, onward, late)
    if possible is None:
        return None
    fields = layout.fields
    for number, box in enumerate(possible):
        for arc in onward[number]:
            arc.bars = _simplified(arc.bars, box, fields)
        onward[number] = [arc for arc in onward[number] if arc.bars]
    questions: dict[int, list[Bars]] = {}
    too_much: set[tuple[int, int]] = set()
    for number, formulas in asked.items():
        written = [bars_of(formula, number, layout) for formula in formulas]
        too_much |= {(number, index) for index, bars in enumerate(written) if bars is None}
        questions[number] = [_simplified(bars or (), possible[number], fields) for bars in written]
    graph = Graph(layout, onward, [[] for _ in spots], possible, [], first_state(layout), questions, too_much)
    for arcs in onward:
        for arc in arcs:
            graph.arriving[arc.to].append(arc)
    graph.live = living(graph, questions)
    _forget(graph)
    return graph


def _possible(layout: Layout, onward: list[list[Arc]], late: Callable[[], bool]) -> list[int] | None:
    """For every spot, the values that each live fact can have; 0 where nobody can get."""
    places, along, fields = layout.order.places, layout.order.spots, layout.fields
    possible = [0] * len(onward)
    possible[0] = first_state(layout)
    waiting = [places[0]]
    queued = {places[0]}
    steps = 0
    while waiting:
        place = heappop(waiting)
        queued.discard(place)
        spot = along[place]
        box = possible[spot]
        for arc in onward[spot]:
            to = arc.to
            grown = possible[to]
            for bar in arc.bars:
                if through := passed(box, bar, fields):
                    grown |= led_on(arc, through)
            if grown != possible[to]:
                possible[to] = grown
                if places[to] not in queued:
                    queued.add(places[to])
                    heappush(waiting, places[to])
        steps += 1
        if steps % 1024 == 0 and late():
            return None
    return possible


def led_on(arc: Arc, box: int) -> int:
    """The box to which an arc leads a box that is past its guard."""
    new = box & arc.keep | arc.fixed
    for field, table in arc.changes:
        left = box & field
        while left:
            low = left & -left
            new |= table[low]
            left ^= low
    return new


def _simplified(bars: Bars, box: int, fields: list[int]) -> Bars:
    """What of a guard the value sets leave open: no bars if nothing, `(0,)` if it always holds."""
    left = dict.fromkeys(bar & box for bar in bars if passed(box, bar, fields))
    return (0,) if 0 in left else tuple(left)


def living(graph: Graph, asked: Mapping[int, Iterable[Bars]]) -> list[int]:
    """For every spot, the bits that the guards from there on, or what is `asked` there, tell apart."""
    order = graph.layout.order
    live = [
        ALIVE | _whole(_told(graph, spot, asked.get(spot, ())), graph.layout.fields) & graph.layout.live[spot]
        for spot in range(len(graph.onward))
    ]
    waiting = list(range(len(order.spots)))  # the last place is taken first
    queued = bytearray(b"\1") * len(order.spots)
    while waiting:
        place = waiting.pop()
        queued[place] = 0
        here = order.spots[place]
        for arc in graph.arriving[here]:
            wanted = live[here] & arc.keep
            for field, _ in arc.changes:
                wanted |= live[here] & field
            if wanted & ~live[arc.source]:
                live[arc.source] |= wanted
                again = order.places[arc.source]
                if not queued[again]:
                    queued[again] = 1
                    waiting.append(again)
    return live


def _told(graph: Graph, spot: int, asked: Iterable[Bars]) -> int:
    """The bits that the guards at a spot, or what is asked there, tell apart."""
    told = 0
    for arc in graph.onward[spot]:
        told |= 0 if arc.also is None else graph.possible[spot]
        for bar in arc.bars:
            told |= bar
    for bars in asked:
        for bar in bars:
            told |= bar
    return told


def _whole(bits: int, fields: list[int]) -> int:
    """All the bits of the slots in which any of these stand."""
    whole = 0
    while bits:
        field = fields[(bits & -bits).bit_length() - 1]
        whole |= field
        bits &= ~field
    return whole


def _forget(graph: Graph) -> None:
    """Carry along only what matters."""
    for arcs in graph.onward:
        for arc in arcs:
            live = graph.live[arc.to]
            arc.keep &= live
            arc.fixed &= live
            arc.changes = tuple(change for change in arc.changes if live & change[0])
    for number, live in enumerate(graph.live):
        graph.possible[number] &= live
    graph.first &= graph.live[0]
