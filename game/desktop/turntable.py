"""Two decks and the hand-over between them.

A score that is asked for while another plays waits until the other's rhythm and lead have faded and been let
go; then its beginning is decoded on a worker thread while the old bed goes on, and the two cross. So at most
four stems are ever heard, and there is always music.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pygame

from game.desktop.deck import Deck
from game.desktop.sheet import Sheet
from game.desktop.tape import Feeder, Tape

STEMS: Final = 3
"""Channels for each deck."""
FIRST: Final = 1.2
"""Seconds in which music comes in out of silence."""
CLEAR: Final = 1.0
"""Seconds in which the old rhythm and lead make room."""
CROSS: Final = 2.6
"""Seconds in which one bed gives way to another."""
Stems = dict[str, Tape | None]


def load_stems(folder: Path, sheet: Sheet) -> Stems:
    """All the stems of a recording, ready to be started. Safe on a worker thread."""
    return {stem: Tape.open(folder / f"{stem}.ogg", loop=sheet.loop) for stem in sheet.stems}


class Turntable:
    """Plays one score at a time on twice STEMS channels."""

    def __init__(
        self, channels: Sequence[pygame.mixer.Channel], worker: ThreadPoolExecutor, feeder: Feeder
    ) -> None:
        self._sides = (channels[:STEMS], channels[STEMS : 2 * STEMS])
        self._worker, self._feeder = worker, feeder
        self._playing: Deck | None = None
        self._leaving: Deck | None = None
        self._goal: tuple[Path, Sheet] | None = None
        self._volumes: Mapping[str, float] = {}
        self._loading: tuple[Sheet, Future[Stems]] | None = None

    def ask(self, folder: Path, sheet: Sheet | None, volumes: Mapping[str, float]) -> None:
        """Have this score heard with its stems at these volumes; None for silence."""
        self._goal = (folder, sheet) if sheet else None
        self._volumes = volumes
        if self._playing and self._is_goal(self._playing.sheet):
            self._playing.aim(volumes)

    def step(self, seconds: float, gain: float) -> bool:
        """Let time pass; true in the moment in which a score starts."""
        for deck in (self._playing, self._leaving):
            if deck:
                deck.step(seconds, gain)
                if deck.over:
                    deck.stop()
        self._make_room()
        return self._load_and_start()

    @property
    def changing(self) -> bool:
        """Whether one score is handing over to another, or is being loaded."""
        return self._leaving is not None or self._loading is not None

    def _is_goal(self, sheet: Sheet) -> bool:
        return self._goal is not None and self._goal[1].name == sheet.name

    def _make_room(self) -> None:
        if self._playing and not self._is_goal(self._playing.sheet):
            if self._leaving is None:
                self._leaving, self._playing = self._playing, None
                for stem in self._leaving.sheet.stems[1:]:
                    self._leaving.let_go(stem, CLEAR)
            else:
                self._leaving.fade.aim(0.0, CLEAR)
        if self._leaving is None:
            return
        if self._playing is None and self._is_goal(self._leaving.sheet) and self._leaving.whole:
            self._playing, self._leaving = self._leaving, None  # it was asked back before anything was lost
            self._playing.fade.aim(1.0, CLEAR)
            self._playing.aim(self._volumes)
            return
        if self._goal is None:
            self._leaving.fade.aim(0.0, CROSS)
        self._leaving.free_silent()
        if self._leaving.empty:
            self._leaving = None

    def _load_and_start(self) -> bool:
        if self._loading is None:
            room = self._leaving is None or self._leaving.thinned
            if self._goal and room and self._playing is None:
                folder, sheet = self._goal
                self._loading = sheet, self._worker.submit(load_stems, folder, sheet)
            return False
        sheet, stems = self._loading
        if not stems.done():
            return False
        self._loading = None
        if self._playing or not self._is_goal(sheet):
            return False  # something else was asked for meanwhile
        self._sides = self._sides[::-1]
        self._playing = Deck(sheet, stems.result(), self._sides[0], self._feeder)
        self._playing.start(self._volumes, CROSS if self._leaving else FIRST)
        if self._leaving:
            self._leaving.fade.aim(0.0, CROSS)
        return True
