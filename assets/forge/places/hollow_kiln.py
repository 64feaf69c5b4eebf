"""The kiln yard at dusk: the great kiln cold, roaring at a command, or glowing because it was asked."""

import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from assets.forge.build.burn import glowing, halo, lifted
from assets.forge.build.camera import Camera
from assets.forge.build.decal import chalky, decal
from assets.forge.build.light import Light, bulb, sun
from assets.forge.build.stage import Air, Hand, Layer, Stage
from assets.forge.paint import sky as skies
from assets.forge.paint.brush import strokes
from assets.forge.paint.colour import Floats, mix, ramp, rgb, step
from assets.forge.paint.filters import smear
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.land import furrows, mountain, profile
from assets.forge.paint.layers import View
from assets.forge.paint.light import pool
from assets.forge.paint.noise import fractal
from assets.forge.places import hollow_kiln_marks as marks
from assets.forge.places import hollow_kiln_yard as scene
from assets.forge.places.hollow_stuff import Lit
from assets.forge.places.hollow_words import MOODS

CAMERA = Camera(0, 2.5, 0, focal=1000, centre=640, horizon=392)
SUN = (664.0, 268.0)
DUSK = Air("#53629a", "#433048", "#94637f", 30.0, 150.0)
EMBERS = Air("#66699a", "#5a3a3c", "#94637f", 30.0, 150.0)
NOON = Air("#fff0d8", "#e0b088", "#c88a7c", 30.0, 150.0, strength=1.5)
FOUND = Lit(0.0, 0.06, 0.3)
INVITED = Lit(0.9, 1.0, 0.85, "#ffb054")
COMMANDED = Lit(1.5, 1.0, 1.0, "#ffd890")
GROUPS = ["hill", "yard", "washing", "front"]
HANDS = {
    "hill": Hand(20000, 6, 1.8, rim=(1, -0.35), rim_colour="#ffb48c", rim_strength=0.5),
    "yard": Hand(40000, 10, 2.4, rim=(1, -0.5), rim_colour="#ff9a70", rim_strength=0.28, rim_width=1.3),
    "washing": Hand(2500, 9, 2.6, rim=(1, -0.3), rim_colour="#ffc0a0", rim_strength=0.5),
    "front": Hand(14000, 13, 3.4, rim=(0.8, -0.6), rim_colour="#c98a8c", rim_strength=0.5, rim_width=2.2),
}


def bake(out: Path) -> None:
    """Paint the view and write its layers and view.json into `out`."""
    painted_view(2).bake(out)


def painted_view(fine: int) -> View:
    """The whole view; `fine` = 1 paints it quickly for a look."""
    frame = Frame()
    cold = _staged(frame, FOUND, DUSK, _dusk_lights(), fine, brush=True)
    asked = _staged(frame, INVITED, EMBERS, [*_dusk_lights(), *_fire_lights(16.0, 2.6)], fine)
    told = _staged(frame, COMMANDED, NOON, _fire_lights(30.0, 5.0), fine)
    view = View("hollow/kiln", frame, _words(told))
    backdrop = _sky(frame)
    view.add("sky", backdrop, 0.04)
    far = _far(frame, cold["hill"])
    view.add("far", far, 0.42)
    yard = _yard(frame, glowing(cold["yard"]))
    seen = over(over(backdrop, far), yard)
    wet = _puddle(frame)
    yard = over(yard, painted(_mirrored(frame, seen) * 0.92, wet * 0.8))
    view.add("yard", yard, 0.5)
    for name, lit, warm in (("invited", asked, 1.0), ("commanded", told, 0.55)):
        light = lifted(cold, lit, ["hill", "yard"]) + halo(lit, ["hill", "yard"], warm)
        x, y, _ = CAMERA.at(scene.MOUTH + np.array([0, 1.0, 0]))
        light = light + pool(frame, x, y, 290, "#c8481c", 0.16 * warm)
        light = light + _mirrored(frame, light) * (wet * 0.42)[..., None]
        view.light(f"{name}_light", light, 0.5, light="kiln", when=name)
    sway = {"amp": 3, "period": 5.2, "anchor": "top"}
    view.add("washing", cold["washing"].rgba, 0.5, sway=sway)
    both = (lifted(cold, asked, ["washing"]) + lifted(cold, told, ["washing"])) / 2
    view.light("washing_light", both, 0.5, sway=sway, when="commanded|invited")
    nearest = over(glowing(cold["front"]), marks.cat(frame))
    view.add("front", nearest, 0.9)
    for name, lit, warm in (("invited", asked, 0.8), ("commanded", told, 0.4)):
        light = lifted(cold, lit, ["front"]) + halo(lit, ["front"], warm)
        view.light(f"{name}_front", light, 0.9, light="lamps", when=name)
    return view


