"""What the prover says of small stories, and what it does not say when its budget is spent."""

from __future__ import annotations

from dataclasses import replace

from game.expression.syntax import ALWAYS, NEVER, All, Any, Not
from game.model.story import Story
from game.verify import Finding, Findings, Verdict, explore
from game.verify.graph import Graph, graph_of, living
from game.verify.live import laid_out
from game.verify.lower import lowered
from game.verify.order import ordered
from game.verify.replay import Replays, unconfirmed
from game.verify.sight import likenesses
from tests.builder import Builder, words


def proved(build: Builder) -> Findings:
    return explore(build.story(), 1.0, lambda: 0.0)


def test_a_walk_is_a_shortest_one() -> None:
    build = Builder()
    build.node("start", "long -> one", "short -> end")
    build.node("one", "on -> end")
    build.node("end", ending="home")
    found = proved(build)
    assert found.nodes["end"] == Finding(Verdict.YES, ("start/short",))
    assert found.choices["one/on"] == Finding(Verdict.YES, ("start/long", "one/on"))
    assert found.endings["home"].witness == ("start/short",)
    assert found.verdict is Verdict.YES


def test_a_redirect_is_no_step() -> None:
    """The way over two redirects is two steps long, the way without them three."""
    build = Builder()
    build.node("start", "plain -> a", "turned -> r")
    build.node("a", "on -> b")
    build.node("b", "on -> end")
    build.node("r", redirects=(("s", ALWAYS),))
    build.node("s", redirects=(("t", ALWAYS),))
    build.node("t", "on -> end")
    build.node("end", ending="home")
    assert proved(build).nodes["end"].witness == ("start/turned", "t/on")


def test_what_nothing_leads_to_is_out_of_reach() -> None:
    build = Builder()
    build.node("start", build.choice("go -> end", "start"), build.choice("fly -> sky", "start", guard=NEVER))
    build.node("sky", "down -> end")
    build.node("end", ending="home")
    found = proved(build)
    assert found.nodes["sky"] == Finding(Verdict.NO)
    assert found.choices["start/fly"].verdict is Verdict.NO
    assert found.choices["sky/down"].verdict is Verdict.NO
    assert found.verdict is Verdict.NO
    assert found.never_closed == {"start/go"}


def test_a_choice_of_an_ending_or_of_a_node_of_chance_can_never_be_taken() -> None:
    build = Builder()
    build.node("start", "go -> end", chances=((1, "end"),))
    build.node("end", "on -> start", ending="home")
    found = proved(build)
    assert found.nodes["end"].witness == ("draw 0",)
    assert found.choices["start/go"].verdict is Verdict.NO
    assert found.choices["end/on"].verdict is Verdict.NO


def test_where_an_ending_is_lost_is_told_once_and_with_its_last_step() -> None:
    build = Builder()
    build.node("start", "pit -> pit", "home -> end")
    build.node("pit", "deeper -> deeper")
    build.node("deeper", "round -> pit")
    build.node("end", ending="home")
    (stuck,) = proved(build).stuck
    assert (stuck.node, stuck.witness, stuck.last) == ("pit", ("start/pit",), "start/pit")


def test_a_story_without_any_ending_is_lost_from_its_beginning() -> None:
    build = Builder()
    build.node("start", "round -> start")
    (stuck,) = proved(build).stuck
    assert (stuck.node, stuck.witness, stuck.last) == ("start", (), "")


def test_a_fact_that_closes_the_only_way_on_loses_the_ending() -> None:
    build = Builder()
    locked = Not(build.when("locked"))
    build.node(
        "start",
        build.choice("lock -> start", "start", do=(build.put("locked"),)),
        build.choice("home -> end", "start", guard=locked),
    )
    build.node("end", ending="home")
    (stuck,) = proved(build).stuck
    assert stuck.witness == ("start/lock",)


