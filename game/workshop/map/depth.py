"""How deep in the flow of a story every node lies."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence


def depths(start: str, roads: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Give for every node the least number of roads from the start.

    What no road leads to lies just before the first node that it leads to, if that is known, else behind all.
    """
    found = {start: 0}
    _spread(found, roads)
    behind: dict[str, list[str]] = {}
    for node, targets in roads.items():
        for target in targets:
            behind.setdefault(target, []).append(node)
    lost = deque(sorted(found, key=found.__getitem__))
    while lost:
        target = lost.popleft()
        for node in behind.get(target, ()):
            if node not in found:
                found[node] = max(0, found[target] - 1)
                lost.append(node)
    _spread(found, roads)
    last = max(found.values()) + 1
    for node in roads:
        if node not in found:
            found[node] = last
            _spread(found, roads, (node,))
    return found


def _spread(
    found: dict[str, int], roads: Mapping[str, Sequence[str]], begun: Sequence[str] | None = None
) -> None:
    queue = deque(sorted(found, key=found.__getitem__) if begun is None else begun)
    while queue:
        node = queue.popleft()
        for target in roads[node]:
            if target not in found:
                found[target] = found[node] + 1
                queue.append(target)
