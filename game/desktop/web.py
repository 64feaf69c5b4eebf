"""The web of lives: those whom Lysandra has met, and what binds them, drawn as a constellation."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import cache
from typing import Final

import pygame

from game.desktop.backdrop import vignette
from game.desktop.fonts import Face
from game.desktop.hints import draw_hints
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.notation import draw_melody
from game.desktop.panel import card, frame, plate
from game.desktop.scene import Move, Pop, Scene
from game.desktop.sketch import Sketch, quadratic
from game.desktop.stage import Stage
from game.desktop.theme import GOLD300, GOLD500, VELLUM50, VELLUM100, VELLUM300, VELLUM500
from game.desktop.theme import colour as as_colour
from game.desktop.typeset import Style
from game.model.person import Person, Tie
from game.view.block import person_name
from game.view.songs import knows

HEROINE: Final = "lysandra"
NIGHT: Final = "#0D0B1A"
PLACES: Final = (
    (0.50, 0.50),
    (0.28, 0.34),
    (0.11, 0.58),
    (0.36, 0.80),
    (0.74, 0.78),
    (0.56, 0.18),
    (0.85, 0.36),
    (0.93, 0.64),
    (0.14, 0.84),
    (0.84, 0.12),
    (0.16, 0.14),
    (0.58, 0.90),
    (0.70, 0.52),
)
"""Where the stars of the constellation stand, as shares of the sky; the heroine has the first."""


@dataclass(frozen=True, slots=True)
class Star:
    """A person in the sky; unmet ones are dotted and have no name."""

    person: Person
    name: str
    met: bool
    share: tuple[float, float]


class Web(Scene):
    """The constellation, and the page of whoever is looked at."""

    def __init__(self, kit: Kit, journey: Journey, stage: Stage) -> None:
        self._kit = kit
        _ = stage
        story, values = journey.story, journey.history.state.values
        pictured = sorted(
            (p for p in story.people.values() if p.halo or p.met is not None), key=lambda p: p.id != HEROINE
        )
        self.stars = [
            Star(
                person,
                person_name(person, values),
                person.id == HEROINE or person.met is None or knows(person.met, values),
                place,
            )
            for person, place in zip(pictured, PLACES, strict=False)
        ]
        known = {star.person.id for star in self.stars if star.met}
        self._ties: list[tuple[str, Tie]] = [
            (star.person.id, tie)
            for star in self.stars
            for tie in star.person.ties
            if knows(tie.cell, values) and star.person.id in known and tie.to in known
        ]
        self._all_ties = sum(len(star.person.ties) for star in self.stars)
        self._values = values
        self._met = [star for star in self.stars if star.met]
        self.index = 0
        self._scroll = self._beyond = 0.0
        """How far the page is scrolled, and how far it can be."""
        self._sky = pygame.Surface((1, 1))
        self._at: dict[str, tuple[int, int]] = {}
        self.resize()

    def resize(self) -> None:
        """Lay everything out."""
        theme = self._kit.theme
        wide = theme.width / theme.height > 1.5 and theme.grown < 1.4  # noqa: PLR2004 (tried out)
        page = round(theme.type(528)) if wide else theme.width - 2 * theme.px(64)
        self._page = pygame.Rect(
            theme.width - page - theme.px(72), theme.px(84), page, theme.height - theme.px(168)
        )
        sky = pygame.Rect(
            theme.px(104), theme.px(190), self._page.left - theme.px(190), theme.height - theme.px(330)
        )
        if not wide:
            height = round((theme.height - theme.px(300)) * (0.44 if theme.grown < 1.6 else 0.3))  # noqa: PLR2004
            sky = pygame.Rect(theme.px(130), theme.px(170), theme.width - theme.px(260), height)
            foot = theme.height - theme.px(76) - round(theme.type(30))
            self._page = pygame.Rect(
                theme.px(64), sky.bottom + theme.px(84), page, foot - sky.bottom - theme.px(84)
            )
        self._wide = wide
        self._radius = theme.px(54) if wide else theme.px(36)
        self._at = {
            star.person.id: (
                round(sky.x + star.share[0] * sky.width),
                round(sky.y + star.share[1] * sky.height),
            )
            for star in self.stars
        }
        self._sky = _night(self._kit.size)
        frame(self._sky, theme, self._kit.ornaments)

    @property
    def focused(self) -> object:
        """What the keys have come to."""
        return self.index

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input."""
        match put_in.verb:
            case Verb.LEAVE | Verb.WEB | Verb.TAKE:
                return Pop()
            case Verb.UP | Verb.LEFT | Verb.PREVIOUS if self._met:
                self.index = (self.index - 1) % len(self._met)
            case Verb.DOWN | Verb.RIGHT | Verb.NEXT if self._met:
                self.index = (self.index + 1) % len(self._met)
            case Verb.ON | Verb.BACK | Verb.WHEEL:
                down = put_in.by < 0 if put_in.verb is Verb.WHEEL else put_in.verb is Verb.ON
                step = self._page.height * 0.5 * (1 if down else -1)
                self._scroll = max(0.0, min(self._beyond, self._scroll + step))
                return None
            case Verb.POINT | Verb.PRESS:
                found = next(
                    (
                        n
                        for n, star in enumerate(self._met)
                        if math.dist(self._at[star.person.id], put_in.at) < self._radius * 1.3
                    ),
                    None,
                )
                if found is not None:
                    self.index = found
                elif put_in.verb is Verb.PRESS and self._cross().collidepoint(put_in.at):
                    return Pop()
            case _:
                return None
        self._scroll = 0.0
        return None

    def _cross(self) -> pygame.Rect:
        side = max(34, self._kit.theme.px(52))
        rect = pygame.Rect(0, 0, side, side)
        rect.topright = (self._page.right - self._kit.theme.px(12), self._page.top + self._kit.theme.px(12))
        return rect

    # How it looks

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it."""
        kit, theme = self._kit, self._kit.theme
        surface.blit(self._sky, (0, 0))
        kit.type.put(
            surface,
            "The web of lives",
            theme.margin,
            theme.px(112),
            Style(Face.DISPLAY, theme.display(60), VELLUM50),
        )
        others = sum(star.met for star in self.stars) - 1
        counted = f"{max(0, others)} met, {len(self._ties)} of {self._all_ties} ties found"
        style = Style(Face.ITALIC, theme.type(27), GOLD300)
        if theme.px(112) + theme.type(44) < min(y for _, y in self._at.values()) - self._radius:
            kit.type.put(surface, counted, theme.margin, theme.px(112) + theme.type(42), style)
        chosen = self._met[self.index] if self._met else None
        self._draw_ties(surface, chosen)
        for star in sorted(self.stars, key=lambda one: one is chosen):
            self._draw_star(surface, star, chosen=star is chosen)
        if chosen is not None:
            self._draw_page(surface, chosen)
        draw_hints(
            surface,
            kit,
            (("← →", "look round"), ("Esc", "back")),
            theme.margin,
            theme.height - theme.px(60),
            theme.width * 0.5,
        )

    def _draw_ties(self, surface: pygame.Surface, chosen: Star | None) -> None:
        theme = self._kit.theme
        for person, tie in self._ties:
            mine = chosen is not None and chosen.person.id in (person, tie.to)
            (x0, y0), (x1, y1) = self._at[person], self._at[tie.to]
            bow = ((x0 + x1) / 2 - (y1 - y0) * 0.1, (y0 + y1) / 2 + (x1 - x0) * 0.1)
            points = quadratic((x0, y0), bow, (x1, y1), 28)
            left, top = min(x for x, _ in points) - 4, min(y for _, y in points) - 4
            size = (max(x for x, _ in points) - left + 8, max(y for _, y in points) - top + 8)
            sketch = Sketch(*size, GOLD300)
            ink = GOLD300 if mine else GOLD500
            sketch.stroke(
                [(x - left, y - top) for x, y in points],
                max(1.2, (2.6 if mine else 1.6) * theme.unit),
                ink,
                1.0 if mine else 0.6,
            )
            surface.blit(sketch.done(), (round(left), round(top)))

    def _draw_star(self, surface: pygame.Surface, star: Star, *, chosen: bool) -> None:
        kit, theme, ornaments = self._kit, self._kit.theme, self._kit.ornaments
        at = self._at[star.person.id]
        radius = self._radius * (1.18 if star.person.id == HEROINE else 1.0)
        if not star.met:
            ornaments.ring(surface, at, radius * 0.7, 1, NIGHT, NIGHT, 0.8)
            ornaments.dotted_ring(surface, at, radius * 0.7, VELLUM500, max(1.2, 1.8 * theme.unit))
            ornaments.ring(surface, at, max(2.0, 4 * theme.unit), 1, VELLUM500, VELLUM500)
            return
        ink = star.person.colour
        ornaments.glow(surface, at, radius * (2.6 if chosen else 2.0), ink, 0.6 if chosen else 0.34)
        ornaments.ring(surface, at, radius, max(1.5, 2.2 * theme.unit), GOLD300 if chosen else GOLD500, NIGHT)
        ornaments.ring(surface, at, radius + 6 * theme.unit, max(1.0, 1.3 * theme.unit), ink)
        glyph = kit.glyph(star.person.id, round(radius * 1.35), ink)
        glyph.set_alpha(255)
        surface.blit(glyph, (at[0] - glyph.get_width() // 2, at[1] - glyph.get_height() // 2))
        beads = [degree for phrase in star.person.motif.phrases for degree in phrase]
        for n, degree in enumerate(beads[:16]):
            turn = math.radians(-90 + 360 * n / len(beads[:16]))
            away = radius + (13 + degree * 1.4) * theme.unit
            spot = (at[0] + away * math.cos(turn), at[1] + away * math.sin(turn))
            ornaments.ring(surface, spot, max(1.4, 2.6 * theme.unit), 0.6, ink, ink)
        if not self._wide and not chosen:
            return
        style = Style(Face.LABEL, theme.type(26), ink, 0.04)
        width = kit.type.width(star.name, style)
        box = pygame.Rect(0, 0, round(width + style.size), round(style.size * 1.3))
        box.midtop = (at[0], round(at[1] + radius + 25 * theme.unit))
        plate(surface, box, ornaments, 0.86)
        kit.type.put(surface, star.name, box.centerx, box.centery + style.size * 0.26, style, 0.5)

    def _draw_page(self, surface: pygame.Surface, star: Star) -> None:
        kit, theme = self._kit, self._kit.theme
        card(surface, self._page, theme, kit.ornaments, ground=0.82)
        cross = self._cross()
        kit.ornaments.sign(
            surface, "close", cross.center, cross.width * 0.4, VELLUM300, max(1.2, 2 * theme.unit)
        )
        inner = self._page.inflate(-theme.px(64), -theme.px(56))
        person = star.person
        surface.set_clip(inner)
        inner = inner.move(0, -round(self._scroll))
        glyph = kit.glyph(person.id, round(theme.type(62)), person.colour)
        glyph.set_alpha(255)
        surface.blit(glyph, inner.topleft)
        name = Style(Face.DISPLAY, theme.display(46), VELLUM50)
        x = inner.x + glyph.get_width() + theme.px(18)
        kit.type.put(surface, star.name, x, inner.y + glyph.get_height() * 0.5 + name.size * 0.3, name)
        y = float(inner.y + glyph.get_height() + theme.px(24))
        kit.ornaments.rule(surface, inner.x, inner.right, y, scale=theme.unit)
        y += theme.px(20)
        known = person.knows_motif is None or knows(person.knows_motif, self._values)
        if known and any(any(phrase) for phrase in person.motif.phrases) and inner.height > theme.px(500):
            gap = theme.px(12)
            staff = pygame.Rect(inner.x, round(y + gap * 3), inner.width, gap * 4)
            draw_melody(surface, kit, person.motif, staff, ink=VELLUM100, clef=False)
            y = staff.bottom + gap * 3.2
        style = Style(Face.TEXT, theme.type(26), VELLUM100)
        if person.about:
            about = kit.type.plain(person.about, inner.width, style, theme.type(37))
            y = kit.type.put_paragraph(surface, about, inner.x, y) + theme.type(16)
        for other, words in self._ties_of(person.id):
            y = self._draw_tie(surface, other, words, inner, y)
        self._beyond = max(0.0, y - inner.bottom)
        surface.set_clip(None)
        if self._scroll < self._beyond - 1:
            at = (self._page.centerx, self._page.bottom)
            kit.ornaments.rosette(surface, at, 9 * theme.unit + 2)

    def _ties_of(self, person: str) -> list[tuple[Star, str]]:
        """Who is bound to a person, and what is known of it."""
        by_id = {star.person.id: star for star in self.stars}
        mine = [(by_id[tie.to], tie.text) for owner, tie in self._ties if owner == person]
        return mine + [(by_id[owner], tie.text) for owner, tie in self._ties if tie.to == person]

    def _draw_tie(
        self, surface: pygame.Surface, other: Star, words: str, inner: pygame.Rect, y: float
    ) -> float:
        kit, theme = self._kit, self._kit.theme
        glyph = kit.glyph(other.person.id, round(theme.type(30)), other.person.colour)
        glyph.set_alpha(255)
        surface.blit(glyph, (inner.x, round(y)))
        label = Style(Face.LABEL, theme.type(25), other.person.colour, 0.04)
        left = inner.x + glyph.get_width() + theme.px(14)
        kit.type.put(surface, other.name, left, y + glyph.get_height() * 0.5 + label.size * 0.26, label)
        y += glyph.get_height() + theme.px(4)
        told = kit.type.plain(
            words, inner.right - left, Style(Face.TEXT, theme.type(25), VELLUM100), theme.type(34)
        )
        return kit.type.put_paragraph(surface, told, left, y) + theme.type(18)


def _night(size: tuple[int, int]) -> pygame.Surface:
    """A night sky with a band of light across it."""
    chance = random.Random(11)  # noqa: S311 (stars, not secrets)
    sky = pygame.transform.smoothscale(band_of_light(), size)
    for _star in range(420):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        level = chance.uniform(0.08, 0.6)
        dot = pygame.Surface((2 if chance.random() < 0.2 else 1,) * 2)  # noqa: PLR2004 (a fifth are larger)
        dot.fill(as_colour(VELLUM50))
        dot.set_alpha(round(255 * level))
        sky.blit(dot, (x, y))
    sky.blit(vignette(size, 0.6), (0, 0))
    return sky


@cache
def band_of_light() -> pygame.Surface:
    """What lies across the night sky, small and soft."""
    small = pygame.Surface((96, 54))
    for y in range(54):
        for x in range(96):
            band = math.exp(-((((y - 27) - (x - 48) * -0.28) / 13) ** 2))
            glow = math.exp(-(((x - 72) / 26) ** 2) - ((y - 41) / 15) ** 2)
            wave = 0.75 + 0.25 * math.sin(x * 0.23 + y * 0.17) * math.sin(x * 0.07 - y * 0.31)
            red, green, blue = (
                10 + 24 * band * wave + 30 * glow * wave,
                10 + 13 * band * wave + 6 * glow,
                25 + 36 * band * wave + 12 * glow,
            )
            small.set_at((x, y), (round(red), round(green), round(blue)))
    return pygame.transform.gaussian_blur(small, 2)
