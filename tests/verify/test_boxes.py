"""Sets of states as numbers, against sets of states."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from game.verify.boxes import MOST_PIECES, emptied, passed, uncovered, without
from game.verify.live import Layout
from game.verify.machine import Machine
from game.verify.order import Order
from tests.builder import Builder

SIZES = (1, 2, 3, 2)
OFFSETS = (0, 1, 3, 6)
FIELDS = [((1 << size) - 1) << offset for size, offset in zip(SIZES, OFFSETS, strict=True)]
LAYOUT = Layout(
    Machine(Builder().story(), []),
    Order([], [], []),
    [],
    {},
    {},
    {},
    [field for field, size in zip(FIELDS, SIZES, strict=True) for _ in range(size)],
)


def states(box: int) -> set[int]:
    """Every state in a box."""
    slots = [[1 << number for number in range(8) if box & field & 1 << number] for field in FIELDS]
    return {sum(bits) for bits in product(*slots)}


full_slots = st.tuples(*(st.integers(1, (1 << size) - 1) for size in SIZES))
boxes = full_slots.map(lambda slots: sum(bits << offset for bits, offset in zip(slots, OFFSETS, strict=True)))
bars = st.integers(0, 255)


@given(boxes, boxes)
def test_what_is_outside_another_box_is_that_and_no_state_twice(box: int, other: int) -> None:
    pieces = without(box, other, LAYOUT)
    found = [state for piece in pieces for state in states(piece)]
    assert set(found) == states(box) - states(other)
    assert len(found) == len(set(found))


@given(boxes, st.lists(boxes, max_size=4))
def test_what_no_box_covers_is_left(box: int, others: list[int]) -> None:
    pieces = uncovered([box], others, LAYOUT)
    assert pieces is not None
    left = states(box).difference(*(states(other) for other in others))
    assert {state for piece in pieces for state in states(piece)} == left


def test_too_many_pieces_are_not_followed() -> None:
    many = [255] * (MOST_PIECES + 1)
    assert uncovered(many, [0b00000011], LAYOUT) is None


@given(boxes, bars)
def test_what_gets_past_a_bar_are_the_states_that_do_not_meet_it(box: int, bar: int) -> None:
    assert states(passed(box, bar, LAYOUT.fields)) == {state for state in states(box) if not state & bar}


@given(boxes, boxes)
def test_a_box_is_emptied_if_a_slot_is(box: int, other: int) -> None:
    assert emptied(box & other, box & ~other, LAYOUT.fields) == (not states(box & other))
