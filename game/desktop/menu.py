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
from game.desktop.theme import GOLD300, INK950, VELLUM50, VELLUM100
from game.desktop.typeset import Paragraph, Style

LEADING: Final = 1.46
"""From line to line, in parts of the type's size."""
NOTE: Final = 0.78
"""How large a note is, in parts of the type's size."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a menu: its word, a note beside it or beneath, and its name in the code."""

    name: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a menu; on paper they are others than in the dark."""

    word: str = VELLUM100
    focus: str = VELLUM50
    note: str = GOLD300
    shadow: str = INK950


class Menu:
    """Items one beneath the other; the focused one has a diamond before it."""

    def __init__(self, kit: Kit, items: Sequence[Item], size: float = 32, inks: Inks = Inks()) -> None:
        self._kit, self.items, self._size, self._inks = kit, tuple(items), size, inks
        self._width = 1
        self._room = float("inf")
        self._beneath: tuple[Paragraph | None, ...] = (None,) * len(self.items)
        """Notes for which there is no room beside their words."""
        self.focus = Focus()

    @property
    def step(self) -> float:
        """From line to line in pixels, notes apart."""
        notes = sum(note.height for note in self._beneath if note is not None)
        room = (self._room - notes) / max(1, len(self.items))
        return min(self._kit.theme.type(self._size) * LEADING, room)

    @property
    def size(self) -> float:
        """The type's size in pixels."""
        return self.step / LEADING

    @property
    def height(self) -> float:
        """All of it in pixels."""
        return sum(self._heights())

    def fit(self, width: int, room: float = float("inf")) -> None:
        """Be so wide, and no higher than so many pixels, in smaller type if need be."""
        self._width, self._room = width, room
        self._beneath = (None,) * len(self.items)
        self._beneath = tuple(self._note_beneath(item) for item in self.items)

    def place(self, x: int, y: int) -> None:
        """Stand with its top left at a point."""
        rects, top = [], float(y)
        for height in self._heights():
            rects.append(pygame.Rect(x, round(top), self._width, round(top + height) - round(top)))
            top += height
        self.focus.place(rects)

    def _heights(self) -> list[float]:
        step = self.step
        return [step + (note.height if note is not None else 0.0) for note in self._beneath]

    @property
    def _indent(self) -> float:
        theme = self._kit.theme
        return theme.px(34) * theme.text / (28 * theme.unit)

    def _note_beneath(self, item: Item) -> Paragraph | None:
        kit = self._kit
        label = kit.type.width(item.label, Style(Face.STRONG, self.size, self._inks.focus))
        style = Style(Face.ITALIC, self.size * NOTE, self._inks.note)
        beside = self._indent + label + kit.theme.px(22) + kit.type.width(item.note, style)
        if not item.note or beside <= self._width:
            return None
        return kit.type.plain(item.note, self._width - self._indent, style, style.size * 1.3)

    def handle(self, put_in: Input) -> Item | None:
        """The item that an input takes."""
        taken = self.focus.handle(put_in)
        return None if taken is None else self.items[taken]

    def draw(self, surface: pygame.Surface, since: float = 10.0) -> None:
        """Draw it; the lines arrive one after another, `since` seconds ago."""
        theme = self._kit.theme
        for n, item in enumerate(self.items):
            share = (
                motion.out_quint((since - n * motion.LAYER * 0.6) / motion.MENU)
                if not theme.still
                else motion.clamp(since / motion.STILL)
            )
            self._draw_item(surface, item, n, share)

    def _draw_item(self, surface: pygame.Surface, item: Item, n: int, share: float) -> None:
        kit, theme, inks, rect = self._kit, self._kit.theme, self._inks, self.focus.rects[n]
        focused, beneath = n == self.focus.index, self._beneath[n]
        style = Style(Face.STRONG if focused else Face.TEXT, self.size, inks.focus if focused else inks.word)
        middle = rect.top + self.step / 2
        baseline = middle + style.size * 0.3
        x = rect.x + self._indent
        if not theme.still:
            x -= (1 - share) * theme.px(18)
        if inks.shadow:
            shadow = Style(style.face, style.size, inks.shadow)
            kit.type.put(surface, item.label, x + 1, baseline + theme.px(2), shadow, alpha=share * 0.6)
        width = kit.type.put(surface, item.label, x, baseline, style, alpha=share)
        if focused and share > 0.5:  # noqa: PLR2004 (half-way into the fade)
            kit.ornaments.diamond(surface, (rect.x + theme.px(10), middle), style.size * 0.28, inks.note)
        if beneath is None:
            self._put_note(surface, item.note, x + width + theme.px(22), baseline, share)
            return
        baseline = rect.top + self.step + kit.type.first_baseline(beneath) - beneath.style.size * 0.2
        for line in beneath.lines:
            self._put_note(surface, "".join(part.text for part in line.segments), x, baseline, share)
            baseline += beneath.lead

    def _put_note(self, surface: pygame.Surface, words: str, x: float, baseline: float, share: float) -> None:
        kit, inks = self._kit, self._inks
        size = self.size * NOTE
        if inks.shadow:
            shadow = Style(Face.ITALIC, size, inks.shadow)
            kit.type.put(surface, words, x + 1, baseline + kit.theme.px(2), shadow, alpha=share * 0.7)
        kit.type.put(surface, words, x, baseline, Style(Face.ITALIC, size, inks.note), alpha=share * 0.95)
