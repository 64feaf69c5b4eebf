"""Stories in which game, prover and oracle once differed, or the format left a question open."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.verify import explore
from tests.oracle import Tale, everything
from tests.oracle_agreement import assert_plays_alike, assert_reads_alike
from tests.oracle_verdicts import assert_proved_alike, assert_witnessed
from tests.stories import story_of

KEPT = sorted((Path(__file__).parents[1] / "stories_kept").glob("*.yaml"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_game_prover_and_oracle_agree(path: Path) -> None:
    files = {path.name: path.read_text(encoding="utf-8")}
    story, tale = story_of(dict(files), alone=True), Tale(files)
    assert assert_plays_alike(story, tale, 5000) > 1
    for seed in range(5):
        assert assert_reads_alike(story, Tale(files, exact=True), seed, 20) > 0
    truth = everything(tale, 5000)
    assert truth is not None
    found = explore(story, 1e9, lambda: 0.0)
    assert assert_proved_alike(tale, truth, found)
    assert assert_witnessed(tale, truth, found)


def test_there_are_some() -> None:
    assert KEPT
