"""The loop: moves are carried out, faults become a page, and what the player set is followed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.desktop.app import App
from game.desktop.fault import Fault, FaultPage
from game.desktop.inputs import Input, Verb
from game.desktop.scene import Door, Move, Pop, Push, Quit, Replace, Scene
from game.desktop.window import Window
from tests.desktop.conftest import Play


class Plain(Scene):
    """A scene that answers with whatever it was told to."""

    def __init__(self, name: str, answer: Move | None = None) -> None:
        self.name, self.answer, self.brought, self.left = name, answer, None, False

    def handle(self, put_in: Input) -> Move | None:  # noqa: ARG002, D102 (as every scene has it)
        return self.answer

    def resume(self, brought: object) -> Move | None:  # noqa: D102 (as every scene has it)
        self.brought = brought
        return None

    def leave(self) -> None:  # noqa: D102 (as every scene has it)
        self.left = True

    def draw(self, surface: pygame.Surface) -> None:  # noqa: D102 (as every scene has it)
        surface.fill("#203040")


class Broken(Plain):
    """A scene that fails when time passes."""

    def update(self, seconds: float) -> Move | None:  # noqa: ARG002, D102 (as every scene has it)
        raise ZeroDivisionError(self.name)


@pytest.fixture
def app(game: Callable[..., Play]) -> App:
    play = game()
    window = Window("", Path("no icon"), size=(1280, 720))

    def opener(door: Door, subject: object) -> Scene:
        if door is Door.FAULT:
            return play.screens.open_door(door, subject)
        return subject if isinstance(subject, Scene) else Plain(door)

    return App(play.kit, window, opener, lambda error: Fault(f"It was {type(error).__name__}."))


def names(app: App) -> list[str]:
    return [scene.name for scene in app.scenes if isinstance(scene, Plain)]


def test_scenes_are_laid_on_top_and_taken_away(app: App) -> None:
    app.carry_out(Push(Door.TITLE))
    app.carry_out(Push(Door.SETTINGS))
    assert names(app) == ["title", "settings"]
    app.carry_out(Pop("a song"))
    assert names(app) == ["title"]
    assert app.scenes[0].brought == "a song"


def test_replacing_takes_the_topmost_or_all(app: App) -> None:
    app.carry_out(Push(Door.TITLE))
    app.carry_out(Push(Door.PAUSE))
    below = app.scenes[0]
    app.carry_out(Replace(Door.LOAD))
    assert names(app) == ["title", "saves"]
    app.carry_out(Replace(Door.READING, all=True))
    assert names(app) == ["reading"]
    assert below.left


def test_leaving_the_last_scene_ends_the_loop(app: App) -> None:
    app.carry_out(Push(Door.TITLE))
    top = app.scenes[0]
    top.answer = Quit()
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, scancode=40))
    app.scenes.clear()
    app._open = lambda _door, _subject: top
    app.run(Door.TITLE)
    assert top.left


def test_a_fault_becomes_a_page_with_ways_on(app: App) -> None:
    """The player reads what happened and that the journey is safe; nothing is raised."""
    pygame.event.clear()
    frames = iter(range(3))

    def stop_after_three(_seconds: float) -> None:
        if next(frames, None) is None:
            app._running = False

    rest, app.rest = app.rest, stop_after_three
    app.carry_out(Push(Door.TITLE, Broken("first")))
    opener = app._open
    app._open = lambda door, subject: opener(door, subject) if door is Door.FAULT else Broken("again")
    seen: list[Scene] = []
    lay = app._lay
    app._lay = lambda scene: (seen.append(scene), lay(scene))
    app.run(Door.TITLE)
    assert any(isinstance(scene, FaultPage) for scene in seen)
    app.rest = rest


def test_full_screen_is_a_setting_like_any_other(app: App) -> None:
    app.carry_out(Push(Door.TITLE))
    app.give(Input(Verb.FULL_SCREEN))
    assert app._kit.settings.fullscreen
    assert app._window.full_screen
    app.give(Input(Verb.FULL_SCREEN))
    assert not app._window.full_screen


def test_nothing_is_drawn_while_nothing_changes(app: App) -> None:
    app.carry_out(Push(Door.TITLE))
    for _ in range(40):
        app.frame(1 / 30)
    drawn: list[int] = []
    app.scenes[0].draw = lambda _surface: drawn.append(1)
    app.frame(1 / 60)
    assert not drawn
    app.give(Input(Verb.OTHER))
    app.frame(1 / 60)
    assert drawn == [1]
