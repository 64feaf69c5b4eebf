"""Every state of a story, once: breadth first, so that the first walk to anything is a shortest one.

States that nothing can tell apart any more are met as one (see `sight`). That keeps the search exact, and
small enough for a chapter. It is all or nothing: a search that does not end within its bounds says nothing.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable

from game.verify.arcs import Arc
from game.verify.graph import Graph, living
from game.verify.machine import Move
from game.verify.sight import seen_through

OFTEN = 4096
"""After how many states the clock is looked at."""


class Exact:
    """All states of a story, in the order in which they are met."""

    def __init__(self, graph: Graph) -> None:
        first, self._onward = seen_through(graph, living(graph, {}))
        self.spots = array("i")
        self.states: list[int] = []
        self.parents = array("i")
        self.led: list[Arc | None] = []
        self.at = array("i", [-1]) * len(graph.onward)
        """For every spot, the first state met there; -1 if there is none."""
        self.made = array("i", [-1]) * len(graph.machine.moves)
        """For every move, the first state at which it was open; -1 if there is none."""
        self._known: list[set[int]] = [set() for _ in graph.onward]
        self._passing = [any(arc.move.action is None for arc in arcs) for arcs in graph.onward]
        self._waiting: deque[int] = deque()
        self._meet(0, first, -1, None)

    def search(  # noqa: C901 - the innermost loop of all; calls would take half of its time
        self, most: int, late: Callable[[], bool], tell: Callable[[int], object]
    ) -> bool:
        """Meet every state; whether that was done with at most so many, and before it was `late`."""
        onward, known, made, waiting = self._onward, self._known, self.made, self._waiting
        while waiting:
            number = waiting.popleft()
            state = self.states[number]
            for arc in onward[self.spots[number]]:
                for bar in arc.bars:
                    if not state & bar:
                        break
                else:
                    continue
                if arc.also is not None and not arc.also(state):
                    continue
                if made[arc.move.number] < 0:
                    made[arc.move.number] = number
                after = state & arc.keep | arc.fixed
                for field, table in arc.changes:
                    after |= table[state & field]
                if after not in known[arc.to]:
                    self._meet(arc.to, after, number, arc)
            if number % OFTEN == 0:
                tell(len(self.states))
                if late():
                    return False
            if len(self.states) > most:
                return False
        return True

    def _meet(self, spot: int, state: int, before: int, arc: Arc | None) -> None:
        number = len(self.states)
        self._known[spot].add(state)
        self.spots.append(spot)
        self.states.append(state)
        self.parents.append(before)
        self.led.append(arc)
        if self.at[spot] < 0:
            self.at[spot] = number
        if self._passing[spot]:
            self._waiting.appendleft(number)  # what a redirect leads to is no step further away
        else:
            self._waiting.append(number)

    def steps(self, number: int) -> int:
        """How many actions led to a state."""
        steps = 0
        while (arc := self.led[number]) is not None:
            steps += arc.move.action is not None
            number = self.parents[number]
        return steps

    def idle(self, number: int) -> bool:
        """Whether no arc is open at a state."""
        return not any(arc.open(self.states[number]) for arc in self._onward[self.spots[number]])

    def step(self, number: int) -> Move | None:
        """The move that led to a state; None to the first."""
        arc = self.led[number]
        return arc.move if arc is not None else None
