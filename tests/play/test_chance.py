"""Chance is the same everywhere and always."""

from __future__ import annotations

from collections import Counter

from game.play.chance import drawn, name_number, splitmix64


def test_the_sequence_is_that_of_the_published_generator() -> None:
    """The first numbers of seed 1234567, as every splitmix64 gives them."""
    assert [splitmix64(1234567, counter) for counter in range(3)] == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
    ]


def test_names_have_the_numbers_of_fnv_1a() -> None:
    assert name_number("") == 0xCBF29CE484222325
    assert name_number("foobar") == 0x85944171F73967E8


def test_draws_follow_their_weights() -> None:
    counts = Counter(drawn((3, 1, 0, 4), 7, counter) for counter in range(8000))
    assert set(counts) == {0, 1, 3}
    assert abs(counts[0] - 3000) < 200
    assert abs(counts[1] - 1000) < 150
