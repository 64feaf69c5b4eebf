"""Cadence's hair: cut close, a stave shaved into it, and on the stave the seven notes of a scale."""

from __future__ import annotations

import numpy as np
import skia

from .curves import along, circle, heading, points, rotate, spline, taper, unit
from .head import Place, ear
from .paper import INSIDE, Palette, Part, line, mix, paint, path


def crop(place: Place, palette: Palette, rng: np.random.Generator) -> Part:
    """Hair cut close, and in it five shaved lines with the seven notes of a scale."""
    top = spline(
        [(-4.0, 19), (-13, 6), (-27, -3.5), (-48, -7), (-70, 1), (-84.5, 24), (-87, 46), (-80, 66), (-72, 82)]
    )
    low = spline(
        [
            (-4.6, 20),
            (-12, 24),
            (-21, 30),
            (-26, 39),
            (-34, 45),
            (-41, 42),
            (-49.5, 46),
            (-52, 58),
            (-53, 72),
            (-62, 81),
            (-72, 83),
        ]
    )
    cap = Part(
        path(place(np.vstack([top, low[::-1]]))),
        ("#2c1c22", "#150c14", "#0c060c"),
        axis=(place(points([(-20, -4)]))[0], place(points([(-70, 80)]))[0]),
        rim=0.9,
        shadow=0.25,
        edge=0.4,
    )
    lines = [
        spline(
            [
                (-17 + k * 0.38, 14.3 + k * 7.22),
                (-34, 9 + k * 7.45),
                (-54, 11 + k * 7.0),
                (-71, 24 + k * 4.7),
                (-79.5 + k * 0.76, 43 + k * 2.4),
                (-77 + k * 1.06, 62 + k * 1.06),
            ]
        )
        for k in range(5)
    ]
    stubble = []
    for _ in range(1500):
        d, reach = along(rng.uniform(0, 360)), rng.uniform(0.03, 1) ** 0.5
        root = points((-46, 42)) + d * (44 * reach, 50 * reach)
        tip = root + unit(root - (60, 38)) * rng.uniform(1.2, 2.6)
        tone = palette.hair[2] if rng.random() < 0.7 else palette.hair[3]
        stubble.append((place(np.array([root, tip])), tone, rng.uniform(0.25, 0.6)))
    skin = mix(palette.skin[0], palette.skin[1], 0.35)

    def shave(canvas: skia.Canvas) -> None:
        canvas.save()
        canvas.clipPath(cap.shape, INSIDE, True)
        for hair, tone, alpha in stubble:
            canvas.drawPath(line(hair), paint(tone, alpha, width=0.6))
        for cut in lines:
            canvas.drawPath(path(place(taper(cut, 2.7, [0.5, 1, 1, 1, 0.8, 0.4]))), paint("#0a0508", 0.7))
            canvas.drawPath(path(place(taper(cut, 1.9, [0.5, 1, 1, 1, 0.8, 0.4]))), paint(skin))
        for u, k in ((0.16, 4), (0.27, 3), (0.38, 3), (0.49, 2), (0.60, 1), (0.72, 1), (0.83, 0)):
            j = int(u * (len(lines[k]) - 1))
            note, lean = lines[k][j], heading(lines[k][j + 1] - lines[k][j]) + 20
            canvas.drawPath(
                path(place(rotate(circle((0, 0), 2.3, 16) * (1.35, 1), lean) + note)), paint(palette.gold)
            )
            canvas.drawPath(
                line(place(np.array([note + (1.8, 0), note + (1.8, -9)]))), paint(palette.gold, width=0.9)
            )
        canvas.restore()

    cap.after = [shave]
    return cap


def ear_piece(place: Place, palette: Palette) -> Part:
    part = ear(place, palette)

    def cuff(canvas: skia.Canvas) -> None:
        canvas.drawPath(
            line(place(spline([(-49.4, 50), (-46.4, 44.6), (-41, 46.4)]))), paint(palette.gold, width=2.6)
        )
        canvas.drawPath(path(place(circle((-44.8, 70.4), 2.0, 14))), paint(palette.gold))

    part.after = [cuff]
    return part
