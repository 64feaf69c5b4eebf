"""Every state of a story, once: breadth first, so that the first walk to anything is a shortest one.

Two states that nothing can tell apart any more are met as one (see `sight`). That makes the search exact and
yet small enough for a chapter; where it does not end in the time or the room it is given, what was not met is
unknown.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from game.model.story import Story
from game.verify.compiled import Moved, Way, compiled, moved
from game.verify.layout import laid_out
from game.verify.lower import Machine, lowered
from game.verify.sight import sights

Met = tuple[int, int, tuple[int, ...]]
"""A spot, the number of the values that matter there, and the spots to come back to."""

MOST_STATES = 3_000_000
"""What fits into a gigabyte or two."""
OFTEN = 4096
"""After how many states the clock is looked at."""


@dataclass(slots=True)
class Exploration:
    """All that was met, in the order in which it was met."""

    machine: Machine
    ways: list[list[Way]]
    states: list[Met] = field(default_factory=list)
    parents: array[int] = field(default_factory=lambda: array("q"))
    """For each state, the number of the one before it on a shortest walk; -1 for the first."""
    led: list[Way | None] = field(default_factory=list)
    """For each state, the way that led there from its parent."""
    sources: array[int] = field(default_factory=lambda: array("q"))
    """With `targets`: every pair of a state and one that it leads to, by number."""
    targets: array[int] = field(default_factory=lambda: array("q"))
    left: tuple[int, ...] = ()
    """The states from which no way was followed any more, because the budget was spent."""


def explored(
    story: Story,
    budget: float,
    clock: Callable[[], float],
    most_states: int = MOST_STATES,
    tell: Callable[[int], object] = lambda _states: None,
    most_at_a_spot: int = MOST_STATES,
) -> Exploration:
    """Meet every state of the story, or as many as so many seconds of the clock, or so many states, allow.

    `tell` is called now and then with the number of states met so far. With few states allowed at each spot,
    the search gets far instead of everywhere; then states are left that it did not follow, though it ends.
    """
    until = clock() + budget
    search = _Search(lowered(story), lambda: clock() > until, most_at_a_spot)
    while search.waiting:
        search.follow_all(search.waiting.popleft())
        search.followed += 1
        if search.followed % OFTEN == 0:
            tell(len(search.found.states))
            if clock() > until:
                break
        if len(search.found.states) > most_states:
            break
    search.found.left = (*search.waiting, *search.passed_over)
    return search.found


class _Search:
    """The search while it goes on."""

    def __init__(self, machine: Machine, late: Callable[[], bool], most_at_a_spot: int) -> None:
        self.bits = laid_out(machine.story.cells)
        self.seeing = sights(machine, self.bits, late)
        self.found = Exploration(machine, compiled(machine, self.seeing, self.bits))
        self.numbers: dict[Met, int] = {}
        self.waiting: deque[int] = deque()
        self.passed_over: list[int] = []
        self.followed = 0
        self._room = [most_at_a_spot] * len(machine.spots)
        self._backs: dict[tuple[int, int, int], Moved] = {}
        start = sum(bits.placed(bits.cell.start) for bits in self.bits)
        first = machine.first
        self._meet((first.to, moved(first, self.seeing[first.to], self.bits)(start), ()), -1, None)

    def follow_all(self, number: int) -> None:
        """Follow every way that is open at a state."""
        spot, values, stack = self.found.states[number]
        first_only = self.found.machine.spots[spot].first_only
        for index, way in enumerate(self.found.ways[spot]):
            if way.guard is not None and not way.guard(values):
                way.refused = True
                continue
            if way.moved is not None:
                onward = stack if way.move.calls is None else (*stack, way.move.calls)
                after = (way.move.to, way.moved(values), onward)
            elif stack:
                after = (stack[-1], self._back(spot, index, stack[-1])(values), stack[:-1])
            else:
                continue
            if way.first is None:
                way.first = number
            self.found.sources.append(number)
            self.found.targets.append(self._meet(after, number, way))
            if first_only:
                break

    def _meet(self, state: Met, before: int, way: Way | None) -> int:
        """The number of a state, which waits to be followed if it is new."""
        known = self.numbers.get(state)
        if known is not None:
            return known
        number = self.numbers[state] = len(self.found.states)
        self.found.states.append(state)
        self.found.parents.append(before)
        self.found.led.append(way)
        self._room[state[0]] -= 1
        if self._room[state[0]] < 0:
            self.passed_over.append(number)
        elif self.found.machine.spots[state[0]].first_only:
            self.waiting.appendleft(number)  # what a redirect leads to is no step further away
        else:
            self.waiting.append(number)
        return number

    def _back(self, spot: int, index: int, to: int) -> Moved:
        """What a way back makes of the values, to where its detour began."""
        key = (spot, index, to)
        if key not in self._backs:
            move = self.found.machine.spots[spot].moves[index]
            self._backs[key] = moved(move, self.seeing[to], self.bits)
        return self._backs[key]
