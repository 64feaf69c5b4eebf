"""Maren's house in the evening: one candle, a few embers, dusk in the window."""

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
from assets.forge.paint.frame import Frame
from assets.forge.paint.layers import View
from assets.forge.paint.light import aura, pool
from assets.forge.paint.noise import fractal
from assets.forge.paint.shapes import flowing, polygon
from assets.forge.places import hollow_home_room as scene
from assets.forge.places import hollow_stuff as stuff
from assets.forge.places.hollow_words import INDOORS

CAMERA = Camera(0, 1.55, 0, focal=900, centre=640, horizon=390)
EVENING = Air("#2f3d78", "#2a2440", "#3a3450", 6.0, 40.0, strength=0.8)
WARM = Air("#4a4464", "#4a3234", "#3a3450", 6.0, 40.0, strength=0.9)
GLARE = Air("#fff0dc", "#c89878", "#6a5058", 6.0, 60.0, strength=0.75)
DAY = Air("#a4a8b8", "#80685a", "#8088a0", 6.0, 60.0, strength=0.6)
GROUPS = ["room", "bench", "front"]
HANDS = {
    "room": Hand(30000, 12, 2.6, wash=0.06),
    "bench": Hand(8000, 10, 2.4, rim=(-0.2, -1), rim_colour="#ffc890", rim_strength=0.25, rim_width=1.2),
    "front": Hand(9000, 13, 3.2, rim=(-0.3, 1), rim_colour="#ffb070", rim_strength=0.45, rim_width=1.8),
}
WINDOW_MIDDLE = (0.05, 1.6)
COLD_LAMP = stuff.GLASSES[0]
LIT_LAMP = Material("glow", "#ffc070", glow=2.0)


def bake(out: Path) -> None:
    """Paint the view and write its layers and view.json into `out`."""
    painted_view(2).bake(out)


def painted_view(fine: int) -> View:
    """The whole view; `fine` = 1 paints it quickly for a look."""
    frame = Frame()
    candle = _candle()
    found = _staged(frame, 0.3, COLD_LAMP, EVENING, [*_dusk(), *candle, _hearth(2.2)], fine, brush=True)
    asked = _staged(frame, 1.0, LIT_LAMP, WARM, [*_dusk(), *candle, _hearth(7.5), _lamp(2.6)], fine)
    told = _staged(frame, 1.0, LIT_LAMP, GLARE, [*candle, _hearth(6.0), _lamp(5.0)], fine)
    day = _staged(frame, 0.3, COLD_LAMP, DAY, _daylight(), fine, brush=True, candle=False)
    view = View("hollow/home", frame, _words())
    view.add("outside", _outside(frame), 0.0)
    view.add("room", _deepened(frame, glowing(found["room"])), 0.35)
    _burning(view, found, asked, told, "room", 0.35)
    view.add("bench", glowing(found["bench"]), 0.6)
    _burning(view, found, asked, told, "bench", 0.6)
    view.light("candle", _candlelight(frame), 0.6, light="candle")
    view.add("outside_day", _outside_day(frame), 0.0, when="dawn")
    view.add("room_day", _deepened(frame, day["room"].rgba), 0.35, when="dawn")
    view.add("bench_day", day["bench"].rgba, 0.6, when="dawn")
    view.add("front", found["front"].rgba, 1.0)
    _burning(view, found, asked, told, "front", 1.0)
    view.add("front_day", day["front"].rgba, 1.0, when="dawn")
    return view


def _burning(
    view: View,
    found: dict[str, Layer],
    asked: dict[str, Layer],
    told: dict[str, Layer],
    name: str,
    depth: float,
) -> None:
    """What the hearth and the lamp add to one group, asked and told."""
    for mood, lit, warm in (("invited", asked, 1.0), ("commanded", told, 0.5)):
        fire = _flames(view.frame) if name == "room" else 0
        light = fire + np.clip(
            lifted(found, lit, [name]) + halo(lit, [name], warm) - halo(found, [name], warm), 0, 1
        )
        view.light(f"{mood}_{name}", light, depth, light="hearth", when=mood)


