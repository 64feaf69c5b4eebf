"""How long there is."""

from __future__ import annotations

from collections.abc import Callable


class Deadline:
    """So many seconds of a clock, unless somebody says stop before."""

    def __init__(self, clock: Callable[[], float], seconds: float, stop: Callable[[], bool]) -> None:
        self._clock = clock
        self._until = clock() + seconds
        self._stop = stop

    def late(self) -> bool:
        """Whether it is over."""
        return self._stop() or self._clock() > self._until

    def part(self, share: float) -> Callable[[], bool]:
        """Whether so much of what is left now is over."""
        now = self._clock()
        until = now + (self._until - now) * share
        return lambda: self._stop() or self._clock() > until
