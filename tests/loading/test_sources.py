"""Files: found, read, and refused with a reason."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest

from game.diagnostics import render_report
from game.diagnostics.catalog.story import SMALLEST, STORY
from game.loading import sources
from game.loading.library import load_story
from game.loading.yaml_tree import FAST, PURE, EventSource
from tests.stories import codes, load


def write(folder: Path, files: dict[str, bytes | str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_a_folder_is_read_with_all_its_folders(tmp_path: Path) -> None:
    """Also from a folder with blanks and letters beyond ASCII in its path; what is no YAML is left alone."""
    folder = write(
        tmp_path / "my störy",
        {
            "world.yaml": STORY["world.yaml"],
            "a/b/SQUARE.YML": STORY["square.yaml"],
            "notes.txt": b"\xff",
            ".x.yaml": "x",
            ".git/y.yaml": "y",
        },
    )
    story, report = load_story(folder)
    assert report.diagnostics == ()
    assert story is not None
    assert set(story.nodes) == {"hollow.square", "hollow.roof", "hollow.home"}
    assert story.nodes["hollow.roof"].span.file == f"{folder.as_posix()}/a/b/SQUARE.YML"


def test_a_folder_that_is_not_there_or_has_no_story(tmp_path: Path) -> None:
    for folder in (tmp_path / "nowhere", tmp_path):
        story, report = load_story(folder)
        assert story is None
        assert codes(report) == ["E127"]


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, {**STORY, "night.yaml": "x"})
    opened = Path.open

    def refuse(path: Path, *arguments: str) -> object:
        if path.name == "night.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments)

    monkeypatch.setattr(Path, "open", refuse)
    _, report = load_story(folder)
    assert codes(report) == ["E101"]
    assert "permission denied" in report.diagnostics[0].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where there are pipes")
def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    """A pipe would wait for ever; a link to nowhere cannot be read; a link in a circle would never end."""
    folder = write(tmp_path, dict(STORY))
    os.mkfifo(folder / "pipe.yaml")
    (folder / "gone.yaml").symlink_to(folder / "nowhere.yaml")
    (folder / "round").symlink_to(folder)
    story, report = load_story(folder)
    assert report.diagnostics == ()
    assert story is not None


def test_a_story_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, {**STORY, "zenith.yaml": "chapter: x\n"})
    monkeypatch.setattr(sources, "LARGEST_STORY", sum(map(len, STORY.values())))
    _, report = load_story(folder)
    assert codes(report) == ["E103"]
    assert report.diagnostics[0].message.startswith("All files together")


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"chapter: x\nat: \xe9\n", "E101", (2, 5)),
        ("chapter: x\n".encode("utf-16"), "E101", (1, 1)),
        (b"\xef\xbb\xbfchapter: \xe9\n", "E101", (1, 10)),
        (b"chapter: x\r\nat: a\x00b\r\n", "E102", (2, 6)),
        ("chapter: a\u2028b\n".encode(), "E102", (1, 11)),
        ("chapter: a\ufeffb\n".encode(), "E102", (1, 11)),
        (b"chapter: x\nnodes:\n  \ta: b\n", "E104", (3, 3)),
        (b"a" * (4 * 1024 * 1024 + 1), "E103", (1, 1)),
    ],
)
def test_what_is_not_text(content: bytes, code: str, place: tuple[int, int]) -> None:
    _, report = load({"night.yaml": content})
    assert codes(report) == [code]
    span = report.diagnostics[0].span
    assert span is not None
    assert (span.line, span.column) == place
    assert render_report(report)


@pytest.mark.parametrize(
    "name", ["con.yaml", "NUL.yaml", "a/com1.x.yaml", "a:b.yaml", "a /b.yaml", "what?.yaml"]
)
def test_names_that_not_every_system_can_have(name: str) -> None:
    _, report = load({name: "chapter: x\n"})
    assert codes(report) == ["E125"]


def test_what_a_file_with_a_mistake_would_declare_is_not_missed_elsewhere() -> None:
    """One file cannot be read: nobody is told about every name that it would have declared."""
    files = {**STORY, "world.yaml": "people:\n\tbram: Bram\n"}
    _, report = load(dict(files), alone=True)
    assert codes(report) == ["E104"]
    _, report = load(
        {**files, "night.yaml": "nodes:\n  a:\n    txet: |\n      x\n    ending: home\n"}, alone=True
    )
    assert "E201" in codes(report)
    assert "E501" not in codes(report)


@pytest.mark.parametrize("events", [FAST, PURE], ids=["libyaml", "pure"])
def test_both_parsers_give_the_same_story(events: EventSource) -> None:
    story, report = load({"world.yaml": SMALLEST}, alone=True, events=events)
    assert report.diagnostics == ()
    assert story == load({"world.yaml": SMALLEST}, alone=True)[0]


SLIPS = {
    "a: b: c\n": "E106",
    "nodes:\n  a:\n    view: x\n   text: y\n": "E108",
    "nodes:\n  a: b\n    c: d\n": "E108",
    "at: 'x\nchapter: y\n": "E107",
    'at: "x\nchapter: y\n': "E107",
    "at: hollow\nfoo bar\nchapter: b\n": "E119",
    "at: | x\n  y\n": "E120",
    "? |\n  a\n: b\n": "E116",
    "at: !x {a: b}\n": "E117",
    "at: &x [a]\n": "E111",
    "a: b\n\n  : c\n": "E108",
    "at: > x\n  y\n": "E120",
    "at: %x\n": "E121",
    "at: `x`\n": "E121",
    "at: *dusk falls*\n": "E111",
    "at: * dusk\n": "E121",
    "at: & x\n": "E121",
    "at: , x\n": "E121",
    "at: ]\n": "E121",
    "at: [x, y\nchapter: b\n": "E122",
    "at: {x: y\n": "E122",
    'at: "Hi" she\n': "E118",
    "at: [x] she\n": "E118",
    'at: "\\q"\n': "E123",
    "%FOO bar\n---\nat: x\n...\nat: y\n": "E109",
}


@pytest.mark.parametrize("events", [FAST, PURE], ids=["libyaml", "pure"])
@pytest.mark.parametrize("text", SLIPS, ids=[repr(text) for text in SLIPS])
def test_both_parsers_are_explained_alike(text: str, events: EventSource) -> None:
    _, report = load({"night.yaml": text.encode()}, events=events)
    assert codes(report) == [SLIPS[text]]


def test_the_collector_is_left_as_it_was() -> None:
    for wanted in (True, False):
        (gc.enable if wanted else gc.disable)()
        try:
            load({})
            assert gc.isenabled() is wanted
        finally:
            gc.enable()


def test_an_empty_file_is_an_empty_chapter() -> None:
    for content in (b"", b"# nothing yet\n", b"---\n", b"~\n"[:0]):
        story, report = load({"night.yaml": content})
        assert report.diagnostics == ()
        assert story is not None


def test_what_can_be_printed_is_not_odd() -> None:
    """Whether all of a text can be printed is looked at first: no odd sign slips through that."""
    for code in range(sys.maxunicode + 1):
        sign = chr(code)
        if sign != "\n" and (sources._ODD.search(sign) or sign == "\t"):
            assert not sign.isprintable(), f"U+{code:04X}"
