"""A scene is one screen; it answers an input with a move, which the app carries out.

The app keeps a pile of scenes: the topmost gets the inputs, and those that nothing hides are drawn.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum

import pygame

from game.desktop.inputs import Input


class Scene(ABC):
    """What every scene can do; each answers what concerns it."""

    hides = True
    """Whether nothing beneath it can be seen."""

    @property
    def moving(self) -> bool:
        """Whether it looks different at every frame."""
        return False

    @property
    def focused(self) -> object:
        """What the keys have come to; that it is another one is heard."""
        return None

    @property
    def folio(self) -> object:
        """Which of its pages is shown; that it is turned is heard."""
        return None

    def enter(self) -> None:
        """It is topmost from now on, for the first time or again."""

    def settle(self) -> None:
        """Be wholly there at once, with nothing left to arrive: for a still picture."""

    def leave(self) -> None:
        """It is gone for good: let go of what it holds."""

    def resume(self, brought: object) -> Move | None:  # noqa: ARG002 (most scenes are brought nothing)
        """The scene above has gone, and brought this back."""
        return None

    def resize(self) -> None:
        """The window, or the size of text, has changed."""

    def handle(self, put_in: Input) -> Move | None:  # noqa: ARG002 (some scenes answer nothing)
        """Answer an input."""
        return None

    def update(self, seconds: float) -> Move | None:  # noqa: ARG002 (some scenes stand still)
        """Let time pass."""
        return None

    @abstractmethod
    def draw(self, surface: pygame.Surface) -> None:
        """Draw it whole."""


class Door(StrEnum):
    """Every screen, by name; `screens.open_door` knows how each is made."""

    FIRST_RUN = "first-run"
    TITLE = "title"
    READING = "reading"
    PAUSE = "pause"
    SETTINGS = "settings"
    LOAD = "saves"
    KEEP = "keep"
    SONGBOOK = "songbook"
    HARP = "harp"
    HISTORY = "history"
    JOURNAL = "journal"
    WEB = "web"
    ENDING = "credits"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Push:
    """Lay a screen on top; `subject` is what it is about, such as the song to perform."""

    door: Door
    subject: object = None


@dataclass(frozen=True, slots=True)
class Pop:
    """Take the topmost screen away; the one beneath is handed `brought`."""

    brought: object = None


@dataclass(frozen=True, slots=True)
class Replace:
    """Put a screen in the place of the topmost one, or of the whole pile if `all`."""

    door: Door
    subject: object = None
    all: bool = False


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the game."""


Move = Push | Pop | Replace | Quit
