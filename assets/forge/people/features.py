"""What is drawn on a face: eye, brow, nostril, lips and the marks of age, as inks in head coordinates."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from .curves import Curve, along, circle, points, spline, taper
from .paper import Ink, Palette, mix
from .profile import Profile

SHUT = 0.12


def features(p: Profile, palette: Palette) -> list[Ink]:
    """Everything on the face, from back to front."""
    return [
        *_brow(p, palette),
        *_eye(p, palette),
        *_nostril(p, palette),
        *_lips(p, palette),
        *_age(p, palette),
    ]


def _lash(
    root: Curve, degrees: float, length: float, curl: float, palette: Palette, width: float = 1.15
) -> Ink:
    middle = root + along(degrees + curl, length * 0.55)
    return Ink(
        taper(spline([root, middle, root + along(degrees, length)], 6), width, "tail"), palette.line, 0.95
    )


def _brow(p: Profile, palette: Palette) -> list[Ink]:
    look, dx, age = p.look, p.face.brow * 0.5, p.face.age
    up, worry = look.brow * 3.0, look.worry
    spine = spline(
        [
            (-1.6 + dx, 39.5 - up * 0.8 - worry * 3.4),
            (-5.8 + dx, 37.2 - up - worry * 1.6),
            (-11.5 + dx, 36.0 - up + worry * 0.8),
            (-16.6 + dx, 36.6 - up * 0.8 + worry * 2.6),
            (-20.6 + dx, 39.4 - up * 0.6 + worry * 3.4),
        ],
        8,
    )
    return [
        Ink(taper(spine, 3.0 + 0.5 * age, [0.35, 0.8, 1, 0.85, 0.55, 0.12]), palette.brow, 0.30, 0.8),
        Ink(taper(spine, 2.3 + 0.4 * age, [0.45, 0.9, 1, 0.8, 0.5, 0.1]), palette.brow, 0.88),
    ]


def _eye(p: Profile, palette: Palette) -> list[Ink]:
    k = p.face.eye
    return _shut_eye(p, palette, k) if p.look.eye < SHUT else _open_eye(p, palette, k)


def _place(values: list[tuple[float, float]], k: float) -> Curve:
    """Eye coordinates (front of the eyeball at the origin, towards +x) put into the socket."""
    return points(values) * k + (-4.4, 49.6)


def _shut_eye(p: Profile, palette: Palette, k: float) -> list[Ink]:
    happy = max(p.look.smile, 0) * 1.0
    bow = 3.0 - 3.4 * happy
    lid = spline(
        _place(
            [(-0.6, 1.2 - 0.4 * happy), (-3.4, 1.5 + bow * 0.8), (-7.4, 1.2 + bow * 0.85), (-12.6, 0.6)], k
        ),
        8,
    )
    fold = spline(_place([(-0.2, -2.6), (-3.6, -4.6), (-8.4, -4.4), (-13.4, -0.8)], k), 8)
    ball = np.vstack([fold, lid[::-1]])
    inks = [
        Ink(ball, mix(palette.skin[0], palette.skin[1], 0.30), 0.55, 0.8),
        Ink(
            taper(spline(_place([(-2.6, -1.4), (-5.4, -1.6), (-8.6, -0.8)], k), 6), 2.2),
            palette.skin[0],
            0.55,
            0.9,
        ),
        Ink(taper(fold, 1.0), palette.skin[2], 0.55),
        Ink(taper(lid, 2.0, [0.7, 1, 0.9, 0.6, 0.15]), palette.line, 0.95),
    ]
    if p.face.lashes > 0.3:
        for step, degrees in ((0, 34), (5, 48), (10, 64), (15, 82)):
            inks.append(_lash(lid[step], degrees, 4.6 * k * p.face.lashes, 18, palette, 1.05))
    return inks


def _open_eye(p: Profile, palette: Palette, k: float) -> list[Ink]:
    look = p.look
    o = 0.55 + 0.75 * look.eye
    squint = 0.9 * max(look.smile, 0)
    worry = look.worry * 0.5
    upper = spline(_place([(-0.5, -2.3 * o), (-2.6, -3.7 * o - worry), (-6.6, -3.3 * o), (-12.4, 0.9)], k), 8)
    front = spline(_place([(-0.5, -2.3 * o), (0.35, -0.4), (-0.2, 1.3), (-1.1, 2.5 - squint * 0.6)], k), 6)
    lower = spline(
        _place([(-1.1, 2.5 - squint * 0.6), (-4.2, 2.9 - squint), (-8.4, 2.5 - squint), (-12.4, 0.9)], k), 8
    )
    white = np.vstack([upper[::-1], front[1:], lower[1:]])
    t = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    iris = _place([(0, 0)], k)[0] + k * np.c_[-2.35 + 1.85 * np.cos(t), -0.7 + 3.05 * np.sin(t)]
    iris = _inside(iris, white)
    pupil = _inside(
        _place([(0, 0)], k)[0] + k * np.c_[-1.75 + 0.95 * np.cos(t), -0.75 + 1.65 * np.sin(t)], white
    )
    fold = spline(
        _place(
            [(-0.2, -5.2 * o - 0.4), (-3.2, -6.4 * o - 0.4 - worry), (-8.2, -5.6 * o - 0.4), (-13.2, -1.2)], k
        ),
        8,
    )
    lid = np.vstack([fold, upper[::-1]])
    sight = [
        Ink(iris, mix(palette.iris, "#000000", 0.25), 1.0),
        Ink(_inside(iris + (0.1, 1.0 * k), iris), mix(palette.iris, "#ffffff", 0.22), 0.75, 0.6),
        Ink(pupil, "#140a12", 0.95),
        Ink(circle(_place([(-1.25, -1.9)], k)[0], 0.72 * k, 14), "#ffffff", 0.95),
    ]
    clouded = [
        Ink(iris, mix(palette.iris, "#8a94a0", 0.45), 0.85),
        Ink(_inside(iris * 0.9 + iris.mean(0) * 0.1, iris), palette.iris, 0.85, 0.9),
    ]
    inks = [
        Ink(lid, mix(palette.skin[0], palette.skin[1], 0.42), 0.60, 0.7),
        Ink(white, mix("#fffaf0", palette.skin[1], 0.10), 1.0),
        Ink(taper(upper + (0, 1.3 * k), 2.2 * k), palette.skin[2], 0.38, 0.8),
        *(clouded if p.face.blind else sight),
        Ink(taper(front, 0.7), palette.skin[2], 0.40),
        Ink(taper(lower, 0.8, [0.4, 0.8, 1, 0.5]), palette.line, 0.50),
        Ink(taper(fold, 1.0), palette.skin[2], 0.62),
        Ink(taper(upper, 2.1 * (0.6 + 0.4 * p.face.lashes), [0.8, 1, 0.85, 0.7, 0.35]), palette.line, 0.97),
    ]
    if p.face.lashes > 0.3:
        for step, degrees in ((0, -12), (3, -30), (7, -48)):
            inks.append(_lash(upper[step], degrees, 4.3 * k * p.face.lashes, 24, palette))
    return inks


def _inside(outline: Curve, limits: Curve) -> Curve:
    """The outline squeezed between the top and the bottom of a shape, column by column."""
    order = np.argsort(limits[:, 0])
    x, y = limits[order, 0], limits[order, 1]
    middle = (y.max() + y.min()) / 2
    top = _envelope(limits, outline[:, 0], highest=True)
    bottom = _envelope(limits, outline[:, 0], highest=False)
    out = outline.copy()
    out[:, 0] = np.clip(out[:, 0], x.min(), x.max())
    out[:, 1] = np.clip(out[:, 1], np.minimum(top, middle), np.maximum(bottom, middle))
    return out


def _envelope(shape: Curve, xs: Curve, *, highest: bool) -> Curve:
    closed = np.vstack([shape, shape[:1]])
    found = np.full(len(xs), np.inf if highest else -np.inf)
    for a, b in pairwise(closed):
        low, high = sorted((a[0], b[0]))
        hit = (xs >= low) & (xs <= high) & (high > low)
        y = a[1] + (b[1] - a[1]) * (xs - a[0]) / ((b[0] - a[0]) or 1.0)
        found = np.where(hit, np.minimum(found, y) if highest else np.maximum(found, y), found)
    return np.where(np.isfinite(found), found, shape[:, 1].mean())


def _nostril(p: Profile, palette: Palette) -> list[Ink]:
    n, t = p.face.nose, p.face.tip
    flare = 0.4 * p.look.mouth
    wing = spline(
        [
            (n * 0.44, t - 1.6 - flare),
            (n * 0.20 - 1.4, t - 0.9 - flare),
            (n * 0.10 - 2.6, t + 1.6),
            (n * 0.12 - 1.6, t + 3.5),
        ],
        8,
    )
    hole = spline([(n * 0.54, t + 2.7), (n * 0.36, t + 1.9), (n * 0.18, t + 2.4), (n * 0.14, t + 3.4)], 6)
    ball = spline([(n * 0.92, t + 0.6), (n * 0.70, t + 1.4), (n * 0.52, t + 1.0)], 6)
    return [
        Ink(wing + (-0.7, 0.4), palette.skin[2], 0.16, 1.2),
        Ink(taper(wing, 1.05, [0.1, 0.6, 1, 0.7]), palette.skin[2], 0.62),
        Ink(taper(hole, 1.5), palette.line, 0.80),
        Ink(taper(ball, 0.9), palette.skin[2], 0.18, 0.5),
    ]


def _lips(p: Profile, palette: Palette) -> list[Ink]:
    c, look, lips = p.corner, p.look, p.face.lips
    a, b = p.upper_lip, p.lower_lip
    run = p.upper[-33:]
    run = run[run[:, 1] > p.face.tip + 9.0 - 0.4 * lips]
    low = p.lower[: 8 * 3 + 2]
    opened = look.mouth > 0.03
    arch = spline([c, c * 0.42 + run[0] * 0.58 + (-0.4, 0.5 - 0.4 * lips), run[0]], 8)
    lift = 0.5 * look.mouth
    rim_up = spline([a, a * 0.5 + c * 0.5 + (0, 0.3 - lift), c], 8)
    rim_low = spline([b, b * 0.55 + c * 0.45 + (-0.2, 0.4 + 0.9 * look.mouth), c], 8)
    under = spline([low[-1], low[-1] * 0.5 + c * 0.5 + (0.2, 1.3 + 0.8 * look.mouth), c], 8)
    inks = []
    if opened:
        inks.append(Ink(np.vstack([rim_up, rim_low[::-1], p.notch[::-1]]), palette.cavity, 1.0))
        gap = float(np.hypot(*(a - b)))
        if gap > 2.2:
            teeth = np.vstack([rim_up[:-4] + (-0.5, 0.2), (rim_up[:-4] + (-0.5, min(1.9, gap * 0.28)))[::-1]])
            inks.append(Ink(teeth, "#fff3e4", 0.92))
        if gap > 5.0:
            tongue = b * 0.52 + c * 0.48 + (0.4, -0.6)
            inks.append(Ink(circle(tongue, 2.3, 20) * (1, 1), "#b8505a", 0.8, 0.5))
    inks += [
        Ink(np.vstack([run, rim_up, arch]), palette.lip, 0.92),
        Ink(np.vstack([low, under, rim_low[::-1]]), mix(palette.lip, palette.skin[0], 0.26), 0.95),
        Ink(
            taper(spline([low[12] + (-1.2, -0.2), low[12] * 0.7 + c * 0.3 + (0, 0.2)], 6), 1.5),
            "#fff0e4",
            0.42,
            0.5,
        ),
        Ink(
            taper(spline([low[-1] + (-0.6, 0.8), low[-1] * 0.6 + c * 0.4 + (0, 1.6)], 6), 1.6),
            palette.skin[2],
            0.30,
            0.7,
        ),
    ]
    if not opened:
        seam = spline([a + (0.3, 0), a * 0.62 + c * 0.38 + (0, 0.5), a * 0.25 + c * 0.75 + (0, 0.1), c], 8)
        inks.append(Ink(taper(seam, 1.15, [1, 0.9, 0.8, 1, 0.6]), mix(palette.line, palette.lip, 0.25), 0.92))
    tuck = spline(
        [
            c + (0.5, -0.2),
            c + (-0.8, -0.1 - look.smile * 1.0),
            c + (-1.7, 0.5 - look.smile * 1.6 + look.worry * 1.2),
        ],
        6,
    )
    inks.append(Ink(taper(tuck, 1.3, [1, 0.9, 0.2]), palette.skin[2], 0.70))
    inks.append(Ink(circle(c + (-1.6, 0.8), 1.7, 16), palette.skin[2], 0.22, 1.1))
    return inks


def _age(p: Profile, palette: Palette) -> list[Ink]:
    a, t = p.face.age, p.face.tip
    if not a:
        return []
    marks = [
        ([(-19, 51), (-22.5, 49.8), (-26.5, 47.8)], 0.8),
        ([(-19.2, 52.6), (-23, 52.8), (-27.5, 52.4)], 0.8),
        ([(-1.6, t + 1.4), (-6, t + 5.5), (-9.8, t + 11), (-10.6, t + 15)], 1.25),
        ([(-6.5, 55.6), (-11, 57.2), (-16.5, 56.0)], 0.9),
        ([(-2.2, 27.4), (-10, 26.2), (-19, 27.6)], 0.8),
        ([(-1.2, 32.4), (-7.4, 31.6), (-14, 32.6)], 0.7),
        ([(-4.4, 21.6), (-12, 20.6), (-20, 22)], 0.7),
    ]
    return [
        Ink(taper(spline(m, 8), w * (0.55 + 0.45 * a)), palette.skin[2], 0.30 + 0.35 * a) for m, w in marks
    ]
