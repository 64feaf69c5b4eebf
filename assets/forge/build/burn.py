"""What lit lamps and fires do to a painted picture: their own glow, and the light they add."""

import numpy as np

from assets.forge.build.stage import Layer
from assets.forge.paint.brush import strokes
from assets.forge.paint.colour import Floats, step
from assets.forge.paint.frame import over
from assets.forge.paint.light import aura

Layers = dict[str, Layer]


def lifted(dark: Layers, lit: Layers, names: list[str]) -> Floats:
    """The light (RGB, to be added) that turns these groups, back to front, from dark to lit."""
    below = above = np.zeros((*dark[names[0]].glow.shape, 3), np.float32)
    for name in names:
        below, above = over(below, dark[name].plain), over(above, lit[name].plain)
    light = np.clip(above - below, 0, 1)
    where = step(0.02, 0.1, light.max(2))
    return strokes(light, 0.35, 9000, 10, 2.6, strength=0.45, light=0.02, seed=8, where=where)


def halo(lit: Layers, names: list[str], amount: float) -> Floats:
    """The light (RGB, to be added) round everything in these groups that shines."""
    shining = np.zeros(lit[names[0]].glow.shape, np.float32)
    for name in names:
        shining = shining * (1 - lit[name].rgba[..., 3]) + lit[name].glow
    return aura(shining, ((3.0, "#ffb060", 0.45), (14.0, "#ff8a38", 0.5), (54.0, "#e2581c", 0.55))) * amount


def glowing(layer: Layer) -> Floats:
    """The painted layer with the small glow of its own lamps on it."""
    light = aura(layer.glow, ((2.2, "#ffb868", 0.4), (9.0, "#ff9038", 0.5), (26.0, "#e2601c", 0.3)))
    alpha = layer.rgba[..., 3:]
    return np.dstack([np.clip(layer.rgba[..., :3] + light * alpha, 0, alpha), alpha]).astype(np.float32)
