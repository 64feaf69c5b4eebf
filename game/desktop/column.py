"""The reading column: the transcript that grows from the bottom, its reveal, and the choices beneath it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop import motion
from game.desktop.area import Area
from game.desktop.choices import ChoiceList, appear
from game.desktop.kit import Kit
from game.desktop.passage import FADE, Look, Passage, PassagePainter, lay_out
from game.desktop.reveal import NewLine, Timetable, timetable
from game.desktop.theme import Theme
from game.model.story import Story
from game.model.text import Cue
from game.view.block import Block
from game.view.page import Page

KEPT_PASSAGES: Final = 400
RULE: Final = 52
"""The height of the rule between text and choices, at 1080 lines."""


@dataclass(slots=True)
class _Placed:
    passage: Passage
    top: float
    first_line: int
    """The number of its first line among those to be revealed; −1 for what was there before."""
    past: bool
    """Whether it belongs to an earlier page."""


class Column:
    """What there is to read, how much of it is there yet, and how far it is scrolled, in window pixels."""

    def __init__(self, kit: Kit, story: Story) -> None:
        self._kit = kit
        self._painter = PassagePainter(kit, story.people)
        self._blocks: tuple[Block, ...] = ()
        self._new = 0
        self._page: Page | None = None
        self._placed: list[_Placed] = []
        self._kept: dict[tuple[Block, int, Theme], Passage] = {}
        """Blocks that were laid out already, by width and theme."""
        self.area = Area(pygame.Rect(0, 0, 1, 1), "none", pygame.Rect(0, 0, 1, 1), 0, pygame.Rect(0, 0, 1, 1))
        self.choices = ChoiceList(kit, (), 1)
        self._table: Timetable = timetable((), "at once")
        self._now = 0.0
        self._fired = 0
        self._since = 0.0
        """Seconds since everything was revealed."""
        self._met = False
        """Whether everything was revealed once; until then no choice peeps out beneath the text."""
        self._scroll = motion.Glide(seconds=motion.TAKEN)
        self._height = 0.0

    # What there is

    def set(self, blocks: Sequence[Block], page: Page, area: Area, *, new: int, reveal: str) -> None:
        """Show these blocks, the last `new` of which are to be revealed, and the page's choices."""
        self._blocks, self._new, self._page = tuple(blocks), new, page
        self.choices = ChoiceList(self._kit, page.choices, area.text.width)
        self._lay_out(area)
        self._table = timetable(
            self._new_lines(), reveal, self._kit.settings.speed, still=self._kit.theme.still
        )
        self._now, self._fired, self._since, self._met = 0.0, 0, 0.0, False
        if new == 0 or reveal == "at once":
            self._now = self._table.total
        if new:
            self._scroll.value = max(0.0, self._first_scroll() - self._shift())
            self._scroll.aim = self._scroll.value
            self._scroll.to(self._first_scroll())
        else:
            self._scroll.jump(self._end())

    def relay(self, area: Area) -> None:
        """Lay everything out anew, after a change of size or settings; all of it is there then."""
        if self._page is None:
            return
        self._kept.clear()
        self.choices.lay_out(area.text.width)
        self._lay_out(area)
        self._table = timetable(self._new_lines(), "at once")
        self._now = self._table.total
        self._fired = len(self._table.cues)
        self._scroll.jump(min(self._end(), self._first_scroll()) if self._new else self._end())

    # How far it is

    @property
    def revealed(self) -> bool:
        """Whether all text is there and in view, so that the choices are."""
        return self._now >= self._table.total and self._last_in_view()

    @property
    def waiting(self) -> bool:
        """Whether the text goes on beneath the column and waits to be turned."""
        return self._now >= self._limit() and not self._last_in_view()

    @property
    def ready(self) -> bool:
        """Whether a choice can be taken: it has been there long enough not to be taken by accident."""
        return self.revealed and self._since >= motion.LINE

    @property
    def moving(self) -> bool:
        """Whether anything in it is under way."""
        return (
            self._now < min(self._table.total, self._limit())
            or self._scroll.moving
            or self._since < motion.LINE * 2
        )

    @property
    def speaker(self) -> str | None:
        """Who speaks the words that are being revealed."""
        for placed in reversed(self._placed):
            if placed.first_line >= 0 and self._table.starts[placed.first_line] <= self._now:
                return placed.passage.block.person
        return None

    @property
    def words_coming(self) -> bool:
        """Whether words are being revealed at this moment."""
        return self._now < min(self._table.total, self._limit())

    @property
    def top_reached(self) -> bool:
        """Whether it is scrolled to its very beginning."""
        return self._scroll.aim <= min(0.0, self._end())

    def complete(self) -> None:
        """Reveal at once what fits into view."""
        self._now = max(self._now, min(self._table.total, self._limit()))

    def turn(self) -> None:
        """Scroll on to text that has not been in view yet."""
        step = self.area.text.height - self._kit.theme.lead * 1.5
        self._scroll.to(min(self._end(), self._scroll.aim + step))

    def scroll(self, by: float) -> None:
        """Scroll by pixels, downwards positive, as far as there is anything."""
        low = min(0.0, self._end())
        self._scroll.to(max(low, min(self._end(), self._scroll.aim + by)))

    def to_end(self) -> None:
        """Scroll to the end and reveal everything."""
        self._scroll.to(self._end())
        self._now = self._table.total

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self._scroll.to(min(0.0, self._end()))

    def update(self, seconds: float) -> tuple[Cue, ...]:
        """Let time pass; the cues that have come due."""
        self._scroll.update(seconds * (4 if self._kit.theme.still else 1))
        self._now = max(self._now, min(self._now + seconds, self._limit()))
        self._since = self._since + seconds if self.revealed else 0.0
        self._met = self._met or self.revealed
        due = []
        while self._fired < len(self._table.cues) and self._table.cues[self._fired][0] <= self._now:
            due.append(self._table.cues[self._fired][1])
            self._fired += 1
        return tuple(due)

    def choices_at(self) -> tuple[float, float]:
        """Where the list of choices has its top left in the window."""
        return self.area.text.x, self._y(self._height - self.choices.height)

    def keep_focus_in_view(self) -> None:
        """Scroll so that the focused choice can be seen."""
        if not self.choices.rows:
            return
        row = self.choices.rows[self.choices.focus]
        top = self.choices_at()[1] + row.top
        if top < self.area.text.top + self._kit.theme.px(40):
            self.scroll(top - self.area.text.top - self._kit.theme.px(40))
        elif top + row.height > self.area.text.bottom:
            self.scroll(top + row.height - self.area.text.bottom)

    # How it looks

    @property
    def settled(self) -> object:
        """What of it has come to rest: a value that changes with that; None while it scrolls."""
        return None if self._scroll.moving else (self._scroll.value, sum(map(self._rests, self._placed)))

    def draw(self, surface: pygame.Surface, accent: str) -> None:
        """Draw transcript and choices."""
        self.draw_settled(surface, accent)
        self.draw_coming(surface, accent)

    def draw_settled(self, surface: pygame.Surface, accent: str) -> None:
        """Draw the passages that are wholly there."""
        self._draw_passages(surface, accent, resting=True)

    def draw_coming(self, surface: pygame.Surface, accent: str) -> None:
        """Draw the passages that are being revealed, the choices, and the sign that there is more."""
        self._draw_passages(surface, accent, resting=False)
        if self._page and self._page.choices and self._met:
            self._draw_choices(surface, accent)
        if self.waiting or (self.revealed and self._page is not None and self._page.ending is not None):
            self._draw_more(surface, accent)

    def _draw_passages(self, surface: pygame.Surface, accent: str, *, resting: bool) -> None:
        text = self.area.text
        # A transcript's first line, over which nothing has gone by, fades only when it is scrolled up.
        unscrolled = max(0.0, self._kit.theme.px(FADE) - 4 * max(0.0, self._scroll.value))
        view = (text.top - unscrolled, float(text.bottom))
        listening = self._page.listening if self._page and self._kit.settings.ring else frozenset()
        surface.set_clip(self._clip(surface))
        for placed in self._placed:
            y = self._y(placed.top)
            if y + placed.passage.height < view[0] or y > surface.get_height():
                continue
            if self._rests(placed) is not resting:
                continue
            look = Look(placed.past, frozenset() if placed.past else listening, accent)
            self._painter.draw(surface, placed.passage, (text.x, y), self._shown(placed), view, look)
        surface.set_clip(None)

    def _draw_choices(self, surface: pygame.Surface, accent: str) -> None:
        text = self.area.text
        share = appear(self._since, still=self._kit.theme.still) if self._last_in_view() else 1.0
        x, y = self.choices_at()
        rule = y - RULE * self._kit.theme.text / 28 * 0.52
        surface.set_clip(self._clip(surface))
        if share > 0.5:  # noqa: PLR2004 (half-way into the fade)
            self._kit.ornaments.rule(surface, text.x, text.right, rule, accent, 0.7, self._kit.theme.unit)
        self.choices.draw(surface, x, y, accent, share)
        surface.set_clip(None)

    def _clip(self, surface: pygame.Surface) -> pygame.Rect:
        """The panel from the text's top downwards."""
        panel, top = self.area.panel, self.area.text.top
        return pygame.Rect(panel.x, top, panel.width, surface.get_height() - top)

    def _draw_more(self, surface: pygame.Surface, accent: str) -> None:
        """A diamond at the foot of the column: there is more to read."""
        theme = self._kit.theme
        at = (self.area.text.centerx, self.area.text.bottom + theme.px(20))
        self._kit.ornaments.diamond(surface, at, theme.px(8), accent)
        for side in (-1, 1):
            end = at[0] + side * theme.px(70)
            start = at[0] + side * theme.px(16)
            self._kit.ornaments.line(surface, (start, at[1]), (end, at[1]), max(1.0, theme.unit), accent, 0.6)

    def _rests(self, placed: _Placed) -> bool:
        """Whether all of a passage is there."""
        return placed.first_line < 0 or all(share == 1 for share in self._shown(placed))

    def _shown(self, placed: _Placed) -> Sequence[float]:
        count = len(placed.passage.paragraph.lines)
        if placed.first_line < 0:
            return (1.0,) * count
        return [self._table.shown(placed.first_line + n, self._now) for n in range(count)]

    # Where things are

    def _lay_out(self, area: Area) -> None:
        self.area = area
        self._placed = []
        y, lines = 0.0, 0
        first_new = len(self._blocks) - self._new
        first_present = len(self._blocks) - len(self._page.blocks if self._page else ())
        for index, block in enumerate(self._blocks):
            passage = self._passage(block, area.text.width)
            is_new = index >= first_new
            self._placed.append(_Placed(passage, y, lines if is_new else -1, index < first_present))
            lines += len(passage.paragraph.lines) if is_new else 0
            y += passage.height
        if self._page and self._page.choices:
            y += RULE * self._kit.theme.text / 28 + self.choices.height
        self._height = y

    def _passage(self, block: Block, width: int) -> Passage:
        key = (block, width, self._kit.theme)
        if key not in self._kept:
            if len(self._kept) > KEPT_PASSAGES:
                self._kept.clear()
            self._kept[key] = lay_out(block, width, self._kit)
        return self._kept[key]

    def _new_lines(self) -> list[NewLine]:
        made = []
        for placed in self._placed:
            if placed.first_line < 0:
                continue
            lines = placed.passage.paragraph.lines
            cues = list(placed.passage.block.cues)
            for number, line in enumerate(lines):
                last = number == len(lines) - 1
                mine = tuple((max(0, at - line.start), cue) for at, cue in cues if last or at < line.end)
                cues = [] if last else [(at, cue) for at, cue in cues if at >= line.end]
                made.append(NewLine(line.end - line.start, mine))
        return made

    def _y(self, offset: float) -> float:
        """Where in the window something stands that is `offset` pixels from the transcript's beginning."""
        return self.area.text.top + offset - self._scroll.value

    def _end(self) -> float:
        """The scroll at which the end stands at the column's foot; below 0 if everything fits."""
        return self._height - self.area.text.height

    def _first_scroll(self) -> float:
        """Where to begin: everything new in view, or, if that is too much, its beginning at the top."""
        news = next((placed.top for placed in self._placed if placed.first_line >= 0), 0.0)
        return min(self._end(), max(news - self._kit.theme.px(24), min(0.0, self._end())))

    def _shift(self) -> float:
        """How far the transcript rises when something new comes."""
        news = next((placed.top for placed in self._placed if placed.first_line >= 0), self._height)
        return min(self._kit.theme.lead * 2.0, max(0.0, self._height - news))

    def _last_in_view(self) -> bool:
        return self._scroll.aim >= self._end() - 1

    def _limit(self) -> float:
        """Until when the reveal may go on: the start of the first line that is beneath the view."""
        bottom = self._scroll.aim + self.area.text.height
        for placed in self._placed:
            if placed.first_line < 0 or placed.top + placed.passage.height <= bottom:
                continue
            paragraph = placed.passage.paragraph
            for number in range(len(paragraph.lines)):
                if placed.top + placed.passage.head + paragraph.lead * (number + 1) > bottom + 1:
                    earlier = placed.first_line + number - 1
                    if earlier < 0:
                        return 0.0
                    return self._table.starts[earlier] + self._table.lasts[earlier]
        return self._table.total
