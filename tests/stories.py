"""Small stories in YAML, for tests of how a story is read."""

from __future__ import annotations

from textwrap import dedent, indent

from game.diagnostics import Report
from game.diagnostics.catalog.story import STORY
from game.loading.library import build
from game.loading.sources import read_files
from game.loading.yaml_tree import FAST, EventSource
from game.model.story import Node, Story

NIGHT = "story/night.yaml"


def load(
    files: dict[str, str | bytes] | str, *, alone: bool = False, events: EventSource = FAST
) -> tuple[Story | None, Report]:
    """Load files (or one, `night.yaml`) beside the catalogue's small story, or alone."""
    given = {"night.yaml": files} if isinstance(files, str) else files
    contents = {} if alone else {name: text.encode() for name, text in STORY.items()}
    contents |= {
        name: dedent(text).encode() if isinstance(text, str) else text for name, text in given.items()
    }
    found: list = []
    return build(read_files("story", contents, found), found, events=events)


def story_of(files: dict[str, str | bytes] | str, *, alone: bool = False) -> Story:
    """Give the story; there must be nothing to find in it."""
    story, report = load(files, alone=alone)
    assert report.diagnostics == ()
    assert story is not None
    return story


def node_of(keys: str, *, world: str = "") -> Node:
    """Give the node `night.bell` that has these keys, with more of the world if need be."""
    return story_of({"night.yaml": node_file(keys), "zenith.yaml": world or "chapter: zenith\n"}).nodes[
        "night.bell"
    ]


def node_file(keys: str) -> str:
    """Give a file with the one node `night.bell`."""
    return "at: hollow\nnodes:\n  night.bell:\n" + indent(dedent(keys).strip("\n"), "    ") + "\n"


def prose_file(text: str) -> str:
    """Give a file with one node that has this text."""
    body = indent(dedent(text).strip("\n"), "  ")
    return node_file(f"text: |\n{body}\nchoices: |\n  Go on -> hollow.square\n")


def codes(report: Report) -> list[str]:
    """Give the codes of everything found."""
    return [finding.code for finding in report.diagnostics]
