"""The fire that burns at the Clef by night."""

import numpy as np
import skia

from assets.forge.build.camera import Camera
from assets.forge.build.stage import Layer
from assets.forge.paint.colour import rgb, step
from assets.forge.paint.filters import blur
from assets.forge.paint.frame import painted
from assets.forge.paint.layers import View
from assets.forge.paint.light import aura, pool
from assets.forge.paint.shapes import flowing
from assets.forge.places import clef_props

FLAMES = (
    (
        "#e8400c",
        (
            (-0.2, 0.16, 0.62, -0.12),
            (0.02, 0.24, 1.16, 0.08),
            (0.22, 0.15, 0.7, 0.16),
            (-0.32, 0.1, 0.36, -0.1),
        ),
        0.9,
    ),
    ("#ff8a1c", ((-0.12, 0.13, 0.5, -0.08), (0.0, 0.17, 0.86, -0.04), (0.16, 0.12, 0.52, 0.1)), 1.0),
    ("#ffd070", ((-0.06, 0.08, 0.34, -0.03), (0.03, 0.10, 0.56, 0.04)), 1.0),
)
"""Outer flames to inner: colour, tongues (place, half width, height, lean in metres), strength."""


def flames(view: View, fire: Layer, camera: Camera) -> None:
    """The fire: dark behind its flames, the flames, and their glow on the ground; seen by night."""
    frame = view.frame
    x, y, scale = camera.at((clef_props.FIRE[0], 0.08, clef_props.FIRE[1]))
    pot = camera.at((clef_props.FIRE[0] + 0.1, 0.76, clef_props.FIRE[1]))
    free = step(0.16, 0.23, np.hypot(frame.x - pot[0], (frame.y - pot[1]) * 1.25) / scale)
    light = np.zeros((*frame.shape, 3), np.float32)
    dark = np.zeros(frame.shape, np.float32)
    for colour, tongues, strength in FLAMES:
        shape = frame.mask(
            lambda c, p, tongues=tongues: [c.drawPath(_tongue(x, y, scale, *t), p) for t in tongues]
        )
        soft = blur(shape, 1.6) * free
        fade = step(y - 1.25 * scale, y - 0.2 * scale, frame.y) * 0.75 + 0.25
        light = light * (1 - soft[..., None]) + rgb(colour) * (soft * fade * strength)[..., None]
        dark = np.maximum(dark, soft)
    view.add("fire_dark", painted("#06040c", dark * 0.8), 0.22, when="night")
    ember = aura(np.clip(fire.glow, 0, 1)) * 0.25
    halo = blur(dark, 12)[..., None] * rgb("#ff6a20") * 0.4
    spread = pool(frame, x, y + 6, 300, "#ff7a2c", 0.42, tall=0.36) + pool(
        frame, x, y - 40, 130, "#ff7a2c", 0.2
    )
    burning = light * 0.92 + halo + ember + spread
    # scaled, not clipped: clipped orange turns yellow, and yellow at night green
    burning /= np.maximum(burning.max(2, keepdims=True), 1)
    view.light("fire", burning, 0.22, light="fire", when="night", quality=84)


def _tongue(x: float, y: float, scale: float, off: float, wide: float, high: float, lean: float) -> skia.Path:
    """One flame over (x, y): its place, half width, height and the way its tip leans, in metres."""
    outline = (
        (-1, 0),
        (-0.92, -0.3),
        (-0.38, -0.58),
        (-0.3, -0.8),
        (None, -1),
        (0.16, -0.72),
        (0.5, -0.5),
        (0.94, -0.24),
    )
    points = []
    for dx, dy in (*outline, (1, 0), (0, 0.07)):
        shift = lean if dx is None else dx * wide + lean * max(0.0, -dy) ** 2 * 0.7
        points.append((x + (off + shift) * scale, y + dy * high * scale))
    return flowing(points, closed=True)
