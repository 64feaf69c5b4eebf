"""hollow/field: inside the Hush, among forty-one furrows; colour is left only at the rim."""

from pathlib import Path

import numpy as np
import skia

from assets.forge.build.camera import Camera
from assets.forge.build.decal import decal
from assets.forge.build.light import sun
from assets.forge.build.stage import Air, Hand, Layer, Stage
from assets.forge.paint.brush import strokes
from assets.forge.paint.colour import Floats, mix, ramp, step
from assets.forge.paint.filters import rim
from assets.forge.paint.flora import grass
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.land import profile, wooded
from assets.forge.paint.layers import View
from assets.forge.paint.light import aura, pool
from assets.forge.paint.noise import fractal, warped
from assets.forge.paint.shapes import flowing, ink, line_paint, polygon
from assets.forge.paint.sky import Clouds, brushed, clouded, gradient, mist
from assets.forge.places import hollow_scarecrow
from assets.forge.places.hollow_fields import FURROWS, Plain
from assets.forge.places.hollow_words import MOODS

NAME = "hollow/field"
CAMERA = Camera(0.0, 1.75, 0.0, 900.0, 470.0, 404.0)
MIDDLE = (478.0, 372.0)
PALE = (470.0, 330.0)
SKY = ramp(
    (0, "#221f52"), (0.25, "#4a3274"), (0.5, "#9a5080"), (0.72, "#e0806e"), (0.9, "#f8b67e"), (1, "#ffe0a8")
)
CLOUDS = Clouds(lit="#ff9c80", dark="#3f2c68", edge="#ffe4b0", seed=52, floor=400, cover=(0.0, 0.45))
HANDS = {
    "wall": Hand(
        9000, 8, 2.0, strength=0.5, light=0.03, rim=(0.3, -1), rim_colour="#ffd0b0", rim_strength=0.4
    ),
    "scarecrow": Hand(
        9000, 11, 2.4, strength=0.55, light=0.03, rim=(0.2, -1), rim_colour="#fff2e4", rim_strength=0.5
    ),
}


def bake(folder: Path) -> int:
    """Paint the view into the folder; returns the bytes written."""
    return paint().bake(folder)


def paint(fine: int = 2) -> View:
    """The view in all its layers."""
    frame = Frame()
    view = View(NAME, frame, _words())
    loss = drained(frame)
    things = _render(frame, fine)
    far, living = _far(frame)
    view.add("far", _grey(far, loss), 0.0, quality=90)
    torn = 0.3 * warped(frame.x * 0.008, frame.y * 0.02, 1.0, 4, 21)
    bloom = step(1.0, 0.55, np.hypot((frame.x - 500) / 430, (frame.y - 560) / 190) + torn) * step(
        424, 462, frame.y
    )
    view.add("furrows_alive", painted(living, bloom * loss), 0.0, when="invited", quality=84)
    ruled = far[..., 0] * step(430, 470, frame.y) * loss * step(520, 40, np.abs(frame.x - MIDDLE[0]))
    crimson = np.clip(ruled - 0.42, 0, 1)[..., None] * np.array([1.5, 0.16, 0.14], np.float32)
    view.light("furrows_ruled", np.clip(crimson, 0, 1), 0.0, when="commanded", light="bell", quality=75)
    view.add("wall", _grey(things["wall"].rgba, loss), 0.12)
    figure = over(things["scarecrow"].rgba, _face(frame))
    view.add("scarecrow", over(_foot(frame), _grey(figure, loss)), 0.3)
    view.add("scarecrow_alive", figure, 0.3, when="invited")
    view.add("bell", _bell(things["bell"]), 0.3)
    x, y, scale = CAMERA.at(hollow_scarecrow.bell_at())
    view.light(
        "glint",
        pool(frame, x, y - 0.08 * scale, 44, "#ffa040", 0.3) + aura(_spark(frame, x, y, scale)) * 0.6,
        0.3,
        light="bell",
    )
    view.add("rim", _near(frame, loss), 0.9, sway={"amp": 2, "period": 5.4, "anchor": "bottom"})
    return view


def drained(frame: Frame) -> Floats:
    """How much of its colour every pixel has lost: all in the middle, none at the rim."""
    reach = np.where(frame.x < MIDDLE[0], 440, 640)
    away = np.hypot((frame.x - MIDDLE[0]) / reach, (frame.y - MIDDLE[1]) / 352)
    torn = 0.16 * warped(frame.x * 0.006, frame.y * 0.008, 1.2, 5, 8)
    return step(1.16, 0.72, away + torn)


