"""Small figures for wide views: people, a scarecrow, a cat, as silhouettes a few dozen pixels high."""

import skia

from assets.forge.paint.shapes import flowing, line_paint, polygon, ribbon


def person(
    canvas,
    paint,
    x: float,
    y: float,
    h: float,
    *,
    facing: int = 1,
    arms: str = "down",
    skirt: bool = False,
    cap: bool = False,
) -> None:
    """A standing figure h high, feet at (x, y); arms are "down", "up" (one raised) or "out" (carrying)."""
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(facing * h / 100, h / 100)
    if skirt:
        canvas.drawPath(flowing([(-6, -60), (-15, -4), (-4, 0), (14, -3), (7, -60)], closed=True), paint)
    else:
        canvas.drawPath(ribbon([(-3, -48), (-5, -24), (-7, 0)], 11, 7), paint)
        canvas.drawPath(ribbon([(3, -48), (5, -24), (7, 0)], 11, 7), paint)
        canvas.drawPath(flowing([(-9, -78), (-11, -42), (10, -42), (9, -78)], closed=True), paint)
    canvas.drawPath(flowing([(-10, -80), (-8, -52), (8, -52), (10, -80), (0, -86)], closed=True), paint)
    hands = {
        "down": [(9, -76), (13, -60), (12, -46)],
        "up": [(9, -78), (20, -92), (24, -112)],
        "out": [(9, -76), (18, -64), (27, -66)],
    }[arms]
    canvas.drawPath(ribbon(hands, 8, 5), paint)
    canvas.drawPath(ribbon([(-9, -76), (-13, -60), (-11, -47)], 8, 5), paint)
    canvas.drawOval(skia.Rect.MakeXYWH(-8, -102, 16, 19), paint)
    if cap:
        canvas.drawPath(
            flowing([(-9, -96), (-7, -106), (5, -107), (9, -98), (15, -96), (2, -95)], closed=True), paint
        )
    canvas.restore()


def scarecrow(canvas, paint, x: float, y: float, h: float) -> None:
    """A scarecrow h high leaning on its pole at (x, y), one arm hanging, the other flung up."""
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(-11)
    canvas.scale(h / 100, h / 100)
    canvas.drawPath(ribbon([(0, 2), (0, -50), (0, -84)], 5, 4), paint)
    canvas.drawPath(
        flowing([(-12, -76), (-15, -34), (-9, -28), (-2, -33), (6, -26), (14, -34), (12, -76)], closed=True),
        paint,
    )
    canvas.drawPath(ribbon([(-8, -72), (-30, -66), (-40, -46)], 12, 8), paint)
    canvas.drawPath(ribbon([(8, -72), (30, -86), (44, -108)], 12, 7), paint)
    for dx in (-5, 0, 5):
        canvas.drawPath(ribbon([(44 + dx * 0.4, -106), (46 + dx, -118)], 2.2, 0.8), paint)
        canvas.drawPath(ribbon([(-40 + dx * 0.4, -47), (-42 + dx, -36)], 2.2, 0.8), paint)
    canvas.drawOval(skia.Rect.MakeXYWH(-9, -98, 18, 20), paint)
    canvas.drawPath(
        flowing([(-18, -92), (-9, -96), (-8, -112), (6, -114), (9, -96), (18, -90), (0, -89)], closed=True),
        paint,
    )
    canvas.restore()


def cat(canvas, paint, x: float, y: float, h: float, *, facing: int = 1) -> None:
    """A sitting cat h high whose tail hangs over the edge at y."""
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(facing * h / 40, h / 40)
    body = [(-9, 0), (-12, -7), (-9, -16), (-3, -24), (2, -27), (7, -24), (8, -16), (7, -6), (8, 0)]
    canvas.drawPath(flowing(body, closed=True), paint)
    canvas.drawOval(skia.Rect.MakeXYWH(-1, -37, 14, 12.5), paint)
    canvas.drawPath(polygon([(0, -34), (1, -41), (5.5, -36.5)]), paint)
    canvas.drawPath(polygon([(6.5, -36.5), (10.6, -41), (12, -33.5)]), paint)
    canvas.drawPath(ribbon([(-9, -2), (-16, 0), (-18, 8), (-14, 15), (-17, 20)], 4.4, 2.6), paint)
    canvas.restore()


def bird(canvas, paint, x: float, y: float, h: float, *, facing: int = 1) -> None:
    """A perched jackdaw h high, its feet at (x, y)."""
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(facing * h / 20, h / 20)
    outline = [
        (-12, -1),
        (-5, -6),
        (-1, -14),
        (3, -18),
        (7, -17),
        (9, -14.5),
        (6, -12),
        (5, -6),
        (1, -1),
        (-5, -1),
    ]
    canvas.drawPath(flowing(outline, closed=True), paint)
    canvas.drawPath(polygon([(7, -16.5), (13, -14.4), (8, -13.6)]), paint)
    legs = line_paint(paint, 1.2)
    canvas.drawLine(0, -2, 0, 0, legs)
    canvas.drawLine(2, -2, 2.4, 0, legs)
    canvas.restore()
