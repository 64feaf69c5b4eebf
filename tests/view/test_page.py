"""The page, and the transcript of a run."""

from __future__ import annotations

from game.expression.syntax import NEVER
from game.model.song import Way
from game.model.text import Branch, Words
from game.play import SongOffer
from game.play.event import Sang
from game.view.block import BlockKind, Moment
from game.view.page import page, sung, transcript
from tests.builder import Builder, words
from tests.playing import played


def village() -> Builder:
    build = Builder()
    build.song("kindling", known=True)
    build.person("bram", replies=(build.reply("kindling", "Bram hums."),))
    build.cell("motif(bram)")
    told = build.way(
        "kindling", "invite", words("He turns."), asked=build.when("asked"), do=(build.put("warm"),)
    )
    warm = Branch(((build.when("warm"), words("It is warm.")),))
    build.node(
        "start",
        build.choice("climb -> roof", "start", guard=build.when("warm"), reason=words("Not yet.")),
        build.choice("hidden -> roof", "start", guard=NEVER),
        build.choice("ask -> detour inner", "start", do=(build.put("asked"), build.put("rests(kindling)"))),
        text=(Words("The square. "), warm),
        presences=build.with_people("bram"),
        songs=(build.answers("kindling", told, to="bram"),),
    )
    build.node("inner", "return -> back", text=words("A talk."))
    build.node("roof", text=words("The roof."), ending="home")
    return build


def test_a_page_says_where_it_is_and_what_can_be_done() -> None:
    history = played(village().story())
    shown = page(history.story, history)
    assert (shown.node, shown.place, shown.place_name, shown.view_name, shown.note) == (
        "start",
        "here",
        "Here",
        "All of it",
        "E",
    )
    assert [block.text for block in shown.blocks] == ["The square."]
    assert [(one.key, one.open, one.text, one.reason) for one in shown.choices] == [
        ("climb", False, "Do climb", "Not yet."),
        ("ask", True, "Do ask", ""),
    ]
    assert shown.songs == (SongOffer("kindling"),)
    assert shown.listening == frozenset()
    assert shown.ending is None


def test_choices_taken_before_are_marked() -> None:
    history = played(village().story())
    shown = page(history.story, history, {"start/ask", "elsewhere/climb"})
    assert [one.taken_before for one in shown.choices] == [False, True]


def test_who_would_answer_is_listening() -> None:
    history = played(village().story(), "start/ask", "inner/return")
    assert page(history.story, history).listening == {"bram"}
    build = Builder()
    build.song("knock", small=True, known=True)
    build.node("start", songs=(build.answers("knock", build.way("knock", "share", words("Knock."))),))
    history = played(build.story())
    assert page(history.story, history).listening == {"here"}


def test_what_was_sung_in_place_joins_the_page_and_the_text_stays_as_it_was_shown() -> None:
    history = played(village().story(), "start/ask", "inner/return", "sing kindling invite")
    shown = page(history.story, history)
    assert [(block.kind, block.text) for block in shown.blocks] == [
        (BlockKind.PROSE, "The square."),
        (BlockKind.SUNG, "You sing Kindling to Bram, and listen in its rests."),
        (BlockKind.ASIDE, "He turns."),
    ]
    assert shown.choices[0].open


def test_after_a_detour_the_caller_is_shown_as_it_is_now() -> None:
    history = played(
        village().story(), "start/ask", "inner/return", "sing kindling invite", "start/ask", "inner/return"
    )
    shown = page(history.story, history)
    assert [block.text for block in shown.blocks] == ["The square. It is warm."]


def test_a_page_of_an_ending_names_it_and_offers_nothing() -> None:
    history = played(village().story(), "start/ask", "inner/return", "sing kindling invite", "start/climb")
    shown = page(history.story, history)
    assert shown.ending is not None
    assert shown.ending.title == "Home"
    assert (shown.choices, shown.songs) == ((), ())


def test_the_transcript_tells_the_whole_run() -> None:
    history = played(village().story(), "sing kindling to bram", "start/ask", "inner/return")
    told = [(block.kind, block.text, block.place) for block in transcript(history.story, history)]
    assert told == [
        (BlockKind.PROSE, "The square.", "here"),
        (BlockKind.SUNG, "You sing Kindling to Bram.", "here"),
        (BlockKind.ASIDE, "Bram hums.", "here"),
        (BlockKind.TAKEN, "Do ask", "here"),
        (BlockKind.PROSE, "A talk.", "here"),
        (BlockKind.TAKEN, "Do return", "here"),
        (BlockKind.PROSE, "The square.", "here"),
    ]


def test_the_transcript_of_a_longer_run_begins_with_that_of_the_shorter() -> None:
    history = played(village().story(), "start/ask", "inner/return")
    shorter = history.back()
    assert shorter is not None
    before = transcript(shorter.story, shorter)
    assert transcript(history.story, history)[: len(before)] == before


def test_draws_are_not_told() -> None:
    build = Builder()
    build.node("start", "toss -> coin")
    build.node("coin", chances=((1, "side"),))
    build.node("side")
    history = played(build.story(), "start/toss")
    told = [block.text for block in transcript(history.story, history)]
    assert told == ["This is start.", "Do toss", "This is side."]


def test_a_place_that_was_never_declared_has_no_name() -> None:
    build = Builder()
    build.places.clear()
    build.node("start")
    history = played(build.story())
    shown = page(history.story, history)
    assert (shown.place_name, shown.view_name, shown.note) == ("", "", "")


def test_how_a_song_was_sung_is_said() -> None:
    build = village()
    story = build.story()
    at = Moment(story, tuple(cell.start for cell in story.cells), 1, "start", 1)
    assert sung(at, Sang("kindling", Way.COMMAND, None)) == "You sing Kindling, straight through its rests."
    assert (
        sung(at, Sang("kindling", Way.COMMAND, "bram"))
        == "You sing Kindling to Bram, straight through its rests."
    )
    assert sung(at, Sang("kindling", Way.SHARE, "the bell")) == "You sing Kindling."
