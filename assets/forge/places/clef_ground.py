"""The ground at the Clef: a heath, and five roads that part from a knot like the strands of a rope."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline
from scipy.spatial import cKDTree

from assets.forge.build.camera import Camera
from assets.forge.paint.brush import strokes
from assets.forge.paint.colour import Floats, mix, rgb, step
from assets.forge.paint.frame import Frame
from assets.forge.paint.noise import fractal, warped
from assets.forge.places.hollow_fields import Plain

KNOT = (0.0, 11.4)


@dataclass(frozen=True)
class Road:
    """A road through points (x, z) in metres; `twist` strands a metre; a ruled one has none and is kerbed."""

    points: Sequence[tuple[float, float]]
    width: float
    pale: str
    dark: str
    twist: float = 0.9
    ruled: bool = False


def _ring(radius: float, start: float, turn: float) -> list[tuple[float, float]]:
    angles = np.linspace(start, start + turn, 14)
    return [(KNOT[0] + radius * 1.15 * np.cos(a), KNOT[1] + radius * np.sin(a)) for a in angles]


ROADS = (
    Road([(0.6, 13.6), (1.4, 20), (5, 60), (11, 120), (30, 320)], 1.5, "#b5a3c8", "#6a5f94", 0.0, ruled=True),
    Road(
        [*_ring(2.1, 0.2, 2.4), (-5.5, 12.6), (-10, 17), (-22, 26), (-34, 44), (-80, 70)],
        1.5,
        "#a39ac4",
        "#41406e",
    ),
    Road([*_ring(2.6, 2.6, 1.9), (1.6, 8.2), (3.6, 6.6), (5.2, 4.6), (5.4, 2.6)], 1.7, "#a696bc", "#453e6a"),
    Road(
        [*_ring(2.3, -1.2, 2.6), (-1.6, 15), (-5, 21), (-6, 32), (-15, 52), (-14, 90), (-40, 160)],
        1.5,
        "#9fa4cc",
        "#3c4474",
    ),
    Road(
        [*_ring(2.4, 3.6, 3.0), (4.6, 12.0), (9, 13.6), (16, 19), (19, 30), (36, 46), (60, 60)],
        1.5,
        "#b09cb8",
        "#4a3f68",
    ),
)
"""The ruled road first, so that the others are laid over it."""


def heath(frame: Frame, camera: Camera, fog: str, glow: tuple[float, float]) -> tuple[Floats, Floats]:
    """The ground (rows, columns, 3) and its mask."""
    plain = Plain.seen(frame, camera, 0.0)
    weave = warped(plain.x * 0.16, plain.z * 0.09, 0.9, 5, 3)
    tufts = fractal(plain.x * 1.1, plain.z * 0.5, 4, 4)
    colour = mix("#2c2c58", "#54487c", np.clip(0.45 + 0.6 * weave + 0.25 * tufts, 0, 1))
    for k, road in enumerate(ROADS):
        colour = _laid(colour, plain, road, k)
    near = np.exp(-(((frame.x - glow[0]) / 380) ** 2)) * np.exp(-(((frame.y - camera.horizon) / 120) ** 2))
    colour = mix(colour, "#d98c98", near * 0.45)
    veil = step(
        camera.horizon + 92,
        camera.horizon + 6,
        frame.y + 9 * warped(frame.x * 0.006, frame.y * 0.02, 1, 3, 47),
    )
    colour = mix(colour, fog, veil * 0.9)
    colour = colour * (1 - 0.55 * step(600, 760, frame.y) - 0.25 * step(640, 1300, frame.x))[..., None]
    brushed = strokes(
        colour,
        0.03 + 0.2 * weave,
        14000,
        12,
        1.8,
        strength=0.42,
        seed=12,
        where=step(384, 400, frame.y) * 0.8,
    )
    return brushed, plain.mask


def _laid(colour: Floats, plain: Plain, road: Road, number: int) -> Floats:
    """The ground with one road on it: strands that wind round one another, dark at the edges, pale on top."""
    knots = np.array(road.points, float)
    t = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(knots, axis=0).T))])
    fine = np.linspace(0, t[-1], 2400)
    path = CubicSpline(t, knots)(fine)
    reach = plain.z < 420
    spots = np.stack([plain.x[reach], plain.z[reach]], 1)
    away, index = cKDTree(path).query(spots, distance_upper_bound=road.width * 1.8)
    found = np.isfinite(away)
    index = np.where(found, index, 0)
    along = np.gradient(path, axis=0)
    along /= np.hypot(*along.T)[:, None]
    off = spots - path[index]
    side = off[:, 0] * along[index][:, 1] - off[:, 1] * along[index][:, 0]
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])[index]
    half = road.width / 2
    if road.ruled:
        bulge = np.zeros_like(away)
        body = 0.5 + 0.5 * np.cos(side / half * np.pi * 3)
        body = 0.55 + 0.3 * (np.abs(side) > half * 0.84) - 0.1 * body
    else:
        phase = length * road.twist + side / half * 0.55
        strand = np.abs(np.modf(np.abs(phase))[0] - 0.5) * 2
        bulge = 0.10 * half * np.cos(phase * 2 * np.pi)
        body = np.sqrt(np.clip(1 - (2 * strand - 1) ** 2, 0, 1)) * (1 - 0.35 * (side / half) ** 2)
    soft = np.maximum(plain.z[reach] / 900 * 1.2, 0.04)
    cover = np.where(found, step(half + bulge + soft, half + bulge - soft, away), 0).astype(np.float32)
    shade = np.where(found, np.exp(-(((away - half) / (half * 0.35)) ** 2)), 0).astype(np.float32)
    worn = fractal(plain.x[reach][None] * 0.7, plain.z[reach][None] * 0.7, 3, 20 + number)[0]
    tone = np.clip(body * 0.9 + 0.25 * worn, 0, 1).astype(np.float32)
    far = step(260, 40, plain.z[reach]) * 0.9 + 0.1
    ground = colour[reach]
    ground = ground * (1 - 0.55 * shade * (1 - cover))[:, None]
    rope = rgb(road.dark) * (1 - tone[:, None]) + rgb(road.pale) * tone[:, None]
    amount = (cover * far)[:, None]
    result = colour.copy()
    result[reach] = ground * (1 - amount) + rope * amount
    return result
