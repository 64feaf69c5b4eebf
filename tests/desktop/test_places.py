"""Every view that ships can be shown, in its moods, and keeps what a view promises."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.desktop.landscape import Landscape
from game.desktop.life import KINDS
from game.desktop.picture import Picture, load

PLACES = Path(__file__).parents[2] / "assets" / "places"
VIEWS = sorted(path.parent for path in PLACES.rglob("view.json"))
LARGEST = 1_300_000
MOODS = {"found", "commanded", "invited", "hush1", "hush2", "hush3", "night", "dawn"}

views = pytest.mark.parametrize("folder", VIEWS, ids=lambda folder: folder.relative_to(PLACES).as_posix())


@lru_cache(maxsize=4)
def picture(folder: Path, mood: str, time: str = "") -> Picture:
    return load(folder, mood, time, (1280, 720))


def words(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "view.json").read_text(encoding="utf-8"))


def test_there_are_views() -> None:
    assert VIEWS


@views
@pytest.mark.parametrize(("mood", "time"), [("found", "night"), ("commanded", "dawn"), ("invited", "")])
def test_a_view_fills_its_canvas_in_every_mood(folder: Path, mood: str, time: str) -> None:
    """No corner stays unpainted, wherever the pointer is."""
    landscape = Landscape(picture(folder, mood, time))
    for pointer in ((0.0, 0.0), (1.0, 1.0), (-1.0, -1.0)):
        for _ in range(8):
            landscape.update(0.5, pointer, 0.0, still=False)
        canvas = pygame.Surface((1280, 720), 0, 32)
        canvas.fill((0, 255, 0))
        landscape.draw(canvas)
        for corner in ((0, 0), (1279, 0), (0, 719), (1279, 719)):
            assert tuple(canvas.get_at(corner))[:3] != (0, 255, 0)


@views
def test_moods_look_different(folder: Path) -> None:
    looks = set()
    for mood in ("found", "hush3"):
        canvas = pygame.Surface((1280, 720), 0, 32)
        Landscape(picture(folder, mood)).draw(canvas)
        looks.add(tuple(pygame.transform.average_color(canvas))[:3])
    assert len(looks) == 2


@views
def test_a_view_has_beads_to_answer_a_song(folder: Path) -> None:
    beads = Landscape(picture(folder, "found")).beads
    assert sum(len(points) for points in beads.values()) >= 8
    for points in beads.values():
        assert all(-40 <= x <= 1320 and -24 <= y <= 744 and radius > 0 for x, y, radius in points)


@views
def test_a_view_says_what_the_game_understands(folder: Path) -> None:
    said = words(folder)
    assert set(said["moods"]) >= MOODS
    names = {layer["name"] for layer in said["layers"]}
    assert len(names) == len(said["layers"])
    assert {entry["kind"] for entry in said["life"]} <= {*KINDS, "beads"}
    assert {entry["after"] for entry in said["life"]} <= names
    assert {layer["light"] for layer in said["layers"] if "light" in layer} <= set(said["lights"])
    assert pygame.Rect(0, 0, 1280, 720).contains(picture(folder, "found").focal)


@views
def test_a_view_is_small_and_carries_nothing_it_does_not_use(folder: Path) -> None:
    said = words(folder)
    used = {layer["file"] for layer in said["layers"]} | {"view.json", said.get("hush", "view.json")}
    assert {path.name for path in folder.iterdir()} == used
    assert sum(path.stat().st_size for path in folder.iterdir()) < LARGEST
    moving = [layer for layer in said["layers"] if not layer.get("when")]
    assert len(moving) <= 11
