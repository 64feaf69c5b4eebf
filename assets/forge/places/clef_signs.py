"""What is drawn on the boards and the milestone at the Clef."""

import numpy as np
import skia

from assets.forge.build.camera import Camera
from assets.forge.build.decal import decal
from assets.forge.paint.colour import Floats
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.shapes import line_paint, polygon
from assets.forge.places import clef_props


def signs(frame: Frame, camera: Camera) -> Floats:
    """On each board the sign of where it leads: leaf, wave, pipes, bell, candle; tallies on the milestone."""
    px, pz = clef_props.POST
    leaf = [[(30, 22), (44, 8), (70, 8), (84, 22), (70, 36), (44, 36), (30, 22)], [(18, 22), (84, 22)]]
    wave = [
        [(14, 16), (26, 8), (38, 16), (50, 8), (62, 16), (74, 8), (86, 16)],
        [(14, 32), (26, 24), (38, 32), (50, 24), (62, 32), (74, 24), (86, 32)],
    ]
    pipes = [
        [(24, 38), (24, 22)],
        [(37, 38), (37, 14)],
        [(50, 38), (50, 6)],
        [(63, 38), (63, 14)],
        [(76, 38), (76, 22)],
    ]
    bell = [
        [(30, 36), (38, 28), (40, 12), (50, 6), (60, 12), (62, 28), (70, 36), (30, 36)],
        [(50, 36), (50, 42)],
    ]
    candle = [
        [(44, 40), (44, 20), (56, 20), (56, 40), (44, 40)],
        [(50, 18), (46, 12), (50, 4), (54, 12), (50, 18)],
    ]
    mask = np.zeros(frame.shape, np.float32)
    for sign, (y, degrees, _), roll in zip(
        (leaf, wave, pipes, bell, candle), clef_props.ARMS, (2.5, -3, 1.5, -5, 6), strict=True
    ):
        a, r = np.radians(degrees), np.radians(roll)
        along = np.array([np.cos(a) * np.cos(r), np.sin(r), -np.sin(a) * np.cos(r)])
        flip = along[0] < 0
        start = np.array([px, y, pz - 0.19]) + along * (1.35 if flip else 0.4)
        across = -along if flip else along

        def drawn(canvas: skia.Canvas, paint: skia.Paint, sign=sign) -> None:
            for points in sign:
                canvas.drawPath(polygon(points, closed=False), line_paint(paint, 4.5))

        mask = np.maximum(
            mask, decal(frame, camera, start + [0, 0.13, 0], across * 0.95, [0, -0.26, 0], (100, 44), drawn)
        )

    def years(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for year in range(19):
            five, one = divmod(year, 5)
            x, y = 14 + (one if one < 4 else 1.5) * 14, 14 + five * 22
            end = (x, y + 16) if one < 4 else (x + 26, y + 4)
            canvas.drawLine(x if one < 4 else 10, y if one < 4 else y + 12, *end, line_paint(paint, 3.4))

    stone = decal(frame, camera, (-2.07, 0.56, 7.44), (0.34, 0, -0.08), (0, -0.5, 0), (90, 106), years)
    return over(painted("#e8d6c8", mask * 0.8), painted("#d0cce0", stone * 0.7))
