"""A lute on the bench: ribs bare on one side, the soundboard fitted on the other, clamps holding the glue."""

from __future__ import annotations

import numpy as np
import skia

from .curves import Curve, circle, petal, points, rotate, spline
from .paper import INSIDE, line, linear, paint, path

HALF = [(0, -78), (12, -70), (30, -44), (46, -10), (50, 26), (40, 56), (20, 74), (0, 80)]
SEAM = [(4, -82), (2, -40), (7, -14), (1, 20), (6, 48), (2, 84)]


def lute(canvas: skia.Canvas, at: tuple[float, float], degrees: float, size: float = 1.08) -> None:
    """Draw the lute standing at a point, leaning by an angle."""

    def place(values: object) -> Curve:
        return rotate(points(values) * size, degrees) + points(at)

    def run(a: tuple[float, float], b: tuple[float, float], *colours: str) -> skia.Shader:
        return linear(place([a])[0], place([b])[0], colours)

    half = spline(HALF)
    bowl = place(np.vstack([half, half[::-1] * (-1, 1)]))
    neck = place([(-8, -70), (8, -70), (6.5, -150), (-6.5, -150)])
    canvas.drawPath(path(neck + (-2, 3)), paint("#1a1014", 0.4, blur=4))
    canvas.drawPath(path(neck), paint(run((8, 0), (-8, 0), "#d89c5c", "#7a4426")))
    for y in (-84, -98, -112, -126, -140):
        canvas.drawPath(line(place([(-7.4, y), (7.4, y)])), paint("#3a2018", 0.8, width=1.2))
    canvas.drawPath(path(bowl + (-3, 4)), paint("#1a1014", 0.5, blur=5))
    canvas.drawPath(path(bowl), paint(run((40, -40), (-40, 60), "#6a3c26", "#2e1a18")))
    canvas.save()
    canvas.clipPath(path(bowl), INSIDE, True)
    for i, u in enumerate(np.linspace(-1, 1, 12)):
        rib = spline([(0, -78), (u * 36, -40), (u * 50, 26), (u * 22, 70), (0, 80)])
        canvas.drawPath(line(place(rib)), paint("#b8743e" if i % 2 else "#e0a866", 0.75, width=1.3))
    for y, w in ((-38, 30), (-8, 46), (40, 47), (60, 34)):
        canvas.drawPath(
            path(place([(-w, y - 2.6), (w, y - 2.6), (w, y + 2.6), (-w, y + 2.6)])), paint("#caa06a")
        )
        canvas.drawPath(line(place([(-w, y + 2.6), (w, y + 2.6)])), paint("#3a2018", 0.8, width=1.1))
    board = place(np.vstack([spline(SEAM), [(-60, 84), (-60, -82)]]))
    canvas.drawPath(path(board + (2, 2)), paint("#120a0c", 0.6, blur=3))
    canvas.drawPath(path(board), paint(run((0, -60), (-50, 40), "#f6d9a2", "#d8a868", "#a8743e")))
    for x in np.linspace(-48, 0, 14):
        canvas.drawPath(line(place([(x, -80), (x, 84)])), paint("#9a6a38", 0.28, width=0.7))
    canvas.drawPath(line(place(spline(SEAM))), paint("#fff0c8", 0.9, width=1.2))
    canvas.restore()
    _rose(canvas, place([(-15, -4)])[0], degrees)
    canvas.drawPath(path(bowl), paint("#f4d49a", 0.9, width=2.2))
    canvas.drawPath(path(bowl), paint("#4a2a1c", 0.9, width=0.7))
    for y, x in ((-52, 26), (6, 49), (50, 43)):
        clamp = place([(x - 11, y - 4), (x + 9, y - 4), (x + 9, y + 4), (x - 11, y + 4)])
        canvas.drawPath(path(clamp), paint(run((x, y - 4), (x, y + 4), "#8a98a8", "#3a4656")))
        canvas.drawPath(path(place(circle((x - 5, y), 2.1, 12))), paint("#e3b878"))


def _rose(canvas: skia.Canvas, centre: Curve, degrees: float) -> None:
    canvas.drawPath(path(circle(centre, 15)), paint("#3a2018", 0.92))
    canvas.drawPath(path(circle(centre, 17.5)), paint("#8a5a34", width=1.6))
    canvas.drawPath(path(circle(centre, 15)), paint("#f0cf96", width=1.2))
    for k in range(6):
        a = k * 60 + degrees
        canvas.drawPath(path(petal(centre, a, 2, 14, 8)), paint("#f0cf96", width=1.2))
        canvas.drawPath(
            path(circle(rotate([(8.6, 0)], a + 30)[0] + centre, 2.6, 14)), paint("#f0cf96", width=0.9)
        )