def _staged(
    frame: Frame, lit: Lit, air: Air, lights: list[Light], fine: int, *, brush: bool = False
) -> dict[str, Layer]:
    """The yard with its lamps and windows lit so, rendered group by group."""
    stage = Stage(CAMERA, frame, air, lights, fine)
    scene.hill(stage.mesh("hill"), lit)
    scene.yard(stage.mesh("yard"), lit)
    scene.washing(stage.mesh("washing"))
    scene.front(stage.mesh("front"), lit)
    return stage.render(GROUPS, HANDS, brush=brush)


def _dusk_lights() -> list[Light]:
    """The last sun from the right, the cold sky in front, the lantern by the mouth, a few lamps."""
    porch = scene.KILN + np.array([0.2, 2.1, -6.3])
    return [
        sun((0.86, 0.40, -0.06), "#ff8f68", 3.1, wrap=0.04, soft=3.0, bias=0.25),
        sun((-0.35, 0.5, -0.8), "#6f86cc", 0.26, wrap=0.5, shadow=False),
        bulb(tuple(porch), "#ff9a40", 1.15, 1.0, wrap=0.3),
        bulb((2.7, 1.2, 14.5), "#ff9a40", 1.6, 0.8, wrap=0.3),
        bulb((8.0, 1.9, 12.2), "#ff9a40", 2.4, 1.2, wrap=0.3),
    ]


def _fire_lights(strength: float, lamps: float) -> list[Light]:
    """The kiln's mouth, aimed across the yard, and the lamps on the trestles."""
    mouth = scene.MOUTH + scene.FACING * 0.35 + np.array([0, 1.1, 0])
    aim = scene.MOUTH + scene.FACING * 4 + np.array([0, 0.7, 0])
    fire = bulb(
        tuple(mouth), "#ff8430", strength, 3.2, wrap=0.2, aim=tuple(aim), cone=165.0, soft=5.0, bias=0.16
    )
    rows = [
        bulb((x, 1.3, z), "#ffa850", lamps, 1.1, wrap=0.3) for x, z in ((0.8, 14.4), (2.6, 14.4), (3.6, 17.0))
    ]
    return [fire, *rows, bulb((-7.2, 2.0, 15.5), "#ff8a38", lamps * 0.8, 1.8, wrap=0.3)]


def _sky(frame: Frame) -> Floats:
    table = ramp(
        (0, "#182146"),
        (0.18, "#363c76"),
        (0.4, "#75538b"),
        (0.6, "#c06a84"),
        (0.8, "#f0947c"),
        (1, "#ffd6a4"),
    )
    sky = skies.gradient(frame, table, SUN, 352, warmth=0.26, reach=250)
    look = skies.Clouds("#ffa184", "#453a6c", "#ffe2b0", seed=23, cover=(0.0, 0.45), amount=0.8)
    sky = skies.brushed(frame, skies.clouded(frame, sky, SUN, look))
    return np.clip(sky + skies.stars(frame, 60, 190, bright=0.7)[..., None], 0, 1)


def _far(frame: Frame, hill: Layer) -> Floats:
    """Ridge, the field with its scarecrow, the village, the cracked tower, a lost kite, mist."""
    peaks = [(70, 62, 190), (236, 34, 90), (1180, 90, 240), (560, 50, 150)]
    skyline = profile(frame, 372, 18, 0.006, 3, peaks)
    colours = {"shade": "#56477c", "lit": "#e88f86", "fog": "#c9788a"}
    picture = mountain(frame, skyline, **colours, fog_depth=130, towards=1, light=0.5, seed=31)
    picture = over(picture, painted("#d88a8a", skies.mist(frame, 390, 30, amount=0.5, seed=41)))
    picture = over(picture, _field(frame))
    picture = over(picture, glowing(hill))
    picture = over(picture, marks.cracks(frame, CAMERA) * hill.rgba[..., 3:])
    picture = over(picture, frame.drawing(marks.kite))
    return over(picture, painted("#b8748a", skies.mist(frame, 412, 26, amount=0.4, seed=42)))


