"""Stringed instruments, as a luthier hangs them: viols, lutes, and a harp made from a beam."""

from collections.abc import Sequence

import numpy as np

from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh

EBONY = Material("plain", "#2a2022")
GUT = Material("plain", "#e8d8b0")
WAIST = ((0.0, 0.0), (0.19, 0.01), (0.24, 0.09), (0.22, 0.18), (0.145, 0.25), (0.14, 0.31), (0.19, 0.38))
WAIST += ((0.185, 0.46), (0.12, 0.52), (0.04, 0.54), (0.0, 0.54))
PEAR = (
    (0.0, 0.0),
    (0.15, 0.01),
    (0.25, 0.09),
    (0.27, 0.19),
    (0.22, 0.31),
    (0.13, 0.43),
    (0.05, 0.52),
    (0.0, 0.54),
)


def _outline(half: Sequence[tuple[float, float]], count: int) -> np.ndarray:
    """A closed outline (count, 2) from its right half, bottom to top, smoothed."""
    points = np.array(half)
    steps = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    t = np.linspace(0, steps[-1], count // 2 + 1)
    right = np.stack([np.interp(t, steps, points[:, 0]), np.interp(t, steps, points[:, 1])], 1)
    loop = np.concatenate([right, (right * [-1, 1])[::-1][1:-1]])
    loop = (np.roll(loop, 1, 0) + 2 * loop + np.roll(loop, -1, 0)) / 4
    return np.concatenate([loop, loop[:1]])


def body(
    mesh: Mesh,
    half: Sequence[tuple[float, float]],
    wood: Material,
    *,
    depth: float = 0.09,
    dome: float = 0.03,
) -> None:
    """A sound box standing on y = 0 in the local xy plane, its belly towards -z."""
    loop = _outline(half, 40)
    middle = np.array([0.0, half[-1][1] * 0.48])
    for z, swell in ((-depth / 2, -dome), (depth / 2, dome)):
        rings = []
        for s in np.linspace(0.02, 1, 7):
            ring = middle + (loop - middle) * s
            rings.append(np.column_stack([ring, np.full(len(ring), z + swell * (1 - s**2.4))]))
        mesh.grid(np.array(rings), wood, closed=True)
    wall = [np.column_stack([loop, np.full(len(loop), z)]) for z in (-depth / 2, depth / 2)]
    mesh.grid(np.array(wall), wood, closed=True)


def viol(mesh: Mesh, wood: Material, *, back: bool = False, strung: bool = True) -> None:
    """A viol one metre long in all, foot at the origin; scale it with the mesh."""
    with mesh.at(ry=180 if back else 0):
        body(mesh, WAIST, wood)
        mesh.beam((0, 0.44, -0.075), (0, 0.9, -0.055), 0.045, EBONY, 0.03)
        mesh.tube([(0, 0.88, -0.05), (0, 0.96, -0.04), (0, 1.0, -0.06), (0, 0.985, -0.085)], 0.022, wood, 6)
        for side, y in ((-1, 0.9), (1, 0.92), (-1, 0.94), (1, 0.96)):
            mesh.tube([(0, y, -0.045), (side * 0.07, y + 0.005, -0.045)], 0.009, EBONY, 5)
        if not strung:
            return
        mesh.box(0, 0.225, -0.1, 0.1, 0.012, 0.05, wood)
        mesh.beam((0, 0.04, -0.085), (0, 0.16, -0.1), 0.05, EBONY, 0.015)
        for side in (-1, 1):
            hole = [(side * 0.075, 0.19, -0.08), (side * 0.085, 0.23, -0.083), (side * 0.07, 0.28, -0.083)]
            mesh.tube(hole, 0.007, EBONY, 4)
        for x in (-0.018, -0.006, 0.006, 0.018):
            mesh.tube([(x, 0.15, -0.1), (x * 1.6, 0.235, -0.125), (x * 0.7, 0.9, -0.075)], 0.002, GUT, 3)


def lute(mesh: Mesh, wood: Material, ribs: Material) -> None:
    """A lute one metre long seen from its belly, foot at the origin, its peg box bent back."""
    body(mesh, PEAR, wood, depth=0.06, dome=0.015)
    mesh.beam((0, 0.5, -0.05), (0, 0.88, -0.045), 0.06, ribs, 0.03)
    mesh.beam((0, 0.88, -0.045), (0, 0.98, 0.06), 0.055, ribs, 0.03)
    with mesh.at(0, 0.3, -0.05, rx=90):
        mesh.lathe([(0, 0), (0.062, 0), (0.066, 0.006)], EBONY, 16)
    mesh.box(0, 0.1, -0.055, 0.16, 0.018, 0.02, EBONY)
    for x in np.linspace(-0.022, 0.022, 5):
        mesh.tube([(x * 2, 0.11, -0.07), (x, 0.88, -0.07)], 0.002, GUT, 3)


def harp(mesh: Mesh, wood: Material, dark: Material) -> None:
    """The harp made from the bell's beam, 1.1 m high: sound box on the left, scrolled pillar on the right."""
    foot, shoulder = np.array([0.06, 0.0, 0.0]), np.array([-0.40, 0.92, 0.0])
    mesh.tube([foot, (foot + shoulder) / 2, shoulder], 0.105, wood, 12, end=0.06, caps=dark)
    lift = np.array([-0.006, 0.012, 0.0])
    for t in (0.12, 0.36, 0.6, 0.84):
        ring = foot + (shoulder - foot) * t
        mesh.tube([ring - lift, ring + lift], 0.108 - 0.045 * t, dark, 12)
    neck = [
        (-0.42, 0.92, 0),
        (-0.33, 1.02, 0),
        (-0.18, 0.98, 0),
        (-0.02, 0.9, 0),
        (0.14, 0.98, 0),
        (0.27, 1.12, 0),
    ]
    neck += [(0.34, 1.14, 0), (0.37, 1.07, 0), (0.32, 1.04, 0)]
    mesh.tube(neck, 0.042, wood, 8, end=0.02)
    mesh.tube([(0.07, 0.02, 0), (0.22, 0.4, 0), (0.29, 0.8, 0), (0.29, 1.08, 0)], 0.04, wood, 8, end=0.03)
    for k in range(11):
        t = (k + 0.6) / 11.4
        low = foot + (shoulder - foot) * t * 0.94
        x = float(-0.34 + 0.56 * (1 - t))
        high = float(np.interp(x, [p[0] for p in neck[1:6]], [p[1] for p in neck[1:6]]))
        mesh.tube([low, (x, high, 0)], 0.0028, GUT, 3)
        mesh.tube([(x, high, -0.055), (x, high, 0.055)], 0.009, Material("metal", "#d8aa58"), 5)
