"""Everything that has to be read can be: it fits, or it scrolls, at every size of window and of text."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.desktop import hints, saves_screen, settings_screen
from game.desktop.fault import Fault, FaultPage
from game.desktop.inputs import Verb
from game.desktop.preview import Preview
from game.desktop.saves_screen import Saves
from game.desktop.scene import Door
from game.desktop.settings_screen import SettingsScreen
from game.desktop.settings_table import FAMILIES
from tests.desktop.conftest import Play

Game = Callable[..., Play]
SIZES = [(800, 600), (1280, 720), (1080, 1350), (2560, 1080)]
TEXTS = [22, 28, 56]


@pytest.mark.parametrize("size", [*SIZES, (3840, 2160)])
@pytest.mark.parametrize("text_size", TEXTS)
def test_the_first_run_shows_what_the_story_has_in_it(
    game: Game, size: tuple[int, int], text_size: int
) -> None:
    """The note about its contents is there together with the rows, and before anything is begun."""
    play = game(size, text_size=text_size)
    scene = play.open(Door.FIRST_RUN)
    assert isinstance(scene, SettingsScreen)
    last = scene._rows[-1].rect
    assert scene._scroll == 0
    assert scene._rows[0].rect.top >= scene._view.top
    assert last.bottom + scene._note.height <= scene._view.bottom + 1
    assert all(a.rect.bottom <= b.rect.top for a, b in zip(scene._rows, scene._rows[1:], strict=False))


def test_the_first_run_shows_how_text_will_read_where_there_is_room(
    game: Game, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the rows in a wide window, beneath them in a narrow one."""
    shown: list[pygame.Rect] = []
    draw = Preview.draw
    monkeypatch.setattr(Preview, "draw", lambda self, surface, rect: shown.append(draw(self, surface, rect)))
    wide = game((1280, 720)).open(Door.FIRST_RUN)
    narrow = game((800, 600)).open(Door.FIRST_RUN)
    assert len(shown) == 2
    assert shown[0].left > wide._rows[-1].rect.right
    assert shown[1].top > narrow._rows[-1].rect.bottom + narrow._note.height
    assert shown[1].bottom <= narrow._view.bottom + 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_size", TEXTS)
@pytest.mark.parametrize("family", range(len(FAMILIES)))
def test_every_row_and_note_of_the_settings_can_be_reached(
    game: Game, size: tuple[int, int], text_size: int, family: int
) -> None:
    play = game(size, text_size=text_size)
    scene = play.open(Door.SETTINGS)
    assert isinstance(scene, SettingsScreen)
    play.give(scene, *[Verb.NEXT] * family)
    for number in range(len(FAMILIES[family].rows)):
        row = scene._rows[number].rect
        assert scene._view.top <= row.top
        assert row.bottom <= scene._view.bottom
        if number < len(FAMILIES[family].rows) - 1:
            play.give(scene, Verb.DOWN)
    assert scene._rows[-1].rect.bottom + scene._note.height <= scene._view.bottom + 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_size", TEXTS)
def test_the_way_out_is_always_named(
    game: Game, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], text_size: int
) -> None:
    """Whatever else has to be left out of the line of keys, Esc stands in it, inside the window."""
    put: list[tuple[str, float, float]] = []
    play = game(size, text_size=text_size)
    monkeypatch.setattr(
        hints,
        "key_cap",
        lambda _surface, kit, key, at, *_, size, **__: put.append(
            (key, at[0], hints.key_width(kit, key, size))
        ),
    )
    for door in (Door.LOAD, Door.KEEP, Door.SETTINGS, Door.HISTORY, Door.WEB):
        put.clear()
        play.open(door)
        assert put[-1][0] == "Esc", door
        assert all(x - width / 2 >= 0 and x + width / 2 <= size[0] for _, x, width in put)


def test_an_empty_list_offers_only_the_way_out(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[list[str]] = []
    monkeypatch.setattr(saves_screen, "draw_hints", lambda *a: told.append([key for key, _ in a[2]]))
    play = game()
    load = play.open(Door.LOAD)
    keep = play.open(Door.KEEP)
    play.journey.keep("1")
    play.journey.scribe.close()
    kept = play.open(Door.LOAD)
    assert isinstance(load, Saves)
    assert isinstance(keep, Saves)
    assert isinstance(kept, Saves)
    assert told == [["Esc"], ["Enter", "Tab", "Esc"], ["Enter", "Del", "Esc"]]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_size", TEXTS)
def test_what_a_fault_says_stays_clear_of_its_menu(game: Game, size: tuple[int, int], text_size: int) -> None:
    play = game(size, text_size=text_size)
    folder = play.journey.store.folder
    scene = FaultPage(
        play.kit, Fault("The game met a fault of its own (KeyError).", folder / "log.txt"), folder
    )
    scene.draw(play.surface)
    assert scene._told_foot() <= scene.menu.focus.rects[0].top
    assert scene.menu.focus.rects[-1].bottom <= size[1] - play.kit.theme.px(60)


def test_settings_are_laid_out_anew_when_text_grows(game: Game) -> None:
    """The preview follows at once."""
    play = game()
    scene = play.open(Door.SETTINGS)
    before = scene._preview.height(400)
    play.give(scene, Verb.RIGHT)
    assert scene._preview.height(400) > before
    assert settings_screen.ROWS[0] > settings_screen.ROWS[-1]
