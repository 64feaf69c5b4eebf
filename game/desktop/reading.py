"""The reading scene: the picture, the column beside it, and everything that can be done there."""

from __future__ import annotations

import math
from typing import Final

import pygame

from game.desktop.area import reading_area
from game.desktop.buttons import Buttons
from game.desktop.column import Column
from game.desktop.entrance import Entrance
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.notice import Notices
from game.desktop.pace import Pace
from game.desktop.scene import Door, Move, Push, Replace, Scene
from game.desktop.stage import Stage
from game.desktop.theme import COMMANDED, GOLD300, GOLD500
from game.desktop.wing import Wing
from game.model.text import CueKind
from game.play.action import Action, Choose, Sing
from game.play.step import Refused
from game.saves import AUTO, QUICK
from game.view.captions import captioned
from game.view.page import Page
from game.view.stage import Side, StageSpec, after_cue

ACCENTS: Final = {"commanded": COMMANDED, "invited": GOLD300}
DOORS: Final = {
    Verb.LEAVE: Door.PAUSE,
    Verb.MENU: Door.PAUSE,
    Verb.HARP: Door.SONGBOOK,
    Verb.SONGBOOK: Door.SONGBOOK,
    Verb.HISTORY: Door.HISTORY,
    Verb.JOURNAL: Door.JOURNAL,
    Verb.WEB: Door.WEB,
    Verb.LOAD: Door.LOAD,
}
"""What is opened from here."""
SHOWN_BLOCKS: Final = 60
"""How much of the transcript the column holds; the whole of it is in the history."""
NOT_PAST_NEW: Final = "This page is new. Only what was read before is skipped."
NOT_PAST_CHOICES: Final = "Nothing is skipped here: the choice is yours."
WHEEL_STEP: Final = 90
BACK_PAUSE: Final = 0.45
"""How long the wheel has to rest at the top before it walks back."""


