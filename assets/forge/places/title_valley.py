"""title/valley: the village on its hill at dusk, with the road that leads away from it."""

from pathlib import Path

import numpy as np
from scipy.interpolate import PchipInterpolator

from assets.forge.build.camera import Camera
from assets.forge.build.light import bulb, sun
from assets.forge.build.stage import Air, Hand, Layer, Stage
from assets.forge.paint.colour import mix, ramp, rgb, step
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.land import mountain, profile, wooded
from assets.forge.paint.layers import View
from assets.forge.paint.light import aura, pool, rings
from assets.forge.paint.noise import fractal, warped
from assets.forge.paint.sky import Clouds, brushed, clouded, gradient, mist, stars
from assets.forge.places import hollow_fields, title_foreground, title_hill
from assets.forge.places.hollow_fields import Plain
from assets.forge.places.hollow_stuff import Lit
from assets.forge.places.hollow_words import MOODS

NAME = "title/valley"
CAMERA = Camera(0.0, 13.0, 0.0, 900.0, 905.0, 400.0)
SUN = (742.0, 352.0)
SKY = ramp(
    (0, "#12123a"),
    (0.20, "#271c5a"),
    (0.40, "#5a2a78"),
    (0.58, "#a83f7a"),
    (0.74, "#e86d60"),
    (0.88, "#fbac66"),
    (1, "#ffdf9c"),
)
CLOUDS = Clouds(
    lit="#ff8f78", dark="#3a2068", edge="#ffe2a2", seed=19, floor=400, spread=(0.0018, 0.0155), amount=0.85
)
BELL = (1.0, 37.0, 112.0)
HAND = Hand(
    24000, 8, 2.0, strength=0.55, light=0.036, rim=(-0.55, -1), rim_colour="#ffc090", rim_strength=0.5
)


def bake(folder: Path) -> int:
    """Paint the view into the folder; returns the bytes written."""
    return paint().bake(folder)


def paint(fine: int = 2) -> View:
    """The view in all its layers."""
    frame = Frame()
    view = View(NAME, frame, {})
    stage = _stage(frame, fine)
    globes = _model(stage)
    hill = _render(stage)
    _far(view)
    posts = [(x, y, scale) for x, y, scale in globes if _seen(hill, frame, x, y, scale)]
    _hill(view, hill)
    title_foreground.lay(view, SUN)
    view.words |= _words(posts)
    return view


def _stage(frame: Frame, fine: int) -> Stage:
    x, z = title_hill.KILN
    mouth = (x - 1.2, title_hill.ground(x, z) + 1.6, z - 5.6)
    lights = [
        sun((-0.75, 0.30, 0.62), "#ff9a70", 1.7, wrap=0.12, soft=3.0, bias=0.3),
        bulb(
            mouth, "#ff8430", 8.0, 6.0, wrap=0.25, aim=(x - 3, 0.0, z - 16), cone=165.0, soft=5.0, bias=0.25
        ),
        sun((0.2, 0.5, -0.8), "#7a80d0", 0.34, wrap=0.5, shadow=False),
    ]
    return Stage(
        CAMERA, frame, Air("#6a66b4", "#34264a", "#b0607e", 70.0, 420.0, (0.0, 6.0, 0.2)), lights, fine
    )


def _model(stage: Stage) -> list[tuple[float, float, float]]:
    """Build the hill; returns the lamps' globes on the canvas: x, y and pixels per metre."""
    mesh = stage.mesh("hill")
    random = np.random.default_rng(5)
    lit = Lit(fire=1.0, lamps=1.0, windows=0.82)
    title_hill.land(mesh)
    title_hill.lane(mesh)
    title_hill.village(mesh, random, lit)
    title_hill.trees(mesh, random)
    return [CAMERA.at(globe) for globe in title_hill.posts(mesh, lit)]


def _render(stage: Stage) -> Layer:
    return stage.render(["hill"], {"hill": HAND})["hill"]


