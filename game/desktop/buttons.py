"""Round signs to press: the row at the top of the picture, and the large harp in its corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desktop.fonts import Face
from game.desktop.inputs import Point, Verb
from game.desktop.kit import Kit
from game.desktop.panel import plate
from game.desktop.theme import CRIMSON300, GOLD300, GOLD500, INK950, VELLUM50, VELLUM100, VELLUM300
from game.desktop.typeset import Style
from game.desktop.wash import key_cap


@dataclass(frozen=True, slots=True)
class Button:
    """A sign that can be pressed: what it asks for, and how it is called when it is pointed at."""

    sign: str
    verb: Verb
    name: str


SIGNS: Sequence[Button] = (
    Button("menu", Verb.LEAVE, "Menu"),
    Button("history", Verb.HISTORY, "History"),
    Button("journal", Verb.JOURNAL, "Journal"),
    Button("web", Verb.WEB, "The web of lives"),
    Button("book", Verb.SONGBOOK, "Songbook"),
)


class Buttons:
    """The signs and the harp, along one side of the free part of the window."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._places: list[tuple[Button, pygame.Rect]] = []
        self._harp = pygame.Rect(0, 0, 1, 1)
        self._mirrored = False
        self._in_band = False
        self.pointed: Verb | None = None

    def place(self, free: pygame.Rect, *, mirrored: bool, in_band: bool) -> None:
        """Stand along the left edge of the free part, or along its right one; in a band all in one row."""
        theme = self._kit.theme
        self._mirrored, self._in_band = mirrored, in_band
        target = max(theme.px(52), min(44, theme.px(66)))
        step = max(theme.px(58), target)
        y = free.top + (
            theme.px(60) if not in_band else max(target // 2 + 4, min(theme.px(60), free.height // 2))
        )
        places = []
        for index, button in enumerate(SIGNS):
            x = free.left + theme.px(64) + index * step
            if mirrored:
                x = free.right - theme.px(64) - (len(SIGNS) - 1 - index) * step
            rect = pygame.Rect(0, 0, target, target)
            rect.center = (x, y)
            places.append((button, rect))
        self._places = places
        side = theme.px(100) if not in_band else max(44, theme.px(76))
        self._harp = pygame.Rect(0, 0, side, side)
        if in_band:
            self._harp.center = (free.right - theme.px(64), y)
        else:
            self._harp.center = (
                free.right - theme.px(92) if mirrored else free.left + theme.px(88),
                free.bottom - theme.px(92),
            )

    def verb_at(self, at: Point) -> Verb | None:
        """What pressing at a point asks for."""
        if self._harp.collidepoint(at):
            return Verb.HARP
        return next((button.verb for button, rect in self._places if rect.collidepoint(at)), None)

    def draw(self, surface: pygame.Surface, accent: str, *, listening: bool, pulse: float) -> None:
        """Draw all of them; the harp wears a dotted ring if something listens, breathing with `pulse` 0–1."""
        theme, ornaments = self._kit.theme, self._kit.ornaments
        for button, rect in self._places:
            pointed = self.pointed is button.verb
            radius = max(theme.px(22), 12)
            ornaments.ring(
                surface,
                rect.center,
                radius,
                max(1.0, theme.unit),
                GOLD500 if pointed else INK950,
                INK950,
                0.75 if pointed else 0.42,
            )
            ornaments.sign(
                surface,
                button.sign,
                rect.center,
                radius * 1.2,
                GOLD300 if pointed else VELLUM100,
                max(1.2, 1.8 * theme.unit),
            )
        self._draw_harp(surface, accent, listening=listening, pulse=pulse)
        for button, rect in self._places:
            if self.pointed is button.verb:
                self._draw_name(surface, button.name, self._kit.key_name(button.verb), rect)
        if self.pointed is Verb.HARP:
            self._draw_name(surface, "Take the harp", "", self._harp)

    def _draw_harp(self, surface: pygame.Surface, accent: str, *, listening: bool, pulse: float) -> None:
        theme, ornaments = self._kit.theme, self._kit.ornaments
        centre = self._harp.center
        radius = self._harp.width * 0.44
        pointed = self.pointed is Verb.HARP
        if pointed:
            ornaments.glow(surface, centre, radius * 2.2, GOLD500, 0.5)
        ornaments.ring(surface, centre, radius, max(1.2, 1.5 * theme.unit), accent, INK950, 0.66)
        ornaments.ring(surface, centre, radius - max(3.0, 6 * theme.unit), max(0.7, 0.8 * theme.unit), accent)
        ornaments.sign(
            surface, "harp", centre, radius * 1.12, VELLUM50 if pointed else GOLD300, max(1.3, 2 * theme.unit)
        )
        if listening:
            ornaments.glow(surface, centre, radius * 1.7, CRIMSON300, 0.10 + 0.14 * pulse)
            ornaments.dotted_ring(
                surface, centre, radius + max(5.0, 8 * theme.unit), CRIMSON300, max(1.6, 2.6 * theme.unit)
            )
        if not self._in_band:
            key_cap(
                surface,
                self._kit,
                self._kit.key_name(Verb.HARP),
                (centre[0], centre[1] + radius + theme.px(14)),
                VELLUM300,
                size=17,
            )

    def _draw_name(self, surface: pygame.Surface, name: str, key: str, rect: pygame.Rect) -> None:
        """The name of a sign on a plate beside it."""
        kit, theme = self._kit, self._kit.theme
        style = Style(Face.VALUE, theme.type(22), VELLUM50)
        words = f"{name}   {key}" if key else name
        width = kit.type.width(words, style)
        box = pygame.Rect(0, 0, round(width + style.size * 1.4), round(style.size * 1.7))
        if rect is self._harp and not self._in_band:
            box.midleft = (rect.right + theme.px(8), rect.centery)
            if self._mirrored:
                box.midright = (rect.left - theme.px(8), rect.centery)
        else:
            box.midtop = (rect.centerx, rect.bottom + theme.px(2))
        box.clamp_ip(surface.get_rect().inflate(-theme.px(16), -theme.px(16)))
        plate(surface, box, kit.ornaments, 0.86)
        kit.type.put(surface, words, box.centerx, box.centery + style.size * 0.3, style, 0.5)
