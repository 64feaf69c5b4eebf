"""The whole proof, step by step."""

from __future__ import annotations

from collections.abc import Callable

from game.model.story import Story
from game.verify.bounds import bounds_of
from game.verify.conclude import Conclusion
from game.verify.deadline import Deadline
from game.verify.decide import Decision
from game.verify.ends import ends_of
from game.verify.exact import Exact
from game.verify.findings import Finding, Findings, Verdict
from game.verify.graph import Graph, graph_of
from game.verify.live import laid_out
from game.verify.losing import losses_of
from game.verify.lower import lowered
from game.verify.order import ordered
from game.verify.questions import questions_of

MOST_STATES = 10_000_000
"""How many states are met at most; that takes about two gigabytes."""
MOST_OF_A_CHAPTER = 1_500_000
"""How many states the search for all of them may meet in a story of one chapter; it takes a few seconds."""
CHAPTER = 250
"""How many spots such a story has. In a larger one the search for all states is given up much sooner."""
FEWEST = 10
"""How many states a spot may have at least, for the search for all states to be worth its while."""
SHARE_OF_ENDS = 0.2
SHARE_OF_EXACT = 0.5
"""What part of the time left goes into these."""


def explore(
    story: Story,
    budget: float,
    clock: Callable[[], float],
    most_states: int = MOST_STATES,
    tell: Callable[[str], object] = lambda _words: None,
    stop: Callable[[], bool] = lambda: False,
) -> Findings:
    """Find out everything about a story, within so many seconds of the clock that is given.

    `most_states` bounds how many states are met. `tell` is called now and then with a few words about what is
    being done. If `stop` says so, what is known by then is given.
    """
    deadline = Deadline(clock, budget, stop)
    tell("Taking the story apart")
    machine = lowered(story)
    questions = questions_of(machine)
    layout = laid_out(machine, ordered(machine), questions.formulas)
    graph = graph_of(layout, questions.formulas, deadline.late) if machine.whole else None
    if graph is None:
        return unknown(story)
    decision = Decision(graph, deadline.late, tell, most_states)
    tell("Looking for the endings")
    ends = ends_of(graph, deadline.part(SHARE_OF_ENDS))
    decision.decide()
    losses = losses_of(decision, ends)
    exact = _every_state(graph, most_states, deadline.part(SHARE_OF_EXACT), tell)
    return Conclusion(decision, questions, exact).findings(losses, ends, bounds_of(decision))


def _every_state(
    graph: Graph, most_states: int, late: Callable[[], bool], tell: Callable[[str], object]
) -> Exact | None:
    """All states, if there are few enough."""
    spots = len(graph.onward)
    most = int(min(most_states, MOST_OF_A_CHAPTER * (CHAPTER / max(spots, CHAPTER)) ** 3))
    if most < FEWEST * spots and spots > CHAPTER:
        return None
    exact = Exact(graph)
    every = exact.search(most, late, lambda met: tell(f"Looking for the shortest walks: {met:,} states"))
    return exact if every else None


def unknown(story: Story) -> Findings:
    """What is known of a story with which nothing could be begun."""
    open_question = Finding(Verdict.UNKNOWN)
    nodes = story.nodes.values()
    return Findings(
        dict.fromkeys(story.nodes, open_question),
        {f"{node.id}/{choice.key}": open_question for node in nodes for choice in node.choices},
        {
            f"{node.id}/{song.song} {way.way}": open_question
            for node in nodes
            for song in node.songs
            for way in song.ways
        },
        dict.fromkeys(story.endings, open_question),
        {
            song.id: dict.fromkeys(("learned", "rests", "leaf", "command", "invite", "share"), open_question)
            for song in story.songs.values()
        },
        dict.fromkeys(story.nodes, open_question),
        {},
        {},
        {},
        {},
        {},
        frozenset(),
        (),
        (),
        Verdict.UNKNOWN,
        0,
        exact=False,
    )
