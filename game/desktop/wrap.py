"""Breaking a paragraph into lines: ragged right, no last line of one word, no small word left at an edge.

Pure: a function that measures words comes from outside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from game.desktop.fonts import Face

CLINGING: Final = frozenset({"a", "A", "I", "an", "the", "The", "of", "to", "“I", "“A"})
"""Words that should not end a line if the line can spare them."""
FULL_ENOUGH: Final = 0.82
"""How full a line has to stay for a word to be taken from its end."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one face."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line in one face, `x` pixels from the line's left end."""

    x: float
    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its segments, its width in pixels, and where in the paragraph's text it begins and ends."""

    segments: tuple[Segment, ...]
    width: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    parts: tuple[Span, ...]
    width: float
    start: int

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


Measure = Callable[[str, Face], float]


def wrap(spans: Sequence[Span], width: float, measure: Measure) -> tuple[Line, ...]:
    """The lines of a paragraph that may be `width` pixels wide; a longer word has a line to itself."""
    words = [piece for word in _words(spans, measure) for piece in _fitting(word, width, measure)]
    space = measure(" ", spans[0].face) if spans else 0.0
    lines: list[list[_Word]] = []
    used = 0.0
    for word in words:
        if lines and used + space + word.width <= width:
            lines[-1].append(word)
            used += space + word.width
        else:
            lines.append([word])
            used = word.width
            if len(lines) > 1:
                used += _pull_clinging(lines, width, space)
    _mend_last(lines, width, space)
    return tuple(_line(words_of_line, space, measure) for words_of_line in lines)


def _words(spans: Sequence[Span], measure: Measure) -> list[_Word]:
    """Words with their faces; a word may change face inside."""
    letters = [(letter, span.face) for span in spans for letter in span.text]
    words: list[_Word] = []
    start = 0
    for is_space, group in groupby(letters, lambda pair: pair[0] == " "):
        run = list(group)
        if not is_space:
            parts = tuple(
                Span("".join(letter for letter, _ in same), face)
                for face, same in ((f, list(g)) for f, g in groupby(run, lambda pair: pair[1]))
            )
            words.append(_Word(parts, sum(measure(part.text, part.face) for part in parts), start))
        start += len(run)
    return words


def _fitting(word: _Word, width: float, measure: Measure) -> list[_Word]:
    """The word, or its pieces if no line can hold it."""
    if word.width <= width or len(word.text) == 1:
        return [word]
    pieces: list[_Word] = []
    at = word.start
    for part in word.parts:
        rest = part.text
        while rest:
            count = len(rest)
            while count > 1 and measure(rest[:count], part.face) > width:
                count -= 1
            piece = Span(rest[:count], part.face)
            pieces.append(_Word((piece,), measure(piece.text, piece.face), at))
            at += count
            rest = rest[count:]
    return pieces


def _pull_clinging(lines: list[list[_Word]], width: float, space: float) -> float:
    """Take a small word from the end of the line before into the new line, if both can bear it; its width."""
    before, word = lines[-2], lines[-2][-1]
    left = sum(one.width + space for one in before[:-1]) - space
    room = width - lines[-1][0].width
    if word.text in CLINGING and left >= width * FULL_ENOUGH and word.width + space <= room:
        lines[-1].insert(0, before.pop())
        return word.width + space
    return 0.0


def _mend_last(lines: list[list[_Word]], width: float, space: float) -> None:
    """Give a last line of one word company."""
    spare = len(lines[-2]) > 2 if len(lines) > 1 else False  # noqa: PLR2004 (two stay)
    if spare and len(lines[-1]) == 1:
        company = lines[-2][-1]
        if company.width + space + lines[-1][0].width <= width:
            lines[-1].insert(0, lines[-2].pop())


def _line(words: list[_Word], space: float, measure: Measure) -> Line:
    segments: list[Segment] = []
    x = 0.0
    for index, word in enumerate(words):
        if index:
            x += space
        for place, part in enumerate(word.parts):
            last = segments[-1] if segments else None
            if last and last.face == part.face:
                gap = " " if index and place == 0 else ""
                segments[-1] = Segment(last.x, last.text + gap + part.text, last.face)
            else:
                segments.append(Segment(x, part.text, part.face))
            x = segments[-1].x + measure(segments[-1].text, part.face)
    end = words[-1].start + len(words[-1].text)
    return Line(tuple(segments), x, words[0].start, end)
