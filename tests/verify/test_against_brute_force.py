"""The prover agrees with the oracle, which plays every moment of a story, on thousands of random stories."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from game.verify import Findings, Verdict, explore
from tests.oracle import Tale, Truth, everything
from tests.oracle_verdicts import assert_proved_alike, assert_witnessed, proved
from tests.random_drafts import rename
from tests.random_stories import random_draft
from tests.stories import story_of

EVERYDAY = 300
CAMPAIGN = 5500
MOST = 1200
"""Random stories with more moments than this are left out: playing them all takes too long."""
BUDGETS = (0, 1, 5, 20)
"""So many states may be met, where that does not do for anything."""


def compared(seeds: range) -> Iterator[tuple[int, Tale, Truth, Findings]]:
    """The stories that are small enough, what the oracle knows of them, and what was proved."""
    for seed in seeds:
        files = random_draft(seed).files(seed)
        tale = Tale(files)
        truth = everything(tale, MOST)
        if truth is not None:
            yield seed, tale, truth, explore(story_of(dict(files), alone=True), 1e9, lambda: 0.0)


def assert_all_alike(seeds: range) -> None:
    verdicts = walks = stories = 0
    for seed, tale, truth, found in compared(seeds):
        assert found.complete, seed
        verdicts += assert_proved_alike(tale, truth, found)
        walks += assert_witnessed(tale, truth, found)
        stories += 1
    assert stories >= len(seeds) * 0.95, "Too many of these stories were left out to say anything."
    assert walks > stories * 10
    assert verdicts > stories * 30


def assert_nothing_guessed(seeds: range) -> None:
    """With a budget that is spent at once, no verdict is another than the truth, and the rest is unknown."""
    unknown = 0
    for seed, tale, truth, found in compared(seeds):
        story = story_of(dict(random_draft(seed).files(seed)), alone=True)
        ticks = count()
        tight = [explore(story, 1e9, lambda: 0.0, most_states=most) for most in BUDGETS]
        tight.append(explore(story, 0, lambda ticks=ticks: float(next(ticks))))  # type: ignore[misc]
        for one in tight:
            assert_witnessed(tale, truth, one)
            assert one.never_closed <= found.never_closed
            assert one.never_followed <= found.never_followed
            assert one.verdict in (found.verdict, Verdict.UNKNOWN)
            unknown += one.verdict is Verdict.UNKNOWN
    assert unknown > len(seeds)


def assert_same_under_other_names(seeds: range) -> None:
    """What a story's parts are called, in which order and in which files they stand, changes no verdict."""
    for seed in seeds:
        draft = random_draft(seed)
        names = draft.names(seed + 1)
        story = story_of(dict(draft.files(seed)), alone=True)
        other = story_of(dict(draft.files(seed + 1, renamed=True)), alone=True)
        told, again = (explore(one, 1e9, lambda: 0.0) for one in (story, other))
        if told.complete:
            assert _lengths(told, names) == _lengths(again, {})
            assert {rename(one, names) for one in told.never_closed} == again.never_closed
            assert {
                (rename(node, names), number) for node, number in told.never_followed
            } == again.never_followed
            assert bool(told.stuck) == bool(again.stuck)


def _lengths(found: Findings, names: dict[str, str]) -> dict[str, tuple[Verdict, int]]:
    return {
        f"{kind} {' '.join(rename(word, names) for word in name.split())}": (one.verdict, len(one.witness))
        for kind, findings in proved(found).items()
        for name, one in findings.items()
    }


@pytest.mark.parametrize("tenth", range(10))
def test_the_prover_agrees_with_playing_everything(tenth: int) -> None:
    assert_all_alike(range(tenth, EVERYDAY, 10))


def test_what_a_small_budget_leaves_open_is_unknown() -> None:
    assert_nothing_guessed(range(0, EVERYDAY, 5))


def test_names_order_and_files_mean_nothing() -> None:
    assert_same_under_other_names(range(0, EVERYDAY, 5))


@pytest.mark.campaign
@pytest.mark.parametrize("tenth", range(10))
def test_the_prover_agrees_on_thousands_of_stories(tenth: int) -> None:
    assert_all_alike(range(EVERYDAY + tenth, CAMPAIGN, 10))


@pytest.mark.campaign
@pytest.mark.parametrize("tenth", range(10))
def test_a_small_budget_guesses_nothing_of_hundreds_of_stories(tenth: int) -> None:
    assert_nothing_guessed(range(EVERYDAY + tenth, CAMPAIGN, 50))


@pytest.mark.campaign
@pytest.mark.parametrize("tenth", range(10))
def test_hundreds_of_stories_are_proved_alike_under_other_names(tenth: int) -> None:
    assert_same_under_other_names(range(EVERYDAY + tenth, CAMPAIGN, 50))
