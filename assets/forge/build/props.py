"""Things that stand about: ladders, logs, barrels, bells, lamps, cloth."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh

BELL = (
    (0.50, 0),
    (0.485, 0.05),
    (0.42, 0.16),
    (0.36, 0.3),
    (0.31, 0.5),
    (0.285, 0.68),
    (0.25, 0.82),
    (0.16, 0.93),
    (0.05, 0.97),
    (0.05, 1.06),
    (0, 1.08),
)


def ladder(
    mesh: Mesh,
    foot: ArrayLike,
    head: ArrayLike,
    w: float,
    wood: Material,
    side: ArrayLike = (1, 0, 0),
    missing: Sequence[int] = (),
) -> None:
    """Two rails and round rungs, wider at the foot; `side` points across it."""
    foot, head, side = (np.asarray(q, float) for q in (foot, head, side))
    rails = [(foot + side * w * s * 0.56, head + side * w * s * 0.46) for s in (-1, 1)]
    for low, high in rails:
        mesh.beam(low, high, 0.07, wood, 0.09)
    count = int(np.linalg.norm(head - foot) / 0.32)
    for i in set(range(count)) - set(missing):
        ends = [low + (high - low) * (i + 0.6) / count for low, high in rails]
        mesh.tube(ends, 0.025, wood, 5)


def logs(
    mesh: Mesh,
    span: tuple[float, float],
    y: float,
    z: float,
    rows: int,
    radius: float,
    length: float,
    bark: Material,
    end: Material,
    random: np.random.Generator,
) -> None:
    """A wood stack from x = span[0] to span[1], its ends towards the viewer, uneven like a real one."""
    pitch = 2 * radius + 0.02
    count = int((span[1] - span[0]) / pitch)
    for j in range(rows):
        for i in range(count - (j % 2)):
            r = radius * random.uniform(0.78, 1.06)
            x = span[0] + radius + pitch * (i + 0.5 * (j % 2)) + random.normal(0, 0.012)
            high = y + radius + j * radius * 1.74 + random.normal(0, 0.01)
            near = z + random.normal(0, 0.09)
            mesh.tube(
                [(x, high, near), (x + random.normal(0, 0.02), high, near + length)], r, bark, 9, caps=end
            )


def barrel(
    mesh: Mesh, x: float, y: float, z: float, h: float, r: float, wood: Material, hoop: Material
) -> None:
    """A coopered barrel with three hoops."""

    def bulge(t: float) -> float:
        return r * (0.8 + 0.2 * math.sin(math.pi * t))

    with mesh.at(x, y, z):
        mesh.lathe([(bulge(t), h * t) for t in np.linspace(0, 1, 9)], wood, 16)
        mesh.lathe([(0, h * 0.97), (r * 0.78, h * 0.97)], wood, 16)
        for t in (0.12, 0.5, 0.88):
            mesh.lathe([(bulge(t) + 0.012, h * t - 0.03), (bulge(t) + 0.012, h * t + 0.03)], hoop, 16)


def bucket(
    mesh: Mesh, x: float, y: float, z: float, h: float, wood: Material, hoop: Material, water: Material
) -> None:
    """A full bucket with its handle up."""
    with mesh.at(x, y, z, size=h):
        mesh.lathe([(0.36, 0), (0.46, 1.0), (0.42, 1.0), (0.40, 0.9)], wood, 16)
        mesh.lathe([(0, 0.9), (0.41, 0.9)], water, 16)
        for t in (0.15, 0.8):
            mesh.lathe([(0.375 + 0.1 * t, t - 0.04), (0.385 + 0.1 * t, t + 0.04)], hoop, 16)
        bow = [(0.45 * math.cos(a), 0.95 + 0.5 * math.sin(a), 0) for a in np.linspace(0, np.pi, 13)]
        mesh.tube(bow, 0.02, hoop, 5)


def bell(
    mesh: Mesh, x: float, y: float, z: float, h: float, bronze: Material, clapper: Material | None = None
) -> None:
    """A bell h high whose mouth is at y."""
    with mesh.at(x, y, z, size=h):
        mesh.lathe(BELL, bronze, 28)
        mesh.lathe([(0.512, 0), (0.512, 0.03)], bronze, 28)
        mesh.lathe([(0.365, 0.30), (0.375, 0.32), (0.362, 0.34)], bronze, 28)
        if clapper is not None:
            mesh.tube([(0, 0.6, 0), (0, -0.02, 0)], 0.02, clapper, 6)
            mesh.lathe([(0, -0.1), (0.06, -0.05), (0.06, 0.0), (0, 0.05)], clapper, 10)


def lamp(
    mesh: Mesh, x: float, y: float, z: float, h: float, clay: Material, glass: Material, ry: float = 0
) -> None:
    """A founder's lamp: turned foot, caged globe, cap."""
    with mesh.at(x, y, z, ry=ry, size=h):
        mesh.lathe(
            [(0.20, 0), (0.21, 0.05), (0.12, 0.10), (0.10, 0.16), (0.17, 0.22), (0.20, 0.26)], clay, 14
        )
        mesh.lathe([(0.16, 0.26), (0.205, 0.38), (0.205, 0.55), (0.15, 0.68)], glass, 14)
        cap = [(0.21, 0.66), (0.22, 0.70), (0.14, 0.80), (0.06, 0.90), (0.05, 0.95), (0, 0.96)]
        mesh.lathe(cap, clay, 14)
        for k in range(5):
            c, s = math.cos(k * 2 * math.pi / 5 + 0.3), math.sin(k * 2 * math.pi / 5 + 0.3)
            cage = [(0.19 * c, 0.25, 0.19 * s), (0.225 * c, 0.46, 0.225 * s), (0.19 * c, 0.68, 0.19 * s)]
            mesh.tube(cage, 0.012, clay, 4)


