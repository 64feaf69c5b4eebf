"""Which pictures, pieces and sounds a story names, so that somebody can look whether they are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.model.story import Node, Story
from game.model.text import Branch, Cue, CueKind, Pick, Text


@dataclass(frozen=True, slots=True)
class AssetNames:
    """Names as the story has them; empty ones are left out."""

    pictures: frozenset[str]
    """Of views and endings, such as `hollow/roof`."""
    music: frozenset[str]
    sounds: frozenset[str]
    people: frozenset[tuple[str, str]]
    """Every person with every look of theirs."""


def asset_names(story: Story) -> AssetNames:
    """Give what the story asks the assets for."""
    views = [view for place in story.places.values() for view in place.views.values()]
    places, endings, nodes = story.places.values(), story.endings.values(), story.nodes.values()
    music = [
        *(place.music for place in places),
        *(view.music for view in views),
        *(ending.music for ending in endings),
        *(node.music for node in nodes),
    ]
    return AssetNames(
        pictures=frozenset(name for name in (view.picture for view in views) if name)
        | frozenset(ending.picture for ending in endings if ending.picture),
        music=frozenset(name for name in music if name),
        sounds=frozenset(
            cue.name for text in _texts(story) for cue in _cues(text) if cue.kind is CueKind.SOUND
        ),
        people=frozenset((person.id, look) for person in story.people.values() for look in person.looks),
    )


def _texts(story: Story) -> Iterator[Text]:
    """Give every text of the story that can hold a sound."""
    for node in story.nodes.values():
        yield from _texts_of_node(node)
    yield from (reply.text for person in story.people.values() for reply in person.replies)
    for place in story.places.values():
        yield from (reply.text for reply in place.replies)
        yield from (reply.text for view in place.views.values() for reply in view.replies)
    yield from (ending.credits for ending in story.endings.values())
    yield from (entry.text for entry in story.journal)


def _texts_of_node(node: Node) -> Iterator[Text]:
    yield node.text
    yield from (choice.label for choice in node.choices)
    yield from (choice.reason for choice in node.choices if choice.reason)
    yield from (way.aside for song in node.songs for way in song.ways if way.aside)


def _cues(text: Text) -> Iterator[Cue]:
    for piece in text:
        if isinstance(piece, Cue):
            yield piece
        elif isinstance(piece, Branch):
            for _, inner in piece.cases:
                yield from _cues(inner)
        elif isinstance(piece, Pick):
            for inner in piece.options:
                yield from _cues(inner)
