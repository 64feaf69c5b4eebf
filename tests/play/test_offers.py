"""What is offered, and what is not."""

from __future__ import annotations

from dataclasses import replace

from game.expression.syntax import NEVER
from game.model.song import Way
from game.play import Offers, Sing, SongOffer, State, begin, offers
from tests.builder import Builder, words
from tests.playing import played


def test_a_closed_choice_is_offered_closed() -> None:
    build = Builder()
    build.node("start", "go -> start", build.choice("fly -> start", "start", guard=NEVER))
    story = build.story()
    told = [(offer.choice.key, offer.open) for offer in offers(story, begin(story).state).choices]
    assert told == [("go", True), ("fly", False)]


def test_what_was_for_once_is_not_offered_again() -> None:
    build = Builder()
    build.node("start", "stay -> start", build.choice("go -> start", "start", once=True))
    assert [offer.choice.key for offer in played(build.story()).offers.choices] == ["stay", "go"]
    assert [offer.choice.key for offer in played(build.story(), "start/go").offers.choices] == ["stay"]


def test_the_way_back_is_offered_only_inside_a_detour() -> None:
    build = Builder()
    build.node("start", "inner -> detour start", "return -> back")
    story = build.story()
    assert [offer.choice.key for offer in offers(story, begin(story).state).choices] == ["inner"]
    inside = State("start", (), ("start",))
    assert [offer.choice.key for offer in offers(story, inside).choices] == ["inner", "return"]


def test_nothing_is_offered_after_an_ending_or_before_a_draw() -> None:
    build = Builder()
    build.node("start", "go -> start", ending="home")
    story = build.story()
    assert offers(story, begin(story).state) == Offers()
    build = Builder()
    build.node("start", "go -> start", chances=((1, "start"),))
    story = build.story()
    assert offers(story, begin(story).state) == Offers()


def song_offer(*, known: bool = True, **cells: int) -> SongOffer | None:
    """The offer of Kindling where it is written for, with these cells set."""
    build = Builder()
    build.song("kindling", known=known)
    build.person("bram")
    asked = build.when("asked")
    build.node(
        "start",
        songs=(
            build.answers(
                "kindling",
                build.way("kindling", "command", "start", asked=asked, once=True),
                build.way("kindling", "invite", words("Ah."), asked=asked, person="bram"),
                to="bram",
                phrase=2,
            ),
        ),
    )
    names = {
        "rests": "rests(kindling)",
        "motif": "motif(bram)",
        "taken": "taken(start/sing.kindling.command)",
    }
    for name, value in cells.items():
        number = build.cell(names.get(name, name))
        build.cells[number] = replace(build.cells[number], start=value)
    found = played(build.story()).offers.songs
    return found[0] if found else None


def test_only_songs_that_are_known_are_offered() -> None:
    assert song_offer(known=False) is None


def test_a_song_that_is_not_asked_for_is_free() -> None:
    assert song_offer() == SongOffer("kindling")


def test_a_claimed_song_has_the_ways_that_are_open() -> None:
    assert song_offer(asked=1) == SongOffer("kindling", (Way.COMMAND,), "bram", authored=True, phrase=2)
    both = song_offer(asked=1, rests=1, motif=1)
    assert both is not None
    assert both.ways == (Way.COMMAND, Way.INVITE)


def test_a_claimed_song_may_have_no_open_way() -> None:
    assert song_offer(asked=1, taken=1) == SongOffer("kindling", (), "bram", authored=True, phrase=2)


def test_what_a_performance_amounts_to() -> None:
    offer = SongOffer("kindling", (Way.COMMAND,), "bram", authored=True)
    assert offer.sung(Way.COMMAND) == Sing("kindling", Way.COMMAND)
    assert offer.sung(Way.COMMAND, "bram") == Sing("kindling", Way.COMMAND)
    assert offer.sung(Way.INVITE) == Sing("kindling")
    assert offer.sung(Way.COMMAND, "wren") == Sing("kindling", None, "wren")
    assert offer.sung(None) == Sing("kindling")


def test_a_song_without_anything_written_is_free() -> None:
    build = Builder()
    build.song("kindling", known=True)
    build.node("start")
    assert played(build.story()).offers.songs == (SongOffer("kindling"),)
