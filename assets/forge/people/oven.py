"""Baking: sprites become cropped pictures, and person.json says where they lie and how they move."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from .figure import Paper, Person, Sprite, lay
from .paper import ATOP, linear, paint, radial

SCALE = 1.36
FINE = 2
OVERSCAN = 8
LEFT, TOP, RIGHT, BOTTOM = -300, -130, 300, 420
FACES = ("", "_blink", "_a", "_b")
GLYPH = "glyph.webp"


def bake_person(person: Person, out: Path) -> None:
    """Write every part of the person and person.json into a folder, and drop what is no longer named."""
    out.mkdir(parents=True, exist_ok=True)
    oven = _Oven(person, out)
    poses = {
        pose: {"parts": [oven.entry(pose, s) for s in sprites]} for pose, sprites in person.poses.items()
    }
    _write(person, poses, out)
    kept = {*oven.known.values(), GLYPH}
    for old in out.glob("*.webp"):
        if old.name not in kept:
            old.unlink()


def picture(
    person: Person,
    pose: str,
    expression: str = "calm",
    face: int = 0,
    zoom: float = 1.0,
    *,
    halo: bool = True,
) -> Image.Image:
    """A whole figure as it stands at rest, for looking at; zoom 1 is as the game shows it."""
    scale = SCALE * person.size * zoom
    size = (round((RIGHT - LEFT) * scale), round((BOTTOM - TOP) * scale))
    whole = np.zeros((size[1], size[0], 4), np.float32)
    for sprite in person.poses[pose]:
        if not (halo or sprite.graded):
            continue
        faces = sprite.faces.get(expression)
        paper = faces[min(face, len(faces) - 1)] if faces else sprite.paper
        layer = _raster(person, paper, sprite, scale).astype(np.float32)
        whole = layer + whole * (1 - layer[..., 3:] / 255)
    base = round((person.base - TOP) * scale)
    return Image.fromarray(_straight(whole[:base]))


class _Oven:
    """Rasterises sprites; a picture that several poses have in common is written once."""

    def __init__(self, person: Person, out: Path) -> None:
        self.person, self.out = person, out
        self.known: dict[bytes, str] = {}

    def entry(self, pose: str, sprite: Sprite) -> dict[str, object]:
        """The part's lines in person.json, its pictures written."""
        entry: dict[str, object] = {"name": sprite.name}
        if not sprite.faces:
            picture, at = _crop(self._raster(sprite.paper, sprite))
            entry |= {"file": self._save(picture, f"{sprite.name}_{pose}"), "at": at}
            return entry | self._motion(sprite)
        rasters = {name: [self._raster(p, sprite) for p in papers] for name, papers in sprite.faces.items()}
        box = _box(np.maximum.reduce([r[..., 3] for rs in rasters.values() for r in rs]))
        x0, y0, x1, y1 = box
        files = {
            name: [
                self._save(_straight(r[y0:y1, x0:x1]), f"{sprite.name}_{pose}_{name}{end}")
                for r, end in zip(rs, FACES, strict=False)
            ]
            for name, rs in rasters.items()
        }
        entry |= {"at": [x0, y0], "faces": {name: f[0] for name, f in files.items()}}
        if all(len(f) == len(FACES) for f in files.values()):
            entry["blink"] = {name: f[1] for name, f in files.items()}
            entry["speak"] = {name: f[2:] for name, f in files.items()}
        return entry | self._motion(sprite)

    def _raster(self, paper: Paper, sprite: Sprite) -> NDArray[np.uint8]:
        return _raster(self.person, paper, sprite, SCALE * self.person.size)

    def _motion(self, sprite: Sprite) -> dict[str, object]:
        motion = dict(sprite.motion)
        play = motion.get("play")
        if isinstance(play, dict):
            motion["play"] = {**play, "pivot": field_point(self.person, play["pivot"])}
        return motion

    def _save(self, pixels: NDArray[np.uint8] | Image.Image, name: str) -> str:
        image = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
        key = image.tobytes() + repr(image.size).encode()
        if key not in self.known:
            self.known[key] = f"{name}.webp"
            image.save(self.out / self.known[key], quality=90, method=6, alpha_quality=95)
        return self.known[key]


