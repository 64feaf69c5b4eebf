"""What lies far off at the Clef: a sky with a river of stars, ranges, dark woods, the heath and its roads."""

from dataclasses import dataclass

import numpy as np
import skia

from assets.forge.build.camera import Camera
from assets.forge.paint.colour import Floats, mix, ramp, rgb, step
from assets.forge.paint.colour import shade as along
from assets.forge.paint.filters import blur
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.land import mountain, profile, wooded
from assets.forge.paint.layers import View
from assets.forge.paint.light import pool
from assets.forge.paint.noise import warped
from assets.forge.paint.shapes import ink, ribbon
from assets.forge.paint.sky import Clouds, brushed, clouded, gradient, mist, stars
from assets.forge.places import clef_ground


@dataclass(frozen=True)
class Hour:
    """The colours of an hour; ranges and woods as (shade, lit, fog)."""

    sky: Floats
    clouds: Clouds
    glare: tuple[str, float]
    ranges: tuple[tuple[str, str, str], tuple[str, str, str]]
    woods: tuple[str, str, str]
    low: str
    """The mist on the heath."""
    heath: Floats | None = None
    """A ramp on which the dark heath is painted over; by night, without one, there are stars and torches."""

    @property
    def dark(self) -> bool:
        """Whether stars are out."""
        return self.heath is None


DUSK = Hour(
    sky=ramp(
        (0, "#0c1034"),
        (0.26, "#182154"),
        (0.5, "#35387a"),
        (0.68, "#6a4f92"),
        (0.83, "#b56c90"),
        (0.93, "#e99a88"),
        (1, "#ffd2a0"),
    ),
    clouds=Clouds(
        lit="#c9789a",
        dark="#20265a",
        edge="#ffc4a0",
        seed=33,
        floor=360,
        cover=(0.10, 0.55),
        amount=0.7,
        edge_amount=0.7,
    ),
    glare=("#ff8a70", 0.16),
    ranges=(("#4c4684", "#c98a9c", "#c08098"), ("#383a74", "#a87494", "#9a6c96")),
    woods=("#23285a", "#a06c90", "#4f4a80"),
    low="#c58a9c",
)
MORNING = Hour(
    sky=ramp(
        (0, "#4f7fb8"),
        (0.3, "#7fa8d0"),
        (0.55, "#b4c8d8"),
        (0.75, "#e6cfc0"),
        (0.9, "#f6cfa6"),
        (1, "#ffe4bc"),
    ),
    clouds=Clouds(
        lit="#ffe8d0",
        dark="#98a4c4",
        edge="#fff2d8",
        seed=35,
        floor=360,
        cover=(0.06, 0.5),
        amount=0.75,
        edge_amount=0.6,
    ),
    glare=("#ffb890", 0.13),
    ranges=(("#7488ae", "#ecc8ac", "#dccbbc"), ("#587094", "#ccb498", "#ccc2b6")),
    woods=("#34505c", "#c8ac84", "#94a29c"),
    low="#f0e0cc",
    heath=ramp((0, "#18242a"), (0.25, "#454a48"), (0.45, "#757059"), (0.68, "#b5a386"), (1, "#ecdfc8")),
)


def lay(view: View, camera: Camera, glow: tuple[float, float], fog: str) -> None:
    """Lay all that never moves, at dusk and over it by morning; `glow` is the sun, at the horizon."""
    for name, hour, when in (("far", DUSK, {}), ("far_dawn", MORNING, {"when": "dawn"})):
        view.add(name, _seen(view.frame, camera, glow, fog, hour), 0.0, quality=90, **when)


def _seen(frame: Frame, camera: Camera, glow: tuple[float, float], fog: str, hour: Hour) -> Floats:
    """Sky, ranges, a dark wood, the heath with its five roads."""
    picture = _ranges(frame, _sky(frame, glow, hour), hour)
    ground, mask = clef_ground.heath(frame, camera, fog, glow)
    heather = _heather(frame, over(picture, painted(ground, mask)), camera, fog)
    if hour.heath is not None:
        alpha = heather[..., 3]
        ground = _lighter(ground, hour.heath, 0.86)
        heather = painted(
            _lighter(heather[..., :3] / np.maximum(alpha, 1e-3)[..., None], hour.heath, 0.6), alpha
        )
    picture = over(over(picture, painted(ground, mask)), heather)
    skirt = profile(frame, 404, 6, 0.006, 13, [(30, 26, 150), (1190, 22, 200)], ridged=False)
    shade, lit, veil = hour.woods
    woods = wooded(
        frame,
        skirt,
        trees=210,
        height=30,
        colour=shade,
        lit=lit,
        fog=veil,
        fog_depth=60,
        sun=glow,
        seed=51,
    )
    sides = np.maximum(step(260, 120, frame.x), step(1000, 1120, frame.x)) * step(452, 424, frame.y)
    picture = over(picture, woods * sides[..., None])
    low = np.exp(-(((frame.y - 384) / 11) ** 2)) * 0.45
    picture = over(
        picture, painted(hour.low, np.clip(low + mist(frame, 398, 14, amount=0.4, seed=43), 0, 0.85))
    )
    return np.clip(over(picture, _steps(frame, camera, torches=hour.dark)), 0, 1)


