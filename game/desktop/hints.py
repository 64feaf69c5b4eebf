"""A line of keys and what they do, at the foot of a screen."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.theme import INK950, VELLUM100, VELLUM300
from game.desktop.typeset import Style
from game.desktop.wash import key_cap, key_width


def draw_hints(
    surface: pygame.Surface,
    kit: Kit,
    hints: Sequence[tuple[str, str]],
    x: float,
    y: float,
    room: float,
    ink: str = VELLUM100,
    cap: str = VELLUM300,
    ground: str = INK950,
) -> None:
    """Draw as many (key, meaning) as fit into `room` pixels, from x, with their baseline at y."""
    theme = kit.theme
    style = Style(Face.TEXT, theme.type(25), ink)
    left = x
    for key, meaning in hints:
        width = key_width(kit, key, 17)
        whole = width + theme.px(12) + kit.type.width(meaning, style)
        if x + whole > left + room:
            return
        key_cap(surface, kit, key, (x + width / 2, y - style.size * 0.28), cap, ground=ground, size=17)
        kit.type.put(surface, meaning, x + width + theme.px(12), y, style)
        x += whole + theme.px(44)
