"""The stage: picture, light and people."""

from __future__ import annotations

import pytest

from game.expression.syntax import NEVER
from game.model.place import Place, View
from game.model.story import Presence
from game.model.text import Cue, CueKind
from game.play import begin
from game.view.stage import Figure, StageSpec, after_cue, stage
from tests.builder import Builder


def hollow(**node: object) -> StageSpec:
    """The stage of a node of Ember Hollow by night, which was lost."""
    build = Builder()
    build.cell("mood.here", start=1, options=("found", "lost"))
    view = View("all", "All", "here/all", time="night", beads="lamps", tension=2)
    build.places["here"] = Place("here", "Here", views={"all": view}, mood=0)
    build.node("start", **node)
    story = build.story()
    return stage(story, begin(story).state)


def test_what_a_node_leaves_out_is_its_view_s_own() -> None:
    assert hollow() == StageSpec("here", "all", "here/all", "lost", "night", (), "right", "lamps", 2)


def test_a_node_s_own_come_first() -> None:
    spec = hollow(mood="burning", beads="kilns", tension=0)
    assert (spec.mood, spec.beads, spec.tension) == ("burning", "kilns", 0)


def test_without_a_declared_place_the_stage_is_bare() -> None:
    build = Builder()
    build.places.clear()
    build.node("start")
    story = build.story()
    assert stage(story, begin(story).state, "left") == StageSpec("here", "all", "", "", "", (), "left", "", 0)


def test_a_place_without_a_fact_for_it_has_no_mood() -> None:
    build = Builder()
    build.node("start")
    story = build.story()
    assert stage(story, begin(story).state).mood == ""


def test_people_whose_guard_holds_stand_left_and_right_in_turn() -> None:
    spec = hollow(
        presences=(
            Presence("bram", ("troubled",)),
            Presence("wren", (), NEVER),
            Presence("maren"),
            Presence("pol"),
        )
    )
    assert spec.people == (
        Figure("bram", ("troubled",), "left"),
        Figure("maren", (), "right"),
        Figure("pol", (), "left"),
    )


BRAM, MAREN = Figure("bram", (), "left"), Figure("maren", (), "right")


@pytest.mark.parametrize(
    ("before", "cue", "after"),
    [
        ((), Cue(CueKind.ENTER, "bram", ("warm",)), (Figure("bram", ("warm",), "left"),)),
        ((BRAM,), Cue(CueKind.ENTER, "maren"), (BRAM, MAREN)),
        ((MAREN,), Cue(CueKind.ENTER, "bram"), (MAREN, BRAM)),
        ((BRAM,), Cue(CueKind.ENTER, "bram", ("warm",)), (Figure("bram", ("warm",), "left"),)),
        ((BRAM, MAREN), Cue(CueKind.SHOW, "maren", ("warm",)), (BRAM, Figure("maren", ("warm",), "right"))),
        ((BRAM,), Cue(CueKind.SHOW, "maren", ("warm",)), (BRAM,)),
        ((BRAM, MAREN), Cue(CueKind.LEAVE, "bram"), (MAREN,)),
        ((BRAM,), Cue(CueKind.LEAVE, "maren"), (BRAM,)),
        ((BRAM,), Cue(CueKind.PAUSE), (BRAM,)),
        ((BRAM,), Cue(CueKind.SOUND, "bell"), (BRAM,)),
    ],
)
def test_cues_change_who_stands_there(
    before: tuple[Figure, ...], cue: Cue, after: tuple[Figure, ...]
) -> None:
    bare = StageSpec("here", "all", "", "", "", before, "right", "", 0)
    assert after_cue(bare, cue).people == after
