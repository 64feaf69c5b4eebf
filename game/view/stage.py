"""The stage: the picture, the light and the people of a node, as they are to be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from game.expression.evaluate import holds
from game.model.story import Node, Story
from game.model.text import Cue, CueKind
from game.play.offers import scenery
from game.play.state import State

Side = Literal["left", "right"]
OTHER: dict[Side, Side] = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Figure:
    """Someone who stands in the picture."""

    person: str
    look: tuple[str, ...]
    """Words for pose and expression, as the author gave them; empty for the person's own."""
    side: Side
    """Where among the people: they face each other across the part that the reading column leaves free."""


@dataclass(frozen=True, slots=True)
class StageSpec:
    """Everything that the picture of a node depends on."""

    place: str
    view: str
    picture: str
    """The asset's name, such as `hollow/roof`; empty where the story declares none."""
    mood: str
    """What was made of the place, such as `found`, `commanded` or `invited`."""
    time: str
    """A second grade such as `night`; empty for the picture's own."""
    people: tuple[Figure, ...]
    column: Side
    """Where the reading column stands, for the whole node."""
    beads: str
    """What moves, note by note, while a song is sung here; empty for the picture's own."""
    tension: int
    """0 to 3."""


def stage(story: Story, state: State, column: Side = "right") -> StageSpec:
    """The stage as a node is first shown, before any cue of its text."""
    node = story.nodes[state.node]
    _, view = scenery(story, node)
    standing = [one for one in node.presences if holds(one.guard, state.values)]
    people = tuple(
        Figure(one.person, one.look, "right" if number % 2 else "left") for number, one in enumerate(standing)
    )
    return StageSpec(
        node.place,
        node.view,
        view.picture if view else "",
        _mood(story, node, state),
        view.time if view else "",
        people,
        column,
        node.beads or (view.beads if view else None) or "",
        next((one for one in (node.tension, view.tension if view else None) if one is not None), 0),
    )


def after_cue(spec: StageSpec, cue: Cue) -> StageSpec:
    """The stage after something in the text happened on it; silences and sounds leave it as it is."""
    others = tuple(figure for figure in spec.people if figure.person != cue.name)
    here = next((figure for figure in spec.people if figure.person == cue.name), None)
    if cue.kind is CueKind.LEAVE:
        return replace(spec, people=others)
    if cue.kind in (CueKind.SHOW, CueKind.ENTER) and here is not None:
        changed = replace(here, look=cue.look)
        return replace(spec, people=tuple(changed if figure is here else figure for figure in spec.people))
    if cue.kind is CueKind.ENTER:
        side: Side = OTHER[others[-1].side] if others else "left"
        return replace(spec, people=(*others, Figure(cue.name, cue.look, side)))
    return spec


def _mood(story: Story, node: Node, state: State) -> str:
    if node.mood is not None:
        return node.mood
    place = story.places.get(node.place)
    if place is None or place.mood is None:
        return ""
    return story.cells[place.mood].words[state.values[place.mood]]
