"""Choices, and the other ways on."""

from __future__ import annotations

import pytest

from game.expression.syntax import ALWAYS, Add, All, Assign, Compare, Comparison
from game.model.story import Choice, Target, TargetKind
from game.model.text import Words
from tests.stories import codes, load, node_file, node_of, story_of

EXTRA = "facts:\n  lamp: no\n"


def choices_of(lines: str) -> tuple[Choice, ...]:
    body = "\n".join("  " + line for line in lines.split("\n"))
    return node_of(f"text: |\n  Night.\nchoices: |\n{body}", world=EXTRA).choices


def said(choice: Choice) -> str:
    return "".join(piece.text for piece in choice.label if isinstance(piece, Words))


@pytest.mark.parametrize(
    ("line", "label", "key", "target"),
    [
        ("Climb -> hollow.roof", "Climb", "climb", "hollow.roof"),
        ("Yes -> hollow.roof", "Yes", "yes", "hollow.roof"),
        ("11:00 -> hollow.roof", "11:00", "11_00", "hollow.roof"),
        ('"Step 2: we climb." -> hollow.roof', "“Step 2: we climb.”", "step_2_we_climb", "hollow.roof"),
        ("Roof -> square -> hollow.roof", "Roof -> square", "roof_square", "hollow.roof"),
        ("Roof -> the square! -> hollow.roof", "Roof -> the square!", "roof_the_square", "hollow.roof"),
        ("Say # nothing -> hollow.roof", "Say # nothing", "say_nothing", "hollow.roof"),
        ("Don't -> hollow.roof", "Don’t", "dont", "hollow.roof"),
        ("Don’t -> hollow.roof", "Don’t", "dont", "hollow.roof"),
        ("Café über -> hollow.roof", "Café über", "cafe_uber", "hollow.roof"),
        ("when you can -> hollow.roof", "when you can", "when_you_can", "hollow.roof"),
        ("- dash -> hollow.roof", "- dash", "dash", "hollow.roof"),
        ("Climb   ->   hollow.roof", "Climb", "climb", "hollow.roof"),
        ("Climb -> Up!\n  -> hollow.roof", "Climb -> Up!", "climb_up", "hollow.roof"),
        (
            "Climb -> hollow.square\n  -> hollow.roof",
            "Climb -> hollow.square",
            "climb_hollow_square",
            "hollow.roof",
        ),
        ("Climb -> \n  -> hollow.roof", "Climb ->", "climb", "hollow.roof"),
    ],
)
def test_a_line_is_read_from_the_right(line: str, label: str, key: str, target: str) -> None:
    (choice,) = choices_of(line)
    assert (said(choice), choice.key, choice.target.node) == (label, key, target)
    assert choice.target.kind is TargetKind.NODE


BLOCK = """\
Climb -> hollow.roof when lamp once do hush += 1, lamp = no
Stay
  -> detour hollow.roof
  id: rest
  when: not lamp
  else: The lamp is
    lit.
  once
  do: lamp = yes"""
LIST = """\
text: |
  Night.
choices:
  - label: "Climb"
    to: hollow.roof
    when: lamp
    once: yes
    do: hush += 1, lamp = no
  - label: |
      Stay
    to: detour hollow.roof
    id: rest
    when: not lamp
    else: "The lamp is lit."
    once: true
    do: lamp = yes
"""


def test_both_forms_say_the_same() -> None:
    lines = choices_of(BLOCK)
    assert lines == node_of(LIST, world=EXTRA).choices
    climb, stay = lines
    assert climb.once
    assert climb.taken is not None
    assert isinstance(climb.do[0], Add)
    assert isinstance(climb.do[1], Assign)
    assert climb.reason is None
    assert stay.key == "rest"
    assert stay.target == Target(TargetKind.DETOUR, "hollow.roof")
    assert stay.reason == (Words("The lamp is lit."),)
    assert stay.guard != ALWAYS


def test_once_can_be_taken_back() -> None:
    (choice,) = choices_of("Climb -> hollow.roof\n  once: no")
    assert not choice.once
    assert choice.taken is None


