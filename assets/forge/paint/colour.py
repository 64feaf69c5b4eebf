"""Colour in OKLab: names, mixtures and ramps without Mach bands.

A colour is a "#rrggbb" text or an array whose last axis is red, green, blue in 0…1 (sRGB).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.interpolate import PchipInterpolator

Floats = NDArray[np.float32]
Colour = str | ArrayLike

_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def rgb(colour: Colour) -> Floats:
    """The colour as red, green, blue in 0…1."""
    if isinstance(colour, str):
        digits = colour.lstrip("#")
        return np.array([int(digits[i : i + 2], 16) for i in (0, 2, 4)], np.float32) / 255
    return np.asarray(colour, np.float32)


def to_linear(colour: ArrayLike) -> NDArray[np.float64]:
    """SRGB values as linear light."""
    c = np.asarray(colour, np.float64)
    return np.where(c <= 0.04045, c / 12.92, ((np.maximum(c, 0) + 0.055) / 1.055) ** 2.4)


def to_srgb(light: ArrayLike) -> NDArray[np.float64]:
    """Linear light as sRGB values; negative light is black."""
    c = np.clip(np.asarray(light, np.float64), 0, None)
    return np.where(c <= 0.0031308, c * 12.92, 1.055 * c ** (1 / 2.4) - 0.055)


def oklab(colour: Colour) -> NDArray[np.float64]:
    """The colour as lightness, green–red and blue–yellow."""
    return np.cbrt(to_linear(rgb(colour)) @ _TO_CONES.T) @ _TO_LAB.T


def from_oklab(lab: ArrayLike) -> Floats:
    """The sRGB colour of lightness, green–red and blue–yellow, clipped to 0…1."""
    cones = (np.asarray(lab) @ np.linalg.inv(_TO_LAB).T) ** 3
    return np.clip(to_srgb(cones @ np.linalg.inv(_TO_CONES).T), 0, 1).astype(np.float32)


def ramp(*stops: tuple[float, str], steps: int = 1024) -> Floats:
    """A table (steps, 3) of colours through the stops (position 0…1, colour), smooth at every stop."""
    positions = [position for position, _ in stops]
    labs = oklab(np.stack([rgb(colour) for _, colour in stops]))
    t = np.clip(np.linspace(0, 1, steps), positions[0], positions[-1])
    return from_oklab(PchipInterpolator(positions, labs)(t))


def shade(t: Floats, table: Floats) -> Floats:
    """The colours of a ramp at every t in 0…1."""
    last = len(table) - 1
    f = np.clip(t, 0, 1) * last
    low = f.astype(np.int32)
    part = (f - low)[..., None].astype(np.float32)
    return table[low] * (1 - part) + table[np.minimum(low + 1, last)] * part


def mix(a: Colour, b: Colour, t: ArrayLike) -> Floats:
    """From a to b by t (a number or a mask): the quick mixture of sRGB values."""
    amount = np.asarray(t, np.float32)
    if amount.ndim == 2:
        amount = amount[..., None]
    return (rgb(a) * (1 - amount) + rgb(b) * amount).astype(np.float32)


def blend(a: Colour, b: Colour, t: float) -> Floats:
    """One colour between a and b by t, even to the eye."""
    return from_oklab(oklab(a) * (1 - t) + oklab(b) * t)


def step(low: float, high: float, x: ArrayLike) -> Floats:
    """0 up to low, 1 from high, smooth between; low may be the greater."""
    t = np.clip((np.asarray(x, np.float32) - low) / (high - low), 0, 1)
    return (t * t * (3 - 2 * t)).astype(np.float32)
