"""A luthier's leather apron: stitched edges, a bib pocket of chisels, a hip pocket with gut and calipers."""

from __future__ import annotations

from collections.abc import Sequence

import skia

from .curves import Curve, circle, contour, petal, points, resample, rotate, spline
from .paper import Drawing, line, linear, paint, path

THREAD = "#f0cf9e"


def stitches(edges: Sequence[Curve]) -> Drawing:
    """A running stitch along each edge."""

    def drawing(canvas: skia.Canvas) -> None:
        for edge in edges:
            for a, b in zip(edge[::2], edge[1::2], strict=False):
                canvas.drawPath(line([a, b]), paint(THREAD, 0.7, width=0.9))

    return drawing


def pockets(canvas: skia.Canvas) -> None:
    """Both pockets, and what stands in them."""
    for x, angle, length, width in ((-30, -7, 44, 6.4), (-19, -1, 52, 5.2), (-8, 5, 46, 7)):
        _chisel(canvas, (x, 226), angle, length, width)
    canvas.drawPath(
        path(rotate([(-1.6, -26), (1.6, -26), (1.6, 10), (-1.6, 10)], 12) + (2, 226)), paint("#7f9fc0")
    )
    canvas.drawPath(path(rotate([(-1.6, -26), (1.6, -26), (0, -32)], 12) + (2, 226)), paint("#f2d7a8"))
    bib = contour(
        [
            (-39, 226),
            (-16, 230),
            (8, 225, "c"),
            (9, 246),
            (2, 258, "c"),
            (-16, 262),
            (-42, 259, "c"),
            (-39, 226),
        ],
        6,
    )
    _pocket(canvas, bib, (0, 224), (-30, 262))
    for stitch in resample(bib, 46):
        canvas.drawPath(path(circle(stitch * 0.94 + points((-16, 244)) * 0.06, 0.7, 6)), paint(THREAD, 0.8))
    canvas.drawPath(line([(-15, 231), (-17, 260)]), paint("#2a1614", 0.6, width=1.1))
    hip = points((-46, 330))
    for k in range(5):
        gut = rotate(circle((0, 0), 13 - k * 0.9, 36) * (1, 0.92), 8 * k) + hip + (22, -16)
        canvas.drawPath(path(gut), paint("#f2e0b8", 0.85, width=0.9))
    for side in (-1, 1):
        leg = (
            rotate(spline([(0, -30), (side * 8, -18), (side * 9, -2), (side * 2, 12)]), -12)
            + hip
            + (-12, -12)
        )
        canvas.drawPath(line(leg), paint("#b8c6d4", width=2.2))
    canvas.drawPath(path(circle(rotate([(0, -30)], -12)[0] + hip + (-12, -12), 3.4)), paint("#e3b878"))
    x, y = hip
    bag = contour(
        [
            (x - 32, y - 4),
            (x, y + 2),
            (x + 40, y - 4, "c"),
            (x + 43, y + 34),
            (x + 34, y + 46, "c"),
            (x, y + 50),
            (x - 36, y + 44, "c"),
            (x - 32, y - 4),
        ],
        6,
    )
    _pocket(canvas, bag, (x + 30, y - 4), (x - 30, y + 46))
    for stitch in resample(bag, 70):
        canvas.drawPath(path(circle(stitch * 0.95 + (hip + (3, 22)) * 0.05, 0.7, 6)), paint(THREAD, 0.75))
    for k in range(8):
        canvas.drawPath(path(petal(hip + (4, 24), 45 * k, 2, 11, 5)), paint("#d6a06a", 0.55, width=0.9))


def _pocket(
    canvas: skia.Canvas, outline: Curve, lit: tuple[float, float], shaded: tuple[float, float]
) -> None:
    canvas.drawPath(path(outline + (-1, 2)), paint("#160c0c", 0.5, blur=3))
    canvas.drawPath(path(outline), paint(linear(lit, shaded, ["#b98254", "#643c2e"])))
    canvas.drawPath(path(outline), paint(THREAD, 0.35, width=0.8))


def _chisel(
    canvas: skia.Canvas, at: tuple[float, float], degrees: float, length: float, width: float
) -> None:
    def place(values: object) -> Curve:
        return rotate(values, degrees) + points(at)

    n, w = length, width
    blade = [(-w * 0.3, 0), (w * 0.3, 0), (w * 0.42, n * 0.5), (-w * 0.42, n * 0.5)]
    canvas.drawPath(
        path(place(blade)), paint(linear(place([(-w, 0)])[0], place([(w, 0)])[0], ["#c8d2dc", "#6a7a8c"]))
    )
    left = [
        (-w * 0.34, 0),
        (-w * 0.56, -n * 0.10),
        (-w * 0.46, -n * 0.26),
        (-w * 0.62, -n * 0.40),
        (-w * 0.3, -n * 0.50),
    ]
    handle = place(spline([*left, *((-x, y) for x, y in reversed(left))], 5, closed=True))
    canvas.drawPath(
        path(handle), paint(linear(place([(w, 0)])[0], place([(-w, 0)])[0], ["#d89a5a", "#6a3a20"]))
    )
    canvas.drawPath(path(handle), paint("#1c1014", 0.5, width=0.6))
    ferrule = [(-w * 0.4, -1.5), (w * 0.4, -1.5), (w * 0.36, 1.5), (-w * 0.36, 1.5)]
    canvas.drawPath(path(place(ferrule)), paint("#e8b860"))