def test_the_list_takes_a_tail_behind_its_target() -> None:
    node = node_of('text: |\n  x\nchoices:\n  - {label: "Climb", to: hollow.roof once}\n', world=EXTRA)
    assert node.choices[0].once


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Climb -> hollow.roof when lamp\n  when: lamp", ["E511"]),
        ("Climb -> hollow.roof\n  -> hollow.roof\n  -> hollow.square", ["E511"]),
        ("Climb\n  -> hollow.roof\n  once: often", ["E207"]),
        ("Climb\n  -> hollow.roof\n  when:", ["E203"]),
        ("Climb\n  -> hollow.roof\n  id: Up!", ["E512"]),
        ("Climb\n  -> hollow.roof\n  she said so", ["E509"]),
        ("Climb -> hollow.roof\n  else: Closed.", ["E521"]),
        ("Climb -> once", ["E503"]),
        ("Climb -> The.Roof, quickly", ["E503"]),
        ("Climb -> back", ["E528"]),
        ("Climb -> detour", ["E503"]),
        ("Climb\n  id: up", ["E502"]),
    ],
)
def test_slips_in_choices(lines: str, expected: list[str]) -> None:
    body = "\n".join("  " + line for line in lines.split("\n"))
    _, report = load({"night.yaml": node_file(f"text: |\n  x\nchoices: |\n{body}"), "zenith.yaml": EXTRA})
    assert [code for code in codes(report) if not (code == "E502" and "E503" in expected)] == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ('{label: "x", to: hollow.roof when lamp, when: lamp}', ["E511"]),
        ('{label: "x"}', ["E202"]),
        ("{to: hollow.roof}", ["E202"]),
        ("x", ["E204"]),
        ("{label: x, to: hollow.roof}", ["E205"]),
        ('{label: "x", to: hollow.roof, else: "y"}', ["E521"]),
        ('{label: "x", to: [a]}', ["E204"]),
    ],
)
def test_slips_in_a_list_of_choices(item: str, expected: list[str]) -> None:
    file = node_file(f"text: |\n  x\nchoices:\n  - {item}\n  - {{label: 'y', to: hollow.roof}}")
    _, report = load({"night.yaml": file, "zenith.yaml": EXTRA})
    assert codes(report) == expected


def test_a_choice_is_marked_at_its_label() -> None:
    (choice,) = choices_of("\n\nClimb -> hollow.roof")
    assert (choice.span.line, choice.span.column, choice.span.length) == (9, 7, 5)


def test_redirects_are_read_in_order() -> None:
    node = node_of("redirect: |\n\n  -> hollow.roof when lamp\n  -> hollow.square", world=EXTRA)
    assert [redirect.target for redirect in node.redirects] == ["hollow.roof", "hollow.square"]
    assert node.redirects[1].guard == ALWAYS
    assert (node.redirects[0].span.line, node.redirects[0].span.column) == (6, 10)


def test_chances_have_weights() -> None:
    node = node_of("chance: |\n  3 -> hollow.roof\n  1 -> hollow.square")
    assert [(chance.weight, chance.target) for chance in node.chances] == [
        (3, "hollow.roof"),
        (1, "hollow.square"),
    ]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("redirect: |\n  -> detour hollow.roof", ["E523"]),
        ("redirect: |\n  -> back", ["E523"]),
        ("redirect: |\n  ->", ["E504"]),
        ("redirect: |\n  hollow.roof", ["E524"]),
        ("redirect: '-> hollow.roof'", ["E205"]),
        ("chance: |\n  0 -> hollow.roof", ["E517"]),
        ("chance: |\n  1000 -> hollow.roof", ["E517"]),
        ("chance: |\n  -> hollow.roof", ["E517"]),
        ("chance: |\n  ² -> hollow.roof", ["E517"]),
        ("chance: |\n  1 -> hollow.roof when bell.rung", ["E523"]),
        ("chance: |\n  1 -> Roof", ["E503"]),
        ("chance: |\n  1", ["E526"]),
    ],
)
def test_slips_in_other_ways_on(keys: str, expected: list[str]) -> None:
    _, report = load(node_file(keys))
    assert codes(report) == expected


