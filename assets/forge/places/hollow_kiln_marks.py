"""What people left in and round the kiln yard, drawn by hand: chalk, cracks, a kite, a scarecrow, a cat."""

import numpy as np
import skia

from assets.forge.build.camera import Camera
from assets.forge.paint.colour import Floats
from assets.forge.paint.filters import blur
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.shapes import flowing, ink, line_paint, polygon, ribbon
from assets.forge.places import hollow_kiln_yard as scene


def scarecrow(canvas: skia.Canvas, paint: skia.Paint) -> None:
    x, y, k = 118.0, 398.0, 25.0
    paint.setColor(ink("#3f3d48"))
    canvas.drawPath(ribbon([(x, y), (x + 1, y - 1.2 * k), (x, y - 2.1 * k)], 3.2, 2.6), paint)
    canvas.drawPath(ribbon([(x - k, y - 1.42 * k), (x, y - 1.5 * k), (x + k, y - 1.95 * k)], 2.6, 2.6), paint)
    paint.setColor(ink("#4d4b57"))
    coat = [(-0.9, -1.5), (0, -1.72), (0.85, -1.95), (0.95, -1.6), (0.34, -1.2), (0.4, -0.45), (-0.42, -0.4)]
    coat += [(-0.33, -1.2), (-0.98, -1.12)]
    canvas.drawPath(flowing([(x + a * k, y + b * k) for a, b in coat], closed=True), paint)
    canvas.drawCircle(x, y - 1.95 * k, 0.24 * k, paint)
    paint.setColor(ink("#34323c"))
    hat = [(-0.5, -2.05), (-0.16, -2.12), (-0.1, -2.5), (0.16, -2.46), (0.18, -2.12), (0.5, -2.0)]
    canvas.drawPath(flowing([(x + a * k, y + b * k) for a, b in hat], closed=True), paint)
    paint.setColor(ink("#d8a860"))
    canvas.drawCircle(x + 0.98 * k, y - 1.5 * k, 2.0, paint)


def cracks(frame: Frame, camera: Camera) -> Floats:
    """The crack through the bell, with the sky in it, and the crack down the tower."""
    x, y, k = camera.at(scene.TOWER + np.array([0, 9.0, -0.9]))
    zig = [(0.34, 0), (0.22, -0.5), (0.34, -0.95), (0.24, -1.7), (0.42, -0.98), (0.31, -0.5), (0.48, 0)]
    bell = frame.mask(lambda c, p: c.drawPath(polygon([(x + a * k, y + b * k) for a, b in zig]), p))
    tx, ty, tk = camera.at(scene.TOWER + np.array([-0.4, 8.2, -2.3]))
    run = [(0.2, 0), (-0.1, 1.2), (0.35, 2.2), (-0.05, 3.3), (0.5, 4.6), (0.2, 5.8), (0.36, 5.0), (0.62, 4.6)]
    run += [(0.07, 3.35), (0.48, 2.25), (0.05, 1.25), (0.34, 0)]
    wall = frame.mask(lambda c, p: c.drawPath(polygon([(tx + a * tk, ty + b * tk) for a, b in run]), p))
    return over(painted("#2a2038", wall * 0.8), painted("#ffc49a", bell * 0.95))


def kite(canvas: skia.Canvas, paint: skia.Paint) -> None:
    """A letter that never arrived: a paper kite caught on the vane, its tail a stave of bows."""
    canvas.save()
    canvas.translate(747, 50)
    canvas.rotate(34)
    size = 15.0
    corners = [(0, -size), (-0.66 * size, -0.2 * size), (0, size), (0.66 * size, -0.2 * size)]
    paint.setColor(ink("#d8303c"))
    canvas.drawPath(polygon(corners), paint)
    paint.setColor(ink("#a01c2c"))
    canvas.drawPath(polygon([corners[0], corners[2], corners[3]]), paint)
    canvas.restore()
    tail = line_paint(paint, 1.0)
    tail.setColor(ink("#8a2030"))
    path = [(740, 62), (750, 72), (746, 84), (756, 92), (754, 104)]
    canvas.drawPath(flowing(path), tail)
    for (x, y), colour in zip(path[1:], ("#fff0e0", "#e0404a", "#fff0e0", "#e0404a"), strict=True):
        paint.setColor(ink(colour))
        canvas.drawPath(polygon([(x - 3, y - 2), (x + 3, y + 2), (x + 3, y - 2), (x - 3, y + 2)]), paint)


