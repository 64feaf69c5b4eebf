"""person.json: what a person's pictures are and how each of them moves."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Point = tuple[int, int]


@dataclass(frozen=True)
class Sway:
    """A part bends sideways from its anchor: pixels at its end, seconds a swing, share of a swing ahead."""

    amp: float
    period: float
    anchor: str
    phase: float


@dataclass(frozen=True)
class Breath:
    """A part rises and falls as one: pixels, and seconds a breath."""

    amp: float
    period: float


@dataclass(frozen=True)
class Play:
    """A part turns about a point in time with the music, by so many degrees."""

    turn: float
    pivot: Point


@dataclass(frozen=True)
class Face:
    """The pictures of one expression: still, blinking, and the mouths that speak it."""

    still: str
    blink: str
    speak: tuple[str, ...]

    def pictures(self) -> tuple[str, ...]:
        """Every file of it."""
        return (self.still, self.blink, *self.speak)


@dataclass(frozen=True)
class PartSheet:
    """One part of a pose: either one picture, or faces by expression."""

    name: str
    file: str
    at: Point
    turn: float
    sway: Sway | None
    breath: Breath | None
    play: Play | None
    faces: Mapping[str, Face]

    def pictures(self) -> tuple[str, ...]:
        """Every file that the part may show."""
        return (
            tuple(f for face in self.faces.values() for f in face.pictures()) if self.faces else (self.file,)
        )


@dataclass(frozen=True)
class PersonSheet:
    """A person's box, where they stand in it, their poses from back to front, and the beads of their halo."""

    name: str
    size: Point
    foot: Point
    facing: str
    poses: Mapping[str, tuple[PartSheet, ...]]
    beads: tuple[Point, ...]
    centre: Point
    """Of the halo."""
    radius: int
    """Of the halo; 0 for none."""
    colour: str


def read(folder: pathlib.Path) -> PersonSheet:
    """The sheet in a person's folder. OSError if there is none, ValueError if it cannot be understood."""
    try:
        return _person(json.loads((folder / "person.json").read_text(encoding="utf-8")))
    except (KeyError, TypeError, IndexError, AttributeError) as fault:
        message = f"{folder.name}/person.json cannot be understood: {fault!r}"
        raise ValueError(message) from fault


def _person(record: Mapping[str, Any]) -> PersonSheet:
    halo = record.get("halo", {})
    poses = {name: tuple(_part(p) for p in pose["parts"]) for name, pose in record["poses"].items()}
    if not poses:
        message = "there are no poses in it"
        raise ValueError(message)
    return PersonSheet(
        name=str(record["name"]),
        size=_point(record["size"]),
        foot=_point(record["foot"]),
        facing=str(record.get("facing", "right")),
        poses=poses,
        beads=tuple(_point(b) for b in halo.get("beads", ())),
        centre=_point(halo.get("centre", (0, 0))),
        radius=int(halo.get("radius", 0)),
        colour=str(halo.get("colour", "#ffdca0")),
    )


def _part(record: Mapping[str, Any]) -> PartSheet:
    sway, breath, play = record.get("sway"), record.get("breath"), record.get("play")
    return PartSheet(
        name=str(record["name"]),
        file=str(record.get("file", "")),
        at=_point(record["at"]),
        turn=float(record.get("turn", 0.0)),
        sway=sway
        and Sway(
            float(sway["amp"]), float(sway["period"]), sway.get("anchor", "top"), float(sway.get("phase", 0))
        ),
        breath=breath and Breath(float(breath["amp"]), float(breath["period"])),
        play=play and Play(float(play["turn"]), _point(play["pivot"])),
        faces={name: _face(record, name, file) for name, file in record.get("faces", {}).items()},
    )


def _face(record: Mapping[str, Any], name: str, still: str) -> Face:
    blink, speak = record.get("blink", still), record.get("speak", [])
    blink = blink.get(name, still) if isinstance(blink, dict) else blink
    speak = speak.get(name, []) if isinstance(speak, dict) else speak
    return Face(str(still), str(blink), tuple(str(s) for s in speak))


def _point(pair: Any) -> Point:
    x, y = pair
    return int(x), int(y)
