"""What every scene works with: lengths, type, ornament, settings, assets and sound."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

import pygame

from game.desktop.inputs import KEYS, Verb
from game.desktop.ornament import Ornaments
from game.desktop.sketch import Sketch
from game.desktop.sound import Sound
from game.desktop.theme import Theme
from game.desktop.typeset import Typesetter
from game.saves import Settings

LETTER_KEY: Final = 3
"""Names of keys no longer than this are written in capitals: H, F5, F11."""


class Kit:
    """The instruments, in tune with the window's size and the player's settings."""

    def __init__(self, assets: Path, settings: Settings, size: tuple[int, int], sound: Sound) -> None:
        self.assets = assets
        self.keep: Callable[[Settings], None] = lambda _: None
        """Where changed settings are handed for keeping."""
        self.sound = sound
        self.settings = settings
        self.type = Typesetter(assets / "fonts")
        self.ornaments = Ornaments()
        self.theme = Theme(*size)
        self._sides: dict[str, Literal["left", "right"]] = {}
        self._glyphs: dict[tuple[str, int], pygame.Surface] = {}
        self.tune(settings, size)

    @property
    def size(self) -> tuple[int, int]:
        """The window's size in pixels."""
        return self.theme.width, self.theme.height

    def change(self, settings: Settings) -> None:
        """Take up settings that the player changed, and keep them."""
        self.tune(settings, self.size)
        self.keep(settings)

    def tune(self, settings: Settings, size: tuple[int, int]) -> None:
        """Follow a change of settings or of the window's size."""
        self.settings = settings
        self.theme = Theme(
            *size,
            text_size=settings.text_size,
            spacing=settings.spacing,
            tracking=settings.tracking,
            panel=settings.panel,
            contrast=settings.contrast,
            still=settings.still,
        )
        self.type.typeface = settings.typeface
        self.type.forget()
        self.ornaments.forget()
        self._glyphs.clear()
        self.sound.volumes(settings)

    def quiet_side(self, picture: str) -> Literal["left", "right"]:
        """On which side of a picture the reading column stands."""
        if picture not in self._sides:
            self._sides[picture] = _side_of(self.assets / "places" / picture / "view.json")
        return self._sides[picture]

    def key_name(self, verb: Verb) -> str:
        """The name of the key for a verb, as it stands on the key."""
        if verb is Verb.LEAVE:
            return "Esc"
        name = self.settings.keys.get(verb, KEYS.get(verb, ""))
        return name.upper() if len(name) <= LETTER_KEY else name.capitalize()

    def glyph(self, person: str, size: int, ink: str) -> pygame.Surface:
        """The small sign of a person's halo, `size` pixels wide; a plain ring for those who have none."""
        key = (person, size)
        if key not in self._glyphs:
            self._glyphs[key] = self._load_glyph(person, size) or _plain_ring(size, ink)
        return self._glyphs[key]

    def _load_glyph(self, person: str, size: int) -> pygame.Surface | None:
        path = self.assets / "people" / person / "glyph.webp"
        if not person or not path.is_file():
            return None
        try:
            return pygame.transform.smoothscale(pygame.image.load(path).convert_alpha(), (size, size))
        except pygame.error:
            return None


def _side_of(view: Path) -> Literal["left", "right"]:
    try:
        side = json.loads(view.read_text(encoding="utf-8")).get("side")
    except (OSError, ValueError, AttributeError):
        return "right"
    return "left" if side == "left" else "right"


def _plain_ring(size: int, ink: str) -> pygame.Surface:
    sketch = Sketch(size, size, ink)
    sketch.ring((size / 2, size / 2), size * 0.34, max(1.0, size * 0.05), ink)
    sketch.disc((size / 2, size / 2), size * 0.08, ink)
    return sketch.done()
