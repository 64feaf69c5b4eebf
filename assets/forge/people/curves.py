"""Curves as dense polylines: splines, tapered strokes and families of curves between guides.

Every curve is an array of shape (n, 2) in figure units: crown of the head y = 0, chin y = 100, y grows
downwards, the person faces +x.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Curve: TypeAlias = NDArray[np.float64]
Spec: TypeAlias = Sequence[Sequence[float] | tuple[float, float, str]]

TAPERS = {
    "leaf": lambda s: np.sin(np.pi * s) ** 0.8,
    "tail": lambda s: (1 - s) ** 0.8,
    "head": lambda s: s**0.8,
    "lock": lambda s: np.sin(np.pi * np.clip(s * 0.86 + 0.14, 0, 1)) ** 0.9,
    "even": np.ones_like,
    "brow": lambda s: np.sin(np.pi * np.clip(s**0.6, 0, 1)) ** 0.7,
}


def points(values: ArrayLike) -> Curve:
    """Any list of pairs as an array of floats."""
    return np.asarray(values, dtype=float)


def unit(vector: ArrayLike) -> Curve:
    """The vector with length one."""
    v = points(vector)
    return v / max(float(np.hypot(*v)), 1e-9)


def along(degrees: float, length: float = 1.0) -> Curve:
    """The vector of that length pointing at an angle (0 = right, 90 = down)."""
    return length * np.array([math.cos(math.radians(degrees)), math.sin(math.radians(degrees))])


def heading(vector: ArrayLike) -> float:
    """The angle of a vector in degrees."""
    x, y = points(vector)
    return math.degrees(math.atan2(y, x))


def rotate(values: ArrayLike, degrees: float, about: ArrayLike = (0, 0)) -> Curve:
    """Points turned clockwise (y grows downwards) about a centre."""
    a = math.radians(degrees)
    matrix = np.array([[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]])
    return (points(values) - about) @ matrix.T + about


def spline(values: ArrayLike, steps: int = 10, *, closed: bool = False) -> Curve:
    """A centripetal Catmull-Rom curve through the points."""
    p = points(values)
    if len(p) == 2:
        return np.linspace(p[0], p[1], steps + 1)
    q = np.vstack([p[-1], p, p[0], p[1]]) if closed else np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    out = []
    for i in range(1, len(q) - 2):
        p0, p1, p2, p3 = q[i - 1 : i + 3]
        d1, d2, d3 = (max(float(np.hypot(*d)), 1e-6) ** 0.5 for d in (p1 - p0, p2 - p1, p3 - p2))
        m1 = ((p1 - p0) / d1 - (p2 - p0) / (d1 + d2) + (p2 - p1) / d2) * d2
        m2 = ((p2 - p1) / d2 - (p3 - p1) / (d2 + d3) + (p3 - p2) / d3) * d2
        cube, square = t**3, t**2
        ends = (2 * cube - 3 * square + 1) * p1 + (3 * square - 2 * cube) * p2
        out.append(ends + (cube - 2 * square + t) * m1 + (cube - square) * m2)
    if not closed:
        out.append(q[-2:-1])
    return np.vstack(out)


def contour(spec: Spec, steps: int = 8) -> Curve:
    """An outline of smooth runs: a point is (x, y), or (x, y, "c") where the line has a corner."""
    runs: list[list[Sequence[float]]] = []
    run: list[Sequence[float]] = []
    for point in spec:
        run.append(point[:2])
        if len(point) > 2 and len(run) > 1:
            runs.append(run)
            run = [point[:2]]
    if len(run) > 1:
        runs.append(run)
    lines = [spline(r, steps) for r in runs]
    return np.vstack([*(line[:-1] for line in lines[:-1]), lines[-1]])


def resample(curve: ArrayLike, count: int) -> Curve:
    """The same curve with points at equal distances."""
    p = points(curve)
    d = np.r_[0, np.cumsum(np.hypot(*np.diff(p, axis=0).T))]
    t = np.linspace(0, d[-1], count)
    return np.c_[np.interp(t, d, p[:, 0]), np.interp(t, d, p[:, 1])]


def normals(curve: Curve) -> Curve:
    """Unit normals, on the right-hand side of the direction of travel."""
    t = np.gradient(curve, axis=0)
    t /= np.maximum(np.hypot(*t.T)[:, None], 1e-9)
    return np.c_[-t[:, 1], t[:, 0]]


def widths(profile: str | ArrayLike, count: int) -> NDArray[np.float64]:
    """Relative widths along a stroke: a named taper, or values spread over its length."""
    s = np.linspace(0, 1, count)
    if isinstance(profile, str):
        return np.asarray(TAPERS[profile](s), dtype=float)
    values = np.asarray(profile, dtype=float)
    return np.interp(s, np.linspace(0, 1, len(values)), values)


def taper(
    curve: ArrayLike, width: float, profile: str | ArrayLike = "leaf", count: int | None = None
) -> Curve:
    """The outline of a stroke whose width changes along it."""
    p = resample(curve, count) if count else points(curve)
    offset = normals(p) * (width * widths(profile, len(p)) / 2)[:, None]
    return np.vstack([p + offset, (p - offset)[::-1]])


def cap(end: Curve, direction: Curve, radius: float, steps: int = 9) -> Curve:
    """A half-round end for a stroke that arrives in a direction."""
    a = math.atan2(direction[1], direction[0])
    t = a + np.linspace(math.pi / 2, -math.pi / 2, steps)[1:-1]
    return end + radius * np.c_[np.cos(t), np.sin(t)]


def capsule(curve: ArrayLike, start: float, end: float, count: int = 20) -> Curve:
    """A limb: a stroke with round ends whose width runs from start to end."""
    p = resample(spline(curve), count)
    offset = normals(p) * ((start + (end - start) * np.linspace(0, 1, count)) / 2)[:, None]
    return np.vstack(
        [
            p + offset,
            cap(p[-1], p[-1] - p[-2], end / 2),
            (p - offset)[::-1],
            cap(p[0], p[0] - p[1], start / 2),
        ]
    )


def between(guides: Sequence[ArrayLike], count: int, steps: int = 40) -> list[Curve]:
    """A family of curves spread smoothly across the guides."""
    g = np.stack([resample(guide, steps) for guide in guides])
    family = []
    for t in np.linspace(0, len(g) - 1, count):
        i = min(int(t), len(g) - 2)
        family.append(g[i] * (1 - (t - i)) + g[i + 1] * (t - i))
    return family


def wave(curve: ArrayLike, amplitude: float, periods: float, phase: float = 0.0, steps: int = 50) -> Curve:
    """The curve with a ripple that grows from its root."""
    p = resample(curve, steps)
    s = np.linspace(0, 1, steps)
    swell = np.sin(np.pi * np.clip(s * 0.9 + 0.1, 0, 1)) ** 0.6
    return p + normals(p) * (amplitude * np.sin(2 * np.pi * periods * s + phase) * swell)[:, None]


def circle(centre: ArrayLike, radius: float, count: int = 64) -> Curve:
    """A round outline."""
    t = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return points(centre) + radius * np.c_[np.cos(t), np.sin(t)]


def arc(centre: ArrayLike, radius: float, start: float, end: float) -> Curve:
    """An open arc between two angles in degrees."""
    t = np.radians(np.linspace(start, end, max(8, int(abs(end - start) / 2))))
    return points(centre) + radius * np.c_[np.cos(t), np.sin(t)]


def petal(
    centre: ArrayLike, degrees: float, start: float, end: float, width: float, steps: int = 26
) -> Curve:
    """A leaf that points away from the centre, from radius start to radius end."""
    s = np.linspace(0, 1, steps)
    r = start + (end - start) * s
    h = width / 2 * np.sin(np.pi * s) ** 0.75 * (1 - 0.25 * s)
    return rotate(np.vstack([np.c_[r, h], np.c_[r, -h][::-1]]), degrees) + points(centre)


def chain(root: ArrayLike, degrees: float, lengths: Sequence[float], bends: Sequence[float]) -> Curve:
    """Joints of a limb: each bone turns by its bend from the one before."""
    joints = [points(root)]
    for length, bend in zip(lengths, bends, strict=True):
        degrees += bend
        joints.append(joints[-1] + along(degrees, length))
    return np.array(joints)


def elbow(shoulder: ArrayLike, wrist: ArrayLike, upper: float, lower: float, side: float = 1) -> Curve:
    """Where the elbow is, given both ends of an arm and the lengths of its bones."""
    s, w = points(shoulder), points(wrist)
    length = min(float(np.hypot(*(w - s))), upper + lower - 1)
    u = unit(w - s)
    x = (upper**2 - lower**2 + length**2) / (2 * length)
    h = math.sqrt(max(upper**2 - x**2, 0))
    return s + u * x + np.array([-u[1], u[0]]) * h * side


def nod(
    values: ArrayLike, degrees: float, about: ArrayLike = (-50, 108), top: float = 92, base: float = 150
) -> Curve:
    """The head turned about the neck: fully above `top`, not at all below `base`."""
    p = points(values)
    f = np.clip((base - p[..., 1]) / (base - top), 0, 1)
    f = np.radians(degrees) * f * f * (3 - 2 * f)
    q = p - points(about)
    c, s = np.cos(f), np.sin(f)
    return np.stack([q[..., 0] * c - q[..., 1] * s, q[..., 0] * s + q[..., 1] * c], -1) + points(about)
