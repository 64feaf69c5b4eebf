"""What must hold of any run through any story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play import History
from tests.playing import saved_and_loaded
from tests.random_stories import random_run, random_story

SEEDS = st.integers(0, 1 << 32)


@given(SEEDS, SEEDS)
def test_a_run_comes_back_from_a_save_as_it_was(story_seed: int, run_seed: int) -> None:
    saved_and_loaded(random_run(random_story(story_seed), run_seed, 20))


@given(SEEDS, SEEDS)
def test_going_back_is_playing_one_action_less(story_seed: int, run_seed: int) -> None:
    story = random_story(story_seed)
    history: History | None = random_run(story, run_seed, 12)
    length = 12
    while history is not None:
        shorter = history.back()
        if shorter is not None and history.action is not None:
            again = shorter.act(_asked(history, shorter))
            assert again.state == history.state
            assert again.trail == history.trail
        history, length = shorter, length - 1


def _asked(history: History, shorter: History) -> object:
    """The action that led from the shorter run to the longer."""
    link = history
    while link.before is not shorter:
        assert link.before is not None
        link = link.before
    return link.action


@given(SEEDS, SEEDS)
def test_every_value_stays_within_its_cell(story_seed: int, run_seed: int) -> None:
    story = random_story(story_seed)
    for entry in random_run(story, run_seed, 20).trail:
        for cell, value in zip(story.cells, entry.state.values, strict=True):
            assert cell.low <= value <= cell.high


@pytest.mark.campaign
def test_many_runs_come_back_from_saves() -> None:
    for seed in range(3000):
        saved_and_loaded(random_run(random_story(seed), seed, 60))
