"""hollow/roof: Ember Hollow at dusk, seen from the slates of the bell tower."""

import itertools
from pathlib import Path

import numpy as np

from assets.forge.build.camera import Camera
from assets.forge.build.light import bulb, sun
from assets.forge.build.material import Material
from assets.forge.build.mesh import catenary
from assets.forge.build.stage import Air, Hand, Layer, Stage
from assets.forge.paint import folk
from assets.forge.paint.colour import Floats, rgb, step
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.layers import View
from assets.forge.paint.light import aura, pool
from assets.forge.paint.noise import fractal, warped
from assets.forge.paint.shapes import ink, line_paint
from assets.forge.paint.sky import mist
from assets.forge.places import hollow_fields, hollow_foreground, hollow_roof_far, hollow_stuff, hollow_town
from assets.forge.places.hollow_fields import Plain
from assets.forge.places.hollow_stuff import Lit
from assets.forge.places.hollow_words import MOODS

NAME = "hollow/roof"
CAMERA = Camera(0.0, 29.0, 0.0, 830.0, 520.0, 285.0)
SUN = (446.0, 229.0)
LAMPS_LIT = 4


def bake(folder: Path) -> int:
    """Paint the view into the folder; returns the bytes written."""
    return paint().bake(folder)


def paint(fine: int = 2) -> View:
    """The view in all its layers."""
    frame = Frame()
    view = View(NAME, frame, {})
    plain = Plain.seen(frame, CAMERA)
    stage = _stage(frame, fine)
    posts = _model(stage)
    town = _render(stage)
    posts = [(x, y, scale) for x, y, scale in posts if _seen(town, frame, x, y, scale)]
    hollow_roof_far.lay(view, plain, CAMERA, SUN)
    _town(view, town, posts)
    hollow_foreground.lay(view, SUN)
    _answers(view, posts)
    view.hush = _hush_order(frame, plain)
    view.words |= _words(posts)
    return view


def _render(stage: Stage) -> Layer:
    return stage.render(["town"], {"town": _HAND})["town"]


def _seen(town: Layer, frame: Frame, x: float, y: float, scale: float) -> bool:
    """Whether a globe at (x, y) is hidden by nothing nearer."""
    column, row = int(x + frame.margin[0]), int(y + frame.margin[1])
    inside = 0 <= row < frame.shape[0] and 0 <= column < frame.shape[1] and y < hollow_foreground.eave(x) - 4
    return bool(inside) and abs(float(town.depth[row, column]) * CAMERA.focal / scale - 1) < 0.02


_HAND = Hand(
    24000, 9, 2.2, strength=0.55, light=0.036, rim=(-0.35, -1), rim_colour="#ffb890", rim_strength=0.36
)


def _stage(frame: Frame, fine: int) -> Stage:
    x, z = hollow_town.KILN
    y = hollow_town.ground(x, z)
    lights = [
        sun((-0.5, 0.30, 0.8), "#ff9c78", 1.5, wrap=0.12, soft=3.0, bias=0.3),
        bulb(
            (x, y + 2.4, z - 10.6),
            "#ff8430",
            9.0,
            8.0,
            wrap=0.2,
            aim=(x, y, z - 22),
            cone=165.0,
            soft=5.0,
            bias=0.25,
        ),
        sun((0.2, 0.6, -0.8), "#7688cc", 0.30, wrap=0.5, shadow=False),
    ]
    air = Air("#6f7ab8", "#3a2c40", "#b06f88", 75.0, 300.0, (2.0, 7.0, 0.16))
    return Stage(CAMERA, frame, air, lights, fine)


def _model(stage: Stage) -> list[tuple[float, float, float]]:
    """Build the hollow; returns the lamp posts' globes on the canvas: x, y and pixels per metre."""
    town = stage.mesh("town")
    random = np.random.default_rng(7)
    lit = Lit(fire=1.0, lamps=0.2, windows=0.8)
    hollow_town.land(town)
    hollow_town.lanes(town)
    hollow_town.kiln(town, lit)
    hollow_town.homes(town, random, lit)
    hollow_town.home(town)
    hollow_town.woods(town, random)
    glow = Material("glow", lit.flame, glow=1.8)
    return [
        CAMERA.at(hollow_town.post(town, x, z, glow if k < LAMPS_LIT else hollow_stuff.GLASSES[1]))
        for k, (x, z) in enumerate(hollow_town.posts())
    ]


