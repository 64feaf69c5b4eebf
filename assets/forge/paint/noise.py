"""Gradient noise: fractal, ridged, warped, and along a line. Every seed gives the same field for ever."""

import math

import numpy as np
from numba import njit, prange
from numpy.typing import ArrayLike

from assets.forge.paint.colour import Floats

PLAIN, RIDGED, BILLOW = 0, 1, 2


@njit(inline="always")
def hashed(ix: int, iy: int, seed: int) -> int:
    """A well mixed 32-bit number for a grid point."""
    n = (ix * 374761393 + iy * 668265263 + seed * 974634777) & 0xFFFFFFFF
    n = ((n ^ (n >> 13)) * 1274126177) & 0xFFFFFFFF
    return (n ^ (n >> 16)) & 0xFFFFFFFF


@njit(inline="always")
def _slope(ix: int, iy: int, dx: float, dy: float, seed: int) -> float:
    angle = (hashed(ix, iy, seed) & 1023) * 0.006135923
    return math.cos(angle) * dx + math.sin(angle) * dy


@njit(fastmath=True, cache=True)
def gradient(x: float, y: float, seed: int) -> float:
    """Smooth noise at one point, about −1…1, features one unit apart."""
    ix = math.floor(x)
    iy = math.floor(y)
    fx = x - ix
    fy = y - iy
    u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
    v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    a = _slope(ix, iy, fx, fy, seed)
    b = _slope(ix + 1, iy, fx - 1, fy, seed)
    c = _slope(ix, iy + 1, fx, fy - 1, seed)
    d = _slope(ix + 1, iy + 1, fx - 1, fy - 1, seed)
    return (a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v) * 1.5


@njit(parallel=True, fastmath=True, cache=True)
def _sum(xs, ys, octaves, gain, spacing, seed, kind):
    height, width = xs.shape
    out = np.empty((height, width), np.float32)
    for j in prange(height):
        for i in range(width):
            x = xs[j, i]
            y = ys[j, i]
            weight = 1.0
            total = 0.0
            norm = 0.0
            for k in range(octaves):
                v = gradient(x, y, seed + k * 17)
                if kind == 1:
                    v = 1 - 2 * abs(v)
                elif kind == 2:
                    v = 2 * abs(v) - 0.5
                total += weight * v
                norm += weight
                weight *= gain
                x = x * spacing + 11.3
                y = y * spacing + 7.7
            out[j, i] = total / norm
    return out


def fractal(
    x: ArrayLike,
    y: ArrayLike,
    octaves: int = 5,
    seed: int = 1,
    *,
    gain: float = 0.5,
    spacing: float = 2.03,
    kind: int = PLAIN,
) -> Floats:
    """Noise over the points (x, y), about −1…1; kind is PLAIN, RIDGED or BILLOW."""
    xs, ys = np.broadcast_arrays(np.asarray(x, np.float32), np.asarray(y, np.float32))
    return _sum(np.ascontiguousarray(xs), np.ascontiguousarray(ys), octaves, gain, spacing, seed, kind)


def warped(
    x: Floats, y: Floats, amount: float = 0.8, octaves: int = 5, seed: int = 1, *, kind: int = PLAIN
) -> Floats:
    """Noise bent by other noise: cloud, smoke and stone rather than fur."""
    bend_x = fractal(x + 1.7, y + 9.2, 3, seed + 50)
    bend_y = fractal(x + 8.3, y + 2.8, 3, seed + 90)
    return fractal(x + amount * bend_x, y + amount * bend_y, octaves, seed, kind=kind)


def line(x: ArrayLike, octaves: int = 5, seed: int = 1, *, gain: float = 0.5, kind: int = PLAIN) -> Floats:
    """Noise along one line: profiles of hills, wavering edges."""
    xs = np.atleast_1d(np.asarray(x, np.float32))[None]
    return fractal(xs, np.full_like(xs, seed * 3.17), octaves, seed, gain=gain, kind=kind)[0]
