"""Walks played again by the very rules of play."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.model.story import Story
from game.play.action import parse
from game.play.state import State
from game.play.step import Refused, begin, step
from game.verify.findings import Findings, Met, Trail, Witness


class Replays:
    """Plays walks; what two walks have in common is played once."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._ends: dict[tuple[str, ...], State | None] = {(): begin(story).state}

    def end(self, witness: Witness) -> State | None:
        """The state in which a walk ends; None if one of its actions is not possible."""
        walk = tuple(witness)
        known = len(walk)
        while walk[:known] not in self._ends:
            known -= 1
        state = self._ends[walk[:known]]
        for number in range(known, len(walk)):
            state = _played(self._story, state, walk[number])
            self._ends[walk[: number + 1]] = state
        return state


def unconfirmed(story: Story, findings: Findings) -> tuple[Witness, ...]:
    """The walks among the findings that cannot be played; there are none, unless the prover is wrong."""
    walks = list(_walks(findings))
    replays = Replays(story)
    wrong = [walk for walk in walks if not isinstance(walk, Trail) and replays.end(walk) is None]
    by_met: dict[int, list[Trail]] = defaultdict(list)
    for walk in walks:
        if isinstance(walk, Trail):
            by_met[id(walk.met)].append(walk)
    return (
        *wrong,
        *(trail for trails in by_met.values() for trail in _not_played(story, trails[0].met, trails)),
    )


def _walks(findings: Findings) -> Iterator[Witness]:
    found = (
        findings.nodes,
        findings.choices,
        findings.ways,
        findings.endings,
        findings.shown,
        findings.redirects,
        findings.closed,
        findings.prose,
        findings.bounds,
    )
    for mapping in found:
        yield from (one.witness for one in mapping.values())
    for song in findings.songs.values():
        yield from (one.witness for one in song.values() if one is not None)
    yield from (one.witness for one in (*findings.stuck, *findings.idle))


class _Waiting(NamedTuple):
    """A state that was met and is to be played next, from the state before it."""

    number: int
    before: State | None


def _not_played(story: Story, met: Met, trails: Iterable[Trail]) -> Iterator[Trail]:
    """The trails that cannot be played.

    All of them together are a tree, which is played once. Of the branches at a state the largest is played
    last, when the state need not be kept for others any more: so few are ever kept, however large the tree.
    """
    ending: dict[int, list[Trail]] = defaultdict(list)
    for trail in trails:
        ending[trail.number].append(trail)
    branches = _tree(met, ending)
    waiting = [_Waiting(number, begin(story).state) for number in branches[-1]]
    while waiting:
        number, state = waiting.pop()
        move = met.step(number)
        if move is not None and move.action is not None:
            state = _played(story, state, move.action)
        for trail in ending.get(number, ()):
            end = state
            for action in trail.more:
                end = _played(story, end, action)
            if end is None:
                yield trail
        waiting += [_Waiting(branch, state) for branch in branches.pop(number, ())]


def _tree(met: Met, numbers: Iterable[int]) -> dict[int, list[int]]:
    """All states on the way to these: for each those that follow it, the one with most behind it first."""
    sizes: dict[int, int] = {}
    for end in numbers:
        number = end
        while number >= 0 and number not in sizes:
            sizes[number] = 1
            number = met.parents[number]
    branches: dict[int, list[int]] = defaultdict(list)
    for number in sorted(sizes, reverse=True):
        before = met.parents[number]
        branches[before].append(number)
        if before >= 0:
            sizes[before] += sizes[number]
    for following in branches.values():
        following.sort(key=sizes.__getitem__, reverse=True)
    return branches


def _played(story: Story, state: State | None, words: str) -> State | None:
    """The state after an action; None if it is not possible."""
    action = None if state is None else parse(words, state)
    if state is None or action is None:
        return None
    try:
        return step(story, state, action).state
    except Refused:
        return None
