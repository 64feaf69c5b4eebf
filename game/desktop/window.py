"""The window: its size in real pixels, full screen, icon, and how a frame gets onto it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import pygame

SMALLEST: Final = (640, 480)
USUAL: Final = (1280, 720)
SHARE: Final = 0.9
"""How much of the screen a first window takes at most."""


class Window:
    """A resizable window whose surface has the screen's own pixels."""

    def __init__(
        self, title: str, icon: Path, *, full_screen: bool = False, size: tuple[int, int] | None = None
    ) -> None:
        if sys.platform.startswith("linux"):
            # Without a GPU, presenting through a texture costs ten times as much as copying.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        pygame.display.init()
        self._window = pygame.Window(title, size or _fitting(), resizable=True, allow_high_dpi=True)
        self._window.minimum_size = SMALLEST
        if icon.is_file():
            self._window.set_icon(pygame.image.load(icon))
        self.full_screen = False
        if full_screen:
            self.switch()

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on; asked for anew every frame, as it changes with the window's size."""
        return self._window.get_surface()

    @property
    def density(self) -> float:
        """Pixels of the surface for one of the pointer's."""
        return self.surface.get_width() / max(1, self._window.size[0])

    def switch(self) -> None:
        """Go to full screen, or back."""
        self.full_screen = not self.full_screen
        if self.full_screen:
            self._window.set_fullscreen(True)
        else:
            self._window.set_windowed()

    def flip(self) -> None:
        """Show what was drawn."""
        self._window.flip()

    def close(self) -> None:
        """Close it."""
        self._window.destroy()


def _fitting() -> tuple[int, int]:
    """The usual size, or the largest of its shape that leaves some of the screen free."""
    sizes = pygame.display.get_desktop_sizes()
    screen = sizes[0] if sizes else USUAL
    scale = min(1.0, screen[0] * SHARE / USUAL[0], screen[1] * SHARE / USUAL[1])
    if screen[0] * SHARE >= USUAL[0] * 1.5 and screen[1] * SHARE >= USUAL[1] * 1.5:
        scale = 1.5
    return max(SMALLEST[0], round(USUAL[0] * scale)), max(SMALLEST[1], round(USUAL[1] * scale))
