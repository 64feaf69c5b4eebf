"""The journey that is being played: its run, what is kept of it, and what was seen in any journey."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import partial
from io import BytesIO
from typing import Final

import pygame

from game.desktop.scribe import Scribe
from game.model.story import Story
from game.play.action import Action, Choose
from game.play.codec import history_to_save, save_to_history
from game.play.history import History
from game.play.offers import scenery
from game.saves import AUTO, EARLIER, Card, Seen, Store
from game.view.block import Block
from game.view.page import Page, page, transcript
from game.view.stage import Side, StageSpec, stage

THUMBNAIL: Final = (480, 270)
SEEDS: Final = 2**32


class Journey:
    """A run, and the store that keeps it; every action saves it by itself."""

    def __init__(
        self, story: Story, store: Store, scribe: Scribe, seen: Seen, mods: tuple[str, ...] = ()
    ) -> None:
        self.story = story
        self.store = store
        self.scribe = scribe
        self.seen = seen
        self.notices: tuple[str, ...] = ()
        """What the player should be told of the save that was read."""
        self._mods = mods
        self._ahead: list[History] = []
        self._told: tuple[History, tuple[Block, ...]] | None = None
        """The transcript of the run as it stands, which is asked for more than once a turn."""
        self.history = History.start(story, 0)
        self.seconds = 0.0
        """How long this journey has been played."""

    def begin(self, seed: int | None = None) -> None:
        """Set out anew; chance is the seed's."""
        self.history = History.start(self.story, random.randrange(SEEDS) if seed is None else seed)  # noqa: S311 (a seed, no secret)
        self._ahead.clear()
        self.seconds = 0.0
        self.notices = ()

    def load(self, slot: str) -> None:
        """Go on from a save.

        Raises:
            SaveError: the file cannot be read.
            Unreadable: it is no save of a journey.
        """
        save, notices = self.store.read(slot)
        self.history, more = save_to_history(self.story, save)
        self._ahead.clear()
        self.notices = (*notices, *more)
        info = next((info for info in self.store.slots() if info.slot == slot), None)
        self.seconds = 60.0 * info.card.minutes if info else 0.0

    def put_by(self) -> None:
        """Keep what was saved by itself in another slot, before a new journey takes its place."""
        self.scribe.later(self._put_by)

    def _put_by(self) -> None:
        infos = {info.slot: info for info in self.store.slots()}
        if AUTO in infos and infos[AUTO].damaged is None:
            save, _ = self.store.read(AUTO)
            self.store.write(EARLIER, save, infos[AUTO].card, infos[AUTO].when)
            picture = infos[AUTO].thumbnail
            if picture is not None:
                self.store.write_thumbnail(EARLIER, picture.read_bytes())

    @property
    def page(self) -> Page:
        """The page to show."""
        return page(self.story, self.history, self.seen.choices)

    @property
    def transcript(self) -> tuple[Block, ...]:
        """All that this journey has shown."""
        if self._told is None or self._told[0] is not self.history:
            self._told = (self.history, transcript(self.story, self.history))
        return self._told[1]

    def stage(self, column: Side) -> StageSpec:
        """The stage to show, with the column on a side."""
        return stage(self.story, self.history.state, column)

    def next_stages(self, column: Side) -> list[StageSpec]:
        """The stages to which one choice may lead."""
        targets = (offer.choice.target.node for offer in self.history.offers.choices if offer.open)
        state = self.history.state
        return [
            stage(self.story, state._replace(node=node), column)
            for node in targets
            if node in self.story.nodes
        ]

    def act(self, action: Action) -> None:
        """Do something; it is kept at once.

        Raises:
            Refused: it cannot be done now.
        """
        node = self.history.state.node
        self.history = self.history.act(action)
        self._ahead.clear()
        if isinstance(action, Choose):
            self.see(choices=(f"{node}/{action.key}",))
        if self.history.state.ending:
            self.see(endings=(self.history.state.ending,))
        self.keep(AUTO)

    def back(self) -> bool:
        """Take the last action back; False at the beginning."""
        earlier = self.history.back()
        if earlier is None:
            return False
        self._ahead.append(self.history)
        self.history = earlier
        return True

    def forth(self) -> bool:
        """Take the last step back back; False if there is none."""
        if not self._ahead:
            return False
        self.history = self._ahead.pop()
        return True

    def see(
        self, texts: tuple[str, ...] = (), choices: tuple[str, ...] = (), endings: tuple[str, ...] = ()
    ) -> None:
        """Remember across journeys what was seen."""
        known = self.seen
        self.seen = known.and_also(texts, choices, endings)
        if self.seen != known and (choices or endings):
            self.scribe.later(partial(self.store.write_seen, self.seen))

    def keep(self, slot: str, picture: pygame.Surface | None = None, title: str = "") -> None:
        """Save to a slot, with a picture of the scene if given."""
        history, mods, minutes = self.history, self._mods, round(self.seconds / 60)
        place, view = scenery(self.story, self.story.nodes[history.state.node])
        called = title or (view.name if view else "")

        def write() -> None:
            words = count_words(transcript(self.story, history))
            card = Card(place.name if place else "", called, words, minutes)
            self.store.write(slot, history_to_save(history, mods), card)

        self.scribe.later(write)
        if picture is not None:
            self.picture(slot, picture)

    def picture(self, slot: str, picture: pygame.Surface) -> None:
        """Keep a picture of the scene for a slot."""
        small = pygame.transform.smoothscale(picture, THUMBNAIL)
        self.scribe.later(lambda: self.store.write_thumbnail(slot, _png(small)))

    def words(self) -> int:
        """How many words this journey has shown."""
        return count_words(self.transcript)


def count_words(told: Iterable[Block]) -> int:
    """How many words blocks have."""
    return sum(len(block.text.split()) for block in told)


def _png(picture: pygame.Surface) -> bytes:
    sheet = BytesIO()
    pygame.image.save(picture, sheet, "thumbnail.png")
    return sheet.getvalue()
