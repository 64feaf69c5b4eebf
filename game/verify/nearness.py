"""How far every spot is at least, by the arcs that any value sets open; and to which only chance leads."""

from __future__ import annotations

from collections import deque

from game.verify.graph import Graph


def least_steps(graph: Graph) -> list[int]:
    """For every spot, how many actions every walk to it has at least; -1 where none leads.

    No walk is shorter, as every one goes along arcs; there may be none as short, as their guards are not
    asked.
    """
    least = [-1] * len(graph.onward)
    least[0] = 0
    waiting = deque([0])
    while waiting:
        spot = waiting.popleft()
        for arc in graph.onward[spot]:
            steps = least[spot] + (arc.move.action is not None)
            if least[arc.to] < 0 or steps < least[arc.to]:
                least[arc.to] = steps
                if arc.move.action is None:
                    waiting.appendleft(arc.to)
                else:
                    waiting.append(arc.to)
    return least


def only_by_chance(graph: Graph) -> frozenset[str]:
    """The nodes to which no walk leads without a draw, though arcs do."""
    met = {0}
    waiting = [0]
    while waiting:
        for arc in graph.onward[waiting.pop()]:
            if arc.move.outcome is None and arc.to not in met:
                met.add(arc.to)
                waiting.append(arc.to)
    drawn = set(graph.machine.entries)
    for node, spots in graph.machine.entries.items():
        if any(spot in met for spot in spots) or not any(graph.possible[spot] for spot in spots):
            drawn.discard(node)
    return frozenset(drawn)
