"""The harp-lute made from the yoke of the cracked bell: an iron-bound neck, and a crack mended with gold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from .curves import Curve, circle, normals, petal, points, resample, spline, taper
from .paper import PLUS, Drawing, Ink, Palette, Part, line, paint, path

NECK = [(20, 168), (34, 146), (56, 148), (84, 160), (112, 150), (134, 120), (150, 112)]
PILLAR = [(139, 122), (148, 200), (145, 300), (130, 398)]
BACK = [(19, 166), (52, 246), (90, 330), (126, 402)]
WOOD = ("#c98444", "#74321f", "#3a1420")
STRINGS = 15


@dataclass(frozen=True)
class Harp:
    """The wooden parts from back to front, and the strings between them as curves in place."""

    wood: list[Part]
    strings: list[Curve]
    size: float

    def draw_strings(self, canvas: skia.Canvas) -> None:
        """Gut strings, the light side warm."""
        for i, string in enumerate(self.strings):
            canvas.drawPath(path(string + (-0.9, 0.5), closed=False), paint("#1c0a14", 0.40, width=0.8))
            tone = "#ff9c7a" if i % 7 == 0 else "#ffe9bd"
            canvas.drawPath(path(string, closed=False), paint(tone, 0.95, width=0.95 * max(self.size, 0.8)))


def harp(place: Callable[[Curve], Curve], palette: Palette) -> Harp:
    """The harp put where `place` takes it."""
    size = float(np.hypot(*(place(points([(1, 0)]))[0] - place(points([(0, 0)]))[0])))
    neck, pillar, back = (place(resample(spline(c), 50)) for c in (NECK, PILLAR, BACK))
    top, bottom = resample(spline(NECK), 100), resample(spline(BACK), 100)
    strings = []
    for i in range(STRINGS):
        u = (i + 1.2) / (STRINGS + 1.4)
        ends = top[int(6 + u * 78)], bottom[int(6 + u * 90)]
        strings.append(place(np.linspace(*ends, 14)))

    def grain(curve: Curve, width: float, count: int) -> list[Ink]:
        side = normals(curve)
        return [
            Ink(taper(curve + side * width * size * o, size), "#f5c07a", 0.4)
            for o in np.linspace(-0.34, 0.34, count)
        ]

    box = Part(path(taper(back, size, [11, 13, 16, 20, 24, 28, 30])), WOOD, lines=grain(back, 18, 5), rim=0.9)
    box.after = [_rose(back, size, palette)]
    post = Part(path(taper(pillar, size, [11, 9, 10, 13])), WOOD, lines=grain(pillar, 8, 3))
    arm = Part(path(taper(neck, size, [10, 15, 16, 14, 14, 12, 6])), WOOD, lines=grain(neck, 10, 4))
    arm.after = [_irons(neck, size, palette), _crack(place, size), _pegs(strings, size, palette)]
    t = np.radians(np.linspace(-120, 420, 60))
    r = np.linspace(13, 2, 60)
    curl = place(np.c_[150 + r * np.cos(t), 122 + r * np.sin(t)])
    scroll = Part(path(taper(curl, size, [7, 6.5, 5, 3.5])), WOOD, rim=0.9)
    return Harp([box, post, arm, scroll], strings, size)


def _rose(back: Curve, size: float, palette: Palette) -> Drawing:
    centre = back[33]

    def drawing(canvas: skia.Canvas) -> None:
        for j in range(8):
            canvas.drawPath(
                path(petal(centre, j * 45, 1.5 * size, 8 * size, 3.6 * size)), paint("#2a0d16", 0.9)
            )
        canvas.drawPath(path(circle(centre, 9.3 * size)), paint(palette.gold, width=size))
        canvas.drawPath(path(circle(centre, 1.6 * size, 12)), paint(palette.gold))
        canvas.drawPath(line(back[4:]), paint(palette.gold, 0.8, width=size))

    return drawing


def _irons(neck: Curve, size: float, palette: Palette) -> Drawing:
    side = normals(neck)

    def drawing(canvas: skia.Canvas) -> None:
        for j in (9, 21, 33):
            run, across = neck[j : j + 4], side[j : j + 4] * 8.6 * size
            strap = np.vstack([run + across, (run - across)[::-1]])
            canvas.drawPath(path(strap), paint("#8a6a4a"))
            canvas.drawPath(path(strap), paint(palette.gold, 0.8, width=0.8 * size))

    return drawing


def _crack(place: Callable[[Curve], Curve], size: float) -> Drawing:
    seam = spline(place(points([(62, 146), (65, 151), (62, 155), (67, 160), (65, 166)])))

    def drawing(canvas: skia.Canvas) -> None:
        canvas.drawPath(line(seam), paint("#ffd88a", 0.5, width=4 * size, blur=2, blend=PLUS))
        canvas.drawPath(line(seam), paint("#ffd88a", width=1.4 * size))

    return drawing


def _pegs(strings: list[Curve], size: float, palette: Palette) -> Drawing:
    def drawing(canvas: skia.Canvas) -> None:
        for string in strings:
            canvas.drawPath(path(circle(string[0], 1.7 * size, 12)), paint(palette.gold))

    return drawing