def songs() -> Builder:
    build = Builder()
    build.song("kindling", leaf=True)
    build.song("knock", small=True, known=True)
    learn = build.choice(
        "learn -> start", "start", do=(build.put("knows(kindling)"), build.put("leaf(kindling)"))
    )
    build.node(
        "start",
        learn,
        "end -> end",
        songs=(
            build.answers(
                "kindling", build.way("kindling", "command", "end"), build.way("kindling", "invite", "end")
            ),
            build.answers("knock", build.way("knock", "share", words("Knock."))),
        ),
    )
    build.node("end", ending="home")
    return build


def test_what_can_become_of_a_song() -> None:
    found = proved(songs())
    assert found.songs["kindling"] == {
        "learned": Finding(Verdict.YES, ("start/learn",)),
        "rests": Finding(Verdict.NO),
        "leaf": Finding(Verdict.YES, ("start/learn",)),
        "command": Finding(Verdict.YES, ("start/learn", "sing kindling command")),
        "invite": Finding(Verdict.NO),
        "share": None,
    }
    assert found.songs["knock"] == {
        "learned": Finding(Verdict.YES),
        "rests": None,
        "leaf": None,
        "command": None,
        "invite": None,
        "share": Finding(Verdict.YES, ("sing knock share",)),
    }
    assert found.ways["start/kindling invite"].verdict is Verdict.NO


def test_a_song_may_be_taught_on_the_first_arrival() -> None:
    build = Builder()
    build.song("kindling")
    build.node("start", do=(build.put("knows(kindling)"),), ending="home")
    assert proved(build).songs["kindling"]["learned"] == Finding(Verdict.YES)


def counting(most: int) -> Story:
    """A story with as many states as it counts to, and an ending at once."""
    build = Builder()
    build.cell("count", most)
    enough = build.when("count", ">=", most)
    build.node(
        "start",
        build.choice("more -> start", "start", do=(build.add("count"),)),
        build.choice("win -> end", "start", guard=enough),
        "leave -> other",
    )
    build.node("other", ending="other")
    build.node("end", ending="home")
    return build.story()


def test_what_a_spent_budget_did_not_meet_is_unknown_and_nothing_is_a_no() -> None:
    found = explore(counting(50), 1.0, lambda: 0.0, most_states=3)
    assert not found.complete
    assert not found.exact
    assert found.verdict is Verdict.UNKNOWN
    assert found.nodes["end"] == Finding(Verdict.UNKNOWN)
    assert found.nodes["other"].verdict is Verdict.YES
    assert found.never_closed == {"start/more", "start/leave"}
    assert found.stuck == ()


def test_the_clock_is_obeyed_and_progress_told() -> None:
    ticks = iter(range(1000))
    told: list[str] = []
    found = explore(counting(900), 0.5, lambda: float(next(ticks)), tell=told.append)
    assert not found.complete
    assert told


def test_whoever_is_told_to_stop_says_what_is_known() -> None:
    found = explore(counting(50), 1e9, lambda: 0.0, stop=lambda: True)
    assert found.nodes["start"].verdict is Verdict.YES
    assert found.nodes["end"].verdict is Verdict.UNKNOWN
    assert not found.complete


def test_what_is_far_is_found_though_not_every_state_can_be_met() -> None:
    """Twelve facts that all matter at the end make thousands of states; the way to the end is short."""
    build = Builder("n0")
    build.song("kindling")
    names = [f"f{number}" for number in range(12)]
    for number, name in enumerate(names):
        on = f"n{number + 1}"
        build.node(
            f"n{number}",
            build.choice(f"with -> {on}", f"n{number}", do=(build.put(name),)),
            f"without -> {on}",
        )
    seen = [build.choice(f"{name} -> end", "n12", guard=build.when(name)) for name in names]
    teach = build.choice("learn -> n12", "n12", do=(build.put("knows(kindling)"),))
    sung = build.answers("kindling", build.way("kindling", "command", "end", node="n12"))
    build.node("n12", *seen, teach, "home -> end", songs=(sung,))
    build.node("end", ending="home")
    found = explore(build.story(), 1.0, lambda: 0.0, most_states=1000)
    assert not found.exact
    assert found.complete
    assert all(one.verdict is Verdict.YES for one in found.nodes.values())
    assert found.endings["home"].verdict is Verdict.YES
    assert found.endings["home"].least == 13
    assert found.songs["kindling"]["learned"] is not None
    assert found.songs["kindling"]["learned"].verdict is Verdict.YES
    assert found.songs["kindling"]["rests"] == Finding(Verdict.NO)
    assert found.songs["kindling"]["share"] is None
    assert not unconfirmed(build.story(), found)
    assert explore(build.story(), 1.0, lambda: 0.0).verdict is Verdict.YES


