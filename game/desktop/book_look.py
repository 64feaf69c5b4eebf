"""What stands on the songbook's leaves: the list of songs, and the page of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop.book import Act, Leaf
from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.notation import draw_melody
from game.desktop.paper import Spread
from game.desktop.theme import GILTBROWN, INKBROWN, INKBROWN2, INKRED, OLIVE
from game.desktop.typeset import Style
from game.desktop.wash import key_cap, key_width, wash
from game.model.song import Way
from game.view.scales import written

NUMBERS: Final = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the book shows at this moment."""

    leaves: tuple[Leaf, ...]
    names: tuple[Leaf, ...]
    """Those leaves that have a name yet."""
    song: int
    """Which of them is chosen."""
    acts: tuple[Act, ...]
    """What can be done with it."""
    act: int
    """Which of those has the focus; −1 for none."""
    lit: int
    """The note that sounds; −1 for none."""

    @property
    def leaf(self) -> Leaf | None:
        """The chosen song."""
        return self.names[self.song] if self.names else None


class BookLook:
    """Draws the leaves, and knows where on them something can be pressed."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._shown = Shown((), (), 0, (), -1, -1)
        self.rows: list[tuple[int, pygame.Rect]] = []
        """The songs, by their number among those with a name."""
        self.acts: list[pygame.Rect] = []

    def draw(self, surface: pygame.Surface, spread: Spread, shown: Shown) -> None:
        """Draw the open book."""
        self._shown = shown
        self.rows, self.acts = [], []
        surface.blit(spread.ground, (0, 0))
        if not spread.single or shown.act < 0:
            self._draw_list(surface, spread.left)
        if not spread.single or shown.act >= 0:
            self._draw_song(surface, spread.right)

    def _heading(self, surface: pygame.Surface, rect: pygame.Rect, words: str, aside: str) -> float:
        kit, theme = self._kit, self._kit.theme
        y = rect.y + theme.display(56)
        width = kit.type.put(surface, words, rect.x, y, Style(Face.DISPLAY, theme.display(60), INKBROWN))
        small = Style(Face.ITALIC, theme.type(26), INKBROWN2)
        if kit.type.width(aside, small) < rect.width - width - theme.px(20):
            kit.type.put(surface, aside, rect.right, y, small, 1.0)
        return y + theme.px(20)

    def _group(self, surface: pygame.Surface, rect: pygame.Rect, y: float, words: str) -> float:
        kit, theme = self._kit, self._kit.theme
        style = Style(Face.LABEL, theme.type(25), INKRED, 0.05)
        y += theme.type(40)
        width = kit.type.put(surface, words, rect.x, y, style)
        kit.ornaments.line(
            surface,
            (rect.x + width + theme.px(18), y - style.size * 0.26),
            (rect.right, y - style.size * 0.26),
            max(1.0, theme.unit),
            GILTBROWN,
            0.6,
        )
        return y + theme.type(8)

    def _draw_list(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        kit, theme = self._kit, self._kit.theme
        count = sum(leaf.known for leaf in self._shown.leaves)
        y = self._heading(
            surface,
            rect,
            "Songbook",
            f"{NUMBERS[min(count, 12)]} of {NUMBERS[min(len(self._shown.leaves), 12)]}",
        )
        groups = (("The Crimson Legends", False), ("Small songs, never written down", True))
        lines = sum(1 for leaf in self._shown.leaves if leaf.heard) + 2
        step = min(theme.type(48), (rect.bottom - y - theme.type(190)) / max(1, lines))
        for words, small in groups:
            members = [leaf for leaf in self._shown.leaves if leaf.song.small is small]
            if not members:
                continue
            y = self._group(surface, rect, y, words)
            for leaf in members:
                if leaf.heard:
                    self._draw_row(surface, leaf, pygame.Rect(rect.x, round(y), rect.width, round(step)))
                    y += step
            unheard = sum(not leaf.heard for leaf in members)
            if unheard:
                style = Style(Face.ITALIC, theme.type(24), INKBROWN2)
                more = "more " if unheard < len(members) else ""
                kit.type.put(
                    surface, f"{NUMBERS[min(unheard, 12)]} {more}not yet heard", rect.x, y + step * 0.7, style
                )
                y += step
        self._legend(surface, rect)

    def _draw_row(self, surface: pygame.Surface, leaf: Leaf, rect: pygame.Rect) -> None:
        kit, theme = self._kit, self._kit.theme
        index = self._shown.names.index(leaf)
        chosen = index == self._shown.song
        self.rows.append((index, rect))
        if chosen:
            wash(
                surface,
                rect.inflate(theme.px(44), 0),
                INKRED,
                0.20 if self._shown.act < 0 else 0.10,
                max(2, theme.px(3)),
                INKRED,
            )
        base = rect.centery + theme.type(9)
        style = Style(Face.STRONG if chosen else Face.TEXT, theme.type(31), INKBROWN)
        width = kit.type.put(surface, leaf.song.name, rect.x, base, style)
        small = Style(Face.ITALIC, theme.type(24), INKBROWN2)
        right = float(rect.right)
        if not leaf.song.small and leaf.known:
            for n in range(leaf.song.motif.rests):
                at = (rect.right - theme.type(12) - n * theme.type(24), base - theme.type(9))
                kit.ornaments.ring(
                    surface,
                    at,
                    theme.type(6.5),
                    max(1.0, theme.type(1.5)),
                    INKRED,
                    INKRED if leaf.rests_known else "",
                )
            right -= leaf.song.motif.rests * theme.type(24) + theme.px(14)
        about = leaf.song.about if leaf.known else f"{NUMBERS[min(leaf.pieces, 12)]} of its pieces"
        x = rect.x + max(theme.type(190), width + theme.type(20))
        if x + kit.type.width(about, small) <= right:
            kit.type.put(surface, about, x, base, small)

    def _legend(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        kit, theme = self._kit, self._kit.theme
        y = rect.bottom - theme.type(8)
        kit.ornaments.rule(surface, rect.x, rect.right, y - theme.type(42), GILTBROWN, 0.8, theme.unit)
        style = Style(Face.ITALIC, theme.type(24), INKBROWN2)
        x = rect.x + theme.type(20)
        for fill, words in ((INKRED, "rests you know"), ("", "still to be found")):
            kit.ornaments.ring(
                surface, (x, y - theme.type(8)), theme.type(6.5), max(1.0, theme.type(1.5)), INKRED, fill
            )
            x += theme.type(18) + kit.type.put(surface, words, x + theme.type(18), y, style) + theme.type(50)

    def _draw_song(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        kit, theme = self._kit, self._kit.theme
        leaf = self._shown.leaf
        if leaf is None:
            style = Style(Face.ITALIC, theme.type(30), INKBROWN2)
            kit.type.put(surface, "No song yet. Listen.", rect.centerx, rect.centery, style, 0.5)
            return
        song = leaf.song
        y = self._heading(surface, rect, song.name, song.key)
        text = Style(Face.TEXT, theme.type(27), INKBROWN)
        about = kit.type.plain(_sentence(song.about), rect.width, text, theme.type(38))
        y = kit.type.put_paragraph(surface, about, rect.x, y + theme.px(6))
        gap = min(theme.px(22), theme.type(22))
        staff = pygame.Rect(rect.x, round(y + gap * 3.2), rect.width, round(gap * 4))
        lit = self._shown.lit
        if song.motif.phrases and any(any(phrase) for phrase in song.motif.phrases):
            draw_melody(
                surface,
                kit,
                song.motif,
                staff,
                rests=leaf.rests_known and not song.small,
                upto=None if leaf.known else leaf.pieces,
                lit=lit,
                written=written(song.key),
            )
        y = staff.bottom + gap * 2.4 + theme.type(14)
        y = self._draw_remark(surface, leaf, rect, y)
        kit.ornaments.rule(surface, rect.x, rect.right, y + theme.type(18), GILTBROWN, 0.9, theme.unit)
        self._draw_acts(surface, rect, y + theme.type(34))

    def _draw_remark(self, surface: pygame.Surface, leaf: Leaf, rect: pygame.Rect, y: float) -> float:
        kit, theme = self._kit, self._kit.theme
        if leaf.song.small:
            words, ink = "Never written down. It is sung together, or not at all.", OLIVE
        elif not leaf.known:
            words, ink = "You have pieces of it. They can be hummed.", OLIVE
        elif leaf.rests_known:
            words, ink = "Written in crimson: the rests. You know them.", INKRED
        else:
            words, ink = "There are rests in it. Nobody has shown you where.", INKRED
        style = Style(Face.ITALIC, theme.type(25), ink)
        remark = kit.type.plain(words, rect.width, style, theme.type(34))
        return kit.type.put_paragraph(surface, remark, rect.x, y, 0.5, rect.width)

    def _draw_acts(self, surface: pygame.Surface, rect: pygame.Rect, y: float) -> None:
        kit, theme = self._kit, self._kit.theme
        acts = self._shown.acts
        step = min(theme.type(52), (rect.bottom + theme.px(30) - y) / max(1, len(acts)))
        style = Style(Face.TEXT, theme.type(28), INKBROWN)
        for n, act in enumerate(acts):
            row = pygame.Rect(rect.x, round(y + n * step), rect.width, round(step))
            self.acts.append(row)
            focused = n == self._shown.act
            if focused:
                wash(
                    surface,
                    row.inflate(theme.px(32), -theme.px(4)),
                    INKRED,
                    0.18,
                    max(2, theme.px(3)),
                    INKRED,
                )
            face = Style(Face.STRONG if focused else Face.TEXT, style.size, INKBROWN)
            base = row.centery + style.size * 0.3
            self._mark(surface, act, (row.x + theme.type(12), row.centery))
            kit.type.put(surface, act.label, row.x + theme.type(38), base, face)
            if act.key:
                width = key_width(kit, act.key, 17)
                key_cap(
                    surface, kit, act.key, (row.right - width / 2, row.centery), INKBROWN2, ground="", size=17
                )

    def _mark(self, surface: pygame.Surface, act: Act, at: tuple[float, float]) -> None:
        """Command is a closed square, invitation an open ring; everything else has its sign."""
        kit, theme = self._kit, self._kit.theme
        size = theme.type(7)
        if act.way is Way.COMMAND:
            box = pygame.Rect(0, 0, round(size * 2), round(size * 2))
            box.center = (round(at[0]), round(at[1]))
            surface.fill(pygame.Color(INKRED), box)
        elif act.way is Way.INVITE:
            kit.ornaments.ring(surface, at, size, max(1.4, theme.type(2.6)), OLIVE)
        else:
            sign = {"hear": "play", "perform": "harp", "to": "forward", "list": "back"}.get(act.name, "play")
            kit.ornaments.sign(
                surface,
                sign,
                at,
                theme.type(30 if sign == "harp" else 20),
                INKBROWN,
                max(1.2, theme.type(1.8)),
            )


def _sentence(words: str) -> str:
    """Words that may be no whole sentence, as one."""
    words = words.strip()
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?", "…")) else ".")
