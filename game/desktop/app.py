"""The loop: inputs to the topmost scene, time to all of it, a frame when there is something new to see."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Final

import pygame

from game.desktop import motion
from game.desktop.inputs import Input, Reader, Verb
from game.desktop.kit import Kit
from game.desktop.scene import Door, Move, Pop, Push, Quit, Replace, Scene
from game.desktop.window import Window

QUICK: Final = 1 / 60
CALM: Final = 1 / 30
AWAY: Final = 1 / 5
ASLEEP: Final = 1 / 4
NAP: Final = 1 / 18
"""How long nobody looks for an input while nothing moves: too short to be felt."""
CALM_AFTER: Final = 5.0
"""Seconds without input after which half the frames are enough."""
LONGEST: Final = 0.1
"""No frame counts as more time than this, in seconds: after a pause nothing leaps."""

Opener = Callable[[Door, object], Scene]
Explainer = Callable[[Exception], object]
"""Makes of an error what its page says, and writes the rest down."""

Shown = tuple[object, object]
"""Which page of a scene is shown, and what has the focus there."""


class App:
    """A pile of scenes on a window."""

    def __init__(self, kit: Kit, window: Window, opener: Opener, explain: Explainer) -> None:
        self._kit, self._window, self._open, self._explain = kit, window, opener, explain
        self._reader = Reader(kit.settings.keys, window.density)
        self._pads = _Pads()
        self.scenes: list[Scene] = []
        self._running = True
        self._stale = True
        self._failed = False
        self._before: pygame.Surface | None = None
        """The last frame of the screen that gives way to another."""
        self._since = 0.0
        self._laid = False
        """Whether a screen was opened since the last frame: to open it was enough work for one frame."""
        self._focused = True
        self._hidden = False
        self._idle = 0.0

    def run(self, first: Door) -> None:
        """Play until the player leaves; the scenes are then left one by one."""
        # What there is by now stays to the end: the collector of cycles need not look at it again and again.
        gc.freeze()
        self.carry_out(Push(first))
        before = time.perf_counter()
        try:
            while self._running and self.scenes:
                now = time.perf_counter()
                try:
                    self.frame(min(LONGEST, now - before))
                except Exception as error:  # noqa: BLE001 (whatever it is, the player gets a page and a way on)
                    self._fail(error)
                before = now
                self.rest(time.perf_counter() - now)
        finally:
            while self.scenes:
                self.scenes.pop().leave()

    def carry_out(self, move: Move | None) -> None:
        """Do what a scene answered; the screen that was seen gives way softly."""
        if move is not None and self.scenes and not isinstance(move, Quit):
            self._before, self._since = self._window.surface.copy(), 0.0
        match move:
            case Push(door, subject):
                self._lay(self._open(door, subject))
            case Replace(door, subject, everything):
                scene = self._open(door, subject)
                for _ in range(len(self.scenes) if everything else min(1, len(self.scenes))):
                    self.scenes.pop().leave()
                self._lay(scene)
            case Pop(brought):
                self.scenes.pop().leave()
                if self.scenes:
                    self.scenes[-1].enter()
                    self.carry_out(self.scenes[-1].resume(brought))
            case Quit():
                self._running = False
        self._stale = self._stale or move is not None

    def give(self, put_in: Input) -> None:
        """Hand an input to the topmost scene."""
        self._idle = 0.0
        self._stale = True
        self._failed = False
        if put_in.verb is Verb.FULL_SCREEN:
            settings = self._kit.settings
            self._kit.change(settings.with_value("fullscreen", not settings.fullscreen))
        elif self.scenes:
            scene, settings = self.scenes[-1], self._kit.settings
            before = scene.folio, scene.focused
            move = scene.handle(put_in)
            after = scene.folio, scene.focused
            name = _heard(move, before, after, changed=settings != self._kit.settings)
            if name:
                self._kit.sound.effect(name)
            self.carry_out(move)
        self._follow_settings()

    def _follow_settings(self) -> None:
        """Do what changed settings ask of the window and the keys."""
        settings = self._kit.settings
        if settings.fullscreen != self._window.full_screen:
            self._window.switch()
            self._fit()
        if settings.keys != self._reader.chosen:
            self._reader.rebind(settings.keys)

    def _fail(self, error: Exception) -> None:
        """Show the page for a fault; a fault of that page itself ends the game.

        Raises:
            Exception: the fault page failed too.
        """
        if self._failed:
            raise error
        self._failed = True
        self.scenes.clear()
        self._lay(self._open(Door.FAULT, self._explain(error)))

    def _lay(self, scene: Scene) -> None:
        self._laid = self._before is not None
        self.scenes.append(scene)
        scene.enter()

    def frame(self, seconds: float) -> None:
        """Do what the events ask, let time pass, and draw if there is something new to see."""
        for event in pygame.event.get():
            self._event(event)
        if self._window.surface.get_size() != self._kit.size:
            self._fit()
        self._idle += seconds
        self._kit.sound.update(seconds)
        if self.scenes and not self._hidden:
            self.carry_out(self.scenes[-1].update(seconds))
        shown = self._shown()
        if self._laid:
            self._laid = False
        elif not self._hidden and shown and (self._stale or self._moving(shown)):
            self._stale = False
            for scene in shown:
                scene.draw(self._window.surface)
            self._draw_before(seconds)
            self._window.flip()

    def _draw_before(self, seconds: float) -> None:
        """Lay the screen that gives way over the new one, ever thinner."""
        if self._before is None:
            return
        self._since += seconds
        share = self._since / (motion.STILL if self._kit.theme.still else motion.WING_OUT)
        if share >= 1 or self._before.get_size() != self._kit.size:
            self._before = None
            return
        self._before.set_alpha(round(255 * (1 - motion.ease_out(share))))
        self._window.surface.blit(self._before, (0, 0))

    def _shown(self) -> list[Scene]:
        """The scenes that can be seen: those from the last one that hides what is beneath."""
        first = max((n for n, scene in enumerate(self.scenes) if scene.hides), default=0)
        return self.scenes[first:]

    def _moving(self, shown: list[Scene]) -> bool:
        return self._before is not None or any(scene.moving for scene in shown)

    def _event(self, event: pygame.event.Event) -> None:
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                self._running = False
            case pygame.WINDOWFOCUSLOST:
                self._focused = False
            case pygame.WINDOWFOCUSGAINED:
                self._focused = True
            case pygame.WINDOWMINIMIZED | pygame.WINDOWHIDDEN:
                self._hidden = True
            case pygame.WINDOWRESTORED | pygame.WINDOWSHOWN | pygame.WINDOWEXPOSED | pygame.WINDOWMAXIMIZED:
                self._hidden, self._stale = False, True
            case pygame.CONTROLLERDEVICEADDED | pygame.CONTROLLERDEVICEREMOVED:
                self._pads.look()
            case _:
                put_in = self._reader.read(event)
                if put_in is not None:
                    self.give(put_in)

    def _fit(self) -> None:
        """Follow a new size of the window, or new settings."""
        self._kit.tune(self._kit.settings, self._window.surface.get_size())
        self._reader.density = self._window.density
        for scene in self.scenes:
            scene.resize()
        self._stale = True

    def rest(self, spent: float) -> None:
        """Wait until the next frame is due: often while something moves, seldom while nobody looks."""
        moving = self._moving(self._shown())
        if self._hidden:
            step = ASLEEP
        elif not self._focused:
            step = AWAY
        elif self._idle > CALM_AFTER or not moving:
            step = CALM
        else:
            step = QUICK
        if self._hidden or (not moving and not self._stale):
            # Nothing changes by itself: sleep until something happens, but look after the sound.
            idle = self._idle > 1
            _doze(max(step, AWAY if idle else CALM), ASLEEP / 2 if self._hidden else NAP if idle else CALM)
        elif spent < step:
            time.sleep(step - spent)


def _heard(move: Move | None, before: Shown, after: Shown, *, changed: bool) -> str:
    """The one sound that goes with what an input did; what a scene brings back was heard already."""
    match move:
        case Push():
            return "open"
        case Pop(None):
            return "close"
        case Replace():
            return "press"
        case Pop() | Quit():
            return ""
    if changed:
        return "press"
    return "page" if before[0] != after[0] else "focus" if before[1] != after[1] else ""


def _doze(seconds: float, nap: float) -> None:
    """Sleep until there is an event, looked for after each nap; SDL's own waiting looks every millisecond."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end and not pygame.event.peek():
        time.sleep(nap)


class _Pads:
    """The gamepads that are there; they speak only while somebody holds on to them."""

    def __init__(self) -> None:
        self._open: list[object] = []
        self.look()

    def look(self) -> None:
        """Open every gamepad that is plugged in."""
        try:
            from pygame._sdl2 import controller  # noqa: PLC0415 (not every build of pygame has it)

            controller.init()
            self._open = [
                controller.Controller(n) for n in range(controller.get_count()) if controller.is_controller(n)
            ]
        except (ImportError, pygame.error):
            self._open = []