def test_a_state_that_was_lost_before_the_budget_was_spent_is_told() -> None:
    build = Builder()
    build.cell("count", 90)
    build.node(
        "start",
        "pit -> pit",
        build.choice("more -> start", "start", do=(build.add("count"),)),
        build.choice("win -> end", "start", guard=build.when("count", ">=", 90)),
    )
    build.node("pit", "round -> pit")
    build.node("end", ending="home")
    found = explore(build.story(), 1.0, lambda: 0.0, most_states=60)
    assert found.verdict is Verdict.NO
    assert [one.node for one in found.stuck] == ["pit"]


def graph(build: Builder) -> Graph:
    machine = lowered(build.story())
    made = graph_of(laid_out(machine, ordered(machine), {}), {})
    assert made is not None
    return made


def matters(build: Builder, node: str) -> dict[str, int]:
    """What matters where a node is shown, by name, and how many of its values are told apart."""
    made = graph(build)
    live = living(made, {})
    (spot,) = made.machine.shown[node]
    alike = likenesses(made, live)[spot]
    return {
        cell.name: len(set(alike[made.layout.field(number)].values())) if cell.high > 1 else 2
        for number, cell in enumerate(build.cells)
        if made.layout.lives(number, spot) and live[spot] & made.layout.field(number)
    }


def test_a_fact_that_nothing_reads_any_more_does_not_matter() -> None:
    build = Builder()
    key = build.choice("take -> start", "start", do=(build.put("key"), build.put("unread")))
    build.node("start", key, build.choice("go -> next", "start", guard=build.when("key")))
    build.node("next", "on -> end")
    build.node("end", ending="home")
    assert matters(build, "start") == {"key": 2}
    assert matters(build, "next") == {}


def test_a_fact_that_is_set_before_it_is_read_does_not_matter() -> None:
    build = Builder()
    unset = build.choice("leave -> next", "start", do=(build.put("key", 0),))
    build.node("start", build.choice("go -> next", "start", do=(build.put("key"),)), unset)
    build.node("next", build.choice("on -> end", "next", guard=build.when("key")), "back -> start")
    build.node("end", ending="home")
    assert matters(build, "start") == {}
    assert matters(build, "next") == {"key": 2}


def test_a_fact_that_nothing_has_changed_yet_does_not_matter() -> None:
    build = Builder()
    build.node("start", build.choice("go -> next", "start", do=(build.put("key"),)), "slip -> next")
    build.node("next", build.choice("on -> end", "next", guard=build.when("key")), "stay -> next")
    build.node("end", ending="home")
    assert matters(build, "start") == {}
    assert matters(build, "next") == {"key": 2}


def test_values_that_no_guard_tells_apart_are_alike() -> None:
    build = Builder()
    build.cell("trust", 5)
    more = build.choice("more -> start", "start", do=(build.add("trust"),))
    build.node("start", build.choice("set -> next", "start", do=(build.put("trust", 1),)), more, "go -> next")
    build.node("next", build.choice("go -> end", "next", guard=build.when("trust", ">=", 3)))
    build.node("end", ending="home")
    assert matters(build, "next") == {"trust": 2}
    assert matters(build, "start") == {"trust": 4}


