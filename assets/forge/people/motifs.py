"""The motif of each person, as halos and signs are drawn from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

SHEET = Path(__file__).parents[1] / "music" / "motifs.yaml"


@dataclass(frozen=True)
class Motif:
    """Degrees of the scale (1 = tonic, 8 = octave) and how long each sounds, in beats; unpitched is a rhythm alone."""

    degrees: tuple[int, ...]
    rhythm: tuple[float, ...]
    unpitched: bool = False

    def angles(self, gap: float = 0.0) -> list[float]:
        """Where each note stands on a circle that begins at the top and runs clockwise, leaving out a gap there."""
        total, onset, out = sum(self.rhythm), 0.0, []
        for beats in self.rhythm:
            out.append(-90 + gap / 2 + (360 - gap) * (onset + beats / 2) / total)
            onset += beats
        return out


def motif(person: str, sheet: Path = SHEET) -> Motif:
    """The motif of a person as the music has it. KeyError: there is no such person."""
    entry = yaml.safe_load(sheet.read_text(encoding="utf-8"))[person]
    return Motif(tuple(entry["degrees"]), tuple(entry["rhythm"]), bool(entry.get("unpitched")))
