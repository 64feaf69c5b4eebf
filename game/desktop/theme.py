"""Colours, and every length of the interface, from the window's size and the player's text size.

Lengths are written as they are at 1080 lines and turned into window pixels by `Theme.px`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pygame

INK950: Final = "#0B0A14"
INK900: Final = "#13111F"
INK800: Final = "#1E1A30"
INK700: Final = "#2C2744"
VELLUM50: Final = "#FBF4E4"
VELLUM100: Final = "#F3E9D6"
VELLUM300: Final = "#CDC1AC"
VELLUM500: Final = "#A39984"
GOLD300: Final = "#F4DDA6"
GOLD500: Final = "#D9B26A"
GOLD700: Final = "#8F7040"
CRIMSON300: Final = "#FF8A8F"
CRIMSON500: Final = "#E23B4B"
CRIMSON700: Final = "#8C1C2E"
COMMANDED: Final = "#C4474F"
PAPER: Final = "#EBDFC4"
INKBROWN: Final = "#2B1A1F"
INKBROWN2: Final = "#5A4238"
INKRED: Final = "#9A1B2C"
GILTBROWN: Final = "#9A6B23"
OLIVE: Final = "#7A5312"

STRINGS: Final = (
    ("#E8505B", "disc"),
    ("#F08A4B", "diamond"),
    ("#F2C14E", "triangle"),
    ("#A8C256", "square"),
    ("#4FB99F", "drop"),
    ("#5AB1E0", "hexagon"),
    ("#8E8DF0", "star"),
    ("#F7A8AE", "ring"),
    ("#FFD0A6", "open diamond"),
)
"""The nine strings, lowest first: a colour and a shape each."""

CANVAS: Final = (1280, 720)
"""The size at which pictures are drawn."""

LEADINGS: Final = {"close": 1.36, "even": 1.5, "open": 1.72}
"""From baseline to baseline, in parts of the text size."""
SMALLEST_TEXT: Final = 16
PALE_PANEL: Final = 0.85
"""Beneath this opacity of the panel, past text has to be lighter to be read over a white picture."""
NARROWEST_MEASURE: Final = 36
"""Characters a line beneath which the reading column takes the whole window."""


def colour(value: str, alpha: float = 1.0) -> pygame.Color:
    """A hexadecimal colour as pygame's, with an opacity of 0–1."""
    made = pygame.Color(value)
    made.a = round(255 * max(0.0, min(1.0, alpha)))
    return made


def mixed(one: str, other: str, share: float) -> str:
    """The colour that lies `share` (0–1) of the way from one to the other."""
    a, b = pygame.Color(one), pygame.Color(other)
    r, g, bl = (round(x + (y - x) * share) for x, y in zip((a.r, a.g, a.b), (b.r, b.g, b.b), strict=True))
    return f"#{r:02X}{g:02X}{bl:02X}"


@dataclass(frozen=True, slots=True)
class Theme:
    """The lengths for one window and one set of reading preferences, in window pixels."""

    width: int
    height: int
    text_size: int = 28
    spacing: str = "even"
    tracking: float = 0.0
    """Extra space between letters, in parts of the text size."""
    panel: float = 0.86
    """The opacity of ink behind text."""
    contrast: bool = False
    still: bool = False
    """Whether motion is reduced to short fades."""

    @property
    def unit(self) -> float:
        """How many window pixels one pixel at 1080 lines takes."""
        return min(self.height / 1080, self.width / 1440)

    def px(self, length: float) -> int:
        """A length at 1080 lines in whole window pixels, at least 1."""
        return max(1, round(length * self.unit))

    @property
    def grown(self) -> float:
        """How much larger text is, against the window, than by default."""
        return self.text / (28 * self.unit)

    @property
    def text(self) -> float:
        """The reading size in window pixels."""
        return max(float(SMALLEST_TEXT), self.text_size * self.unit)

    def type(self, size: float) -> float:
        """A type size at 1080 lines, grown with the player's text size."""
        return size / 28 * self.text

    def display(self, size: float) -> float:
        """A heading's size, which grows less than the text does."""
        return size * self.unit * (1 + (self.grown - 1) * 0.3)

    @property
    def lead(self) -> float:
        """The distance from baseline to baseline of reading text."""
        return self.text * LEADINGS.get(self.spacing, 1.5)

    @property
    def margin(self) -> int:
        """The margin of a full-window screen."""
        return self.px(104)

    @property
    def past(self) -> str:
        """The colour of text already read."""
        return VELLUM300 if self.contrast or self.panel < PALE_PANEL else VELLUM500

    @property
    def words(self) -> str:
        """The colour of text."""
        return "#FFFFFF" if self.contrast else VELLUM100
