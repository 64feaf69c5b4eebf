"""One block of the transcript, laid out for the reading column and drawn there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.motion import SOFT_EDGE
from game.desktop.theme import CRIMSON300, GOLD500, VELLUM300
from game.desktop.typeset import Paragraph, Style
from game.desktop.wrap import Line, Span
from game.model.person import Person
from game.view.block import Block, BlockKind, Run

INDENT = 38
"""How far speech and taken choices stand in, at 1080 lines."""
FADE: Final = 64
"""Over how much of the view's top lines fade, at 1080 lines."""

TAKEN: Final = (BlockKind.TAKEN, BlockKind.SUNG)


@dataclass(frozen=True, slots=True)
class Look:
    """How passages look now: read already or new, who is listening, and in what colour marks are drawn."""

    past: bool = False
    listening: frozenset[str] = frozenset()
    accent: str = GOLD500


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its lines broken; lengths in window pixels."""

    block: Block
    paragraph: Paragraph
    indent: float
    head: float
    """What stands above its first line: the speaker."""
    height: float
    """All of it, with the space beneath."""


def spans(runs: Sequence[Run], plain: Face, emphasis: Face) -> tuple[Span, ...]:
    """Runs of prose in the two faces of their kind."""
    return tuple(Span(run.text, emphasis if run.emphasis else plain) for run in runs)


def lay_out(block: Block, width: float, kit: Kit) -> Passage:
    """Break a block's lines for a column of `width` pixels."""
    theme = kit.theme
    grown = theme.text / 28
    match block.kind:
        case BlockKind.TAKEN | BlockKind.SUNG:
            style = Style(Face.ITALIC, theme.type(26), GOLD500, theme.tracking)
            lead = theme.lead * 38 / 42
            words = spans(block.runs, Face.ITALIC, Face.TEXT)
            indent, head, beneath = INDENT * grown, 0.0, 24 * grown
        case BlockKind.SPEECH:
            style = Style(Face.TEXT, theme.text, theme.words, theme.tracking)
            lead = theme.lead
            words = spans(block.runs, Face.TEXT, Face.ITALIC)
            indent, head, beneath = INDENT * grown, 38 * grown if block.label else 0.0, 16 * grown
        case _:
            style = Style(Face.TEXT, theme.text, theme.words, theme.tracking)
            lead = theme.lead
            words = spans(block.runs, Face.TEXT, Face.ITALIC)
            indent, head, beneath = 0.0, 0.0, 16 * grown
    paragraph = kit.type.paragraph(words, width - indent, style, lead)
    return Passage(block, paragraph, indent, head, head + paragraph.height + beneath)


class PassagePainter:
    """Draws passages, line by line as they are revealed."""

    def __init__(self, kit: Kit, people: Mapping[str, Person]) -> None:
        self._kit, self._people = kit, people

    def draw(
        self,
        surface: pygame.Surface,
        passage: Passage,
        at: tuple[float, float],
        shown: Sequence[float],
        view: tuple[float, float],
        look: Look,
    ) -> None:
        """Draw a passage with its top left at a point; `shown` tells for each line how much is there.

        `view` is the top and the bottom of what is seen: lines fade towards its top, and end at its bottom.
        """
        x, y = at
        paragraph = passage.paragraph
        style = self._style(passage, look)
        baseline = y + passage.head + self._kit.type.first_baseline(paragraph)
        first = min(1.0, (shown[0] if shown else 1.0) * 3)
        if first > 0:
            begun = sum(share > 0 for share in shown)
            there = (
                first * self._at_top(y + passage.head / 2, view) * self._at_foot(baseline, paragraph, view)
            )
            self._speaker(surface, passage, x, y, there, look, begun)
        if passage.block.kind in TAKEN and first > 0:
            height = self._kit.type.cap(style) / 2
            seen = first * self._at_top(baseline, view)
            if seen > 0.5:  # noqa: PLR2004 (half-way into the fade)
                radius = 8 * self._kit.theme.text / 28
                self._kit.ornaments.diamond(
                    surface, (x + radius * 1.5, baseline - height), radius, look.accent
                )
        for line, share in zip(paragraph.lines, shown, strict=True):
            if share > 0 and view[0] - paragraph.lead < baseline < view[1]:
                shade = self._at_top(baseline - style.size * 0.3, view)
                shade *= self._at_foot(baseline, paragraph, view)
                self._line(surface, line, x + passage.indent, baseline, style, share, shade)
            baseline += paragraph.lead

    def _style(self, passage: Passage, look: Look) -> Style:
        style = passage.paragraph.style
        if look.past and passage.block.kind not in TAKEN:
            return Style(style.face, style.size, self._kit.theme.past, style.tracking)
        return style

    def _at_top(self, y: float, view: tuple[float, float]) -> float:
        return max(0.0, min(1.0, (y - view[0]) / self._kit.theme.px(FADE)))

    def _at_foot(self, baseline: float, paragraph: Paragraph, view: tuple[float, float]) -> float:
        """How much of a line is there: all of it if it is wholly in view, nothing if its baseline is not."""
        return max(0.0, min(1.0, (view[1] - baseline) / (paragraph.lead * 0.2)))

    def _line(
        self,
        surface: pygame.Surface,
        line: Line,
        x: float,
        baseline: float,
        style: Style,
        share: float,
        shade: float,
    ) -> None:
        if self._kit.settings.reveal == "by letter" and share < 1:
            letters = round((line.end - line.start) * share)
            self._kit.type.put_begun(
                surface, line, x, baseline, style, letters, self._kit.theme.px(SOFT_EDGE)
            )
            return
        self._kit.type.put_line(surface, line, x, baseline, style, share * shade)

    def _speaker(
        self,
        surface: pygame.Surface,
        passage: Passage,
        x: float,
        y: float,
        alpha: float,
        look: Look,
        begun: int,
    ) -> None:
        """The speaker's sign and name over the words, and a thin line of their colour beside those begun."""
        if passage.block.kind is not BlockKind.SPEECH or alpha <= 0.05:  # noqa: PLR2004 (too faint to see)
            return
        theme, ornaments = self._kit.theme, self._kit.ornaments
        grown = theme.text / 28
        person = self._people.get(passage.block.person or "")
        ink = person.colour if person else VELLUM300
        bar_top = y + passage.head + 6 * grown
        bar_end = y + passage.head + passage.paragraph.lead * begun - 6 * grown
        ornaments.line(
            surface,
            (x + 13 * grown, bar_top),
            (x + 13 * grown, bar_end),
            max(1.0, 1.5 * grown),
            ink,
            0.2 if look.past else 0.4,
        )
        if not passage.head:
            return
        centre = (x + 13 * grown, y + passage.head * 0.5)
        glyph = self._kit.glyph(person.id if person else "", round(30 * grown), ink)
        glyph.set_alpha(round(255 * alpha * (0.75 if look.past else 1.0)))
        surface.blit(
            glyph, (round(centre[0] - glyph.get_width() / 2), round(centre[1] - glyph.get_height() / 2))
        )
        if person and person.id in look.listening:
            ornaments.dotted_ring(surface, centre, 19 * grown, CRIMSON300, max(1.2, 2 * grown))
        style = Style(Face.LABEL, theme.type(25), ink, 0.05)
        baseline = centre[1] + self._kit.type.cap(style) / 2
        self._kit.type.put(
            surface,
            passage.block.label,
            x + passage.indent,
            baseline,
            style,
            alpha=alpha * (0.75 if look.past else 1.0),
        )
