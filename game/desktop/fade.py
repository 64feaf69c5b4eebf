"""Volumes that move: nothing starts, stops or changes loudness at once."""

from __future__ import annotations

import math
from typing import Final

LONGEST_STEP: Final = 0.02
"""Seconds of a fade that one update may take: where frames are slow it takes longer, and does not jump."""


class Fade:
    """A level between 0 and 1 on its way to another."""

    def __init__(self, level: float = 0.0) -> None:
        self.level = self.target = level
        self._speed = 1.0

    def aim(self, target: float, seconds: float) -> None:
        """Set out for `target`, to be there in so many seconds; what is already on its way there goes on."""
        if target != self.target:
            self.target = target
            self._speed = abs(target - self.level) / max(seconds, LONGEST_STEP)

    def step(self, seconds: float) -> None:
        """Let time pass."""
        way = self._speed * min(seconds, LONGEST_STEP)
        self.level += max(-way, min(way, self.target - self.level))

    @property
    def silent(self) -> bool:
        """Whether it has come to rest at nothing."""
        return self.level == self.target == 0.0

    @property
    def gain(self) -> float:
        """The level as an amplitude: two that cross are as loud together as either alone."""
        return math.sin(self.level * math.pi / 2)
