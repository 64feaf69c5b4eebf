"""The families of settings: a list beside the rows, or one name between two arrows where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.theme import GOLD300, GOLD500, VELLUM50, VELLUM300
from game.desktop.typeset import Style


def draw_families(
    surface: pygame.Surface,
    kit: Kit,
    names: Sequence[str],
    shown: int,
    rects: Sequence[pygame.Rect],
    *,
    wide: bool,
) -> None:
    """Draw them: a rectangle for each name where it is `wide`, else those of the two arrows."""
    if wide:
        _draw_list(surface, kit, names, shown, rects)
    else:
        _draw_turner(surface, kit, names[shown], rects[0], rects[1])


def _draw_list(
    surface: pygame.Surface, kit: Kit, names: Sequence[str], shown: int, rects: Sequence[pygame.Rect]
) -> None:
    theme = kit.theme
    for n, (name, rect) in enumerate(zip(names, rects, strict=True)):
        on = n == shown
        style = Style(Face.STRONG if on else Face.TEXT, theme.type(31), VELLUM50 if on else VELLUM300)
        if on:
            at = (rect.x + theme.px(12), rect.centery)
            kit.ornaments.diamond(surface, at, 8 * theme.unit + 1, GOLD300)
        kit.type.put(surface, name, rect.x + theme.px(34), rect.centery + style.size * 0.3, style)
    x = theme.px(316)
    ends = (x, theme.px(180)), (x, theme.height - theme.px(90))
    kit.ornaments.line(surface, *ends, max(1.0, theme.unit), GOLD500, 0.6, (0.1, 0.1))


def _draw_turner(
    surface: pygame.Surface, kit: Kit, name: str, back: pygame.Rect, forward: pygame.Rect
) -> None:
    theme = kit.theme
    style = Style(Face.LABEL, theme.type(30), GOLD300, 0.05)
    for sign, rect in (("back", back), ("forward", forward)):
        kit.ornaments.sign(surface, sign, rect.center, rect.width * 0.42, GOLD300, max(1.4, 2 * theme.unit))
    middle = (back.centerx + forward.centerx) / 2
    kit.type.put(surface, name, middle, back.centery + style.size * 0.3, style, 0.5)
    under = back.bottom + theme.px(4)
    kit.ornaments.rule(surface, theme.margin, theme.width - theme.margin, under, scale=theme.unit)