def _seen(hill: Layer, frame: Frame, x: float, y: float, scale: float) -> bool:
    """Whether a globe at (x, y) is hidden by nothing nearer."""
    column, row = int(x + frame.margin[0]), int(y + frame.margin[1])
    return abs(float(hill.depth[row, column]) * CAMERA.focal / scale - 1) < 0.03


def _far(view: View) -> None:
    """Sky, mountains, wooded hills, and the plain with its river."""
    frame = view.frame
    sky = gradient(frame, SKY, SUN, 410, warmth=0.17, reach=340)
    sky = np.clip(sky + stars(frame, 320, 240)[..., None] * np.array([0.9, 0.85, 1.0], np.float32), 0, 1)
    sky = brushed(frame, clouded(frame, sky, SUN, CLOUDS))
    sky = np.clip(
        sky + pool(frame, *SUN, 150, "#ff9a58", 0.24) + pool(frame, *SUN, 440, "#ff5a50", 0.14), 0, 1
    )
    sky = mix(sky, "#fffae4", np.clip((40 - frame.distance(*SUN)) / 1.2 + 0.5, 0, 1))
    far = profile(
        frame, 378, 22, 0.0063, 3, [(270, 96, 170), (510, 58, 120), (742, -22, 120), (1110, 120, 190)]
    )
    near = profile(frame, 402, 20, 0.0069, 7, [(60, 128, 190), (420, 26, 120), (1240, 150, 190)])
    hill = profile(frame, 428, 12, 0.0045, 13, [(190, 44, 230), (1200, 60, 260)], ridged=False)
    picture = over(
        sky,
        mountain(
            frame, far, shade="#8a5490", lit="#ffb98a", fog="#f5a088", fog_depth=120, towards=1, seed=31
        ),
    )
    picture = over(picture, painted("#ffc08e", mist(frame, 400, 34, amount=0.7, seed=41)))
    picture = over(
        picture,
        mountain(
            frame, near, shade="#573a80", lit="#ee8c80", fog="#d4708a", fog_depth=130, towards=1, seed=32
        ),
    )
    plain = Plain.seen(frame, CAMERA, 0.0)
    bends = PchipInterpolator(
        np.log([40, 70, 92, 125, 180, 280, 460, 900, 4000]), [-26, -48, -74, -70, -92, -76, -110, -130, -700]
    )
    off = np.abs(plain.x - bends(np.log(np.clip(plain.z, 41, 3900)))).astype(np.float32)
    width = 3.4 + plain.z * 0.006
    stream = step(width + plain.z / 400, width, off), off
    floor = hollow_fields.fields(frame, plain, picture, SUN, "#f09a86", stream)
    floor = mix(
        floor, floor * np.array([0.62, 0.56, 0.82], np.float32), step(430, 620, frame.y) * (1 - stream[0])
    )
    picture = over(picture, painted(floor, plain.mask))
    woods = wooded(
        frame,
        hill,
        trees=260,
        height=20,
        colour="#3f286a",
        lit="#ffab78",
        fog="#d97682",
        fog_depth=64,
        sun=SUN,
        seed=51,
    )
    sides = np.maximum(step(560, 380, frame.x), step(1010, 1130, frame.x)) * step(486, 436, frame.y)
    picture = over(picture, woods * sides[..., None])
    low = np.exp(-(((frame.y - 408) / 15) ** 2)) * 0.5
    picture = over(
        picture, painted("#f6a88c", np.clip(low + mist(frame, 446, 22, amount=0.6, seed=43), 0, 0.9))
    )
    calm = step(620, 120, frame.x) * 0.5
    picture = mix(picture, picture * np.array([0.50, 0.42, 0.66], np.float32), calm)
    view.add("far", np.clip(picture, 0, 1), 0.0, quality=90)