def _sky(frame: Frame, glow: tuple[float, float], hour: Hour) -> Floats:
    """The sky; by night with the river of stars."""
    sky = gradient(frame, hour.sky, glow, 388, warmth=0.16, reach=330)
    band = np.exp(-((((frame.x - 250) * 0.55 + (frame.y - 40) * 1.0 - 260) / 95) ** 2)) * step(
        330, 160, frame.y
    )
    if hour.dark:
        milk = band * step(-0.3, 0.5, warped(frame.x * 0.006, frame.y * 0.006, 1.2, 5, 15))
        sky = mix(sky, "#9aa0e0", milk * 0.5)
    sky = brushed(frame, clouded(frame, sky, glow, hour.clouds))
    if hour.dark:
        sky = np.clip(sky + stars(frame, 620, 330, seed=12)[..., None] * rgb("#fff2e6"), 0, 1)
        sky = np.clip(sky + (stars(frame, 900, 340, seed=14) * band)[..., None] * rgb("#e8e6ff") * 0.8, 0, 1)
    colour, strength = hour.glare
    return np.clip(sky + pool(frame, *glow, 300, colour, strength, tall=0.4), 0, 1)


def _ranges(frame: Frame, picture: Floats, hour: Hour) -> Floats:
    """The picture with two ranges before it."""
    far = profile(
        frame,
        356,
        16,
        0.007,
        3,
        [(130, 70, 140), (300, 28, 90), (690, 30, 120), (960, 84, 180), (1230, 50, 120)],
    )
    near = profile(frame, 374, 12, 0.008, 7, [(10, 46, 150), (820, 22, 110), (1190, 64, 190)])
    for skyline, (shade, lit, fog), depth, light, seed in (
        (far, hour.ranges[0], 90, 0.35, 31),
        (near, hour.ranges[1], 70, 0.3, 32),
    ):
        mountains = mountain(
            frame, skyline, shade=shade, lit=lit, fog=fog, fog_depth=depth, towards=1, light=light, seed=seed
        )
        picture = over(picture, mountains)
    return picture


def _lighter(colour: Floats, table: Floats, amount: float) -> Floats:
    """The dark colours drawn towards those of the ramp that are as light among its own."""
    return mix(colour, along(colour.mean(2) / 0.72, table), amount)


def _heather(frame: Frame, ground: Floats, camera: Camera, fog: str) -> Floats:
    """Tufts of grass and heather all over the heath, smaller and paler with distance; none on the roads."""
    random = np.random.default_rng(41)
    spots = sorted(
        zip(1 / random.uniform(1 / 75, 1 / 5.2, 1500), random.uniform(-1.1, 1.1, 1500), strict=True),
        reverse=True,
    )
    light = blur(ground.mean(2), 3)

    def draw(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for z, side in spots:
            x, y, scale = camera.at((side * z * 0.75 + 1.2 * side, 0, z))
            column, row = int(x + frame.margin[0]), int(y + frame.margin[1])
            if not (0 <= column < frame.shape[1] and 0 <= row < frame.shape[0]) or light[
                row, column
            ] > 0.40 + 0.1 * (z > 30):
                continue
            tall = scale * random.uniform(0.10, 0.34)
            far = float(np.clip((z - 8) / 60, 0, 1))
            flower = random.random() < 0.3
            colour = mix(mix("#1c1c44", "#5e3a70", random.random() * 0.7 + 0.3 * flower), fog, far * 0.75)
            paint.setColor(ink(colour))
            for _ in range(5):
                lean = random.normal(0.15, 0.5) * tall
                base = x + random.normal(0, 0.05) * scale
                canvas.drawPath(
                    ribbon(
                        [(base, y), (base + lean * 0.4, y - tall * 0.6), (base + lean, y - tall)],
                        max(0.7, 0.03 * scale),
                        0.4,
                    ),
                    paint,
                )
            if flower:
                paint.setColor(ink(mix("#b06a9c", fog, far * 0.8)))
                for _ in range(4):
                    canvas.drawCircle(
                        x + random.normal(0, 0.1) * scale,
                        y - tall * random.uniform(0.6, 1.0),
                        max(0.5, 0.022 * scale),
                        paint,
                    )

    return frame.drawing(draw)


def _steps(frame: Frame, camera: Camera, *, torches: bool) -> Floats:
    """Far out on the ruled road, perhaps, torches in step; on the near one small wet footprints."""

    def draw(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for k in range(9 * torches):
            x, y, scale = camera.at((7.6 + k * 0.85, 1.6, 86 + k * 8))
            paint.setColor(ink("#ffd08a"))
            canvas.drawCircle(x, y, 0.16 * scale, paint)
            paint.setColor(ink("#33305c"))
            canvas.drawRect(
                skia.Rect.MakeXYWH(x - 0.05 * scale, y + 0.3 * scale, 0.3 * scale, 1.3 * scale), paint
            )
        paint.setColor(ink("#262452", 0.7))
        for k in range(11):
            x, y, scale = camera.at((4.4 - k * 0.36 + (-1) ** k * 0.11, 0, 5.4 + k * 0.36))
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - 0.05 * scale, y - 0.025 * scale, 0.1 * scale, 0.05 * scale), paint
            )

    return frame.drawing(draw)
