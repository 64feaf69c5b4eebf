"""Where everything stands: nothing lies on anything else, nothing is missing, and it is always the same."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.workshop.map.depth import depths
from game.workshop.map.layers import crossings, layered
from game.workshop.map.sheet import STEP, WIDTH, Box, Leaving, Sheet, sheet

Drawing = tuple[dict[str, str], dict[str, float], list[Leaving]]


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    """Some nodes in a few fields, of any heights, with any roads."""
    count = draw(st.integers(1, 24))
    names = [f"n{number}" for number in range(count)]
    fields = {name: draw(st.sampled_from(["one", "two", "three"])) for name in names}
    heights = {name: float(draw(st.integers(40, 400))) for name in names}
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names))
    roads = [Leaving(one, 36.0, other) for one, other in draw(st.lists(ends, max_size=60))]
    return fields, heights, roads


def drawn(drawing: Drawing) -> Sheet:
    fields, heights, roads = drawing
    return sheet("n0", fields, heights, roads)


def apart(one: Box, other: Box) -> bool:
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


def within(one: Box, other: Box) -> bool:
    return (
        one.x >= other.x
        and one.y >= other.y
        and one.x + one.width <= other.x + other.width
        and one.y + one.height <= other.y + other.height
    )


@given(drawings())
def test_no_two_nodes_and_no_two_fields_overlap(drawing: Drawing) -> None:
    found = drawn(drawing)
    assert all(apart(one, other) for one, other in combinations(found.nodes.values(), 2))
    assert all(apart(one, other) for one, other in combinations(found.fields.values(), 2))


@given(drawings())
def test_every_node_lies_in_its_own_field_and_every_field_on_the_sheet(drawing: Drawing) -> None:
    found = drawn(drawing)
    fields, heights, _ = drawing
    assert list(found.nodes) == list(fields)
    assert set(found.fields) == set(fields.values())
    assert all(within(box, found.fields[fields[node]]) for node, box in found.nodes.items())
    assert all(box.height == heights[node] for node, box in found.nodes.items())
    assert all(within(box, Box(0, 0, *found.size)) for box in found.fields.values())


@given(drawings())
def test_every_road_is_drawn_from_its_node_to_its_target(drawing: Drawing) -> None:
    found = drawn(drawing)
    for road, curve in zip(drawing[2], found.curves, strict=True):
        source, target = found.nodes[road.source], found.nodes[road.target]
        assert len(curve) % 6 == 2
        assert curve[0] in (source.x, source.x + WIDTH)
        assert curve[1] == source.y + road.drop
        assert curve[-2] in (target.x, target.x + WIDTH)
        assert target.y <= curve[-1] <= target.y + target.height


@given(drawings())
def test_the_same_story_is_always_drawn_the_same(drawing: Drawing) -> None:
    assert drawn(drawing) == drawn(drawing)


def test_a_node_stands_as_deep_as_its_shortest_way_is_long() -> None:
    roads = {
        "start": ["near", "far"],
        "near": ["far", "deep"],
        "far": ["start"],
        "deep": [],
        "lost": ["deep"],
        "alone": [],
    }
    assert depths("start", roads) == {"start": 0, "near": 1, "far": 1, "deep": 2, "lost": 1, "alone": 3}


def test_ordering_leaves_few_crossings() -> None:
    """Two rows, joined crosswise at random, are untangled."""
    names = [f"{side}{number}" for side in "lr" for number in range(12)]
    column = {name: int(name[0] == "r") for name in names}
    shuffled = list(range(12))
    random.Random(1).shuffle(shuffled)
    roads = [(f"l{number}", f"r{other}") for number, other in enumerate(shuffled)]
    middle = layered(column, dict.fromkeys(names, 50.0), roads)
    left, right = (sorted((n for n in names if n[0] == side), key=middle.__getitem__) for side in "lr")
    after = {source: [target] for source, target in roads}
    assert crossings([names[:12], names[12:]], after) > 20
    assert crossings([left, right], after) == 0


def test_a_road_back_passes_beside_the_nodes_between() -> None:
    """It has lanes of its own, shared with other roads to the same node."""
    names = ["a", "b", "c", "d"]
    fields, heights = dict.fromkeys(names, "one"), dict.fromkeys(names, 80.0)
    roads = [Leaving(one, 30.0, other) for one, other in ("ab", "bc", "cd", "da", "ca")]
    found = sheet("a", fields, heights, roads)
    back, shorter = found.curves[3], found.curves[4]
    through = found.nodes["b"]
    assert back[-8:] == shorter[-8:]
    levels = [back[at + 1] for at in range(0, len(back), 2) if through.x <= back[at] <= through.x + WIDTH]
    assert levels
    assert all(not through.y <= level <= through.y + through.height for level in levels)


def test_a_very_long_field_is_broken_into_lines() -> None:
    names = [f"n{number}" for number in range(400)]
    roads = [Leaving(one, 30.0, other) for one, other in pairwise(names)]
    found = sheet("n0", dict.fromkeys(names, "one"), dict.fromkeys(names, 80.0), roads)
    assert found.size[0] < 60 * STEP
    assert len({box.y for box in found.nodes.values()}) > 5


def test_a_node_with_very_many_ways_on_makes_no_endless_column() -> None:
    names = [f"n{number}" for number in range(500)]
    roads = [Leaving("n0", 30.0, name) for name in names[1:]] + [Leaving(name, 30.0, "n0") for name in names]
    found = sheet("n0", dict.fromkeys(names, "one"), dict.fromkeys(names, 80.0), roads)
    assert found.size[1] < 60 * 110
    assert max(len(curve) for curve in found.curves) < 200
