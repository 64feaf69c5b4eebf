"""How things move: easings, and how long what takes."""

from __future__ import annotations

import math
from typing import Final

FOCUS: Final = 0.09
PRESS: Final = 0.06
LINE: Final = 0.22
NEXT_LINE: Final = 0.06
LETTERS: Final = 45.0
"""Letters a second."""
SOFT_EDGE: Final = 24
"""The width of the reveal's soft edge, at 1080 lines."""
WING_IN: Final = 0.42
WING_OUT: Final = 0.26
TAKEN: Final = 0.32
FADE: Final = 0.18
MENU: Final = 0.48
LAYER: Final = 0.08
BEAD: Final = 0.6
STILL: Final = 0.12
"""What every movement becomes when motion is reduced: a fade."""


def clamp(value: float) -> float:
    """The value, kept within 0 and 1."""
    return max(0.0, min(1.0, value))


def ease_out(share: float) -> float:
    """Quick first, then slower."""
    return 1 - (1 - clamp(share)) ** 2


def out_quint(share: float) -> float:
    """Very quick first, and a long arrival."""
    return 1.0 - (1.0 - clamp(share)) ** 5


def sine(share: float) -> float:
    """Slow at both ends."""
    return 0.5 - 0.5 * math.cos(math.pi * clamp(share))


class Glide:
    """A number that follows its aim over a time, out-quint; at once when motion is reduced."""

    def __init__(self, value: float = 0.0, seconds: float = 0.3) -> None:
        self.value = self.aim = self._from = value
        self.seconds = seconds
        self._passed = seconds

    def to(self, aim: float) -> None:
        """Set out for another value."""
        if aim != self.aim:
            self._from, self.aim, self._passed = self.value, aim, 0.0

    def jump(self, value: float) -> None:
        """Be there."""
        self.value = self.aim = self._from = value
        self._passed = self.seconds

    @property
    def moving(self) -> bool:
        """Whether it is still on its way."""
        return self._passed < self.seconds

    def update(self, seconds: float) -> None:
        """Let time pass."""
        if self.moving:
            self._passed += seconds
            self.value = self._from + (self.aim - self._from) * out_quint(self._passed / self.seconds)
            if not self.moving:
                self.value = self.aim
