"""The near meadow of the title picture: the tree with its swing, bellflowers, the road, and who walks it."""

import math

import numpy as np
import skia

from assets.forge.paint import folk
from assets.forge.paint.brush import strokes
from assets.forge.paint.colour import Floats, mix, step
from assets.forge.paint.filters import blur, rim
from assets.forge.paint.flora import Tree, bellflower, grass, leaf_stamps
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.layers import View
from assets.forge.paint.light import aura
from assets.forge.paint.noise import fractal, line, warped
from assets.forge.paint.shapes import flowing, ink, line_paint, polygon, ribbon

LIT = "#ff9f80"
SHEEP = ((946, 1), (968, -1), (990, 1), (1032, -1), (1046, -1), (1109, 1))
LANTERNS = ((236, 372), (318, 404), (158, 410))


def _bank(frame: Frame, points: tuple[tuple[float, float], ...], rough: float, seed: int) -> Floats:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    t = np.interp(frame.across, xs, ys)
    window = np.hanning(121)
    smooth = np.convolve(np.pad(t, 60, mode="edge"), window / window.sum(), "valid")
    return (smooth + rough * line(frame.across * 0.012, 4, seed)).astype(np.float32)


def lay(view: View, sun: tuple[float, float]) -> None:
    """Lay the middle meadow with the road, then the near bank with the tree."""
    frame = view.frame
    random = np.random.default_rng(17)
    view.add("meadow", _meadow(frame, random, sun), 0.45)
    view.add("swing", _swing(frame), 0.9, sway={"amp": 5, "period": 5.6, "anchor": "top"})
    near = _near(frame, random, sun)
    view.add("near", near, 0.9)
    glow = aura(frame.mask(lambda c, p: [c.drawCircle(x, y + 30, 5, p) for x, y in LANTERNS]))
    view.light("lanterns", glow * 0.55, 0.9, light="lamps", quality=75)


def _meadow(frame: Frame, random: np.random.Generator, sun: tuple[float, float]) -> Floats:
    """Rolling grass in the last light, the road winding up to the hill, two walkers."""
    bank = _bank(
        frame,
        ((-60, 560), (120, 585), (330, 618), (560, 636), (800, 612), (1010, 596), (1180, 560), (1340, 530)),
        5,
        22,
    )

    def ground(x: float) -> float:
        return float(np.interp(x, frame.across, bank))

    blades = grass(np.sort(random.uniform(-60, 1340, 1500)), ground, random, height=(3, 11), width=0.9)
    mask = np.maximum(frame.below(bank), frame.mask(lambda c, p: c.drawPath(blades, p)))
    depth = np.maximum(frame.y - bank[None], 0)
    weave = warped(frame.x * 0.01, frame.y * 0.03, 0.8, 4, 71)
    colour = mix("#7a4168", "#2a1a4c", step(0, 85, depth + 16 * weave))
    light = np.exp(-(((frame.x - sun[0] - 30) / 330) ** 2)) * np.exp(-depth / 46)
    colour = mix(colour, "#f08f6c", np.clip(light * (0.75 + 0.5 * weave), 0, 0.85))
    colour = mix(
        colour, LIT, rim(mask, (0, -1), 2.0, 0.5) * (0.25 + 0.6 * np.exp(-(((frame.x - sun[0]) / 420) ** 2)))
    )
    colour = strokes(colour, -1.35 + 0.5 * weave, 16000, 9, 1.7, strength=0.55, seed=73, where=mask)
    road = [(470, 740), (560, 690), (690, 668), (742, 648), (716, 632), (748, 622), (800, 613)]
    width = (96, 62, 34, 22, 14, 10, 6)

    def way(canvas: skia.Canvas, paint: skia.Paint) -> None:
        left = [(x - w / 2, y) for (x, y), w in zip(road, width, strict=True)]
        right = [(x + w / 2, y + 2) for (x, y), w in zip(road, width, strict=True)]
        path = flowing(left)
        back = flowing(right[::-1])
        path.lineTo(*map(float, right[-1]))
        path.addPath(back, skia.Path.AddPathMode.kExtend_AddPathMode)
        path.close()
        canvas.drawPath(path, paint)

    trod = blur(frame.mask(way), 1.2) * mask
    dust = mix("#5a3560", "#f5a27c", np.clip(step(730, 610, frame.y) * (0.7 + 0.5 * weave), 0, 1))
    colour = mix(colour, dust, trod * 0.85)
    picture = painted(np.clip(colour, 0, 1), mask)
    flock = frame.mask(lambda c, p: [_sheep(c, p, x, ground(x) + 6, face) for x, face in SHEEP])
    sheep = painted(mix("#7c5a86", "#ffd2b0", np.clip(rim(flock, (-0.6, -1), 2.0, 0.5) * 1.2, 0, 1)), flock)
    folk_mask = frame.mask(_walkers)
    people = painted(mix("#2c1838", LIT, rim(folk_mask, (0.6, -0.8), 1.6, 0.5)), folk_mask)
    scarf = frame.drawing(
        lambda c, p: (
            p.setColor(ink("#d8374a")),
            c.drawPath(ribbon([(688, 622), (676, 620), (664, 624), (650, 621)], 4.5, 1.5), p),
        )
    )
    shadows = painted("#150c2c", blur(frame.mask(_shadows), 2) * 0.5 * mask)
    return over(over(over(over(picture, sheep), shadows), people), scarf)


