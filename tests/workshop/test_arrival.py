"""Arriving anywhere by a real run."""

from __future__ import annotations

import time

import pytest

from game import bundle
from game.expression.evaluate import holds
from game.expression.syntax import ALWAYS, Guard
from game.loading.library import load_story
from game.model.story import Story
from game.play import History
from game.play.event import Entered
from game.verify.findings import Finding, Verdict
from game.view.page import transcript
from game.workshop.arrival import MISUSED, NEVER, UNDECIDED, Arrival, NoArrival, arrival
from game.workshop.wishes import read_wishes
from tests.builder import Builder
from tests.playing import saved_and_loaded


def arrive(story: Story, node: str, *wishes: str) -> Arrival:
    return arrival(story, node, wishes, 100.0, lambda: 0.0)


def refused(story: Story, node: str, *wishes: str) -> tuple[str, int]:
    with pytest.raises(NoArrival) as reason:
        arrive(story, node, *wishes)
    return str(reason.value), reason.value.status


def beginning(history: History) -> History:
    earlier: History | None = history
    while earlier is not None:
        history, earlier = earlier, earlier.back()
    return history


@pytest.fixture(scope="module")
def shipped() -> Story:
    story, _ = load_story(bundle.root() / "story")
    assert story is not None
    return story


def test_every_node_of_the_shipped_story_can_be_arrived_at(shipped: Story) -> None:
    """By a run that can be walked back, saved, and read from the beginning; passed, where it leads on."""
    start = History.start(shipped, 0)
    for name, node in shipped.nodes.items():
        found = arrive(shipped, name)
        assert "no way is shorter" in found.told[0] or name == shipped.start
        assert any(name in entered(link) for link in found.history.chain())
        if not node.redirects and not node.chances:
            assert found.history.state.node == name
        assert beginning(found.history).state == start.state
        assert found.history == found.history.settled()
    assert saved_and_loaded(found.history).state == found.history.state
    assert len(transcript(shipped, found.history)) > len(transcript(shipped, start))


def entered(link: History) -> set[str]:
    return {event.node for event in link.turn.events if isinstance(event, Entered)}


def test_with_a_fact_the_shipped_story_has_a_way_or_a_proof(shipped: Story) -> None:
    found = arrive(shipped, "road.lake.line", "hush=3", "trust.bram >= 1")
    for guard in read_wishes(["hush=3", "trust.bram >= 1"], shipped, "road.lake.line").guards.values():
        assert holds(guard, found.history.state.values)
    sentence, status = refused(shipped, "hollow.roof", "knows(kindling)=yes", "hush=0")
    assert status == NEVER
    assert "never with 'hush=0'." in sentence, "and not a word of the other wish, which can be so"


def test_it_takes_no_longer_than_a_start_may(shipped: Story) -> None:
    begun = time.process_time()
    arrive(shipped, "end.home.page")
    assert time.process_time() - begun < 3.0


def tale() -> Builder:
    build = Builder()
    build.node("start", "toss -> coin", build.choice("a -> hall", "start", do=(build.put("a"),)), "b -> hall")
    build.node("coin", chances=((1, "start"), (3, "hall")))
    build.node("hall", "again -> start", "gate -> gate", "post -> post")
    build.node("post", redirects=(("yard", build.when("a")),), text=())
    build.node("gate", redirects=(("yard", ALWAYS),))
    build.node("yard", ending="home")
    build.node("attic", "down -> start")
    build.node("loft", "down -> start", redirects=(("yard", ALWAYS),))
    build.node_aliases["entry"] = "hall"
    return build


def test_a_walk_with_draws_has_a_seed_that_lets_them_fall_so() -> None:
    build = Builder()
    build.node("start", "toss -> coin")
    build.node("coin", chances=((1, "start"), (1, "two")))
    build.node("two", "toss -> die")
    build.node("die", chances=((5, "start"), (1, "end")))
    build.node("end", ending="home")
    story = build.story()
    found = arrive(story, "end")
    again = History.start(story, found.history.seed)
    for link in found.history.chain():
        if link.action is not None and link.before is not None and not link.before.state.draw:
            again = again.act(link.action)
    assert again.state == found.history.state
    assert again.counter == found.history.counter == 2
    assert len(found.told) == 1


def test_draws_for_which_there_is_no_seed_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.workshop.arrival.SEEDS", 0)
    build = tale()
    build.node("den", ending="den")
    build.node("coin", chances=((1, "start"), (3, "den")))
    found = arrive(build.story(), "den")
    assert found.history.state.node == "den"
    assert "No seed was found" in found.told[-1]


def test_a_node_that_leads_on_says_where_to() -> None:
    found = arrive(tale().story(), "gate")
    assert found.history.state.node == "yard"
    assert found.told[-1] == "It leads on by itself: this is 'yard'."
    found = arrive(tale().story(), "coin")
    assert found.history.state.node in ("start", "hall")
    assert not found.history.state.draw


def test_a_page_that_can_only_be_passed_with_what_is_asked_for() -> None:
    assert arrive(tale().story(), "post", "a=no").history.state.node == "post"
    assert refused(tale().story(), "post", "a") == (
        "The page of 'post' can be shown, but never with 'a'.",
        NEVER,
    )


def test_old_names_and_the_beginning() -> None:
    assert (
        arrive(tale().story(), "entry").told[0] == "'hall' is 1 step from the beginning; no way is shorter."
    )
    assert arrive(tale().story(), "start").told == ("'start' is where every journey begins.",)


def test_nobody_can_get_there() -> None:
    story = tale().story()
    assert refused(story, "attic") == ("'attic' can never be reached, whatever is done before.", NEVER)
    assert refused(story, "attic", "a")[0] == "'attic' can never be reached, whatever is done before."
    assert refused(story, "loft")[1] == NEVER
    assert refused(story, "start", "a", "taken(start/a)=no", "seen(hall)") == (
        "'start' can be reached, but never with 'a' and 'taken(start/a)=no'.",
        NEVER,
    )
    assert refused(story, "gate", "visits(start)=0") == (
        "'gate' can be reached, but never with 'visits(start)=0'.",
        NEVER,
    )


def test_it_was_asked_wrongly() -> None:
    story = tale().story()
    assert refused(story, "hal") == ("No node is called 'hal'. Did you mean 'hall'?", MISUSED)
    assert refused(story, "xyzzy") == ("No node is called 'xyzzy'.", MISUSED)
    assert refused(story, "hall", "b=1")[1] == MISUSED


def test_there_was_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.verify.arrive.MOST_STATES", -1)
    ticks = iter(range(100_000))
    with pytest.raises(NoArrival) as reason:
        arrival(tale().story(), "hall", ("a",), 0.5, lambda: float(next(ticks)))
    assert reason.value.status == UNDECIDED
    assert str(reason.value).startswith(
        "In 0.5 seconds no way to 'hall' with 'a' was found, nor that there is"
    )


def test_nothing_is_said_to_be_reachable_that_is_not_known_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(_story: Story, _node: str, guard: Guard, *_more: object, **_named: object) -> Finding:
        return Finding(Verdict.UNKNOWN if guard == ALWAYS else Verdict.NO)

    monkeypatch.setattr("game.workshop.arrival.arrived", answer)
    assert refused(tale().story(), "hall", "a") == ("'hall' can never be reached with 'a'.", NEVER)
