"""What the window costs: time to the title, time of a frame, share of a core, memory."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pygame

from game.desktop.app import App
from game.desktop.fault import Fault
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.library import Library
from game.desktop.memory import most_resident, resident
from game.desktop.scene import Door, Push
from game.desktop.screens import Screens
from game.desktop.scribe import Scribe
from game.desktop.sound import Sound
from game.desktop.window import Window
from game.model.story import Story
from game.saves import Seen, Settings, Store

FRAME: Final = 1 / 60
SETTLED: Final = 1.0
"""Seconds after a hand-over from which the memory counts as that of playing."""
SAMPLED: Final = 20
"""Every so many frames the memory is looked at."""
SETTLING: Final = 7.0
"""Seconds without input after which the loop has slowed down, and the music has been decoded."""


@contextmanager
def opened(
    story: Story, assets: Path, size: tuple[int, int], settings: Settings
) -> Iterator[tuple[App, Screens]]:
    """Give the whole game in a window of this size, with a profile that is thrown away."""
    with TemporaryDirectory() as folder:
        window = Window(story.title, assets / "icon.png", size=size)
        kit = Kit(assets, settings, window.surface.get_size(), Sound(assets, mono=settings.mono))
        scribe, library = Scribe(), Library(assets)
        screens = Screens(kit, Journey(story, Store(Path(folder)), scribe, Seen()), library)
        gc.freeze()  # as the loop does when it begins
        try:
            yield App(kit, window, screens.open_door, _give_up), screens
        finally:
            library.close()
            scribe.close()
            kit.sound.close()
            window.close()


def title(story: Story, assets: Path) -> dict[str, float]:
    """Processor seconds of this whole process until the title's picture is there."""
    with opened(story, assets, (1280, 720), Settings()) as (app, screens):
        app.carry_out(Push(Door.TITLE))
        app.frame(FRAME)
        while screens.stage.waiting:
            app.rest(0.0)
            app.frame(FRAME)
        return {"seconds": time.process_time()}


def frames(story: Story, assets: Path, size: tuple[int, int]) -> dict[str, float]:
    """Processor milliseconds of a frame over a whole tour at its real pace, and the memory held, in MB.

    An input counts to the frame before which it came. `memory` is the most that was held while no place and
    no music handed over to the next, `peak` the most at any time; both are left out where the system does not
    tell them.
    """
    from game.desktop.tour import tour  # noqa: PLC0415 (it knows screens for which the title must not wait)

    taken: list[float] = []
    held: list[float] = []
    with opened(story, assets, size, Settings()) as (app, screens):
        app.carry_out(Push(Door.TITLE))
        settled = 0.0
        for put_in in tour(app, screens):
            start, begun = time.perf_counter(), time.thread_time()
            if put_in is not None:
                app.give(put_in)
            app.frame(FRAME)
            taken.append(1000 * (time.thread_time() - begun))
            settled = 0.0 if screens.stage.arriving or screens.kit.sound.changing else settled + FRAME
            if settled > SETTLED and len(taken) % SAMPLED == 0:
                held += resident()
            time.sleep(max(0.001, FRAME - (time.perf_counter() - start)))
    taken.sort()
    told = {
        "median": taken[len(taken) // 2],
        "p99": taken[len(taken) * 99 // 100],
        "worst": taken[-1],
        "frames": len(taken),
    }
    peak = most_resident()
    return told | ({"memory": max(held), "peak": max(peak)} if held and peak else {})


def idleness(story: Story, assets: Path, seconds: float = 10.0) -> dict[str, float]:
    """The share of a core, in percent, that the loop takes in each of its moods."""
    shares = {}
    for name, settings, events, after in (
        ("played", Settings(), (), 0.0),
        ("left alone", Settings(), (), SETTLING),
        ("unfocused", Settings(), (pygame.WINDOWFOCUSLOST,), SETTLING),
        ("minimised", Settings(), (pygame.WINDOWMINIMIZED,), SETTLING),
        ("reduced motion", Settings(still=True, reveal="at once"), (), SETTLING),
    ):
        with opened(story, assets, (1280, 720), settings) as (app, _):
            app.carry_out(Push(Door.READING))
            _turn(app, 3.0)
            for kind in events:
                pygame.event.post(pygame.event.Event(kind))
            _turn(app, after)
            begun, spent = time.perf_counter(), time.process_time()
            _turn(app, seconds, awake=name == "played")
            shares[name] = 100 * (time.process_time() - spent) / (time.perf_counter() - begun)
    return shares


def _turn(app: App, seconds: float, *, awake: bool = False) -> None:
    """Let the loop turn in real time; `awake`: with a pointer that keeps moving."""
    end = time.perf_counter() + seconds
    before = time.perf_counter()
    while before < end:
        now = time.perf_counter()
        if awake:
            app.give(Input(Verb.POINT, at=(640, int(360 + 100 * (now % 1)))))
        app.frame(now - before)
        before = now
        app.rest(time.perf_counter() - now)


def _give_up(error: Exception) -> Fault:
    raise error
