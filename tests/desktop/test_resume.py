"""What Continue goes on from: a damaged save is told on the title, and an ended journey is no dead end."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from game.desktop.ending import EndingPage
from game.desktop.inputs import Input, Verb
from game.desktop.resume import resumed
from game.desktop.scene import Door, Replace
from game.desktop.title import Title
from game.play.action import Choose
from tests.desktop.conftest import Play

Game = Callable[..., Play]


def kept(play: Play, *choices: str, slots: tuple[str, ...] = ()) -> None:
    """Take these choices, each kept by itself, and keep the journey in these slots too."""
    for key in choices:
        play.journey.act(Choose(key))
    for slot in slots:
        play.journey.keep(slot)
    play.journey.scribe.close()


def damage(play: Play, *names: str) -> None:
    for name in names:
        (play.journey.store.folder / name).write_text("{", encoding="utf-8")


def title(play: Play) -> Title:
    scene = play.open(Door.TITLE)
    assert isinstance(scene, Title)
    return scene


def names(scene: Title) -> list[str]:
    return [item.name for item in scene.menu.items]


def test_without_a_journey_there_is_nothing_to_continue(game: Game) -> None:
    assert names(title(game())) == ["new", "settings", "leave"]


def test_a_sound_save_tells_only_where_it_is(game: Game) -> None:
    play = game()
    kept(play, "tie_up")
    assert title(play).menu.items[0].note == "Brinehall, the Long Gallery"


def test_the_one_before_is_taken_up_and_said_so(game: Game) -> None:
    play = game()
    kept(play, "tie_up", "count")
    damage(play, "slot-auto.json")
    scene = title(play)
    assert "one before it" in scene.menu.items[0].note
    play.journey.begin(1)
    assert play.give(scene, Verb.TAKE) == Replace(Door.READING)
    assert play.journey.history.state.node == "brine.choir"


def test_another_save_is_taken_up_where_nothing_else_can_be_read(game: Game) -> None:
    play = game()
    kept(play, "tie_up", slots=("quick",))
    damage(play, "slot-auto.json")
    scene = title(play)
    assert "stays as it is" in scene.menu.items[0].note
    assert "quick save" in scene.menu.items[0].note
    play.journey.begin(1)
    assert play.give(scene, Verb.TAKE) == Replace(Door.READING)
    assert play.journey.history.state.node == "brine.choir"


def test_where_nothing_can_be_read_the_title_says_so_and_nothing_is_lost(game: Game) -> None:
    """The focus is on a new journey; its first save puts the damaged file aside."""
    play = game()
    kept(play, "tie_up")
    damage(play, "slot-auto.json")
    scene = title(play)
    assert names(scene)[:2] == ["continue", "new"]
    assert "cannot be read" in scene.menu.items[0].note
    assert scene.menu.focus.index == 1
    scene.menu.focus.index = 0
    assert play.give(scene, Verb.TAKE) is None
    assert scene.notices.moving
    assert (play.journey.store.folder / "slot-auto.json").read_text(encoding="utf-8") == "{"
    again = game()
    again.journey.act(Choose("tie_up"))
    again.journey.scribe.close()
    aside = again.journey.store.folder / "slot-auto.damaged-1.json"
    assert aside.read_text(encoding="utf-8") == "{"


def test_what_was_put_aside_is_no_journey(game: Game) -> None:
    play = game()
    play.journey.store.folder.mkdir(parents=True)
    damage(play, "slot-auto.damaged-1.json")
    assert resumed(play.journey.store, play.journey.story) is None


def test_an_ended_journey_goes_back_to_its_last_choice(game: Game) -> None:
    """What comes first is a new one; the last page with nothing to do on it is not offered."""
    play = game()
    kept(play, "tie_up", "know")
    scene = title(play)
    assert names(scene)[:2] == ["new", "back"]
    assert scene.menu.focus.index == 0
    assert "ended" in scene.menu.items[1].note
    play.journey.begin(1)
    assert play.give(scene, Verb.DOWN, Verb.TAKE) == Replace(Door.READING)
    assert play.journey.history.state.node == "brine.choir"
    assert play.journey.forth(), "and its end can still be looked at"


def last_page(play: Play) -> EndingPage:
    play.journey.act(Choose("tie_up"))
    play.journey.act(Choose("know"))
    scene = play.open(Door.ENDING)
    assert isinstance(scene, EndingPage)
    for _ in range(2 * scene.pages):
        if scene.page < scene.pages - 1:
            play.give(scene, Verb.TAKE)
    assert scene.page == scene.pages - 1
    return scene


@pytest.mark.parametrize(
    ("number", "door", "node"),
    [(1, Door.TITLE, "brine.end"), (2, Door.READING, "brine.choir"), (3, Door.READING, "brine.door")],
)
def test_the_last_page_offers_the_ways_on(game: Game, number: int, door: Door, node: str) -> None:
    """To the title, back to the last choice, or from the beginning: by number and by the mouse."""
    play = game()
    assert play.give(last_page(play), Input(Verb.NUMBER, number=number)) == Replace(door, all=True)
    assert play.journey.history.state.node == node
    play.journey.begin(7)
    scene = last_page(play)
    at = scene.menu.focus.rects[number - 1].center
    move = play.give(scene, *(Input(verb, at=at) for verb in (Verb.POINT, Verb.PRESS, Verb.RELEASE)))
    assert move == Replace(door, all=True)


@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (1080, 1350), (3840, 2160)])
@pytest.mark.parametrize("text_size", [22, 28, 56])
def test_what_is_said_of_the_makers_stays_clear_of_the_menu(
    game: Game, size: tuple[int, int], text_size: int
) -> None:
    play = game(size, text_size=text_size)
    scene = last_page(play)
    menu = scene.menu.focus.rects
    assert menu[-1].bottom < size[1] - play.kit.theme.px(60)
    theme = play.kit.theme
    top = theme.px(150) + theme.display(66) * len(scene._title)
    for page in scene._makers:
        foot = top + sum(theme.type(68) + told.height for _, told in page) - theme.type(40)
        assert foot <= (menu[0].top if page is scene._makers[-1] else size[1] - theme.px(84))


@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (3840, 2160)])
@pytest.mark.parametrize("text_size", [22, 28, 56])
def test_a_long_note_has_room(game: Game, size: tuple[int, int], text_size: int) -> None:
    """The title's menu stays beneath the title's words and inside the window, whatever Continue says."""
    play = game(size, text_size=text_size)
    kept(play, "tie_up", slots=("quick",))
    damage(play, "slot-auto.json")
    scene = title(play)
    rects = scene.menu.focus.rects
    assert rects[-1].bottom <= size[1]
    assert rects[0].top > 0
    note = scene.menu._beneath[0]
    assert note is not None
    assert note.width + scene.menu._indent <= rects[0].width
    assert all(first.bottom <= second.top for first, second in itertools.pairwise(rects))
