"""The settings: families on the left, their rows beside them, and what they change on the right, at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pygame

from game.desktop.area import Area
from game.desktop.controls import ROW, Control, Controls
from game.desktop.folder import open_folder
from game.desktop.fonts import Face
from game.desktop.hints import draw_hints
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.notice import Notices
from game.desktop.panel import Edge, gild_wing, grown_rect, wing
from game.desktop.preview import Preview
from game.desktop.scene import Door, Move, Pop, Replace, Scene
from game.desktop.settings_families import draw_families
from game.desktop.settings_note import FamilyNote
from game.desktop.settings_table import FAMILIES, WELCOME, Family, Kind, Row
from game.desktop.stage import Stage, curtain
from game.desktop.theme import GOLD500, VELLUM50, VELLUM300
from game.desktop.typeset import Style
from game.saves import Settings, allowed
from game.saves.settings import Setting

ROWS: Final = (ROW, 62, 54, 48)
"""Heights of the first run's rows that are tried, so that its note is seen together with them."""
WING: Final = 0.592
"""How much of the window's width the panel takes where there is room for a preview."""


class SettingsScreen(Scene):
    """All settings; every change takes effect at once and is kept."""

    def __init__(self, kit: Kit, journey: Journey, stage: Stage, *, welcome: bool = False) -> None:
        self._kit, self._journey, self._stage = kit, journey, stage
        self._welcome = welcome
        """Whether it is the first run, which asks three things only."""
        self._all: tuple[Family, ...] = (WELCOME,) if welcome else FAMILIES
        self.notices = Notices(kit)
        self._controls = Controls(kit)
        self._note = FamilyNote(kit)
        self._preview = Preview(kit)
        self.family = 0
        self.index = 0
        self._rows: tuple[Control, ...] = ()
        self._families: list[pygame.Rect] = []
        self._scroll = 0
        self._dragging = False
        self._waiting = False
        self._ground: tuple[int, pygame.Surface] | None = None
        if welcome:
            stage.show(curtain(kit))
        self._area = Area(
            pygame.Rect(0, 0, 1, 1), "none", pygame.Rect(0, 0, 1, 1), 0, pygame.Rect(0, 0, 1, 1)
        )
        self.resize()

    @property
    def moving(self) -> bool:
        """Whether the picture lives, or something is said."""
        return self._stage.moving or self.notices.moving

    @property
    def wide(self) -> bool:
        """Whether there is room for families beside the rows, and for a preview."""
        theme = self._kit.theme
        return theme.width / theme.height > 1.45 and theme.grown <= 1.35  # noqa: PLR2004 (tried out)

    def settle(self) -> None:
        """Be wholly there."""
        if self._welcome:
            self._stage.show(curtain(self._kit), at_once=True)

    def resize(self) -> None:
        """Lay everything out."""
        theme = self._kit.theme
        width = round(theme.width * WING) if self.wide else theme.width
        panel = pygame.Rect(0, 0, width, theme.height)
        free = pygame.Rect(width, 0, theme.width - width, theme.height)
        edge: Edge = "right" if self.wide else "none"
        self._area = Area(panel, edge, panel, 0, free if self.wide else pygame.Rect((0, 0), self._kit.size))
        self._ground = None
        self._place()

    def _place(self) -> None:
        """Give rows and families their places."""
        theme = self._kit.theme
        step = round(theme.type(58))
        if self._welcome:
            x = theme.margin
            width = self._area.panel.width - theme.px(90) - x
            top = theme.px(180)
            self._families = []
        elif self.wide:
            x = theme.px(364)
            width = self._area.panel.width - theme.px(76) - x
            top = theme.px(176)
            self._families = [
                pygame.Rect(theme.px(70), theme.px(186) + n * step, theme.px(230), step)
                for n in range(len(self._all))
            ]
        else:
            x, width = theme.margin, theme.width - 2 * theme.margin
            arrows = round(theme.type(60))
            y = theme.px(150)
            top = y + arrows + theme.px(14)
            self._families = [
                pygame.Rect(x - arrows // 3, y, arrows, arrows),
                pygame.Rect(x + width - arrows * 2 // 3, y, arrows, arrows),
            ]
        height = theme.height - top - theme.px(70) - round(theme.type(40))
        self._note.lay_out(self._told(), width)
        rows = self._all[self.family].rows
        self._controls.row = self._row_height(x, width, height)
        if self._high(self._controls.row, x, width) > height:
            # Whole rows, so that none is cut where the list goes on.
            height -= height % round(theme.type(ROW))
        self._view = pygame.Rect(x - theme.px(40), top, width + theme.px(80), height)
        self._rows = self._controls.place(rows, x, top - self._scroll, width)
        self._keep_in_view()

    def _row_height(self, x: int, width: int, room: int) -> float:
        """How high a row is; on the first run so that the note is seen too, and the preview if it can be."""
        if not self._welcome:
            return ROW
        gap = self._kit.theme.px(24)
        sample = 0 if self.wide else self._preview.height(width) + gap
        tried = ((high, more) for more in (sample, 0) for high in ROWS)
        return next((high for high, more in tried if self._high(high, x, width) + more <= room), ROW)

    def _high(self, row: float, x: int, width: int) -> int:
        """How high the family is with rows of a height, its note included."""
        self._controls.row = row
        placed = self._controls.place(self._all[self.family].rows, x, 0, width)
        return placed[-1].rect.bottom + self._note.height

    def _told(self) -> str:
        """What is to be known of this family."""
        family = self._all[self.family]
        folder = f" {self._journey.store.folder}" if family.rows[0].kind is Kind.FOLDER else ""
        return family.note + folder

    def _keep_in_view(self) -> None:
        """Scroll so that the focused row can be seen."""
        if not self._rows:
            return
        row = self._rows[self.index].rect
        if self.index == len(self._rows) - 1 and row.height + self._note.height <= self._view.height:
            row = pygame.Rect(row.x, row.y, row.width, row.height + self._note.height)
        shift = 0
        if row.bottom > self._view.bottom:
            shift = row.bottom - self._view.bottom
        elif row.top < self._view.top:
            shift = row.top - self._view.top
        if shift:
            self._scroll += shift
            self._rows = self._controls.place(
                self._all[self.family].rows, row.x, self._view.top - self._scroll, row.width
            )

    # What is done

    @property
    def focused(self) -> object:
        """What the keys have come to."""
        return self.index

    @property
    def folio(self) -> object:
        """Which page is shown."""
        return self.family

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input."""
        if self._waiting:
            self._rebind(put_in)
            return None
        match put_in.verb:
            case Verb.LEAVE | Verb.MENU:
                return self._done()
            case Verb.UP | Verb.DOWN:
                self.index = (self.index + (1 if put_in.verb is Verb.DOWN else -1)) % len(self._rows)
                self._place()
            case Verb.WHEEL:
                self.index = max(0, min(len(self._rows) - 1, self.index + (-1 if put_in.by > 0 else 1)))
                self._place()
            case Verb.NEXT | Verb.ON | Verb.SKIP:
                self._turn(1)
            case Verb.PREVIOUS | Verb.BACK:
                self._turn(-1)
            case Verb.LEFT | Verb.RIGHT:
                self._step(1 if put_in.verb is Verb.RIGHT else -1)
            case Verb.TAKE | Verb.LISTEN:
                return self._take()
            case Verb.POINT | Verb.PRESS | Verb.RELEASE:
                return self._point(put_in)
            case _:
                pass
        return None

    def _turn(self, by: int) -> None:
        self.family = (self.family + by) % len(self._all)
        self.index = self._scroll = 0
        self._place()

    def _step(self, by: int) -> None:
        row = self._rows[self.index].row
        if row.kind in (Kind.WORDS, Kind.SLIDER, Kind.SWITCH):
            self._set(row, getattr(self._kit.settings.stepped(row.name, by), row.name))

    def _done(self) -> Move:
        """Go back; or, the first time, on to the title."""
        if not self._welcome:
            return Pop()
        self._kit.change(self._kit.settings.with_value("greeted", True))
        return Replace(Door.TITLE)

    def _take(self) -> Move | None:
        """Switch, go on to the next value, or wait for a key."""
        row = self._rows[self.index].row
        settings = self._kit.settings
        match row.kind:
            case Kind.BEGIN:
                return self._done()
            case Kind.KEY:
                self._waiting = True
            case Kind.FOLDER:
                self.notices.say(open_folder(self._journey.store.folder))
            case _:
                values = allowed(row.name)
                following = values[(values.index(getattr(settings, row.name)) + 1) % len(values)]
                self._set(row, following)
        return None

    def _change(self, settings: Settings) -> None:
        self._kit.change(settings)
        self.resize()

    def _set(self, row: Row, value: Setting) -> None:
        settings = self._kit.settings
        if getattr(settings, row.name) == value:
            return
        for name in (row.name, *row.also):
            settings = settings.with_value(name, value)
        self._change(settings)

    def _point(self, put_in: Input) -> Move | None:
        if self._dragging and put_in.verb is Verb.POINT:
            self._drag(put_in.at[0])
            return None
        if put_in.verb is Verb.RELEASE:
            self._dragging = False
            return None
        found = next(
            (n for n, control in enumerate(self._rows) if control.rect.collidepoint(put_in.at)), None
        )
        if found is not None and self._view.collidepoint(put_in.at):
            self.index = found
        if put_in.verb is not Verb.PRESS:
            return None
        if self._back().collidepoint(put_in.at):
            return self._done()
        for n, rect in enumerate(self._families):
            if rect.collidepoint(put_in.at):
                self._turn((n - self.family) if self.wide else (-1, 1)[n])
                return None
        return self._press(put_in.at) if found is not None else None

    def _press(self, at: tuple[int, int]) -> Move | None:
        control = self._rows[self.index]
        target = next((target for target in control.targets if target.rect.collidepoint(at)), None)
        if target is None:
            return None
        if control.slider is not None:
            self._dragging = True
            self._drag(at[0])
        elif target.value is not None:
            self._set(control.row, target.value)
        else:
            return self._take()
        return None

    def _drag(self, x: int) -> None:
        control = self._rows[self.index]
        if control.slider is not None:
            values = allowed(control.row.name)
            share = (x - control.slider.x) / control.slider.width
            self._set(control.row, values[max(0, min(len(values) - 1, round(share * (len(values) - 1))))])

    def _rebind(self, put_in: Input) -> None:
        """Take the key that was pressed for the verb that waits; Esc leaves it as it was."""
        if put_in.verb in (Verb.POINT, Verb.RELEASE, Verb.WHEEL):
            return
        self._waiting = False
        if put_in.key and put_in.verb is not Verb.LEAVE:
            verb = self._rows[self.index].row.name
            keys = {**self._kit.settings.keys, verb: put_in.key}
            self._kit.change(replace(self._kit.settings, keys=keys))

    def _back(self) -> pygame.Rect:
        """Where the cross is that leaves."""
        theme = self._kit.theme
        side = max(34, theme.px(52))
        rect = pygame.Rect(0, 0, side, side)
        rect.center = (self._area.panel.right - theme.px(100), theme.px(106))
        return rect

    # How it looks

    def update(self, seconds: float) -> Move | None:
        """Let time pass."""
        self.notices.update(seconds)
        self._stage.update(seconds, (0.0, 0.0), self._kit.sound.beat)
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it."""
        kit, theme = self._kit, self._kit.theme
        if self.wide:
            self._stage.draw(surface, self._area)
        self._draw_ground(surface)
        kit.type.put(
            surface,
            WELCOME.name if self._welcome else "Settings",
            theme.margin,
            theme.px(124),
            Style(Face.DISPLAY, theme.display(60), VELLUM50),
        )
        if not self._welcome:
            back = self._back()
            kit.ornaments.sign(
                surface, "close", back.center, back.width * 0.42, VELLUM300, max(1.2, 2 * theme.unit)
            )
            names = [family.name for family in self._all]
            draw_families(surface, kit, names, self.family, self._families, wide=self.wide)
        surface.set_clip(self._view)
        for n, control in enumerate(self._rows):
            focused = n == self.index
            self._controls.draw(
                surface, control, kit.settings, focused=focused, waiting=focused and self._waiting
            )
        self._note.draw(surface, self._rows[-1].rect)
        surface.set_clip(None)
        if self._rows[-1].rect.bottom + self._note.height > self._view.bottom + 1:
            kit.ornaments.diamond(
                surface, (self._view.centerx, self._view.bottom + theme.px(12)), theme.px(8), GOLD500
            )
        self._draw_preview(surface)
        hints = [("←  →", "change"), ("Tab", "next page"), ("Esc", "back")]
        if self._welcome:
            hints = [("↑  ↓", "choose"), ("←  →", "change"), ("Enter", "take")]
        draw_hints(
            surface, kit, hints, self._rows[0].rect.x, theme.height - theme.px(54), self._rows[0].rect.width
        )
        self.notices.draw(
            surface, pygame.Rect(0, theme.height - theme.px(260), self._area.panel.width, theme.px(200))
        )

    def _draw_preview(self, surface: pygame.Surface) -> None:
        """How text will read: beside the rows, or on the first run beneath them if there is room."""
        theme = self._kit.theme
        if self.wide:
            self._preview.draw(surface, self._area.free.inflate(-theme.px(104), -theme.px(120)))
            return
        top = self._rows[-1].rect.bottom + self._note.height + theme.px(24)
        rest = pygame.Rect(self._rows[0].rect.x, top, self._rows[0].rect.width, self._view.bottom - top)
        if self._welcome and self._preview.height(rest.width) <= rest.height:
            self._preview.draw(surface, rest)

    def _draw_ground(self, surface: pygame.Surface) -> None:
        theme, panel = self._kit.theme, self._area.panel
        if self._ground is None or self._ground[0] != self._stage.fresh:
            crop = self._stage.crop(self._area)
            picture = self._stage.paint_whole(self._area)
            ground = wing(picture.subsurface(crop.source(panel)), panel, self._area.edge, theme)
            self._ground = (self._stage.fresh, ground)
        surface.blit(self._ground[1], grown_rect(panel, self._area.edge, theme.px(80)).topleft)
        gild_wing(surface, panel, self._area.edge, theme, self._kit.ornaments)
