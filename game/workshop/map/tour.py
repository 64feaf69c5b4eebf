"""The walks that the prover found, with the nodes that each step leads through, told as one tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from game.model.story import Story
from game.play.action import parse
from game.play.event import Entered, Event, Returned
from game.play.state import State
from game.play.step import begin, step
from game.verify.findings import Met, Trail, Witness


class Step(NamedTuple):
    """What is done, after which other step; the first has -1 there, and nothing is done at it."""

    before: int
    words: str


@dataclass(slots=True)
class Tour:
    """Walks that begin alike share their beginning: a walk is the number of its last step here."""

    steps: list[Step] = field(default_factory=lambda: [Step(-1, "")])
    through: list[tuple[str, ...]] = field(default_factory=list)
    """The nodes that each step leads through; the last of them is where it stops."""
    _numbers: dict[Step, int] = field(default_factory=dict)
    _met: dict[int, dict[int, int]] = field(default_factory=dict)
    """For states that were met, by whose they are: the step that leads to each."""

    def end(self, walk: Witness) -> int:
        """Give a walk's last step; steps that are not there yet are added."""
        if not isinstance(walk, Trail):
            return self._on(0, walk)
        return self._on(self._state(walk.met, walk.number), walk.more)

    def _on(self, number: int, words: Iterable[str]) -> int:
        for action in words:
            number = self._number(Step(number, action))
        return number

    def _state(self, met: Met, last: int) -> int:
        """Give the step that leads to a state; what two walks have in common is never spelled out twice."""
        known = self._met.setdefault(id(met), {})
        unknown = []
        while last >= 0 and last not in known:
            unknown.append(last)
            last = met.parents[last]
        number = known[last] if last >= 0 else 0
        for state in reversed(unknown):
            move = met.step(state)
            if move is not None and move.action is not None:
                number = self._number(Step(number, move.action))
            known[state] = number
        return number

    def _number(self, one: Step) -> int:
        number = self._numbers.setdefault(one, len(self.steps))
        if number == len(self.steps):
            self.steps.append(one)
        return number


def tour(story: Story, walks: Iterable[Witness]) -> Tour:
    """Give the tree that walks make, each of its steps played once."""
    told = Tour()
    for walk in walks:
        told.end(walk)
    first = begin(story)
    told.through = [()] * len(told.steps)
    told.through[0] = _nodes(first.events, first.state)
    after: list[list[int]] = [[] for _ in told.steps]
    sizes = [1] * len(told.steps)
    for number in range(len(told.steps) - 1, 0, -1):
        before = told.steps[number].before
        after[before].append(number)
        sizes[before] += sizes[number]
    # The largest branch is played last, when no other needs the state before it: so few are ever kept.
    waiting = [(number, first.state) for number in sorted(after[0], key=sizes.__getitem__, reverse=True)]
    while waiting:
        number, state = waiting.pop()
        action = parse(told.steps[number].words, state)
        if action is None:  # the check plays every walk before anyone sees it
            raise AssertionError(f"{told.steps[number].words} is no action at {state.node}")
        turn = step(story, state, action)
        told.through[number] = _nodes(turn.events, turn.state)
        following = sorted(after[number], key=sizes.__getitem__, reverse=True)
        waiting += [(one, turn.state) for one in following]
    return told


def _nodes(events: Iterable[Event], state: State) -> tuple[str, ...]:
    return tuple(event.node for event in events if isinstance(event, Entered | Returned)) or (state.node,)
