"""A person as the forge knows them: poses made of sprites, each a few parts that move together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import skia

from .halo import Halo
from .paper import Drawing, Palette, Part, draw
from .profile import Look

Paper: TypeAlias = "Sequence[Part | Drawing]"

BREATH = {"amp": 1.6, "period": 4.2}

LOOKS = {
    "calm": Look(),
    "warm": Look(eye=0.55, smile=0.75, brow=0.25, tilt=-1.5),
    "troubled": Look(eye=0.5, worry=1.0, smile=-0.8, brow=-0.1, tilt=6.0),
    "singing": Look(eye=0.0, mouth=0.62, brow=0.55, round=0.25, tilt=-5.0),
}


@dataclass(frozen=True)
class Sprite:
    """One picture of a person that moves as one; `motion` is what the player is told about it.

    With `faces` it has a picture for each expression, and for the face itself also blinking and speaking.
    """

    name: str
    paper: Paper
    motion: Mapping[str, object] = field(default_factory=dict)
    graded: bool = True
    faces: Mapping[str, Sequence[Paper]] = field(default_factory=dict)


@dataclass(frozen=True)
class Person:
    """Everything that is baked of one person; sprites stand in each pose from back to front.

    `base` is where the picture is cut and `foot` what stands there; `size` is 1 for an adult.
    """

    name: str
    palette: Palette
    halo: Halo
    poses: Mapping[str, Sequence[Sprite]]
    base: float = 398.0
    foot: float = -30.0
    grade: float = 1.0
    size: float = 1.0


def lay(canvas: skia.Canvas, paper: Paper, palette: Palette) -> None:
    """Draw parts and free drawings in order."""
    for sheet in paper:
        if isinstance(sheet, Part):
            draw(canvas, sheet, palette)
        else:
            sheet(canvas)
