"""The command line as a stranger meets it: every wrong word gets one clear message and a non-zero status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def started(
    *words: str | Path, given: str | None = None, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Start the game's own program and wait for its end."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    }
    return subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, ROOT / "main.py", *words],
        cwd=cwd,
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=120,
        check=False,
        env={**kept, "PYTHONIOENCODING": "utf-8", **environment},
    )


def assert_clear(done: subprocess.CompletedProcess[str], status: int) -> None:
    """One message, no traceback, this status."""
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert (done.stdout + done.stderr).strip()


def test_help_lists_every_command() -> None:
    done = started("--help")
    assert_clear(done, 0)
    for command in ("play", "check", "shot", "walk", "bench"):
        assert command in done.stdout
        assert_clear(started(command, "--help"), 0)


@pytest.mark.parametrize(
    "words",
    [
        ("dance",),
        ("--nonsense",),
        ("check", "--budget", "soon"),
        ("check", "--budget", "-1"),
        ("shot", "hollow.roof"),
        ("shot", "hollow.roof", "-o", "x.png", "--size", "huge"),
        ("shot", "hollow.roof", "-o", "x.png", "--size", "1x1"),
        ("shot", "hollow.rooof", "-o", "x.png"),
        ("shot", "hollow.roof", "-o", "x.png", "--with", "hush"),
        ("shot", "hollow.roof", "-o", "x.png", "--with", "hush=blue"),
        ("shot", "hollow.roof", "-o", "x.png", "--with", "hussh=1"),
        ("walk",),
    ],
)
def test_wrong_usage_is_status_two(words: tuple[str, ...], tmp_path: Path) -> None:
    assert_clear(started(*words, cwd=tmp_path), 2)
    assert list(tmp_path.iterdir()) == [], "and it wrote nothing"


def test_a_story_that_is_not_there(tmp_path: Path) -> None:
    for words in (
        ("check", tmp_path / "none"),
        ("--text", "--story", tmp_path / "none"),
        ("check", ROOT / "main.py"),
    ):
        assert_clear(started(*words), 1)


def test_a_story_of_rubbish_is_a_message_and_not_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "world.yaml").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "nodes.yaml").write_text("nodes:\n\tx: &a [*a]\n", encoding="utf-8")
    for words in (("check", tmp_path), ("--text", "--story", tmp_path)):
        done = started(*words)
        assert_clear(done, 1)
        assert "nodes.yaml:2" in done.stdout + done.stderr


def test_without_a_display_it_says_so_in_one_line_and_plays_in_the_terminal(tmp_path: Path) -> None:
    done = started("--profile", tmp_path, given="1\n")
    assert_clear(done, 0)
    assert done.stdout.splitlines()[0].startswith("Playing in the terminal, because there is no display")
    assert "Ember Hollow" in done.stdout
    assert (tmp_path / "slot-auto.json").exists(), "the end of input saves"


def test_the_same_saves_from_any_folder_with_any_name(tmp_path: Path) -> None:
    """A space and an umlaut in the profile's path, another working directory: nothing changes."""
    profile = tmp_path / "Müllers Spiele"
    first = started("--text", "--profile", profile, given="1\nquit\n", cwd=tmp_path)
    assert_clear(first, 0)
    again = started("--text", "--profile", profile, given="history\nquit\n", cwd=tmp_path)
    assert_clear(again, 0)
    assert "Every evening, at the hour when the bell used to ring" in again.stdout


def test_a_profile_that_cannot_be_written_is_told_and_the_game_goes_on(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    done = started("--text", "--profile", blocked / "profile", given="1\nquit\n")
    assert_clear(done, 0)
    assert "could not be" in done.stdout + done.stderr
    assert blocked.read_text(encoding="utf-8") == "not a folder"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\x00\xff" * 400, b'{"format": 99}', b"[]", b'{"when": 3, "card": 4, "save": []}']
)
def test_a_damaged_save_is_told_and_kept(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "slot-auto.json").write_bytes(content)
    done = started("--text", "--profile", tmp_path, given="1\nquit\n")
    assert_clear(done, 0)
    assert any(path.read_bytes() == content for path in tmp_path.rglob("*") if path.is_file())


def test_damaged_settings_are_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b'{"text_size": ')
    done = started("--text", "--profile", tmp_path, given="quit\n")
    assert_clear(done, 0)
    assert "settings were damaged" in done.stdout
    assert any(path.read_bytes() == b'{"text_size": ' for path in tmp_path.rglob("*") if path.is_file())


def test_check_json_is_one_object_with_everything_that_is_promised() -> None:
    done = started("check", "--json")
    assert_clear(done, 0)
    found = json.loads(done.stdout)
    assert found["verdict"] == "clean"
    assert set(found) >= {
        "verdict",
        "nodes",
        "choices",
        "endings",
        "songs",
        "stuck",
        "diagnostics",
        "words",
        "seconds",
    }
    assert all(node["reachable"] == "yes" for node in found["nodes"].values())
    assert all(choice["selectable"] == "yes" for choice in found["choices"].values())
    assert found["stuck"] == []


def test_a_console_that_knows_few_letters_is_no_problem() -> None:
    """A Windows console of code page 1252 cannot show everything; it still plays."""
    done = started("--text", "--profile", os.devnull, given="1\n2\nquit\n", PYTHONIOENCODING="cp1252")
    assert "Traceback" not in done.stderr


def test_a_video_driver_that_does_not_exist_is_told() -> None:
    done = started("--profile", os.devnull, given="quit\n", SDL_VIDEODRIVER="nonsense")
    assert_clear(done, 0)
    assert "SDL_VIDEODRIVER" in done.stdout


def test_without_its_dependencies_main_says_the_one_command_that_installs_them(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, "-S", "-E", ROOT / "main.py"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 2
    assert "pip install -e ." in done.stderr
