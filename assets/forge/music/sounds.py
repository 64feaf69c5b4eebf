"""The small sounds of the prelude and of the interface, a few lines of synthesis each. Pitches are in E."""

import pathlib
from collections.abc import Callable

import numpy as np

from assets.forge.music import loudness, room, vorbis
from assets.forge.music.clock import RATE
from assets.forge.music.pitch import midi
from assets.forge.music.tones import Mono, at, envelope, lowpass, noise, struck, time, wander

QUALITY = 0.25
PEAK = -3.0  # dBTP no sound goes beyond
A_HAIR_FLAT = 0.984  # what the bell is remembered without
BRONZE = (  # a bell's partials: hum, prime, tierce, quint, nominal and above; strength; how long
    (0.5, 0.5, 1.0),
    (1.0, 0.9, 0.75),
    (1.195, 0.7, 0.6),
    (1.5, 0.25, 0.4),
    (2.0, 1.0, 0.45),
    (2.52, 0.35, 0.25),
    (3.01, 0.4, 0.2),
    (4.16, 0.25, 0.14),
    (5.43, 0.15, 0.1),
)


def hertz(pitch: str) -> float:
    """The frequency of a pitch by name."""
    return 440 * 2 ** ((midi(pitch) - 69) / 12)


def bell(strike: float, seconds: float, rings: float, soft: float = 0.0) -> Mono:
    """A bronze bell; `soft` 0 to 1 takes the edge off (a fist and not a clapper)."""
    partials = [
        (strike * ratio, level * (1 - soft) ** max(0.0, ratio - 1), rings * dies)
        for ratio, level, dies in BRONZE
    ]
    beating = [(partials[0][0] * 1.004, 0.3, rings), (partials[4][0] * 1.003, 0.4, rings * 0.4)]
    return struck([*partials, *beating], seconds, 0.001 + 0.004 * soft)


def wood(size: float, seed: int = 1) -> Mono:
    """A knuckle on wood: 1 is a door, 2 a thinner board."""
    body = struck(
        [
            (f * size, a, d)
            for f, a, d in ((142, 1, 0.22), (233, 0.8, 0.16), (371, 0.5, 0.1), (655, 0.3, 0.06))
        ],
        0.35,
    )
    tap = noise(0.35, 600 * size, 3500, seed) * envelope(0.35, (0, 1), (0.004, 0.4), (0.02, 0))
    return body + 0.35 * tap


def knocks(stroke: Callable[[int], Mono], beat: float = 0.46) -> Mono:
    """Wren's Knock: long, short-short, long."""
    total = 3.4 * beat + 0.5
    strokes = ((0.0, 1.0), (1.0, 0.75), (1.5, 0.7), (2.0, 0.95))
    return sum(level * at(when * beat, stroke(index), total) for index, (when, level) in enumerate(strokes))


def crackle(seconds: float, per_second: float, seed: int) -> Mono:
    """Embers: tiny bright snaps, not in time."""
    dice = np.random.default_rng(seed)
    out = np.zeros(round(seconds * RATE))
    for _ in range(round(seconds * per_second)):
        snap = noise(0.02, 1500, 9000, int(dice.integers(1 << 30))) * envelope(
            0.02, (0, 1), (0.003, 0.3), (0.015, 0)
        )
        start = int(dice.integers(0, len(out) - len(snap)))
        out[start : start + len(snap)] += snap * dice.random() ** 3
    return out


def kiln_roar() -> Mono:
    """The kiln shouts: a thump of air, then fire at full draught."""
    low = noise(4.0, 40, 240, 3, -3) * envelope(4, (0, 0), (0.06, 1.3), (0.5, 0.8), (1.6, 0.7), (4, 0))
    high = noise(4.0, 300, 5000, 4, -4) * envelope(4, (0, 0), (0.12, 0.5), (0.8, 0.35), (4, 0))
    thump = at(0, struck([(48, 3, 0.7), (71, 1.5, 0.5)], 1.0, 0.01), 4.0)
    return (low + high) * (0.75 + 0.5 * wander(4.0, 9, 5)) + thump + 0.9 * crackle(4.0, 22, 6)


def kiln_catch() -> Mono:
    """The coals turn over in their sleep: a settling, a breath of draught, a few snaps."""
    settle = at(0.1, struck([(212, 0.5, 0.12), (330, 0.4, 0.1), (560, 0.3, 0.06)], 0.3), 3.2)
    again = at(0.34, struck([(178, 0.4, 0.14), (297, 0.3, 0.08)], 0.3), 3.2)
    draught = (
        noise(3.2, 60, 420, 8, -3)
        * envelope(3.2, (0, 0), (0.7, 0.05), (1.9, 0.4), (3.2, 0))
        * (0.6 + 0.8 * wander(3.2, 4, 9))
    )
    return settle + again + draught + 0.8 * crackle(3.2, 9, 10)


