"""Landscapes: grading, layers, parallax, life, beads, arrival and change of mood."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.desktop.landscape import Landscape
from game.desktop.picture import PictureError

SIZE = (320, 180)
RED, GREEN = (200, 40, 30), (20, 180, 60)


def painted(path: Path, size: tuple[int, int], colour: tuple[int, ...], *, alpha: bool = False) -> None:
    surface = pygame.Surface(size, pygame.SRCALPHA if alpha else 0, 32)
    surface.fill(colour)
    pygame.image.save(surface, path)


def view(folder: Path, **changes: Any) -> Path:
    """A red sky, a green block before it that moves most, a warm light added over both."""
    painted(folder / "sky.png", (340, 200), RED)
    painted(folder / "block.png", (60, 60), (*GREEN, 255), alpha=True)
    painted(folder / "light.png", (40, 40), (40, 30, 10))
    words = {
        "name": "test/view",
        "size": list(SIZE),
        "focal": [10, 20, 100, 90],
        "side": "left",
        "ground": 170,
        "layers": [
            {"name": "sky", "file": "sky.png", "at": [-10, -10], "depth": 0.0, "blend": "alpha"},
            {"name": "block", "file": "block.png", "at": [130, 60], "depth": 1.0, "blend": "alpha"},
            {
                "name": "light",
                "file": "light.png",
                "at": [0, 0],
                "depth": 0.2,
                "blend": "add",
                "light": "lamp",
            },
        ],
        "life": [{"kind": "beads", "name": "lamps", "after": "block", "at": [[250, 40, 6], [280, 40, 6]]}],
        "lights": {"lamp": {"flicker": 0.5, "period": 1.0}},
        "moods": {
            "commanded": {"saturation": -1.0},
            "night": {"multiply": "#808080"},
            "invited": {"add": "#000040"},
            "hush2": {"hush": 1.0, "pace": 0.0},
        },
    } | changes
    (folder / "view.json").write_text(json.dumps(words), encoding="utf-8")
    return folder


def drawn(landscape: Landscape, reveal: float = 1.0) -> pygame.Surface:
    canvas = pygame.Surface(SIZE, 0, 32)
    landscape.draw(canvas, reveal)
    return canvas


def near(colour: pygame.Color, wanted: tuple[int, int, int], by: int = 8) -> bool:
    return all(abs(a - b) <= by for a, b in zip(colour[:3], wanted, strict=True))


def left_edge(canvas: pygame.Surface) -> int:
    """The first x at which the green block is seen in the middle row."""
    return next(x for x in range(SIZE[0]) if near(canvas.get_at((x, 90)), GREEN))


def test_says_what_its_file_says(tmp_path: Path) -> None:
    landscape = Landscape.load(view(tmp_path), size=SIZE)
    assert (landscape.focal, landscape.side, landscape.ground) == (pygame.Rect(10, 20, 100, 90), "left", 170)
    assert landscape.beads == {"lamps": ((250, 40, 6), (280, 40, 6))}


def test_layers_lie_over_one_another_and_light_is_added(tmp_path: Path) -> None:
    canvas = drawn(Landscape.load(view(tmp_path), size=SIZE))
    assert near(canvas.get_at((300, 150)), RED)
    assert near(canvas.get_at((160, 90)), GREEN)
    assert canvas.get_at((20, 20)).r > RED[0] + 15


def test_a_larger_canvas_scales_everything(tmp_path: Path) -> None:
    landscape = Landscape.load(view(tmp_path), size=(640, 360))
    canvas = pygame.Surface((640, 360), 0, 32)
    landscape.draw(canvas)
    assert near(canvas.get_at((320, 180)), GREEN)
    assert (landscape.ground, landscape.beads["lamps"][0]) == (340, (500, 80, 12))


def test_a_mood_drains_colour_and_a_time_darkens_it(tmp_path: Path) -> None:
    folder = view(tmp_path)
    grey = drawn(Landscape.load(folder, "commanded", size=SIZE)).get_at((300, 150))
    assert max(grey[:3]) - min(grey[:3]) <= 8
    night = drawn(Landscape.load(folder, "found", "night", size=SIZE)).get_at((300, 150))
    assert near(night, (100, 20, 15))
    both = drawn(Landscape.load(folder, "invited", "night", size=SIZE)).get_at((300, 150))
    assert near(both, (100, 20, 47))


def test_an_unknown_mood_leaves_the_picture_as_it_is(tmp_path: Path) -> None:
    assert near(drawn(Landscape.load(view(tmp_path), "nowhere", size=SIZE)).get_at((300, 150)), RED)


def test_the_hush_takes_the_edges_first_and_the_middle_last(tmp_path: Path) -> None:
    folder = view(tmp_path, moods={"hush1": {"hush": 0.45}, "hush2": {"hush": 1.0}}, layers=view_layers()[:1])
    part = drawn(Landscape.load(folder, "hush1", size=SIZE))
    assert part.get_at((3, 3)).r - part.get_at((3, 3)).g < 30
    assert near(part.get_at((160, 90)), RED)
    whole = drawn(Landscape.load(folder, "hush2", size=SIZE))
    assert whole.get_at((3, 90)).r - whole.get_at((3, 90)).g < 30


def view_layers() -> list[dict[str, Any]]:
    return [
        {"name": "sky", "file": "sky.png", "at": [-10, -10], "depth": 0.0, "blend": "alpha"},
        {"name": "block", "file": "block.png", "at": [130, 60], "depth": 1.0, "blend": "alpha"},
    ]


def test_a_detail_is_seen_in_its_own_moods_only(tmp_path: Path) -> None:
    layers = view_layers()
    layers[1]["when"] = "commanded|invited"
    folder = view(tmp_path, layers=layers)
    assert near(drawn(Landscape.load(folder, "found", size=SIZE)).get_at((160, 90)), RED)
    assert near(drawn(Landscape.load(folder, "invited", size=SIZE)).get_at((160, 90)), (20, 180, 124))


def test_the_near_layer_answers_the_pointer_and_the_sky_does_not(tmp_path: Path) -> None:
    landscape = Landscape.load(view(tmp_path), size=SIZE)
    rest = left_edge(drawn(landscape))
    for _ in range(300):
        landscape.update(1 / 60, (1.0, 0.0), 0.0, still=False)
    moved = left_edge(drawn(landscape))
    assert moved < rest
    assert rest - moved <= 24
    for _ in range(300):
        landscape.update(1 / 60, (-1.0, 0.0), 0.0, still=False)
    assert left_edge(drawn(landscape)) > rest


def test_a_resting_pointer_does_not_make_the_picture_tremble(tmp_path: Path) -> None:
    """Whole-pixel steps go one way: no frame takes back the step of the frame before."""
    landscape = Landscape.load(view(tmp_path), size=SIZE)
    edges = []
    for frame in range(240):
        landscape.update(1 / 60, (0.5 + 0.004 * (frame % 2), 0.0), 0.0, still=False)
        edges.append(left_edge(drawn(landscape)))
    steps = [b - a for a, b in itertools.pairwise(edges) if a != b]
    assert steps
    assert all(step < 0 for step in steps[:3])
    assert not any(a * b < 0 and abs(a) == abs(b) == 1 for a, b in itertools.pairwise(edges) if a != b)


def test_reduced_motion_moves_nothing(tmp_path: Path) -> None:
    life = [{"kind": "smoke", "after": "block", "at": [160, 60], "alpha": 0.8}]
    landscape = Landscape.load(view(tmp_path, life=life), size=SIZE)
    landscape.update(0.0, (0.0, 0.0), 0.0, still=True)
    first = pygame.image.tobytes(drawn(landscape), "RGB")
    for _ in range(30):
        landscape.update(0.1, (1.0, 1.0), 0.5, still=True)
    assert pygame.image.tobytes(drawn(landscape), "RGB") == first


def test_a_light_flickers(tmp_path: Path) -> None:
    landscape = Landscape.load(view(tmp_path), size=SIZE)
    seen = set()
    for _ in range(40):
        landscape.update(0.05, (0.0, 0.0), 0.0, still=False)
        seen.add(drawn(landscape).get_at((10, 10)).r)
    assert len(seen) > 2


@pytest.mark.parametrize(
    "words",
    [
        {"kind": "smoke", "at": [160, 120], "alpha": 0.7},
        {"kind": "embers", "area": [100, 40, 100, 80]},
        {"kind": "birds", "area": [0, 20, 320, 80], "seconds": 8},
        {"kind": "mist", "area": [0, 60, 320, 60], "alpha": 0.9, "drift": [30, 0]},
        {"kind": "stars", "area": [0, 0, 320, 120]},
        {"kind": "fireflies", "area": [0, 60, 320, 80]},
        {"kind": "motes", "area": [0, 0, 320, 180], "colour": "#ffffff"},
        {"kind": "leaves", "area": [0, 0, 320, 180]},
        {"kind": "ripple", "at": [160, 120]},
        {"kind": "banner", "at": [160, 90]},
        {"kind": "banner", "at": [160, 90], "facing": "left"},
    ],
)
def test_every_kind_of_life_is_seen_and_moves(tmp_path: Path, words: dict[str, Any]) -> None:
    folder = view(tmp_path, life=[{"after": "sky", **words}], layers=view_layers()[:1], lights={})
    landscape = Landscape.load(folder, size=SIZE)
    empty = drawn(Landscape.load(view(tmp_path, life=[], layers=view_layers()[:1]), size=SIZE))
    frames = set()
    for _ in range(12):
        landscape.update(0.37, (0.0, 0.0), 0.0, still=False)
        frames.add(pygame.image.tobytes(drawn(landscape), "RGB"))
    assert len(frames) > 4
    assert pygame.image.tobytes(empty, "RGB") not in frames


def test_the_hush_stops_what_moves(tmp_path: Path) -> None:
    life = [{"kind": "mist", "after": "sky", "area": [0, 60, 320, 60], "drift": [40, 0]}]
    landscape = Landscape.load(view(tmp_path, life=life), "hush2", size=SIZE)
    before = pygame.image.tobytes(drawn(landscape), "RGB")
    landscape.update(2.0, (0.0, 0.0), 0.0, still=False)
    assert pygame.image.tobytes(drawn(landscape), "RGB") == before


def test_a_swaying_layer_bends_at_its_free_end_only(tmp_path: Path) -> None:
    layers = view_layers()
    layers[1] |= {"sway": {"amp": 6, "period": 1.0, "anchor": "top"}, "depth": 0.1}
    landscape = Landscape.load(view(tmp_path, layers=layers), size=SIZE)
    tops, bottoms = set(), set()
    for _ in range(20):
        landscape.update(0.05, (0.0, 0.0), 0.0, still=False)
        canvas = drawn(landscape)
        tops.add(next(x for x in range(SIZE[0]) if near(canvas.get_at((x, 62)), GREEN)))
        bottoms.add(next(x for x in range(SIZE[0]) if near(canvas.get_at((x, 116)), GREEN)))
    assert len(tops) == 1
    assert max(bottoms) - min(bottoms) >= 10


def test_a_bead_flares_and_stays_lit(tmp_path: Path) -> None:
    landscape = Landscape.load(view(tmp_path), size=SIZE)
    dark = drawn(landscape).get_at((250, 40))
    landscape.light("lamps", 0, (120, 200, 255))
    flare = drawn(landscape).get_at((262, 40))
    assert flare.b > dark.b + 4
    for _ in range(60):
        landscape.update(0.05, (0.0, 0.0), 0.0, still=True)
    canvas = drawn(landscape)
    assert canvas.get_at((250, 40)).g > dark.g + 40
    assert canvas.get_at((262, 40)).b <= flare.b
    assert near(canvas.get_at((280, 40)), tuple(dark[:3]), by=10)
    landscape.light("lamps", 99, RED)
    landscape.light("nothing", 0, RED)


def test_a_place_arrives_layer_by_layer(tmp_path: Path) -> None:
    landscape = Landscape.load(view(tmp_path), size=SIZE)
    assert near(drawn(landscape, 0.0).get_at((300, 150)), (0, 0, 0), by=2)
    some = drawn(landscape, 0.55)
    assert some.get_at((300, 150)).r > 120
    assert some.get_at((160, 100)).g < 150
    assert near(drawn(landscape, 1.0).get_at((160, 90)), GREEN)


def test_a_command_lands_evenly_within_its_beat_and_halts_all(tmp_path: Path) -> None:
    folder = view(tmp_path)
    landscape = Landscape.load(folder, size=SIZE)
    landscape.become(Landscape.load(folder, "commanded", size=SIZE), "command", seconds=1.0)
    reds = []
    for _ in range(4):
        reds.append(drawn(landscape).get_at((300, 150)).r)
        landscape.update(0.25, (0.0, 0.0), 0.0, still=False)
    assert not landscape.turning
    reds.append(drawn(landscape).get_at((300, 150)).r)
    steps = [a - b for a, b in itertools.pairwise(reds)]
    assert max(steps) - min(steps) <= 12
    assert steps[0] > 15


def test_an_invitation_turns_the_back_before_the_front(tmp_path: Path) -> None:
    folder = view(tmp_path)
    landscape = Landscape.load(folder, size=SIZE)
    landscape.become(Landscape.load(folder, "invited", size=SIZE), "invitation", seconds=4.0)
    landscape.update(1.5, (0.0, 0.0), 0.0, still=False)
    canvas = drawn(landscape)
    sky, block = canvas.get_at((300, 150)).b - RED[2], canvas.get_at((160, 90)).b - GREEN[2]
    assert sky > block
    landscape.update(3.0, (0.0, 0.0), 0.0, still=False)
    assert not landscape.turning
    assert near(drawn(landscape).get_at((160, 90)), (20, 180, 124))


def test_a_detail_that_only_one_mood_has_comes_and_goes(tmp_path: Path) -> None:
    layers = view_layers()
    layers[1]["when"] = "invited"
    folder = view(tmp_path, layers=layers)
    found, invited = (Landscape.load(folder, mood, size=SIZE) for mood in ("found", "invited"))
    found.become(invited, "invitation", seconds=1.0)
    assert near(drawn(found).get_at((160, 90)), RED)
    found.update(2.0, (0.0, 0.0), 0.0, still=False)
    assert near(drawn(found).get_at((160, 90)), (20, 180, 124))
    found.become(Landscape.load(folder, "found", size=SIZE), "invitation", seconds=1.0)
    found.update(0.9, (0.0, 0.0), 0.0, still=False)
    assert drawn(found).get_at((160, 90)).g < 140
    found.update(0.9, (0.0, 0.0), 0.0, still=False)
    assert near(drawn(found).get_at((160, 90)), RED)


def test_lit_beads_outlast_a_change_of_mood(tmp_path: Path) -> None:
    folder = view(tmp_path)
    landscape = Landscape.load(folder, size=SIZE)
    landscape.light("lamps", 1, (255, 200, 120))
    landscape.become(Landscape.load(folder, "invited", size=SIZE), "soft", seconds=0.5)
    for _ in range(30):
        landscape.update(0.05, (0.0, 0.0), 0.0, still=True)
    assert drawn(landscape).get_at((280, 40)).g > RED[1] + 40


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"layers": [{"name": "gone", "file": "gone.png", "at": [0, 0]}]}, "gone.png"),
        ({"focal": [1, 2]}, "'focal' should be 4 numbers"),
        ({"moods": {"found": {"multiply": "crimson"}}}, "'crimson' is not a colour"),
        ({"moods": {"found": {"saturation": "much"}}}, "'much' is not a number"),
        ({"life": [{"kind": "smoke", "after": "sky", "at": [1]}]}, "'at' should be 2 numbers"),
    ],
)
def test_a_broken_view_says_what_is_wrong(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(PictureError, match=r"view\.json") as caught:
        Landscape.load(view(tmp_path, **changes), size=SIZE)
    assert says in str(caught.value)


def test_a_missing_view_says_so(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="cannot be read"):
        Landscape.load(tmp_path)
