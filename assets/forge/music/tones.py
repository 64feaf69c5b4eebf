"""Sound from nothing: struck things as sums of dying partials, fire and wind and breath as coloured noise."""

import numpy as np
import numpy.typing as npt
from scipy import signal

from assets.forge.music.clock import RATE

Mono = npt.NDArray[np.float64]
Partial = tuple[float, float, float]  # Hz, strength, seconds in which it falls by 60 dB


def time(seconds: float) -> Mono:
    """The frames of so many seconds, as seconds."""
    return np.arange(round(seconds * RATE)) / RATE


def struck(partials: list[Partial], seconds: float, attack: float = 0.001) -> Mono:
    """Something hit: each partial dies in its own time. `attack` seconds until it speaks."""
    t = time(seconds)
    sound = np.zeros(len(t))
    for index, (hertz, strength, dies) in enumerate(partials):
        sound += strength * np.sin(2 * np.pi * hertz * t + 2.4 * index) * 10 ** (-3 * t / dies)
    return sound * np.clip(t / attack, 0, 1)


def noise(seconds: float, low: float, high: float, seed: int, slope: float = 0.0) -> Mono:
    """Noise between two frequencies, RMS 1; `slope` dB per octave tilts it."""
    frames = round(seconds * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(frames))
    hertz = np.maximum(np.fft.rfftfreq(frames, 1 / RATE), 1.0)
    spectrum *= hertz ** (slope / 6.02) / np.sqrt(1 + (low / hertz) ** 8) / np.sqrt(1 + (hertz / high) ** 8)
    sound = np.fft.irfft(spectrum, frames)
    return sound / np.sqrt((sound**2).mean())


def wander(seconds: float, per_second: float, seed: int) -> Mono:
    """A slow random curve between 0 and 1 that ends where it began, moving about so many times a second."""
    frames = round(seconds * RATE)
    points = max(4, round(seconds * per_second))
    values = np.random.default_rng(seed).random(points)
    at = np.arange(frames) / frames * points
    first = at.astype(int)
    blend = 0.5 - 0.5 * np.cos(np.pi * (at - first))
    return values[first % points] * (1 - blend) + values[(first + 1) % points] * blend


def envelope(seconds: float, *points: tuple[float, float]) -> Mono:
    """Straight lines between (second, level) points."""
    return np.interp(time(seconds), [second for second, _ in points], [level for _, level in points])


def sprinkle(seconds: float, per_second: float, grain: Mono, seed: int, spread: float = 12.0) -> Mono:
    """A grain scattered at random over a loop, each of its own strength (dB spread), round the seam."""
    dice = np.random.default_rng(seed)
    frames = round(seconds * RATE)
    hits = np.zeros(frames)
    at = dice.integers(0, frames, round(per_second * seconds))
    np.add.at(hits, at, 10 ** (-dice.random(len(at)) * spread / 20) * dice.choice((-1, 1), len(at)))
    spectrum = np.fft.rfft(hits) * np.fft.rfft(np.pad(grain, (0, frames - len(grain))))
    return np.fft.irfft(spectrum, frames)


def at(second: float, sound: Mono, total: float) -> Mono:
    """A sound placed in a longer silence."""
    out = np.zeros(round(total * RATE))
    start = round(second * RATE)
    end = min(len(out), start + len(sound))
    out[start:end] = sound[: end - start]
    return out


def lowpass(sound: Mono, hertz: float) -> Mono:
    """Without what lies above."""
    return signal.sosfilt(signal.butter(2, hertz, "low", fs=RATE, output="sos"), sound)


def wide(sound: Mono, seed: int, depth: float = 0.012) -> npt.NDArray[np.float64]:
    """A loop spread over two ears, which differ by a few milliseconds of scattered echoes; round the seam."""
    dice = np.random.default_rng(seed)
    spectrum = np.fft.rfft(sound)
    sides = []
    for _ in range(2):
        taps = np.zeros(len(sound))
        taps[0] = 1.0
        taps[dice.integers(1, round(depth * RATE), 6)] += dice.choice((-1, 1), 6) * 0.3
        sides.append(np.fft.irfft(spectrum * np.fft.rfft(taps), len(sound)))
    return np.stack(sides, 1)
