"""clef/post: the crossroads at nightfall, where five roads part like ropes; by night a fire burns."""

from pathlib import Path

import numpy as np
import skia

from assets.forge.build.camera import Camera
from assets.forge.build.light import Light, bulb, sun
from assets.forge.build.stage import Air, Hand, Layer, Stage
from assets.forge.paint import folk
from assets.forge.paint.colour import Floats, mix, step
from assets.forge.paint.filters import blur, rim
from assets.forge.paint.flora import grass
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.layers import View
from assets.forge.paint.light import aura, pool
from assets.forge.paint.noise import fractal
from assets.forge.paint.shapes import ink, line_paint, ribbon
from assets.forge.places import clef_far, clef_ground, clef_props
from assets.forge.places.clef_fire import flames
from assets.forge.places.clef_signs import signs
from assets.forge.places.hollow_words import MOODS

NAME = "clef/post"
CAMERA = Camera(0.0, 2.7, 0.0, 900.0, 440.0, 372.0)
GLOW = (470.0, 366.0)
HAND = Hand(
    12000,
    9,
    2.2,
    strength=0.55,
    light=0.034,
    rim=(0.5, -1),
    rim_colour="#ffb49c",
    rim_strength=0.4,
    rim_width=1.3,
)
FOG = "#8d6f9c"


def bake(folder: Path) -> int:
    """Paint the view into the folder; returns the bytes written."""
    return paint().bake(folder)


def paint(fine: int = 2) -> View:
    """The view in all its layers."""
    frame = Frame()
    view = View(NAME, frame, _words())
    dusk, fire, morning = _render(frame, fine)
    clef_far.lay(view, CAMERA, GLOW, FOG)
    view.add("things", over(_shadow(dusk), over(dusk.rgba, signs(frame, CAMERA))), 0.22)
    lit = over(fire.rgba, signs(frame, CAMERA) * np.array([1.0, 0.8, 0.62, 1.0], np.float32))
    # the night's grade will cool these again
    warm = np.minimum(lit[..., :3] * np.array([1.4, 1.15, 1.0], np.float32), lit[..., 3:])
    view.add("things_by_fire", np.dstack([warm, lit[..., 3]]), 0.22, when="night")
    flames(view, fire, CAMERA)
    view.add(
        "things_dawn", over(_shadow(morning), over(morning.rgba, signs(frame, CAMERA))), 0.22, when="dawn"
    )
    _answers(view)
    _near(view)
    return view


def _render(frame: Frame, fine: int) -> list[Layer]:
    """The things at the crossroads at dusk, by the light of the fire, and in the morning."""
    x, z = clef_props.FIRE
    dusk = [sun((0.1, 0.25, 0.95), "#ff9c90", 1.1, wrap=0.2, soft=3.0, bias=0.1), _moon()]
    flame = bulb(
        (x, 0.75, z - 0.1),
        "#ff8430",
        9.0,
        2.6,
        wrap=0.25,
        aim=(x - 2, 0.9, z + 2),
        cone=170.0,
        soft=4.0,
        bias=0.12,
    )
    morning = [sun((0.1, 0.25, 0.95), "#ffe0a8", 1.3, wrap=0.2, soft=3.0, bias=0.1), _moon()]
    stages = []
    for lights, air, burning in (
        (dusk, Air("#4a5aa0", "#2a2a50", FOG, 18.0, 160.0), False),
        ([flame, _moon()], Air("#5664ac", "#302a4c", "#6a5f98", 18.0, 160.0), True),
        (morning, Air("#a8b4d8", "#6a6058", "#dccbbc", 18.0, 160.0), False),
    ):
        stage = Stage(CAMERA, frame, air, lights, fine)
        mesh = stage.mesh("things")
        clef_props.signpost(mesh)
        clef_props.cart(mesh)
        clef_props.milestone(mesh)
        clef_props.fire_place(mesh, lit=burning)
        stages.append(stage.render(["things"], {"things": HAND})["things"])
    return stages


def _moon() -> Light:
    return sun((-0.5, 0.6, -0.5), "#8fa0e8", 0.42, wrap=0.4, shadow=False)


def _shadow(layer: Layer) -> Floats:
    """Where things stand the ground is darker."""
    foot = np.clip(blur(layer.rgba[..., 3], 7) - 0.2, 0, 1) * 0.5
    return painted(
        "#0c0e28",
        np.roll(foot, 6, 0) * step(470, 560, np.arange(foot.shape[0])[:, None] * np.ones_like(foot)),
    )


def _answers(view: View) -> None:
    """What command and invitation leave here: a ruled road that glows; the cart's lamp, lights on paths."""
    frame = view.frame
    ruled = np.zeros((*frame.shape, 3), np.float32)
    for sx, sy, k in _kerb():
        ruled += pool(frame, sx, sy, max(5, 0.5 * k), "#ff3424", 0.5) + pool(
            frame, sx, sy, max(9, 1.3 * k), "#c01818", 0.22
        )
    view.light("ruled", np.clip(ruled, 0, 1), 0.22, when="commanded", light="fire", quality=75)

    def lights(canvas: skia.Canvas, paint: skia.Paint) -> None:
        for road in clef_ground.ROADS[1:]:
            points = np.array(road.points[2:], float)
            for t in np.linspace(0.3, len(points) - 1, 14):
                x, z = (float(np.interp(t, range(len(points)), points[:, k])) for k in (0, 1))
                if z > 5:
                    sx, sy, scale = CAMERA.at((x + 0.95, 0.16, z))
                    canvas.drawCircle(sx, sy, max(0.6, 0.022 * scale), paint)

    lamp = CAMERA.at((clef_props.CART[0] + 1.0, 1.25, clef_props.CART[1] - 1.2))
    warm = pool(frame, lamp[0], lamp[1], 60, "#ffa850", 0.55) + pool(
        frame, lamp[0], lamp[1], 16, "#ffe0a0", 0.7
    )
    view.light(
        "paths",
        np.clip(aura(frame.mask(lights)) + warm, 0, 1),
        0.22,
        when="invited",
        light="lamp",
        quality=75,
    )


