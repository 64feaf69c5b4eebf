"""One living picture of a place.

Load it away from the frame loop, then update and draw it once a frame. Layers move a little with the pointer
and with a slow camera of their own; lights burn; smoke rises; beads answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import pygame

from game.desktop.glow import glow
from game.desktop.patches import Patches
from game.desktop.picture import Bead, Beads, Picture
from game.desktop.picture import load as load_picture
from game.desktop.theatre import ADD, OVER, Sheet
from game.desktop.turn import Turn

REACH = (24, 10)
"""How far the nearest layer moves, across and down (canvas pixels of a 1280 canvas)."""
FOLLOW = 0.7
"""Seconds in which the camera makes up most of the way to the pointer."""
FLARE = 0.6
"""Seconds in which a bead's flare decays."""
FLARES = 16
"""In so many steps, each of which is a picture of its own."""
BREATH = 3.4
"""Seconds of one breath of the light while no music sounds."""
LIFT = 26
"""How far a layer rises while it arrives (canvas pixels)."""


class Landscape:
    """A picture of a place that lives: what is seen, and how it moves."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._time = 0.0
        self._camera = (0.0, 0.0)
        self._beat = 0.0
        self._still = False
        self._held: dict[str, tuple[int, int]] = {}
        self._lit: dict[tuple[str, int], tuple[tuple[int, int, int], float]] = {}
        self._turn: Turn | None = None

    @classmethod
    def load(
        cls, folder: Path, mood: str = "found", time: str = "", size: tuple[int, int] = (1280, 720)
    ) -> Landscape:
        """The view in the folder, in a mood and perhaps a time ("night"); slow, and safe on another thread.

        Raises PictureError, whose message may be shown.
        """
        return cls(load_picture(folder, mood, time, size))

    @property
    def focal(self) -> pygame.Rect:
        """What must stay visible when the canvas is cropped to a window."""
        return self._picture.focal

    @property
    def side(self) -> str:
        """The quiet side, "left" or "right", where a column may stand."""
        return self._picture.side

    @property
    def ground(self) -> int:
        """The y on which a standing figure's base rests."""
        return self._picture.ground

    @property
    def beads(self) -> Mapping[str, tuple[Bead, ...]]:
        """For every name the points (x, y, radius) that light up as a song is sung."""
        return {name: beads.points for name, beads in self._picture.beads.items()}

    @property
    def turning(self) -> bool:
        """Whether a change of mood is under way."""
        return self._turn is not None

    def light(self, name: str, index: int, colour: tuple[int, int, int]) -> None:
        """Let a bead answer: it flares and stays lit. A bead that is not there is left alone."""
        beads = self._picture.beads.get(name)
        if beads and 0 <= index < len(beads.points):
            self._lit[name, index] = (colour, 0.0)

    def become(self, other: Landscape, kind: str, seconds: float | None = None) -> None:
        """Turn into another picture of the same canvas.

        "command": everything halts and the new grade lands evenly within one beat; "invitation": layer
        by layer, softly, over four; anything else: one soft change. `seconds` overrides how long.
        """
        if self._turn:
            self._settle()
        self._turn = Turn(other._picture, kind, seconds, brief=self._still)

    def update(self, seconds: float, pointer: tuple[float, float], beat: float, still: bool) -> None:  # noqa: FBT001
        """Let time pass.

        `pointer` is −1…1 from the middle, `beat` the phase 0…1 within the beat (0 without music); `still`
        is reduced motion: nothing moves, lights burn evenly.
        """
        self._still = still
        self._beat = beat
        if self._turn:
            self._turn.update(seconds)
            if self._turn.done:
                self._settle()
        halted = still or (self._turn is not None and self._turn.halts)
        if not halted:
            self._time += seconds * self._picture.grade.pace
        self._lit = {key: (colour, age + seconds) for key, (colour, age) in self._lit.items()}
        self._follow(seconds, (0.0, 0.0) if still else pointer)

    def draw(self, canvas: pygame.Surface, reveal: float = 1.0) -> None:
        """Draw the picture; from `reveal` 0 to 1 it arrives from nothing, layer by layer."""
        if self._turn:
            self._draw_turn(canvas, self._turn)
            return
        sheets = self._picture.sheets
        for k, sheet in enumerate(sheets):
            part = 1.0 if reveal >= 1 else _share(reveal, k, len(sheets))
            self._draw_sheet(canvas, sheet, part)

    def _settle(self) -> None:
        if self._turn:
            self._picture = self._turn.picture
            self._turn = None

    def _follow(self, seconds: float, pointer: tuple[float, float]) -> None:
        slow = 0.0 if self._still else 0.22
        aim = (
            max(-1.0, min(1.0, pointer[0])) * 0.78 + slow * math.sin(self._time * 0.11),
            max(-1.0, min(1.0, pointer[1])) * 0.78 + slow * math.sin(self._time * 0.083 + 1),
        )
        near = 1 - math.exp(-seconds / FOLLOW)
        x, y = self._camera
        self._camera = (x + (aim[0] - x) * near, y + (aim[1] - y) * near)

    def _offset(self, sheet: Sheet) -> tuple[int, int]:
        """Where the parallax puts a sheet: whole pixels, and no trembling between two of them."""
        scale = self._picture.size[0] / 1280
        aims = (-self._camera[axis] * REACH[axis] * scale * sheet.depth for axis in (0, 1))
        held = self._held.get(sheet.name, (0, 0))
        x, y = (
            old if abs(aim - old) < 0.72 else round(aim)  # noqa: PLR2004
            for old, aim in zip(held, aims, strict=True)
        )
        self._held[sheet.name] = (x, y)
        return x, y

    def _draw_sheet(self, canvas: pygame.Surface, sheet: Sheet, part: float = 1.0) -> None:
        if part <= 0:
            return
        dx, dy = self._offset(sheet)
        patches = self._patches(sheet)
        if part < 1 and sheet.blend == OVER and not self._still:
            dy += round(LIFT * (1 - part) ** 2)
        at = (sheet.at[0] + dx, sheet.at[1] + dy)
        if part < 1:
            patches.draw_faded(canvas, at, part)
        else:
            patches.draw(canvas, at)
        if part == 1:
            self._draw_living(canvas, sheet, dx, dy)

    def _draw_living(self, canvas: pygame.Surface, sheet: Sheet, dx: int, dy: int) -> None:
        for life in sheet.life:
            canvas.fblits([(s, (x + dx, y + dy)) for s, (x, y) in life.blits(self._time)], life.blend)
        for name in sheet.beads:
            canvas.fblits(list(self._answers(name, self._picture.beads.get(name), dx, dy)), ADD)

    def _patches(self, sheet: Sheet) -> Patches:
        """What is seen of a sheet in this moment: bent by the wind, or as bright as the light burns."""
        last = len(sheet.surfaces) - 1
        if sheet.sway and not self._still:
            phase = 0.0 if self._picture.grade.stiff else sheet.sway.phase
            swing = math.sin((self._time / sheet.sway.period + phase) * 2 * math.pi)
            return sheet.surfaces[round((swing * 0.5 + 0.5) * last)]
        if sheet.light and not self._still:
            t = self._time / sheet.light.period * 2 * math.pi
            restless = 0.5 + 0.28 * math.sin(t) + 0.22 * math.sin(t * 2.7 + 1)
            pulse = (
                (1 - self._beat) ** 2
                if self._beat
                else 0.5 + 0.5 * math.sin(self._time / BREATH * 2 * math.pi)
            )
            bright = (sheet.light.flicker * restless + sheet.light.breath * pulse) / sheet.light.depth
            return sheet.surfaces[max(0, min(last, round(bright * last)))]
        return sheet.surfaces[last // 2 if sheet.sway else last]

    def _answers(
        self, name: str, beads: Beads | None, dx: int, dy: int
    ) -> Iterator[tuple[pygame.Surface, tuple[float, float]]]:
        """The light of every bead of this name that has answered."""
        if not beads:
            return
        for index, (x, y, radius) in enumerate(beads.points):
            if (name, index) not in self._lit:
                continue
            colour, age = self._lit[name, index]
            flare = 0.0 if self._still else round(max(0.0, 1 - age / FLARE) * FLARES) / FLARES
            for sprite in (
                glow(round(radius * 2.6), beads.colour, 0.9),
                glow(round(radius * (4 + 5 * flare)), colour, round((0.45 + 0.5 * flare) * 16) / 16),
            ):
                half = sprite.get_width() / 2
                yield sprite, (x - half + dx, y - half + dy)

    def _draw_turn(self, canvas: pygame.Surface, turn: Turn) -> None:
        if not turn.layered:
            turn.dissolve(canvas, self._draw_now, self._draw_next)
            return
        pairs = turn.pairs(self._picture.sheets)
        for k, (old, new) in enumerate(pairs):
            part = turn.share(k, len(pairs))
            if old and (part < 1 or not new):
                gone = 1 - part if not new or old.blend == ADD else 1.0
                self._draw_sheet(canvas, old, gone)
            if new and part > 0:
                self._lay(canvas, new, part)

    def _lay(self, canvas: pygame.Surface, sheet: Sheet, part: float) -> None:
        """Lay a sheet of the next picture over its old self."""
        dx, dy = self._offset(sheet)
        patches, at = self._patches(sheet), (sheet.at[0] + dx, sheet.at[1] + dy)
        if part < 1:
            patches.draw_faded(canvas, at, part)
        else:
            patches.draw(canvas, at)
        if part >= 1:
            self._draw_living(canvas, sheet, dx, dy)

    def _draw_now(self, canvas: pygame.Surface) -> None:
        for sheet in self._picture.sheets:
            self._draw_sheet(canvas, sheet)

    def _draw_next(self, canvas: pygame.Surface) -> None:
        if self._turn:
            for sheet in self._turn.picture.sheets:
                self._draw_sheet(canvas, sheet)


def _share(reveal: float, k: int, count: int) -> float:
    """How much of the k-th of so many layers has arrived; each begins before the last one is whole."""
    t = max(0.0, min(1.0, (reveal * (count + 2) - k) / 3))
    return t * t * (3 - 2 * t)
