"""Pictures of places and people, loaded away from the frame loop and kept while they may be wanted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

import pygame

from game.desktop.cast import Figure
from game.desktop.landscape import Landscape
from game.desktop.memory import give_back_freed
from game.desktop.picture import PictureError
from game.desktop.theme import CANVAS

PLACES_KEPT: Final = 2
PEOPLE_KEPT: Final = 2

PlaceKey = tuple[str, str, str]
"""Picture, mood and time."""
PersonKey = tuple[str, str]
"""Person, and the side towards which they face."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Library:
    """Asks for pictures and hands them out once they are there; what is missing is None, never an error."""

    def __init__(self, assets: Path) -> None:
        self._assets = assets
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._places: OrderedDict[PlaceKey, Future[Landscape | None]] = OrderedDict()
        self._people: OrderedDict[PersonKey, Future[Figure | None]] = OrderedDict()

    def place(self, key: PlaceKey) -> Future[Landscape | None]:
        """A picture of a place; asking for it a second time gives the same."""
        if key not in self._places:
            self._places[key] = self._pool.submit(self._load_place, key)
        return _kept(self._places, key, PLACES_KEPT)

    def drop(self, key: PlaceKey) -> None:
        """Forget a picture that has been changed into another."""
        self._places.pop(key, None)

    def keep_only(self, keys: Collection[PlaceKey]) -> None:
        """Forget every other picture of a place."""
        for key in self._places.keys() - set(keys):
            del self._places[key]

    def tidy(self) -> None:
        """Give back what pictures held that are no longer wanted."""
        self._pool.submit(give_back_freed)

    def when_free(self, work: Callable[[], object]) -> None:
        """Do something that is slow once the pictures that were asked for are there."""
        self._pool.submit(work)

    def person(self, key: PersonKey) -> Future[Figure | None]:
        """A figure of a person."""
        if key not in self._people:
            self._people[key] = self._pool.submit(self._load_person, key)
        return _kept(self._people, key, PEOPLE_KEPT)

    def close(self) -> None:
        """Load nothing more."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _load_place(self, key: PlaceKey) -> Landscape | None:
        picture, mood, time = key
        folder = self._assets / "places" / picture
        if not picture or not folder.is_dir():
            return None
        try:
            return Landscape.load(folder, mood or "found", time, CANVAS)
        except (PictureError, OSError, pygame.error):
            return None

    def _load_person(self, key: PersonKey) -> Figure | None:
        person, facing = key
        folder = self._assets / "people" / person
        if not (folder / "person.json").is_file():
            return None
        try:
            return Figure.load(folder, facing)
        except (OSError, ValueError, KeyError, TypeError, pygame.error):
            return None


def _kept(shelf: OrderedDict[K, Future[V]], key: K, room: int) -> Future[V]:
    """The thing on the shelf, moved to where it is thrown away last; what is still on its way stays."""
    shelf.move_to_end(key)
    there = [other for other, promise in shelf.items() if promise.done() and other != key]
    for other in there[: max(0, len(shelf) - room)]:
        del shelf[other]
    return shelf[key]
