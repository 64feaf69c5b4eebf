"""Lines are broken well, whatever the words and the width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.desktop.fonts import Face
from game.desktop.wrap import Line, Span, wrap

WORDS = st.lists(st.text("abcdefgh“”’—.,", min_size=1, max_size=14), min_size=1, max_size=60)


def measure(text: str, face: Face) -> float:
    return len(text) * (9.0 if face is Face.TEXT else 8.5)


def said(lines: tuple[Line, ...]) -> str:
    return " ".join("".join(segment.text for segment in line.segments) for line in lines)


@given(WORDS, st.floats(60, 900))
def test_no_line_is_wider_than_the_column(words: list[str], width: float) -> None:
    lines = wrap([Span(" ".join(words), Face.TEXT)], width, measure)
    assert all(line.width <= width + 0.01 for line in lines)


@given(WORDS)
def test_nothing_is_lost_and_nothing_is_added(words: list[str]) -> None:
    text = " ".join(words)
    assert said(wrap([Span(text, Face.TEXT)], 400.0, measure)) == text


@given(WORDS)
def test_lines_know_where_in_the_text_they_begin(words: list[str]) -> None:
    text = " ".join(words)
    for line in wrap([Span(text, Face.TEXT)], 300.0, measure):
        assert text[line.start : line.end] == "".join(segment.text for segment in line.segments)


def test_the_last_line_has_company() -> None:
    lines = wrap([Span("one two three four five six seven", Face.TEXT)], 9.0 * 28, measure)
    assert len(lines[-1].segments[0].text.split()) >= 2


def test_emphasis_inside_a_word_stays_in_the_word() -> None:
    spans = (Span("“But you ", Face.TEXT), Span("are", Face.ITALIC), Span("!” she said", Face.TEXT))
    (line,) = wrap(spans, 900.0, measure)
    assert [(segment.text, segment.face) for segment in line.segments] == [
        ("“But you", Face.TEXT),
        ("are", Face.ITALIC),
        ("!” she said", Face.TEXT),
    ]


def test_a_word_wider_than_the_column_is_divided() -> None:
    lines = wrap([Span("m" * 50, Face.TEXT)], 90.0, measure)
    assert len(lines) == 5
    assert said(lines).replace(" ", "") == "m" * 50
