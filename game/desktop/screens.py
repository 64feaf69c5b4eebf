"""How every screen is made: the only place that knows them all."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.harp import Harp
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.library import Library
from game.desktop.pause import Pause
from game.desktop.reading import Reading
from game.desktop.saves_screen import Saves
from game.desktop.scene import Door, Scene
from game.desktop.settings_screen import SettingsScreen
from game.desktop.songbook import Performing, Songbook
from game.desktop.stage import Stage
from game.desktop.title import Title


class Screens:
    """Makes screens by name, around one journey and one stage."""

    def __init__(self, kit: Kit, journey: Journey, library: Library) -> None:
        self.kit, self.journey = kit, journey
        self.stage = Stage(kit, library)
        self._library = library

    def open_door(self, door: Door, subject: object = None) -> Scene:
        """The screen behind a door; `subject` is what it is about."""
        make: dict[Door, Callable[[object], Scene]] = {
            Door.TITLE: lambda _: Title(self.kit, self.journey, self.stage),
            Door.PAUSE: lambda _: Pause(self.kit, self.journey, self.stage),
            Door.LOAD: lambda _: Saves(self.kit, self.journey, self.stage, keep=False),
            Door.KEEP: lambda _: Saves(self.kit, self.journey, self.stage, keep=True),
            Door.SETTINGS: lambda _: SettingsScreen(self.kit, self.journey, self.stage),
            Door.SONGBOOK: lambda _: Songbook(self.kit, self.journey, self.stage),
            Door.HARP: self._harp,
            Door.READING: lambda _: Reading(self.kit, self.journey, self.stage),
        }
        return make[door](subject)

    def _harp(self, subject: object) -> Scene:
        """The harp, for the song that was chosen; back to the book if none was."""
        if isinstance(subject, Performing) and subject.leaf.offer is not None:
            return Harp(self.kit, self.journey, self.stage, subject)
        return Songbook(self.kit, self.journey, self.stage)
