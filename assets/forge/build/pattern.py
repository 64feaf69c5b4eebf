"""Patterns of brick, plank, slate and the rest, evaluated per pixel.

Each returns lightness, share of the second colour, bump along u and v, gloss, light let through, and warmth.
`fine` is 0…1: how much of the pattern is big enough to be drawn; far walls turn to plain colour.
"""

import math

from numba import njit

from assets.forge.build.fields import cell, cloudy, ease, stones
from assets.forge.paint.noise import gradient


@njit(fastmath=True, cache=True)
def courses(u, v, seed, ppm, broad, high, joint, contrast):
    """Brick and ashlar: staggered courses, each block its own tone, some burnt dark."""
    wave = 0.012 * gradient(u * 3, v * 3, seed)
    row = math.floor(v / high + wave)
    along = u / broad + 0.5 * (row % 2) + wave
    column = math.floor(along)
    fu, fv = (along - column) * broad, (v / high + wave - row) * high
    edge = min(fu, broad - fu, fv, high - fv)
    fine = min(1.0, ppm * high / 5)
    light = 1 + fine * (contrast * (cell(column, row, seed) - 0.5) + 0.2 * cloudy(u * 9, v * 9, seed))
    tone = cell(column, row, seed + 5)
    if tone > 0.93:
        light *= 1 - 0.35 * fine
    light *= 1 + 0.16 * cloudy(u * 0.7, v * 0.5, seed + 3)
    mortar = (
        fine * (1 - ease(joint * 0.6, joint * 1.5 + 0.006 * abs(gradient(u * 17, v * 17, seed)), edge)) * 0.85
    )
    bu = fine * 0.55 * (ease(0.03, 0, broad - fu) - ease(0.03, 0, fu))
    bv = fine * 0.55 * (ease(0.03, 0, high - fv) - ease(0.03, 0, fv))
    return light, mortar, bu, bv, 0.0, 0.0, fine * 0.16 * (tone - 0.5)


@njit(fastmath=True, cache=True)
def planks(u, v, seed, ppm):
    """Boards with grain along v, uneven ends."""
    broad = 0.19
    board = math.floor(u / broad)
    fu = u - board * broad
    fine = min(1.0, ppm * broad / 5)
    shift = cell(board, 3, seed) * 3
    tone = cell(board, math.floor(v / 2.3 + shift), seed + 1)
    grain = gradient(u * 46, v * 1.6 + tone * 9, seed) + 0.6 * gradient(u * 90, v * 3, seed + 4)
    light = (1 + fine * (0.45 * (tone - 0.5) + 0.16 * grain)) * (
        1 + 0.12 * cloudy(u * 0.8, v * 0.5, seed + 2)
    )
    end = v / 2.3 + shift
    end = (end - math.floor(end)) * 2.3
    gap = fine * (1 - ease(0.004, 0.014, min(fu, broad - fu))) * 0.9
    gap = max(gap, fine * (1 - ease(0.004, 0.012, min(end, 2.3 - end))) * 0.8)
    bu = fine * 0.4 * (ease(0.03, 0, broad - fu) - ease(0.03, 0, fu)) + 0.12 * grain * fine
    return light, gap, bu, 0.0, 0.0, 0.0, 0.06 * (tone - 0.5)


@njit(fastmath=True, cache=True)
def tiles(u, v, seed, ppm, high, broad, rounded):
    """Shingles (rounded) and slates, v up the slope; a few darker, moss in drifts."""
    row = math.floor(v / high)
    along = u / broad + 0.5 * (row % 2) + 0.15 * cell(row, 7, seed)
    column = math.floor(along)
    f = along - column
    lift = 0.16 * (1 - (2 * f - 1) ** 2) if rounded else -0.05 * cell(column, row, seed)
    up = v / high - lift
    row = math.floor(up)
    along = u / broad + 0.5 * (row % 2) + 0.15 * cell(row, 7, seed)
    column = math.floor(along)
    fu, fv = along - column, up - row
    fine = min(1.0, ppm * high / 5)
    light = 1 + fine * (0.55 * (cell(column, row, seed) - 0.5) + 0.18 * cloudy(u * 11, v * 7, seed))
    light *= (1 - fine * 0.55 * ease(0.72, 1.0, fv)) * (1 + fine * 0.30 * ease(0.14, 0.0, fv))
    if cell(column, row, seed + 9) > 0.965:
        light *= 1 - 0.5 * fine
    light *= 1 + 0.22 * cloudy(u * 0.45, v * 0.6, seed + 3)
    gap = fine * (1 - ease(0.004, 0.016, min(fu, 1 - fu) * broad)) * 0.75 * ease(1.0, 0.5, fv)
    moss = ease(0.18, 0.5, cloudy(u * 0.6 + 5, v * 0.9, seed + 21))
    return (
        light,
        gap,
        0.0,
        -0.25 * fine,
        0.0,
        0.0,
        fine * (0.12 * (cell(column, row, seed + 9) - 0.5) - 0.10 * moss),
    )


