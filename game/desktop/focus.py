"""Which of several things has the focus, and which is taken: the same by keys, mouse and gamepad."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop.inputs import Input, Verb


class Focus:
    """The focus among things in rows of `columns`; rectangles come from whoever draws them."""

    def __init__(self, columns: int = 1) -> None:
        self.columns = columns
        self.index = 0
        self.pressed = False
        self.rects: Sequence[pygame.Rect] = ()

    def place(self, rects: Sequence[pygame.Rect]) -> None:
        """Know where the things are in the window; the focus stays, as far as there is one."""
        self.rects = rects
        self.index = max(0, min(self.index, len(rects) - 1))

    def at(self, point: tuple[int, int]) -> int | None:
        """What is at a point of the window."""
        return next((n for n, rect in enumerate(self.rects) if rect.collidepoint(point)), None)

    def handle(self, put_in: Input) -> int | None:  # noqa: C901 (one case each)
        """What an input takes; the focus may only move."""
        if not self.rects:
            return None
        match put_in.verb:
            case Verb.UP:
                self._step(-self.columns)
            case Verb.DOWN:
                self._step(self.columns)
            case Verb.LEFT if self.columns > 1:
                self._step(-1)
            case Verb.RIGHT if self.columns > 1:
                self._step(1)
            case Verb.FIRST:
                self.index = 0
            case Verb.LAST:
                self.index = len(self.rects) - 1
            case Verb.TAKE:
                return self.index
            case Verb.NUMBER if put_in.number <= len(self.rects):
                self.index = put_in.number - 1
                return self.index
            case Verb.POINT | Verb.PRESS:
                found = self.at(put_in.at)
                self.index = self.index if found is None else found
                self.pressed = put_in.verb is Verb.PRESS and found is not None
            case Verb.RELEASE:
                was, self.pressed = self.pressed, False
                if was and self.at(put_in.at) == self.index:
                    return self.index
        return None

    def _step(self, by: int) -> None:
        count = len(self.rects)
        aim = self.index + by
        if not 0 <= aim < count:
            aim = aim % count if self.columns == 1 or abs(by) == 1 else self.index
        self.index = aim
