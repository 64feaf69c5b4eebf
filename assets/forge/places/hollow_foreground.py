"""What frames the view from the tower: slates, the cracked bell, ladder top, weathervane, small things."""

import numpy as np
import skia

from assets.forge.paint import folk
from assets.forge.paint.colour import Floats, mix, step
from assets.forge.paint.filters import blur, rim
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.layers import View
from assets.forge.paint.noise import fractal
from assets.forge.paint.shapes import flowing, ink, line_paint, polygon, ribbon

COURSES = (9, 11, 13, 15, 18, 21, 25, 29, 34, 40, 47, 55, 64)
HOLE = (2, 0.352)
"""The slate that is missing: its course, and where along the eave."""
YEARS = 19
RIM = "#ffab86"


def eave(x: Floats | float) -> Floats:
    """The y of the eave: high at both ends, a hollow between."""
    points = (
        (-60, 588),
        (120, 632),
        (340, 676),
        (560, 694),
        (730, 690),
        (840, 650),
        (1000, 566),
        (1180, 492),
        (1340, 448),
    )
    return np.interp(x, [p[0] for p in points], [p[1] for p in points])


def lay(view: View, sun: tuple[float, float]) -> None:
    """Lay weathervane and ladder, then slates and bell over the view."""
    frame = view.frame
    view.add("vane", _behind_the_eave(frame), 0.72)
    picture = _slates(frame, sun)
    picture = over(picture, _small_things(frame))
    picture = over(picture, _bell(frame))
    dim = step(560, 760, frame.y) * 0.35 + step(700, 1250, frame.x) * 0.3
    shade = picture[..., :3] * (1 - dim[..., None])
    view.add("slates", np.dstack([shade, picture[..., 3]]), 1.0)


def _lit(
    frame: Frame,
    mask: Floats,
    colour: Floats | str,
    towards: tuple[float, float],
    width: float,
    strength: float,
) -> Floats:
    """A dark shape with a warm edge towards the light and a little texture."""
    body = mix(colour, colour, 0) * (1 + 0.22 * fractal(frame.x * 0.05, frame.y * 0.09, 3, 77))[..., None]
    return painted(np.clip(mix(body, RIM, rim(mask, towards, width, 0.6) * strength), 0, 1), mask)


def _slates(frame: Frame, sun: tuple[float, float]) -> Floats:
    """Courses of slates that run away from us down to the eave; their tails catch the light."""
    random = np.random.default_rng(61)
    picture = np.zeros((*frame.shape, 4), np.float32)
    xs = np.arange(-70, 1351, 6.0)
    edge = _smoothed(eave(xs))
    start = edge.copy()
    for course, height in enumerate(COURSES):
        tilt = np.interp(xs, [-60, 500, 1340], [1.15, 1.0, 1.25])
        end = start + height * tilt
        picture = over(picture, _course(frame, xs, start, end, course, height, random, sun))
        start = end
    under = np.interp(frame.across, xs, edge) + COURSES[0] * 0.8
    return over(painted("#141226", frame.below(under.astype(np.float32))), picture)


def _smoothed(values: Floats) -> Floats:
    window = np.hanning(21)
    return np.convolve(np.pad(values, 10, mode="edge"), window / window.sum(), "valid")


