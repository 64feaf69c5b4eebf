"""Blurs, shifts and the light-facing edge of a mask. Lengths are canvas pixels."""

import math

import cv2
import numpy as np

from assets.forge.paint.colour import Floats


def blur(image: Floats, sigma: float) -> Floats:
    """Gaussian blur; wide ones are made on a smaller picture."""
    if sigma < 0.3:
        return image
    shrink = max(1, int(sigma / 3))
    if shrink == 1:
        return cv2.GaussianBlur(image, (0, 0), sigma)
    height, width = image.shape[:2]
    small = cv2.resize(
        image, (max(2, width // shrink), max(2, height // shrink)), interpolation=cv2.INTER_AREA
    )
    soft = cv2.GaussianBlur(small, (0, 0), sigma / shrink)
    return np.maximum(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC), 0)


def smear(image: Floats, across: float, down: float) -> Floats:
    """Gaussian blur with different widths across and down (0 leaves that direction sharp)."""
    return cv2.GaussianBlur(image, (0, 0), sigmaX=max(0.01, across), sigmaY=max(0.01, down))


def shifted(image: Floats, dx: float, dy: float) -> Floats:
    """The picture moved by (dx, dy); edges repeat."""
    move = np.array([[1, 0, dx], [0, 1, dy]], np.float32)
    return cv2.warpAffine(image, move, (image.shape[1], image.shape[0]), borderMode=cv2.BORDER_REPLICATE)


def rim(mask: Floats, towards: tuple[float, float], width: float = 3, soft: float = 0.8) -> Floats:
    """The edge of a mask that faces the light; towards points to the light."""
    length = math.hypot(*towards)
    dx, dy = towards[0] / length, towards[1] / length
    return np.clip(mask - shifted(blur(mask, soft), -dx * width, -dy * width), 0, 1)
