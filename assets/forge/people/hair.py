"""Hair: locks with strands, spread between guides; braids, coils and stray hairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import skia
from numpy.typing import ArrayLike

from .curves import (
    Curve,
    between,
    circle,
    heading,
    normals,
    petal,
    points,
    resample,
    rotate,
    spline,
    taper,
    wave,
    widths,
)
from .head import Place
from .paper import Drawing, Ink, Palette, Part, linear, mix, paint, path

STEPS = 50


def locks(
    curves: Sequence[Curve],
    thickness: float | Sequence[float],
    palette: Palette,
    rng: np.random.Generator,
    *,
    shape: str = "lock",
    strands: int = 4,
    fine: float = 1.1,
    rim: float = 0.5,
    shadow: float = 0.5,
) -> list[Part]:
    """One tapered lock along each curve, drawn with strands from dark to light."""
    dark, deep, mid, light = palette.hair
    out = []
    for i, curve in enumerate(curves):
        width = thickness if isinstance(thickness, float | int) else thickness[i]
        shade = rng.uniform(0, 1)
        spine = resample(curve, STEPS)
        side, form = normals(spine), widths(shape, STEPS)
        lines = []
        for j in range(strands):
            across = (j + 0.5) / strands - 0.5 + rng.uniform(-0.06, 0.06)
            first, last = int(rng.uniform(0, 14)), int(rng.uniform(32, STEPS))
            strand = spine + side * (form * width * across * 0.92)[:, None]
            tone = light if across > 0.08 else (mid if rng.random() < 0.5 else dark)
            outline = taper(strand[first:last], fine * rng.uniform(0.6, 1.5))
            lines.append(Ink(outline, tone, rng.uniform(0.4, 0.85)))
        colours = (mix(deep, mid, shade * 0.5), mix(dark, deep, 0.6 + 0.3 * shade), dark)
        out.append(
            Part(path(taper(spine, width, shape)), colours, lines=lines, rim=rim, shadow=shadow, edge=0.6)
        )
    return out


def mane(
    place: Place,
    guides: Sequence[ArrayLike],
    count: int,
    width: float,
    palette: Palette,
    rng: np.random.Generator,
    *,
    ripple: float = 2.2,
    waves: float = 1.6,
    strands: int = 5,
    shape: str = "lock",
    rim: float = 0.35,
    shadow: float = 0.45,
) -> list[Part]:
    """Locks spread across guides, every second one on top."""
    family = between([spline(g) for g in guides], count, 48)
    family = [
        place(
            wave(
                c,
                ripple * rng.uniform(0.6, 1.3),
                waves * rng.uniform(0.85, 1.15),
                i * 0.55 + rng.uniform(-0.3, 0.3),
            )
        )
        for i, c in enumerate(family)
    ]
    order = [*range(1, count, 2), *range(0, count, 2)]
    thick = [width * rng.uniform(0.8, 1.2) for _ in order]
    return locks(
        [family[i] for i in order], thick, palette, rng, strands=strands, shape=shape, rim=rim, shadow=shadow
    )


def coil(
    place: Place, centre: ArrayLike, radius: float, palette: Palette, rng: np.random.Generator
) -> list[Part]:
    """A bun: locks wound round a centre."""
    middle = points(centre)
    turns = []
    for k in range(6):
        t = np.radians(np.linspace(200 + k * 60, 400 + k * 60, 26))
        r = np.linspace(radius, radius * 0.27, 26)
        turns.append(place(np.c_[middle[0] + r * np.cos(t) * 1.05, middle[1] + r * np.sin(t)]))
    base = Part(path(place(circle(middle, radius))), (palette.hair[1], palette.hair[0]), rim=0.4)
    return [base, *locks(turns, radius * 0.55, palette, rng, strands=4, shape="leaf", rim=0.4)]


def braid(curve: Curve, width: float, palette: Palette, count: int = 15) -> Part:
    """A plait along a curve."""
    spine = resample(spline(curve), count * 4)
    side = normals(spine)
    dark, deep, mid, light = palette.hair

    def leaves(canvas: skia.Canvas) -> None:
        canvas.drawPath(path(taper(spine, width * 0.9, [0.6, 1, 1, 0.8])), paint(dark))
        for i in range(count):
            for sign in (-1, 1):
                j = i * 4 + (2 if sign > 0 else 0)
                if j + 5 >= len(spine):
                    continue
                angle = heading(spine[j + 3] - spine[j]) - sign * 30
                root = spine[j] + side[j] * sign * width * 0.30
                leaf = petal(root, angle, -width * 0.5, width * 0.85, width * 0.62)
                shader = linear(
                    root - side[j] * width * 0.5,
                    root + side[j] * width * 0.5,
                    [light, mid, deep],
                    [0, 0.4, 1],
                )
                canvas.drawPath(path(leaf), paint(shader))
                canvas.drawPath(path(leaf), paint(dark, 0.75, width=0.7))
                for o in (-0.16, 0.1):
                    strand = [
                        (-width * 0.4, o * width),
                        (width * 0.2, o * width * 1.4),
                        (width * 0.7, o * width * 0.5),
                    ]
                    canvas.drawPath(
                        path(taper(rotate(strand, angle) + root, 0.7, "leaf", 8)), paint(dark, 0.6)
                    )

    return Part(path(taper(spine, width * 0.8)), (deep, dark), rim=0, shadow=0.8, edge=0, after=[leaves])


def stray(curves: Sequence[ArrayLike], colour: str, alpha: float = 0.75, width: float = 1.0) -> Drawing:
    """Single loose hairs."""
    outlines = [path(taper(spline(c), width)) for c in curves]

    def drawing(canvas: skia.Canvas) -> None:
        for outline in outlines:
            canvas.drawPath(outline, paint(colour, alpha))

    return drawing
