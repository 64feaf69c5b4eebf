"""The halo: a person's motif as a circular score.

Five staves, a bead for each note at the radius of its pitch, outside each bead a leaf as long as the pitch is
high and as wide as the note is long. Inside, a rosette that turns slowly on its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import ArrayLike

from .curves import Curve, along, arc, circle, petal, points
from .motifs import Motif
from .paper import OUTSIDE, Palette, line, linear, mix, paint, path, radial

STAVE_INNER, STAVE_OUTER = 0.965, 1.168


@dataclass(frozen=True)
class Halo:
    """Where a halo is and what it is made of; `gap` degrees are left open at the top."""

    centre: tuple[float, float]
    radius: float
    motif: Motif
    palette: Palette
    fold: int = 12
    gap: float = 0.0
    glow: float = 1.0

    def seats(self) -> list[tuple[Curve, float]]:
        """Where each bead sits, and at what angle."""
        c = points(self.centre)
        return [
            (c + along(a, self.radius * (1.0 + 0.0165 * degree)), a)
            for a, degree in zip(self.motif.angles(self.gap), self.motif.degrees, strict=True)
        ]

    def ring(
        self, canvas: skia.Canvas, radius: float, width: float, alpha: float, colour: str | None = None
    ) -> None:
        """A line at a share of the radius, open where the gap is."""
        start = -90 + self.gap / 2
        curve = arc(self.centre, self.radius * radius, start, start + 360 - self.gap)
        canvas.drawPath(
            path(curve, closed=not self.gap), paint(colour or self.palette.gold, alpha, width=width)
        )


def shine(canvas: skia.Canvas, halo: Halo) -> None:
    """The glow that a halo stands in, brightest behind the face."""
    c, r, p, g = halo.centre, halo.radius, halo.palette, halo.glow
    far = [(p.glow, 0.50 * g), (p.glow, 0.24 * g), (p.glow, 0.05 * g), (p.glow, 0)]
    canvas.drawPath(path(circle(c, r * 1.42)), paint(radial(c, r * 1.42, far, [0, 0.52, 0.80, 1])))
    pale = [
        (mix(p.glow, "#ffffff", 0.5), min(1, 0.90 * g)),
        (mix(p.glow, "#ffffff", 0.10), min(1, 0.82 * g)),
        (mix(mix(p.glow, p.halo, 0.55), p.ink, 0.12), 0.78),
        (mix(p.halo, p.ink, 0.15), 0.82),
    ]
    if halo.gap:
        pale[2:] = [(mix(p.glow, p.halo, 0.3), 0.24), (p.halo, 0.0)]
    canvas.drawPath(path(circle(c, r * 0.98, 120)), paint(radial(c, r, pale, [0, 0.42, 0.78, 1])))


def staves(canvas: skia.Canvas, halo: Halo) -> None:
    """The five lines and the two rules that hold them."""
    for i in range(5):
        halo.ring(canvas, 1.0 + 0.033 * i, 0.7, 0.75)
    halo.ring(canvas, STAVE_INNER, 2.0, 0.95)
    halo.ring(canvas, STAVE_OUTER, 1.4, 0.85)


def notes(canvas: skia.Canvas, halo: Halo) -> None:
    """Beads, leaves and the arcs that lead from each note to the next."""
    c, r, p = points(halo.centre), halo.radius, halo.palette
    seats = halo.seats()
    turns = [a for _, a in seats]
    following = [*turns[1:], *([] if halo.gap else [turns[0] + 360])]
    for a0, a1 in zip(turns, following, strict=False):
        for reach, alpha in ((0.20, 0.55), (0.12, 0.35)):
            t = np.linspace(0, 1, 40)
            a = np.radians(a0 + (a1 - a0) * t)
            bow = r * (1.185 + reach * 0.5 * np.sin(np.pi * t) ** 0.8 * min(1.0, (a1 - a0) / 60))
            canvas.drawPath(
                line(np.c_[bow * np.cos(a), bow * np.sin(a)] + c), paint(p.gold, alpha, width=0.9)
            )
    for (seat, a), degree, beats in zip(seats, halo.motif.degrees, halo.motif.rhythm, strict=True):
        base, length = r * 1.185, r * (0.05 + 0.020 * degree)
        broad = r * 0.080 * min(1.4, 0.6 + 0.4 * beats)
        leaf = petal(c, a, base, base + length + r * 0.05, broad)
        gilt = radial(c, r * 1.5, [p.gold, p.gold, (mix(p.gold, "#ffffff", 0.3), 0.6)], [0, 0.78, 1])
        canvas.drawPath(path(leaf), paint(gilt))
        canvas.drawPath(
            path(petal(c, a, base + r * 0.01, base + length, broad * 0.42)), paint(p.accent, 0.95)
        )
        canvas.drawPath(path(circle(c + along(a, base + length + r * 0.085), r * 0.013, 16)), paint(p.gold))
        bead(canvas, seat, r * (0.017 + 0.006 * beats**0.5), p)


def bead(canvas: skia.Canvas, seat: ArrayLike, radius: float, palette: Palette) -> None:
    """One note on the stave."""
    canvas.drawPath(path(circle(seat, radius * 1.5, 20)), paint(palette.ink, 0.35, blur=1.2))
    canvas.drawPath(path(circle(seat, radius, 20)), paint(mix(palette.gold, "#ffffff", 0.35)))


def score(canvas: skia.Canvas, halo: Halo) -> None:
    """The part of a halo that stands still: glow, staves and motif."""
    shine(canvas, halo)
    staves(canvas, halo)
    notes(canvas, halo)


def rosette(canvas: skia.Canvas, halo: Halo) -> None:
    """The part that turns: leaves in n-fold symmetry inside a jewelled band."""
    flower(canvas, halo)
    jewels(canvas, halo)


def flower(canvas: skia.Canvas, halo: Halo, reach: float = 0.93) -> None:
    """Leaves in n-fold symmetry, and lace over their tips."""
    c, r, p = points(halo.centre), halo.radius, halo.palette
    for k in range(halo.fold):
        a = k * 360 / halo.fold - 90
        canvas.drawPath(path(petal(c, a, r * 0.40, r * reach, r * 0.40)), paint(p.gold, 0.20, width=1.0))
        side = petal(c, a + 180 / halo.fold, r * 0.55, r * reach, r * 0.22)
        canvas.drawPath(path(side), paint(p.gold, 0.38, width=0.8))
    t = np.linspace(0, 2 * np.pi, 900)
    lace = r * (reach - 0.15 + 0.11 * np.cos(halo.fold * t * 2))
    canvas.drawPath(path(np.c_[lace * np.cos(t), lace * np.sin(t)] + c), paint(p.gold, 0.32, width=0.7))


def jewels(canvas: skia.Canvas, halo: Halo) -> None:
    """A band set with leaves, left open where the halo is."""
    c, r, p = points(halo.centre), halo.radius, halo.palette
    if not halo.gap:
        band = path(circle(c, r * 0.95, 140), circle(c, r * 0.83, 140))
        band.setFillType(skia.PathFillType.kEvenOdd)
        canvas.drawPath(band, paint(p.halo, 0.50))
    halo.ring(canvas, 0.83, 1.1, 0.8)
    halo.ring(canvas, 0.95, 0.8, 0.5)
    count = halo.fold * 4
    for k in range(count):
        a = k * 360 / count - 90
        if abs((a + 270) % 360 - 180) > 180 - halo.gap / 2:
            continue
        canvas.drawPath(path(petal(c, a, r * 0.84, r * 0.94, r * 0.075)), paint(p.gold, 0.78, width=0.8))
        canvas.drawPath(path(petal(c, a, r * 0.855, r * 0.918, r * 0.032)), paint(p.gold, 0.72))
        canvas.drawPath(
            path(circle(c + along(a + 180 / count, r * 0.932), r * 0.008, 10)), paint(p.gold, 0.8)
        )


def open_gap(canvas: skia.Canvas, halo: Halo) -> None:
    """Keep later drawing out of the gap at the top."""
    c, half = points(halo.centre), halo.gap / 2
    wedge = np.vstack([c, arc(c, halo.radius * 2.2, -90 - half, -90 + half)])
    canvas.clipPath(path(wedge), OUTSIDE, True)


def gilt(start: ArrayLike, end: ArrayLike, palette: Palette) -> skia.Shader:
    """Gold that is lit from one side."""
    return linear(start, end, ["#fff6d8", palette.gold, palette.gold_dark])
