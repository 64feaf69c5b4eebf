"""What only `check` finds: each example of the list is found, at its mark, and nothing else is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.diagnostics import Diagnostic
from game.diagnostics.catalog import CATALOG, PROVED, Example, mistake
from game.loading.examples import load_example, mark
from game.model.assets import asset_names
from game.model.story import Story
from game.verify import explore
from game.workshop.contents import contents
from game.workshop.missing import missing
from game.workshop.proved import diagnostics

ROOT = Path(__file__).resolve().parents[2]


def put(path: Path, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def told_story(example: Example) -> Story:
    story, report = load_example(example)
    assert story is not None, report.diagnostics
    return story


def baked(assets: Path, story: Story) -> Path:
    """Assets with everything that a story asks for, and nothing more."""
    names = asset_names(story)
    for picture in names.pictures:
        put(assets / "places" / picture / "view.json")
    for music in names.music:
        put(assets / "music" / music / "score.json")
    for sound in names.sounds:
        put(assets / "sounds" / f"{sound}.ogg")
    for person in {person for person, _ in names.people}:
        looks = [look for one, look in names.people if one == person]
        told = {"poses": {"stand": {"parts": [{"faces": {look: {} for look in looks}}]}}}
        put(assets / "people" / person / "person.json", json.dumps(told))
    return assets


def found(example: Example, assets: Path) -> tuple[Diagnostic, ...]:
    story = told_story(example)
    return (*diagnostics(story, explore(story, 60.0, lambda: 0.0), contents(story)), *missing(story, assets))


@pytest.mark.parametrize("code", PROVED)
def test_a_broken_example_gives_what_the_list_says_of_it(code: str, tmp_path: Path) -> None:
    entry = PROVED[code]
    span = mark(entry.broken) if "«" in entry.broken.text else None
    assets = baked(tmp_path, told_story(entry.fixed))
    assert found(entry.broken, assets) == (mistake(code, span, **entry.names),)
    assert found(entry.fixed, assets) == ()


def test_every_code_of_the_check_is_in_the_list_and_in_no_other() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "game" / "workshop").glob("*.py")]
    assert {code for text in sources for code in re.findall(r'"([EWN]\d{3})"', text)} == set(PROVED)
    assert not set(PROVED) & set(CATALOG)
    listed = (ROOT / "story" / "MISTAKES.md").read_text(encoding="utf-8")
    assert [code for code in PROVED if f"\n## {code}: " not in listed] == []


@pytest.mark.parametrize("text", ["", "[]", '{"poses": 1}', '{"poses": {"stand": {}}}'])
def test_a_person_whose_sheet_cannot_be_read_has_no_looks(text: str, tmp_path: Path) -> None:
    story = told_story(PROVED["W820"].fixed)
    put(baked(tmp_path, story) / "people" / "bram" / "person.json", text)
    assert [one.code for one in missing(story, tmp_path)] == ["W820"]
