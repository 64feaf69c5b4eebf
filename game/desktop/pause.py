"""The pause: what else can be done, over the stage gone dark."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.backdrop import backdrop
from game.desktop.fonts import Face
from game.desktop.header import staff_with_note
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.menu import Item, Menu
from game.desktop.panel import frame, outline_card
from game.desktop.scene import Door, Move, Pop, Push, Quit, Replace, Scene
from game.desktop.stage import Stage
from game.desktop.theme import CRIMSON300, GOLD300, GOLD500, VELLUM50, VELLUM100, VELLUM300
from game.desktop.typeset import Style
from game.saves import AUTO

ITEMS: Final = (
    Item("on", "Go on"),
    Item("keep", "Keep this journey"),
    Item("load", "Load a journey"),
    Item("songbook", "Songbook"),
    Item("history", "History"),
    Item("journal", "Journal"),
    Item("web", "The web of lives"),
    Item("settings", "Settings"),
    Item("title", "To the title"),
    Item("leave", "Leave"),
)
DOORS: Final = {
    "keep": Door.KEEP,
    "load": Door.LOAD,
    "songbook": Door.SONGBOOK,
    "history": Door.HISTORY,
    "journal": Door.JOURNAL,
    "web": Door.WEB,
    "settings": Door.SETTINGS,
}
REST: Final = "\U0001d13d"


class Pause(Scene):
    """A rest in the journey."""

    def __init__(self, kit: Kit, journey: Journey, stage: Stage) -> None:
        self._kit, self._journey, self._stage = kit, journey, stage
        self.menu = Menu(kit, ITEMS, 31)
        self._since = 0.0
        self._ground = pygame.Surface((1, 1))
        self._laid_out_for = kit.settings
        self._picture = self._ground
        self._words = journey.words()
        self.resize()

    @property
    def moving(self) -> bool:
        """Only while it arrives."""
        return self._since < 1.2  # noqa: PLR2004 (all lines are there then)

    def settle(self) -> None:
        """Be wholly there."""
        self._since = 10.0

    def enter(self) -> None:
        """Be there again, perhaps with other settings."""
        if self._laid_out_for != self._kit.settings:
            self.resize()

    def resize(self) -> None:
        """Lay everything out."""
        theme, self._laid_out_for = self._kit.theme, self._kit.settings
        self._ground = backdrop(self._kit, self._stage.canvas)
        width = min(round(theme.width * 0.48) - theme.margin, round(theme.type(620)))
        self._picture = pygame.transform.smoothscale(self._stage.canvas, (width, round(width * 9 / 16)))
        top = self._title_y() + theme.px(40)
        room = theme.height - theme.px(70) - top
        self.menu.fit(round(theme.width * 0.42), room)
        top += max(0, min(theme.px(40), round((room - self.menu.height) / 2)))
        self.menu.place(theme.margin, round(top))

    def _title_y(self) -> int:
        return self._kit.theme.px(130 if self._kit.theme.grown < 1.5 else 104)  # noqa: PLR2004 (large text needs the room)

    def resume(self, brought: object) -> Move | None:
        """What a screen brought that was opened from here goes on to the scene beneath."""
        return None if brought is None else Pop(brought)

    @property
    def focused(self) -> object:
        """What the keys have come to."""
        return self.menu.focus.index

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input."""
        if put_in.verb in (Verb.LEAVE, Verb.MENU):
            return Pop()
        item = self.menu.handle(put_in)
        if item is None:
            return None
        if item.name in DOORS:
            return Push(DOORS[item.name])
        match item.name:
            case "title":
                self._journey.keep(AUTO)
                return Replace(Door.TITLE, all=True)
            case "leave":
                return Quit()
            case _:
                return Pop()

    def update(self, seconds: float) -> Move | None:
        """Let time pass."""
        self._since += seconds
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it."""
        kit, theme = self._kit, self._kit.theme
        surface.blit(self._ground, (0, 0))
        frame(surface, theme, kit.ornaments)
        heading = Style(Face.DISPLAY, theme.display(60), VELLUM50)
        y = self._title_y()
        width = kit.type.put(surface, "A rest", theme.margin, y, heading)
        kit.type.put(
            surface,
            REST,
            theme.margin + width + theme.px(34),
            y + theme.px(4),
            Style(Face.MUSIC, theme.display(56), CRIMSON300),
        )
        self.menu.draw(surface, self._since)
        self._whereabouts(surface)

    def _whereabouts(self, surface: pygame.Surface) -> None:
        """Where the journey is, on the right."""
        kit, theme = self._kit, self._kit.theme
        page = self._journey.page
        right = theme.width - theme.margin
        left = right - self._picture.get_width()
        height = round((right - left) * 9 / 16)
        top = theme.px(176)
        if theme.grown > 1.5 or left < theme.width * 0.45:  # noqa: PLR2004 (large text needs the room)
            height = 0
        else:
            rect = pygame.Rect(left, top, right - left, height)
            surface.blit(self._picture, rect.topleft)
            outline_card(surface, rect, theme, kit.ornaments, chosen=False)
        y = top + height + theme.type(70)
        place = Style(Face.LABEL, theme.type(34), GOLD300, 0.06)
        view = Style(Face.ITALIC, theme.type(28), VELLUM100)
        small = Style(Face.VALUE, theme.type(24), VELLUM300)
        x = left
        if page.note:
            x += round(
                staff_with_note(
                    surface, kit, page.note, (left, y), GOLD500, 1.2 * theme.text / (28 * theme.unit)
                )
            ) + theme.px(20)
        kit.type.put(surface, page.place_name, x, y, place)
        kit.type.put(surface, page.view_name, left, y + theme.type(44), view)
        kit.ornaments.rule(surface, left, right, y + theme.type(72), scale=theme.unit)
        minutes = round(self._journey.seconds / 60)
        told = (
            f"{self._words:,} words read".replace(",", "\u202f")
            + f"  ·  {minutes // 60} h {minutes % 60} min"
        )
        kit.type.put(surface, told, left, y + theme.type(112), small)
        style = Style(Face.ITALIC, theme.type(25), GOLD300)
        kept = kit.type.plain(
            "It is kept at every choice. Leaving loses nothing.", right - left, style, theme.type(36)
        )
        kit.type.put_paragraph(surface, kept, left, y + theme.type(132))
