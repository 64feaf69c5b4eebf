"""A column of words to choose from, as the title and the pause have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desktop import motion
from game.desktop.focus import Focus
from game.desktop.fonts import Face
from game.desktop.inputs import Input
from game.desktop.kit import Kit
from game.desktop.theme import GOLD300, VELLUM50, VELLUM100
from game.desktop.typeset import Style


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
        self.focus = Focus()
        self._origin = (0, 0)

    @property
    def step(self) -> float:
        """From line to line in pixels."""
        return self._kit.theme.type(self._size) * 1.46

    @property
    def height(self) -> float:
        """All of it in pixels."""
        return self.step * len(self.items)

    def place(self, x: int, y: int, width: int) -> None:
        """Stand with its top left at a point."""
        step = self.step
        self._origin = (x, y)
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
                note = Style(Face.ITALIC, theme.type(self._size * 0.78), GOLD300)
                kit.type.put(surface, item.note, x + width + theme.px(22), baseline, note, alpha=share * 0.95)
