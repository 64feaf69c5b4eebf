"""Kernels that turn projected triangles into depth, pattern coordinates and normals, and find creases."""

import math

import numpy as np
from numba import njit, prange

from assets.forge.build.fields import cell

BANDS = 32


@njit(parallel=True, fastmath=True, cache=True)
def fill(corners, coords, normals, depth, face, u, v, normal, surface):
    """Rasterise corners (n,3,3) = x, y, 1/z in pixels; the largest 1/z wins.

    Writes `depth` (1/z) and `face` (index); with `surface` also `u`, `v` and `normal`, perspective-correct.
    """
    height, width = depth.shape
    band = (height + BANDS - 1) // BANDS
    for b in prange(BANDS):
        first, last = b * band, min(height, (b + 1) * band)
        for t in range(corners.shape[0]):
            x0, y0, i0 = corners[t, 0, 0], corners[t, 0, 1], corners[t, 0, 2]
            x1, y1, i1 = corners[t, 1, 0], corners[t, 1, 1], corners[t, 1, 2]
            x2, y2, i2 = corners[t, 2, 0], corners[t, 2, 1], corners[t, 2, 2]
            if i0 <= 0 or i1 <= 0 or i2 <= 0:
                continue
            top = max(first, math.floor(min(y0, y1, y2)))
            bottom = min(last - 1, math.ceil(max(y0, y1, y2)))
            left = max(0, math.floor(min(x0, x1, x2)))
            right = min(width - 1, math.ceil(max(x0, x1, x2)))
            area = (y1 - y2) * (x0 - x2) + (x2 - x1) * (y0 - y2)
            if top > bottom or left > right or abs(area) < 1e-9:
                continue
            for y in range(top, bottom + 1):
                for x in range(left, right + 1):
                    px, py = x + 0.5, y + 0.5
                    a = ((y1 - y2) * (px - x2) + (x2 - x1) * (py - y2)) / area
                    c = ((y2 - y0) * (px - x2) + (x0 - x2) * (py - y2)) / area
                    d = 1 - a - c
                    if a < -1e-5 or c < -1e-5 or d < -1e-5:
                        continue
                    near = a * i0 + c * i1 + d * i2
                    if near <= depth[y, x]:
                        continue
                    depth[y, x] = near
                    face[y, x] = t
                    if not surface:
                        continue
                    a *= i0 / near
                    c *= i1 / near
                    d *= i2 / near
                    u[y, x] = a * coords[t, 0, 0] + c * coords[t, 1, 0] + d * coords[t, 2, 0]
                    v[y, x] = a * coords[t, 0, 1] + c * coords[t, 1, 1] + d * coords[t, 2, 1]
                    for k in range(3):
                        normal[y, x, k] = a * normals[t, 0, k] + c * normals[t, 1, k] + d * normals[t, 2, k]


@njit(parallel=True, fastmath=True, cache=True)
def creases(depth, normal, camera, reach, samples):
    """Ambient occlusion 0..1 from a depth picture: how open each point is within `reach` metres."""
    height, width = depth.shape
    out = np.ones((height, width), np.float32)
    for y in prange(height):
        for x in range(width):
            if depth[y, x] <= 0:
                continue
            z = 1 / depth[y, x]
            k = camera[2] / z
            px, py = (x - camera[0]) / k, -(y - camera[1]) / k
            nx, ny, nz = normal[y, x, 0], normal[y, x, 1], normal[y, x, 2]
            length = math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9
            nx, ny, nz = nx / length, ny / length, nz / length
            if nx * -px + ny * -py + nz * -z < 0:
                nx, ny, nz = -nx, -ny, -nz
            radius = min(60.0, max(3.0, reach * k))
            start = cell(x, y, 9) * 6.283
            total = 0.0
            for q in range(samples):
                far = radius * ((q + 0.5) / samples)
                angle = start + q * 2.399963
                i, j = int(x + far * math.cos(angle)), int(y + far * math.sin(angle))
                if i < 0 or j < 0 or i >= width or j >= height or depth[j, i] <= 0:
                    continue
                z2 = 1 / depth[j, i]
                k2 = camera[2] / z2
                dx, dy, dz = (i - camera[0]) / k2 - px, -(j - camera[1]) / k2 - py, z2 - z
                d = math.sqrt(dx * dx + dy * dy + dz * dz) + 1e-6
                above = (dx * nx + dy * ny + dz * nz) / d - 0.12
                if above > 0 and d < reach * 2.2:
                    total += above * (1 - d / (reach * 2.2))
            out[y, x] = max(0.0, 1 - 4.2 * total / samples)
    return out
