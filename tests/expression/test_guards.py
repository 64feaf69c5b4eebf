"""What guards ask: from the author's words to yes or no, on values that are known."""

from __future__ import annotations

from itertools import product

import pytest

from game.expression.cell import CellKind
from game.expression.evaluate import after, holds
from game.expression.syntax import ALWAYS, NEVER, Add, All, Any, Assign, Compare, Comparison, Constant, Not
from game.model.story import Cell, Story
from tests.stories import codes, load, node_file, story_of

WORLD = """
facts:
  lamp: no
  left: -2..3 = 1
people:
  tace:
    name: Old Tace
    ties:
      maren: "Tace taught her to swear."
songs:
  pull:
    name: Pull
    small: yes
    pieces: trust.bram
journal:
  tied:
    text: "They know each other."
    when: tie(maren, tace) and met(bram)
"""


def told(guard: str, *, keys: str = "") -> Story:
    """Give a story in which one choice, the first of `night.bell`, has this guard."""
    node = node_file(
        f"text: |\n  Night.\n{keys}\nchoices: |\n  Ring -> hollow.roof when {guard}\n  Go -> hollow.square"
    )
    return story_of({"night.yaml": node, "zenith.yaml": WORLD})


def values(story: Story, **changed: int) -> tuple[int, ...]:
    """Give a state's values: as at the start, but for those named (`_` for `.`, `__` for `(`)."""
    result = [cell.start for cell in story.cells]
    for name, value in changed.items():
        result[
            story.cell_index[name.replace("__", "(").replace("_", ".") + (")" if "__" in name else "")]
        ] = value
    return tuple(result)


def answer(guard: str, **changed: int) -> bool:
    story = told(guard)
    return holds(story.nodes["night.bell"].choices[0].guard, values(story, **changed))


@pytest.mark.parametrize(
    ("guard", "changed", "expected"),
    [
        ("bell.rung", {"bell_rung": 1}, True),
        ("bell.rung", {}, False),
        ("not bell.rung", {}, True),
        ("not not bell.rung", {}, False),
        ("bell.rung == yes", {"bell_rung": 1}, True),
        ("bell.rung == no", {"bell_rung": 1}, False),
        ("bell.rung != true", {}, True),
        ("bell.rung == false", {}, True),
        ("hush == 1", {}, True),
        ("hush != 1", {}, False),
        ("hush < 2", {}, True),
        ("hush <= 0", {}, False),
        ("hush > 0", {}, True),
        ("hush >= 2", {}, False),
        ("left == -2", {"left": -2}, True),
        ("left < 0", {"left": -1}, True),
        ("weather == rain", {"weather": 1}, True),
        ("weather != rain", {"weather": 1}, False),
        ("bell.rung or hush == 1 and lamp", {"lamp": 1}, True),
        ("(bell.rung or hush == 1) and lamp", {}, False),
        ("not bell.rung and not lamp", {}, True),
        ("not (bell.rung or hush == 1)", {}, False),
        ("knows(kindling)", {"knows__kindling": 1}, True),
        ("knows(kindling) == no", {"knows__kindling": 1}, False),
        ("rests(kindling)", {"rests__kindling": 1}, True),
        ("leaf(kindling)", {"leaf__kindling": 1}, True),
        ("motif(bram)", {"motif__bram": 1}, True),
        ("met(maren)", {"met__maren": 1}, True),
        ("tie(tace, maren)", {"tie__maren,tace": 1}, True),
        ("tie(maren, tace) == yes", {"tie__maren,tace": 1}, True),
    ],
)
def test_a_guard_says_what_it_says(guard: str, changed: dict[str, int], expected: bool) -> None:  # noqa: FBT001
    assert answer(guard, **changed) is expected


