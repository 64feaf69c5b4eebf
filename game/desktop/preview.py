"""A sample of prose on a card, set as the reading column sets it: there settings are seen at once."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.choices import ChoiceList
from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.panel import card
from game.desktop.passage import Look, Passage, PassagePainter, lay_out
from game.desktop.theme import GOLD300, GOLD500
from game.desktop.typeset import Style
from game.model.person import Person
from game.view.block import Block, BlockKind, Run
from game.view.page import PageChoice

SPEAKER: Final = Person("corin", "Corin", "#A9CF78")
SAMPLE: Final = Block(
    BlockKind.SPEECH,
    (
        Run("“Two things about birches,” says Corin. “They hold a note for ever, and they "),
        Run("never", emphasis=True),
        Run(" hold it against you.” He waits. “I planted that one. I was going to say three.”"),
    ),
    "corin",
    "Corin",
)
CHOICES: Final = (
    PageChoice("ear", (Run("Lay your ear to the bark."),), open=True, reason_runs=None, taken_before=False),
    PageChoice("why", (Run("“Why that one?”"),), open=True, reason_runs=None, taken_before=True),
)


class Preview:
    """The sample; its lines are broken anew only when it becomes another."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._painter = PassagePainter(kit, {SPEAKER.id: SPEAKER})
        self._laid_out_for: object = None
        self._passage: Passage | None = None
        self._choices = ChoiceList(kit, CHOICES, 1)

    def height(self, width: int) -> int:
        """How high its card is, in pixels, at a width."""
        theme = self._kit.theme
        passage = self._lay_out(width)
        return round(self._head + passage.height + self._choices.height + theme.px(40))

    @property
    def _head(self) -> int:
        return round(self._kit.theme.type(24) + self._kit.theme.px(62))

    def _lay_out(self, width: int) -> Passage:
        kit = self._kit
        inner = width - 2 * kit.theme.px(40)
        key = (inner, kit.theme, kit.type.typeface)
        if self._passage is None or self._laid_out_for != key:
            self._laid_out_for = key
            self._passage = lay_out(SAMPLE, inner, kit)
            self._choices = ChoiceList(kit, CHOICES, inner)
        return self._passage

    def draw(self, surface: pygame.Surface, rect: pygame.Rect) -> pygame.Rect:
        """Draw it within a rectangle, on a card as high as it needs; the card's place."""
        kit, theme = self._kit, self._kit.theme
        pad, passage = theme.px(40), self._lay_out(rect.width)
        box = pygame.Rect(rect.x, 0, rect.width, min(rect.height, self.height(rect.width)))
        box.centery = rect.centery
        card(surface, box, theme, kit.ornaments, ground=theme.panel)
        label = Style(Face.LABEL, theme.type(24), GOLD300, 0.05)
        x, y = box.x + pad, box.y + theme.px(30) + label.size
        kit.type.put(surface, "As it will read", x, y, label)
        under, right = y + theme.px(20), box.right - pad
        kit.ornaments.line(surface, (x, under), (right, under), max(1.0, theme.unit), GOLD500, 0.6)
        surface.set_clip(box)
        top = box.y + self._head
        lines = (1.0,) * len(passage.paragraph.lines)
        self._painter.draw(surface, passage, (x, top), lines, (top - 900, box.bottom + 900), Look())
        self._choices.draw(surface, x, top + passage.height, GOLD500, 1.0)
        surface.set_clip(None)
        return box
