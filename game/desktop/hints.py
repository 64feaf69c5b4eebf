"""A line of keys and what they do, at the foot of a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.theme import INK950, VELLUM100, VELLUM300
from game.desktop.typeset import Style
from game.desktop.wash import key_cap, key_width

SIZES: Final = (25, 23, 21, 19, 17)
"""Type sizes that are tried, one after another."""
CAP: Final = 17 / 25
"""The size of a key's name, in parts of that."""


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
    """Draw (key, meaning) in `room` pixels, from x, with their baseline at y.

    Where they are too wide they are set smaller; where even that does not do, the last but one goes. The last
    is the way out.
    """
    kept, gap = list(hints), kit.theme.px(44)
    size = next((size for size in SIZES if _width(kit, kept, size, gap) <= room), SIZES[-1])
    while len(kept) > 1 and _width(kit, kept, size, gap) > room:
        kept.pop(-2)
    style = Style(Face.TEXT, kit.theme.type(size), ink)
    for key, meaning in kept:
        cap_width = key_width(kit, key, size * CAP)
        at = (x + cap_width / 2, y - style.size * 0.28)
        key_cap(surface, kit, key, at, cap, ground=ground, size=size * CAP)
        x += cap_width + kit.theme.px(12)
        x += kit.type.put(surface, meaning, x, y, style) + gap


def _width(kit: Kit, hints: Sequence[tuple[str, str]], size: float, gap: int) -> float:
    """How wide they are in a type size."""
    style = Style(Face.TEXT, kit.theme.type(size), VELLUM100)
    words = sum(kit.type.width(meaning, style) for _, meaning in hints)
    caps = sum(key_width(kit, key, size * CAP) + kit.theme.px(12) for key, _ in hints)
    return words + caps + gap * (len(hints) - 1)
