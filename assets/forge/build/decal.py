"""Drawing laid on surfaces in perspective: chalk, cracks, lettering."""

import numpy as np
import skia
from numpy.typing import ArrayLike

from assets.forge.build.camera import Camera
from assets.forge.paint.colour import Floats
from assets.forge.paint.frame import Draw, Frame
from assets.forge.paint.noise import fractal


def decal(
    frame: Frame,
    camera: Camera,
    corner: ArrayLike,
    across: ArrayLike,
    down: ArrayLike,
    size: tuple[float, float],
    draw: Draw,
) -> Floats:
    """The mask of a drawing on a sheet `size` (any units) whose upper left corner is `corner` in the world.

    `across` and `down` are the world vectors of its full width and height.
    """
    corner, across, down = (np.asarray(q, float) for q in (corner, across, down))
    world = (corner, corner + across, corner + across + down, corner + down)
    seen = [skia.Point(*camera.at(point)[:2]) for point in world]
    w, h = size
    matrix = skia.Matrix()
    matrix.setPolyToPoly([skia.Point(0, 0), skia.Point(w, 0), skia.Point(w, h), skia.Point(0, h)], seen)

    def laid(canvas: skia.Canvas, paint: skia.Paint) -> None:
        canvas.save()
        canvas.concat(matrix)
        draw(canvas, paint)
        canvas.restore()

    return frame.mask(laid)


def chalky(frame: Frame, mask: Floats, seed: int = 1) -> Floats:
    """The mask broken up like chalk on a rough wall."""
    return mask * np.clip(0.55 + 0.9 * fractal(frame.x * 0.24, frame.y * 0.24, 3, seed), 0, 1)
