"""The harp's strings and the staffs carry the names of what sounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.desktop import notation, staff, strings
from game.desktop.book import Listener
from game.desktop.scene import Door
from game.desktop.songbook import Performing
from game.desktop.sound import Sound
from game.view.scales import Note
from tests.desktop import tale
from tests.desktop.conftest import Play
from tests.desktop.test_screens import book, harp

TIDECALL = "E F♯ G A B C D E′ F♯′"
"""A song in a minor key, on the E of a silent place."""


def names(notes: list[tuple[Note, bool]]) -> list[str]:
    return [
        note.letter + {1: "♯", -1: "♭"}.get(note.sign, "") + ("′" if prime else "") for note, prime in notes
    ]


@pytest.mark.parametrize(
    ("tonic", "expected"),
    [(64, TIDECALL), (71, "B C♯ D E F♯ G A B′ C♯′"), (60, "C D E♭ F G A♭ B♭ C′ D′")],
)
def test_every_string_has_the_name_of_what_it_sounds(
    game: Callable[..., Play], monkeypatch: pytest.MonkeyPatch, tonic: int, expected: str
) -> None:
    scale = (0, 2, 3, 5, 7, 8, 10, 12, 14)
    monkeypatch.setattr(Sound, "tune", lambda *_: tuple(tonic + n for n in scale))
    told: list[tuple[Note, bool]] = []
    monkeypatch.setattr(strings, "put_name", lambda *a, prime, **_: told.append((a[2], prime)))
    harp(game((1920, 1080)))
    assert names(told[:9]) == expected.split()


def test_every_bead_has_the_name_of_its_string(
    game: Callable[..., Play], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[Note, bool]] = []
    monkeypatch.setattr(staff, "put_name", lambda *a, prime, **_: told.append((a[2], prime)))
    play = game((1920, 1080))
    scene = harp(play)
    told.clear()
    scene.draw(play.surface)
    degrees = [bead.degree for bead in scene.performance.beads if bead.degree]
    assert names(told) == [TIDECALL.split()[degree - 1] for degree in degrees]


@pytest.mark.parametrize(("key", "signs"), [("B minor", 2), ("E flat major", -3), ("D dorian", 0)])
def test_the_book_writes_a_song_in_its_key(
    game: Callable[..., Play], monkeypatch: pytest.MonkeyPatch, key: str, signs: int
) -> None:
    story = tale.story()
    songs = {**story.songs, "tidecall": replace(story.songs["tidecall"], key=key)}
    monkeypatch.setattr(tale, "story", lambda: replace(story, songs=songs))
    heads: list[int] = []
    monkeypatch.setattr(notation, "draw_head", lambda *a: heads.append(sum(one.sign for one in a[2])))
    play = game()
    book(play)
    assert heads == [signs]


@pytest.mark.parametrize("tonic", [60, 62, 64, 67, 69, 71])
@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text_size", [28, 56])
def test_notes_over_and_beneath_the_staff_have_room(
    game: Callable[..., Play],
    monkeypatch: pytest.MonkeyPatch,
    tonic: int,
    size: tuple[int, int],
    text_size: int,
) -> None:
    """The highest note stays beneath the heading, the names beneath the lowest, the harp beneath them all."""
    scale = (0, 2, 3, 5, 7, 8, 10, 12, 14)
    monkeypatch.setattr(Sound, "tune", lambda *_: tuple(tonic + n for n in scale))
    play = game(size, text_size=text_size)
    performing = Performing(book(play).leaf, Listener(None, "the choir"))
    scene = play.open(Door.HARP, performing)
    steps = [
        scene.staff.written.notes[bead.degree - 1].step for bead in scene.performance.beads if bead.degree
    ]
    gap, rect = scene.staff.gap, scene.staff.rect
    assert rect.bottom - max(steps) * gap / 2 - gap * 0.6 > play.kit.theme.px(104)
    assert rect.bottom - min(steps) * gap / 2 + gap * 0.6 < scene.staff.foot
    assert scene.staff.foot < scene.strings.rect.top
