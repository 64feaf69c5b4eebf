"""A long text to scroll through: the history of a journey, and its journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop import motion
from game.desktop.backdrop import backdrop
from game.desktop.fonts import Face
from game.desktop.header import staff_with_note
from game.desktop.hints import draw_hints
from game.desktop.inputs import Input, Verb
from game.desktop.kit import Kit
from game.desktop.panel import frame
from game.desktop.passage import FADE, Look, Passage, PassagePainter, lay_out
from game.desktop.scene import Move, Pop, Scene
from game.desktop.stage import Stage
from game.desktop.theme import GOLD300, GOLD500, VELLUM50, VELLUM300
from game.desktop.typeset import Style
from game.model.person import Person
from game.model.place import Place
from game.view.block import Block

MEASURE: Final = 62
LETTER: Final = 0.44
WHEEL_STEP: Final = 110


@dataclass(frozen=True, slots=True)
class Told:
    """What a scroll shows: its heading, a remark beside it, its blocks, and what is said without any."""

    heading: str
    remark: str
    blocks: Sequence[Block]
    nothing: str
    places: bool
    """Whether a head tells where things were said."""


class Scroll(Scene):
    """A text from its end upwards; lines are broken only as far as one has scrolled."""

    def __init__(
        self, kit: Kit, stage: Stage, told: Told, people: Mapping[str, Person], places: Mapping[str, Place]
    ) -> None:
        self._kit, self._stage, self._told, self._places = kit, stage, told, places
        self._painter = PassagePainter(kit, people)
        self._passages: list[tuple[Passage, bool, float]] = []
        """From the last upwards: a passage, whether a place's head is over it, its distance from the end."""
        self._height = 0.0
        self._scroll = motion.Glide(seconds=0.26)
        self._dragging = False
        self._ground = pygame.Surface((1, 1))
        self._view = pygame.Rect(0, 0, 1, 1)
        self.resize()

    @property
    def moving(self) -> bool:
        """Whether it is being scrolled."""
        return self._scroll.moving

    def resize(self) -> None:
        """Lay everything out."""
        theme = self._kit.theme
        self._ground = backdrop(self._kit, self._stage.canvas, 0.88)
        frame(self._ground, theme, self._kit.ornaments)
        top = theme.px(190)
        width = round(min(theme.width - 2 * theme.margin - theme.px(40), MEASURE * LETTER * theme.text))
        foot = theme.height - theme.px(74) - round(theme.type(34))
        self._view = pygame.Rect((theme.width - width) // 2, top, width, foot - top)
        self._passages, self._height = [], 0.0
        self._scroll.jump(0.0)
        self._ensure(self._view.height * 2)

    def _ensure(self, height: float) -> None:
        """Break lines until so much is there, or all of it."""
        blocks = self._told.blocks
        head = self._kit.theme.type(86)
        while self._height < height and len(self._passages) < len(blocks):
            index = len(blocks) - 1 - len(self._passages)
            block = blocks[index]
            passage = lay_out(block, self._view.width, self._kit)
            first = (
                self._told.places
                and (index == 0 or blocks[index - 1].place != block.place)
                and block.place in self._places
            )
            self._passages.append((passage, first, self._height))
            self._height += passage.height + (head if first else 0.0)

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input."""
        page = self._view.height * 0.86
        match put_in.verb:
            case Verb.LEAVE | Verb.HISTORY | Verb.JOURNAL | Verb.TAKE:
                return Pop()
            case Verb.UP | Verb.DOWN:
                self._by(self._kit.theme.lead * 2 * (1 if put_in.verb is Verb.UP else -1))
            case Verb.BACK | Verb.LEFT:
                self._by(page)
            case Verb.ON | Verb.RIGHT | Verb.LISTEN:
                self._by(-page)
            case Verb.FIRST:
                self._ensure(float("inf"))
                self._by(self._height)
            case Verb.LAST:
                self._by(-self._height)
            case Verb.WHEEL:
                self._by(put_in.by * self._kit.theme.px(WHEEL_STEP))
            case Verb.PRESS:
                return self._press(put_in)
            case _:
                pass
        return None

    def _press(self, put_in: Input) -> Move | None:
        if self._cross().collidepoint(put_in.at):
            return Pop()
        half = self._view.centery
        self._by(self._view.height * (0.5 if put_in.at[1] < half else -0.5))
        return None

    def _by(self, pixels: float) -> None:
        aim = max(0.0, self._scroll.aim + pixels)
        self._ensure(aim + self._view.height * 2)
        self._scroll.to(min(aim, max(0.0, self._height - self._view.height)))

    def _cross(self) -> pygame.Rect:
        theme = self._kit.theme
        side = max(34, theme.px(52))
        rect = pygame.Rect(0, 0, side, side)
        rect.center = (theme.width - theme.margin - side // 2, theme.px(106))
        return rect

    def update(self, seconds: float) -> Move | None:
        """Let time pass."""
        self._scroll.update(seconds)
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it."""
        kit, theme, view = self._kit, self._kit.theme, self._view
        surface.blit(self._ground, (0, 0))
        heading = Style(Face.DISPLAY, theme.display(60), VELLUM50)
        width = kit.type.put(surface, self._told.heading, theme.margin, theme.px(124), heading)
        remark = Style(Face.ITALIC, theme.type(27), GOLD300)
        room = self._cross().left - theme.margin - width - theme.px(40)
        if kit.type.width(self._told.remark, remark) <= room:
            kit.type.put(
                surface, self._told.remark, theme.margin + width + theme.px(26), theme.px(124), remark
            )
        cross = self._cross()
        kit.ornaments.sign(
            surface, "close", cross.center, cross.width * 0.42, VELLUM300, max(1.2, 2 * theme.unit)
        )
        if not self._told.blocks:
            style = Style(Face.ITALIC, theme.type(30), VELLUM300)
            kit.type.put(surface, self._told.nothing, theme.width / 2, view.centery, style, 0.5)
        surface.set_clip(pygame.Rect(0, view.top, theme.width, view.height))
        self._draw_passages(surface)
        surface.set_clip(None)
        self._draw_bar(surface)
        draw_hints(
            surface,
            kit,
            (("↑  ↓", "scroll"), ("Esc", "back")),
            theme.margin,
            theme.height - theme.px(60),
            theme.width - 2 * theme.margin,
        )

    def _draw_passages(self, surface: pygame.Surface) -> None:
        view, theme = self._view, self._kit.theme
        head = theme.type(86)
        # What does not fill the view begins at its head.
        spare = max(0.0, view.height - self._height)
        for passage, first, under in self._passages:
            bottom = view.bottom - spare - under + self._scroll.value
            top = bottom - passage.height
            if bottom < view.top - head or top > view.bottom:
                continue
            lines = (1.0,) * len(passage.paragraph.lines)
            # Beneath the view they are clipped, line or not, as they move; at its top they fade if there is
            # more over it.
            above = min(float(theme.px(FADE)), max(0.0, self._height - view.height - self._scroll.value))
            seen = (view.top - theme.px(FADE) + above, view.bottom + theme.lead * 2)
            self._painter.draw(surface, passage, (view.x, top), lines, seen, Look())
            if first:
                self._draw_place(surface, passage.block.place, top - theme.type(34))

    def _draw_place(self, surface: pygame.Surface, place: str, y: float) -> None:
        kit, theme = self._kit, self._kit.theme
        there = self._places[place]
        x = float(self._view.x)
        if there.note:
            x += staff_with_note(
                surface, kit, there.note, (x, y), GOLD500, theme.text / (28 * theme.unit)
            ) + theme.px(18)
        style = Style(Face.LABEL, theme.type(27), GOLD300, 0.06)
        x += kit.type.put(surface, there.name, x, y, style) + theme.px(20)
        kit.ornaments.line(
            surface,
            (x, y - style.size * 0.26),
            (self._view.right, y - style.size * 0.26),
            max(1.0, theme.unit),
            GOLD500,
            0.5,
            (0.0, 0.3),
        )

    def _draw_bar(self, surface: pygame.Surface) -> None:
        """A thread at the right with a bead for where one is."""
        theme, view = self._kit.theme, self._view
        if self._height <= view.height:
            return
        x = view.right + theme.px(54)
        self._kit.ornaments.line(surface, (x, view.top), (x, view.bottom), max(1.0, theme.unit), GOLD500, 0.4)
        share = self._scroll.value / max(1.0, self._height - view.height)
        self._kit.ornaments.diamond(surface, (x, view.bottom - share * view.height), theme.px(9), GOLD300)
