"""The sheet that is painted on: the canvas with its overscan, and vector drawing on it.

Everything is given in canvas pixels; (0, 0) is the upper left corner of what a player sees at rest.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import skia

from assets.forge.paint.colour import Colour, Floats, rgb

Draw = Callable[[skia.Canvas, skia.Paint], object]


@dataclass(frozen=True)
class Frame:
    """A sheet of width × height with a margin on every side for the parallax."""

    width: int = 1280
    height: int = 720
    margin: tuple[int, int] = (40, 24)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height with the margins."""
        return self.width + 2 * self.margin[0], self.height + 2 * self.margin[1]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns with the margins."""
        return self.size[1], self.size[0]

    @cached_property
    def x(self) -> Floats:
        """Canvas x of every pixel's centre (rows, columns)."""
        return np.tile(self.across, (self.shape[0], 1))

    @cached_property
    def y(self) -> Floats:
        """Canvas y of every pixel's centre (rows, columns)."""
        column = np.arange(self.shape[0], dtype=np.float32) + 0.5 - self.margin[1]
        return np.tile(column[:, None], (1, self.shape[1]))

    @cached_property
    def across(self) -> Floats:
        """Canvas x of every column."""
        return np.arange(self.shape[1], dtype=np.float32) + 0.5 - self.margin[0]

    def distance(self, x: float, y: float, *, tall: float = 1.0) -> Floats:
        """Distance of every pixel from a point; `tall` > 1 stretches the circles upwards."""
        return np.hypot(self.x - x, (self.y - y) / tall)

    def below(self, profile: Floats, soft: float = 0.8) -> Floats:
        """The mask of all that lies below a profile (a y for every column)."""
        return np.clip((self.y - profile[None]) / soft + 0.5, 0, 1).astype(np.float32)

    def mask(self, draw: Draw) -> Floats:
        """The coverage 0…1 of a vector drawing."""
        return self._drawn(draw)[..., 3]

    def drawing(self, draw: Draw) -> Floats:
        """A coloured vector drawing as premultiplied RGBA."""
        picture = self._drawn(draw)
        return np.dstack([picture[..., :3] * picture[..., 3:], picture[..., 3]])

    def _drawn(self, draw: Draw) -> Floats:
        pixels = np.zeros((*self.shape, 4), np.uint8)
        # skia keeps an array's colours unpremultiplied
        surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType)
        canvas = surface.getCanvas()
        canvas.translate(*map(float, self.margin))
        draw(canvas, skia.Paint(AntiAlias=True, Color=0xFFFFFFFF))
        surface.flushAndSubmit()
        return pixels.astype(np.float32) / 255


def painted(colour: Colour, mask: Floats) -> Floats:
    """Premultiplied RGBA of a colour (one, or one for every pixel) inside a mask."""
    inside = np.broadcast_to(rgb(colour), (*mask.shape, 3))
    return np.dstack([inside * mask[..., None], mask]).astype(np.float32)


def over(below: Floats, above: Floats) -> Floats:
    """Premultiplied `above` laid over premultiplied RGBA or opaque RGB."""
    return (below * (1 - above[..., 3:]) + above[..., : below.shape[2]]).astype(np.float32)