@njit(fastmath=True, cache=True)
def plaster(u, v, seed):
    """Lime plaster: damp at the foot, streaks, patches fallen to the brick."""
    n = cloudy(u * 0.9, v * 0.9, seed)
    light = 1 + 0.16 * n + 0.08 * cloudy(u * 6, v * 6, seed + 5)
    light *= (
        1 - 0.22 * ease(0.9, 0.0, v + 0.3 * n) - 0.10 * ease(0.0, 0.5, gradient(u * 2.6, v * 0.25, seed + 8))
    )
    bu, bv = 0.16 * gradient(u * 9, v * 9, seed + 2), 0.16 * gradient(u * 9 + 5, v * 9, seed + 2)
    fallen = cloudy(u * 0.55 + 9, v * 0.55, seed + 12)
    bare = 0.0
    if fallen > 0.30:
        row = math.floor(v / 0.125)
        along = u / 0.34 + 0.5 * (row % 2)
        column = math.floor(along)
        fv, fu = v / 0.125 - row, along - column
        bare = 0.62 * ease(0.30, 0.34, fallen)
        light *= (1 - 0.35 * ease(0.34, 0.30, fallen)) * (0.9 + 0.4 * (cell(column, row, seed) - 0.5))
        light *= 1 - 0.3 * (1 - ease(0.04, 0.12, min(fv, 1 - fv, fu * 2, 2 - fu * 2)))
    return light, bare, bu, bv, 0.0, 0.0, 0.05 * n


@njit(fastmath=True, cache=True)
def rubble(u, v, seed, ppm, broad, high, gloss):
    """Field stones in mortar, and cobbles."""
    x = u / broad + 0.2 * gradient(u * 1.3, v * 1.3, seed)
    y = v / high + 0.2 * gradient(u * 1.3 + 4, v * 1.3, seed)
    near, then, cx, cy, number = stones(x, y, seed)
    fine = min(1.0, ppm * high / 7)
    gap = fine * (1 - ease(0.03, 0.13, then - near)) * 0.85
    light = 1 + fine * (0.5 * (number - 0.5) + 0.2 * cloudy(u * 8, v * 8, seed))
    light *= 1 + 0.2 * cloudy(u * 0.35, v * 0.35, seed + 2)
    round_ = 0.9 * ease(0.05, 0.5, near) * fine
    return light, gap, -cx * round_, -cy * round_, gloss, 0.0, 0.10 * (number - 0.5)


@njit(fastmath=True, cache=True)
def thatch(u, v, seed):
    """Reed in layers, v up the slope."""
    grain = gradient(u * 34, v * 1.1, seed) + 0.7 * gradient(u * 70, v * 2.2, seed + 3)
    layer = v / 0.62 + 0.12 * gradient(u * 3, v, seed + 6)
    layer -= math.floor(layer)
    light = 1 + 0.30 * grain + 0.15 * cloudy(u * 1.2, v * 1.2, seed + 2)
    light *= (1 - 0.5 * ease(0.80, 1.0, layer)) * (1 + 0.25 * ease(0.2, 0.0, layer))
    return light, 0.0, 0.5 * grain, -0.2, 0.0, 0.0, 0.1 * gradient(u * 4, v * 0.5, seed + 7)


@njit(fastmath=True, cache=True)
def metal(u, v, seed):
    """Metal with its second colour (rust, verdigris) running down it."""
    n, run = cloudy(u * 2.2, v * 1.1, seed), gradient(u * 8, v * 0.7, seed + 4)
    stain = ease(0.0, 0.45, n * 0.8 + 0.5 * run) * 0.75
    return (
        1 + 0.25 * n,
        stain,
        0.1 * gradient(u * 12, v * 12, seed),
        0.1 * gradient(u * 12, v * 12 + 9, seed),
        0.9,
        0.0,
        0.0,
    )