def _walkers(canvas: skia.Canvas, paint: skia.Paint) -> None:
    """Lysandra on the road with the harp on her back, and well behind her a child in a huge scarf."""
    folk.person(canvas, paint, 690, 671, 56, facing=-1, skirt=True)
    harp = [(694, 636), (704, 640), (709, 652), (703, 664), (696, 658)]
    canvas.drawPath(flowing(harp, closed=True), paint)
    canvas.drawPath(ribbon([(703, 642), (713, 626), (706, 614), (698, 618)], 4, 2.4), paint)
    folk.person(canvas, paint, 757, 639, 24, facing=-1)
    canvas.drawCircle(756.5, 619, 4.6, paint)


def _sheep(canvas: skia.Canvas, paint: skia.Paint, x: float, y: float, facing: int) -> None:
    """A grazing sheep ten pixels long."""
    canvas.drawOval(skia.Rect.MakeXYWH(x - 6, y - 10, 12, 8), paint)
    canvas.drawOval(skia.Rect.MakeXYWH(x + facing * 6 - 2.2, y - 7, 4.4, 5.4), paint)
    for dx in (-3.4, 3.2):
        canvas.drawRect(skia.Rect.MakeXYWH(x + dx, y - 4, 1.4, 5), paint)


def _shadows(canvas: skia.Canvas, paint: skia.Paint) -> None:
    canvas.drawPath(flowing([(684, 672), (668, 690), (640, 712), (662, 704), (698, 674)], closed=True), paint)
    canvas.drawPath(flowing([(754, 640), (744, 648), (732, 656), (748, 650), (760, 641)], closed=True), paint)


def _swing(frame: Frame) -> Floats:
    """An empty swing and three lanterns, hung from the branch."""

    def hung(canvas: skia.Canvas, paint: skia.Paint) -> None:
        cord = line_paint(paint, 1.3)
        paint.setColor(ink("#2a1838"))
        cord.setColor(ink("#4a2c48"))
        canvas.drawLine(386, 360, 380, 560, cord)
        canvas.drawLine(424, 356, 420, 558, cord)
        canvas.drawPath(polygon([(372, 558), (428, 555), (429, 562), (373, 566)]), paint)
        for x, y in LANTERNS:
            canvas.drawLine(x, y - 40, x, y + 20, cord)
            paint.setColor(ink("#ffcf7a"))
            canvas.drawOval(skia.Rect.MakeXYWH(x - 6, y + 21, 12, 17), paint)
            paint.setColor(ink("#3a2038"))
            canvas.drawRect(skia.Rect.MakeXYWH(x - 5, y + 18, 10, 4), paint)
            canvas.drawRect(skia.Rect.MakeXYWH(x - 4, y + 37, 8, 3), paint)
            paint.setColor(ink("#2a1838"))

    return frame.drawing(hung)


