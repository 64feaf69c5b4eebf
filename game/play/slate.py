"""The values of a state while a turn changes them."""

from __future__ import annotations

from collections.abc import Sequence


class Slate:
    """Values to be changed one by one; a story of thousands of facts is copied once a turn, or not at all."""

    __slots__ = ("_written", "now")

    def __init__(self, values: tuple[int, ...]) -> None:
        self.now: Sequence[int] = values
        """What is true now; for reading."""
        self._written: list[int] | None = None

    def write(self, cell: int, value: int) -> None:
        """Let a cell have this value."""
        if self.now[cell] == value:
            return
        if self._written is None:
            self.now = self._written = list(self.now)
        self._written[cell] = value

    def values(self) -> tuple[int, ...]:
        """All values, to be kept."""
        return tuple(self.now)
