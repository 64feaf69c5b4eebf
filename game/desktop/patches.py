"""A layer cut into patches: what is empty is left out, and what covers wholly is merely copied.

Most of a painted layer is either empty or opaque. Blending it all costs several times as much, and the
picture is the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import pygame

SIDE: Final = 48
"""Pixels along the side of the squares in which a layer is looked at."""
WHOLE: Final = 0
SEEN_THROUGH: Final = 255
"""Whatever has less alpha."""
GLANCED: Final = ((1, 1), (0, 0), (2, 0), (0, 2), (2, 2))
"""The middle of a square and its corners, in halves of its side."""

Piece = tuple[pygame.Surface, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Patches:
    """What is to be blended of a layer, and what is to be copied, each with its place in the layer."""

    size: tuple[int, int]
    blend: int
    """How the first are blended."""
    blended: tuple[Piece, ...]
    copied: tuple[Piece, ...] = ()

    def draw(self, canvas: pygame.Surface, at: tuple[int, int]) -> None:
        """Draw the layer with its top left at a point."""
        x, y = at
        if self.copied:
            canvas.fblits([(piece, (x + left, y + top)) for piece, (left, top) in self.copied])
        canvas.fblits([(piece, (x + left, y + top)) for piece, (left, top) in self.blended], self.blend)

    def draw_faded(self, canvas: pygame.Surface, at: tuple[int, int], part: float) -> None:
        """Draw the layer at a part 0…1 of its strength."""
        x, y = at
        level = max(0, min(255, round(255 * part)))
        faded = []
        for piece, (left, top) in self.blended:
            copy = piece.copy()
            copy.fill((level,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
            faded.append((copy, (x + left, y + top)))
        canvas.fblits(faded, self.blend)
        for piece, (left, top) in self.copied:
            piece.set_alpha(level)
            canvas.blit(piece, (x + left, y + top))
            piece.set_alpha(None)

    def dimmed(self, level: int) -> Patches:
        """The layer, an added light, at a level of 0 to 255."""
        made = []
        for piece, at in self.blended:
            copy = piece.copy()
            copy.fill((level,) * 3, special_flags=pygame.BLEND_RGB_MULT)
            made.append((copy, at))
        return Patches(self.size, self.blend, tuple(made))


def whole(surface: pygame.Surface, blend: int) -> Patches:
    """The layer in one piece."""
    if blend == WHOLE:
        return Patches(surface.get_size(), blend, (), ((surface, (0, 0)),))
    return Patches(surface.get_size(), blend, ((surface, (0, 0)),))


def cut(surface: pygame.Surface, blend: int) -> Patches:
    """Cut a layer to pieces: a premultiplied one, or a light that is added; of any order of bytes."""
    if blend == WHOLE:
        plain = pygame.Surface(surface.get_size(), 0, 32)
        plain.blit(surface, (0, 0))
        return whole(plain, blend)
    kinds: dict[bool, list[Piece]] = {True: [], False: []}
    for opaque, rect in _areas(surface):
        piece = pygame.Surface(
            rect.size, 0 if opaque or blend == pygame.BLEND_RGB_ADD else pygame.SRCALPHA, 32
        )
        piece.blit(surface, (0, 0), rect, special_flags=0 if opaque else pygame.BLEND_RGBA_ADD)
        kinds[opaque].append((piece, rect.topleft))
    return Patches(surface.get_size(), blend, tuple(kinds[False]), tuple(kinds[True]))


def _areas(surface: pygame.Surface) -> Iterator[tuple[bool, pygame.Rect]]:
    """Give where there is something to see, and whether it covers what lies behind it."""
    width, height = surface.get_size()
    light = not surface.get_flags() & pygame.SRCALPHA
    surface.set_colorkey((0, 0, 0) if light else None)
    growing: dict[tuple[bool, int, int], pygame.Rect] = {}
    for y in range(0, height, SIDE):
        squares = [
            pygame.Rect(x, y, min(SIDE, width - x), min(SIDE, height - y)) for x in range(0, width, SIDE)
        ]
        runs: dict[tuple[bool, int, int], pygame.Rect] = {}
        for opaque, group in groupby(squares, lambda square: _opaque(surface.subsurface(square))):
            if opaque is not None:
                first, *others = group
                run = first.unionall(others)
                runs[opaque, run.x, run.width] = run
        for key in growing.keys() - runs.keys():
            yield key[0], growing[key]
        growing = {key: growing[key].union(run) if key in growing else run for key, run in runs.items()}
    for (opaque, _, _), area in growing.items():
        yield opaque, area
    surface.set_colorkey(None)


def _opaque(square: pygame.Surface) -> bool | None:
    """Whether a square covers what lies behind it; None if there is nothing in it."""
    width, height = square.get_size()
    light = not square.get_flags() & pygame.SRCALPHA
    # Most squares are known by a glance at some of their pixels.
    glanced = [square.get_at((x * (width - 1) // 2, y * (height - 1) // 2)) for x, y in GLANCED]
    if light:
        lit = any(tone.r or tone.g or tone.b for tone in glanced) or square.get_bounding_rect().width
        return False if lit else None
    if not any(tone.a for tone in glanced) and not square.get_bounding_rect(1).width:
        return None
    if any(tone.a < SEEN_THROUGH for tone in glanced):
        return False
    count: int = pygame.mask.from_surface(square, SEEN_THROUGH - 1).count()
    return count == width * height
