"""States that were really met: a search that gets far instead of everywhere.

At every spot it keeps the states that are *novel*: in which some fact has a value that it had in no state met
there before; and of those only so many. Spots are left in the order of the story, so that what comes early is
settled first. That takes time in proportion to the length of the story, whatever its number of states, and
most of what can happen is met on the way. Whatever is met is possible, and how it came about is known; what
is not met has to be asked for (see `backwards`).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from heapq import heappop, heappush

from game.verify.arcs import Arc
from game.verify.graph import Bars, Graph
from game.verify.machine import Move

AT_A_SPOT = (24, 64)
"""How many states of a spot are kept: in very long stories, and in others."""
ROOM = 2_500_000
"""How many states are kept for these in all."""
OFTEN = 1024
"""After how many states the clock is looked at."""

Asked = tuple[int, int]
"""A question of the graph: its spot, and its number there."""


class Wandering:
    """All states that were met, by number, and what was seen to be possible."""

    def __init__(self, graph: Graph, most_states: int) -> None:
        self.graph = graph
        self.most_states = most_states
        self.spots = array("i")
        self.states: list[int] = []
        self.parents = array("i")
        """For every state the one before it; -1 for the first."""
        self.led: list[Arc | None] = []
        """For every state the arc that led to it."""
        self._steps = array("i")
        self.at: list[list[int]] = [[] for _ in graph.onward]
        """For every spot, the states met there."""
        self.made = array("i", [-1]) * len(graph.machine.moves)
        """For every move, a state at which it was open; -1 if none was met."""
        self.answers: dict[Asked, int] = {}
        """For every question that was answered, a state in which it is so."""
        self.seen = [0] * len(graph.onward)
        """For every spot, all that was so in some state met there, as a box."""
        self._asked: dict[int, list[tuple[int, Bars]]] = {
            spot: list(enumerate(asked)) for spot, asked in graph.asked.items()
        }
        self._waiting: list[tuple[int, int]] = []
        self.take(0, graph.first, -1, None)

    def take(self, spot: int, state: int, before: int, arc: Arc | None) -> int:
        """Take in a state that was met, to be followed; give its number."""
        number = len(self.states)
        self.spots.append(spot)
        self.states.append(state)
        self.parents.append(before)
        self.led.append(arc)
        action = arc is not None and arc.move.action is not None
        self._steps.append(action if before < 0 else self._steps[before] + action)
        self.at[spot].append(number)
        self.seen[spot] |= state
        if spot in self._asked:
            left = []
            for index, bars in self._asked[spot]:
                if all(state & bar for bar in bars):
                    left.append((index, bars))
                else:
                    self.answers[spot, index] = number
            self._asked[spot] = left
        heappush(self._waiting, (self.graph.layout.order.places[spot], number))
        return number

    @property
    def full(self) -> bool:
        """Whether no more states may be met."""
        return len(self.states) > self.most_states

    def wander(self, late: Callable[[], bool], tell: Callable[[int], object]) -> None:
        """Follow all states that wait, and those that come of them, until it is `late`."""
        onward, seen, at, made = self.graph.onward, self.seen, self.at, self.made
        most = min(max(ROOM // len(at), AT_A_SPOT[0]), AT_A_SPOT[1])
        steps = 0
        while self._waiting and not self.full:
            if steps % OFTEN == 0:
                tell(len(self.states))
                if late():
                    break
            steps += 1
            number = heappop(self._waiting)[1]
            state = self.states[number]
            for arc in onward[self.spots[number]]:
                if not arc.open(state):
                    continue
                if made[arc.move.number] < 0:
                    made[arc.move.number] = number
                to, after = arc.to, arc.after(state)
                if not at[to] or (len(at[to]) < most and after & ~seen[to]):
                    self.take(to, after, number, arc)

    def steps(self, number: int) -> int:
        """How many actions led to a state."""
        return self._steps[number]

    def idle(self, number: int) -> bool:
        """Whether no arc is open at a state."""
        return not any(arc.open(self.states[number]) for arc in self.graph.onward[self.spots[number]])

    def step(self, number: int) -> Move | None:
        """The move that led to a state; None to the first."""
        arc = self.led[number]
        return arc.move if arc is not None else None
