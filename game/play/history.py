"""A run: every turn since it began, to walk back through without limit.

A history is a chain of turns, each of which knows the one before it, so going on costs no more after ten
thousand turns than after one, and going back is a look at the turn before. A draw is answered at once from
the run's seed and the number of draws so far: whoever goes back and on again meets the same chance.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.model.story import Story
from game.play.action import Action, Draw, word
from game.play.chance import drawn
from game.play.event import Entered, Event
from game.play.offers import Offers, offers
from game.play.state import State
from game.play.step import Turn, begin, step

Dormant = tuple[tuple[str, int | bool | str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One turn as the trail tells it: what was asked, what happened, and what was true after it."""

    node: str
    """Where it ended."""
    visit: int
    """Which visit to that node this is, from 1; every arrival counts, whether or not a guard asks."""
    action: Action | None
    """None for the turn that began the run."""
    origin: str
    """The node at which the action was taken; of the first turn, where it ended."""
    events: tuple[Event, ...]
    state: State


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """An immutable run; `act` gives the longer one, `back` the shorter."""

    story: Story
    seed: int
    turn: Turn
    action: Action | None = None
    """What led to this turn; None for the first."""
    before: History | None = None
    counter: int = 0
    """How many draws were made."""
    dormant: Dormant = ()
    """Facts of a save that this story does not know, kept for the day when it does again."""

    @classmethod
    def start(cls, story: Story, seed: int, dormant: Dormant = ()) -> History:
        """The run's first turn, with any draw that it asks for already answered."""
        return cls(story, seed, begin(story), dormant=dormant).settled()

    @property
    def state(self) -> State:
        """What is true now."""
        return self.turn.state

    @property
    def offers(self) -> Offers:
        """What may be done now."""
        return offers(self.story, self.turn.state)

    def take(self, action: Action) -> History:
        """The run after one action, a draw included; a draw that is then asked for stays open.

        Raises:
            Refused: the action is not allowed now.
        """
        turn = step(self.story, self.turn.state, action)
        counter = self.counter + isinstance(action, Draw)
        return History(self.story, self.seed, turn, action, self, counter, self.dormant)

    def act(self, action: Action) -> History:
        """The run after the action and any draws that it leads to.

        Raises:
            Refused: the action is not allowed now.
        """
        return self.take(action).settled()

    def back(self) -> History | None:
        """The run before its last action, draws and all; None at its beginning."""
        earlier = self.before
        while earlier is not None and earlier.turn.state.draw:
            earlier = earlier.before
        return earlier

    def chain(self) -> list[History]:
        """The run at every turn, the first one first."""
        links: list[History] = []
        link: History | None = self
        while link is not None:
            links.append(link)
            link = link.before
        return links[::-1]

    @property
    def actions(self) -> tuple[str, ...]:
        """Every action of the run in words, draws included, as walks and saves write them."""
        return tuple(
            word(link.action, link.before.state.node)
            for link in self.chain()
            if link.action is not None and link.before is not None
        )

    @property
    def trail(self) -> tuple[Entry, ...]:
        """Every turn of the run."""
        visits: dict[str, int] = {}
        entries = []
        for link in self.chain():
            for event in link.turn.events:
                if isinstance(event, Entered):
                    visits[event.node] = visits.get(event.node, 0) + 1
            state = link.state
            origin = link.before.state.node if link.before else state.node
            visit = visits.get(state.node, 1)
            entries.append(Entry(state.node, visit, link.action, origin, link.turn.events, state))
        return tuple(entries)

    def settled(self) -> History:
        """The run with any draw that is asked for answered."""
        history = self
        while history.turn.state.draw:
            index = drawn(history.turn.state.draw, history.seed, history.counter)
            history = history.take(Draw(index))
        return history
