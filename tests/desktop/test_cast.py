"""People on the stage: they come and go, change softly, blink, speak, sing, and cost little."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.desktop.cast import Figure
from game.desktop.cast_life import Blinker, Talker
from game.desktop.cast_picture import Picture, Ribbon, blank, moved

GROUND = (12, 10, 20)
SIZE = (300, 240)
STEP = 1 / 60


def painted(folder: Path, name: str, size: tuple[int, int], colour: str, *, half: bool = False) -> None:
    """A block of colour; with `half`, only its right half."""
    surface = pygame.Surface(size, pygame.SRCALPHA, 32)
    area = (size[0] // 2, 0, size[0] // 2, size[1]) if half else surface.get_rect()
    surface.fill(pygame.Color(colour), area)
    pygame.image.save(surface, folder / name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A person of coloured blocks: a body that points right, a face, a lock of hair, an arm."""
    colours = {
        "still": "#00ff00",
        "blink": "#004400",
        "a": "#0000ff",
        "b": "#00ffff",
        "sung": "#ff00ff",
        "warm": "#ffff00",
    }
    for name, colour in colours.items():
        painted(tmp_path, f"{name}.png", (20, 20), colour)
    painted(tmp_path, "body.png", (60, 60), "#ff0000", half=True)
    painted(tmp_path, "hair.png", (10, 60), "#ffffff")
    painted(tmp_path, "arm.png", (30, 10), "#808080")
    head = {
        "name": "head",
        "at": [40, 20],
        "faces": {"calm": "still.png", "singing": "sung.png", "warm": "warm.png"},
        "blink": {"calm": "blink.png", "singing": "blink.png", "warm": "blink.png"},
        "speak": {"calm": ["a.png", "b.png"], "singing": ["a.png", "b.png"], "warm": ["a.png", "b.png"]},
    }
    body = {"name": "body", "file": "body.png", "at": [20, 40]}
    hair = {
        "name": "hair",
        "file": "hair.png",
        "at": [2, 20],
        "sway": {"amp": 6, "period": 2.0, "anchor": "top"},
    }
    arm = {"name": "arm", "file": "arm.png", "at": [60, 60], "play": {"turn": 20, "pivot": [60, 65]}}
    person = {
        "name": "block",
        "size": [100, 100],
        "foot": [50, 100],
        "facing": "right",
        "poses": {"stand": {"parts": [body, hair, head]}, "play": {"parts": [body, hair, head, arm]}},
        "halo": {"centre": [50, 30], "radius": 30, "beads": [[10, 10], [90, 10]], "colour": "#ffffff"},
    }
    (tmp_path / "person.json").write_text(json.dumps(person), encoding="utf-8")
    return tmp_path


@pytest.fixture
def stage() -> pygame.Surface:
    """An empty picture."""
    surface = pygame.Surface(SIZE, 0, 32)
    surface.fill(GROUND)
    return surface


def drawn(figure: Figure, **options: Any) -> pygame.Surface:
    """The figure with its foot at (150, 200) on an empty picture."""
    surface = pygame.Surface(SIZE, 0, 32)
    surface.fill(GROUND)
    figure.draw(surface, 150, 200, **options)
    return surface


def face(figure: Figure) -> tuple[int, ...]:
    """The colour in the middle of the face of the figure of blocks."""
    return tuple(drawn(figure).get_at((150, 130)))[:3]


def lapse(figure: Figure, seconds: float, *, still: bool = False, beat: float = 0.0) -> None:
    for _ in range(round(seconds / STEP)):
        figure.update(STEP, beat, still)


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def test_a_figure_stands_with_its_foot_where_it_is_put(folder: Path) -> None:
    """The block's right half ends at its box's base, and nothing is drawn below the ground."""
    picture = drawn(Figure.load(folder, "right"))
    assert tuple(picture.get_at((165, 199)))[:3] == (255, 0, 0)
    assert tuple(picture.get_at((165, 200)))[:3] == GROUND
    assert tuple(picture.get_at((135, 190)))[:3] == GROUND


