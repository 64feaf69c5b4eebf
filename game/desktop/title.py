"""The title: the valley at dusk, the name of the game, and the way in on one key."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop import motion
from game.desktop.area import MUCH_LARGER, Area
from game.desktop.fonts import Face
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.menu import Item, Menu
from game.desktop.notice import Notices
from game.desktop.overture import Overture, notes_due
from game.desktop.resume import Resumed, resumed
from game.desktop.scene import Door, Move, Push, Quit, Replace, Scene
from game.desktop.stage import Stage, curtain
from game.desktop.theme import GOLD300, INK950, VELLUM50, VELLUM100
from game.desktop.theme import colour as as_colour
from game.desktop.typeset import Style
from game.play.codec import Unreadable
from game.saves import SaveError

MUSIC: Final = "overture"
PROMISE: Final = "Everything here can be played without sound, and without haste."
DUSK: Final = "#160C26"
WORDS_END: Final = 0.62
"""How far across the window words may reach."""
WORDS_END_LARGE: Final = 1.0
"""Likewise, where they are much larger."""
CRIMSON_TITLE: Final = "#FFB0A8"


class Title(Scene):
    """The first screen."""

    def __init__(self, kit: Kit, journey: Journey, stage: Stage) -> None:
        self._kit, self._journey, self._stage = kit, journey, stage
        self.notices = Notices(kit)
        self._since = 0.0
        self._pointer = (0.0, 0.0)
        self._name, _, self._subtitle = journey.story.title.partition(": ")
        self._resumed = resumed(journey.store, journey.story)
        self.menu = Menu(kit, _items(self._resumed, saved=bool(journey.store.slots())))
        if self._resumed is not None and not self._resumed.slot:
            self.menu.focus.index = 1
        self._scrim = pygame.Surface((1, 1))
        self._laid_out_for = kit.settings
        self._overture: Overture | None = None
        self._area = Area(
            pygame.Rect(0, 0, 0, 0), "none", pygame.Rect(0, 0, 0, 0), 0, pygame.Rect((0, 0), kit.size)
        )
        self._spec = curtain(kit)
        for sentence in (kit.sound.complaint(), *journey.notices):
            self.notices.say(sentence)
        stage.show(self._spec)
        self.resize()

    @property
    def moving(self) -> bool:
        """Whether it is not wholly still."""
        if self._waiting:
            return self.notices.moving
        return (
            not self._kit.theme.still
            or self._since < motion.MENU * 2
            or self._stage.moving
            or self.notices.moving
        )

    @property
    def _waiting(self) -> bool:
        """Whether its picture is yet to come: words and music begin with it."""
        return self._since == 0.0 and self._stage.waiting

    def enter(self) -> None:
        """Be there again, perhaps with other settings."""
        self._stage.show(self._spec)
        if self._laid_out_for != self._kit.settings:
            self.resize()

    def settle(self) -> None:
        """Be wholly there, for a still picture."""
        self._stage.show(self._spec, at_once=True)
        self._since = 20.0
        self.resize()

    def resize(self) -> None:
        """Lay everything out."""
        theme, self._laid_out_for = self._kit.theme, self._kit.settings
        self._area = Area(
            pygame.Rect(0, 0, 0, 0), "none", pygame.Rect(0, 0, 0, 0), 0, pygame.Rect((0, 0), self._kit.size)
        )
        self.menu.fit(round(theme.width * (0.44 if theme.grown < MUCH_LARGER else 0.7)), theme.height * 0.62)
        self.menu.place(theme.px(140), round(theme.height - theme.px(44) - self.menu.height))
        large = theme.grown >= MUCH_LARGER
        self._scrim = _scrim(self._kit.size, WORDS_END_LARGE if large else WORDS_END)
        if not self._waiting:
            self._draw_threads()

    def _draw_threads(self) -> None:
        """Draw the staff up to the bell in the picture."""
        theme = self._kit.theme
        crop = self._stage.crop(self._area)
        focal = self._stage.focal
        bell = self._stage.point("belfry") or (
            focal.centerx + focal.width * 0.1,
            focal.top + focal.height * 0.2,
        )
        end = crop.to_window(*bell)
        start = theme.px(144), self._staff_y()
        self._overture = Overture(self._kit, start, (max(end[0], theme.width * 0.7), end[1]), self._room())

    def _room(self) -> float:
        """What the title's words may take of the height, as a share of their usual size."""
        theme = self._kit.theme
        top = self.menu.focus.rects[0].top
        return min(1.0, (top - theme.px(30)) / (theme.px(776)))

    def _staff_y(self) -> float:
        return self._kit.theme.px(612) * self._room()

    @property
    def focused(self) -> object:
        """What the keys have come to."""
        return self.menu.focus.index

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input."""
        if put_in.verb is Verb.POINT:
            width, height = self._kit.size
            self._pointer = (put_in.at[0] / width * 2 - 1, put_in.at[1] / height * 2 - 1)
        if put_in.verb is Verb.LEAVE and self._since > motion.MENU:
            self.menu.focus.index = len(self.menu.items) - 1
            return None
        if put_in.verb is Verb.LISTEN:
            put_in = Input(Verb.TAKE)
        item = self.menu.handle(put_in)
        return None if item is None else self._take(item.name)

    def _take(self, name: str) -> Move | None:
        match name:
            case "continue" | "back":
                return self._go_on(back=name == "back")
            case "new":
                self._journey.put_by()
                self._journey.begin()
                return Replace(Door.READING)
            case "load":
                return Push(Door.LOAD)
            case "settings":
                return Push(Door.SETTINGS)
            case _:
                return Quit()

    def _go_on(self, *, back: bool) -> Move | None:
        """Take up the last journey; a step `back` from its end, where it can go no further."""
        if self._resumed is None or not self._resumed.slot:
            self.notices.say(self._resumed.trouble if self._resumed is not None else "")
            return None
        try:
            self._journey.load(self._resumed.slot)
        except (SaveError, Unreadable) as error:
            self.notices.say(str(error))
            return None
        if back:
            self._journey.back()
        return Replace(Door.READING)

    def update(self, seconds: float) -> Move | None:
        """Let time pass."""
        self.notices.update(seconds)
        before = self._stage.fresh
        self._stage.update(seconds, self._pointer, self._kit.sound.beat)
        if self._stage.fresh != before:
            self._draw_threads()
        if self._waiting:
            return None
        if self._since == 0.0:
            self._kit.sound.music(MUSIC)
        for note in notes_due(self._since, self._since + seconds):
            self._stage.light("lamps", note, GOLD300)
        self._since += seconds
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it."""
        kit, theme, room = self._kit, self._kit.theme, self._room()
        self._stage.draw(surface, self._area, hidden=False)
        surface.blit(self._scrim, (0, 0))
        if self._overture:
            self._overture.draw(surface, self._since)
        for number, (word, y) in enumerate(zip(self._name.split(), (340, 488), strict=False)):
            self._word(
                surface,
                word,
                y * theme.unit * room,
                Style(Face.DISPLAY, 176 * theme.unit * room, VELLUM50),
                number,
            )
        subtitle = Style(Face.DISPLAY_ITALIC, 56 * theme.unit * max(0.7, room), CRIMSON_TITLE, 0.02)
        self._word(surface, self._subtitle, 712 * theme.unit * room, subtitle, 3, theme.px(6))
        self.menu.draw(surface, self._since - 0.4)
        promise = Style(Face.ITALIC, theme.type(24), VELLUM100)
        if kit.type.width(PROMISE, promise) < theme.width * 0.48 and theme.grown < 1.3:  # noqa: PLR2004 (large text needs the room)
            at = (theme.width - theme.px(72), theme.height - theme.px(52))
            kit.type.put(
                surface,
                PROMISE,
                at[0] + 1,
                at[1] + theme.px(2),
                Style(promise.face, promise.size, INK950),
                1.0,
                0.7,
            )
            kit.type.put(surface, PROMISE, *at, promise, 1.0, motion.clamp(self._since - 1.2))
        self.notices.draw(surface, pygame.Rect((0, 0), kit.size))

    def _word(
        self, surface: pygame.Surface, word: str, y: float, style: Style, number: int, shift: int = 0
    ) -> None:
        """A word of the title, with its shadow, arriving in its turn."""
        kit, theme = self._kit, self._kit.theme
        share = motion.sine((self._since - number * motion.LAYER * 2) / 0.9) if not theme.still else 1.0
        x = theme.px(140) + shift
        shade = Style(style.face, style.size, INK950)
        for offset, alpha in ((theme.px(3), 0.5), (theme.px(6), 0.25)):
            kit.type.put(surface, word, x + offset * 0.4, y + offset, shade, alpha=alpha * share)
        kit.type.put(surface, word, x, y, style, alpha=share)


