"""The journey that is measured: title, thirty pages, a song on the harp, the books, and some steps back.

It reads any story as a player would who takes the first way on: what a frame costs is then the cost of a
living scene with everything that happens in it, the changes from screen to screen and place to place too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.desktop.app import App
from game.desktop.harp import Harp
from game.desktop.inputs import Input, Verb
from game.desktop.reading import Reading
from game.desktop.screens import Screens

Inputs = Iterator[Input | None]
"""What is put in, frame by frame; None where the player only looks."""

PAGES: Final = 30
GLANCE: Final = 25
LOOK: Final = 90
"""Frames for which a page is looked at as it comes: its arrival, most of its reveal."""
NOTE: Final = 16
"""Frames between two notes of the harp."""
LONGEST_SONG: Final = 120
"""Notes and rests after which a song is given up."""
SONGS: Final = 2
MOST_TAKES: Final = 3
"""So often Enter is pressed in the songbook: where only one leaf has room, it first comes to the song."""
EVERY: Final = 10
"""After so many pages each the player steps back, and looks into a book."""
STEPS_BACK: Final = 3
BOOKS: Final = (Verb.JOURNAL, Verb.HISTORY, Verb.LEAVE)


def tour(app: App, screens: Screens) -> Inputs:
    """Play on from the title, which has just been opened; one item is to be given to the app each frame."""
    while screens.stage.waiting:
        yield None
    yield from _look(LOOK)
    yield Input(Verb.TAKE)
    sung: set[str] = set()
    for page in range(PAGES):
        yield from _look(LOOK)
        yield from _read(app)
        if screens.journey.history.state.ending is not None:
            return
        node = screens.journey.history.state.node
        if screens.journey.page.listening and node not in sung and len(sung) < SONGS:
            sung.add(node)
            yield from _sing(app)
            yield from _look(LOOK)
            yield from _read(app)
        if page % EVERY == EVERY - 1:
            yield from _step_back(app)
            yield from _open(BOOKS[page // EVERY % len(BOOKS)])
        yield Input(Verb.TAKE)


def _look(frames: int) -> Inputs:
    for _ in range(frames):
        yield None


def _read(app: App) -> Inputs:
    """Read the page to its end, until a choice can be taken."""
    while isinstance(scene := app.scenes[-1], Reading) and not scene.column.ready:
        yield None if scene.column.revealed else Input(Verb.TAKE)
        yield from _look(GLANCE)


def _sing(app: App) -> Inputs:
    """Open the songbook, take the harp and play, one string wrong, listening in every rest."""
    yield Input(Verb.HARP)
    for _ in range(MOST_TAKES):
        yield from _look(LOOK)
        if isinstance(app.scenes[-1], Harp):
            break
        yield Input(Verb.TAKE)
    for number in range(LONGEST_SONG):
        scene = app.scenes[-1]
        if not isinstance(scene, Harp):
            break
        yield _note(scene, wrong=number == 1)
        yield from _look(NOTE)
    while not isinstance(app.scenes[-1], Reading):
        yield Input(Verb.LEAVE)
        yield from _look(GLANCE)


def _note(harp: Harp, *, wrong: bool) -> Input | None:
    """What is played next; nothing once the song is over."""
    performance = harp.performance
    if performance.over:
        return None
    if performance.resting:
        return Input(Verb.LISTEN)
    note = performance.next_note()
    string = (performance.beads[note].degree or 1) if note is not None else 1
    return Input(Verb.NUMBER, number=string % 9 + 1 if wrong else string)


def _step_back(app: App) -> Inputs:
    """Take some pages back, and go forth again to where one was."""
    for verb in (Verb.BACK, Verb.ON):
        for _ in range(STEPS_BACK):
            yield Input(verb)
            yield from _look(GLANCE)
            yield from _read(app)


def _open(door: Verb) -> Inputs:
    """Look into a book, or at the pause, and come back."""
    yield Input(door)
    yield from _look(GLANCE)
    yield Input(Verb.LEAVE)
    yield from _look(GLANCE)