def _flames(frame: Frame) -> Floats:
    """Flames over the embers (RGB, to be added)."""
    x, y, _ = CAMERA.at(scene.HEARTH + np.array([0, -0.5, -0.15]))
    light = np.zeros((*frame.shape, 3), np.float32)
    for colour, grow, soft in (("#7a2408", 1.25, 5.0), ("#c8641c", 1.0, 2.5), ("#e8b060", 0.62, 1.6)):

        def draw(canvas: skia.Canvas, paint: skia.Paint, grow: float = grow) -> None:
            for dx, w, h, lean in (
                (-26, 9, 34, 5),
                (-11, 11, 56, -3),
                (5, 12, 46, 4),
                (20, 9, 62, -6),
                (33, 7, 28, -4),
            ):
                tip = (x + dx + lean, y - h * grow)
                side = [(x + dx - w * grow, y + 3), (x + dx - w * grow * 0.8, y - h * grow * 0.45), tip]
                side += [(x + dx + w * grow * 0.9, y - h * grow * 0.35), (x + dx + w * grow, y + 3)]
                canvas.drawPath(flowing(side, closed=True), paint)

        light += blur(frame.mask(draw), soft)[..., None] * rgb(colour)
    return light


def _staged(
    frame: Frame,
    fire: float,
    lamp: Material,
    air: Air,
    lights: list[Light],
    fine: int,
    *,
    brush: bool = False,
    candle: bool = True,
) -> dict[str, Layer]:
    """The house with its hearth and lamp lit so, rendered group by group."""
    stage = Stage(CAMERA, frame, air, lights, fine, occlusion=0.45)
    scene.room(stage.mesh("room"), fire, lamp)
    scene.bench(stage.mesh("bench"), candle=candle)
    scene.front(stage.mesh("front"))
    return stage.render(GROUPS, HANDS, brush=brush)


def _dusk() -> list[Light]:
    """What is left of the day, through the window, and a breath of it from behind the viewer."""
    return [
        sun((0.12, 0.42, 0.86), "#8c98f4", 6.0, soft=2.5, bias=0.06),
        sun((0.3, 0.4, -0.9), "#5a6cc0", 0.2, wrap=0.6, shadow=False),
    ]


def _daylight() -> list[Light]:
    """Day through the window on bench and floor, and from the open side behind the viewer."""
    return [
        sun((0.2, 0.28, 0.86), "#ffdca8", 11.0, soft=2.5, bias=0.06),
        bulb((WINDOW_MIDDLE[0], WINDOW_MIDDLE[1], 6.1), "#ffecd0", 3.0, 2.0, wrap=0.3),
        sun((0.35, 0.5, -0.9), "#c4d0f0", 0.34, wrap=0.6, shadow=False),
    ]


def _candle() -> list[Light]:
    """The candle, and what the bench throws back of it at things nearer than itself."""
    place = tuple(scene.CANDLE + np.array([0, 0.02, 0]))
    aim = tuple(scene.CANDLE + np.array([0, 0.05, 3.0]))
    flame = bulb(place, "#ffa850", 4.3, 1.4, wrap=0.12, aim=aim, cone=172.0, soft=4.0, bias=0.08)
    return [flame, bulb((-0.5, 1.2, 2.2), "#ff8a4c", 0.9, 1.1, wrap=0.4)]


def _hearth(strength: float) -> Light:
    return bulb(tuple(scene.HEARTH + np.array([0, -0.15, -0.75])), "#ff6a28", strength, 0.9, wrap=0.2)


def _lamp(strength: float) -> Light:
    return bulb(tuple(scene.KILN_LAMP + np.array([0, 0.15, -0.3])), "#ffb458", strength, 1.2, wrap=0.2)


def _outside(frame: Frame) -> Floats:
    """Dusk over the roofs, a moon, the tower; only the window shows it."""
    table = ramp((0, "#131b42"), (0.6, "#232c66"), (0.8, "#4c4488"), (0.92, "#9a628c"), (1, "#d88c84"))
    sky = skies.brushed(frame, skies.gradient(frame, table, (640, 460), 462, warmth=0.05))
    moon = step(11.5, 10.5, frame.distance(668, 342)) * step(9.0, 10.5, frame.distance(673, 339))
    sky = np.clip(mix(sky, "#fff4dc", moon) + pool(frame, 668, 342, 46, "#8078b8", 0.5), 0, 1)
    sky = mix(sky, "#3a3058", frame.mask(_roofs) * (0.75 + 0.2 * step(400, 470, frame.y)))
    lit = frame.mask(
        lambda c, p: [
            c.drawRect(skia.Rect.MakeXYWH(x, y, 3.4, 4.4), p)
            for x, y in ((582, 436), (630, 446), (672, 434), (712, 450))
        ]
    )
    return np.clip(sky + aura(lit, ((0.6, "#ffc878", 0.9), (5.0, "#ff9a48", 0.6))), 0, 1)


