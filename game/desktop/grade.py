"""Grades: how a mood changes the colours of a picture.

A grade is read from a view's `moods` and applied once, when the picture is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pygame

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
DISHWATER: Colour = (196, 198, 206)
"""What the Hush leaves of white."""
COARSE = (34, 19)
"""The Hush is worked out on a picture this small and then drawn out."""


@dataclass(frozen=True, slots=True)
class Grade:
    """One change of colour: first saturation, then a colour to multiply by, one to add, then the Hush."""

    saturation: float = 0.0
    """−1 (grey) … 1 (glaring)."""
    multiply: Colour = WHITE
    add: Colour = BLACK
    hush: float = 0.0
    """How much of the picture the Hush has: 0 … 1."""
    pace: float = 1.0
    """How fast things move: 0 … 1."""
    stiff: bool = False
    """Whether all that moves moves as one."""

    @classmethod
    def read(cls, words: Mapping[str, object]) -> Grade:
        """The grade of one entry of `moods`; raises ValueError for a word it cannot use."""
        return cls(
            saturation=number(words.get("saturation", 0.0)),
            multiply=colour(words.get("multiply", "#ffffff")),
            add=colour(words.get("add", "#000000")),
            hush=number(words.get("hush", 0.0)),
            pace=number(words.get("pace", 1.0)),
            stiff=words.get("stiff") is True,
        )

    def over(self, picture: pygame.Surface) -> pygame.Surface:
        """The picture (with straight alpha or none) in this grade, the Hush left out."""
        if self.plain:
            return picture
        graded = saturated(picture, self.saturation)
        graded.fill(self.multiply, special_flags=pygame.BLEND_RGB_MULT)
        graded.fill(self.add, special_flags=pygame.BLEND_RGB_ADD)
        return graded

    def over_light(self, light: pygame.Surface) -> pygame.Surface:
        """Added light in this grade: darkness stays dark, and a lamp shines through the night."""
        if self.plain:
            return light
        graded = saturated(light, self.saturation)
        gently = tuple((c + 2 * 255) // 3 for c in self.multiply)
        graded.fill(gently, special_flags=pygame.BLEND_RGB_MULT)
        return graded

    @property
    def plain(self) -> bool:
        """Whether it leaves colours as they are."""
        return (self.saturation, self.multiply, self.add) == (0.0, WHITE, BLACK)

    def tinted(self, plain: Colour) -> Colour:
        """One colour in this grade."""
        grey = (plain[0] * 77 + plain[1] * 150 + plain[2] * 29) / 256
        keep = 1 + self.saturation
        mixed = (grey + (c - grey) * keep for c in plain)
        red, green, blue = (
            max(0, min(255, round(c * m / 255 + a)))
            for c, m, a in zip(mixed, self.multiply, self.add, strict=True)
        )
        return red, green, blue


def number(word: object) -> float:
    """A number of a view; raises ValueError for anything else."""
    if isinstance(word, (int, float)) and not isinstance(word, bool):
        return float(word)
    message = f"{word!r} is not a number"
    raise ValueError(message)


def colour(word: object) -> Colour:
    """The colour "#rrggbb"; raises ValueError for anything else."""
    if isinstance(word, str) and word.startswith("#") and len(word) == len("#rrggbb"):
        return int(word[1:3], 16), int(word[3:5], 16), int(word[5:7], 16)
    message = f'{word!r} is not a colour such as "#ff8830"'
    raise ValueError(message)


def saturated(picture: pygame.Surface, amount: float) -> pygame.Surface:
    """A copy of the picture with its colours drained (amount below 0) or heightened (above 0)."""
    if amount > 0:
        return pygame.transform.hsl(picture, 0, amount, 0)
    copy = picture.copy()
    if amount < 0:
        part = round(255 * min(1.0, -amount))
        grey = pygame.transform.grayscale(picture)
        grey.fill((part,) * 3, special_flags=pygame.BLEND_RGB_MULT)
        copy.fill((255 - part,) * 3, special_flags=pygame.BLEND_RGB_MULT)
        copy.blit(grey, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return copy


def veil(order: pygame.Surface | None, amount: float, size: tuple[int, int]) -> pygame.Surface:
    """How far each pixel belongs to the Hush (white: wholly), in a picture of the given size.

    `order` says what goes first (white) and last (black); without one the edges go first.
    """
    small = pygame.Surface(COARSE, 0, 32)
    small.blit(pygame.transform.smoothscale(order, COARSE) if order else _edges_first(), (0, 0))
    start = round(255 * (1 - amount))
    small.fill((start,) * 3, special_flags=pygame.BLEND_RGB_SUB)
    for _ in range(2):
        small.blit(small.copy(), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return pygame.transform.smoothscale(small, size)


def hushed(picture: pygame.Surface, veil_here: pygame.Surface) -> pygame.Surface:
    """The picture, grey as dishwater where the veil lies; the veil is as large as the picture."""
    grey = pygame.transform.grayscale(picture)
    grey.fill(DISHWATER, special_flags=pygame.BLEND_RGB_MULT)
    grey.blit(veil_here, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    left = unlit(picture, veil_here)
    left.blit(grey, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return left


def unlit(light: pygame.Surface, veil_here: pygame.Surface) -> pygame.Surface:
    """The picture without what the veil covers."""
    left = light.copy()
    open_here = pygame.Surface(light.get_size(), 0, 32)
    open_here.fill(WHITE)
    open_here.blit(veil_here, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    left.blit(open_here, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    return left


def _edges_first() -> pygame.Surface:
    """White edges, black middle, a little uneven."""
    width, height = COARSE
    small = pygame.Surface(COARSE, 0, 32)
    for y in range(height):
        for x in range(width):
            across, down = abs(x / (width - 1) - 0.5) * 2, abs(y / (height - 1) - 0.5) * 2
            uneven = ((x * 7 + y * 13) % 11 - 5) * 4
            value = max(0, min(255, round(225 * (0.62 * across**2 + 0.5 * down**2) + uneven)))
            small.set_at((x, y), (value, value, value))
    return small
