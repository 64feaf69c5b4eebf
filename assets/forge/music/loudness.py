"""How loud a recording is, and bringing it to where it should be: EBU R128, true peak, limiter, fader."""

import numpy as np
import numpy.typing as npt
import pyloudnorm
from scipy import ndimage, signal

from assets.forge.music.clock import RATE

Stereo = npt.NDArray[np.floating]
Curve = npt.NDArray[np.floating]
SILENCE = -70.0  # LUFS
CEILING = -1.5  # dBTP aimed at; the encoder adds a little
HOP = 0.1  # seconds between two readings of the short-term level


def lufs(sound: Stereo) -> float:
    """Integrated loudness, LUFS (a mono sound too); -70 for what is shorter than a reading or silent."""
    block = min(0.4, len(sound) / RATE * 0.95)
    value = pyloudnorm.Meter(RATE, block_size=block).integrated_loudness(sound)
    return float(value) if np.isfinite(value) else SILENCE


def true_peak(sound: Stereo) -> float:
    """The highest peak between and on the samples (four times oversampled), dBTP."""
    return float(20 * np.log10(max(1e-9, np.abs(signal.resample_poly(sound, 4, 1, axis=0)).max())))


def short_term(sound: Stereo, *, loop: bool, window: float = 3.0) -> Curve:
    """The loudness of a window around every tenth of a second, LUFS; round a loop's seam."""
    weighted = sound
    for weight in pyloudnorm.Meter(RATE)._filters.values():  # noqa: SLF001 - the weighting, ungated
        weighted = np.stack([weight.apply_filter(weighted[:, side]) for side in (0, 1)], 1)
    hop = int(HOP * RATE)
    energy = np.add.reduceat((weighted**2).sum(1), np.arange(0, len(weighted), hop)) / hop
    mean = ndimage.uniform_filter1d(energy, int(window / HOP) | 1, mode="wrap" if loop else "nearest")
    return -0.691 + 10 * np.log10(1e-10 + mean)


def loudness_range(levels: Curve) -> float:
    """EBU Tech 3342: from the 10th to the 95th percentile of the short-term level, gated. LU."""
    heard = levels[levels > SILENCE]
    if not len(heard):
        return 0.0
    gate = 10 * np.log10((10 ** (heard / 10)).mean()) - 20
    heard = heard[heard > gate]
    return float(np.percentile(heard, 95) - np.percentile(heard, 10))


def fader(sound: Stereo, want: float, *, loop: bool) -> Curve | None:
    """A hand on the fader: slow gain that brings the loudness range to `want` LU; None if it is there.

    At most 7 dB up and 9 down; what is nearly silent is left so.
    """
    had = loudness_range(short_term(sound, loop=loop))
    if had <= want:
        return None
    levels = short_term(sound, loop=loop, window=2.0)
    middle = np.median(levels[levels > levels.max() - 25])
    excess = (np.maximum(levels, middle - 12) - middle) * (1 - want / had)
    gain = ndimage.gaussian_filter1d(np.clip(-excess, -9, 7), 6, mode="wrap" if loop else "nearest")
    return 10 ** (np.interp(np.arange(len(sound)) / (HOP * RATE), np.arange(len(gain)), gain) / 20)


def limiter(sound: Stereo, ceiling: float = CEILING, look: float = 0.03) -> Curve:
    """Gain per frame that keeps the true peak under the ceiling; smooth, and never late."""
    limit = 10 ** (ceiling / 20)
    peaks = np.abs(signal.resample_poly(sound, 4, 1, axis=0)).max(1).reshape(-1, 4).max(1)[: len(sound)]
    gain = np.minimum(1, limit / np.maximum(peaks, 1e-9))
    if gain.min() >= 1:
        return np.ones(len(sound))
    width = 2 * int(look * RATE / 2) + 1
    return ndimage.uniform_filter1d(ndimage.minimum_filter1d(gain, width), width)


def mastered(sound: Stereo, target: float, ceiling: float = CEILING) -> Stereo:
    """A single recording brought to `target` LUFS under the ceiling."""
    gain = 10 ** ((target - lufs(sound)) / 20)
    for _ in range(2):
        held = sound * gain * limiter(sound * gain, ceiling)[:, None]
        gain *= 10 ** ((target - lufs(held)) / 20)
    return sound * gain * limiter(sound * gain, ceiling)[:, None]
