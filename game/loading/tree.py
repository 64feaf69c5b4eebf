"""A YAML file as it was written: words with places. No value has a type until the schema gives it one."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.diagnostics import Passage, Span


@dataclass(slots=True)
class Source:
    """One file of the story, with its text in lines."""

    path: str
    """As the author would name it, with `/`."""
    text: str
    sound: bool = True
    """Whether it can be read as YAML; what cannot is kept so that its mistakes can be shown."""
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")


@dataclass(slots=True)
class Scalar:
    """One value: its words, and how they were written."""

    source: Source
    text: str
    style: str
    """Empty for bare words, `'` or `"` for quoted ones, `|` or `>` for a block."""
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def span(self) -> Span:
        """Where it stands: all of it if it is on one line, else its beginning."""
        length = (
            self.end_column - self.column
            if self.end_line == self.line and self.style not in {"|", ">"}
            else 1
        )
        return Span(self.source.path, self.line, self.column, max(1, length))

    def passage(self) -> Passage:
        """Give the words with their places in the file."""
        if self.style in {"|", ">"}:
            return self._block()
        path = self.source.path
        if not self.style:
            return Passage(path, self.text, self.line, self.column)
        if self.end_line != self.line:
            return Passage(path, self.text, self.line, self.column, columns=(self.column,))
        written = self.source.lines[self.line - 1][self.column : self.end_column - 2]
        if written == self.text:
            return Passage(path, self.text, self.line, self.column + 1)
        return Passage(path, self.text, self.line, self.column, columns=self._columns(written))

    def _block(self) -> Passage:
        lines, start, number = self.source.lines, 0, self.line
        while self.text[start : start + 1] == "\n":
            start, number = start + 1, number + 1
        end = self.text.find("\n", start)
        first = self.text[start:] if end < 0 else self.text[start:end]
        written = lines[number] if number < len(lines) else ""
        indent = max(0, len(written) - len(first))
        return Passage(self.source.path, self.text, self.line + 1, indent + 1, indent)

    def _columns(self, written: str) -> tuple[int, ...]:
        """Give the column of every character of quoted words, in which some are written with several."""
        columns = []
        at = 0
        longer = {"x": 4, "u": 6, "U": 10}
        while at < len(written):
            columns.append(self.column + 1 + at)
            if self.style == '"' and written[at] == "\\":
                at += longer.get(written[at + 1 : at + 2], 2)
            elif self.style == "'" and written[at] == "'":
                at += 2
            else:
                at += 1
        return tuple(columns) or (self.column,)


@dataclass(slots=True)
class Table:
    """Keys with their values, in the order of the file."""

    source: Source
    line: int
    column: int
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Tree] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """Where it begins."""
        return Span(self.source.path, self.line, self.column)


@dataclass(slots=True)
class Series:
    """A list of values."""

    source: Source
    line: int
    column: int
    items: list[Tree] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """Where it begins."""
        return Span(self.source.path, self.line, self.column)


Tree = Scalar | Table | Series