def test_facing_the_other_way_mirrors_the_figure(folder: Path) -> None:
    left, right = drawn(Figure.load(folder, "left")), drawn(Figure.load(folder, "right"))
    assert tuple(left.get_at((134, 190)))[:3] == (255, 0, 0)
    assert tuple(left.get_at((165, 190)))[:3] == GROUND
    # The foot is the middle of the box, so the two are each other's mirror image about it.
    mirrored = pygame.transform.flip(right.subsurface((100, 100, 100, 100)), flip_x=True, flip_y=False)
    pairs = zip(pixels(mirrored), pixels(left.subsurface((100, 100, 100, 100))), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / 30_000 < 1.0


def test_height_scales_the_figure(folder: Path) -> None:
    picture = drawn(Figure.load(folder, "right"), height=310)
    assert tuple(picture.get_at((157, 195)))[:3] == (255, 0, 0)
    assert tuple(picture.get_at((150, 165)))[:3] == (0, 255, 0)
    assert tuple(picture.get_at((150, 130)))[:3] == GROUND


def test_an_expression_changes_softly_and_completely(folder: Path) -> None:
    figure = Figure.load(folder, "right")
    figure.show(None, "warm")
    assert face(figure) == (0, 255, 0)
    lapse(figure, 0.1, still=True)
    red, green, blue = face(figure)
    assert 20 < red < 235
    assert green > 240
    assert blue < 15
    lapse(figure, 0.3, still=True)
    assert face(figure) == (255, 255, 0)


def test_unknown_names_fall_back_and_never_raise(folder: Path) -> None:
    figure = Figure.load(folder, "right")
    figure.show("handstand", "warm")
    lapse(figure, 0.4, still=True)
    assert face(figure) == (255, 255, 0)
    figure.show("play", "bilious")
    lapse(figure, 0.4, still=True)
    assert face(figure) == (0, 255, 0)
    assert tuple(drawn(figure).get_at((170, 165)))[:3] == (128, 128, 128)


def test_whoever_is_not_lit_is_a_shade_darker(folder: Path) -> None:
    figure = Figure.load(folder, "right")
    figure.lit = 0.0
    lapse(figure, 0.1, still=True)
    between = face(figure)[1]
    lapse(figure, 2.0, still=True)
    dark = face(figure)[1]
    assert 100 < dark < between < 255
    figure.lit = 1.0
    lapse(figure, 2.0, still=True)
    assert face(figure) == (0, 255, 0)


def test_coming_and_going(folder: Path, stage: pygame.Surface) -> None:
    """One enters from a side, fading and sliding; once gone, nothing is drawn, until one comes back."""
    figure = Figure.load(folder, "right")
    figure.enter("left")
    empty = pixels(stage)
    assert pixels(drawn(figure)) == empty
    lapse(figure, 0.25)
    half = drawn(figure)
    assert pixels(half) != empty
    assert tuple(half.get_at((150, 130)))[:3] != (0, 255, 0)
    lapse(figure, 0.35)
    assert not figure.gone
    assert face(figure)[1] > 60
    figure.leave()
    lapse(figure, 0.3)
    assert not figure.gone
    lapse(figure, 0.3)
    assert figure.gone
    assert pixels(drawn(figure)) == empty
    figure.enter("right")
    lapse(figure, 0.6)
    assert not figure.gone


def test_entering_slides_in_from_that_side(folder: Path) -> None:
    def left_edge(side: str) -> int:
        figure = Figure.load(folder, "right")
        figure.enter(side)
        lapse(figure, 0.25, still=True)
        picture = drawn(figure)
        return next(x for x in range(SIZE[0]) if tuple(picture.get_at((x, 130)))[:3] != GROUND)

    assert left_edge("left") < left_edge("right")


def test_speaking_moves_the_mouth_and_silence_shuts_it(folder: Path) -> None:
    figure = Figure.load(folder, "right")
    figure.speaking = True
    seen = set()
    for _ in range(240):
        figure.update(STEP, 0.0, still=False)
        seen.add(face(figure))
    assert {(0, 0, 255), (0, 255, 255), (0, 255, 0)} <= seen
    figure.speaking = False
    lapse(figure, 0.1)
    assert face(figure) in {(0, 255, 0), (0, 68, 0)}


def test_singing_follows_the_beat(folder: Path) -> None:
    """Whoever sings has a singer's face, which comes and goes as softly as any other."""
    figure = Figure.load(folder, "right")
    figure.singing = True
    lapse(figure, 0.05, still=True)
    assert 0 < face(figure)[0] < 255
    lapse(figure, 0.3, still=True)
    assert face(figure) == (255, 0, 255)
    lapse(figure, 0.1, beat=3.2)
    assert face(figure) == (0, 255, 255)
    lapse(figure, 0.1, beat=3.8)
    assert face(figure) == (0, 0, 255)
    figure.singing = False
    lapse(figure, 0.4, still=True)
    assert face(figure) == (0, 255, 0)


def test_an_arm_plays_while_one_sings_and_rests_otherwise(folder: Path) -> None:
    figure = Figure.load(folder, "right")
    figure.show("play", None)
    lapse(figure, 0.4, beat=0.5)
    resting = drawn(figure).subsurface((175, 140, 40, 60))
    assert tuple(resting.get_at((10, 25)))[:3] == (128, 128, 128)
    figure.singing = True
    lapse(figure, 1.0, beat=0.5)
    playing = drawn(figure).subsurface((175, 140, 40, 60))
    assert pixels(playing) != pixels(resting)


def test_hair_sways_and_is_held_at_its_root(folder: Path) -> None:
    """Its tip moves by several pixels, its root by none."""
    figure = Figure.load(folder, "right")

    def edge(y: int) -> int:
        picture = drawn(figure)
        return next(x for x in range(90, 140) if picture.get_at((x, y))[0] > 120)

    roots, tips = set(), set()
    for _ in range(150):
        figure.update(STEP, 0.0, still=False)
        roots.add(edge(121))
        tips.add(edge(176))
    assert max(roots) - min(roots) == 0
    assert max(tips) - min(tips) >= 4


def test_still_means_still(folder: Path) -> None:
    """Reduced motion: nothing moves by itself, whoever speaks or sings; changes still fade."""
    figure = Figure.load(folder, "right")
    figure.speaking = True
    lapse(figure, 0.5, still=True)
    before = pixels(drawn(figure))
    lapse(figure, 5.0, still=True, beat=2.5)
    assert pixels(drawn(figure)) == before


def test_a_bead_lights_and_dies_away(folder: Path) -> None:
    figure = Figure.load(folder, "right")
    before = drawn(figure).get_at((110, 110))[0]
    figure.bead(0)
    bright = drawn(figure).get_at((110, 110))[0]
    lapse(figure, 0.35, still=True)
    dimmer = drawn(figure).get_at((110, 110))[0]
    lapse(figure, 0.35, still=True)
    assert before == drawn(figure).get_at((110, 110))[0] < dimmer < bright
    figure.bead(3)
    assert drawn(figure).get_at((190, 110))[0] > 200


@pytest.mark.parametrize(
    ("wrong", "fault"), [("{", ValueError), ('{"name": "x"}', ValueError), (None, OSError)]
)
def test_a_folder_that_is_no_person_says_so(
    tmp_path: Path, wrong: str | None, fault: type[Exception]
) -> None:
    if wrong is not None:
        (tmp_path / "person.json").write_text(wrong, encoding="utf-8")
    with pytest.raises(fault):
        Figure.load(tmp_path)


def test_a_picture_between_pixels_keeps_its_weight() -> None:
    """Moving by half a pixel neither loses nor adds light, and moves the middle of it by half a pixel."""
    surface = blank((20, 9))
    pygame.draw.rect(surface, (200, 100, 50, 255), (6, 2, 8, 5))
    half = moved(surface, 0.5, down=False)

    def weight(s: pygame.Surface) -> tuple[float, float]:
        reds = [(x, s.get_at((x, y))[0]) for x in range(s.get_width()) for y in range(s.get_height())]
        total = sum(red for _, red in reds)
        return total, sum(x * red for x, red in reds) / total

    (before, middle), (after, shifted) = weight(surface), weight(half)
    assert after == pytest.approx(before, rel=0.02)
    assert shifted - middle == pytest.approx(2.5, abs=0.05)


def test_steps_between_pixels_are_counted_from_the_place() -> None:
    picture = Picture(blank((8, 8)), (10, 20), down=4)
    assert [picture.moved_by(0, y)[1] for y in (0, 0.3, -0.3, 1.0)] == [
        (10, 18),
        (10, 18),
        (10, 17),
        (10, 19),
    ]
    ribbon = Ribbon(blank((8, 8)), (10, 20), down=1)
    assert [at for _, at in ribbon.bent([0.0, 1.3], 2.0)] == [(8, 22), (9, 26)]


def test_blinking_is_irregular_seeded_and_short() -> None:
    def closed(seed: str) -> list[int]:
        blinker, times = Blinker(seed), []
        for frame in range(60 * 60):
            blinker.update(STEP)
            if blinker.closed:
                times.append(frame)
        return times

    times = closed("lysandra")
    assert times == closed("lysandra") != closed("maren")
    starts = [t for t in times if t - 1 not in times]
    assert 8 < len(starts) < 30
    assert len({b - a for a, b in itertools.pairwise(starts)}) > 5
    assert len(times) / len(starts) * STEP < 0.2


def test_a_mouth_at_rest_is_shut() -> None:
    talker = Talker("x")
    talker.speak(0.2)
    assert talker.shape
    talker.rest()
    assert talker.shape == 0