def _grey(picture: Floats, loss: Floats) -> Floats:
    """The picture (RGB, or premultiplied RGBA) without the colour that is lost, the colour of dishwater."""
    colour = picture[..., :3]
    level = (colour @ np.array([0.30, 0.56, 0.14], np.float32))[..., None]
    cover = picture[..., 3:] if picture.shape[2] == 4 else np.ones_like(level)
    dull = (level * 0.86 + 0.08 * cover) * np.array([0.975, 0.99, 1.03], np.float32)
    result = colour * (1 - loss[..., None]) + dull * loss[..., None]
    return result if picture.shape[2] == 3 else np.dstack([result, picture[..., 3]])


def _render(frame: Frame, fine: int) -> dict[str, Layer]:
    lights = [
        sun((0.05, 0.55, 0.85), "#ffe0c8", 1.25, wrap=0.3, soft=4.0, bias=0.1),
        sun((-0.6, 0.5, -0.6), "#a8b0e0", 0.42, wrap=0.5, shadow=False),
    ]
    stage = Stage(CAMERA, frame, Air("#9a94b4", "#5a5060", "#d8b4ac", 14.0, 70.0), lights, fine)
    random = np.random.default_rng(12)
    hollow_scarecrow.wall(stage.mesh("wall"), random)
    hollow_scarecrow.scarecrow(stage.mesh("scarecrow"), random)
    hollow_scarecrow.bell(stage.mesh("bell"))
    return stage.render(["wall", "scarecrow", "bell"], HANDS)


def _far(frame: Frame) -> tuple[Floats, Floats]:
    """Sky, the village on the horizon and the ploughed field in full colour, and as it grew once."""
    sky = gradient(frame, SKY, PALE, 420, warmth=0.3, reach=320)
    sky = brushed(frame, clouded(frame, sky, PALE, CLOUDS))
    sky = mix(
        sky,
        "#fff4e4",
        np.exp(-((np.hypot((frame.x - PALE[0]) / 250, (frame.y - PALE[1]) / 130)) ** 2)) * 0.75,
    )
    hill = profile(frame, 394, 8, 0.006, 13, [(40, 58, 150), (980, 40, 200), (1260, 74, 160)], ridged=False)
    picture = over(
        sky,
        wooded(
            frame,
            hill,
            trees=170,
            height=18,
            colour="#5a3a6c",
            lit="#ffb48c",
            fog="#e0a098",
            fog_depth=40,
            sun=PALE,
            seed=51,
        ),
    )
    picture = over(picture, _village(frame))
    plain = Plain.seen(frame, CAMERA, 0.0)
    spacing = 0.78
    crest = 0.5 + 0.5 * np.cos(
        (plain.x - 0.39) / spacing * 2 * np.pi + 0.5 * fractal(plain.x * 0.4, plain.z * 0.35, 2, 3)
    )
    inside = step(0.6, -0.6, np.abs(plain.x) - FURROWS * spacing / 2)
    clods = fractal(plain.x * 3.2, plain.z * 1.6, 4, 4) + 0.5 * fractal(plain.x * 9, plain.z * 5, 2, 6)
    near = np.clip(1.3 - plain.z / 60, 0.12, 1)
    tone = np.clip(0.42 + (crest**1.6 - 0.45) * 0.62 * near * inside + 0.20 * clods * near, 0, 1)
    soil = mix("#3c2430", "#c98d6c", tone)
    lit = np.exp(-((np.hypot((frame.x - PALE[0]) / 420, (frame.y - 404) / 130)) ** 2))
    soil = mix(soil, "#ffe8d0", lit * (0.35 + 0.3 * tone))
    veil = step(474, 408, frame.y + 8 * warped(frame.x * 0.006, frame.y * 0.02, 1, 3, 47))
    soil = mix(soil, "#f6d0bc", veil * 0.85)
    soil = strokes(
        soil,
        1.35 * np.sign(frame.x - 470) * np.clip(np.abs(frame.x - 470) / 300, 0, 1) + 0.2,
        9000,
        10,
        1.8,
        strength=0.35,
        seed=7,
        where=step(420, 470, frame.y),
    )
    picture = over(picture, painted(soil, plain.mask))
    picture = over(picture, painted("#fbe0d0", mist(frame, 410, 16, amount=0.6, seed=43)))
    green = mix(soil, mix("#3f6a3c", "#c8b848", tone), 0.8)
    flowers = step(0.28, 0.5, fractal(plain.x * 2.4, plain.z * 1.3, 3, 77)) * crest
    green = mix(green, "#e04a50", flowers * near * 0.9)
    return np.clip(picture, 0, 1), np.clip(green, 0, 1)


