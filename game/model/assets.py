"""Which pictures, pieces and sounds a story names, so that somebody can look whether they are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from game.diagnostics import Span
from game.model.story import Node, Story
from game.model.text import Branch, Cue, CueKind, Pick, Text

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class AssetNames:
    """Names as the story has them, each with the first node that asks for it; empty ones are left out.

    What only a place, a person or an ending asks for has no node.
    """

    pictures: Mapping[str, Span | None]
    """Of views and endings, such as `hollow/roof`."""
    music: Mapping[str, Span | None]
    sounds: Mapping[str, Span | None]
    people: Mapping[tuple[str, str], Span | None]
    """Every person with every look of theirs."""


def asset_names(story: Story) -> AssetNames:
    """Give what the story asks the assets for."""
    nodes = story.nodes.values()
    views = [view for place in story.places.values() for view in place.views.values()]
    shown = [
        (story.places[node.place].views.get(node.view), node.span)
        for node in nodes
        if node.place in story.places
    ]
    return AssetNames(
        _firsts(
            [(view.picture, span) for view, span in shown if view],
            [(view.picture, None) for view in views],
            [(ending.picture, None) for ending in story.endings.values()],
        ),
        _firsts(
            [(node.music or "", node.span) for node in nodes],
            [(view.music or "", span) for view, span in shown if view],
            [(view.music or "", None) for view in views],
            [(place.music, None) for place in story.places.values()],
            [(ending.music, None) for ending in story.endings.values()],
        ),
        _firsts(
            [(name, node.span) for node in nodes for text in _texts_of_node(node) for name in _sounds(text)],
            [(name, None) for text in _other_texts(story) for name in _sounds(text)],
        ),
        _firsts(
            [
                ((one.person, look), node.span)
                for node in nodes
                for one in node.presences
                for look in one.look
            ],
            [((person.id, look), None) for person in story.people.values() for look in person.looks],
        ),
    )


def _firsts(*asked: Iterable[tuple[K, Span | None]]) -> Mapping[K, Span | None]:
    """Every name that is not empty, with where it is asked for first."""
    first: dict[K, Span | None] = {}
    for pairs in asked:
        for name, span in pairs:
            if name:
                first.setdefault(name, span)
    return first


def _other_texts(story: Story) -> Iterator[Text]:
    """Give every text outside the nodes that can hold a sound."""
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


def _sounds(text: Text) -> Iterator[str]:
    return (cue.name for cue in _cues(text) if cue.kind is CueKind.SOUND)


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
