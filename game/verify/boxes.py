"""Boxes: sets of states in which every fact has some set of values, whatever the others have.

A box is a number like a state's, but with any number of bits in a slot. A state is a box, the value sets of a
spot are one, and so is what a cube of a guard lets through. Two boxes meet in `&`; one lies in another if
nothing is left of it with the other's bits taken away. A box without any bit in a live slot is empty, and is
not kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.verify.live import Layout

MOST_PIECES = 64
"""A set of states that falls into more boxes than this is not followed any further."""


def emptied(box: int, lost: int, fields: Sequence[int]) -> bool:
    """Whether a box that has lost these bits has none left in one of their slots."""
    while lost:
        field = fields[(lost & -lost).bit_length() - 1]
        if not box & field:
            return True
        lost &= ~field
    return False


def passed(box: int, bar: int, fields: Sequence[int]) -> int:
    """What of a box gets past a bar; 0 if nothing does."""
    left = box & ~bar
    return 0 if left != box and emptied(left, box & bar, fields) else left


def without(box: int, other: int, layout: Layout) -> list[int]:
    """What of a box is outside another, as boxes that do not meet."""
    outside = box & ~other
    if not outside:
        return []
    if emptied(box & other, outside, layout.fields):
        return [box]
    pieces = []
    for field in layout.parts(outside):
        pieces.append(box & ~field | outside & field)
        box &= other | ~field
    return pieces


def uncovered(pieces: list[int], others: Iterable[int], layout: Layout) -> list[int] | None:
    """What of some boxes is in none of the others, as boxes; None if there are too many."""
    for other in others:
        pieces = [piece for one in pieces for piece in without(one, other, layout)]
        if len(pieces) > MOST_PIECES:
            return None
        if not pieces:
            break
    return pieces
