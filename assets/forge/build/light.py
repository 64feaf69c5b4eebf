"""Suns and bulbs, and the maps of what they cannot see."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.forge.build.raster import fill
from assets.forge.build.shade import BULB, SUN
from assets.forge.paint.colour import rgb, to_linear

Vector = tuple[float, float, float]


@dataclass(frozen=True)
class Light:
    """A sun (`place` points towards it) or a bulb (`place` in the world, quarter strength at `reach` metres).

    `wrap` lets light creep round edges; `soft` is the shadow's blur in map pixels; a bulb throws shadows only
    when it is aimed (`aim` a point in the world, `cone` degrees wide).
    """

    kind: int
    place: Vector
    colour: str
    strength: float
    reach: float = 1.0
    wrap: float = 0.0
    shadow: bool = True
    aim: Vector | None = None
    cone: float = 150.0
    soft: float = 2.2
    bias: float = 0.12
    push: float = 0.05

    def row(self, shadow: int) -> list[float]:
        """The numbers that the kernel reads; `shadow` is the index of its map or -1."""
        place = np.asarray(self.place, float)
        if self.kind == SUN:
            place = place / np.linalg.norm(place)
        colour = to_linear(rgb(self.colour)) * self.strength
        return [self.kind, *place, *colour, self.reach, shadow, self.wrap, self.soft, self.push, self.bias]

    def matrix(self, corners: NDArray[np.float64]) -> NDArray[np.float64]:
        """World to this light's map (3, 4): both axes -1…1 over all the corners (n, 3), and depth."""
        place = np.asarray(self.place, float)
        along = -place if self.kind == SUN else np.asarray(self.aim, float) - place
        along = along / np.linalg.norm(along)
        up = np.array([0, 1.0, 0]) if abs(along[1]) < 0.95 else np.array([1.0, 0, 0])
        right = np.cross(along, up)
        right /= np.linalg.norm(right)
        axes = np.stack([right, np.cross(right, along), along])
        matrix = np.zeros((3, 4))
        if self.kind == SUN:
            seen = corners @ axes.T
            low, high = seen.min(0), seen.max(0)
            centre, half = (low + high) / 2, np.maximum((high - low) / 2, 1e-6)
            matrix[:2, :3] = axes[:2] / half[:2, None]
            matrix[:2, 3] = -centre[:2] / half[:2]
            matrix[2, :3] = axes[2]
            matrix[2, 3] = -centre[2]
        else:
            zoom = 1 / math.tan(math.radians(self.cone / 2))
            scale = np.array([zoom, zoom, 1])
            matrix[:, :3] = axes * scale[:, None]
            matrix[:, 3] = -(axes @ place) * scale
        return matrix

    def map(self, matrix: NDArray[np.float64], points: NDArray[np.float64], size: int) -> NDArray[np.float32]:
        """The nearest thing in every direction of the light: a picture (size, size)."""
        seen = points @ matrix[:, :3].T + matrix[:, 3]
        placed = np.empty_like(seen)
        if self.kind == SUN:
            placed[..., :2] = (seen[..., :2] * 0.5 + 0.5) * size
            placed[..., 2] = 1000.0 - seen[..., 2]
        else:
            ahead = seen[..., 2:] > 0.05
            far = np.where(ahead, seen[..., 2:], 1.0)
            placed[..., :2] = (seen[..., :2] / far * 0.5 + 0.5) * size
            placed[..., 2] = np.where(ahead[..., 0], 1 / far[..., 0], -1.0)
        depth = np.zeros((size, size))
        face = np.full((size, size), -1, np.int32)
        none = np.zeros((1, 1), np.float32)
        fill(
            placed,
            np.zeros((1, 3, 2)),
            np.zeros((1, 3, 3)),
            depth,
            face,
            none,
            none,
            np.zeros((1, 1, 3), np.float32),
            False,
        )
        return depth.astype(np.float32)


def sun(towards: Vector, colour: str, strength: float, **more: float | bool) -> Light:
    """Parallel light; `towards` points to where it comes from."""
    return Light(SUN, towards, colour, strength, **more)


def bulb(place: Vector, colour: str, strength: float, reach: float = 3.0, **more: float | Vector) -> Light:
    """Light from a point."""
    more.setdefault("wrap", 0.15)
    return Light(BULB, place, colour, strength, reach, shadow="aim" in more, **more)
