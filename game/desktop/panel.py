"""Grounds for text: the wing over a picture, cards, vellum pages, plates, and the gilt frame of a menu."""

from __future__ import annotations

import random
from functools import cache, lru_cache
from typing import Final, Literal

import pygame

from game.desktop.ornament import Ornaments
from game.desktop.theme import GILTBROWN, GOLD300, GOLD500, INK900, INK950, PAPER, Theme
from game.desktop.theme import colour as as_colour

Edge = Literal["left", "right", "top", "none"]
"""On which side of a wing its feathered inner edge lies."""

BLUR_AT: Final = 8
"""Pictures are blurred at an eighth of their size."""


def soft(picture: pygame.Surface, size: tuple[int, int], radius: int = 3) -> pygame.Surface:
    """The picture, blurred, at an eighth of a size."""
    small = pygame.transform.smoothscale(picture, (max(2, size[0] // BLUR_AT), max(2, size[1] // BLUR_AT)))
    return pygame.transform.gaussian_blur(small, radius)


def blurred(picture: pygame.Surface, size: tuple[int, int], radius: int = 3) -> pygame.Surface:
    """The picture, soft, at another size."""
    return pygame.transform.smoothscale(soft(picture, size, radius), size)


def washed(picture: pygame.Surface, ink: str, share: float) -> pygame.Surface:
    """The picture under `share` (0–1) of an ink."""
    made = picture.copy()
    veil = pygame.Surface(made.get_size())
    veil.fill(as_colour(ink))
    veil.set_alpha(round(255 * share))
    made.blit(veil, (0, 0))
    return made


def wing(picture: pygame.Surface, rect: pygame.Rect, edge: Edge, theme: Theme) -> pygame.Surface:
    """The wing's ground for `rect`: the picture behind it blurred, washed with ink, feathered at one edge.

    `picture` is what stands behind `rect`, at any size. The surface is `rect` and the feather beyond it.
    """
    feather = theme.px(80)
    grown = grown_rect(rect, edge, feather)
    ground = washed(blurred(picture, grown.size), INK950, theme.panel).convert_alpha()
    if edge == "none":
        return ground
    run = round(feather * 1.5)
    for step in range(run):
        soft = step / run
        level = round(255 * soft * soft * (3 - 2 * soft))
        match edge:
            case "left":
                strip = (step, 0, 1, grown.height)
            case "right":
                strip = (grown.width - 1 - step, 0, 1, grown.height)
            case _:
                strip = (0, step, grown.width, 1)
        ground.fill((255, 255, 255, level), strip, pygame.BLEND_RGBA_MULT)
    return ground


def grown_rect(rect: pygame.Rect, edge: Edge, feather: int) -> pygame.Rect:
    """The rectangle together with the feather beyond its edge."""
    match edge:
        case "left":
            return pygame.Rect(rect.x - feather, rect.y, rect.width + feather, rect.height)
        case "right":
            return pygame.Rect(rect.x, rect.y, rect.width + feather, rect.height)
        case "top":
            return pygame.Rect(rect.x, rect.y - feather, rect.width, rect.height + feather)
        case _:
            return rect.copy()


def gild_wing(
    surface: pygame.Surface,
    rect: pygame.Rect,
    edge: Edge,
    theme: Theme,
    ornaments: Ornaments,
    ink: str = GOLD500,
) -> None:
    """The two gold lines of a wing's inner edge, and the rosette half-way along."""
    if edge == "none":
        return
    fade = (0.12, 0.12)
    thick, thin, step = 1.5 * theme.unit, max(0.7, 0.8 * theme.unit), 6 * theme.unit
    if edge == "top":
        for offset, width, alpha in ((0.0, thick, 0.85), (step, thin, 0.4)):
            y = rect.y + offset
            ornaments.line(surface, (rect.x, y), (rect.right, y), max(1.0, width), ink, alpha, fade)
        ornaments.rosette(surface, (rect.centerx, rect.y + step / 2), 13 * theme.unit, ink)
        return
    inward = 1 if edge == "left" else -1
    x = rect.x if edge == "left" else rect.right
    for offset, width, alpha in ((0.0, thick, 0.85), (step * inward, thin, 0.4)):
        ornaments.line(
            surface, (x + offset, rect.y), (x + offset, rect.bottom), max(1.0, width), ink, alpha, fade
        )
    ornaments.rosette(surface, (x + step / 2 * inward, rect.centery), 13 * theme.unit, ink)


def card(
    surface: pygame.Surface,
    rect: pygame.Rect,
    theme: Theme,
    ornaments: Ornaments,
    *,
    chosen: bool = False,
    ground: float = 0.96,
) -> None:
    """A card: ink, four-pixel corners, a gold line; the chosen one has a second line and rosettes."""
    radius = 4 * theme.unit
    ornaments.box(surface, rect, radius, INK900, ground)
    outline_card(surface, rect, theme, ornaments, chosen=chosen)


def outline_card(
    surface: pygame.Surface, rect: pygame.Rect, theme: Theme, ornaments: Ornaments, *, chosen: bool
) -> None:
    """A card's gold line alone, for cards whose top is a picture."""
    radius = 4 * theme.unit
    if not chosen:
        ornaments.box(surface, rect, radius, GOLD500, 0.5, width=max(1.0, 1.25 * theme.unit))
        return
    ornaments.box(surface, rect, radius, GOLD300, width=max(1.5, 2.5 * theme.unit))
    outer = rect.inflate(theme.px(14), theme.px(14))
    ornaments.box(surface, outer, 6 * theme.unit, GOLD300, 0.55, width=max(1.0, theme.unit))
    for corner in (outer.topleft, outer.topright, outer.bottomleft, outer.bottomright):
        ornaments.rosette(surface, corner, 11 * theme.unit, GOLD300, INK900)


def plate(surface: pygame.Surface, rect: pygame.Rect, ornaments: Ornaments, alpha: float = 0.78) -> None:
    """A pill of ink behind a label on a picture."""
    ornaments.box(surface, rect, rect.height / 2, INK950, alpha)


def frame(surface: pygame.Surface, theme: Theme, ornaments: Ornaments, ink: str = GOLD500) -> None:
    """The gilt frame of a menu: two lines with quarter-round corners, and rosettes outside them."""
    inset, k = theme.px(32), theme.px(26)
    whole = pygame.Rect(0, 0, theme.width, theme.height).inflate(-2 * inset, -2 * inset)
    for gap, width, alpha in ((0, 1.5, 0.75), (theme.px(7), 0.8, 0.45)):
        rect = whole.inflate(-2 * gap, -2 * gap)
        line = max(0.8, width * theme.unit)
        for y in (rect.top, rect.bottom):
            ornaments.line(surface, (rect.left + k, y), (rect.right - k, y), line, ink, alpha)
        for x in (rect.left, rect.right):
            ornaments.line(surface, (x, rect.top + k), (x, rect.bottom - k), line, ink, alpha)
        corners = (
            (rect.left, rect.top, 90),
            (rect.right, rect.top, 180),
            (rect.right, rect.bottom, 270),
            (rect.left, rect.bottom, 0),
        )
        for x, y, start in corners:
            ornaments.bow(surface, (x, y), k, line, ink, start, alpha)
    near = theme.px(4)
    for x in (whole.left + near, whole.right - near):
        for y in (whole.top + near, whole.bottom - near):
            ornaments.rosette(surface, (x, y), 13 * theme.unit, ink)


@lru_cache(maxsize=2)
def vellum(size: tuple[int, int], seed: int = 2) -> pygame.Surface:
    """A sheet of vellum: cloudy, with fibres, darker towards its edges. The two leaves of a book are kept."""
    width, height = size
    sheet = pygame.Surface(size, 0, 32)
    sheet.fill(as_colour(PAPER))
    chance = random.Random(seed)  # noqa: S311 (a texture, not a secret)
    for (across, down), depth in (
        ((24, 14), 10),
        ((width // 26, height // 3), 7),
        ((width // 6, height // 6), 5),
    ):
        grain = _noise((max(2, across), max(2, down)), depth, chance)
        cloud = pygame.transform.smoothscale(grain, size)
        sheet.blit(cloud, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    sheet.blit(pygame.transform.smoothscale(_shade(), size), (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    return sheet


@cache
def _shade() -> pygame.Surface:
    """What the edges of a sheet are darker by."""
    shade = pygame.Surface((64, 64), 0, 32)
    for y in range(64):
        for x in range(64):
            far = max(abs(x - 31.5) / 31.5, abs(y - 31.5) / 31.5) ** 9
            shade.set_at((x, y), (round(40 * far), round(48 * far), round(62 * far)))
    return shade


def _noise(size: tuple[int, int], depth: int, chance: random.Random) -> pygame.Surface:
    levels = pygame.image.frombuffer(bytes(chance.choices(range(depth), k=size[0] * size[1])), size, "P")
    levels.set_palette([(level, level, level + level // 3) for level in range(depth)])
    made = pygame.Surface(size, 0, 32)
    made.blit(levels, (0, 0))
    return made


def page_border(surface: pygame.Surface, rect: pygame.Rect, theme: Theme, ornaments: Ornaments) -> None:
    """The brown-gold double border of a page, with rosettes on its corners."""
    inner = rect.inflate(-theme.px(14), -theme.px(14))
    for box, width, alpha in ((rect, 1.5, 0.85), (inner, 0.8, 0.45)):
        line = max(0.8, width * theme.unit)
        for y in (box.top, box.bottom):
            ornaments.line(surface, (box.left, y), (box.right, y), line, GILTBROWN, alpha)
        for x in (box.left, box.right):
            ornaments.line(surface, (x, box.top), (x, box.bottom), line, GILTBROWN, alpha)
    for corner in (rect.topleft, rect.topright, rect.bottomleft, rect.bottomright):
        ornaments.rosette(surface, corner, 13 * theme.unit, GILTBROWN, PAPER)


def shadow(surface: pygame.Surface, rect: pygame.Rect, reach: int, strength: float = 0.6) -> None:
    """A soft shadow under a rectangle, on the surface itself."""
    small = pygame.Surface((rect.width // 8 + 8, rect.height // 8 + 8), pygame.SRCALPHA)
    small.fill((0, 0, 0, 0))
    small.fill((0, 0, 0, round(255 * strength)), (4, 4, rect.width // 8, rect.height // 8))
    soft = pygame.transform.gaussian_blur(small, 3)
    grown = rect.inflate(reach * 2, reach * 2)
    surface.blit(pygame.transform.smoothscale(soft, grown.size), grown.topleft)
