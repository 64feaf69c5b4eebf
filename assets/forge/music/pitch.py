"""Pitches and modes: `F#4` is MIDI 66; degree 3 of E major on E4 is G#4."""

import re

from game.view.scales import OCTAVE, STEPS
from game.view.scales import SCALES as MODES

NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
ACCIDENTALS = {"": 0, "#": 1, "##": 2, "b": -1, "bb": -2}
PITCH = re.compile(r"([A-G])(##|#|bb|b)?(-?\d)")


class ScoreError(ValueError):
    """A score that cannot be read; the message names the part and the bar."""


def midi(text: str) -> int:
    """The MIDI number of a pitch such as `Eb3`. Raises ScoreError."""
    match = PITCH.fullmatch(text)
    if not match:
        msg = f"no such pitch: {text!r}"
        raise ScoreError(msg)
    step, accidental, octave = match.groups()
    return STEPS[step] + ACCIDENTALS[accidental or ""] + OCTAVE * (int(octave) + 1)


def name(number: int) -> str:
    """The name of a MIDI number, with the commoner spelling of a black key."""
    return f"{NAMES[number % OCTAVE]}{number // OCTAVE - 1}"


def degree(step: int, tonic: int, mode: str) -> int:
    """The MIDI number of degree `step` (1 = tonic, 8 = its octave, 0 = the seventh below) above `tonic`."""
    octave, index = divmod(step - 1, len(MODES[mode]))
    return tonic + OCTAVE * octave + MODES[mode][index]
