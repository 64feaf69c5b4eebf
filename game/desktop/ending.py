"""The end of a run: its page of paper over the picture, turned at the reader's pace, never by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.desktop import motion
from game.desktop.area import Area
from game.desktop.fonts import Face
from game.desktop.header import NOTES
from game.desktop.hints import draw_hints
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.menu import Inks, Item, Menu
from game.desktop.notation import draw_melody
from game.desktop.passage import spans
from game.desktop.scene import Door, Move, Replace, Scene
from game.desktop.stage import Stage
from game.desktop.theme import GILTBROWN, INKBROWN2
from game.desktop.theme import colour as as_colour
from game.desktop.typeset import Paragraph, Style
from game.model.song import Motif
from game.play.event import Entered, Sang
from game.view.block import Moment, blocks
from game.view.stage import StageSpec

INK: Final = "#33142E"
ROSE: Final = "#8A1B35"
PLUM: Final = "#4A2440"
VEIL: Final = "#FFF6EA"
STEP: Final = 0.2
"""How many seconds after one paragraph the next begins to arrive."""
ARRIVES: Final = 0.7
SHORTEST_ROAD: Final = 3
"""A road of fewer notes is no melody."""
MAKERS: Final = (
    ("Words, music, pictures and code", "The Serene Symphony contributors"),
    (
        "Typefaces, under the SIL Open Font License",
        "Crimson Pro, Cormorant Garamond, Alegreya Sans, Atkinson Hyperlegible, OpenDyslexic, Noto Music",
    ),
    ("Harp and hands", "you"),
)


WAYS_ON: Final = (
    Item("title", "To the title"),
    Item("back", "Back to the last choice"),
    Item("new", "Begin again"),
)
"""What can be done from the last page."""


class EndingPage(Scene):
    """The last page: the ending's name, what came of the journey, its road as a melody, and who made it."""

    def __init__(self, kit: Kit, journey: Journey, stage: Stage) -> None:
        self._kit, self._journey, self._stage = kit, journey, stage
        story, history = journey.story, journey.history
        self._ending = story.endings.get(history.state.ending or "")
        self.page = 0
        self._since = 0.0
        self._veil = pygame.Surface((1, 1))
        whole = pygame.Rect((0, 0), kit.size)
        self._area = Area(whole, "none", whole, 0, whole)
        if self._ending is not None and self._ending.picture:
            stage.show(self._picture())
        else:
            stage.company.gather(())
        if self._ending is not None and self._ending.music:
            kit.sound.music(self._ending.music)
        moment = Moment(story, history.state.values, history.seed, history.state.node, 1)
        self.menu = Menu(kit, WAYS_ON, 29, Inks(PLUM, INK, ROSE, ""))
        self._blocks = blocks(self._ending.credits, moment) if self._ending else ()
        self._road = self._sounded()
        self._title = story.title.split(": ")
        self.resize()

    def _picture(self) -> StageSpec:
        picture = self._ending.picture if self._ending else ""
        return StageSpec("", "", picture, "", "", (), "left", "", 0)

    @property
    def moving(self) -> bool:
        """Whether the picture lives, or words still arrive."""
        return self._stage.moving or not self._arrived

    def settle(self) -> None:
        """Be wholly there."""
        if self._ending is not None and self._ending.picture:
            self._stage.show(self._picture(), at_once=True)
        self._since = 10.0

    def resize(self) -> None:
        """Lay everything out."""
        whole = pygame.Rect((0, 0), self._kit.size)
        self._area = Area(whole, "none", whole, 0, whole)
        left, width = self._column()
        edge = (left + width) / self._kit.theme.width - 0.03
        self._veil = _veil(self._kit.size, edge, foot=bool(self._road.phrases))
        self._lay_out()
        self._lay_out_makers()
        self.page = min(self.page, self.pages - 1)

    @property
    def pages(self) -> int:
        """How many pages there are: the ending's own, and those of who made the game."""
        return len(self._told) + len(self._makers)

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input: let all words be there, then turn; on the last page the menu answers."""
        match put_in.verb:
            case Verb.LEAVE | Verb.MENU:
                return Replace(Door.TITLE, all=True)
            case Verb.LEFT | Verb.BACK:
                self._turn_to(max(0, self.page - 1))
            case _ if self.page == self.pages - 1:
                return self._go_on(self.menu.handle(put_in))
            case Verb.TAKE | Verb.RIGHT | Verb.DOWN | Verb.ON | Verb.LISTEN | Verb.PRESS:
                if self._arrived:
                    self._turn_to(self.page + 1)
                else:
                    self._since = self._arrival
            case Verb.UP:
                self._turn_to(max(0, self.page - 1))
            case _:
                pass
        return None

    def _turn_to(self, page: int) -> None:
        if page != self.page:
            self.page, self._since, self.menu.focus.pressed = page, 0.6, False

    def _go_on(self, item: Item | None) -> Move | None:
        """Take one of the ways on from the last page."""
        match item.name if item is not None else "":
            case "title":
                return Replace(Door.TITLE, all=True)
            case "back":
                self._journey.back()
                return Replace(Door.READING, all=True)
            case "new":
                self._journey.put_by()
                self._journey.begin()
                return Replace(Door.READING, all=True)
        return None

    @property
    def focused(self) -> object:
        """What the keys have come to, on the last page."""
        return self.menu.focus.index if self.page == self.pages - 1 else None

    @property
    def folio(self) -> object:
        """Which page is shown."""
        return self.page

    def update(self, seconds: float) -> Move | None:
        """Let time pass."""
        self._since += seconds
        self._stage.update(seconds, (0.0, 0.0), self._kit.sound.beat)
        return None

    def _sounded(self) -> Motif:
        """The places of the journey as notes, and its songs as rests between them."""
        story = self._journey.story
        phrases: list[list[int]] = [[]]
        before = ""
        for entry in self._journey.history.trail:
            for event in entry.events:
                if isinstance(event, Sang) and event.way is not None and phrases[-1]:
                    phrases.append([])
                if isinstance(event, Entered):
                    place = story.nodes[event.node].place
                    note = story.places[place].note.replace("'", "′") if place in story.places else ""
                    if note in NOTES and place != before:
                        phrases[-1].append(NOTES.index(note) + 1)
                        before = place
        filled = tuple(tuple(phrase) for phrase in phrases if phrase)
        if sum(map(len, filled)) < SHORTEST_ROAD:
            return Motif()
        return Motif(filled, tuple((1.0,) * len(phrase) for phrase in filled))

    # How it looks

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it."""
        self._stage.draw(surface, self._area, hidden=False)
        surface.blit(self._veil, (0, 0))
        if self.page < len(self._told):
            self._draw_told(surface)
        else:
            self._draw_makers(surface, self._makers[self.page - len(self._told)])
        kit, theme = self._kit, self._kit.theme
        last = self.page == self.pages - 1
        hints = [("Enter", "take" if last else "turn the page")]
        if self.page:
            hints.append(("←", "the page before"))
        draw_hints(
            surface, kit, hints, theme.px(138), theme.height - theme.px(40), theme.width * 0.6, INK, INK, ""
        )

    def _share(self, number: int) -> float:
        return 1.0 if self._kit.theme.still else motion.sine((self._since - STEP * number) / ARRIVES)

    @property
    def _arrival(self) -> float:
        """When all of this page is there, in seconds."""
        last = 1 + (len(self._told[self.page]) if self.page < len(self._told) else len(MAKERS))
        return STEP * last + ARRIVES

    @property
    def _arrived(self) -> bool:
        return self._kit.theme.still or self._since >= self._arrival

    def _column(self) -> tuple[int, int]:
        theme = self._kit.theme
        left = theme.px(138)
        wide = theme.width / theme.height > 1.5 and theme.grown < 1.4  # noqa: PLR2004 (tried out)
        return left, round(theme.width * (0.5 if wide else 0.84)) - left

    def _lay_out(self) -> None:
        """Break the ending's words into pages: what fits beneath the heading, then what fits on a page."""
        kit, theme = self._kit, self._kit.theme
        _, width = self._column()
        self._foot = theme.height - theme.px(150) - (theme.px(180) if self._road.phrases else 0)
        style = Style(Face.DISPLAY, theme.display(84), INK)
        title = self._ending.title if self._ending else "The end"
        self._heading = kit.type.plain(title, width, style, style.size * 1.02)
        small = Style(Face.ITALIC, theme.type(28), ROSE)
        self._remark = kit.type.plain(self._count(), width, small, theme.type(38))
        self._top = theme.px(136) + self._heading.height + self._remark.height + theme.px(16)
        text = Style(Face.TEXT, theme.type(28), PLUM)
        self._told: list[list[Paragraph]] = [[]]
        y = self._top
        for block in self._blocks:
            words = spans(block.runs, Face.TEXT, Face.ITALIC)
            paragraph = kit.type.paragraph(words, width, text, theme.type(40))
            if y + paragraph.height > self._foot and self._told[-1]:
                self._told.append([])
                self._foot = theme.height - theme.px(120)
                y = theme.px(120)
            self._told[-1].append(paragraph)
            y += paragraph.height + theme.type(14)
        if len(self._told) > 1 and len(self._told[-1]) == 1 and len(self._told[-2]) > 2:  # noqa: PLR2004
            # No page is turned for one last paragraph alone.
            self._told[-1].insert(0, self._told[-2].pop())

    def _lay_out_makers(self) -> None:
        """Break what is said of who made the game into pages; the ways on stand at the foot of the last."""
        kit, theme = self._kit, self._kit.theme
        left, width = self._column()
        foot = theme.height - theme.px(84) - round(theme.type(40))
        top = theme.px(150) + theme.display(66) * len(self._title)
        self.menu.fit(width, foot - top)
        self._makers: list[list[tuple[str, Paragraph]]] = [[]]
        y = top
        for part, names in MAKERS:
            told = kit.type.plain(names, width, Style(Face.TEXT, theme.type(30), INK), theme.type(40))
            height = theme.type(68) + told.height
            if y + height - theme.type(40) > foot and self._makers[-1]:
                self._makers.append([])
                y = top
            self._makers[-1].append((part, told))
            y += height
        if y + self.menu.height > foot:
            self._makers.append([])
        self.menu.place(left, round(foot - self.menu.height))

    def _count(self) -> str:
        """How much was read, and how many of the endings are known."""
        told = f"{self._journey.words():,}".replace(",", "\u202f")
        endings = self._journey.story.endings
        found = len(self._journey.seen.endings & set(endings))
        return (
            f"{told} words. Of {len(endings)} endings you have found {found}."
            if len(endings) > 1
            else f"{told} words."
        )

    def _lines(
        self, surface: pygame.Surface, paragraph: Paragraph, x: float, y: float, share: float
    ) -> float:
        """Draw a paragraph as far as it has arrived; the y beneath it."""
        base = y + self._kit.type.first_baseline(paragraph)
        for line in paragraph.lines:
            self._kit.type.put_line(surface, line, x, base, paragraph.style, share)
            base += paragraph.lead
        return y + paragraph.height

    def _draw_told(self, surface: pygame.Surface) -> None:
        """A page of the ending's words; the first has its name, and the road."""
        kit, theme = self._kit, self._kit.theme
        left, width = self._column()
        y = float(theme.px(120))
        if self.page == 0:
            y = self._lines(surface, self._heading, left, theme.px(92), self._share(0)) + theme.px(8)
            y = self._lines(surface, self._remark, left, y, self._share(1)) + theme.px(10)
            kit.ornaments.line(
                surface, (left, y), (left + width, y), max(1.0, 1.25 * theme.unit), GILTBROWN, 0.9
            )
            y += theme.px(16)
        for number, paragraph in enumerate(self._told[self.page]):
            y = self._lines(surface, paragraph, left, y, self._share(2 + number)) + theme.type(14)
        arrived = self._share(3) > 0.5  # noqa: PLR2004 (half-way into the fade)
        if self.page == 0 and self._road.phrases and arrived:
            gap, foot = theme.px(20), theme.height - theme.px(150)
            staff = pygame.Rect(left, foot - gap * 4, theme.width - 2 * left, gap * 4)
            label = Style(Face.ITALIC, theme.type(25), INKBROWN2)
            kit.type.put(surface, "Your road, as it sounded", left, staff.top - gap * 1.9, label)
            draw_melody(surface, kit, self._road, staff, ink=INK)

    def _draw_makers(self, surface: pygame.Surface, makers: Sequence[tuple[str, Paragraph]]) -> None:
        """A page of who made the game; on the last one the ways on."""
        kit, theme = self._kit, self._kit.theme
        left, width = self._column()
        style = Style(Face.DISPLAY, theme.display(72), INK)
        y = theme.px(170) + 0.0
        for part in self._title:
            kit.type.put(surface, part, left, y, style, alpha=self._share(0))
            style = Style(Face.DISPLAY_ITALIC, theme.display(44), ROSE)
            y += theme.display(66)
        under = y - theme.px(20)
        kit.ornaments.line(
            surface, (left, under), (left + width, under), max(1.0, 1.25 * theme.unit), GILTBROWN, 0.9
        )
        part_style = Style(Face.ITALIC, theme.type(25), ROSE)
        for number, (part, told) in enumerate(makers, 1):
            kit.type.put(surface, part, left, y + theme.type(32), part_style, alpha=self._share(number))
            base = y + theme.type(70)
            for line in told.lines:
                kit.type.put_line(surface, line, left, base, told.style, self._share(number))
                base += told.lead
            y += theme.type(68) + told.height
        if self.page == self.pages - 1:
            self.menu.draw(surface, self._since - STEP * len(makers))


def _veil(size: tuple[int, int], edge: float, *, foot: bool) -> pygame.Surface:
    """Light over the picture like paper: thick at the left up to a share of the width, and at the `foot`."""
    small = pygame.Surface((64, 36), pygame.SRCALPHA)
    for y in range(36):
        low = 0.95 * min(1.0, max(0.0, (y / 35 - 0.54) / 0.14)) if foot else 0.0
        for x in range(64):
            left = 0.95 * max(0.0, 1 - max(0.0, x / 63 - edge) / 0.26) ** 1.3
            small.set_at((x, y), as_colour(VEIL, 1 - (1 - left) * (1 - low)))
    return pygame.transform.smoothscale(small, size)
