"""One node, one condition: a walk there, or a proof that there is none."""

from __future__ import annotations

import random

import pytest

from game.expression.evaluate import holds
from game.expression.syntax import ALWAYS, NEVER, All, Compare, Comparison
from game.model.story import Story
from game.play.state import State
from game.play.step import begin
from game.verify import Finding, Verdict, explore
from game.verify.arrive import arrived
from game.verify.lower import lowered
from game.verify.replay import Replays
from tests.builder import Builder
from tests.random_stories import random_run, random_story


def never() -> bool:
    return False


def end(story: Story, found: Finding) -> State:
    """Where the walk that was found ends."""
    state = Replays(story).end(found.witness)
    assert state is not None
    return state


def counting() -> Builder:
    build = Builder()
    build.cell("coins", 7)
    build.node(
        "start",
        build.choice("dig -> start", "start", do=(build.add("coins"),)),
        build.choice("buy -> shop", "start", guard=build.when("coins", ">=", 3)),
        "leave -> road",
    )
    build.node("shop", build.choice("pay -> start", "shop", do=(build.add("coins", -3),)))
    build.node("road", ending="gone")
    build.node("attic", "down -> start")
    return build


def test_the_beginning_is_no_walk_at_all() -> None:
    story = counting().story()
    assert arrived(story, "start", ALWAYS, never) == Finding(Verdict.YES, ())
    assert begin(story).state == end(story, arrived(story, "start", ALWAYS, never))


def test_a_walk_is_a_shortest_one_and_what_was_asked_for_is_so() -> None:
    build = counting()
    story = build.story()
    found = arrived(story, "road", build.when("coins", "==", 2), never)
    assert (tuple(found.witness), found.least) == (("start/dig", "start/dig", "start/leave"), 3)
    found = arrived(story, "start", All((build.when("coins", "==", 5),)), never)
    assert len(found.witness) == found.least == 5


def test_what_cannot_be_is_proved() -> None:
    build = counting()
    story = build.story()
    assert arrived(story, "attic", ALWAYS, never).verdict is Verdict.NO, "nothing leads there"
    assert arrived(story, "shop", NEVER, never).verdict is Verdict.NO
    assert arrived(story, "shop", build.when("coins", "<", 3), never).verdict is Verdict.NO


def test_what_only_hangs_together_needs_a_search() -> None:
    """Each fact alone may be so; only all states together say that both never are."""
    build = Builder()
    build.node("start", build.choice("a -> mid", "start", do=(build.put("a"),)), "b -> other")
    build.node("other", build.choice("on -> mid", "other", do=(build.put("b"),)))
    build.node("mid", "end -> end")
    build.node("end", ending="home")
    both = All((build.when("a"), build.when("b")))
    assert arrived(build.story(), "mid", both, never).verdict is Verdict.NO
    assert arrived(build.story(), "mid", both, never, most_states=0).verdict is Verdict.NO, "backwards too"


def test_where_all_states_are_too_many_any_walk_will_do() -> None:
    build = counting()
    story = build.story()
    found = arrived(story, "start", build.when("coins", "==", 5), never, most_states=1)
    assert found.verdict is not Verdict.NO
    build = Builder()
    last = 9
    for number in range(last):
        build.node(f"n{number}" if number else "start", f"on -> n{number + 1}")
    build.node(f"n{last}", ending="home")
    told: list[str] = []
    found = arrived(build.story(), f"n{last}", ALWAYS, never, told.append, most_states=0)
    assert found.verdict is Verdict.YES
    assert told


def test_without_time_nothing_is_said() -> None:
    build = counting()
    story = build.story()
    found = arrived(story, "shop", ALWAYS, lambda: True, most_states=0)
    assert found == Finding(Verdict.UNKNOWN)


def test_a_node_that_leads_on_can_only_be_passed() -> None:
    build = Builder()
    build.node("start", "go -> gate", build.choice("pay -> gate", "start", do=(build.put("paid"),)))
    build.node("gate", redirects=(("yard", build.when("paid")), ("ditch", ALWAYS)))
    build.node("yard", ending="in")
    build.node("ditch", ending="out")
    story = build.story()
    assert arrived(story, "gate", ALWAYS, never).verdict is Verdict.NO
    found = arrived(story, "gate", build.when("paid"), never, passing=True)
    assert tuple(found.witness) == ("start/pay",)
    assert end(story, found).node == "yard"


@pytest.mark.parametrize("seed", range(60))
def test_it_agrees_with_the_whole_proof(seed: int) -> None:
    """For every node of random stories, and for a random condition there."""
    story = random_story(seed)
    findings = explore(story, 20.0, lambda: 0.0)
    replays = Replays(story)
    for name, whole in findings.shown.items():  # of a node of chance, too
        found = arrived(story, name, ALWAYS, never)
        assert found.verdict is whole.verdict or Verdict.UNKNOWN in (found.verdict, whole.verdict), name
        if found.verdict is Verdict.YES:
            state = replays.end(found.witness)
            assert state is not None
            assert state.node == name
        if findings.exact and found.verdict is Verdict.YES:
            assert len(found.witness) == len(whole.witness) == found.least


@pytest.mark.parametrize("seed", range(60))
def test_a_way_is_found_to_whatever_was_seen_in_play(seed: int) -> None:
    """Play at random; whatever is so on the way can be asked for, with many states and with few."""
    story = random_story(seed)
    chance = random.Random(seed)
    for link in random_run(story, seed, 6).chain():
        state = link.state
        cells = chance.sample(range(len(story.cells)), min(3, len(story.cells)))
        guard = All(tuple(Compare(cell, Comparison.EQ, state.values[cell]) for cell in cells))
        for most in (100_000, 0):
            found = arrived(story, state.node, guard, never, most_states=most)
            assert found.verdict is Verdict.YES
            there = end(story, found)
            assert there.node == state.node
            assert holds(guard, there.values)


def test_a_story_that_cannot_be_taken_apart_is_not_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    story = counting().story()
    with monkeypatch.context() as patch:
        patch.setattr("game.verify.arrive.lowered", lambda told: lowered(told, 0))
        assert arrived(story, "attic", ALWAYS, never) == Finding(Verdict.UNKNOWN)
    monkeypatch.setattr("game.verify.arrive.graph_of", lambda *_: None)
    assert arrived(story, "road", ALWAYS, never) == Finding(Verdict.UNKNOWN)
