"""Colours that can be read, areas that fit, pictures that are cropped where it does no harm."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.area import reading_area
from game.desktop.crop import Crop
from game.desktop.theme import (
    CANVAS,
    CRIMSON300,
    GOLD300,
    GOLD500,
    INK950,
    VELLUM100,
    VELLUM300,
    VELLUM500,
    Theme,
    mixed,
)

SIZES = st.tuples(st.integers(640, 3840), st.integers(480, 2160))


def luminance(value: str) -> float:
    tone = pygame.Color(value)
    parts = [c / 255 for c in (tone.r, tone.g, tone.b)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("ink", "least"),
    [
        (VELLUM100, 11.0),
        (VELLUM300, 7.0),
        (VELLUM500, 4.5),
        (GOLD500, 6.5),
        (GOLD300, 7.0),
        (CRIMSON300, 5.5),
    ],
)
def test_text_can_be_read_even_over_a_white_picture(ink: str, least: float) -> None:
    assert contrast(ink, mixed("#FFFFFF", INK950, 0.86)) >= least


def test_a_thinner_panel_makes_past_text_lighter() -> None:
    thin = Theme(1280, 720, panel=0.8)
    assert contrast(thin.past, mixed("#FFFFFF", INK950, 0.8)) >= 4.5


@given(SIZES, st.sampled_from([22, 25, 28, 32, 37, 44, 56]), st.sampled_from(["left", "right"]))
def test_the_column_is_in_the_window_and_wide_enough(size: tuple[int, int], text: int, side: str) -> None:
    theme = Theme(*size, text_size=text)
    area = reading_area(theme, side)
    window = pygame.Rect((0, 0), size)
    assert window.contains(area.panel)
    assert window.contains(area.text)
    assert area.panel.contains(area.text) or area.whole
    assert not area.panel.colliderect(area.free)
    assert area.text.width / (theme.text * 0.44) >= 24
    assert area.text.height > theme.lead * 4


@given(SIZES)
def test_a_crop_covers_the_window_and_stays_in_the_canvas(size: tuple[int, int]) -> None:
    crop = Crop.cover(size, pygame.Rect(600, 100, 400, 500), pygame.Rect((0, 0), size))
    source = crop.source(pygame.Rect((0, 0), size))
    assert pygame.Rect((0, 0), CANVAS).contains(source)
    assert abs(source.width * crop.scale - size[0]) <= crop.scale + 1
    assert abs(source.height * crop.scale - size[1]) <= crop.scale + 1


def test_what_matters_stays_in_view() -> None:
    """In a narrow window the part with the focal rectangle is kept, beside the column."""
    focal = pygame.Rect(440, 100, 200, 500)
    free = pygame.Rect(0, 0, 460, 600)
    crop = Crop.cover((800, 600), focal, free)
    x, _ = crop.to_window(focal.centerx, focal.centery)
    assert free.left <= x <= free.right
