"""The room a piece is played in, and its tone: impulse responses made here, shelves and filters."""

import numpy as np
import numpy.typing as npt
from scipy import signal

from assets.forge.music.clock import RATE

Stereo = npt.NDArray[np.floating]
BANDS = (20, 350, 3000, 14000)  # Hz; each has its own reverberation time
REFLECTIONS = 14
ROOMS: dict[str, dict[str, object]] = {
    "hall": {"seconds": (2.6, 2.1, 1.1), "wait": 0.022, "seed": 7, "size": 1.0},
    "chamber": {"seconds": (1.5, 1.3, 0.8), "wait": 0.012, "seed": 3, "size": 0.6},
    "valley": {"seconds": (3.4, 2.8, 1.3), "wait": 0.045, "seed": 11, "size": 1.5},
}


def room(name: str) -> npt.NDArray[np.float32]:
    """The impulse response of one of ROOMS, (frames, 2)."""
    return _impulse(**ROOMS[name])  # type: ignore[arg-type]


def _impulse(
    seconds: tuple[float, float, float], wait: float, seed: int, size: float
) -> npt.NDArray[np.float32]:
    dice = np.random.default_rng(seed)
    frames = int(RATE * max(seconds) * 1.15)
    time = np.arange(frames) / RATE
    tail = np.zeros((frames, 2))
    for side in range(2):
        for low, high, lasts in zip(BANDS, BANDS[1:], seconds, strict=False):
            band = signal.butter(2, [low, high], "bandpass", fs=RATE, output="sos")
            tail[:, side] += signal.sosfilt(band, dice.standard_normal(frames)) * 10 ** (-3 * time / lasts)
        tail[:, side] *= np.clip(time / (0.035 * size), 0, 1) ** 1.5  # builds up, as a room does
    tail /= np.sqrt((tail**2).sum(0)).mean()
    early = np.zeros_like(tail)
    for _ in range(REFLECTIONS):
        for side in range(2):
            delay = (0.007 + 0.055 * dice.random() ** 1.2) * size
            early[int(delay * RATE), side] += dice.choice((-1, 1)) * 0.55 * np.exp(-delay * 22)
    return np.vstack([np.zeros((int(wait * RATE), 2)), 0.8 * tail + 0.35 * early]).astype(np.float32)


def reverberate(sound: Stereo, response: Stereo) -> Stereo:
    """What the room answers: as long as the sound itself."""
    return np.stack(
        [signal.oaconvolve(sound[:, side], response[:, side])[: len(sound)] for side in (0, 1)], 1
    )


def highpass(sound: Stereo, hertz: float) -> Stereo:
    """Without what lies below."""
    return signal.sosfilt(signal.butter(2, hertz, "high", fs=RATE, output="sos"), sound, axis=0)


def lowpass(sound: Stereo, hertz: float) -> Stereo:
    """Without what lies above."""
    return signal.sosfilt(signal.butter(2, hertz, "low", fs=RATE, output="sos"), sound, axis=0)


def high_shelf(sound: Stereo, hertz: float, decibels: float) -> Stereo:
    """What lies above louder or softer (Robert Bristow-Johnson's shelf)."""
    gain, omega = 10 ** (decibels / 40), 2 * np.pi * hertz / RATE
    slope = 2 * np.sqrt(gain) * np.sin(omega) / 2 * np.sqrt(2)
    up, down, cos = gain + 1, gain - 1, np.cos(omega)
    above = [
        gain * (up + down * cos + slope),
        -2 * gain * (down + up * cos),
        gain * (up + down * cos - slope),
    ]
    below = [up - down * cos + slope, 2 * (down - up * cos), up - down * cos - slope]
    return signal.lfilter(above, below, sound, axis=0)


def place(sound: Stereo, pan: float, width: float = 0.35) -> Stereo:
    """An instrument in its seat: its own stereo narrowed to `width`, panned (-1 … 1) at equal power."""
    middle, side = sound.mean(1), (sound[:, 0] - sound[:, 1]) / 2 * width
    angle = (pan * 0.8 + 1) * np.pi / 4
    return np.stack([middle * np.cos(angle) * 1.414 + side, middle * np.sin(angle) * 1.414 - side], 1)
