"""Hands: a palm, a thumb with its ball and four jointed fingers, each its own sheet of paper.

In hand coordinates the wrist is the origin, fingers point to +x, the thumb is on -y, a hand is 100 long.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import ArrayLike

from .curves import (
    Curve,
    cap,
    capsule,
    chain,
    circle,
    heading,
    normals,
    points,
    resample,
    rotate,
    spline,
    taper,
    unit,
)
from .paper import Palette, Part, linear, mix, paint, path, union

KNUCKLES = points([(48, -14.5), (51.5, -5.0), (50, 4.6), (45.5, 13.6)])
BONES = ((21, 14, 11), (23.5, 16, 12), (21.5, 15, 11.5), (16.5, 11.5, 9.5))
THICK = (10.6, 11.0, 10.4, 8.8)
THUMB_ROOT, THUMB_BONES, THUMB_THICK = (16, -9.5), (19, 15, 12), 12.4
FORM = (
    (0, 1.10),
    (0.10, 1.06),
    (0.32, 0.94),
    (0.46, 1.0),
    (0.60, 0.86),
    (0.72, 0.88),
    (0.86, 0.78),
    (1, 0.60),
)
STEPS = 30


@dataclass(frozen=True)
class Gesture:
    """Where each finger points, and how far each joint bends, from the first finger to the little one."""

    spread: tuple[float, float, float, float]
    bends: tuple[Sequence[float], Sequence[float], Sequence[float], Sequence[float]]
    thumb: float
    thumb_bends: tuple[float, float, float]
    palm_side: bool = False


GESTURES = {
    "relaxed": Gesture(
        (-6, -1, 4, 9), ((6, 16, 12), (10, 20, 14), (14, 24, 16), (18, 28, 18)), -34, (0, 10, 12)
    ),
    "ring": Gesture(
        (-30.7, -10, 3, 15), ((6.7, -65, -64), (-4, 9, 8), (0, 11, 9), (3, 13, 10)), -43.5, (3, 3.5, 10)
    ),
    "pluck": Gesture(
        (-9, -3, 4, 12), ((14, 28, 22), (16, 30, 22), (22, 34, 24), (28, 38, 26)), -26, (2, 10, 10)
    ),
    "reach": Gesture(
        (-7, -2, 3, 9), ((2, 14, 12), (14, 30, 22), (24, 38, 26), (32, 42, 28)), -34, (4, 14, 12)
    ),
    "grip": Gesture(
        (-3, -1, 2, 5), ((58, 72, 44), (60, 74, 46), (60, 74, 46), (58, 72, 46)), -28, (14, 34, 28)
    ),
    "knock": Gesture(
        (-4, -1, 3, 7),
        ((66, 84, 40), (68, 86, 40), (70, 86, 40), (72, 86, 40)),
        -16,
        (10, 34, 30),
    ),
    "feel": Gesture(
        (-11, -3, 5, 14), ((-8, 14, 14), (-6, 18, 16), (-3, 20, 18), (1, 24, 20)), -50, (2, 10, 10)
    ),
    "palm": Gesture(
        (-18, -8, 2, 13),
        ((-6, -2, -1), (-5, -3, -2), (-4, -4, -3), (-4, -5, -4)),
        -60,
        (8, -2, -8),
        palm_side=True,
    ),
    "listen": Gesture((-5, -1, 3, 8), ((4, 10, 8), (6, 13, 9), (9, 16, 11), (13, 20, 12)), -46, (2, 8, 10)),
}


@dataclass(frozen=True)
class Finger:
    """A finger's middle line, its half widths and its outline, in hand coordinates."""

    spine: Curve
    half: Curve
    outline: Curve


def _finger(
    root: ArrayLike,
    degrees: float,
    bones: Sequence[float],
    bends: Sequence[float],
    thick: float,
    lead: float = 8,
) -> Finger:
    joints = chain(root, degrees, bones, bends)
    joints = np.vstack([joints[0] - unit(joints[1] - joints[0]) * lead, joints])
    spine = resample(spline(joints, 10), STEPS)
    where, scale = zip(*FORM, strict=True)
    half = np.interp(np.linspace(0, 1, STEPS), where, scale) * thick / 2
    side = normals(spine)
    tip = cap(spine[-1], spine[-1] - spine[-2], half[-1])
    root = cap(spine[0], spine[0] - spine[1], half[0])
    outline = np.vstack([spine + side * half[:, None], tip, (spine - side * half[:, None])[::-1], root])
    return Finger(spine, half, outline)


