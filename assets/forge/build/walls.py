"""Walls with openings that have thickness, and arches."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh

OAK = Material("plank", "#5c4030", "#22161a")
DOOR = Material("plank", "#5a3a28")
STEP = Material("ashlar", "#857a78")


@dataclass(frozen=True)
class Opening:
    """A door, or with a pane a window (a hole: bars only); its lower left corner and size in metres."""

    x: float
    y: float
    w: float
    h: float
    pane: Material | None = None
    hole: bool = False
    bars: tuple[int, int] = (2, 2)
    shutter: Material | None = None
    swing: float = 155.0
    door: Material = DOOR

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the wall falls into the opening."""
        return self.x < x < self.x + self.w and self.y < y < self.y + self.h


def wall(
    mesh: Mesh,
    w: float,
    h: float,
    stuff: Material,
    openings: Sequence[Opening] = (),
    *,
    thick: float = 0.22,
    gable: float = 0.0,
    trim: Material = OAK,
) -> None:
    """A wall in the local xy plane facing -z, from the origin to (w, h), with a gable above if wanted."""
    xs = sorted({0.0, w} | {q for o in openings for q in (o.x, o.x + o.w)})
    ys = sorted({0.0, h} | {q for o in openings for q in (o.y, o.y + o.h)})
    seed = mesh.seed()
    for x0, x1 in pairwise(xs):
        for y0, y1 in pairwise(ys):
            if any(o.holds((x0 + x1) / 2, (y0 + y1) / 2) for o in openings):
                continue
            corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
            mesh.quad(*[(x, y, 0) for x, y in corners], stuff, coords=corners, seed=seed, normal=(0, 0, -1))
    if gable:
        peak = [(0, h), (w, h), (w / 2, h + gable)]
        mesh.triangles([[(x, y, 0) for x, y in peak]], [peak], (0, 0, -1), stuff, seed)
    for o in openings:
        corners = [(o.x, o.y), (o.x + o.w, o.y), (o.x + o.w, o.y + o.h), (o.x, o.y + o.h)]
        for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
            mesh.quad((*a, 0), (*b, 0), (*b, thick), (*a, thick), stuff, seed=seed)
        if o.pane is None:
            _door(mesh, o, thick, trim)
        else:
            _window(mesh, o, o.pane, thick, trim)


def _window(mesh: Mesh, o: Opening, pane: Material, thick: float, trim: Material) -> None:
    x1, y1, frame = o.x + o.w, o.y + o.h, 0.09
    corners = ((o.x, o.y, thick), (x1, o.y, thick), (x1, y1, thick), (o.x, y1, thick))
    if not o.hole:
        mesh.quad(*corners, pane, coords=[(0, 0), (1, 0), (1, 1), (0, 1)])
    across, down = o.bars
    for i in range(across + 1):
        x = o.x + o.w * i / across
        mesh.beam(
            (x, o.y, thick - 0.05), (x, y1, thick - 0.05), frame if i in (0, across) else frame * 0.55, trim
        )
    for j in range(down + 1):
        y = o.y + o.h * j / down
        mesh.beam(
            (o.x, y, thick - 0.05), (x1, y, thick - 0.05), frame if j in (0, down) else frame * 0.55, trim
        )
    mesh.box((o.x + x1) / 2, o.y - 0.1, -0.06, o.w + 0.24, 0.1, 0.26, trim)
    mesh.box((o.x + x1) / 2, y1, -0.015, o.w + 0.3, 0.16, 0.1, trim)
    if o.shutter is None:
        return
    for x, sign in ((o.x - 0.03, 1), (x1 + 0.03, -1)):
        with mesh.at(x, 0, -0.02, ry=o.swing * sign):
            mesh.box(o.w / 4 * sign, o.y, 0, o.w / 2, o.h, 0.05, o.shutter)


