"""The songbook: every song on the left leaf, the chosen one on the right, and what can be done with it here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop.backdrop import backdrop
from game.desktop.book import Leaf, Listener, leaves, listeners, ways
from game.desktop.fonts import Face
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.notation import draw_melody
from game.desktop.paper import Spread, open_book
from game.desktop.scene import Door, Move, Pop, Replace, Scene
from game.desktop.stage import Stage
from game.desktop.theme import GILTBROWN, INKBROWN, INKBROWN2, INKRED, OLIVE
from game.desktop.tune import Tune
from game.desktop.typeset import Style
from game.desktop.wash import key_cap, key_width, wash
from game.model.song import Way
from game.view.songs import perform

WAY_WORDS: Final = {
    Way.COMMAND: "Let Lysandra play it, straight through",
    Way.INVITE: "Let Lysandra play it, and listen in its rests",
    Way.SHARE: "Let Lysandra sing it",
}
NUMBERS: Final = (
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done with the chosen song."""

    name: str
    label: str
    key: str = ""
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Performing:
    """What the harp is opened for: a song, and to whom it is sung."""

    leaf: Leaf
    listener: Listener


class Songbook(Scene):
    """The book of songs."""

    def __init__(self, kit: Kit, journey: Journey, stage: Stage) -> None:
        self._kit, self._journey, self._stage = kit, journey, stage
        self._spec = journey.stage("right")
        self._leaves = leaves(journey.story, journey.history.state, journey.page.songs)
        self._names = [leaf for leaf in self._leaves if leaf.heard]
        offered = next((n for n, leaf in enumerate(self._names) if leaf.offer and leaf.offer.authored), 0)
        self.song = offered
        self.act = -1
        """Which act has the focus; −1 while the list of songs has it."""
        self.listener = 0
        self._rows: list[tuple[int, pygame.Rect]] = []
        self._act_rects: list[pygame.Rect] = []
        self._tune: Tune | None = None
        self._spread: Spread | None = None
        self.resize()

    @property
    def moving(self) -> bool:
        """Only while a song is heard."""
        return self._tune is not None

    @property
    def leaf(self) -> Leaf | None:
        """The chosen song."""
        return self._names[self.song] if self._names else None

    def leave(self) -> None:
        """Let the music come back."""
        self._kit.sound.duck(ducked=False)

    def resize(self) -> None:
        """Lay the book out."""
        theme = self._kit.theme
        single = theme.width / theme.height < 1.5 or theme.grown > 1.2  # noqa: PLR2004 (tried out)
        self._spread = open_book(self._kit, backdrop(self._kit, self._stage.canvas, 0.55), single=single)

    # What can be done

    def acts(self) -> tuple[Act, ...]:
        """What can be done with the chosen song here."""
        leaf = self.leaf
        if leaf is None:
            return ()
        made = [Act("hear", "Hear it", self._kit.key_name(Verb.HEAR))]
        if leaf.offer is not None:
            made.append(Act("perform", "Take the harp", "Enter"))
            performance = perform(
                self._journey.story, self._journey.history.state.values, leaf.offer, self._to().person
            )
            if leaf.known:
                made += [
                    Act("way", WAY_WORDS[way], way=way)
                    for way in ways(leaf, may_listen=performance.may_listen)
                ]
            else:
                made.append(Act("way", "Let Lysandra hum what there is of it"))
            if len(self._listeners()) > 1:
                made.append(Act("to", f"Sung to: {self._to().name}", "← →"))
        return tuple(made)

    def _listeners(self) -> tuple[Listener, ...]:
        leaf = self.leaf
        if leaf is None or leaf.offer is None:
            return (Listener(None, ""),)
        return listeners(self._journey.story, self._journey.history.state, self._spec, leaf.offer)

    def _to(self) -> Listener:
        among = self._listeners()
        return among[self.listener % len(among)]

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input."""
        acts = self.acts()
        match put_in.verb:
            case Verb.LEAVE | Verb.SONGBOOK | Verb.HARP if (
                put_in.verb is not Verb.LEAVE or self.act < 0 or not self._single()
            ):
                return Pop()
            case Verb.LEAVE:
                self.act = -1
            case Verb.UP | Verb.DOWN:
                self._step(1 if put_in.verb is Verb.DOWN else -1, len(acts))
            case Verb.LEFT | Verb.RIGHT:
                self._sideways(1 if put_in.verb is Verb.RIGHT else -1, acts)
            case Verb.NEXT if acts:
                self.act = 0 if self.act < 0 else -1
            case Verb.HEAR:
                self._hear()
            case Verb.NUMBER if put_in.number <= len(self._names):
                self._choose(put_in.number - 1)
            case Verb.TAKE if acts:
                return self._take(self._default(acts) if self.act < 0 else acts[self.act])
            case Verb.POINT | Verb.PRESS:
                return self._point(put_in, acts)
            case _:
                pass
        return None

    def _single(self) -> bool:
        return self._spread is not None and self._spread.single

    def _default(self, acts: tuple[Act, ...]) -> Act:
        """What Enter does in the list: the harp, if the song can be sung here."""
        return next((act for act in acts if act.name == "perform"), acts[0])

    def _step(self, by: int, acts: int) -> None:
        if self.act >= 0:
            self.act = (self.act + by) % acts
        elif self._names:
            self._choose((self.song + by) % len(self._names))

    def _sideways(self, by: int, acts: tuple[Act, ...]) -> None:
        if self.act >= 0 and acts[self.act].name == "to":
            self.listener = (self.listener + by) % len(self._listeners())
        elif acts:
            self.act = 0 if by > 0 and self.act < 0 else self.act if by > 0 else -1

    def _choose(self, song: int) -> None:
        self.song, self.listener, self._tune = song, 0, None

    def _point(self, put_in: Input, acts: tuple[Act, ...]) -> Move | None:
        pressed = put_in.verb is Verb.PRESS
        for n, rect in self._rows:
            if rect.collidepoint(put_in.at) and pressed:
                self._choose(n)
                self.act = 0 if self._single() else -1
                return None
        for n, rect in enumerate(self._act_rects):
            if rect.collidepoint(put_in.at) and n < len(acts):
                self.act = n
                return self._take(acts[n]) if pressed else None
        if pressed and self._spread is not None and not self._on_book(put_in.at):
            return Pop()
        return None

    def _on_book(self, at: tuple[int, int]) -> bool:
        if self._spread is None:
            return False
        return (
            self._spread.left.union(self._spread.right)
            .inflate(self._kit.theme.px(200), self._kit.theme.px(180))
            .collidepoint(at)
        )

    def _take(self, act: Act) -> Move | None:
        leaf = self.leaf
        if leaf is None:
            return None
        match act.name:
            case "hear":
                self._hear()
            case "perform":
                if self._single() and self.act < 0:
                    self.act = 1
                    return None
                return Replace(Door.HARP, Performing(leaf, self._to()))
            case "to":
                self.listener = (self.listener + 1) % len(self._listeners())
            case _ if leaf.offer is not None:
                return Pop(leaf.offer.sung(act.way, self._to().person))
            case _:
                pass
        return None

    def _hear(self) -> None:
        leaf = self.leaf
        if leaf is not None:
            notes = self._kit.sound.tune(self._journey.story, leaf.song.id)
            self._kit.sound.duck(ducked=True)
            phrases = None if leaf.known else leaf.pieces
            self._tune = Tune(leaf.song, notes, rests=leaf.rests_known, upto=phrases)

    def update(self, seconds: float) -> Move | None:
        """Let time pass, and the song that is heard go on."""
        if self._tune is not None:
            for midi in self._tune.update(seconds):
                self._kit.sound.note(midi)
            if self._tune.over:
                self._tune = None
                self._kit.sound.duck(ducked=False)
        return None

    # How it looks

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the book."""
        spread = self._spread
        if spread is None:
            return
        surface.blit(spread.ground, (0, 0))
        self._rows, self._act_rects = [], []
        if not spread.single or self.act < 0:
            self._draw_list(surface, spread.left)
        if not spread.single or self.act >= 0:
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
        count = sum(leaf.known for leaf in self._leaves)
        y = self._heading(
            surface, rect, "Songbook", f"{NUMBERS[min(count, 12)]} of {NUMBERS[min(len(self._leaves), 12)]}"
        )
        groups = (("The Crimson Legends", False), ("Small songs, never written down", True))
        lines = sum(1 for leaf in self._leaves if leaf.heard) + 2
        step = min(theme.type(48), (rect.bottom - y - theme.type(190)) / max(1, lines))
        for words, small in groups:
            members = [leaf for leaf in self._leaves if leaf.song.small is small]
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
        index = self._names.index(leaf)
        chosen = index == self.song
        self._rows.append((index, rect))
        if chosen:
            wash(
                surface,
                rect.inflate(theme.px(44), 0),
                INKRED,
                0.20 if self.act < 0 else 0.10,
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
        leaf = self.leaf
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
        lit = self._tune.note if self._tune is not None else -1
        if song.motif.phrases and any(any(phrase) for phrase in song.motif.phrases):
            draw_melody(
                surface,
                kit,
                song.motif,
                staff,
                rests=leaf.rests_known and not song.small,
                upto=None if leaf.known else leaf.pieces,
                lit=lit,
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
        acts = self.acts()
        step = min(theme.type(52), (rect.bottom + theme.px(30) - y) / max(1, len(acts)))
        style = Style(Face.TEXT, theme.type(28), INKBROWN)
        for n, act in enumerate(acts):
            row = pygame.Rect(rect.x, round(y + n * step), rect.width, round(step))
            self._act_rects.append(row)
            focused = n == self.act
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
            sign = {"hear": "play", "perform": "harp", "to": "forward"}.get(act.name, "play")
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
