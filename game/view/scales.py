"""Scales, and how their notes are written: the nine strings' names, and the signs at the head of a staff."""

from __future__ import annotations

from dataclasses import dataclass

STRINGS = 9
OCTAVE = 12
SCALES: dict[str, tuple[int, ...]] = {
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
"""Semitones above the tonic."""
LETTERS = "CDEFGAB"
STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
"""The letters' pitches without a sign, in semitones above C."""

_SIGNS = {"flat": -1, "sharp": 1}
_FIFTHS = "FCGDAEB"
"""The order in which sharps are added; flats are added the other way round."""
_BRIGHTER = {
    "lydian": 1,
    "mixolydian": -1,
    "dorian": -2,
    "minor": -3,
    "harmonic": -3,
    "phrygian": -4,
    "phrygian_dominant": -4,
    "locrian": -5,
}
"""How many sharps more than the major scale on the same tonic its staff has at its head."""
_SHARPS_AT = (8, 5, 9, 6, 3, 7, 4)
_FLATS_AT = (4, 7, 3, 6, 2, 5, 1)
_LOWEST_LINE = 4 * 7 + LETTERS.index("E")
_HIGHEST_FIRST = 3
"""The highest step on which a song in its own key begins: A; from B on it stands an octave lower."""


@dataclass(frozen=True, slots=True)
class Note:
    """A pitch as it is written."""

    letter: str
    sign: int
    """1 for a sharp, −1 for a flat, 2 and −2 for double ones; 0 for none."""
    step: int
    """Lines and spaces above the lowest line of a staff with a treble clef: 0 is E, 8 is F above it."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sharp or a flat at the head of a staff."""

    sign: int
    step: int
    """As of a note."""


@dataclass(frozen=True, slots=True)
class Written:
    """How a song is written: the nine strings' notes, and what stands at the head of its staff."""

    notes: tuple[Note, ...]
    head: tuple[Sign, ...]

    def own_sign(self, degree: int) -> int | None:
        """The sign that a note has to have before it; None where the head of the staff says it already."""
        note = self.notes[degree - 1]
        same = (one.sign for one in self.head if (one.step - note.step) % 7 == 0)
        return None if next(same, 0) == note.sign else note.sign


def scale_of(key: str) -> tuple[int, ...]:
    """The scale of a key such as `E flat major`; a major one where the key names none."""
    return SCALES[_mode(key)]


def written(key: str, tonic: int | None = None) -> Written:
    """How a song in a key is written, on its own tonic or on that of a MIDI number."""
    letter, sign = _tonic(key)
    if tonic is None:
        octave = 4 if _step(letter, 4) <= _HIGHEST_FIRST else 3
        return _written(key, letter, sign, octave)
    if (STEPS[letter] + sign - tonic) % OCTAVE:
        letter, sign = _spelled(key, tonic % OCTAVE)
    return _written(key, letter, sign, (tonic - STEPS[letter] - sign) // OCTAVE - 1)


def _written(key: str, letter: str, sign: int, octave: int) -> Written:
    scale, first = scale_of(key), LETTERS.index(letter)
    notes = []
    for n in range(STRINGS):
        name = LETTERS[(first + n) % 7]
        natural = STEPS[name] + OCTAVE * ((first + n) // 7)
        pitch = STEPS[letter] + sign + scale[n % 7] + OCTAVE * (n // 7)
        notes.append(Note(name, pitch - natural, _step(letter, octave) + n))
    return Written(tuple(notes), _head(_sharps(key, letter, sign)))


def _mode(key: str) -> str:
    return next((word for word in key.split()[-1:] if word in SCALES), "major")


def _tonic(key: str) -> tuple[str, int]:
    """The letter and the sign with which a key begins; E where it names none."""
    words = key.split()
    if not words or words[0] not in STEPS:
        return "E", 0
    return words[0], _SIGNS.get(words[1] if len(words) > 1 else "", 0)


def _spelled(key: str, pitch: int) -> tuple[str, int]:
    """The letter and sign for a tonic that need the fewest signs at the head of the staff."""
    ways = [
        (letter, sign)
        for letter in LETTERS
        for sign in (0, 1, -1)
        if (STEPS[letter] + sign - pitch) % OCTAVE == 0
    ]
    return min(ways, key=lambda way: (abs(_sharps(key, *way)), abs(way[1])))


def _sharps(key: str, letter: str, sign: int) -> int:
    """How many sharps the head has; flats count as less than none."""
    return _FIFTHS.index(letter) - 1 + 7 * sign + _BRIGHTER.get(_mode(key), 0)


def _head(sharps: int) -> tuple[Sign, ...]:
    at, sign = (_SHARPS_AT, 1) if sharps > 0 else (_FLATS_AT, -1)
    return tuple(Sign(sign, step) for step in at[: abs(sharps)])


def _step(letter: str, octave: int) -> int:
    return octave * 7 + LETTERS.index(letter) - _LOWEST_LINE
