"""What was probably meant."""

from __future__ import annotations

import pytest

from game.expression.guess import closest

NAMES = ("hollow.roof", "hollow.square", "hollow.bell", "kiln.roof", "vault", "hush")


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("vualt", "vault"),
        ("hsuh", "hush"),
        ("hollow.rof", "hollow.roof"),
        ("holow.roof", "hollow.roof"),
        ("hollow.ladder", None),
        ("hollow.sq", None),
        ("completely_else", None),
        ("vault", None),
        ("", None),
    ],
)
def test_a_guess_is_near_or_there_is_none(word: str, guess: str | None) -> None:
    assert closest(word, NAMES) == guess


def test_among_very_many_names_only_those_that_begin_and_end_alike_are_looked_at() -> None:
    names = [f"c{number % 90}.n{number:05}" for number in range(30_000)]
    assert (closest("c10.n0o010", names) or "").startswith("c10.n")
    assert closest("x10.n00010", names) is None
