"""A walk to one node, with something being so there: a shortest one, any one, or a proof that there is none.

The machine gets one spot more, the *goal*, and a move to it from every spot in which the node can be met,
guarded by what is asked for. Whatever leads nowhere near the goal is left out, and with it the facts that
only matter there. What is left is searched in three ways, one after another: for all its states, which
gives a shortest walk (see `exact`); far instead of everywhere (see `wander`); and backwards from the goal
(see `reach`).
"""

from __future__ import annotations

from collections.abc import Callable

from game.expression.syntax import Guard
from game.model.story import Story
from game.verify.decide import MOST_BOXES
from game.verify.exact import Exact
from game.verify.findings import Finding, Trail, Verdict
from game.verify.formula import formula_of
from game.verify.graph import Graph, graph_of
from game.verify.live import ALIVE, laid_out
from game.verify.lower import lowered
from game.verify.machine import Machine, Move, Spot
from game.verify.order import ordered
from game.verify.reach import Answer, reached
from game.verify.wander import Wandering

MOST_STATES = 600_000
"""How many states a search may meet; for a shortest walk that takes some two seconds."""

Tell = Callable[[str], object]


def arrived(
    story: Story,
    node: str,
    guard: Guard,
    late: Callable[[], bool],
    tell: Tell = lambda _words: None,
    *,
    passing: bool = False,
    most_states: int = MOST_STATES,
) -> Finding:
    """Whether a node can be shown while a guard holds, with a walk there.

    With `passing`, it is enough to come through the node, which may lead on at once. The finding's `least`
    is the length of the walk if that is known to be a shortest one. Once it is `late`, what is not decided is
    UNKNOWN. With fewer than `most_states` states it is always decided, and by a shortest walk.
    """
    tell("Taking the story apart")
    machine = lowered(story)
    goal = _with_goal(machine, node, guard, passing=passing)
    if not machine.whole:
        return Finding(Verdict.UNKNOWN)
    if not _pruned(machine, goal):
        return Finding(Verdict.NO)
    graph = graph_of(laid_out(machine, ordered(machine), {}), {}, late)
    if graph is None:
        return Finding(Verdict.UNKNOWN)
    if not graph.possible[goal]:
        return Finding(Verdict.NO)
    return _shortest(graph, goal, most_states, late, tell) or _any(graph, goal, late, tell)


def _with_goal(machine: Machine, node: str, guard: Guard, *, passing: bool) -> int:
    """Add the goal to a machine, and the moves to it; give its number."""
    goal = len(machine.spots)
    machine.spots.append(Spot(node, (), 0))
    formula = formula_of(guard, machine.story.cells)
    met = machine.entries if passing else machine.shown
    for spot in met.get(node, ()) if formula is not False else ():
        machine.take(Move(len(machine.moves), spot, goal, formula, (), action=""))
    return goal


def _pruned(machine: Machine, goal: int) -> bool:
    """Leave out the moves that do not lead towards the goal; whether any walk is left."""
    near = {goal}
    waiting = [goal]
    while waiting:
        for move in machine.spots[waiting.pop()].arriving:
            if move.source not in near:
                near.add(move.source)
                waiting.append(move.source)
    machine.moves = [move for move in machine.moves if move.to in near]
    for number, move in enumerate(machine.moves):
        move.number = number
    for spot in machine.spots:
        spot.moves = [move for move in spot.moves if move.to in near]
        spot.arriving = [move for move in spot.arriving if move.to in near]
    return 0 in near


def _shortest(
    graph: Graph, goal: int, most_states: int, late: Callable[[], bool], tell: Tell
) -> Finding | None:
    """A shortest walk, or that there is none; None if all states are too many."""
    exact = Exact(graph)
    every = exact.search(
        most_states,
        lambda: exact.at[goal] >= 0 or late(),
        lambda states: tell(f"Looking for the shortest way: {states:,} states"),
    )
    if exact.at[goal] >= 0:
        walk = _walk(Trail(exact, exact.at[goal]))
        return Finding(Verdict.YES, walk, len(walk))
    return Finding(Verdict.NO) if every else None


def _any(graph: Graph, goal: int, late: Callable[[], bool], tell: Tell) -> Finding:
    """A walk, however long."""
    wandering = Wandering(graph, MOST_STATES)
    wandering.wander(
        lambda: bool(wandering.at[goal]) or late(),
        lambda states: tell(f"Looking for any way: {states:,} states"),
    )
    answer = Answer(Verdict.UNKNOWN, kept=ALIVE)
    for most in MOST_BOXES:
        if answer.verdict is Verdict.UNKNOWN:
            tell(f"Asking backwards: up to {most:,} boxes")
            answer = reached(wandering, [(goal, (0,))], most, late, answer.kept)
    if answer.verdict is Verdict.YES:
        return Finding(Verdict.YES, _walk(Trail(wandering, answer.state)))
    return Finding(answer.verdict)


def _walk(trail: Trail) -> tuple[str, ...]:
    """The walk, without the last step, which only says that the goal is met."""
    return tuple(trail)[:-1]
