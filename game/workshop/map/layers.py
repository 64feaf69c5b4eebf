"""A layered drawing of a few nodes: columns by depth, few crossings, every road with a lane of its own.

A road that passes over columns runs through lanes there, which are ordered and placed like nodes. Roads to
the same node share theirs, so that they flow together on the way.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence

LANE = 12.0
"""The height of a lane."""
GAP = 26.0
"""Between two nodes of a column, at least."""
_SWEEPS = 12
_SETTLINGS = 8

Lane = tuple[str, int]
"""Towards which node, through which column."""
Item = str | Lane


def lanes(column: Mapping[str, int], source: str, target: str) -> list[Lane]:
    """Give the lanes of a road, in the order in which it runs through them."""
    here, there = column[source], column[target]
    way = 1 if there > here else -1
    return [(target, between) for between in range(here + way, there, way)]


def layered(
    column: Mapping[str, int], heights: Mapping[str, float], roads: Sequence[tuple[str, str]]
) -> dict[Item, float]:
    """Give the height of the middle of every node, by its id, and of every lane.

    `column` says in which column, from 0, each node stands; `roads` are pairs of such nodes.
    """
    columns: list[list[Item]] = [[] for _ in range(max(column.values()) + 1)]
    for node, number in column.items():
        columns[number].append(node)
    before: dict[Item, list[Item]] = {}
    after: dict[Item, list[Item]] = {}
    seen: set[tuple[Item, Item]] = set()
    known: set[Item] = set()
    for source, target in roads:
        chain: list[Item] = [source, *lanes(column, source, target), target]
        if column[source] > column[target]:
            chain.reverse()
        elif column[source] == column[target]:
            continue
        for left, right in itertools.pairwise(chain):
            if (left, right) not in seen:
                seen.add((left, right))
                after.setdefault(left, []).append(right)
                before.setdefault(right, []).append(left)
        for item in chain[1:-1]:
            if isinstance(item, tuple) and item not in known:
                known.add(item)
                columns[item[1]].append(item)
    columns = _ordered(columns, before, after)
    return _placed(columns, before, after, heights)


def crossings(columns: Sequence[Sequence[Item]], after: Mapping[Item, Sequence[Item]]) -> int:
    """Count the pairs of roads that cross between neighbouring columns."""
    crossed = 0
    for left, right in itertools.pairwise(columns):
        position = {item: number for number, item in enumerate(right)}
        met: list[int] = []
        for item in left:
            ends = sorted(position[one] for one in after.get(item, ()))
            crossed += sum(len(met) - bisect_right(met, end) for end in ends)
            for end in ends:
                insort(met, end)
    return crossed


def _ordered(
    columns: list[list[Item]],
    before: Mapping[Item, Sequence[Item]],
    after: Mapping[Item, Sequence[Item]],
) -> list[list[Item]]:
    """Sort every column by where its neighbours stand, from both sides in turn, and keep the best."""
    best, least = columns, crossings(columns, after)
    for sweep in range(_SWEEPS):
        if not least:
            break
        columns = [list(one) for one in columns]
        forth = sweep % 2 == 0
        neighbours = before if forth else after
        order = range(1, len(columns)) if forth else range(len(columns) - 2, -1, -1)
        for number in order:
            beside = columns[number - 1 if forth else number + 1]
            position = {item: place / len(beside) for place, item in enumerate(beside)}
            count = len(columns[number])
            weight = {
                item: _mean([position[one] for one in neighbours.get(item, ())], place / count)
                for place, item in enumerate(columns[number])
            }
            columns[number].sort(key=weight.__getitem__)
        crossed = crossings(columns, after)
        if crossed < least:
            best, least = columns, crossed
    return best


def _placed(
    columns: Sequence[Sequence[Item]],
    before: Mapping[Item, Sequence[Item]],
    after: Mapping[Item, Sequence[Item]],
    heights: Mapping[str, float],
) -> dict[Item, float]:
    """Draw every node towards its neighbours, as far as the order and the distances of its column allow."""

    def height(item: Item) -> float:
        return heights[item] + GAP if isinstance(item, str) else LANE

    place: dict[Item, float] = {}
    for column in columns:
        wanted = [0.0] * len(column)
        place.update(zip(column, _spaced(wanted, [height(item) for item in column]), strict=True))
    for number in range(_SETTLINGS):
        forth = number % 2 == 0
        for column in columns if forth else reversed(columns):
            sides = (before, after) if number >= _SETTLINGS - 2 else (before,) if forth else (after,)
            wanted = [
                _mean([place[one] for side in sides for one in side.get(item, ())], place[item])
                for item in column
            ]
            place.update(zip(column, _spaced(wanted, [height(item) for item in column]), strict=True))
    return place


def _spaced(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Give the places nearest to those wanted that keep the order and leave each its height.

    Without its share of the heights above, each place may only grow: neighbours that would not are pooled
    and take the mean of what they want.
    """
    offsets: list[float] = []
    at = 0.0
    for height in heights:
        offsets.append(at + height / 2)
        at += height
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            more, many = pools.pop()
            total, count = total + more, count + many
        pools.append((total, count))
    means = [total / count for total, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
