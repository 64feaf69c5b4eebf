"""Bristle strokes: a picture painted again with thousands of short brush marks along a flow."""

import math

import numpy as np
from numba import njit
from numpy.typing import ArrayLike

from assets.forge.paint.colour import Floats
from assets.forge.paint.filters import blur
from assets.forge.paint.noise import gradient, hashed


@njit(fastmath=True, cache=True)
def _lay(source, out, angles, xs, ys, lengths, widths, strengths, tints, seed):
    height, width, _ = source.shape
    for n in range(xs.shape[0]):
        x0 = xs[n]
        y0 = ys[n]
        ix = int(x0)
        iy = int(y0)
        if ix < 0 or iy < 0 or ix >= width or iy >= height:
            continue
        cosine = math.cos(angles[iy, ix])
        sine = math.sin(angles[iy, ix])
        long = lengths[n]
        wide = widths[n]
        reach_x = int(abs(cosine) * long + abs(sine) * wide + 2)
        reach_y = int(abs(sine) * long + abs(cosine) * wide + 2)
        curve = (hashed(n, 3, seed) % 200 - 100) * 0.0025 / long
        for y in range(max(0, iy - reach_y), min(height, iy + reach_y + 1)):
            for x in range(max(0, ix - reach_x), min(width, ix + reach_x + 1)):
                dx = x - x0
                dy = y - y0
                u = dx * cosine + dy * sine
                v = -dx * sine + dy * cosine + curve * u * u
                au = abs(u) / long
                av = abs(v) / wide
                if au < 1 and av < 1:
                    bristle = gradient(v * 1.1 + n * 7.3, u * 0.045, seed)
                    edge = (1 - au * au) * (1 - av**4) * (1 + 1.1 * bristle)
                    k = min(1.0, max(0.0, edge)) * strengths[n]
                    for c in range(3):
                        out[y, x, c] += (source[iy, ix, c] + tints[n, c] - out[y, x, c]) * k


def strokes(
    picture: Floats,
    angle: ArrayLike,
    count: int,
    length: float,
    width: float,
    *,
    strength: float = 0.5,
    light: float = 0.03,
    warm: float = 0.015,
    seed: int = 1,
    where: Floats | None = None,
) -> Floats:
    """The picture (h, w, 3) under `count` bristle strokes lying along `angle` (radians, a number or a field).

    `light` and `warm` are the spread of lightness and of warm against cool from stroke to stroke; `where`
    is the chance 0…1 that a stroke stays at a place.
    """
    random = np.random.default_rng(seed)
    rows, columns = picture.shape[:2]
    source = np.ascontiguousarray(blur(picture.astype(np.float32), 1.4))
    out = np.ascontiguousarray(picture.astype(np.float32).copy())
    angles = np.ascontiguousarray(np.broadcast_to(np.asarray(angle, np.float32), (rows, columns)))
    xs = random.random(count) * columns
    ys = random.random(count) * rows
    if where is not None:
        keep = random.random(count) < where[ys.astype(int), xs.astype(int)]
        xs, ys = xs[keep], ys[keep]
    n = len(xs)
    size = random.random(n) ** 1.5 * 0.9 + 0.45
    tints = random.normal(0, light, (n, 1)) + random.normal(0, warm, (n, 1)) * np.array([[1, 0.1, -1.0]])
    bright = source[ys.astype(int), xs.astype(int)].mean(1)[:, None]
    _lay(
        source,
        out,
        angles,
        xs.astype(np.float32),
        ys.astype(np.float32),
        (length * size).astype(np.float32),
        (width * size).astype(np.float32),
        (strength * (0.5 + 0.5 * random.random(n))).astype(np.float32),
        tints * (0.25 + 0.9 * bright),
        seed,
    )
    return np.clip(out, 0, 1)
