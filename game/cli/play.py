"""`play`: a window, or the terminal where there is none."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game import bundle
from game.cli.profile import cache, folder
from game.diagnostics.render import render_report
from game.loading.cache import Cache
from game.model.story import Story
from game.saves import Store


def run(arguments: argparse.Namespace) -> int:
    """Play; 1 if the story has mistakes that keep it from being played."""
    story = loaded(arguments.story, cache(arguments.profile))
    if story is None:
        return 1
    store = Store(folder(arguments.profile))
    if not arguments.text:
        from game.desktop import display  # noqa: PLC0415  (the terminal needs no pygame, and starts without it)

        reason = display.missing()
        if reason is None:
            from game.desktop.show import play  # noqa: PLC0415  (likewise)

            play(story, store, bundle.root() / "assets")
            return 0
        print(f"Playing in the terminal, because {reason}.\n")
    from game.terminal import play_in_terminal  # noqa: PLC0415  (nor does the window need the terminal)

    settings, notices = store.settings()
    for notice in notices:
        print(notice)
    play_in_terminal(story, store, settings)
    return 0


def loaded(place: Path, kept: Cache | None = None) -> Story | None:
    """The story in a folder, from a cache if one is given; None after its mistakes were told."""
    if kept is not None:
        story, report = kept.load(place)
    else:
        from game.loading.library import load_story  # noqa: PLC0415  (YAML is slow to import, and may not be needed)

        story, report = load_story(place)
    if story is None:
        colour = sys.stderr.isatty()
        print(render_report(report, colour=colour), file=sys.stderr)
        count = len(report.errors)
        print(
            f"\n{count} mistake{'s' if count != 1 else ''} in {place}; nothing was played.", file=sys.stderr
        )
    return story
