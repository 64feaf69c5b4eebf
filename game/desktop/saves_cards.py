"""One saved journey as a card: its picture, the place and its note, when it was kept, how far it had come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pygame

from game.desktop.fonts import Face
from game.desktop.header import staff_with_note
from game.desktop.kit import Kit
from game.desktop.panel import outline_card
from game.desktop.resume import NAMES
from game.desktop.theme import GOLD300, GOLD500, INK900, INK950, VELLUM50, VELLUM100, VELLUM300
from game.desktop.theme import colour as as_colour
from game.desktop.typeset import Style
from game.model.place import Place
from game.saves import SlotInfo


@dataclass(frozen=True, slots=True)
class Entry:
    """One card: a slot, and what is in it."""

    slot: str
    info: SlotInfo | None


class SaveCards:
    """Draws cards, and keeps their pictures."""

    def __init__(self, kit: Kit, places: Sequence[Place]) -> None:
        self._kit, self._places = kit, places
        self._pictures: dict[str, pygame.Surface | None] = {}

    def forget(self) -> None:
        """Read the pictures again: what is kept has changed."""
        self._pictures.clear()

    @property
    def words_height(self) -> int:
        """How high the words beneath a card's picture are, in pixels."""
        return round(self._kit.theme.type(28 * 1.5 + 30 * 1.45 + 23 * 1.7))

    def cross(self, card: pygame.Rect) -> pygame.Rect:
        """Where the cross of a card is."""
        side = max(28, self._kit.theme.px(44))
        rect = pygame.Rect(0, 0, side, side)
        rect.topright = (card.right - self._kit.theme.px(10), card.top + self._kit.theme.px(10))
        return rect

    def draw(self, surface: pygame.Surface, entry: Entry, rect: pygame.Rect, *, chosen: bool) -> None:
        """Draw a card into a rectangle; the chosen one has a cross that takes it off the shelf."""
        kit, theme = self._kit, self._kit.theme
        if entry.info is None:
            self._empty(surface, entry, rect, chosen=chosen)
            return
        info, words = entry.info, self.words_height
        kit.ornaments.box(surface, rect, 4 * theme.unit, INK900, 0.96)
        picture = self._picture(info, (rect.width, rect.height - words))
        if picture is not None:
            surface.blit(picture, rect.topleft)
        elif info.damaged is not None:
            self._broken_stave(surface, pygame.Rect(rect.topleft, (rect.width, rect.height - words)))
        outline_card(surface, rect, theme, kit.ornaments, chosen=chosen)
        self._slot_plate(surface, NAMES.get(entry.slot, entry.slot), rect)
        left, right = rect.x + theme.px(24), rect.right - theme.px(24)
        y = rect.bottom - words + theme.type(30)
        day = Style(Face.ITALIC, theme.type(23), VELLUM300)
        when = told_when(info.when)
        when_width = kit.type.put(surface, when, right, y, day, 1.0)
        x = float(left)
        note = self._note(info.card.place)
        if note:
            x += staff_with_note(
                surface, kit, note, (x, y + theme.unit), GOLD500, theme.text / (28 * theme.unit)
            ) + theme.px(16)
        place = Style(Face.LABEL, theme.type(27), GOLD300, 0.05)
        put_within(
            surface, kit, info.card.place or "A journey", x, y, place, right - when_width - theme.px(12) - x
        )
        title = Style(Face.TEXT, theme.type(29), VELLUM50)
        y += theme.type(42)
        put_within(surface, kit, info.damaged or info.card.title, left, y, title, right - left)
        y += theme.type(36)
        meta = Style(Face.VALUE, theme.type(22), VELLUM300)
        if info.damaged is None:
            told = f"{told_minutes(info.card.minutes)}  ·  {info.card.words:,} words".replace(",", "\u202f")
            put_within(surface, kit, told, left, y, meta, right - left)
        if chosen:
            cross = self.cross(rect)
            kit.ornaments.ring(surface, cross.center, cross.width * 0.36, 1, GOLD500, INK950, 0.8)
            kit.ornaments.sign(
                surface, "close", cross.center, cross.width * 0.4, VELLUM100, max(1.2, 1.8 * theme.unit)
            )

    def _slot_plate(self, surface: pygame.Surface, name: str, rect: pygame.Rect) -> None:
        kit, theme = self._kit, self._kit.theme
        style = Style(Face.VALUE_STRONG, theme.type(20), VELLUM100)
        box = pygame.Rect(rect.x + theme.px(16), rect.y + theme.px(16), 0, round(style.size * 1.6))
        box.width = max(box.height, round(kit.type.width(name, style) + style.size))
        kit.ornaments.box(surface, box, theme.px(5), INK950, 0.8)
        kit.type.put(surface, name, box.centerx, box.centery + style.size * 0.3, style, 0.5)

    def _empty(self, surface: pygame.Surface, entry: Entry, rect: pygame.Rect, *, chosen: bool) -> None:
        kit, theme = self._kit, self._kit.theme
        kit.ornaments.box(surface, rect, 4 * theme.unit, INK950, 0.45)
        outline_card(surface, rect, theme, kit.ornaments, chosen=chosen)
        gap = theme.px(10)
        kit.ornaments.stave(
            surface,
            rect.centerx - rect.width * 0.22,
            rect.centerx + rect.width * 0.22,
            rect.centery,
            gap,
            GOLD500,
            0.45,
            max(1.0, theme.unit),
        )
        style = Style(Face.ITALIC, theme.type(27), VELLUM300)
        kit.type.put(surface, "an empty stave", rect.centerx, rect.centery + theme.type(50), style, 0.5)
        self._slot_plate(surface, entry.slot, rect)

    def _broken_stave(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """A stave with a gap in it, where the picture of a damaged save would be."""
        theme, ornaments = self._kit.theme, self._kit.ornaments
        gap, half, hole = theme.px(10), rect.width * 0.22, rect.width * 0.05
        y, wide = rect.centery + 2 * gap, max(1.0, theme.unit)
        for left, right in ((-half, -hole), (hole, half)):
            ornaments.stave(surface, rect.centerx + left, rect.centerx + right, y, gap, VELLUM300, 0.5, wide)
        middle = (rect.centerx, round(y - 2 * gap))
        ornaments.sign(surface, "close", middle, hole * 1.2, VELLUM300, max(1.2, 1.8 * theme.unit))

    def _note(self, place_name: str) -> str:
        return next((place.note for place in self._places if place.name == place_name), "")

    def _picture(self, info: SlotInfo, size: tuple[int, int]) -> pygame.Surface | None:
        """The save's picture, cropped to the card, its foot fading into the ink."""
        key = f"{info.slot} {size}"
        if key not in self._pictures:
            self._pictures[key] = _thumbnail(info, size)
        return self._pictures[key]


def _thumbnail(info: SlotInfo, size: tuple[int, int]) -> pygame.Surface | None:
    if info.thumbnail is None or min(size) < 8:  # noqa: PLR2004 (no room for a picture)
        return None
    try:
        picture = pygame.image.load(info.thumbnail).convert()
    except (pygame.error, OSError):
        return None
    scale = max(size[0] / picture.get_width(), size[1] / picture.get_height())
    cut = pygame.Rect(
        0,
        0,
        min(picture.get_width(), round(size[0] / scale)),
        min(picture.get_height(), round(size[1] / scale)),
    )
    cut.center = picture.get_rect().center
    made = pygame.transform.smoothscale(picture.subsurface(cut), size)
    depth = min(70, size[1] // 3)
    for step in range(depth):
        row = pygame.Surface((size[0], 1))
        row.fill(as_colour(INK900))
        row.set_alpha(round(245 * (step / depth) ** 1.4))
        made.blit(row, (0, size[1] - depth + step))
    return made


def put_within(
    surface: pygame.Surface, kit: Kit, text: str, x: float, y: float, style: Style, room: float
) -> None:
    """Put a text that may be cut short to fit into `room` pixels."""
    if kit.type.width(text, style) > room:
        while text and kit.type.width(text + "…", style) > room:
            text = text[:-1]
        text = text.rstrip() + "…"
    kit.type.put(surface, text, x, y, style)


def told_minutes(minutes: int) -> str:
    """A time played, as people say it."""
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"  # noqa: PLR2004 (an hour)


def told_when(when: datetime) -> str:
    """The day and the hour, in the player's own time."""
    local = when.astimezone()
    return f"{local.day} {local:%B}, {local:%H:%M}"
