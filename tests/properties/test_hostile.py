"""Whatever stands in the files: a story, or a report with a place to look at. Never anything else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.diagnostics import render_report
from game.diagnostics.catalog import CATALOG
from game.diagnostics.catalog.story import STORY
from game.loading.library import build
from game.loading.sources import read_files
from game.loading.yaml_tree import FAST, PURE, EventSource

SHIPPED = Path(__file__).resolve().parents[2] / "story"
CHAPTERS = {
    path.relative_to(SHIPPED).as_posix(): path.read_bytes() for path in sorted(SHIPPED.rglob("*.yaml"))
}
CAMPAIGN = 4000
TENTH = CAMPAIGN // 10
HOSTILE = (
    b"a: &a [*a]\n",
    b"a: &a {<<: *a}\n",
    b"<<: {nodes: {}}\n",
    b"nodes: !!python/object/apply:os.system [echo]\n",
    b"!!set {a, b}\n",
    b"? [a, b]\n: c\n",
    b"? |\n  a\n: b\n",
    b"{" * 5000,
    b"[" * 5000,
    b"- " * 5000,
    b"a: " + b"[" * 100 + b"]" * 100,
    b"a:\n" + b"".join(b" " * n + b"a:\n" for n in range(1, 300)),
    b"nodes:\n  a:\n    text: |\n      " + b"{if x}" * 3000,
    b"nodes:\n  a:\n    choices: |\n      x -> a when " + b"(" * 5000,
    b"nodes:\n  a:\n    choices: |\n      x -> a when " + b"not " * 5000 + b"x",
    b"nodes:\n  a:\n    text: |\n      " + b"*" * 9999,
    b"\xff\xfen\x00o\x00",
    b"\x00\x01\x02",
    b"\xef\xbb\xbf\xef\xbb\xbfnodes: {}",
    b"%YAML 9.9\n---\nnodes: {}\n",
    b"--- !<tag:x> {}\n",
    b"nodes: {}\n---\nnodes: {}\n---\n",
    b"a: 'x\n",
    b'a: "\\u12"\n',
    b"a: |99\n x\n",
    b"null",
    b"~: 1\n? \n",
    b"''",
    b"- - - -\n",
    b"#",
    b"...",
    b"nodes: []\nfacts: []\nsongs: no\npeople: |\n  x\nplaces: {hollow: [a]}\nendings: 3\njournal: - \n",
    b"nodes: {hollow.x: [], hollow.y: 3, hollow.z: {songs: [], choices: [], with: {}, aliases: {}}}\n",
    b"nodes: {x: {choices: [3, [], {label: []}, {label: 'x', to: 'y z'}], redirect: '', chance: []}}\n",
    b"facts: {a: [], b: {}, c: '', d: 1..2..3, e: '|', f: 9999999..3, g: '0..7=', h: -3..-1}\n",
    "people: {ä: Ä, 'no': No, a b: c}\n".encode(),
    "nodes: {x: {text: '\u202e\u200b'}}\n".encode(),
)


def check(files: dict[str, bytes], events: EventSource = FAST) -> None:
    """Load the files: nothing is raised, and without a story there is an error with a place."""
    found: list = []
    story, report = build(read_files("story", files, found), found, events=events)
    assert render_report(report) or not report.diagnostics
    assert render_report(report, colour=True) or not report.diagnostics
    if story is None:
        assert report.errors
    for finding in report.diagnostics:
        assert finding.code in CATALOG
        assert finding.span is not None
        assert finding.span.line >= 1
        assert finding.span.column >= 1
        assert finding.span.length >= 1
        lines = report.lines.get(finding.span.file, ())
        assert finding.span.line <= max(1, len(lines))
        assert finding.message
        assert finding.help


def edited(text: bytes, rng: random.Random) -> bytes:
    """Give the text after a few edits such as a tired hand, or a bad merge, would make."""
    signs = [bytes([sign]) for sign in b"{}|\t#'\"*&\\[]\xe4\r\n(!%>\x00"]
    pieces = [*signs, b"->", b" when ", b": ", b"- ", b"  ", b"{if ", b"{end}", b"not ", b"once", b" do "]
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text) + 1)
        length = rng.choice((0, 1, 1, 2, 5, 40))
        kind = rng.random()
        if kind < 0.4:
            text = text[:at] + rng.choice(pieces) + text[at:]
        elif kind < 0.7:
            text = text[:at] + text[at + length :]
        elif kind < 0.85:
            other = rng.randrange(len(text) + 1)
            text = text[:at] + text[other : other + length] + text[at:]
        else:
            lines = text.split(b"\n")
            rng.shuffle(lines) if len(lines) < 20 else lines.pop(rng.randrange(len(lines)))
            text = b"\n".join(lines)
    return text


@pytest.mark.parametrize("events", [FAST, PURE], ids=["libyaml", "pure"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_files(text: bytes, events: EventSource) -> None:
    check({"night.yaml": text}, events)
    check({**{name: content.encode() for name, content in STORY.items()}, "night.yaml": text}, events)


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_random_bytes(content: bytes) -> None:
    check({"night.yaml": content})


@given(st.text(alphabet="abc:-#|>&*!%@`'\"{}[],? \n\t.ä{if end", max_size=120))
@settings(max_examples=300)
def test_random_signs_of_yaml(text: str) -> None:
    check({"night.yaml": text.encode()})
    check({"night.yaml": text.encode()}, PURE)


def test_edits_of_a_small_story() -> None:
    """A tenth of the campaign below."""
    edit_small_stories(TENTH, seed=1)


def test_edits_of_the_shipped_story() -> None:
    """A tenth of the campaign below."""
    edit_shipped_story(TENTH // 40, seed=1)


@pytest.mark.campaign
def test_many_edits_of_a_small_story() -> None:
    edit_small_stories(CAMPAIGN, seed=2)


@pytest.mark.campaign
def test_many_edits_of_the_shipped_story() -> None:
    edit_shipped_story(CAMPAIGN // 40, seed=2)


def edit_small_stories(count: int, seed: int) -> None:
    rng = random.Random(seed)
    examples = [entry.fixed for entry in CATALOG.values()]
    for _ in range(count):
        example = rng.choice(examples)
        files = {} if example.alone else {name: text.encode() for name, text in STORY.items()}
        files[example.file] = example.plain.encode()
        name = rng.choice(sorted(files))
        check({**files, name: edited(files[name], rng)}, PURE if rng.random() < 0.2 else FAST)


def edit_shipped_story(count: int, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(count):
        name = rng.choice(sorted(CHAPTERS))
        check({**CHAPTERS, name: edited(CHAPTERS[name], rng)})
