"""The story that is shipped: nothing in it is out of reach, and nobody gets stuck."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game import bundle
from game.diagnostics import render_report
from game.loading.library import load_story
from game.model.story import Story
from game.play import History
from game.play.action import parse
from game.play.step import begin
from game.verify import Finding, Findings, Verdict, explore
from game.verify.findings import Witness
from game.workshop.contents import contents
from game.workshop.walks import replay
from tests.playing import saved_and_loaded

BUDGET = 120.0
WALKS = sorted(Path(__file__).with_name("walks").glob("*.walk"))


@pytest.fixture(scope="module")
def story() -> Story:
    loaded, report = load_story(bundle.root() / "story")
    assert loaded is not None, f"The story cannot be played:\n\n{render_report(report)}"
    return loaded


@pytest.fixture(scope="module")
def findings(story: Story) -> Findings:
    return explore(story, BUDGET, time.process_time)


def not_possible(found: dict[str, Finding]) -> str:
    """Everything that is not proved to be possible, one thing on a line."""
    return "".join(
        f"\n  {name}: {one.verdict}" for name, one in found.items() if one.verdict is not Verdict.YES
    )


def test_every_way_to_play_it_was_looked_at(findings: Findings) -> None:
    assert findings.complete, f"Only {findings.states:,} states were met in {BUDGET:g} s."


def test_every_node_can_be_reached(findings: Findings) -> None:
    missing = not_possible(dict(findings.nodes))
    assert not missing, f"No walk leads to these nodes:{missing}"


def test_every_choice_can_be_taken(findings: Findings) -> None:
    missing = not_possible(dict(findings.choices))
    assert not missing, f"These choices are closed whenever they can be seen:{missing}"


def test_every_answer_to_a_song_can_be_had(findings: Findings) -> None:
    missing = not_possible(dict(findings.ways))
    assert not missing, f"These songs get an answer that no player can hear:{missing}"


def test_every_ending_can_be_attained(findings: Findings) -> None:
    missing = not_possible(dict(findings.endings))
    assert not missing, f"No walk leads to these endings:{missing}"


def test_every_song_that_is_taught_can_be_learned(story: Story, findings: Findings) -> None:
    taught = contents(story).changed
    missing = [
        f"{song.id}: {about}"
        for song in story.songs.values()
        for about, cell in (("learned", song.knows), ("rests", song.rests), ("leaf", song.leaf))
        if cell in taught
        and (finding := findings.songs[song.id][about]) is not None
        and finding.verdict is not Verdict.YES
    ]
    assert not missing, f"These cannot be had, though a node teaches them: {', '.join(missing)}"


def test_nobody_gets_stuck(findings: Findings) -> None:
    lost = "".join(f"\n  {one.node}, by {', '.join(one.witness)}" for one in findings.stuck)
    assert not lost, f"From here no ending can be reached any more:{lost}"


def test_every_walk_that_was_found_can_be_played_saved_and_loaded(story: Story, findings: Findings) -> None:
    found = [*findings.nodes.values(), *findings.choices.values(), *findings.ways.values()]
    runs: dict[Witness, History] = {(): History(story, 0, begin(story))}
    for one in found:
        for length in range(1, len(one.witness) + 1):
            walk = one.witness[:length]
            if walk not in runs:
                before = runs[walk[:-1]]
                action = parse(walk[-1], before.state)
                assert action is not None, f"{walk[-1]!r} is no action at {before.state.node}"
                runs[walk] = before.take(action)
                if not runs[walk].state.draw:
                    saved_and_loaded(runs[walk])


def test_there_is_a_walk_to_every_ending(story: Story) -> None:
    ends = {replay(story, path).ending for path in WALKS}
    missing = sorted({node.ending for node in story.nodes.values() if node.ending} - ends)
    assert not missing, f"No walk in tests/walks ends with: {', '.join(missing)}"


@pytest.mark.parametrize("path", WALKS, ids=lambda path: path.stem)
def test_a_walk_goes_as_it_is_written(story: Story, path: Path) -> None:
    replayed = replay(story, path)
    assert replayed.ok, replayed.message
    for run in replayed.history.chain():
        if not run.state.draw:
            saved_and_loaded(run)
