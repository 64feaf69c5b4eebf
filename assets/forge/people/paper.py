"""Paper and light: colours, paints, and parts: sheets of cut paper with shadow, drawing and rim of light."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

import numpy as np
import skia
from numpy.typing import ArrayLike

from .curves import Curve, points

Colour: TypeAlias = "str | tuple[str, float]"
Axis: TypeAlias = "tuple[ArrayLike, ArrayLike]"
Drawing: TypeAlias = Callable[[skia.Canvas], None]

SCREEN, PLUS, ATOP = skia.BlendMode.kScreen, skia.BlendMode.kPlus, skia.BlendMode.kSrcATop
INSIDE, OUTSIDE = skia.ClipOp.kIntersect, skia.ClipOp.kDifference


@dataclass(frozen=True)
class Palette:
    """The colours of one person, as hex strings; skin runs from light to dark, hair from dark to light."""

    skin: tuple[str, str, str]
    hair: tuple[str, str, str, str]
    lip: str
    iris: str
    gold: str = "#f2c46b"
    gold_dark: str = "#a8692c"
    rim: str = "#ffdca0"
    glow: str = "#ffb35c"
    halo: str = "#c8394f"
    accent: str = "#c8243f"
    ink: str = "#140a1e"
    line: str = "#3c1526"
    blush: str = "#e0595a"
    brow: str = "#3b1230"
    cavity: str = "#4a0f22"


class Ink(NamedTuple):
    """One shape drawn on a part, clipped to it: blurred for soft shading, sharp for a line."""

    outline: Curve
    colour: str
    alpha: float
    blur: float = 0.0


@dataclass
class Part:
    """One sheet of paper. Its colours run along `axis`, the light on its rim falls along `rim_axis`."""

    shape: skia.Path
    colours: Sequence[str]
    axis: Axis | None = None
    strips: Sequence[Ink] = ()
    shades: Sequence[Ink] = ()
    lines: Sequence[Ink] = ()
    pattern: Drawing | None = None
    after: list[Drawing] = field(default_factory=list)
    rim: float = 1.0
    rim_axis: Axis | None = None
    shadow: float = 1.0
    edge: float = 1.0
    fade: Axis | None = None


def mix(a: str, b: str, t: float) -> str:
    """The colour between a (t = 0) and b (t = 1)."""
    both = [np.array([int(h.lstrip("#")[i : i + 2], 16) for i in (0, 2, 4)], float) for h in (a, b)]
    return "#{:02x}{:02x}{:02x}".format(*(round(float(x)) for x in both[0] * (1 - t) + both[1] * t))


def colour(value: Colour, alpha: float = 1.0) -> skia.Color4f:
    """A skia colour from "#rrggbb" or ("#rrggbb", alpha)."""
    if not isinstance(value, str):
        value, alpha = value[0], value[1] * alpha
    h = value.lstrip("#")
    return skia.Color4f(int(h[:2], 16) / 255, int(h[2:4], 16) / 255, int(h[4:6], 16) / 255, alpha)


def _point(p: ArrayLike) -> skia.Point:
    x, y = points(p)
    return skia.Point(float(x), float(y))


def linear(
    start: ArrayLike, end: ArrayLike, colours: Sequence[Colour], stops: list[float] | None = None
) -> skia.Shader:
    """Colours running from one point to another."""
    ends = [_point(start), _point(end)]
    return skia.GradientShader.MakeLinear(ends, [colour(c).toColor() for c in colours], stops)


def radial(
    centre: ArrayLike, radius: float, colours: Sequence[Colour], stops: list[float] | None = None
) -> skia.Shader:
    """Colours running outwards from a centre."""
    c = [colour(c).toColor() for c in colours]
    return skia.GradientShader.MakeRadial(_point(centre), float(radius), c, stops)


def paint(
    fill: Colour | skia.Shader,
    alpha: float = 1.0,
    *,
    blur: float = 0.0,
    width: float = 0.0,
    blend: skia.BlendMode | None = None,
) -> skia.Paint:
    """A brush: a flat colour or a shader, soft if blurred, a line if it has a width."""
    p = skia.Paint(AntiAlias=True)
    if isinstance(fill, skia.Shader):
        p.setShader(fill)
        p.setAlphaf(alpha)
    else:
        p.setColor4f(colour(fill, alpha))
    if blur:
        p.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if width:
        p.setStyle(skia.Paint.kStroke_Style)
        p.setStrokeWidth(width)
        p.setStrokeJoin(skia.Paint.kRound_Join)
        p.setStrokeCap(skia.Paint.kRound_Cap)
    if blend is not None:
        p.setBlendMode(blend)
    return p


def path(*outlines: ArrayLike, closed: bool = True) -> skia.Path:
    """Outlines as a path."""
    p = skia.Path()
    for outline in outlines:
        p.addPoly([skia.Point(float(x), float(y)) for x, y in points(outline)], closed)
    return p


def line(outline: ArrayLike) -> skia.Path:
    """An open line as a path."""
    return path(outline, closed=False)


def union(outlines: Sequence[ArrayLike]) -> skia.Path:
    """Overlapping outlines as one."""
    builder = skia.OpBuilder()
    for outline in outlines:
        builder.add(path(outline), skia.kUnion_PathOp)
    return builder.resolve()


def draw(canvas: skia.Canvas, part: Part, palette: Palette) -> None:
    """Draw a part: shadow on what lies beneath, sheet, drawing, rim of light, what stands on it."""
    if part.shadow:
        canvas.save()
        canvas.translate(-2.2, 3.2)
        canvas.drawPath(part.shape, paint(palette.ink, 0.40 * part.shadow, blur=3.6))
        canvas.restore()
    bounds = part.shape.getBounds()
    if part.fade:
        canvas.saveLayer(bounds.makeOutset(4, 4), None)
    axis = part.axis or ((bounds.left(), bounds.top()), (bounds.left(), bounds.bottom()))
    canvas.drawPath(part.shape, paint(linear(*axis, part.colours)))
    canvas.save()
    canvas.clipPath(part.shape, INSIDE, True)
    for mark in part.strips:
        canvas.drawPath(path(mark.outline), paint(mark.colour, mark.alpha, blur=mark.blur))
    if part.pattern:
        part.pattern(canvas)
    for mark in (*part.shades, *part.lines):
        canvas.drawPath(path(mark.outline), paint(mark.colour, mark.alpha, blur=mark.blur))
    if part.rim:
        _rim(canvas, part, palette, bounds)
    canvas.restore()
    if part.edge:
        canvas.drawPath(part.shape, paint(palette.ink, 0.35 * part.edge, width=0.5))
    if part.fade:
        shader = linear(*part.fade, [("#000000", 0), ("#000000", 1)])
        canvas.drawRect(bounds.makeOutset(4, 4), paint(shader, blend=skia.BlendMode.kDstOut))
        canvas.restore()
    for drawing in part.after:
        drawing(canvas)


def _rim(canvas: skia.Canvas, part: Part, palette: Palette, bounds: skia.Rect) -> None:
    axis = part.rim_axis or ((bounds.right(), bounds.top()), (bounds.left(), bounds.bottom()))
    light = [(palette.rim, 0.95 * part.rim), (palette.rim, 0.45 * part.rim), (palette.rim, 0.08)]
    shader = linear(*axis, light, [0, 0.45, 1])
    canvas.drawPath(part.shape, paint(shader, 0.5, width=8, blur=3.0, blend=SCREEN))
    canvas.drawPath(part.shape, paint(shader, width=1.7))
