"""How the canvas fills a window: covered wholly, with what matters kept in the part that no text covers."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desktop.theme import CANVAS


@dataclass(frozen=True, slots=True)
class Crop:
    """Which part of the canvas a window shows, and how much larger."""

    scale: float
    left: float
    top: float
    size: tuple[int, int]
    """The window's size."""

    @classmethod
    def cover(cls, size: tuple[int, int], focal: pygame.Rect, free: pygame.Rect) -> Crop:
        """The crop for a window of `size` of which `free` has no text; `focal` is in canvas pixels."""
        scale = max(size[0] / CANVAS[0], size[1] / CANVAS[1])
        left = _kept(focal.centerx - free.centerx / scale, CANVAS[0] - size[0] / scale)
        top = _kept(focal.centery - free.centery / scale, CANVAS[1] - size[1] / scale)
        return cls(scale, left, top, size)

    def to_window(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the canvas is in the window."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def source(self, part: pygame.Rect) -> pygame.Rect:
        """The part of the canvas that is seen in a part of the window."""
        x, y = part.x / self.scale + self.left, part.y / self.scale + self.top
        rect = pygame.Rect(
            round(x), round(y), round(part.width / self.scale), round(part.height / self.scale)
        )
        return rect.clip((0, 0, *CANVAS))

    @property
    def plain(self) -> bool:
        """Whether window and canvas are the same pixels."""
        return self.size == CANVAS


def _kept(value: float, room: float) -> float:
    return max(0.0, min(max(0.0, room), value))
