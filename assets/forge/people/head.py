"""A head as two sheets of paper: a neck, and on it the face with its jaw cut sharp."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from .curves import Curve, circle, points, spline, taper
from .features import features
from .paper import Ink, Palette, Part, mix, path
from .profile import Profile

Place: TypeAlias = Callable[[Curve], Curve]


def neck(p: Profile, place: Place, palette: Palette, *, deep: float = 0.0) -> Part:
    """The neck, in the shadow of the jaw."""
    light, middle, dark = palette.skin
    shades = [
        (
            [
                (-14, 99),
                (-28, 100),
                (-40, 92),
                (-48, 76),
                (-70, 76),
                (-70, 98),
                (-56, 106),
                (-44, 117),
                (-33, 122),
                (-27, 111),
            ],
            dark,
            0.62 + deep,
            4,
        ),
        ([(-50, 92), (-58, 110), (-60, 150), (-86, 166), (-76, 110), (-70, 84)], dark, 0.40, 4.5),
        ([(-33, 110), (-34.5, 120), (-30, 134), (-22, 147), (-18, 146), (-25, 130)], light, 0.5, 2.2),
        ([(-50, 96), (-46, 120), (-34, 146), (-28, 148), (-39, 120), (-45, 94)], light, 0.16, 3),
    ]
    inks = [Ink(place(spline(s, 8, closed=True)), c, a, b) for s, c, a, b in shades]
    lines = [
        Ink(place(taper(spline([(-50, 84), (-47, 102), (-39, 124), (-27, 148)]), 1.8)), dark, 0.36),
        Ink(place(taper(spline([(-31, 112), (-32, 117), (-30.5, 123)]), 1.0)), dark, 0.30),
    ]
    return Part(
        path(place(p.neck)),
        (middle, middle, mix(middle, dark, 0.35)),
        axis=(place(points([(-24, 100)]))[0], place(points([(-78, 140)]))[0]),
        shades=inks,
        lines=lines,
        rim=0.7,
        rim_axis=(place(points([(0, 100)]))[0], place(points([(-70, 130)]))[0]),
        shadow=0.3,
    )


def head(p: Profile, place: Place, palette: Palette, *, flush: float = 1.0) -> Part:
    """The face, shaded as a soft relief, with everything drawn on it."""
    light, middle, dark = palette.skin
    t, look = p.face.tip, p.look
    drop = 4.0 * look.mouth
    soft = [
        (
            [(-24, 66), (-34, 58), (-50, 46), (-76, 38), (-80, 84), (-50, 88), (-38, 85), (-30, 80)],
            middle,
            0.58,
            6,
        ),
        (
            [
                (-6, 102 + drop),
                (-24, 101 + drop * 0.6),
                (-38, 94),
                (-46, 80),
                (-49, 60),
                (-44, 62),
                (-41, 78),
                (-31, 89),
                (-16, 95 + drop),
            ],
            dark,
            0.42,
            3.2,
        ),
        ([(-21, 60), (-29, 64), (-30, 74), (-23, 84), (-17, 76), (-15.5, 66)], middle, 0.34, 4.5),
        (
            [(-2.2, 43.5), (-8, 42.5), (-15, 44.5), (-18.5, 49), (-13, 47.4), (-7, 46.6), (-3.2, 49.6)],
            dark,
            0.26,
            2.0,
        ),
        ([(-3.4, 52.4), (-8, 55.2), (-14, 54.4), (-8, 57.2)], dark, 0.16, 1.3),
        ([(1.0, t - 10), (-1.2, t - 4), (-2.6, t + 2), (0.6, t - 1)], middle, 0.38, 1.6),
        ([(2.4, t + 4.6), (-1, t + 4.2), (-2.4, t + 9), (1.2, t + 8.6)], middle, 0.55, 1.3),
        (
            [
                (0.4, t + 20.6 + drop),
                (-4.6, t + 21.4 + drop),
                (-7.4, t + 23.4 + drop),
                (-1.4, t + 24.6 + drop),
            ],
            dark,
            0.26,
            1.5,
        ),
        ([(-2, 98 + drop), (-9, 99 + drop), (-20, 96 + drop), (-12, 94 + drop)], dark, 0.20, 2.2),
    ]
    shades = [Ink(place(spline(s, 8, closed=True)), c, a, b) for s, c, a, b in soft]
    warm = [
        (circle((-15.5, 65.5), 7.6), palette.blush, 0.34 * flush, 5.0),
        (circle((p.face.nose * 0.8, t + 0.4), 2.6), palette.blush, 0.22 * flush, 1.6),
        (circle((-2.4, t + 27.5 + drop), 3.4), palette.blush, 0.12 * flush, 2.4),
    ]
    shades += [Ink(place(s), c, a, b) for s, c, a, b in warm]
    glow = [
        (
            spline(
                [
                    (0.4, 40),
                    (-2.6, 46),
                    (1.6, 53),
                    (p.face.nose * 0.72, t - 2.2),
                    (p.face.nose * 0.6, t - 1.2),
                    (-0.4, 55),
                    (-4.6, 40),
                    (-8, 22),
                    (2, 20),
                ],
                8,
                closed=True,
            ),
            0.36,
            2.4,
        ),
        (spline([(-11, 58), (-16, 59.5), (-19, 62), (-13, 62)], 8, closed=True), 0.40, 2.2),
        (circle((-2.0, t + 26.5 + drop), 2.4), 0.32, 1.8),
    ]
    shades += [Ink(place(s), mix(light, "#fff6e6", 0.7), a, b) for s, a, b in glow]
    lines = [Ink(place(i.outline), i.colour, i.alpha, i.blur) for i in features(p, palette)]
    return Part(
        path(place(p.head)),
        (light, light, mix(light, middle, 0.45), middle),
        axis=(place(points([(4, 55)]))[0], place(points([(-78, 84)]))[0]),
        shades=shades,
        lines=lines,
        rim=0.85,
        rim_axis=(place(points([(14, 50)]))[0], place(points([(-90, 110)]))[0]),
        shadow=0.7,
        edge=0.6,
    )


def ear(place: Place, palette: Palette, scale: float = 1.0) -> Part:
    """An ear, on the side of the head."""
    light, middle, dark = palette.skin
    centre = points((-45, 57))

    def at(values: Curve) -> Curve:
        return place((points(values) - centre) * scale + centre)

    shell = spline(
        [
            (-40.4, 49.5),
            (-38.6, 53.5),
            (-40.6, 59.5),
            (-42.2, 64.5),
            (-44.8, 68.6),
            (-47.6, 66.6),
            (-49.6, 59),
            (-50.4, 51),
            (-46.8, 45.8),
            (-42.6, 46.4),
        ],
        8,
        closed=True,
    )
    lines = [
        Ink(
            at(
                taper(
                    spline([(-41.6, 50.4), (-44.8, 48.2), (-48.4, 51.6), (-48.0, 58.4), (-45.6, 64.0)]), 1.3
                )
            ),
            dark,
            0.62,
        ),
        Ink(
            at(
                taper(
                    spline([(-42.0, 55.4), (-44.6, 53.2), (-46.2, 56.2), (-44.2, 60.4), (-42.2, 60.2)]), 1.2
                )
            ),
            dark,
            0.55,
        ),
    ]
    return Part(
        path(at(shell)),
        (light, mix(light, middle, 0.7), middle),
        lines=lines,
        shades=[
            Ink(at(circle((-44.0, 57.6), 2.6)), dark, 0.42, 1.5),
            Ink(at(circle((-45.4, 66), 2.2)), palette.blush, 0.3, 1.2),
        ],
        rim=0.55,
        shadow=0.45,
        edge=0.6,
    )