def _field(frame: Frame) -> Floats:
    """Harrow's field: brown furrows, and the Hush a grey edge coming over them from the left."""
    skyline = profile(frame, 384, 4, 0.005, 9, [(-30, 26, 180)], ridged=False)
    mask = frame.below(skyline) * step(330, 290, frame.x)
    rows = furrows(frame, (300, 330), 5, 300, waver=0.08) * step(378, 400, frame.y)
    edge = step(165, 60, frame.x + 22 * fractal(frame.x * 0.02, frame.y * 0.05, 4, 6))
    colour = mix(mix("#5c4650", "#b07a64", rows), mix("#6a6878", "#858292", rows), edge)
    colour = mix(colour, "#c08488", 0.35 * step(420, 372, frame.y))
    colour = strokes(colour, 0.25, 3000, 11, 2.2, light=0.03, seed=12, where=mask)
    return over(painted(colour, mask), frame.drawing(marks.scarecrow))


def _yard(frame: Frame, yard: Floats) -> Floats:
    """The yard with soot on the kiln's head and a child's chalk on wall and ground."""
    kx, _, _ = CAMERA.at(scene.KILN)
    body = np.exp(-(((frame.x - kx) / 205) ** 8)) * step(
        290, 20, frame.y + 26 * fractal(frame.x * 0.015, frame.y * 0.009, 4, 61)
    )
    yard = np.dstack(
        [yard[..., :3] * (1 - 0.5 * body[..., None] * np.array([0.75, 0.66, 0.45])), yard[..., 3]]
    )
    x, z, turn = scene.SHOP
    a = math.radians(turn)
    along, out = np.array([math.sin(a), 0, math.cos(a)]), np.array([-math.cos(a), 0, math.sin(a)])
    far_end = np.array([x, 0, z]) + out * 3.27 + along * 5.3
    wall = decal(
        frame,
        CAMERA,
        far_end - along * 4.6 + [0, 2.15, 0],
        along * -2.3,
        (0, -1.4, 0),
        (160, 100),
        marks.staff,
    )
    ground = decal(
        frame, CAMERA, (0.1, 0.02, 12.6), (3.6, 0, 0.5), (0.2, 0, -2.2), (200, 100), marks.hopscotch
    )
    yard = _deepened(frame, yard)
    yard = over(yard, painted("#e8d4d0", chalky(frame, wall, 3) * 0.8))
    return over(yard, painted("#c9b4c0", chalky(frame, ground, 9) * 0.34)).astype(np.float32)


def _deepened(frame: Frame, yard: Floats) -> Floats:
    """The cold mouth sunk in shadow, and evening gathering along the lower edge."""
    x, y, k = CAMERA.at(scene.MOUTH + np.array([0, 1.0, 0.5]))
    mouth = np.exp(-((np.hypot((frame.x - x) / (0.95 * k), (frame.y - y) / (1.25 * k))) ** 4)) * 0.6
    low = step(600, 760, frame.y + 30 * fractal(frame.x * 0.006, frame.y * 0.01, 3, 77)) * 0.5
    alpha = yard[..., 3:]
    deep = mix(yard[..., :3], rgb("#0c0a1e") * alpha, np.maximum(mouth, low))
    return np.dstack([deep, alpha])


def _puddle(frame: Frame) -> Floats:
    """The mask of the wet places between the cobbles."""
    x = frame.x + 30 * fractal(frame.x * 0.012, frame.y * 0.05, 3, 90)
    edge = 1 - np.hypot((x - 440) / 125, (frame.y - 612) / 13)
    small = 1 - np.hypot((x - 560) / 66, (frame.y - 636) / 8)
    ragged = 0.7 * fractal(frame.x * 0.02, frame.y * 0.08, 4, 91)
    return np.maximum(step(0, 0.12, edge + ragged), step(0, 0.12, small + ragged)) * step(
        1.6, 0.2, np.abs(x - 470) / 150
    )


