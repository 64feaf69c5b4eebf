"""Pictures are loaded away from the loop, kept while they may be wanted, and then let go of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.desktop.library import PEOPLE_KEPT, PLACES_KEPT, Library

ASSETS = Path(__file__).parents[2] / "assets"
ROOF, SQUARE, HOME = (("hollow/" + view, "", "") for view in ("roof", "square", "home"))
PEOPLE = (("lysandra", "right"), ("bram", "left"), ("maren", "left"))


@pytest.fixture
def library() -> Iterator[Library]:
    """A library of the game's own pictures."""
    made = Library(ASSETS)
    yield made
    made.close()


def test_a_picture_that_is_asked_for_again_is_the_same(library: Library) -> None:
    """Nothing is loaded twice."""
    assert library.place(ROOF).result() is library.place(ROOF).result() is not None
    assert library.person(PEOPLE[0]).result() is library.person(PEOPLE[0]).result() is not None


def test_only_the_last_pictures_are_kept(library: Library) -> None:
    """Whoever was asked for longest ago is loaded anew."""
    first = library.place(ROOF).result()
    for key in (SQUARE, HOME)[:PLACES_KEPT]:
        library.place(key).result()
    assert library.place(ROOF).result() is not first
    person = library.person(PEOPLE[0]).result()
    for someone in PEOPLE[1 : 1 + PEOPLE_KEPT]:
        library.person(someone).result()
    assert library.person(PEOPLE[0]).result() is not person


def test_what_is_still_being_loaded_is_not_thrown_away(library: Library) -> None:
    """However many are asked for at once, each comes."""
    promises = [library.person(key) for key in PEOPLE]
    assert len(PEOPLE) > PEOPLE_KEPT
    assert all(promise.result() is not None for promise in promises)
    assert library.person(PEOPLE[-1]) is promises[-1]


def test_what_is_no_longer_expected_is_let_go_of(library: Library) -> None:
    """All but what is named is forgotten, and nothing is heard of giving the memory back."""
    roof, square = library.place(ROOF).result(), library.place(SQUARE).result()
    library.keep_only({SQUARE})
    library.tidy()
    assert library.place(SQUARE).result() is square
    assert library.place(ROOF).result() is not roof


def test_what_is_missing_is_none(library: Library) -> None:
    """No picture, no person: nothing, and no error."""
    assert library.place(("hollow/nowhere", "", "")).result() is None
    assert library.person(("nobody", "left")).result() is None
