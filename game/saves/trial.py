"""A journey on trial: what is kept of it by itself is thrown away; everything else is the player's own."""

from __future__ import annotations

from pathlib import Path

from game.saves.seen import Seen
from game.saves.store import AUTO, EARLIER, SlotInfo, Store

_THROWN = (AUTO, EARLIER)
"""The slots that the game writes by itself, without being asked."""


class Trial(Store):
    """The player's folder, but for what is written by itself: that goes into another, which somebody removes.

    Settings and the slots that the player writes to are the player's own. The journey that the player was on,
    and what was seen in it, stay as they are.
    """

    def __init__(self, folder: Path, thrown: Path) -> None:
        """Use the player's folder, and one for what is thrown away."""
        super().__init__(folder)
        self._thrown = Store(thrown)

    def slots(self) -> list[SlotInfo]:
        """Every save, the latest first: what the trial kept by itself, and the player's own."""
        own = [info for info in super().slots() if info.slot not in _THROWN]
        return sorted((*self._thrown.slots(), *own), key=lambda info: (info.when, info.slot), reverse=True)

    def write_seen(self, seen: Seen) -> None:
        """Keep what was seen as long as the trial goes on.

        Raises:
            SaveError: it could not be written.
        """
        self._thrown.write_seen(seen)

    def _slot(self, slot: str) -> Path:
        return self._thrown._slot(slot) if slot in _THROWN else super()._slot(slot)  # noqa: SLF001 (its own kind)
