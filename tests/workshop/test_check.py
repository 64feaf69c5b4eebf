"""The whole check, from files to the answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.verify import Verdict
from game.workshop import check
from game.workshop.check import Checked, run_check
from game.workshop.contents import contents
from tests.builder import Builder, words

WORLD = """\
format: 1
title: |
  The Cracked Bell
start: square
facts:
  key: no
  unread: no
  unset: no
songs:
  kindling:
    name: Kindling
    motif: 1 5 6 5 | 3 2 | 5 8
people:
  bram: Bram
places:
  hollow:
    name: Ember Hollow
    views: {all: All of it}
endings:
  home: {title: "Home"}
  nowhere: {title: "Nowhere"}
"""
NODES = """\
at: hollow
nodes:
  square:
    text: |
      The bell hangs over the square. {if unset}Never.{end}
    choices: |
      Take the key -> square once do key = yes, unread = yes
      Go home -> house when key
      Jump down -> pit
  house:
    text: |
      You lay the table.
    ending: home
"""
CLEAN_NODES = NODES.replace("      Jump down -> pit\n", "")
PIT = """\
  pit:
    text: |
      It is dark.
    choices: |
      Sit down -> pit
      Fly -> sky when key and not key
  sky:
    text: |
      Blue.
    choices: |
      Fall -> pit
    songs:
      kindling:
        command: house
