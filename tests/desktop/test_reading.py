"""The reading scene: revealed, chosen, taken back, at any size."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.desktop.choices import ChoiceList
from game.desktop.inputs import Input, Verb
from game.desktop.reading import NOT_PAST_CHOICES, NOT_PAST_NEW, Reading
from game.desktop.scene import Door, Push, Replace
from game.model.song import Way
from game.play.action import Choose, Sing
from game.view.block import Run
from game.view.page import PageChoice
from tests.desktop.conftest import Play

SIZES = [(800, 600), (1280, 720), (1920, 1080), (2560, 1080), (1080, 1350)]


def reading(play: Play) -> Reading:
    scene = play.screens.open_door(Door.READING)
    assert isinstance(scene, Reading)
    scene.enter()
    scene.draw(play.surface)
    return scene


def test_any_key_completes_the_reveal(game: Callable) -> None:
    """While text arrives, a key completes it and takes nothing."""
    play = game()
    scene = reading(play)
    assert not scene.column.revealed
    play.give(scene, Verb.TAKE)
    assert scene.column.revealed
    assert play.journey.history.state.node == "brine.door"


def test_a_choice_cannot_be_taken_by_accident(game: Callable) -> None:
    """The key that completed the text, pressed again at once, does not take the first choice."""
    play = game()
    scene = reading(play)
    play.give(scene, Verb.TAKE, Verb.TAKE)
    assert play.journey.history.state.node == "brine.door"
    play.let(scene, 0.5)
    play.give(scene, Verb.TAKE)
    assert play.journey.history.state.node == "brine.choir"


def arrived(play: Play, scene: Reading) -> None:
    play.let(scene, 6.0)
    assert scene.column.ready


def test_numbers_arrows_and_the_mouse_take_choices(game: Callable) -> None:
    play = game(reveal="at once")
    for way in ("number", "arrows", "mouse"):
        play.journey.begin(1)
        scene = reading(play)
        arrived(play, scene)
        play.give(scene, Input(Verb.NUMBER, number=1))
        arrived(play, scene)
        if way == "number":
            play.give(scene, Input(Verb.NUMBER, number=2))
        elif way == "arrows":
            play.give(scene, Verb.DOWN, Verb.TAKE)
        else:
            x, y = scene.column.choices_at()
            at = (round(x + 80), round(y + scene.column.choices.rows[1].top + 10))
            play.give(scene, Input(Verb.POINT, at=at), Input(Verb.PRESS, at=at), Input(Verb.RELEASE, at=at))
        assert play.journey.history.state.node == "brine.many", way


def test_a_closed_choice_says_why_and_cannot_be_taken(game: Callable) -> None:
    play = game(reveal="at once")
    scene = reading(play)
    arrived(play, scene)
    play.give(scene, Input(Verb.NUMBER, number=1))
    arrived(play, scene)
    closed = scene.column.choices.rows[3]
    assert closed.reason is not None
    play.give(scene, Input(Verb.NUMBER, number=4))
    assert play.journey.history.state.node == "brine.choir"


def test_more_than_nine_choices_have_pages(game: Callable) -> None:
    play = game(reveal="at once")
    play.journey.act(Choose("tie_up"))
    play.journey.act(Choose("count"))
    scene = reading(play)
    arrived(play, scene)
    choices = scene.column.choices
    assert choices.pages == 2
    assert len(choices.rows) == 10
    play.give(scene, Verb.RIGHT)
    assert [row.choice.key for row in choices.rows if row.choice] == ["way_10", "way_11", "way_12"]


def test_back_walks_to_the_beginning_and_forth_again(game: Callable) -> None:
    play = game(reveal="at once")
    scene = reading(play)
    arrived(play, scene)
    play.give(scene, Input(Verb.NUMBER, number=1))
    play.give(scene, Verb.BACK)
    assert play.journey.history.state.node == "brine.door"
    assert scene.column.revealed
    play.give(scene, Verb.BACK)
    assert play.journey.history.state.node == "brine.door"
    play.give(scene, Verb.ON)
    assert play.journey.history.state.node == "brine.choir"


def test_the_taken_choice_stays_in_the_transcript(game: Callable) -> None:
    play = game(reveal="at once")
    scene = reading(play)
    arrived(play, scene)
    play.give(scene, Input(Verb.NUMBER, number=1))
    kinds = [placed.passage.block.kind for placed in scene.column._placed]
    assert kinds[:2] == ["prose", "taken"]


def test_long_text_waits_to_be_turned(game: Callable) -> None:
    """What does not fit is not hurried past: the choices come when its end is in view."""
    play = game((800, 600))
    play.journey.act(Choose("tie_up"))
    play.journey.act(Choose("ask"))
    scene = reading(play)
    play.give(scene, Verb.TAKE)
    assert scene.column.waiting
    assert not scene.column.revealed
    for _ in range(40):
        play.give(scene, Verb.TAKE)
        play.let(scene, 0.4)
        if scene.column.revealed:
            break
    assert scene.column.revealed
    assert play.journey.history.state.node == "brine.long"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_size", [22, 28, 44, 56])
def test_no_text_leaves_its_column(game: Callable, size: tuple[int, int], text_size: int) -> None:
    play = game(size, text_size=text_size)
    play.journey.act(Choose("tie_up"))
    scene = reading(play)
    area = scene.column.area
    assert play.surface.get_rect().contains(area.text)
    for placed in scene.column._placed:
        assert placed.passage.indent + placed.passage.paragraph.width <= area.text.width + 1
    for row in scene.column.choices.rows:
        assert row.words.width <= area.text.width
        assert row.strong.width <= area.text.width
    assert area.panel.contains(area.text)


@pytest.mark.parametrize("face", ["crimson", "alegreya", "atkinson", "dyslexic"])
def test_every_typeface_fits(game: Callable, face: str) -> None:
    play = game(typeface=face)
    scene = reading(play)
    for placed in scene.column._placed:
        assert placed.passage.paragraph.width <= scene.column.area.text.width


@pytest.mark.parametrize(
    ("verb", "door"),
    [
        (Verb.LEAVE, Door.PAUSE),
        (Verb.HARP, Door.SONGBOOK),
        (Verb.SONGBOOK, Door.SONGBOOK),
        (Verb.HISTORY, Door.HISTORY),
        (Verb.JOURNAL, Door.JOURNAL),
        (Verb.WEB, Door.WEB),
        (Verb.LOAD, Door.LOAD),
    ],
)
def test_every_screen_opens_by_its_key(game: Callable, verb: Verb, door: Door) -> None:
    play = game()
    assert play.give(reading(play), verb) == Push(door)


def test_every_sign_opens_by_the_mouse(game: Callable) -> None:
    play = game()
    scene = reading(play)
    doors = set()
    for _, rect in scene.buttons._places:
        move = play.give(scene, Input(Verb.PRESS, at=rect.center))
        assert isinstance(move, Push)
        doors.add(move.door)
    harp = play.give(scene, Input(Verb.PRESS, at=scene.buttons._harp.center))
    assert doors == {Door.PAUSE, Door.HISTORY, Door.JOURNAL, Door.WEB, Door.SONGBOOK}
    assert harp == Push(Door.SONGBOOK)


def test_a_song_that_comes_back_from_the_harp_is_sung(game: Callable) -> None:
    play = game(reveal="at once")
    play.journey.act(Choose("tie_up"))
    scene = reading(play)
    scene.resume(Sing("tidecall", Way.COMMAND))
    assert play.journey.history.state.node == "brine.obeyed"
    assert scene.accent == "#C4474F"


def test_an_ending_waits_for_the_reader(game: Callable) -> None:
    """Nothing moves on by itself after the last line."""
    play = game(reveal="at once")
    play.journey.act(Choose("tie_up"))
    play.journey.act(Choose("know"))
    scene = reading(play)
    assert play.let(scene, 8.0) is None
    assert play.give(scene, Verb.TAKE) == Replace(Door.ENDING)
    page = play.screens.open_door(Door.ENDING)
    page.enter()
    assert play.give(page, Verb.TAKE) is None, "any key completes its words,"
    assert not page.page
    play.give(page, Verb.TAKE)
    assert page.page == 1, "and then turns"


def test_skip_stops_at_text_never_seen(game: Callable) -> None:
    play = game()
    scene = reading(play)
    play.give(scene, Verb.SKIP)
    assert not scene.pace.skipping
    play.journey.see(texts=tuple(block.key for block in scene.page.blocks))
    scene.present(new=0)
    play.give(scene, Verb.SKIP)
    assert scene.pace.skipping
    play.let(scene, 3.0)
    assert play.journey.history.state.node == "brine.choir"
    assert not scene.pace.skipping


def said(scene: Reading) -> list[str]:
    return list(scene.notices._waiting)


def test_skip_says_once_why_it_does_nothing(game: Callable) -> None:
    """On a page that was never read, and where a choice has to be made; not again on the same page."""
    play = game(reveal="at once")
    scene = reading(play)
    play.give(scene, Verb.SKIP)
    assert said(scene) == [NOT_PAST_NEW]
    play.let(scene, 9.0)
    play.give(scene, Verb.SKIP)
    assert said(scene) == []
    play.give(scene, Input(Verb.NUMBER, number=1))
    play.journey.see(texts=tuple(block.key for block in scene.page.blocks))
    scene.present(new=0)
    play.give(scene, Verb.SKIP)
    assert said(scene) == [NOT_PAST_CHOICES]
    assert not scene.pace.skipping


def test_skip_that_works_says_nothing(game: Callable) -> None:
    play = game()
    scene = reading(play)
    play.journey.see(texts=tuple(block.key for block in scene.page.blocks))
    scene.present(new=0)
    play.give(scene, Verb.SKIP, Verb.SKIP)
    assert said(scene) == []


def test_what_was_read_is_remembered(game: Callable) -> None:
    play = game(reveal="at once")
    scene = reading(play)
    play.let(scene, 1.0)
    assert {block.key for block in scene.page.blocks} <= play.journey.seen.texts


def test_no_choice_peeps_out_beneath_text_that_waits(game: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where text and choices are too much for the column, the choices come when all is in view."""
    drawn: list[bool] = []
    monkeypatch.setattr(ChoiceList, "draw", lambda *_: drawn.append(True))
    play = game((800, 600), reveal="at once")
    play.journey.act(Choose("tie_up"))
    play.journey.act(Choose("ask"))
    scene = reading(play)
    play.let(scene, 2.0)
    assert not scene.column.revealed
    assert not drawn
    for _ in range(40):
        play.give(scene, Verb.LISTEN)
        play.let(scene, 0.4)
        if scene.column.revealed:
            break
    assert drawn
    drawn.clear()
    play.give(scene, Input(Verb.WHEEL, by=2.0))
    play.let(scene, 1.0)
    assert drawn, "and they stay where they are when the reader looks back"


