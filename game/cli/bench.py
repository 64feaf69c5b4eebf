"""`bench`: measure, and print the table of budgets; or one part of it alone, as JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Callable
from pathlib import Path

from game import bundle
from game.cli.play import loaded


def run(arguments: argparse.Namespace) -> int:
    """Measure everything and print it; 1 if a budget is broken, or if the story will not load."""
    if arguments.part:
        return _part(arguments.part, arguments.story)
    if loaded(arguments.story) is None:
        return 1
    from game.cli.bench_table import rows  # noqa: PLC0415  (a part alone is measured without it)

    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    print(f"Python {platform.python_version()}, {machine}\n")
    print("| what | measured | budget | |\n|---|---:|---:|---|")
    kept = True
    for row in rows(arguments.story):
        kept = kept and row.kept
        sign = "at least " if row.at_least else ""
        mark = "" if row.kept else "over"
        measured, budget = _number(row.measured), _number(row.budget)
        print(f"| {row.what} | {measured} {row.unit} | {sign}{budget} {row.unit} | {mark} |", flush=True)
    return 0 if kept else 1


def _part(part: str, place: Path) -> int:
    """Measure one part here, and print it as JSON."""
    from game.desktop import measure  # noqa: PLC0415  (only where a window is measured)

    story = loaded(place)
    if story is None:
        return 1
    assets = bundle.root() / "assets"
    work: dict[str, Callable[[], dict[str, float]]] = {
        "title": lambda: measure.title(story, assets),
        "frames 720": lambda: measure.frames(story, assets, (1280, 720)),
        "frames 1080": lambda: measure.frames(story, assets, (1920, 1080)),
        "idle": lambda: measure.idleness(story, assets),
    }
    print(json.dumps(work[part]()))
    return 0


def _number(value: float) -> str:
    """Give a number with as many digits as matter."""
    return f"{value:,.0f}".replace(",", "\u202f") if value >= 100 else f"{value:.3g}"  # noqa: PLR2004
