"""Large stories take their time in proportion, and no more."""

from __future__ import annotations

import random
import time

import pytest

from game.diagnostics.catalog.story import WORLD
from game.loading.library import build
from game.loading.tree import Source

WORDS = [
    "the",
    "bell",
    "hangs",
    "over",
    "a",
    "square",
    "cracked",
    "green",
    "and",
    "quiet",
    "you",
    "know",
    "every",
    "rung",
    "of",
    "its",
    "ladder",
]
GUARDS = ("", "", "", " when hush >= 3", " once do trust.bram += 1", " when not bell.rung do hush -= 1")


def large_story(count: int) -> list[Source]:
    """Give a story of so many nodes in chapters of a hundred, like ours in how they are made."""
    rng = random.Random(count)

    def sentence(length: int) -> str:
        return " ".join(rng.choice(WORDS) for _ in range(length)).capitalize() + "."

    sources = [Source("story/world.yaml", WORLD.replace("start: hollow.square", "start: c0.n0"))]
    for chapter in range(count // 100):
        lines = [f"chapter: c{chapter}", "at: hollow", "nodes:"]
        for number in range(100):
            lines += [f"  c{chapter}.n{number}:", "    with: [lysandra, bram]", "    text: |"]
            lines += [f"      {sentence(12)}", f"      {sentence(9)} It's {sentence(5)}", ""]
            lines += [f'      bram: "{sentence(10)}" {{if bell.rung}}{sentence(4)}{{end}}', "    choices: |"]
            for choice in range(rng.choice((1, 1, 1, 2, 2))):
                target = min(count - 1, chapter * 100 + number + rng.randint(1, 30))
                place = f"c{target // 100}.n{target % 100}"
                lines.append(f"      {sentence(5)} {choice} -> {place}{rng.choice(GUARDS)}")
        sources.append(Source(f"story/c{chapter}.yaml", "\n".join(lines) + "\n"))
    return sources


def seconds(count: int) -> float:
    """Give the processor time that loading takes, the best of three."""
    sources = large_story(count)
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        story, report = build(sources)
        best = min(best, time.process_time() - begun)
        assert report.errors == ()
        assert story is not None
        assert len(story.nodes) == count
    return best


@pytest.mark.campaign
def test_ten_times_the_nodes_take_about_ten_times_as_long() -> None:
    assert seconds(10_000) < 15 * seconds(1_000)


def test_a_large_story_loads() -> None:
    assert seconds(300) < 10  # whatever else the machine is doing: the time itself is for the bench


def test_thousands_of_slips_are_all_told() -> None:
    """A name that is gone from everywhere does not take for ever to be told."""
    sources = large_story(500)
    broken = [Source(source.path, source.text.replace("-> c", "-> k")) for source in sources]
    begun = time.process_time()
    _, report = build(broken)
    assert len(report.errors) > 500
    assert time.process_time() - begun < 30