def _kerb() -> list[tuple[float, float, float]]:
    """The tops of the stones on one side of the ruled road, nearest first, on the canvas."""
    depths = (15.5, 20.5, 25.5, 30.5, 35.5, 45.5, 55.5)
    at = [float(np.interp(z, [13.6, 20, 60, 120], [0.6, 1.4, 5, 11])) + 1.05 for z in depths]
    return [CAMERA.at((x, 0.7, z)) for x, z in zip(at, depths, strict=True)]


def _near(view: View) -> None:
    """Dark grass and thistles at the lower edge, and a jackdaw asleep on the topmost board."""
    frame = view.frame
    random = np.random.default_rng(8)
    bank = np.interp(
        frame.across, [-60, 120, 330, 620, 860, 1100, 1340], [640, 672, 712, 736, 704, 660, 628]
    ).astype(np.float32)

    def ground(x: float) -> float:
        return float(np.interp(x, frame.across, bank))

    blades = grass(
        np.sort(random.uniform(-60, 1340, 1700)), ground, random, height=(12, 58), lean=0.35, width=1.5
    )

    def heads(canvas: skia.Canvas, paint: skia.Paint) -> None:
        canvas.drawPath(blades, paint)
        for x in (*random.uniform(-20, 260, 9), *random.uniform(900, 1300, 16)):
            y, up = ground(x), random.uniform(50, 110)
            canvas.drawPath(ribbon([(x, y + 10), (x + 4, y - up * 0.5), (x + 10, y - up)], 3, 1.6), paint)
            canvas.drawOval(skia.Rect.MakeXYWH(x + 5, y - up - 8, 11, 11), paint)
            for k in range(5):
                canvas.drawLine(x + 10, y - up - 4, x + 10 + (k - 2) * 4, y - up - 15, line_paint(paint, 1.2))

    mask = np.maximum(frame.below(bank), frame.mask(heads))
    colour = (
        mix("#171b40", "#090b20", step(640, 740, frame.y))
        * (1 + 0.2 * fractal(frame.x * 0.04, frame.y * 0.06, 3, 5))[..., None]
    )
    near = 0.2 + 0.6 * np.exp(-(((frame.x - GLOW[0]) / 420) ** 2))
    colour = mix(colour, "#c97f98", rim(mask, (0.2, -1), 1.6, 0.5) * near)
    view.add(
        "grass", painted(np.clip(colour, 0, 1), mask), 0.9, sway={"amp": 2, "period": 6.5, "anchor": "bottom"}
    )
    x, y, scale = CAMERA.at((clef_props.POST[0] + 0.95, clef_props.ARMS[0][0] + 0.2, clef_props.POST[1]))
    bird = frame.drawing(
        lambda c, p: (p.setColor(ink("#12122c")), folk.bird(c, p, x, y, 0.3 * scale, facing=-1))
    )
    view.add("bird", bird, 0.22)


def _words() -> dict:
    x, y, _scale = CAMERA.at((clef_props.FIRE[0], 0.3, clef_props.FIRE[1]))
    px, pz = clef_props.POST
    boards = []
    for high, degrees, _ in clef_props.ARMS:
        bx, by, _k = CAMERA.at((px + 0.9 * np.cos(np.radians(degrees)), high, pz - 0.2))
        boards.append([round(bx), round(by), 8])
    boards += [[round(sx), round(sy), max(3, round(0.2 * k))] for sx, sy, k in _kerb()]
    return {
        "focal": [150, 120, 600, 540],
        "side": "right",
        "ground": 720,
        "life": [
            {
                "kind": "stars",
                "after": "far",
                "area": [-20, -10, 1320, 250],
                "count": 70,
                "colour": "#fff0e4",
            },
            {
                "kind": "mist",
                "after": "far",
                "area": [-60, 384, 1400, 64],
                "drift": [5, 0],
                "colour": "#b486a4",
                "alpha": 0.22,
            },
            {
                "kind": "smoke",
                "after": "things_by_fire",
                "at": [round(x), round(y - 60)],
                "drift": [8, -26],
                "rate": 2.2,
                "seconds": 9,
                "size": [6, 44],
                "colour": "#6a6490",
                "alpha": 0.16,
                "when": "night",
            },
            {
                "kind": "embers",
                "after": "fire",
                "area": [round(x - 22), round(y - 190), 44, 190],
                "count": 26,
                "colour": "#ffa040",
                "when": "night",
            },
            {
                "kind": "fireflies",
                "after": "grass",
                "area": [80, 470, 760, 190],
                "count": 14,
                "colour": "#e8f0a0",
            },
            {"kind": "beads", "name": "lamps", "after": "bird", "at": boards, "colour": "#ffc070"},
        ],
        "lights": {
            "fire": {"flicker": 0.22, "breath": 0.06, "period": 1.3},
            "lamp": {"flicker": 0.06, "breath": 0.1, "period": 4.0},
        },
        "moods": MOODS
        | {
            "night": {"saturation": -0.05, "multiply": "#6a78b4", "add": "#02030c"},
            "dawn": {"saturation": -0.06, "multiply": "#fff8ee", "add": "#12130e"},
        },
    }
