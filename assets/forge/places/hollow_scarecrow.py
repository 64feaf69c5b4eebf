"""The scarecrow in Harrow's field, and the wall of the children's dare, as geometry (metres)."""

import itertools
import math

import numpy as np

from assets.forge.build import props
from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh
from assets.forge.places import hollow_stuff as stuff

PLACE = (0.0, 6.6)
LEAN = -7.0
COAT = Material("cloth", "#6b5346")
LINING = Material("cloth", "#8a4a44")
SACK = Material("cloth", "#a8926e")
HAT = Material("cloth", "#4a3a34")
STRAW = Material("plain", "#c8a860")
CUFF = (1.02, 2.88, -0.04)
"""The raised cuff from the scarecrow's foot, upright."""


def scarecrow(mesh: Mesh, random: np.random.Generator) -> None:
    """It leans on its pole, one sleeve hanging, the other flung up; a small bell hangs at the raised cuff."""
    x, z = PLACE
    with mesh.at(x, 0, z, rz=-LEAN):
        mesh.tube([(0, -0.4, 0), (0.02, 1.2, 0), (0, 2.95, 0)], 0.055, stuff.POST, 8)
        mesh.tube([(-0.75, 2.02, 0.02), (0, 2.12, 0), (0.35, 2.2, 0)], 0.04, stuff.POST, 7)
        _coat(mesh)
        _sleeve(mesh, [(-0.22, 2.14, 0), (-0.56, 2.02, -0.02), (-0.78, 1.72, -0.05), (-0.84, 1.34, -0.02)])
        _sleeve(mesh, [(0.22, 2.16, 0), (0.52, 2.28, -0.02), (0.80, 2.56, -0.05), CUFF])
        _straw(mesh, CUFF, (0.22, 1.0, -0.05), 0.36, 26, random)
        _straw(mesh, (-0.84, 1.36, -0.02), (-0.05, -1.0, 0), 0.30, 22, random)
        _straw(mesh, (0, 0.92, -0.05), (0, -1, -0.1), 0.22, 24, random, spread=0.34)
        with mesh.at(0.02, 2.32, -0.02, rz=9, rx=-6):
            mesh.lathe(
                [(0.06, 0), (0.19, 0.08), (0.235, 0.22), (0.22, 0.36), (0.12, 0.46), (0, 0.5)], SACK, 18
            )
            for k in range(14):
                a = k * 0.45
                mesh.tube(
                    [
                        (0.1 * math.cos(a), 0.02, 0.1 * math.sin(a)),
                        (0.2 * math.cos(a), -0.1, 0.2 * math.sin(a)),
                    ],
                    0.012,
                    STRAW,
                    4,
                )
        with mesh.at(0.0, 2.66, 0.0, rz=13, rx=-5):
            mesh.lathe(
                [(0, 0.0), (0.26, 0.0), (0.47, -0.05), (0.5, -0.02), (0.28, 0.05), (0.23, 0.09)], HAT, 24
            )
            mesh.lathe([(0.23, 0.05), (0.21, 0.26), (0.17, 0.38), (0.06, 0.41), (0, 0.36)], HAT, 20)
            mesh.lathe([(0.235, 0.06), (0.232, 0.12)], LINING, 20)


def bell(mesh: Mesh) -> None:
    """The small bell on its string."""
    x, y, z = bell_at()
    mesh.tube([(x - 0.05, y + 0.52, z + 0.05), (x, y + 0.22, z)], 0.009, stuff.ROPE, 4)
    props.bell(mesh, x, y, z, 0.23, stuff.BRONZE, stuff.IRON)


def bell_at() -> tuple[float, float, float]:
    """The mouth of the bell in the world."""
    a = math.radians(-LEAN)
    x, y = CUFF[0] + 0.13, CUFF[1] - 0.14
    return (
        PLACE[0] + x * math.cos(a) - y * math.sin(a),
        x * math.sin(a) + y * math.cos(a) - 0.42,
        PLACE[1] - 0.14,
    )


