"""Cloth: families of folds, torsos that follow a spine, sleeves, trims and woven patterns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

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
    unit,
)
from .paper import Drawing, Ink, Palette, Part, line, mix, paint, path, union

Folds = tuple[str, str]
STEPS = 40


def folds(
    guides: Sequence[ArrayLike],
    count: int,
    tones: Folds,
    rng: np.random.Generator,
    strength: float = 0.5,
    crease: float = 1.5,
) -> tuple[list[Ink], list[Ink]]:
    """Strips of light and shadow between the guides, and the creases that part them."""
    light, dark = tones
    family = between(guides, count, STEPS)
    strips, creases = [], []
    for i, (a, b) in enumerate(pairwise(family)):
        alpha = (0.55, 0.08 / strength, 0.75)[i % 3] * strength
        strips.append(
            Ink(np.vstack([a, b[::-1]]), light if i % 3 == 0 else dark, alpha * rng.uniform(0.6, 1.1))
        )
    for i, curve in enumerate(family[1:-1]):
        first, last = int(rng.uniform(0, 6)), int(rng.uniform(28, STEPS))
        outline = taper(curve[first:last], crease * rng.uniform(0.6, 1.4))
        creases.append(Ink(outline, light if i % 3 == 0 else dark, 0.75))
    return strips, creases


def cloth(
    guides: Sequence[Curve],
    count: int,
    colours: Sequence[str],
    tones: Folds,
    rng: np.random.Generator,
    strength: float = 0.55,
    *,
    outline: Curve | None = None,
    crease: float = 1.5,
    **options: Any,
) -> Part:
    """A piece of cloth that falls along its guides."""
    strips, lines = folds(guides, count, tones, rng, strength, crease)
    shape = np.vstack([guides[0], guides[-1][::-1]]) if outline is None else outline
    return Part(path(shape), colours, strips=strips, lines=lines, **options)


def torso(spine: ArrayLike, front: Sequence[float], back: Sequence[float], steps: int = 60) -> list[Curve]:
    """Four guides from front to back of a body whose half widths are given along its spine."""
    centre = resample(spline(spine), steps)
    side = normals(centre)
    kernel = np.ones(5) / 5

    def offset(values: Sequence[float], scale: float) -> Curve:
        w = np.interp(np.linspace(0, 1, steps), np.linspace(0, 1, len(values)), values) * scale
        smooth = np.r_[w[:2], np.convolve(w, kernel, "valid"), w[-2:]]
        return centre + side * smooth[:, None]

    return [offset(front, -1), offset(front, -0.36), offset(back, 0.36), offset(back, 1)]


def sleeve(
    shoulder: ArrayLike,
    elbow: ArrayLike,
    wrist: ArrayLike,
    thickness: Sequence[float],
    colours: Sequence[str],
    tones: Folds,
    rng: np.random.Generator,
    *,
    end: float = 0.92,
    creases: int = 7,
    fade: bool = True,
    **options: Any,
) -> tuple[Part, Curve, Curve]:
    """A sleeve with a round shoulder and folds that break at the elbow; its middle line; its widths."""
    s, e, w = points(shoulder), points(elbow), points(wrist)
    tip = e * (1 - end) + w * end
    u = unit(e - s)
    bow = unit(s + w - 2 * e) * -3
    spine = resample(
        spline(
            [s - u * 2, s * 0.62 + e * 0.38 + bow, e * 0.90 + (s + w) * 0.05, e * 0.5 + tip * 0.5, tip], 14
        ),
        70,
    )
    run = np.linspace(0, 1, 70)
    wide = np.interp(run, np.linspace(0, 1, len(thickness)), thickness)
    side = normals(spine)
    a, b = spine + side * (wide / 2)[:, None], spine - side * (wide / 2)[:, None]
    t = math.radians(heading(spine[0] - spine[1])) + np.linspace(math.pi / 2, -math.pi / 2, 15)[1:-1]
    round_end = spine[0] + wide[0] / 2 * np.c_[np.cos(t), np.sin(t)]
    if np.hypot(*(b[0] - round_end[0])) > np.hypot(*(b[0] - round_end[-1])):
        round_end = round_end[::-1]
    below = 1 if side[35][1] > 0 else -1
    low = spine + side * (below * wide * 0.5)[:, None]
    grow = np.clip(run / 0.55, 0, 1) ** 0.8
    swell = np.sin(np.pi * np.clip(run * 0.92 + 0.02, 0, 1)) ** 0.8
    lit = spine - side * (wide * 0.29)[:, None] * below
    half = side * (wide * 0.10 * swell)[:, None]

    def within(k: float) -> Curve:
        return low + side * (below * wide * (k - 0.5) * grow)[:, None]

    light, dark = tones
    strips = [
        Ink(np.vstack([low, within(0.12)[::-1]]), dark, 0.38),
        Ink(np.vstack([low, within(0.30)[::-1]]), dark, 0.28),
        Ink(np.vstack([lit + half, (lit - half)[::-1]]), light, 0.26),
    ]
    lines = _elbow_creases(spine, side, wide, (s + w) / 2, e, tones, rng, creases)
    part = Part(
        union([np.vstack([a, b[::-1], round_end])]),
        colours,
        lines=lines,
        strips=strips,
        fade=(tuple(s + u * 14), tuple(s - u * wide[0] * 0.55)) if fade else None,
        **options,
    )
    return part, spine, wide


def _elbow_creases(
    spine: Curve,
    side: Curve,
    wide: Curve,
    inner: Curve,
    elbow: Curve,
    tones: Folds,
    rng: np.random.Generator,
    count: int,
) -> list[Ink]:
    j = int(np.argmin(np.hypot(*(spine - elbow).T)))
    towards = 1 if np.hypot(*(spine[j] + side[j] - inner)) < np.hypot(*(spine[j] - side[j] - inner)) else -1
    pivot = spine[j] + side[j] * towards * wide[j] * 0.46
    lines = []
    for i in range(count):
        k = int(np.clip(j - 16 + 32 * i / (count - 1), 4, 66))
        far = spine[k] - side[k] * towards * wide[k] * rng.uniform(0.18, 0.42)
        middle = pivot * 0.45 + spine[k] * 0.55 + side[k] * towards * 1.5
        outline = taper(spline([pivot + (spine[k] - pivot) * 0.06, middle, far]), 2.2)
        lines.append(Ink(outline, tones[i % 2], 0.46 if i % 2 else 0.26))
    for i in range(3):
        k = 8 + i * 6
        run = [
            spine[k] - side[k] * towards * wide[k] * 0.46,
            spine[k + 6] - side[k + 6] * towards * wide[k + 6] * 0.1,
            spine[k + 11] + side[k + 11] * towards * wide[k + 11] * 0.25,
        ]
        lines.append(Ink(taper(spline(run), 1.8), tones[i % 2], 0.4))
    return lines


def trim(curve: Curve, width: float, palette: Palette, beads: int = 0) -> Part:
    """A gilt band with a dark middle and beads."""
    spine = resample(curve, 40)
    dots = resample(curve, beads) if beads else ()
    dark = mix(palette.gold_dark, "#000000", 0.35)

    def drawing(canvas: skia.Canvas) -> None:
        canvas.drawPath(line(spine), paint(dark, 0.8, width=width * 0.5))
        for dot in dots:
            canvas.drawPath(path(circle(dot, width * 0.21, 10)), paint(palette.gold))

    shape = path(taper(spine, width, "even"))
    return Part(shape, (palette.gold, palette.gold_dark), rim=0.5, shadow=0.6, after=[drawing])


def ogees(
    colour: str, alpha: float, guides: Sequence[Curve], rows: int, columns: int, size: float
) -> Drawing:
    """A damask net of pointed ovals with a four-petalled flower in each."""
    family = between(guides, columns, rows * 4)

    def drawing(canvas: skia.Canvas) -> None:
        steps = np.arange(rows * 4)
        for i in range(1, len(family) - 1):
            reach = (1 - np.cos(2 * np.pi * (steps / 8 + (i % 2) * 0.5))) / 4
            for sign in (-1, 1):
                net = family[i] + (family[i + sign] - family[i]) * reach[:, None]
                canvas.drawPath(line(net), paint(colour, alpha * 0.8, width=0.75))
            for j in range(4 if i % 2 == 0 else 8, rows * 4 - 2, 8):
                turn = heading(family[i][j + 1] - family[i][j])
                for m, length in ((0, 1.9), (90, 1.1), (180, 1.5), (270, 1.1)):
                    leaf = petal(family[i][j], turn + m, size * 0.3, size * length, size * 0.62)
                    canvas.drawPath(path(leaf), paint(colour, min(1.0, alpha * 1.25)))

    return drawing


def scattered(
    colour: str,
    alpha: float,
    guides: Sequence[Curve],
    rows: int,
    columns: int,
    size: float,
    kind: str = "star",
) -> Drawing:
    """Small figures sown along the cloth: "star", "diamond", "ring" or "leaf"."""
    family = between(guides, columns, rows * 4)

    def stamp(canvas: skia.Canvas, p: Curve, turn: float) -> None:
        if kind == "star":
            for m in range(3):
                canvas.drawPath(
                    path(petal(p, m * 60, -size * 1.3, size * 1.3, size * 0.4)), paint(colour, alpha)
                )
        elif kind == "diamond":
            outline = rotate([(-size * 1.5, 0), (0, -size * 0.7), (size * 1.5, 0), (0, size * 0.7)], turn) + p
            canvas.drawPath(path(outline), paint(colour, alpha))
        elif kind == "ring":
            canvas.drawPath(path(circle(p, size, 16)), paint(colour, alpha, width=0.9))
        else:
            canvas.drawPath(path(petal(p, turn, 0, size * 2, size)), paint(colour, alpha))

    def drawing(canvas: skia.Canvas) -> None:
        for i, curve in enumerate(family[1:-1]):
            for j in range(rows):
                k = j * 4 + (2 if i % 2 else 0)
                if k < len(curve) - 1:
                    stamp(canvas, curve[k], heading(curve[k + 1] - curve[k]))

    return drawing
