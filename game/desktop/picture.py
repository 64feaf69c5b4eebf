"""A view of a place, decoded and graded: the slow part of a landscape, made away from the frame loop.

Only surface calls that need no display are used, so that a worker thread may run it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pygame

from game.desktop.grade import Colour, Grade, colour, hushed, number, unlit, veil
from game.desktop.life import living
from game.desktop.patches import cut
from game.desktop.theatre import ADD, OVER, WHOLE, Light, Sheet, Sway, bent, burning, flattened

Bead = tuple[float, float, float]
Words = Mapping[str, object]


class PictureError(Exception):
    """A view that cannot be shown: the message names the file and says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Beads:
    """Points of a picture that light up one after another."""

    points: tuple[Bead, ...]
    colour: Colour


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything of one view in one mood."""

    name: str
    size: tuple[int, int]
    focal: pygame.Rect
    side: str
    ground: int
    grade: Grade
    sheets: tuple[Sheet, ...]
    beads: Mapping[str, Beads]


def load(folder: Path, mood: str, time: str, size: tuple[int, int]) -> Picture:
    """The view in the folder, in a mood and perhaps a time of day, for a canvas of this size.

    A mood or time that the view does not know leaves it as it is. Raises PictureError.
    """
    path = folder / "view.json"
    try:
        words = json.loads(path.read_text(encoding="utf-8"))
        return _picture(folder, words, mood, time, size)
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot be read ({error})"
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, pygame.error) as error:
        message = f"{path}: {error}"
    raise PictureError(message)


def _picture(folder: Path, words: Words, mood: str, time: str, size: tuple[int, int]) -> Picture:
    width = number(_numbers(words, "size", 2)[0])
    scale = size[0] / width
    moods = cast("Mapping[str, Words]", words.get("moods", {}))
    grades = [Grade.read(moods[key]) for key in dict.fromkeys((mood, time)) if key in moods]
    grade = Grade(
        hush=max((g.hush for g in grades), default=0.0),
        pace=min((g.pace for g in grades), default=1.0),
        stiff=any(g.stiff for g in grades),
    )
    graded = _Graded(folder, scale, grades, grade.hush, str(words.get("hush", "")), size)
    shown = [
        layer
        for layer in cast("Sequence[Words]", words.get("layers", ()))
        if not layer.get("when") or {mood or "found", time} & set(str(layer["when"]).split("|"))
    ]
    lights = {
        name: Light(
            *(number(light.get(key, usual)) for key, usual in (("flicker", 0), ("breath", 0), ("period", 2)))
        )
        for name, light in cast("Mapping[str, Words]", words.get("lights", {})).items()
    }
    sheets = [graded.sheet(layer, lights) for layer in shown]
    beads: dict[str, Beads] = {}
    for entry in cast("Sequence[Words]", words.get("life", ())):
        if entry.get("when") and not {mood or "found", time} & set(str(entry["when"]).split("|")):
            continue
        sheet = next((s for s in sheets if s.name == entry.get("after")), sheets[-1])
        if entry.get("kind") == "beads":
            name = str(entry.get("name", "lamps"))
            beads[name] = _beads(entry, scale, grades)
            sheet.beads.append(name)
        elif life := living(entry, scale, _tint(grades, grade)):
            sheet.life.append(life)
    x, y, wide, high = (number(n) * scale for n in _numbers(words, "focal", 4))
    return Picture(
        name=str(words.get("name", folder.name)),
        size=size,
        focal=pygame.Rect(round(x), round(y), round(wide), round(high)),
        side=str(words.get("side", "right")),
        ground=round(number(words.get("ground", 720)) * scale),
        grade=grade,
        sheets=tuple(flattened(sheets, size)),
        beads=beads,
    )


@dataclass(frozen=True, slots=True)
class _Graded:
    """How the layers of one view are brought into one mood."""

    folder: Path
    scale: float
    grades: Sequence[Grade]
    hush: float
    hush_order: str
    size: tuple[int, int]

    def sheet(self, words: Words, lights: Mapping[str, Light]) -> Sheet:
        """One layer, decoded, graded and ready to be drawn."""
        name = str(words["name"])
        picture = pygame.image.load(self.folder / str(words["file"]))
        if self.scale != 1:
            picture = pygame.transform.smoothscale_by(picture, self.scale)
        x, y = (round(number(n) * self.scale) for n in _numbers(words, "at", 2))
        added = words.get("blend") == "add"
        opaque = not added and not picture.get_flags() & pygame.SRCALPHA
        flags = 0 if added or opaque else pygame.SRCALPHA
        plain = picture
        if self.hush or not all(grade.plain for grade in self.grades):
            plain = pygame.Surface(picture.get_size(), flags, 32)
            plain.blit(picture, (0, 0), special_flags=pygame.BLEND_RGBA_ADD if flags else 0)
        for grade in self.grades:
            plain = grade.over_light(plain) if added else grade.over(plain)
        if self.hush:
            here = self._veil(pygame.Rect((x, y), plain.get_size()))
            plain = unlit(plain, here) if added else hushed(plain, here)
        sheet = Sheet(name, [], (x, y), number(words.get("depth", 0)), _blend(added=added, opaque=opaque))
        shown = plain.premul_alpha() if flags else plain
        if isinstance(sway := words.get("sway"), dict):
            sheet.sway = Sway(number(sway.get("period", 5)), number(sway.get("phase", 0)))
            amp = max(1, round(number(sway.get("amp", 3)) * self.scale))
            sheet.surfaces = bent(shown, amp, sheet.blend, rooted=sway.get("anchor") == "bottom")
            sheet.at = (x - amp, y)
        elif added and (light := lights.get(str(words.get("light")))) and light.depth:
            sheet.light = light
            sheet.surfaces = burning(shown, light.depth)
        else:
            sheet.surfaces = [cut(shown, sheet.blend)]
        return sheet

    def _veil(self, here: pygame.Rect) -> pygame.Surface:
        order = pygame.image.load(self.folder / self.hush_order) if self.hush_order else None
        whole = veil(order, self.hush, self.size)
        part = pygame.Surface(here.size, 0, 32)
        inside = here.clip(whole.get_rect())
        part.fill(whole.get_at((0, 0)))
        part.blit(whole, (inside.x - here.x, inside.y - here.y), inside)
        return part


def _blend(*, added: bool, opaque: bool) -> int:
    return ADD if added else WHOLE if opaque else OVER


def _numbers(words: Words, key: str, count: int) -> Sequence[object]:
    found = words.get(key)
    if not isinstance(found, list) or len(found) != count:
        message = f"{key!r} should be {count} numbers"
        raise ValueError(message)
    return found


def _tint(grades: Sequence[Grade], whole: Grade) -> Grade:
    """The grade for what is drawn by code: the first one's colours, the whole one's pace."""
    first = grades[-1] if grades else whole
    return Grade(first.saturation, first.multiply, first.add, whole.hush, whole.pace, whole.stiff)


def _beads(words: Words, scale: float, grades: Sequence[Grade]) -> Beads:
    plain = colour(words.get("colour", "#ffb45c"))
    for grade in grades:
        plain = grade.tinted(plain)
    points = []
    for point in cast("Sequence[Sequence[object]]", words["at"]):
        x, y, radius = (number(n) * scale for n in point)
        points.append((x, y, radius))
    return Beads(tuple(points), plain)
