"""Scales: the strings' names, and what stands at the head of a staff."""

from __future__ import annotations

import pytest

from game.view.scales import SCALES, STEPS, written

SIGNS = {-2: "𝄫", -1: "♭", 0: "", 1: "♯", 2: "𝄪"}


def names(key: str, tonic: int | None = None) -> str:
    return " ".join(note.letter + SIGNS[note.sign] for note in written(key, tonic).notes)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("E major", "E F♯ G♯ A B C♯ D♯ E F♯"),
        ("E flat major", "E♭ F G A♭ B♭ C D E♭ F"),
        ("E mixolydian", "E F♯ G♯ A B C♯ D E F♯"),
        ("G mixolydian", "G A B C D E F G A"),
        ("B minor", "B C♯ D E F♯ G A B C♯"),
        ("D dorian", "D E F G A B C D E"),
        ("A lydian", "A B C♯ D♯ E F♯ G♯ A B"),
        ("C harmonic", "C D E♭ F G A♭ B C D"),
        ("F major", "F G A B♭ C D E F G"),
        ("D phrygian_dominant", "D E♭ F♯ G A B♭ C D E♭"),
        ("", "E F♯ G♯ A B C♯ D♯ E F♯"),
        ("nonsense", "E F♯ G♯ A B C♯ D♯ E F♯"),
    ],
)
def test_the_strings_have_the_names_of_the_key(key: str, expected: str) -> None:
    assert names(key) == expected


@pytest.mark.parametrize(
    ("tonic", "expected"),
    [
        (64, "E F♯ G♯ A B C♯ D♯ E F♯"),
        (69, "A B C♯ D E F♯ G♯ A B"),
        (71, "B C♯ D♯ E F♯ G♯ A♯ B C♯"),
        (62, "D E F♯ G A B C♯ D E"),
        (61, "D♭ E♭ F G♭ A♭ B♭ C D♭ E♭"),
    ],
)
def test_a_retuned_harp_has_the_names_of_what_sounds(tonic: int, expected: str) -> None:
    assert names("E major", tonic) == expected


@pytest.mark.parametrize("mode", [mode for mode in SCALES if mode != "whole"])
@pytest.mark.parametrize("tonic", range(55, 79))
def test_what_is_written_is_what_sounds(mode: str, tonic: int) -> None:
    """Every note's letter, sign and place on the staff are one pitch: that of its string."""
    for n, note in enumerate(written(f"C {mode}", tonic).notes):
        octave = (note.step + 30) // 7
        assert STEPS[note.letter] + note.sign + 12 * (octave + 1) == tonic + SCALES[mode][n % 7] + 12 * (
            n // 7
        )
        assert "CDEFGAB"[(note.step + 30) % 7] == note.letter


@pytest.mark.parametrize(
    ("key", "signs", "steps"),
    [
        ("E major", 1, [8, 5, 9, 6]),
        ("E flat major", -1, [4, 7, 3]),
        ("E mixolydian", 1, [8, 5, 9]),
        ("B minor", 1, [8, 5]),
        ("C harmonic", -1, [4, 7, 3]),
        ("D dorian", 1, []),
    ],
)
def test_the_head_of_the_staff(key: str, signs: int, steps: list[int]) -> None:
    head = written(key).head
    assert [sign.step for sign in head] == steps
    assert all(sign.sign == signs for sign in head)


def test_only_what_the_head_does_not_say_has_a_sign_of_its_own() -> None:
    """The raised seventh of a harmonic scale, and nothing of a plain one."""
    harmonic, plain = written("C harmonic"), written("E major")
    assert [harmonic.own_sign(degree) for degree in range(1, 10)] == [None] * 6 + [0] + [None] * 2
    assert {plain.own_sign(degree) for degree in range(1, 10)} == {None}


@pytest.mark.parametrize("key", ["B minor", "C major", "A lydian", "E major", "F major"])
def test_a_song_in_its_own_key_stays_near_the_staff(key: str) -> None:
    """No note is further out than the second ledger line."""
    steps = [note.step for note in written(key).notes]
    assert min(steps) >= -4
    assert max(steps) <= 12