def cloth(
    mesh: Mesh,
    a: ArrayLike,
    b: ArrayLike,
    drop: float,
    stuff: Material,
    *,
    phase: float = 0.0,
    belly: float = 0.0,
) -> None:
    """Cloth hanging from a to b, with folds, and bellied out by the wind."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    u = np.linspace(0, 1, 14)
    out = np.cross(b - a, [0, 1, 0])
    out /= max(float(np.linalg.norm(out)), 1e-6)
    rows = []
    for t in np.linspace(0, 1, 9):
        fall = np.array([0, 1, 0]) * (-drop * t - 0.06 * np.sin(np.pi * u))[:, None]
        fold = out * (0.07 * t**0.7 * np.sin(u * 14 + phase + t) + belly * math.sin(t * 2.2))[:, None]
        rows.append(a + (b - a) * u[:, None] + fall + fold)
    mesh.grid(np.array(rows), stuff)


def stairs(
    mesh: Mesh, x: float, z: float, w: float, steps: int, rise: float, run: float, stone: Material
) -> None:
    """Solid steps going up away from the viewer."""
    for i in range(steps):
        mesh.box(x, 0, z + (i + 0.5) * run, w, rise * (i + 1), run * 1.04, stone)


def boots(mesh: Mesh, x: float, y: float, z: float, size: float, leather: Material) -> None:
    """A pair of boots, toes along +x, standing on y."""
    for dz in (-0.07, 0.07):
        mesh.box(x, y, z + dz, 0.11 * size, 0.26 * size, 0.09 * size, leather)
        mesh.box(x + 0.06 * size, y, z + dz, 0.22 * size, 0.09 * size, 0.1 * size, leather)


def stool(mesh: Mesh, x: float, z: float, h: float, wood: Material) -> None:
    """A round three-legged stool."""
    with mesh.at(x, 0, z):
        mesh.lathe([(0, h), (0.18, h), (0.18, h - 0.05), (0, h - 0.05)], wood, 14)
        for a in (0.4, 2.5, 4.6):
            c, s = math.cos(a), math.sin(a)
            mesh.tube([(0.2 * c, 0, 0.2 * s), (0.1 * c, h - 0.05, 0.1 * s)], 0.022, wood, 5)
