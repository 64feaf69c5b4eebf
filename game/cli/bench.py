"""`bench`: measure, and print the table of budgets; or one part of it alone, as JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from game import bundle
from game.cli.play import loaded
from game.cli.profile import cache

STORIES = "check "
"""What the parts of the bench begin with that check a generated story of so many nodes."""
COLUMNS = ("nodes / choices / facts", "time", "memory", "missed", "false alarms", "unknown")


def run(arguments: argparse.Namespace) -> int:
    """Measure everything and print it; 1 if a budget is broken, or if the story will not load."""
    part: str | None = arguments.part
    if part and part.startswith(STORIES):
        return _stories(part, arguments.story)
    if part:
        return _part(part, arguments.story, arguments.profile)
    if loaded(arguments.story) is None:
        return 1
    from game.cli import bench_stories, bench_table  # noqa: PLC0415  (a part alone is measured without it)

    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    print(f"Python {platform.python_version()}, {machine}\n")
    print("| what | measured | budget | |\n|---|---:|---:|---|")
    kept = True
    for row in chain(bench_table.rows(arguments.story), bench_stories.rows()):
        kept = kept and row.kept
        sign = "at least " if row.at_least else ""
        mark = "" if row.kept else "over"
        measured, budget = _number(row.measured), _number(row.budget)
        print(f"| {row.what} | {measured} {row.unit} | {sign}{budget} {row.unit} | {mark} |", flush=True)
    print(f"\n| check: {' | '.join(COLUMNS)} | |\n|---|{'---:|' * (len(COLUMNS) - 1)}---|")
    for proof, seconds in bench_stories.proofs(huge=arguments.large):
        wrong = proof.missed + proof.false_alarms + proof.unknown
        right = proof.seconds <= seconds and not wrong
        kept = kept and right
        sizes = " / ".join(_number(size) for size in (proof.nodes, proof.choices, proof.facts))
        counts = " | ".join(map(str, (proof.missed, proof.false_alarms, proof.unknown)))
        took = f"{_number(proof.seconds)} of {_number(seconds)} s | {_number(proof.memory)} MB"
        print(f"| {sizes} | {took} | {counts} | {'' if right else 'over'} |", flush=True)
    return 0 if kept else 1


def _stories(part: str, place: Path) -> int:
    """Check a generated story, and print what came of it as JSON."""
    from game.cli.bench_stories import proof  # noqa: PLC0415  (only where a proof is measured)

    print(json.dumps(proof(int(part.removeprefix(STORIES)), place)))
    return 0


def _part(part: str, place: Path, profile: Path | None) -> int:
    """Measure one part here, and print it as JSON; with a profile the story is cached, as in play."""
    from game.desktop import measure  # noqa: PLC0415  (only where a window is measured)

    story = loaded(place, cache(profile) if profile else None)
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
