"""What lies far off from the tower: the sky at dusk and by night, ridges, woods, fields, Harrow's field."""

import numpy as np

from assets.forge.build.camera import Camera
from assets.forge.paint import folk
from assets.forge.paint.colour import Floats, mix, ramp, rgb, step
from assets.forge.paint.frame import Frame, over, painted
from assets.forge.paint.land import mountain, profile, wooded
from assets.forge.paint.layers import View
from assets.forge.paint.light import pool
from assets.forge.paint.shapes import flowing, ink
from assets.forge.paint.sky import Clouds, brushed, clouded, gradient, mist, stars
from assets.forge.places import hollow_fields
from assets.forge.places.hollow_fields import Plain

FOG = "#e8978c"
SKY = ramp(
    (0, "#1a1c46"),
    (0.20, "#34306c"),
    (0.38, "#6b417f"),
    (0.56, "#b65a7f"),
    (0.73, "#e9806f"),
    (0.87, "#f7a768"),
    (1, "#ffd796"),
)
CLOUDS = Clouds(lit="#ff957c", dark="#43306c", edge="#ffe0a0", seed=27, floor=300, cover=(0.0, 0.42))


def lay(view: View, plain: Plain, camera: Camera, sun: tuple[float, float]) -> None:
    """Lay all that never moves, and the night's sky; `sun` is where the sun stands, on the canvas."""
    frame = view.frame
    picture = _sky(frame, sun)
    far = profile(
        frame,
        252,
        20,
        0.0062,
        3,
        [(150, 74, 150), (310, 30, 110), (446, -30, 95), (905, 66, 190), (1150, 92, 170)],
    )
    near = profile(frame, 276, 18, 0.007, 7, [(20, 96, 170), (640, 14, 140), (820, 44, 130), (1230, 96, 180)])
    hill = profile(frame, 300, 9, 0.005, 13, [(90, 52, 210), (1120, 58, 230)], ridged=False)
    picture = over(
        picture,
        mountain(
            frame, far, shade="#93608f", lit="#ffbf90", fog="#f6a48c", fog_depth=105, towards=-1, seed=31
        ),
    )
    picture = over(picture, painted("#ffc696", mist(frame, 284, 26, amount=0.7, seed=41)))
    picture = over(
        picture,
        mountain(
            frame, near, shade="#64457f", lit="#f19a86", fog="#ea8f86", fog_depth=95, towards=-1, seed=32
        ),
    )
    picture = over(
        picture,
        painted(
            hollow_fields.fields(frame, plain, picture, sun, FOG, hollow_fields.river(plain)), plain.mask
        ),
    )
    woods = wooded(
        frame,
        hill,
        trees=190,
        height=17,
        colour="#4c3566",
        lit="#ffb080",
        fog="#dd8a84",
        fog_depth=70,
        sun=sun,
        seed=51,
    )
    sides = np.maximum(step(330, 120, frame.x), step(860, 1040, frame.x)) * step(372, 300, frame.y)
    picture = over(picture, woods * sides[..., None])
    low = np.exp(-(((frame.y - 290) / 17) ** 2)) * 0.8
    picture = over(
        picture, painted("#f5ab90", np.clip(low + mist(frame, 312, 20, amount=0.4, seed=43), 0, 0.92))
    )
    grey, where = hollow_fields.hushed(plain, picture)
    picture = mix(picture, grey, where)
    picture = over(picture, _scarecrow(frame, camera))
    view.add("far", np.clip(picture, 0, 1), 0.0, quality=90)
    ridge = np.minimum(far, near)
    view.add("night", painted(_night(frame, sun), 1 - frame.below(ridge, 1.6)), 0.0, when="night", quality=86)


def _scarecrow(frame: Frame, camera: Camera) -> Floats:
    x0, x1, z0, z1 = hollow_fields.HARROW
    x, y, _ = camera.at((x0 * 0.55 + x1 * 0.45, hollow_fields.PLAIN_Y, z0 * 0.8 + z1 * 0.2))
    figure = frame.drawing(lambda c, p: (p.setColor(ink("#3d3b48")), folk.scarecrow(c, p, x, y, 44)))
    bell = frame.drawing(
        lambda c, p: (
            p.setColor(ink("#e0b060")),
            c.drawPath(
                flowing([(x + 11, y - 48), (x + 9, y - 43), (x + 15, y - 43), (x + 13, y - 48)], closed=True),
                p,
            ),
        )
    )
    return over(figure, bell)


def _sky(frame: Frame, sun: tuple[float, float]) -> Floats:
    sky = gradient(frame, SKY, sun, 305, warmth=0.2, reach=300)
    sky = np.clip(
        sky + stars(frame, 160, 170)[..., None] * np.array([0.9, 0.85, 1.0], np.float32) * 0.8, 0, 1
    )
    sky = brushed(frame, clouded(frame, sky, sun, CLOUDS))
    glare = pool(frame, *sun, 120, "#ff9a60", 0.22) + pool(frame, *sun, 420, "#ff6a50", 0.14)
    disc = np.clip((30 - frame.distance(*sun)) / 1.2 + 0.5, 0, 1)
    return np.clip(mix(np.clip(sky + glare, 0, 1), "#fffae6", disc), 0, 1)


def _night(frame: Frame, sun: tuple[float, float]) -> Floats:
    """The sky of the night, painted lighter than it will look: it is seen through the night's grade."""
    table = ramp((0, "#2c3c8c"), (0.5, "#5a62b4"), (0.85, "#9a84c0"), (1, "#c9a0b8"))
    sky = gradient(frame, table, sun, 320, warmth=0.1)
    clouds = Clouds(
        lit="#8f96d6", dark="#34408a", edge="#c8ccf4", seed=27, floor=300, cover=(0.1, 0.5), amount=0.5
    )
    sky = brushed(frame, clouded(frame, sky, (900, 90), clouds))
    return np.clip(sky + stars(frame, 620, 330, seed=23)[..., None] * rgb("#fff4e8"), 0, 1)
