"""The head of the reading column: the place, its note on a small staff, and the view's name."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.area import Area
from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.theme import GOLD300, VELLUM300
from game.desktop.typeset import Style
from game.view.page import Page

NOTES: Final = ("E", "F", "G", "A", "B", "C", "D", "E′", "F′")
"""The notes of the nine strings, lowest first."""


def staff_with_note(
    surface: pygame.Surface, kit: Kit, note: str, at: tuple[float, float], ink: str, scale: float = 1.0
) -> float:
    """Five short lines with a place's note, their lowest left end at a point; the width they take."""
    gap = 6 * kit.theme.unit * scale
    width = 58 * kit.theme.unit * scale
    x, y = at
    kit.ornaments.stave(surface, x, x + width, y, gap, ink, 0.9, max(0.8, kit.theme.unit))
    plain = note.replace("'", "′")
    if plain in NOTES:
        kit.ornaments.notehead(surface, (x + width / 2, y - NOTES.index(plain) * gap / 2), gap, GOLD300)
    return width


def draw_header(surface: pygame.Surface, kit: Kit, page: Page, area: Area, accent: str) -> None:
    """Draw the column's head above its text."""
    theme, text, y = kit.theme, area.text, area.header
    place = Style(Face.LABEL, theme.type(28), GOLD300, 0.06)
    x = float(text.x)
    grown = theme.text / (28 * theme.unit)
    if page.note:
        x += (
            staff_with_note(surface, kit, page.note, (x, y + 2 * theme.unit), accent, grown)
            + theme.px(18) * grown
        )
    used = kit.type.put(surface, page.place_name, x, y, place)
    view = Style(Face.ITALIC, theme.type(24), VELLUM300)
    room = text.right - x - used - theme.px(20)
    if page.view_name and kit.type.width(page.view_name, view) <= room:
        kit.type.put(surface, page.view_name, text.right, y, view, 1.0)
    under = y + theme.px(24) * grown**0.5
    kit.ornaments.line(surface, (text.x, under), (text.right, under), max(1.0, theme.unit), accent, 0.6)
