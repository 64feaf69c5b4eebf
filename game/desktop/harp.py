"""Performing a song: the harp under the player's hands, the song on its staff, and a world that answers."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.area import Area
from game.desktop.fonts import Face
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.pitches import TOP_LINE
from game.desktop.prompt import Prompts
from game.desktop.scene import Move, Pop, Scene
from game.desktop.songbook import Performing
from game.desktop.staff import Staff
from game.desktop.stage import Stage
from game.desktop.strings import Strings
from game.desktop.theme import GOLD300, INK950, STRINGS, VELLUM50, VELLUM300
from game.desktop.theme import colour as as_colour
from game.desktop.tune import BEAT
from game.desktop.typeset import Style
from game.view.scales import written
from game.view.songs import Performance, answer, perform
from game.view.stage import Figure

PAD: Final = {
    "dpleft": 1,
    "dpdown": 2,
    "dpup": 3,
    "dpright": 4,
    "x": 5,
    "a": 6,
    "y": 7,
    "b": 8,
    "righttrigger": 9,
}
"""Two hands on a gamepad: which button is which string."""
CLEAR: Final = (0.48, 0.72)
"""Between these shares of the height the picture has no shade over it."""
CLEF_OVER: Final = 1.8
"""How far the clef and the signs beside it stand out over the staff, in gaps."""
SAMPLE: Final = 4
"""How many notes are sung in a still picture."""
AFTER: Final = 1.1
"""Seconds in which the last note may ring before the world answers."""
ANSWERS: Final = 4
HEROINE: Final = "lysandra"


class Harp(Scene):
    """A song being performed."""

    def __init__(self, kit: Kit, journey: Journey, stage: Stage, performing: Performing) -> None:
        self._kit, self._journey, self._stage = kit, journey, stage
        self._leaf, self._listener = performing.leaf, performing.listener
        offer = performing.leaf.offer
        if offer is None:
            raise ValueError(performing.leaf.song.id)
        self._offer = offer
        values = journey.history.state.values
        self.performance: Performance = perform(journey.story, values, offer, self._listener.person)
        self._spec = journey.stage("right")
        self._notes = kit.sound.tune(journey.story, performing.leaf.song.id)
        self._written = written(performing.leaf.song.key, self._notes[0])
        self._answers: list[tuple[float, int]] = []
        self._lights = 0
        self._auto = False
        self._wait = 0.0
        self._done = 0.0
        self._strumming = False
        self._pointer = (0.0, 0.0)
        self.prompts = Prompts(kit)
        self._shade = pygame.Surface((1, 1))
        self.resize()
        kit.sound.duck(ducked=True)
        self._place_people()

    def _place_people(self, *, at_once: bool = False) -> None:
        self._stage.company.gather((Figure(HEROINE, ("play", "singing"), "left"),), at_once=at_once)
        self._stage.company.sing(HEROINE, False)

    def settle(self) -> None:
        """Be in the middle of it, for a still picture: at the first rest, if one is known."""
        self._place_people(at_once=True)
        for bead in self.performance.beads[:SAMPLE]:
            if not self.performance.resting:
                self.pluck(bead.degree or 1)
        for _ in range(12):
            self.update(0.02)

    @property
    def moving(self) -> bool:
        """Whether anything swings, flares or lives."""
        return (
            self._stage.moving
            or self.strings.moving
            or self.staff.moving
            or self._auto
            or self.performance.over
            or bool(self._answers)
        )

    def leave(self) -> None:
        """Let the music come back, and people stand as before."""
        self._kit.sound.duck(ducked=False)
        self._stage.company.sing(HEROINE, False)

    def resize(self) -> None:
        """Lay everything out."""
        theme = self._kit.theme
        wide = theme.width / theme.height > 1.5 and theme.grown < 1.4  # noqa: PLR2004 (room for Lysandra)
        left = round(theme.width * 0.383) if wide else theme.margin
        right = theme.width - theme.px(96)
        self._left, self._right = left, right
        gap = theme.display(30)
        over, under = self._beyond_the_lines()
        head = theme.px(104) + theme.display(64) * 0.27 + gap * CLEF_OVER
        top = round(max(theme.px(150) + gap, head) + gap * over)
        rect = pygame.Rect(left, top, right - left, round(gap * 4))
        self.staff = Staff(self._kit, rect, self._written, under)
        rest = max(
            theme.px(470), round(self.staff.foot + self.prompts.height(right - left) / 2 + theme.px(10))
        )
        harp_top = max(theme.px(560), round(rest + self.prompts.height(right - left) / 2 + theme.px(24)))
        foot = theme.height - theme.px(20) - round(theme.type(48))
        inset = theme.px(100) if wide else theme.px(70)
        span = pygame.Rect(left + inset, harp_top, right - left - inset - theme.px(20), foot - harp_top)
        self.strings = Strings(self._kit, span, self._written.notes)
        free = pygame.Rect(0, 0, left if wide else 0, theme.height)
        whole = pygame.Rect((0, 0), self._kit.size)
        self._area = Area(whole, "none", whole, 0, free if wide else pygame.Rect(0, 0, 1, theme.height))
        self._shade = _shade(self._kit.size)
        self.prompts.place(left, right, rest, theme.height - theme.px(26))

    def _beyond_the_lines(self) -> tuple[float, float]:
        """How much more room than usual the notes need over the staff and beneath it, in gaps."""
        steps = [self._written.notes[bead.degree - 1].step for bead in self.performance.beads if bead.degree]
        over = max(steps, default=0) - TOP_LINE - 1
        return max(0.0, over / 2), max(0.0, -min(steps, default=0) / 2 - 0.5)

    # What is done

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input."""
        if put_in.button in PAD:
            self._play(PAD[put_in.button])
            return None
        verb = put_in.verb
        if verb is Verb.PRESS:
            verb = self.prompts.verb_at(put_in.at) or verb
        if put_in.button in ("leftshoulder", "rightshoulder"):
            verb = Verb.LISTEN
        match verb:
            case Verb.LEAVE | Verb.SONGBOOK | Verb.HARP:
                return Pop()
            case Verb.NUMBER:
                self._play(put_in.number)
            case Verb.LISTEN:
                self._listen()
            case Verb.TAKE | Verb.MENU:
                self._auto = not self.performance.over
                self._wait = 0.0
            case Verb.POINT | Verb.PRESS | Verb.RELEASE:
                self._point(put_in)
            case _:
                pass
        return None

    def _point(self, put_in: Input) -> None:
        string = self.strings.at(put_in.at)
        width, height = self._kit.size
        self._pointer = (put_in.at[0] / width * 2 - 1, put_in.at[1] / height * 2 - 1)
        if put_in.verb is Verb.PRESS and string:
            self._strumming = True
            self._play(string)
        elif put_in.verb is Verb.POINT and self._strumming and string and string != self.strings.pointed:
            self._play(string)
        elif put_in.verb is Verb.RELEASE:
            self._strumming = False
        self.strings.pointed = string
        self.prompts.pointed = self.prompts.verb_at(put_in.at)

    def _play(self, string: int) -> None:
        if self.performance.over:
            return
        self._auto = False
        self.pluck(string)

    def pluck(self, string: int) -> None:
        """Sound a string (1–9): it lights its bead if it is the right one, and does no harm if not."""
        before = self.performance
        self.performance = before.play(string)
        for sound in self.performance.sounds:
            self._kit.sound.note(
                self._notes[sound.string - 1], 1.0 if sound.right else 0.55, short=not sound.right
            )
            self.strings.pluck(sound.string, right=sound.right)
            if not sound.right:
                self.staff.tremble()
        if self.performance.at > before.at and not before.over:
            self.staff.lit[self.performance.at - 1] = 0.0
            self._light(STRINGS[string - 1][0])
            self._stage.company.bead(HEROINE, self.performance.at)

    def _light(self, colour: str) -> None:
        self._stage.light(self._spec.beads, self._lights, colour)
        self._lights += 1

    def _listen(self) -> None:
        """Keep the rest; what listens answers in it."""
        before = self.performance
        self.performance = before.listen()
        if self.performance.at > before.at:
            self._answer()

    def _answer(self) -> None:
        """Let them answer: with their motif, if they have one, and with the picture's light."""
        person = self._journey.story.people.get(self._listener.person or self._offer.to or "")
        degrees = answer(person.motif) if person and person.motif.phrases else (5, 8)
        beat = self._kit.sound.until_beat
        self._answers = [
            (beat + n * BEAT * 0.8, degree) for n, degree in enumerate(degrees[:ANSWERS]) if degree
        ]

    def update(self, seconds: float) -> Move | None:
        """Let time pass."""
        self._stage.update(seconds, self._pointer, self._kit.sound.beat)
        self.staff.update(seconds)
        self.strings.update(seconds)
        self._sound_answers(seconds)
        if self._kit.settings.timed and self.performance.resting and not self._auto:
            before = self.performance
            self.performance = before.wait(seconds / BEAT)
            if self.performance.at > before.at:
                self._answer()
        if self._auto:
            self._play_on(seconds)
        self._stage.company.sing(HEROINE, self._auto or self.staff.moving)
        if self.performance.over and not self._answers:
            self._done += seconds
            if self._done >= AFTER:
                return Pop(self._offer.sung(self.performance.outcome, self._listener.person))
        return None

    def _sound_answers(self, seconds: float) -> None:
        due = [degree for left, degree in self._answers if left <= seconds]
        self._answers = [(left - seconds, degree) for left, degree in self._answers if left > seconds]
        for degree in due:
            self._kit.sound.note(self._notes[min(degree, len(self._notes)) - 1], 0.8, "voice")
            self._light(GOLD300)

    def _play_on(self, seconds: float) -> None:
        """Lysandra plays: to the next rest, or over the one she stands at and on to the next."""
        self._wait -= seconds
        if self._wait > 0:
            return
        performance = self.performance
        if performance.small and performance.resting:
            self.performance = performance.listen()
            self._wait = BEAT
        elif performance.resting and performance.next_note() is None:
            self.performance = performance.play(1)
        else:
            note = performance.next_note()
            if note is None:
                self._auto = False
                return
            bead = performance.beads[note]
            self.pluck(bead.degree or 1)
            self._wait = bead.beats * BEAT
        if self.performance.over or (self.performance.resting and not self.performance.small):
            self._auto = False

    # How it looks

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it."""
        kit, theme, performance = self._kit, self._kit.theme, self.performance
        self._stage.draw(surface, self._area, hidden=False)
        for top, foot in ((0, CLEAR[0]), (CLEAR[1], 1)):
            part = pygame.Rect(
                0, round(theme.height * top), theme.width, round(theme.height * (foot - top)) + 1
            )
            surface.blit(self._shade, part.topleft, part)
        song = self._leaf.song
        heading = Style(Face.DISPLAY, theme.display(64), VELLUM50)
        width = kit.type.put(surface, song.name, self._left, theme.px(104), heading)
        aside = Style(Face.ITALIC, theme.type(27), GOLD300)
        words = f"for {self._listener.name}" if self._listener.name else ""
        if kit.type.width(words, aside) < self._right - self._left - width - theme.px(60):
            kit.type.put(surface, words, self._left + width + theme.px(28), theme.px(104), aside)
        if theme.grown < 1.3:  # noqa: PLR2004 (large text needs the room)
            label = "on the beat" if kit.settings.timed else "untimed"
            kit.type.put(
                surface,
                label,
                self._right,
                theme.px(104),
                Style(Face.LABEL, theme.type(24), VELLUM300, 0.05),
                1.0,
            )
        rest = performance.beads[performance.at] if performance.resting else None
        waited = performance.waited / rest.beats if rest and kit.settings.timed else 0.0
        self.staff.draw(surface, performance, waited)
        note = performance.next_note()
        wanted = performance.beads[note].degree or 0 if note is not None and not performance.resting else 0
        self.strings.draw(surface, wanted)
        self.prompts.draw(surface, performance, listener=self._listener.name, timed=kit.settings.timed)


def _shade(size: tuple[int, int]) -> pygame.Surface:
    """Ink behind the staff and at the foot; the picture stays clear between them."""
    stops = ((0.0, 0.80), (0.26, 0.74), (0.365, 0.62), (CLEAR[0], 0.0), (CLEAR[1], 0.0), (1.0, 0.78))
    strip = pygame.Surface((1, size[1]), pygame.SRCALPHA)
    red, green, blue, _ = as_colour(INK950)
    after = 1
    for y in range(size[1]):
        share = y / size[1]
        after += share > stops[after][0]
        (s0, a0), (s1, a1) = stops[after - 1], stops[after]
        alpha = a0 + (a1 - a0) * (share - s0) / (s1 - s0)
        strip.set_at((0, y), (red, green, blue, round(255 * alpha)))
    return pygame.transform.scale(strip, size)