def staff(canvas: skia.Canvas, paint: skia.Paint) -> None:
    """A child's chalk staff: a lame clef, five notes, one crossed out, and somebody small singing it."""
    thin, bold = line_paint(paint, 1.2), line_paint(paint, 1.8)
    for i in range(5):
        canvas.drawPath(
            flowing([(2, 22 + i * 7), (50, 20.6 + i * 7.2), (100, 22.5 + i * 6.8), (156, 21 + i * 7)]), thin
        )
    clef = [(10, 44), (15, 37), (9, 33), (6, 42), (13, 50), (18, 40), (12, 22), (10, 12), (14, 8), (13, 20)]
    canvas.drawPath(flowing([*clef, (11, 52), (7, 57)]), bold)
    for x, y in ((36, 47), (56, 43.5), (74, 33), (94, 26.5), (112, 36.5)):
        canvas.drawOval(skia.Rect.MakeXYWH(x - 4, y - 2.8, 8, 5.6), paint)
        canvas.drawLine(x + 3.6, y, x + 3.6, y - 19, bold)
    canvas.drawPath(polygon([(132, 34), (140, 41)], closed=False), bold)
    canvas.drawPath(polygon([(140, 34), (132, 41)], closed=False), bold)
    canvas.drawCircle(128, 68, 4, thin)
    for x0, y0, x1, y1 in (
        (128, 72, 128, 84),
        (128, 75, 121, 79),
        (128, 75, 136, 70),
        (128, 84, 123, 92),
        (128, 84, 133, 92),
    ):
        canvas.drawLine(x0, y0, x1, y1, thin)
    for i in range(19):
        canvas.drawLine(16 + i * 4 + i // 5 * 3, 70, 15 + i * 4 + i // 5 * 3, 80, thin)


def hopscotch(canvas: skia.Canvas, paint: skia.Paint) -> None:
    """A hopscotch whose squares are the notes of a stave."""
    line = line_paint(paint, 2.4)
    for i in range(5):
        canvas.drawPath(flowing([(0, 10 + i * 20), (100, 8 + i * 20), (200, 11 + i * 20)]), line)
    for k, (x, y) in enumerate(((24, 80), (58, 60), (92, 70), (124, 40), (158, 20), (184, 30))):
        canvas.drawOval(skia.Rect.MakeXYWH(x - 9, y - 8, 18, 16), paint if k % 3 else line)


def cat(frame: Frame) -> Floats:
    """A cat on the wood stack, looking at the kiln."""

    def draw(canvas: skia.Canvas, paint: skia.Paint) -> None:
        canvas.translate(44, 478)
        canvas.scale(1.32, 1.32)
        paint.setColor(ink("#1c1726"))
        body = [(-9, 0), (-12, -7), (-9, -16), (-3, -24), (2, -27), (7, -24), (8, -16), (7, -6), (8, 0)]
        canvas.drawPath(flowing(body, closed=True), paint)
        canvas.drawOval(skia.Rect.MakeXYWH(-1, -37, 14, 12.5), paint)
        canvas.drawPath(polygon([(0, -34), (1, -41), (5.5, -36.5)]), paint)
        canvas.drawPath(polygon([(6.5, -36.5), (10.6, -41), (12, -33.5)]), paint)
        canvas.drawPath(ribbon([(-9, -2), (-16, 0), (-18, 8), (-14, 15), (-17, 20)], 4.4, 2.6), paint)

    cat = frame.drawing(draw)
    shape = cat[..., 3]
    edge = np.clip(shape - np.roll(blur(shape, 0.7), (1, -2), (0, 1)), 0, 1)
    return over(cat, painted("#d08a7c", edge * 0.8))
