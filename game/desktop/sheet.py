"""What is known of a recording: its key, its length, when its beats fall (`score.json`)."""

from __future__ import annotations

import bisect
import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sheet:
    """A recording's own account of itself; times are seconds from its start."""

    name: str
    stems: tuple[str, ...]
    loop: bool
    seconds: float
    tonic: int
    """MIDI number, in the octave above middle C."""
    scale: tuple[int, ...]
    """Semitones above the tonic."""
    beats: tuple[float, ...]

    def beat(self, second: float) -> tuple[int, float]:
        """Which beat a second of the recording is in, and how far in, 0 to 1."""
        if not self.beats:
            return 0, 0.0
        index = max(0, bisect.bisect_right(self.beats, second) - 1)
        end = self.beats[index + 1] if index + 1 < len(self.beats) else max(self.seconds, self.beats[-1])
        length = end - self.beats[index]
        return index, min(1.0, max(0.0, (second - self.beats[index]) / length)) if length > 0 else 0.0

    def until_beat(self, second: float) -> float:
        """Seconds from a second of the recording to the next beat; round the seam of a loop."""
        index = bisect.bisect_right(self.beats, second)
        return (self.beats[index] if index < len(self.beats) else self.seconds) - second


def read_sheet(folder: Path) -> Sheet | None:
    """The sheet of the recording in a folder; None if there is none that can be read."""
    try:
        told = json.loads((folder / "score.json").read_text(encoding="utf-8"))
        return Sheet(
            str(told["name"]),
            tuple(map(str, told["stems"])),
            bool(told["loop"]),
            float(told["seconds"]),
            int(told["tonic"]),
            tuple(map(int, told["scale"])),
            tuple(map(float, told["beats"])),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
