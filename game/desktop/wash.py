"""What marks a row as pointed at, focused or pressed; and the cap of a key."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.theme import GOLD300, INK950, VELLUM300
from game.desktop.theme import colour as as_colour
from game.desktop.typeset import Style


@lru_cache(maxsize=64)
def _gradient(size: tuple[int, int], ink: str, strength: float) -> pygame.Surface:
    """From the ink's strength at the left to nothing at the right."""
    strip = pygame.Surface((64, 1), pygame.SRCALPHA)
    for x in range(64):
        share = x / 63
        level = strength * max(1 - share * 1.2, 0.8 * (1 - share))
        strip.set_at((x, 0), as_colour(ink, level))
    return pygame.transform.smoothscale(strip, size)


def wash(
    surface: pygame.Surface,
    rect: pygame.Rect,
    ink: str,
    strength: float,
    bar: int = 0,
    bar_ink: str = GOLD300,
) -> None:
    """Gold over a row, strongest at the left; a bar of `bar` pixels on its left edge shows the focus."""
    if rect.width > 0 and rect.height > 0:
        surface.blit(_gradient(rect.size, ink, round(strength, 2)), rect.topleft)
    if bar:
        surface.fill(as_colour(bar_ink), (rect.x, rect.y, bar, rect.height))


def key_cap(
    surface: pygame.Surface,
    kit: Kit,
    name: str,
    at: tuple[float, float],
    ink: str = VELLUM300,
    alpha: float = 1.0,
    ground: str = INK950,
    size: float = 19,
) -> float:
    """A key with its name, its middle at a point; the width it takes."""
    style = Style(Face.KEY, kit.theme.type(size), ink)
    width = key_width(kit, name, size)
    height = style.size * 1.5
    rect = pygame.Rect(0, 0, round(width), round(height))
    rect.center = (round(at[0]), round(at[1]))
    if alpha > 0.5:  # noqa: PLR2004 (half-way into the fade)
        if ground:
            kit.ornaments.box(surface, rect, height * 0.17, ground, 0.55)
        kit.ornaments.box(surface, rect, height * 0.17, ink, 0.75, width=max(1.0, height * 0.046))
    kit.type.put(surface, name, rect.centerx, rect.centery + style.size * 0.31, style, 0.5, alpha)
    return width


def key_width(kit: Kit, name: str, size: float = 19) -> float:
    """How wide the cap of a key is."""
    style = Style(Face.KEY, kit.theme.type(size), VELLUM300)
    return max(kit.type.width(name, style) + style.size * 0.84, style.size * 1.5)
