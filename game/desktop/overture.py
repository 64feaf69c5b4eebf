"""The title's staff: five threads from beneath the words across the sky, with notes on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import pygame

from game.desktop import motion
from game.desktop.kit import Kit
from game.desktop.sketch import Sketch
from game.desktop.theme import GOLD300

NOTES: Final = ((0.10, 1), (0.22, 5), (0.31, 6), (0.40, 5), (0.53, 3), (0.62, 2), (0.72, 5), (0.84, 8))
"""Where along the staff which degree sits: Kindling."""
DRAWN_IN: Final = 1.8
FIRST_NOTE: Final = 1.0
NOTE_STEP: Final = 0.5
ROUND: Final = 9.0
"""Seconds after which the notes light up again."""


class Overture:
    """Threads from `start` to `end`, points of the window; as close together as `scale` says."""

    def __init__(
        self, kit: Kit, start: tuple[float, float], end: tuple[float, float], scale: float = 1.0
    ) -> None:
        self._kit = kit
        self._start, self._end = start, end
        self._unit = kit.theme.unit * scale
        self._threads, self._corner = self._picture()

    def _point(self, thread: float, along: float) -> tuple[float, float]:
        """Where a thread (0 the highest … 4) is, `along` 0–1 of its way."""
        (x0, y0), (x1, y1) = self._start, self._end
        rise = max(0.0, min(1.0, (along - 0.37) / 0.63))
        ease = 0.55 * rise * rise * (3 - 2 * rise) + 0.45 * rise**2.4
        spread = (1 - 0.93 * rise**1.6) * 13 * self._unit
        bow = 52 * self._kit.theme.unit * math.sin(math.pi * rise) * rise * (1 - rise)
        return x0 + (x1 - x0) * along, y0 + (thread - 2) * spread + (y1 - y0) * ease - bow

    def _picture(self) -> tuple[pygame.Surface, tuple[int, int]]:
        """All threads, drawn once, and where their picture has its top left."""
        steps = [n / 90 for n in range(91)]
        threads = [[self._point(thread, along) for along in steps] for thread in range(5)]
        left = min(x for thread in threads for x, _ in thread) - 4
        top = min(y for thread in threads for _, y in thread) - 4
        right = max(x for thread in threads for x, _ in thread) + 4
        foot = max(y for thread in threads for _, y in thread) + 4
        sketch = Sketch(right - left, foot - top, GOLD300, over=2)
        for thread in threads:
            sketch.stroke(
                [(x - left, y - top) for x, y in thread], max(1.0, 1.4 * self._kit.theme.unit), GOLD300
            )
        return sketch.done(), (round(left), round(top))

    def draw(self, surface: pygame.Surface, since: float) -> None:
        """Draw as much as there is after `since` seconds, and light the notes one after another."""
        still = self._kit.theme.still
        share = 1.0 if still else motion.sine(since / DRAWN_IN)
        width = round(self._threads.get_width() * share)
        surface.blit(self._threads, self._corner, (0, 0, width, self._threads.get_height()))
        for number, (along, degree) in enumerate(NOTES):
            due = FIRST_NOTE + number * NOTE_STEP
            if not still and since < due:
                continue
            self._note(surface, along, degree, 0.0 if still else (since - due) % ROUND)

    def _note(self, surface: pygame.Surface, along: float, degree: int, age: float) -> None:
        low, high = self._point(4, along), self._point(0, along)
        y = low[1] + (high[1] - low[1]) * (degree - 1) / 8
        radius = (11 - 4 * along) * self._unit
        flare = max(0.0, 1 - age / (motion.BEAD * 2)) if not self._kit.theme.still else 0.3
        at = (low[0], y)
        self._kit.ornaments.glow(surface, at, radius * 4.5, "#FFD98A", 0.35 + 0.5 * flare)
        self._kit.ornaments.ring(
            surface, at, radius * 0.8, max(0.8, self._kit.theme.unit), "#5A1A3A", "#FFF6DC"
        )


def notes_due(before: float, now: float) -> Sequence[int]:
    """The notes, from 0, that light up between two moments of the first round."""
    return [number for number in range(len(NOTES)) if before < FIRST_NOTE + number * NOTE_STEP <= now]
