"""Reading on by itself: skipping what was seen before, and turning at reading pace."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.desktop.area import Area
from game.desktop.kit import Kit
from game.desktop.theme import GOLD300
from game.saves import Seen
from game.view.block import Block

WORDS_A_SECOND: Final = {"slow": 2.6, "even": 3.6, "brisk": 5.0}
SKIP_STEP: Final = 0.12


class Pace:
    """Whether the text goes on by itself, and when."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.skipping = False
        self.turning = kit.settings.auto
        self._seen_before = False
        self._wait = 0.0
        self._due = 0.0

    @property
    def running(self) -> bool:
        """Whether it goes on by itself."""
        return self.skipping or self.turning

    def begin(self, blocks: Sequence[Block], seen: Seen) -> None:
        """A new page: how long it takes to read, and whether it was read before."""
        words = sum(len(block.text.split()) for block in blocks)
        self._due = 1.0 + words / WORDS_A_SECOND.get(self._kit.settings.pace, 3.6)
        self._wait = 0.0
        self._seen_before = all(block.key in seen.texts for block in blocks)
        if self.skipping and not (self._seen_before or self._kit.settings.skip_unseen):
            self.skipping = False

    def toggle_skip(self) -> None:
        """Skip what was seen before, or stop."""
        self.skipping = not self.skipping and (self._seen_before or self._kit.settings.skip_unseen)

    def toggle_auto(self) -> None:
        """Turn at reading pace, or stop."""
        self.turning = not self.turning
        self._wait = 0.0

    def stop(self) -> None:
        """Skip no more; something was asked for by hand."""
        self.skipping = False

    def step(self, seconds: float, *, revealed: bool, waiting: bool) -> bool:
        """Whether it is time for the next step."""
        if not self.running:
            return False
        self._wait += seconds
        due = SKIP_STEP if self.skipping else self._due if revealed or waiting else self._due * 4
        if self._wait < due:
            return False
        self._wait = 0.0
        return True

    def draw(self, surface: pygame.Surface, area: Area) -> None:
        """Show a sign in the column's corner while it goes on by itself."""
        if self.running:
            theme = self._kit.theme
            at = (area.panel.right - theme.px(30), area.panel.bottom - theme.px(26))
            sign = "skip" if self.skipping else "play"
            self._kit.ornaments.sign(surface, sign, at, theme.px(24), GOLD300, max(1.2, 1.8 * theme.unit))