class Reading(Scene):
    """The screen on which the story is read."""

    def __init__(self, kit: Kit, journey: Journey, stage: Stage) -> None:
        self._kit, self.journey, self.stage = kit, journey, stage
        self.column = Column(kit, journey.story)
        self.wing = Wing(kit, stage, self.column)
        self.entrance = Entrance(stage)
        self.buttons = Buttons(kit)
        self.notices = Notices(kit)
        self.pace = Pace(kit)
        self._side: Side = "right"
        self._pointer = (0.0, 0.0)
        self._clock = 0.0
        self._wheeled = -1.0
        self._settling = False
        self._followed = kit.settings
        """The settings as this scene knows them."""
        self._turned = False
        """Whether a page was laid out since the last frame: that was enough work for one frame."""
        self._remembered = False
        self._told_of: object = None
        """Where it was said that there is nothing to skip."""
        self.page: Page = journey.page
        self._spec: StageSpec = journey.stage(self._side)
        self._shown = 0
        self.present(new=len(self.page.blocks))
        for notice in journey.notices:
            self.notices.say(notice)

    # What is shown

    def present(self, *, new: int, at_once: bool = False) -> None:
        """Show the journey as it stands; the last `new` blocks are revealed."""
        self.page = self.journey.page
        self._remembered = False
        self._turned = True
        self.wing.stir()
        blocks = self.journey.transcript
        self._side = self._column_side()
        self._spec = self.journey.stage(self._side)
        area = reading_area(self._kit.theme, self._side)
        place = self.page.place
        tail = blocks[-max(SHOWN_BLOCKS, new) :]
        same = next((n for n, block in enumerate(reversed(tail)) if block.place != place), len(tail))
        tail = tail[len(tail) - max(same, new) :]
        tail = tuple(map(captioned, tail)) if self._kit.settings.captions else tail
        reveal = "at once" if at_once else self._kit.settings.reveal
        self.column.set(tail, self.page, area, new=min(new, len(tail)), reveal=reveal)
        self._shown = len(blocks)
        self.buttons.place(area.free, mirrored=self._side == "left" and not area.whole, in_band=area.whole)
        self.entrance.show(self._spec, at_once=self._settling)
        self._kit.sound.scene(self.journey.story, self.journey.history.state, self._spec)
        self.pace.begin(self.page.blocks, self.journey.seen)

    def settle(self) -> None:
        """Show everything as it will be in the end, for a still picture."""
        self._settling = True
        self.present(new=0, at_once=True)
        for block in self.page.blocks:
            for _, cue in block.cues:
                self._spec = after_cue(self._spec, cue)
        self.entrance.show(self._spec, at_once=True)
        self._settling = False

    @property
    def accent(self) -> str:
        """The colour of rules and marks: what was done to this place."""
        return ACCENTS.get(self._spec.mood, GOLD500)

    def _column_side(self) -> Side:
        return self._kit.quiet_side(self.journey.stage("right").picture)

    # What is done

    def enter(self) -> None:
        """Be there again, perhaps with other settings."""
        self.entrance.show(self._spec)
        before, now = self._followed, self._kit.settings
        if before == now:
            return
        self._followed = now
        if before.captions != now.captions:
            self.present(new=0, at_once=True)
        self.resize()
        if before.auto != now.auto:
            self.pace.turning = now.auto
        if before.pace != now.pace:
            self.pace.begin(self.page.blocks, self.journey.seen)

    def leave(self) -> None:
        """Keep the journey as it stands."""
        self.journey.keep(AUTO, None if self.entrance.wordless else self.thumbnail())

    def resume(self, brought: object) -> Move | None:
        """A scene above has gone: it may bring a song that was sung, or a sentence to show."""
        if isinstance(brought, Choose | Sing):
            self._act(brought)
        elif isinstance(brought, str):
            self.notices.say(brought)
        return None

    def resize(self) -> None:
        """Lay everything out for another window, or for other settings."""
        area = reading_area(self._kit.theme, self._side)
        self.column.relay(area)
        self.buttons.place(area.free, mirrored=self._side == "left" and not area.whole, in_band=area.whole)
        self.wing.forget()

    @property
    def focused(self) -> object:
        """What the keys have come to."""
        return self.column.choices.focus

    @property
    def folio(self) -> object:
        """Which page is shown."""
        return id(self.journey.history), self.column.choices.page

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input."""
        if put_in.verb is Verb.POINT:
            width, height = self._kit.size
            self._pointer = (put_in.at[0] / width * 2 - 1, put_in.at[1] / height * 2 - 1)
            self.buttons.pointed = self.buttons.verb_at(put_in.at)
            if self.column.revealed:
                before = self.column.choices.pointed
                self.column.choices.handle(put_in, *self.column.choices_at())
                if self.column.choices.pointed != before:
                    self.wing.stir()
            return None
        self.wing.stir()
        if put_in.verb is not Verb.RELEASE:
            self.entrance.hurry()
        verb = self.buttons.verb_at(put_in.at) if put_in.verb is Verb.PRESS else None
        if verb is not None:
            put_in = Input(verb)
        if put_in.verb not in (Verb.AUTO, Verb.SKIP, Verb.WHEEL, Verb.RELEASE):
            self.pace.stop()
        if put_in.verb in DOORS:
            self.column.complete()
            # What is opened may show the whole picture, and not only what the column leaves free of it.
            self.stage.paint_whole(self.column.area)
            return Push(DOORS[put_in.verb])
        return self._read(put_in)

    def _read(self, put_in: Input) -> Move | None:  # noqa: C901 (one case each)
        match put_in.verb:
            case Verb.WHEEL:
                self._wheel(put_in.by)
            case Verb.BACK:
                self._back()
            case Verb.ON:
                if self.column.revealed and self.journey.forth():
                    self.present(new=0, at_once=True)
                elif self.column.revealed and self.page.ending is not None:
                    return Replace(Door.ENDING)
                else:
                    self._on()
            case Verb.FIRST:
                self.column.to_top()
            case Verb.LAST:
                self.column.to_end()
            case Verb.SAVE:
                self.journey.keep(QUICK, self.thumbnail())
                self._kit.sound.effect("save")
                self.notices.say("Kept.")
            case Verb.SKIP:
                self._skip()
            case Verb.AUTO:
                self.pace.toggle_auto()
            case _:
                return self._choose(put_in)
        return None

    def _skip(self) -> None:
        """Skip, or stop; where there is nothing to skip, say so once a page."""
        was, mine = self.pace.skipping, self.column.revealed and not self._goes_on_alone
        if not mine:
            self.pace.toggle_skip()
        if was or self.pace.skipping or self._told_of is self.journey.history:
            return
        self._told_of = self.journey.history
        self.notices.say(NOT_PAST_CHOICES if mine else NOT_PAST_NEW)

    @property
    def _goes_on_alone(self) -> bool:
        """Whether there is only one way on, and nobody to sing to."""
        choices = self.page.choices
        return len(choices) == 1 and choices[0].open and not self.page.listening

    def _choose(self, put_in: Input) -> Move | None:
        if put_in.verb in (Verb.OTHER, Verb.POINT):
            return None
        if not self.column.revealed:
            if put_in.verb is not Verb.RELEASE:
                self._on()
            return None
        if put_in.verb in (Verb.TAKE, Verb.LISTEN, Verb.NUMBER, Verb.RELEASE) and not self.column.ready:
            return None
        if self.page.ending is not None and put_in.verb in (Verb.TAKE, Verb.LISTEN, Verb.DOWN, Verb.RELEASE):
            return Replace(Door.ENDING)
        choice = self.column.choices.handle(put_in, *self.column.choices_at())
        if put_in.verb in (Verb.UP, Verb.DOWN):
            self.column.keep_focus_in_view()
        if choice is not None:
            self._act(Choose(choice.key))
        return None

    def _on(self) -> None:
        """Complete what is being revealed; else turn to what follows."""
        if self.column.waiting:
            self.column.turn()
        else:
            self.column.complete()

    def _act(self, action: Action) -> None:
        before = self._shown
        self.wing.let_choices_go()
        try:
            self.journey.act(action)
        except Refused:
            return
        self._kit.sound.acted(self.journey.history.turn.events)
        self.present(new=len(self.journey.transcript) - before)
        shown = (self._spec.picture, self._spec.mood, self._spec.time)
        for spec in self.journey.next_stages(self._side):
            if (spec.picture, spec.mood, spec.time) != shown:
                self.stage.expect(spec)
                break

    def _back(self) -> None:
        if self.journey.back():
            self.present(new=0, at_once=True)

    def _wheel(self, by: float) -> None:
        if by > 0 and self.column.top_reached:
            if self._clock - self._wheeled > BACK_PAUSE:
                self._back()
        else:
            self.column.scroll(-by * self._kit.theme.px(WHEEL_STEP))
        self._wheeled = self._clock

    # Time and light

    @property
    def moving(self) -> bool:
        """Whether the next frame will look different."""
        return (
            self.stage.moving
            or self.column.moving
            or self.notices.moving
            or self.pace.running
            or self.wing.moving
            or self.entrance.wordless
        )

    def update(self, seconds: float) -> Move | None:
        """Let time pass."""
        self._clock += seconds
        self.journey.seconds += seconds
        self.notices.update(seconds)
        self.wing.update(seconds)
        self.entrance.update(seconds)
        complaint = self.journey.scribe.complaint()
        if complaint:
            self.notices.say(complaint)
        if not self.entrance.wordless:
            self._let_words_come(seconds)
        if not self._turned:
            self.stage.update(seconds, self._pointer, self._kit.sound.beat)
        self._turned = False
        return None

    def _let_words_come(self, seconds: float) -> None:
        """Reveal what is due, and do what the words ask of the stage."""
        for cue in self.column.update(seconds):
            self._spec = after_cue(self._spec, cue)
            if cue.kind is CueKind.SOUND:
                self._kit.sound.effect(cue.name)
            elif cue.kind is not CueKind.PAUSE:
                self.entrance.show(self._spec)
        self.stage.company.speak(self.column.speaker, mouth=self.column.words_coming)
        self.stage.company.listen(self._listening())
        if self.column.revealed:
            self._read_to_the_end()
        self._hurry(seconds)

    def _read_to_the_end(self) -> None:
        """Remember, once a page, that its text was read; and picture it for the save."""
        if not self._remembered:
            self._remembered = True
            self.journey.see(texts=tuple(block.key for block in self.page.blocks))
            if not self.stage.arriving and self.journey.history.before is not None:
                self.journey.picture(AUTO, self.thumbnail())

    def _listening(self) -> frozenset[str]:
        """Whoever would answer a song, once the page was read; nobody if the player wants no rings."""
        shown = self._kit.settings.ring and self.column.revealed
        return self.page.listening if shown else frozenset()

    def _hurry(self, seconds: float) -> None:
        """Skip or turn by itself, if the player asked for it."""
        step = self.pace.step(seconds, revealed=self.column.revealed, waiting=self.column.waiting)
        if step and not self.column.revealed:
            self._on()
        elif step and self._goes_on_alone:
            self._act(Choose(self.page.choices[0].key))
        elif step:
            self.pace.stop()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the scene."""
        area = self.column.area
        self.stage.draw(surface, area)
        self.wing.draw(surface, None if self.entrance.wordless else self.page, self.accent)
        listening = bool(self._listening())
        pulse = 0.5 if self._kit.theme.still else 0.5 + 0.5 * math.sin(self._clock * 2.2)
        self.buttons.draw(surface, self.accent, listening=listening, pulse=pulse)
        self.pace.draw(surface, area)
        self.notices.draw(surface, area.free)

    def thumbnail(self) -> pygame.Surface:
        """The picture of the scene, without words."""
        return self.stage.paint_whole(self.column.area).copy()
