"""A wrong note sounds and wavers, and does no harm."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.desktop.book import Listener
from game.desktop.harp import Harp
from game.desktop.inputs import Input, Verb
from game.desktop.scene import Door
from game.desktop.songbook import Performing
from game.desktop.sounds import Voices
from tests.desktop.conftest import Play
from tests.desktop.test_screens import book, harp

WRONG, RIGHT = 7, 3
"""Strings, for a song that begins with the third degree."""


def staff(play: Play, scene: Harp) -> bytes:
    """What the staff looks like now."""
    play.surface.fill("#000000")
    scene.staff.draw(play.surface, scene.performance, 0.0)
    return pygame.image.tobytes(play.surface, "RGB")


def pluck(play: Play, scene: Harp, string: int) -> None:
    play.give(scene, Input(Verb.NUMBER, number=string))


def test_the_bead_trembles_and_then_is_where_it_was(game: Callable[..., Play]) -> None:
    play = game()
    scene = harp(play)
    before, at = staff(play, scene), scene.performance.at
    pluck(play, scene, WRONG)
    scene.staff.update(0.03)
    assert scene.performance.at == at
    assert scene.staff.moving
    assert staff(play, scene) != before
    scene.staff.update(5.0)
    assert not scene.staff.moving
    assert staff(play, scene) == before


def test_nothing_trembles_with_reduced_motion(game: Callable[..., Play]) -> None:
    play = game(still=True)
    scene = harp(play)
    before = staff(play, scene)
    pluck(play, scene, WRONG)
    scene.staff.update(0.03)
    assert staff(play, scene) == before


@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (1920, 1080)])
def test_with_reduced_motion_a_wrong_string_has_another_shape(
    game: Callable[..., Play], size: tuple[int, int]
) -> None:
    """Told apart in grey, and while nothing moves: by which pixels are drawn on, not by their colour."""
    play = game(size, still=True)
    scene = harp(play) if size[0] > 1000 else narrow_harp(play)
    shapes = {}
    for right in (None, True, False):
        if right is not None:
            scene.strings.pluck(RIGHT, right=right)
            scene.strings.update(0.1)
        play.surface.fill("#000000")
        scene.strings.draw(play.surface, 0)
        column = pygame.Rect(0, 0, 44, 120)
        column.center = (
            round(scene.strings.x(RIGHT)),
            round((scene.strings.rect.top + scene.strings._foot) / 2),
        )
        grey = pygame.transform.grayscale(play.surface.subsurface(column.clip(play.surface.get_rect())))
        shapes[right] = pygame.mask.from_threshold(grey, (255, 255, 255), (170, 170, 170, 255))
    wrong, right = shapes[False], shapes[True]
    apart = wrong.count() + right.count() - 2 * wrong.overlap_area(right, (0, 0))
    assert apart > right.count() * 0.5


def narrow_harp(play: Play) -> Harp:
    """The harp where the songbook shows one leaf at a time."""
    made = play.open(Door.HARP, Performing(book(play).leaf, Listener(None, "the choir")))
    assert isinstance(made, Harp)
    return made


def test_a_wrong_note_is_softer_and_shorter(
    game: Callable[..., Play], monkeypatch: pytest.MonkeyPatch
) -> None:
    play = game()
    scene = harp(play)
    notes: list[tuple[float, bool]] = []
    monkeypatch.setattr(
        play.kit.sound, "note", lambda _midi, volume, *, short=False: notes.append((volume, short))
    )
    pluck(play, scene, WRONG)
    pluck(play, scene, RIGHT)
    assert [short for _, short in notes] == [True, False]
    assert notes[0][0] < notes[1][0]


class Channel:
    """What is done to a channel of the mixer."""

    def __init__(self) -> None:
        self.done: list[tuple[str, object]] = []

    def get_busy(self) -> bool:  # noqa: D102 (as the mixer has it)
        return False

    def set_volume(self, volume: float) -> None:  # noqa: D102 (as the mixer has it)
        self.done.append(("volume", volume))

    def play(self, _sound: object) -> None:  # noqa: D102 (as the mixer has it)
        self.done.append(("play", None))

    def fadeout(self, milliseconds: int) -> None:  # noqa: D102 (as the mixer has it)
        self.done.append(("fade", milliseconds))


def test_a_damped_note_dies_away_once_it_has_begun() -> None:
    channel = Channel()
    Voices([channel]).play(object(), 0.5, 350)
    assert channel.done == [("volume", 0.5), ("play", None), ("fade", 350)]
