"""The lighting kernel: patterns, bumps, soft shadows, sky and ground light, fog by distance and height."""

import math

from numba import njit, prange

from assets.forge.build.fields import cell, cloudy, ease
from assets.forge.build.pattern import surface
from assets.forge.paint.noise import gradient

SUN, BULB = 1, 0
TAPS = 9


@njit(fastmath=True, cache=True)
def _seen(light, matrix, shadows, x, y, z, spin):
    """The share 0…1 of a light that reaches a point past the shadow map."""
    size = shadows.shape[1]
    a = matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2] * z + matrix[0, 3]
    c = matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2] * z + matrix[1, 3]
    e = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2] * z + matrix[2, 3]
    if light[0] == BULB:
        if e <= 0.05:
            return 1.0
        a /= e
        c /= e
    if abs(a) >= 0.98 or abs(c) >= 0.98:
        return 1.0
    sx, sy = (a * 0.5 + 0.5) * size, (c * 0.5 + 0.5) * size
    clear = 0.0
    for q in range(TAPS):
        radius = light[10] * math.sqrt((q + 0.5) / TAPS)
        angle = spin + q * 2.4
        i, j = int(sx + radius * math.cos(angle)), int(sy + radius * math.sin(angle))
        if i < 0 or j < 0 or i >= size or j >= size:
            clear += 1
            continue
        near = shadows[int(light[8]), j, i]
        if near <= 0:
            clear += 1
        elif light[0] == BULB:
            clear += 1 if 1 / near > e - light[12] - 0.004 * e else 0
        else:
            clear += 1 if 1000.0 - near > e - light[12] else 0
    return clear / TAPS


@njit(parallel=True, fastmath=True, cache=True)
def shine(
    depth,
    face,
    u,
    v,
    normal,
    rows,
    tangents,
    camera,
    lights,
    matrices,
    shadows,
    sky,
    fog,
    open_,
    out,
    glow,
    lie,
):
    """Light every pixel.

    Writes the tone-mapped colour `out`, the mask `glow` of what shines, and the angle `lie` of the surface.
    """
    height, width = depth.shape
    for y in prange(height):
        for x in range(width):
            t = face[y, x]
            if t < 0:
                continue
            row = rows[t]
            z = 1 / depth[y, x]
            px = camera[3] + (x + 0.5 - camera[0]) * z / camera[2]
            py = camera[4] - (y + 0.5 - camera[1]) * z / camera[2]
            pz = camera[5] + z
            light, second, bu, bv, gloss, through, warm = surface(
                int(row[0]), u[y, x] / row[9], v[y, x] / row[9], int(row[7]), camera[2] / z * row[9]
            )
            r = max(0.0, (row[1] * (1 - second) + row[4] * second) * light * (1 + warm))
            g = max(0.0, (row[2] * (1 - second) + row[5] * second) * light)
            b = max(0.0, (row[3] * (1 - second) + row[6] * second) * light * (1 - warm))
            nx, ny, nz = normal[y, x, 0], normal[y, x, 1], normal[y, x, 2]
            length = math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9
            nx, ny, nz = nx / length, ny / length, nz / length
            vx, vy, vz = camera[3] - px, camera[4] - py, camera[5] - pz
            length = math.sqrt(vx * vx + vy * vy + vz * vz)
            vx, vy, vz = vx / length, vy / length, vz / length
            if nx * vx + ny * vy + nz * vz < 0:
                nx, ny, nz = -nx, -ny, -nz
            fx, fy, fz = nx, ny, nz
            nx += bu * tangents[t, 0] + bv * tangents[t, 3]
            ny += bu * tangents[t, 1] + bv * tangents[t, 4]
            nz += bu * tangents[t, 2] + bv * tangents[t, 5]
            length = math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9
            nx, ny, nz = nx / length, ny / length, nz / length
            free = open_[y, x]
            up = 0.5 + 0.5 * ny
            lr = (sky[0] * up + sky[3] * (1 - up)) * free
            lg = (sky[1] * up + sky[4] * (1 - up)) * free
            lb = (sky[2] * up + sky[5] * (1 - up)) * free
            spin = cell(x, y, 5) * 6.283
            for k in range(lights.shape[0]):
                lamp = lights[k]
                reach = 1.0
                if lamp[0] == SUN:
                    lx, ly, lz = lamp[1], lamp[2], lamp[3]
                else:
                    lx, ly, lz = lamp[1] - px, lamp[2] - py, lamp[3] - pz
                    far = math.sqrt(lx * lx + ly * ly + lz * lz) + 1e-6
                    lx, ly, lz = lx / far, ly / far, lz / far
                    reach = 1 / (1 + (far / lamp[7]) ** 2)
                    if reach < 0.004:
                        continue
                facing = nx * lx + ny * ly + nz * lz
                amount = max(0.0, (facing + lamp[9]) / (1 + lamp[9]))
                if through > 0:
                    amount = max(amount, through * max(0.0, -facing) * 0.9)
                if amount <= 0:
                    continue
                seen = 1.0
                if lamp[8] >= 0:
                    seen = _seen(
                        lamp,
                        matrices[k],
                        shadows,
                        px + fx * lamp[11],
                        py + fy * lamp[11],
                        pz + fz * lamp[11],
                        spin,
                    )
                    if through > 0:
                        seen = max(seen, 0.25)
                share = amount * reach * seen * (0.6 + 0.4 * free)
                lr += lamp[4] * share
                lg += lamp[5] * share
                lb += lamp[6] * share
                if gloss > 0 and seen > 0:
                    hx, hy, hz = lx + vx, ly + vy, lz + vz
                    length = math.sqrt(hx * hx + hy * hy + hz * hz) + 1e-6
                    spark = (
                        max(0.0, (nx * hx + ny * hy + nz * hz) / length) ** 22 * gloss * reach * seen * 0.22
                    )
                    r += lamp[4] * spark
                    g += lamp[5] * spark
                    b += lamp[6] * spark
            r, g, b = r * lr, g * lg, b * lb
            shining = row[8]
            if shining > 0:
                middle = 1 - abs(2 * (u[y, x] - math.floor(u[y, x])) - 1)
                flame = shining * (
                    0.78 + 0.3 * cloudy(u[y, x] * 2.2, v[y, x] * 2.2, int(row[7])) + 0.22 * middle
                )
                r += row[1] * flame
                g += row[2] * flame
                b += row[3] * flame
                glow[y, x] = min(1.0, shining * 0.5)
            haze = 1 - math.exp(-max(0.0, z - fog[3]) / fog[4]) if fog[4] > 0 else 0.0
            if fog[6] > 0:
                drift = py + fog[6] * 0.35 * gradient(px * 0.08, py * 0.1 + pz * 0.03, 3)
                haze = 1 - (1 - haze) * (1 - fog[7] * ease(fog[5] + fog[6], fog[5], drift))
            if shining > 0:
                haze *= 0.6
            out[y, x, 0] = (1 - math.exp(-r * 1.25)) * (1 - haze) + fog[0] * haze
            out[y, x, 1] = (1 - math.exp(-g * 1.25)) * (1 - haze) + fog[1] * haze
            out[y, x, 2] = (1 - math.exp(-b * 1.25)) * (1 - haze) + fog[2] * haze
            ax = tangents[t, 3] - tangents[t, 5] * (px - camera[3]) / z
            ay = tangents[t, 5] * (py - camera[4]) / z - tangents[t, 4]
            lie[y, x] = math.atan2(ay, ax)
