"""What plays on a channel of its own: a piece that is heard once, and the sound of a place."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pygame

from game.desktop.card import card_time
from game.desktop.deck import Deck
from game.desktop.fade import Fade
from game.desktop.sheet import Sheet
from game.desktop.tape import Feeder, Tape

UNDER: Final = 0.9
"""Seconds in which the music makes way for a piece, and comes back after it."""
AROUND: Final = 2.5
"""Seconds in which one place's sound gives way to another's."""


class Piece:
    """A recording that plays once. Asking for another lets the first fade."""

    def __init__(self, channel: pygame.mixer.Channel, worker: ThreadPoolExecutor, feeder: Feeder) -> None:
        self._channel = channel
        self._worker, self._feeder = worker, feeder
        self._music = Fade(1.0)
        self._deck: Deck | None = None
        self._next: tuple[Sheet, Future[Tape | None]] | None = None

    @property
    def busy(self) -> bool:
        """Whether one plays or is about to."""
        return self._deck is not None or self._next is not None

    def ask(self, folder: Path, sheet: Sheet) -> None:
        """Play the recording in a folder as soon as its beginning is there and the music has made way."""
        self._next = sheet, self._worker.submit(Tape.open, folder / f"{sheet.stems[0]}.ogg", loop=sheet.loop)

    def step(self, seconds: float, volume: float) -> float:
        """Let time pass; how much of the music is to be heard meanwhile."""
        self._music.aim(0.0 if self.busy else 1.0, UNDER)
        self._music.step(seconds)
        if self._deck:
            if self._next:
                self._deck.fade.aim(0.0, UNDER)
            self._deck.step(seconds, volume)
            if self._deck.over or self._deck.fade.silent:
                self._deck.stop()
                self._deck = None
        elif self._next and self._next[1].done() and self._music.silent:
            sheet, tape = self._next
            self._next = None
            self._deck = Deck(sheet, {sheet.stems[0]: tape.result()}, [self._channel], self._feeder)
            self._deck.start({}, 0.0)
        return self._music.gain


class Ambience:
    """The sound of a place, round and round, on two channels that take turns."""

    def __init__(
        self, channels: Sequence[pygame.mixer.Channel], worker: ThreadPoolExecutor, feeder: Feeder
    ) -> None:
        self._channels = list(channels)
        self._fades = [Fade() for _ in channels]
        self._tapes: list[Tape | None] = [None for _ in channels]
        self._worker, self._feeder = worker, feeder
        self._path: Path | None = None
        self._volume = 0.0
        self._loading: tuple[Path, Future[Tape | None]] | None = None

    def ask(self, path: Path | None) -> None:
        """Have this loop heard; None for nothing."""
        if path == self._path:
            return
        self._path = path
        self._fades[0].aim(0.0, AROUND)
        self._loading = (path, self._worker.submit(Tape.open, path, loop=True)) if path else None

    def step(self, seconds: float, volume: float) -> None:
        """Let time pass."""
        if self._loading and self._loading[1].done() and self._fades[1].silent:
            tape = self._loading[1].result()
            self._loading = None
            if tape:
                self._start(tape)
        for number, (channel, fade) in enumerate(zip(self._channels, self._fades, strict=True)):
            tape = self._tapes[number]
            if tape is None:
                continue
            if fade.silent:
                channel.stop()
                tape.stopped = True
                self._tapes[number] = None
            before = fade.gain
            fade.step(seconds)
            if fade.gain != before or volume != self._volume:
                channel.set_volume(volume * fade.gain)
        self._volume = volume

    def _start(self, tape: Tape) -> None:
        """Let a sound come in on the channel that is free."""
        self._channels.reverse()
        self._fades.reverse()
        self._tapes = [tape, self._tapes[0]]
        self._channels[0].set_volume(0.0)
        self._channels[0].play(tape.sound, loops=tape.loops)
        self._feeder.keep(tape, card_time())
        self._fades[0].aim(1.0, AROUND)
