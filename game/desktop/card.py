"""The sound card: opened without a word, watched, opened again when it comes back.

Nothing here raises. Where there is no card, `open_card` says why and the game goes on without sound.
"""

from __future__ import annotations

import io
import os
import wave
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

import pygame
from pygame._sdl2.audio import get_audio_device_names

from game.desktop.memory import give_back_large_blocks

RATE: Final = 44100
BUFFER: Final = 512
"""Frames: a note sounds within 12 milliseconds."""
SIXTEEN_BITS: Final = -16
CLOCK_SECONDS: Final = 10
SILENT: Final = "No sound card was found, so the game is silent."


def open_card(channels: int, *, mono: bool = False) -> str:
    """Open the mixer with so many channels; empty if that went well, else a sentence for the player."""
    with quiet_stderr():
        try:
            pygame.mixer.init(RATE, SIXTEEN_BITS, 1 if mono else 2, BUFFER, allowedchanges=0)
        except pygame.error:
            # What the system says of it ("ALSA: No such file or directory") tells a player nothing.
            return SILENT
    pygame.mixer.set_num_channels(channels)
    give_back_large_blocks()
    _start_clock(1 if mono else 2)
    return ""


def close_card() -> None:
    """Let go of the card; harmless if there is none."""
    with suppress(pygame.error):
        pygame.mixer.quit()


def card_present() -> bool:
    """Whether the system still lists something that can play."""
    recording = False
    try:
        return bool(get_audio_device_names(recording))
    except pygame.error:
        return False


def card_time() -> float:
    """Seconds that the card has played since it was opened: the clock that the music goes by."""
    return max(0, pygame.mixer.music.get_pos()) / 1000


def _start_clock(sides: int) -> None:
    """Stream silence for as long as the game runs: what the card counts is what it has streamed.

    It is in the form of the card: turning it into that would cost a fifth of all the mixing.
    """
    silence = io.BytesIO()
    with wave.open(silence, "wb") as track:
        track.setnchannels(sides)
        track.setsampwidth(2)
        track.setframerate(RATE)
        track.writeframes(bytes(2 * sides * RATE * CLOCK_SECONDS))
    silence.seek(0)
    pygame.mixer.music.load(silence, "wav")
    pygame.mixer.music.play(loops=-1)


@contextmanager
def quiet_stderr() -> Iterator[None]:
    """Sound libraries written in C print to the terminal themselves; not while this lasts."""
    try:
        kept = os.dup(2)
        nowhere = os.open(os.devnull, os.O_WRONLY)
    except OSError:
        yield
        return
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)
