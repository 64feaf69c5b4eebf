"""The square under the bell tower by day and at the lamplighters' hour: pump, steps, lamps."""

import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from assets.forge.build.burn import glowing, halo, lifted
from assets.forge.build.camera import Camera
from assets.forge.build.light import Light, bulb, sun
from assets.forge.build.stage import Air, Hand, Layer, Stage
from assets.forge.paint import sky as skies
from assets.forge.paint.colour import Floats, mix, ramp, rgb, step
from assets.forge.paint.flora import leaf_stamps
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.land import mountain, profile, wooded
from assets.forge.paint.layers import View
from assets.forge.paint.noise import fractal
from assets.forge.paint.shapes import polygon
from assets.forge.places import hollow_kiln_yard as yard
from assets.forge.places import hollow_square_ground as scene
from assets.forge.places.hollow_stuff import Lit
from assets.forge.places.hollow_words import MOODS

CAMERA = Camera(0, 1.7, 0, focal=850, centre=640, horizon=452)
SUN = (606.0, 372.0)
DAY = Air("#93a4c8", "#7c6a60", "#d8bfb0", 24.0, 95.0, strength=1.1)
DUSK = Air("#6a749c", "#54404c", "#c08488", 24.0, 95.0)
UNLIT = Lit(0.0, 0.0, 0.0)
EVENING = Lit(0.0, 0.3, 0.3)
ALL_LIT = Lit(1.0, 1.0, 0.7, "#ffbe6c")
MORNING = ramp(
    (0, "#5d86b8"), (0.25, "#86a8cc"), (0.5, "#bcc4cc"), (0.7, "#ecd0b4"), (0.88, "#ffdfae"), (1, "#fff0cc")
)
SUNSET = ramp(
    (0, "#22305e"), (0.2, "#464a86"), (0.42, "#8a6298"), (0.62, "#d0788a"), (0.82, "#f8a880"), (1, "#ffe0ac")
)
DIM = np.array([0.72, 0.66, 0.72, 1.0], np.float32)
GROUPS = ["square", "flags", "front"]
HANDS = {
    "square": Hand(36000, 10, 2.4, rim=(-1, -0.5), rim_colour="#ffb080", rim_strength=0.3, rim_width=1.3),
    "flags": Hand(1200, 6, 2.0),
    "front": Hand(9000, 13, 3.2, rim=(-0.8, -0.6), rim_colour="#d09080", rim_strength=0.4, rim_width=2.0),
}


def bake(out: Path) -> None:
    """Paint the view and write its layers and view.json into `out`."""
    painted_view(2).bake(out)


def painted_view(fine: int) -> View:
    """The whole view; `fine` = 1 paints it quickly for a look."""
    frame = Frame()
    day = _staged(frame, UNLIT, DAY, _sunlight(0.55, "#ffd6a4", 3.3), fine, brush=True)
    lamps = _lamps(ALL_LIT, 3.4)
    lit = _staged(frame, ALL_LIT, DAY, [*_sunlight(0.55, "#ffd6a4", 3.3), *lamps], fine)
    sunset = [*_sunlight(0.42, "#ff9468", 2.7), *_lamps(EVENING, 2.4)]
    dusk = _staged(frame, EVENING, DUSK, sunset, fine, brush=True)
    view = View("hollow/square", frame, _words(lit))
    view.add("sky", _sky(frame, MORNING, "#fff4e0", "#a8a4b8", 0.0), 0.04)
    view.add("square", _worn(frame, glowing(day["square"])), 0.42)
    light = lifted(day, lit, ["square"]) + halo(lit, ["square"], 0.8)
    view.light("lamplight", light, 0.42, light="lamps", when="invited|commanded")
    view.add("sky_night", _sky(frame, SUNSET, "#ffb090", "#54447a", 0.5), 0.04, when="night")
    view.add("square_night", _worn(frame, glowing(dusk["square"])), 0.42, when="night")
    sway = {"amp": 3, "period": 4.4, "anchor": "top"}
    view.add("flags", mix(dusk["flags"].rgba, day["flags"].rgba, 0.5), 0.55, sway=sway)
    leaves = _leaves(frame)
    view.add("front", over(day["front"].rgba, leaves), 0.95)
    view.add("front_night", over(dusk["front"].rgba, leaves * DIM), 0.95, when="night")
    return view


