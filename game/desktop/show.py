"""The window of the game, and pictures of it: what the command line calls."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.desktop.app import App
from game.desktop.book import Listener, leaves
from game.desktop.fault import Fault
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.library import Library
from game.desktop.log import note
from game.desktop.scene import Door, Scene
from game.desktop.screens import Screens
from game.desktop.scribe import Scribe
from game.desktop.songbook import Performing
from game.desktop.sound import Sound
from game.desktop.window import Window
from game.model.story import Cell, CellKind, Story
from game.play.event import Entered
from game.play.history import History
from game.play.state import State
from game.play.step import Turn, begin
from game.saves import Seen, Settings, Store

SCREENS = tuple(door.value for door in Door if door is not Door.READING)
FRAME = 1 / 60


class Unshowable(Exception):  # noqa: N818 (it says what cannot be done; nothing is in error)
    """There is no such node, screen or fact; the text is a sentence that says so."""


def play(
    story: Story,
    store: Store,
    assets: Path,
    *,
    notices: tuple[str, ...] = (),
    mods: tuple[str, ...] = (),
    history: History | None = None,
) -> None:
    """Open a window and play until the player leaves; all is kept. A `history` given is gone on with."""
    settings, more = store.settings()
    sound = Sound(assets, mono=settings.mono)
    window = Window(story.title, assets / "icon.png", full_screen=settings.fullscreen)
    kit = Kit(assets, settings, window.surface.get_size(), sound)
    scribe = Scribe()
    library = Library(assets)
    journey = Journey(story, store, scribe, store.seen(), mods)
    journey.notices = (*notices, *more)
    kit.keep = lambda changed: scribe.later(lambda: store.write_settings(changed))
    screens = Screens(kit, journey, library)
    app = App(kit, window, screens.open_door, lambda error: _fault(error, store.folder))
    first = Door.TITLE if settings.greeted else Door.FIRST_RUN
    if history is not None:
        journey.history, first = history, Door.READING
    try:
        app.run(first)
    finally:
        library.close()
        scribe.close()
        sound.close()
        window.close()


def _fault(error: Exception, folder: Path) -> Fault:
    """What the player is told of an error; the rest of it goes into the log."""
    trace = "".join(traceback.format_exception(error))
    return Fault(f"The game met a fault of its own ({type(error).__name__}).", note(folder, trace))


def shot(
    story: Story,
    assets: Path,
    what: str,
    output: Path,
    *,
    size: tuple[int, int] = (1280, 720),
    text_size: float = 100.0,
    second: float = 4.0,
    facts: Mapping[str, str] | None = None,
    settings: Settings | None = None,
) -> None:
    """Draw a node or a screen as the game does, `second` seconds after it came, to a PNG file.

    Raises:
        Unshowable: there is no such node, screen or fact.
        OSError: the file cannot be written.
    """
    window = pygame.Window("", size)
    surface = window.get_surface()
    prefer = replace(settings or Settings(), text_size=round(28 * text_size / 100))
    kit = Kit(assets, prefer, size, Sound(assets, wanted=False))
    with TemporaryDirectory() as folder:
        scribe, library = Scribe(), Library(assets)
        journey = Journey(story, Store(Path(folder)), scribe, Seen())
        journey.history = at_node(story, what if what in story.nodes else story.start, facts or {})
        screens = Screens(kit, journey, library)
        scene = _scene(screens, what)
        for _ in range(max(1, round(min(second, 60.0) / FRAME))):
            scene.update(FRAME)
        scene.draw(surface)
        library.close()
        scribe.close()
    try:
        pygame.image.save(surface, output)
    except pygame.error as error:
        raise OSError(str(error)) from error
    finally:
        window.destroy()


def _scene(screens: Screens, what: str) -> Scene:
    """The scene of a node or a screen, wholly there.

    Raises:
        Unshowable: there is neither.
    """
    if what not in screens.journey.story.nodes and what not in SCREENS:
        raise Unshowable(
            f"There is no node and no screen called '{what}'. The screens are: {', '.join(SCREENS)}."
        )
    reading = screens.open_door(Door.READING)
    reading.enter()
    reading.settle()
    if what in screens.journey.story.nodes:
        return reading
    reading.draw(pygame.Surface(screens.kit.size))
    scene = screens.open_door(Door(what), _subject(screens) if what == Door.HARP else None)
    scene.enter()
    scene.settle()
    return scene


def _subject(screens: Screens) -> Performing | None:
    """A song for the harp: the first that can be sung."""
    journey = screens.journey
    offered = [
        leaf for leaf in leaves(journey.story, journey.history.state, journey.page.songs) if leaf.offer
    ]
    return Performing(offered[0], Listener(None, journey.page.place_name)) if offered else None


def at_node(story: Story, node: str, facts: Mapping[str, str]) -> History:
    """A run that stands at a node, with these facts being so.

    Raises:
        Unshowable: a fact does not exist, or cannot have this value.
    """
    values = list(begin(story).state.values)
    for name, word in facts.items():
        index = story.cell_index.get(name)
        if index is None:
            raise Unshowable(f"There is no fact called '{name}'.")
        values[index] = _value(story.cells[index], word)
    state = State(node, tuple(values), (), story.nodes[node].ending)
    return History(story, 0, Turn(state, (Entered(node),)))


def _value(cell: Cell, word: str) -> int:
    known = (
        {"no": 0, "false": 0, "yes": 1, "true": 1}
        if cell.kind is CellKind.YES_NO
        else {w: n for n, w in enumerate(cell.words)}
    )
    if word in known:
        return known[word]
    if cell.kind is CellKind.NUMBER and word.lstrip("-").isdecimal() and cell.low <= int(word) <= cell.high:
        return int(word)
    allowed = ", ".join(known) or f"{cell.low} to {cell.high}"
    raise Unshowable(f"'{cell.name}' cannot be '{word}'. It can be: {allowed}.")
