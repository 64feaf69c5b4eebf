"""Can the story come to this? A witness, a proof that it cannot, or neither.

The goal is asked for backwards, at first with no facts kept but its own. Where a box has a state that was
really met, a walk from there is tried, always towards the nearest box. If it arrives, that is a witness. If
not, some guard stood in its way that asked for facts which are not kept: they are kept from then on, and all
begins anew. If no box has a state that was met and nothing is left to look at, the goal cannot be reached:
everything that could lead to it is in a box, and a run begins with a state that was met.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from heapq import heappop, heappush
from operator import or_

from game.verify.arcs import Arc
from game.verify.backwards import Backwards
from game.verify.boxes import emptied, passed
from game.verify.findings import Verdict
from game.verify.graph import Bars, Graph
from game.verify.live import ALIVE
from game.verify.wander import Wandering

TRIES = 2
"""From how many boxes a walk is tried before more facts are kept."""
ROUNDS = 40
"""How often more facts are kept."""
PATIENCE = 30
"""How many steps a walk may take without coming nearer."""
ALIKE = 3
"""How many states that are alike in the kept facts a walk may come through at a spot."""

OFTEN = 64
"""After how many boxes the clock is looked at."""

Goal = tuple[int, Bars]
"""A spot, and what is to be so there."""


@dataclass(slots=True)
class Try:
    """A walk towards the goal, and how far it came."""

    arrived: int = -1
    """The state at the goal; -1 if it did not get there."""
    distance: int = 0
    """How far it still was at its best."""
    blamed: int = 0
    """The slots that the guard asked about which stood in the way there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one of the goals can be reached."""

    verdict: Verdict
    state: int = -1
    """The number of a state that did; -1 if none was found."""
    kept: int = 0
    """The facts that matter for it, as far as that was found out."""


def reached(
    wandering: Wandering, goals: Sequence[Goal], most_boxes: int, late: Callable[[], bool], kept: int = ALIVE
) -> Answer:
    """Whether one of the goals can be reached; some facts may be known to matter from an earlier attempt."""
    for spot, bars in goals:
        for number in wandering.at[spot]:
            if any(not wandering.states[number] & bar for bar in bars):
                return Answer(Verdict.YES, number)
    wanted, own = _wanted(wandering.graph, goals)
    kept |= own
    boxes = 0
    for _ in range(ROUNDS):
        if late():
            break
        backwards = Backwards(wandering.graph, kept, wanted)
        outcome = _sought(wandering, backwards, most_boxes - boxes, late)
        if isinstance(outcome, Verdict):
            return Answer(outcome, kept=kept)
        if outcome.arrived >= 0:
            return Answer(Verdict.YES, outcome.arrived)
        if not outcome.blamed:
            break
        boxes += len(backwards.boxes)
        kept |= outcome.blamed
    return Answer(Verdict.UNKNOWN, kept=kept)


def _wanted(graph: Graph, goals: Iterable[Goal]) -> tuple[list[tuple[int, int]], int]:
    """The goals as boxes, and the slots that they ask about."""
    wanted = []
    kept = 0
    for spot, bars in goals:
        for bar in bars:
            box = passed(graph.possible[spot], bar, graph.layout.fields)
            if box:
                wanted.append((spot, box))
                kept |= whole(bar, graph)
    return wanted, kept


def whole(bits: int, graph: Graph) -> int:
    """All the bits of the slots in which any of these stand."""
    return sum(graph.layout.parts(bits))


def _sought(
    wandering: Wandering, backwards: Backwards, most_boxes: int, late: Callable[[], bool]
) -> Verdict | Try:
    """Follow boxes back until a walk arrives, or enough have failed: then the one that came nearest."""
    best: Try | None = None
    tries = followed = 0
    new: Iterable[int] = range(len(backwards.boxes))
    while True:
        for number in new:
            seeds = _met(wandering, backwards, number)
            if not seeds:
                continue
            tried = _tried(wandering, backwards, seeds)
            tries += 1
            if best is None or tried.arrived >= 0 or tried.distance < best.distance:
                best = tried
            if tried.arrived >= 0 or tries == TRIES:
                return best
        if backwards.done:
            return best or Verdict.NO
        followed += 1
        if len(backwards.boxes) > most_boxes or (followed % OFTEN == 0 and late()):
            return best or Verdict.UNKNOWN
        new = backwards.follow()


def _met(wandering: Wandering, backwards: Backwards, number: int) -> list[int]:
    """The states that were met in a box."""
    spot, box = backwards.spots[number], backwards.boxes[number]
    seen = wandering.seen[spot] & backwards.kept
    if not seen or emptied(seen & box, seen & ~box, backwards.graph.layout.fields):
        return []
    outside = backwards.kept & ~box
    return [met for met in wandering.at[spot] if not wandering.states[met] & outside]


def _tried(wandering: Wandering, backwards: Backwards, seeds: list[int]) -> Try:
    """Walk from states that were met towards the goal: always on from the state that seems nearest to it."""
    graph, kept = wandering.graph, backwards.kept
    nodes: list[tuple[int, int, int, Arc | None]] = []
    seen: set[tuple[int, int]] = set()
    alike: dict[tuple[int, int], int] = defaultdict(int)
    waiting: list[tuple[int, int, int]] = []
    for seed in seeds:
        spot, state = wandering.spots[seed], wandering.states[seed]
        box = backwards.nearest(spot, state)
        heappush(waiting, (backwards.distance[box], len(nodes), box))
        nodes.append((spot, state, ~seed, None))
    best = Try(distance=waiting[0][0] + 1)
    patience = PATIENCE
    while waiting and patience:
        patience -= 1
        distance, number, box = heappop(waiting)
        spot, state, _, _ = nodes[number]
        if not distance:
            best.arrived = _taken_in(wandering, nodes, number)
            return best
        if distance < best.distance:
            patience = PATIENCE
            aim = backwards.arcs[box]
            blamed = 0 if aim is None else _blamed(graph, aim, state, kept)
            if blamed:
                best.distance, best.blamed = distance, blamed
        for arc in graph.onward[spot]:
            if arc.to in backwards.at and arc.open(state):
                after = arc.after(state)
                if (arc.to, after) not in seen and alike[arc.to, after & kept] < ALIKE:
                    nearer = backwards.nearest(arc.to, after)
                    if nearer >= 0:
                        seen.add((arc.to, after))
                        alike[arc.to, after & kept] += 1
                        heappush(waiting, (backwards.distance[nearer], len(nodes), nearer))
                        nodes.append((arc.to, after, number, arc))
    return best


def _blamed(graph: Graph, arc: Arc, state: int, kept: int) -> int:
    """The slots that the guard of an arc which is closed to a state asks about; none if it is open."""
    return 0 if arc.open(state) else whole(reduce(or_, arc.bars), graph) & ~kept


def _taken_in(wandering: Wandering, nodes: list[tuple[int, int, int, Arc | None]], number: int) -> int:
    """Take in the walk that arrived; the number of its last state."""
    walk = []
    while number >= 0:
        walk.append(nodes[number])
        number = nodes[number][2]
    met = ~number
    for spot, state, _, arc in reversed(walk[:-1]):
        met = wandering.take(spot, state, met, arc)
    return met
