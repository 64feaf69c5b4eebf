"""`play --at NODE --with FACT=VALUE`, as somebody types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_command_line import assert_clear, started

TRIAL = "This journey is on trial"


def kept(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.suffix != ".txt"
    }


def test_in_the_terminal_the_whole_run_is_there_and_the_players_own_is_untouched(tmp_path: Path) -> None:
    assert_clear(started("--text", "--profile", tmp_path, given="1\nquit\n"), 0)
    before = kept(tmp_path)
    lines = "1\nhistory\nback\nback\nsave tried out\nsaves\nquit\n"
    done = started("--text", "--profile", tmp_path, "--at", "leave.gate", "--with", "hush >= 1", given=lines)
    assert_clear(done, 0)
    assert "'leave.gate' is " in done.stdout
    assert TRIAL in done.stdout
    assert "Every evening, at the hour when the bell used to ring" in done.stdout, "the history is whole"
    assert "You go on where you were" not in done.stdout
    after = kept(tmp_path)
    assert set(after) - set(before) == {"slot-tried-out.json"}
    assert {name: after[name] for name in before} == before


def test_what_was_saved_by_hand_can_be_gone_on_with(tmp_path: Path) -> None:
    tried = ("--text", "--profile", tmp_path)
    assert_clear(started(*tried, "--at", "leave.gate", given="save gate\nquit\n"), 0)
    done = started(*tried, given="load gate\nback\nquit\n")
    assert_clear(done, 0)
    assert "changed" not in done.stdout, "it is a run like any other"
    assert (tmp_path / "slot-auto.json").exists()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--at", "hollow.rooof"), 2, "Did you mean 'hollow.roof'?"),
        (("--at", "hollow.roof", "--with", "hussh=1"), 2, "Did you mean 'hush'?"),
        (("--at", "hollow.roof", "--with", "hush=blue"), 2, "'blue' is not"),
        (("--with", "hush=1"), 2, "add --at NODE"),
        (("--at", "hollow.roof", "--with", "hush=0"), 1, "can be reached, but never with 'hush=0'"),
        (("--at", "leave.gate", "--budget", "0.01"), 3, "--budget"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_a_status(
    words: tuple[str, ...], status: int, said: str, tmp_path: Path
) -> None:
    done = started("--text", "--profile", tmp_path, *words, given="")
    assert_clear(done, status)
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""
    assert not list(tmp_path.glob("slot-*"))
