"""Small noise functions for the kernels: dice, smoothsteps, clouds and cells."""

import math

from numba import njit

from assets.forge.paint.noise import gradient, hashed


@njit(inline="always")
def cell(i, j, seed):
    """A number 0…1 for a grid point."""
    return (hashed(int(i), int(j), int(seed)) & 65535) / 65535.0


@njit(inline="always")
def ease(a, b, x):
    """Smoothstep from a to b (b may be smaller than a)."""
    t = min(1.0, max(0.0, (x - a) / (b - a)))
    return t * t * (3 - 2 * t)


@njit(fastmath=True, cache=True)
def cloudy(x, y, seed):
    """Three octaves of noise."""
    return (
        gradient(x, y, seed)
        + 0.5 * gradient(x * 2.1 + 3.3, y * 2.1 + 1.7, seed + 7)
        + 0.25 * gradient(x * 4.3 + 7.1, y * 4.3 + 5.2, seed + 13)
    ) / 1.75


@njit(fastmath=True, cache=True)
def stones(x, y, seed):
    """Distances to the nearest and next cell, the vector to the nearest, and its number."""
    ix, iy = math.floor(x), math.floor(y)
    near, then, cx, cy, number = 9.0, 9.0, 0.0, 0.0, 0.0
    for j in range(-1, 2):
        for i in range(-1, 2):
            gx, gy = ix + i, iy + j
            px, py = gx + 0.15 + 0.7 * cell(gx, gy, seed), gy + 0.15 + 0.7 * cell(gx, gy, seed + 31)
            d = (px - x) ** 2 + (py - y) ** 2
            if d < near:
                then, near, cx, cy, number = near, d, px - x, py - y, cell(gx, gy, seed + 77)
            elif d < then:
                then = d
    return math.sqrt(near), math.sqrt(then), cx, cy, number
