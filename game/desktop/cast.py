"""The people on the stage: each breathes, blinks, sways, speaks and sings, and comes and goes.

A figure is composed thirty times a second on a surface of its own and only blitted in between, so that two of
them cost about two milliseconds a frame. All of it is premultiplied; nothing here needs a display.
"""

from __future__ import annotations

import pathlib
from typing import Self

import pygame

from game.desktop import cast_picture as picture
from game.desktop import cast_sheet
from game.desktop.cast_layer import Layer
from game.desktop.cast_life import Blinker, Moment, Talker, eased, smooth
from game.desktop.cast_sheet import PartSheet, PersonSheet, Point
from game.desktop.sketch import Sketch
from game.desktop.theme import CRIMSON500

BAKED_HEIGHT = 620
COMPOSE_SECONDS = 1 / 30
CHANGE_SECONDS = 0.22
SLIDE_SECONDS = 0.5
SLIDE_PIXELS = 70
BEAD_SECONDS = 0.6
RING_SECONDS = 0.35
RING_WIDER = 1.3
"""How much wider than the halo the ring of whoever listens is: it goes round the halo's beads, too."""
RING_DOT = 4
DIM = 0.58
PAD = 12


class Figure:
    """One living person in the picture.

    Set `speaking`, `singing`, `listening` (a dotted ring round the halo) and `lit` (1 = lit, lower = a shade
    darker) as the scene goes; call `update` and `draw` once a frame. `gone` is true once `leave` has ended.
    """

    def __init__(self, sheet: PersonSheet, poses: dict[str, list[Layer]], *, mirrored: bool) -> None:
        self.speaking = False
        self.singing = False
        self.listening = False
        self.lit = 1.0
        self.gone = False
        self._sheet, self._poses, self._mirrored = sheet, poses, mirrored
        self._pose = next(iter(poses))
        self._expression = "calm"
        self._wished = self._pose, self._expression
        self._shade, self._vigour, self._heed = 1.0, 0.0, 0.0
        self._presence, self._coming, self._side = 1.0, True, 1.0
        self._clock, self._beat, self._wait = 0.0, 0.0, 0.0
        self._blinker, self._talker = Blinker(sheet.name), Talker(sheet.name)
        self._beads: dict[int, float] = {}
        self._change = 1.0
        width, height = sheet.size
        self._canvas = picture.blank((width + 2 * PAD, height + PAD))
        self._before = picture.blank(self._canvas.get_size())
        self._scaled: tuple[int, pygame.Surface] | None = None
        self._ring: tuple[int, pygame.Surface] | None = None
        self._glow = _glow(pygame.Color(sheet.colour))
        self._compose()

    @classmethod
    def load(cls, folder: pathlib.Path, facing: str = "left") -> Self:
        """The person baked in a folder, facing "left" or "right"; slow, meant for a worker thread.

        Raises OSError if a file is missing, ValueError or pygame.error if one cannot be understood.
        """
        sheet = cast_sheet.read(folder)
        mirrored = facing != sheet.facing
        wardrobe = picture.Wardrobe(folder, mirrored=mirrored)

        def at(part: PartSheet, width: int) -> Point:
            return (sheet.size[0] - part.at[0] - width, part.at[1]) if mirrored else part.at

        poses = {
            name: [Layer(part, wardrobe, at, mirrored=mirrored) for part in parts]
            for name, parts in sheet.poses.items()
        }
        for layer in next(iter(poses.values())):
            layer.ready()
        return cls(sheet, poses, mirrored=mirrored)

    @property
    def poses(self) -> frozenset[str]:
        """The names of the poses there are."""
        return frozenset(self._poses)

    def show(self, pose: str | None, expression: str | None) -> None:
        """Change softly to a pose and an expression; None keeps what is, an unknown name the nearest."""
        self._wished = pose if pose in self._poses else self._pose, expression or self._wished[1]
        self._change_to(*self._wished)

    def enter(self, side: str) -> None:
        """Come in from the "left" or the "right"."""
        self._side = -1.0 if side == "left" else 1.0
        self._presence, self._coming, self.gone = 0.0, True, False

    def leave(self) -> None:
        """Go out the way one came in; `gone` once out of sight."""
        self._coming = False

    def bead(self, index: int) -> None:
        """Light a bead of the halo; counting goes round and round."""
        if self._sheet.beads:
            self._beads[index % len(self._sheet.beads)] = BEAD_SECONDS

    def update(self, seconds: float, beat: float, still: bool, *, patient: bool = False) -> bool:  # noqa: FBT001 (as the stage calls it)
        """Let time pass, in seconds and beats; `still` keeps everything from moving, but not from fading.

        Returns whether the figure was composed; a `patient` one leaves that for the next frame.
        """
        self._beat = beat
        step = seconds / SLIDE_SECONDS
        self._presence = min(max(self._presence + (step if self._coming else -step), 0.0), 1.0)
        self.gone = not self._coming and self._presence == 0.0
        self._beads = {i: left - seconds for i, left in self._beads.items() if left > seconds}
        pose, expression = self._wished
        self._change_to(pose, "singing" if self.singing else expression)
        shade, change = self._shade, self._change
        self._shade = eased(self._shade, self.lit, seconds, 0.35)
        self._change = min(self._change + seconds / CHANGE_SECONDS, 1.0)
        heed = 1.0 if self.listening else 0.0
        self._heed = heed if still else eased(self._heed, heed, seconds, RING_SECONDS)
        fading = shade != self._shade or change != self._change
        if change < self._change == 1.0:
            self._forget_unseen()
        if still:
            self._blinker.open()
            self._talker.rest()
            if fading:
                self._compose()
            return fading
        self._clock += seconds
        self._live(seconds)
        self._wait -= seconds
        if self._wait > 0 or patient:
            return False
        self._wait = COMPOSE_SECONDS
        self._compose()
        return True

    def draw(self, canvas: pygame.Surface, x: int, ground: int, height: int = BAKED_HEIGHT) -> None:
        """Draw the figure with its foot at (x, ground); people are baked for a height of 620."""
        if self.gone or self._presence == 0.0:
            return
        surface, scale = self._canvas, height / BAKED_HEIGHT
        if height != BAKED_HEIGHT:
            surface = self._resized(height)
        foot = self._point(self._sheet.foot)
        away = (1 - smooth(self._presence)) * SLIDE_PIXELS * self._side
        left = round(x + away - (foot[0] + PAD) * scale)
        top = round(ground - (foot[1] + PAD) * scale)
        shown = smooth(self._presence)
        if shown < 1.0:
            surface = surface.copy()
            picture.faded(surface, shown)
        self._draw_ring(canvas, left, top, scale, shown * self._heed)
        area = (0, 0, surface.get_width(), ground - top)
        canvas.blit(surface, (left, top), area, special_flags=picture.PREMULTIPLIED)
        for index, seconds in self._beads.items():
            bx, by = self._point(self._sheet.beads[index])
            self._light(
                canvas, left + (bx + PAD) * scale, top + (by + PAD) * scale, shown * seconds / BEAD_SECONDS
            )

    def _change_to(self, pose: str, expression: str) -> None:
        """Begin to fade from what is seen to what is wished, or to the nearest to it that there is."""
        known = {name for layer in self._poses[pose] for name in layer.sheet.faces}
        if expression not in known:
            expression = "calm" if "calm" in known else self._expression
        if (pose, expression) == (self._pose, self._expression):
            return
        self._before.fill((0, 0, 0, 0))
        self._before.blit(self._canvas, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
        self._pose, self._expression, self._change = pose, expression, 0.0

    def _forget_unseen(self) -> None:
        """Let go of what only other poses than the present one show."""
        shown = {one for layer in self._poses[self._pose] for one in layer.pictures}
        for pose, layers in self._poses.items():
            if pose != self._pose:
                for layer in layers:
                    layer.forget(shown)

    def _live(self, seconds: float) -> None:
        self._blinker.update(seconds)
        if self.singing:
            self._talker.sing(self._beat)
        elif self.speaking:
            self._talker.speak(seconds)
        else:
            self._talker.rest()
        self._vigour = eased(self._vigour, 1.0 if self.singing or self._beads else 0.0, seconds, 0.6)

    def _compose(self) -> None:
        """Draw the figure as it is now on its own canvas."""
        self._scaled = None
        expression = "singing" if self.singing and self._talker.shape else self._expression
        moment = Moment(
            self._clock, self._beat, self._vigour, expression, self._blinker.closed, self._talker.shape
        )
        blits = [
            (surface, (x + PAD, y + PAD))
            for layer in self._poses[self._pose]
            for surface, (x, y) in layer.blits(moment, self._point)
        ]
        self._canvas.fill((0, 0, 0, 0))
        self._canvas.fblits(blits, picture.PREMULTIPLIED)
        if self._shade < 1.0:
            level = round(255 * (DIM + (1 - DIM) * max(self._shade, 0.0)))
            self._canvas.fill((level, level, min(level + 8, 255), 255), special_flags=pygame.BLEND_RGBA_MULT)
        if self._change < 1.0:
            share = smooth(self._change)
            picture.faded(self._canvas, share)
            before = self._before.copy()
            picture.faded(before, 1 - share)
            self._canvas.blit(before, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)

    def _resized(self, height: int) -> pygame.Surface:
        if self._scaled is None or self._scaled[0] != height:
            scale = height / BAKED_HEIGHT
            size = round(self._canvas.get_width() * scale), round(self._canvas.get_height() * scale)
            self._scaled = height, pygame.transform.smoothscale(self._canvas, size)
        return self._scaled[1]

    def _point(self, point: Point) -> Point:
        """A point of the sheet, in the box as it faces."""
        return (self._sheet.size[0] - point[0], point[1]) if self._mirrored else point

    def _draw_ring(self, canvas: pygame.Surface, left: int, top: int, scale: float, share: float) -> None:
        """Draw the dotted ring of whoever listens, behind the figure, where there is a halo to go round."""
        radius = round(self._sheet.radius * RING_WIDER * scale)
        if radius == 0 or share < 1 / 255:
            return
        if self._ring is None or self._ring[0] != radius:
            half = radius + RING_DOT
            sketch = Sketch(2 * half, 2 * half, CRIMSON500)
            sketch.dotted_ring((half, half), radius, RING_DOT, CRIMSON500, RING_DOT * 2.8)
            self._ring = radius, sketch.done()
        ring = self._ring[1]
        ring.set_alpha(round(255 * share))
        x, y = self._point(self._sheet.centre)
        middle = round(left + (x + PAD) * scale), round(top + (y + PAD) * scale)
        canvas.blit(ring, ring.get_rect(center=middle))

    def _light(self, canvas: pygame.Surface, x: float, y: float, share: float) -> None:
        glow = self._glow.copy()
        level = round(255 * smooth(share))
        glow.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
        half = glow.get_width() / 2
        canvas.blit(glow, (round(x - half), round(y - half)), special_flags=pygame.BLEND_RGB_ADD)


def _glow(colour: pygame.Color, radius: int = 30) -> pygame.Surface:
    """A soft light to be added to the picture, white in its heart."""
    glow = pygame.Surface((2 * radius, 2 * radius), 0, 32)
    for r in range(radius, 0, -1):
        fall = (1 - r / radius) ** 2.2
        heart = max(0.0, 1 - r / (radius * 0.30))
        tone = [round(fall * (c + (255 - c) * heart)) for c in (colour.r, colour.g, colour.b)]
        pygame.draw.circle(glow, tone, (radius, radius), r)
    return glow