def field_point(person: Person, point: object) -> list[int]:
    """Figure units to pixels of the whole raster."""
    x, y = point
    scale = SCALE * person.size
    return [round((x - LEFT) * scale), round((y - TOP) * scale)]


def _raster(person: Person, paper: Paper, sprite: Sprite, scale: float) -> NDArray[np.uint8]:
    """Premultiplied RGBA of one sprite on the whole field."""
    fine = scale * FINE
    width, height = round((RIGHT - LEFT) * scale), round((BOTTOM - TOP) * scale)
    surface = skia.Surface(width * FINE, height * FINE)
    canvas = surface.getCanvas()
    canvas.scale(fine, fine)
    canvas.translate(-LEFT, -TOP)
    canvas.saveLayer(None, None)
    lay(canvas, paper, person.palette)
    if sprite.graded:
        _grade(canvas, person)
    canvas.restore()
    big = np.zeros((height * FINE, width * FINE, 4), np.uint8)
    layout = skia.ImageInfo.Make(
        width * FINE, height * FINE, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType
    )
    surface.readPixels(layout, big, big.strides[0])
    pixels = cv2.resize(big, (width, height), interpolation=cv2.INTER_AREA)
    pixels[round((person.base - TOP) * scale) + OVERSCAN :] = 0
    return np.ascontiguousarray(pixels)


def _grade(canvas: skia.Canvas, person: Person) -> None:
    """One light over all parts: cool away from the halo, dark towards the ground, warm beside the face."""
    p, (x, y), k = person.palette, person.halo.centre, person.grade
    field = skia.Rect(LEFT, TOP, RIGHT, BOTTOM)
    washes: Iterator[skia.Shader] = iter(
        (
            linear((x - 10, 0), (x - 190, 60), [(p.ink, 0), (p.halo, 0.30 * k)]),
            linear((0, 225), (0, 450), [(p.ink, 0), (p.ink, 0.24 * k), (p.ink, 0.56 * k)], [0, 0.5, 1]),
            radial((x + 60, y + 10), 210, [(p.glow, 0.12 * k), (p.glow, 0.05 * k), (p.glow, 0)], [0, 0.5, 1]),
        )
    )
    for wash in washes:
        canvas.drawRect(field, paint(wash, blend=ATOP))


def _box(alpha: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(alpha.max(1) > 2), np.flatnonzero(alpha.max(0) > 2)
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _crop(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], list[int]]:
    x0, y0, x1, y1 = _box(pixels[..., 3])
    return _straight(pixels[y0:y1, x0:x1]), [x0, y0]


def _straight(pixels: NDArray[np.generic]) -> NDArray[np.uint8]:
    p = pixels.astype(np.float32)
    p[..., :3] = np.clip(p[..., :3] * 255 / np.maximum(p[..., 3:], 1), 0, 255)
    return np.round(p).astype(np.uint8)


def _write(person: Person, poses: dict[str, dict[str, list[dict[str, object]]]], out: Path) -> None:
    x0 = y0 = 10**6
    x1 = y1 = 0
    parts = [part for pose in poses.values() for part in pose["parts"]]
    for part in parts:
        x, y = part["at"]
        w, h = Image.open(out / str(part.get("file") or next(iter(part["faces"].values())))).size
        x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x + w), max(y1, y + h)
    base = field_point(person, (0, person.base))[1]

    def shifted(p: object) -> list[int]:
        return [p[0] - x0, p[1] - y0]

    for part in parts:
        part["at"] = shifted(part["at"])
        play = part.get("play")
        if isinstance(play, dict):
            part["play"] = {**play, "pivot": shifted(play["pivot"])}
    seats = [shifted(field_point(person, seat)) for seat, _ in person.halo.seats()]
    record = {
        "name": person.name,
        "size": [x1 - x0, base - y0],
        "foot": [field_point(person, (person.foot, 0))[0] - x0, base - y0],
        "facing": "right",
        "poses": poses,
        "halo": {
            "centre": shifted(field_point(person, person.halo.centre)),
            "radius": round(person.halo.radius * SCALE * person.size),
            "beads": seats,
            "colour": person.palette.glow,
        },
        "glyph": GLYPH,
    }
    (out / "person.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
