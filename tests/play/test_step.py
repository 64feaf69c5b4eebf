"""One vignette for each rule of a turn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.expression.syntax import NEVER, Not
from game.model.place import Place, View
from game.model.song import Way
from game.model.story import Presence
from game.play import Choose, Draw, Refused, Sing, State, begin, step
from game.play.event import (
    Aside,
    Asked,
    Changed,
    Chose,
    Ended,
    Entered,
    Event,
    Learned,
    Replied,
    Returned,
    Sang,
)
from tests.builder import Builder, words
from tests.playing import fact, played


def test_a_run_begins_by_arriving_at_the_start() -> None:
    build = Builder()
    build.node("start", visits=1, do=(build.put("awake"),))
    story = build.story()
    turn = begin(story)
    assert turn.state == State("start", (1, 1))
    assert turn.events == (Entered("start"), Changed(0, 0, 1))


def test_the_mark_comes_before_the_choice_s_own_effects() -> None:
    """An effect may therefore clear the mark of the very choice that it belongs to."""
    build = Builder()
    build.cell("taken(start/go)")
    build.node(
        "start", build.choice("go -> start", "start", once=True, do=(build.put("taken(start/go)", 0),))
    )
    history = played(build.story(), "start/go", "start/go")
    assert fact(history.story, history.state, "taken(start/go)") == 0


def test_a_choice_s_effects_come_before_the_arrival_s() -> None:
    build = Builder()
    build.node("start", build.choice("go -> there", "start", do=(build.put("place", 1),)))
    build.node("there", do=(build.put("place", 0),))
    history = played(build.story(), "start/go")
    assert fact(history.story, history.state, "place") == 0
    assert history.turn.events == (Chose("start", "go"), Changed(0, 0, 1), Entered("there"), Changed(0, 1, 0))


def test_a_node_has_been_seen_when_it_is_first_shown() -> None:
    build = Builder()
    build.node("start", visits=1, redirects=(("there", build.when("visits(start)")),))
    build.node("there")
    assert begin(build.story()).state.node == "there"


def test_visits_stay_at_their_highest_number() -> None:
    build = Builder()
    build.node("start", "again -> start", visits=2)
    history = played(build.story(), "start/again", "start/again", "start/again")
    assert fact(history.story, history.state, "visits(start)") == 2
    assert history.trail[-1].visit == 4


def test_arrival_effects_come_before_redirects() -> None:
    build = Builder()
    build.node("start", do=(build.put("ready"),), redirects=(("there", build.when("ready")),))
    build.node("there")
    assert begin(build.story()).state.node == "there"


def test_the_first_redirect_that_holds_is_followed_and_counts_as_an_arrival() -> None:
    build = Builder()
    no, yes = build.when("no"), Not(build.when("no"))
    build.node("start", redirects=(("wrong", no), ("right", yes), ("wrong", yes)))
    build.node("right", visits=1, redirects=(("end", yes),))
    build.node("wrong")
    build.node("end")
    turn = begin(build.story())
    assert turn.state.node == "end"
    assert turn.state.values == (0, 1)
    assert turn.events == (Entered("start"), Entered("right"), Entered("end"))


def test_a_node_of_chance_asks_for_a_draw_and_shows_nothing() -> None:
    build = Builder()
    build.node("start", chances=((3, "heads"), (1, "tails")))
    build.node("heads", "on -> start")
    build.node("tails")
    story = build.story()
    turn = begin(story)
    assert turn.state.draw == (3, 1)
    assert turn.events[-1] == Asked((3, 1))
    assert step(story, turn.state, Draw(0)).state == State("heads", ())
    assert step(story, turn.state, Draw(1)).state == State("tails", ())


@pytest.mark.parametrize("index", [-1, 2])
def test_only_a_draw_that_is_asked_for_can_be_made(index: int) -> None:
    build = Builder()
    build.node("start", chances=((1, "start"), (1, "start")))
    story = build.story()
    with pytest.raises(Refused):
        step(story, begin(story).state, Draw(index))
    with pytest.raises(Refused, match="draw"):
        step(story, begin(story).state, Choose("any"))


def test_a_draw_where_none_is_asked_for_is_refused() -> None:
    build = Builder()
    build.node("start")
    story = build.story()
    with pytest.raises(Refused):
        step(story, begin(story).state, Draw(0))


def test_an_ending_ends_the_run() -> None:
    build = Builder()
    build.node("start", "go -> home")
    build.node("home", "back -> start", ending="home")
    history = played(build.story(), "start/go")
    assert history.state.ending == "home"
    assert history.turn.events[-1] == Ended("home")
    with pytest.raises(Refused, match="over"):
        history.act(Choose("back"))


def test_a_detour_comes_back_to_its_caller_without_a_visit_or_arrival_effects() -> None:
    build = Builder()
    build.cell("count", 9)
    build.node("start", "aside -> detour inner", visits=3, do=(build.add("count"),))
    build.node("inner", "on -> deeper")
    build.node("deeper", "return -> back")
    history = played(build.story(), "start/aside", "inner/on")
    assert history.state.detours == ("start",)
    before = history.state.values
    history = played(build.story(), "start/aside", "inner/on", "deeper/return")
    assert history.state == State("start", before)
    assert history.turn.events == (Chose("deeper", "return"), Returned("start"))


def test_detours_nest() -> None:
    build = Builder()
    build.node("start", "one -> detour a")
    build.node("a", "two -> detour b", "return -> back")
    build.node("b", "return -> back")
    history = played(build.story(), "start/one", "a/two")
    assert history.state.detours == ("start", "a")
    history = played(build.story(), "start/one", "a/two", "b/return", "a/return")
    assert history.state == State("start", ())


def test_back_outside_a_detour_leads_nowhere_and_is_refused() -> None:
    build = Builder()
    build.node("start", "return -> back")
    story = build.story()
    with pytest.raises(Refused):
        step(story, begin(story).state, Choose("return"))


def test_a_song_s_way_back_outside_a_detour_is_refused() -> None:
    build = Builder()
    build.song("knock", small=True, known=True)
    build.node("start", songs=(build.answers("knock", build.way("knock", "share", "back")),))
    story = build.story()
    with pytest.raises(Refused):
        step(story, begin(story).state, Sing("knock", Way.SHARE))


def test_a_closed_choice_and_one_that_is_not_there_are_refused() -> None:
    build = Builder()
    build.node("start", build.choice("go -> start", "start", guard=NEVER))
    story = build.story()
    for key in ("go", "fly"):
        with pytest.raises(Refused):
            step(story, begin(story).state, Choose(key))


def test_a_choice_for_once_is_gone_after_it_was_taken() -> None:
    build = Builder()
    build.node("start", build.choice("go -> start", "start", once=True))
    history = played(build.story(), "start/go")
    with pytest.raises(Refused):
        history.act(Choose("go"))


def test_facts_stay_within_their_bounds() -> None:
    build = Builder()
    build.cell("hush", 2, start=1)
    build.node(
        "start",
        build.choice("up -> start", "start", do=(build.add("hush", 5),)),
        build.choice("down -> start", "start", do=(build.add("hush", -5),)),
    )
    assert played(build.story(), "start/up").state.values == (2,)
    assert played(build.story(), "start/up", "start/down").state.values == (0,)


def test_what_the_format_builds_in_is_learned_and_can_be_forgotten() -> None:
    build = Builder()
    build.song("kindling")
    learn, forget = build.put("knows(kindling)"), build.put("knows(kindling)", 0)
    build.node(
        "start",
        build.choice("learn -> start", "start", do=(learn,)),
        build.choice("forget -> start", "start", do=(forget,)),
    )
    cell = build.cell("knows(kindling)")
    history = played(build.story(), "start/learn", "start/forget", "start/forget")
    told = [
        event for entry in history.trail for event in entry.events if isinstance(event, Learned | Changed)
    ]
    assert told == [Learned(cell), Changed(cell, 1, 0)]


def songs_story() -> Builder:
    """Kindling sung to Bram: answered by a node when commanded, by an aside when invited."""
    build = Builder()
    build.song("kindling", known=True)
    build.person("bram", replies=(build.reply("kindling", "Bram hums."),))
    build.person("wren")
    build.cell("motif(bram)")
    build.node(
        "start",
        build.choice("learn -> start", "start", do=(build.put("rests(kindling)"), build.put("motif(bram)"))),
        presences=(*build.with_people("bram"), Presence("wren", (), build.when("wren.here"))),
        songs=(
            build.answers(
                "kindling",
                build.way("kindling", "command", "lamps", do=(build.add("hush"),)),
                build.way(
                    "kindling",
                    "invite",
                    words("He turns."),
                    person="bram",
                    once=True,
                    do=(build.put("warm"),),
                ),
                to="bram",
            ),
        ),
    )
    build.node("lamps", "back_to -> start")
    return build


def test_a_commanded_song_leads_on() -> None:
    history = played(songs_story().story(), "sing kindling command")
    assert history.state.node == "lamps"
    assert fact(history.story, history.state, "hush") == 1
    assert Sang("kindling", Way.COMMAND, "bram") in history.turn.events


def test_an_invitation_needs_the_rests_and_the_motif() -> None:
    story = songs_story().story()
    with pytest.raises(Refused):
        played(story, "sing kindling invite")
    history = played(story, "start/learn", "sing kindling invite to bram")
    assert history.state.node == "start"
    assert fact(story, history.state, "warm") == 1
    assert history.turn.events[-1] == Aside("start", "kindling", Way.INVITE, words("He turns."))


def test_an_aside_counts_no_visit_and_what_is_for_once_does_not_come_again() -> None:
    build = songs_story()
    story = build.story()
    history = played(story, "start/learn", "sing kindling invite")
    assert not any(isinstance(event, Entered) for event in history.turn.events)
    with pytest.raises(Refused):
        history.act(Sing("kindling", Way.INVITE))


def test_a_way_without_target_or_words_only_does_its_effects() -> None:
    build = Builder()
    build.song("knock", small=True, known=True)
    silent = replace(build.way("knock", "share", (), do=(build.put("heard"),)), aside=None)
    build.node("start", songs=(build.answers("knock", silent),))
    history = played(build.story(), "sing knock share")
    assert fact(history.story, history.state, "heard") == 1
    assert history.turn.events == (Sang("knock", Way.SHARE, None), Changed(build.cell("heard"), 0, 1))


def test_a_song_that_is_not_known_cannot_be_sung() -> None:
    build = Builder()
    build.song("kindling")
    build.node("start")
    story = build.story()
    for song in ("kindling", "no_song"):
        with pytest.raises(Refused, match="know"):
            step(story, begin(story).state, Sing(song))


def test_a_song_can_be_hummed_from_its_pieces() -> None:
    build = Builder()
    build.song("heartsong", pieces="heart")
    build.node("start", build.choice("find -> start", "start", do=(build.add("heart"),)))
    history = played(build.story(), "start/find", "sing heartsong")
    assert history.turn.events == (Sang("heartsong", None, None),)


def test_a_free_song_changes_nothing() -> None:
    history = played(songs_story().story(), "sing kindling to bram")
    assert history.before is not None
    assert history.state == history.before.state
    assert history.turn.events == (Sang("kindling", None, "bram"), Replied("bram", words("Bram hums.")))


@pytest.mark.parametrize(
    ("view_reply", "place_reply", "expected"),
    [
        ("kindling", "kindling", ("here", "view")),
        (None, "kindling", ("here", "place")),
        (None, "any", ("here", "place")),
        ("any", "kindling", ("here", "view")),
        (None, "other", None),
    ],
)
def test_who_answers_a_free_song(
    view_reply: str | None, place_reply: str, expected: tuple[str, str] | None
) -> None:
    """The view before the place; a reply to this song before one to any."""
    build = Builder()
    build.song("kindling", known=True)
    view = View("all", "All", "x", replies=(build.reply(view_reply, "view"),) if view_reply else ())
    closed = build.reply(place_reply, "never", NEVER)
    build.places["here"] = Place(
        "here", "Here", views={"all": view}, replies=(closed, build.reply(place_reply, "place"))
    )
    build.node("start")
    told: list[Event] = list(played(build.story(), "sing kindling").turn.events)
    answer = [Replied(expected[0], words(expected[1]))] if expected else []
    assert told == [Sang("kindling", None, None), *answer]


def test_a_reply_to_this_song_comes_before_one_to_any() -> None:
    build = Builder()
    build.song("kindling", known=True)
    build.person("bram", replies=(build.reply("any", "Hm."), build.reply("kindling", "Ah.")))
    build.node("start", presences=build.with_people("bram"))
    assert played(build.story(), "sing kindling to bram").turn.events[-1] == Replied("bram", words("Ah."))


def test_a_place_that_was_never_declared_answers_nothing() -> None:
    build = Builder()
    build.song("kindling", known=True)
    build.places.clear()
    build.node("start")
    assert played(build.story(), "sing kindling").turn.events == (Sang("kindling", None, None),)


def test_nobody_can_be_turned_to_who_is_not_here() -> None:
    story = songs_story().story()
    for person in ("wren", "nobody"):
        with pytest.raises(Refused, match="not here"):
            step(story, begin(story).state, Sing("kindling", None, person))


def test_the_node_s_answer_is_not_had_by_turning_to_somebody_else() -> None:
    story = songs_story().story()
    with pytest.raises(Refused):
        step(story, begin(story).state, Sing("kindling", Way.COMMAND, "wren"))


def test_a_way_for_which_nothing_was_written_is_refused() -> None:
    build = Builder()
    build.song("kindling", known=True)
    build.node("start")
    story = build.story()
    with pytest.raises(Refused):
        step(story, begin(story).state, Sing("kindling", Way.COMMAND))


def test_a_refused_action_changes_nothing() -> None:
    history = played(songs_story().story())
    before = history.state
    with pytest.raises(Refused):
        history.act(Choose("fly"))
    assert history.state is before