def _near(frame: Frame, random: np.random.Generator, sun: tuple[float, float]) -> Floats:
    """The dark bank with its grass and bellflowers, and the old tree that frames the title."""
    bank = _bank(
        frame,
        ((-60, 628), (80, 640), (260, 684), (480, 712), (760, 716), (1000, 704), (1160, 676), (1340, 640)),
        4,
        23,
    )

    def ground(x: float) -> float:
        return float(np.interp(x, frame.across, bank))

    tree = Tree(spread=0.5, taper=0.74, lift=0.08, wander=0.42, shorten=0.77)
    tree.grow(74, 668, -1.34, 168, 44, 6, np.random.default_rng(21))
    trunk = frame.mask(lambda c, p: [c.drawPath(limb, p) for limb in (*tree.limbs, _bough(), _foot())])
    blades = grass(
        np.sort(random.uniform(-60, 1340, 2200)), ground, random, height=(6, 26), lean=0.3, width=1.3
    )
    earth = np.maximum(frame.below(bank), frame.mask(lambda c, p: c.drawPath(blades, p)))
    weave = fractal(frame.x * 0.03, frame.y * 0.045, 4, 95)
    dark = mix("#26164a", "#0e0a26", step(640, 730, frame.y)) * (1 + 0.25 * weave)[..., None]
    near = 0.2 + 0.7 * np.exp(-(((frame.x - sun[0]) / 460) ** 2))
    dark = mix(dark, LIT, rim(earth, (0.4, -1), 1.8, 0.5) * near * step(735, 640, frame.y))
    bark = mix("#241440", "#180e30", 0.5 + 0.5 * weave)
    bark = mix(bark, LIT, np.clip(rim(trunk, (1, -0.2), 2.4, 0.8) * 0.55, 0, 1))
    leaves = frame.drawing(
        leaf_stamps(tree.tips, ("#1e1038", "#7c3458"), (0.75, -0.35), random, each=24, scatter=30, size=3.4)
    )
    bough_leaves = frame.drawing(
        leaf_stamps(
            [(x, 346 + 12 * math.sin(x * 0.1)) for x in range(250, 520, 16)],
            ("#24123c", "#a8465c"),
            (0.8, -0.2),
            random,
            each=16,
            scatter=26,
            size=3.2,
        )
    )
    marks = frame.mask(_carved) * trunk
    picture = over(painted(bark, trunk), painted("#c98a80", marks * 0.5))
    picture = over(over(picture, leaves), bough_leaves)
    picture = over(picture, painted(np.clip(dark, 0, 1), earth))
    return over(picture, _bells(frame, random, ground))


def _bough() -> skia.Path:
    return ribbon([(100, 470), (170, 400), (270, 362), (380, 352), (470, 360), (540, 352)], 20, 2)


def _foot() -> skia.Path:
    return ribbon([(76, 736), (80, 700), (88, 650), (100, 590)], 96, 14, middle=44)


def _carved(canvas: skia.Canvas, paint: skia.Paint) -> None:
    """Two initials and a heart that somebody cut into the bark."""
    cut = line_paint(paint, 1.6)
    canvas.drawPath(flowing([(85, 604), (85, 616), (81, 619), (78, 615)]), cut)
    for points in (
        [(92, 618), (92, 604), (96, 612), (100, 604), (100, 618)],
        [(89, 628), (85, 625), (82, 629), (89, 637), (96, 629), (93, 625), (89, 628)],
    ):
        canvas.drawPath(polygon(points, closed=False), cut)


def _bells(frame: Frame, random: np.random.Generator, ground) -> Floats:
    """Bellflowers along the bank, crimson and lit from behind."""
    places = [*random.uniform(430, 1310, 74), *random.uniform(-30, 300, 16)]

    def draw(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for x in places:
            bellflower(canvas, paint, x, ground(x) + random.uniform(2, 26), random.uniform(16, 36), random)

    mask = frame.mask(draw)
    colour = mix("#6a1038", "#d03458", step(724, 650, frame.y))
    colour = mix(colour, "#ffc4a0", np.clip(rim(mask, (0.6, -0.8), 1.4, 0.4) * 0.8, 0, 1))
    return painted(colour, mask)
