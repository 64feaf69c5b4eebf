"""Recordings as OGG Vorbis."""

import pathlib

import numpy as np
import numpy.typing as npt
import soundfile

from assets.forge.music.clock import RATE

AT_ONCE = 65536  # frames; one huge write overflows the stack of older libsndfiles


def write(path: pathlib.Path, sound: npt.NDArray[np.floating], quality: float) -> None:
    """Write (frames,) or (frames, 2); quality 0 … 1."""
    path.parent.mkdir(parents=True, exist_ok=True)
    channels = 1 if sound.ndim == 1 else sound.shape[1]
    with soundfile.SoundFile(
        path, "w", RATE, channels, format="OGG", subtype="VORBIS", compression_level=1 - quality
    ) as file:
        for at in range(0, len(sound), AT_ONCE):
            file.write(sound[at : at + AT_ONCE])


def read(path: pathlib.Path) -> npt.NDArray[np.float64]:
    """The recording as (frames, 2), mono doubled."""
    sound, _ = soundfile.read(path, always_2d=True)
    return np.repeat(sound, 2, axis=1) if sound.shape[1] == 1 else sound
