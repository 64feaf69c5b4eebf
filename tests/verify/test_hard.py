"""What is hard to prove: long guards, many ways to be stuck, detours, and stories that are too much."""

from __future__ import annotations

from dataclasses import replace

from game.expression.syntax import ALWAYS, All, Any, Not
from game.model.text import Branch
from game.verify import Verdict, explore
from game.verify.lower import lowered
from game.verify.prove import unknown
from game.verify.replay import unconfirmed
from tests.builder import Builder, words


def lamps(count: int, *, draught: bool = False) -> Builder:
    """A hall of lamps in pairs; the door asks for one of every pair.

    In a draught the first two go out when the last is lit, and cannot be lit again.
    """
    build = Builder()
    pairs = [(f"left{number}", f"right{number}") for number in range(count)]
    still = Not(build.when(pairs[-1][0])) if draught else ALWAYS
    light = [
        build.choice(f"{name} -> start", "start", guard=still, do=(build.put(name),))
        for pair in pairs[:-1]
        for name in pair
    ]
    blown = tuple(build.put(name, 0) for name in pairs[0]) if draught else ()
    last = build.choice("last -> start", "start", do=(build.put(pairs[-1][0]), *blown))
    wanted = All(tuple(Any((build.when(left), build.when(right))) for left, right in pairs))
    door = build.choice("door -> end", "start", guard=wanted)
    build.node("start", *light, last, door, text=(Branch(((wanted, words("Bright.")),)),))
    build.node("end", ending="home")
    return build


def test_a_guard_with_hundreds_of_cubes_is_opened() -> None:
    story = lamps(8).story()
    found = explore(story, 1e9, lambda: 0.0, most_states=50_000)
    assert found.endings["home"].verdict is Verdict.YES
    assert len(found.endings["home"].witness) >= 9
    assert not unconfirmed(story, found)


def test_of_what_is_too_long_to_be_written_out_no_guess_is_made() -> None:
    found = explore(lamps(14, draught=True).story(), 1e9, lambda: 0.0, most_states=300)
    assert found.endings["home"].verdict is Verdict.UNKNOWN
    assert found.safe is Verdict.UNKNOWN
    assert {one.verdict for one in found.prose.values()} == {Verdict.UNKNOWN}


def test_a_door_that_counts_is_proved_shut() -> None:
    """Eight coins can be found; the gate wants nine. Nothing but the number of coins says so."""
    build = Builder()
    build.cell("coins", 12)
    find = [
        build.choice(f"find{number} -> start", "start", do=(build.add("coins"),), once=True)
        for number in range(8)
    ]
    build.node("start", *find, "on -> gate")
    build.node(
        "gate",
        build.choice("pay8 -> eight", "gate", guard=build.when("coins", ">=", 8)),
        build.choice("pay9 -> nine", "gate", guard=build.when("coins", ">=", 9)),
        "leave -> end",
    )
    build.node("eight", "on -> end")
    build.node("nine", "on -> end")
    build.node("end", ending="home")
    found = explore(build.story(), 1e9, lambda: 0.0, most_states=250)
    assert not found.exact
    assert found.nodes["eight"].verdict is Verdict.YES
    assert found.nodes["nine"].verdict is Verdict.NO
    assert found.complete


def trap() -> Builder:
    """One key for two doors: who opens the wrong one stays in the cellar for ever."""
    build = Builder()
    key, lamp = build.when("key"), build.when("lamp")
    build.node("start", build.choice("take -> cellar", "start", do=(build.put("key"),)), "home -> end")
    build.node(
        "cellar",
        build.choice(
            "wrong -> cellar",
            "cellar",
            guard=All((key, Not(lamp))),
            do=(build.put("key", 0), build.put("lamp")),
        ),
        build.choice("right -> start", "cellar", guard=key),
        "nook -> nook",
    )
    build.node("nook", "back -> cellar")
    build.node("end", ending="home")
    return build


def test_the_move_that_loses_every_ending_is_told() -> None:
    for most in (10_000, 12):
        found = explore(trap().story(), 1e9, lambda: 0.0, most_states=most)
        assert [(one.node, one.last) for one in found.stuck] == [("cellar", "cellar/wrong")]
        assert found.safe is Verdict.NO
        assert found.idle == ()


def test_where_nothing_is_left_to_do_is_told() -> None:
    build = Builder()
    build.node(
        "start", build.choice("take -> start", "start", do=(build.put("lamp"),)), "up -> loft", "go -> end"
    )
    build.node("loft", build.choice("down -> end", "loft", guard=build.when("lamp")))
    build.node("end", ending="home")
    found = explore(build.story(), 1e9, lambda: 0.0)
    assert [(one.node, tuple(one.witness)) for one in found.idle] == [("loft", ("start/up",))]
    assert [one.idle for one in found.stuck] == [True]


def test_a_detour_is_told_apart_by_who_called_it_only_where_that_matters() -> None:
    build = Builder()
    build.node("start", "in -> detour camp", "on -> other")
    build.node("other", "in -> detour camp", "on -> end")
    build.node("camp", "rest -> fire", "leave -> far")
    build.node("fire", "return -> back")
    build.node("far", "on -> end")
    build.node("end", ending="home")
    machine = lowered(build.story())
    assert [spot.context for spot in machine.spots if spot.node == "fire"] == [("camp",)]
    assert [spot.context for spot in machine.spots if spot.node == "far"] == [()]
    (fire,) = machine.shown["fire"]
    assert {machine.spots[move.to].node for move in machine.spots[fire].moves} == {"start", "other"}
    assert len(machine.sizes) == len(build.cells) + 1


def test_of_a_story_with_too_many_spots_nothing_is_said() -> None:
    build = trap()
    assert not lowered(build.story(), most=1).whole
    found = unknown(build.story())
    assert {one.verdict for one in found.nodes.values()} == {Verdict.UNKNOWN}
    assert not found.complete
    assert replace(found, safe=Verdict.YES).verdict is Verdict.UNKNOWN


def test_chance_is_told_where_nothing_else_leads() -> None:
    build = Builder()
    build.node("start", "dice -> dice", "home -> end")
    build.node("dice", chances=((1, "end"), (1, "well")))
    build.node("well", "climb -> end")
    build.node("end", ending="home")
    assert explore(build.story(), 1e9, lambda: 0.0).by_chance == {"well"}


def test_a_bound_that_is_hit_is_told() -> None:
    build = Builder()
    build.cell("hush", 2)
    build.node(
        "start",
        build.choice("wait -> start", "start", do=(build.add("hush"),)),
        build.choice("go -> end", "start", guard=build.when("hush", ">=", 1)),
    )
    build.node("end", ending="home")
    found = explore(build.story(), 1e9, lambda: 0.0)
    assert found.bounds["hush"].verdict is Verdict.YES
    assert tuple(found.bounds["hush"].witness) == ("start/wait", "start/wait")
