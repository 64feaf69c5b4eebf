"""The prover agrees with the oracle, which plays every moment of a story, on thousands of random stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import count

import pytest

from game.model.story import Story
from game.verify import Findings, Verdict, explore
from tests.oracle import Tale, Truth, everything
from tests.oracle_verdicts import assert_proved_alike, assert_sound, assert_witnessed, proved
from tests.random_drafts import rename
from tests.random_stories import random_draft, random_story, told_of
from tests.stories import story_of

EVERYDAY = 200
CAMPAIGN = 5500
MOST = 1200
"""Random stories with more moments than this are left out: playing them all takes too long."""
BUDGETS = (0, 1, 5, 20)
"""So many states may be met, which does not do for most stories."""

Comparison = Callable[[Story, Tale, Truth], Counter[str]]


def compared(seeds: range, comparison: Comparison) -> Counter[str]:
    """What was compared, of all stories that are small enough; nearly all must be."""
    sums = Counter[str]()
    for seed in seeds:
        with told_of(seed):
            tale = Tale(random_draft(seed).files(seed))
            truth = everything(tale, MOST)
            if truth is not None:
                sums += comparison(random_story(seed), tale, truth) + Counter(stories=1)
    assert sums["stories"] >= len(seeds) * 0.85, "Too many of these stories were left out to say anything."
    return sums


def proof(story: Story) -> Findings:
    """All that can be proved."""
    return explore(story, 1e9, lambda: 0.0)


def verdicts(story: Story, tale: Tale, truth: Truth) -> Counter[str]:
    """Every verdict is the oracle's, and every walk does what it is said to do."""
    found = proof(story)
    assert found.complete
    compared = assert_proved_alike(tale, truth, found)
    return Counter(verdicts=compared, walks=assert_witnessed(tale, truth, found))


def guesses(story: Story, tale: Tale, truth: Truth) -> Counter[str]:
    """With a budget that is spent at once, no verdict is another than the truth, and the rest is unknown."""
    whole, ticks, sums = proof(story), count(), Counter[str]()
    tight = [explore(story, 1e9, lambda: 0.0, most_states=most) for most in BUDGETS]
    for found in (*tight, explore(story, 0, lambda: float(next(ticks)))):
        assert_witnessed(tale, truth, found)
        assert_sound(tale, truth, found)
        assert found.never_closed <= whole.never_closed
        assert found.never_followed <= whole.never_followed
        assert found.verdict in (whole.verdict, Verdict.UNKNOWN)
        sums[found.verdict if found.complete else Verdict.UNKNOWN] += 1
    return sums


def assert_same_under_other_names(seed: int) -> None:
    """What a story's parts are called, in which order and in which files they stand, changes no verdict."""
    draft = random_draft(seed)
    names = draft.names(seed + 1)
    told = proof(random_story(seed))
    again = proof(story_of(dict(draft.files(seed + 1, renamed=True)), alone=True))
    assert _lengths(told, names) == _lengths(again, {})
    assert {rename(one, names) for one in told.never_closed} == again.never_closed
    assert {(rename(node, names), number) for node, number in told.never_followed} == again.never_followed
    assert bool(told.stuck) == bool(again.stuck)


def _lengths(found: Findings, names: dict[str, str]) -> dict[str, tuple[Verdict, int]]:
    return {
        f"{kind} {' '.join(rename(word, names) for word in name.split())}": (one.verdict, len(one.witness))
        for kind, findings in proved(found).items()
        for name, one in findings.items()
    }


def assert_all_alike(seeds: range) -> None:
    sums = compared(seeds, verdicts)
    assert sums["walks"] > sums["stories"] * 10
    assert sums["verdicts"] > sums["stories"] * 30


def assert_nothing_guessed(seeds: range) -> None:
    sums = compared(seeds, guesses)
    assert sums[Verdict.UNKNOWN] > sums["stories"]


def assert_names_mean_nothing(seeds: range) -> None:
    for seed in seeds:
        with told_of(seed):
            assert_same_under_other_names(seed)


@pytest.mark.parametrize("tenth", range(10))
def test_the_prover_agrees_with_playing_everything(tenth: int) -> None:
    assert_all_alike(range(tenth, EVERYDAY, 10))


def test_what_a_small_budget_leaves_open_is_unknown() -> None:
    assert_nothing_guessed(range(0, EVERYDAY, 5))


def test_names_order_and_files_mean_nothing() -> None:
    assert_names_mean_nothing(range(0, EVERYDAY, 5))


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
    assert_names_mean_nothing(range(EVERYDAY + tenth, CAMPAIGN, 50))