def door() -> Mono:
    """A latch, the hinge, and the night for a moment."""
    creak = sum(
        np.sin(2 * np.pi * np.cumsum(h * (1 + 0.06 * wander(1.0, 5, 12))) / RATE) / h * 300
        for h in (310, 624, 941)
    )
    hinge = at(0.22, creak * envelope(1.0, (0, 0), (0.2, 0.25), (0.55, 0.1), (0.8, 0.2), (1, 0)), 2.0)
    air = noise(2.0, 90, 900, 13, -4) * envelope(2, (0, 0), (0.5, 0.025), (1.2, 0.03), (2, 0))
    return at(0, latch(), 2.0) + hinge + air


def latch() -> Mono:
    """Iron lifted and let fall."""
    click = struck([(1180, 0.5, 0.05), (2340, 0.4, 0.04), (3720, 0.2, 0.03)], 0.3)
    return at(0, click, 0.5) + at(0.13, 1.4 * click + 0.8 * wood(1.6)[: len(click)], 0.5)


def step() -> Mono:
    """One step on packed earth."""
    grit = noise(0.3, 250, 2600, 14, -3) * envelope(0.3, (0, 0), (0.01, 0.4), (0.05, 0.12), (0.2, 0))
    return struck([(82, 1, 0.1), (121, 0.6, 0.07)], 0.3, 0.006) + grit


def bucket() -> Mono:
    """A full bucket put down on stone, and the water coming to rest."""
    set_down = struck([(164, 1, 0.2), (417, 0.6, 0.25), (689, 0.3, 0.2), (1240, 0.15, 0.12)], 1.6, 0.002)
    slop = (
        noise(1.6, 400, 1800, 15, -5)
        * envelope(1.6, (0, 0), (0.1, 0.07), (0.5, 0.03), (1.6, 0))
        * wander(1.6, 7, 16)
    )
    return set_down + slop


def drop() -> Mono:
    """A drip into standing water."""
    t = time(0.5)
    rising = np.sin(2 * np.pi * (720 * t + 900 * t**2)) * 10 ** (-3 * t / 0.16)
    return rising + at(0.075, 0.4 * rising[: round(0.4 * RATE)], 0.5)


def drum() -> Mono:
    """Six frame drums on one beat."""
    dice = np.random.default_rng(17)
    out = np.zeros(round(1.6 * RATE))
    for _ in range(6):
        pitch = 66 * (1 + 0.18 * dice.random())
        skin = struck(
            [(pitch, 1, 0.8), (pitch * 1.59, 0.6, 0.4), (pitch * 2.14, 0.4, 0.3), (pitch * 2.65, 0.2, 0.2)],
            1.5,
            0.002,
        )
        stick = noise(1.5, 200, 3000, int(dice.integers(1 << 30)), -3) * envelope(1.5, (0, 0.8), (0.03, 0))
        out += at(0.012 * dice.random(), skin + 0.5 * stick, 1.6)
    return out


def horn() -> Mono:
    """The kiln horn, blown by somebody who has only ever been shown how."""
    t = time(2.6)
    pitch = hertz("B2") * (1 + 0.012 * (wander(2.6, 6, 18) - 0.5) - 0.09 * np.exp(-t * 9))
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    swell = envelope(2.6, (0, 0), (0.15, 0.6), (0.7, 0.9), (1.5, 1), (2.1, 0.7), (2.6, 0)) * (
        0.85 + 0.3 * wander(2.6, 8, 19)
    )
    tone = sum(np.sin(k * phase) / k ** (1.9 - 0.8 * swell) for k in range(1, 16)) * swell
    return tone + 0.06 * noise(2.6, 300, 2500, 20) * swell


def hum() -> Mono:
    """A man of few notes, who does not know that he is humming: 5 6 5 of E, nearly."""
    parts = []
    for index, (pitch, seconds) in enumerate((("B2", 0.9), ("C#3", 0.6), ("B2", 1.3))):
        t = time(seconds)
        f = hertz(pitch) * 0.978 * (1 + 0.01 * np.sin(2 * np.pi * 5 * t) * np.clip(t - 0.3, 0, 1))
        phase = 2 * np.pi * np.cumsum(f + 4 * (wander(seconds, 4, 21 + index) - 0.5)) / RATE
        shape = envelope(seconds, (0, 0), (0.12, 1), (seconds - 0.15, 0.8), (seconds, 0))
        parts.append(lowpass(sum(np.sin(k * phase) / k**1.6 for k in range(1, 12)), 620) * shape)
    return np.concatenate(parts)


