"""Sounds that are written out, for whoever asks for it, stand in the column where they sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.desktop.reading import Reading
from game.desktop.scene import Door
from game.desktop.screens import Screens
from game.desktop.scroll import Scroll
from game.model.text import Cue, CueKind
from tests.desktop import tale
from tests.desktop.conftest import Play

KNOCK = "[one knock]"


def opened(game: Callable[..., Play], monkeypatch: pytest.MonkeyPatch, *, captions: bool) -> Reading:
    """A journey whose first page knocks."""
    story = tale.story()
    door = story.nodes["brine.door"]
    knocking = replace(door, text=(*door.text, Cue(CueKind.SOUND, "knock_once")))
    told = replace(story, nodes={**story.nodes, "brine.door": knocking})
    monkeypatch.setattr(tale, "story", lambda: told)
    scene = game(captions=captions).screens.open_door(Door.READING)
    assert isinstance(scene, Reading)
    return scene


def shown(scene: Reading) -> str:
    return " ".join(placed.passage.block.text for placed in scene.column._placed)


def test_a_sound_is_written_out_where_it_is_asked_for(
    game: Callable[..., Play], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert KNOCK in shown(opened(game, monkeypatch, captions=True))


def test_the_setting_takes_effect_at_once(game: Callable[..., Play], monkeypatch: pytest.MonkeyPatch) -> None:
    scene = opened(game, monkeypatch, captions=False)
    assert KNOCK not in shown(scene)
    scene._kit.change(scene._kit.settings.with_value("captions", True))
    scene.enter()
    assert KNOCK in shown(scene)


@pytest.mark.parametrize("captions", [True, False])
def test_the_history_tells_what_the_scene_told(
    game: Callable[..., Play],
    monkeypatch: pytest.MonkeyPatch,
    captions: bool,  # noqa: FBT001 (both ways)
) -> None:
    scene = opened(game, monkeypatch, captions=captions)
    history = Screens(scene._kit, scene.journey, scene.stage._library).open_door(Door.HISTORY)
    assert isinstance(history, Scroll)
    told = " ".join(passage.block.text for passage, _, _ in history._passages)
    assert (KNOCK in told) is captions
