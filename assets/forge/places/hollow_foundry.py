"""The casting pit behind the tower: nettles, cold furnace, late light through a roof that is mostly gone."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import skia

from assets.forge.build.burn import glowing, halo, lifted
from assets.forge.build.camera import Camera
from assets.forge.build.light import Light, bulb, sun
from assets.forge.build.material import Material
from assets.forge.build.stage import Air, Hand, Layer, Stage
from assets.forge.paint import sky as skies
from assets.forge.paint.colour import Floats, mix, ramp, rgb, step
from assets.forge.paint.filters import blur
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.land import profile, wooded
from assets.forge.paint.layers import View
from assets.forge.paint.noise import fractal
from assets.forge.paint.shapes import flowing, ink, line_paint, polygon
from assets.forge.places import hollow_foundry_shed as scene
from assets.forge.places import hollow_kiln_yard as yard
from assets.forge.places import hollow_stuff as stuff
from assets.forge.places.hollow_words import MOODS

CAMERA = Camera(0, 1.75, 0, focal=850, centre=640, horizon=404)
SUN = (250.0, 150.0)
LATE = Air("#4c5c84", "#3a3640", "#b08c84", 16.0, 70.0)
GROUPS = ["shed", "front"]
HANDS = {
    "shed": Hand(36000, 11, 2.5, rim=(-1, -0.7), rim_colour="#ffd09a", rim_strength=0.4, rim_width=1.4),
    "front": Hand(8000, 13, 3.2, rim=(-0.9, -0.5), rim_colour="#e0a880", rim_strength=0.45, rim_width=2.0),
}
COLD = Material("plain", "#77808e")
LIT = Material("glow", "#ffc070", glow=2.0)
STEMS = ((-4.3, 8.3), (-3.9, 7.9), (-4.6, 9.2), (0.1, 7.9), (0.5, 8.5), (0.3, 9.2), (-3.5, 7.5), (0.9, 7.6))
BEHIND = ((-4.0, 11.0), (-3.2, 11.7), (-2.3, 11.9), (-1.3, 11.9), (-0.4, 11.5), (0.3, 10.8), (-4.4, 9.8))


def bake(out: Path) -> None:
    """Paint the view and write its layers and view.json into `out`."""
    painted_view(2).bake(out)


def painted_view(fine: int) -> View:
    """The whole view; `fine` = 1 paints it quickly for a look."""
    frame = Frame()
    found = _staged(frame, COLD, LATE, _late(), fine, brush=True)
    lamplit = _staged(frame, LIT, LATE, [*_late(), *_lamplight()], fine)
    view = View("hollow/foundry", frame, _words())
    view.add("outside", _outside(frame), 0.04)
    shed = over(glowing(found["shed"]), _nettles(frame, BEHIND, 0.9, 21))
    view.add("shed", _dusty(frame, _leaned(frame, shed)), 0.42)
    light = lifted(found, lamplit, ["shed"]) + halo(lamplit, ["shed"], 1.0)
    view.light("lamplight", light, 0.42, light="lamps", when="invited|commanded")
    view.light("shafts", _shafts(frame), 0.5, light="sun")
    sway = {"amp": 3, "period": 4.6, "anchor": "bottom"}
    view.add("nettles", _nettles(frame, STEMS, 0.95, 33), 0.6, sway=sway)
    view.add("front", found["front"].rgba, 0.95)
    return view


def _staged(
    frame: Frame,
    lamp: Material,
    air: Air,
    lights: list[Light],
    fine: int,
    *,
    brush: bool = False,
) -> dict[str, Layer]:
    """The foundry with its lamp lit or not, rendered group by group."""
    stage = Stage(CAMERA, frame, air, lights, fine)
    scene.shed(stage.mesh("shed"), lamp)
    with stage.mesh("shed").at(-10.6, 0, 25.0, ry=18, size=1.2):
        yard.tower(stage.mesh("shed"), stuff.Lit(0, 0, 0))
    scene.front(stage.mesh("front"))
    return stage.render(GROUPS, HANDS, brush=brush)


def _late() -> list[Light]:
    """The late sun from behind and the left, through the holes; the sky's cold light from the open front."""
    return [
        sun((-0.46, 0.60, 0.52), "#ffb470", 5.4, wrap=0.04, soft=2.4, bias=0.12),
        sun((0.3, 0.5, -0.8), "#6c80b8", 0.34, wrap=0.5, shadow=False),
    ]


