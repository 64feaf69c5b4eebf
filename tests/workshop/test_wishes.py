"""What can be asked for with `--with`, and what is said of the rest."""

from __future__ import annotations

import pytest

from game.expression.evaluate import holds
from game.expression.syntax import Compare, Comparison
from game.model.story import Story
from game.play.step import begin
from game.workshop.wishes import WishError, read_wishes
from tests.builder import Builder
from tests.stories import story_of


@pytest.fixture(scope="module")
def story() -> Story:
    """The catalogue's small story."""
    return story_of({})


@pytest.mark.parametrize(
    "text",
    ["hush = 3", "hush=3", "hush == 3", "trust.bram>=2", "knows(kindling)=yes", "not hush != 3 and hush > 1"],
)
def test_a_wish_is_read_as_conditions_are(text: str, story: Story) -> None:
    read = read_wishes([text], story, story.start)
    (guard,) = read.guards.values()
    assert read.story.cells == story.cells
    assert not holds(guard, begin(story).state.values)


def test_one_equals_sign_is_as_good_as_two(story: Story) -> None:
    guard = read_wishes(["hush=3"], story, story.start).guards["hush=3"]
    assert guard == Compare(story.cell_index["hush"], Comparison.EQ, 3)


def test_what_always_holds_may_be_asked_for(story: Story) -> None:
    read = read_wishes(["hush >= 0"], story, story.start)
    assert holds(read.guards["hush >= 0"], begin(story).state.values)


def test_who_is_here_and_what_self_is_are_the_nodes() -> None:
    build = Builder()
    build.person("bram")
    build.node("start", "on -> end", presences=build.with_people("bram"))
    build.node("end", ending="home")
    read = read_wishes(["here(bram)", "seen(self)"], build.story(), "start")
    values = begin(read.story).state.values
    assert all(holds(guard, values) for guard in read.guards.values())


def test_what_nothing_else_asks_for_is_remembered_too() -> None:
    build = Builder()
    build.node("start", "on -> end", visits=2)
    build.node("end", ending="home")
    build.node_aliases["old"] = "end"
    story = build.story()
    read = read_wishes(
        ["visits(start) > 3", "visits(old) == 1", "taken(start/on)=no", "visits(start)=2"], story, "end"
    )
    index = read.story.cell_index
    assert read.story.cells[index["visits(start)"]].high == 4
    assert read.story.nodes["end"].visits == index["visits(end)"]
    assert read.story.nodes["start"].choices[0].taken == index["taken(start/on)"]
    assert "visits(end)" not in story.cell_index, "the story itself stays as it is"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "It is empty"),
        ("hush=", "Nothing stands behind '=='"),
        ("hush", "must compare it"),
        ("hsuh=3", "Did you mean 'hush'?"),
        ("hush=blue", "'blue' is not"),
        ("hush=8", "can never hold"),
        ("knows(kindlin)", "Did you mean 'kindling'?"),
        ("visits(nowhere.at.all)>1", "No node is called 'nowhere.at.all'."),
        ("tie(bram,bram)", "ties 'bram'"),
        ("visits(hollow.roof)>1000", "No more than 99 visits"),
    ],
)
def test_what_makes_no_sense_is_said(text: str, said: str, story: Story) -> None:
    with pytest.raises(WishError) as refused:
        read_wishes([text], story, story.start)
    assert said in str(refused.value)
    assert str(refused.value).startswith(f"'{text}' cannot be asked for.")
    assert "Declare" not in str(refused.value), "who tries a story out may not be who writes it"
