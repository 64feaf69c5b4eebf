"""A part of the screen that has gone, while it fades."""

from __future__ import annotations

import pygame

from game.desktop import motion


class Farewell:
    """The picture of what has gone, drawn ever thinner where it stood."""

    def __init__(self) -> None:
        self._picture: pygame.Surface | None = None
        self._at = (0, 0)
        self._since = 0.0

    @property
    def moving(self) -> bool:
        """Whether something still fades."""
        return self._picture is not None

    def begin(self, picture: pygame.Surface, at: tuple[int, int]) -> None:
        """Let a picture fade whose top left stood at a point."""
        self._picture, self._at, self._since = picture, at, 0.0

    def end(self) -> None:
        """Be gone at once."""
        self._picture = None

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._since += seconds
        if self._since > motion.FADE:
            self.end()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what is left of it."""
        if self._picture is not None:
            self._picture.set_alpha(round(255 * (1 - motion.ease_out(self._since / motion.FADE))))
            surface.blit(self._picture, self._at)
