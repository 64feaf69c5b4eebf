"""`walk`: replay recorded walks, and compare what they show."""

from __future__ import annotations

import argparse

from game.cli.play import loaded
from game.workshop.walks import replay


def run(arguments: argparse.Namespace) -> int:
    """Replay every walk; 1 if one of them differs."""
    story = loaded(arguments.story)
    if story is None:
        return 1
    failed = 0
    for path in arguments.files:
        replayed = replay(story, path)
        failed += not replayed.ok
        print(replayed.message)
        if arguments.transcript:
            print("\n" + replayed.transcript + "\n")
    return 1 if failed else 0
