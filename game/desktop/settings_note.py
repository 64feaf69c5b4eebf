"""What is to be known of a family of settings, beneath its rows."""

from __future__ import annotations

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.theme import GOLD300
from game.desktop.typeset import Paragraph, Style


class FamilyNote:
    """A rule and a few lines; where the rows scroll, they scroll with them."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._words: Paragraph | None = None

    def lay_out(self, words: str, width: int) -> None:
        """Break its lines for a width."""
        theme = self._kit.theme
        style = Style(Face.ITALIC, theme.type(25), GOLD300)
        self._words = self._kit.type.plain(words, width, style, theme.type(36))

    @property
    def height(self) -> int:
        """All of it in pixels, from the last row's foot."""
        return self._kit.theme.px(44) + round(self._words.height if self._words is not None else 0)

    def draw(self, surface: pygame.Surface, last: pygame.Rect) -> None:
        """Draw it beneath the last row."""
        if self._words is None:
            return
        kit, theme = self._kit, self._kit.theme
        kit.ornaments.rule(surface, last.x, last.right, last.bottom + theme.px(22), scale=theme.unit)
        kit.type.put_paragraph(surface, self._words, last.x, last.bottom + theme.px(44))
