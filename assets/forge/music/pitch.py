"""Pitches and modes: `F#4` is MIDI 66; degree 3 of E major on E4 is G#4."""

import re

MODES: dict[str, tuple[int, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "harmonic": (0, 2, 3, 5, 7, 8, 11),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "locrian": (0, 1, 3, 5, 6, 8, 10),
    "phrygian_dominant": (0, 1, 4, 5, 7, 8, 10),
    "whole": (0, 2, 4, 6, 8, 10, 12),
}
NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
ACCIDENTALS = {"": 0, "#": 1, "##": 2, "b": -1, "bb": -2}
OCTAVE = 12
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
