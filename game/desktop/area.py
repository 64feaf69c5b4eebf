"""Where the reading column stands in the window, and what it leaves free for the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop.panel import Edge
from game.desktop.theme import NARROWEST_MEASURE, Theme

LETTER: Final = 0.44
"""The width of an ordinary letter, in parts of the text size."""
WIDEST_MEASURE: Final = 66
MUCH_LARGER: Final = 1.4
"""From here on text needs the room that the picture would take."""


@dataclass(frozen=True, slots=True)
class Area:
    """The column's panel, the text inside it, and the free part; all in window pixels."""

    panel: pygame.Rect
    edge: Edge
    text: pygame.Rect
    """Where the transcript and the choices are; above it stands the header."""
    header: int
    """The baseline of the header."""
    free: pygame.Rect

    @property
    def whole(self) -> bool:
        """Whether the column takes the window's whole width."""
        return self.edge == "top"


def reading_area(theme: Theme, side: str) -> Area:
    """The column on a side, or across the whole width where a column would be too narrow to read."""
    grown = min(1.25, max(1.0, theme.grown))
    width = round(min(max(theme.px(720) * grown, theme.width * 0.34), theme.width * 0.42))
    inner = width - theme.px(132)
    if inner / (theme.text * LETTER) < NARROWEST_MEASURE:
        return _across(theme)
    left = side == "left"
    panel = pygame.Rect(0 if left else theme.width - width, 0, width, theme.height)
    x = panel.x + theme.px(68 if left else 64)
    top = theme.px(78) + round(theme.type(34))
    text = pygame.Rect(x, top, inner, theme.height - theme.px(44) - top)
    free = pygame.Rect(width if left else 0, 0, theme.width - width, theme.height)
    return Area(panel, "right" if left else "left", text, theme.px(78), free)


def _across(theme: Theme) -> Area:
    share = 0.38 if theme.height > theme.width else 0.3 if theme.grown < MUCH_LARGER else 0.16
    band = max(theme.px(116), round(theme.height * share))
    panel = pygame.Rect(0, band, theme.width, theme.height - band)
    inner = round(min(theme.width - 2 * theme.px(64), WIDEST_MEASURE * LETTER * theme.text))
    header = band + theme.px(28) + round(theme.type(22))
    top = header + round(theme.type(30))
    text = pygame.Rect((theme.width - inner) // 2, top, inner, theme.height - theme.px(36) - top)
    return Area(panel, "top", text, header, pygame.Rect(0, 0, theme.width, band))
