"""Keeping and loading journeys: cards with a picture, the place and its note, six to a page."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.backdrop import backdrop
from game.desktop.focus import Focus
from game.desktop.fonts import Face
from game.desktop.hints import draw_hints
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.notice import Notices
from game.desktop.panel import frame
from game.desktop.saves_cards import Entry, SaveCards
from game.desktop.scene import Door, Move, Pop, Replace, Scene
from game.desktop.stage import Stage
from game.desktop.theme import GOLD500, VELLUM50, VELLUM300
from game.desktop.typeset import Style
from game.play.codec import Unreadable
from game.saves import SaveError

SLOTS: Final = 36


class Saves(Scene):
    """The cards of all saves, to load one, or to keep the journey in one."""

    def __init__(self, kit: Kit, journey: Journey, stage: Stage, *, keep: bool) -> None:
        self._kit, self._journey, self._stage, self._keep = kit, journey, stage, keep
        self.notices = Notices(kit)
        self.focus = Focus(3)
        self.page = 0
        self._doomed = ""
        self._cards = SaveCards(kit, tuple(journey.story.places.values()))
        self._ground = pygame.Surface((1, 1))
        self._laid_out_for = kit.settings
        self.entries: tuple[Entry, ...] = ()
        self._look()
        self.resize()

    def _look(self) -> None:
        """Read again what is kept."""
        infos = {info.slot: info for info in self._journey.store.slots()}
        if self._keep:
            numbered = [str(n) for n in range(1, SLOTS + 1)]
            self.entries = tuple(Entry(slot, infos.get(slot)) for slot in numbered)
        else:
            self.entries = tuple(Entry(info.slot, info) for info in infos.values())
        self._cards.forget()

    @property
    def moving(self) -> bool:
        """Only while something is said."""
        return self.notices.moving

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-len(self.entries) // self._per_page))

    def enter(self) -> None:
        """Be there again, perhaps with other settings."""
        if self._laid_out_for != self._kit.settings:
            self.resize()

    def resize(self) -> None:
        """Lay everything out."""
        theme, self._laid_out_for = self._kit.theme, self._kit.settings
        self._ground = backdrop(self._kit, self._stage.canvas, 0.76)
        frame(self._ground, theme, self._kit.ornaments)
        area = pygame.Rect(theme.margin, theme.px(204), theme.width - 2 * theme.margin, 0)
        area.height = theme.height - area.top - theme.px(64) - round(theme.type(56))
        gap = theme.px(28)
        least = round(theme.type(440))
        columns = max(1, min(3, (area.width + gap) // (least + gap)))
        words = self._cards.words_height
        rows = max(1, min(2, (area.height + gap) // (words + theme.px(150) + gap)))
        width = (area.width - gap * (columns - 1)) // columns
        height = (area.height - theme.px(40) * (rows - 1)) // rows
        self.focus.columns = columns
        self._per_page = columns * rows
        self.page = min(self.page, self.pages - 1)
        shown = len(self._shown())
        rects = []
        for n in range(shown):
            column, row = n % columns, n // columns
            rects.append(
                pygame.Rect(
                    area.x + column * (width + gap), area.y + row * (height + theme.px(40)), width, height
                )
            )
        self.focus.place(rects)

    def _shown(self) -> tuple[Entry, ...]:
        return self.entries[self.page * self._per_page : (self.page + 1) * self._per_page]

    @property
    def focused(self) -> object:
        """What the keys have come to."""
        return self.focus.index

    @property
    def folio(self) -> object:
        """Which page is shown."""
        return self.page

    def handle(self, put_in: Input) -> Move | None:  # noqa: PLR0911 (one way each)
        """Answer an input."""
        if put_in.verb is Verb.LEAVE or (
            put_in.verb is Verb.PRESS and self._way_out().collidepoint(put_in.at)
        ):
            return Pop()
        if put_in.verb in (Verb.BACK, Verb.ON, Verb.PREVIOUS, Verb.NEXT):
            self._turn(1 if put_in.verb in (Verb.ON, Verb.NEXT) else -1)
            return None
        if put_in.verb is Verb.WHEEL:
            self._turn(-1 if put_in.by > 0 else 1)
            return None
        before = self.focus.index
        if put_in.verb is Verb.RIGHT and before == len(self.focus.rects) - 1 and self.page < self.pages - 1:
            self._turn(1)
            return None
        if put_in.verb is Verb.LEFT and before == 0 and self.page > 0:
            self._turn(-1)
            self.focus.index = len(self.focus.rects) - 1
            return None
        if put_in.verb is Verb.PRESS and self._cross().collidepoint(put_in.at):
            put_in = Input(Verb.DELETE)
        if put_in.verb is Verb.DELETE:
            self._set_aside()
            return None
        taken = self.focus.handle(put_in)
        if self.focus.index != before:
            self._doomed = ""
        return None if taken is None else self._take(self._shown()[taken])

    def _turn(self, by: int) -> None:
        self.page = (self.page + by) % self.pages
        self.focus.index = 0
        self._doomed = ""
        self.resize()

    def _take(self, entry: Entry) -> Move | None:
        if self._keep:
            if entry.info is not None and self._doomed != entry.slot:
                self._doomed = entry.slot
                self.notices.say("There is a journey here already. Once more, and this one takes its place.")
                return None
            self._journey.keep(entry.slot, self._stage.canvas)
            self._kit.sound.effect("save")
            return Pop("Kept.")
        try:
            self._journey.load(entry.slot)
        except (SaveError, Unreadable) as error:
            self.notices.say(str(error))
            return None
        return Replace(Door.READING, all=True)

    def _set_aside(self) -> None:
        """Take a save out of the list, if asked twice; its file is only moved aside."""
        shown = self._shown()
        if not shown or shown[self.focus.index].info is None:
            return
        slot = shown[self.focus.index].slot
        if self._doomed != slot:
            self._doomed = slot
            self.notices.say("Once more, and this journey is taken off the shelf.")
            return
        self._doomed = ""
        if self._journey.store.put_aside(slot) is not None:
            self.notices.say("It is off the shelf. Its file was put aside, not destroyed.")
        self._look()
        self.resize()

    def _way_out(self) -> pygame.Rect:
        """Where the cross is that leaves this screen, for the mouse alone."""
        theme = self._kit.theme
        side = max(34, theme.px(52))
        rect = pygame.Rect(0, 0, side, side)
        rect.center = (theme.width - theme.margin - side // 2, theme.px(106))
        return rect

    def _cross(self) -> pygame.Rect:
        """Where the focused card's cross is."""
        if not self.focus.rects:
            return pygame.Rect(0, 0, 0, 0)
        return self._cards.cross(self.focus.rects[self.focus.index])

    def update(self, seconds: float) -> Move | None:
        """Let time pass."""
        self.notices.update(seconds)
        return None

    # How it looks

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it."""
        kit, theme = self._kit, self._kit.theme
        surface.blit(self._ground, (0, 0))
        heading = "Keep this journey" if self._keep else "Load a journey"
        kit.type.put(
            surface, heading, theme.margin, theme.px(124), Style(Face.DISPLAY, theme.display(60), VELLUM50)
        )
        right = theme.width - theme.margin
        kit.ornaments.line(
            surface,
            (theme.margin, theme.px(164)),
            (right, theme.px(164)),
            max(1.0, 1.25 * theme.unit),
            GOLD500,
            0.7,
        )
        out = self._way_out()
        kit.ornaments.sign(
            surface, "close", out.center, out.width * 0.42, VELLUM300, max(1.2, 2 * theme.unit)
        )
        if self.pages > 1:
            label = Style(Face.ITALIC, theme.type(25), VELLUM300)
            folio = f"page {self.page + 1} of {self.pages}"
            kit.type.put(surface, folio, out.left - theme.px(20), theme.px(124), label, 1.0)
        if not self.entries:
            style = Style(Face.ITALIC, theme.type(30), VELLUM300)
            kit.type.put(surface, "Nothing is kept here yet.", theme.width / 2, theme.height / 2, style, 0.5)
        for n, (entry, rect) in enumerate(zip(self._shown(), self.focus.rects, strict=True)):
            self._cards.draw(surface, entry, rect, chosen=n == self.focus.index)
        draw_hints(
            surface, kit, self._hints(), theme.margin, theme.height - theme.px(64), right - theme.margin
        )
        self.notices.draw(surface, pygame.Rect((0, 0), kit.size))

    def _hints(self) -> list[tuple[str, str]]:
        """What can be done with what is here."""
        hints = [("Esc", "back")]
        if self.pages > 1:
            hints.insert(0, ("Tab", "next page"))
        if any(entry.info is not None for entry in self._shown()):
            hints.insert(0, ("Del", "take off the shelf"))
        if self.entries:
            hints.insert(0, ("Enter", "keep here" if self._keep else "load"))
        return hints
