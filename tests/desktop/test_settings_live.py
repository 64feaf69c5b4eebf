"""Every setting, changed while a page is read, is followed when one comes back to the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame
import pytest

from game.desktop.inputs import Input, Verb
from game.desktop.reading import Reading
from game.desktop.scene import Door, Pop, Push
from game.desktop.settings_screen import SettingsScreen
from game.desktop.settings_table import FAMILIES, Kind
from game.desktop.sound import Sound
from game.play.action import Choose
from game.saves.settings import allowed
from tests.desktop.conftest import Play

Game = Callable[..., Play]
ROWS = [
    (page, number, row.name)
    for page, family in enumerate(FAMILIES)
    for number, row in enumerate(family.rows)
    if row.kind in (Kind.WORDS, Kind.SLIDER, Kind.SWITCH)
]
SEEN = {"text_size", "typeface", "spacing", "tracking", "panel", "contrast", "marks"}
"""Settings that make the page of the tale look different."""
SAME = 1.5
"""How far two pictures of the column may be apart, in levels of 255: what lies behind it lives."""


def page(play: Play) -> Reading:
    """The choir's page, read to its end, with its first choice taken once before."""
    play.journey.act(Choose("tie_up"))
    play.journey.see(choices=("brine.choir/ask",))
    return opened(play)


def opened(play: Play) -> Reading:
    scene = play.screens.open_door(Door.READING)
    assert isinstance(scene, Reading)
    scene.enter()
    scene.settle()
    play.let(scene, 3.0)
    return scene


def column(play: Play, scene: Reading) -> pygame.Surface:
    play.let(scene, 1.0)
    play.surface.fill("#808080")
    scene.draw(play.surface)
    return play.surface.subsurface(scene.column.area.text).copy()


def apart(one: pygame.Surface, other: pygame.Surface) -> float:
    if one.get_size() != other.get_size():
        return 255.0
    difference = one.copy()
    difference.blit(other, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    back = other.copy()
    back.blit(one, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    difference.blit(back, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return sum(pygame.transform.average_color(difference)[:3]) / 3


def changed(play: Play, scene: Reading, family: int, number: int) -> Any:
    """Go to the pause, to the settings, change one, and come back; its value now."""
    assert play.give(scene, Verb.LEAVE) == Push(Door.PAUSE)
    pause = play.open(Door.PAUSE)
    settings = play.open(Door.SETTINGS)
    assert isinstance(settings, SettingsScreen)
    play.give(settings, *[Verb.NEXT] * family, *[Verb.DOWN] * number)
    row = settings._rows[settings.index].row
    first = getattr(play.kit.settings, row.name)
    play.give(settings, Verb.LEFT if allowed(row.name).index(first) else Verb.RIGHT)
    value = getattr(play.kit.settings, row.name)
    assert value != first
    assert play.kept[-1] == play.kit.settings
    assert play.give(settings, Verb.LEAVE) == Pop()
    pause.enter()
    pause.draw(play.surface)
    assert play.give(pause, Verb.LEAVE) == Pop()
    scene.enter()
    return value


@pytest.mark.parametrize(("family", "number", "name"), ROWS, ids=[name for _, _, name in ROWS])
def test_the_page_looks_as_if_it_had_been_opened_so(game: Game, family: int, number: int, name: str) -> None:
    """The column after the change is that of a scene which knew no other settings."""
    play = game(reveal="at once", still=True)
    scene = page(play)
    before = column(play, scene)
    changed(play, scene, family, number)
    live = column(play, scene)
    assert apart(live, column(play, opened(play))) < SAME
    if name in SEEN:
        assert pygame.image.tobytes(live, "RGB") != pygame.image.tobytes(before, "RGB")


def test_text_turns_by_itself_from_now_on(game: Game) -> None:
    play = game(reveal="at once", still=True)
    scene = page(play)
    family, number, _ = next(row for row in ROWS if row[2] == "auto")
    assert not scene.pace.running
    assert changed(play, scene, family, number) is True
    assert scene.pace.running
    assert changed(play, scene, family, number) is False
    assert not scene.pace.running


def test_the_pace_is_that_of_the_page_too(game: Game) -> None:
    play = game(reveal="at once", still=True)
    scene = page(play)
    family, number, _ = next(row for row in ROWS if row[2] == "pace")
    before = scene.pace._due
    assert changed(play, scene, family, number) == "slow"
    assert scene.pace._due > before


def test_whoever_skips_what_was_never_seen_does_so_from_now_on(game: Game) -> None:
    play = game(reveal="at once", still=True)
    scene = page(play)
    family, number, _ = next(row for row in ROWS if row[2] == "skip_unseen")
    changed(play, scene, family, number)
    play.journey.begin(3)
    scene.present(new=0)
    play.let(scene, 0.1)
    play.give(scene, Input(Verb.SKIP))
    assert scene.pace.skipping


@pytest.mark.parametrize("name", ["music", "songs", "sounds", "mono"])
def test_the_sound_hears_of_it(game: Game, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    told: list[object] = []
    play = game(reveal="at once", still=True)
    scene = page(play)
    monkeypatch.setattr(Sound, "volumes", lambda _, settings: told.append(getattr(settings, name)))
    family, number, _ = next(row for row in ROWS if row[2] == name)
    assert changed(play, scene, family, number) == told[-1]