def _door(mesh: Mesh, o: Opening, thick: float, trim: Material) -> None:
    x1, y1, middle, back = o.x + o.w, o.y + o.h, o.x + o.w / 2, thick * 0.7
    mesh.quad((o.x, o.y, back), (x1, o.y, back), (x1, y1, back), (o.x, y1, back), o.door)
    for y in (o.y + o.h * 0.22, o.y + o.h * 0.74):
        mesh.box(middle, y, back - 0.03, o.w - 0.04, 0.12, 0.05, trim)
    for x in (o.x - 0.06, x1 + 0.06):
        mesh.box(x, o.y, -0.03, 0.14, o.h + 0.1, 0.14, trim)
    mesh.box(middle, y1, -0.03, o.w + 0.34, 0.18, 0.16, trim)
    mesh.box(middle, o.y - 0.14, -0.3, o.w + 0.5, 0.14, 0.7, STEP)


def arch(
    mesh: Mesh,
    w: float,
    h: float,
    d: float,
    opening: tuple[float, float],
    stuff: Material,
    *,
    ring: Material | None = None,
    inner: Material | None = None,
    steps: int = 14,
) -> None:
    """A block, its front at z = 0, pierced by a round arch `opening` = (wide, high); `ring` = voussoirs."""
    radius = opening[0] / 2
    spring = opening[1] - radius
    angle = np.linspace(0, np.pi, steps + 1)
    curve = [(-radius, 0.0)]
    curve += [(-radius * math.cos(t), spring + radius * math.sin(t)) for t in angle]
    curve += [(radius, 0.0)]
    seed = mesh.seed()

    def outside(x: float, y: float) -> tuple[float, float]:
        if y <= spring + 1e-6:
            return (-w / 2 if x < 0 else w / 2, y)
        k = min(abs(w / 2 / x) if abs(x) > 1e-6 else 1e9, (h - spring) / (y - spring))
        return (x * k, spring + (y - spring) * k)

    outer = [outside(*point) for point in curve]
    for a, b, p, q in zip(curve[:-1], curve[1:], outer[:-1], outer[1:], strict=True):
        face = [a, b, q, p]
        mesh.quad(*[(x, y, 0) for x, y in face], stuff, coords=face, seed=seed, normal=(0, 0, -1))
        mesh.quad((*a, 0), (*b, 0), (*b, d), (*a, d), inner or stuff)
    for x in (-w / 2, w / 2):
        corner = min(outer, key=lambda o, x=x: abs(o[0] - x) + abs(o[1] - h))
        if abs(corner[0] - x) + abs(corner[1] - h) > 1e-6:
            sides = [o for o in outer if abs(o[0] - x) < 1e-6]
            tops = [o for o in outer if abs(o[1] - h) < 1e-6 and o[0] * x > 0]
            face = [max(sides, key=lambda o: o[1]), (x, h), max(tops, key=lambda o: abs(o[0]))]
            mesh.triangles([[(a, b, 0) for a, b in face]], [face], (0, 0, -1), stuff, seed)
        mesh.quad((x, 0, 0), (x, 0, d), (x, h, d), (x, h, 0), stuff, seed=seed)
    mesh.quad((-w / 2, h, 0), (w / 2, h, 0), (w / 2, h, d), (-w / 2, h, d), stuff)
    if ring is not None:
        _voussoirs(mesh, radius, spring, ring, steps + 1)


def _voussoirs(mesh: Mesh, radius: float, spring: float, stuff: Material, count: int) -> None:
    for i in range(count):
        t0, t1 = np.pi * (i + 0.06) / count, np.pi * (i + 0.94) / count
        outer = radius + (0.5 if i == count // 2 else 0.34)
        pairs = ((radius * 0.985, t0), (radius * 0.985, t1), (outer, t1), (outer, t0))
        corners = [(-r * math.cos(t), spring + r * math.sin(t)) for r, t in pairs]
        mesh.quad(*[(x, y, -0.09) for x, y in corners], stuff)
        for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
            mesh.quad((*a, -0.09), (*b, -0.09), (*b, 0.02), (*a, 0.02), stuff)