def _mirrored(frame: Frame, picture: Floats) -> Floats:
    """The picture upside down, as it lies in the puddle, a little stirred."""
    axis = 566 + frame.margin[1]
    columns, rows = np.meshgrid(
        np.arange(frame.shape[1], dtype=np.float32), np.arange(frame.shape[0], dtype=np.float32)
    )
    stir = 2.2 * fractal(frame.x * 0.045, frame.y * 0.3, 2, 92)
    source = np.clip(2 * axis - rows, 0, frame.shape[0] - 1)
    return cv2.remap(smear(picture[..., :3], 0.7, 2), columns + stir, source, cv2.INTER_LINEAR)


def _words(lit: dict[str, Layer]) -> dict[str, Any]:
    """What view.json says besides the layers; the village's windows are read from the lit picture."""
    lamps = [CAMERA.at((x, y + 0.29, z)) for _, _, x, y, z in scene.trestle_lamps()]
    mouth = CAMERA.at(scene.MOUTH)[0]
    beads = [[round(x), round(y), round(0.1 * k, 1)] for x, y, k in lamps]
    beads = sorted(beads + _windows(lit), key=lambda bead: abs(bead[0] - mouth))
    chimney = CAMERA.at(scene.KILN + np.array([0, 9.3, 0]))
    x, y, _ = CAMERA.at(scene.MOUTH)
    top = [round(chimney[0]), round(chimney[1])]
    smoke = {"kind": "smoke", "after": "yard", "at": top, "size": [9, 46], "when": "invited"}
    sparks = {"kind": "embers", "after": "washing", "colour": "#ffb45c"}
    return {
        "focal": [240, 60, 560, 500],
        "side": "right",
        "ground": 716,
        "life": [
            {"kind": "stars", "after": "sky", "area": [0, 0, 1280, 190], "count": 24, "colour": "#fff0dc"},
            {"kind": "birds", "after": "far", "area": [560, 60, 420, 150], "count": 5, "colour": "#3a2c4c"},
            {
                "kind": "mist",
                "after": "far",
                "area": [-40, 372, 1360, 70],
                "colour": "#c88a96",
                "alpha": 0.22,
            },
            smoke
            | {"after": "far", "at": [729, 272], "size": [3, 16], "when": "found|hush1|invited"}
            | {"rate": 1.6, "drift": [-7, -13], "colour": "#c8a0b0", "alpha": 0.16},
            smoke | {"rate": 2.2, "drift": [-11, -15], "colour": "#b07a88", "alpha": 0.2},
            smoke | {"when": "commanded", "rate": 5, "drift": [0, -40], "colour": "#ffb080", "alpha": 0.3},
            sparks | {"area": [round(x) - 70, round(y) - 130, 150, 130], "count": 26, "when": "invited"},
            sparks | {"area": [top[0] - 60, 0, 120, 60], "count": 14, "when": "invited"},
            sparks | {"area": [round(x) - 120, round(y) - 220, 260, 220], "count": 60, "when": "commanded"},
            {
                "kind": "ripple",
                "after": "yard",
                "at": [607, 551],
                "reach": 10,
                "seconds": 4,
                "count": 2,
                "colour": "#8890b8",
            },
            {"kind": "beads", "name": "lamps", "after": "washing", "at": beads},
        ],
        "lights": {"kiln": {"flicker": 0.1, "period": 2.1}, "lamps": {"breath": 0.08, "period": 4.2}},
        "moods": MOODS,
    }


def _windows(lit: dict[str, Layer]) -> list[list[float]]:
    """The middle and size of every lit window of the village that the yard leaves in sight."""
    bright = (cv2.dilate(lit["hill"].glow, np.ones((7, 7))) > 0.3) & (lit["yard"].rgba[..., 3] < 0.5)
    bright = bright.astype(np.uint8)
    count, _, stats, centres = cv2.connectedComponentsWithStats(bright)
    frame = Frame()
    return [
        [round(centres[i][0] - frame.margin[0]), round(centres[i][1] - frame.margin[1]), 5.0]
        for i in range(1, count)
        if stats[i][cv2.CC_STAT_AREA] > 60
    ]
