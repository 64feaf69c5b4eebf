"""Faces by role, found among the baked typefaces; a face that is missing is replaced by the system's."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final

import pygame


class Face(StrEnum):
    """What a piece of text is for; which typeface that means is the player's choice."""

    TEXT = "text"
    ITALIC = "italic"
    STRONG = "strong"
    STRONG_ITALIC = "strong italic"
    DISPLAY = "display"
    DISPLAY_ITALIC = "display italic"
    LABEL = "label"
    VALUE = "value"
    VALUE_STRONG = "value strong"
    KEY = "key"
    MUSIC = "music"


READING: Final = {
    "crimson": ("CrimsonPro-400", "CrimsonPro-400i", "CrimsonPro-500", "CrimsonPro-500i"),
    "alegreya": ("AlegreyaSans-400", "AlegreyaSans-400i", "AlegreyaSans-500", "AlegreyaSans-400i"),
    "atkinson": (
        "AtkinsonHyperlegible-400",
        "AtkinsonHyperlegible-400i",
        "AtkinsonHyperlegible-700",
        "AtkinsonHyperlegible-400i",
    ),
    "dyslexic": ("OpenDyslexic-400", "OpenDyslexic-400i", "OpenDyslexic-700", "OpenDyslexic-400i"),
}
"""Typeface: upright, italic, strong, strong italic."""

RELATIVE_SIZE: Final = {"crimson": 1.0, "alegreya": 1.0, "atkinson": 0.9, "dyslexic": 0.78}
"""How large a typeface is set so that all of them look equally large."""

FIXED: Final = {
    Face.DISPLAY: "CormorantGaramond-500",
    Face.DISPLAY_ITALIC: "CormorantGaramond-500i",
    Face.LABEL: "AlegreyaSansSC-500",
    Face.VALUE: "AlegreyaSans-400",
    Face.VALUE_STRONG: "AlegreyaSans-500",
    Face.KEY: "AlegreyaSans-700",
    Face.MUSIC: "NotoMusic-400",
}

ELSEWHERE: Final = (
    "notosans,notoserif,notosanscjkjp,notosanscjk,dejavusans,segoeui,arialunicodems,msgothic,arial"
)
"""Where to look for writing that the game's own faces do not have."""

LAST_OWN_LETTER: Final = "\u024f"
OWN_SIGNS: Final = frozenset(
    "–—‘’“”…‚„•·′″€→\u2009\u202f\U0001d11e\U0001d122\U0001d13b\U0001d13c\U0001d13d\U0001d13e"
)


class Fonts:
    """Opens faces at a size in pixels, each once."""

    def __init__(self, folder: Path) -> None:
        pygame.font.init()
        self._folder = folder
        self._open: dict[tuple[str, int], pygame.font.Font] = {}

    def font(self, face: Face, typeface: str, size: int) -> pygame.font.Font:
        """The face for a role at a size."""
        return self._file(_stem(face, typeface), size)

    def foreign(self, size: int) -> pygame.font.Font:
        """A face of the system for letters that the game's own faces lack."""
        key = ("", size)
        if key not in self._open:
            self._open[key] = pygame.font.Font(pygame.font.match_font(ELSEWHERE), size)
        return self._open[key]

    def _file(self, stem: str, size: int) -> pygame.font.Font:
        key = (stem, size)
        if key not in self._open:
            path = self._folder / stem.partition("-")[0] / f"{stem}.ttf"
            self._open[key] = pygame.font.Font(path, size) if path.is_file() else self.foreign(size)
        return self._open[key]


def relative_size(face: Face, typeface: str) -> float:
    """How large to set a face so that it looks as large as its size says."""
    return 1.0 if face in FIXED else RELATIVE_SIZE.get(typeface, 1.0)


def is_own(text: str) -> bool:
    """Whether the game's own faces have every letter of the text."""
    return all(letter <= LAST_OWN_LETTER or letter in OWN_SIGNS for letter in text)


def _stem(face: Face, typeface: str) -> str:
    if face in FIXED:
        return FIXED[face]
    styles = READING.get(typeface, READING["crimson"])
    return styles[(Face.TEXT, Face.ITALIC, Face.STRONG, Face.STRONG_ITALIC).index(face)]
