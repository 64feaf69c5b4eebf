"""A view in layers, and its baking: cropped WebP layers with a view.json beside them.

Layers are kept as the player lays them: premultiplied RGBA "over", or RGB light that is added.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from assets.forge.paint.colour import Floats, mix, step
from assets.forge.paint.filters import blur
from assets.forge.paint.frame import Frame, over

_SEEN = 0.6 / 255


@dataclass
class Layer:
    """One sheet of the paper theatre; `extra` are further fields of its entry in view.json."""

    name: str
    picture: Floats
    depth: float
    blend: str = "alpha"
    quality: int = 92
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def opaque(self) -> bool:
        """Whether nothing behind this layer can be seen."""
        return self.blend == "alpha" and self.picture.shape[2] == 3


@dataclass
class View:
    """A painted view: its layers from back to front and everything else that view.json says."""

    name: str
    frame: Frame
    words: dict[str, Any]
    layers: list[Layer] = field(default_factory=list)
    hush: Floats | None = None
    """What the Hush takes first (1) and last (0), a value for every pixel of the frame."""

    def add(self, name: str, picture: Floats, depth: float, **extra: Any) -> Floats:
        """Lay a premultiplied RGBA (or opaque RGB) layer on top; returns it."""
        quality = extra.pop("quality", 92)
        self.layers.append(Layer(name, picture.astype(np.float32), depth, "alpha", quality, extra))
        return picture

    def light(self, name: str, picture: Floats, depth: float, **extra: Any) -> Floats:
        """Lay a layer of added light (RGB) on top; returns it."""
        quality = extra.pop("quality", 84)
        self.layers.append(Layer(name, picture.astype(np.float32), depth, "add", quality, extra))
        return picture

    def flat(self, *, moods: tuple[str, ...] = ("found",)) -> Floats:
        """All layers in one picture at rest, with the details of the given moods."""
        picture = np.zeros((*self.frame.shape, 3), np.float32)
        for layer in self.layers:
            when = layer.extra.get("when")
            if when and not set(when.split("|")) & set(moods):
                continue
            picture = picture + layer.picture if layer.blend == "add" else laid(picture, layer)
            picture = np.clip(picture, 0, 1)
        return picture

    def bake(self, folder: Path) -> int:
        """Write every layer and view.json into the folder; returns the bytes written."""
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.webp"):
            old.unlink()
        entries = [self._write(layer, folder) for layer in self.layers]
        words = {"name": self.name, "size": [self.frame.width, self.frame.height], **self.words}
        words["layers"] = entries
        if self.hush is not None:
            words["hush"] = "hush.webp"
            mx, my = self.frame.margin
            seen = self.hush[my : my + self.frame.height, mx : mx + self.frame.width]
            small = eight_bits(cv2.resize(seen, (160, 90), interpolation=cv2.INTER_AREA)[..., None])
            Image.fromarray(np.repeat(small, 3, 2), "RGB").save(folder / "hush.webp", quality=80, method=6)
        (folder / "view.json").write_text(_layout(words), encoding="utf-8")
        return sum(path.stat().st_size for path in folder.iterdir())

    def _write(self, layer: Layer, folder: Path) -> dict[str, Any]:
        left, top, picture = cropped(layer)
        path = folder / f"{layer.name}.webp"
        if layer.blend == "alpha" and picture.shape[2] == 4:
            Image.fromarray(eight_bits(straight(picture)), "RGBA").save(
                path, quality=layer.quality, alpha_quality=90, method=6, exact=True
            )
        else:
            Image.fromarray(eight_bits(picture), "RGB").save(path, quality=layer.quality, method=6)
        at = [left - self.frame.margin[0], top - self.frame.margin[1]]
        entry = {"name": layer.name, "file": path.name, "at": at, "depth": layer.depth, "blend": layer.blend}
        return entry | layer.extra


def laid(picture: Floats, layer: Layer) -> Floats:
    """The picture under an alpha layer."""
    return layer.picture if layer.opaque else over(picture, layer.picture)


def cropped(layer: Layer) -> tuple[int, int, Floats]:
    """Left, top and the part of the layer in which anything is seen (at least one pixel)."""
    picture = layer.picture
    seen = picture.max(2) if layer.blend == "add" else picture[..., -1] if not layer.opaque else None
    if seen is None:
        return 0, 0, picture
    rows, columns = np.where((seen > _SEEN).any(1))[0], np.where((seen > _SEEN).any(0))[0]
    if not len(rows):
        return 0, 0, picture[:1, :1]
    return int(columns[0]), int(rows[0]), picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def straight(picture: Floats) -> Floats:
    """Unpremultiplied RGBA; hidden pixels carry the nearest colour, so that compression leaves no seam."""
    alpha = picture[..., 3:]
    spread, weight = picture[..., :3], alpha[..., 0]
    filled = spread / np.maximum(alpha, 1e-4)
    for sigma in (1.5, 6.0, 24.0):
        near, mass = blur(spread, sigma), blur(weight, sigma)[..., None]
        guess = near / np.maximum(mass, 1e-4)
        filled = np.where(alpha > 0.02, filled, np.where(mass > 1e-3, guess, filled))
        if sigma == 1.5:
            filled = np.where(alpha > 0.02, filled, guess)
    return np.dstack([np.clip(filled, 0, 1), alpha])


def eight_bits(picture: Floats, seed: int = 3) -> np.ndarray:
    """The picture as bytes, with triangular dither where it is not empty."""
    random = np.random.default_rng(seed)
    noise = random.random((*picture.shape[:2], 1), np.float32) - random.random(
        (*picture.shape[:2], 1), np.float32
    )
    noise = np.where(picture.max(2, keepdims=True) > _SEEN, noise, 0)
    return np.clip(picture * 255 + 0.5 + noise * 0.5, 0, 255).astype(np.uint8)


def finished(
    frame: Frame,
    picture: Floats,
    *,
    vignette: float = 0.35,
    centre: tuple[float, float] = (0.5, 0.5),
    tint: str = "#0a0618",
    contrast: float = 0.12,
) -> Floats:
    """Soft S-curve and vignette, for layers that never move against each other."""
    away = np.hypot((frame.x / frame.width - centre[0]) * 1.05, (frame.y / frame.height - centre[1]) * 0.95)
    dim = mix(np.clip(picture[..., :3], 0, 1), tint, step(0.28, 0.85, away) * vignette)
    return np.clip(dim + contrast * (dim - 0.5) * dim * (1 - dim) * 2.4, 0, 1)


def contact(view: View, path: Path, *, width: int = 1280, moods: tuple[str, ...] = ("found",)) -> None:
    """Save the flat picture as the player sees it at rest, for looking at."""
    mx, my = view.frame.margin
    picture = view.flat(moods=moods)[my : my + view.frame.height, mx : mx + view.frame.width]
    if width != view.frame.width:
        size = (width, round(width * view.frame.height / view.frame.width))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    Image.fromarray(eight_bits(picture), "RGB").save(path)


def _layout(words: dict[str, Any]) -> str:
    """JSON with one layer, life entry or mood on a line: short, and kind to a diff."""
    lines = []
    for key, value in words.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            items = ",\n".join(f"    {json.dumps(item)}" for item in value)
            lines.append(f'  "{key}": [\n{items}\n  ]')
        elif isinstance(value, dict):
            items = ",\n".join(f"    {json.dumps(k)}: {json.dumps(v)}" for k, v in value.items())
            lines.append(f'  "{key}": {{\n{items}\n  }}')
        else:
            lines.append(f'  "{key}": {json.dumps(value)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"