def _town(view: View, town: Layer, posts: list[tuple[float, float, float]]) -> None:
    frame = view.frame
    picture = _dusk(frame, town)
    haze = painted("#c87f88", mist(frame, 452, 26, amount=0.35, seed=44) * town.rgba[..., 3])
    picture = over(picture, haze)
    picture = over(picture, _people(frame, posts))
    view.add("town", picture, 0.16)
    x, z = hollow_town.KILN
    mouth = CAMERA.at((x, hollow_town.ground(x, z) + 2.0, z - 9.6))
    windows = town.glow * step(66, 86, np.hypot(frame.x - mouth[0], frame.y - mouth[1]))
    hx, hz = hollow_town.HOME
    door = CAMERA.at((hx - 1.3, hollow_town.ground(hx, hz) + 0.4, hz - 4.2))
    lamps = aura(windows) * 0.75 + pool(frame, door[0], door[1], 24, "#ffa850", 0.5, tall=0.6)
    view.light("windows", np.clip(lamps, 0, 1), 0.16, light="lamps", quality=75)
    fire = aura(town.glow - windows) * 0.8 + pool(frame, mouth[0], mouth[1], 150, "#d8501c", 0.34, tall=0.7)
    view.light("fire", np.clip(fire, 0, 1), 0.16, light="kiln", quality=75)


def _dusk(frame: Frame, town: Layer) -> Floats:
    """The town as the light leaves it: what is near, and what lies to the sides, sinks into blue."""
    away = 1 / np.maximum(town.depth, 1e-4)
    x, z = hollow_town.KILN
    hearth = CAMERA.at((x, hollow_town.ground(x, z) + 3.0, z))
    far_off = np.hypot((frame.x - hearth[0]) / 1.5, frame.y - hearth[1])
    deep = step(84, 46, away) * step(120, 300, far_off) * 0.74 + step(300, 620, far_off) * 0.3
    deep = np.clip(deep, 0, 0.8)[..., None] * (1 - np.clip(town.glow * 2, 0, 1))[..., None]
    colour = town.rgba[..., :3]
    cool = colour * np.array([0.36, 0.34, 0.60], np.float32)
    return np.dstack([colour * (1 - deep) + cool * deep, town.rgba[..., 3]])


def _people(frame: Frame, posts: list[tuple[float, float, float]]) -> Floats:
    """Who is abroad at the bell hour."""

    def at(x: float, z: float) -> tuple[float, float, float]:
        return CAMERA.at((x, hollow_town.ground(x, z) + 0.15, z))

    def draw(canvas, paint) -> None:
        # the lamplighter under the last lit lamp, his pole up
        px, py, scale = posts[LAMPS_LIT - 1]
        paint.setColor(ink("#3a2438"))
        x, y, k = at(*[p + d for p, d in zip(hollow_town.posts()[LAMPS_LIT - 1], (1.2, -0.4), strict=True)])
        folk.person(canvas, paint, x, y, 1.8 * k, facing=-1, arms="up", cap=True)
        canvas.drawLine(x - 0.42 * k, y - 1.2 * k, px + 0.2 * scale, py + 0.3 * scale, line_paint(paint, 1.2))
        # Pol beside the next one, his own lamp dark
        x, y, k = at(*[p + d for p, d in zip(hollow_town.posts()[LAMPS_LIT], (-1.2, -0.6), strict=True)])
        folk.person(canvas, paint, x, y, 1.25 * k, arms="out")
        # Old Tace at the pump with her bucket, rings in it
        x, y, k = at(hollow_town.SQUARE[0] - 1.0, hollow_town.SQUARE[1] - 2.0)
        folk.person(canvas, paint, x, y, 1.55 * k, skirt=True, arms="out")
        # Maren in her door
        x, z = hollow_town.HOME
        x, y, k = at(x - 1.35, z - 2.9)
        paint.setColor(ink("#4a2430"))
        folk.person(canvas, paint, x, y, 1.62 * k, facing=-1, skirt=True)

    return frame.drawing(draw)


