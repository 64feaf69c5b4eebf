"""What the songbook says: which songs are known, how much of each, and to whom they can be sung. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.song import Song, Way
from game.model.story import Story
from game.play.offers import SongOffer
from game.play.state import State
from game.view.block import person_name
from game.view.songs import knows
from game.view.stage import StageSpec


@dataclass(frozen=True, slots=True)
class Leaf:
    """One song of the book."""

    song: Song
    known: bool
    heard: bool
    """Known, or known in pieces."""
    rests_known: bool
    pieces: int
    offer: SongOffer | None
    """How it can be sung here; None if it cannot."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody to sing to: a person here, or the place itself (None)."""

    person: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done with the chosen song."""

    name: str
    label: str
    key: str = ""
    way: Way | None = None


def leaves(story: Story, state: State, offers: tuple[SongOffer, ...]) -> tuple[Leaf, ...]:
    """Every song in the story's order, Legends and small songs alike."""
    offered = {offer.song: offer for offer in offers}
    made = []
    for song in story.songs.values():
        known = knows(song.knows, state.values)
        pieces = state.values[song.pieces] if song.pieces is not None else 0
        rests = song.small or knows(song.rests, state.values)
        made.append(Leaf(song, known, known or pieces > 0, rests and known, pieces, offered.get(song.id)))
    return tuple(made)


def listeners(story: Story, state: State, spec: StageSpec, offer: SongOffer) -> tuple[Listener, ...]:
    """To whom a song can be sung here, the one the node has in mind first."""
    place = story.places.get(spec.place)
    here = Listener(None, place.name if place else "whoever hears it")
    people = [
        Listener(figure.person, person_name(story.people[figure.person], state.values))
        for figure in spec.people
        if figure.person in story.people and figure.person != "lysandra"
    ]
    if offer.to is not None and offer.to in story.people:
        named = Listener(None, person_name(story.people[offer.to], state.values))
        return (named, *(one for one in people if one.person != offer.to))
    return (here, *people)


def ways(leaf: Leaf, *, may_listen: bool) -> tuple[Way, ...]:
    """How Lysandra can be let play a song."""
    if leaf.song.small:
        return (Way.SHARE,)
    return (Way.COMMAND, Way.INVITE) if may_listen else (Way.COMMAND,)