def _roofs(canvas: skia.Canvas, paint: skia.Paint) -> None:
    """The neighbours' gables and the tower, as the window shows them."""
    for x, y, w, h in ((556, 426, 60, 34), (612, 436, 50, 26), (652, 424, 46, 30), (692, 438, 60, 28)):
        canvas.drawPath(polygon([(x, 480), (x, y), (x + w / 2, y - h), (x + w, y), (x + w, 480)]), paint)
    tower = [(603, 480), (603, 372), (600, 372), (611, 344), (622, 372), (619, 372), (619, 480)]
    canvas.drawPath(polygon(tower), paint)


def _outside_day(frame: Frame) -> Floats:
    """A grey-gold morning over the roofs."""
    table = ramp((0, "#7fa0c8"), (0.6, "#a8bcd0"), (0.85, "#e8d8bc"), (1, "#fff0cc"))
    sky = skies.brushed(frame, skies.gradient(frame, table, (640, 440), 462, warmth=0.1), seed=6)
    return mix(sky, "#8a7f92", frame.mask(_roofs) * (0.8 + 0.2 * step(400, 470, frame.y)))


def _deepened(frame: Frame, room: Floats) -> Floats:
    """The room with evening gathered in its corners, away from the candle."""
    x, y, _ = CAMERA.at(scene.CANDLE)
    away = frame.distance(x, y - 40, tall=0.8)
    dark = step(330, 820, away + 40 * fractal(frame.x * 0.006, frame.y * 0.006, 3, 7)) * 0.55
    return np.dstack([mix(room[..., :3], rgb("#0c0c22") * room[..., 3:], dark), room[..., 3]])


def _candlelight(frame: Frame) -> Floats:
    """The candle's own halo, small enough to flicker cheaply."""
    x, y, _ = CAMERA.at(scene.CANDLE)
    near = pool(frame, x, y, 46, "#ffb860", 0.5) + pool(frame, x, y, 110, "#ff8a38", 0.24)
    return np.clip(near * step(250, 160, frame.distance(x, y))[..., None], 0, 1)


def _words() -> dict[str, Any]:
    """Everything view.json says besides the layers."""
    beads = []
    for x, size, _ in scene.HANGING:
        for up in (0.23, 0.9):
            a, b, k = CAMERA.at((x, 2.74 - size * (1 - up), 2.6))
            beads.append([round(a), round(b), round(0.022 * k, 1)])
    hx, hy, _ = CAMERA.at(scene.HEARTH + np.array([0, 0, -0.4]))
    gx, gy, _ = CAMERA.at((-3.05, 0.8, 5.6))
    cx, cy, _ = CAMERA.at(scene.CANDLE)
    return {
        "focal": [250, 100, 520, 520],
        "side": "right",
        "ground": 716,
        "life": [
            {
                "kind": "smoke",
                "after": "room",
                "at": [round(gx), round(gy)],
                "size": [3, 20],
                "rate": 1.4,
                "drift": [3, -14],
                "colour": "#c8a890",
                "alpha": 0.16,
            },
            {
                "kind": "embers",
                "after": "room",
                "area": [round(hx) - 36, round(hy) - 30, 72, 60],
                "count": 8,
                "colour": "#ff8a38",
            },
            {
                "kind": "motes",
                "after": "candle",
                "area": [round(cx) - 230, round(cy) - 230, 520, 320],
                "count": 34,
                "colour": "#ffd8a0",
            },
            {
                "kind": "fireflies",
                "after": "front",
                "area": [260, 60, 520, 240],
                "count": 7,
                "colour": "#ffd890",
                "when": "invited",
            },
            {"kind": "beads", "name": "lamps", "after": "front", "at": beads},
        ],
        "lights": {
            "candle": {"flicker": 0.22, "breath": 0.05, "period": 1.7},
            "hearth": {"flicker": 0.1, "breath": 0.06, "period": 2.4},
        },
        "moods": INDOORS,
    }
