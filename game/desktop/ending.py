"""The end of a run: its page of paper over the picture, turned at the reader's pace, never by itself."""

from __future__ import annotations

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
from game.desktop.notation import draw_melody
from game.desktop.scene import Door, Move, Replace, Scene
from game.desktop.stage import Stage
from game.desktop.theme import GILTBROWN, INKBROWN2
from game.desktop.theme import colour as as_colour
from game.desktop.typeset import Style
from game.model.song import Motif
from game.play.event import Entered, Sang
from game.view.block import Moment, blocks
from game.view.stage import StageSpec

INK: Final = "#33142E"
ROSE: Final = "#8A1B35"
PLUM: Final = "#4A2440"
VEIL: Final = "#FFF6EA"
MAKERS: Final = (
    ("Words, music, pictures and code", "The Serene Symphony contributors"),
    (
        "Typefaces, under the SIL Open Font License",
        "Crimson Pro, Cormorant Garamond, Alegreya Sans, Atkinson Hyperlegible, OpenDyslexic, Noto Music",
    ),
    ("Harp and hands", "you"),
)


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
        self._told = blocks(self._ending.credits, moment) if self._ending else ()
        self.resize()

    def _picture(self) -> StageSpec:
        picture = self._ending.picture if self._ending else ""
        return StageSpec("", "", picture, "", "", (), "left", "", 0)

    @property
    def moving(self) -> bool:
        """Whether the picture lives, or words still arrive."""
        return self._stage.moving or self._since < 2.0  # noqa: PLR2004 (all lines are there then)

    def settle(self) -> None:
        """Be wholly there."""
        if self._ending is not None and self._ending.picture:
            self._stage.show(self._picture(), at_once=True)
        self._since = 10.0

    def resize(self) -> None:
        """Lay everything out."""
        whole = pygame.Rect((0, 0), self._kit.size)
        self._area = Area(whole, "none", whole, 0, whole)
        self._veil = _veil(self._kit.size)

    @property
    def pages(self) -> int:
        """How many pages there are: the ending's own, and that of those who made it."""
        return 2

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input: turn, or go to the title from the last page."""
        match put_in.verb:
            case Verb.TAKE | Verb.RIGHT | Verb.DOWN | Verb.ON | Verb.LISTEN | Verb.PRESS:
                if self.page == self.pages - 1:
                    return Replace(Door.TITLE, all=True)
                self.page += 1
                self._since = 0.6
            case Verb.LEFT | Verb.UP | Verb.BACK:
                self.page = max(0, self.page - 1)
                self._since = 0.6
            case Verb.LEAVE | Verb.MENU:
                return Replace(Door.TITLE, all=True)
            case _:
                pass
        return None

    def update(self, seconds: float) -> Move | None:
        """Let time pass."""
        self._since += seconds
        self._stage.update(seconds, (0.0, 0.0), self._kit.sound.beat)
        return None

    def _road(self) -> Motif:
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
        return Motif(filled, tuple((1.0,) * len(phrase) for phrase in filled))

    # How it looks

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it."""
        self._stage.draw(surface, self._area, hidden=False)
        surface.blit(self._veil, (0, 0))
        if self.page == 0:
            self._draw_ending(surface)
        else:
            self._draw_makers(surface)
        kit, theme = self._kit, self._kit.theme
        last = self.page == self.pages - 1
        hints = (
            (("Enter", "to the title" if last else "turn the page"), ("←", "back"))
            if self.page
            else (("Enter", "turn the page"),)
        )
        draw_hints(
            surface, kit, hints, theme.px(138), theme.height - theme.px(40), theme.width * 0.6, INK, INK, ""
        )

    def _share(self, number: int) -> float:
        return 1.0 if self._kit.theme.still else motion.sine((self._since - 0.2 * number) / 0.7)

    def _column(self) -> tuple[int, int]:
        theme = self._kit.theme
        left = theme.px(138)
        wide = theme.width / theme.height > 1.5 and theme.grown < 1.4  # noqa: PLR2004 (tried out)
        return left, round(theme.width * (0.5 if wide else 0.84)) - left

    def _draw_ending(self, surface: pygame.Surface) -> None:
        kit, theme = self._kit, self._kit.theme
        left, width = self._column()
        title = self._ending.title if self._ending else "The end"
        style = Style(Face.DISPLAY, theme.display(84), INK)
        heading = kit.type.plain(title, width, style, style.size * 1.02)
        y = float(theme.px(92))
        for line in heading.lines:
            y += heading.lead
            kit.type.put_line(surface, line, left, y, style, self._share(0))
        y += theme.px(44)
        words = self._journey.words()
        found = len(self._journey.seen.endings & set(self._journey.story.endings))
        told = f"{words:,}".replace(",", "\u202f")
        count = len(self._journey.story.endings)
        remark = (
            f"{told} words. Of {count} endings you have found {found}." if count > 1 else f"{told} words."
        )
        small = kit.type.plain(remark, width, Style(Face.ITALIC, theme.type(28), ROSE), theme.type(38))
        for line in small.lines:
            kit.type.put_line(surface, line, left, y, small.style, self._share(1))
            y += small.lead
        kit.ornaments.line(
            surface,
            (left, y - theme.px(8)),
            (left + width, y - theme.px(8)),
            max(1.0, 1.25 * theme.unit),
            GILTBROWN,
            0.9,
        )
        y += theme.px(16)
        road = self._road()
        gap = theme.px(20)
        foot = theme.height - theme.px(150)
        room = foot - gap * 9
        text = Style(Face.TEXT, theme.type(28), PLUM)
        for number, block in enumerate(self._told):
            paragraph = kit.type.plain(block.text, width, text, theme.type(40))
            if y + paragraph.height > room:
                break
            base = y + kit.type.first_baseline(paragraph)
            for line in paragraph.lines:
                kit.type.put_line(surface, line, left, base, text, self._share(2 + number))
                base += paragraph.lead
            y += paragraph.height + theme.type(14)
        if road.phrases and self._share(3) > 0.5:  # noqa: PLR2004 (half-way into the fade)
            label = Style(Face.ITALIC, theme.type(25), INKBROWN2)
            staff = pygame.Rect(left, foot - gap * 4, theme.width - 2 * left, gap * 4)
            kit.type.put(surface, "Your road, as it sounded", left, staff.top - gap * 1.9, label)
            draw_melody(surface, kit, road, staff, ink="#33142F")

    def _draw_makers(self, surface: pygame.Surface) -> None:
        kit, theme = self._kit, self._kit.theme
        left, width = self._column()
        style = Style(Face.DISPLAY, theme.display(72), INK)
        y = float(theme.px(170))
        for part in self._journey.story.title.split(": "):
            kit.type.put(surface, part, left, y, style, alpha=self._share(0))
            style = Style(Face.DISPLAY_ITALIC, theme.display(44), ROSE)
            y += theme.display(66)
        kit.ornaments.line(
            surface,
            (left, y - theme.px(20)),
            (left + width, y - theme.px(20)),
            max(1.0, 1.25 * theme.unit),
            GILTBROWN,
            0.9,
        )
        y += theme.px(20)
        for number, (part, names) in enumerate(MAKERS):
            kit.type.put(
                surface,
                part,
                left,
                y + theme.type(20),
                Style(Face.ITALIC, theme.type(25), ROSE),
                alpha=self._share(1 + number),
            )
            told = kit.type.plain(names, width, Style(Face.TEXT, theme.type(30), INK), theme.type(40))
            base = y + theme.type(58)
            for line in told.lines:
                kit.type.put_line(surface, line, left, base, told.style, self._share(1 + number))
                base += told.lead
            y = base + theme.type(10)


def _veil(size: tuple[int, int]) -> pygame.Surface:
    """Light that lies over the picture like paper: thick at the left and the foot, clear at the upper right."""
    small = pygame.Surface((64, 36), pygame.SRCALPHA)
    for y in range(36):
        for x in range(64):
            across, down = x / 63, y / 35
            left = 0.95 if across < 0.40 else 0.95 * max(0.0, 1 - (across - 0.40) / 0.26) ** 1.3  # noqa: PLR2004 (where the words end)
            foot = 0.95 * min(1.0, max(0.0, (down - 0.54) / 0.14))
            small.set_at((x, y), as_colour(VEIL, 1 - (1 - left) * (1 - foot)))
    return pygame.transform.smoothscale(small, size)
