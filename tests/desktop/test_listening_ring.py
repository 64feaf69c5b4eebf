"""Whoever would answer a song wears a dotted ring round the halo, in the picture as in the text."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.desktop.cast import RING_WIDER, Figure
from game.desktop.reading import Reading
from game.desktop.scene import Door
from game.play.action import Choose
from tests.desktop.conftest import ASSETS, Play

FOOT = (400, 650)


def drawn(figure: Figure) -> pygame.Surface:
    canvas = pygame.Surface((800, 720), 0, 32)
    figure.draw(canvas, *FOOT)
    return canvas


def crimson(canvas: pygame.Surface, figure: Figure) -> int:
    """How many points on the ring's circle, above the shoulders, are of its colour."""
    sheet = figure._sheet
    foot, centre = figure._point(sheet.foot), figure._point(sheet.centre)
    x, y = FOOT[0] + centre[0] - foot[0], FOOT[1] + centre[1] - foot[1]
    found = 0
    for degrees in range(-150, -30):
        at = pygame.Vector2(x, y) + pygame.Vector2(sheet.radius * RING_WIDER, 0).rotate(degrees)
        tone = canvas.get_at((round(at.x), round(at.y)))
        found += tone.r > 120 and tone.g < tone.r / 2
    return found


@pytest.mark.parametrize("facing", ["left", "right"])
@pytest.mark.parametrize("still", [False, True])
def test_the_ring_goes_round_the_halo_and_comes_off(facing: str, still: bool) -> None:  # noqa: FBT001 (both ways)
    figure = Figure.load(ASSETS / "people" / "bram", facing)
    assert crimson(drawn(figure), figure) == 0
    figure.listening = True
    for _ in range(60):
        figure.update(1 / 30, 0.0, still)
    assert crimson(drawn(figure), figure) > 30
    figure.listening = False
    for _ in range(60):
        figure.update(1 / 30, 0.0, still)
    assert crimson(drawn(figure), figure) == 0


@pytest.mark.parametrize("ring", [True, False])
def test_the_setting_decides_and_the_text_comes_first(
    game: Callable[..., Play],
    monkeypatch: pytest.MonkeyPatch,
    ring: bool,  # noqa: FBT001 (both ways)
) -> None:
    play = game(ring=ring)
    play.journey.act(Choose("tie_up"))
    scene = play.screens.open_door(Door.READING)
    assert isinstance(scene, Reading)
    asked: list[frozenset[str]] = []
    monkeypatch.setattr(scene.stage.company, "listen", asked.append)
    scene.entrance.hurry()
    scene.update(1 / 60)
    assert scene.page.listening
    assert asked == [frozenset()]
    for _ in range(600):
        scene.update(1 / 30)
    assert asked[-1] == (scene.page.listening if ring else frozenset())
