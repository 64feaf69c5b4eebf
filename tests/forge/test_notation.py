"""Score text is read as a musician would read it, and what does not add up is refused with its bar."""

from __future__ import annotations

from fractions import Fraction

import pytest

from assets.forge.music.clock import BLOCK, RATE, Clock, tempo_marks
from assets.forge.music.motif import load
from assets.forge.music.notation import DYNAMICS, Part, level_at, read_part
from assets.forge.music.pitch import ScoreError, degree, midi, name

FOUR = Fraction(4)
MOTIFS = load()


def _read(text: str, metre: Fraction = FOUR) -> Part:
    return read_part(text, metre, (midi("E4"), "major"), MOTIFS)


def _notes(text: str, metre: Fraction = FOUR) -> list[tuple[float, float, str]]:
    return [(float(note.start), float(note.length), name(note.pitch)) for note in _read(text, metre).notes]


def test_pitches() -> None:
    assert [midi(pitch) for pitch in ("C4", "F#4", "Bb3", "B##2", "Cb4")] == [60, 66, 58, 49, 59]
    assert name(midi("Eb5")) == "Eb5"
    assert degree(8, 64, "major") == 76
    assert degree(0, 64, "harmonic") == 63
    with pytest.raises(ScoreError, match="H4"):
        midi("H4")


def test_lengths_stay_until_changed() -> None:
    assert _notes("E4:2 F#4 | G#4:1/2 A4 B4:3 |") == [
        (0, 2, "E4"),
        (2, 2, "F#4"),
        (4, 0.5, "Ab4"),
        (4.5, 0.5, "A4"),
        (5, 3, "B4"),
    ]


def test_chords_rests_and_comments() -> None:
    assert _notes("R:1 [E3 B3]:3 |   # a fifth\n| R:4") == [(1, 3, "E3"), (1, 3, "B3")]


def test_a_tie_makes_one_note_of_two() -> None:
    assert _notes("E4:4~ | E4:2 R:2 |") == [(0, 6, "E4")]


def test_repeats_nest() -> None:
    assert len(_notes("2*{ 2*{ E4:.5 } F#4:1 }")) == 6


def test_marks_and_slurs() -> None:
    first, second, third = _read("( E4:1 F#4>' ) G#4:2_ |").notes
    assert (first.slurred, first.last, second.last, third.slurred) == (True, False, True, False)
    assert second.marks == {">", "'"}
    assert third.marks == {"_"}


def test_dynamics_step_and_swell() -> None:
    points = _read("p E4:2 f E4:2 | < E4:4 | ff E4:4 |").dynamics
    assert level_at(points, 0) == DYNAMICS["p"]
    assert level_at(points, 1.9) == DYNAMICS["p"]
    assert level_at(points, 3) == DYNAMICS["f"]
    assert level_at(points, 6) == (DYNAMICS["f"] + DYNAMICS["ff"]) / 2
    assert level_at(points, 99) == DYNAMICS["ff"]
    assert _read("E4:4").dynamics == [(0.0, DYNAMICS["mf"])]


def test_a_motif_is_quoted_where_it_is_wanted() -> None:
    part = _read("@kindling(E4) |")
    assert [name(note.pitch) for note in part.notes] == ["E4", "B4", "C#5", "B4", "Ab4", "F#4", "B4", "E5"]
    assert [(quoted.motif, quoted.whole, float(quoted.end)) for quoted in part.quotations] == [
        ("kindling", True, 8)
    ]


@pytest.mark.parametrize(
    ("macro", "pitches", "beats"),
    [
        ("@kindling(E4,0:4)", ["E4", "B4", "C#5", "B4"], 4),
        ("@bram(E4,x2,mixolydian)", ["E5", "B4", "C#5"], 8),
        ("@kindling(D4,4:8,dorian)", ["F4", "E4", "A4", "D5"], 4),
        ("@lullaby", [], 0),
        ("@kindling(E4,command)", ["E4", "B4", "C5", "B4", "G4", "F4", "B4", "E5"], 16),
        ("@kindling(E4,call)", ["E4", "B4", "C#5", "B4", "Ab4", "F#4", "B4", "E5"], 16),
    ],
)
def test_a_motif_is_quoted_in_part_in_another_mode_or_form(
    macro: str, pitches: list[str], beats: int
) -> None:
    if not pitches:
        with pytest.raises(ScoreError, match="cannot read"):
            _read(macro)
        return
    part = _read(macro)
    assert [name(note.pitch) for note in part.notes] == pitches
    assert part.length == beats


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("E4:3 | E4:4 |", "bar 1 has 3 beats and wants 4"),
        ("E4:4 | E4:2 F#4:3 |", "bar 2 has 5 beats"),
        ("E4:2 what", "cannot read ' what'"),
        ("@nobody(E4)", "no motif is called 'nobody'"),
        ("E4:4~ | R:4 |", "a tie leads into a rest"),
        ("E4:4~ |", "a tie leads nowhere"),
    ],
)
def test_what_does_not_add_up_is_refused(text: str, said: str) -> None:
    with pytest.raises(ScoreError, match=said):
        _read(text)


def test_the_clock_bends_and_a_loop_goes_round() -> None:
    clock = Clock(tempo_marks([[1, 60], [2, 60], [2.0, 120, "="]], FOUR), Fraction(8), loop=True)
    assert clock.samples % BLOCK == 0
    assert clock.seconds == pytest.approx(6.0, abs=BLOCK / RATE)
    assert clock.time(4) == pytest.approx(4.0, abs=0.01)
    assert clock.time(6) == pytest.approx(5.0, abs=0.01)
    assert clock.time(-1) == pytest.approx(clock.time(7) - clock.seconds)
    assert clock.time(9) == pytest.approx(clock.seconds + clock.time(1))
    once = Clock(tempo_marks([[1, 60]], FOUR), Fraction(4), loop=False)
    assert once.time(5) == pytest.approx(5.0, abs=0.01)
