"""A recording that is played from a loop of memory a few seconds long.

The mixer plays the loop round and round; ahead of what sounds, the recording is written into it as it goes
on. So however long a piece of music is, it takes a megabyte or two; wherever its end falls, it repeats
without a seam; and recordings that were started together stay together, sample for sample.

A recording is decoded once, into a nameless temporary file: to decode it all the time would cost more than
everything else does while the game waits.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryFile
from threading import Thread
from typing import IO, Final, Self

import pygame

from game.desktop.card import RATE, card_time
from game.desktop.ogg import Chain, Samples, read_chain, samples_of

AHEAD: Final = 8.0
"""Seconds that the loop of memory holds: so long nothing is missed if nobody writes on."""
CLEAR: Final = 0.25
"""Seconds around what sounds that are left alone: the card's clock is not exact to the sample."""
SHORT: Final = 25.0
"""Seconds up to which a recording is kept whole: the sound of a place."""
BREATH: Final = 0.004
"""Seconds between two links in which the mixer may have its lock."""
EVERY: Final = 1.0
"""Seconds from one look at what was played to the next."""
SAMPLE: Final = 2
"""Bytes of a sample."""


class Tape:
    """One recording: the mixer plays its `sound`, and repeats that `loops` times, −1 without end."""

    def __init__(
        self, sound: pygame.mixer.Sound, seconds: float, blocks: Iterator[Samples] | None, *, loop: bool
    ) -> None:
        self.sound, self.seconds, self.loop = sound, seconds, loop
        self.began = 0.0
        """When it was started, by the card's clock."""
        self.stopped = False
        self._blocks = blocks
        """What is still to be written into the sound; None if it is all there."""
        self._rest: Samples = memoryview(b"").cast("h")
        """What is decoded and had no room yet."""
        self._written = 0
        """How many samples were written, from the beginning on."""

    @classmethod
    def open(cls, path: Path, *, loop: bool) -> Self | None:
        """The beginning of a recording, ready to start; None if it cannot be read. For a worker thread."""
        with suppress(pygame.error, OSError, ValueError):
            chain = read_chain(path)
            if len(chain.links) < 2:  # noqa: PLR2004 (nothing that could be decoded bit by bit)
                sound = pygame.mixer.Sound(str(path))
                return cls(sound, sound.get_length(), None, loop=loop)
            sides, seconds = _sides(), chain.frames / RATE
            whole = seconds <= SHORT
            frames = chain.frames if whole else round(AHEAD * RATE)
            sound = pygame.mixer.Sound(buffer=bytes(frames * sides * SAMPLE))
            blocks = (
                chain.blocks(sides) if whole else _unrolled(chain, sides, _spooled(chain, sides), loop=loop)
            )
            tape = cls(sound, seconds, blocks, loop=loop)
            tape._write(frames * sides)
            if whole:
                tape._blocks = None  # there is nothing more to come
            return tape
        return None

    @property
    def loops(self) -> int:
        """How often the mixer is to repeat the sound."""
        return -1 if self.loop or self.streamed else 0

    @property
    def streamed(self) -> bool:
        """Whether it has to be written on while it plays."""
        return self._blocks is not None

    def write_on(self, now: float) -> None:
        """Write on, as far as what sounds at `now` of the card's clock leaves room."""
        sides, room = _sides(), len(samples_of(self.sound))
        played = max(0, round((now - self.began) * RATE) * sides)
        # Had the machine slept, or the clock: go on from where the loop of memory is by now.
        if not played < self._written <= played + room:
            self._written = played + room - (played - self._written) % room
        self._write(played + room - round(CLEAR * RATE) * sides)

    def _write(self, upto: int) -> None:
        room = samples_of(self.sound)
        while self._blocks is not None and self._written < upto:
            if not self._rest:
                self._rest = next(self._blocks)
            at = self._written % len(room)
            count = min(len(self._rest), upto - self._written, len(room) - at)
            room[at : at + count] = self._rest[:count]
            self._rest = self._rest[count:]
            self._written += count


class Feeder:
    """A thread that writes on the tapes that play, whatever the window is busy with."""

    def __init__(self) -> None:
        self._given: SimpleQueue[Tape | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="tapes", daemon=True)
        self._thread.start()

    def keep(self, tape: Tape, began: float) -> None:
        """Write a tape on that began at this moment of the card's clock, until it is stopped."""
        tape.began = began
        if tape.streamed:
            self._given.put(tape)

    def close(self) -> None:
        """Write nothing any more; to be called before the card is closed."""
        self._given.put(None)
        self._thread.join()

    def _run(self) -> None:
        tapes: list[Tape] = []
        while _taken(self._given, tapes):
            tapes = [tape for tape in tapes if not tape.stopped]
            _write_on(tapes)


def _taken(given: SimpleQueue[Tape | None], tapes: list[Tape]) -> bool:
    """Wait until it is time for another look, and take what is given meanwhile; whether to go on at all."""
    with suppress(Empty):
        while tape := given.get(timeout=EVERY if tapes else None):
            tapes.append(tape)
        return False
    return True


def _write_on(tapes: list[Tape]) -> None:
    """Write on all of them by the same clock: they stay together even where the clock is wrong."""
    now = card_time()
    for tape in tapes:
        tape.write_on(now)


def _sides() -> int:
    """How many samples there are of a frame."""
    return (pygame.mixer.get_init() or (0, 0, 2))[2]


def _unrolled(chain: Chain, sides: int, kept: IO[bytes] | None, *, loop: bool) -> Iterator[Samples]:
    """The recording block by block, again and again if it loops; then silence without end."""
    second = RATE * sides * SAMPLE
    with suppress(pygame.error, OSError), kept or nullcontext():
        while True:
            yield from _read(kept, second) if kept else chain.blocks(sides)
            if not loop:
                break
    silence = memoryview(bytes(second)).cast("h")
    while True:
        yield silence


def _spooled(chain: Chain, sides: int) -> IO[bytes] | None:
    """A nameless file with all the samples of a recording; None where there is no room for one."""
    with suppress(OSError), ExitStack() as failed:
        file = failed.enter_context(TemporaryFile())
        for block in chain.blocks(sides):
            file.write(block)
            time.sleep(BREATH)
        failed.pop_all()
        return file
    return None


def _read(file: IO[bytes], size: int) -> Iterator[Samples]:
    """The file from its beginning to its end, so many bytes at a time."""
    file.seek(0)
    while held := file.read(size):
        yield memoryview(held).cast("h")
