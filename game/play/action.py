"""What a player asks for, and the words in which saves, walks and witnesses write it."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.song import Way
from game.play.state import State


@dataclass(frozen=True, slots=True)
class Choose:
    """Take the choice with this key at the present node."""

    key: str


@dataclass(frozen=True, slots=True)
class Sing:
    """Sing a song; `way` is None where the node has no answer of its own to it.

    `to` is the person turned to; None stands for whoever the node has in mind, or the place.
    """

    song: str
    way: Way | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Draw:
    """The outcome of the draw that the state asks for: an index from 0."""

    index: int


Action = Choose | Sing | Draw


def word(action: Action, node: str) -> str:
    """The action as one line: `node/key`, `sing kindling invite to bram`, or `draw 1` (counted from 0)."""
    match action:
        case Choose(key):
            return f"{node}/{key}"
        case Draw(index):
            return f"draw {index}"
    way, to = action.way, action.to
    return f"sing {action.song}" + (f" {way}" if way else "") + (f" to {to}" if to else "")


def parse(line: str, state: State) -> Action | None:
    """The action that a line asks for at this state, or None if the line is no action.

    A choice of another node is no action here. Whether the action is allowed is for `step` to say.
    """
    match line.split():
        case ["draw", number] if number.isdecimal():
            return Draw(int(number))
        case ["sing", song, *rest]:
            return _parse_song(song, rest)
        case [path] if path.startswith(f"{state.node}/"):
            return Choose(path[len(state.node) + 1 :])
        case _:
            return None


def _parse_song(song: str, rest: list[str]) -> Sing | None:
    to = None
    if len(rest) > 1 and rest[-2] == "to":
        to, rest = rest[-1], rest[:-2]
    match rest:
        case []:
            return Sing(song, None, to)
        case [way] if way in tuple(Way):
            return Sing(song, Way(way), to)
        case _:
            return None
