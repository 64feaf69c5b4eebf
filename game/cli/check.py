"""`check`: prove what is true of a whole story."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time

from game import bundle
from game.workshop.check import run_check

FIRST_WORD = 1.0
"""Seconds after which a long check begins to say how far it is."""


def run(arguments: argparse.Namespace) -> int:
    """Check the story; 0 clean, 1 faults, 3 undecided."""
    assets = bundle.root() / "assets"
    checked = run_check(arguments.story, arguments.budget, time.process_time, Progress(), assets=assets)
    if arguments.json:
        print(json.dumps(checked.json(), ensure_ascii=False, indent=1))
    else:
        print(checked.text(colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ))
    return checked.status(strict=arguments.strict)


class Progress:
    """Says on the terminal how far a long check is, and takes it back when it is done."""

    def __init__(self) -> None:
        self._begun = self._said = time.monotonic()
        self._shown = sys.stderr.isatty()

    def __call__(self, words: str) -> None:
        """Say it, at most ten times a second; an empty word clears the line."""
        now = time.monotonic()
        if self._shown and (not words or (now - self._begun > FIRST_WORD and now - self._said > 0.1)):  # noqa: PLR2004
            self._said = now
            print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
