"""Houses: gabled, timbered, a little crooked, one at a time or by the village.

stage.mesh("village")
village(mesh, places, height_at, random, lit=0.6)
layer = stage.render(["village"], {})["village"].rgba
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh
from assets.forge.build.walls import OAK, Opening, wall

BRICK = Material("brick", "#9a5a48", "#6a5048")
CLAY = Material("plain", "#8a4a38")
RUBBLE = Material("rubble", "#756a74", "#3a333e")
LIT = Material("glow", "#ffb862", glow=1.5)
DARK = Material("metal", "#4a5270", "#303450")
PLASTERS = ("#b09a90", "#9a7f78", "#a88c74", "#8d8590", "#b5a08a")
ROOFS = ("#7a4a4a", "#5c4a5c", "#6a5060", "#84544a", "#56505e")
TURNS = (-62, -30, -14, 12, 28, 58)


@dataclass(frozen=True)
class Roof:
    """A gable roof: how high, how far it hangs over, how thick, how much its ridge sags."""

    rise: float
    tiles: Material
    edge: Material = OAK
    ridge: Material | None = None
    over: float = 0.4
    thick: float = 0.14
    sag: float = 0.12


@dataclass(frozen=True)
class House:
    """A house with gables to the front (-z) and back; chimney = (x, z, height), dormer = (z, side)."""

    w: float
    d: float
    h: float
    walls: Material
    roof: Roof
    front: Sequence[Opening] = field(default_factory=tuple)
    left: Sequence[Opening] = field(default_factory=tuple)
    right: Sequence[Opening] = field(default_factory=tuple)
    trim: Material = OAK
    timber: bool = True
    plinth: Material | None = RUBBLE
    chimney: tuple[float, float, float] | None = None
    dormer: tuple[float, float] | None = None
    dormer_pane: Material = DARK
    attic: Material | None = None


def roof(mesh: Mesh, w: float, d: float, look: Roof) -> None:
    """A gable roof over w (x) by d (z), eaves at local y = 0, with ridge tiles and barge boards."""
    slope = look.rise / (w / 2)
    eave_x, eave_y, end = w / 2 + look.over, -look.over * slope, d / 2 + look.over
    zs = np.linspace(-end, end, 6 if look.sag else 2)

    def drop(z: float) -> float:
        return -look.sag * (1 - (z / end) ** 2)

    for z0, z1 in pairwise(zs):
        for side in (-1, 1):
            corners = (
                (side * eave_x, eave_y + 0.4 * drop(z0), z0),
                (side * eave_x, eave_y + 0.4 * drop(z1), z1),
                (0, look.rise + drop(z1), z1),
                (0, look.rise + drop(z0), z0),
            )
            mesh.slab(corners, look.thick, look.tiles, look.edge)
        high0, high1 = look.rise + 0.02 + drop(z0), look.rise + 0.02 + drop(z1)
        mesh.tube([(0, high0, z0 - 0.02), (0, high1, z1 + 0.02)], 0.13, look.ridge or look.tiles, 7)
    for z in (-end - 0.03, end + 0.03):
        for side in (-1, 1):
            low, high = eave_y - 0.06 + 0.4 * drop(z), look.rise - 0.02 + drop(z)
            mesh.beam((side * (eave_x + 0.04), low, z), (0, high, z), 0.08, look.edge, 0.26)


def house(mesh: Mesh, look: House) -> None:
    """The house, centred at the local origin and standing on y = 0."""
    w, d, h, rise = look.w, look.d, look.h, look.roof.rise
    with mesh.at(-w / 2, 0, -d / 2):
        wall(mesh, w, h, look.walls, look.front, gable=rise, trim=look.trim)
    with mesh.at(w / 2, 0, -d / 2, ry=-90):
        wall(mesh, d, h, look.walls, look.right, trim=look.trim)
    with mesh.at(-w / 2, 0, d / 2, ry=90):
        wall(mesh, d, h, look.walls, look.left, trim=look.trim)
    with mesh.at(w / 2, 0, d / 2, ry=180):
        wall(mesh, w, h, look.walls, gable=rise, trim=look.trim)
    if look.plinth is not None:
        mesh.box(0, -0.6, 0, w + 0.16, 1.15, d + 0.16, look.plinth)
    if look.timber:
        _frame(mesh, look)
    lift = look.roof.thick * math.hypot(1, rise / (w / 2)) * 0.92 + 0.4 * look.roof.sag
    with mesh.at(0, h + lift, 0):
        roof(mesh, w, d, look.roof)
    slope, over = rise / (w / 2), look.roof.over
    for side in (-1, 1):
        for z in np.arange(-d / 2, d / 2 + 0.01, 0.7):
            start, end = (
                (side * (w / 2 - 0.1), h - 0.1 + 0.1 * slope, z),
                (
                    side * (w / 2 + over * 0.85),
                    h - 0.1 - over * 0.85 * slope,
                    z,
                ),
            )
            mesh.beam(start, end, 0.1, look.trim)
    if look.attic is not None:
        _attic(mesh, look, look.attic)
    if look.chimney is not None:
        x, z, high = look.chimney
        _chimney(mesh, x, h + rise * (1 - abs(x) / (w / 2)) - 0.5, z, high)
    if look.dormer is not None:
        _dormer(mesh, look, *look.dormer)


def _frame(mesh: Mesh, look: House) -> None:
    """Posts, rails and braces on the gable and both long walls."""
    w, d, h, rise, b = look.w, look.d, look.h, look.roof.rise, 0.17
    z = -d / 2 - 0.03
    mesh.beam((-w / 2 - 0.1, h - 0.08, z - 0.02), (w / 2 + 0.1, h - 0.08, z - 0.02), b * 1.15, look.trim)
    mesh.beam((-w * 0.26, h + rise * 0.45, z), (w * 0.26, h + rise * 0.45, z), b * 0.9, look.trim)
    mesh.beam((0, h, z), (0, h + rise * 0.95, z), b * 0.9, look.trim)
    for side in (-1, 1):
        mesh.beam((side * (w / 2 - 0.06), 0, z), (side * (w / 2 - 0.06), h, z), b, look.trim)
        mesh.beam(
            (side * (w / 2 - 0.05), h * 0.62, z), (side * (w / 2 - h * 0.32), h - 0.1, z), b * 0.8, look.trim
        )
        mesh.beam((side * w * 0.14, h, z), (side * w * 0.30, h + rise * 0.38, z), b * 0.7, look.trim)
        x = side * (w / 2 + 0.03)
        for post in np.arange(-d / 2 + 0.1, d / 2 + 0.01, max(1.6, d / 5)):
            mesh.beam((x, 0, post), (x, h, post), b, look.trim)
        rail = h - 0.36 - 0.4 * look.roof.sag
        mesh.beam((x, rail, -d / 2), (x, rail, d / 2), b, look.trim)


def _chimney(mesh: Mesh, x: float, y: float, z: float, high: float) -> None:
    mesh.box(x, y, z, 0.8, high, 0.8, BRICK)
    mesh.box(x, y + high, z, 1.0, 0.16, 1.0, BRICK)
    mesh.box(x, y + high + 0.16, z, 0.84, 0.2, 0.84, BRICK)
    for shift in (-0.18, 0.2):
        with mesh.at(x + shift, y + high + 0.36, z):
            mesh.lathe([(0.14, 0), (0.12, 0.3), (0.16, 0.36)], CLAY, 8)


def _attic(mesh: Mesh, look: House, pane: Material) -> None:
    """A small window high in the front gable."""
    y, z, half = look.h + look.roof.rise * 0.16, -look.d / 2 - 0.04, 0.3
    corners = ((-half, y, z), (half, y, z), (half, y + 0.66, z), (-half, y + 0.66, z))
    mesh.quad(*corners, pane, coords=[(0, 0), (1, 0), (1, 1), (0, 1)])
    for x in (-half, 0, half):
        mesh.beam((x, y, z - 0.02), (x, y + 0.66, z - 0.02), 0.07, look.trim)
    for level in (0, 0.33, 0.66):
        mesh.beam((-half - 0.06, y + level, z - 0.02), (half + 0.06, y + level, z - 0.02), 0.07, look.trim)


def _dormer(mesh: Mesh, look: House, z: float, side: float) -> None:
    y = look.h + look.roof.rise * 0.22
    with mesh.at(side * look.w * 0.30, y, z, ry=-90 * side):
        with mesh.at(-0.65, 0, 0):
            pane = Opening(0.3, 0.25, 0.7, 0.75, look.dormer_pane)
            wall(mesh, 1.3, 1.1, look.walls, [pane], gable=0.6, trim=look.trim, thick=0.14)
        for x in (-0.65, 0.65):
            mesh.quad((x, 0, 0), (x, 0, 1.6), (x, 1.1, 1.6), (x, 1.1, 0), look.walls)
        with mesh.at(0, 1.1, 0.75):
            roof(mesh, 1.3, 1.5, Roof(0.6, look.roof.tiles, look.roof.edge, over=0.18, thick=0.1, sag=0))


def cottage(random: np.random.Generator, number: int, pane: Material) -> House:
    """A village house of its own make; `number` rotates colours and roofs, `pane` is behind its windows."""
    w, d, h = random.uniform(3.2, 4.6), random.uniform(4, 5.4), random.uniform(2.3, 3.7)
    front = [Opening(w * x, h * 0.42, 0.75, 0.85, pane) for x in (0.14, 0.58) if random.random() < 0.75]
    side = [Opening(d * x, h * 0.42, 0.7, 0.85, pane) for x in (0.18, 0.6) if random.random() < 0.7]
    cover = ("shingle", "slate", "thatch")[number % 3] if number % 7 else "thatch"
    return House(
        w,
        d,
        h,
        Material("plaster", PLASTERS[number % 5], "#8a5a4c"),
        Roof(w * random.uniform(0.5, 0.68), Material(cover, ROOFS[(number * 3) % 5]), sag=0.1),
        front=front,
        left=side,
        right=side,
        timber=number % 3 != 0,
        chimney=(w * 0.22, d * 0.2, 1.2) if number % 4 else None,
        attic=pane,
    )


def village(
    mesh: Mesh,
    places: Sequence[tuple[float, float]],
    height_at: Callable[[float, float], float],
    random: np.random.Generator,
    *,
    lit: float = 0.6,
    light: Material = LIT,
) -> list[tuple[float, float, float]]:
    """Houses at places (x, z) on the ground height_at(x, z), some of them lit; returns where they stand."""
    stood = []
    for number, (x, z) in enumerate(places, 1):
        ry = float(random.choice(TURNS)) + random.normal(0, 5)
        look = cottage(random, number, light if (number * 0.618) % 1 < lit else DARK)
        y = height_at(x, z) - 0.1
        with mesh.at(x, y, z, ry=ry):
            house(mesh, look)
        stood.append((x, y, z))
    return stood
