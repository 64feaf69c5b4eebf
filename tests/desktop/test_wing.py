"""The column's panel is kept as a picture where nothing changes, and nobody can tell."""

from __future__ import annotations

import pygame

from game.desktop.inputs import Verb
from game.desktop.reading import Reading
from game.desktop.scene import Door
from tests.desktop.conftest import Maker


def panel(scene: Reading, surface: pygame.Surface) -> bytes:
    """The pixels of the column's panel."""
    scene.draw(surface)
    return pygame.image.tobytes(surface.subsurface(scene.wing.body), "RGB")


def test_while_text_comes_the_column_looks_as_if_drawn_whole_each_time(game: Maker) -> None:
    """Through reveal, turn and choices, a kept picture and a fresh one are the same pixels."""
    play = game()
    scene = play.screens.open_door(Door.READING)
    assert isinstance(scene, Reading)
    scene.enter()
    kept_pictures = 0
    for frame in range(240):
        scene.update(1 / 30)
        if frame in (120, 121, 150):
            play.give(scene, Verb.TAKE)
        kept = panel(scene, play.surface)
        kept_pictures += scene.column.moving and scene.column.settled is not None
        scene.wing.stir()
        assert panel(scene, play.surface) == kept, frame
    assert kept_pictures
