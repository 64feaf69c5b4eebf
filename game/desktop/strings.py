"""The harp: a gilt neck, nine strings that swing when they are plucked, and the plates that name them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pygame

from game.desktop import motion
from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.pitches import DEGREES, put_name
from game.desktop.sketch import Point, Sketch, cubic
from game.desktop.theme import GOLD300, GOLD500, INK950, STRINGS, VELLUM50, VELLUM300
from game.desktop.typeset import Style
from game.view.scales import Note

COUNT: Final = 9
DARK_WOOD: Final = "#2A1410"
WOOD: Final = ("#5E3818", "#B98440", "#E2B566", "#9A642C")
SWING: Final = 1.1
"""Seconds in which a plucked string comes to rest."""
HERTZ: Final = 11.0


class Strings:
    """The harp in a rectangle of the window."""

    def __init__(self, kit: Kit, rect: pygame.Rect, notes: Sequence[Note]) -> None:
        self._kit, self._notes = kit, notes
        self.rect = rect
        self._ages: dict[int, float] = {}
        self._wrong: set[int] = set()
        self.pointed = 0
        theme = kit.theme
        self._plate = pygame.Rect(
            0, 0, round(min(theme.type(76), rect.width / COUNT - 4)), round(theme.type(82))
        )
        self._foot = rect.bottom - self._plate.height
        self._step = (rect.width - self._plate.width - theme.px(40)) / (COUNT - 1)
        self._neck = self._curve()
        self._picture = self._draw_neck()

    def pluck(self, string: int, *, right: bool) -> None:
        """Let a string (1–9) swing; a wrong one wavers."""
        self._ages[string] = 0.0
        (self._wrong.discard if right else self._wrong.add)(string)

    @property
    def moving(self) -> bool:
        """Whether a string swings."""
        return bool(self._ages)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._ages = {string: age + seconds for string, age in self._ages.items() if age + seconds < SWING}

    def at(self, point: tuple[int, int]) -> int:
        """The string at a point of the window, its plate included; 0 for none."""
        x, y = point
        if not self.rect.top <= y <= self.rect.bottom:
            return 0
        near = min(range(1, COUNT + 1), key=lambda string: abs(self.x(string) - x))
        return near if abs(self.x(near) - x) <= self._step / 2 else 0

    def x(self, string: int) -> float:
        """Where a string hangs."""
        return self.rect.x + self._kit.theme.px(20) + self._plate.width / 2 + self._step * (string - 1)

    def _curve(self) -> list[Point]:
        left, right, top = (
            float(self.rect.x - self._kit.theme.px(70)),
            float(self.rect.right),
            float(self.rect.top),
        )
        drop = (self._foot - top) * 0.42
        width = right - left
        first = cubic(
            (left, top + drop * 0.5),
            (left + width * 0.12, top + drop),
            (left + width * 0.28, top + drop * 0.95),
            (left + width * 0.44, top + drop * 0.55),
        )
        second = cubic(
            first[-1],
            (left + width * 0.62, top + drop * 0.1),
            (left + width * 0.8, top - drop * 0.12),
            (right, top + drop * 0.16),
        )
        return [*first, *second[1:]]

    def _neck_y(self, x: float) -> float:
        for (x0, y0), (x1, y1) in pairwise(self._neck):
            if x0 <= x <= x1:
                return y0 + (y1 - y0) * (x - x0) / max(1e-6, x1 - x0)
        return self._neck[-1][1]

    def _draw_neck(self) -> tuple[pygame.Surface, tuple[int, int]]:
        """The neck and the sill, drawn once."""
        theme, ornaments = self._kit.theme, self._kit.ornaments
        pad = theme.px(34)
        left, top = round(self._neck[0][0]) - pad, round(min(y for _, y in self._neck)) - pad
        size = (round(self._neck[-1][0]) + pad - left, round(self._foot + pad - top))
        line = [(x - left, y - top) for x, y in self._neck]
        neck = size[0], round(max(y for _, y in line)) + pad
        sketch = Sketch(*neck, WOOD[1])
        sketch.stroke(line, 26 * theme.unit, DARK_WOOD)
        for n, tone in enumerate(WOOD):
            share = 20 - n * 4.6
            sketch.stroke([(x, y - n * 1.6 * theme.unit) for x, y in line], share * theme.unit, tone)
        sketch.stroke([(x, y - 6 * theme.unit) for x, y in line], max(1.0, 1.6 * theme.unit), "#FFE6AE", 0.75)
        picture = pygame.Surface(size, pygame.SRCALPHA)
        picture.blit(sketch.done(), (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
        self._draw_sill(picture, round(self._foot - top), pad + theme.px(60), size[0] - pad)
        for x, y in (line[0], line[-1]):
            ornaments.rosette(picture, (x, y), 21 * theme.unit, GOLD300, "#3A2112")
        for string in range(1, COUNT + 1):
            x = self.x(string)
            at = (x - left, self._neck_y(x) - top)
            ornaments.ring(picture, at, 9 * theme.unit, 1, DARK_WOOD, DARK_WOOD)
            ornaments.bead(picture, at, 5.5 * theme.unit, string)
        return picture, (left, top)

    def _draw_sill(self, picture: pygame.Surface, foot: int, left: int, right: int) -> None:
        """What the strings stand on."""
        unit, high = self._kit.theme.unit, self._kit.theme.px(12) + 1
        sketch = Sketch(right - left, high, WOOD[1])
        for up, thick, radius, ink, alpha in (
            (12, 12, 3 * unit, DARK_WOOD, 1.0),
            (10, 7, 3 * unit, WOOD[1], 1.0),
            (9, 2, 1, "#FFE6AE", 0.7),
        ):
            sketch.box((0, high - up * unit, right - left, thick * unit), radius, ink, alpha)
        picture.blit(sketch.done(), (left, foot - high))

    def draw(self, surface: pygame.Surface, wanted: int) -> None:
        """Draw the harp; `wanted` is the string of the bead whose turn it is, 0 for any or none."""
        for string in range(1, COUNT + 1):
            self._string(surface, string)
        surface.blit(*self._picture)
        for string in range(1, COUNT + 1):
            self._label(surface, string, wanted=string == wanted)

    def _string(self, surface: pygame.Surface, string: int) -> None:
        theme, ornaments = self._kit.theme, self._kit.ornaments
        x, top, foot = self.x(string), self._neck_y(self.x(string)), float(self._foot)
        ink = STRINGS[string - 1][0]
        age = self._ages.get(string)
        thick = max(1.0, (1.5 + 0.12 * (COUNT - string)) * theme.unit)
        if age is not None and theme.still and string in self._wrong:
            self._draw_wrong(surface, x, top, foot)
            return
        if age is None or theme.still:
            bright = age is not None
            ornaments.line(
                surface,
                (x, top),
                (x, foot),
                thick,
                "#FFF6DA" if bright else GOLD300,
                1.0 if bright or self.pointed == string else 0.72,
            )
            if bright:
                ornaments.glow(surface, (x, (top + foot) / 2), theme.px(90), ink, 0.35)
            return
        left = (1 - age / SWING) ** 2
        middle = (top + foot) / 2
        ornaments.glow(surface, (x, middle), theme.px(110), ink, 0.5 * left)
        wide = theme.px(13) * left
        waver = 1.6 if string in self._wrong else 1.0
        swing = math.sin(age * HERTZ * math.tau * (0.6 if string in self._wrong else 1.0)) * waver
        for side, alpha in ((1.0, 0.95), (-1.0, 0.5)):
            bow = wide * side * (swing if side > 0 else max(0.4, abs(swing)))
            points = [(x + bow * math.sin(math.pi * k / 16), top + (foot - top) * k / 16) for k in range(17)]
            pygame.draw.aalines(surface, _tinted("#FFF6DA", ink, 1 - alpha), closed=False, points=points)

    def _draw_wrong(self, surface: pygame.Surface, x: float, top: float, foot: float) -> None:
        """A wrong string where nothing may move: bent like a wave, with a cross on it, and no light."""
        theme, ornaments = self._kit.theme, self._kit.ornaments
        wide, middle = theme.px(9), (top + foot) / 2
        steps = [k / 48 for k in range(49)]
        points = [(x + wide * math.sin(math.tau * 3 * k), top + (foot - top) * k) for k in steps]
        pygame.draw.aalines(surface, VELLUM300, closed=False, points=points)
        radius = max(9.0, 17 * theme.unit)
        ornaments.ring(surface, (x, middle), radius, max(1.2, 2 * theme.unit), VELLUM50, INK950, 0.85)
        ornaments.sign(surface, "close", (x, middle), radius, VELLUM50, max(1.4, 2.4 * theme.unit))

    def _label(self, surface: pygame.Surface, string: int, *, wanted: bool) -> None:
        kit, theme = self._kit, self._kit.theme
        ink = STRINGS[string - 1][0]
        plate = self._plate.copy()
        plate.midtop = (round(self.x(string)), self._foot)
        live = string in self._ages or self.pointed == string
        kit.ornaments.box(surface, plate, theme.px(10), INK950, 0.82)
        edge = ink if live else VELLUM50 if wanted else GOLD500
        kit.ornaments.box(
            surface,
            plate,
            theme.px(10),
            edge,
            1.0 if live or wanted else 0.55,
            width=max(1.0, (2.4 if live or wanted else 1.2) * theme.unit),
        )
        size = plate.height * 0.28
        kit.ornaments.bead(
            surface, (plate.centerx - plate.width * 0.2, plate.top + plate.height * 0.33), size * 0.42, string
        )
        name = Style(Face.KEY, size, VELLUM50)
        put_name(
            surface,
            kit,
            self._notes[string - 1],
            plate.centerx - plate.width * 0.02,
            plate.top + plate.height * 0.33 + size * 0.33,
            name,
            prime=string > DEGREES,
        )
        number = Style(Face.VALUE_STRONG, size, ink if live else VELLUM300)
        kit.type.put(surface, str(string), plate.centerx, plate.top + plate.height * 0.86, number, 0.5)


def _tinted(one: str, other: str, share: float) -> pygame.Color:
    return pygame.Color(one).lerp(pygame.Color(other), motion.clamp(share))
