"""Light that is added: glows round small sources, bloom of bright places, rings of sound."""

import numpy as np

from assets.forge.paint.colour import Colour, Floats, rgb, step
from assets.forge.paint.filters import blur
from assets.forge.paint.frame import Frame
from assets.forge.paint.noise import fractal

WARM = ((2.6, "#ffd890", 0.9), (9.0, "#ff9a48", 0.8), (30.0, "#ff7a30", 0.9), (80.0, "#d8401c", 0.8))


def pool(
    frame: Frame, x: float, y: float, radius: float, colour: Colour, amount: float = 1.0, *, tall: float = 1.0
) -> Floats:
    """A round glow (rows, columns, 3) that falls away softly from (x, y)."""
    fall = np.exp(-((frame.distance(x, y, tall=tall) / radius) ** 2)) * amount
    return (rgb(colour) * fall[..., None]).astype(np.float32)


def aura(sources: Floats, layers: tuple[tuple[float, str, float], ...] = WARM) -> Floats:
    """The light round small bright shapes (a mask): one blur after another, gold within to red without."""
    light = np.zeros((*sources.shape, 3), np.float32)
    for sigma, colour, amount in layers:
        light += blur(sources, sigma)[..., None] * rgb(colour) * amount
    return np.clip(light, 0, 1)


def bloom(
    picture: Floats, threshold: float = 0.7, amount: float = 0.4, tint: Colour = (1.0, 0.78, 0.6)
) -> Floats:
    """What spills from the bright parts of a finished picture."""
    bright = picture * step(threshold, threshold + 0.3, picture.max(2))[..., None]
    spill = sum(blur(bright, sigma) for sigma in (4.0, 12.0, 34.0, 80.0)) / 4
    return np.clip(spill * amount * rgb(tint), 0, 1).astype(np.float32)


def rings(frame: Frame, x: float, y: float, first: float, gap: float, count: int) -> Floats:
    """A mask of broken rings spreading from (x, y), fainter outwards: sound made visible."""
    distance = frame.distance(x, y)
    angle = np.arctan2(frame.y - y, frame.x - x)
    mask = np.zeros(frame.shape, np.float32)
    for i in range(count):
        radius = first + gap * i + 3.0 * i * i
        broken = step(-0.15, 0.5, fractal(np.cos(angle) * 1.6 + i * 3, np.sin(angle) * 1.6, 3, 60 + i))
        mask += np.exp(-(((distance - radius) / (0.8 + 0.1 * i)) ** 2)) * (0.5 * 0.8**i) * broken
        mask += np.exp(-(((distance - radius) / (10 + 2 * i)) ** 2)) * (0.1 * 0.8**i)
    return np.clip(mask, 0, 1)
