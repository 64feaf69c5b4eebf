"""Gilt: rosettes, diamonds, rules, staves, beads, keys and glows, each drawn once and kept.

Every method that draws takes the surface first and places its picture by its centre, or says otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import pygame

from game.desktop.signs import draw_sign
from game.desktop.sketch import Point, Sketch, petal, polar, stretched
from game.desktop.theme import GOLD300, GOLD500, INK950, STRINGS
from game.desktop.theme import colour as as_colour

MOST_KEPT: Final = 1500
"""More pictures than this are begun anew: they are small, but some follow what moves."""

Outline = Callable[[Point, float], list[Point]]


def _regular(corners: int, turn: float, scale: float) -> Outline:
    return lambda at, r: [polar(at, r * scale, turn + 360 * k / corners) for k in range(corners)]


def _rhombus(at: Point, r: float) -> list[Point]:
    return [
        (at[0], at[1] - r * 1.15),
        (at[0] + r * 0.95, at[1]),
        (at[0], at[1] + r * 1.15),
        (at[0] - r * 0.95, at[1]),
    ]


def _star(at: Point, r: float) -> list[Point]:
    return [polar(at, r * (1.25 if k % 2 == 0 else 0.6), -90 + 36 * k) for k in range(10)]


OUTLINES: Final[dict[str, Outline]] = {
    "disc": lambda at, r: [polar(at, r * 0.92, 360 * k / 48) for k in range(48)],
    "ring": lambda at, r: [polar(at, r * 0.92, 360 * k / 48) for k in range(48)],
    "diamond": _rhombus,
    "open diamond": _rhombus,
    "triangle": _regular(3, -90, 1.18),
    "square": _regular(4, 45, 1.2),
    "drop": lambda at, r: petal(at, -90, -r * 1.25, r * 1.25, r * 1.5),
    "hexagon": _regular(6, 0, 1.05),
    "star": _star,
}


class Ornaments:
    """The pictures of the ornament, kept by what they show."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], pygame.Surface] = {}

    def forget(self) -> None:
        """Drop the kept pictures, after a change of size."""
        self._kept.clear()

    def _keep(self, key: tuple[object, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        if key not in self._kept:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            self._kept[key] = make()
        return self._kept[key]

    def rosette(
        self, surface: pygame.Surface, at: Point, radius: float, ink: str = GOLD500, ground: str = INK950
    ) -> None:
        """Eight petals in a ring; it marks where lines end or meet."""

        def make() -> pygame.Surface:
            side = radius * 2 + 4
            sketch = Sketch(side, side, ink)
            centre = (sketch.size[0] / 2, sketch.size[1] / 2)
            sketch.disc(centre, radius, ground, 0.92)
            for k in range(8):
                sketch.shape(petal(centre, k * 45 - 90, radius * 0.22, radius * 0.9, radius * 0.22), ink)
            sketch.disc(centre, radius * 0.14, ink)
            sketch.ring(centre, radius, max(1.0, radius * 0.08), ink)
            return sketch.done()

        self._centre(surface, self._keep(("rosette", round(radius, 1), ink, ground), make), at)

    def diamond(
        self, surface: pygame.Surface, at: Point, radius: float, ink: str = GOLD500, width: float = 0.0
    ) -> None:
        """A narrow diamond, filled, or hollow if a line width is given."""

        def make() -> pygame.Surface:
            sketch = Sketch(radius * 1.4 + 4, radius * 2 + 4, ink)
            x, y = sketch.size[0] / 2, sketch.size[1] / 2
            points = [(x, y - radius), (x + radius * 0.7, y), (x, y + radius), (x - radius * 0.7, y)]
            sketch.shape(points, ink, width=width)
            return sketch.done()

        self._centre(surface, self._keep(("diamond", round(radius, 1), ink, width), make), at)

    def bead(
        self, surface: pygame.Surface, at: Point, radius: float, string: int, *, lit: bool = True
    ) -> None:
        """The bead of a string (1–9): its colour and its shape; unlit it is an outline."""
        ink, kind = STRINGS[string - 1]

        def make() -> pygame.Surface:
            sketch = Sketch(radius * 2.8 + 2, radius * 2.8 + 2, ink)
            centre = (sketch.size[0] / 2, sketch.size[1] / 2)
            outline = OUTLINES[kind](centre, radius)
            if kind in ("ring", "open diamond"):
                sketch.shape(outline, INK950, 0.85 if lit else 0.6)
                sketch.shape(outline, ink, width=radius * (0.42 if lit else 0.2))
            elif lit:
                sketch.shape(outline, ink)
            else:
                sketch.shape(outline, INK950, 0.6)
                sketch.shape(outline, ink, width=max(1.5, radius * 0.15))
            return sketch.done()

        self._centre(surface, self._keep(("bead", round(radius, 1), string, lit), make), at)

    def glow(
        self, surface: pygame.Surface, at: Point, radius: float, ink: str = GOLD300, strength: float = 0.6
    ) -> None:
        """Light added around a point."""
        levels = round(max(0.0, min(1.0, strength)) * 16)
        reach = max(4, round(radius / 4) * 4)
        if not levels:
            return

        def make() -> pygame.Surface:
            tone = pygame.Color(ink)
            small = self._keep(("falloff",), _falloff).copy()
            level = levels / 16
            small.fill(
                (round(tone.r * level), round(tone.g * level), round(tone.b * level)),
                special_flags=pygame.BLEND_RGB_MULT,
            )
            return pygame.transform.smoothscale(small, (reach * 2, reach * 2))

        picture = self._keep(("glow", reach, ink, levels), make)
        surface.blit(
            picture,
            (round(at[0] - picture.get_width() / 2), round(at[1] - picture.get_height() / 2)),
            special_flags=pygame.BLEND_RGB_ADD,
        )

    def ring(
        self,
        surface: pygame.Surface,
        at: Point,
        radius: float,
        width: float,
        ink: str,
        fill: str = "",
        alpha: float = 1.0,
    ) -> None:
        """A circle, filled with `fill` at an opacity if given."""

        def make() -> pygame.Surface:
            sketch = Sketch(radius * 2 + width + 4, radius * 2 + width + 4, fill or ink)
            centre = (sketch.size[0] / 2, sketch.size[1] / 2)
            if fill:
                sketch.disc(centre, radius, fill, alpha)
            sketch.ring(centre, radius, width, ink)
            return sketch.done()

        self._centre(
            surface, self._keep(("ring", round(radius, 1), round(width, 1), ink, fill, alpha), make), at
        )

    def dotted_ring(
        self, surface: pygame.Surface, at: Point, radius: float, ink: str, width: float = 2.0
    ) -> None:
        """A ring of dots: something is listening, or unknown."""

        def make() -> pygame.Surface:
            sketch = Sketch(radius * 2 + width + 4, radius * 2 + width + 4, ink)
            sketch.dotted_ring((sketch.size[0] / 2, sketch.size[1] / 2), radius, width, ink, width * 2.4)
            return sketch.done()

        self._centre(surface, self._keep(("dots", round(radius, 1), ink, round(width, 1)), make), at)

    def arc(
        self, surface: pygame.Surface, at: Point, radius: float, width: float, ink: str, share: float
    ) -> None:
        """A ring that is `share` (0–1) complete, from the top clockwise."""
        steps = round(max(0.0, min(1.0, share)) * 60)
        if not steps:
            return

        def make() -> pygame.Surface:
            sketch = Sketch(radius * 2 + width + 4, radius * 2 + width + 4, ink)
            sketch.arc((sketch.size[0] / 2, sketch.size[1] / 2), radius, width, ink, 0, 6.0 * steps)
            return sketch.done()

        self._centre(surface, self._keep(("arc", round(radius, 1), round(width, 1), ink, steps), make), at)

    def bow(
        self,
        surface: pygame.Surface,
        at: Point,
        radius: float,
        width: float,
        ink: str,
        start: float,
        alpha: float,
    ) -> None:
        """A quarter of a ring, clockwise from `start` degrees."""

        def make() -> pygame.Surface:
            sketch = Sketch(radius * 2 + width + 4, radius * 2 + width + 4, ink)
            sketch.arc((sketch.size[0] / 2, sketch.size[1] / 2), radius, width, ink, start, 90, alpha)
            return sketch.done()

        self._centre(
            surface, self._keep(("bow", round(radius, 1), round(width, 1), ink, start, alpha), make), at
        )

    def box(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        radius: float,
        ink: str,
        alpha: float = 1.0,
        width: float = 0.0,
    ) -> None:
        """A rectangle with round corners, filled, or outlined if a width is given; placed by `rect`."""

        def make() -> pygame.Surface:
            # Between its corners a box is everywhere the same: only they are drawn, however large it is.
            corner = 2 * math.ceil(radius + width) + 7
            whole = rect.width + 2, rect.height + 2
            size = min(whole[0], corner), min(whole[1], corner)
            sketch = Sketch(*size, ink)
            inset = 1 + width / 2 if width else 1
            sketch.box((inset, inset, size[0] - inset * 2, size[1] - inset * 2), radius, ink, alpha, width)
            return stretched(sketch.done(), whole)

        key = ("box", rect.size, round(radius, 1), ink, alpha, round(width, 2))
        surface.blit(self._keep(key, make), (rect.x - 1, rect.y - 1))

    def sign(
        self, surface: pygame.Surface, name: str, at: Point, size: float, ink: str, width: float = 2.0
    ) -> None:
        """A sign in a box of `size` pixels."""

        def make() -> pygame.Surface:
            sketch = Sketch(size + width * 2, size + width * 2, ink)
            draw_sign(sketch, name, min(sketch.size), ink, width)
            return sketch.done()

        self._centre(surface, self._keep(("sign", name, round(size, 1), ink, round(width, 1)), make), at)

    def rule(
        self,
        surface: pygame.Surface,
        x0: float,
        x1: float,
        y: float,
        ink: str = GOLD500,
        alpha: float = 0.8,
        scale: float = 1.0,
    ) -> None:
        """A line that fades at both ends, with a diamond and two dots in its middle; from x0 to x1 at y."""
        middle, gap = (x0 + x1) / 2, 18 * scale
        self.line(surface, (x0, y), (middle - gap, y), 1.25 * scale, ink, alpha, fade=(0.85, 0.0))
        self.line(surface, (middle + gap, y), (x1, y), 1.25 * scale, ink, alpha, fade=(0.0, 0.85))
        self.diamond(surface, (middle, y), 7 * scale, ink)
        for side in (-1, 1):
            self.ring(surface, (middle + side * 13 * scale, y), max(0.8, 1.3 * scale), 0.5, ink, ink)

    def line(
        self,
        surface: pygame.Surface,
        start: Point,
        end: Point,
        width: float,
        ink: str,
        alpha: float = 1.0,
        fade: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        """A level or upright line of a width that need not be whole; each end fades over a share of it."""
        upright = abs(end[1] - start[1]) > abs(end[0] - start[0])
        length = round(abs(end[1] - start[1]) if upright else abs(end[0] - start[0]))
        if length < 1:
            return
        across = start[0] if upright else start[1]
        first = math.floor(across - width / 2)
        key = (
            "line",
            upright,
            length,
            round(width, 2),
            round(across - width / 2 - first, 2),
            ink,
            alpha,
            fade,
        )
        picture = self._keep(
            key, lambda: _line(length, width, across - width / 2 - first, ink, alpha, fade, upright=upright)
        )
        surface.blit(
            picture,
            (first, round(min(start[1], end[1]))) if upright else (round(min(start[0], end[0])), first),
        )

    def stave(
        self,
        surface: pygame.Surface,
        x0: float,
        x1: float,
        y: float,
        gap: float,
        ink: str = GOLD500,
        alpha: float = 0.7,
        width: float = 1.25,
    ) -> None:
        """Five lines from x0 to x1; `y` is the lowest, `gap` what lies between two."""
        for index in range(5):
            self.line(surface, (x0, y - index * gap), (x1, y - index * gap), width, ink, alpha)

    def notehead(
        self, surface: pygame.Surface, at: Point, gap: float, ink: str = GOLD300, stem: float = 0.0
    ) -> None:
        """A filled note for a stave with lines `gap` apart; a stem upwards (or downwards, if negative)."""

        def make() -> pygame.Surface:
            sketch = Sketch(gap * 2 + 4, gap * 2 + 4, ink)
            x, y = sketch.size[0] / 2, sketch.size[1] / 2
            points = []
            for k in range(36):
                turn = math.radians(k * 10)
                u, v = gap * 0.64 * math.cos(turn), gap * 0.45 * math.sin(turn)
                lean = math.radians(-20)
                points.append(
                    (x + u * math.cos(lean) - v * math.sin(lean), y + u * math.sin(lean) + v * math.cos(lean))
                )
            sketch.shape(points, ink)
            return sketch.done()

        if stem:
            x = at[0] + math.copysign(gap * 0.55, stem)
            self.line(surface, (x, at[1]), (x, at[1] - stem), max(1.0, gap * 0.11), ink)
        self._centre(surface, self._keep(("note", round(gap, 1), ink), make), at)

    @staticmethod
    def _centre(surface: pygame.Surface, picture: pygame.Surface, at: Point) -> None:
        surface.blit(
            picture, (round(at[0] - picture.get_width() / 2), round(at[1] - picture.get_height() / 2))
        )


def _falloff() -> pygame.Surface:
    """White in the middle, black at the rim."""
    small = pygame.Surface((64, 64))
    for y in range(64):
        for x in range(64):
            away = min(1.0, math.hypot(x - 31.5, y - 31.5) / 31.5)
            level = round(255 * (1 - away) ** 2 * (0.55 + 0.45 * (1 - away)))
            small.set_at((x, y), (level, level, level))
    return small


def _line(
    length: int,
    width: float,
    offset: float,
    ink: str,
    alpha: float,
    fade: tuple[float, float],
    *,
    upright: bool,
) -> pygame.Surface:
    """A strip with the line's coverage across and its fading along."""
    rows = math.ceil(offset + width)
    cover = [max(0.0, min(row + 1.0, offset + width) - max(float(row), offset)) for row in range(rows)]
    strip = pygame.Surface((rows, length) if upright else (length, rows), pygame.SRCALPHA)
    for row, share in enumerate(cover):
        rect = (row, 0, 1, length) if upright else (0, row, length, 1)
        strip.fill(as_colour(ink, alpha * share), rect)
    for end, part in enumerate(fade):
        run = round(length * part)
        for step in range(run):
            at = step if end == 0 else length - 1 - step
            rect = (0, at, rows, 1) if upright else (at, 0, 1, rows)
            strip.fill((255, 255, 255, round(255 * step / run)), rect, pygame.BLEND_RGBA_MULT)
    return strip
