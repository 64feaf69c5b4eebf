"""What may be done at a state.

Choices that were used up (`once`) and ways back that lead nowhere are not offered at all. A choice whose
guard does not hold is offered closed: whether and how it shows is for the view to say.

A node claims a song while at least one of the ways written for it is asked for and not used up. A claimed
song may still have no open way, because Lysandra does not know enough yet. Any song that she knows, or has
pieces of, may be sung anywhere; where nothing claims the way it is sung, it gets a free reply and changes
nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from game.expression.evaluate import holds
from game.model.place import Place, View
from game.model.song import Song, Way
from game.model.story import Choice, Node, NodeSong, SongWay, Story, TargetKind
from game.play.action import Sing
from game.play.state import State


class Offer(NamedTuple):
    """A choice, and whether it can be taken now."""

    choice: Choice
    open: bool


class SongOffer(NamedTuple):
    """A song that can be sung now; `ways` are the open answers that the node wrote for it."""

    song: str
    ways: tuple[Way, ...] = ()
    to: str | None = None
    """Who the node's answer comes from; None for the place."""
    authored: bool = False
    """True where the node claims the song, even if no way is open yet."""
    phrase: int | None = None
    """Only this phrase (from 1) and its rest are sung here."""

    def sung(self, way: Way | None, to: str | None = None) -> Sing:
        """The action that a performance amounts to: the node's answer if it has one, else a free song."""
        answered = way in self.ways and to in (None, self.to)
        return Sing(self.song, way, None) if answered else Sing(self.song, None, to)


class Offers(NamedTuple):
    """All that may be done."""

    choices: tuple[Offer, ...] = ()
    songs: tuple[SongOffer, ...] = ()


def offers(story: Story, state: State) -> Offers:
    """What may be done at this state: nothing after an ending, or while a draw is asked for."""
    return Offers(choices_at(story, state), songs_at(story, state))


def choices_at(story: Story, state: State) -> tuple[Offer, ...]:
    """The choices of this state, open and closed."""
    if state.ending is not None or state.draw:
        return ()
    values = state.values
    return tuple(
        [
            Offer(choice, holds(choice.guard, values))
            for choice in story.nodes[state.node].choices
            if not (choice.once and used_up(choice, values))
            and (state.detours or choice.target.kind is not TargetKind.BACK)
        ]
    )


def songs_at(story: Story, state: State) -> tuple[SongOffer, ...]:
    """The songs that can be sung at this state."""
    if state.ending is not None or state.draw:
        return ()
    node = story.nodes[state.node]
    return tuple(
        _song_offer(node, song, state) for song in story.songs.values() if singable(song, state.values)
    )


def used_up(written: Choice | SongWay, values: tuple[int, ...]) -> bool:
    """Whether a choice or a song's way was meant for once, and was taken."""
    return written.once and written.taken is not None and values[written.taken] > 0


def can_take(choice: Choice, state: State) -> bool:
    """Whether the choice is open at this state."""
    if choice.target.kind is TargetKind.BACK and not state.detours:
        return False
    return holds(choice.guard, state.values) and not used_up(choice, state.values)


def singable(song: Song, values: tuple[int, ...]) -> bool:
    """Whether the song is known, or can be hummed from its pieces."""
    return values[song.knows] > 0 or (song.pieces is not None and values[song.pieces] > 0)


def way_open(way: SongWay, values: tuple[int, ...]) -> bool:
    """Whether this answer of the node can be had now."""
    return holds(way.guard, values) and not used_up(way, values)


def claims(node_song: NodeSong, values: tuple[int, ...]) -> bool:
    """Whether the node has something of its own to say to the song at present."""
    return any(holds(way.asked, values) and not used_up(way, values) for way in node_song.ways)


def written_song(node: Node, song: str) -> NodeSong | None:
    """What the node wrote for the song, if it wrote anything."""
    return next((node_song for node_song in node.songs if node_song.song == song), None)


def is_here(node: Node, person: str, values: tuple[int, ...]) -> bool:
    """Whether the person is named in the node's `with` and their guard holds."""
    return any(one.person == person and holds(one.guard, values) for one in node.presences)


def scenery(story: Story, node: Node) -> tuple[Place | None, View | None]:
    """The place and the view of a node; None where a story declares none."""
    place = story.places.get(node.place)
    return place, place.views.get(node.view) if place else None


def _song_offer(node: Node, song: Song, state: State) -> SongOffer:
    written = written_song(node, song.id)
    if written is None or not claims(written, state.values):
        return SongOffer(song.id)
    ways = tuple(way.way for way in written.ways if way_open(way, state.values))
    return SongOffer(song.id, ways, written.to, authored=True, phrase=written.phrase)
