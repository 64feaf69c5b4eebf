"""A shift-lens camera: verticals stay vertical, as a painter draws them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class Camera:
    """An eye at (x, y, z) metres looking along +z at (centre, horizon); `focal` in canvas pixels."""

    x: float = 0.0
    y: float = 1.7
    z: float = 0.0
    focal: float = 1000.0
    centre: float = 640.0
    horizon: float = 360.0

    def at(self, point: ArrayLike) -> tuple[float, float, float]:
        """Canvas x and y of a point in the world, and canvas pixels per metre there."""
        px, py, pz = np.asarray(point, float)
        scale = self.focal / (pz - self.z)
        return (
            float(self.centre + (px - self.x) * scale),
            float(self.horizon - (py - self.y) * scale),
            float(scale),
        )

    def row(self, scale: float, margin: tuple[float, float]) -> NDArray[np.float64]:
        """The camera in pixels of a picture of that scale with that margin, as the kernels want it."""
        return np.array(
            [
                (self.centre + margin[0]) * scale,
                (self.horizon + margin[1]) * scale,
                self.focal * scale,
                self.x,
                self.y,
                self.z,
            ]
        )
