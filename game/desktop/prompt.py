"""What can be done at this moment of a performance, in a rest and at any time; all of it can be pressed."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.fonts import Face
from game.desktop.inputs import Verb
from game.desktop.kit import Kit
from game.desktop.theme import CRIMSON300, CRIMSON500, GOLD300, INK950, VELLUM50, VELLUM100, VELLUM300
from game.desktop.typeset import Style
from game.desktop.wash import key_cap, key_width
from game.view.songs import Performance

KIND_WORD: Final = "No note is wrong, only lonely."


class Prompts:
    """The prompts, and where they can be pressed."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.pointed: Verb | None = None
        self._targets: list[tuple[pygame.Rect, Verb]] = []
        self._span = (0, 0)
        self._rest_y = self._foot_y = 0

    def place(self, left: int, right: int, rest_y: int, foot_y: int) -> None:
        """Stand between two edges: the rest's prompt around one height, the others on another."""
        self._span, self._rest_y, self._foot_y = (left, right), rest_y, foot_y

    def height(self, width: int) -> float:
        """How high the prompt of a rest is, between edges so far apart."""
        theme = self._kit.theme
        return theme.type(86) if width > theme.type(780) else theme.type(38) * 2 + theme.px(24)

    def verb_at(self, at: tuple[int, int]) -> Verb | None:
        """What pressing at a point asks for."""
        return next((verb for rect, verb in self._targets if rect.collidepoint(at)), None)

    def draw(self, surface: pygame.Surface, performance: Performance, *, listener: str, timed: bool) -> None:
        """Draw what can be done now."""
        self._targets = []
        if performance.resting and not performance.small:
            self._rest(surface, performance, listener, timed=timed)
        elif performance.resting:
            self._silence(surface)
        self._foot(surface, performance)

    def _capsule(self, surface: pygame.Surface, width: float, height: float) -> pygame.Rect:
        kit, theme = self._kit, self._kit.theme
        rect = pygame.Rect(0, 0, round(width), round(height))
        rect.center = (round(sum(self._span) / 2), self._rest_y)
        kit.ornaments.box(surface, rect, rect.height / 2, INK950, 0.88)
        kit.ornaments.box(surface, rect, rect.height / 2, CRIMSON500, 0.95, width=max(1.2, 1.6 * theme.unit))
        return rect

    def _rest(self, surface: pygame.Surface, performance: Performance, listener: str, *, timed: bool) -> None:
        """Play on, or listen: the two ways on from a rest."""
        kit, theme = self._kit, self._kit.theme
        plain, kind = Style(Face.TEXT, theme.type(26), VELLUM100), Style(Face.ITALIC, theme.type(26), GOLD300)
        play = "play on: they obey"
        listen = (
            "hold still: listen" if performance.may_listen else f"{listener or 'Nobody'} cannot answer yet"
        )
        key = "" if not performance.may_listen or timed else "Space"
        string = _string_on(performance)
        cap = key_width(kit, string, 18)
        space = key_width(kit, key, 18) + theme.px(14) if key else 0.0
        width = (
            cap
            + theme.px(16)
            + kit.type.width(play, plain)
            + theme.px(80)
            + space
            + kit.type.width(listen, kind)
            + theme.px(96)
        )
        height = theme.type(86)
        if width > self._span[1] - self._span[0] or self.height(self._span[1] - self._span[0]) != height:
            self._rest_narrow(surface, f"{string}: {play}", listen, key)
            return
        rect = self._capsule(surface, width, height)
        x = float(rect.x + theme.px(48))
        base = rect.centery + plain.size * 0.3
        key_cap(surface, kit, string, (x + cap / 2, rect.centery), VELLUM100, size=18)
        x += cap + theme.px(16)
        x += kit.type.put(surface, play, x, base, plain) + theme.px(40)
        kit.ornaments.line(
            surface,
            (x, rect.centery - height * 0.28),
            (x, rect.centery + height * 0.28),
            max(1.0, 1.2 * theme.unit),
            CRIMSON300,
            0.6,
        )
        if performance.may_listen:
            self._targets.append(
                (pygame.Rect(round(x), rect.y, rect.right - round(x), rect.height), Verb.LISTEN)
            )
        x += theme.px(40)
        if key:
            key_cap(surface, kit, key, (x + (space - theme.px(14)) / 2, rect.centery), GOLD300, size=18)
            x += space
        lit = self.pointed is Verb.LISTEN and performance.may_listen
        kit.type.put(
            surface,
            listen,
            x,
            base,
            Style(
                kind.face, kind.size, VELLUM50 if lit else GOLD300 if performance.may_listen else VELLUM300
            ),
        )

    def _rest_narrow(self, surface: pygame.Surface, first: str, listen: str, key: str) -> None:
        """The same on two lines."""
        kit, theme = self._kit, self._kit.theme
        plain, kind = Style(Face.TEXT, theme.type(25), VELLUM100), Style(Face.ITALIC, theme.type(25), GOLD300)
        second = f"{key}: {listen}" if key else listen
        width = max(kit.type.width(first, plain), kit.type.width(second, kind)) + theme.px(80)
        line = theme.type(38)
        rect = pygame.Rect(
            0, 0, round(min(width, self._span[1] - self._span[0])), round(line * 2 + theme.px(24))
        )
        rect.center = (round(sum(self._span) / 2), self._rest_y)
        kit.ornaments.box(surface, rect, theme.px(24), INK950, 0.9)
        kit.ornaments.box(surface, rect, theme.px(24), CRIMSON500, 0.95, width=max(1.2, 1.6 * theme.unit))
        kit.type.put(surface, first, rect.centerx, rect.y + theme.px(12) + line * 0.7, plain, 0.5)
        kit.type.put(surface, second, rect.centerx, rect.y + theme.px(12) + line * 1.7, kind, 0.5)
        self._targets.append((pygame.Rect(rect.x, rect.centery, rect.width, rect.height // 2), Verb.LISTEN))

    def _silence(self, surface: pygame.Surface) -> None:
        """A small song's silence can only be kept."""
        kit, theme = self._kit, self._kit.theme
        style = Style(Face.ITALIC, theme.type(26), GOLD300)
        words = "Space: keep the silence"
        rect = self._capsule(surface, kit.type.width(words, style) + theme.px(96), theme.type(80))
        kit.type.put(surface, words, rect.centerx, rect.centery + style.size * 0.3, style, 0.5)
        self._targets.append((rect, Verb.LISTEN))

    def _foot(self, surface: pygame.Surface, performance: Performance) -> None:
        kit, theme = self._kit, self._kit.theme
        style = Style(Face.TEXT, theme.type(23), VELLUM100)
        x = float(self._span[1])
        hints = [("Esc", "Put the harp down", Verb.LEAVE)]
        if not performance.over:
            hints.insert(0, ("Enter", "Let Lysandra play on", Verb.TAKE))
        for key, words, verb in hints:
            width, cap = kit.type.width(words, style), key_width(kit, key, 16)
            x -= width
            lit = self.pointed is verb
            kit.type.put(
                surface, words, x, self._foot_y, Style(style.face, style.size, VELLUM50 if lit else VELLUM100)
            )
            x -= theme.px(12) + cap
            key_cap(
                surface,
                kit,
                key,
                (x + cap / 2, self._foot_y - style.size * 0.3),
                GOLD300 if lit else VELLUM300,
                size=16,
            )
            target = pygame.Rect(
                round(x),
                round(self._foot_y - style.size * 1.3),
                round(width + cap + theme.px(12)),
                round(style.size * 1.8),
            )
            self._targets.append((target, verb))
            x -= theme.px(44)
        kind = Style(Face.ITALIC, theme.type(23), GOLD300)
        if kit.type.width(KIND_WORD, kind) < x - self._span[0]:
            kit.type.put(surface, KIND_WORD, self._span[0], self._foot_y, kind)


def _string_on(performance: Performance) -> str:
    """The string that plays on over the present rest: the next note's, or any where none follows."""
    note = performance.next_note()
    degree = None if note is None else performance.beads[note].degree
    return str(degree) if degree else "any string"
