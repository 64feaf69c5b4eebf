"""What is written away from the frame loop is written in order, whole, and before the end."""

from __future__ import annotations

import time

from game.desktop.scribe import Scribe
from game.saves import SaveError


def test_everything_is_done_in_order_before_the_end() -> None:
    scribe, done = Scribe(), []
    for number in range(20):
        scribe.later(lambda number=number: (time.sleep(0.001), done.append(number)))
    scribe.close()
    assert done == list(range(20))


def test_what_cannot_be_written_is_said_once() -> None:
    scribe = Scribe()

    def fail() -> None:
        raise SaveError("The disk is full.")

    scribe.later(fail)
    scribe.later(lambda: None)
    scribe.close()
    assert scribe.complaint() == "The disk is full."
    assert scribe.complaint() == ""