def _staged(
    frame: Frame, lit: Lit, air: Air, lights: list[Light], fine: int, *, brush: bool = False
) -> dict[str, Layer]:
    """The square with its lamps and windows lit so, rendered group by group."""
    stage = Stage(CAMERA, frame, air, lights, fine)
    mesh = stage.mesh("square")
    scene.square(mesh, lit)
    x, z, size = scene.TOWER
    with mesh.at(x, 0, z, ry=9, size=size):
        yard.tower(mesh, lit)
    scene.flags(stage.mesh("flags"))
    scene.front(stage.mesh("front"), lit)
    return stage.render(GROUPS, HANDS, brush=brush)


def _sunlight(height: float, colour: str, strength: float) -> list[Light]:
    """The sun from the left, cold sky in front."""
    return [
        sun((-0.80, height, 0.16), colour, strength, wrap=0.06, soft=3.0, bias=0.25),
        sun((0.3, 0.5, -0.8), "#7488c8", 0.30, wrap=0.5, shadow=False),
    ]


def _lamps(lit: Lit, strength: float) -> list[Light]:
    """The light of those lamps that burn."""
    burning = [
        place
        for number, place in enumerate(scene.LAMPS)
        if 0.1 + 0.09 * number < lit.lamps and number != scene.NINTH
    ]
    if lit.lamps >= 1:
        burning.append(scene.LAMPS[scene.NINTH])
    return [bulb((x, 3.0, z - 0.2), "#ffa048", strength, 1.6, wrap=0.3) for x, z in burning]


def _sky(frame: Frame, table: Floats, lit: str, dark: str, starry: float) -> Floats:
    """Sky, far ranges, woods and the last of the fields, down the street."""
    sky = skies.gradient(frame, table, SUN, 440, warmth=0.2, reach=280)
    look = skies.Clouds(lit, dark, "#ffe8bc", seed=31, cover=(0.0, 0.45), amount=0.75, floor=430)
    sky = skies.brushed(frame, skies.clouded(frame, sky, SUN, look), seed=9)
    sky = np.clip(sky + skies.stars(frame, 30, 130, bright=starry)[..., None], 0, 1)
    skyline = profile(frame, 420, 14, 0.007, 5, [(700, 44, 150), (470, 26, 120)])
    colours = {"shade": "#7a6090", "lit": "#f0a090", "fog": "#e8a08c"}
    sky = over(sky, mountain(frame, skyline, **colours, fog_depth=60, towards=-1, light=0.5, seed=8))
    wood = profile(frame, 446, 6, 0.01, 6, [(760, 14, 120)])
    sky = over(
        sky,
        wooded(
            frame,
            wood,
            trees=120,
            height=22,
            colour="#5c4668",
            lit="#f0a080",
            fog="#d88c88",
            fog_depth=40,
            sun=SUN,
            seed=12,
        ),
    )
    return over(sky, painted("#f0a890", skies.mist(frame, 452, 22, amount=0.5, seed=14)))


def _worn(frame: Frame, square: Floats) -> Floats:
    """The square with its cracked tower, the way worn over its stones, and evening along the lower edge."""
    alpha = square[..., 3:]
    x, z, size = scene.TOWER
    tx, ty, k = CAMERA.at((x + 0.2, 8.2 * size, z - 2.3 * size))
    k *= size
    run = [(0.2, 0), (-0.1, 1.2), (0.35, 2.2), (-0.05, 3.3), (0.5, 4.6), (0.2, 5.8), (0.36, 5.0), (0.62, 4.6)]
    run += [(0.07, 3.35), (0.48, 2.25), (0.05, 1.25), (0.34, 0)]
    crack = frame.mask(lambda c, p: c.drawPath(polygon([(tx + a * k, ty + b * k) for a, b in run]), p))
    bx, by, bk = CAMERA.at((x, 9.0 * size, z - 0.9 * size))
    bk *= size
    zig = [(0.34, 0), (0.22, -0.5), (0.34, -0.95), (0.24, -1.7), (0.42, -0.98), (0.31, -0.5), (0.48, 0)]
    bell = frame.mask(lambda c, p: c.drawPath(polygon([(bx + a * bk, by + b * bk) for a, b in zig]), p))
    marked = over(square, painted("#2a2038", crack * 0.8) * alpha)
    marked = over(marked, painted("#f0b898", bell * 0.8) * alpha)
    low = step(610, 770, frame.y + 30 * fractal(frame.x * 0.006, frame.y * 0.01, 3, 78)) * 0.5
    colour = mix(marked[..., :3], rgb("#100c20") * alpha, low)
    return np.dstack([colour, alpha]).astype(np.float32)


