"""Which values of a fact anything from a spot on can tell apart.

Two values are alike at a spot if every guard there says the same of both, and every arc from there leads both
to values that are alike where it ends. Whatever is alike is kept as one. Nothing is lost by it: a state and
its likeness have the same moves for ever after. It is found backwards along the arcs, from all values being
alike, until no two have to be told apart any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.verify.arcs import Arc
from game.verify.graph import Graph

WIDEST = 64
"""Facts with more values than this are kept as they are, to save time."""
NARROWEST = 3
"""Facts with fewer values than this have none that could be alike where they matter."""

Likeness = dict[int, int]
"""For every bit of a slot that is possible, the one that stands for it."""


def likenesses(graph: Graph, live: Sequence[int]) -> list[dict[int, Likeness]]:
    """For every spot and every slot of several values that is live there: which of them are alike."""
    places = graph.layout.order.places
    alike: list[dict[int, Likeness]] = [{} for _ in graph.onward]
    waiting = list(graph.layout.order.spots)
    queued = set(waiting)
    while waiting:
        spot = waiting.pop()
        queued.discard(spot)
        changed = 0
        for field in graph.layout.parts(live[spot]):
            if field.bit_count() >= NARROWEST:
                here = _told_apart(graph, alike, spot, field)
                if alike[spot].get(field) != here:
                    alike[spot][field] = here
                    changed |= field
        if changed:
            more = {arc.source for arc in graph.arriving[spot]} - queued
            queued |= more
            waiting += sorted(more, key=places.__getitem__)
    return alike


def _told_apart(graph: Graph, alike: list[dict[int, Likeness]], spot: int, field: int) -> Likeness:
    """The likeness of one slot at a spot, given those where the arcs end."""
    possible = graph.possible[spot]
    bits = [1 << number for number in range(field.bit_length()) if field & possible & 1 << number]
    if len(bits) > WIDEST:
        return {bit: bit for bit in bits}
    columns: list[list[int]] = []
    for arc in graph.onward[spot]:
        columns += [[bool(bar & bit) for bit in bits] for bar in arc.bars if bar & field]
        if arc.also is not None:
            columns.append(bits)
        there = alike[arc.to].get(field)
        if there is not None:
            if arc.keep & field:
                columns.append([there.get(bit, 0) for bit in bits])
            columns += [
                [there.get(table[bit], 0) for bit in bits] for one, table in arc.changes if one == field
            ]
    firsts: dict[tuple[int, ...], int] = {}
    signs = zip(*columns, strict=True) if columns else ((),) * len(bits)
    return {bit: firsts.setdefault(sign, bit) for bit, sign in zip(bits, signs, strict=True)}


def seen_through(graph: Graph, live: Sequence[int]) -> tuple[int, list[list[Arc]]]:
    """The first state and the arcs of every spot, with all that is alike made one."""
    alike = likenesses(graph, live)
    first = graph.first & live[0]
    for field, likeness in alike[0].items():
        first = first & ~field | likeness[first & field]
    return first, [[_likened(arc, live[arc.to], alike[arc.to]) for arc in arcs] for arcs in graph.onward]


def _likened(arc: Arc, live: int, alike: dict[int, Likeness]) -> Arc:
    keep, fixed = arc.keep & live, arc.fixed & live
    changes = []
    for field, table in arc.changes:
        if live & field:
            likeness = alike.get(field)
            if likeness:
                changes.append((field, {old: likeness[new] for old, new in table.items() if new in likeness}))
            else:
                changes.append((field, table))
    for field, likeness in alike.items():
        if fixed & field:
            fixed = fixed & ~field | likeness[fixed & field]
        elif keep & field and any(bit != stand_in for bit, stand_in in likeness.items()):
            keep &= ~field
            changes.append((field, likeness))
    return replace(arc, keep=keep, fixed=fixed, changes=tuple(changes))
