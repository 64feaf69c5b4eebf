"""The signs of the interface: lines in a box of one, drawn with a two-pixel pen; and the harp."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.desktop.sketch import Point, Sketch, cubic, polar

STRINGS: Final = ((34.0, 31, 42.2), (43.5, 26, 59.8), (53.0, 20.5, 93), (62.5, 17.5, 89.3), (72.0, 17, 71.2))
"""The harp's strings in a box of 100: across, top and foot."""

Pen = Callable[[list[Point]], None]


def _menu(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    for y in (-0.5, 0, 0.5):
        draw([(-0.7, y), (0.7, y)])


def _history(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    draw([polar((0, 0), 0.75, degrees) for degrees in range(-140, 161, 12)])
    draw([(0, -0.4), (0, 0.05), (0.32, 0.25)])
    draw([(-0.62, -0.85), (-0.58, -0.42), (-0.15, -0.46)])


def _journal(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    draw([(-0.6, -0.8), (0.35, -0.8), (0.6, -0.55), (0.6, 0.8), (-0.6, 0.8), (-0.6, -0.8)])
    for y in (-0.25, 0.1, 0.45):
        draw([(-0.3, y), (0.3, y)])


def _web(draw: Pen, sketch: Sketch, size: float, ink: str) -> None:
    points = [(-0.7, 0.45), (0.0, -0.7), (0.7, 0.3), (0.0, 0.1)]
    for one, other in ((0, 3), (1, 3), (2, 3), (0, 1)):
        draw([points[one], points[other]])
    for x, y in points:
        sketch.disc(((x + 1) * size / 2, (y + 1) * size / 2), size * 0.085, ink)


def _book(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    for side in (-1, 1):
        top = cubic((0, -0.5), (side * 0.3, -0.8), (side * 0.7, -0.7), (side * 0.9, -0.6))
        bottom = cubic((side * 0.9, 0.6), (side * 0.6, 0.5), (side * 0.3, 0.5), (0, 0.75))
        draw(top + bottom)
    draw([(0, -0.5), (0, 0.75)])


def _save(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    draw([(-0.5, -0.8), (0.5, -0.8), (0.5, 0.8), (0, 0.4), (-0.5, 0.8), (-0.5, -0.8)])


def _play(_draw: Pen, sketch: Sketch, size: float, ink: str) -> None:
    sketch.shape(
        [((x + 1) * size / 2, (y + 1) * size / 2) for x, y in ((-0.45, -0.65), (0.7, 0), (-0.45, 0.65))], ink
    )


def _pause(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    for x in (-0.35, 0.35):
        draw([(x, -0.6), (x, 0.6)])


def _skip(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    for x in (-0.6, 0.05):
        draw([(x, -0.55), (x + 0.55, 0), (x, 0.55)])


def _back(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    draw([(0.3, -0.65), (-0.4, 0), (0.3, 0.65)])


def _forward(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    draw([(-0.3, -0.65), (0.4, 0), (-0.3, 0.65)])


def _close(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    draw([(-0.55, -0.55), (0.55, 0.55)])
    draw([(-0.55, 0.55), (0.55, -0.55)])


def _sharp(draw: Pen, sketch: Sketch, size: float, ink: str) -> None:
    for x in (-0.2, 0.2):
        draw([(x, -0.88 - x * 0.3), (x, 0.88 - x * 0.3)])
    _bars(sketch, size, ink, 0.45, 0.3)


def _flat(draw: Pen, _sketch: Sketch, _size: float, _ink: str) -> None:
    draw([(-0.3, -0.95), (-0.3, 0.6), *cubic((-0.3, 0.6), (0.1, 0.4), (0.45, 0.05), (0.3, -0.15))])
    draw(cubic((0.3, -0.15), (0.15, -0.4), (-0.15, -0.2), (-0.3, 0.0)))


def _natural(draw: Pen, sketch: Sketch, size: float, ink: str) -> None:
    draw([(-0.22, -0.9), (-0.22, 0.42)])
    draw([(0.22, -0.42), (0.22, 0.9)])
    _bars(sketch, size, ink, 0.22, 0.32)


def _bars(sketch: Sketch, size: float, ink: str, half: float, apart: float) -> None:
    """The two slanting bars of a sharp or a natural, thicker than its stems."""
    for y in (-apart, apart):
        corners = ((-half, y + 0.02), (half, y - 0.2), (half, y - 0.02), (-half, y + 0.2))
        sketch.shape([((u + 1) * size / 2, (v + 1) * size / 2) for u, v in corners], ink)


def _harp(draw: Pen, sketch: Sketch, size: float, ink: str) -> None:
    def at(u: float, v: float) -> Point:
        return (u - 50) / 50, (v - 50) / 50

    neck = cubic(at(22, 20), at(34, 40), at(52, 2), at(76, 12))
    pillar = cubic(at(76, 12), at(88, 44), at(80, 74), at(60, 94))
    draw([*neck, *pillar, at(50, 94), at(22, 20)])
    draw(cubic(at(76, 12), at(84, 4), at(94, 10), at(89, 18)))
    for u, top, foot in STRINGS:
        ends = [((x + 1) * size / 2, (y + 1) * size / 2) for x, y in (at(u, top), at(u, foot))]
        sketch.stroke(ends, max(1.0, size * 0.022), ink, 0.9)


SIGNS: Final[dict[str, Callable[[Pen, Sketch, float, str], None]]] = {
    "menu": _menu,
    "history": _history,
    "journal": _journal,
    "web": _web,
    "book": _book,
    "save": _save,
    "play": _play,
    "pause": _pause,
    "skip": _skip,
    "back": _back,
    "forward": _forward,
    "close": _close,
    "sharp": _sharp,
    "flat": _flat,
    "natural": _natural,
    "harp": _harp,
}


def draw_sign(sketch: Sketch, name: str, size: float, ink: str, width: float) -> None:
    """Draw the sign called `name` into a box of `size` pixels at the sketch's corner."""

    def draw(points: list[Point]) -> None:
        sketch.stroke([((x + 1) * size / 2, (y + 1) * size / 2) for x, y in points], width, ink)

    SIGNS[name](draw, sketch, size, ink)