def _lamplight() -> list[Light]:
    """The lamp on its post, and what the bells throw back of it."""
    return [
        bulb((1.1, 1.9, 10.9), "#ffb058", 5.0, 1.5, wrap=0.25),
        bulb((-1.2, 2.5, 12.4), "#ffa850", 2.4, 1.2, wrap=0.3),
    ]


def _outside(frame: Frame) -> Floats:
    """Late sky, a wood, the foot of the tower."""
    table = ramp((0, "#3c4c80"), (0.3, "#7a6c9c"), (0.55, "#d89090"), (0.8, "#ffc490"), (1, "#ffe8bc"))
    sky = skies.gradient(frame, table, SUN, 400, warmth=0.25, reach=330)
    look = skies.Clouds("#ffc09a", "#6c5a8c", "#fff0cc", seed=37, cover=(0.0, 0.45), amount=0.7, floor=400)
    sky = skies.brushed(frame, skies.clouded(frame, sky, SUN, look), seed=17)
    wood = profile(frame, 362, 12, 0.008, 6, [(470, 26, 120), (180, 18, 140)])
    colours = {"colour": "#4c4c5c", "lit": "#ffb888", "fog": "#dca08c"}
    trees = wooded(frame, wood, trees=110, height=46, **colours, fog_depth=70, sun=SUN, seed=12)
    sky = over(sky, trees)
    return over(sky, painted("#f0b898", skies.mist(frame, 396, 26, amount=0.5, seed=14)))


def _leaned(frame: Frame, shed: Floats) -> Floats:
    """The shed with evening along its lower edge and in the depth of the pit."""
    alpha = shed[..., 3:]
    low = step(610, 770, frame.y + 30 * fractal(frame.x * 0.006, frame.y * 0.01, 3, 78)) * 0.5
    return np.dstack([mix(shed[..., :3], rgb("#0c0c1c") * alpha, low), alpha])


def _dusty(frame: Frame, shed: Floats) -> Floats:
    """Dust standing in the light over the pit."""
    veil = np.exp(-((frame.distance(450, 400, tall=1.2) / 300) ** 2)) * 0.16
    veil = veil * (0.7 + 0.5 * fractal(frame.x * 0.008, frame.y * 0.008, 4, 5))
    return over(shed, painted("#f0b88c", np.clip(veil, 0, 1) * shed[..., 3]))


def _shafts(frame: Frame) -> Floats:
    """Shafts of light from the holes in the roof (RGB, to be added)."""
    light = np.zeros(frame.shape, np.float32)
    for x, w, length, power in (
        (120, 26, 560, 0.5),
        (196, 15, 500, 0.7),
        (262, 40, 520, 1.0),
        (338, 18, 470, 0.8),
        (410, 34, 430, 0.9),
        (505, 20, 400, 0.5),
        (600, 30, 380, 0.4),
    ):
        dx, dy = length * 0.42, length

        def shaft(
            canvas: skia.Canvas, paint: skia.Paint, x: float = x, w: float = w, d: tuple = (dx, dy)
        ) -> None:
            canvas.drawPath(
                polygon(
                    [
                        (x - 30, 20),
                        (x - 30 + w, 20),
                        (x + d[0] + w * 1.8, 60 + d[1]),
                        (x + d[0] - w * 0.4, 60 + d[1]),
                    ]
                ),
                paint,
            )

        along = step(20, 130, frame.y) * step(80 + length, 60 + length * 0.45, frame.y)
        light += blur(frame.mask(shaft), 7) * along * power
    stir = 0.72 + 0.5 * fractal(frame.x * 0.007 - frame.y * 0.004, frame.y * 0.005, 4, 61)
    light = blur(light * np.clip(stir, 0, 1.4), 2.5) * 0.36
    return (light[..., None] * rgb("#ffc890")).astype(np.float32)


