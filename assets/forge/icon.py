"""The window's icon: the harp in gold on a disc of night, inside a ring of petals."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.desktop.signs import draw_sign
from game.desktop.sketch import Sketch, petal
from game.desktop.theme import GOLD300, GOLD500, INK800, INK950

SIZE = 256


def bake(out: Path) -> None:
    """Write `icon.png` to the folder `out`."""
    sheet = Sketch(SIZE, SIZE, GOLD500)
    middle = (SIZE / 2, SIZE / 2)
    sheet.disc(middle, 124, INK950)
    sheet.disc(middle, 104, INK800)
    for k in range(24):
        sheet.shape(petal(middle, k * 15, 106, 123 if k % 2 == 0 else 117, 9), GOLD500)
    sheet.ring(middle, 104, 3, GOLD500)
    sheet.ring(middle, 97, 1.5, GOLD500, 0.6)
    harp = Sketch(150, 150, GOLD300)
    draw_sign(harp, "harp", 146, GOLD300, 8)
    picture = sheet.done()
    picture.blit(harp.done(), (54, 52))
    pygame.image.save(picture, out / "icon.png")


if __name__ == "__main__":
    bake(Path(__file__).parents[1])
