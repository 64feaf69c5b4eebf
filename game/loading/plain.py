"""A story as plain data, and back: what the cache keeps.

Plain data is what JSON has, so reading it runs no code whatever it says: a list whose first number names one
of the classes below stands for one of their values, 0 for a tuple. Nodes stand one on a line, and are made
when they are first asked for; few runs see them all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any

from game.diagnostics import Span
from game.expression import syntax
from game.expression.cell import Cell, CellKind
from game.model import person, place, song, story, text
from game.model.story import Node, Story

CLASSES: tuple[type, ...] = (
    tuple,
    Span,
    Cell,
    CellKind,
    *(syntax.Comparison, syntax.Constant, syntax.Compare, syntax.Not, syntax.All, syntax.Any),
    *(syntax.Assign, syntax.Add),
    *(text.Words, text.ParagraphBreak, text.Speech, text.Branch, text.Pick, text.Value, text.Cue),
    text.CueKind,
    *(song.Way, song.Motif, song.Song),
    *(person.Reply, person.Tie, person.Person),
    *(place.View, place.Place, place.Ending, place.JournalEntry),
    *(story.TargetKind, story.Target, story.Choice, story.SongWay, story.NodeSong),
    *(story.Presence, story.Redirect, story.Chance, Node),
)
"""Everything that a story is made of; the position of each is its number, 0 that of a tuple."""
_NUMBERS = {cls: number for number, cls in enumerate(CLASSES)}
_ATTRIBUTES = {cls: tuple(field.name for field in fields(cls)) for cls in CLASSES if is_dataclass(cls)}
_ITSELF = frozenset({str, int, float, bool, type(None)})
_WORLD = tuple(field.name for field in fields(Story) if field.name != "nodes")


class Nodes(Mapping[str, Node]):
    """The nodes of a story by their names, each read from its line when it is first asked for."""

    def __init__(self, lines: dict[str, bytes | Node]) -> None:
        self._lines = lines

    def __getitem__(self, name: str) -> Node:
        node = self._lines[name]
        if isinstance(node, bytes):
            node = self._lines[name] = _made(json.loads(node))
        return node

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, name: object) -> bool:
        return name in self._lines


def lines_of(whole: Story) -> list[bytes]:
    """Give a story as lines: the world, the names of the nodes, and every node."""
    world = {name: _plain(getattr(whole, name)) for name in _WORLD}
    return [
        _line(one) for one in (world, list(whole.nodes), *(_plain(node) for node in whole.nodes.values()))
    ]


def story_of(lines: list[bytes]) -> Story:
    """Give the story that was written as these lines.

    Raises:
        ValueError, TypeError, LookupError, AttributeError, RecursionError: they were not.
    """
    world, names, *nodes = lines
    by_name: dict[str, bytes | Node] = dict(zip(json.loads(names), nodes, strict=True))
    told = {name: _made(value) for name, value in json.loads(world).items()}
    return Story(**told, nodes=Nodes(by_name))


def _line(plain: object) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _ITSELF:
        return value
    attributes = _ATTRIBUTES.get(kind)
    if attributes is not None:
        value = tuple([getattr(value, name) for name in attributes])
    if isinstance(value, tuple):
        # What stands for itself is passed by: it is more than half of all there is.
        return [_NUMBERS[kind], *[one if type(one) in _ITSELF else _plain(one) for one in value]]
    if isinstance(value, Enum):
        return [_NUMBERS[kind], value.value]
    return {name: _plain(one) for name, one in value.items()}


def _made(plain: Any) -> Any:
    if isinstance(plain, list):
        parts = [one if type(one) in _ITSELF else _made(one) for one in plain[1:]]
        return CLASSES[plain[0]](*parts) if plain[0] else tuple(parts)
    if isinstance(plain, dict):
        return MappingProxyType({name: _made(one) for name, one in plain.items()})
    return plain
