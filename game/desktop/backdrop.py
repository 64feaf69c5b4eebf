"""What lies behind a menu: the stage, blurred and dark, with darker edges."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.desktop.kit import Kit
from game.desktop.panel import soft, washed
from game.desktop.theme import INK950
from game.desktop.theme import colour as as_colour


def backdrop(kit: Kit, picture: pygame.Surface, share: float = 0.72) -> pygame.Surface:
    """The picture as a menu's ground, `share` (0–1) of it ink."""
    width, height = kit.size
    scale = max(width / picture.get_width(), height / picture.get_height())
    cut = pygame.Rect(0, 0, round(width / scale), round(height / scale))
    cut.center = picture.get_rect().center
    small = soft(picture.subsurface(cut.clip(picture.get_rect())), kit.size, 4)
    ground = washed(small, INK950, max(share, 0.93) if kit.theme.contrast else share)
    ground.blit(vignette(ground.get_size()), (0, 0))
    return pygame.transform.smoothscale(ground, kit.size)


def vignette(size: tuple[int, int], strength: float = 0.55) -> pygame.Surface:
    """Ink that gathers in the corners."""
    return pygame.transform.smoothscale(_corners(strength), size)


@lru_cache(maxsize=4)
def _corners(strength: float) -> pygame.Surface:
    small = pygame.Surface((64, 36), pygame.SRCALPHA)
    for y in range(36):
        for x in range(64):
            far = ((x / 31.5 - 1) ** 2 + (y / 17.5 - 1) ** 2) ** 0.5 / 1.41
            small.set_at((x, y), as_colour(INK950, strength * max(0.0, (far - 0.5) / 0.5)))
    return small
