"""A song heard from its book: its notes one after another, in its own rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.model.song import Song

BEAT: Final = 0.46
"""Seconds of a beat."""
REST_BEATS: Final = 3.0


class Tune:
    """Plays a song's melody note by note; which one sounds can be asked."""

    def __init__(self, song: Song, strings: Sequence[int], *, rests: bool, upto: int | None = None) -> None:
        self._due: list[tuple[float, int]] = []
        now = 0.3
        motif = song.motif
        for number, (degrees, beats) in enumerate(zip(motif.phrases, motif.beats, strict=False), 1):
            if upto is not None and number > upto:
                break
            for degree, length in zip(degrees, beats, strict=False):
                self._due.append((now, strings[max(0, degree - 1)]))
                now += length * BEAT
            if rests and number <= motif.rests:
                now += REST_BEATS * BEAT
        self._end = now + 0.6
        self._now = 0.0
        self.note = -1
        """The number of the note that sounds, from 0; −1 before the first."""

    @property
    def over(self) -> bool:
        """Whether it has come to its end."""
        return self._now >= self._end

    def update(self, seconds: float) -> tuple[int, ...]:
        """Let time pass; the MIDI notes that begin."""
        before, self._now = self._now, self._now + seconds
        begun = [n for n, (due, _) in enumerate(self._due) if before <= due < self._now]
        if begun:
            self.note = begun[-1]
        return tuple(self._due[n][1] for n in begun)
