"""Smooth small shapes: drawn four times as large, scaled down once.

Lengths are window pixels. A sketch begins transparent in its main colour, so that scaling darkens no edge.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pygame

from game.desktop.theme import colour as as_colour

OVER: Final = 4

Point = tuple[float, float]


class Sketch:
    """A transparent picture of a size in window pixels, to draw smooth shapes on."""

    def __init__(self, width: float, height: float, main: str, over: int = OVER) -> None:
        self.size = (max(1, math.ceil(width)), max(1, math.ceil(height)))
        self._over = over
        self._big = self._sheet(main)

    def disc(self, at: Point, radius: float, ink: str, alpha: float = 1.0) -> None:
        """A filled circle."""
        with _Layer(self, ink, alpha) as big:
            pygame.draw.circle(big, as_colour(ink), self._at(at), radius * self._over)

    def ring(self, at: Point, radius: float, width: float, ink: str, alpha: float = 1.0) -> None:
        """A circle's outline, its line centred on the radius."""
        with _Layer(self, ink, alpha) as big:
            line = max(1, round(width * self._over))
            pygame.draw.circle(big, as_colour(ink), self._at(at), radius * self._over + line / 2, line)

    def arc(
        self, at: Point, radius: float, width: float, ink: str, start: float, sweep: float, alpha: float = 1.0
    ) -> None:
        """A part of a circle, from `start` degrees clockwise from the top, `sweep` degrees long."""
        steps = max(2, round(abs(sweep) / 4))
        points = [polar(at, radius, start - 90 + sweep * step / steps) for step in range(steps + 1)]
        self.stroke(points, width, ink, alpha)

    def dotted_ring(
        self, at: Point, radius: float, width: float, ink: str, gap: float, alpha: float = 1.0
    ) -> None:
        """A circle of dots about `gap` pixels apart."""
        count = max(6, round(2 * math.pi * radius / gap))
        with _Layer(self, ink, alpha) as big:
            for index in range(count):
                dot = polar(at, radius, 360 * index / count)
                pygame.draw.circle(big, as_colour(ink), self._at(dot), width * self._over / 2)

    def shape(self, points: Sequence[Point], ink: str, alpha: float = 1.0, width: float = 0.0) -> None:
        """A polygon, filled, or outlined if a width is given."""
        if width:
            self.stroke([*points, points[0]], width, ink, alpha)
            return
        with _Layer(self, ink, alpha) as big:
            pygame.draw.polygon(big, as_colour(ink), [self._at(point) for point in points])

    def stroke(self, points: Sequence[Point], width: float, ink: str, alpha: float = 1.0) -> None:
        """A line through points with round ends and joints."""
        half = width * self._over / 2
        tone = as_colour(ink)
        with _Layer(self, ink, alpha) as big:
            big_points = [self._at(point) for point in points]
            for (x0, y0), (x1, y1) in pairwise(big_points):
                length = math.hypot(x1 - x0, y1 - y0) or 1.0
                dx, dy = (y1 - y0) / length * half, -(x1 - x0) / length * half
                quad = [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)]
                pygame.draw.polygon(big, tone, quad)
            for point in big_points:
                pygame.draw.circle(big, tone, point, half)

    def box(
        self,
        rect: tuple[float, float, float, float],
        radius: float,
        ink: str,
        alpha: float = 1.0,
        width: float = 0.0,
    ) -> None:
        """A rectangle with round corners, filled, or outlined if a width is given."""
        big_rect = pygame.Rect([round(value * self._over) for value in rect])
        with _Layer(self, ink, alpha) as big:
            line = max(1, round(width * self._over)) if width else 0
            pygame.draw.rect(big, as_colour(ink), big_rect, line, border_radius=round(radius * self._over))

    def done(self) -> pygame.Surface:
        """The picture at its own size."""
        return pygame.transform.smoothscale(self._big, self.size)

    def _sheet(self, ink: str) -> pygame.Surface:
        sheet = pygame.Surface((self.size[0] * self._over, self.size[1] * self._over), pygame.SRCALPHA)
        sheet.fill(as_colour(ink, 0))
        return sheet

    def _at(self, point: Point) -> Point:
        return point[0] * self._over, point[1] * self._over


class _Layer:
    """The sheet itself for solid ink; for thin ink a sheet of its own, laid over it at the end."""

    def __init__(self, sketch: Sketch, ink: str, alpha: float) -> None:
        self._sketch, self._alpha = sketch, alpha
        self._sheet = sketch._big if alpha >= 1 else sketch._sheet(ink)  # noqa: SLF001 (one class in two parts)

    def __enter__(self) -> pygame.Surface:
        return self._sheet

    def __exit__(self, *_: object) -> None:
        if self._alpha < 1:
            self._sheet.set_alpha(round(255 * max(0.0, self._alpha)))
            self._sketch._big.blit(self._sheet, (0, 0))  # noqa: SLF001 (one class in two parts)


def stretched(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The picture at a larger size: its middle row and column are drawn out, its corners stay as they are."""
    if picture.get_size() == size:
        return picture
    made = pygame.Surface(size, pygame.SRCALPHA)
    across, down = (_slices(*sides) for sides in zip(picture.get_size(), size, strict=True))
    for (x, width), (left, wide) in across:
        for (y, height), (top, high) in down:
            part = pygame.transform.scale(picture.subsurface((x, y, width, height)), (wide, high))
            made.blit(part, (left, top), special_flags=pygame.BLEND_RGBA_ADD)
    return made


def _slices(length: int, goal: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Which parts of a length go to which parts of a larger one; each a start and a length."""
    if length == goal:
        return [((0, length), (0, goal))]
    half, rest = length // 2, length - length // 2 - 1
    return [
        ((0, half), (0, half)),
        ((half, 1), (half, goal - half - rest)),
        ((half + 1, rest), (goal - rest, rest)),
    ]


def polar(centre: Point, radius: float, degrees: float) -> Point:
    """The point at an angle, clockwise from the right."""
    turn = math.radians(degrees)
    return centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn)


def petal(centre: Point, degrees: float, inner: float, outer: float, width: float) -> list[Point]:
    """A leaf between two radii, `width` the pull of its sides."""
    foot, tip = polar(centre, inner, degrees), polar(centre, outer, degrees)
    middle = polar(centre, (inner + outer) / 2, degrees)
    side = math.radians(degrees + 90)
    pull = (math.cos(side) * width, math.sin(side) * width)
    there = quadratic(foot, (middle[0] + pull[0], middle[1] + pull[1]), tip)
    return there + quadratic(tip, (middle[0] - pull[0], middle[1] - pull[1]), foot)


def quadratic(start: Point, pull: Point, end: Point, steps: int = 12) -> list[Point]:
    """Points along a curve that is drawn towards `pull`."""
    made = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        made.append((a * start[0] + b * pull[0] + c * end[0], a * start[1] + b * pull[1] + c * end[1]))
    return made


def cubic(start: Point, pull: Point, push: Point, end: Point, steps: int = 24) -> list[Point]:
    """Points along a curve between two pulls."""
    made = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = (start, pull, push, end)
        made.append(
            (
                sum(w * p[0] for w, p in zip(weights, points, strict=True)),
                sum(w * p[1] for w, p in zip(weights, points, strict=True)),
            )
        )
    return made
