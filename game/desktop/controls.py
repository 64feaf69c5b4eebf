"""The rows of the settings: a label, and words to choose from, a string with a bead, a switch, or a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop.fonts import READING, Face
from game.desktop.inputs import Verb
from game.desktop.kit import Kit
from game.desktop.settings_table import Kind, Row, told
from game.desktop.theme import GOLD300, GOLD500, GOLD700, INK950, VELLUM50, VELLUM100, VELLUM300, VELLUM500
from game.desktop.typeset import Style, Typesetter
from game.desktop.wash import key_cap, key_width, wash
from game.saves import Settings, allowed
from game.saves.settings import Setting

ROW: Final = 70
"""How high a row is, at 1080 lines."""


@dataclass(frozen=True, slots=True)
class Target:
    """A part of a row that can be pressed, and the value that it stands for; None takes the row itself."""

    rect: pygame.Rect
    value: Setting | None


@dataclass(frozen=True, slots=True)
class Control:
    """A row that has its place: where it is, and what in it can be pressed."""

    row: Row
    rect: pygame.Rect
    targets: tuple[Target, ...]
    slider: pygame.Rect | None


class Controls:
    """Lays rows out and draws them."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.row: float = ROW
        """How high the rows of one line are, at 1080 lines."""

    def place(self, rows: tuple[Row, ...], x: int, y: int, width: int) -> tuple[Control, ...]:
        """The rows from a point downwards, in a width; those too wide for one line take two."""
        made = []
        for row in rows:
            control = self._place(row, x, y, width)
            made.append(control)
            y += control.rect.height
        return tuple(made)

    def _label(self, *, focused: bool) -> Style:
        return Style(
            Face.STRONG if focused else Face.TEXT,
            self._kit.theme.type(28),
            VELLUM50 if focused else VELLUM100,
        )

    def _word(self) -> Style:
        return Style(Face.TEXT, self._kit.theme.type(26), VELLUM300)

    def _place(self, row: Row, x: int, y: int, width: int) -> Control:
        kit, theme = self._kit, self._kit.theme
        height = round(theme.type(self.row))
        label = kit.type.width(row.label, self._label(focused=True))
        wide = self._control_width(row)
        two = label + wide + theme.px(30) > width
        rect = pygame.Rect(x, y, width, height + (round(theme.type(46)) if two else 0))
        line = rect.bottom - height // 2 - (round(theme.type(6)) if two else 0)
        right = rect.right
        targets: list[Target] = []
        slider = None
        if row.kind is Kind.WORDS:
            left = right - wide
            for value, word in row.words.items():
                span = round(kit.type.width(word, self._word()))
                box = pygame.Rect(round(left), 0, span, height - 6)
                box.centery = line
                targets.append(Target(box.inflate(theme.px(24), 0), value))
                left += span + self._gap()
        elif row.kind is Kind.SLIDER:
            slider = pygame.Rect(0, 0, round(theme.px(260)), height - 6)
            slider.midright = (round(right - theme.type(92)), line)
            targets.append(Target(slider.inflate(theme.px(30), 0), None))
        else:
            targets.append(Target(rect, None))
        return Control(row, rect, tuple(targets), slider)

    def _gap(self) -> float:
        return self._kit.theme.type(32)

    def _control_width(self, row: Row) -> float:
        theme = self._kit.theme
        match row.kind:
            case Kind.WORDS:
                widths = [self._kit.type.width(word, self._word()) for word in row.words.values()]
                return sum(widths) + self._gap() * (len(widths) - 1)
            case Kind.SLIDER:
                return theme.px(260) + theme.type(92)
            case Kind.SWITCH:
                return theme.type(130)
            case _:
                return theme.type(120)

    # How they look

    def draw(
        self,
        surface: pygame.Surface,
        control: Control,
        settings: Settings,
        *,
        focused: bool,
        waiting: bool = False,
    ) -> None:
        """Draw a row; `waiting` for the key that is to be pressed."""
        kit, theme = self._kit, self._kit.theme
        rect = control.rect
        if focused:
            box = rect.inflate(theme.px(48), -round(theme.type(8)))
            wash(surface, box, GOLD500, 0.24, max(2, theme.px(3)))
        label = self._label(focused=focused)
        first = rect.top + round(theme.type(self.row / 2))
        kit.type.put(surface, control.row.label, rect.x, first + label.size * 0.3, label)
        line = (
            control.targets[0].rect.centery
            if control.row.kind in (Kind.WORDS, Kind.SLIDER)
            else rect.bottom - round(theme.type(self.row / 2))
        )
        match control.row.kind:
            case Kind.WORDS:
                self._words(surface, control, getattr(settings, control.row.name))
            case Kind.SLIDER:
                self._slider(surface, control, line, getattr(settings, control.row.name), focused=focused)
            case Kind.SWITCH:
                self._switch(surface, rect.right, line, on=bool(getattr(settings, control.row.name)))
            case Kind.KEY:
                self._key(surface, control, line, waiting=waiting)
            case _:
                kit.ornaments.sign(
                    surface,
                    "forward",
                    (rect.right - theme.px(20), line),
                    theme.type(24),
                    GOLD300,
                    max(1.2, 2 * theme.unit),
                )

    def _words(self, surface: pygame.Surface, control: Control, chosen: Setting) -> None:
        kit, theme = self._kit, self._kit.theme
        plain = kit.type.typeface
        for target in control.targets:
            value = target.value
            on = value == chosen
            word = control.row.words[value] if value is not None else ""
            style = Style(Face.TEXT, self._word().size, GOLD300 if on else VELLUM300)
            own = str(value) if control.row.name == "typeface" and value in READING else plain
            self._in_face(kit.type, own, surface, word, target.rect, style)
            if on:
                y = target.rect.centery + style.size * 0.66
                x0, x1 = target.rect.x + theme.px(12), target.rect.right - theme.px(12)
                kit.ornaments.line(surface, (x0, y), (x1, y), max(1.0, 2 * theme.unit), GOLD300)
                kit.ornaments.diamond(surface, ((x0 + x1) / 2, y), 5 * theme.unit + 1, GOLD300)

    @staticmethod
    def _in_face(
        setter: Typesetter, typeface: str, surface: pygame.Surface, word: str, rect: pygame.Rect, style: Style
    ) -> None:
        """A word in a typeface of its own, made to fit where the player's typeface would put it."""
        before, setter.typeface = setter.typeface, typeface
        width = setter.width(word, style)
        room = rect.width
        size = style.size * min(1.0, room / width) if width else style.size
        setter.put(
            surface,
            word,
            rect.centerx,
            rect.centery + style.size * 0.3,
            Style(style.face, size, style.colour),
            0.5,
        )
        setter.typeface = before

    def _slider(
        self, surface: pygame.Surface, control: Control, line: int, value: Setting, *, focused: bool
    ) -> None:
        kit, theme = self._kit, self._kit.theme
        slider = control.slider
        if slider is None:
            return
        values = allowed(control.row.name)
        share = values.index(value) / (len(values) - 1) if value in values else 0.0
        x0, x1 = slider.x, slider.right
        at = x0 + (x1 - x0) * share
        kit.ornaments.line(surface, (x0, line), (x1, line), max(1.0, 2 * theme.unit), VELLUM500, 0.75)
        kit.ornaments.line(surface, (x0, line), (at, line), max(1.2, 3 * theme.unit), GOLD500)
        if len(values) <= 9:  # noqa: PLR2004 (more marks than that are a smear)
            for n in range(len(values)):
                x = x0 + (x1 - x0) * n / (len(values) - 1)
                kit.ornaments.line(
                    surface,
                    (x, line - theme.px(6)),
                    (x, line + theme.px(7)),
                    max(1.0, 1.5 * theme.unit),
                    VELLUM500,
                    0.9,
                )
        kit.ornaments.rosette(surface, (at, line), (14 if focused else 11) * theme.unit + 1, GOLD300)
        style = Style(Face.VALUE, theme.type(25), VELLUM100)
        kit.type.put(
            surface, told(control.row.name, value), control.rect.right, line + style.size * 0.3, style, 1.0
        )

    def _switch(self, surface: pygame.Surface, right: int, line: int, *, on: bool) -> None:
        kit, theme = self._kit, self._kit.theme
        height = round(theme.type(30))
        width = round(theme.type(62))
        rect = pygame.Rect(right - width, 0, width, height)
        rect.centery = line
        kit.ornaments.box(surface, rect, height / 2, GOLD700 if on else INK950, 0.8)
        kit.ornaments.box(
            surface, rect, height / 2, GOLD300 if on else VELLUM500, 0.95, width=max(1.0, 1.5 * theme.unit)
        )
        knob = (rect.right - height / 2 if on else rect.left + height / 2, line)
        kit.ornaments.ring(
            surface, knob, height * 0.29, 1, GOLD300 if on else VELLUM500, GOLD300 if on else VELLUM500
        )
        style = Style(Face.VALUE, theme.type(25), VELLUM100)
        kit.type.put(
            surface, "on" if on else "off", rect.left - theme.px(16), line + style.size * 0.3, style, 1.0
        )

    def _key(self, surface: pygame.Surface, control: Control, line: int, *, waiting: bool) -> None:
        kit = self._kit
        name = "press a key" if waiting else kit.key_name(Verb(control.row.name))
        width = key_width(kit, name, 21)
        key_cap(
            surface,
            kit,
            name,
            (control.rect.right - width / 2, line),
            GOLD300 if waiting else VELLUM100,
            size=21,
        )
