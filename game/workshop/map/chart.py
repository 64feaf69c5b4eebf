"""Everything that a map shows, whatever it is drawn as."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from game.diagnostics import Span
from game.model.story import Story
from game.verify import Findings, Stuck
from game.workshop.check import Checked
from game.workshop.map.graph import Spot, spots
from game.workshop.map.sheet import Leaving, Sheet, sheet
from game.workshop.map.tour import Tour, tour

HEAD, LINE, ROW, FOOT = 32, 17, 20, 8
"""How high the parts of a node are: its id, a line of its prose, a road, the space below."""
_LETTERS, _LINES = 40, 3
"""How many letters a line of prose has, and how many lines a node shows."""


@dataclass(frozen=True, slots=True)
class Field:
    """A chapter, or one file of a chapter that has several."""

    name: str
    chapter: str
    """The chapter's name, if it is not that of the field and there are others."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A road as it is drawn: from which node, which of its roads, to which node."""

    source: str
    number: int
    target: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A map."""

    folder: str
    story: Story
    checked: Checked
    findings: Findings
    spots: Mapping[str, Spot]
    lines: Mapping[str, tuple[str, ...]]
    """The first words of every node, as they stand on it."""
    fields: Mapping[str, Field]
    field_of: Mapping[str, str]
    roads: tuple[Drawn, ...]
    sheet: Sheet
    tour: Tour

    @property
    def lost(self) -> tuple[Stuck, ...]:
        """Where players can get stuck, each way of it once."""
        return tuple(one for one in self.findings.stuck if not one.idle) + self.findings.idle

    def place(self, span: Span) -> str:
        """Say where something stands: its file, from the story's folder, and its line."""
        return f"{span.file.removeprefix(self.folder).lstrip('/')}:{span.line}"


def chart(checked: Checked, lines: Mapping[str, Sequence[str]], folder: str) -> Chart:
    """Draw the map of a story that was checked; `lines` has the lines of its files, by their paths.

    All files lie below `folder`; the map names them from there.

    Raises:
        ValueError: the story has mistakes, and there is nothing to draw.
    """
    story, findings = checked.story, checked.findings
    if story is None or findings is None:
        raise ValueError("A story with mistakes has no map.")
    found = spots(story, findings, checked.report.diagnostics, lines)
    words = {node: _lines(spot.words) for node, spot in found.items()}
    heights = {
        node: HEAD + LINE * len(words[node]) + ROW * len(spot.roads) + FOOT for node, spot in found.items()
    }
    roads = tuple(
        Drawn(node, number, road.target)
        for node, spot in found.items()
        for number, road in enumerate(spot.roads)
        if road.target is not None
    )
    leaving = [Leaving(one.source, drop(len(words[one.source]), one.number), one.target) for one in roads]
    field_of = {node.id: f"{node.span.file}\n{node.chapter}" for node in story.nodes.values()}
    drawn = sheet(story.start, field_of, heights, leaving)
    fields = _fields(story, field_of)
    walks = [one.witness for one in findings.nodes.values()] + [
        one.witness for one in (*findings.stuck, *findings.idle)
    ]
    walks += [one.witness for one in findings.endings.values()]
    return Chart(
        folder.rstrip("/"),
        story,
        checked,
        findings,
        found,
        words,
        {key: fields[key] for key in drawn.fields},
        field_of,
        roads,
        drawn,
        tour(story, walks),
    )


def drop(lines: int, number: int) -> float:
    """Give how far below the upper edge of a node, which shows so many lines, a road of it begins."""
    return HEAD + LINE * lines + ROW * (number + 0.5)


def _lines(words: str) -> tuple[str, ...]:
    # More than is shown is never broken into lines: a node may hold a whole book.
    some = words[: _LETTERS * (_LINES + 1)]
    return tuple(textwrap.wrap(some, _LETTERS, max_lines=_LINES, placeholder="…"))


def _fields(story: Story, field_of: Mapping[str, str]) -> dict[str, Field]:
    files: dict[str, set[str]] = {}
    for node in story.nodes.values():
        files.setdefault(node.chapter, set()).add(node.span.file)
    named = {}
    for node in story.nodes.values():
        alone = len(files[node.chapter]) == 1
        name = node.chapter if alone else PurePosixPath(node.span.file).stem
        named[field_of[node.id]] = Field(name, "" if alone or len(files) == 1 else node.chapter)
    return named
