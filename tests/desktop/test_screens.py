"""Every screen: at every size, by keys alone, by the mouse alone, and with what it does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.desktop import prompt
from game.desktop.harp import Harp
from game.desktop.inputs import Input, Verb
from game.desktop.saves_screen import Saves
from game.desktop.scene import Door, Pop, Push, Quit, Replace
from game.desktop.settings_screen import SettingsScreen
from game.desktop.settings_table import FAMILIES, Kind
from game.desktop.songbook import Performing, Songbook
from game.desktop.title import Title
from game.model.song import Way
from game.play.action import Choose, Sing
from game.saves.settings import allowed
from tests.desktop.conftest import Play

SCREENS = [door for door in Door if door is not Door.HARP]


@pytest.mark.parametrize("door", SCREENS)
@pytest.mark.parametrize("size", [(640, 480), (800, 600), (1280, 720), (3840, 2160)])
@pytest.mark.parametrize("text_size", [28, 56])
def test_every_screen_is_drawn_at_every_size(
    game: Callable, door: Door, size: tuple[int, int], text_size: int
) -> None:
    """It draws something other than one plain colour, and answers every verb without a fault."""
    if size[0] > 2000 and text_size > 28 and door not in (Door.READING, Door.SETTINGS):
        pytest.skip("the largest size is looked at with ordinary text")
    play = game(size, text_size=text_size)
    scene = play.open(door)
    shades = {
        play.surface.get_at((x, y))[:3]
        for x in range(0, size[0], size[0] // 9)
        for y in range(0, size[1], size[1] // 9)
    }
    assert len(shades) > 4
    if size == (800, 600):
        for verb in Verb:
            if scene.handle(Input(verb, number=1, at=(400, 300), by=1.0)) is None:
                scene.update(1 / 60)
                scene.draw(play.surface)


@pytest.mark.parametrize(
    "door",
    [Door.PAUSE, Door.SETTINGS, Door.LOAD, Door.KEEP, Door.SONGBOOK, Door.HISTORY, Door.JOURNAL, Door.WEB],
)
def test_escape_leaves_every_screen(game: Callable, door: Door) -> None:
    play = game()
    assert play.give(play.open(door), Verb.LEAVE) == Pop()


# The title


def test_the_title_goes_on_with_one_key(game: Callable) -> None:
    play = game()
    play.journey.act(Choose("tie_up"))
    play.journey.scribe.close()
    scene = play.open(Door.TITLE)
    assert isinstance(scene, Title)
    assert [item.name for item in scene.menu.items] == ["continue", "new", "load", "settings", "leave"]
    play.journey.begin(1)
    assert play.give(scene, Verb.TAKE) == Replace(Door.READING)
    assert play.journey.history.state.node == "brine.choir"


def test_the_title_by_the_mouse_alone(game: Callable) -> None:
    play = game()
    scene = play.open(Door.TITLE)
    click = (Verb.POINT, Verb.PRESS, Verb.RELEASE)
    moves = [
        play.give(scene, *(Input(verb, at=rect.center) for verb in click)) for rect in scene.menu.focus.rects
    ]
    assert moves == [Replace(Door.READING), Push(Door.SETTINGS), Quit()]


def test_a_new_journey_puts_the_last_one_by(game: Callable) -> None:
    play = game()
    play.journey.act(Choose("tie_up"))
    play.journey.put_by()
    play.journey.begin(1)
    play.journey.act(Choose("tie_up"))
    play.journey.scribe.close()
    assert {info.slot for info in play.journey.store.slots()} == {"auto", "earlier"}


# The pause


def test_every_line_of_the_pause_by_keys(game: Callable) -> None:
    play = game()
    scene = play.open(Door.PAUSE)
    moves = {}
    for item in scene.menu.items:
        moves[item.name] = play.give(scene, Verb.TAKE)
        play.give(scene, Verb.DOWN)
    doors = list(moves.values())
    assert [move.door for move in doors if isinstance(move, Push)] == [
        Door.KEEP,
        Door.LOAD,
        Door.SONGBOOK,
        Door.HISTORY,
        Door.JOURNAL,
        Door.WEB,
        Door.SETTINGS,
    ]
    assert doors[0] == Pop()
    assert doors[-2:] == [Replace(Door.TITLE, all=True), Quit()]


# Keeping and loading


def test_a_journey_is_kept_and_loaded(game: Callable) -> None:
    play = game()
    play.journey.act(Choose("tie_up"))
    keep = play.open(Door.KEEP)
    assert play.give(keep, Verb.RIGHT, Verb.TAKE) == Pop("Kept.")
    play.journey.act(Choose("count"))
    play.journey.scribe.close()
    load = play.open(Door.LOAD)
    assert isinstance(load, Saves)
    slot = next(n for n, entry in enumerate(load.entries) if entry.slot == "2")
    load.focus.index = slot
    assert play.give(load, Verb.TAKE) == Replace(Door.READING, all=True)
    assert play.journey.history.state.node == "brine.choir"


@pytest.mark.parametrize("door", [Door.KEEP, Door.LOAD])
def test_the_saves_are_left_by_the_mouse(game: Callable, door: Door) -> None:
    scene = game((1920, 1080)).open(door)
    assert scene.handle(Input(Verb.PRESS, at=(1920 - 104 - 26, 106))) == Pop()


def test_a_full_slot_asks_once_more(game: Callable) -> None:
    play = game()
    play.journey.keep("1")
    play.journey.scribe.close()
    keep = play.open(Door.KEEP)
    assert play.give(keep, Verb.TAKE) is None
    assert play.give(keep, Verb.TAKE) == Pop("Kept.")


def test_a_damaged_save_is_told_and_left_alone(game: Callable) -> None:
    play = game()
    play.journey.keep("1")
    play.journey.scribe.close()
    path = play.journey.store.folder / "slot-1.json"
    path.write_text("{", encoding="utf-8")
    load = play.open(Door.LOAD)
    assert play.give(load, Verb.TAKE) is None
    assert load.notices.moving
    assert path.read_text(encoding="utf-8") == "{"


# Settings


def test_every_setting_can_be_changed_by_keys_alone(game: Callable) -> None:
    """Tab goes through the families, arrows through rows and values; each change is kept at once."""
    play = game()
    scene = play.open(Door.SETTINGS)
    assert isinstance(scene, SettingsScreen)
    for family in FAMILIES:
        for row in family.rows:
            assert scene._rows[scene.index].row == row
            before = play.kit.settings
            if row.kind in (Kind.WORDS, Kind.SLIDER, Kind.SWITCH):
                here = allowed(row.name).index(getattr(before, row.name))
                play.give(scene, Verb.LEFT if here else Verb.RIGHT)
                assert getattr(play.kit.settings, row.name) != getattr(before, row.name)
                assert play.kept[-1] == play.kit.settings
            elif row.kind is Kind.KEY:
                play.give(scene, Verb.TAKE, Input(Verb.OTHER, key="f7"))
                assert play.kit.settings.keys[row.name] == "f7"
            play.give(scene, Verb.DOWN)
        play.give(scene, Verb.NEXT)


def test_every_setting_can_be_changed_by_the_mouse_alone(game: Callable) -> None:
    play = game()
    scene = play.open(Door.SETTINGS)
    for n, family in enumerate(FAMILIES):
        play.give(scene, Input(Verb.PRESS, at=scene._families[n].center), Input(Verb.RELEASE))
        for index, row in enumerate(family.rows):
            if row.kind not in (Kind.WORDS, Kind.SLIDER, Kind.SWITCH):
                continue
            before = getattr(play.kit.settings, row.name)
            control = scene._rows[index]
            target = next(t for t in control.targets if t.value is None or t.value != before)
            at = target.rect.center if control.slider is None else (control.slider.x, control.slider.centery)
            play.give(scene, Input(Verb.PRESS, at=at), Input(Verb.RELEASE, at=at))
            if before == getattr(play.kit.settings, row.name):
                at = (control.slider.right, control.slider.centery)
                play.give(scene, Input(Verb.PRESS, at=at), Input(Verb.RELEASE, at=at))
            assert getattr(play.kit.settings, row.name) != before, row.name


def test_text_grows_at_once(game: Callable) -> None:
    play = game()
    scene = play.open(Door.SETTINGS)
    before = play.kit.theme.text
    play.give(scene, Verb.RIGHT)
    assert play.kit.theme.text > before


def test_the_first_run_ends_at_the_title_and_never_comes_again(game: Callable) -> None:
    play = game()
    scene = play.open(Door.FIRST_RUN)
    play.give(scene, Verb.DOWN, Verb.LEFT)
    assert play.kit.settings.music == play.kit.settings.songs == play.kit.settings.sounds == 0.65
    assert play.give(scene, Verb.DOWN, Verb.DOWN, Verb.TAKE) == Replace(Door.TITLE)
    assert play.kit.settings.greeted


# Songs


def book(play: Play) -> Songbook:
    play.journey.act(Choose("tie_up"))
    scene = play.open(Door.SONGBOOK)
    assert isinstance(scene, Songbook)
    return scene


def test_the_book_opens_at_the_song_that_is_listened_for(game: Callable) -> None:
    assert book(game()).leaf.song.id == "tidecall"


def test_a_song_can_be_sung_without_performing_it(game: Callable) -> None:
    """Whoever would rather not play takes the same ways as plain words."""
    play = game()
    scene = book(play)
    ways = [act for act in scene.acts() if act.way is not None]
    assert [act.way for act in ways] == [Way.COMMAND, Way.INVITE]
    index = scene.acts().index(ways[1])
    play.give(scene, Verb.RIGHT, *[Verb.DOWN] * index)
    move = play.give(scene, Verb.TAKE)
    assert move == Pop(Sing("tidecall", Way.INVITE))


def test_a_song_can_be_turned_to_a_person(game: Callable) -> None:
    play = game()
    scene = book(play)
    to = next(n for n, act in enumerate(scene.acts()) if act.name == "to")
    play.give(scene, Verb.RIGHT, *[Verb.DOWN] * to, Verb.RIGHT)
    assert "Ondine" in scene.acts()[to].label


def harp(play: Play) -> Harp:
    scene = book(play)
    move = play.give(scene, Verb.TAKE)
    assert isinstance(move, Replace)
    assert move.door is Door.HARP
    assert isinstance(move.subject, Performing)
    made = play.screens.open_door(Door.HARP, move.subject)
    assert isinstance(made, Harp)
    made.draw(play.surface)
    return made


def test_listening_in_every_rest_invites(game: Callable) -> None:
    play = game()
    scene = harp(play)
    for phrase in ("365", "254", "1321"):
        play.give(scene, *[Input(Verb.NUMBER, number=int(digit)) for digit in phrase])
        assert scene.performance.resting
        play.give(scene, Verb.LISTEN)
    assert play.let(scene, 12.0) == Pop(Sing("tidecall", Way.INVITE))


def test_playing_over_one_rest_commands(game: Callable) -> None:
    play = game()
    scene = harp(play)
    for digit in "3652541321":
        play.give(scene, Input(Verb.NUMBER, number=int(digit)))
    play.give(scene, Input(Verb.NUMBER, number=9))
    assert play.let(scene, 3.0) == Pop(Sing("tidecall", Way.COMMAND))


def test_a_wrong_note_sounds_and_does_no_harm(game: Callable) -> None:
    play = game()
    scene = harp(play)
    play.give(scene, Input(Verb.NUMBER, number=9))
    assert scene.performance.at == 0
    assert scene.strings.moving
    play.give(scene, Input(Verb.NUMBER, number=3))
    assert scene.performance.at == 1


def test_lysandra_plays_on_to_the_next_rest(game: Callable) -> None:
    play = game()
    scene = harp(play)
    play.give(scene, Verb.TAKE)
    play.let(scene, 4.0)
    assert scene.performance.resting
    assert scene.performance.at == 3


def test_the_harp_by_the_mouse_alone(game: Callable) -> None:
    play = game()
    scene = harp(play)
    for string in (3, 6, 5):
        at = (round(scene.strings.x(string)), scene.strings.rect.bottom - 10)
        play.give(scene, Input(Verb.PRESS, at=at), Input(Verb.RELEASE, at=at))
    assert scene.performance.resting
    scene.draw(play.surface)
    listen = next(rect for rect, verb in scene.prompts._targets if verb is Verb.LISTEN)
    play.give(scene, Input(Verb.PRESS, at=listen.center), Input(Verb.RELEASE, at=listen.center))
    assert scene.performance.at == 4
    leave = next(rect for rect, verb in scene.prompts._targets if verb is Verb.LEAVE)
    assert play.give(scene, Input(Verb.PRESS, at=leave.center)) == Pop()


def test_the_harp_by_a_gamepad_alone(game: Callable) -> None:
    """Two hands: directions are the low strings, the other buttons the high ones, a shoulder listens."""
    play = game()
    scene = harp(play)
    for button in ("dpup", "a", "x"):
        play.give(scene, Input(Verb.OTHER, button=button))
    assert scene.performance.resting
    play.give(scene, Input(Verb.BACK, button="leftshoulder"))
    assert scene.performance.at == 4


def test_holding_still_listens_when_songs_follow_the_beat(game: Callable) -> None:
    play = game(timed=True)
    scene = harp(play)
    play.give(scene, *[Input(Verb.NUMBER, number=int(digit)) for digit in "365"])
    play.let(scene, 4.0)
    assert scene.performance.at >= 4


def test_a_rest_names_the_string_that_plays_on(game: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another string sounds and changes nothing, so it must not be promised to."""
    named: list[str] = []
    monkeypatch.setattr(prompt, "key_cap", lambda _surface, _kit, key, *_, **__: named.append(key))
    play = game((1920, 1080))
    scene = harp(play)
    play.give(scene, *(Input(Verb.NUMBER, number=int(digit)) for digit in "365"))
    assert "2" in named
    play.give(scene, *(Input(Verb.NUMBER, number=int(digit)) for digit in "2541321"))
    assert "any string" in named, "where no note follows, every string plays over the rest"
