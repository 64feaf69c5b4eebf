"""Where everything stands: fields in the order of the story's flow, nodes in them, the curves of all roads.

All measures are in pixels of the map at its full size; x grows to the right, y downwards.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.workshop.map.depth import depths
from game.workshop.map.layers import Lane, lanes, layered

WIDTH = 248
"""Of a node."""
STEP = WIDTH + 112
"""From one column to the next."""
PORT = 15
"""How far below the upper edge of a node its roads arrive."""
PADDING, TITLE = 56, 92
BETWEEN = 150
_SHAPE = 1.7
"""Width by height that the whole map comes near to."""
_LONGEST = 9.0
"""Width by height of a field, from which on its columns are broken into lines."""
_TALLEST = 24
"""How many nodes a column has at most; more of one depth stand in several."""
_FARTHEST = 8
"""How many columns a road passes over in lanes of its own; a longer one is drawn as one wide bow."""
_BULGE = 70


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


Curve = tuple[float, ...]
"""A beginning, and for every stretch two points that draw it and its end: x and y, one after another."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A road to draw: from how far below the upper edge of its node, and to which."""

    source: str
    drop: float
    target: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole drawing."""

    size: tuple[float, float]
    fields: dict[str, Box]
    nodes: dict[str, Box]
    curves: list[Curve]
    """One for every road, in their order."""


@dataclass(frozen=True, slots=True)
class _Field:
    """One field, drawn by itself: its corner is at 0, 0."""

    size: tuple[float, float]
    nodes: dict[str, Box]
    places: dict[Lane, tuple[float, float]]
    column: dict[str, int]


def sheet(
    start: str, fields: Mapping[str, str], heights: Mapping[str, float], roads: Sequence[Leaving]
) -> Sheet:
    """Draw a story: for every node its field and its height, and all roads."""
    targets: dict[str, list[str]] = {node: [] for node in fields}
    for road in roads:
        targets[road.source].append(road.target)
    depth = depths(start, targets)
    members: dict[str, list[str]] = {}
    for node, field in fields.items():
        members.setdefault(field, []).append(node)
    order = sorted(members, key=lambda field: _flow([depth[node] for node in members[field]], field))
    inside: dict[str, list[tuple[str, str]]] = {field: [] for field in members}
    for road in roads:
        if fields[road.source] == fields[road.target] and road.source != road.target:
            inside[fields[road.source]].append((road.source, road.target))
    drawn = {field: _field(members[field], depth, heights, inside[field]) for field in order}
    corners, size = _shelved([drawn[field].size for field in order])
    boxes: dict[str, Box] = {}
    nodes: dict[str, Box] = {}
    for field, (x, y) in zip(order, corners, strict=True):
        boxes[field] = Box(x, y, *drawn[field].size)
        nodes |= {
            node: Box(x + box.x, y + box.y, box.width, box.height) for node, box in drawn[field].nodes.items()
        }
    curves = [_curve(road, nodes, fields, drawn, boxes) for road in roads]
    return Sheet(size, boxes, {node: nodes[node] for node in fields}, curves)


def _flow(depths_of: Sequence[int], field: str) -> tuple[int, float, str]:
    """Give what fields are ordered by: where they begin, else where most of them lies, else their names."""
    return min(depths_of), sum(depths_of) / len(depths_of), field


def _field(
    members: Sequence[str],
    depth: Mapping[str, int],
    heights: Mapping[str, float],
    roads: Sequence[tuple[str, str]],
) -> _Field:
    column = _columns(members, depth)
    count = max(column.values()) + 1
    middle = layered(column, heights, [one for one in roads if _is_near(column, *one)])
    top = min(middle[node] - heights[node] / 2 for node in members)
    bottom = max(middle[node] + heights[node] / 2 for node in members)
    for item, at in middle.items():
        if isinstance(item, tuple):
            top, bottom = min(top, at), max(bottom, at)
    tall = bottom - top
    # A very long field is broken into lines, like prose.
    lines = max(1, round(math.sqrt(count * STEP / (tall + BETWEEN) / _LONGEST)))
    if count * STEP / (tall + BETWEEN) <= _LONGEST:
        lines = 1
    a_line = math.ceil(count / lines)

    def corner(number: int, at: float) -> tuple[float, float]:
        line, place = divmod(number, a_line)
        return PADDING + place * STEP, TITLE + line * (tall + BETWEEN) + at - top

    nodes = {
        node: Box(*corner(column[node], middle[node] - heights[node] / 2), WIDTH, heights[node])
        for node in members
    }
    places = {item: corner(item[1], at) for item, at in middle.items() if isinstance(item, tuple)}
    width = max(box.x for box in nodes.values()) + WIDTH + PADDING
    height = TITLE + math.ceil(count / a_line) * (tall + BETWEEN) - BETWEEN + PADDING
    return _Field((width, height), nodes, places, column)


def _columns(members: Sequence[str], depth: Mapping[str, int]) -> dict[str, int]:
    """Give every node its column, from 0: by depth, and of equal depth no more in one than look well."""
    ranks: dict[int, list[str]] = {}
    for node in members:
        ranks.setdefault(depth[node], []).append(node)
    column: dict[str, int] = {}
    first = 0
    for rank in sorted(ranks):
        parts = math.ceil(len(ranks[rank]) / _TALLEST)
        for number, node in enumerate(ranks[rank]):
            column[node] = first + number * parts // len(ranks[rank])
        first += parts
    return {node: column[node] for node in members}


def _is_near(column: Mapping[str, int], source: str, target: str) -> bool:
    return abs(column[source] - column[target]) <= _FARTHEST


def _shelved(
    sizes: Sequence[tuple[float, float]],
) -> tuple[list[tuple[float, float]], tuple[float, float]]:
    """Set fields side by side, line by line, so that the whole comes near to the shape of a screen."""
    widest, whole = max(width for width, _ in sizes), sum(width + BETWEEN for width, _ in sizes)
    tries, room = [], widest
    while True:
        corners, size = _lines(sizes, room)
        tries.append((abs(math.log(size[0] / size[1] / _SHAPE)), room, corners, size))
        if room >= whole:
            break
        room *= 1.05
    _, _, corners, size = min(tries)
    return corners, size


def _lines(
    sizes: Sequence[tuple[float, float]], room: float
) -> tuple[list[tuple[float, float]], tuple[float, float]]:
    corners: list[tuple[float, float]] = []
    x = y = line = widest = 0.0
    for width, height in sizes:
        if x and x + width > room:
            x, y, line = 0.0, y + line + BETWEEN, 0.0
        corners.append((x, y))
        widest = max(widest, x + width)
        x, line = x + width + BETWEEN, max(line, height)
    return corners, (widest, y + line)


def _curve(
    road: Leaving,
    nodes: Mapping[str, Box],
    fields: Mapping[str, str],
    drawn: Mapping[str, _Field],
    boxes: Mapping[str, Box],
) -> Curve:
    source, target = nodes[road.source], nodes[road.target]
    arrival = (target.x, target.y + min(PORT, target.height / 2))
    leaving = (source.x + source.width, source.y + road.drop)
    field = fields[road.source]
    column = drawn[field].column
    if field != fields[road.target] or not _is_near(column, road.source, road.target):
        return _arc(leaving, arrival)
    here, there = column[road.source], column[road.target]
    if here == there:
        reach = (target.x + WIDTH, arrival[1])
        return (*leaving, leaving[0] + _BULGE, leaving[1], reach[0] + _BULGE, reach[1], *reach)
    anchors = [leaving if there > here else (source.x, leaving[1])]
    for lane in lanes(column, road.source, road.target):
        x, y = drawn[field].places[lane]
        ends = [(boxes[field].x + x, boxes[field].y + y), (boxes[field].x + x + WIDTH, boxes[field].y + y)]
        anchors += ends if there > here else reversed(ends)
    anchors.append(arrival if there > here else (target.x + WIDTH, arrival[1]))
    return tuple(_flowing(anchors))


def _flowing(anchors: Sequence[tuple[float, float]]) -> Iterator[float]:
    """Draw a line that is level at every anchor."""
    yield from anchors[0]
    for (x, y), (next_x, next_y) in itertools.pairwise(anchors):
        middle = (x + next_x) / 2
        yield from (middle, y, middle, next_y, next_x, next_y)


def _arc(begin: tuple[float, float], end: tuple[float, float]) -> Curve:
    """Draw one wide bow from a right edge to a left one."""
    reach = max(120.0, abs(end[0] - begin[0]) / 3)
    return (*begin, begin[0] + reach, begin[1], end[0] - reach, end[1], *end)
