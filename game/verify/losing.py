"""Where players lose every ending, and where they have nothing left to do.

All endings are lost by some move: from a state that still had one to a state that has none. So it is asked of
every spot at which something is lost (see `ends`) whether such a move can lead there; if none can to any of
them, and nothing is lost from the beginning, nobody gets stuck.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.verify.backwards import led_from
from game.verify.boxes import uncovered
from game.verify.decide import MOST_BOXES, Decision
from game.verify.ends import Ends, closed
from game.verify.findings import Verdict
from game.verify.reach import Goal

MOST_FOLLOWED = 20_000
"""How many states are followed from one that seems lost, to see if it really is."""


@dataclass(frozen=True, slots=True)
class Losses:
    """Where it happens, by nodes, each with the number of a state that was met there."""

    lost: dict[str, int]
    """All endings are lost, and were not before."""
    idle: dict[str, int]
    """Nothing is open, though it is no ending."""
    safe: Verdict
    """Whether it is sure that none of this can happen."""


def losses_of(decision: Decision, ends: Ends) -> Losses:
    """Find a state for every node at which all is lost, or nothing left to do."""
    graph = decision.graph
    along = sorted(ends.lost, key=graph.layout.order.places.__getitem__)
    lost: dict[str, int] = {}
    idle: dict[str, int] = {}
    safe = Verdict.YES
    for spot in along:
        losing, state = _losing_move(decision, ends, spot)
        if state >= 0 and _surely_lost(decision, ends, state):
            lost.setdefault(graph.machine.spots[spot].node, state)
        elif losing is not Verdict.NO:
            safe = Verdict.UNKNOWN
    for spot in along:
        node = graph.machine.spots[spot].node
        if node not in idle and _shows(decision, spot):
            nothing, state = _idle(decision, spot)
            if state >= 0:
                idle[node] = state
            elif nothing is not Verdict.NO:
                safe = Verdict.UNKNOWN
    return Losses(lost, idle, Verdict.NO if lost or idle else safe)


def _shows(decision: Decision, spot: int) -> bool:
    """Whether a spot is where its node is shown."""
    here = decision.graph.machine.spots[spot]
    return here.stage == len(decision.graph.machine.story.nodes[here.node].redirects)


def _idle(decision: Decision, spot: int) -> tuple[Verdict, int]:
    """Whether nothing is open at a spot in some state, and such a state."""
    arcs = decision.graph.onward[spot]
    if any(arc.also for arc in arcs):
        return Verdict.UNKNOWN, -1
    bars = [bar for arc in arcs for bar in arc.bars]
    if 0 in bars:
        return Verdict.NO, -1
    boxes = closed(decision.graph, spot, bars)
    if boxes is None:
        return Verdict.UNKNOWN, -1
    return _asked(decision, [(spot, tuple(decision.graph.possible[spot] & ~box for box in boxes))])


def _losing_move(decision: Decision, ends: Ends, spot: int) -> tuple[Verdict, int]:
    """Whether some move to a spot loses all, and a state there after it; the first, if it is lost at once."""
    if spot == 0 and ends.loses(0, decision.graph.first):
        return Verdict.YES, 0
    verdict, before = _asked(decision, list(_before(decision, ends, spot)))
    if before < 0:
        return verdict, -1
    wandering = decision.wandering
    state = wandering.states[before]
    for arc in decision.graph.onward[wandering.spots[before]]:
        if arc.to == spot and arc.open(state) and ends.loses(spot, arc.after(state)):
            return verdict, wandering.take(spot, arc.after(state), before, arc)
    return Verdict.UNKNOWN, -1


def _before(decision: Decision, ends: Ends, spot: int) -> Iterator[Goal]:
    """What is so before a move that loses all at a spot."""
    graph = decision.graph
    for arc in graph.arriving[spot]:
        for box in (before for lost in ends.lost[spot] for before in led_from(graph, arc, lost)):
            pieces: Sequence[int] | None = [box]
            if arc.source in ends.lost and arc.source not in ends.coarse:
                pieces = uncovered([box], ends.lost[arc.source], graph.layout)
            for piece in (box,) if pieces is None else pieces:
                yield arc.source, (graph.possible[arc.source] & ~piece,)


def _asked(decision: Decision, goals: list[Goal]) -> tuple[Verdict, int]:
    """Whether one of the goals can be reached, with more and more effort; and a state that did."""
    for most in MOST_BOXES:
        answer = decision.ask(goals, most)
        if answer.verdict is not Verdict.UNKNOWN or decision.late():
            break
    return answer.verdict, answer.state


def _surely_lost(decision: Decision, ends: Ends, number: int) -> bool:
    """Whether no ending can be reached from a state, where the boxes of its spot may hold too much."""
    wandering, graph = decision.wandering, decision.graph
    first = wandering.spots[number], wandering.states[number]
    if first[0] not in ends.coarse:
        return True
    seen, waiting = {first}, [first]
    while waiting:
        spot, state = waiting.pop()
        if not ends.loses(spot, state) or len(seen) > MOST_FOLLOWED:
            return False
        for arc in graph.onward[spot]:
            after = arc.to, arc.after(state)
            if arc.open(state) and after not in seen:
                seen.add(after)
                waiting.append(after)
    return True
