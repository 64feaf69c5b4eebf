"""The choices of a page: laid out beneath its text, pointed at, focused, taken; nine to a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop import motion
from game.desktop.fonts import Face
from game.desktop.inputs import Input, Verb
from game.desktop.kit import Kit
from game.desktop.passage import spans
from game.desktop.theme import GOLD300, GOLD500, VELLUM50, VELLUM300, VELLUM500
from game.desktop.typeset import Paragraph, Style
from game.desktop.wash import key_cap, wash
from game.view.page import PageChoice

NINE: Final = 9
INDENT: Final = 52
"""How far a choice's words stand in, at 1080 lines."""
FOCUSED_WIDER: Final = 1.0
"""How much wider a line is at most in the weight of the focus, in parts of the text size."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a choice, or the step to its next page."""

    choice: PageChoice | None
    number: int
    words: Paragraph
    strong: Paragraph
    reason: Paragraph | None
    top: float
    height: float


class ChoiceList:
    """Choices beneath a text; `top` of a row counts from the list's top."""

    def __init__(self, kit: Kit, choices: Sequence[PageChoice], width: float) -> None:
        self._kit = kit
        self._choices = tuple(choices)
        self._width = width
        self.page = 0
        self.focus = 0
        self.pointed: int | None = None
        self.pressed = False
        self.lay_out(width)

    @property
    def pages(self) -> int:
        """How many pages of nine there are."""
        return max(1, -(-len(self._choices) // NINE))

    @property
    def open(self) -> tuple[PageChoice, ...]:
        """Every choice that can be taken."""
        return tuple(choice for choice in self._choices if choice.open)

    def lay_out(self, width: float) -> None:
        """Break the lines for a width in pixels."""
        kit, theme = self._kit, self._kit.theme
        grown = theme.text / 28
        lead = theme.lead * 38 / 42
        indent = INDENT * grown
        rows: list[Row] = []
        y = 0.0
        shown = self._choices[self.page * NINE : (self.page + 1) * NINE]
        for number, choice in enumerate(shown, 1):
            tone = theme.words if choice.open else theme.past
            style = Style(Face.TEXT, theme.text, tone, theme.tracking)
            strong = Style(Face.STRONG, theme.text, VELLUM50, theme.tracking)
            room = width - indent - 14 * grown
            words = kit.type.paragraph(spans(choice.runs, Face.TEXT, Face.ITALIC), room, style, lead)
            bold = kit.type.paragraph(spans(choice.runs, Face.STRONG, Face.STRONG_ITALIC), room, strong, lead)
            if len(bold.lines) > len(words.lines):
                # What just fits on a line in the weight of the rest breaks as it will when focused.
                narrower = max(1.0, room - FOCUSED_WIDER * theme.text)
                words = kit.type.paragraph(spans(choice.runs, Face.TEXT, Face.ITALIC), narrower, style, lead)
            aside = Style(Face.ITALIC, theme.type(25), theme.past, theme.tracking)
            why = choice.reason_runs
            reason = (
                kit.type.paragraph(spans(why, Face.ITALIC, Face.TEXT), room, aside, lead * 0.94)
                if why
                else None
            )
            height = max(words.height, bold.height) + (reason.height if reason else 0.0) + 16 * grown
            rows.append(Row(choice, number, words, bold, reason, y, height))
            y += height
        if self.pages > 1:
            label = f"More ({self.page + 1} of {self.pages})"
            style = Style(Face.ITALIC, theme.text, GOLD300)
            words = kit.type.plain(label, width - indent, style, lead)
            rows.append(Row(None, 0, words, words, None, y, words.height + 16 * grown))
            y += rows[-1].height
        self.rows = tuple(rows)
        self.height = y
        self._width = width
        self.focus = min(self.focus, max(0, len(rows) - 1))

    def handle(self, put_in: Input, left: float, top: float) -> PageChoice | None:
        """The choice that an input takes, if it takes one; the list has its top left at a point."""
        match put_in.verb:
            case Verb.UP | Verb.DOWN if self.rows:
                self.focus = (self.focus + (1 if put_in.verb is Verb.DOWN else -1)) % len(self.rows)
                self.pointed = None
            case Verb.LEFT | Verb.RIGHT if self.pages > 1:
                self.turn(1 if put_in.verb is Verb.RIGHT else -1)
            case Verb.NUMBER if put_in.number <= len(self.rows):
                return self._take(put_in.number - 1)
            case Verb.TAKE if self.rows:
                return self._take(self.focus)
            case Verb.POINT:
                self.pointed = self._row_at(put_in.at, left, top)
            case Verb.PRESS:
                self.pointed = self._row_at(put_in.at, left, top)
                self.pressed = self.pointed is not None
            case Verb.RELEASE:
                was, self.pressed = self.pressed, False
                row = self._row_at(put_in.at, left, top)
                if was and row is not None:
                    return self._take(row)
        return None

    def turn(self, step: int) -> None:
        """Show the next nine, or those before."""
        self.page = (self.page + step) % self.pages
        self.focus, self.pointed = 0, None
        self.lay_out(self._width)

    def draw(self, surface: pygame.Surface, x: float, y: float, accent: str, alpha: float) -> None:
        """Draw the list with its top left at a point."""
        for index, row in enumerate(self.rows):
            self._draw_row(surface, row, x, y + row.top, accent, alpha, index)

    def _draw_row(
        self, surface: pygame.Surface, row: Row, x: float, y: float, accent: str, alpha: float, index: int
    ) -> None:
        kit, theme = self._kit, self._kit.theme
        grown = theme.text / 28
        closed = row.choice is not None and not row.choice.open
        focused = index == self.focus and not closed
        pointed = index == self.pointed and not closed
        if (focused or pointed) and alpha > 0.5:  # noqa: PLR2004 (half-way into the fade)
            strength = 0.46 if self.pressed and pointed else 0.26 if focused else 0.13
            rect = pygame.Rect(
                round(x - theme.px(24)),
                round(y - 2 * grown),
                round(self._width + theme.px(48)),
                round(row.height - 6 * grown),
            )
            wash(surface, rect, accent, strength, bar=max(2, theme.px(3)) if focused else 0)
        words = row.strong if focused else row.words
        baseline = y + kit.type.first_baseline(words)
        middle = baseline - kit.type.cap(words.style) / 2
        if row.choice is not None:
            tone = GOLD300 if focused or pointed else VELLUM500 if closed else VELLUM300
            key_cap(surface, kit, "–" if closed else str(row.number), (x + 16 * grown, middle), tone, alpha)
        indent = INDENT * grown
        for line in words.lines:
            kit.type.put_line(surface, line, x + indent, baseline, words.style, alpha)
            baseline += words.lead
        if row.reason:
            baseline -= words.lead - row.reason.lead
            for line in row.reason.lines:
                kit.type.put_line(surface, line, x + indent, baseline, row.reason.style, alpha)
                baseline += row.reason.lead
        marked = row.choice is not None and row.choice.taken_before and kit.settings.marks
        if marked and alpha > 0.5:  # noqa: PLR2004 (half-way into the fade)
            kit.ornaments.diamond(
                surface, (x + self._width - 6 * grown, middle), 6 * grown, GOLD500, max(1.0, 1.3 * grown)
            )

    def _take(self, index: int) -> PageChoice | None:
        row = self.rows[index]
        if row.choice is None:
            self.turn(1)
            return None
        self.focus = index
        if row.choice.open:
            return row.choice
        self._kit.sound.effect("refuse")
        return None

    def _row_at(self, at: tuple[int, int], left: float, top: float) -> int | None:
        if not left - self._kit.theme.px(24) <= at[0] <= left + self._width + self._kit.theme.px(24):
            return None
        return next((i for i, row in enumerate(self.rows) if 0 <= at[1] - top - row.top < row.height), None)


def appear(since: float, *, still: bool) -> float:
    """How much of the choices is there, `since` seconds after the text was."""
    return motion.ease_out(since / (motion.STILL if still else motion.LINE))
