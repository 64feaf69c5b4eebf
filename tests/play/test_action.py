"""Actions and their words."""

from __future__ import annotations

import pytest

from game.model.song import Way
from game.play import Action, Choose, Draw, Sing, State
from game.play.action import parse, word

HERE = State("hollow.roof", ())
WORDS: list[tuple[Action, str]] = [
    (Choose("climb"), "hollow.roof/climb"),
    (Draw(1), "draw 1"),
    (Sing("kindling"), "sing kindling"),
    (Sing("kindling", Way.INVITE), "sing kindling invite"),
    (Sing("kindling", None, "bram"), "sing kindling to bram"),
    (Sing("kindling", Way.COMMAND, "bram"), "sing kindling command to bram"),
]


@pytest.mark.parametrize(("action", "line"), WORDS)
def test_every_action_has_words_that_mean_it(action: Action, line: str) -> None:
    assert word(action, HERE.node) == line
    assert parse(line, HERE) == action


@pytest.mark.parametrize(
    "line",
    [
        "",
        "fly",
        "sing",
        "sing kindling loudly",
        "sing a b c",
        "draw x",
        "draw",
        "hollow/climb",
        "sing kindling to",
    ],
)
def test_other_lines_are_no_action(line: str) -> None:
    assert parse(line, HERE) is None


def test_a_choice_of_another_node_is_none_here() -> None:
    assert parse("hollow.bell/climb", HERE) is None
