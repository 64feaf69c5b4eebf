"""Lysandra's hair: swept back under a plait set with garnets, knotted, and falling to her waist."""

from __future__ import annotations

from functools import partial

import numpy as np
import skia
from numpy.typing import ArrayLike

from .curves import Curve, circle, petal, points, spline
from .figure import Paper
from .hair import braid, coil, locks, mane, stray
from .head import Place
from .paper import Palette, Part, paint, path, radial


def cap(place: Place, palette: Palette, rng: np.random.Generator) -> Paper:
    """Swept back under a plait set with garnets, into a knot."""
    skull = spline(
        [
            (-4, 18),
            (-10, 5),
            (-26, -6),
            (-50, -11),
            (-74, -1),
            (-91, 24),
            (-94, 50),
            (-88, 72),
            (-70, 80),
            (-55, 74),
            (-50, 58),
            (-44, 45),
            (-36, 47),
            (-28, 38),
            (-17, 28),
        ],
        8,
        closed=True,
    )
    under = Part(path(place(skull)), (palette.hair[1], palette.hair[0]), rim=0.3)
    under.after = [
        stray(
            [
                place(spline(c))
                for c in (
                    [(-50, -14), (-74, -12), (-98, 8), (-118, 18)],
                    [(-34, -13), (-60, -20), (-86, -10), (-108, 4)],
                    [(-4, 17), (2, 10), (0, 2), (-8, -4)],
                )
            ],
            palette.hair[2],
        )
    ]
    over = [
        [(-4, 17.5), (-15, -5), (-46, -17), (-80, -3), (-100, 28), (-101, 58)],
        [(-6, 18.5), (-22, 5), (-52, 0), (-80, 17), (-96, 44), (-99, 62)],
        [(-8, 20), (-27, 17), (-54, 22), (-77, 39), (-93, 57), (-99, 66)],
        [(-13, 25), (-31, 29), (-52, 39), (-71, 54), (-89, 66), (-98, 71)],
        [(-22, 35), (-33, 41), (-48, 48), (-60, 61), (-75, 74), (-95, 78)],
    ]
    swept = mane(
        place, over, 19, 11.8, palette, rng, ripple=2.5, waves=1.9, strands=6, rim=0.45, shape="leaf"
    )
    loop = mane(
        place,
        [
            [(-20, 33), (-29, 44), (-40, 52), (-54, 62), (-72, 76), (-92, 78)],
            [(-25, 38), (-31, 50), (-37, 62), (-50, 76), (-70, 86), (-92, 82)],
        ],
        4,
        8,
        palette,
        rng,
        ripple=1.2,
        waves=1.0,
        strands=4,
        rim=0.5,
        shape="leaf",
    )
    plait = braid(
        place(points([(-13, 18), (-30, 12), (-52, 13), (-74, 27), (-90, 48), (-98, 58)])), 11.5, palette, 16
    )
    plait.after = [
        *plait.after,
        partial(_gems, palette=palette, places=place(points([(-12, 21), (-23, 16.5), (-34, 15)]))),
    ]
    bun = coil(place, (-102, 66), 19, palette, rng)
    return [under, *bun, *swept, *loop, plait]


def tendrils(place: Place, palette: Palette, rng: np.random.Generator) -> Paper:
    falls = [
        [(-24, 37), (-28, 54), (-33, 70), (-28, 88), (-36, 108), (-31, 124)],
        [(-27, 40), (-34, 58), (-36, 78), (-43, 96), (-39, 114)],
        [(-82, 82), (-80, 98), (-90, 116), (-84, 136)],
    ]
    return locks(
        [place(spline(f)) for f in falls], [4.8, 3.0, 4.2], palette, rng, strands=3, shape="leaf", fine=0.7
    )


def tail(place: Place, palette: Palette, rng: np.random.Generator) -> Paper:
    guides = [
        [(-98, 60), (-130, 60), (-158, 92), (-158, 140), (-178, 182), (-170, 214)],
        [(-98, 66), (-126, 84), (-140, 126), (-136, 178), (-160, 234), (-184, 252)],
        [(-98, 74), (-114, 112), (-120, 162), (-114, 216), (-134, 278), (-130, 324)],
        [(-94, 82), (-102, 122), (-108, 168), (-96, 220), (-110, 272), (-98, 312)],
    ]
    root = place(points([(-100, 68)]))[0] - guides[0][0]

    def hung(values: ArrayLike) -> Curve:
        p = points(values)
        return p + root * np.linspace(1, 0.3, len(p))[:, None]

    long = mane(hung, guides, 13, 15.5, palette, rng, ripple=3.4, waves=2.1, strands=6, rim=0.45)
    loose = [
        [(-104, 74), (-150, 110), (-162, 180), (-198, 236)],
        [(-100, 80), (-122, 170), (-128, 250), (-150, 316)],
        [(-98, 84), (-112, 180), (-104, 260), (-88, 322)],
    ]
    long[-1].after = [stray([hung(spline(c)) for c in loose], palette.hair[2], 0.8, 1.2)]
    return long


def _gems(canvas: skia.Canvas, places: Curve, palette: Palette) -> None:
    for i, p in enumerate(places):
        s = 1.15 - 0.18 * i
        stone = petal(p, -78, -4 * s, 10 * s, 6.4 * s)
        canvas.drawPath(path(stone), paint(radial(p - (0, 2), 9 * s, ["#ff8a7a", palette.accent, "#5a0a20"])))
        canvas.drawPath(path(stone), paint(palette.gold, width=1.1))
        canvas.drawPath(path(circle(p + (0.6, -3.4 * s), 0.9, 10)), paint("#ffe9d8", 0.95))
