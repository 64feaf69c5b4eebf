"""How an entry of a view's `life` is read: with defaults, in the canvas's scale and the picture's grade."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

import pygame

from game.desktop.grade import Colour, Grade, colour, number

Blit = tuple[pygame.Surface, tuple[float, float]]
Draw = Callable[[float], Iterator[Blit]]

TURN = 2 * math.pi


def chance(seed: str) -> Random:
    """Chance that falls the same way for the same seed: a picture is the same on every evening."""
    return Random(seed)  # noqa: S311 - nothing secret hangs on where a star stands


@dataclass(frozen=True, slots=True)
class Words:
    """One entry of `life`."""

    words: Mapping[str, object]
    scale: float
    grade: Grade

    def one(self, key: str, usual: float, *, scaled: bool = False) -> float:
        """A number."""
        return number(self.words.get(key, usual)) * (self.scale if scaled else 1)

    def some(self, key: str, usual: tuple[float, ...]) -> tuple[float, ...]:
        """Lengths in canvas pixels, as many as usual; raises ValueError when there are fewer or more."""
        found = self.words.get(key, usual)
        if not isinstance(found, (list, tuple)) or len(found) != len(usual):
            message = f"{key!r} should be {len(usual)} numbers"
            raise ValueError(message)
        return tuple(number(each) * self.scale for each in found)

    def tint(self, usual: str) -> Colour:
        """The colour, graded."""
        return self.grade.tinted(colour(self.words.get("colour", usual)))