def _coat(mesh: Mesh) -> None:
    """A long coat with folds, torn at the hem."""
    rows = []
    for t in np.linspace(0, 1, 18):
        y = 2.22 - 1.30 * t
        wide = 0.27 + 0.04 * math.sin(t * 3.1) + 0.17 * t**1.6
        row = []
        for a in np.linspace(0, 2 * np.pi, 65):
            fold = 1 + (0.03 + 0.12 * t) * math.sin(a * 9 + 2 * t) + 0.05 * t * math.sin(a * 17)
            torn = 0.12 * t**6 * math.sin(a * 13) + 0.06 * t**6 * math.sin(a * 29)
            row.append((wide * fold * math.cos(a), y + torn, wide * 0.62 * fold * math.sin(a)))
        rows.append(row)
    mesh.grid(np.array(rows), COAT, closed=True)
    for k in range(3):
        with mesh.at(0.03, 1.98 - 0.24 * k, -0.2 - 0.015 * k, rx=90):
            mesh.lathe([(0, 0), (0.035, 0.0), (0.03, 0.02), (0, 0.025)], stuff.BRONZE, 9)
    mesh.box(-0.15, 1.28, -0.245, 0.2, 0.22, 0.03, LINING)


def _sleeve(mesh: Mesh, path: list[tuple[float, float, float]]) -> None:
    points = np.array(path)
    t = np.linspace(0, len(points) - 1, 22)
    smooth = np.stack([np.interp(t, range(len(points)), points[:, k]) for k in range(3)], 1)
    for _ in range(5):
        smooth[1:-1] = (smooth[:-2] + 2 * smooth[1:-1] + smooth[2:]) / 4
    along = np.gradient(smooth, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, [0.0, 0.0, 1.0])
    rows = []
    for k, (centre, out) in enumerate(zip(smooth, side, strict=True)):
        around = []
        for a in np.linspace(0, 2 * np.pi, 25):
            crease = 1 + 0.10 * math.sin(k * 1.9 + 2 * math.cos(a)) + 0.05 * math.sin(a * 5 + k)
            radius = (0.165 - 0.045 * math.sin(k / 21 * np.pi * 0.5)) * crease * (1.15 if k > 19 else 1)
            around.append(centre + radius * (math.cos(a) * out + math.sin(a) * np.array([0, 0, 1.0])))
        rows.append(around)
    mesh.grid(np.array(rows), COAT, closed=True)


def _straw(
    mesh: Mesh,
    root: tuple[float, float, float],
    way: tuple[float, float, float],
    length: float,
    count: int,
    random: np.random.Generator,
    *,
    spread: float = 0.1,
) -> None:
    """A tuft of straw out of a sleeve or hem."""
    for _ in range(count):
        start = np.array(root) + random.normal(0, spread * 0.45, 3) * [1, 0.3, 0.6]
        end = start + (np.array(way) + random.normal(0, 0.32, 3)) * length * random.uniform(0.6, 1.1)
        middle = (start + end) / 2 + random.normal(0, 0.02, 3)
        mesh.tube([start, middle, end], 0.008, STRAW, 4)


def wall(mesh: Mesh, random: np.random.Generator) -> None:
    """The drystone wall round the field; on it what children left to prove that they had been there."""
    path = [(-7.6, 6.2), (-8.6, 10), (-10, 18), (-11, 30), (-4, 33), (8, 34), (20, 33), (24, 20), (22, 9)]
    for (x0, z0), (x1, z1) in itertools.pairwise(path):
        if (x0, z0) == (-11, 30):
            continue
        length = math.hypot(x1 - x0, z1 - z0)
        for k in range(int(length / 0.48)):
            t = (k + 0.5) / int(length / 0.48)
            x, z = x0 + (x1 - x0) * t, z0 + (z1 - z0) * t
            y = 0.0
            for _ in range(4):
                size = random.uniform(0.2, 0.27)
                with mesh.at(
                    x + random.normal(0, 0.04),
                    y + size * 0.5,
                    z + random.normal(0, 0.04),
                    ry=random.uniform(0, 360),
                    rz=random.normal(0, 6),
                ):
                    mesh.lathe(
                        [
                            (0, -size * 0.6),
                            (size * 1.1, -size * 0.4),
                            (size * 1.15, size * 0.2),
                            (size * 0.7, size * 0.6),
                            (0, size * 0.62),
                        ],
                        STONE,
                        7,
                    )
                y += size * 1.02
    for x, z, colour in ((-7.75, 6.8, "#c83a44"), (-8.1, 8.1, "#e0b050"), (-8.5, 9.6, "#4a86a8")):
        with mesh.at(x, 0.98, z):
            mesh.box(0, 0, 0, 0.3, 0.1, 0.12, Material("plain", colour))
            mesh.box(-0.09, 0.08, 0, 0.12, 0.14, 0.12, Material("plain", colour))


STONE = Material("rubble", "#8a8490", "#4a4452")
