"""How one picture turns into another: hard and at once, or layer by layer."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import zip_longest

import pygame

from game.desktop.picture import Picture
from game.desktop.theatre import Sheet

SECONDS = {"command": 0.9, "invitation": 3.6}
"""One beat and four, at the pace of most of the music."""
SOFT = 1.2
BRIEF = 0.12
"""Reduced motion: only a short fade."""

Draw = Callable[[pygame.Surface], None]


class Turn:
    """A change from one picture to the next that is under way."""

    def __init__(self, picture: Picture, kind: str, seconds: float | None, *, brief: bool) -> None:
        self.picture = picture
        self.layered = kind == "invitation" and not brief
        self.halts = kind == "command"
        self._seconds = BRIEF if brief else seconds or SECONDS.get(kind, SOFT)
        self._even = kind == "command"
        self._passed = 0.0
        self._stills: tuple[pygame.Surface, pygame.Surface] | None = None

    @property
    def done(self) -> bool:
        """Whether nothing of the old picture is left."""
        return self._passed >= self._seconds

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._passed += seconds

    def share(self, k: int, count: int) -> float:
        """How far the k-th of so many layers has turned: one after another, each as a sine."""
        t = max(0.0, min(1.0, (self._passed / self._seconds * (count + 2) - k) / 3))
        return 0.5 - 0.5 * math.cos(t * math.pi)

    def pairs(self, old: Sequence[Sheet]) -> list[tuple[Sheet | None, Sheet | None]]:
        """Old and new sheets side by side, back to front; None where one has no match."""
        new = self.picture.sheets
        if [sheet.name for sheet in old] == [sheet.name for sheet in new]:
            return list(zip_longest(old, new))
        pairs: list[tuple[Sheet | None, Sheet | None]] = []
        waiting = list(old)
        names = {sheet.name for sheet in new}
        for sheet in new:
            match = next((k for k, other in enumerate(waiting) if other.name == sheet.name), None)
            if match is None:
                pairs.append((None, sheet))
                continue
            pairs += [(gone, None) for gone in waiting[:match] if gone.name not in names]
            pairs.append((waiting[match], sheet))
            waiting = waiting[match + 1 :]
        return pairs + [(gone, None) for gone in waiting if gone.name not in names]

    def dissolve(self, canvas: pygame.Surface, draw_old: Draw, draw_new: Draw) -> None:
        """Draw the moment of an undivided change; both pictures stand still for it."""
        if self._stills is None:
            self._stills = (
                pygame.Surface(canvas.get_size(), 0, 32),
                pygame.Surface(canvas.get_size(), 0, 32),
            )
            draw_old(self._stills[0])
            draw_new(self._stills[1])
        old, new = self._stills
        t = min(1.0, self._passed / self._seconds)
        part = t if self._even else 0.5 - 0.5 * math.cos(t * math.pi)
        canvas.blit(old, (0, 0))
        new.set_alpha(round(255 * part))
        canvas.blit(new, (0, 0))
