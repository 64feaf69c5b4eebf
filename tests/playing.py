"""Playing a story in tests: every step also goes through a save, and comes back the same."""

from __future__ import annotations

import json

from game.model.story import Story
from game.play import History, State
from game.play.action import parse
from game.play.codec import history_to_save, save_to_history


def saved_and_loaded(history: History) -> History:
    """The run as it comes back from a file; it must be the very same run."""
    save = json.loads(json.dumps(history_to_save(history)))
    loaded, notices = save_to_history(history.story, save)
    assert not notices
    assert loaded.state == history.state
    assert loaded.actions == history.actions
    assert loaded.trail == history.trail
    return loaded


def played(story: Story, *lines: str, seed: int = 1) -> History:
    """The run after these actions, in words; saved and loaded after each of them."""
    history = History.start(story, seed)
    for line in lines:
        action = parse(line, history.state)
        assert action is not None, f"{line!r} is no action at {history.state.node}"
        history = saved_and_loaded(history.act(action))
    return history


def fact(story: Story, state: State, name: str) -> int:
    """A cell's value, by its name."""
    return state.values[story.cell_index[name]]
