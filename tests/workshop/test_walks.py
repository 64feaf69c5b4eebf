"""Walks, as writers read and write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.model.text import Speech, Words
from game.workshop.walks import replay, replay_lines
from tests.builder import Builder, words

GOOD = """
# up, and a song
? This is start.
> start/climb
> draw 1
? This is the   roof.
? Bram: Cold?
> sing kindling command

? Lamps.
> roof/end
"""


def village() -> Builder:
    build = Builder()
    build.song("kindling", known=True)
    build.person("bram")
    build.node("start", "climb -> dice")
    build.node("dice", chances=((1, "start"), (1, "roof")))
    lamps = build.answers("kindling", build.way("kindling", "command", words("Lamps.")))
    text = (Words("This is the roof."), Speech("bram"), Words("Cold?"))
    build.node("roof", "end -> home", text=text, songs=(lamps,))
    build.node("home", ending="home")
    return build


def test_a_walk_that_goes_as_written(tmp_path: Path) -> None:
    path = tmp_path / "roof.walk"
    path.write_text(GOOD, encoding="utf-8")
    replayed = replay(village().story(), path)
    assert replayed.ok
    assert replayed.ending == "home"
    assert replayed.nodes == ("start", "dice", "roof", "roof", "home")
    assert replayed.words == sum(len(block.text.split()) for block in replayed.blocks)
    assert "\n\nBram: Cold?\n\n" in replayed.transcript
    assert replayed.message.endswith("roof.walk: as written, 5 turns and 23 words to the ending 'home'.")


def test_a_walk_may_stop_anywhere() -> None:
    replayed = replay_lines(village().story(), [], "empty")
    assert replayed.message == "empty: as written, 1 turns and 3 words to 'start'."


HERE = "You are at '{}', where these are open: {}."


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ["> start/fly"],
            "w:1: 'start/fly' cannot be done: There is no such choice here. "
            + HERE.format("start", "start/climb"),
        ),
        (["", "> roof/end"], f"w:2: 'roof/end' means nothing here. {HERE.format('start', 'start/climb')}"),
        (
            ["> start/climb", "> draw 7"],
            (
                "w:2: 'draw 7' cannot be done: No such draw is asked for. "
                "A draw is asked for: '> draw 0' to '> draw 1'."
            ),
        ),
        (
            ["> start/climb", "> draw 1", "> roof/end", "> home/on"],
            "w:4: 'home/on' cannot be done: The run is over. The run has ended with 'home'.",
        ),
        (
            ["> start/climb", "> draw 1", "> roof/fly"],
            "w:3: 'roof/fly' cannot be done: There is no such choice here. "
            + HERE.format("roof", "roof/end, sing kindling command"),
        ),
        (
            ["? Nothing like it"],
            "w:1: Nothing that was shown says 'Nothing like it'. What was shown:\n    This is start.",
        ),
        (
            ["> start/climb", "? This is start."],
            "w:2: Nothing that was shown says 'This is start.'. What was shown:\n    Do climb",
        ),
        (["climb"], "w:1: A line of a walk begins with '>', '?' or '#'."),
    ],
)
def test_the_first_difference_is_told_with_its_place(lines: list[str], message: str) -> None:
    replayed = replay_lines(village().story(), lines, "w")
    assert not replayed.ok
    assert replayed.message == message


def test_a_walk_that_cannot_be_read(tmp_path: Path) -> None:
    assert "cannot be read" in replay(village().story(), tmp_path / "none.walk").message
    (tmp_path / "odd.walk").write_bytes(b"\xff")
    assert not replay(village().story(), tmp_path / "odd.walk").ok


def test_quotes_and_dashes_may_be_typed_plainly() -> None:
    build = Builder()
    build.node("start", text=words("“Don’t—” says the ladder…"))
    assert replay_lines(build.story(), ['? "Don\'t-" says the ladder...'], "w").ok


def test_where_nothing_is_open_that_is_said() -> None:
    build = Builder()
    build.node("start")
    assert "these are open: none." in replay_lines(build.story(), ["> start/go"], "w").message
