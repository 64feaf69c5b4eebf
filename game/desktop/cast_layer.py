"""One part of a figure on the stage: its pictures, and how it breathes, sways, turns and plays."""

from __future__ import annotations

import math
from collections.abc import Callable, Container

import pygame

from game.desktop.cast_life import Moment
from game.desktop.cast_picture import Blit, Picture, Ribbon, Wardrobe
from game.desktop.cast_sheet import PartSheet, Point, Sway

Follow = tuple[float, float, float, float]
TURN_STEP = 0.06
PLAY_STEP = 0.2
STILL = Moment(seconds=0.0, beat=0.0, vigour=0.0, expression="calm", blinking=False, mouth=0)


class Layer:
    """A part that may lie still, breathe, sway, turn or play."""

    def __init__(
        self, sheet: PartSheet, wardrobe: Wardrobe, at: Callable[[PartSheet, int], Point], *, mirrored: bool
    ) -> None:
        self.sheet = sheet
        self._way = -1 if mirrored else 1
        files = tuple(dict.fromkeys(sheet.pictures()))
        self._plain = wardrobe.surface(files[0])
        self._place = place = at(sheet, self._plain.get_width())
        self._ribbons: dict[str, Ribbon] = {}
        self._pictures: dict[str, Picture] = {}
        self._wave: list[Follow] = []
        if sheet.sway:
            self._ribbons = {file: wardrobe.ribbon(file, place, 2 if sheet.breath else 1) for file in files}
            self._wave = _wave(sheet.sway, next(iter(self._ribbons.values())), self._way)
        else:
            self._pictures = {file: wardrobe.picture(file, place, 4 if sheet.breath else 1) for file in files}
        self._turned: tuple[float, Blit] | None = None
        self._rotations: dict[int, Blit] = {}

    @property
    def pictures(self) -> tuple[Picture | Ribbon, ...]:
        """All that it may show; other layers may share some of it."""
        return (*self._pictures.values(), *self._ribbons.values())

    def forget(self, besides: Container[Picture | Ribbon]) -> None:
        """Let go of what was made for drawing, `besides` what others still show."""
        self._rotations.clear()
        for one in self.pictures:
            if one not in besides:
                one.forget()

    def ready(self) -> None:
        """Prepare what is seen most of the time: the part itself, or its calm face."""
        file = self._file(STILL)
        if self.sheet.sway:
            self._ribbons[file].ready()
        else:
            self._pictures[file].ready()

    def blits(self, moment: Moment, mirror: Callable[[Point], Point]) -> list[Blit]:
        """What to blit in the figure's box; `mirror` takes points of the sheet to points as it faces."""
        rise = self._rise(moment)
        if self.sheet.sway:
            return self._ribbons[self._file(moment)].bent(self._bend(moment, self.sheet.sway), rise)
        if self.sheet.turn:
            return [self._wheel(moment)]
        if self.sheet.play and moment.vigour > 0.02:  # noqa: PLR2004 (less cannot be seen)
            return [self._played(moment, rise, mirror(self.sheet.play.pivot))]
        return [self._pictures[self._file(moment)].moved_by(0, rise)]

    def _file(self, moment: Moment) -> str:
        faces = self.sheet.faces
        if not faces:
            return self.sheet.file
        face = faces.get(moment.expression) or faces.get("calm") or next(iter(faces.values()))
        if moment.mouth and face.speak:
            return face.speak[min(moment.mouth, len(face.speak)) - 1]
        return face.blink if moment.blinking else face.still

    def _rise(self, moment: Moment) -> float:
        breath = self.sheet.breath
        if not breath:
            return 0.0
        return -breath.amp * (0.5 - 0.5 * math.cos(2 * math.pi * moment.seconds / breath.period))

    def _bend(self, moment: Moment, sway: Sway) -> list[float]:
        swing = 2 * math.pi * (moment.seconds / sway.period + sway.phase)
        a, b = math.sin(swing), math.cos(swing)
        c, d = math.sin(2.3 * swing), math.cos(2.3 * swing)
        return [a * p + b * q + c * r + d * s for p, q, r, s in self._wave]

    def _wheel(self, moment: Moment) -> Blit:
        angle = round(self.sheet.turn * moment.seconds / TURN_STEP) * TURN_STEP
        if self._turned is None or self._turned[0] != angle:
            turned = pygame.transform.rotozoom(self._plain, -angle, 1.0)
            width, height = self._plain.get_size()
            left = self._place[0] + (width - turned.get_width()) // 2
            top = self._place[1] + (height - turned.get_height()) // 2
            self._turned = angle, (turned, (left, top))
        return self._turned[1]

    def _played(self, moment: Moment, rise: float, pivot: Point) -> Blit:
        play = self.sheet.play
        swing = math.sin(math.pi * moment.beat) * math.cos(math.pi * moment.beat / 4)
        step = round(self._way * play.turn * moment.vigour * swing / PLAY_STEP) if play else 0
        if step not in self._rotations:
            self._rotations[step] = self._rotated(step * PLAY_STEP, pivot)
        surface, (left, top) = self._rotations[step]
        return surface, (left, top + round(rise))

    def _rotated(self, angle: float, pivot: Point) -> Blit:
        turned = pygame.transform.rotozoom(self._plain, -angle, 1.0)
        width, height = self._plain.get_size()
        centre = pygame.Vector2(self._place[0] + width / 2 - pivot[0], self._place[1] + height / 2 - pivot[1])
        centre = centre.rotate(angle)
        left, top = (
            pivot[0] + centre.x - turned.get_width() / 2,
            pivot[1] + centre.y - turned.get_height() / 2,
        )
        return turned, (round(left), round(top))


def _wave(sway: Sway, ribbon: Ribbon, way: int) -> list[Follow]:
    """For each strip, how far it follows the sine and cosine of a slow swing and of a quick one after it."""
    wave = []
    for row in ribbon.rows:
        s = min(row / max(ribbon.height, 1), 1.0)
        s = 1 - s if sway.anchor == "bottom" else s
        reach, slow, quick = way * sway.amp * s**1.5, 2.4 * s, 4.0 * s
        wave.append(
            (
                0.8 * reach * math.cos(slow),
                -0.8 * reach * math.sin(slow),
                0.2 * reach * math.cos(quick),
                -0.2 * reach * math.sin(quick),
            )
        )
    return wave
