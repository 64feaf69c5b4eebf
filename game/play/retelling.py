"""A run told from a save's trail, where its actions no longer fit the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from game.model.story import Story
from game.play.action import Action, Choose, Sing, parse
from game.play.event import Aside, Changed, Chose, Ended, Entered, Event, Returned, Sang
from game.play.history import Dormant, History
from game.play.names import Named, changed, present_node, present_path
from game.play.offers import written_song
from game.play.state import State
from game.play.step import Turn

Told = dict[str, Any]
"""One turn of a trail: `node`, `how`, and if need be `action`, `changed`, `detours`."""


def retold(story: Story, save: Told, values: Named, dormant: Dormant) -> History | None:
    """The run as its trail tells it, or None if nothing of the trail can be found in the story.

    Nodes that are gone are passed over; if the last is among them, the run ends at the nearest one before it.
    """
    true = tuple(cell.start for cell in story.cells)
    history: History | None = None
    for told in save["trail"]:
        true = changed(story, true, told.get("changed", {}))
        state = _state(story, told, true)
        if state is None:
            continue
        if history is None:
            turn = _turn(state, [Entered(state.node)])
            history = History(story, save["seed"], turn, counter=save["counter"], dormant=dormant)
        else:
            history = _linked(history, state, told)
    last = _state(story, save, changed(story, true, values))
    if last is None:
        return history
    if history is None:
        turn = _turn(last, [Entered(last.node)])
        return History(story, save["seed"], turn, counter=save["counter"], dormant=dormant)
    if history.state.node == last.node:
        return _settled(history, last)
    return _linked(history, last, {"how": "entered"})


def _state(story: Story, told: Told, values: tuple[int, ...]) -> State | None:
    """The state of a told turn; None where its node, or one to come back to, cannot be stood in any more."""
    node = story.nodes.get(present_node(story, told["node"]))
    detours = tuple(present_node(story, name) for name in told.get("detours", ()))
    if node is None or node.chances or any(name not in story.nodes for name in detours):
        return None
    return State(node.id, values, detours, node.ending)


def told_action(story: Story, line: str, state: State) -> Action | None:
    """The action that a save's words mean now; None if they mean nothing here."""
    return parse(line if " " in line else present_path(story, line), state)


def _linked(before: History, state: State, told: Told) -> History:
    """The run with one told turn more."""
    story = before.story
    action = told_action(story, told["action"], before.state) if "action" in told else None
    events: list[Event] = [*_asked(story, before.state.node, action)]
    if told["how"] == "returned":
        events.append(Returned(state.node))
    elif told["how"] == "entered" or before.state.node != state.node:
        events.append(Entered(state.node))
    events += _differences(before.state, state)
    return replace(before, turn=_turn(state, events), action=action, before=before)


def _settled(history: History, state: State) -> History:
    """The run with what was true at last, where its trail left that open."""
    events = [*history.turn.events, *_differences(history.state, state)]
    return replace(history, turn=Turn(state, tuple(events)))


def _turn(state: State, events: list[Event]) -> Turn:
    ended = () if state.ending is None else (Ended(state.ending),)
    return Turn(state, (*events, *ended))


def _differences(before: State, after: State) -> list[Event]:
    pairs = enumerate(zip(before.values, after.values, strict=True))
    return [Changed(cell, old, new) for cell, (old, new) in pairs if old != new]


def _asked(story: Story, origin: str, action: Action | None) -> Iterator[Event]:
    """What a told action must have brought about in place, as far as the story still has it."""
    if isinstance(action, Choose):
        yield Chose(origin, action.key)
    elif isinstance(action, Sing) and action.song in story.songs:
        written = written_song(story.nodes[origin], action.song)
        ways = [way for way in (written.ways if written else ()) if way.way is action.way]
        yield Sang(action.song, action.way, written.to if written and ways else action.to)
        for way in ways:
            if way.aside is not None:
                yield Aside(origin, action.song, way.way, way.aside)
