"""Short sounds: the player's notes and what is heard around them, decoded when wanted and kept a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import pygame

KEPT: Final = 40
"""How many sounds stay decoded: the harp's nine strings, a voice's, and what the interface needs."""


class Shelf:
    """Sounds by file, the last KEPT of them decoded. What cannot be read is silence."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sounds: OrderedDict[str, pygame.mixer.Sound | None] = OrderedDict()

    def get(self, name: str) -> pygame.mixer.Sound | None:
        """The sound in `<name>.ogg` under the shelf's folder."""
        if name not in self._sounds:
            self._sounds[name] = self._read(name)
            if len(self._sounds) > KEPT:
                self._sounds.popitem(last=False)
        self._sounds.move_to_end(name)
        return self._sounds[name]

    def forget(self) -> None:
        """Decode everything anew when it is wanted again: the mixer has become another."""
        self._sounds.clear()

    def _read(self, name: str) -> pygame.mixer.Sound | None:
        path = self._folder / f"{name}.ogg"
        with suppress(pygame.error, OSError, ValueError):
            if path.is_file():
                return pygame.mixer.Sound(str(path))
        return None


class Voices:
    """A handful of channels for sounds that overlap; the one that has sounded longest gives way."""

    def __init__(self, channels: Sequence[pygame.mixer.Channel]) -> None:
        self._channels = list(channels)

    def play(self, sound: pygame.mixer.Sound | None, volume: float, fade: int = 0) -> None:
        """Let a sound be heard at once, dying away within `fade` milliseconds if any; None is silence."""
        if sound is None:
            return
        channel = next((free for free in self._channels if not free.get_busy()), self._channels[0])
        self._channels.remove(channel)
        self._channels.append(channel)
        channel.set_volume(volume)
        channel.play(sound)
        if fade:
            channel.fadeout(fade)
