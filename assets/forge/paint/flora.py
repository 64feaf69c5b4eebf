"""Plants: conifers, bare branching trees, leaves sorted by the light, grass, bellflowers."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import skia

from assets.forge.paint.colour import Colour, Floats, mix
from assets.forge.paint.frame import Frame
from assets.forge.paint.noise import line
from assets.forge.paint.shapes import flowing, ink, line_paint, polygon

Random = np.random.Generator


def conifer(path: skia.Path, x: float, y: float, height: float, random: Random, width: float = 0.34) -> None:
    """Add one ragged conifer standing at (x, y) to the path."""
    tiers = max(5, int(height / 6))
    sides: list[list[tuple[float, float]]] = []
    for sign in (-1, 1):
        side = []
        for i in range(tiers):
            t = i / tiers
            half = height * width * 0.5 * t**0.85 * (0.75 + 0.5 * random.random())
            top = y - height + height * t * 0.96
            drop = height / tiers * (0.75 + 0.5 * random.random())
            side += [(x + sign * (half * 0.35 + 0.3), top), (x + sign * (half + 0.4), top + drop)]
        sides.append(side)
    foot = [(x - 0.9, y + 3), (x + 0.9, y + 3)]
    path.addPath(polygon([(x, y - height * 1.05), *sides[1], *foot[::-1], *sides[0][::-1]]))


def conifers(
    frame: Frame, skyline: Floats, count: int, height: float, random: Random, seed: int
) -> skia.Path:
    """A wood along a skyline, with clearings and uneven growth."""
    path = skia.Path()
    xs = np.sort(random.uniform(-frame.margin[0] - 20, frame.width + frame.margin[0] + 20, count))
    growth = line(xs * 0.009, 2, seed)
    tall = line(xs * 0.015, 2, seed + 1)
    for x, grows, up in zip(xs, growth, tall, strict=True):
        if grows < -0.35:
            continue
        for row in range(2):
            y = float(np.interp(x, frame.across, skyline)) + row * random.random() * 22
            size = height * (0.45 + 0.8 * random.random()) * (1 + 0.5 * up)
            conifer(path, float(x + random.normal(0, 3.4)), y + 2, float(size), random)
    return path


@dataclass
class Tree:
    """A tree growing from (x, y): its limbs as paths and the tips that carry leaves."""

    spread: float = 0.52
    taper: float = 0.72
    lift: float = 0.10
    wander: float = 0.5
    shorten: float = 0.76
    limbs: list[skia.Path] = field(default_factory=list)
    tips: list[tuple[float, float]] = field(default_factory=list)

    def grow(
        self, x: float, y: float, angle: float, length: float, width: float, depth: int, random: Random
    ) -> None:
        """Grow one limb and all that branches from it; angles in radians, −π/2 is up."""
        points, widths = [(x, y)], [width]
        for i in range(6):
            angle += random.normal(0, self.wander / 3.75) + self.lift * math.sin(-math.pi / 2 - angle) * 0.5
            x += math.cos(angle) * length / 6
            y += math.sin(angle) * length / 6
            points.append((x, y))
            widths.append(width * (1 - (1 - self.taper) * (i + 1) / 6))
        left, right = [], []
        for i, (px, py) in enumerate(points):
            ahead, behind = points[min(i + 1, 6)], points[max(i - 1, 0)]
            across = math.atan2(ahead[1] - behind[1], ahead[0] - behind[0]) + math.pi / 2
            dx, dy = math.cos(across) * widths[i] / 2, math.sin(across) * widths[i] / 2
            left.append((px + dx, py + dy))
            right.append((px - dx, py - dy))
        self.limbs += [polygon(left + right[::-1]), skia.Path.Circle(x, y, widths[-1] / 2)]
        if depth <= 2 or width < 0.8:
            self.tips.append((x, y))
        if depth <= 0 or width < 0.8:
            return
        forks = int(random.integers(2, 4))
        for i in range(forks):
            side = (i - (forks - 1) / 2) / (forks - 1)
            turn = angle + side * self.spread * 2 + random.normal(0, 0.14)
            grown = length * self.shorten * (0.75 + 0.45 * random.random())
            self.grow(x, y, turn, grown, widths[-1] * (0.82 if forks == 2 else 0.7), depth - 1, random)


def leaf_stamps(
    tips: list[tuple[float, float]],
    colours: tuple[Colour, Colour],
    towards: tuple[float, float],
    random: Random,
    *,
    each: int = 20,
    scatter: float = 16.0,
    size: float = 3.0,
) -> Callable[[skia.Canvas, skia.Paint], None]:
    """A drawing of leaves round the tips, from the dark colour to the light one as they face the light."""
    spots = []
    for x, y in tips:
        for _ in range(each):
            dx, dy = random.normal(0, scatter * 0.5, 2)
            facing = (dx * towards[0] + dy * towards[1]) / scatter
            spots.append(
                (facing + random.normal(0, 0.25), x + dx, y + dy * 0.8, size * (0.5 + random.random()))
            )
    spots.sort()

    def draw(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for facing, x, y, s in spots:
            tone = float(np.clip(0.35 + 0.5 * facing, 0, 1))
            paint.setColor(ink(mix(*colours, tone)))
            canvas.save()
            canvas.translate(float(x), float(y))
            canvas.rotate(float((facing * 977 + x * 13) % 360))
            canvas.drawPath(flowing([(-s, 0), (0, -s * 0.45), (s, 0), (0, s * 0.45)], closed=True), paint)
            canvas.restore()

    return draw


def grass(
    xs: Floats,
    ground: Callable[[float], float],
    random: Random,
    *,
    height: tuple[float, float] = (6, 24),
    lean: float = 0.3,
    width: float = 1.4,
) -> skia.Path:
    """Blades standing on the ground at every x."""
    path = skia.Path()
    for x in map(float, xs):
        y = ground(x) + 2
        up = height[0] + (height[1] - height[0]) * random.random() ** 2
        side = (lean + random.normal(0, 0.28)) * up
        half = width * (0.5 + random.random() * 0.7)
        path.moveTo(x - half, y)
        path.quadTo(x - half * 0.4 + side * 0.25, y - up * 0.6, x + side, y - up)
        path.quadTo(x + half * 0.6 + side * 0.25, y - up * 0.55, x + half, y)
        path.close()
    return path


def bellflower(
    canvas: skia.Canvas, paint: skia.Paint, x: float, y: float, height: float, random: Random
) -> None:
    """A stalk at (x, y) hung with three small bells."""
    lean = random.uniform(-3, 9)
    stalk = line_paint(paint, 1.2)
    canvas.drawPath(flowing([(x, y), (x + lean * 0.3, y - height * 0.6), (x + lean, y - height)]), stalk)
    for k in range(3):
        s = random.uniform(1.6, 2.6)
        bx, by = x + lean * (1 - k * 0.2) + (-1) ** k * 3.4, y - height + k * 6
        bell = [(-0.6, -s), (0.6, -s), (s * 0.6, 0), (s * 0.9, s), (-s * 0.9, s), (-s * 0.6, 0)]
        canvas.drawPath(flowing([(bx + dx, by + dy) for dx, dy in bell], closed=True), paint)