@pytest.mark.parametrize("length", range(40, 64))
def test_a_choice_has_no_more_lines_with_the_focus_than_without(game: Callable, length: int) -> None:
    """Or there would be an empty line beneath it."""
    kit = game().kit
    words = ("minim " * 20)[:length].strip() + "m"
    choice = PageChoice("minim", (Run(words),), open=True, reason_runs=None, taken_before=False)
    (row,) = ChoiceList(kit, (choice,), 392).rows
    assert len(row.words.lines) == len(row.strong.lines)


def test_no_line_is_cut_at_the_foot_after_a_change_of_size(game: Callable) -> None:
    """Text that does not fit any more waits beneath the column, and does not stand in its margin."""
    play = game((800, 600), reveal="at once")
    play.journey.act(Choose("tie_up"))
    play.journey.act(Choose("ask"))
    scene = reading(play)
    scene.resize()
    assert scene.column.waiting
    foot = scene.column.area.text.bottom + 4
    margin = pygame.Rect(scene.column.area.text.x, foot, 70, play.surface.get_height() - foot)
    blank = play.surface.copy()
    scene.wing.draw_ground(blank)
    play.give(scene, Verb.OTHER)
    assert (
        play.surface.subsurface(margin).copy().get_buffer().raw
        == blank.subsurface(margin).copy().get_buffer().raw
    )
