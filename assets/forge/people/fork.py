"""The herald's staff: a tuning fork taller than she is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import skia

from .curves import points, spline, taper
from .paper import Drawing, Palette, Part, line, paint, path, radial

TOP = 66.0
BRASS = ("#fffbe8", "#e6bc60", "#8a5a1c")


@dataclass(frozen=True)
class Fork:
    """A tuning fork on a rod that stands at x; `top` is where the rod ends."""

    x: float
    palette: Palette
    top: float = TOP

    def parts(self) -> list[Part]:
        """Rod and tines, from back to front."""
        x, y = self.x, self.top
        rod = Part(
            path(taper(np.array([(x - 2, 480), (x + 2, y)]), 7.5, [1, 0.95, 1.0], 40)),
            ("#fff6d8", "#d8a84a", "#7a5018"),
            axis=((x + 5, 0), (x - 5, 0)),
            rim=0.5,
        )
        tines = []
        for side in (-1, 1):
            run = [
                (2, 4),
                (2 + side * 3, -8),
                (2 + side * 16, -20),
                (2 + side * 19, -36),
                (2 + side * 18.5, -80),
                (2 + side * 18.5, -120),
            ]
            curve = spline(points(run) + (x, y))
            tines.append(
                Part(
                    path(taper(curve, 9.5, [0.9, 1, 1, 1, 1.05, 1.1], 60)),
                    BRASS,
                    axis=((x + 8 + side * 18, 0), (x - 8 + side * 18, 0)),
                    rim=0.7,
                )
            )
        tines[1].after = [self._collars()]
        return [rod, *tines]

    def _collars(self) -> Drawing:
        x, y = self.x, self.top

        def drawing(canvas: skia.Canvas) -> None:
            for at in (6, 18, 94, 234, 240):
                canvas.drawPath(
                    line(spline([(x - 3, y + at), (x + 2, y + at + 2), (x + 6, y + at)])),
                    paint("#7a5018", width=2.2),
                )
            knot = spline(
                [(x - 7, y + 11), (x + 2, y + 4), (x + 11, y + 11), (x + 2, y + 18)], 3, closed=True
            )
            canvas.drawPath(path(knot), paint(radial((x + 2, y + 11), 9, ["#ffffff", "#f6d27a", "#8a5a1c"])))

        return drawing

    def hum(self, canvas: skia.Canvas) -> None:
        """The air shaking round the tines."""
        x, y = self.x + 2, self.top
        for side in (-1, 1):
            for k in range(1, 4):
                run = np.linspace(y - 126, y - 44, 40)
                spread = x + side * (18.5 + k * 5.5 * np.linspace(1, 0.15, 40) ** 0.8)
                canvas.drawPath(line(np.c_[spread, run]), paint("#fff0c0", 0.50 / k, width=1.2))
