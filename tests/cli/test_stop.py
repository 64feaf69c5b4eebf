"""Ctrl-C while a story is checked."""

from __future__ import annotations

import signal

import pytest

from game.cli.check import Stop


def test_a_first_interrupt_asks_to_stop_and_a_second_one_ends_everything() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Stop() as stop:
        assert not stop()
        signal.raise_signal(signal.SIGINT)
        assert stop()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
