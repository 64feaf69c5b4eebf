"""`check`: prove what is true of a whole story."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from types import FrameType
from typing import Self

from game import bundle
from game.workshop.check import run_check

FIRST_WORD = 1.0
"""Seconds after which a long check begins to say how far it is."""


def run(arguments: argparse.Namespace) -> int:
    """Check the story; 0 clean, 1 faults, 3 undecided."""
    assets = bundle.root() / "assets"
    with Stop() as stop:
        checked = run_check(
            arguments.story, arguments.budget, time.monotonic, Progress(), assets=assets, stop=stop
        )
    if arguments.json:
        print(json.dumps(checked.json(), ensure_ascii=False, indent=1))
    else:
        print(checked.text(colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ))
    return checked.status(strict=arguments.strict)


class Stop:
    """Lets a first Ctrl-C end the search, so that what is known is told; a second one ends everything."""

    def __init__(self) -> None:
        self._asked = False
        self._before = signal.getsignal(signal.SIGINT)

    def __call__(self) -> bool:
        """Whether somebody wants it to stop."""
        return self._asked

    def __enter__(self) -> Self:
        signal.signal(signal.SIGINT, self._heard)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True
        signal.signal(signal.SIGINT, self._before)


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
