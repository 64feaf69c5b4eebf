"""Triangles with a transform stack, and the plain solids everything else is built from."""

import math
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assets.forge.build.material import Material

Point = tuple[float, float, float]


def turn(ry: float = 0.0, rx: float = 0.0, rz: float = 0.0) -> NDArray[np.float64]:
    """Rotation matrix in degrees: about z first, then x, then y."""
    a, b, c = np.radians([ry, rx, rz])
    about_y = np.array([[math.cos(a), 0, math.sin(a)], [0, 1, 0], [-math.sin(a), 0, math.cos(a)]])
    about_x = np.array([[1, 0, 0], [0, math.cos(b), -math.sin(b)], [0, math.sin(b), math.cos(b)]])
    about_z = np.array([[math.cos(c), -math.sin(c), 0], [math.sin(c), math.cos(c), 0], [0, 0, 1]])
    return about_y @ about_x @ about_z


def unit(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Vectors along the last axis made one long."""
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)


class Mesh:
    """Triangles in metres: x right, y up, z away from the viewer."""

    def __init__(self) -> None:
        self.points: list[NDArray[np.float64]] = []
        self.normals: list[NDArray[np.float64]] = []
        self.coords: list[NDArray[np.float64]] = []
        self.rows: list[NDArray[np.float64]] = []
        self._stack = [np.eye(4)]
        self._seed = 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.pop()

    def at(
        self,
        x: float = 0,
        y: float = 0,
        z: float = 0,
        *,
        ry: float = 0,
        rx: float = 0,
        rz: float = 0,
        size: float = 1,
    ) -> Self:
        """`with mesh.at(x, y, z, ry=degrees):` everything built inside stands in that local frame."""
        step = np.eye(4)
        step[:3, :3] = turn(ry, rx, rz) * size
        step[:3, 3] = (x, y, z)
        self._stack.append(self._stack[-1] @ step)
        return self

    def seed(self) -> int:
        """A fresh number that tells this surface's pattern from the next."""
        self._seed += 1
        return self._seed

    def offset(self) -> float:
        """Where in its endless pattern the next surface begins."""
        return (self._seed * 0.37) % 7

    def triangles(
        self,
        points: ArrayLike,
        coords: ArrayLike,
        normals: ArrayLike,
        material: Material,
        seed: int | None = None,
    ) -> None:
        """Add triangles (n,3,3) with pattern coordinates (n,3,2) and normals (n,3,3)."""
        matrix = self._stack[-1]
        corners = np.asarray(points, float)
        self.points.append(corners @ matrix[:3, :3].T + matrix[:3, 3])
        self.normals.append(
            unit(np.broadcast_to(np.asarray(normals, float), corners.shape) @ matrix[:3, :3].T)
        )
        self.coords.append(np.asarray(coords, float))
        row = material.row(self.seed() if seed is None else seed)
        self.rows.append(np.tile(np.array(row), (len(corners), 1)))

    def quad(
        self,
        a: ArrayLike,
        b: ArrayLike,
        c: ArrayLike,
        d: ArrayLike,
        material: Material,
        *,
        coords: ArrayLike | None = None,
        seed: int | None = None,
        normal: ArrayLike | None = None,
    ) -> None:
        """Four corners in order; the pattern runs in metres along ab and ad unless coords are given."""
        a, b, c, d = (np.asarray(corner, float) for corner in (a, b, c, d))
        if coords is None:
            along = max(np.linalg.norm(b - a), np.linalg.norm(c - d))
            up = max(np.linalg.norm(d - a), np.linalg.norm(c - b))
            o = self.offset()
            coords = [(o, o), (o + along, o), (o + along, o + up), (o, o + up)]
        uv = np.asarray(coords, float)
        face = np.cross(c - a, d - b) if normal is None else np.asarray(normal, float)
        self.triangles([[a, b, c], [a, c, d]], [uv[[0, 1, 2]], uv[[0, 2, 3]]], face, material, seed)

    def grid(
        self,
        points: ArrayLike,
        material: Material,
        *,
        seed: int | None = None,
        closed: bool = False,
        span: tuple[float, float] = (1.0, 1.0),
    ) -> None:
        """A smooth surface through points (rows, columns, 3); closed joins the last column to the first."""
        grid = np.asarray(points, float)
        rows, columns, _ = grid.shape
        across, down = np.gradient(grid, axis=1), np.gradient(grid, axis=0)
        if closed:
            across[:, 0] = across[:, -1] = (grid[:, 1] - grid[:, -2]) / 2
        normal = np.cross(across, down)
        length = np.linalg.norm(normal, axis=-1, keepdims=True)
        normal = np.where(length > 1e-12, normal / np.maximum(length, 1e-12), [0.0, 1.0, 0.0])
        u = np.concatenate(
            [np.zeros((rows, 1)), np.cumsum(np.linalg.norm(np.diff(grid, axis=1), axis=2), 1)], 1
        )
        u = np.repeat(u[[np.argmax(u[:, -1])]], rows, 0) * span[0]
        v = np.concatenate(
            [np.zeros((1, columns)), np.cumsum(np.linalg.norm(np.diff(grid, axis=0), axis=2), 0)], 0
        )
        coords = np.dstack([u, v * span[1]])
        i, j = (k.ravel() for k in np.meshgrid(np.arange(rows - 1), np.arange(columns - 1), indexing="ij"))

        def faces(field: NDArray[np.float64]) -> NDArray[np.float64]:
            upper = np.stack([field[i, j], field[i, j + 1], field[i + 1, j + 1]], 1)
            lower = np.stack([field[i, j], field[i + 1, j + 1], field[i + 1, j]], 1)
            return np.concatenate([upper, lower])

        self.triangles(faces(grid), faces(coords), faces(normal), material, seed)

    def box(
        self,
        x: float,
        y: float,
        z: float,
        w: float,
        h: float,
        d: float,
        material: Material,
        *,
        top: Material | None = None,
        seed: int | None = None,
    ) -> None:
        """A box standing on y, centred at x and z."""
        x0, x1, y1, z0, z1 = x - w / 2, x + w / 2, y + h, z - d / 2, z + d / 2
        self.quad((x0, y, z0), (x1, y, z0), (x1, y1, z0), (x0, y1, z0), material, seed=seed)
        self.quad((x1, y, z1), (x0, y, z1), (x0, y1, z1), (x1, y1, z1), material, seed=seed)
        self.quad((x0, y, z1), (x0, y, z0), (x0, y1, z0), (x0, y1, z1), material, seed=seed)
        self.quad((x1, y, z0), (x1, y, z1), (x1, y1, z1), (x1, y1, z0), material, seed=seed)
        self.quad((x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1), top or material, seed=seed)
        self.quad((x0, y, z1), (x1, y, z1), (x1, y, z0), (x0, y, z0), material, seed=seed)

    def beam(
        self, start: ArrayLike, end: ArrayLike, w: float, material: Material, h: float | None = None
    ) -> None:
        """Squared timber w wide and h high; the grain runs along it."""
        start, end = np.asarray(start, float), np.asarray(end, float)
        length = float(np.linalg.norm(end - start))
        along = (end - start) / max(length, 1e-9)
        up = np.array([1.0, 0, 0]) if abs(along[1]) > 0.95 else np.array([0.0, 1, 0])
        side = unit(np.cross(along, up))
        up = np.cross(side, along) * (h or w) / 2
        side = side * w / 2
        near = [start - side - up, start + side - up, start + side + up, start - side + up]
        far = [corner + along * length for corner in near]
        o = self.offset()
        for k in range(4):
            a, b = near[k], near[(k + 1) % 4]
            broad = float(np.linalg.norm(b - a))
            coords = [(o, o), (o + broad, o), (o + broad, o + length), (o, o + length)]
            self.quad(a, b, far[(k + 1) % 4], far[k], material, coords=coords)
        self.quad(near[3], near[2], near[1], near[0], material)
        self.quad(*far, material)

    def tube(
        self,
        points: ArrayLike,
        radius: float,
        material: Material,
        sides: int = 7,
        *,
        end: float | None = None,
        caps: Material | None = None,
    ) -> None:
        """A round section swept along points: rope, log, post, branch; `end` is its last radius."""
        path = np.asarray(points, float)
        along = unit(np.gradient(path, axis=0))
        radii = np.linspace(radius, radius if end is None else end, len(path))
        ref = np.array([0.0, 1, 0]) if abs(along[0, 1]) < 0.9 else np.array([1.0, 0, 0])
        x = unit(np.cross(along, ref))
        y = np.cross(x, along)
        angle = np.linspace(0, 2 * np.pi, sides + 1)
        ring = np.cos(angle)[None, :, None] * x[:, None] + np.sin(angle)[None, :, None] * y[:, None]
        grid = path[:, None] + radii[:, None, None] * ring
        self.grid(grid, material, closed=True)
        if caps is None:
            return
        circle = np.stack([np.cos(angle), np.sin(angle)], 1)
        for k, sign in ((0, -1), (-1, 1)):
            fan = [[path[k], grid[k, i], grid[k, i + 1]] for i in range(sides)]
            coords = [[(0, 0), circle[i], circle[i + 1]] for i in range(sides)]
            self.triangles(fan, coords, along[k] * sign, caps)

    def lathe(
        self,
        profile: Sequence[tuple[float, float]],
        material: Material,
        sides: int = 24,
        *,
        arc: tuple[float, float] = (0.0, 360.0),
        seed: int | None = None,
    ) -> None:
        """A turned form from (radius, height) pairs: kiln, bell, pot, lamp."""
        outline = np.asarray(profile, float)
        angle = np.radians(np.linspace(*arc, sides + 1))
        radius, height = outline[:, :1], np.repeat(outline[:, 1:], sides + 1, 1)
        grid = np.dstack([radius * np.cos(angle), height, radius * np.sin(angle)])
        self.grid(grid, material, closed=abs(arc[1] - arc[0] - 360) < 1, seed=seed)

    def slab(self, corners: Sequence[ArrayLike], thick: float, top: Material, edge: Material) -> None:
        """A sheet whose upper face is four corners, extruded downwards along its normal."""
        a, b, c, d = (np.asarray(corner, float) for corner in corners)
        normal = unit(np.cross(b - a, d - a))
        normal = normal if normal[1] > 0 else -normal
        high = [a, b, c, d]
        low = [corner - normal * thick for corner in high]
        self.quad(*high, top)
        self.quad(*low, edge)
        for k in range(4):
            self.quad(low[k], low[(k + 1) % 4], high[(k + 1) % 4], high[k], edge)

    def arrays(self) -> tuple[NDArray[np.float64], ...]:
        """Points (n,3,3), coordinates (n,3,2), normals (n,3,3) and material rows (n,10)."""
        return tuple(np.concatenate(part) for part in (self.points, self.coords, self.normals, self.rows))


def catenary(a: ArrayLike, b: ArrayLike, sag: float, count: int = 28) -> NDArray[np.float64]:
    """Points of a line hanging from a to b."""
    t = np.linspace(0, 1, count)[:, None]
    a, b = np.asarray(a, float), np.asarray(b, float)
    return a + (b - a) * t - np.array([0, 1.0, 0]) * sag * 4 * t * (1 - t)
