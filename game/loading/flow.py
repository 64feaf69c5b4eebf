"""Where the run can go that it must not: round in circles without a page, into itself, back from nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.diagnostics import Diagnostic, Span, mistake
from game.model.story import Node, Story, TargetKind

_Edges = Mapping[str, list[tuple[str, Span]]]


def check_flow(story: Story, found: list[Diagnostic]) -> None:
    """Find circles of redirects and chances, detours that run themselves, and `back` from nowhere."""
    nodes = story.nodes
    passing = {name: list(_passed_on(node)) for name, node in nodes.items() if node.redirects or node.chances}
    for path, span in _circles(passing):
        found.append(mistake("E513", span, path=" -> ".join(path)))
    calls = {name: led for name, node in nodes.items() if (led := list(_led(node, TargetKind.DETOUR)))}
    onward: _Edges = {}
    if calls:
        onward = {
            name: passing.get(name, []) + list(_led(node, TargetKind.NODE)) for name, node in nodes.items()
        }
        _check_recursion({name: edges + calls.get(name, []) for name, edges in onward.items()}, calls, found)
    inside = _reached(onward, [target for node in calls.values() for target, _ in node])
    for name, node in nodes.items():
        for _, span in _led(node, TargetKind.BACK):
            if name not in inside:
                found.append(mistake("E528", span, name=name))


def _check_recursion(edges: _Edges, calls: _Edges, found: list[Diagnostic]) -> None:
    """A detour that comes round to where it was entered would go deeper for ever."""
    knot = {name: number for number, names in enumerate(_knots(edges)) for name in names}
    for name, targets in calls.items():
        for target, span in targets:
            if knot.get(target) == knot[name]:
                found.append(mistake("E527", span, name=name, target=target))


def _passed_on(node: Node) -> Iterator[tuple[str, Span]]:
    """Give where arriving at a node can lead without a page being shown."""
    yield from ((redirect.target, redirect.span) for redirect in node.redirects)
    yield from ((chance.target, chance.span) for chance in node.chances)


def _led(node: Node, kind: TargetKind) -> Iterator[tuple[str, Span]]:
    """Give where the choices and songs of a node lead in one way."""
    yield from ((choice.target.node, choice.span) for choice in node.choices if choice.target.kind is kind)
    for song in node.songs:
        yield from (
            (way.target.node, way.span) for way in song.ways if way.target and way.target.kind is kind
        )


def _reached(edges: _Edges, starts: list[str]) -> set[str]:
    reached: set[str] = set()
    waiting = starts
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [target for target, _ in edges.get(name, ())]
    return reached


def _circles(edges: _Edges) -> Iterator[tuple[list[str], Span]]:
    """Give one circle of every knot of names that lead to each other, with the place where it closes."""
    for names in _knots(edges):
        first = min(names)
        came: dict[str, tuple[str, Span]] = {}
        waiting = [first]
        while waiting and first not in came:
            name = waiting.pop(0)
            for target, span in edges.get(name, ()):
                if target in names and target not in came:
                    came[target] = (name, span)
                    waiting.append(target)
        if first in came:
            path = [first]
            while path[-1] != first or len(path) == 1:
                path.append(came[path[-1]][0])
            yield path[::-1], came[first][1]


def _knots(edges: _Edges) -> list[set[str]]:
    """Give the strongly connected parts of a graph (Tarjan's way, without recursion)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    knots: list[set[str]] = []
    for root in edges:
        if root in order:
            continue
        path = [(root, iter(edges[root]))]
        order[root] = low[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        while path:
            name, targets = path[-1]
            step = next(targets, None)
            if step is not None:
                target = step[0]
                if target not in order and target in edges:
                    order[target] = low[target] = len(order)
                    stack.append(target)
                    on_stack.add(target)
                    path.append((target, iter(edges[target])))
                elif target in on_stack:
                    low[name] = min(low[name], order[target])
                continue
            path.pop()
            if path:
                low[path[-1][0]] = min(low[path[-1][0]], low[name])
            if low[name] == order[name]:
                knot = {name}
                while (member := stack.pop()) != name:
                    knot.add(member)
                on_stack -= knot
                knots.append(knot)
    return knots
