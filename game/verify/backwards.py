"""Asked backwards: from what could it come about?

The states in which a goal is reached form boxes; what leads into a box through an arc is a box again, and so
on back. A box inside one that is known already is left out. As only some facts are *kept* (all others may
have any value that they can have at a spot), there are few boxes; and as every guard is only asked about the
kept facts, there are never too few: whatever really leads to the goal is in some box. So if no box that is
found has a state which was really met, and nothing is left to look at, the goal cannot be reached.

Boxes are taken up against the order of the story, so that what lies close to the goal is settled first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from heapq import heappop, heappush

from game.verify.arcs import Arc
from game.verify.boxes import emptied
from game.verify.graph import Graph
from game.verify.live import ALIVE


class Backwards:
    """The boxes from which a goal can be reached, as far as the kept facts tell."""

    def __init__(
        self,
        graph: Graph,
        kept: int,
        goals: Iterable[tuple[int, int]],
        settled: Container[int] = (),
        *,
        certain: bool = False,
    ) -> None:
        """Begin at the goals: spots, and boxes there.

        What leads to the goal from `settled` spots is not looked at. If it is to be `certain` that what is in
        a box leads there, arcs whose guard is too much for bars are left out.
        """
        self.graph = graph
        self.settled = settled
        self.certain = certain
        self.kept = kept | ALIVE
        self.boxes: list[int] = []
        self.spots: list[int] = []
        self.next: list[int] = []
        """For every box, the number of the one that its arc leads to; -1 at a goal."""
        self.arcs: list[Arc | None] = []
        self.distance: list[int] = []
        """For every box, how many arcs the goal is away."""
        self.at: dict[int, list[int]] = defaultdict(list)
        """For every spot, its boxes: none lies in another."""
        self.ever: dict[int, list[int]] = defaultdict(list)
        """The same with those for which larger ones came instead: they may be nearer to the goal."""
        self._waiting: list[tuple[int, int, int]] = []
        for spot, box in goals:
            self.take(spot, box & self.kept, -1, None)

    @property
    def done(self) -> bool:
        """Whether every box was followed back."""
        return not self._waiting

    def follow(self) -> list[int]:
        """Follow one box back over all arcs to its spot; give the numbers of the boxes that are new."""
        number = heappop(self._waiting)[2]
        spot, box = self.spots[number], self.boxes[number]
        found: list[int] = []
        if number not in self.at[spot]:
            return found  # a larger one has come instead
        for arc in self.graph.arriving[spot]:
            if arc.source in self.settled or (self.certain and arc.also):
                continue
            for left in led_from(self.graph, arc, box, self.kept):
                new = self.take(arc.source, left, number, arc)
                if new is not None:
                    found.append(new)
        return found

    def nearest(self, spot: int, state: int) -> int:
        """The number of the box nearest to the goal that a state lies in; -1 if in none."""
        best = -1
        mine = state & self.kept
        for number in self.ever.get(spot, ()):
            if not mine & ~self.boxes[number] and (best < 0 or self.distance[number] < self.distance[best]):
                best = number
        return best

    def take(self, spot: int, box: int, onward: int, arc: Arc | None) -> int | None:
        """Take a box in; give its number, unless it lies in another."""
        here = self.at[spot]
        for other in here:
            if not box & ~self.boxes[other]:
                return None
        here[:] = [other for other in here if self.boxes[other] & ~box]
        number = len(self.boxes)
        here.append(number)
        self.ever[spot].append(number)
        self.spots.append(spot)
        self.boxes.append(box)
        self.next.append(onward)
        self.arcs.append(arc)
        self.distance.append(0 if onward < 0 else self.distance[onward] + 1)
        heappush(self._waiting, (-self.graph.layout.order.places[spot], -box.bit_count(), number))
        return number


def led_from(graph: Graph, arc: Arc, box: int, kept: int = -1) -> list[int]:
    """The boxes from which an arc leads into a box, as far as the kept facts tell."""
    if arc.fixed & kept & ~box:
        return []
    possible = graph.possible[arc.source] & kept
    before = possible & (box | ~(arc.keep & kept))
    for field, table in arc.changes:
        if field & kept:
            for old, new in table.items():
                if not new & box:
                    before &= ~old
    fields = graph.layout.fields
    lefts = dict.fromkeys(before & ~bar for bar in arc.bars)
    return [left for left in lefts if not emptied(left, possible & ~left, fields)]
