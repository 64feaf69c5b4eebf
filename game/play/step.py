"""One turn: what an action does.

The order, which every story may rely on:

1.  A choice, or a song's way, that something remembers is marked as taken.
2.  Its own `do` happens.
3.  Its target is followed. A detour remembers where it began; `back` shows that node again, as it is now,
    without a visit and without what happens on arrival. A song's aside stays where it is: no visit either.
4.  The node arrived at counts one visit more, so `seen(self)` is true when it is first shown.
5.  Its arrival `do` happens.
6.  Its first redirect whose guard holds leads on to another arrival, from 4.
7.  A node of chance asks for a draw; its outcome is another arrival, from 4.
8.  The node is shown. If it is an ending, the run is over.

A song that the node did not write for gets the reply of the person turned to, else of the view, else of the
place, and changes nothing at all. An action that is not allowed raises `Refused` and changes nothing.
Nothing here draws at random: a draw's outcome is an action like any other, given from outside.
"""

from __future__ import annotations

from typing import NamedTuple

from game.expression.evaluate import after, holds
from game.expression.syntax import Effect
from game.model.person import Reply
from game.model.story import Node, SongWay, Story, Target, TargetKind
from game.model.text import Text
from game.play.action import Action, Choose, Draw, Sing
from game.play.event import (
    Aside,
    Asked,
    Changed,
    Chose,
    Ended,
    Entered,
    Event,
    Learned,
    Replied,
    Returned,
    Sang,
)
from game.play.offers import can_take, is_here, scenery, singable, way_open, written_song
from game.play.slate import Slate
from game.play.state import State

Values = tuple[int, ...]
ANY_SONG = "any"
"""What a reply is written for that answers every song without a reply of its own."""


class Turn(NamedTuple):
    """The state after an action, and what happened on the way to it."""

    state: State
    events: tuple[Event, ...]


class Refused(Exception):  # noqa: N818 - it says what happened; nothing is in error
    """The action is not allowed at this state; its text is a sentence that says why."""


def begin(story: Story) -> Turn:
    """The first turn of a run: the arrival at the story's start."""
    events: list[Event] = []
    slate = Slate(tuple(cell.start for cell in story.cells))
    state = _arrive(story, story.start, slate, (), events)
    return Turn(state, tuple(events))


def step(story: Story, state: State, action: Action) -> Turn:
    """The turn that the action leads to.

    Raises:
        Refused: the action is not allowed at this state.
    """
    if state.ending is not None:
        raise Refused("The run is over.")
    events: list[Event] = []
    if isinstance(action, Draw):
        reached = _draw(story, state, action, events)
    elif state.draw:
        raise Refused("A draw is asked for first.")
    elif isinstance(action, Choose):
        reached = _choose(story, state, action, events)
    else:
        reached = _sing(story, state, action, events)
    return Turn(reached, tuple(events))


def _draw(story: Story, state: State, action: Draw, events: list[Event]) -> State:
    if not 0 <= action.index < len(state.draw):
        raise Refused("No such draw is asked for.")
    target = story.nodes[state.node].chances[action.index].target
    return _arrive(story, target, Slate(state.values), state.detours, events)


def _choose(story: Story, state: State, action: Choose, events: list[Event]) -> State:
    for choice in story.nodes[state.node].choices:
        if choice.key == action.key:
            break
    else:
        raise Refused("There is no such choice here.")
    if not can_take(choice, state):
        raise Refused("This choice is closed.")
    events.append(Chose(state.node, choice.key))
    slate = _marked(choice.taken, state)
    _do(story, slate, choice.do, events)
    return _follow(story, state, choice.target, slate, events)


def _sing(story: Story, state: State, action: Sing, events: list[Event]) -> State:
    song = story.songs.get(action.song)
    if song is None or not singable(song, state.values):
        raise Refused("You do not know this song.")
    node = story.nodes[state.node]
    if action.way is None:
        if action.to is not None and not is_here(node, action.to, state.values):
            raise Refused("They are not here.")
        _reply(story, node, action, state.values, events)
        return state
    way, to = _answer(node, action, state.values)
    events.append(Sang(action.song, action.way, to))
    slate = _marked(way.taken, state)
    _do(story, slate, way.do, events)
    if way.target is not None:
        return _follow(story, state, way.target, slate, events)
    if way.aside is not None:
        events.append(Aside(state.node, action.song, action.way, way.aside))
    return state._replace(values=slate.values())


def _answer(node: Node, action: Sing, values: Values) -> tuple[SongWay, str | None]:
    """What the node wrote for this way of singing, and who answers."""
    written = written_song(node, action.song)
    if written is not None and action.to in (None, written.to):
        for way in written.ways:
            if way.way is action.way and way_open(way, values):
                return way, written.to
    raise Refused("Nothing here answers this song in this way.")


def _reply(story: Story, node: Node, action: Sing, values: Values, events: list[Event]) -> None:
    events.append(Sang(action.song, None, action.to))
    place, view = scenery(story, node)
    listeners = (story.people.get(action.to) if action.to else None, view, place)
    for listener in listeners:
        text = _first(listener.replies, action.song, values) if listener else None
        if text is not None:
            source = action.to if listener is listeners[0] else node.place
            events.append(Replied(source or node.place, text))
            return


def _first(replies: tuple[Reply, ...], song: str, values: Values) -> Text | None:
    """The first reply to the song that holds, else the first to any song."""
    for wanted in (song, ANY_SONG):
        for one in replies:
            if one.song == wanted and holds(one.guard, values):
                return one.text
    return None


def _follow(story: Story, state: State, target: Target, slate: Slate, events: list[Event]) -> State:
    if target.kind is TargetKind.NODE:
        return _arrive(story, target.node, slate, state.detours, events)
    if target.kind is TargetKind.DETOUR:
        return _arrive(story, target.node, slate, (*state.detours, state.node), events)
    if not state.detours:
        raise Refused("There is nowhere to go back to.")
    *outer, caller = state.detours
    events.append(Returned(caller))
    return State(caller, slate.values(), tuple(outer))


def _arrive(story: Story, place: str, slate: Slate, detours: tuple[str, ...], events: list[Event]) -> State:
    while True:
        node = story.nodes[place]
        events.append(Entered(place))
        if node.visits is not None:
            slate.write(node.visits, min(slate.now[node.visits] + 1, story.cells[node.visits].high))
        _do(story, slate, node.do, events)
        for redirect in node.redirects:
            if holds(redirect.guard, slate.now):
                place = redirect.target
                break
        else:
            break
    if node.chances:
        weights = tuple(chance.weight for chance in node.chances)
        events.append(Asked(weights))
        return State(place, slate.values(), detours, None, weights)
    if node.ending is not None:
        events.append(Ended(node.ending))
    return State(place, slate.values(), detours, node.ending)


def _marked(taken: int | None, state: State) -> Slate:
    """The state's values, with what was taken marked as taken."""
    slate = Slate(state.values)
    if taken is not None:
        slate.write(taken, 1)
    return slate


def _do(story: Story, slate: Slate, effects: tuple[Effect, ...], events: list[Event]) -> None:
    before = {effect.cell: slate.now[effect.cell] for effect in effects}
    for effect in effects:
        slate.write(effect.cell, after(effect, slate.now[effect.cell], story.cells[effect.cell]))
    for cell, old in before.items():
        new = slate.now[cell]
        if new > old and "(" in story.cells[cell].name:  # what the format builds in is learned, not set
            events.append(Learned(cell))
        elif new != old:
            events.append(Changed(cell, old, new))
