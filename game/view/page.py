"""The page: a node as it is to be shown, and the transcript of a whole run."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from game.model.place import Ending
from game.model.song import Way
from game.model.story import Story
from game.model.text import Text
from game.play.action import Choose
from game.play.event import Aside, Entered, Replied, Returned, Sang
from game.play.history import Entry, History
from game.play.offers import Offer, SongOffer, scenery
from game.view.block import Block, BlockKind, Moment, Run, blocks, person_name, runs


@dataclass(frozen=True, slots=True)
class PageChoice:
    """A choice as it is to be shown: open, or closed with its author's reason."""

    key: str
    runs: tuple[Run, ...]
    open: bool
    reason_runs: tuple[Run, ...] | None
    taken_before: bool
    """Whether it was taken in any run, this one included, as `seen` tells."""

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)

    @property
    def reason(self) -> str:
        """Why it is closed; empty if it is open."""
        return "".join(run.text for run in self.reason_runs or ())


@dataclass(frozen=True, slots=True)
class Page:
    """A node as it is to be shown now."""

    node: str
    place: str
    """The id of the place."""
    place_name: str
    view_name: str
    note: str
    """The place's note on the staff; empty for places between."""
    blocks: tuple[Block, ...]
    """The node's own text since it was last shown, and what was sung and answered there since."""
    choices: tuple[PageChoice, ...]
    songs: tuple[SongOffer, ...]
    listening: frozenset[str]
    """Persons, and the place, that would answer a song which Lysandra knows: who wears the dotted ring."""
    ending: Ending | None


def page(story: Story, history: History, seen: Collection[str] = frozenset()) -> Page:
    """The page at the end of a run; `seen` holds every `node/key` taken in any run."""
    state = history.state
    node = story.nodes[state.node]
    place, view = scenery(story, node)
    trail = history.trail
    shown = max(number for number, entry in enumerate(trail) if _shows(entry))
    moment = _moment(story, history.seed, trail[-1])
    offers = history.offers
    choices = (
        _page_choice(offer, moment, f"{node.id}/{offer.choice.key}" in seen) for offer in offers.choices
    )
    return Page(
        node.id,
        node.place,
        place.name if place else "",
        view.name if view else "",
        place.note if place else "",
        tuple(
            block
            for number in range(shown, len(trail))
            for block in _told(story, history.seed, trail, number, arrival=number == shown)
        ),
        tuple(choice for choice in choices if choice.open or choice.reason_runs is not None),
        offers.songs,
        frozenset(offer.to or node.place for offer in offers.songs if offer.authored),
        story.endings.get(state.ending) if state.ending else None,
    )


def transcript(story: Story, history: History) -> tuple[Block, ...]:
    """Everything that a run showed, with the choices taken and the songs sung.

    The transcript of a longer run begins with that of the shorter.
    """
    trail = history.trail
    return tuple(block for number in range(len(trail)) for block in _told(story, history.seed, trail, number))


def _told(
    story: Story, seed: int, trail: tuple[Entry, ...], number: int, *, arrival: bool = False
) -> list[Block]:
    """The blocks of one entry; of an arrival only what is shown there, not what led to it."""
    entry = trail[number]
    now = _moment(story, seed, entry)
    told: list[Block] = []
    if not arrival and number > 0:
        told += _led(entry, _moment(story, seed, trail[number - 1]), now)
    if _shows(entry):
        told += blocks(story.nodes[entry.node].text, now)
    return told


def _led(entry: Entry, before: Moment, now: Moment) -> list[Block]:
    """What was asked, and what was answered in place."""
    told: list[Block] = []
    if isinstance(entry.action, Choose):
        label = _label(before, entry.action.key)
        told.append(Block(BlockKind.TAKEN, label, place=before.place))
    for event in entry.events:
        if isinstance(event, Sang):
            told.append(Block(BlockKind.SUNG, (Run(sung(before, event)),), place=before.place))
        elif isinstance(event, Aside | Replied):
            told += blocks(event.text, now, BlockKind.ASIDE)
    return told


def sung(moment: Moment, event: Sang) -> str:
    """The sentence that tells how a song was sung."""
    name = moment.story.songs[event.song].name
    listener = moment.story.people.get(event.to or "")
    to = f" to {person_name(listener, moment.values)}" if listener else ""
    match event.way:
        case Way.COMMAND:
            return f"You sing {name}{to}, straight through its rests."
        case Way.INVITE:
            return f"You sing {name}{to}, and listen in its rests."
        case _:
            return f"You sing {name}{to}."


def _label(moment: Moment, key: str) -> tuple[Run, ...]:
    choices = moment.story.nodes[moment.node].choices
    return next((runs(choice.label, moment) for choice in choices if choice.key == key), ())


def _moment(story: Story, seed: int, entry: Entry) -> Moment:
    return Moment(story, entry.state.values, seed, entry.node, entry.visit)


def _shows(entry: Entry) -> bool:
    """Whether the entry ends with a node's text being shown."""
    return not entry.state.draw and any(isinstance(event, Entered | Returned) for event in entry.events)


def _page_choice(offer: Offer, moment: Moment, taken_before: bool) -> PageChoice:  # noqa: FBT001 - private
    choice = offer.choice
    reason: Text | None = None if offer.open else choice.reason
    return PageChoice(
        choice.key,
        runs(choice.label, moment),
        offer.open,
        None if reason is None else runs(reason, moment),
        taken_before,
    )