def chime(*pitches: str, gap: float = 0.0, rings: float = 0.9) -> Mono:
    """The interface's own voice: a small glass bell, one pitch after another."""
    total = gap * len(pitches) + rings
    out = np.zeros(round(total * RATE))
    for index, pitch in enumerate(pitches):
        f = hertz(pitch)
        glass = struck(
            [(f, 1, rings * 0.8), (f * 2.76, 0.22, rings * 0.3), (f * 5.4, 0.07, rings * 0.12)], rings, 0.003
        )
        out += at(index * gap, glass, total)
    return out


def paper() -> Mono:
    """A leaf turned."""
    rustle = noise(0.4, 1200, 7000, 24, -2) * envelope(
        0.4, (0, 0), (0.08, 0.6), (0.2, 0.15), (0.27, 0.5), (0.4, 0)
    )
    return rustle * wander(0.4, 30, 25)


E_FLAT = hertz("E4") * A_HAIR_FLAT
SOUNDS: dict[str, tuple[Callable[[], Mono], float, str]] = {  # how it is made, LUFS, its room
    "bell_flat": (lambda: bell(E_FLAT, 6.0, 6.5), -22, "valley"),
    "bell_three": (
        lambda: sum(
            at(1.1 * i, bell(E_FLAT * r, 4.5, 4.0, 0.75), 6.7) for i, r in enumerate((1.0, 0.749, 0.841))
        ),
        -22,
        "valley",
    ),
    "bell_small": (lambda: bell(2 * E_FLAT, 3.0, 2.6), -26, "valley"),
    "bell_tin": (lambda: bell(hertz("B5") * 1.02, 1.2, 0.5, 0.1), -28, "chamber"),
    "knock": (lambda: knocks(lambda i: wood(1.0, 30 + i)), -22, "chamber"),
    "knock_small": (lambda: knocks(lambda i: wood(2.1, 40 + i), 0.42), -26, "chamber"),
    "knock_far": (lambda: lowpass(knocks(lambda i: wood(1.3, 50 + i), 0.5), 1200), -32, "valley"),
    "knock_once": (lambda: wood(1.0, 34), -24, "chamber"),
    "kiln_roar": (kiln_roar, -19, "hall"),
    "kiln_catch": (kiln_catch, -25, "hall"),
    "door": (door, -27, "chamber"),
    "latch": (latch, -27, "chamber"),
    "step": (step, -30, "chamber"),
    "bucket": (bucket, -25, "chamber"),
    "drop": (drop, -30, "hall"),
    "drum": (drum, -20, "valley"),
    "horn": (horn, -21, "valley"),
    "hum": (hum, -26, "chamber"),
    "nail": (lambda: at(0, wood(2.6), 0.6) + at(0.21, 0.4 * wood(3.1), 0.6), -30, "valley"),
    "focus": (lambda: chime("B5", rings=0.35), -36, "chamber"),
    "press": (lambda: chime("E5", rings=0.6), -31, "chamber"),
    "page": (paper, -33, "chamber"),
    "save": (lambda: chime("E5", "B5", gap=0.11), -29, "chamber"),
    "learn": (lambda: chime("E5", "B5", "C#6", "E6", gap=0.14, rings=1.6), -26, "hall"),
    "refuse": (lambda: chime("F#4", rings=0.5), -32, "chamber"),
    "open": (lambda: chime("E5", "G#5", gap=0.07, rings=0.7), -32, "chamber"),
    "close": (lambda: chime("G#5", "E5", gap=0.07, rings=0.7), -33, "chamber"),
}


def bake(name: str, out: pathlib.Path) -> None:
    """Write `<out>/<name>.ogg`, mono: in its room, at its loudness, with a quiet end."""
    make, target, where = SOUNDS[name]
    response = room.room(where)
    dry = np.concatenate([make(), np.zeros(round(0.6 * RATE))])
    heard = dry + 0.3 * room.reverberate(np.stack([dry, dry], 1), response).mean(1)
    loud = np.abs(heard) > 10 ** (-55 / 20) * np.abs(heard).max()
    heard = heard[: len(heard) - int(np.argmax(loud[::-1]))]
    fade = min(len(heard) // 4, round(0.2 * RATE))
    heard[-fade:] *= np.linspace(1, 0, fade) ** 2
    stereo = np.stack([heard, heard], 1)
    gain = min(target - loudness.lufs(stereo), PEAK - loudness.true_peak(stereo))
    vorbis.write(out / f"{name}.ogg", heard * 10 ** (gain / 20), QUALITY)
