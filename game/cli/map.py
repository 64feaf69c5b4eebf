"""`map`: the whole story as a page, a picture or a graph."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import time
from pathlib import Path

from game import bundle
from game.cli.check import Progress
from game.cli.profile import folder
from game.diagnostics.render import render_report
from game.loading.sources import read_sources
from game.workshop.check import run_check
from game.workshop.map import Chart, chart, dot, page, svg

SUFFIXES = (".html", ".svg", ".dot")


def run(arguments: argparse.Namespace) -> int:
    """Draw the map; 2 if it cannot be such a file, 1 if the story or the file will not do."""
    output: Path = arguments.output or folder(None) / "map.html"
    if output.suffix.lower() not in SUFFIXES:
        print(f"A map ends in .html, .svg or .dot; '{output.name}' does not.", file=sys.stderr)
        return 2
    hindrance = _hindrance(output) if arguments.output else ""
    if hindrance:
        print(f"{output} cannot be written: {hindrance}.", file=sys.stderr)
        return 1
    assets = bundle.root() / "assets"
    checked = run_check(arguments.story, arguments.budget, time.monotonic, Progress(), assets=assets)
    if checked.story is None:
        print(
            render_report(checked.report, colour=sys.stderr.isatty() and "NO_COLOR" not in os.environ),
            file=sys.stderr,
        )
        print(f"\nThe story in {arguments.story} has mistakes; no map was drawn.", file=sys.stderr)
        return 1
    lines = {source.path: source.lines for source in read_sources(arguments.story, [])}
    drawn = _drawn(chart(checked, lines, arguments.story.as_posix()), output.suffix.lower(), arguments.story)
    try:
        if arguments.output is None:
            output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(drawn, encoding="utf-8", newline="\n")
    except OSError as reason:
        print(f"{output} could not be written: {reason.strerror or reason}.", file=sys.stderr)
        return 1
    print(f"The map of {checked.story.title} stands in {output}.")
    return 0


def _hindrance(output: Path) -> str:
    """Say what can be seen to be in the way before the story is read, which may take long."""
    if output.is_dir():
        return "it is a folder"
    return "" if output.parent.is_dir() else "there is no such folder"


def _drawn(drawn: Chart, suffix: str, story: Path) -> str:
    if suffix == ".svg":
        return svg(drawn)
    if suffix == ".dot":
        return dot(drawn)
    root = bundle.root()
    ours = story.resolve() == (root / "story").resolve()
    command = "python main.py play" + ("" if ours else f" --story {shlex.quote(str(story))}")
    return page(drawn, command, root / "assets" / "fonts")
