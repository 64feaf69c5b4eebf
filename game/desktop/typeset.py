"""Text on the screen: every line is drawn at three times its size and scaled down once, then kept.

The font renderer hints advances to whole pixels; at three times the size that error is too small to see.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import pygame

from game.desktop.fonts import Face, Fonts, is_own, relative_size
from game.desktop.theme import colour as as_colour
from game.desktop.wrap import Line, Span, wrap

OVER: Final = 3
SPARE: Final = 0.994
"""A line is a little wider than its words measured one by one, whose advances are rounded."""
KEPT_LINES: Final = 300


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks: role, size in window pixels, colour, extra space between letters in ems."""

    face: Face
    size: float
    colour: str
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines to be drawn one beneath the other, `lead` pixels from baseline to baseline."""

    lines: tuple[Line, ...]
    style: Style
    lead: float

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return self.lead * len(self.lines)

    @property
    def width(self) -> float:
        """The width of its widest line in pixels."""
        return max((line.width for line in self.lines), default=0.0)


class Typesetter:
    """Measures, wraps and draws text in the player's typeface."""

    def __init__(self, folder: Path, typeface: str = "crimson") -> None:
        self._fonts = Fonts(folder)
        self.typeface = typeface
        self._lines: OrderedDict[tuple[object, ...], tuple[pygame.Surface, float]] = OrderedDict()
        """Pictures of lines, and how far above the baseline each begins."""
        self._widths: dict[tuple[str, Face, int, str, float], float] = {}

    def width(self, text: str, style: Style) -> float:
        """How wide a text is in pixels."""
        return self._measure(style.size, style.tracking, text, style.face)

    def ascent(self, style: Style) -> float:
        """How far above the baseline a line's surface begins, in pixels."""
        return self._font(style.face, style.size, "").get_ascent() / OVER

    def cap(self, style: Style) -> float:
        """The height of a capital letter in pixels, for standing signs beside text."""
        return style.size * 0.62 * relative_size(style.face, self.typeface)

    def paragraph(self, spans: tuple[Span, ...], width: float, style: Style, lead: float) -> Paragraph:
        """A paragraph wrapped to a width in pixels."""
        measure = partial(self._measure, style.size, style.tracking)
        return Paragraph(wrap(spans, width * SPARE, measure), style, lead)

    def plain(self, text: str, width: float, style: Style, lead: float) -> Paragraph:
        """A paragraph in one face."""
        return self.paragraph((Span(text, style.face),), width, style, lead)

    def line(self, text: str, style: Style) -> pygame.Surface:
        """A picture of one line, transparent around it."""
        return self._kept(text, style)[0]

    def _kept(self, text: str, style: Style) -> tuple[pygame.Surface, float]:
        key = (text, style, self.typeface)
        kept = self._lines.get(key)
        if kept is None:
            kept = (self._draw(text, style), self._font(style.face, style.size, text).get_ascent() / OVER)
            self._lines[key] = kept
            if len(self._lines) > KEPT_LINES:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        return kept

    def put(
        self,
        surface: pygame.Surface,
        text: str,
        x: float,
        baseline: float,
        style: Style,
        align: float = 0.0,
        alpha: float = 1.0,
    ) -> float:
        """Draw one line; `align` 0 starts it at x, .5 centres it, 1 ends it there. The width it took."""
        if not text or alpha <= 0:
            return 0.0
        width = self.width(text, style)
        picture, ascent = self._kept(text, style)
        level = round(255 * min(1.0, alpha))
        if picture.get_alpha() != level:
            picture.set_alpha(level)
        surface.blit(picture, (round(x - width * align), round(baseline - ascent)))
        return width

    def put_line(
        self, surface: pygame.Surface, line: Line, x: float, baseline: float, style: Style, alpha: float = 1.0
    ) -> None:
        """Draw a line of a paragraph."""
        for segment in line.segments:
            face = Style(segment.face, style.size, style.colour, style.tracking)
            self.put(surface, segment.text, x + segment.x, baseline, face, alpha=alpha)

    def put_begun(
        self,
        surface: pygame.Surface,
        line: Line,
        x: float,
        baseline: float,
        style: Style,
        count: int,
        edge: int,
    ) -> None:
        """Draw a line as far as its first `count` letters, with a soft edge of `edge` pixels."""
        reach = round(self.upto(line, style, count))
        ascent = round(self.ascent(style) + style.size * 0.4)
        sheet = pygame.Surface((max(1, reach + edge), round(style.size * 2.2)), pygame.SRCALPHA)
        self.put_line(sheet, line, 0, ascent, style)
        for step in range(edge):
            level = round(255 * (1 - (step + 1) / edge))
            sheet.fill(
                (255, 255, 255, level), (reach + step, 0, 1, sheet.get_height()), pygame.BLEND_RGBA_MULT
            )
        surface.blit(sheet, (round(x), round(baseline) - ascent))

    def put_paragraph(
        self,
        surface: pygame.Surface,
        paragraph: Paragraph,
        x: float,
        top: float,
        align: float = 0.0,
        width: float = 0.0,
    ) -> float:
        """Draw a paragraph from its top downwards; the y beneath it. `width` is what `align` refers to."""
        baseline = top + self.first_baseline(paragraph)
        for line in paragraph.lines:
            self.put_line(surface, line, x + (width - line.width) * align, baseline, paragraph.style)
            baseline += paragraph.lead
        return top + paragraph.height

    def first_baseline(self, paragraph: Paragraph) -> float:
        """How far beneath its top a paragraph's first baseline lies."""
        return paragraph.lead * 0.5 + paragraph.style.size * 0.32

    def upto(self, line: Line, style: Style, count: int) -> float:
        """How far, in pixels, the first `count` letters of a line reach."""
        for segment in line.segments:
            if count <= len(segment.text):
                face = Style(segment.face, style.size, style.colour, style.tracking)
                return segment.x + self.width(segment.text[:count], face)
            count -= len(segment.text)
            if segment is not line.segments[-1]:
                count -= segment.text.endswith(" ")
        return line.width

    def forget(self) -> None:
        """Drop the kept pictures, after a change of size or typeface."""
        self._lines.clear()
        self._widths.clear()

    def _font(self, face: Face, size: float, text: str) -> pygame.font.Font:
        over = max(1, round(size * OVER * relative_size(face, self.typeface)))
        return self._fonts.font(face, self.typeface, over) if is_own(text) else self._fonts.foreign(over)

    def _measure(self, size: float, tracking: float, text: str, face: Face) -> float:
        key = (text, face, round(size * OVER), self.typeface, tracking)
        width = self._widths.get(key)
        if width is None:
            width = self._font(face, size, text).size(text)[0] / OVER + tracking * size * len(text)
            self._widths[key] = width
        return width

    def _draw(self, text: str, style: Style) -> pygame.Surface:
        font = self._font(style.face, style.size, text)
        ink = as_colour(style.colour)
        big = self._spaced(font, text, style, ink) if style.tracking else font.render(text, True, ink)
        width, height = big.get_size()
        padded = pygame.Surface((-(-width // OVER) * OVER, -(-height // OVER) * OVER), pygame.SRCALPHA)
        padded.fill((ink.r, ink.g, ink.b, 0))
        padded.blit(big, (0, 0), special_flags=pygame.BLEND_RGBA_MAX)
        return pygame.transform.smoothscale(padded, (padded.get_width() // OVER, padded.get_height() // OVER))

    def _spaced(self, font: pygame.font.Font, text: str, style: Style, ink: pygame.Color) -> pygame.Surface:
        """Letters set apart, each where kerning would put it."""
        gap = style.tracking * style.size * OVER
        full = font.size(text)
        big = pygame.Surface((full[0] + round(gap * len(text)) + OVER, full[1]), pygame.SRCALPHA)
        big.fill((ink.r, ink.g, ink.b, 0))
        for index, letter in enumerate(text):
            x = font.size(text[: index + 1])[0] - font.size(letter)[0] + gap * index
            picture = font.render(letter, True, ink)
            big.blit(picture, (round(x), 0), special_flags=pygame.BLEND_RGBA_MAX)
        return big
