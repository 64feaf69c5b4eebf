"""A column of words to choose from, as the title and the pause have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop import motion
from game.desktop.focus import Focus
from game.desktop.fonts import Face
from game.desktop.inputs import Input
from game.desktop.kit import Kit
from game.desktop.theme import GOLD300, VELLUM50, VELLUM100
from game.desktop.typeset import Style

LEADING: Final = 1.46
"""From line to line, in parts of the type's size."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a menu: its word, a note beside it, and its name in the code."""

    name: str
    label: str
    note: str = ""


class Menu:
    """Items one beneath the other; the focused one has a diamond before it."""

    def __init__(self, kit: Kit, items: Sequence[Item], size: float = 32) -> None:
        self._kit, self.items, self._size = kit, tuple(items), size
        self._room = float("inf")
        self.focus = Focus()

    @property
    def step(self) -> float:
        """From line to line in pixels."""
        return min(self._kit.theme.type(self._size) * LEADING, self._room / max(1, len(self.items)))

    @property
    def size(self) -> float:
        """The type's size in pixels."""
        return self.step / LEADING

    @property
    def height(self) -> float:
        """All of it in pixels."""
        return self.step * len(self.items)

    def fit(self, room: float) -> None:
        """Be no higher than so many pixels, in smaller type if need be."""
        self._room = room

    def place(self, x: int, y: int, width: int) -> None:
        """Stand with its top left at a point."""
        step = self.step
        self.focus.place(
            [pygame.Rect(x, round(y + n * step), width, round(step)) for n in range(len(self.items))]
        )

    def handle(self, put_in: Input) -> Item | None:
        """The item that an input takes."""
        taken = self.focus.handle(put_in)
        return None if taken is None else self.items[taken]

    def draw(self, surface: pygame.Surface, since: float = 10.0) -> None:
        """Draw it; the lines arrive one after another, `since` seconds ago."""
        kit, theme = self._kit, self._kit.theme
        for n, item in enumerate(self.items):
            rect = self.focus.rects[n]
            focused = n == self.focus.index
            share = (
                motion.out_quint((since - n * motion.LAYER * 0.6) / motion.MENU)
                if not theme.still
                else motion.clamp(since / motion.STILL)
            )
            style = Style(
                Face.STRONG if focused else Face.TEXT,
                theme.type(self._size),
                VELLUM50 if focused else VELLUM100,
            )
            shadow = Style(style.face, style.size, "#0B0A14")
            baseline = rect.centery + style.size * 0.3
            x = rect.x + theme.px(34) * theme.text / (28 * theme.unit)
            if not theme.still:
                x -= (1 - share) * theme.px(18)
            kit.type.put(surface, item.label, x + 1, baseline + theme.px(2), shadow, alpha=share * 0.6)
            width = kit.type.put(surface, item.label, x, baseline, style, alpha=share)
            if focused and share > 0.5:  # noqa: PLR2004 (half-way into the fade)
                kit.ornaments.diamond(
                    surface, (rect.x + theme.px(10), rect.centery), style.size * 0.28, GOLD300
                )
            if item.note:
                note = Style(Face.ITALIC, self.size * 0.78, GOLD300)
                kit.type.put(surface, item.note, x + width + theme.px(22), baseline, note, alpha=share * 0.95)