"""


def checked(folder: Path, nodes: str, budget: float = 60.0, world: str = WORLD) -> Checked:
    (folder / "world.yaml").write_text(world, encoding="utf-8")
    (folder / "nodes.yaml").write_text(nodes, encoding="utf-8")
    return run_check(folder, budget, lambda: 0.0)


def codes(found: Checked) -> dict[str, str]:
    return {one.code: one.message for one in found.report.diagnostics}


def test_a_clean_story(tmp_path: Path) -> None:
    found = checked(tmp_path, CLEAN_NODES)
    assert found.verdict is Verdict.YES
    assert (found.status(), found.status(strict=True)) == (0, 1)
    assert codes(found) == {
        "W812": "Nothing asks for 'unread'.",
        "W813": "Nothing changes 'unset'.",
        "N814": "No node ends with 'nowhere'.",
        "N815": "Nothing teaches 'kindling'.",
    }
    told = found.json()
    assert json.loads(json.dumps(told)) == told
    assert told["verdict"] == "clean"
    assert told["nodes"]["house"] == {
        "reachable": "yes",
        "witness": ["square/take_the_key", "square/go_home"],
        "steps": 2,
        "least": 2,
    }
    assert told["choices"]["square/go_home"]["selectable"] == "yes"
    assert told["endings"]["home"]["reachable"] == "yes"
    assert told["endings"]["nowhere"]["reachable"] == "no"
    assert told["songs"]["kindling"]["learned"] == "no"
    assert told["songs"]["kindling"]["share"] is None
    assert told["stuck"] == []
    assert told["words"] == 16
    assert "Home: at least 2 steps" in found.text()
    assert "nobody can get stuck" in found.text()


def test_a_story_with_faults(tmp_path: Path) -> None:
    found = checked(tmp_path, NODES + PIT)
    assert found.verdict is Verdict.NO
    assert found.status() == 1
    told = codes(found)
    assert told["E801"] == "No player can reach 'sky'."
    assert told["E802"] == "No player can ever take 'pit/fly'."
    assert told["E804"] == "From 'pit' no ending can be reached any more."
    stuck = next(one for one in found.report.diagnostics if one.code == "E804")
    assert stuck.help == "The shortest walk there: square/jump_down."
    assert found.json()["stuck"] == [{"node": "pit", "witness": ["square/jump_down"]}]
    shown = found.text()
    assert "nodes.yaml:" in shown
    assert "Proved: 3 faults; each stands above." in shown


def test_an_answer_to_a_song_that_nobody_can_hear(tmp_path: Path) -> None:
    songs = "    songs:\n      kindling:\n        command: house\n        invite: |\n          Ah.\n"
    found = checked(tmp_path, CLEAN_NODES.replace("  house:\n", songs + "  house:\n"))
    told = [one.message for one in found.report.errors]
    assert told == [
        "No player can ever sing 'kindling' as a command at 'square'.",
        "No player can ever sing 'kindling' as an invitation at 'square'.",
    ]


def test_a_story_that_is_lost_from_its_beginning(tmp_path: Path) -> None:
    found = checked(tmp_path, CLEAN_NODES.replace("when key", "when unset"))
    assert "It is so from the beginning." in found.text()


def test_a_redirect_that_nobody_follows(tmp_path: Path) -> None:
    on = "    redirect: |\n      -> house when unset\n    choices"
    found = checked(tmp_path, CLEAN_NODES.replace("    choices", on, 1))
    assert codes(found)["W816"] == "Nobody is ever led on from 'square' to 'house'."
    unseen = "  attic:\n    text: |\n      Dust.\n    redirect: |\n      -> house when key\n"
    unseen += "    choices: |\n      Down -> house\n"
    found = checked(tmp_path, CLEAN_NODES + unseen)
    assert "W816" not in codes(found)


def test_a_condition_that_always_holds(tmp_path: Path) -> None:
    found = checked(tmp_path, CLEAN_NODES.replace("-> house when key", "-> house when not unset"))
    assert codes(found)["W811"] == "The condition of 'square/go_home' always holds when it is asked."


def test_a_story_with_mistakes_is_not_proved(tmp_path: Path) -> None:
    found = checked(tmp_path, CLEAN_NODES.replace("-> house", "-> hose"))
    assert found.verdict is Verdict.NO
    assert found.status() == 1
    told = found.json()
    assert (told["verdict"], told["nodes"], told["words"]) == ("faults", {}, 0)
    assert told["diagnostics"][0]["file"].endswith("nodes.yaml")
    assert "nothing else was checked" in found.text()


def test_a_folder_without_a_story(tmp_path: Path) -> None:
    found = run_check(tmp_path, 1.0, lambda: 0.0)
    assert found.status() == 1
    assert found.json()["diagnostics"]


def test_a_spent_budget_is_undecided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = check.explore
    monkeypatch.setattr(
        check, "explore", lambda story, budget, clock, tell, stop: real(story, budget, clock, 0, tell, stop)
    )
    found = checked(tmp_path, CLEAN_NODES)
    assert found.verdict is Verdict.UNKNOWN
    assert found.status() == 3
    assert found.json()["verdict"] == "unknown"
    assert "Undecided: 1 node and 2 choices were neither met nor proved" in found.text()
    assert codes(found)["N815"] == "Nothing teaches 'kindling'."


def test_progress_is_told_and_then_cleared(tmp_path: Path) -> None:
    (tmp_path / "world.yaml").write_text(
        WORLD.replace("key: no", "key: no\n  gold: 0..999\n  silver: 0..9"), encoding="utf-8"
    )
    mine = (
        "      Dig -> square do gold += 1\n      Mint -> square do silver += 1\n"
        "      Buy -> house when gold >= 999 and silver >= 9\n"
    )
    (tmp_path / "nodes.yaml").write_text(
        CLEAN_NODES.replace("  house:\n", mine + "  house:\n"), encoding="utf-8"
    )
    told: list[str] = []
    found = run_check(tmp_path, 60.0, lambda: 0.0, told.append)
    assert found.story is not None, found.text()
    assert told[0] == "Reading the story"
    assert told[1] == "Taking the story apart"
    assert any(words.startswith("Looking for the shortest walks: ") for words in told)
    assert any(words.startswith("Asking backwards: ") for words in told)
    assert told[-1] == ""


def test_a_prover_that_is_wrong_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "unconfirmed", lambda _story, _findings: (("square/fly",),))
    with pytest.raises(AssertionError, match="square/fly"):
        checked(tmp_path, CLEAN_NODES)


def test_words_are_counted_in_every_variant_and_facts_by_who_reads_them() -> None:
    build = Builder()
    build.song("heartsong", pieces="heart")
    build.node(
        "start",
        build.choice(
            "go -> start", "start", guard=build.when("a"), reason=words("Not yet."), do=(build.put("b"),)
        ),
    )
    counted = contents(build.story())
    assert counted.words == len(["This", "is", "start.", "Do", "go", "Not", "yet."])
    names = [cell.name for cell in build.cells]
    assert {names[cell] for cell in counted.read} == {"heart", "a"}
    assert {names[cell] for cell in counted.changed} == {"b"}
    assert counted.minutes == 0
