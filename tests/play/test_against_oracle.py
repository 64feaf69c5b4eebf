"""The game plays random stories as a second interpreter does, which knows the format from its pages alone."""

from __future__ import annotations

import pytest

from tests.oracle import Tale
from tests.oracle_agreement import assert_plays_alike, assert_reads_alike
from tests.random_stories import random_draft, told_of
from tests.stories import story_of

EVERYDAY = 200
CAMPAIGN = 5500
MOST = 400
"""So many moments of each story are compared, the nearest first."""


def assert_all_alike(seeds: range) -> None:
    moments = pages = 0
    for seed in seeds:
        files = random_draft(seed).files(seed)
        with told_of(seed):
            story = story_of(dict(files), alone=True)
            moments += assert_plays_alike(story, Tale(files), MOST)
            pages += assert_reads_alike(story, Tale(files, exact=True), seed, 25)
    assert moments > len(seeds) * 10
    assert pages > len(seeds) * 3


@pytest.mark.parametrize("tenth", range(10))
def test_the_game_offers_and_does_what_the_oracle_does(tenth: int) -> None:
    assert_all_alike(range(tenth, EVERYDAY, 10))


@pytest.mark.campaign
@pytest.mark.parametrize("tenth", range(10))
def test_the_game_plays_thousands_of_stories_as_the_oracle_does(tenth: int) -> None:
    assert_all_alike(range(EVERYDAY + tenth, CAMPAIGN, 10))
