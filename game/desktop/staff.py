"""The staff of a performance: beads that tell notes by pitch, height, number, colour and shape; and rests."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import pygame

from game.desktop import motion
from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.notation import CLEF, REST
from game.desktop.pitches import DEGREES, TOP_LINE, draw_head, draw_ledgers, head_width, put_name, step_y
from game.desktop.theme import (
    CRIMSON300,
    CRIMSON500,
    CRIMSON700,
    GOLD300,
    STRINGS,
    VELLUM50,
    VELLUM100,
    VELLUM300,
)
from game.desktop.typeset import Style
from game.view.scales import Written
from game.view.songs import Bead, BeadState, Performance

SINCE_FOREVER: Final = 99.0
TREMBLE: Final = 0.3
"""How far a bead is put aside by a wrong note, in gaps of the staff."""
TREMBLES: Final = 9.0
"""To and fro in a second."""


@dataclass(slots=True)
class Staff:
    """Where the staff is, and when each of its beads was lit."""

    kit: Kit
    rect: pygame.Rect
    """From the highest line to the lowest."""
    written: Written
    """How the song's notes are written on it."""
    under: float = 0.0
    """How much further beneath the lines than usual names stand, in gaps: there are notes beneath them."""
    lit: dict[int, float] = field(default_factory=dict)
    """For every bead that was sung: seconds since."""
    _trembled: float = SINCE_FOREVER
    """Seconds since a wrong note."""

    def tremble(self) -> None:
        """Let the bead whose turn it is tremble: another string was plucked."""
        self._trembled = 0.0

    @property
    def gap(self) -> float:
        """What lies between two lines."""
        return self.rect.height / 4

    @property
    def foot(self) -> float:
        """Beneath everything that is written under the lines."""
        size = min(self.gap * 0.84, self.kit.theme.type(25))
        return self._names_y + size * 1.5

    @property
    def _names_y(self) -> float:
        """The baseline of the notes' names."""
        return self.rect.bottom + self.gap * (1.95 + self.under)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self.lit = {bead: age + seconds for bead, age in self.lit.items()}
        self._trembled += seconds

    @property
    def moving(self) -> bool:
        """Whether a bead still flares."""
        return self._trembled < motion.BEAD or any(age < motion.BEAD for age in self.lit.values())

    def places(self, performance: Performance) -> Mapping[int, float]:
        """The x of every bead that is shown: as many as have room, the one whose turn it is among them."""
        left = self.rect.x + self.gap * 3.3 + head_width(self.written.head, self.gap)
        right = self.rect.right - self.gap * 1.2
        room = max(3, int((right - left) // (self.gap * 1.75)))
        count = len(performance.beads)
        shown = min(room, count)
        half = max(1, shown // 2)
        first = 0 if count <= room else min(max(0, (performance.at - 1) // half * half), count - shown)
        step = (right - left) / max(1, shown)
        return {first + n: left + step * (n + 0.5) for n in range(shown)}

    def draw(self, surface: pygame.Surface, performance: Performance, waited: float) -> None:
        """Draw the staff; `waited` 0–1 is how much of the rest has passed where songs follow the beat."""
        kit, theme, ornaments = self.kit, self.kit.theme, self.kit.ornaments
        gap, foot = self.gap, self.rect.bottom
        ornaments.stave(
            surface, self.rect.left, self.rect.right, foot, gap, GOLD300, 0.85, max(1.0, 1.5 * theme.unit)
        )
        ornaments.line(
            surface, (self.rect.x, self.rect.top), (self.rect.x, foot), max(1.0, 2 * theme.unit), GOLD300, 0.9
        )
        for away, width in ((gap * 0.25, 2.0), (gap * 0.05, 5.0)):
            ornaments.line(
                surface,
                (self.rect.right - away, self.rect.top),
                (self.rect.right - away, foot),
                max(1.0, width * theme.unit),
                GOLD300,
                0.9,
            )
        kit.type.put(surface, CLEF, self.rect.x + gap * 0.5, foot, Style(Face.MUSIC, gap * 4, GOLD300))
        draw_head(surface, kit, self.written.head, (self.rect.x + gap * 3.3, foot), gap, GOLD300)
        places = self.places(performance)
        step = min(
            (b - a for a, b in pairwise(places.values())),
            default=gap * 3,
        )
        for index, x in places.items():
            bead = performance.beads[index]
            if bead.rest:
                self._rest(
                    surface, bead, x, min(gap * 1.8, step * 0.5), here=index == performance.at, waited=waited
                )
            else:
                here = index == performance.at
                self._bead(surface, bead, index, x + (self._aside() if here else 0.0), here=here)
        for edge, index in (
            (min(places, default=0), 0),
            (max(places, default=0), len(performance.beads) - 1),
        ):
            if edge != index:
                left = self.rect.x + gap * 2.9 + head_width(self.written.head, gap)
                x = left if index == 0 else self.rect.right - gap * 0.8
                kit.type.put(surface, "…", x, foot + gap * 1.3, Style(Face.TEXT, gap, VELLUM300), 0.5)

    def _aside(self) -> float:
        """How far the bead whose turn it is stands aside, in pixels; with reduced motion it does not."""
        if self._trembled >= motion.BEAD or self.kit.theme.still:
            return 0.0
        left = 1 - self._trembled / motion.BEAD
        return self.gap * TREMBLE * left * math.sin(self._trembled * TREMBLES * math.tau)

    def _bead(self, surface: pygame.Surface, bead: Bead, index: int, x: float, *, here: bool) -> None:
        kit, theme = self.kit, self.kit.theme
        degree = bead.degree or 0
        sung = bead.state is BeadState.SUNG
        step = self.written.notes[degree - 1].step if degree else TOP_LINE // 2
        y = step_y(step, self.rect.bottom, self.gap)
        radius = min(self.gap * 0.58, theme.px(18))
        ink = STRINGS[degree - 1][0] if degree else GOLD300
        if sung:
            flare = max(0.0, 1 - self.lit.get(index, SINCE_FOREVER) / motion.BEAD)
            kit.ornaments.glow(surface, (x, y), radius * (2.4 + 1.2 * flare), ink, 0.35 + 0.6 * flare)
        if here:
            kit.ornaments.ring(surface, (x, y), radius * 1.75, max(1.2, 2 * theme.unit), VELLUM50)
        if degree:
            draw_ledgers(surface, kit, step, (x, self.rect.bottom), self.gap, GOLD300)
            kit.ornaments.bead(surface, (x, y), radius, degree, lit=sung)
            style = Style(
                Face.KEY, min(self.gap * 0.84, theme.type(25)), VELLUM50 if sung or here else VELLUM100
            )
            note = self.written.notes[degree - 1]
            put_name(surface, kit, note, x, self._names_y, style, prime=degree > DEGREES, align=0.5)
            number = Style(Face.VALUE_STRONG, style.size * 0.9, VELLUM100)
            kit.type.put(surface, str(degree), x, self._names_y + style.size * 1.15, number, 0.5)
        else:
            kit.ornaments.ring(
                surface, (x, y), radius, max(1.5, 2.4 * theme.unit), GOLD300, GOLD300 if sung else ""
            )
            length = "long" if bead.beats >= 1 else "short"
            style = Style(Face.VALUE, min(self.gap * 0.8, theme.type(23)), VELLUM100)
            kit.type.put(surface, length, x, self._names_y, style, 0.5)

    def _rest(
        self, surface: pygame.Surface, bead: Bead, x: float, half: float, *, here: bool, waited: float
    ) -> None:
        kit, theme, ornaments = self.kit, self.kit.theme, self.kit.ornaments
        gap, middle = self.gap, self.rect.centery
        if here:
            height = round(gap * 5.8)
            capsule = pygame.Rect(round(x - half), round(middle - height / 2), round(half * 2), height)
            ornaments.glow(surface, (x, middle), gap * 4.2, CRIMSON500, 0.5)
            ornaments.box(surface, capsule, half, "#3A0A14", 0.86)
            ornaments.box(surface, capsule, half, CRIMSON500, width=max(1.5, 2.5 * theme.unit))
            ornaments.ring(surface, (x, middle), half * 0.62, max(2.0, 4 * theme.unit), CRIMSON700)
            if waited > 0:
                ornaments.arc(surface, (x, middle), half * 0.62, max(2.0, 4 * theme.unit), CRIMSON300, waited)
        ink = {BeadState.OVER: CRIMSON500, BeadState.HEARD: GOLD300}.get(
            bead.state, "#FFE3E0" if here else CRIMSON300
        )
        kit.type.put(surface, REST, x, self.rect.bottom - gap + 1, Style(Face.MUSIC, gap * 3.4, ink), 0.5)
        y = self._names_y - gap * 0.2
        if bead.state is BeadState.OVER:
            side = round(gap * 0.44)
            surface.fill(pygame.Color(CRIMSON500), (round(x - side / 2), round(y - side / 2), side, side))
        elif bead.state is BeadState.HEARD:
            ornaments.ring(surface, (x, y), gap * 0.24, max(1.4, 2.4 * theme.unit), GOLD300)
        elif here:
            style = Style(Face.LABEL, min(gap * 0.84, theme.type(25)), "#FFC4BE", 0.05)
            kit.type.put(surface, "rest", x, self._names_y, style, 0.5)
