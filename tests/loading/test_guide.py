"""The examples that modders are given work as they stand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.stories import story_of

STORY = Path(__file__).resolve().parents[2] / "story"
BLOCK = re.compile(r"^( *)```yaml\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def examples(page: Path) -> list[str]:
    """Give the YAML of every example of a page, moved to the margin."""
    return [
        "".join(line.removeprefix(match.group(1)) for line in match.group(2).splitlines(keepends=True))
        for match in BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("page", sorted((STORY / "guide").glob("*.md")), ids=lambda page: page.name)
def test_every_example_of_the_guide_loads(page: Path) -> None:
    schema = json.loads((STORY / "schema.json").read_text(encoding="utf-8"))
    found = examples(page)
    assert found or page.name == "README.md"
    for example in found:
        story_of(example)
        jsonschema.validate(yaml.safe_load(example), schema)


def test_the_first_ten_minutes_give_a_story_that_ends() -> None:
    world, well, _ = examples(STORY / "README.md")
    story = story_of({"world.yaml": world, "well.yaml": well}, alone=True)
    assert story.start == "well.rope"
    assert [node.ending for node in story.nodes.values()] == [None, None, "dry"]


def test_every_page_of_the_guide_is_listed() -> None:
    listed = re.findall(r"\]\((\w+\.md)\)", (STORY / "guide" / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(
        page.name for page in (STORY / "guide").glob("*.md") if page.name != "README.md"
    )