def _hill(view: View, hill: Layer) -> None:
    frame = view.frame
    away = (
        step(84, 66, 1 / np.maximum(hill.depth, 1e-4)) * 0.35 + step(120, 420, np.abs(frame.x - 890)) * 0.35
    )
    deep = np.clip(away, 0, 0.7)[..., None] * (1 - np.clip(hill.glow * 2, 0, 1))[..., None]
    colour = hill.rgba[..., :3]
    picture = np.dstack(
        [colour * (1 - deep) + colour * np.array([0.36, 0.30, 0.62]) * deep, hill.rgba[..., 3]]
    )
    height = CAMERA.y - (frame.y - CAMERA.horizon) / np.maximum(hill.depth, 1e-4) / CAMERA.focal
    picture = (
        picture * step(0.1, 0.9, height + 0.3 * fractal(frame.x * 0.03, frame.y * 0.1, 3, 61))[..., None]
    )
    foot = np.clip(
        np.exp(-(((frame.y - 560) / 30) ** 2)) * 0.5 + mist(frame, 540, 26, amount=0.5, seed=44), 0, 0.8
    )
    picture = over(picture.astype(np.float32), painted("#a05a80", foot * hill.rgba[..., 3]))
    view.add("hill", picture, 0.14)
    bell = CAMERA.at(BELL)
    x, z = title_hill.KILN
    mouth = CAMERA.at((x - 1.2, title_hill.ground(x, z) + 1.4, z - 6))
    warm = pool(frame, mouth[0], mouth[1], 90, "#e0581c", 0.42, tall=0.7)
    view.light("windows", np.clip(aura(hill.glow) * 0.75 + warm, 0, 1), 0.14, light="lamps", quality=75)
    song = rings(frame, bell[0], bell[1], 64, 44, 7) * step(440, 330, frame.y)
    torn = step(-0.4, 0.4, warped(frame.x * 0.006, frame.y * 0.006, 1, 3, 71))
    view.light("rings", (song * torn)[..., None] * rgb("#ffdca0") * 0.55, 0.14, light="song", quality=75)


def _words(posts: list[tuple[float, float, float]]) -> dict:
    x, z = title_hill.KILN
    top = CAMERA.at((x, title_hill.ground(x, z) + 11.8, z))
    return {
        "focal": [560, 60, 600, 600],
        "side": "left",
        "ground": 720,
        "life": [
            {
                "kind": "stars",
                "after": "far",
                "area": [-20, -10, 1320, 190],
                "count": 44,
                "colour": "#fff0e0",
            },
            {
                "kind": "birds",
                "after": "far",
                "area": [520, 120, 640, 150],
                "count": 11,
                "span": 6,
                "seconds": 58,
                "colour": "#2c1a44",
            },
            {
                "kind": "mist",
                "after": "far",
                "area": [-60, 440, 1400, 70],
                "drift": [5, 0],
                "colour": "#e88c8c",
                "alpha": 0.22,
            },
            {
                "kind": "smoke",
                "after": "hill",
                "at": [round(top[0]), round(top[1])],
                "drift": [-12, -19],
                "rate": 2.6,
                "seconds": 11,
                "size": [6, 44],
                "colour": "#5a3a62",
                "alpha": 0.2,
            },
            {
                "kind": "mist",
                "after": "windows",
                "area": [-60, 566, 1400, 70],
                "drift": [-7, 0],
                "colour": "#9a5684",
                "alpha": 0.3,
            },
            {
                "kind": "fireflies",
                "after": "meadow",
                "area": [440, 560, 820, 130],
                "count": 22,
                "colour": "#ffd890",
            },
            {
                "kind": "beads",
                "name": "lamps",
                "after": "windows",
                "at": [[round(x), round(y), 5] for x, y, _ in posts],
                "colour": "#ffb45c",
            },
        ],
        "lights": {
            "lamps": {"flicker": 0.05, "breath": 0.12, "period": 5.0},
            "song": {"flicker": 0.1, "breath": 0.75, "period": 6.0},
        },
        "moods": MOODS,
    }
