"""The pages made from the tables are as the tables are, and the shipped story is as the pages say."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from game.diagnostics.catalog import CATALOG
from game.expression.vocabulary import FUNCTIONS, VERBS
from game.loading.__main__ import write
from game.loading.language import CONDITIONS, EFFECTS
from game.loading.pages import pages
from game.loading.schema import SHAPES

STORY = Path(__file__).resolve().parents[2] / "story"
PAGES = pages()
SCHEMA = json.loads(PAGES["schema.json"])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_current(name: str) -> None:
    """If this fails, run `python -m game.loading`, and read what changed."""
    assert (STORY / name).read_text(encoding="utf-8") == PAGES[name]


@pytest.mark.parametrize("path", sorted(STORY.rglob("*.yaml")), ids=lambda path: path.name)
def test_an_editor_finds_nothing_wrong_with_the_shipped_story(path: Path) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), SCHEMA)


def test_the_pages_can_be_written(tmp_path: Path) -> None:
    write(tmp_path)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == PAGES


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "broken",
    [
        {"nodes": {"a": {"txet": "x"}}},
        {"nodes": {"Big Name": {"text": "x"}}},
        {"nodes": {"a": {"tension": 9}}},
        {"nodes": {"a": {"choices": [{"label": "x"}]}}},
        {"endings": {"home": {"music": "x"}}},
        {"people": {"bram": {"halo": "maybe", "name": "Bram"}}},
    ],
)
def test_an_editor_underlines_a_broken_shape(broken: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA)


def test_the_schema_takes_what_yaml_makes_of_bare_words() -> None:
    """`yes` may have become true and 1 a number on the way to the editor; the game reads words either way."""
    jsonschema.validate({"facts": {"lamp": False, "hush": "0..7"}, "format": 1}, SCHEMA)
    jsonschema.validate({"songs": {"pull": {"name": "Pull", "small": True, "motif": 1.5}}}, SCHEMA)


def test_the_reference_has_every_key_and_every_word() -> None:
    page = PAGES["REFERENCE.md"]
    for shape in SHAPES.values():
        for key, field in shape.fields.items():
            assert f"`{key}`" in page
            assert field.about.endswith((".", ":"))
    conditions = " ".join(form for form, _ in CONDITIONS)
    assert [name for name in FUNCTIONS if f"`{name}(" not in conditions] == []
    effects = " ".join(form for form, _ in EFFECTS)
    assert [verb for verb in VERBS if f"`{verb} " not in effects] == []


def test_the_list_of_mistakes_has_every_mistake() -> None:
    assert [code for code in CATALOG if f"## {code}: " not in PAGES["MISTAKES.md"]] == []
