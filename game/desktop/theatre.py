"""Sheets of the paper theatre: layers as they are drawn, bent by wind, dimmed like fire, merged at rest."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.desktop.life import Life
from game.desktop.life_words import chance
from game.desktop.patches import Patches, cut, whole

ADD, OVER, WHOLE = pygame.BLEND_RGB_ADD, pygame.BLEND_PREMULTIPLIED, 0
STILL = 0.03
"""A layer nearer to 0 than this never moves by a whole pixel."""
LEVELS = 8
SMALLEST_STEP = 6
"""Of 255, at the light's brightest place: a flicker in steps this small looks smooth."""
COARSE = 4
"""Pixels along the side of a place that is looked at as one."""
GRAIN = 160
"""Pixels along the side of a tile of grain."""
SHADES = 5


@dataclass(frozen=True, slots=True)
class Sway:
    """A layer that bends to and fro: a surface for every bend, the middle one upright."""

    period: float
    phase: float


@dataclass(frozen=True, slots=True)
class Light:
    """How a named light burns."""

    flicker: float = 0.0
    breath: float = 0.0
    period: float = 2.0

    @property
    def depth(self) -> float:
        """How much darker than full it can get."""
        return min(0.9, self.flicker + self.breath)


@dataclass(slots=True)
class Sheet:
    """One sheet of the paper theatre as it is drawn: a layer, and what lives in front of it."""

    name: str
    surfaces: list[Patches]
    at: tuple[int, int]
    depth: float
    blend: int
    sway: Sway | None = None
    light: Light | None = None
    life: list[Life] = field(default_factory=list)
    beads: list[str] = field(default_factory=list)


def bent(upright: pygame.Surface, amp: int, blend: int, *, rooted: bool) -> list[Patches]:
    """The surface bent from −amp to amp pixels, row by row; rooted at the bottom or hung from the top."""
    width, height = upright.get_size()
    bends = []
    for bend in range(-amp, amp + 1):
        bent = pygame.Surface((width + 2 * amp, height), 0 if blend == ADD else pygame.SRCALPHA, 32)
        rows = []
        for y in range(height):
            away = ((height - y) if rooted else y) / height
            rows.append((upright.subsurface((0, y, width, 1)), (amp + round(bend * away**1.5), y)))
        bent.fblits(rows, ADD if blend == ADD else OVER)
        bends.append(cut(bent, blend))
    return bends


def burning(light: pygame.Surface, depth: float) -> list[Patches]:
    """The added light from its darkest to its full strength, in steps too small to be seen."""
    full = cut(light, ADD)
    steps = max(2, min(LEVELS, round(_brightest(light) * depth / SMALLEST_STEP) + 1))
    return [full.dimmed(round(255 * (1 - depth * (1 - k / (steps - 1))))) for k in range(steps - 1)] + [full]


def _brightest(light: pygame.Surface) -> int:
    """How bright the light's brightest place is, sparks of a pixel left out."""
    rest = pygame.transform.smoothscale(light, [max(1, side // COARSE) for side in light.get_size()])
    while rest.get_size() != (1, 1):
        half = rest.subsurface((0, 0, -(-rest.get_width() // 2), -(-rest.get_height() // 2)))
        folded = half.copy()
        for x, y in ((half.get_width(), 0), (0, half.get_height()), half.get_size()):
            folded.blit(rest, (-x, -y), special_flags=pygame.BLEND_RGB_MAX)
        rest = folded
    return max(rest.get_at((0, 0))[:3])


def flattened(sheets: Sequence[Sheet], size: tuple[int, int]) -> list[Sheet]:
    """The sheets with those at the back that never move merged into one opaque picture, with grain."""
    base = pygame.Surface(size, 0, 32)
    merged = Sheet("base", [whole(base, WHOLE)], (0, 0), 0.0, WHOLE)
    rest = list(sheets)
    while rest and not merged.life and not merged.beads:
        first = rest[0]
        if first.depth >= STILL or first.sway or first.light:
            break
        first.surfaces[0].draw(base, first.at)
        merged.life, merged.beads = first.life, first.beads
        rest.pop(0)
    _grain(base)
    return [merged, *rest]


def _grain(picture: pygame.Surface) -> None:
    """Lay a fine grain on a picture, which hides the steps in its smooth places."""
    for flag, tile in zip((pygame.BLEND_RGB_ADD, pygame.BLEND_RGB_SUB), _grains(), strict=True):
        spots = [
            (tile, (x * GRAIN, y * GRAIN))
            for x in range(math.ceil(picture.get_width() / GRAIN))
            for y in range(math.ceil(picture.get_height() / GRAIN))
        ]
        picture.fblits(spots, flag)


@functools.cache
def _grains() -> tuple[pygame.Surface, pygame.Surface]:
    """Two tiles of greys from 0 to 4: what is added, and what is taken away."""
    random = chance("grain")

    def tile() -> pygame.Surface:
        tones = random.randbytes(GRAIN * GRAIN).translate(bytes(tone % SHADES for tone in range(256)))
        grey = pygame.image.frombuffer(tones, (GRAIN, GRAIN), "P")
        grey.set_palette([(tone, tone, tone) for tone in range(SHADES)])
        made = pygame.Surface(grey.get_size(), 0, 32)
        made.blit(grey, (0, 0))
        return made

    return tile(), tile()
