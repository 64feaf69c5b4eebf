"""A hand bell of bronze, with a band of leaves and a ring to hold it by."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import skia

from .curves import Curve, circle, petal, points, spline
from .paper import Ink, Part, line, paint, path

HALF = [(0, 0), (9, 1), (14, 7), (16, 20), (19, 42), (25, 60), (35, 74), (38, 80)]
DARK = "#5a2c16"


def bell(place: Callable[[Curve], Curve]) -> Part:
    """The bell with the middle of its crown at the origin of `place`."""
    half = spline(HALF)
    outline = place(np.vstack([half, half[::-1] * (-1, 1)]))
    shades = [
        Ink(
            place(spline([(-10, 4), (-16, 30), (-34, 80), (-12, 80), (-6, 40)], 8, closed=True)),
            "#2c1410",
            0.5,
            4,
        ),
        Ink(
            place(spline([(6, 6), (9, 30), (18, 74), (12, 74), (4, 30)], 8, closed=True)), "#fff0c0", 0.6, 2.4
        ),
    ]
    part = Part(
        path(outline),
        ("#f7c46c", "#c9803a", "#6a3a22", "#c98a48"),
        axis=(place(points([(34, 40)]))[0], place(points([(-34, 44)]))[0]),
        shades=shades,
    )

    def work(canvas: skia.Canvas) -> None:
        for y, w in ((18, 15.6), (22, 16), (60, 25), (66, 28.6), (77, 37)):
            canvas.drawPath(
                line(place(spline([(-w, y), (0, y + w * 0.16), (w, y)]))), paint(DARK, 0.9, width=1.1)
            )
        for k in range(-3, 4):
            leaf = petal((k * 6.2, 49 - abs(k) * 0.6), -90, -8, 8, 5 * np.cos(k * 0.3))
            canvas.drawPath(path(place(leaf)), paint(DARK, 0.85, width=0.9))
        canvas.drawPath(path(place(circle((0, -8), 7))), paint("#b0702f", width=3.2))
        canvas.drawPath(path(place(circle((0, 86), 5.5))), paint("#4a2416"))

    part.after = [work]
    return part
