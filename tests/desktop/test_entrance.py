"""A scene comes whole: the place, then its people, then the words."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

import pygame
import pytest

from game.desktop.entrance import LEAD, LONGEST
from game.desktop.inputs import Input, Verb
from game.desktop.landscape import Landscape
from game.desktop.library import Library
from game.desktop.reading import Reading
from game.desktop.scene import Door
from tests.desktop.conftest import ASSETS, Play

PICTURED = ("hollow/roof", "found", "")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> dict[str, Future[None]]:
    """Places and people that come when a test lets them."""
    promised: dict[str, Future[None]] = {"place": Future(), "people": Future()}
    monkeypatch.setattr(Library, "place", lambda *_: promised["place"])
    monkeypatch.setattr(Library, "person", lambda *_: promised["people"])
    return promised


def opened(play: Play) -> Reading:
    scene = play.screens.open_door(Door.READING)
    assert isinstance(scene, Reading)
    scene.enter()
    return scene


def gathered(scene: Reading) -> list[str]:
    return [member.standing.person for member in scene.stage.company._members]


def column(play: Play, scene: Reading) -> bytes:
    scene.draw(play.surface)
    return pygame.image.tobytes(play.surface.subsurface(scene.column.area.text), "RGB")


def test_words_come_after_people_and_people_after_the_place(
    game: Callable[..., Play], disk: dict[str, Future[None]]
) -> None:
    play = game(reveal="at once")
    scene = opened(play)
    bare = column(play, scene)
    play.let(scene, 0.5)
    assert gathered(scene) == []
    assert column(play, scene) == bare
    disk["place"].set_result(None)
    play.let(scene, 0.1)
    assert gathered(scene) == ["ondine"]
    play.let(scene, LEAD)
    assert scene.entrance.wordless, "the picture of the one who is here is still to come"
    disk["people"].set_result(None)
    play.let(scene, 1.0)
    assert not scene.entrance.wordless
    assert column(play, scene) != bare


def test_words_do_not_wait_for_ever(game: Callable[..., Play], disk: dict[str, Future[None]]) -> None:
    play = game()
    scene = opened(play)
    play.let(scene, LONGEST - 0.2)
    assert scene.entrance.wordless
    play.let(scene, 0.4)
    assert not scene.entrance.wordless
    assert not disk["place"].done()


def test_a_key_fetches_the_words_and_letting_go_of_a_button_does_not(
    game: Callable[..., Play], disk: dict[str, Future[None]]
) -> None:
    """The button that chose Continue is let go of over the scene that it opened."""
    play = game()
    scene = opened(play)
    play.give(scene, Input(Verb.RELEASE, at=(10, 10)))
    assert scene.entrance.wordless
    play.give(scene, Verb.TAKE)
    assert not scene.entrance.wordless
    assert scene.column.revealed
    assert not disk["place"].done()


def test_whoever_goes_on_to_the_next_place_is_not_sent_away(
    game: Callable[..., Play], disk: dict[str, Future[None]]
) -> None:
    """They stay while its picture is fetched; only who is new there waits."""
    play = game()
    scene = opened(play)
    disk["place"].set_result(None)
    disk["people"].set_result(None)
    play.let(scene, 1.5)
    assert gathered(scene) == ["ondine"]
    disk["place"] = Future()
    scene.stage._key = PICTURED
    scene.entrance.show(scene._spec)
    scene.stage.company.update(0.1, 0.0, still=False)
    assert gathered(scene) == ["ondine"]
    assert not scene.stage.company._members[0].leaving


def test_nothing_is_pictured_for_the_save_before_the_place_is_there(
    game: Callable[..., Play], disk: dict[str, Future[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    play = game()
    pictures: list[object] = []
    monkeypatch.setattr(play.journey, "keep", lambda _slot, picture=None: pictures.append(picture))
    opened(play).leave()
    assert pictures == [None]
    disk["place"].set_result(None)


def test_the_next_place_comes_over_the_one_before_and_not_out_of_the_dark() -> None:
    """A new picture begins with what was there, and takes its place little by little."""
    pygame.Window("", (1280, 720)).get_surface()
    picture = Landscape.load(ASSETS / "places" / "hollow" / "field")
    before = pygame.Surface((1280, 720))
    before.fill("#c08040")
    levels = []
    for reveal in (0.02, 0.1, 0.2, 0.3):
        canvas = before.copy()
        picture.draw(canvas, reveal)
        levels.append(sum(pygame.transform.average_color(canvas)[:3]))
    first = sum(pygame.transform.average_color(before)[:3])
    assert abs(levels[0] - first) < first * 0.03
    assert min(levels) > first * 0.5
