"""Whether a save has the shape of one: nothing read from a file is trusted before this."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

FORMAT = 1
MOST_TURNS = 200_000
MOST_NAMES = 200_000
LONGEST_WORD = 500
SEEDS = 1 << 64

Check = Callable[[Any], bool]


class Unreadable(Exception):  # noqa: N818 - it says what the save is
    """The save is damaged, or made by a later version; its text is a sentence that says which."""


def check(save: Any) -> None:
    """Let a well-shaped save pass.

    Raises:
        Unreadable: it is none.
    """
    if not isinstance(save, dict):
        raise Unreadable("This is not a saved journey.")
    version = save.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise Unreadable("This was saved by a later version of the game.")
    if version != FORMAT:
        raise Unreadable("This is not a saved journey.")
    for key, fits in _SHAPE.items():
        if not fits(save.get(key)):
            raise Unreadable(f"This save is damaged: its '{key}' cannot be read.")


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _count(value: Any) -> bool:
    return _whole(value) and 0 <= value < SEEDS


def _word(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_WORD


def _words(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= MOST_TURNS and all(map(_word, value))


def _value(value: Any) -> bool:
    return _word(value) or (isinstance(value, int) and abs(value) < SEEDS)


def _mapping(fits: Check) -> Check:
    def check_mapping(value: Any) -> bool:
        return (
            isinstance(value, dict)
            and len(value) <= MOST_NAMES
            and all(_word(key) and fits(one) for key, one in value.items())
        )

    return check_mapping


def _turn(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and _word(value.get("node"))
        and value.get("how") in ("entered", "returned", "stayed")
        and _word(value.get("action", ""))
        and _words(value.get("detours", []))
        and _VALUES(value.get("changed", {}))
    )


def _turns(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= MOST_TURNS and all(map(_turn, value))


_VALUES = _mapping(_value)
_SHAPE: dict[str, Check] = {
    "mods": _words,
    "seed": _count,
    "counter": _count,
    "node": _word,
    "facts": _VALUES,
    "visits": _mapping(_count),
    "once": _words,
    "detours": _words,
    "actions": _words,
    "trail": _turns,
}
