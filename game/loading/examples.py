"""Loading the catalogue's examples: what a broken one is answered with, and where its mark is."""

from __future__ import annotations

from game.diagnostics import Diagnostic, Report, Span
from game.diagnostics.catalog import Example
from game.diagnostics.catalog.story import STORY
from game.loading.library import build
from game.loading.sources import read_files
from game.model.story import Story

FOLDER = "story"


def load_example(example: Example) -> tuple[Story | None, Report]:
    """Give what loading the example beside the catalogue's small story gives."""
    found: list[Diagnostic] = []
    files = {} if example.alone else {name: text.encode() for name, text in STORY.items()}
    padding = b"# " + b"z" * example.padding if example.padding else b""
    files[example.file] = example.plain.encode(example.encoding) + padding
    return build(read_files(FOLDER, files, found), found)


def mark(example: Example) -> Span:
    """Give the place between the marks of a broken example; without marks it is the folder itself."""
    if "«" not in example.text:
        return Span(FOLDER, 1, 1)
    start = example.text.index("«")
    before = example.text[:start]
    length = example.text.index("»") - start - 1
    return Span(
        f"{FOLDER}/{example.file}", before.count("\n") + 1, start - before.rfind("\n"), max(1, length)
    )