def test_a_fact_with_very_many_values_is_kept_as_it_is() -> None:
    build = Builder()
    build.cell("gold", 1000)
    build.node("start", build.choice("dig -> start", "start", do=(build.add("gold"),)), "on -> shop")
    build.node("shop", build.choice("buy -> end", "shop", guard=build.when("gold", ">=", 500)))
    build.node("end", ending="home")
    assert matters(build, "start") == {"gold": 1001}
    assert matters(build, "end") == {}


def test_what_matters_to_the_caller_matters_inside_a_detour() -> None:
    build = Builder()
    take = build.choice("take -> start", "start", do=(build.put("key"),))
    build.node(
        "start", take, "in -> detour inner", build.choice("on -> end", "start", guard=build.when("key"))
    )
    build.node("inner", "deeper -> detour deep", "return -> back")
    build.node("deep", "return -> back")
    build.node("end", ending="home")
    assert matters(build, "deep") == {"key": 2}


def test_guards_of_every_kind_are_asked_rightly() -> None:
    build = Builder()
    build.cell("n", 3, start=1)
    a, n = build.when("a"), build.when("n", "==", 1)
    true = {
        "or": Any((a, n)),
        "always_or": Any((a, ALWAYS)),
        "not_never": Not(NEVER),
        "all_of_nothing": All(()),
        "three": All((n, Not(a), build.when("n", "<", 2), ALWAYS)),
        "two": All((n, build.when("n", "!=", 3))),
        "one": All((ALWAYS, n)),
        "wide": build.when("n", ">=", 0),
        "zero": build.when("a", "==", 0),
    }
    false = {
        "no": a,
        "not_always": Not(ALWAYS),
        "any_of_nothing": Any(()),
        "too_wide": build.when("n", ">", 9),
    }
    choices = [build.choice(f"{key} -> end", "start", guard=guard) for key, guard in (true | false).items()]
    build.node("start", *choices)
    build.node("end", ending="home")
    found = proved(build)
    assert {name for name, one in found.choices.items() if one.verdict is Verdict.YES} == {
        f"start/{key}" for key in true
    }


def test_what_was_done_in_a_detour_counts_after_it_and_for_every_caller() -> None:
    build = Builder()
    build.node("start", "in -> detour inner", "on -> other")
    build.node("other", "in -> detour inner", build.choice("end -> end", "other", guard=build.when("key")))
    build.node("inner", build.choice("return -> back", "inner", do=(build.put("key"),)))
    build.node("end", ending="home")
    found = proved(build)
    assert found.endings["home"].witness == ("start/in", "inner/return", "start/on", "other/end")
    assert found.states == 7
    assert found.verdict is Verdict.YES


def test_the_way_back_is_open_only_inside_a_detour() -> None:
    build = Builder()
    build.node("start", "go -> inner", "end -> end")
    build.node("inner", "return -> back", "end -> end")
    build.node("end", ending="home")
    found = proved(build)
    assert found.choices["inner/return"].verdict is Verdict.NO


def test_a_choice_may_be_remembered_and_yet_come_again() -> None:
    build = Builder()
    asked = build.choice("ask -> start", "start", remembered=True)
    after = build.choice("end -> end", "start", guard=build.when("taken(start/ask)"))
    build.node("start", asked, after)
    build.node("end", ending="home")
    assert proved(build).endings["home"].witness == ("start/ask", "start/end")


def test_a_walk_that_cannot_be_played_is_noticed() -> None:
    build = songs()
    found = proved(build)
    story = build.story()
    assert unconfirmed(story, found) == ()
    for wrong in (("start/fly",), ("nonsense",), ("start/learn", "start/fly", "start/learn")):
        lying = replace(found, nodes={"end": Finding(Verdict.YES, wrong)})
        assert unconfirmed(story, lying) == (wrong,)


def test_a_replay_ends_where_the_walk_does() -> None:
    build = songs()
    state = Replays(build.story()).end(("start/learn", "start/end"))
    assert state is not None
    assert state.node == "end"
