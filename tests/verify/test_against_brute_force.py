"""The prover agrees with an interpreter that plays every state of a story, on thousands of random stories."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from game.model.story import Story
from game.play import Choose, Draw, Sing, State, begin, offers, step
from game.play.action import word
from game.play.event import Entered, Event, Learned
from game.verify import Finding, Stuck, Verdict, explore
from game.verify.replay import Replays, unconfirmed
from tests.random_stories import random_story

EVERYDAY = 150
CAMPAIGN = 3000
MOST = 6000
"""Random stories with more states than this are left out: playing them all takes too long."""


@dataclass
class Truth:
    """What playing every state shows: for each thing, how many actions the shortest walk to it has."""

    nodes: dict[str, int] = field(default_factory=dict)
    choices: dict[str, int] = field(default_factory=dict)
    ways: dict[str, int] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)
    learned: dict[int, int] = field(default_factory=dict)
    stuck: set[State] = field(default_factory=set)
    distances: dict[State, int] = field(default_factory=dict)


def truth(story: Story) -> Truth | None:
    """Everything, or None if the story has too many states."""
    found = Truth()
    first = begin(story)
    _note(found, first.events, 0)
    found.distances[first.state] = 0
    onward: dict[State, list[State]] = {}
    waiting = deque([first.state])
    while waiting:
        state = waiting.popleft()
        distance = found.distances[state] + 1
        if state.ending:
            found.endings.setdefault(state.ending, distance - 1)
        onward[state] = []
        for action in _actions(story, state):
            turn = step(story, state, action)
            if isinstance(action, Choose):
                found.choices.setdefault(word(action, state.node), distance)
            elif isinstance(action, Sing):
                found.ways.setdefault(f"{state.node}/{action.song} {action.way}", distance)
            _note(found, turn.events, distance)
            onward[state].append(turn.state)
            if turn.state not in found.distances:
                found.distances[turn.state] = distance
                waiting.append(turn.state)
        if len(found.distances) > MOST:
            return None
    found.stuck = _stuck(onward)
    return found


def _actions(story: Story, state: State) -> list[Choose | Sing | Draw]:
    if state.draw:
        return [Draw(number) for number in range(len(state.draw))]
    offered = offers(story, state)
    ways: list[Choose | Sing | Draw] = [Choose(one.choice.key) for one in offered.choices if one.open]
    return ways + [Sing(one.song, way) for one in offered.songs for way in one.ways]


def _note(found: Truth, events: tuple[Event, ...], distance: int) -> None:
    for event in events:
        if isinstance(event, Entered):
            found.nodes.setdefault(event.node, distance)
        elif isinstance(event, Learned):
            found.learned.setdefault(event.cell, distance)


def _stuck(onward: dict[State, list[State]]) -> set[State]:
    saved = {state for state in onward if state.ending}
    growing = True
    while growing:
        more = {
            state for state, after in onward.items() if state not in saved and not saved.isdisjoint(after)
        }
        saved |= more
        growing = bool(more)
    return set(onward) - saved


def assert_agrees(seed: int) -> bool:
    """Whether the story was small enough to compare; it must compare well if so."""
    story = random_story(seed)
    real = truth(story)
    if real is None:
        return False
    found = explore(story, 1e9, lambda: 0.0)
    assert found.complete
    assert _lengths(found.nodes) == real.nodes
    assert _lengths(found.choices) == real.choices
    assert _lengths(found.ways) == real.ways
    assert _lengths(found.endings) == real.endings
    for song in story.songs.values():
        for about, cell in (("learned", song.knows), ("rests", song.rests)):
            finding = found.songs[song.id][about]
            if cell is not None and finding is not None:
                known = 0 if story.cells[cell].start else real.learned.get(cell)
                assert (len(finding.witness) if finding.verdict is Verdict.YES else None) == known
    assert not unconfirmed(story, found)
    _assert_same_stuck(story, real, found.stuck)
    return True


def _assert_same_stuck(story: Story, real: Truth, stuck: tuple[Stuck, ...]) -> None:
    """Every walk to where all is lost ends there; and if anything is lost, it is told."""
    replays = Replays(story)
    for one in stuck:
        end = replays.end(one.witness)
        assert end in real.stuck
    assert bool(stuck) == bool(real.stuck)


def _lengths(found: Mapping[str, Finding]) -> dict[str, int]:
    return {name: len(one.witness) for name, one in found.items() if one.verdict is Verdict.YES}


@pytest.mark.parametrize("tenth", range(10))
def test_the_prover_agrees_with_playing_everything(tenth: int) -> None:
    compared = sum(assert_agrees(seed) for seed in range(tenth, EVERYDAY, 10))
    assert compared >= EVERYDAY // 20, "Too many of these stories were left out to say anything."


@pytest.mark.campaign
@pytest.mark.parametrize("tenth", range(10))
def test_the_prover_agrees_on_thousands_of_stories(tenth: int) -> None:
    assert sum(assert_agrees(seed) for seed in range(EVERYDAY + tenth, CAMPAIGN, 10)) > CAMPAIGN // 20
