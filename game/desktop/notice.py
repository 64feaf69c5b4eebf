"""Short sentences that appear on a plate over the picture, and go: that something was kept, or was not."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop import motion
from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.panel import plate
from game.desktop.theme import VELLUM100
from game.desktop.typeset import Style

STAYS: Final = 2.4
PER_WORD: Final = 0.25


class Notices:
    """One sentence at a time, in the order in which they came."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._waiting: list[str] = []
        self._age = 0.0

    def say(self, sentence: str) -> None:
        """Show a sentence, after those that wait."""
        if sentence and sentence not in self._waiting:
            self._waiting.append(sentence)

    @property
    def moving(self) -> bool:
        """Whether one is shown."""
        return bool(self._waiting)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        if not self._waiting:
            return
        self._age += seconds
        if self._age > STAYS + PER_WORD * len(self._waiting[0].split()):
            self._waiting.pop(0)
            self._age = 0.0

    def draw(self, surface: pygame.Surface, free: pygame.Rect) -> None:
        """Draw the sentence at the head of the free part of the window."""
        if not self._waiting:
            return
        theme = self._kit.theme
        style = Style(Face.ITALIC, theme.type(24), VELLUM100)
        inner = min(free.width, theme.px(900)) - theme.px(80)
        words = self._kit.type.plain(self._waiting[0], inner, style, style.size * 1.4)
        left = STAYS + PER_WORD * len(self._waiting[0].split()) - self._age
        alpha = min(motion.ease_out(self._age / motion.FADE), motion.ease_out(left / motion.FADE))
        rect = pygame.Rect(0, 0, round(words.width) + theme.px(56), round(words.height) + theme.px(24))
        rect.midtop = (free.centerx, free.top + theme.px(112 if free.height > free.width / 4 else 20))
        sheet = pygame.Surface(rect.size, pygame.SRCALPHA)
        local = sheet.get_rect()
        if len(words.lines) == 1:
            plate(sheet, local, self._kit.ornaments, 0.82)
        else:
            self._kit.ornaments.box(sheet, local, theme.px(12), "#0B0A14", 0.86)
        self._kit.type.put_paragraph(sheet, words, theme.px(28), theme.px(12), 0.5, words.width)
        sheet.set_alpha(round(255 * alpha))
        surface.blit(sheet, rect.topleft)
