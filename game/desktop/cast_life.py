"""What living people do without being told: they blink, their mouths move, and changes take a moment."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

BLINK_SECONDS = 0.13
TWICE, PAUSE, OPENS = 0.15, 0.35, 0.45
NARROW, WIDE = 1, 2
HELD = 0.55
MOUTH_SECONDS = (0.08, 0.17)


@dataclass(frozen=True)
class Moment:
    """What a figure's parts need to know to draw themselves."""

    seconds: float
    beat: float
    vigour: float
    expression: str
    blinking: bool
    mouth: int


def eased(value: float, target: float, seconds: float, span: float) -> float:
    """A value on its way to a target: most of the way there after `span` seconds, whatever the frame rate."""
    if abs(target - value) < 1 / 512:
        return target
    return target + (value - target) * math.exp(-3.0 * seconds / span)


def smooth(share: float) -> float:
    """A share from 0 to 1 that starts and ends gently."""
    s = min(max(share, 0.0), 1.0)
    return s * s * (3 - 2 * s)


class Blinker:
    """Eyes that close at irregular times, the same times for the same seed; now and then twice."""

    def __init__(self, seed: str) -> None:
        self._chance = random.Random(seed)  # noqa: S311 (looks, not secrets)
        self._left = self._chance.uniform(1.0, 4.0)
        self.closed = False

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._left -= seconds
        if self._left > 0:
            return
        self.closed = not self.closed
        if self.closed:
            self._left = BLINK_SECONDS
        else:
            again = self._chance.random() < TWICE
            self._left = 0.12 if again else self._chance.uniform(2.2, 6.0)

    def open(self) -> None:
        """Eyes open, as in a still picture."""
        self.closed = False


class Talker:
    """A mouth: shut, or one of two shapes; speech is irregular, song follows the beat."""

    def __init__(self, seed: str) -> None:
        self._chance = random.Random(seed)  # noqa: S311 (looks, not secrets)
        self._left = 0.0
        self.shape = 0

    def speak(self, seconds: float) -> None:
        """Let time pass while speaking."""
        self._left -= seconds
        if self._left > 0:
            return
        if self.shape and self._chance.random() < PAUSE:
            self.shape, self._left = 0, self._chance.uniform(0.06, 0.30)
        else:
            wide = self.shape != WIDE and self._chance.random() < OPENS
            self.shape = WIDE if wide else NARROW
            self._left = self._chance.uniform(*MOUTH_SECONDS)

    def sing(self, beat: float) -> None:
        """A vowel to each beat: open on it, rounder after it."""
        self.shape = WIDE if beat % 1 < HELD else NARROW

    def rest(self) -> None:
        """Mouth shut."""
        self.shape, self._left = 0, 0.0
