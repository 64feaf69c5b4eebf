"""The outline of a head in profile, from a few measures of a face and what the face is doing."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .curves import Curve, contour, points, rotate, spline

JAW_HINGE = (-40, 62)


@dataclass(frozen=True)
class Face:
    """What a face is like. Lengths in figure units, on top of a young adult's face."""

    nose: float = 11.0
    tip: float = 63.0
    turn: float = 0.8
    hook: float = 0.0
    brow: float = 0.0
    nasion: float = 0.0
    forehead: float = 0.0
    lips: float = 1.0
    chin: float = 0.0
    jaw: float = 0.0
    sag: float = 0.0
    skull: float = 0.0
    neck: float = 0.0
    eye: float = 1.0
    lashes: float = 1.0
    age: float = 0.0
    blind: bool = False


@dataclass(frozen=True)
class Look:
    """What a face is doing: each from 0 to 1, brow and smile from -1; `tilt` bows the head, in degrees."""

    eye: float = 0.62
    brow: float = 0.0
    worry: float = 0.0
    smile: float = 0.0
    mouth: float = 0.0
    round: float = 0.0
    tilt: float = 0.0


@dataclass(frozen=True)
class Profile:
    """The outline in runs: forehead to lip, lip to jaw, and the landmarks that features are drawn from."""

    face: Face
    look: Look
    upper: Curve
    lower: Curve
    notch: Curve
    corner: Curve
    head: Curve
    neck: Curve = field(repr=False)

    @property
    def upper_lip(self) -> Curve:
        """The middle of the upper lip's edge."""
        return self.upper[-1]

    @property
    def lower_lip(self) -> Curve:
        """The middle of the lower lip's edge."""
        return self.lower[0]


def profile(face: Face, look: Look) -> Profile:
    """The head of that face with that look."""
    upper = contour(_upper(face, look), 8)
    lower = contour(_lower(face, look), 8)
    smile, opened = look.smile, look.mouth
    corner = points(
        (
            -7.4 - 1.7 * max(smile, 0) + 2.6 * look.round,
            face.tip + 14.0 - 2.2 * smile + 3.2 * opened + 0.5 * look.worry,
        )
    )
    depth = min(opened * 2.2, 1.0)
    middle = upper[-1] * 0.5 + lower[0] * 0.5
    notch = (
        spline([upper[-1], middle * (1 - 0.30 * depth) + corner * 0.30 * depth, lower[0]], 6)[1:-1]
        if opened > 0.03
        else np.empty((0, 2))
    )
    return Profile(face, look, upper, lower, notch, corner, _head(face, upper, notch, lower), _neck(face))


def _upper(f: Face, look: Look) -> list[tuple[float, float] | tuple[float, float, str]]:
    n, t, lips = f.nose, f.tip, f.lips
    pout = 1.5 * look.round + 0.5 * look.mouth - 0.5 * max(look.smile, 0)
    return [
        (-45, -3.0),
        (-36, -2.6),
        (-26, 0.2),
        (-13.5, 7.4),
        (-5.2 + f.forehead * 0.6, 18.5),
        (-1.0 + f.forehead, 28.5),
        (0.9 + f.brow, 37.0),
        (0.3 + f.brow * 0.8, 41.5),
        (-1.3 + f.nasion, 46.0),
        (0.5 + f.nasion * 0.4 + f.hook * 0.7, 50.6),
        (n * 0.40 + f.hook, t - 8.0),
        (n * 0.71 + f.hook * 0.7, t - 4.0 - f.turn * 0.3),
        (n * 0.94, t - 1.7 - f.turn),
        (n, t - f.turn * 0.8),
        (n * 0.95, t + 1.6 - f.turn * 0.6),
        (n * 0.70, t + 2.9 - f.turn * 0.3),
        (2.7, t + 4.3, "c"),
        (2.2, t + 6.3),
        (2.7 + 0.4 * lips + 0.5 * pout, t + 8.7),
        (3.5 + 1.0 * lips + pout, t + 10.7),
        (3.0 + 0.9 * lips + pout, t + 12.3),
        (1.3 + 0.7 * pout, t + 13.4, "c"),
    ]


def _lower(f: Face, look: Look) -> Curve:
    t, lips, chin = f.tip + 13.6, f.lips, f.chin
    pout = 1.2 * look.round - 0.4 * max(look.smile, 0)
    spec = points(
        [
            (1.3 + 0.5 * pout, t),
            (2.5 + 0.6 * lips + pout, t + 0.8),
            (3.0 + 0.7 * lips + pout, t + 2.9),
            (1.7 + 0.3 * lips + 0.6 * pout, t + 5.5),
            (-0.9, t + 8.3),
            (-0.9 + chin * 0.7, t + 11.6),
            (0.2 + chin, t + 15.4),
            (-0.9 + chin, t + 19.6),
            (-5.6 + chin * 0.6, t + 23.0 + f.sag * 0.2),
            (-13, 100.2 + f.sag * 0.5 + f.jaw * 0.5),
            (-24, 97.0 + f.sag + f.jaw),
            (-34, 91.4 + f.sag + f.jaw * 0.8),
            (-41.5, 83.0),
            (-45.5, 72.0),
            (-47.5, 62.0),
        ]
    )
    swing = 13.0 * look.mouth
    weights = [1, 1, 1, 1, 1, 1, 1, 0.99, 0.95, 0.84, 0.62, 0.36, 0.15, 0.04, 0]
    return [tuple(rotate([p], swing * w, JAW_HINGE)[0]) for p, w in zip(spec, weights, strict=True)]


def _head(f: Face, upper: Curve, notch: Curve, lower: Curve) -> Curve:
    s = f.skull
    back = spline(
        [
            (-47.5, 62),
            (-58, 80),
            (-70, 84),
            (-79.5 - s, 66),
            (-84 - s, 46),
            (-79 - s, 25),
            (-66 - s * 0.4, 7),
            (-55, -1.4),
            (-45, -3.0),
        ],
        8,
    )
    return np.vstack([upper, notch, lower, back[1:-1]])


def _neck(f: Face) -> Curve:
    w, g = f.neck, f.sag
    front = spline(
        [
            (-15, 94),
            (-25.5, 98 + g),
            (-30.0 + w * 0.3, 106),
            (-30.4 + w * 0.6, 118),
            (-27 + w, 132),
            (-20 + w, 146),
            (-10, 158),
        ],
        7,
    )
    back = spline([(-84, 166), (-75 - w, 146), (-67.5 - w, 128), (-64 - w, 110), (-64 - w, 94), (-68, 76)], 7)
    return np.vstack([front, back, [(-50, 62), (-40, 70)]])
