"""The songbook's two vellum leaves lying open on the dark stage."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desktop.kit import Kit
from game.desktop.panel import page_border, shadow, vellum
from game.desktop.sketch import Sketch
from game.desktop.theme import INKRED, Theme, mixed
from game.desktop.theme import colour as as_colour


@dataclass(frozen=True, slots=True)
class Spread:
    """The open book: the ground with the leaves drawn on it, and where text may stand on each."""

    ground: pygame.Surface
    left: pygame.Rect
    right: pygame.Rect
    """The same as `left` where only one leaf has room."""

    @property
    def single(self) -> bool:
        """Whether only one leaf is shown at a time."""
        return self.left == self.right


def single_leaf(theme: Theme) -> bool:
    """Whether the window has room for one leaf only."""
    return theme.width / theme.height < 1.5 or theme.grown > 1.2  # noqa: PLR2004 (tried out)


def make_ready(theme: Theme) -> None:
    """Make the vellum that `open_book` will need: slow, and harmless on a worker thread."""
    _leaves(_book(theme, single=single_leaf(theme)), single=single_leaf(theme))


def _book(theme: Theme, *, single: bool) -> pygame.Rect:
    return pygame.Rect(0, 0, theme.width, theme.height).inflate(
        -2 * theme.px(60 if single else 150), -2 * theme.px(44 if single else 72)
    )


def _leaves(book: pygame.Rect, *, single: bool) -> list[tuple[pygame.Surface, tuple[int, int]]]:
    """The sheets of vellum, and where they lie."""
    if single:
        return [(vellum(book.size), book.topleft)]
    half = book.width // 2
    return [
        (vellum((half, book.height), 2), book.topleft),
        (vellum((book.width - half, book.height), 5), (book.x + half, book.y)),
    ]


def open_book(kit: Kit, ground: pygame.Surface) -> Spread:
    """Lay the book on a ground, with one leaf that takes the whole width where there is no room for two."""
    theme = kit.theme
    single = single_leaf(theme)
    book = _book(theme, single=single)
    shadow(ground, book.move(0, theme.px(12)), theme.px(20), 0.75)
    for step in range(4, 0, -1):
        edge = book.inflate(theme.px(5) * step, 0).move(0, theme.px(2) * step)
        ground.fill(as_colour(mixed("#B59F74", "#6B5230", step / 5)), edge)
    ground.blits(_leaves(book, single=single))
    if single:
        borders = [book.inflate(-theme.px(60), -theme.px(60))]
    else:
        half = book.width // 2
        _gutter(ground, book)
        leaves = (
            pygame.Rect(book.x, book.y, half, book.height),
            pygame.Rect(book.x + half, book.y, half, book.height),
        )
        borders = [leaf.inflate(-theme.px(80), -theme.px(80)) for leaf in leaves]
    for border in borders:
        page_border(ground, border, theme, kit.ornaments)
    if not single:
        _ribbon(ground, kit, (book.right - theme.px(228), book.y))
    inner = [
        border.inflate(-theme.px(112 if not single else 80), -theme.px(90 if not single else 70))
        for border in borders
    ]
    return Spread(ground, inner[0], inner[-1])


def _gutter(ground: pygame.Surface, book: pygame.Rect) -> None:
    """The shadow where the leaves meet."""
    reach = book.width // 14
    for step in range(-reach, reach + 1):
        near = 1 - abs(step) / reach
        strip = pygame.Surface((1, book.height))
        strip.fill(as_colour("#2A1A0C"))
        strip.set_alpha(round(255 * (0.42 * near**6 + 0.18 * near**2)))
        ground.blit(strip, (book.centerx + step, book.y))


def _ribbon(ground: pygame.Surface, kit: Kit, at: tuple[int, int]) -> None:
    """A red ribbon that hangs over the head of the right leaf."""
    theme = kit.theme
    half, long, notch = theme.px(22), theme.px(84), theme.px(18)
    sketch = Sketch(half * 2 + 8, long + 8, INKRED)
    for shift, ink in ((4, "#5E0F1C"), (1, INKRED)):
        points = [(0, 0), (half * 2, 0), (half * 2, long), (half, long - notch), (0, long)]
        sketch.shape([(x + shift, y + shift) for x, y in points], ink)
    ground.blit(sketch.done(), (at[0] - half, at[1] - theme.px(8)))
