"""Land: profiles of hills, mountains with planes of light and shade, fog that gathers at their feet."""

from collections.abc import Sequence

import numpy as np

from assets.forge.paint.brush import strokes
from assets.forge.paint.colour import Colour, Floats, mix, rgb, step
from assets.forge.paint.filters import blur, rim
from assets.forge.paint.flora import conifers
from assets.forge.paint.frame import Frame, painted
from assets.forge.paint.noise import PLAIN, RIDGED, fractal, line, warped

Peak = tuple[float, float, float]


def profile(
    frame: Frame,
    y: float,
    roughness: float,
    scale: float,
    seed: int,
    peaks: Sequence[Peak] = (),
    *,
    ridged: bool = True,
) -> Floats:
    """The skyline of a range: a y for every column. A peak is (x, height, half-width)."""
    rough = line(frame.across * scale, 5, seed, gain=0.48, kind=RIDGED if ridged else PLAIN)
    result = y - roughness * rough
    for x, height, width in peaks:
        result = result - height * np.exp(-(np.abs((frame.across - x) / width) ** 1.4))
    return result.astype(np.float32)


def mountain(
    frame: Frame,
    skyline: Floats,
    *,
    shade: Colour,
    lit: Colour,
    fog: Colour,
    fog_depth: float,
    towards: float,
    light: float = 0.55,
    seed: int = 1,
    count: int = 5000,
) -> Floats:
    """A range as premultiplied RGBA: its faces are lit from the side of `towards` (−1 left, 1 right)."""
    depth = np.maximum(frame.y - skyline[None], 0)
    x, y = frame.x, frame.y
    grain = fractal(x * 0.009, y * 0.009, 4, seed + 5) + 0.5 * fractal(x * 0.045, y * 0.03, 3, seed + 6)
    spread = x + grain * depth * 1.5 + fractal(x * 0.03, y * 0.03, 2, seed) * 7 + frame.margin[0]
    column = np.clip(spread, 0, frame.shape[1] - 1).astype(np.int32)
    smooth = np.convolve(np.pad(skyline, 6, mode="edge"), np.ones(13) / 13, "valid")
    slope = np.gradient(smooth)
    facing = step(-0.24, 0.24, slope[column] * towards + 0.25 * grain)
    veil = step(0, 1, depth / fog_depth)
    veil = np.clip(veil + 0.56 * fractal(x * 0.006, y * 0.018, 3, seed + 9) * veil * (1 - veil), 0, 1)
    colour = mix(shade, lit, facing * light * (1 - veil) * np.exp(-depth / 330))
    colour = colour * (1 + 0.05 * fractal(x * 0.03, y * 0.06, 4, seed + 3))[..., None]
    colour = mix(colour, fog, veil)
    mask = frame.below(skyline)
    fall = np.sign(slope)[None] * np.exp(-depth / 107) * np.minimum(1, np.abs(slope))[None]
    colour = strokes(
        colour, 1.1 * fall + 0.3 * grain, count, 20, 4, strength=0.6, seed=seed, where=blur(mask, 4)
    )
    return painted(colour, mask)


def wooded(
    frame: Frame,
    skyline: Floats,
    *,
    trees: int,
    height: float,
    colour: Colour,
    lit: Colour,
    fog: Colour,
    fog_depth: float,
    sun: tuple[float, float],
    seed: int,
    count: int = 5000,
) -> Floats:
    """A hill fringed and covered with conifers, its tops rimmed by the light, as premultiplied RGBA."""
    random = np.random.default_rng(seed)
    mask = np.maximum(
        frame.mask(
            lambda canvas, paint: canvas.drawPath(
                conifers(frame, skyline, trees, height, random, seed), paint
            )
        ),
        frame.below(skyline),
    )
    depth = np.maximum(frame.y - skyline[None] + height * 0.6, 0)
    veil = step(0, fog_depth, depth)
    weave = warped(frame.x * 0.03, frame.y * 0.052, 0.8, 4, seed + 2)
    near = np.exp(-(((frame.x - sun[0]) / 460) ** 2))
    body = mix(
        rgb(colour)[None, None] * (1 + 0.25 * weave)[..., None],
        fog,
        np.clip(veil + 0.8 * weave * veil * (1 - veil), 0, 1),
    )
    body = mix(body, lit, rim(mask, (np.sign(sun[0] - frame.width / 2) * 0.4, -1), 2.2, 0.6) * 0.75 * near)
    body = mix(body, lit, step(0.15, 0.6, weave) * 0.16 * near)
    body = strokes(body, -0.9 + 0.8 * weave, count, 10, 2.8, strength=0.5, seed=seed, where=mask)
    return painted(body, mask)


def furrows(
    frame: Frame,
    vanishing: tuple[float, float],
    count: int,
    width: float,
    *,
    waver: float = 0.0,
    seed: int = 5,
) -> Floats:
    """Ploughed rows 0…1 running to a vanishing point: `count` of them across `width` pixels, 100 below it."""
    down = np.maximum(frame.y - vanishing[1], 2)
    bend = waver * fractal(frame.x * 0.01, frame.y * 0.03, 3, seed)
    across = (frame.x - vanishing[0]) / down * 100
    return (0.5 + 0.5 * np.sin((across / width * count + bend) * 2 * np.pi)).astype(np.float32)
