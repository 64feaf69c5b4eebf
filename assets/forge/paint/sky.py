"""Skies: gradient with the light's own warmth, streaked clouds lit from the sun, stars."""

from dataclasses import dataclass

import numpy as np

from assets.forge.paint.brush import strokes
from assets.forge.paint.colour import Floats, mix, rgb, shade, step
from assets.forge.paint.frame import Frame
from assets.forge.paint.noise import fractal, warped


@dataclass(frozen=True)
class Clouds:
    """How the clouds of a sky look; `spread` are the noise frequencies across and down."""

    lit: str
    dark: str
    edge: str
    seed: int = 19
    spread: tuple[float, float] = (0.0018, 0.0155)
    cover: tuple[float, float] = (0.02, 0.42)
    floor: float = 400.0
    amount: float = 0.85
    edge_amount: float = 0.8


def gradient(
    frame: Frame,
    table: Floats,
    sun: tuple[float, float],
    horizon: float,
    *,
    warmth: float = 0.16,
    reach: float = 370.0,
    seed: int = 2,
) -> Floats:
    """A sky from the top of a ramp to the horizon; warmer near the sun, colder far to the sides of it."""
    near = np.exp(-((np.hypot((frame.x - sun[0]) * 0.7, frame.y - sun[1]) / reach) ** 2))
    drift = 0.06 * warped(frame.x * 0.00135, frame.y * 0.003, 1, 3, seed)
    side = 0.10 * step(330, 1200, np.abs(frame.x - sun[0]))
    return shade(frame.y / horizon + drift + warmth * near - side, table)


def clouded(frame: Frame, sky: Floats, sun: tuple[float, float], clouds: Clouds) -> Floats:
    """The sky under streaked clouds, whose edges towards the sun shine."""
    down = np.log1p(np.maximum(frame.y + 30, 0) / 93.0) * 113
    fx, fy = clouds.spread

    def density(dy: float) -> Floats:
        return warped(frame.x * fx, (down + dy) * fy, 1.3, 6, clouds.seed)

    here = density(0)
    towards = density(9.0 * np.sign(sun[1] - 200))
    away = frame.distance(*sun) + 1
    cover = (
        step(*clouds.cover, here + 0.12)
        * step(clouds.floor + 80, clouds.floor - 110, frame.y)
        * clouds.amount
    )
    light = np.clip((here - towards) * 3.2 + 0.45, 0, 1) * np.clip(1.25 - away / 1130, 0.15, 1)
    colour = mix(rgb(clouds.dark)[None, None], rgb(clouds.lit)[None, None], step(0.1, 0.9, light))
    shine = step(0.55, 1.0, light) * clouds.edge_amount * np.exp(-away / 530)
    return mix(sky, mix(colour, rgb(clouds.edge)[None, None], shine), cover)


def brushed(frame: Frame, sky: Floats, seed: int = 3) -> Floats:
    """The sky painted with long strokes along the wind, then shorter ones."""
    flow = -0.18 + 0.5 * warped(frame.x * 0.0018, frame.y * 0.003, 1.0, 3, seed + 1)
    long = strokes(sky, flow, 15000, 40, 6, strength=0.5, light=0.028, warm=0.017, seed=seed)
    return strokes(long, flow, 8000, 21, 3, strength=0.45, light=0.032, warm=0.018, seed=seed + 5)


def stars(frame: Frame, count: int, floor: float, seed: int = 11, bright: float = 1.0) -> Floats:
    """A mask of stars, thicker towards the top and gone at `floor`."""
    random = np.random.default_rng(seed)
    xs = random.uniform(-frame.margin[0], frame.width + frame.margin[0], count)
    ys = random.random(count) ** 1.5 * (floor + frame.margin[1]) - frame.margin[1]
    power = random.random(count) ** 3

    def draw(canvas, paint) -> None:
        for x, y, p in zip(xs, ys, power, strict=True):
            paint.setAlphaf(float((0.25 + 0.75 * p) * np.clip(1.08 - y / floor, 0, 1) * bright))
            canvas.drawCircle(float(x), float(y), float(0.5 + 0.75 * p), paint)

    return frame.mask(draw)


def mist(
    frame: Frame, y: float, height: float, *, amount: float = 0.6, seed: int = 1, floor: float = 0.25
) -> Floats:
    """A mask of a bank of mist lying along y."""
    curl = warped(frame.x * 0.0027, frame.y * 0.009, 1.2, 4, seed) * 0.9 + 0.5
    band = np.exp(-(((frame.y - y) / height) ** 2))
    return np.clip(band * (floor + (1 - floor) * step(0.1, 0.95, curl)) * amount, 0, 1).astype(np.float32)


def wisps(frame: Frame, fx: float, fy: float, seed: int) -> Floats:
    """A field 0…1 of torn vapour, for smoke and the edges of fog."""
    return step(
        -0.35,
        0.5,
        0.7 * warped(frame.x * fx, frame.y * fy, 1.6, 5, seed)
        + 0.3 * fractal(frame.x * fx * 3, frame.y * fy * 3, 3, seed + 7),
    )
