"""Walks played again by the very rules of play."""

from __future__ import annotations

from game.model.story import Story
from game.play.action import parse
from game.play.state import State
from game.play.step import Refused, begin, step
from game.verify.findings import Findings, Witness


class Replays:
    """Plays walks; what two walks have in common is played once."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._ends: dict[Witness, State | None] = {(): begin(story).state}

    def end(self, walk: Witness) -> State | None:
        """The state in which a walk ends; None if one of its actions is not possible."""
        known = len(walk)
        while walk[:known] not in self._ends:
            known -= 1
        state = self._ends[walk[:known]]
        for number in range(known, len(walk)):
            action = None if state is None else parse(walk[number], state)
            try:
                state = None if state is None or action is None else step(self._story, state, action).state
            except Refused:
                state = None
            self._ends[walk[: number + 1]] = state
        return state


def unconfirmed(story: Story, findings: Findings) -> tuple[Witness, ...]:
    """The walks among the findings that cannot be played; there are none, unless the prover is wrong."""
    replays = Replays(story)
    found = [
        *findings.nodes.values(),
        *findings.choices.values(),
        *findings.ways.values(),
        *findings.endings.values(),
    ]
    found += [one for song in findings.songs.values() for one in song.values() if one is not None]
    walks = [one.witness for one in found] + [one.witness for one in findings.stuck]
    return tuple(walk for walk in walks if replays.end(walk) is None)