def _village(frame: Frame) -> Floats:
    """The hollow behind us at the left, still warm: roofs, the tower, lit windows."""
    roofs = (
        (-20, 352, 34, 20),
        (18, 346, 28, 18),
        (52, 352, 34, 22),
        (120, 362, 30, 17),
        (150, 370, 24, 14),
        (176, 374, 20, 12),
    )

    def houses(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for x, y, w, h in roofs:
            canvas.drawPath(
                polygon([(x - w / 2 - 3, y), (x - w * 0.1, y - h), (x + w * 0.1, y - h), (x + w / 2 + 3, y)]),
                paint,
            )
            canvas.drawRect(skia.Rect.MakeXYWH(x - w / 2, y - 1, w, 34), paint)
        canvas.drawRect(skia.Rect.MakeXYWH(80, 284, 22, 90), paint)
        canvas.drawPath(polygon([(76, 286), (91, 248), (106, 286)]), paint)

    mask = frame.mask(houses)
    colour = mix("#6a4468", "#ffb898", np.clip(rim(mask, (1, -0.6), 2.0, 0.6), 0, 1))
    windows = frame.mask(
        lambda c, p: [
            c.drawRect(skia.Rect.MakeXYWH(x + d, y + 6 + e, 4, 5.5), p)
            for x, y, w, _ in roofs
            for d, e in ((-w * 0.3, 0), (w * 0.12, 2))
        ]
    )
    picture = over(painted(colour, mask), painted("#ffd890", windows))
    foot = step(400, 372, frame.y)
    return picture * foot[..., None]


def _face(frame: Frame) -> Floats:
    """Two odd buttons for eyes and a mouth sewn shut with five stitches."""
    a = np.radians(-hollow_scarecrow.LEAN)
    x, z = hollow_scarecrow.PLACE
    corner = np.array([x - 2.72 * np.sin(a) - 0.2, 2.74 * np.cos(a), z - 0.26])
    across = np.array([0.42 * np.cos(a + 0.12), 0.42 * np.sin(a + 0.12), 0])
    down = np.array([0.40 * np.sin(a + 0.12), -0.40 * np.cos(a + 0.12), 0])

    def drawn(canvas: skia.Canvas, paint: skia.Paint) -> None:
        thread = line_paint(paint, 3.4)
        canvas.drawCircle(32, 50, 8.5, paint)
        canvas.drawCircle(70, 48, 6.5, paint)
        canvas.drawPath(flowing([(30, 72), (50, 77), (74, 70)]), thread)
        for k in range(5):
            canvas.drawLine(34 + k * 9, 66 + (k % 2) * 2, 35 + k * 9, 82 - (k % 2) * 2, thread)

    return painted("#241c22", decal(frame, CAMERA, corner, across, down, (100, 100), drawn) * 0.9)


def _foot(frame: Frame) -> Floats:
    """The soft shadow at the foot of the pole."""
    x, y, scale = CAMERA.at((hollow_scarecrow.PLACE[0], 0, hollow_scarecrow.PLACE[1]))
    shadow = np.exp(-(((frame.x - x) / (0.9 * scale)) ** 2) - ((frame.y - y - 6) / (0.13 * scale)) ** 2) * 0.5
    return painted("#3c3c46", shadow * step(y - 30, y - 6, frame.y))


def _bell(layer: Layer) -> Floats:
    """The bell alone keeps its colour."""
    warm = layer.rgba[..., :3] * np.array([1.5, 1.2, 0.8], np.float32)
    return np.dstack([np.minimum(warm, layer.rgba[..., 3:]), layer.rgba[..., 3]])


def _spark(frame: Frame, x: float, y: float, scale: float) -> Floats:
    return frame.mask(lambda c, p: c.drawCircle(x + 0.03 * scale, y - 0.12 * scale, 1.2, p))


def _near(frame: Frame, loss: Floats) -> Floats:
    """At the lower corners grass and poppies, where the Hush has not come; the rope that somebody holds."""
    random = np.random.default_rng(8)
    bank = np.interp(
        frame.across, [-60, 60, 210, 360, 900, 1060, 1340], [600, 632, 700, 760, 760, 690, 610]
    ).astype(np.float32)

    def ground(x: float) -> float:
        return float(np.interp(x, frame.across, bank))

    blades = grass(
        np.sort(random.uniform(-60, 1340, 2000)), ground, random, height=(14, 66), lean=0.25, width=1.5
    )
    mask = np.maximum(frame.below(bank), frame.mask(lambda c, p: c.drawPath(blades, p)))
    colour = (
        mix("#4e6a3e", "#1c2430", step(600, 730, frame.y))
        * (1 + 0.25 * fractal(frame.x * 0.05, frame.y * 0.06, 3, 5))[..., None]
    )
    colour = mix(colour, "#ffd8a0", np.clip(rim(mask, (0.5, -1), 1.8, 0.5), 0, 1) * 0.6)
    picture = _grey(painted(np.clip(colour, 0, 1), mask), loss)

    def poppies(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for x in (*random.uniform(-30, 230, 22), *random.uniform(1020, 1310, 22)):
            y, up = ground(x), random.uniform(22, 74)
            stalk = line_paint(paint, 1.3)
            stalk.setColor(ink("#38502f"))
            canvas.drawPath(flowing([(x, y), (x + 3, y - up * 0.6), (x + 6, y - up)]), stalk)
            size = random.uniform(5, 9)
            head = [
                (-1.0, -0.1),
                (-0.95, -0.75),
                (-0.3, -0.55),
                (0.2, -0.85),
                (0.95, -0.6),
                (1.0, -0.05),
                (0.4, 0.5),
                (-0.4, 0.5),
            ]
            paint.setColor(ink("#b01c2c"))
            canvas.drawPath(
                flowing([(x + 6 + dx * size, y - up + dy * size) for dx, dy in head], closed=True), paint
            )
            paint.setColor(ink("#e8453c"))
            front = [(-0.85, -0.05), (-0.3, -0.3), (0.35, -0.2), (0.9, -0.3), (0.5, 0.42), (-0.35, 0.45)]
            canvas.drawPath(
                flowing([(x + 6 + dx * size, y - up + dy * size) for dx, dy in front], closed=True), paint
            )

    picture = over(picture, _grey(frame.drawing(poppies), loss))
    rope = [(470, 752), (520, 716), (700, 690), (900, 640), (1100, 566), (1330, 500)]

    def cord(canvas: skia.Canvas, paint: skia.Paint) -> None:
        canvas.drawPath(flowing(rope), line_paint(paint, 4.2))

    line = frame.mask(cord)
    twist = 0.5 + 0.5 * np.sin((frame.x * 0.9 + frame.y * 0.5) * 0.8)
    return over(picture, _grey(painted(mix("#7a5c3c", "#d8b888", twist), line), loss))


def _words() -> dict:
    x, y, scale = CAMERA.at(hollow_scarecrow.bell_at())
    dew = []
    for k, z in enumerate((4.9, 5.4, 6.0, 6.8, 7.7, 8.8, 10.2, 12.2, 15.0, 19.5, 26.0)):
        px, py, size = CAMERA.at((0.39 + 0.78 * (k % 3 - 1) + 0.9, 0.12, z))
        dew.append([round(px), round(py), max(3, round(0.055 * size))])
    return {
        "focal": [180, 60, 600, 600],
        "side": "right",
        "ground": 720,
        "life": [
            {
                "kind": "motes",
                "after": "wall",
                "area": [80, 120, 760, 480],
                "drift": [0, 0],
                "count": 46,
                "colour": "#8a8c94",
            },
            {
                "kind": "birds",
                "after": "far",
                "area": [-40, 40, 260, 90],
                "count": 4,
                "span": 6,
                "seconds": 90,
                "colour": "#3a2848",
            },
            {
                "kind": "fireflies",
                "after": "furrows_alive",
                "area": [260, 470, 520, 180],
                "count": 20,
                "when": "invited",
            },
            {
                "kind": "beads",
                "name": "lamps",
                "after": "scarecrow",
                "at": [*dew, [round(x), round(y - 0.08 * scale), 8]],
                "colour": "#c8d8ff",
            },
        ],
        "lights": {"bell": {"flicker": 0.1, "breath": 0.5, "period": 7.0}},
        "moods": MOODS,
    }
