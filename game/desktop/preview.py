"""A sample of prose on a card, set as the reading column sets it: there settings are seen at once."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.choices import ChoiceList
from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.panel import card
from game.desktop.passage import Look, PassagePainter, lay_out
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


def draw_preview(surface: pygame.Surface, kit: Kit, rect: pygame.Rect) -> pygame.Rect:
    """Draw the sample within a rectangle, on a card as high as it needs; the card's place."""
    theme = kit.theme
    pad = theme.px(40)
    width = rect.width - 2 * pad
    passage = lay_out(SAMPLE, width, kit)
    choices = ChoiceList(kit, CHOICES, width)
    head = round(theme.type(24) + theme.px(62))
    height = round(head + passage.height + choices.height + theme.px(40))
    box = pygame.Rect(rect.x, 0, rect.width, min(rect.height, height))
    box.centery = rect.centery
    card(surface, box, theme, kit.ornaments, ground=theme.panel)
    label = Style(Face.LABEL, theme.type(24), GOLD300, 0.05)
    x, y = box.x + pad, box.y + theme.px(30) + label.size
    kit.type.put(surface, "As it will read", x, y, label)
    kit.ornaments.line(
        surface, (x, y + theme.px(20)), (x + width, y + theme.px(20)), max(1.0, theme.unit), GOLD500, 0.6
    )
    surface.set_clip(box)
    painter = PassagePainter(kit, {SPEAKER.id: SPEAKER})
    top = box.y + head
    lines = (1.0,) * len(passage.paragraph.lines)
    painter.draw(surface, passage, (x, top), lines, (top - 900, box.bottom + 900), Look())
    choices.draw(surface, x, top + passage.height, GOLD500, 1.0)
    surface.set_clip(None)
    return box