@pytest.mark.parametrize(
    ("guard", "high", "true_for"),
    [
        ("visits(hollow.roof) >= 3", 3, {3}),
        ("visits(hollow.roof) > 3", 4, {4}),
        ("visits(hollow.roof) == 2", 3, {2}),
        ("visits(hollow.roof) != 2", 3, {0, 1, 3}),
        ("visits(hollow.roof) < 2", 2, {0, 1}),
        ("visits(hollow.roof) <= 2", 3, {0, 1, 2}),
        ("visits(hollow.roof) == 0", 1, {0}),
        ("seen(hollow.roof)", 1, {1}),
        ("seen(hollow.roof) == no", 1, {0}),
        ("seen(hollow.roof) != no", 1, {1}),
        ("seen(hollow.roof) == yes and visits(hollow.roof) < 3", 3, {1, 2}),
    ],
)
def test_visits_are_counted_as_far_as_it_matters(guard: str, high: int, true_for: set[int]) -> None:
    """The cell saturates at the first count behind which no answer changes."""
    story = told(guard)
    cell = story.cells[story.cell_index["visits(hollow.roof)"]]
    assert (cell.low, cell.high, cell.start, cell.kind) == (0, high, 0, CellKind.NUMBER)
    assert story.nodes["hollow.roof"].visits == story.cell_index["visits(hollow.roof)"]
    choice = story.nodes["night.bell"].choices[0]
    found = {
        count
        for count in range(high + 1)
        if holds(choice.guard, tuple(count if position == story.cell_index[cell.name] else other.start
                                     for position, other in enumerate(story.cells)))
    }  # fmt: skip
    assert found == true_for


def test_only_what_is_asked_for_has_a_cell() -> None:
    story = told("seen(self) and taken(self/go) and taken(hollow.square/climb_up)")
    asked = {name for name in story.cell_index if name.startswith(("visits(", "taken(", "met(", "leaf("))}
    assert asked == {
        "visits(night.bell)",
        "taken(night.bell/go)",
        "taken(hollow.square/climb_up)",
        "met(bram)",
    }
    assert story.nodes["hollow.square"].choices[0].taken == story.cell_index["taken(hollow.square/climb_up)"]
    assert story.nodes["hollow.square"].choices[1].taken is None


def test_here_is_the_guard_under_which_somebody_is_there() -> None:
    keys = "with: [bram, lysandra if lamp, maren calm if hush > 3, maren if bell.rung]"
    choices = "not here(bram) or here(lysandra) or here(tace) or here(maren)"
    story = told(choices, keys=keys)
    guard = story.nodes["night.bell"].choices[0].guard
    lamp = Compare(story.cell_index["lamp"], Comparison.EQ, 1)
    hush = Compare(story.cell_index["hush"], Comparison.GT, 3)
    rung = Compare(story.cell_index["bell.rung"], Comparison.EQ, 1)
    assert guard == Any((Not(ALWAYS), lamp, NEVER, Any((hush, rung))))


def test_cells_stand_in_a_fixed_order() -> None:
    """Declared facts first, then what is built in, each kind in the order of the alphabet."""
    story = told("seen(hollow.square) and seen(hollow.roof)")
    names = [cell.name for cell in story.cells]
    facts = ["bell.rung", "hush", "lamp", "left", "trust.bram", "weather"]
    assert names[: len(facts)] == facts
    assert names[len(facts) :] == [
        "knows(kindling)", "knows(lullaby)", "knows(pull)", "rests(kindling)", "motif(bram)", "met(bram)",
        "tie(maren,tace)", "visits(hollow.roof)", "visits(hollow.square)",
    ]  # fmt: skip
    assert [story.cell_index[name] for name in names] == list(range(len(names)))


@pytest.mark.parametrize("guard", [ALWAYS, NEVER, All(()), Any(()), Not(NEVER), Constant(value=True)])
def test_constants(guard: Constant) -> None:
    assert holds(guard, ()) is (guard in (ALWAYS, All(()), Not(NEVER)))


