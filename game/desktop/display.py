"""Is there a display to open a window on?"""

from __future__ import annotations

import os

import pygame

from game.desktop.card import quiet_stderr

UNSEEN = frozenset({"offscreen", "dummy"})


def missing() -> str | None:
    """Why no window can be opened here, in half a sentence; None if one can.

    SDL falls back on a driver that draws into nothing where there is no display, and an endless
    invisible window would open; only one that was asked for by `SDL_VIDEODRIVER` is meant.
    """
    if os.environ.get("SDL_VIDEODRIVER"):
        asked = os.environ["SDL_VIDEODRIVER"]
        try:
            pygame.display.init()
        except pygame.error:
            return f"the video driver '{asked}' that SDL_VIDEODRIVER asks for does not start here"
        return None
    try:
        with quiet_stderr():
            pygame.display.init()
    except pygame.error:
        return "there is no display here"
    return "there is no display here" if pygame.display.get_driver() in UNSEEN else None
