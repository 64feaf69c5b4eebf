"""The village hill of the title picture as geometry: terraces, houses, bell tower, kiln, the winding lane.

Metres: x to the right of the hill's middle, y up, z away from the viewer.
"""

import math

import numpy as np

from assets.forge.build import houses, props
from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh
from assets.forge.build.walls import arch
from assets.forge.paint.noise import fractal
from assets.forge.places import hollow_stuff as stuff
from assets.forge.places.hollow_kiln_yard import tower
from assets.forge.places.hollow_stuff import Lit

STEP = 2.4
CENTRE = (2.0, 104.0)
TOWER = (1.0, 112.0)
KILN = (-24.0, 82.0)
TURF = Material("grass", "#565a58", "#6e5c56")
LEAF = Material("grass", "#3a4646", "#4c4a40", grain=0.5)
LANE = Material("cobble", "#8d8084", "#4a4450", grain=0.7)


def slope(x: float, z: float) -> float:
    """The hill without its terraces."""
    dx, dz = (x - CENTRE[0]) / 31, (z - CENTRE[1]) / (30 if z < CENTRE[1] else 40)
    return 22.5 * math.exp(-((dx * dx + dz * dz) ** 1.15))


def ground(x: float, z: float) -> float:
    """The hill with its terraces; it ends in the level meadow."""
    high = slope(x, z) + 0.35 * math.sin(x * 0.21 + z * 0.05)
    if high < 0.5:
        return max(0.0, high)
    base = math.floor(high / STEP)
    rest = high / STEP - base
    return max(0.0, (base + max(0.0, (rest - 0.78) / 0.22)) * STEP)


def land(mesh: Mesh) -> None:
    """Turf where it is flat, rubble walls where it is steep."""
    xs, zs = np.linspace(-62, 66, 230), np.linspace(58, 150, 170)
    points = np.array([[(x, ground(x, z), z) for x in xs] for z in zs])
    points[..., 1] += 0.10 * fractal(points[..., 0] * 0.3, points[..., 2] * 0.3, 3, 9)
    i, j = (k.ravel() for k in np.meshgrid(np.arange(len(zs) - 1), np.arange(len(xs) - 1), indexing="ij"))
    lower = np.stack([points[i, j], points[i, j + 1], points[i + 1, j + 1]], 1)
    upper = np.stack([points[i, j], points[i + 1, j + 1], points[i + 1, j]], 1)
    corners = np.concatenate([lower, upper])
    normal = np.cross(corners[:, 2] - corners[:, 0], corners[:, 1] - corners[:, 0])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    normal *= np.sign(normal[:, 1:2] + 1e-9)
    steep = normal[:, 1] < 0.72
    normals = np.repeat(normal[:, None], 3, 1)
    mesh.triangles(corners[~steep], corners[~steep][..., [0, 2]], normals[~steep], TURF)
    wall = np.stack([corners[..., 0] + corners[..., 2] * 0.7, corners[..., 1]], -1)
    mesh.triangles(corners[steep], wall[steep], normals[steep], stuff.RUBBLE)


def way() -> list[tuple[float, float]]:
    """The lane that winds up the hill to the tower, as points (x, z)."""
    return [
        (-14, 60),
        (-8, 68),
        (6, 74),
        (18, 80),
        (16, 86),
        (2, 87),
        (-12, 90),
        (-14, 96),
        (-2, 98),
        (8, 101),
        (4, 106),
    ]


def lane(mesh: Mesh) -> None:
    """The lane's cobbles."""
    points = way()
    t = np.linspace(0, len(points) - 1, 120)
    path = np.stack([np.interp(t, range(len(points)), [p[k] for p in points]) for k in (0, 1)], 1)
    for _ in range(4):
        path[1:-1] = (path[:-2] + 2 * path[1:-1] + path[2:]) / 4
    along = np.gradient(path, axis=0)
    across = np.stack([along[:, 1], -along[:, 0]], 1) / np.hypot(*along.T)[:, None] * 1.3
    rows = []
    for p, a in zip(path, across, strict=True):
        high = max(ground(*(p + a * s)) for s in (-1, 0, 1)) + 0.15
        rows.append([(p[0] + a[0] * s, high, p[1] + a[1] * s) for s in (1, 0.4, -0.4, -1)])
    mesh.grid(np.array(rows), LANE)


def _off_the_lane(x: float, z: float, room: float) -> bool:
    points = np.array(way(), float)
    t = np.linspace(0, len(points) - 1, 120)
    path = np.stack([np.interp(t, range(len(points)), points[:, k]) for k in (0, 1)], 1)
    return bool(np.hypot(path[:, 0] - x, path[:, 1] - z).min() > 1.3 + room)


