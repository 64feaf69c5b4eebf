"""Recordings made on the spot. The mixer looks at what a file holds, not at its name: these are WAV."""

from __future__ import annotations

import json
import math
import wave
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

RATE = 44100
LOUD = 32767


def write_sound(path: Path, seconds: float, sample: Callable[[int], float]) -> None:
    """A mono recording of `sample(frame)`, -1 to 1."""
    path.parent.mkdir(parents=True, exist_ok=True)
    frames = array("h", (round(LOUD * sample(frame)) for frame in range(round(seconds * RATE))))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames.tobytes())


def tone(hertz: float, level: float) -> Callable[[int], float]:
    """A sine."""
    return lambda frame: level * math.sin(2 * math.pi * hertz * frame / RATE)


def write_score(
    folder: Path,
    samples: Sequence[Callable[[int], float]],
    *,
    seconds: float = 2.0,
    tonic: int = 64,
    loop: bool = True,
    stems: Sequence[str] = ("bed", "rhythm", "lead"),
) -> None:
    """A recording with one stem for each of `samples`, and its sheet: four beats."""
    for stem, sample in zip(stems, samples, strict=True):
        write_sound(folder / f"{stem}.ogg", seconds, sample)
    sheet = {
        "name": folder.name,
        "stems": list(stems),
        "loop": loop,
        "seconds": seconds,
        "tonic": tonic,
        "scale": [0, 2, 4, 5, 7, 9, 11],
        "beats": [seconds * beat / 4 for beat in range(4)],
    }
    (folder / "score.json").write_text(json.dumps(sheet), encoding="utf-8")