@njit(fastmath=True, cache=True)
def bark(u, v, seed):
    """Bark, and rough posts."""
    grain = gradient(u * 22, v * 3.2, seed) + 0.5 * gradient(u * 40, v * 7, seed + 3)
    return 1 + 0.38 * grain, 0.4 * ease(0.3, 0.7, grain), 0.8 * grain, 0.0, 0.0, 0.0, 0.0


@njit(fastmath=True, cache=True)
def endgrain(u, v, seed):
    """The sawn end of a log: rings and a crack; u, v from its heart, 1 at the bark."""
    r = math.sqrt(u * u + v * v)
    light = 1 + 0.22 * math.sin(r * 26 + 2 * gradient(u * 3, v * 3, seed)) - 0.35 * ease(0.86, 0.97, r)
    light += 0.1 * gradient(u * 5, v * 5, seed)
    crack = abs(math.sin(math.atan2(v, u) * 1.5 + seed))
    return light, 0.6 * ease(0.06, 0.0, crack) * ease(0.1, 0.5, r), 0.0, 0.0, 0.0, 0.0, 0.0


@njit(fastmath=True, cache=True)
def grass(u, v, seed, ppm):
    """Grass thinning to earth."""
    n, blade = cloudy(u * 0.35, v * 0.35, seed), gradient(u * 9, v * 3.5, seed + 5)
    earth = ease(0.05, 0.5, n + 0.4 * cloudy(u * 1.6, v * 1.6, seed + 8)) * 0.8
    light = 1 + 0.35 * n + 0.22 * blade * min(1.0, ppm * 0.03)
    return light, earth, 0.2 * blade, 0.0, 0.0, 0.0, 0.1 * n


@njit(fastmath=True, cache=True)
def paper(u, v, seed):
    """A strip of music, u and v from 0 to 1: five lines and five notes."""
    line = (v - 0.26) / 0.12
    ink = 0.0
    if -0.2 < line < 4.2:
        ink = 0.7 * (1 - ease(0.05, 0.16, abs(line - math.floor(line + 0.5))))
    place = math.floor(u * 5)
    fu = u * 5 - place
    high = 0.26 + 0.12 * math.floor(5 * cell(place, 1, seed))
    dx, dy = (fu - 0.5) / 0.26, (v - high) / 0.075
    if (dx * 0.94 + dy * 0.3) ** 2 + (dy * 0.94 - dx * 0.3) ** 2 < 1 or (
        abs(fu - 0.72) < 0.05 and high < v < high + 0.36
    ):
        ink = 0.95
    return 1 + 0.06 * gradient(u * 7, v * 7, seed), ink, 0.0, 0.0, 0.0, 0.85, 0.0


@njit(fastmath=True, cache=True)
def surface(kind, u, v, seed, ppm):  # noqa: PLR0911 - a kernel has no table of functions
    """The pattern of a kind (see material.KINDS) at u, v; `ppm` = pixels per metre there."""
    if kind == 1:
        return courses(u, v, seed, ppm, 0.34, 0.125, 0.011, 0.55)
    if kind == 2:
        return courses(u, v, seed, ppm, 0.72, 0.36, 0.012, 0.30)
    if kind == 3:
        return planks(u, v, seed, ppm)
    if kind == 4:
        return tiles(u, v, seed, ppm, 0.30, 0.26, True)
    if kind == 5:
        return tiles(u, v, seed, ppm, 0.24, 0.30, False)
    if kind == 6:
        return plaster(u, v, seed)
    if kind == 7:
        return rubble(u, v, seed, ppm, 0.42, 0.26, 0.05)
    if kind == 8:
        return rubble(u, v, seed, ppm, 0.62, 0.50, 0.25)
    if kind == 9:
        return thatch(u, v, seed)
    if kind == 10:
        return metal(u, v, seed)
    if kind == 11:
        return (
            1 + 0.06 * gradient(u * 30, v * 30, seed) + 0.08 * cloudy(u * 2, v * 2, seed + 1),
            0.0,
            0.0,
            0.0,
            0.0,
            0.75,
            0.0,
        )
    if kind == 12:
        return bark(u, v, seed)
    if kind == 13:
        return endgrain(u, v, seed)
    if kind == 14:
        return grass(u, v, seed, ppm)
    if kind == 15:
        return paper(u, v, seed)
    if kind == 16:
        twist = math.sin(v * 60 + u * 90)
        return 1 + 0.28 * twist, 0.0, 0.0, 0.4 * twist, 0.0, 0.0, 0.0
    return (
        1 + 0.10 * cloudy(u * 3, v * 3, seed) + 0.06 * gradient(u * 14, v * 14, seed + 2),
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
    )
