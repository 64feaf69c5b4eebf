"""The fields beyond Ember Hollow, painted in perspective: strips, hedges, the river, and Harrow's field."""

from dataclasses import dataclass

import numpy as np

from assets.forge.build.camera import Camera
from assets.forge.paint.brush import strokes
from assets.forge.paint.colour import Floats, mix, rgb, step
from assets.forge.paint.filters import blur
from assets.forge.paint.frame import Frame
from assets.forge.paint.noise import fractal, warped

PLAIN_Y = -5.5
FURROWS = 41
HARROW = (33.0, 70.0, 196.0, 282.0)
"""Harrow's field: from x to x, from z to z."""


@dataclass(frozen=True)
class Plain:
    """The valley floor as the camera sees it: where in the world (metres) every pixel lies."""

    x: Floats
    z: Floats
    mask: Floats
    horizon: float

    @classmethod
    def seen(cls, frame: Frame, camera: Camera, level: float = PLAIN_Y) -> "Plain":
        """The plain so many metres high under the camera's horizon."""
        down = np.maximum(frame.y - camera.horizon, 0.5)
        z = (camera.y - level) * camera.focal / down
        x = (frame.x - camera.centre) * z / camera.focal
        mask = np.clip((frame.y - camera.horizon - 3) / 2, 0, 1)
        return cls(x.astype(np.float32), z.astype(np.float32), mask.astype(np.float32), camera.horizon)


def harrow(plain: Plain) -> Floats:
    """The mask of Harrow's field; its edges waver a little."""
    x0, x1, z0, z1 = HARROW
    x = plain.x + 1.2 * fractal(plain.x * 0.1, plain.z * 0.05, 2, 31)
    soft = plain.z / 830
    inside = [step(-0.6, 0.6, side / soft) for side in (x - x0, x1 - x, plain.z - z0, z1 - plain.z)]
    return np.prod(inside, axis=0).astype(np.float32)


def river(plain: Plain) -> tuple[Floats, Floats]:
    """The mask of the river that winds away to the light, and every pixel's distance from its middle (m)."""
    middle = 6 + 34 * np.sin(plain.z * 0.0085 + 2.2) * np.clip((plain.z - 150) / 500, 0.15, 1.0)
    middle = middle - 0.06 * (plain.z - 250)
    off = np.abs(plain.x - middle)
    width = 5.5 + plain.z * 0.012
    return step(width + plain.z / 500, width, off), off


def fields(
    frame: Frame,
    plain: Plain,
    sky: Floats,
    sun: tuple[float, float],
    fog: str,
    stream: tuple[Floats, Floats],
) -> Floats:
    """The whole plain (rows, columns, 3), to be laid under Plain.mask; `stream` as from `river`."""
    across = plain.x * 0.86 + plain.z * 0.30 + 5 * fractal(plain.x * 0.012, plain.z * 0.008, 2, 41)
    along = plain.z - plain.x * 0.25 + 8 * fractal(plain.x * 0.01, plain.z * 0.006, 2, 43)
    row = np.floor(along / 46)
    strip = np.floor(across / 30 + row * 0.37)
    chance = np.modf(np.abs(np.sin(strip * 12.9898 + row * 78.233)) * 43758.5453)[0]
    crops = rgb("#6a4560"), rgb("#a8705c"), rgb("#53506a"), rgb("#8a5c58"), rgb("#b98a62")
    colour = np.zeros((*frame.shape, 3), np.float32)
    for k, crop in enumerate(crops):
        colour += ((np.floor(chance * len(crops)) == k)[..., None]) * crop
    fine = np.clip(1.6 - plain.z / 420, 0, 1)
    rows = 0.5 + 0.5 * np.sin(across * 2.4)
    colour *= (1 - 0.16 * fine * rows * (chance > 0.3))[..., None]
    edge_x = np.abs(np.modf(np.abs(across / 30 + row * 0.37))[0] - 0.5) * 2
    edge_z = np.abs(np.modf(np.abs(along / 46))[0] - 0.5) * 2
    hedge = np.maximum(step(0.93, 0.985, edge_x), step(0.93, 0.99, edge_z))
    hedge *= step(-0.4, 0.1, fractal(plain.x * 0.25, plain.z * 0.12, 2, 44))
    colour = mix(colour, "#352c4a", hedge * 0.75)
    colour *= (1 + 0.14 * warped(plain.x * 0.02, plain.z * 0.012, 0.8, 4, 45))[..., None]
    water, off = stream
    colour = mix(colour, "#3c3150", np.exp(-((off / 15) ** 2)) * 0.45)
    mirror = sky[
        np.clip((2 * plain.horizon - frame.y + frame.margin[1]).astype(int), 0, frame.shape[0] - 1),
        np.arange(frame.shape[1])[None],
    ]
    shine = mix(mirror, "#ffe9b0", 0.35 + 0.3 * step(0.1, 0.5, fractal(frame.x * 0.01, frame.y * 0.2, 3, 46)))
    colour = mix(colour, shine, water)
    near = np.exp(-(((frame.x - sun[0]) / 360) ** 2))
    colour = mix(colour, "#ffb27a", near * 0.30 * np.exp(-(((frame.y - plain.horizon - 15) / 90) ** 2)))
    veil = step(
        plain.horizon + 185,
        plain.horizon + 7,
        frame.y + 14 * warped(frame.x * 0.006, frame.y * 0.02, 1, 3, 47),
    )
    colour = mix(colour, fog, veil * 0.82)
    return strokes(
        colour,
        0.05 + 0.12 * fractal(frame.x * 0.01, frame.y * 0.02, 2, 48),
        9000,
        15,
        2.0,
        strength=0.5,
        where=step(plain.horizon + 3, plain.horizon + 15, frame.y) * 0.9,
        seed=12,
    )


def hushed(plain: Plain, picture: Floats) -> tuple[Floats, Floats]:
    """Harrow's field the colour of dishwater, forty-one furrows: a picture and the mask in which it lies."""
    x0, x1, _, _ = HARROW
    mask = harrow(plain)
    ridge = 0.5 + 0.5 * np.cos((plain.x - x0) / (x1 - x0) * FURROWS * 2 * np.pi)
    grey = mix("#75757f", "#a5a5ab", ridge)
    grey = grey * (1 + 0.10 * fractal(plain.x * 0.2, plain.z * 0.1, 3, 51))[..., None]
    spill = np.clip(blur(mask, 7) * 1.2, 0, 1) * (1 - mask)
    pale = mix(picture, picture.mean(2, keepdims=True) * np.array([0.98, 1.0, 1.06], np.float32), 0.85)
    return mix(pale, grey, mask), np.clip(mask + spill * 0.75, 0, 1)
