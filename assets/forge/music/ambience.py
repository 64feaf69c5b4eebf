"""What is heard around, made as loops: everything in them goes round."""

import pathlib
from collections.abc import Callable

import numpy as np

from assets.forge.music import loudness, vorbis
from assets.forge.music.clock import RATE
from assets.forge.music.sounds import bell, hertz, wood
from assets.forge.music.tones import envelope, noise, sprinkle, struck, wander, wide
from assets.forge.music.tones import time as seconds_of

QUALITY = 0.15
LENGTH = 18.0
BLINK = 0.04  # seconds in which a loop closes and opens: the encoder is least faithful at the ends of a file
Stereo = np.ndarray


def _wind(low: float, high: float, seed: int, gusts: float = 0.25, depth: float = 0.8) -> np.ndarray:
    return noise(LENGTH, low, high, seed, -4) * (1 - depth + depth * wander(LENGTH, gusts, seed + 1))


def evening() -> Stereo:
    """The Hollow at dusk: wind over slates, a far rook, the lamps' glass, somebody's hammer down the hill."""
    caw = noise(0.28, 700, 1700, 3) * envelope(0.28, (0, 0), (0.03, 1), (0.2, 0.6), (0.28, 0))
    pane = struck([(hertz("B6"), 1, 0.5), (hertz("F#7"), 0.4, 0.3)], 0.6)
    hammer = struck([(1330, 1, 0.2), (2810, 0.5, 0.12)], 0.3)
    return (
        wide(_wind(90, 700, 11), 1)
        + wide(0.2 * sprinkle(LENGTH, 0.18, caw, 12), 2, 0.03)
        + wide(0.05 * sprinkle(LENGTH, 0.3, pane, 13), 3)
        + wide(0.05 * sprinkle(LENGTH, 0.25, hammer, 14), 4, 0.05)
    )


def kiln() -> Stereo:
    """Inside the kiln house: the draught, embers, a board that ticks as it warms."""
    snap = noise(0.015, 1500, 8000, 21) * envelope(0.015, (0, 1), (0.003, 0.3), (0.015, 0))
    draught = noise(LENGTH, 45, 260, 22, -3) * (0.6 + 0.5 * wander(LENGTH, 1.5, 23))
    return (
        wide(draught, 5)
        + wide(0.9 * sprinkle(LENGTH, 7, snap, 24, 24), 6)
        + wide(0.25 * sprinkle(LENGTH, 0.2, wood(2.4), 25), 7)
    )


def home() -> Stereo:
    """A workshop kitchen: a small fire, and strings on the wall that answer each other."""
    snap = noise(0.012, 1800, 8000, 31) * envelope(0.012, (0, 1), (0.012, 0))
    strings = sum(struck([(hertz(p), 1, 3), (2 * hertz(p), 0.4, 2)], 3.0, 0.4) for p in ("E3", "B3", "F#4"))
    return (
        wide(0.5 * noise(LENGTH, 50, 300, 32, -4) * (0.5 + 0.5 * wander(LENGTH, 0.7, 33)), 8)
        + wide(0.6 * sprinkle(LENGTH, 3, snap, 34, 24), 9)
        + wide(0.04 * sprinkle(LENGTH, 0.12, strings, 35, 6), 10)
    )


def night() -> Stereo:
    """The Clef after dark: grass, crickets far apart, an owl twice, the fire gone down."""
    chirp = np.sin(2 * np.pi * 4150 * seconds_of(0.16)) * np.sin(np.pi * 3 * seconds_of(0.16) / 0.16) ** 2
    t = seconds_of(0.7)
    hoot = np.sin(2 * np.pi * np.cumsum(395 - 30 * t) / RATE) * envelope(
        0.7, (0, 0), (0.12, 1), (0.5, 0.7), (0.7, 0)
    )
    snap = noise(0.012, 1500, 7000, 41) * envelope(0.012, (0, 1), (0.012, 0))
    return (
        wide(0.6 * _wind(140, 1100, 42, 0.2), 11)
        + wide(0.07 * sprinkle(LENGTH, 1.6, chirp, 43, 10), 12, 0.03)
        + wide(0.18 * sprinkle(LENGTH, 0.09, hoot, 44, 4), 13, 0.06)
        + wide(0.4 * sprinkle(LENGTH, 1.5, snap, 45, 24), 14)
    )


def road() -> Stereo:
    """The Clef by day: wind over open ground, a lark, a rope that creaks at the post."""
    t = seconds_of(0.9)
    lark = (
        np.sin(2 * np.pi * np.cumsum(3100 + 500 * np.sin(2 * np.pi * 13 * t)) / RATE)
        * np.sin(np.pi * t / 0.9) ** 2
    )
    rope = (
        noise(0.5, 180, 420, 71)
        * envelope(0.5, (0, 0), (0.2, 1), (0.35, 0.4), (0.5, 0))
        * wander(0.5, 40, 72)
    )
    return (
        wide(_wind(80, 800, 73, 0.22), 18)
        + wide(0.05 * sprinkle(LENGTH, 0.35, lark, 74, 14), 19, 0.04)
        + wide(0.2 * sprinkle(LENGTH, 0.15, rope, 75, 8), 20)
    )


def hush() -> Stereo:
    """Almost nothing: air that does not arrive, and a pressure under it."""
    breath = noise(LENGTH, 180, 900, 51, -5) * wander(LENGTH, 0.16, 52) ** 3
    pressure = noise(LENGTH, 28, 60, 53) * (0.4 + 0.4 * wander(LENGTH, 0.2, 54))
    return wide(0.5 * breath, 15) + wide(0.6 * pressure, 16)


def field() -> Stereo:
    """Harrow's field: the Hush, and once in a while the ghost of a bell, without its stroke."""
    ghost = bell(hertz("E5") * 0.984, 4.0, 3.0, 0.9) * envelope(4.0, (0, 0), (1.5, 1), (4, 0))
    return hush() + wide(0.05 * sprinkle(LENGTH, 0.06, ghost, 61, 3), 17, 0.05)


AMBIENCES: dict[str, tuple[Callable[[], Stereo], float]] = {  # how it is made, LUFS
    "hollow": (evening, -36),
    "hollow/kiln": (kiln, -33),
    "hollow/home": (home, -38),
    "hollow/field": (field, -40),
    "clef": (road, -38),
    "night": (night, -37),
    "hush": (hush, -42),
}


def bake(name: str, out: pathlib.Path) -> None:
    """Write `<out>/<name>.ogg`, stereo."""
    make, target = AMBIENCES[name]
    sound = make()
    sound *= 10 ** ((target - loudness.lufs(sound)) / 20)
    opening = 0.5 - 0.5 * np.cos(np.pi * np.linspace(0, 1, round(BLINK * RATE)))[:, None]
    sound[: len(opening)] *= opening
    sound[-len(opening) :] *= opening[::-1]
    vorbis.write(out / f"{name}.ogg", sound, QUALITY)
