"""Small soft pictures made on the spot: glows, puffs, flecks. All are premultiplied or meant to be added."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.desktop.grade import Colour


@lru_cache(maxsize=256)
def glow(radius: int, colour: Colour, strength: float = 1.0) -> pygame.Surface:
    """A round light to be added, brightest in the middle, dark at `radius`."""
    radius = max(1, radius)
    sprite = pygame.Surface((2 * radius, 2 * radius), 0, 32)
    for ring in range(radius, 0, -1):
        near = 1 - ring / (radius + 1)
        level = strength * near * near * (0.6 + 0.4 * near)
        shade = tuple(min(255, round(c * level)) for c in colour)
        pygame.draw.circle(sprite, shade, (radius, radius), ring)
    return sprite


def puff(radius: int, colour: Colour, alpha: float) -> pygame.Surface:
    """A soft round cloud, premultiplied; made anew each time."""
    radius = max(2, radius)
    sprite = pygame.Surface((2 * radius, 2 * radius), pygame.SRCALPHA, 32)
    for ring in range(radius, 0, -1):
        near = 1 - ring / (radius + 1)
        cover = alpha * near * near * (3 - 2 * near)
        red, green, blue = (round(c * cover) for c in colour)
        pygame.draw.circle(sprite, (red, green, blue, round(255 * cover)), (radius, radius), ring)
    return sprite


@lru_cache(maxsize=64)
def fleck(radius: int, colour: Colour) -> pygame.Surface:
    """A leaf or a snowflake: a small oval, premultiplied."""
    sprite = pygame.Surface((2 * radius + 2, radius + 2), pygame.SRCALPHA, 32)
    pygame.draw.ellipse(sprite, (*colour, 255), sprite.get_rect().inflate(-1, -1))
    return sprite
