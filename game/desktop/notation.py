"""A melody as notes on a staff: for the songbook, on paper, and wherever a motif is shown."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.theme import CRIMSON500, INKBROWN, INKRED
from game.desktop.typeset import Style
from game.model.song import Motif

CLEF: Final = "\U0001d11e"
REST: Final = "\U0001d13d"
STEM_TURNS: Final = 5
"""From this degree on, stems point down."""


def draw_melody(
    surface: pygame.Surface,
    kit: Kit,
    motif: Motif,
    rect: pygame.Rect,
    *,
    ink: str = INKBROWN,
    rests: bool = True,
    upto: int | None = None,
    lit: int = -1,
    clef: bool = True,
) -> None:
    """Draw a motif into a rectangle whose foot is the staff's lowest line; rests only if they are known.

    `upto` draws so many phrases only; `lit` is the note that sounds at this moment.
    """
    theme, ornaments = kit.theme, kit.ornaments
    gap = rect.height / 4
    foot = rect.bottom
    ornaments.stave(surface, rect.left, rect.right, foot, gap, ink, 0.8, max(1.0, 1.3 * theme.unit))
    left = float(rect.left) + theme.px(10)
    if clef:
        size = gap * 4
        left += kit.type.put(surface, CLEF, left, foot, Style(Face.MUSIC, size, ink)) + gap * 0.8
    right = rect.right - theme.px(16)
    ornaments.line(surface, (right, rect.top), (right, foot), max(1.0, 1.5 * theme.unit), ink, 0.9)
    ornaments.line(
        surface,
        (rect.right - theme.px(4), rect.top),
        (rect.right - theme.px(4), foot),
        max(2.0, 5 * theme.unit),
        ink,
        0.9,
    )
    phrases = motif.phrases[:upto] if upto is not None else motif.phrases
    signs: list[int | None] = []
    for number, phrase in enumerate(phrases, 1):
        signs += phrase
        if rests and number <= motif.rests:
            signs.append(None)
    if not signs:
        return
    step = (right - left - gap * 0.6) / len(signs)
    size = min(gap, step * 0.78)
    note = 0
    for place, degree in enumerate(signs):
        x = left + step * (place + 0.5)
        if degree is None:
            _rest(
                surface,
                kit,
                x,
                foot,
                gap,
                min(step * 0.46, gap * 1.1),
                INKRED if ink == INKBROWN else CRIMSON500,
            )
            continue
        y = foot - (max(1, degree) - 1) * gap / 2
        stem = gap * 2.9 if degree < STEM_TURNS else -gap * 2.9
        if note == lit:
            ornaments.ring(
                surface,
                (x, y),
                gap * 0.95,
                max(1.2, 2 * theme.unit),
                INKRED if ink == INKBROWN else "#FFF6DC",
            )
        ornaments.notehead(surface, (x, y), size, ink, stem)
        note += 1


def _rest(
    surface: pygame.Surface, kit: Kit, x: float, foot: float, gap: float, half: float, ink: str
) -> None:
    """A crimson rest in its oval."""
    kit.type.put(surface, REST, x, foot - gap + 1, Style(Face.MUSIC, gap * 3.7, ink), 0.5)
    height = round(gap * 5.2)
    rect = pygame.Rect(round(x - half), round(foot - gap * 2 - height / 2), round(half * 2), height)
    kit.ornaments.box(surface, rect, half, ink, 0.9, width=max(1.0, 1.6 * kit.theme.unit))
