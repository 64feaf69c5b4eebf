"""Vector shapes: polygons, flowing curves and tapered ribbons."""

from collections.abc import Sequence

import numpy as np
import skia

from assets.forge.paint.colour import Colour, rgb

Points = Sequence[Sequence[float]]


def ink(colour: Colour, alpha: float = 1.0) -> int:
    """The colour as skia wants it."""
    red, green, blue = (round(float(c) * 255) for c in np.clip(rgb(colour), 0, 1))
    return skia.Color(red, green, blue, round(min(1.0, max(0.0, alpha)) * 255))


def line_paint(paint: skia.Paint, width: float) -> skia.Paint:
    """The same paint as a round-ended line."""
    line = skia.Paint(paint)
    line.setStyle(skia.Paint.kStroke_Style)
    line.setStrokeWidth(width)
    line.setStrokeCap(skia.Paint.kRound_Cap)
    line.setStrokeJoin(skia.Paint.kRound_Join)
    return line


def polygon(points: Points, *, closed: bool = True) -> skia.Path:
    """Straight lines through the points."""
    path = skia.Path()
    path.moveTo(float(points[0][0]), float(points[0][1]))
    for x, y in points[1:]:
        path.lineTo(float(x), float(y))
    if closed:
        path.close()
    return path


def flowing(points: Points, *, closed: bool = False) -> skia.Path:
    """A smooth curve through the points (Catmull–Rom)."""
    p = [(float(x), float(y)) for x, y in points]
    n = len(p)
    path = skia.Path()
    path.moveTo(*p[0])
    for i in range(n if closed else n - 1):
        before = p[(i - 1) % n] if closed or i else p[0]
        start, end = p[i], p[(i + 1) % n]
        after = p[(i + 2) % n] if closed or i + 2 < n else p[-1]
        path.cubicTo(
            start[0] + (end[0] - before[0]) / 6,
            start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6,
            end[1] - (after[1] - start[1]) / 6,
            *end,
        )
    if closed:
        path.close()
    return path


def ribbon(points: Points, start: float, end: float, *, middle: float | None = None) -> skia.Path:
    """A tapered band along a smooth curve: limbs, branches, hair; widths at its start, middle and end."""
    p = np.array(points, float)
    t = np.linspace(0, len(p) - 1, 60)
    i = np.clip(t.astype(int), 0, len(p) - 2)
    f = (t - i)[:, None]
    p0, p1, p2, p3 = p[np.maximum(i - 1, 0)], p[i], p[i + 1], p[np.minimum(i + 2, len(p) - 1)]
    cubic = (-p0 + 3 * p1 - 3 * p2 + p3) * f**3 + (2 * p0 - 5 * p1 + 4 * p2 - p3) * f**2
    curve = 0.5 * (2 * p1 + (p2 - p0) * f + cubic)
    tangent = np.gradient(curve, axis=0)
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], 1)
    normal /= np.maximum(np.hypot(tangent[:, 0], tangent[:, 1]), 1e-6)[:, None]
    centre = (start + end) / 2 if middle is None else middle
    half = np.interp(np.linspace(0, 1, 60), [0, 0.5, 1], [start, centre, end])[:, None] / 2
    return polygon([*(curve + normal * half), *(curve - normal * half)[::-1]])