def _answers(view: View, posts: list[tuple[float, float, float]]) -> None:
    """What command and invitation change: a roaring kiln; lanterns strung from lamp to lamp."""
    frame = view.frame
    x, z = hollow_town.KILN
    y = hollow_town.ground(x, z)
    top, mouth = CAMERA.at((x, y + 19.0, z)), CAMERA.at((x, y + 2.0, z - 9.6))
    up = np.maximum(top[1] + 6 - frame.y, 0)
    pillar = np.exp(-(((frame.x - top[0]) / (15 + 0.10 * up)) ** 2)) * step(0, 14, up) * np.exp(-up / 170)
    pillar *= 0.75 + 0.4 * fractal(frame.x * 0.03, frame.y * 0.012, 4, 5)
    roar = pillar[..., None] * rgb("#ff3020") + pool(frame, mouth[0], mouth[1], 240, "#c01c18", 0.5, tall=0.8)
    view.light("roar", np.clip(roar, 0, 1), 0.16, light="kiln", when="commanded", quality=75)

    def strings(canvas, paint) -> None:
        for (x0, y0, k0), (x1, y1, k1) in itertools.pairwise(posts):
            apart = float(np.hypot(x1 - x0, y1 - y0))
            if apart > 130:
                continue
            line = catenary((x0, -y0, 0), (x1, -y1, 0), 0.16 * apart, max(4, int(apart / 9)))
            for k, (lx, ly, _) in enumerate(line[1:-1]):
                paint.setAlphaf((1.0, 0.55, 0.75)[k % 3])
                canvas.drawCircle(float(lx), float(-ly), min(2.2, 0.075 * (k0 + k1)), paint)

    bulbs = ((0.8, "#fff0c0", 1.6), (3.0, "#ffb050", 0.8), (14.0, "#ff8a38", 0.7), (44.0, "#e0602c", 0.8))
    lanterns = aura(frame.mask(strings), bulbs)
    home = CAMERA.at(
        (hollow_town.HOME[0], hollow_town.ground(*hollow_town.HOME) + 1, hollow_town.HOME[1] - 4)
    )
    warm = pool(frame, home[0], home[1], 60, "#ffb060", 0.3) + pool(
        frame, mouth[0], mouth[1], 210, "#ff9a40", 0.26, tall=0.7
    )
    view.light("lanterns", np.clip(lanterns + warm, 0, 1), 0.16, light="lamps", when="invited", quality=75)


def _hush_order(frame: Frame, plain: Plain) -> Floats:
    """The Hush comes from Harrow's field, then from the valley, and reaches the tower last."""
    x0, x1, z0, z1 = hollow_fields.HARROW
    x, y, _ = CAMERA.at(((x0 + x1) / 2, hollow_fields.PLAIN_Y, (z0 + z1) / 2))
    field = np.exp(-(np.hypot((frame.x - x) / 420, (frame.y - y) / 170) ** 1.3))
    edges = np.clip(np.abs(frame.x / frame.width - 0.5) * 2, 0, 1) ** 2 * 0.45
    valley = np.exp(-(((frame.y - 330) / 90) ** 2)) * 0.35
    curl = 0.12 * warped(frame.x * 0.006, frame.y * 0.01, 1.0, 4, 95)
    return np.clip(
        np.maximum(hollow_fields.harrow(plain), field * 0.9) + 0.5 * np.maximum(edges, valley) + curl, 0, 1
    )


def _words(posts: list[tuple[float, float, float]]) -> dict:
    lamps = [[round(x, 1), round(y, 1), round(max(4.0, k * 0.55), 1)] for x, y, k in posts[LAMPS_LIT:]]
    x, z = hollow_town.KILN
    top = CAMERA.at((x, hollow_town.ground(x, z) + 19.2, z))
    return {
        "focal": [330, 140, 470, 500],
        "side": "right",
        "ground": 720,
        "life": [
            {
                "kind": "stars",
                "after": "far",
                "area": [-20, -10, 1320, 120],
                "count": 26,
                "colour": "#fff0e0",
            },
            {
                "kind": "birds",
                "after": "far",
                "area": [120, 70, 640, 130],
                "count": 9,
                "span": 5,
                "seconds": 64,
                "colour": "#3a2848",
            },
            {
                "kind": "mist",
                "after": "far",
                "area": [-60, 392, 1400, 66],
                "drift": [5, 0],
                "colour": "#e09a90",
                "alpha": 0.12,
            },
            {
                "kind": "smoke",
                "after": "town",
                "at": [round(top[0]), round(top[1])],
                "drift": [14, -25],
                "rate": 3.4,
                "seconds": 12,
                "size": [9, 64],
                "colour": "#5d4560",
                "alpha": 0.22,
            },
            {
                "kind": "embers",
                "after": "fire",
                "area": [round(top[0] - 12), round(top[1] - 60), 24, 64],
                "count": 12,
                "colour": "#ff9040",
            },
            {
                "kind": "mist",
                "after": "windows",
                "area": [-60, 398, 1400, 90],
                "drift": [-4, 0],
                "colour": "#a9abb4",
                "alpha": 0.4,
                "when": "hush2|hush3",
            },
            {
                "kind": "fireflies",
                "after": "lanterns",
                "area": [340, 470, 460, 190],
                "count": 16,
                "when": "invited",
            },
            {"kind": "beads", "name": "lamps", "after": "windows", "at": lamps, "colour": "#ffb45c"},
        ],
        "lights": {
            "kiln": {"flicker": 0.14, "period": 2.1},
            "lamps": {"flicker": 0.03, "breath": 0.1, "period": 5.0},
        },
        # darker than the other views: its night sky is painted for it
        "moods": MOODS | {"night": {"saturation": -0.12, "multiply": "#4a5790", "add": "#04060f"}},
    }
