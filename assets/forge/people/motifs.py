"""A person's motif laid round a circle, as halos and signs are drawn from it."""

from __future__ import annotations

from dataclasses import dataclass

from assets.forge.music.motif import load


@dataclass(frozen=True)
class Motif:
    """Degrees of the scale (1 = tonic, 8 = octave) and how long each sounds, in beats."""

    degrees: tuple[int, ...]
    rhythm: tuple[float, ...]

    def angles(self, gap: float = 0.0) -> list[float]:
        """Where each note stands on a circle that begins at the top, clockwise, leaving out a gap there."""
        total, onset, out = sum(self.rhythm), 0.0, []
        for beats in self.rhythm:
            out.append(-90 + gap / 2 + (360 - gap) * (onset + beats / 2) / total)
            onset += beats
        return out


def motif(person: str) -> Motif:
    """The motif of a person as the music has it. KeyError: there is no such person."""
    entry = load()[person]
    return Motif(entry.degrees, tuple(float(beats) for beats in entry.rhythm))
