"""`play`: a window, or the terminal where there is none."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from game import bundle
from game.cli.profile import cache, folder
from game.diagnostics.render import render_report
from game.loading.cache import Cache
from game.model.story import Story
from game.play import History
from game.saves import Store, Trial

ON_TRIAL = "This journey is on trial: yours stays as it was, and this one is kept only where you save it."


def run(arguments: argparse.Namespace) -> int:
    """Play; 1 if the story has mistakes that keep it from being played, or nobody can come where asked.

    With `--at`, 2 if that or a `--with` makes no sense, 3 if no way was found in the time given.
    """
    if arguments.wishes and arguments.at is None:
        print("--with says how things shall be where --at leads; add --at NODE.", file=sys.stderr)
        return 2
    story = loaded(arguments.story, cache(arguments.profile))
    if story is None:
        return 1
    own = folder(arguments.profile)
    if arguments.at is None:
        _play(story, Store(own), text=arguments.text)
        return 0
    return _play_there(story, own, arguments)


def _play_there(story: Story, own: Path, arguments: argparse.Namespace) -> int:
    """Play on from where `--at` leads, without touching the player's own journey."""
    from game.cli.check import Progress  # noqa: PLC0415  (who only plays need not wait for the prover)
    from game.workshop.arrival import NoArrival, arrival  # noqa: PLC0415  (likewise)

    tell = Progress()
    try:
        found = arrival(story, arguments.at, arguments.wishes, arguments.budget, time.monotonic, tell)
    except NoArrival as reason:
        tell("")
        print(reason, file=sys.stderr)
        return reason.status
    tell("")
    with TemporaryDirectory() as thrown:
        _play(story, Trial(own, Path(thrown)), found.history, (*found.told, ON_TRIAL), text=arguments.text)
    return 0


def _play(
    story: Story, store: Store, history: History | None = None, told: tuple[str, ...] = (), *, text: bool
) -> None:
    """Play in a window, or in the terminal if asked or without a display; go on with the history given."""
    for sentence in told:
        print(sentence)
    if not text:
        from game.desktop import display  # noqa: PLC0415  (the terminal needs no pygame, and starts without it)

        reason = display.missing()
        if reason is None:
            from game.desktop.show import play  # noqa: PLC0415  (likewise)

            play(story, store, bundle.root() / "assets", notices=told[-1:], history=history)
            return
        print(f"Playing in the terminal, because {reason}.\n")
    from game.terminal import play_in_terminal  # noqa: PLC0415  (nor does the window need the terminal)

    settings, notices = store.settings()
    for notice in notices:
        print(notice)
    play_in_terminal(story, store, settings, history=history)


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
