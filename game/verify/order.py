"""The spots of a machine in the order in which stories go through them.

Spots that can lead to each other form a *knot*; the knots have an order, as nothing leads back from a later
one to an earlier one. Whatever is worked out along this order, or against it, settles knot after knot.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.verify.machine import Machine


@dataclass(frozen=True, slots=True)
class Order:
    """The spots in order, and the place of every spot in it."""

    spots: list[int]
    places: list[int]
    knots: list[int]
    """The knot of every spot, by a number that grows along the order."""


def ordered(machine: Machine) -> Order:
    """Put all spots in order: by knots (Tarjan's way, without recursion), in each as a walk finds them."""
    onward = [[move.to for move in spot.moves] for spot in machine.spots]
    entered, low, knots = ([-1] * len(onward) for _ in range(3))
    left: list[int] = []
    unclosed = [0]
    path = [(0, 0)]
    entered[0] = low[0] = closed = 0
    clock = 1
    while path:
        spot, step = path.pop()
        if step < len(onward[spot]):
            path.append((spot, step + 1))
            to = onward[spot][step]
            if entered[to] < 0:
                entered[to] = low[to] = clock
                clock += 1
                unclosed.append(to)
                path.append((to, 0))
            elif knots[to] < 0:
                low[spot] = min(low[spot], entered[to])
            continue
        left.append(spot)
        if path:
            low[path[-1][0]] = min(low[path[-1][0]], low[spot])
        if low[spot] == entered[spot]:
            while knots[spot] < 0:
                knots[unclosed.pop()] = closed
            closed += 1
    knots = [closed - 1 - knot for knot in knots]
    walked = {spot: place for place, spot in enumerate(reversed(left))}
    spots = sorted(walked, key=lambda spot: (knots[spot], walked[spot]))
    places = [0] * len(onward)
    for place, spot in enumerate(spots):
        places[spot] = place
    return Order(spots, places, knots)
