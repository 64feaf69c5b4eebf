"""A run as names, for saves: nothing in it is a position, so it outlives changes of the story.

What a save holds:

`format`    1
`story`     the story's title, and `fingerprint` its digest
`mods`      the mods that were in play
`seed`      and `counter`: the run's chance, and how many draws it made
`node`      where the player stands
`facts`     every fact by name: true or false, a number, or one of its words; what the format builds in
            likewise, as in `knows(kindling)`
`visits`    how often each node was visited, where a guard asks
`once`      the `node/key` of every choice and song that is remembered as taken
`detours`   the nodes to come back to
`actions`   every action of the run in words; reading a save plays them again
`trail`     for every turn where it ended, how, and what changed: what is told where the actions no longer fit

A save is read in the best way that still works: its actions are played again and must lead to the very
state that was saved; else its trail is told; else, where the node is gone, the nearest earlier one on the
trail that still exists is where the run lands. Facts that the story does not know sleep in the run and are
saved again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from game.model.story import Story
from game.play.action import word
from game.play.event import Changed, Chose, Entered, Learned, Returned, Sang
from game.play.history import Dormant, History
from game.play.names import Named, heard, named, present_node, renamed
from game.play.offers import written_song
from game.play.retelling import retold, told_action
from game.play.save_shape import FORMAT, Unreadable, check
from game.play.state import State
from game.play.step import Refused, begin

__all__ = ["Save", "Unreadable", "history_to_save", "save_to_history"]

Save = dict[str, Any]

ALTERED = "The story has changed since this was saved; you go on where you were."
MOVED = (
    "The story has changed, and where you were is no longer in it; you are at the last place that still is."
)
ANEW = "The story has changed so much that nothing of this journey can be found in it; it begins again."
MISSING = "This was saved with {}, which is not here now. What it knew is kept."


def history_to_save(history: History, mods: Iterable[str] = ()) -> Save:
    """The run as plain dictionaries, lists, words and numbers, ready for JSON."""
    story, state = history.story, history.state
    values = named(story, enumerate(state.values)) | dict(history.dormant)
    visits = {name[7:-1]: value for name, value in values.items() if name.startswith("visits(") and value}
    once = [name[6:-1] for name, value in values.items() if name.startswith("taken(") and value]
    return {
        "format": FORMAT,
        "story": story.title,
        "fingerprint": story.fingerprint,
        "mods": list(mods),
        "seed": history.seed,
        "counter": history.counter,
        "node": state.node,
        "facts": {
            name: value for name, value in values.items() if not name.startswith(("visits(", "taken("))
        },
        "visits": visits,
        "once": once,
        "detours": list(state.detours),
        "actions": list(history.actions),
        "trail": [_told(story, link) for link in history.chain()],
    }


def save_to_history(story: Story, save: Any, mods: Iterable[str] = ()) -> tuple[History, tuple[str, ...]]:
    """The run that a save holds, and sentences about what could not be kept as it was.

    Raises:
        Unreadable: the save is damaged, or made by a later version.
    """
    check(save)
    gone = [mod for mod in save["mods"] if mod not in set(mods)]
    notices = (MISSING.format(", ".join(gone)),) if gone else ()
    values = _values(story, save)
    dormant = tuple((name, value) for name, value in values.items() if name not in story.cell_index)
    replayed = _replayed(story, save, dormant)
    if replayed is not None and _agrees(replayed.state, story, save, values):
        return replayed, notices
    told = retold(story, save, values, dormant)
    if told is None:
        return History.start(story, save["seed"], dormant), (*notices, ANEW)
    if told.state.node != present_node(story, save["node"]):
        return told, (*notices, MOVED)
    return told, notices if save.get("fingerprint") == story.fingerprint else (*notices, ALTERED)


def _values(story: Story, save: Save) -> Named:
    """All the save's values by the names that their cells have now."""
    values: Named = dict(save["facts"])
    values |= {f"visits({node})": count for node, count in save["visits"].items()}
    values |= {f"taken({path})": True for path in save["once"]}
    return {renamed(story, name): value for name, value in values.items()}


def _told(story: Story, link: History) -> Save:
    """One turn for the trail."""
    told: Save = {"node": link.state.node, "how": _how(link)}
    changed = set(_touched(story, link))
    if changed:
        told["changed"] = named(story, ((cell, link.state.values[cell]) for cell in sorted(changed)))
    if link.state.detours:
        told["detours"] = list(link.state.detours)
    if link.action is not None and link.before is not None:
        told["action"] = word(link.action, link.before.state.node)
    return told


def _how(link: History) -> str:
    arrivals = [event for event in link.turn.events if isinstance(event, Entered | Returned)]
    return "stayed" if not arrivals else "entered" if isinstance(arrivals[-1], Entered) else "returned"


def _touched(story: Story, link: History) -> Iterator[int]:
    """The cells that a turn may have changed, read from what happened."""
    for event in link.turn.events:
        match event:
            case Learned(cell) | Changed(cell):
                yield cell
            case Entered(node):
                yield from _present(story.nodes[node].visits)
            case Chose(node, key):
                choices = story.nodes[node].choices
                yield from _present(next((one.taken for one in choices if one.key == key), None))
            case Sang(song, way) if way is not None and link.before is not None:
                written = written_song(story.nodes[link.before.state.node], song)
                ways = written.ways if written else ()
                yield from _present(next((one.taken for one in ways if one.way is way), None))


def _present(cell: int | None) -> tuple[int, ...]:
    return () if cell is None else (cell,)


def _replayed(story: Story, save: Save, dormant: Dormant) -> History | None:
    """The run after all its actions; None where one of them is no longer possible."""
    history = History(story, save["seed"], begin(story), dormant=dormant)
    for line in save["actions"]:
        action = told_action(story, line, history.state)
        if action is None:
            return None
        try:
            history = history.take(action)
        except Refused:
            return None
    return history


def _agrees(state: State, story: Story, save: Save, values: Named) -> bool:
    """Whether a state is the one that was saved, as far as both know its facts."""
    known = ((story.cell_index[name], value) for name, value in values.items() if name in story.cell_index)
    return (
        not state.draw
        and state.node == present_node(story, save["node"])
        and state.detours == tuple(present_node(story, name) for name in save["detours"])
        and all(heard(story.cells[cell], value) == state.values[cell] for cell, value in known)
    )
