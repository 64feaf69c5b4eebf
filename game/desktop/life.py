"""What moves by itself in a picture.

Every kind is a function of time alone: nothing is remembered from frame to frame, so a moment can be drawn
again, and stopping the time stops everything. Positions are canvas pixels before the parallax.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pygame

from game.desktop import life_drift, life_lights
from game.desktop.grade import Grade
from game.desktop.life_words import Draw, Words

OVER, ADD = pygame.BLEND_PREMULTIPLIED, pygame.BLEND_RGB_ADD

KINDS: Mapping[str, tuple[Callable[[Words], Draw], int]] = {
    "smoke": (life_drift.smoke, OVER),
    "birds": (life_drift.birds, OVER),
    "mist": (life_drift.mist, OVER),
    "leaves": (life_drift.leaves, OVER),
    "banner": (life_drift.banner, OVER),
    "embers": (life_lights.embers, ADD),
    "stars": (life_lights.stars, ADD),
    "fireflies": (life_lights.fireflies, ADD),
    "motes": (life_lights.motes, ADD),
    "ripple": (life_lights.ripple, ADD),
}
"""How each kind is made, and how it is blended."""


@dataclass(frozen=True, slots=True)
class Life:
    """One moving thing: what to blit at a time (seconds), and how it is blended."""

    blits: Draw
    blend: int


def living(words: Mapping[str, object], scale: float, grade: Grade) -> Life | None:
    """The moving thing that an entry of `life` describes, or none for a kind that is not moved here (beads).

    Raises ValueError for a word it cannot use.
    """
    kind = str(words.get("kind", ""))
    if kind not in KINDS:
        return None
    make, blend = KINDS[kind]
    return Life(make(Words(words, scale, grade)), blend)
