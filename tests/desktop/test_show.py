"""Pictures of nodes and screens, drawn as the game draws them, without a display."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.desktop.show import SCREENS, Unshowable, at_node, shot
from tests.desktop import tale
from tests.desktop.conftest import ASSETS


@pytest.mark.parametrize("what", [*SCREENS, "brine.choir"])
def test_every_screen_and_node_can_be_pictured(what: str, tmp_path: Path) -> None:
    output = tmp_path / "picture.png"
    shot(tale.story(), ASSETS, what, output, size=(960, 540), second=0.5)
    picture = pygame.image.load(output)
    assert picture.get_size() == (960, 540)
    assert len({tuple(picture.get_at((x, 270))) for x in range(0, 960, 40)}) > 3


def test_the_same_picture_twice(tmp_path: Path) -> None:
    first, second = tmp_path / "1.png", tmp_path / "2.png"
    for output in (first, second):
        shot(tale.story(), ASSETS, "brine.choir", output, size=(640, 480), second=1.0)
    assert first.read_bytes() == second.read_bytes()


def test_what_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unshowable, match="no node and no screen called 'attic'"):
        shot(tale.story(), ASSETS, "attic", tmp_path / "x.png")
    with pytest.raises(Unshowable, match="no fact called 'hush'"):
        at_node(tale.story(), "brine.door", {"hush": "3"})
    with pytest.raises(Unshowable, match="cannot be 'maybe'"):
        at_node(tale.story(), "brine.door", {"met(bram)": "maybe"})


def test_facts_are_as_asked() -> None:
    history = at_node(tale.story(), "brine.door", {"met(bram)": "yes"})
    assert history.state.values[tale.AT["met(bram)"]] == 1
