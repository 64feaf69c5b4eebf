"""A deck plays one recording: its stems together, sample for sample, each at its own volume."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Final

import pygame

from game.desktop.card import card_time
from game.desktop.fade import Fade
from game.desktop.sheet import Sheet
from game.desktop.tape import Feeder, Tape

TOGETHER: Final = 0.0002
"""Seconds. If starting the stems took longer, the card may have taken a buffer in between: start again."""
TRIES: Final = 20
EASE: Final = 1.6
"""Seconds in which a stem's volume follows what happens."""
SURELY: Final = 0.3
"""Seconds after the end of a recording in which it has surely been heard to its end."""


class Deck:
    """One recording on as many channels as it has stems. A stem whose tape is missing is silent."""

    def __init__(
        self,
        sheet: Sheet,
        tapes: Mapping[str, Tape | None],
        channels: Sequence[pygame.mixer.Channel],
        feeder: Feeder,
    ) -> None:
        self.sheet = sheet
        self.fade = Fade()
        self._tapes = {stem: tape for stem, tape in tapes.items() if tape is not None}
        self._feeder = feeder
        self._began = 0.0
        self._channels = dict(zip(sheet.stems, channels, strict=False))
        self._stems = {stem: Fade() for stem in sheet.stems}
        self._set: dict[str, float] = {}

    def start(self, volumes: Mapping[str, float], seconds: float) -> None:
        """Start all stems in the same breath and fade in."""
        for stem, fade in self._stems.items():
            fade.level = fade.target = volumes.get(stem, 1.0)
        for stem in self._tapes:
            self._channels[stem].set_volume(0.0)
            self._set[stem] = 0.0
        for _ in range(TRIES):
            began = time.perf_counter()
            for stem, tape in self._tapes.items():
                self._channels[stem].play(tape.sound, loops=tape.loops)
            if time.perf_counter() - began < TOGETHER:
                break
        self._began = card_time()
        for tape in self._tapes.values():
            self._feeder.keep(tape, self._began)
        self.fade.aim(1.0, seconds)

    def aim(self, volumes: Mapping[str, float], seconds: float = EASE) -> None:
        """Let the stems ease to other volumes."""
        for stem, fade in self._stems.items():
            fade.aim(volumes.get(stem, 1.0), seconds)

    def let_go(self, stem: str, seconds: float) -> None:
        """Fade a stem out for good and free its memory."""
        if stem in self._stems:
            self._stems[stem].aim(0.0, seconds)

    def step(self, seconds: float, gain: float) -> None:
        """Let time pass; `gain` is the volume that everything on this deck shares."""
        self.fade.step(seconds)
        for stem, fade in self._stems.items():
            fade.step(seconds)
            if stem in self._tapes:
                volume = gain * self.fade.gain * fade.level
                if self._set.get(stem) != volume:
                    self._channels[stem].set_volume(volume)
                    self._set[stem] = volume

    def free_silent(self) -> None:
        """Give back the memory of stems that were let go: an update after their volume came to nothing."""
        for stem in [stem for stem in self._tapes if self._stems[stem].silent or self.fade.silent]:
            if self._set.get(stem) == 0.0:
                self._give_back(stem)

    def stop(self) -> None:
        """Give back everything, at once."""
        for stem in list(self._tapes):
            self._give_back(stem)

    def _give_back(self, stem: str) -> None:
        self._channels[stem].stop()
        self._tapes.pop(stem).stopped = True

    @property
    def whole(self) -> bool:
        """Whether nothing of it was given back yet."""
        return len(self._tapes) == len(self._stems)

    @property
    def thinned(self) -> bool:
        """Whether one stem is left at most."""
        return len(self._tapes) <= 1

    @property
    def empty(self) -> bool:
        """Whether nothing is left on it."""
        return not self._tapes

    @property
    def over(self) -> bool:
        """Whether a recording that plays once has come to its end."""
        end = self._began + max((tape.seconds for tape in self._tapes.values()), default=0.0)
        return card_time() > end + SURELY and not any(tape.loop for tape in self._tapes.values())