def _course(frame: Frame, xs, start, end, course: int, height: float, random, sun) -> Floats:
    """One course: slate after slate, each a little its own, with its shadow on the course below."""
    width = height * 0.95 + 7
    left = -70 - random.random() * width
    tone = 0.15
    base = mix("#443b5c", "#1e1a34", min(1.0, course / 8))
    shapes = []
    while left < 1345:
        wide = width * random.uniform(0.82, 1.18)
        missing = course == HOLE[0] and left < HOLE[1] * 1280 < left + wide
        if not missing:
            a, b = (float(np.interp(x, xs, start)) for x in (left + 1, left + wide - 1))
            c, d = (float(np.interp(x, xs, end)) + 6 for x in (left + wide - 1, left + 1))
            slip = random.normal(0, height * 0.05) + (height * 0.35 if random.random() < 0.02 else 0)
            turn = random.normal(0, height * 0.035)
            chip = height * (0.22 if random.random() < 0.12 else 0.05)
            round_ = min(wide, height) * 0.22
            tail = polygon(
                [
                    (left + 0.6, a + slip - turn + round_ + chip),
                    (left + round_ * 0.5, a + slip - turn + round_ * 0.3 + chip),
                    (left + round_ * 1.3, a + slip - turn),
                    (left + wide - round_ * 1.3, b + slip + turn),
                    (left + wide - round_ * 0.5, b + slip + turn + round_ * 0.3),
                    (left + wide - 0.8, b + slip + turn + round_),
                    (left + wide - 1, c),
                    (left + 1, d),
                ]
            )
            shapes.append(
                (tail, float(np.clip(1 + random.normal(0, tone), 0.6, 1.6)), random.normal(0, 0.03))
            )
        left += wide

    def draw(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for path, light, warm in shapes:
            colour = np.clip(base * light + np.array([warm, 0, -warm]) * 0.5, 0, 1)
            paint.setColor(ink(colour))
            canvas.drawPath(path, paint)

    flat = frame.drawing(draw)
    each = frame.mask(lambda canvas, paint: _edges(canvas, paint, shapes))
    near = np.exp(-(((frame.x - sun[0] - 60) / 430) ** 2)) * 0.95 + 0.16
    broken = step(-0.35, 0.35, fractal(frame.x * 0.03, frame.y * 0.03, 3, 62 + course))
    shine = np.clip(each * near * broken * (1.0 - 0.06 * course), 0, 1)
    colour = flat[..., :3] / np.maximum(flat[..., 3:], 1e-3)
    up = np.clip((frame.y - np.interp(frame.across, xs, start)[None]) / height, 0, 1)
    grain = 0.14 * fractal(frame.x * 0.16, frame.y * 0.05, 3, 80 + course)
    colour = colour * ((1.34 - 0.62 * up**0.6) * (1 + grain))[..., None]
    colour = mix(colour, RIM, shine)
    shadow = painted(
        "#0d0b1c", np.clip(blur(np.roll(flat[..., 3], -2, 0), 2) * (1 - flat[..., 3]) * 0.6, 0, 1)
    )
    return over(shadow, painted(np.clip(colour, 0, 1), flat[..., 3]))


def _edges(canvas: skia.Canvas, paint: skia.Paint, shapes: list) -> None:
    """The upper edges of the slates as thin light."""
    line = line_paint(paint, 1.4)
    for path, light, _ in shapes:
        line.setAlphaf(float(np.clip(light - 0.25, 0.2, 1)))
        measure = skia.PathMeasure(path, False)
        part = skia.Path()
        box = path.getBounds()
        measure.getSegment(0, box.width() * 1.02, part, True)
        canvas.drawPath(part, line)


def _behind_the_eave(frame: Frame) -> Floats:
    """The ladder's top and the weathervane, standing against the village."""
    foot = float(eave(715)) + 30

    def ladder(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for x in (692, 730):
            canvas.drawPath(ribbon([(x - 3, foot + 40), (x, foot - 60), (x + 2, 584)], 7.5, 6), paint)
        for k, y in enumerate((602, 628, 655, 682)):
            lean = 9 if k == 1 else 0
            canvas.drawPath(
                ribbon([(688, y + lean), (712, y + lean * 0.4 + 1), (736, y - lean * 0.3)], 5, 5), paint
            )

    wood = _lit(frame, frame.mask(ladder), "#4a3038", (-0.6, -1), 1.6, 0.9)

    def rag(canvas: skia.Canvas, paint: skia.Paint) -> None:
        canvas.drawPath(ribbon([(693, 635), (686, 642), (689, 654), (682, 666)], 5, 2), paint)
        canvas.drawPath(ribbon([(693, 635), (696, 645), (693, 655)], 4, 1.5), paint)

    cloth = _lit(frame, frame.mask(rag), "#a02c3c", (-0.6, -1), 1.2, 0.6)

    def vane(canvas: skia.Canvas, paint: skia.Paint) -> None:
        x, top = 792, 206
        canvas.drawPath(ribbon([(x, 720), (x, 480), (x, top - 6)], 6, 2.6), paint)
        canvas.drawCircle(x, top + 96, 5.5, paint)
        canvas.drawPath(ribbon([(x - 30, top + 74), (x, top + 74), (x + 30, top + 74)], 2.6, 2.6), paint)
        for side in (-1, 1):
            canvas.drawCircle(x + side * 31, top + 74, 3, paint)
            curl = [
                (x, top + 92),
                (x + side * 12, top + 86),
                (x + side * 14, top + 76),
                (x + side * 7, top + 78),
            ]
            canvas.drawPath(ribbon(curl, 2.4, 1.4), paint)
        # the arrow is a quaver on its side: head to the wind, flag behind
        canvas.drawPath(ribbon([(x - 62, top + 20), (x, top + 14), (x + 50, top + 9)], 3.2, 3.2), paint)
        canvas.save()
        canvas.translate(x - 64, top + 22)
        canvas.rotate(-24)
        canvas.drawOval(skia.Rect.MakeXYWH(-14, -9, 28, 18), paint)
        canvas.restore()
        flag = [
            (x + 50, top + 9),
            (x + 60, top - 6),
            (x + 48, top - 26),
            (x + 66, top - 10),
            (x + 60, top + 14),
            (x + 46, top + 26),
        ]
        canvas.drawPath(flowing(flag, closed=True), paint)

    iron = _lit(frame, frame.mask(vane), "#2b2440", (-1, -0.2), 1.3, 1.0)

    def tail(canvas: skia.Canvas, paint: skia.Paint) -> None:
        """What is left of a paper kite, caught on the vane: a letter that never arrived."""
        paint.setColor(ink("#d8374a"))
        canvas.drawPath(polygon([(806, 232), (832, 240), (822, 266), (803, 256)]), paint)
        paint.setColor(ink("#8a1828"))
        canvas.drawPath(polygon([(806, 232), (832, 240), (815, 249)]), paint)
        string = line_paint(paint, 1.2)
        canvas.drawPath(flowing([(806, 256), (797, 276), (806, 294), (796, 314), (803, 330)]), string)
        for k, (x, y) in enumerate(((799, 273), (804, 292), (797, 312))):
            paint.setColor(ink("#fff0dc" if k % 2 else "#d8374a"))
            canvas.drawPath(polygon([(x, y), (x - 7, y - 4), (x - 6, y + 4)]), paint)
            canvas.drawPath(polygon([(x, y), (x + 7, y - 4), (x + 6, y + 4)]), paint)

    birds = frame.drawing(
        lambda canvas, paint: (
            paint.setColor(ink("#221a34")),
            folk.bird(canvas, paint, 732, 583, 17, facing=-1),
        )
    )
    picture = over(over(wood, cloth), over(iron, frame.drawing(tail)))
    return over(picture, birds)


def _bell(frame: Frame) -> Floats:
    """The frame's post and beam at the left, and the bell with its crack, nineteen years silent."""
    cx, low = 88, 22

    def timber(canvas: skia.Canvas, paint: skia.Paint) -> None:
        canvas.drawPath(polygon([(-60, -40), (2, -40), (12, 760), (-60, 760)]), paint)
        canvas.drawPath(polygon([(-60, -30), (226, -30), (244, 0), (226, 26), (-60, 34)]), paint)
        canvas.drawPath(polygon([(-2, 150), (4, 178), (66, 30), (44, 28)]), paint)

    wood = _lit(frame, frame.mask(timber), "#2a1f38", (1, 0.6), 2.0, 0.5)
    right = [
        (cx + x, y + low)
        for x, y in ((14, 18), (34, 28), (43, 52), (47, 86), (54, 122), (68, 156), (86, 182), (88, 196))
    ]
    left = [(2 * cx - x, y) for x, y in right]
    shape = frame.mask(
        lambda canvas, paint: (
            canvas.drawPath(
                flowing([*right, (cx, 203 + low), *left[::-1], (cx, 14 + low)], closed=True), paint
            ),
            canvas.drawPath(
                polygon([(cx - 12, -4), (cx + 12, -4), (cx + 16, 26 + low), (cx - 16, 26 + low)]), paint
            ),
        )
    )
    round_ = np.clip((frame.x - cx) / (48 + np.maximum(frame.y - 60 - low, 0) * 0.28), -1, 1)
    bronze = mix("#1d2436", "#4f5a55", step(-0.4, 0.9, round_) * 0.9)
    bronze = mix(bronze, "#c98a5c", step(0.62, 0.98, round_) * 0.75)
    bands = np.exp(-(((frame.y - 70 - low - 4 * (1 - round_**2)) / 2.2) ** 2)) + np.exp(
        -(((frame.y - 168 - low - 8 * (1 - round_**2)) / 2.0) ** 2)
    )
    bronze = mix(bronze, "#a9805c", np.clip(bands, 0, 1) * 0.45)
    green = step(0.0, 0.5, fractal(frame.x * 0.06, frame.y * 0.02, 4, 91)) * 0.4
    bronze = mix(bronze, "#3f7468", green)
    body = painted(np.clip(mix(bronze, RIM, rim(shape, (1, 0.4), 2.2, 0.7) * 0.9), 0, 1), shape)

    def crack(canvas: skia.Canvas, paint: skia.Paint) -> None:
        path = [(41, 205), (35, 180), (38, 168), (33, 149), (35, 128), (31, 104), (33, 84)]
        back = zip(path[::-1], (0.3, 1.2, 1.6, 2.4, 2.6, 3.6, 4.6), strict=True)
        canvas.drawPath(
            polygon([(cx + x, y + low) for x, y in [*path, *((x + w, y) for (x, y), w in back)]]), paint
        )

    split = frame.mask(crack) * shape
    light = painted("#ffb27c", split)

    def clapper(canvas: skia.Canvas, paint: skia.Paint) -> None:
        canvas.drawPath(ribbon([(cx + 3, 190 + low), (cx + 5, 216 + low)], 5, 7), paint)
        canvas.drawCircle(cx + 5, 221 + low, 9, paint)

    def tally(canvas: skia.Canvas, paint: skia.Paint) -> None:
        """One stroke of chalk a year on the beam, in fives."""
        chalk = line_paint(paint, 1.3)
        for year in range(YEARS):
            five, one = divmod(year, 5)
            x = 112 + five * 27 + one * 5
            if one < 4:
                canvas.drawLine(x, 4, x - 1, 17, chalk)
            else:
                canvas.drawLine(x - 23, 17, x + 1, 4, chalk)

    marks = painted("#cfc4d0", frame.mask(tally) * 0.75)
    tongue = _lit(frame, frame.mask(clapper), "#1b1a2a", (1, -0.3), 1.5, 0.7)
    return over(over(tongue, body), over(light, over(wood, marks)))


def _small_things(frame: Frame) -> Floats:
    """On the slates: a nest under the missing one, boots (a lace untied), a tin mug, nails, a cat."""
    x = HOLE[1] * 1280
    y = float(eave(x)) + 34

    def nest(canvas: skia.Canvas, paint: skia.Paint) -> None:
        paint.setColor(ink("#0c0a18"))
        canvas.drawOval(skia.Rect.MakeXYWH(x - 17, y - 7, 36, 15), paint)
        paint.setColor(ink("#6a4a3c"))
        canvas.drawPath(ribbon([(x - 15, y + 3), (x, y + 8), (x + 16, y + 3)], 5, 5), paint)
        for dx in (-6, 1, 8):
            paint.setColor(ink("#7fb0b8"))
            canvas.drawOval(skia.Rect.MakeXYWH(x + dx - 3, y - 3, 6.5, 8), paint)

    def things(canvas: skia.Canvas, paint: skia.Paint) -> None:
        paint.setColor(ink("#2c1c26"))
        for dx, dy in ((0, 0), (22, 3)):
            boot = [
                (612, 680),
                (611, 697),
                (613, 700),
                (632, 700),
                (633, 696),
                (628, 692),
                (622, 690),
                (621, 680),
            ]
            canvas.drawPath(polygon([(bx + dx, by + dy) for bx, by in boot]), paint)
            canvas.drawOval(skia.Rect.MakeXYWH(611.5 + dx, 677.5 + dy, 9.5, 5), paint)
        lace = line_paint(paint, 1.1)
        lace.setColor(ink("#c9a890"))
        canvas.drawPath(flowing([(644, 688), (651, 684), (656, 699), (668, 702)]), lace)
        paint.setColor(ink("#4c4a5c"))
        canvas.drawPath(polygon([(252, 640), (268, 640), (267, 660), (254, 660)]), paint)
        handle = line_paint(paint, 1.8)
        canvas.drawArc(skia.Rect.MakeXYWH(264, 643, 10, 12), -90, 180, False, handle)

    objects = frame.drawing(things)
    shine = painted(RIM, rim(objects[..., 3], (-0.5, -1), 1.4, 0.5) * objects[..., 3] * 0.8)
    animal = frame.mask(
        lambda canvas, paint: folk.cat(canvas, paint, 560, float(eave(560)) + 4, 40, facing=-1)
    )
    sitting = _lit(frame, animal, "#1f182c", (-0.7, -0.7), 1.6, 0.85)

    def nails(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for k in range(9):
            if k != 6:
                canvas.drawCircle(500 + k * 5.5, float(eave(500 + k * 5.5)) + 21, 1.2, paint)

    return over(
        over(frame.drawing(nest), painted("#c9a48c", frame.mask(nails) * 0.8)),
        over(over(objects, shine), sitting),
    )
