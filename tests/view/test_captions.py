"""Sounds in words stand where they sound, and every sound of the story has its own."""

from __future__ import annotations

import pytest

from game import bundle
from game.loading.library import load_story
from game.model.assets import asset_names
from game.model.text import Cue, CueKind
from game.view.block import Block, BlockKind, Run
from game.view.captions import CAPTIONS, captioned

KNOCK = Cue(CueKind.SOUND, "knock_once")
PAUSE = Cue(CueKind.PAUSE)


def block(*runs: Run, cues: tuple[tuple[int, Cue], ...]) -> Block:
    return Block(BlockKind.PROSE, runs, cues=cues)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("It comes again.", 0, "[one knock] It comes again."),
        ("It comes. Again.", 10, "It comes. [one knock] Again."),
        ("It comes. Again.", 9, "It comes. [one knock] Again."),
        ("It comes.", 9, "It comes. [one knock]"),
        ("", 0, "[one knock]"),
    ],
)
def test_a_sound_stands_where_it_sounds(text: str, place: int, said: str) -> None:
    runs = (Run(text),) if text else ()
    assert captioned(block(*runs, cues=((place, KNOCK),))).text == said


def test_emphasis_and_other_cues_keep_their_places() -> None:
    one = block(Run("It is "), Run("she", emphasis=True), Run(" again."), cues=((7, KNOCK), (9, PAUSE)))
    told = captioned(one)
    assert told.text == "It is s [one knock] he again."
    assert [run.text for run in told.runs if run.emphasis] == ["s", "he"]
    assert [(told.text[:place], cue) for place, cue in told.cues] == [
        ("It is s", KNOCK),
        ("It is s [one knock] he", PAUSE),
    ]


def test_without_sounds_nothing_changes() -> None:
    one = block(Run("It is quiet."), cues=((3, PAUSE),))
    assert captioned(one) is one


def test_a_sound_without_words_of_its_own_goes_by_its_name() -> None:
    cue = Cue(CueKind.SOUND, "wet_boots")
    assert captioned(block(Run("She runs."), cues=((0, cue),))).text == "[wet boots] She runs."


def test_every_sound_of_the_story_has_words() -> None:
    story, _ = load_story(bundle.root() / "story")
    assert story is not None
    assert set(asset_names(story).sounds) - set(CAPTIONS) == set()
