"""From which states can an ending still be reached, and where are they all lost?

Most spots are *saved* at once, whatever is true there: an ending is; and so is a spot with arcs to saved
spots of which one is always open, or which together leave no value sets out. For the rest the question goes
backwards from what is saved, in boxes and with all facts kept: what of a spot's value sets no box covers is
lost there.

Boxes only ever say what is really saved. So if the budget ends before all are found, what seems lost is too
much, never too little: if nobody can get there, nobody gets stuck; but if somebody can, nothing is proved.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.verify.backwards import Backwards
from game.verify.boxes import passed, uncovered
from game.verify.graph import Graph

MOST_BOXES = 300_000
"""How many boxes are looked at."""


@dataclass(slots=True)
class Ends:
    """Where endings are lost."""

    lost: dict[int, list[int]] = field(default_factory=dict)
    """For spots at which something is lost: the boxes of states from which no ending can be reached."""
    coarse: set[int] = field(default_factory=set)
    """The spots of which more than is really lost may be in these boxes."""

    def loses(self, spot: int, state: int) -> bool:
        """Whether a state is in the boxes of what is lost."""
        return any(not state & ~box for box in self.lost.get(spot, ()))


def ends_of(graph: Graph, late: Callable[[], bool]) -> Ends:
    """Find out where endings are lost, as exactly as the time allows."""
    saved = _saved(graph)
    rest = {spot: [box] for spot, box in enumerate(graph.possible) if box and spot not in saved}
    if not rest:
        return Ends()
    coarse: set[int] = set()
    edge = {arc.to for spot in rest for arc in graph.onward[spot] if arc.to in saved}
    goals = [(spot, graph.possible[spot]) for spot in sorted(edge)]
    backwards = Backwards(graph, -1, goals, saved, certain=True)
    while not backwards.done:
        for number in backwards.follow():
            spot = backwards.spots[number]
            if spot in saved or spot in coarse:
                continue
            left = uncovered(rest[spot], [backwards.boxes[number]], graph.layout)
            if left is None:
                coarse.add(spot)
            elif left:
                rest[spot] = left
            else:
                del rest[spot]
                backwards.take(spot, graph.possible[spot], -1, None)
                saved.add(spot)
        if len(backwards.boxes) > MOST_BOXES or late():
            coarse |= set(rest)
            break
    left_out = any(arc.also for arcs in graph.onward for arc in arcs)
    return Ends(rest, set(rest) if left_out else coarse & set(rest))


def _saved(graph: Graph) -> set[int]:
    """The spots from which an ending can be reached, whatever is true there."""
    waiting = [number for number, spot in enumerate(graph.machine.spots) if spot.ending is not None]
    saved: set[int] = set()
    while waiting:
        spot = waiting.pop()
        if spot in saved or not graph.possible[spot]:
            continue
        saved.add(spot)
        waiting += [
            arc.source
            for arc in graph.arriving[spot]
            if arc.source not in saved and _always_open(graph, arc.source, saved)
        ]
    return saved


def _always_open(graph: Graph, spot: int, saved: set[int]) -> bool:
    """Whether the value sets of a spot always leave one of its arcs to saved spots open."""
    bars = [bar for arc in graph.onward[spot] if arc.to in saved and arc.also is None for bar in arc.bars]
    return 0 in bars or (bool(bars) and closed(graph, spot, bars) == [])


def closed(graph: Graph, spot: int, bars: list[int]) -> list[int] | None:
    """The boxes of a spot's states that meet all of these bars; None if there are too many."""
    possible, layout = graph.possible[spot], graph.layout
    boxes = [box for bar in bars if (box := passed(possible, bar, layout.fields))]
    return uncovered([possible], boxes, layout)
