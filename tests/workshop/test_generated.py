"""Generated stories are what they say they are."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.loading.library import build, load_story
from game.loading.sources import read_files
from game.model.story import Story
from game.verify import Verdict, explore
from game.workshop.generated import Generated, generated
from game.workshop.generated.faults import PLANTS

BUDGET = 600.0


def story_of(made: Generated) -> Story:
    """Load it; there must be nothing to find in it."""
    contents = {name: text.encode() for name, text in made.files.items()}
    story, report = build(read_files("story", contents, []))
    assert report.diagnostics == ()
    assert story is not None
    return story


def confirm(made: Generated) -> None:
    """Everything is met, and of it exactly what was expected is so."""
    found = explore(story_of(made), BUDGET, time.process_time)
    assert found.complete
    expected = made.expected
    assert {name for name, one in found.nodes.items() if one.verdict is Verdict.NO} == expected.unreachable
    assert {name for name, one in found.choices.items() if one.verdict is Verdict.NO} == expected.unselectable
    assert {one.node for one in found.stuck} == expected.stuck <= expected.lost
    assert {one.node for one in found.idle} == expected.dead_ends <= expected.lost
    assert not expected.hard & expected.unreachable
    assert {one.verdict for one in (*found.ways.values(), *found.endings.values())} == {Verdict.YES}
    about = [one for song in found.songs.values() for one in song.values() if one is not None]
    assert {one.verdict for one in about} == {Verdict.YES}


@pytest.mark.parametrize("plant", PLANTS)
def test_what_is_planted_is_what_an_exact_search_finds(plant: str) -> None:
    """In a story of one chapter: each fault as expected, everything else can happen."""
    confirm(generated(46, 1, plants=(plant,), words=20))


@pytest.mark.campaign
@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize("seed", range(2, 12))
def test_what_is_planted_in_many_small_stories(plant: str, seed: int) -> None:
    """The same in two sizes, of one chapter and of two."""
    confirm(generated(46, seed, plants=(plant,), words=20))
    confirm(generated(90, seed, plants=(plant,), words=20))


def test_the_faults_do_not_disturb_each_other() -> None:
    """Two or three of them in the same chapter."""
    confirm(generated(48, 3, plants=("never_set", "ring", "pit"), words=20))
    confirm(generated(48, 4, plants=("exclusive", "shadow"), words=20))


@pytest.mark.parametrize("nodes", [500, 2000])
def test_a_large_story_loads_clean_and_has_its_size(nodes: int) -> None:
    """As many nodes as were asked for, every plant once for each thousand, pages as long as pages are."""
    made = generated(nodes, 5)
    story = story_of(made)
    assert len(story.nodes) == made.nodes == nodes
    sets = max(1, nodes // 1000)
    assert len(made.expected.stuck) == 4 * sets
    assert len(made.expected.unreachable) == 7 * sets
    assert made.expected.unreachable | made.expected.lost | made.expected.hard <= set(story.nodes)
    written = {f"{node.id}/{choice.key}" for node in story.nodes.values() for choice in node.choices}
    assert made.expected.unselectable <= written
    words = sum(len(text.split()) for name, text in made.files.items() if name.startswith("chapters/"))
    assert 90 <= words / nodes <= 150


def test_the_same_seed_makes_the_same_story() -> None:
    """And another one another."""
    assert generated(300, 7) == generated(300, 7)
    assert generated(300, 7).files != generated(300, 8).files


def test_a_story_has_everything_that_stories_have() -> None:
    """All that the format can do, and both ways of every Legend."""
    made = generated(600, 1)
    everything = "\n".join(made.files.values())
    ways = ("once", "redirect: |", "chance: |", "detour ", "-> back", "invite: |", "share: |", "else: ")
    asked = ("{if ", "{pick}", "seen(", "visits(", "knows(", "learn rests of", " or ", " and ", "ending: ")
    for word in ways + asked:
        assert word in everything


def test_it_is_written_as_a_folder(tmp_path: Path) -> None:
    """A folder that loads as any other."""
    made = generated(60, 2, plants=())
    made.write(tmp_path / "story")
    story, report = load_story(tmp_path / "story")
    assert report.diagnostics == ()
    assert story is not None
    assert len(story.nodes) == 60
