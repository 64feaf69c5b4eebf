"""A window that nobody sees, and a game in it."""

from __future__ import annotations

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pygame
import pytest

from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.library import Library
from game.desktop.scene import Door, Move, Scene
from game.desktop.screens import Screens
from game.desktop.scribe import Scribe
from game.desktop.sound import Sound
from game.saves import Seen, Settings, Store
from tests.desktop import tale

ASSETS = Path(__file__).parents[2] / "assets"


@dataclass
class Play:
    """A game at one size: scenes are opened by name, fed inputs, and drawn."""

    kit: Kit
    journey: Journey
    screens: Screens
    surface: pygame.Surface
    kept: list[Settings] = field(default_factory=list)

    def open(self, door: Door, subject: object = None) -> Scene:
        """A scene, wholly there and drawn once."""
        scene = self.screens.open_door(door, subject)
        scene.enter()
        scene.settle()
        scene.draw(self.surface)
        return scene

    def let(self, scene: Scene, seconds: float) -> Move | None:
        """Let time pass in frames; the first move that a scene makes of itself."""
        for _ in range(round(seconds * 30)):
            move = scene.update(1 / 30)
            if move is not None:
                return move
        scene.draw(self.surface)
        return None

    def give(self, scene: Scene, *inputs: Input | Verb) -> Move | None:
        """Hand inputs to a scene; the last answer."""
        move = None
        for put_in in inputs:
            move = scene.handle(put_in if isinstance(put_in, Input) else Input(put_in))
            scene.draw(self.surface)
        return move


Maker = Callable[..., Play]


@pytest.fixture
def game(tmp_path: Path) -> Iterator[Maker]:
    """Makes a game: `game(size, **settings)`."""
    made: list[tuple[pygame.Window, Play, Library]] = []

    def make(size: tuple[int, int] = (1280, 720), **settings: object) -> Play:
        window = pygame.Window("", size)
        kit = Kit(ASSETS, Settings(**settings), window.get_surface().get_size(), Sound(ASSETS, wanted=False))  # type: ignore[arg-type]
        journey = Journey(tale.story(), Store(tmp_path / "profile"), Scribe(), Seen())
        journey.begin(7)
        library = Library(ASSETS)
        play = Play(kit, journey, Screens(kit, journey, library), window.get_surface())
        kit.keep = play.kept.append
        made.append((window, play, library))
        return play

    yield make
    for window, play, library in made:
        play.journey.scribe.close()
        play.kit.sound.close()
        library.close()
        window.destroy()


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A mixer that nobody hears."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    pygame.mixer.init(44100, -16, 2, 512, allowedchanges=0)
    yield
    pygame.mixer.quit()
