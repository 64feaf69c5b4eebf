"""Words of the author's together with the place where they stand, so that every slip has a column."""

from __future__ import annotations

from typing import NamedTuple

from game.diagnostics.diagnostic import Span


class Passage(NamedTuple):
    r"""A text and where each of its characters is in its file.

    The first line of `text` begins at (`line`, `column`), every further one at column `indent` + 1.
    Where the file writes one character with several (`\"` in quotes), `columns` has the column of each.
    """

    file: str
    text: str
    line: int
    column: int
    indent: int = 0
    columns: tuple[int, ...] | None = None

    def on_line(self, number: int, line_start: int, start: int, end: int) -> Span:
        """Give the place of characters of line `number` (from 0), which begins at `line_start`."""
        first = self._column(start, line_start)
        return Span(self.file, self.line + number, first, self._column(end - 1, line_start) - first + 1)

    def span(self, start: int, end: int | None = None) -> Span:
        """Give the place of the characters from `start` up to `end`, at most to the end of their line.

        Without `end` it is one character. Something empty still gets a caret.
        """
        stop = start + 1 if end is None else end
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", start)
        if line_end >= 0:
            stop = min(stop, line_end)
        line = self.line + self.text.count("\n", 0, line_start)
        first = self._column(start, line_start)
        last = self._column(max(stop - 1, start), line_start)
        return Span(self.file, line, first, max(1, last - first + 1))

    def _column(self, offset: int, line_start: int) -> int:
        if self.columns is not None:
            return self.columns[min(offset, len(self.columns) - 1)]
        return offset - line_start + 1 + (self.indent if line_start else self.column - 1)