def hand(
    wrist: ArrayLike,
    degrees: float,
    length: float,
    palette: Palette,
    gesture: str | Gesture = "relaxed",
    *,
    flip: int = 1,
    arm: ArrayLike | None = None,
    arm_width: tuple[float, float] = (24, 15),
    light: ArrayLike = (0.5, -0.85),
    slim: float = 0.94,
    rim: float = 0.8,
    shadow: float = 0.7,
    nails: bool = True,
) -> tuple[Part, Curve]:
    """A hand of that length, with its forearm if `arm` is given; also the five finger tips, thumb last."""
    g = GESTURES[gesture] if isinstance(gesture, str) else gesture
    scale = length / 100
    start = points(wrist)

    def at(values: ArrayLike) -> Curve:
        return rotate(points(values) * (scale, scale * flip * slim), degrees) + start

    fingers = [
        _finger(KNUCKLES[i], g.spread[i], BONES[i], g.bends[i], THICK[i], 8 if g.bends[i][0] < 40 else 1)
        for i in range(4)
    ]
    thumb = _finger(THUMB_ROOT, g.thumb, THUMB_BONES, g.thumb_bends, THUMB_THICK, 5)
    palm = spline(
        [
            (-8, -9.5),
            (4, -11.5),
            (17, -16.5),
            (34, -19.8),
            (48, -19.5),
            (55, -9),
            (54.5, 4),
            (49, 18),
            (34, 18.6),
            (16, 15.2),
            (2, 10.8),
            (-8, 9.8),
        ],
        7,
        closed=True,
    )
    base = thumb.spine[STEPS // 3]
    ball = spline([(8, -8), (13, -14), base + (2, -5), base + (5, 3), (30, -13), (18, -5)], 6, closed=True)
    outlines = [at(o) for o in (palm, ball, thumb.outline, *(f.outline for f in fingers))]
    elbow = None if arm is None else points(arm)
    if elbow is not None:
        d = unit(start - elbow)
        outlines.append(capsule([elbow, elbow * 0.5 + start * 0.5, start + d * 3], *arm_width))
    sun = unit(light)
    easel = _Easel(at, scale, palette, sun)

    def inner(canvas: skia.Canvas) -> None:
        if elbow is not None:
            easel.forearm(canvas, elbow, start, arm_width)
        easel.palm(canvas, g)
        for i in (0, 1, 2, 3) if g.palm_side else (3, 2, 1, 0):
            easel.finger(canvas, fingers[i], 0.26, nail=nails and not g.palm_side and g.bends[i][0] < 60)
        easel.finger(canvas, thumb, 0.40, nail=nails and not g.palm_side)

    part = Part(
        union(outlines),
        (palette.skin[0], palette.skin[0], palette.skin[1]),
        axis=(start + sun * 24, start - sun * 26),
        pattern=inner,
        rim=rim,
        rim_axis=(start + sun * 60, start - sun * 30),
        shadow=shadow,
        edge=1.1,
    )
    return part, np.array([at(f.spine)[-1] for f in (*fingers, thumb)])


@dataclass(frozen=True)
class _Easel:
    """What is needed to shade a hand: where it lies, how large, its colours and where the light is."""

    at: Callable[[ArrayLike], Curve]
    scale: float
    palette: Palette
    sun: Curve

    def finger(self, canvas: skia.Canvas, finger: Finger, first: float, *, nail: bool) -> None:
        light, middle, dark = self.palette.skin
        s = self.scale
        spine = self.at(finger.spine)
        outline = self.at(finger.outline)
        side, half = normals(spine), finger.half * s
        k = int(first * STEPS)
        canvas.save()
        canvas.translate(-1.1 * self.sun[0], -1.3 * self.sun[1] + 0.5)
        body = np.vstack(
            [(spine + side * half[:, None])[k + 2 :], (spine - side * half[:, None])[k + 2 :][::-1]]
        )
        canvas.drawPath(path(body), paint(dark, 0.50, blur=1.5))
        canvas.restore()
        middle_point, reach = spine[k:].mean(0), float(half.max())
        bright = mix(light, "#fff4e2", 0.25)
        shader = linear(
            middle_point + self.sun * reach * 1.1,
            middle_point - self.sun * reach * 1.3,
            [bright, light, mix(light, middle, 0.55), mix(middle, dark, 0.18)],
            [0, 0.35, 0.7, 1],
        )
        canvas.saveLayer(None, None)
        canvas.drawPath(path(outline), paint(shader))
        ends = spine[max(k - 4, 0)], spine[min(k + 5, STEPS - 1)]
        canvas.drawPaint(paint(linear(*ends, [("#000000", 0), ("#000000", 1)]), blend=skia.BlendMode.kDstIn))
        canvas.restore()
        sign = 1 if side[STEPS // 2] @ self.sun < 0 else -1
        under = (spine + side * (half * 0.94 * sign)[:, None])[k:]
        over = (spine - side * (half * 0.96 * sign)[:, None])[k + 2 :]
        canvas.drawPath(path(taper(under, 1.25 * max(s, 0.6), [0.1, 0.8, 1, 0.9, 0.6])), paint(dark, 0.60))
        canvas.drawPath(path(taper(over, 0.7, [0.1, 0.8, 1, 0.5])), paint(dark, 0.34))
        for where in (0.44, 0.71):
            j = int(where * STEPS)
            a, b = spine[j] + side[j] * half[j] * 0.5, spine[j] - side[j] * half[j] * 0.5
            bow = (a + b) / 2 + unit(spine[j] - spine[j - 1]) * 0.9 * s
            canvas.drawPath(path(taper(spline([a, bow, b], 6), 0.8)), paint(dark, 0.20))
        if nail:
            self._nail(canvas, spine, float(half[-4]))

    def _nail(self, canvas: skia.Canvas, spine: Curve, half: float) -> None:
        light, _, dark = self.palette.skin
        shape = spline(
            [(-3.4, -2.0), (0, -2.5), (3.2, -1.8), (4.2, 0), (3.2, 1.8), (0, 2.5), (-3.4, 2.0)],
            5,
            closed=True,
        )
        outline = (
            rotate(shape * (self.scale, half / 3.2), heading(spine[-1] - spine[-3]))
            + spine[-2] * 0.8
            + spine[-3] * 0.2
        )
        canvas.drawPath(path(outline), paint(mix(light, "#ffdcd2", 0.7), 0.85))
        canvas.drawPath(path(outline), paint(dark, 0.30, width=0.4))

    def palm(self, canvas: skia.Canvas, g: Gesture) -> None:
        light, middle, dark = self.palette.skin
        bright, s, at = mix(light, "#fff4e2", 0.25), self.scale, self.at

        def soft(values: ArrayLike, colour: str, alpha: float, blur: float) -> None:
            canvas.drawPath(path(at(spline(values, 6, closed=True))), paint(colour, alpha, blur=blur * s))

        def fine(values: ArrayLike, width: float, alpha: float) -> None:
            canvas.drawPath(path(at(taper(spline(values), width))), paint(dark, alpha))

        soft([(-6, 12), (16, 18), (44, 20), (52, 8), (36, 9), (12, 7)], middle, 0.60, 5.0)
        soft([(0, 13), (18, 18), (40, 19), (30, 14)], dark, 0.22, 3.0)
        if g.palm_side:
            soft([(4, -12), (20, -16), (32, -9), (27, 1), (10, 0)], bright, 0.55, 4)
            soft([(4, 12), (24, 16), (32, 9), (14, 6)], bright, 0.35, 4)
            fine([(33, -18), (26, -7), (17, 1), (5, 3)], 2.0, 0.42)
            fine([(45, -17), (37, -4), (26, 7)], 1.8, 0.36)
            fine([(50, 8), (41, 1), (38, -9)], 1.8, 0.36)
            return
        soft([(4, -10), (20, -14), (40, -14), (40, -4), (16, -2)], bright, 0.55, 5)
        for i, knuckle in enumerate(KNUCKLES):
            root = points((18, -5 + 4.2 * i))
            fine([root, (knuckle + root) / 2 + (0, -0.8), knuckle - (4, 0)], 1.3, 0.10)
            canvas.drawPath(path(at(circle(knuckle + (0, -1.5), 4.2))), paint(bright, 0.38, blur=2.0 * s))
            fine([knuckle + (2.5, -4.0), knuckle + (4.6, 0), knuckle + (2.5, 4.0)], 1.2, 0.22)

    def forearm(self, canvas: skia.Canvas, elbow: Curve, wrist: Curve, widths: tuple[float, float]) -> None:
        _, middle, dark = self.palette.skin
        d = unit(wrist - elbow)
        side = np.array([-d[1], d[0]])
        side = side if side @ self.sun < 0 else -side
        for a, b, colour, alpha, blur in ((0.05, 0.10, middle, 0.8, 4), (0.28, 0.30, dark, 0.46, 3)):
            band = [
                elbow + side * widths[0] * a,
                wrist + side * widths[1] * b,
                wrist + side * widths[1] * 0.7,
                elbow + side * widths[0] * 0.7,
            ]
            canvas.drawPath(path(band), paint(colour, alpha, blur=blur))
        for o in (0.14, -0.10):
            tendon = spline(
                [wrist - d * 24 + side * o * widths[1], wrist - d * 5 + side * o * 0.7 * widths[1]], 8
            )
            canvas.drawPath(path(taper(tendon, 1.0)), paint(dark, 0.18))


def shaded(palette: Palette, by: float = 0.3) -> Palette:
    """The palette of a hand that is further from the light."""
    light, middle, dark = palette.skin
    return replace(palette, skin=(mix(light, middle, by), mix(middle, dark, by), dark))