def _nettles(frame: Frame, places: tuple[tuple[float, float], ...], tall: float, seed: int) -> Floats:
    """Nettles standing round the kerb, dark at the foot, gold where the light comes through."""
    random = np.random.default_rng(seed)
    stems = []
    for x, z in places:
        for _ in range(11):
            sx, sy, k = CAMERA.at((x + random.normal(0, 0.34), 0, z + random.normal(0, 0.22)))
            stems.append((sy, sx, k * tall * random.uniform(0.35, 1.0), random.normal(0, 0.16)))
    stems.sort()

    def draw(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for y, x, h, lean in stems:
            _nettle(canvas, paint, x, y, h, lean, random)

    return frame.drawing(draw)


def _nettle(
    canvas: skia.Canvas,
    paint: skia.Paint,
    x: float,
    y: float,
    h: float,
    lean: float,
    random: np.random.Generator,
) -> None:
    """One stalk with its pairs of toothed leaves."""
    shade = random.uniform(0, 0.35)
    stalk = line_paint(paint, max(1.2, h * 0.018))
    stalk.setColor(ink(mix("#3c4a34", "#6a7a44", shade)))
    top = (x + lean * h, y - h)
    canvas.drawPath(flowing([(x, y), (x + lean * h * 0.3, y - h * 0.5), top]), stalk)
    pairs = max(4, int(h / 15))
    for i in range(pairs):
        t = (i + 1.2) / (pairs + 0.5)
        px, py = x + lean * h * t * t, y - h * t
        size = (6 + h * 0.1) * (1.1 - 0.7 * t) * random.uniform(0.8, 1.15)
        for side in (-1, 1):
            droop = 0.55 + 0.25 * math.sin(i * 2.3 + x)
            tip = (px + side * size * 1.15, py + size * droop)
            left = (px + side * size * 0.5, py - size * 0.12)
            right = (px + side * size * 0.42, py + size * 0.5)
            bright = np.clip(0.15 + 0.5 * t + (0.32 if side < 0 else 0) + random.normal(0, 0.08), 0, 1)
            paint.setColor(ink(mix(mix("#18241f", "#3c5034", shade), "#d8b860", float(bright) ** 1.8 * 0.8)))
            canvas.drawPath(flowing([(px, py), left, tip, right], closed=True), paint)


def _words() -> dict[str, Any]:
    """What view.json says besides the layers."""
    y, z = scene.BELL_BEAM
    beads = []
    for x, h in scene.BELLS:
        bx, by, k = CAMERA.at((x, y - 0.12 - h * 0.6, z))
        beads.append([round(bx), round(by), round(0.3 * h * k, 1)])
    lx, ly, lk = CAMERA.at((1.1, 1.8, 11.2))
    beads.append([round(lx), round(ly), round(0.14 * lk, 1)])
    return {
        "focal": [250, 120, 500, 480],
        "side": "right",
        "ground": 716,
        "life": [
            {
                "kind": "birds",
                "after": "outside",
                "area": [120, 150, 500, 120],
                "count": 3,
                "colour": "#4a4058",
            },
            {
                "kind": "motes",
                "after": "shafts",
                "area": [140, 120, 560, 420],
                "count": 60,
                "colour": "#ffe0a8",
            },
            {
                "kind": "leaves",
                "after": "nettles",
                "area": [100, 80, 600, 520],
                "count": 4,
                "colour": "#b08848",
            },
            {
                "kind": "fireflies",
                "after": "nettles",
                "area": [220, 380, 520, 200],
                "count": 9,
                "when": "invited",
            },
            {"kind": "beads", "name": "lamps", "after": "shed", "at": beads, "colour": "#ffc878"},
        ],
        "lights": {
            "sun": {"breath": 0.16, "period": 7.0},
            "lamps": {"flicker": 0.05, "breath": 0.08, "period": 3.4},
        },
        "moods": MOODS,
    }
