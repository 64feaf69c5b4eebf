"""The mix follows the story: the Hush takes lead, rhythm, bed in that order; moods and tension weigh them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from types import MappingProxyType

import pytest

from game.model.place import Place, View
from game.model.story import Presence
from game.play.state import State
from game.view.music import BED, Mix, blend, mix
from game.view.stage import stage
from tests.builder import Builder

HUSHES = range(len(BED))
STEMS = ("bed", "rhythm", "lead")


def _story(**node: object) -> tuple[Builder, State]:
    build = Builder()
    build.cell("hush", 7)
    views = {
        "all": View("all", "All", "here/all"),
        "loud": View("loud", "Loud", "here/loud", music="drums"),
        "late": View("late", "Late", "here/all", time="night"),
    }
    build.places["here"] = Place("here", "Here", "E", "hollow", MappingProxyType(views))
    build.node("start", **node)
    return build, State("start", (0,))


def _mix(build: Builder, state: State, view: str = "all") -> Mix:
    build.nodes["start"] = replace(build.nodes["start"], view=view)
    story = build.story()
    return mix(story, state, stage(story, state))


def test_a_place_has_its_own_score_and_sound() -> None:
    build, state = _story()
    heard = _mix(build, state)
    assert (heard.score, heard.ambience) == ("hollow", "here/all")


def test_a_view_may_have_another_and_a_node_yet_another() -> None:
    build, state = _story()
    assert _mix(build, state, "loud").score == "drums"
    build, state = _story(music="lullaby")
    assert _mix(build, state, "loud").score == "lullaby"


def test_a_node_may_ask_for_silence() -> None:
    build, state = _story(music="")
    assert _mix(build, state).score == ""


def test_where_no_place_is_declared_nothing_plays() -> None:
    build, state = _story()
    build.places.clear()
    assert _mix(build, state).score == ""


def test_night_and_the_hush_have_sounds_of_their_own() -> None:
    build, state = _story()
    assert _mix(build, state, "late").ambience == "night"
    assert _mix(build, state._replace(values=(6,)), "late").ambience == "hush"


def test_a_story_without_a_hush_is_never_hushed() -> None:
    build = Builder()
    build.node("start")
    assert _mix(build, State("start", ())).bed == 1.0


def test_the_hush_takes_the_lead_then_the_rhythm_then_the_bed() -> None:
    mixes = [blend("hollow", hush=hush) for hush in HUSHES]
    for before, after in itertools.pairwise(mixes):
        assert all(after.volume(stem) <= before.volume(stem) for stem in STEMS)
    gone = {
        stem: next(hush for hush in HUSHES if mixes[hush].volume(stem) < 0.5 * mixes[0].volume(stem))
        for stem in STEMS
    }
    assert gone["lead"] < gone["rhythm"] < gone["bed"]
    assert mixes[-1].lead == mixes[-1].rhythm == 0 < mixes[-1].bed


def test_tension_brings_the_rhythm_forward() -> None:
    rhythms = [blend("hollow", tension=tension).rhythm for tension in range(4)]
    assert rhythms == sorted(rhythms)
    assert rhythms[0] < rhythms[2]


def test_a_command_keeps_the_rhythm_and_loses_the_tune() -> None:
    commanded, invited = blend("hollow", mood="commanded"), blend("hollow", mood="invited")
    assert commanded.rhythm == invited.rhythm
    assert commanded.lead < 0.5 * invited.lead


def test_a_tune_is_softer_where_nobody_is_by() -> None:
    build, state = _story(presences=(Presence("lysandra"),))
    alone = _mix(build, state)
    build, state = _story(presences=(Presence("lysandra"), Presence("bram")))
    assert alone.lead < _mix(build, state).lead
    assert [figure.person for figure in stage(build.story(), state).people] == ["lysandra", "bram"]


@pytest.mark.parametrize(("hush", "tension"), [(-3, -1), (99, 99)])
def test_what_is_out_of_range_is_the_end_of_the_range(hush: int, tension: int) -> None:
    mixed = blend("hollow", hush=hush, tension=tension)
    assert all(0.0 <= mixed.volume(stem) <= 1.0 for stem in STEMS)
    assert mixed == blend("hollow", hush=max(0, min(7, hush)), tension=max(0, min(3, tension)))


def test_a_recording_without_stems_plays_as_the_bed_does() -> None:
    assert Mix("lullaby", bed=0.4).volume("whole") == 0.4


def test_the_hush_takes_nothing_from_its_own_score() -> None:
    assert blend("quiet", hush=7) == blend("quiet", hush=0)
