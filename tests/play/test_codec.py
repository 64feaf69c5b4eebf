"""Saves outlive what happens to the story."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.song import Way
from game.model.story import Story
from game.play import Choose, History, Sing
from game.play.codec import ALTERED, ANEW, MOVED, Unreadable, history_to_save, save_to_history
from game.play.event import Aside, Chose, Ended, Entered, Returned, Sang
from tests.builder import Builder, words
from tests.playing import fact, played, saved_and_loaded


def village(*, roof: str = "roof", climb: str = "climb", bell: str = "bell") -> Builder:
    """A square, a roof and a bell; with names that can be other ones."""
    build = Builder("square")
    build.song("kindling", known=True)
    build.cell("hush", 7, start=1)
    build.cell("mood", options=("found", "commanded", "invited"))
    up = build.choice(f"{climb} -> {roof}", "square", do=(build.add("hush"),), once=True)
    asked = build.way(
        "kindling", "command", words("Lamps."), do=(build.put("mood", 1),), node="square", once=True
    )
    build.node("square", up, "aside -> detour talk", visits=3, songs=(build.answers("kindling", asked),))
    build.node("talk", "return -> back")
    build.node(roof, f"on -> {bell}", visits=1)
    build.node(bell, ending="home")
    return build


def saved(history: History) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(json.dumps(history_to_save(history, ["winter"])))
    return value


def loaded(story: Story, save: dict[str, Any]) -> tuple[History, tuple[str, ...]]:
    return save_to_history(replace(story, fingerprint="another"), save, ["winter"])


def test_a_save_names_everything() -> None:
    history = played(
        village().story(), "sing kindling command", "square/aside", "talk/return", "square/climb"
    )
    save = saved(history)
    assert save["format"] == 1
    assert save["story"] == "Test"
    assert save["mods"] == ["winter"]
    assert save["node"] == "roof"
    assert save["facts"] == {
        "knows(kindling)": True,
        "rests(kindling)": False,
        "hush": 2,
        "mood": "commanded",
    }
    assert save["visits"] == {"square": 1, "roof": 1}
    assert save["once"] == ["square/climb", "square/sing.kindling.command"]
    assert save["actions"] == ["sing kindling command", "square/aside", "talk/return", "square/climb"]
    assert [turn["how"] for turn in save["trail"]] == ["entered", "stayed", "entered", "returned", "entered"]


def test_renamed_nodes_and_choices_are_found_by_their_aliases() -> None:
    save = saved(played(village().story(), "square/climb"))
    build = village(roof="house.roof", climb="go_up")
    build.node_aliases["roof"] = "house.roof"
    build.choice_aliases["square/climb"] = "square/go_up"
    history, notices = loaded(build.story(), save)
    assert notices == ()
    assert history.actions == ("square/go_up",)
    assert history.state.node == "house.roof"


def test_a_renamed_node_s_own_choices_are_found_under_both_names() -> None:
    save = saved(played(village().story(), "square/climb", "roof/on"))
    build = village(roof="house.roof")
    build.node_aliases["roof"] = "house.roof"
    history, notices = loaded(build.story(), save)
    assert notices == ()
    assert history.actions == ("square/climb", "house.roof/on")


def test_where_the_actions_no_longer_fit_the_trail_is_told() -> None:
    save = saved(
        played(
            village().story(),
            "sing kindling command",
            "square/aside",
            "talk/return",
            "square/climb",
            "roof/on",
        )
    )
    build = village()
    build.node("square", "aside -> detour talk", songs=build.nodes["square"].songs, visits=3)
    history, notices = loaded(build.story(), save)
    assert notices == (ALTERED,)
    assert history.state.ending == "home"
    assert fact(history.story, history.state, "mood") == 1
    told = [event for entry in history.trail for event in entry.events]
    assert Entered("square") in told
    assert Returned("square") in told
    assert Chose("roof", "on") in told
    assert Sang("kindling", Way.COMMAND, None) in told
    assert Aside("square", "kindling", Way.COMMAND, words("Lamps.")) in told
    assert Ended("home") in told
    assert [entry.node for entry in history.trail] == ["square", "square", "talk", "square", "roof", "bell"]


def test_a_run_that_was_told_can_be_saved_walked_back_and_go_on() -> None:
    save = saved(played(village().story(), "sing kindling command", "square/climb"))
    build = village()
    build.node("square", "aside -> detour talk", songs=build.nodes["square"].songs, visits=3)
    story = replace(build.story(), fingerprint="another")
    history, _ = loaded(story, save)
    back = history.back()
    assert back is not None
    assert back.state.node == "square"
    again, notices = save_to_history(story, saved(history), ["winter"])
    assert notices == ()
    assert again.state == history.state
    assert history.act(Choose("on")).state.ending == "home"


def test_a_run_whose_facts_no_longer_agree_keeps_those_that_were_saved() -> None:
    save = saved(played(village().story(), "square/climb"))
    build = village()
    build.node("square", "climb -> roof", visits=3)
    history, notices = loaded(build.story(), save)
    assert notices == (ALTERED,)
    assert fact(history.story, history.state, "hush") == 2
    assert len(history.trail) == 2


def test_a_node_that_is_gone_lands_the_run_at_the_last_one_that_is_not() -> None:
    save = saved(played(village().story(), "sing kindling command", "square/climb"))
    build = village(roof="garden")
    history, notices = loaded(build.story(), save)
    assert notices == (MOVED,)
    assert history.state.node == "square"
    assert fact(history.story, history.state, "mood") == 1
    assert fact(history.story, history.state, "hush") == 1


def test_nodes_that_ask_for_draws_now_are_passed_over() -> None:
    save = saved(played(village().story(), "square/climb"))
    build = village()
    build.node("roof", chances=((1, "bell"),))
    history, notices = loaded(build.story(), save)
    assert notices == (MOVED,)
    assert history.state.node == "square"


def test_where_nothing_is_left_the_run_begins_again() -> None:
    save = saved(played(village().story(), "square/climb"))
    build = Builder("elsewhere")
    build.node("elsewhere")
    history, notices = loaded(build.story(), save)
    assert notices == (ANEW,)
    assert history.state.node == "elsewhere"


def test_a_save_whose_trail_is_gone_still_has_its_node_and_facts() -> None:
    save = saved(played(village().story(), "square/climb")) | {"trail": [], "actions": ["nonsense"]}
    history, notices = loaded(village().story(), save)
    assert notices == (ALTERED,)
    assert history.state.node == "roof"
    assert history.trail[0].events[0] == Entered("roof")


def test_a_save_whose_trail_ends_early_goes_on_to_its_node() -> None:
    save = saved(played(village().story(), "square/climb"))
    save |= {"trail": save["trail"][:1], "actions": ["square/fly"]}
    history, _ = loaded(village().story(), save)
    assert [entry.node for entry in history.trail] == ["square", "roof"]


def test_a_detour_whose_caller_is_gone_cannot_be_stood_in() -> None:
    build = village()
    build.node("other", "aside -> detour talk")
    build.start = "other"
    save = saved(played(build.story(), "other/aside"))
    history, notices = loaded(village().story(), save)
    assert notices == (ANEW,)
    assert history.state.node == "square"


def test_a_song_that_is_gone_is_passed_over_in_the_trail() -> None:
    save = saved(played(village().story(), "sing kindling", "square/climb"))
    build = village()
    del build.songs["kindling"]
    build.node("square", "fly -> roof", visits=3)
    history, notices = loaded(build.story(), save)
    assert notices == (ALTERED,)
    assert not any(isinstance(event, Sang) for entry in history.trail for event in entry.events)


def test_a_way_of_singing_that_is_gone_is_still_told() -> None:
    save = saved(played(village().story(), "sing kindling command", "sing kindling", "square/climb"))
    build = village()
    build.node("square", "fly -> roof", visits=3)
    history, _ = loaded(build.story(), save)
    told = [event for entry in history.trail for event in entry.events if isinstance(event, Sang)]
    assert told == [Sang("kindling", Way.COMMAND, None), Sang("kindling", None, None)]
    assert save_to_history(history.story, saved(history), ["winter"])[0].state == history.state


def test_a_song_that_led_on_is_told_without_an_aside() -> None:
    build = village()
    on = build.answers("kindling", build.way("kindling", "command", "roof", node="square"))
    build.node("square", "climb -> roof", songs=(on,), visits=3)
    save = saved(played(build.story(), "sing kindling command", "roof/on"))
    build.node("roof", "onward -> bell", visits=1)
    history, notices = loaded(build.story(), save)
    assert notices == (ALTERED,)
    assert history.trail[1].events == (
        Sang("kindling", Way.COMMAND, None),
        Entered("roof"),
        *history.trail[1].events[2:],
    )


def test_facts_of_a_missing_mod_sleep_and_come_back_with_it() -> None:
    build = village()
    build.cell("lantern", 5, start=3)
    save = saved(played(build.story(), "square/climb"))
    without = village().story()
    history, notices = save_to_history(without, save)
    assert notices == ("This was saved with winter, which is not here now. What it knew is kept.",)
    assert history.dormant == (("lantern", 3),)
    again = saved(history.act(Choose("on")))
    assert again["facts"]["lantern"] == 3
    back, notices = save_to_history(build.story(), again, ["winter"])
    assert notices == ()
    assert fact(back.story, back.state, "lantern") == 3


@pytest.mark.parametrize(("name", "value"), [("mood", "sold"), ("mood", 1), ("hush", 99), ("hush", "loud")])
def test_a_value_that_a_fact_can_no_longer_have_is_left_out_or_kept_within_bounds(
    name: str, value: Any
) -> None:
    save = saved(played(village().story(), "square/climb"))
    save["facts"][name] = value
    history, _ = loaded(village().story(), save)
    number = fact(history.story, history.state, name)
    assert number == {99: 7, "loud": 2}.get(value, 0)


def test_saves_of_a_later_version_say_so() -> None:
    with pytest.raises(Unreadable, match="later version"):
        save_to_history(village().story(), saved(played(village().story())) | {"format": 2})


@pytest.mark.parametrize(
    "save", [None, [], {}, {"format": 0}, {"format": "1"}, {"format": True}, {"format": 1}]
)
def test_what_is_no_save_is_refused(save: Any) -> None:
    with pytest.raises(Unreadable):
        save_to_history(village().story(), save)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("seed", -1),
        ("seed", 1 << 64),
        ("seed", True),
        ("counter", "x"),
        ("node", 5),
        ("node", "x" * 501),
        ("facts", {"a": None}),
        ("facts", {"a": 1.5}),
        ("facts", {"a": 1 << 64}),
        ("facts", []),
        ("visits", {"a": -1}),
        ("visits", {"a": "b"}),
        ("once", [1]),
        ("mods", "winter"),
        ("detours", None),
        ("actions", ["x"] * 200_001),
        ("trail", [{}]),
        ("trail", ["x"]),
        ("trail", [{"node": "square", "how": "flew"}]),
        ("trail", [{"node": "square", "how": "entered", "action": 1}]),
        ("trail", [{"node": "square", "how": "entered", "detours": 1}]),
        ("trail", [{"node": "square", "how": "entered", "changed": {"a": []}}]),
        ("trail", {}),
    ],
)
def test_a_damaged_save_names_what_cannot_be_read(key: str, value: Any) -> None:
    with pytest.raises(Unreadable, match=f"'{key}'"):
        save_to_history(village().story(), saved(played(village().story())) | {key: value})


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["square", "roof", "entered"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(history_to_save(History.start(village().story(), 1)))), JSON))
def test_whatever_a_save_holds_it_is_read_or_refused_in_words(changes: dict[str, Any]) -> None:
    save = saved(played(village().story(), "square/climb")) | changes
    try:
        history, _ = save_to_history(village().story(), save)
    except Unreadable:
        return
    saved_and_loaded_state = save_to_history(history.story, history_to_save(history))[0].state
    assert saved_and_loaded_state == history.state


def test_a_free_song_is_saved_and_loaded() -> None:
    history = saved_and_loaded(played(village().story()).act(Sing("kindling")))
    assert history.actions == ("sing kindling",)
