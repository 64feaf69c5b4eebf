"""What the documents say is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_screen_has_a_picture_and_the_two_commands() -> None:
    first = "\n".join(README.splitlines()[:30])
    assert re.search(r"!\[.+\]\(.+\)", first)
    assert ".venv/bin/python main.py" in first
    assert ".venv/bin/python -m pytest" in first


@pytest.mark.parametrize(
    "document",
    sorted(
        path.relative_to(ROOT).as_posix()
        for path in (
            *ROOT.glob("*.md"),
            *ROOT.glob("story/**/*.md"),
            *ROOT.glob("game/*.md"),
            *ROOT.glob("assets/**/*.md"),
        )
    ),
)
def test_what_a_document_points_to_is_there(document: str) -> None:
    """Every relative link and picture leads somewhere."""
    path = ROOT / document
    text = path.read_text(encoding="utf-8")
    links = [
        link
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
        if "://" not in link and not link.startswith("mailto:")
    ]
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_commands_that_the_readme_names_exist() -> None:
    named = set(re.findall(r"^python main\.py (\w+)", README, re.MULTILINE))
    source = (ROOT / "game/cli/parser.py").read_text(encoding="utf-8")
    assert named
    assert [command for command in named if f'"{command}"' not in source] == []
