"""Files are whole at every moment, and nothing that was saved is lost."""

from __future__ import annotations

import errno
import json
import os
import time
from pathlib import Path

import pytest

from game.saves import files
from game.saves.files import ATTEMPTS, DamagedError, SaveError, put_aside, read_json, write_bytes


def write_json(path: Path, value: object) -> None:
    """Write a value where any JSON but a list is whole."""
    files.write_json(path, value, lambda found: not isinstance(found, list))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "Jörg’s save.json"
    write_json(path, {"a": ["ü", 1, True]})
    assert read_json(path) == ({"a": ["ü", 1, True]}, False)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_one_before_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "save.json"
    for number in range(3):
        write_json(path, number)
    assert read_json(path) == (2, False)
    assert json.loads((tmp_path / "save.before.json").read_text()) == 1


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"1" * 5000])
def test_a_damaged_file_is_reported_and_the_one_before_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "save.json"
    write_json(path, "first")
    path.write_bytes(content)
    with pytest.raises(DamagedError, match="left as it is"):
        read_json(path)
    write_json(path, "second")
    write_json(path, "third")
    path.write_bytes(content)
    assert read_json(path) == ("second", True)


def test_a_damaged_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "save.json"
    for content in (b"{one", b"[2]"):
        path.write_bytes(content)
        write_json(path, "new")
    assert (tmp_path / "save.damaged-1.json").read_bytes() == b"{one"
    assert (tmp_path / "save.damaged-2.json").read_bytes() == b"[2]"
    assert read_json(path) == ("new", False)


def test_whoever_was_killed_between_the_two_moves_has_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "save.json"
    write_json(path, "old")
    path.replace(tmp_path / "save.before.json")
    assert read_json(path) == ("old", True)


def test_where_nothing_is_saved_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="Nothing is saved"):
        read_json(tmp_path / "save.json")


def test_a_folder_in_a_file_s_place_is_damage(tmp_path: Path) -> None:
    (tmp_path / "save.json").mkdir()
    with pytest.raises(DamagedError, match="cannot be read"):
        read_json(tmp_path / "save.json")


def test_a_file_of_absurd_size_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "save.json"
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(DamagedError, match="too large"):
        read_json(path)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EDQUOT, "no room left"),
        (errno.EACCES, "cannot be written"),
        (errno.EROFS, "cannot be written"),
        (errno.EIO, "could not be saved"),
    ],
)
def test_a_disk_that_fails_is_reported_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    path = tmp_path / "save.json"
    write_json(path, "old")

    def failing(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(SaveError, match=sentence) as raised:
        write_json(path, "new")
    assert "safe" in str(raised.value)
    monkeypatch.undo()
    assert read_json(path) == ("old", False)
    assert [one.name for one in tmp_path.iterdir()] == ["save.json"]


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a file")
    with pytest.raises(SaveError, match="safe"):
        write_json(tmp_path / "profile" / "save.json", 1)


def test_a_move_that_a_scanner_holds_up_is_tried_again_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "save.json"
    held = [True, True, False]
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if held.pop(0):
            raise PermissionError(errno.EACCES, "held")
        return real(self, target)

    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", replace)
    write_bytes(path, b"1")
    monkeypatch.undo()
    assert path.read_bytes() == b"1"


def test_a_move_is_not_tried_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Path] = []

    def replace(self: Path, _target: Path) -> Path:
        tried.append(self)
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(SaveError):
        write_bytes(tmp_path / "save.json", b"1")
    assert len(tried) == 1
    monkeypatch.setattr(os, "name", "nt")
    with pytest.raises(SaveError):
        write_bytes(tmp_path / "save.json", b"1")
    assert len(tried) == 1 + ATTEMPTS


def test_what_a_killed_game_left_half_written_is_swept_away(tmp_path: Path) -> None:
    path = tmp_path / "save.json"
    old, young = tmp_path / ".save.json.1.new", tmp_path / ".save.json.2.new"
    for left in (old, young):
        left.write_text("half")
    os.utime(old, (0, 0))
    write_json(path, 1)
    assert not old.exists()
    assert young.exists()


def test_a_file_that_cannot_be_put_aside_stays(tmp_path: Path) -> None:
    assert put_aside(tmp_path / "no such folder" / "save.json") is None
    (tmp_path / "save.json").write_text("x")
    kept = put_aside(tmp_path / "save.json")
    assert kept == tmp_path / "save.damaged-1.json"
