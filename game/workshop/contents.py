"""What a story is made of, counted: its words, and which facts anything in it reads or changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from game.diagnostics import Span
from game.expression.syntax import Add, Assign, Compare
from game.model.place import Place
from game.model.song import Song
from game.model.story import Cell, Story
from game.model.text import Value, Words

WORDS_A_MINUTE = 200
"""How fast prose is read, with a story's pauses."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Counts of a story."""

    words: int
    """In all its prose, every variant once."""
    read: frozenset[int]
    """The cells that anything asks for or shows."""
    changed: frozenset[int]
    """The cells that anything sets."""

    @property
    def minutes(self) -> int:
        """How long it takes to read all of it."""
        return round(self.words / WORDS_A_MINUTE)


def contents(story: Story) -> Contents:
    """Count everything in a story."""
    words = 0
    read: set[int] = set()
    changed: set[int] = set()
    for part in _parts(story):
        match part:
            case Words(text):
                words += len(text.split())
            case Compare(cell) | Value(cell):
                read.add(cell)
            case Assign(cell) | Add(cell):
                changed.add(cell)
            case Song(pieces=int(cell)) | Place(mood=int(cell)):
                read.add(cell)
    return Contents(words, frozenset(read), frozenset(changed))


def _parts(value: Any) -> Iterator[Any]:
    """Everything that a story holds, down to the last word."""
    if isinstance(value, tuple):
        for one in value:
            yield from _parts(one)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _parts(one)
    elif is_dataclass(value) and not isinstance(value, Cell | Span):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
