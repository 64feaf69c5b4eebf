"""How every screen is made: the only place that knows them all."""

from __future__ import annotations

from game.desktop.ending import EndingPage
from game.desktop.fault import Fault, FaultPage
from game.desktop.harp import Harp
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.library import Library
from game.desktop.pause import Pause
from game.desktop.reading import Reading
from game.desktop.saves_screen import Saves
from game.desktop.scene import Door, Scene
from game.desktop.scroll import Scroll, Told
from game.desktop.settings_screen import SettingsScreen
from game.desktop.songbook import Performing, Songbook
from game.desktop.stage import Stage
from game.desktop.title import Title
from game.desktop.web import Web
from game.expression.evaluate import holds
from game.view.block import Moment, blocks


class Screens:
    """Makes screens by name, around one journey and one stage."""

    def __init__(self, kit: Kit, journey: Journey, library: Library) -> None:
        self.kit, self.journey = kit, journey
        self.stage = Stage(kit, library)

    def open_door(self, door: Door, subject: object = None) -> Scene:  # noqa: C901, PLR0911 (one case each)
        """The screen behind a door; `subject` is what it is about."""
        around = (self.kit, self.journey, self.stage)
        match door:
            case Door.FIRST_RUN:
                return SettingsScreen(*around, welcome=True)
            case Door.TITLE:
                return Title(*around)
            case Door.READING:
                return Reading(*around)
            case Door.PAUSE:
                return Pause(*around)
            case Door.SETTINGS:
                return SettingsScreen(*around)
            case Door.LOAD | Door.KEEP:
                return Saves(*around, keep=door is Door.KEEP)
            case Door.SONGBOOK:
                return Songbook(*around)
            case Door.HARP:
                return self._harp(subject)
            case Door.HISTORY | Door.JOURNAL:
                told = self._history() if door is Door.HISTORY else self._journal()
                return Scroll(
                    self.kit, self.stage, told, self.journey.story.people, self.journey.story.places
                )
            case Door.WEB:
                return Web(*around)
            case Door.ENDING:
                return EndingPage(*around)
            case Door.FAULT:
                fault = subject if isinstance(subject, Fault) else Fault("Something went wrong.")
                return FaultPage(self.kit, fault, self.journey.store.folder)

    def _harp(self, subject: object) -> Scene:
        """The harp, for the song that was chosen; the book if none was."""
        if isinstance(subject, Performing) and subject.leaf.offer is not None:
            return Harp(self.kit, self.journey, self.stage, subject)
        return Songbook(self.kit, self.journey, self.stage)

    def _history(self) -> Told:
        words = self.journey.words()
        remark = f"{words:,} words so far".replace(",", "\u202f")
        return Told("History", remark, self.journey.transcript, "Nothing has happened yet.", places=True)

    def _journal(self) -> Told:
        """The entries that stand, in the author's order."""
        story, history = self.journey.story, self.journey.history
        values = history.state.values
        moment = Moment(story, values, history.seed, history.state.node, 1)
        standing = [entry for entry in story.journal if holds(entry.guard, values)]
        told = tuple(block for entry in standing for block in blocks(entry.text, moment))
        return Told("Journal", "as things stand", told, "Nothing is written here yet.", places=False)
