"""When each new line appears, and when each cue is due: a timetable, worked out once for a page.

Pure: lines and cues go in, moments (seconds) come out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.desktop import motion
from game.model.text import Cue, CueKind

SILENCE: Final = 0.7
"""How long a `{pause}` lasts."""


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line that is to be revealed: how many letters it has, and its cues by letter."""

    letters: int
    cues: tuple[tuple[int, Cue], ...] = ()


@dataclass(frozen=True, slots=True)
class Timetable:
    """When lines start and cues are due, in seconds from the beginning."""

    starts: tuple[float, ...]
    lasts: tuple[float, ...]
    cues: tuple[tuple[float, Cue], ...]
    total: float

    def shown(self, line: int, now: float) -> float:
        """How much of a line is there: 0 nothing … 1 all of it."""
        if self.lasts[line] <= 0:
            return 1.0 if now >= self.starts[line] else 0.0
        return motion.clamp((now - self.starts[line]) / self.lasts[line])


def timetable(lines: Sequence[NewLine], way: str, speed: float = 45.0, *, still: bool = False) -> Timetable:
    """The timetable for revealing "at once", "by line" or "by letter"; `speed` in letters a second."""
    starts: list[float] = []
    lasts: list[float] = []
    cues: list[tuple[float, Cue]] = []
    now = end = 0.0
    for line in lines:
        silence = (
            sum(SILENCE for _, cue in line.cues if cue.kind is CueKind.PAUSE) if way != "at once" else 0.0
        )
        match way:
            case "at once":
                last = step = 0.0
            case "by letter":
                last = step = line.letters / speed
            case _:
                last, step = (
                    (motion.STILL, motion.STILL)
                    if still
                    else (motion.LINE, motion.NEXT_LINE * motion.LETTERS / speed)
                )
        now += silence
        starts.append(now)
        lasts.append(last)
        share = 1 / max(1, line.letters)
        cues += [(now + (last * at * share if way == "by letter" else 0.0), cue) for at, cue in line.cues]
        end = now + last
        now += step
    return Timetable(tuple(starts), tuple(lasts), tuple(cues), end)