def test_and_and_or_are_what_they_are_in_logic() -> None:
    cells = [Compare(position, Comparison.EQ, 1) for position in range(3)]
    for state in product((0, 1), repeat=3):
        assert holds(All(tuple(cells)), state) == all(state)
        assert holds(Any(tuple(cells)), state) == any(state)


EFFECTS = {
    "bell.rung = yes": {"bell.rung": 1},
    "hush = 4": {"hush": 4},
    "hush += 2": {"hush": 3},
    "hush += 99": {"hush": 7},
    "hush -= 99": {"hush": 0},
    "left -= 2, left -= 2, left += 1": {"left": -1},
    "left = -2": {"left": -2},
    "weather = snow": {"weather": 2},
    "learn kindling": {"knows(kindling)": 1},
    "learn kindling, forget kindling": {},
    "learn rests of kindling": {"rests(kindling)": 1},
    "find leaf of kindling": {"leaf(kindling)": 1, "rests(kindling)": 1},
    "learn motif of bram": {"motif(bram)": 1},
    "meet maren": {"met(maren)": 1},
    "tie tace maren": {"tie(maren,tace)": 1},
    "tie maren tace, hush -= 1": {"tie(maren,tace)": 1, "hush": 0},
}


@pytest.mark.parametrize("effects", EFFECTS)
def test_an_effect_does_what_it_says(effects: str) -> None:
    node = node_file(f"text: |\n  Night.\ndo: {effects}\nchoices: |\n  Go -> hollow.square")
    story = story_of({"night.yaml": node, "zenith.yaml": WORLD})
    values = [cell.start for cell in story.cells]
    for effect in story.nodes["night.bell"].do:
        values[effect.cell] = after(effect, values[effect.cell], story.cells[effect.cell])
    changed = {cell.name: new for cell, new in zip(story.cells, values, strict=True) if new != cell.start}
    assert changed == EFFECTS[effects]


def test_effects_stay_within_bounds() -> None:
    cell = Cell("a", CellKind.NUMBER, -1, 2, 0)
    assert after(Assign(0, 9), 0, cell) == 2
    assert after(Assign(0, -9), 0, cell) == -1
    assert after(Add(0, 5), 0, cell) == 2
    assert after(Add(0, -1), 2, cell) == 1


