"""A melody as notes on a staff: for the songbook, on paper, and wherever a motif is shown."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.pitches import draw_head, draw_ledgers, draw_sign_at, head_width, step_y
from game.desktop.theme import CRIMSON500, INKBROWN, INKRED
from game.desktop.typeset import Style
from game.model.song import Motif
from game.view.scales import Written

CLEF: Final = "\U0001d11e"
REST: Final = "\U0001d13d"
STEM_TURNS: Final = 4
"""From the middle line on, stems point down."""


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
    written: Written | None = None,
) -> None:
    """Draw a motif into a rectangle whose foot is the staff's lowest line; rests only if they are known.

    `upto` draws so many phrases only; `lit` is the note that sounds at this moment. What is `written` has the
    signs of its key; without it degree 1 stands on the lowest line.
    """
    theme, ornaments = kit.theme, kit.ornaments
    gap = rect.height / 4
    foot = rect.bottom
    ornaments.stave(surface, rect.left, rect.right, foot, gap, ink, 0.8, max(1.0, 1.3 * theme.unit))
    left = float(rect.left) + theme.px(10)
    if clef:
        size = gap * 4
        left += kit.type.put(surface, CLEF, left, foot, Style(Face.MUSIC, size, ink)) + gap * 0.3
    if written is not None:
        draw_head(surface, kit, written.head, (left, foot), gap, ink)
        left += head_width(written.head, gap)
    left += gap * 0.5
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
        line = max(1, degree) - 1 if written is None else written.notes[max(1, degree) - 1].step
        y = step_y(line, foot, gap)
        stem = gap * 2.9 if line < STEM_TURNS else -gap * 2.9
        draw_ledgers(surface, kit, line, (x, foot), gap, ink)
        own = written.own_sign(max(1, degree)) if written is not None else None
        if own is not None:
            draw_sign_at(surface, kit, own, (x - size * 1.25, y), size, ink)
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
