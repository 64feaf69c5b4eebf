"""`map` on the command line: what it writes, and what it says where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import main
from tests.workshop.map.tale import write


@pytest.fixture
def tale(tmp_path: Path) -> Path:
    folder = tmp_path / "the tale"
    folder.mkdir()
    return write(folder)


@pytest.mark.parametrize(
    ("suffix", "begun"), [("html", "<!doctype html>"), ("SVG", "<?xml"), ("dot", "digraph")]
)
def test_a_map_is_written_as_its_suffix_says(
    tale: Path, tmp_path: Path, suffix: str, begun: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / f"map.{suffix}"
    assert main(["map", str(tale), "-o", str(output), "--budget", "60"]) == 0
    assert output.read_text(encoding="utf-8").startswith(begun)
    assert str(output) in capsys.readouterr().out


def test_the_page_tells_how_to_play_this_story_from_a_node(tale: Path, tmp_path: Path) -> None:
    output = tmp_path / "map.html"
    main(["map", str(tale), "-o", str(output)])
    assert f'"command":"python main.py play --story \'{tale}\'"' in output.read_text(encoding="utf-8")


def test_without_a_file_it_lies_beside_the_saves(
    tale: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.map.folder", lambda _asked: tmp_path / "profile")
    assert main(["map", str(tale)]) == 0
    assert (tmp_path / "profile" / "map.html").is_file()


def test_help_says_what_it_draws(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["map", "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    for word in (".html", ".svg", ".dot", "--budget"):
        assert word in said


def test_another_suffix_is_wrong_usage(
    tale: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["map", str(tale), "-o", str(tmp_path / "map.pdf")]) == 2
    assert capsys.readouterr().err == "A map ends in .html, .svg or .dot; 'map.pdf' does not.\n"
    assert not (tmp_path / "map.pdf").exists()


def test_a_file_that_cannot_be_written_is_said_before_the_work(
    tale: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.map.run_check", lambda *_, **__: pytest.fail("the work was begun"))
    lost = tmp_path / "nowhere" / "map.svg"
    assert main(["map", str(tale), "-o", str(lost)]) == 1
    assert capsys.readouterr().err == f"{lost} cannot be written: there is no such folder.\n"
    folder = tmp_path / "folder.svg"
    folder.mkdir()
    assert main(["map", str(tale), "-o", str(folder)]) == 1
    assert capsys.readouterr().err == f"{folder} cannot be written: it is a folder.\n"


def test_a_disk_that_refuses_is_told(
    tale: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", refuse)
    assert main(["map", str(tale), "-o", str(tmp_path / "map.svg")]) == 1
    assert "could not be written: No space left on device." in capsys.readouterr().err


def test_a_story_with_mistakes_is_not_drawn(
    tale: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tale / "house.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("-> house", "-> hose"), encoding="utf-8")
    output = tmp_path / "map.html"
    assert main(["map", str(tale), "-o", str(output)]) == 1
    said = capsys.readouterr().err
    assert "house.yaml" in said
    assert said.endswith(f"The story in {tale} has mistakes; no map was drawn.\n")
    assert not output.exists()
