"""How every screen is made: the only place that knows them all.

A screen's module is imported when its door is first opened, so that the title waits for none of the others.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import importlib
from typing import Final

from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.library import Library
from game.desktop.scene import Door, Scene
from game.desktop.stage import Stage
from game.expression.evaluate import holds
from game.view.block import Block, Moment, blocks
from game.view.captions import captioned

BESIDE_READING: Final = ("songbook", "harp", "scroll", "web", "pause", "saves_screen", "settings_screen")
"""The modules of the screens that are opened from reading."""


class Screens:
    """Makes screens by name, around one journey and one stage."""

    def __init__(self, kit: Kit, journey: Journey, library: Library) -> None:
        self.kit, self.journey = kit, journey
        self.stage = Stage(kit, library)
        self._library = library

    def open_door(self, door: Door, subject: object = None) -> Scene:  # noqa: C901, PLR0911 (one case each)
        """The screen behind a door; `subject` is what it is about."""
        around = (self.kit, self.journey, self.stage)
        match door:
            case Door.TITLE:
                from game.desktop.title import Title

                return Title(*around)
            case Door.READING:
                from game.desktop.reading import Reading

                reading = Reading(*around)
                self._library.when_free(self._make_ready)
                return reading
            case Door.PAUSE:
                from game.desktop.pause import Pause

                return Pause(*around)
            case Door.SETTINGS | Door.FIRST_RUN:
                from game.desktop.settings_screen import SettingsScreen

                return SettingsScreen(*around, welcome=door is Door.FIRST_RUN)
            case Door.LOAD | Door.KEEP:
                from game.desktop.saves_screen import Saves

                return Saves(*around, keep=door is Door.KEEP)
            case Door.SONGBOOK | Door.HARP:
                return self._songs(subject)
            case Door.HISTORY | Door.JOURNAL:
                return self._told(door)
            case Door.WEB:
                from game.desktop.web import Web

                return Web(*around)
            case Door.ENDING:
                from game.desktop.ending import EndingPage

                return EndingPage(*around)
            case Door.FAULT:
                from game.desktop.fault import Fault, FaultPage

                fault = subject if isinstance(subject, Fault) else Fault("Something went wrong.")
                return FaultPage(self.kit, fault, self.journey.store.folder)

    def _make_ready(self) -> None:
        """What the screens next to reading are slow to begin with; on a worker thread."""
        for screen in BESIDE_READING:
            importlib.import_module(f"game.desktop.{screen}")
        from game.desktop.paper import make_ready
        from game.desktop.web import band_of_light

        make_ready(self.kit.theme)
        band_of_light()

    def _songs(self, subject: object) -> Scene:
        """The harp, for the song that was chosen; the book if none was."""
        from game.desktop.harp import Harp
        from game.desktop.songbook import Performing, Songbook

        if isinstance(subject, Performing) and subject.leaf.offer is not None:
            return Harp(self.kit, self.journey, self.stage, subject)
        return Songbook(self.kit, self.journey, self.stage)

    def _told(self, door: Door) -> Scene:
        """What was read so far, or the journal."""
        from game.desktop.scroll import Scroll, Told

        if door is Door.HISTORY:
            words = f"{self.journey.words():,} words so far".replace(",", "\u202f")
            blocks = self.journey.transcript
            if self.kit.settings.captions:
                blocks = tuple(map(captioned, blocks))
            told = Told("History", words, blocks, "Nothing has happened yet.", places=True)
        else:
            told = Told(
                "Journal", "as things stand", self._journal(), "Nothing is written here yet.", places=False
            )
        return Scroll(self.kit, self.stage, told, self.journey.story.people, self.journey.story.places)

    def _journal(self) -> tuple[Block, ...]:
        """The entries that stand, in the author's order."""
        story, history = self.journey.story, self.journey.history
        values = history.state.values
        moment = Moment(story, values, history.seed, history.state.node, 1)
        standing = [entry for entry in story.journal if holds(entry.guard, values)]
        return tuple(block for entry in standing for block in blocks(entry.text, moment))
