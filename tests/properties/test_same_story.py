"""Where something stands is no part of what it means."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from game.loading.library import build
from game.loading.sources import read_files
from game.model.story import Story

SHIPPED = Path(__file__).resolve().parents[2] / "story"
FILES = {
    path.relative_to(SHIPPED).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(SHIPPED.rglob("*.yaml"))
}
_NODE = re.compile(r"^  \S.*:$", re.MULTILINE)


def load(files: dict[str, str | bytes]) -> Story:
    contents = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    found: list = []
    story, report = build(read_files("story", contents, found), found)
    assert report.errors == ()
    assert story is not None
    return story


ORIGINAL = load(dict(FILES))


def nodes_of(text: str) -> tuple[str, list[str]]:
    """Give what stands before the nodes of a chapter, and every node; `nodes:` must be its last key."""
    head, _, tail = text.partition("\nnodes:\n")
    starts = [match.start() for match in _NODE.finditer(tail)]
    return head, [tail[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]


def test_files_can_be_renamed() -> None:
    names = random.Random(1).sample(range(1000), len(FILES))
    story = load({f"part_{number}.yaml": text for number, text in zip(names, FILES.values(), strict=True)})
    assert story == ORIGINAL
    assert story.fingerprint == ORIGINAL.fingerprint


@pytest.mark.parametrize("seed", range(3))
def test_nodes_can_stand_in_any_order_and_in_any_file(seed: int) -> None:
    """Every chapter is split into three files, its nodes shuffled among them."""
    rng = random.Random(seed)
    files: dict[str, str | bytes] = {}
    for name, text in FILES.items():
        if "\nnodes:\n" not in text:
            files[name] = text
            continue
        head, nodes = nodes_of(text)
        rng.shuffle(nodes)
        for part in range(3):
            body = "".join(node.rstrip("\n") + "\n" for node in nodes[part::3])
            if body:
                files[f"{rng.random()}{part}.yaml"] = f"{head}\nnodes:\n{body}"
    assert load(files) == ORIGINAL


def test_line_breaks_and_a_byte_order_mark_make_no_difference() -> None:
    files = {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in FILES.items()}
    story = load(dict(files))
    assert story == ORIGINAL
    assert story.fingerprint == ORIGINAL.fingerprint


def test_another_word_is_another_story() -> None:
    """The comparisons above can fail."""
    name = next(name for name, text in FILES.items() if "\nnodes:\n" in text)
    changed = load({**FILES, name: FILES[name].replace("    text: |\n", "    text: |\n      Listen.\n", 1)})
    assert changed != ORIGINAL
    assert changed.fingerprint != ORIGINAL.fingerprint