def _items(last: Resumed | None, *, saved: bool) -> list[Item]:
    """What can be done from here; what is most likely wanted comes first."""
    items = [Item("new", "New journey")]
    if last is not None and last.ending:
        note = last.trouble or f"{last.where}: the journey ended, in ‘{last.ending}’"
        items.append(Item("back", "Back to the last choice", note))
    elif last is not None:
        items.insert(0, Item("continue", "Continue", last.trouble or last.where))
    if saved:
        items.append(Item("load", "Load"))
    return [*items, Item("settings", "Settings"), Item("leave", "Leave")]


def _scrim(size: tuple[int, int], end: float) -> pygame.Surface:
    """Dusk that gathers at the left and the foot, so that words up to `end` can be read on any sky."""
    small = pygame.Surface((32, 18), pygame.SRCALPHA)
    dusk = as_colour(DUSK)
    for x in range(32):
        left = 0.80 * max(0.0, 1 - x / 31 / end) ** (0.85 if end < 1 else 0.4)
        for y in range(18):
            foot = 0.5 * max(0.0, (y / 17 - 0.68) / 0.32)
            small.set_at((x, y), (dusk.r, dusk.g, dusk.b, round(255 * (1 - (1 - left) * (1 - foot)))))
    return pygame.transform.smoothscale(small, size)