@pytest.mark.parametrize(
    ("guard", "code"),
    [
        ("hush > 3 and", "E317"),
        ("and hush > 3", "E325"),
        ("3 > hush", "E325"),
        ("hush >", "E312"),
        ("hush > )", "E312"),
        ("hush > -", "E312"),
        ("hush > ?", "E307"),
        ("hush > - ?", "E312"),
        ("(hush > 3", "E306"),
        ("(hush > 3 && lamp)", "E326"),
        ("hush > 3 || lamp", "E326"),
        ("! lamp", "E326"),
        ("lamp AND hush > 3", "E326"),
        ("lamp, hush > 3", "E325"),
        ("weather is rain", "E304"),
        ("weather = rain", "E304"),
        ("weather == rain == snow", "E305"),
        ("seen(hollow.roof", "E306"),
        ("seen(", "E306"),
        ("seen(hollow.roof hollow.square)", "E306"),
        ("seen(=)", "E325"),
        ("seen(?)", "E307"),
        ("seen(hollow.roof, hollow.square)", "E324"),
        ("seen(hollow.rof)", "E501"),
        ("seen", "E323"),
        ("taken(hollow.square)", "E341"),
        ("taken(hollow.squaer/climb_up)", "E501"),
        ("taken(hollow.square/climb_pu)", "E507"),
        ("knows(kindlin)", "E604"),
        ("motif(brm)", "E601"),
        ("motif(maren)", "E348"),
        ("rests(lullaby)", "E347"),
        ("leaf(lullaby)", "E347"),
        ("tie(bram, maren)", "E349"),
        ("here(barm)", "E601"),
        ("here(bram) == yes", "E333"),
        ("weather", "E330"),
        ("hush", "E330"),
        ("lamp > no", "E333"),
        ("lamp == 1", "E331"),
        ("lamp == hush", "E336"),
        ("hush == weather", "E336"),
        ("weather == hush", "E336"),
        ("hush == lots", "E331"),
        ("weather == sleet", "E332"),
        ("seen(hollow.roof) == 2", "E339"),
        ("seen(hollow.roof) == often", "E331"),
        ("seen(hollow.roof) > no", "E333"),
        ("visits(hollow.roof) == often", "E331"),
        ("visits(hollow.roof) == -1", "E334"),
        ("visits(hollow.roof) < 0", "E334"),
        ("visits(hollow.roof) <= -1", "E334"),
        ("visits(hollow.roof) >= 0", "W335"),
        ("visits(hollow.roof) > -1", "W335"),
        ("visits(hollow.roof) != -1", "W335"),
        ("hush == 8", "E334"),
        ("hush != 8", "W335"),
        ("hush < 0", "E334"),
        ("hush < 8", "W335"),
        ("hush <= -1", "E334"),
        ("hush <= 7", "W335"),
        ("hush > 7", "E334"),
        ("hush > -1", "W335"),
        ("hush >= 8", "E334"),
        ("hush >= 0", "W335"),
        ("sen(hollow.roof)", "E321"),
        ("lamp when hush > 3", "E511"),
        ("lamp once once", "E511"),
        ("lamp do", "E322"),
        ("lamp do hush", "E311"),
        ("lamp do hush then", "E314"),
        ("lamp do hush is 3", "E310"),
        ("lamp do hush == 3", "E310"),
        ("lamp do hush ++", "E311"),
        ("lamp do learn", "E316"),
        ("lamp do learn rests of", "E316"),
        ("lamp do learn ?", "E307"),
        ("lamp do learn rests kindling", "E315"),
        ("lamp do find kindling", "E315"),
        ("lamp do tie bram", "E316"),
        ("lamp do ,", "E325"),
        ("lamp do hush += 1,", "E317"),
        ("lamp do hush += 1 lamp = yes", "E313"),
        ("lamp do hush += 1 when lamp", "E511"),
        ("lamp do hsh += 1", "E320"),
        ("lamp do hush += lots", "E331"),
        ("lamp do hush = 8", "E344"),
        ("lamp do weather += 1", "E343"),
        ("lamp do seen(hollow.roof) = yes", "E345"),
        ("lamp do forget kindlin", "E604"),
        ("lamp do find leaf of lullaby", "E347"),
        ("lamp do tie bram maren", "E349"),
        ("lamp do learn motif of maren", "E348"),
    ],
)
def test_a_slip_is_found_and_nothing_else(guard: str, code: str) -> None:
    node = node_file(
        f"text: |\n  Night.\nchoices: |\n  Ring -> hollow.roof when {guard}\n  Go -> hollow.square"
    )
    _, report = load({"night.yaml": node, "zenith.yaml": WORLD})
    assert codes(report) == [code]


def test_every_slip_of_a_story_is_found_in_one_run() -> None:
    node = node_file("""
        text: |
          {if lmp}The lamp.{end} {if hush > 9}Quiet.{end}
        do: lmp = yes
        choices: |
          Ring -> hollow.rof when lmp do hush += lots
    """)
    _, report = load({"night.yaml": node, "zenith.yaml": WORLD})
    assert codes(report) == ["E320", "E334", "E320", "E501", "E320", "E331"]


@pytest.mark.parametrize("where", ["seen(self)", "taken(self/x)", "here(bram)"])
def test_self_and_here_need_a_node(where: str) -> None:
    _, report = load(f'journal:\n  x:\n    text: "x"\n    when: {where}\n')
    assert codes(report) == ["E340"]


def test_here_cannot_be_asked_of_itself() -> None:
    _, report = load(
        node_file("with: [bram if here(maren)]\ntext: |\n  x\nchoices: |\n  Go -> hollow.square")
    )
    assert codes(report) == ["E340"]
