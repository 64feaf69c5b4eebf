"""The catalogue's examples are its tests: what is marked in a broken one is found, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.diagnostics import Severity
from game.diagnostics.catalog import CATALOG
from game.loading.examples import load_example, mark

ROOT = Path(__file__).resolve().parents[2]
AT_LEAST = 40


@pytest.mark.parametrize("code", CATALOG)
def test_a_broken_example_is_found_at_its_mark(code: str) -> None:
    """It gives this mistake, at this place, and no other."""
    entry = CATALOG[code]
    _, report = load_example(entry.broken)
    assert [finding.code for finding in report.diagnostics] == [code]
    assert report.diagnostics[0].span == mark(entry.broken)
    assert report.diagnostics[0].severity is entry.severity
    assert (entry.severity is Severity.ERROR) == bool(report.errors)


@pytest.mark.parametrize("code", CATALOG)
def test_a_fixed_example_is_clean(code: str) -> None:
    story, report = load_example(CATALOG[code].fixed)
    assert report.diagnostics == ()
    assert story is not None


@pytest.mark.parametrize("code", CATALOG)
def test_a_mistake_is_worded_for_its_author(code: str) -> None:
    """One sentence, no blame, none of a program's words, and always a way out."""
    _, report = load_example(CATALOG[code].broken)
    (finding,) = report.diagnostics
    assert finding.message.endswith(".")
    assert finding.help
    said = f"{CATALOG[code].title} {finding.message} {finding.help}".lower()
    for word in ("invalid", "illegal", "exception", "traceback", "nonetype", "token", "parse", "fail"):
        assert word not in said
    assert "{" not in re.sub(r"`[^`]*`", "", said)


def test_there_are_many_and_no_two_are_the_same() -> None:
    assert len(CATALOG) >= AT_LEAST
    for said in ("code", "title", "message", "broken"):
        texts = [str(getattr(entry, said)) for entry in CATALOG.values()]
        assert len(set(texts)) == len(texts)
    assert [entry.code for entry in CATALOG.values() if entry.broken == entry.fixed] == []


def test_every_code_that_loading_uses_is_in_the_catalogue_and_the_other_way_round() -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for room in ("loading", "expression")
        for path in (ROOT / "game" / room).glob("*.py")
    ]
    used = {code for source in sources for code in re.findall(r'"([EWN]\d{3})"', source)}
    assert used == set(CATALOG)
