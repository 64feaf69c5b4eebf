"""Maren's hair: a grey streak, and a knot held by a tuning peg."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import skia
from numpy.typing import ArrayLike

from .curves import Curve, arc, circle, rotate, spline, taper
from .figure import Paper
from .hair import coil, locks, mane
from .head import Place
from .paper import Palette, Part, line, linear, paint, path

GREY = ("#6a5a5c", "#a89a92", "#dcd2c6", "#f6efe4")


def updo(place: Place, palette: Palette, rng: np.random.Generator) -> Paper:
    skull = spline(
        [
            (-4, 18),
            (-10, 6),
            (-26, -5),
            (-50, -9),
            (-74, 1),
            (-90, 25),
            (-93, 50),
            (-88, 70),
            (-72, 80),
            (-58, 78),
            (-51, 64),
            (-50, 46),
            (-38, 42),
            (-28, 36),
            (-16, 27),
        ],
        8,
        closed=True,
    )
    under = Part(path(place(skull)), (palette.hair[1], palette.hair[0]), rim=0.3)
    over = [
        [(-5, 17.5), (-16, -3), (-46, -14), (-80, -2), (-98, 28), (-101, 58)],
        [(-7, 18.5), (-24, 4), (-54, 0), (-82, 18), (-96, 44), (-99, 62)],
        [(-9, 21), (-28, 16), (-54, 20), (-78, 38), (-93, 56), (-99, 66)],
        [(-15, 27), (-31, 29), (-52, 36), (-70, 52), (-88, 64), (-98, 70)],
        [(-23, 34), (-34, 39), (-47, 45), (-57, 58), (-72, 72), (-93, 77)],
    ]
    swept = mane(
        place, over, 19, 11.0, palette, rng, ripple=1.6, waves=1.3, strands=6, rim=0.42, shape="leaf"
    )
    streaks = [
        [(-9, 20), (-26, 12), (-52, 15), (-77, 30), (-93, 50), (-98, 64)],
        [(-9, 21), (-27, 15), (-52, 19), (-76, 34), (-92, 52), (-98, 66)],
    ]
    grey = locks(
        [place(spline(s)) for s in streaks],
        [5.0, 3.4],
        replace(palette, hair=GREY),
        rng,
        strands=4,
        shape="leaf",
        rim=0.3,
    )
    bun = coil(place, (-102, 68), 22, palette, rng)
    bun[-1].after = [partial(_peg, place=place)]
    return [under, *bun, *swept, *grey]


def tendrils(place: Place, palette: Palette, rng: np.random.Generator) -> Paper:
    falls = [
        [(-27, 38), (-31, 54), (-35, 70), (-31, 86), (-38, 100)],
        [(-88, 84), (-84, 100), (-92, 114), (-86, 130)],
    ]
    return list(locks([place(spline(f)) for f in falls], [4.0, 4.4], palette, rng, strands=3, shape="leaf"))


def _peg(canvas: skia.Canvas, place: Place) -> None:
    """The tuning peg that holds her hair."""

    def at(values: ArrayLike) -> Curve:
        return place(rotate(values, -38) + (-102, 68))

    shaft = taper(np.array([(-34, 0), (36, 0)]), 4.6, [1, 0.8, 0.5], 10)
    canvas.drawPath(path(at(shaft)), paint(linear(at([(0, -3)])[0], at([(0, 3)])[0], ["#e8c08a", "#7a4a2c"])))
    grip = spline([(-34, 0), (-38, -5), (-46, -6), (-50, 0), (-46, 6), (-38, 5)], 6, closed=True)
    canvas.drawPath(path(at(grip)), paint("#2e1c1c"))
    canvas.drawPath(path(at(circle((-43, 0), 1.6, 10))), paint("#f2e0b8"))
    canvas.drawPath(line(at(arc((-42, 0), 5, 200, 290))), paint("#8a6a5a", 0.8, width=0.9))
