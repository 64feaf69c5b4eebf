"""What moves is heard: the focus, a page that is turned, a screen that opens and closes; each act once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game import bundle
from game.desktop.app import App
from game.desktop.fault import Fault
from game.desktop.inputs import Input, Verb
from game.desktop.scene import Door, Pop, Push
from game.desktop.window import Window
from game.play.event import Changed, Learned
from tests.desktop.conftest import Play

TO_BE_HEARD = ("focus", "press", "page", "save", "learn", "refuse", "open", "close")


@pytest.fixture
def played(game: Callable[..., Play], monkeypatch: pytest.MonkeyPatch) -> tuple[App, list[str]]:
    """An app, and the sounds that were asked of it."""
    play, heard = game(), []
    monkeypatch.setattr(play.kit.sound, "effect", heard.append)
    window = Window("", Path("no icon"), size=(1280, 720))
    app = App(play.kit, window, play.screens.open_door, lambda error: Fault(str(error)))
    app.carry_out(Push(Door.READING))
    return app, heard


def rest(app: App) -> None:
    """Let everything arrive."""
    for _ in range(300):
        app.scenes[-1].update(1 / 30)


def test_every_sound_of_the_interface_is_there() -> None:
    sounds = bundle.root() / "assets" / "sounds"
    assert [name for name in TO_BE_HEARD if not (sounds / f"{name}.ogg").is_file()] == []


def test_screens_open_and_close_and_the_focus_moves(played: tuple[App, list[str]]) -> None:
    app, heard = played
    for verb in (Verb.LEAVE, Verb.DOWN, Verb.OTHER, Verb.LEAVE):
        app.give(Input(verb))
    assert heard == ["open", "focus", "close"]


def test_a_choice_is_one_page_and_so_is_the_way_back(played: tuple[App, list[str]]) -> None:
    app, heard = played
    rest(app)
    heard.clear()
    app.give(Input(Verb.NUMBER, 1))
    assert heard.count("page") == 1
    assert "focus" not in heard
    rest(app)
    heard.clear()
    app.give(Input(Verb.BACK))
    assert heard == ["page"]


def test_a_setting_that_changes_is_heard_and_keeping_too(played: tuple[App, list[str]]) -> None:
    app, heard = played
    app.carry_out(Push(Door.SETTINGS))
    app.give(Input(Verb.RIGHT))
    app.carry_out(Pop())
    app.give(Input(Verb.SAVE))
    assert heard == ["press", "save"]


def test_a_journey_that_is_kept_is_heard_once(played: tuple[App, list[str]]) -> None:
    app, heard = played
    app.carry_out(Push(Door.KEEP))
    app.give(Input(Verb.TAKE))
    assert heard == ["save"]


def test_what_is_learned_in_one_act_is_heard_once(played: tuple[App, list[str]]) -> None:
    app, heard = played
    app._kit.sound.acted((Learned(1), Changed(2, 0, 1), Learned(3)))
    assert heard == ["learn"]
    app._kit.sound.acted((Changed(2, 0, 1),))
    assert heard == ["learn"]
