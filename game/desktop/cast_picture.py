"""Pictures that can lie between pixels, so that slow movement is smooth.

A picture is kept premultiplied, with copies of itself moved by fractions of a pixel; drawing picks the copy.
A copy is made when it is first drawn: most mouths and poses are never seen in every position.
"""

from __future__ import annotations

import math
import pathlib

import pygame

Blit = tuple[pygame.Surface, tuple[int, int]]

PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
STRIP = 4
ACROSS = 4
"""Steps between two pixels in which a strip moves sideways."""


def blank(size: tuple[int, int]) -> pygame.Surface:
    """An empty premultiplied surface."""
    return pygame.Surface(size, pygame.SRCALPHA, 32)


def load(file: pathlib.Path, *, mirrored: bool) -> pygame.Surface:
    """A picture file, premultiplied. Needs no display, so it may run on another thread."""
    loaded = pygame.image.load(file)
    straight = blank(loaded.get_size())
    straight.blit(loaded, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    if mirrored:
        straight = pygame.transform.flip(straight, flip_x=True, flip_y=False)
    return straight.premul_alpha()


def faded(surface: pygame.Surface, share: float) -> None:
    """Make a premultiplied surface more transparent, in place."""
    level = round(255 * min(max(share, 0.0), 1.0))
    surface.fill((level, level, level, level), special_flags=pygame.BLEND_RGBA_MULT)


def moved(surface: pygame.Surface, fraction: float, *, down: bool) -> pygame.Surface:
    """The picture moved right (or down) by a part of a pixel, with a border of two pixels on that axis.

    Cubic weights keep it as sharp as it was: a plain average would make breathing figures blur and clear.
    """
    f = fraction
    weights = (
        (0, 1 - 2.5 * f * f + 1.5 * f**3),
        (-1, -0.5 * f + f * f - 0.5 * f**3),
        (2, -0.5 * f * f + 0.5 * f**3),
        (1, 0.5 * f + 2 * f * f - 1.5 * f**3),
    )
    width, height = surface.get_size()
    out = blank((width, height + 4) if down else (width + 4, height))
    for tap, weight in weights:
        share = surface.copy()
        faded(share, abs(weight))
        place = (0, 2 + tap) if down else (2 + tap, 0)
        out.blit(share, place, special_flags=pygame.BLEND_RGBA_SUB if weight < 0 else pygame.BLEND_RGBA_ADD)
    return out


class Picture:
    """A picture in `across` × `down` steps between two pixels, at its place in the figure's box."""

    def __init__(
        self, surface: pygame.Surface, at: tuple[int, int], *, across: int = 1, down: int = 1
    ) -> None:
        self.at = at
        self.size = surface.get_size()
        self._across, self._down = across, down
        self._border = (2 if across > 1 else 0, 2 if down > 1 else 0)
        self._surface = surface
        self._copies: dict[tuple[int, int], pygame.Surface] = {}

    def forget(self) -> None:
        """Let go of the copies; they are made again when they are drawn."""
        self._copies.clear()

    def ready(self) -> None:
        """Make every copy now, so that none costs time while it is drawn."""
        for i in range(self._across):
            for j in range(self._down):
                self.copy(i, j)

    def copy(self, i: int, j: int) -> pygame.Surface:
        """The picture moved by i and j steps, with its border."""
        if (i, j) not in self._copies:
            column = moved(self._surface, i / self._across, down=False) if self._across > 1 else self._surface
            self._copies[i, j] = moved(column, j / self._down, down=True) if self._down > 1 else column
        return self._copies[i, j]

    def moved_by(self, x: float, y: float) -> Blit:
        """What to blit, and where in the box, to show the picture that far from its place."""
        column, i = self._step(x, self._across)
        row, j = self._step(y, self._down)
        left, top = self.at
        return self.copy(i, j), (left + column - self._border[0], top + row - self._border[1])

    @staticmethod
    def _step(value: float, steps: int) -> tuple[int, int]:
        whole = math.floor(value * steps + 0.5)
        return whole // steps, whole % steps


class Ribbon:
    """A picture cut into thin strips that can each be moved sideways: hair, cloth."""

    def __init__(self, surface: pygame.Surface, at: tuple[int, int], *, down: int) -> None:
        self._picture = Picture(surface, at, across=ACROSS, down=down)
        self.at, self.rows = at, range(0, surface.get_height() + (4 if down > 1 else 0), STRIP)
        self.height = surface.get_height()
        self._down = down
        self._strips: dict[int, list[list[pygame.Surface]]] = {}

    def forget(self) -> None:
        """Let go of the copies; they are made again when they are drawn."""
        self._picture.forget()
        self._strips.clear()

    def ready(self) -> None:
        """Make every copy now, so that none costs time while it is drawn."""
        for row in range(self._down):
            self._columns(row)

    def _columns(self, row: int) -> list[list[pygame.Surface]]:
        """The strips of each step across, moved down by a step."""
        if row not in self._strips:
            self._strips[row] = [self._cut(self._picture.copy(column, row)) for column in range(ACROSS)]
        return self._strips[row]

    def _cut(self, copy: pygame.Surface) -> list[pygame.Surface]:
        width, height = copy.get_size()
        return [copy.subsurface((0, y, width, min(STRIP, height - y))) for y in self.rows]

    def bent(self, offsets: list[float], y: float) -> list[Blit]:
        """What to blit to show each strip moved sideways by its own offset, and all of them down by y."""
        whole = math.floor(y * self._down + 0.5)
        left, top = self.at[0] - 2, self.at[1] + whole // self._down - (2 if self._down > 1 else 0)
        columns = self._columns(whole % self._down)
        steps = [math.floor(offset * ACROSS + 0.5) for offset in offsets]
        return [(columns[s % ACROSS][i], (left + s // ACROSS, top + i * STRIP)) for i, s in enumerate(steps)]


class Wardrobe:
    """A person's pictures, each loaded and cut once, whatever number of poses share it."""

    def __init__(self, folder: pathlib.Path, *, mirrored: bool) -> None:
        self._folder, self._mirrored = folder, mirrored
        self._surfaces: dict[str, pygame.Surface] = {}
        self._pictures: dict[tuple[str, tuple[int, int], int], Picture] = {}
        self._ribbons: dict[tuple[str, tuple[int, int], int], Ribbon] = {}

    def surface(self, file: str) -> pygame.Surface:
        """The picture as it was painted, or its mirror image."""
        if file not in self._surfaces:
            self._surfaces[file] = load(self._folder / file, mirrored=self._mirrored)
        return self._surfaces[file]

    def picture(self, file: str, at: tuple[int, int], down: int) -> Picture:
        """The picture at its place, in `down` steps between two pixels."""
        key = (file, at, down)
        if key not in self._pictures:
            self._pictures[key] = Picture(self.surface(file), at, down=down)
        return self._pictures[key]

    def ribbon(self, file: str, at: tuple[int, int], down: int) -> Ribbon:
        """The picture as strips that bend."""
        key = (file, at, down)
        if key not in self._ribbons:
            self._ribbons[key] = Ribbon(self.surface(file), at, down=down)
        return self._ribbons[key]
