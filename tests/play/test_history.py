"""A run can be walked back, choice by choice, to its beginning."""

from __future__ import annotations

from game.play import Choose, Draw, History
from tests.builder import Builder
from tests.playing import played


def coin() -> Builder:
    build = Builder()
    build.node("start", "toss -> coin", visits=9)
    build.node("coin", chances=((1, "heads"), (1, "tails")))
    for side in ("heads", "tails"):
        build.node(side, "again -> start", visits=9)
    return build


def test_going_back_gives_the_very_run_before() -> None:
    first = History.start(coin().story(), 1)
    second = first.act(Choose("toss"))
    third = second.act(Choose("again"))
    assert third.back() is second
    assert second.back() is first
    assert first.back() is None


def test_going_back_over_a_draw_goes_back_to_the_choice_before_it() -> None:
    first = History.start(coin().story(), 1)
    tossed = first.act(Choose("toss"))
    assert isinstance(tossed.action, Draw)
    assert tossed.counter == 1
    assert tossed.back() is first


def test_the_same_choice_meets_the_same_chance_again() -> None:
    for seed in range(20):
        first = History.start(coin().story(), seed)
        tossed = first.act(Choose("toss"))
        back = tossed.back()
        assert back is not None
        assert back.act(Choose("toss")).state == tossed.state


def test_seeds_differ() -> None:
    assert {History.start(coin().story(), seed).act(Choose("toss")).state.node for seed in range(20)} == {
        "heads",
        "tails",
    }


def test_a_run_may_begin_with_a_draw_and_then_has_nothing_before_it() -> None:
    build = coin()
    build.start = "coin"
    history = History.start(build.story(), 1)
    assert history.state.node in ("heads", "tails")
    assert history.back() is None


def test_actions_are_told_in_words_draws_included() -> None:
    history = played(coin().story(), "start/toss")
    assert history.actions[0] == "start/toss"
    assert history.actions[1] in ("draw 0", "draw 1")


def test_the_trail_counts_visits_and_tells_where_each_action_was_taken() -> None:
    history = played(coin().story(), "start/toss")
    history = played(coin().story(), "start/toss", f"{history.state.node}/again")
    entry = history.trail[-1]
    assert (entry.node, entry.visit, entry.action) == ("start", 2, Choose("again"))
    assert entry.origin in ("heads", "tails")
    assert history.trail[0].origin == "start"
    assert history.trail[0].action is None
