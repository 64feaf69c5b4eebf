"""What an expression changes: the face (still, blinking, speaking), and what the bowing head takes along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from .figure import LOOKS, Paper
from .profile import Look

SPOKEN = (0.20, 0.42)
SUNG = (0.34, 0.85)


def faces(
    build: Callable[[Look], Paper], looks: Mapping[str, Look] = LOOKS, spoken: tuple[float, float] = SPOKEN
) -> dict[str, list[Paper]]:
    """For each expression its four faces: still, blink, first mouth, second mouth."""
    return {
        name: [build(look), build(_blink(look)), *(build(m) for m in _mouths(name, look, spoken))]
        for name, look in looks.items()
    }


def worn(build: Callable[[Look], Paper], looks: Mapping[str, Look] = LOOKS) -> dict[str, list[Paper]]:
    """For each expression one picture, of what is worn on the head."""
    return {name: [build(look)] for name, look in looks.items()}


def _blink(look: Look) -> Look:
    return replace(look, eye=0.0, brow=look.brow - 0.05)


def _mouths(name: str, look: Look, spoken: tuple[float, float]) -> list[Look]:
    if name == "singing":
        share = look.mouth / LOOKS["singing"].mouth
        return [
            replace(look, mouth=SUNG[0] * share, round=0.55 * share),
            replace(look, mouth=SUNG[1] * share, round=0.15),
        ]
    return [
        replace(look, mouth=spoken[0], smile=look.smile * 0.8),
        replace(look, mouth=spoken[1], round=0.35, smile=look.smile * 0.6),
    ]
