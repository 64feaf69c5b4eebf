"""The reading column's panel: its ground, and the column, kept as a picture while nothing in it changes."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop import motion
from game.desktop.area import Area
from game.desktop.column import Column
from game.desktop.farewell import Farewell
from game.desktop.header import draw_header
from game.desktop.kit import Kit
from game.desktop.panel import gild_wing, grown_rect, wing
from game.desktop.stage import Stage
from game.view.page import Page

TURNS: Final = 0.5
"""Seconds in which the ground of one picture gives way to that of the next."""


class Wing:
    """Draws the panel beside the picture, and what stands on it."""

    def __init__(self, kit: Kit, stage: Stage, column: Column) -> None:
        self._kit, self._stage, self._column = kit, stage, column
        self._ground: tuple[object, pygame.Surface] | None = None
        self._before: pygame.Surface | None = None
        """The ground that gives way to another."""
        self._since = 0.0
        self._last: pygame.Surface | None = None
        """The column as it stood last."""
        self._kept: pygame.Surface | None = None
        """The column as it stands, while nothing in it changes."""
        self._kept_for: object = None
        self._rested: pygame.Surface | None = None
        """What of the column has come to rest, while the rest of it comes."""
        self._rested_for: object = None
        self._fading = Farewell()
        """The choices that were not taken."""

    @property
    def moving(self) -> bool:
        """Whether something on it fades."""
        return self._fading.moving or self._before is not None

    def stir(self) -> None:
        """Something in the column is about to change."""
        self._kept = self._rested = None

    def forget(self) -> None:
        """The window or the settings have changed."""
        self._ground = self._kept = self._rested = self._before = None
        self._fading.end()

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._fading.update(seconds)
        self._since += seconds
        if self._since >= TURNS:
            self._before = None

    def let_choices_go(self) -> None:
        """Let the choices go softly."""
        body, choices = self.body, self._column.choices
        y = round(self._column.choices_at()[1])
        rect = pygame.Rect(body.x, y, body.width, round(choices.height)).clip(body)
        if self._last is not None and rect.height > 0 and self._last.get_size() == body.size:
            part = rect.move(-body.x, -body.y)
            self._fading.begin(self._last.subsurface(part).copy(), rect.topleft)

    @property
    def body(self) -> pygame.Rect:
        """The part of the panel that no feather reaches."""
        area, inward = self._column.area, self._kit.theme.px(80) // 2 + 2
        panel = area.panel.clip((0, 0, *self._kit.size))
        if area.edge == "top":
            return pygame.Rect(panel.x, panel.y + inward, panel.width, panel.height - inward)
        left = inward if area.edge == "left" else 0
        return pygame.Rect(panel.x + left, panel.y, panel.width - inward, panel.height)

    def draw(self, surface: pygame.Surface, page: Page | None, accent: str) -> None:
        """Draw the panel and the column of a page; the panel alone if there is no page yet."""
        area = self._column.area
        if page is None:
            self.draw_ground(surface)
        else:
            self._draw_column(surface, page, area, accent)
        gild_wing(surface, area.panel, area.edge, self._kit.theme, self._kit.ornaments, accent)

    def _draw_column(self, surface: pygame.Surface, page: Page, area: Area, accent: str) -> None:
        body, key = self.body, (self._stage.fresh, accent)
        if self._kept is not None and self._kept_for == key and not self._column.moving and not self.moving:
            self.draw_ground(surface, edge_only=True)
            surface.blit(self._kept, body.topleft)
            return
        settled = None if self.moving else self._column.settled
        rested_for = (key, page, settled)
        if settled is not None and self._rested is not None and self._rested_for == rested_for:
            self.draw_ground(surface, edge_only=True)
            surface.blit(self._rested, body.topleft)
        else:
            self.draw_ground(surface)
            draw_header(surface, self._kit, page, area, accent)
            self._column.draw_settled(surface, accent)
            self._rested = None if settled is None else surface.subsurface(body).copy()
            self._rested_for = rested_for
        self._column.draw_coming(surface, accent)
        self._fading.draw(surface)
        if not self._column.moving and not self.moving:
            self._last = self._kept = surface.subsurface(body).copy()
            self._kept_for = key

    def draw_ground(self, surface: pygame.Surface, *, edge_only: bool = False) -> None:
        """Draw the panel's ground, or only the feathered part of it."""
        area, theme = self._column.area, self._kit.theme
        whole = grown_rect(area.panel, area.edge, theme.px(80))
        ground = self._present_ground(area)
        if not edge_only:
            surface.blit(ground, whole.topleft)
            if self._before is not None:
                self._before.set_alpha(round(255 * (1 - motion.sine(self._since / TURNS))))
                surface.blit(self._before, whole.topleft)
            return
        body = self.body
        strip = pygame.Rect(whole.x, whole.y, body.x - whole.x, whole.height)
        if area.edge == "right":
            strip = pygame.Rect(body.right, whole.y, whole.right - body.right, whole.height)
        elif area.edge == "top":
            strip = pygame.Rect(whole.x, whole.y, whole.width, body.y - whole.y)
        surface.blit(ground, strip.topleft, strip.move(-whole.x, -whole.y))

    def _present_ground(self, area: Area) -> pygame.Surface:
        """The ground for what the stage shows; that of the picture before while another arrives."""
        theme = self._kit.theme
        key = (self._stage.fresh, area.panel.size, area.edge, theme.panel)
        outdated = self._ground is None or self._ground[0] != key
        if self._ground is None or (outdated and not self._stage.arriving):
            source = self._stage.crop(area).source(area.panel)
            picture = self._stage.paint_whole(area).subsurface(source)
            made = wing(picture, area.panel, area.edge, theme)
            if self._ground is not None and self._ground[1].get_size() == made.get_size():
                self._before, self._since = self._ground[1], 0.0
            self._ground = (key, made)
        return self._ground[1]