def _leaves(frame: Frame) -> Floats:
    """The Guards' tree: leaves over the upper left corner, lit from the left."""
    random = np.random.default_rng(15)
    clumps = (
        (0, 10, 130, 60, 150),
        (150, -10, 150, 40, 150),
        (-24, 110, 60, 80, 70),
        (310, -20, 120, 34, 90),
    )
    clumps += ((235, 62, 70, 22, 60), (300, 44, 60, 22, 60), (285, 118, 44, 18, 30), (190, 96, 40, 20, 26))
    tips = []
    for x, y, w, h, count in clumps:
        spread = zip(random.normal(0, w * 0.45, count), random.normal(0, h * 0.5, count), strict=True)
        tips += [(float(x + dx), float(y + dy)) for dx, dy in spread]
    colours = ("#2a1e2c", "#a65a3a")
    return frame.drawing(leaf_stamps(tips, colours, (-0.8, -0.5), random))


def _words(lit: dict[str, Layer]) -> dict[str, Any]:
    """What view.json says besides the layers; the windows are read from the lit picture."""
    lamps = [CAMERA.at((x, 3.1 - 0.02 * max(z - 30, 0) ** 1.3, z)) for x, z in scene.LAMPS]
    order = [scene.NINTH, *(k for k in range(len(lamps)) if k != scene.NINTH)]
    beads = [[round(lamps[k][0]), round(lamps[k][1]), round(max(3.0, 0.2 * lamps[k][2]), 1)] for k in order]
    bx, by, _ = CAMERA.at((scene.PUMP[0] + 1.7, 0.43, scene.PUMP[1] - 1.4))
    fx, fy = SUN
    smoke = {
        "kind": "smoke",
        "after": "sky",
        "size": [3, 18],
        "rate": 1.6,
        "colour": "#d8a8a8",
        "alpha": 0.16,
    }
    return {
        "focal": [270, 60, 500, 520],
        "side": "right",
        "ground": 716,
        "life": [
            {"kind": "birds", "after": "sky", "area": [330, 60, 460, 150], "count": 6, "colour": "#4a3450"},
            smoke
            | {"at": [round(fx) + 120, round(fy) + 40], "drift": [6, -12], "when": "found|invited|hush1"},
            {"kind": "mist", "after": "sky", "area": [-40, 420, 1360, 50], "colour": "#f0b8a0", "alpha": 0.2},
            {
                "kind": "ripple",
                "after": "square",
                "at": [round(bx), round(by)],
                "reach": 12,
                "seconds": 5,
                "count": 1,
                "colour": "#98a0c8",
            },
            {"kind": "leaves", "after": "flags", "area": [0, 60, 760, 600], "count": 9, "colour": "#b86848"},
            {
                "kind": "fireflies",
                "after": "flags",
                "area": [240, 420, 560, 220],
                "count": 10,
                "when": "invited",
            },
            {"kind": "beads", "name": "lamps", "after": "flags", "at": beads + _windows(lit)},
        ],
        "lights": {"lamps": {"flicker": 0.04, "breath": 0.1, "period": 4.2}},
        "moods": MOODS | {"night": {}},
    }


def _windows(lit: dict[str, Layer]) -> list[list[float]]:
    """The middle and size of the lit windows, the nearest first."""
    bright = (cv2.dilate(lit["square"].glow, np.ones((7, 7))) > 0.3).astype(np.uint8)
    count, _, stats, centres = cv2.connectedComponentsWithStats(bright)
    frame = Frame()
    large = [i for i in range(1, count) if 150 < stats[i][cv2.CC_STAT_AREA] < 9000]
    large.sort(key=lambda i: -stats[i][cv2.CC_STAT_AREA])
    return [
        [
            round(centres[i][0] - frame.margin[0]),
            round(centres[i][1] - frame.margin[1]),
            round(math.sqrt(stats[i][cv2.CC_STAT_AREA]) * 0.35, 1),
        ]
        for i in large[:16]
    ]