def village(mesh: Mesh, random: np.random.Generator, lit: Lit) -> None:
    """Houses on every terrace, the tower on the summit, the kiln at the hill's foot."""
    places = []
    for z, pitch in (
        (70, 7.6),
        (76, 7.4),
        (82, 7.2),
        (88, 7.2),
        (94, 7.0),
        (100, 7.0),
        (107, 7.0),
        (115, 7.4),
    ):
        for k in range(-7, 8):
            x = CENTRE[0] + (k + 0.5 * (z % 4 > 1)) * pitch + random.normal(0, 0.7)
            deep = z + random.normal(0, 0.8)
            clear = (
                math.hypot(x - KILN[0], deep - KILN[1]) > 10
                and math.hypot(x - TOWER[0], deep - TOWER[1]) > 8.5
            )
            if clear and slope(x, deep) > 1.2 and _off_the_lane(x, deep, 2.0):
                places.append((x, deep))
    houses.village(mesh, places, ground, random, lit=lit.windows, light=Material("glow", lit.flame, glow=1.7))
    x, z = TOWER
    with mesh.at(x, ground(x, z) + 1.5, z, ry=-20, size=1.62):
        tower(mesh, lit)
    _kiln(mesh, lit)


def _kiln(mesh: Mesh, lit: Lit) -> None:
    x, z = KILN
    with mesh.at(x, ground(x, z), z, ry=-12, size=1.25):
        outline = [
            (3.75, 0),
            (3.6, 2.7),
            (3.5, 3.4),
            (3.12, 4.6),
            (2.45, 5.9),
            (1.75, 7.0),
            (1.3, 7.8),
            (1.08, 8.6),
        ]
        mesh.lathe([*outline, (1.0, 9.2), (1.22, 9.3), (1.06, 9.55), (0.9, 9.5)], stuff.BRICK, 56, seed=3)
        with mesh.at(0, 0, -4.6):
            arch(mesh, 3.5, 3.0, 2.2, (1.75, 2.15), stuff.BRICK, ring=stuff.STONE, inner=stuff.DARK_BRICK)
        mouth = [(-1.1, 0, -3.6), (1.1, 0, -3.6), (1.1, 2.3, -3.6), (-1.1, 2.3, -3.6)]
        mesh.quad(*mouth, Material("glow", "#ff8a2a", glow=1.9 * lit.fire))


def trees(mesh: Mesh, random: np.random.Generator) -> None:
    """Fir trees on the flanks, bushes between the houses."""
    for _ in range(150):
        x, z = random.uniform(-46, 54), random.uniform(64, 130)
        height = slope(x, z)
        if 0.3 < height < 19 and _off_the_lane(x, z, 1.2) and math.hypot(x - KILN[0], z - KILN[1]) > 8:
            tall = random.uniform(3.0, 6.5) if height < 9 else random.uniform(1.2, 2.6)
            with mesh.at(x, ground(x, z) - 0.2, z):
                if height < 9:
                    for k in range(6):
                        low, r = (
                            tall * (0.08 + 0.14 * k),
                            tall * 0.22 * (1 - k / 6.6) * random.uniform(0.88, 1.12),
                        )
                        mesh.lathe(
                            [(r, low), (r * 0.55, low + tall * 0.1), (r * 0.12, low + tall * 0.24)], LEAF, 9
                        )
                    continue
                for _ in range(10):
                    r = tall * random.uniform(0.12, 0.2)
                    dx, dy, dz = random.normal(0, 0.16, 3) * tall
                    with mesh.at(
                        dx, tall * 0.5 + dy, dz, rx=random.uniform(-40, 40), rz=random.uniform(-40, 40)
                    ):
                        mesh.lathe(
                            [(r * math.cos(a), r * math.sin(a)) for a in np.linspace(-1.5, 1.5, 5)], LEAF, 7
                        )


def posts(mesh: Mesh, lit: Lit) -> list[tuple[float, float, float]]:
    """Lamp posts along the lane, from the meadow to the tower; the middle of every globe."""
    points = np.array(way(), float)
    globes = []
    for t in np.linspace(0.2, len(points) - 1.2, 16):
        x, z = (float(np.interp(t, range(len(points)), points[:, k])) for k in (0, 1))
        x += 1.9
        y = ground(x, z)
        mesh.tube([(x, y, z), (x, y + 2.4, z)], 0.08, stuff.IRON, 6)
        props.lamp(mesh, x, y + 2.4, z, 1.0, stuff.IRON, Material("glow", lit.flame, glow=1.7))
        globes.append((x, y + 2.9, z))
    return globes
