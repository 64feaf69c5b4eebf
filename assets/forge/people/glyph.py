"""Halo signs: each person's halo reduced to what can still be read at 28 pixels, in their own colour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import skia
from PIL import Image

from .curves import along, arc, circle, petal, points, rotate, spline
from .motifs import Motif, motif
from .paper import line, paint, path

SIZE, FINE = 64, 8
COLOURS = {
    "lysandra": "#F29A86",
    "maren": "#D7A8E0",
    "bram": "#E2A769",
    "wren": "#9DB8E6",
    "corin": "#A9CF78",
    "ondine": "#79DACD",
    "bellows": "#D8C06A",
    "ysolt": "#E88A5A",
    "cadence": "#F0D7DA",
    "severin": "#B9C6FF",
    "allegro": "#C7B0FF",
}
STROKE = 4.4


class Sign:
    """A pen on a field from -32 to 32, with one colour."""

    def __init__(self, canvas: skia.Canvas, colour: str) -> None:
        self.canvas, self.colour = canvas, colour

    def ring(self, radius: float, start: float = 0, end: float = 360, width: float = STROKE) -> None:
        """A ring, or part of one."""
        curve = arc((0, 0), radius, start, end)
        whole = end - start >= 360
        self.canvas.drawPath(path(curve, closed=whole), paint(self.colour, width=width))

    def dot(self, degrees: float, distance: float, radius: float) -> None:
        """A bead."""
        self.canvas.drawPath(path(circle(along(degrees, distance), radius, 24)), paint(self.colour))

    def leaf(self, degrees: float, start: float, end: float, width: float) -> None:
        """A leaf pointing outwards."""
        self.canvas.drawPath(path(petal((0, 0), degrees, start, end, width)), paint(self.colour))

    def ray(self, degrees: float, start: float, end: float, width: float = STROKE) -> None:
        """A straight line outwards."""
        ends = np.array([along(degrees, start), along(degrees, end)])
        self.canvas.drawPath(line(ends), paint(self.colour, width=width))

    def stroke(self, values: object, width: float = STROKE) -> None:
        """A free curve."""
        self.canvas.drawPath(line(spline(points(values))), paint(self.colour, width=width))


def _lysandra(s: Sign, m: Motif) -> None:
    s.ring(13)
    s.dot(0, 0, 4.4)
    for a in m.angles():
        s.leaf(a, 17, 31, 9)


def _maren(s: Sign, m: Motif) -> None:
    s.ring(19, -25, 205)
    for side, a in ((1, -25), (-1, 205)):
        s.stroke(
            [along(a, 19), along(a - side * 16, 23), along(a - side * 24, 29), along(a - side * 10, 30)], 3.8
        )
    s.leaf(-90, -11, 15, 11)
    del m


def _bram(s: Sign, m: Motif) -> None:
    s.ring(25, width=3.4)
    s.ring(16)
    s.dot(0, 0, 6)
    for a in m.angles():
        s.dot(a, 27, 4.2)


def _wren(s: Sign, m: Motif) -> None:
    total, start = sum(m.rhythm), -60.0
    for beats in m.rhythm:
        sweep = 300 * beats / total
        s.ring(23, start + 12, start + sweep - 12, 6.4)
        start += sweep
    s.dot(0, 0, 5)


def _corin(s: Sign, m: Motif) -> None:
    for k in range(5):
        a = -90 + 72 * k
        s.stroke([along(a - 62, 12), along(a - 30, 16), along(a, 28)], 6.0)
        s.dot(a + 30, 24, 3.0)
    s.dot(0, 0, 4.0)
    del m


def _ondine(s: Sign, m: Motif) -> None:
    t = np.linspace(0, 2 * np.pi, 160)
    for k in range(len(m.degrees) - 1):
        r = 8 + 9 * k + (0.6 + 0.9 * k) * np.sin(6 * t + k)
        s.canvas.drawPath(path(np.c_[r * np.cos(t), r * np.sin(t)]), paint(s.colour, width=3.6))


def _bellows(s: Sign, m: Motif) -> None:
    s.ring(11)
    for k, degree in enumerate(m.degrees):
        a = -90 + 90 * k
        if degree == m.degrees[0]:
            square = rotate([(-5, -5), (5, -5), (5, 5), (-5, 5)], a) + along(a, 24)
            s.canvas.drawPath(path(square), paint(s.colour))
        else:
            s.stroke([along(a, 23) + (-6, -5), along(a, 23), along(a, 23) + (6, -5)], 3.6)


def _ysolt(s: Sign, m: Motif) -> None:
    s.ring(26)
    for k in range(2 * len(m.degrees)):
        s.leaf(45 * k - 90, 3, 20, 9)


def _cadence(s: Sign, m: Motif) -> None:
    s.ring(9, width=3.6)
    for k, degree in enumerate(m.degrees):
        s.ray(-80 + 45 * k, 14.5, 15 + 1.9 * degree, 5)
    s.canvas.drawPath(path(circle(along(-80 + 315, 24), 4.2)), paint(s.colour, width=2.4))


def _severin(s: Sign, m: Motif) -> None:
    s.ring(17, width=3)
    for k in range(12):
        s.ray(30 * k - 90, 21, 29.5 if k % 3 == 0 else 25.5, 2.8)
    s.ray(-90, -10, 10, 5.5)
    del m


def _allegro(s: Sign, m: Motif) -> None:
    t = np.linspace(0.35, 1, 90)
    s.canvas.drawPath(
        line(np.c_[22 * t * np.cos(13 * t), 22 * t * np.sin(13 * t)]), paint(s.colour, width=3.6)
    )
    for a in m.angles():
        s.dot(a, 28.5, 2.6)


SIGNS: dict[str, Callable[[Sign, Motif], None]] = {
    "lysandra": _lysandra,
    "maren": _maren,
    "bram": _bram,
    "wren": _wren,
    "corin": _corin,
    "ondine": _ondine,
    "bellows": _bellows,
    "ysolt": _ysolt,
    "cadence": _cadence,
    "severin": _severin,
    "allegro": _allegro,
}


def sign(person: str) -> Image.Image:
    """The sign of a person, 64 pixels square on nothing."""
    side = SIZE * FINE
    surface = skia.Surface(side, side)
    canvas = surface.getCanvas()
    canvas.scale(FINE, FINE)
    canvas.translate(SIZE / 2, SIZE / 2)
    SIGNS[person](Sign(canvas, COLOURS[person]), motif(person))
    big = np.zeros((side, side, 4), np.uint8)
    surface.readPixels(
        skia.ImageInfo.Make(side, side, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType), big, side * 4
    )
    small = cv2.resize(big, (SIZE, SIZE), interpolation=cv2.INTER_AREA)
    flat = np.zeros_like(small)
    flat[..., :3] = [int(COLOURS[person][i : i + 2], 16) for i in (1, 3, 5)]
    flat[..., 3] = small[..., 3]
    return Image.fromarray(flat)


def bake_glyph(person: str, out: Path) -> None:
    """Write glyph.webp into a person's folder."""
    out.mkdir(parents=True, exist_ok=True)
    sign(person).save(out / "glyph.webp", lossless=True, method=6)