FLOW = """
at: hollow
nodes:
  a:
    text: |
      A.
    choices: |
      One -> detour b
      Two -> hollow.square
  b:
    text: |
      B.
    choices: |
      One -> c
      Two -> back
  c:
    text: |
      C.
    {keys}
"""


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("choices: |\n      One -> back", []),
        ("choices: |\n      One -> detour d", []),
        ("choices: |\n      One -> detour b\n      Two -> back", ["E527"]),
        ("choices: |\n      One -> a", ["E527"]),
        ("songs:\n      kindling:\n        command: detour b\n    choices: |\n      x -> back", ["E527"]),
        ("redirect: |\n      -> a", ["E527"]),
        ("chance: |\n      1 -> c\n      1 -> b", ["E513"]),
        ("redirect: |\n      -> c", ["E513"]),
    ],
)
def test_the_flow_of_detours(keys: str, expected: list[str]) -> None:
    more = "at: hollow\nnodes:\n  d:\n    text: |\n      D.\n    choices: |\n      One -> back\n"
    _, report = load({"night.yaml": FLOW.replace("{keys}", keys), "zenith.yaml": more})
    assert sorted(set(codes(report)) - {"E528"}) == expected


def test_a_circle_of_redirects_is_shown_as_one() -> None:
    nodes = "".join(
        f"  n{i}:\n    redirect: |\n      -> n{(i + 1) % 3} when bell.rung\n      -> hollow.roof\n"
        for i in range(3)
    )
    _, report = load(f"at: hollow\nnodes:\n{nodes}")
    (finding,) = report.diagnostics
    assert finding.code == "E513"
    assert "n0 -> n1 -> n2 -> n0" in finding.message


def test_aliases_keep_old_names_working() -> None:
    story = story_of(
        {
            "night.yaml": node_file("""
                aliases: [night.tower, old_go -> go, older_go -> go]
                text: |
                  {if visits(night.tower) > 1 and taken(night.tower/old_go)}Again.{end}
                choices: |
                  Go -> hollow.square
            """),
            "day.yaml": "at: hollow\nnodes:\n  day:\n    aliases: dawn\n    text: |\n      x\n"
            "    choices: |\n      Go -> night.tower\n      Old -> dawn\n",
        }
    )
    assert story.node_aliases == {"night.tower": "night.bell", "dawn": "day"}
    assert story.choice_aliases == {
        "night.bell/old_go": "night.bell/go",
        "night.bell/older_go": "night.bell/go",
        "night.tower/go": "night.bell/go",
        "night.tower/old_go": "night.bell/go",
        "night.tower/older_go": "night.bell/go",
        "dawn/go": "day/go",
        "dawn/old": "day/old",
    }
    assert [choice.target.node for choice in story.nodes["day"].choices] == ["night.bell", "day"]
    assert "visits(night.bell)" in story.cell_index
    assert "taken(night.bell/go)" in story.cell_index


@pytest.mark.parametrize(
    ("aliases", "code"),
    [
        ("[Old Tower]", "E209"),
        ("[old -> gone]", "E507"),
        ("[hollow.roof]", "E522"),
        ("[x, x]", "E522"),
        ("[[x]]", None),
    ],
)
def test_slips_in_aliases(aliases: str, code: str | None) -> None:
    _, report = load(node_file(f"aliases: {aliases}\ntext: |\n  x\nchoices: |\n  Go -> hollow.square"))
    assert codes(report) == ([code] if code else ["E204"])


def test_guards_are_flat() -> None:
    (choice,) = choices_of("Climb -> hollow.roof when lamp and hush > 1 and not lamp")
    assert isinstance(choice.guard, All)
    assert len(choice.guard.parts) == 3
    assert isinstance(choice.guard.parts[1], Compare)
    assert choice.guard.parts[1].comparison is Comparison.GT
