"""The page for a fault: what happened, that the journey is safe, and the ways on. Never a traceback."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pygame

from game.desktop.backdrop import vignette
from game.desktop.folder import open_folder
from game.desktop.fonts import Face
from game.desktop.inputs import Input
from game.desktop.kit import Kit
from game.desktop.menu import Item, Menu
from game.desktop.panel import frame
from game.desktop.scene import Door, Move, Quit, Replace, Scene
from game.desktop.theme import CRIMSON300, GOLD300, INK900, VELLUM50, VELLUM100
from game.desktop.theme import colour as as_colour
from game.desktop.typeset import Paragraph, Style


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong, in a sentence, and where the rest of it is written."""

    sentence: str
    log: Path | None = None


class FaultPage(Scene):
    """Shown when something in the story or the game failed."""

    def __init__(self, kit: Kit, fault: Fault, folder: Path) -> None:
        self._kit, self._fault, self._folder = kit, fault, folder
        items = [Item("load", "Go on from where it was kept"), Item("title", "To the title")]
        if fault.log is not None:
            items.append(Item("folder", "Show the folder with the log"))
        items.append(Item("leave", "Leave"))
        self.menu = Menu(kit, items, 30)
        self._said = ""
        self._ground = pygame.Surface((1, 1))
        self.resize()

    def resize(self) -> None:
        """Lay everything out."""
        theme = self._kit.theme
        self._ground = pygame.Surface(self._kit.size)
        self._ground.fill(as_colour(INK900))
        self._ground.blit(vignette(self._kit.size), (0, 0))
        frame(self._ground, theme, self._kit.ornaments)
        foot = theme.height - theme.px(90)
        self.menu.fit(round(theme.width * 0.7), foot - self._told_foot() - theme.px(20))
        self.menu.place(theme.margin, round(foot - self.menu.height))

    @property
    def focused(self) -> object:
        """What the keys have come to."""
        return self.menu.focus.index

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input."""
        item = self.menu.handle(put_in)
        if item is None:
            return None
        match item.name:
            case "load":
                return Replace(Door.LOAD, all=True)
            case "title":
                return Replace(Door.TITLE, all=True)
            case "folder":
                self._said = open_folder(self._folder)
                self.resize()
                return None
            case _:
                return Quit()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it."""
        kit, theme = self._kit, self._kit.theme
        surface.blit(self._ground, (0, 0))
        heading = Style(Face.DISPLAY, theme.display(60), VELLUM50)
        width = kit.type.put(surface, "A string has broken", theme.margin, theme.px(150), heading)
        kit.ornaments.diamond(
            surface, (theme.margin + width + theme.px(40), theme.px(132)), theme.px(10), CRIMSON300
        )
        y = float(theme.px(190))
        for paragraph in self._told():
            y = kit.type.put_paragraph(surface, paragraph, theme.margin, y) + theme.type(14)
        self.menu.draw(surface)

    def _told(self) -> tuple[Paragraph, ...]:
        """What happened, that nothing is lost, and where more of it is written."""
        kit, theme = self._kit, self._kit.theme
        room = min(theme.width - 2 * theme.margin, round(theme.type(1000)))
        told = [
            (self._fault.sentence, VELLUM100),
            ("Your journey is kept as of the last choice. Nothing of it is lost.", GOLD300),
        ]
        if self._fault.log is not None:
            told.append((f"What happened is written down in {self._fault.log}.", VELLUM100))
        if self._said:
            told.append((self._said, GOLD300))
        style = theme.type(28)
        return tuple(
            kit.type.plain(words, room, Style(Face.TEXT, style, ink), theme.type(40)) for words, ink in told
        )

    def _told_foot(self) -> float:
        """Where it ends, in pixels from the window's top."""
        theme = self._kit.theme
        return theme.px(190) + sum(paragraph.height + theme.type(14) for paragraph in self._told())
