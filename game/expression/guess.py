"""Guessing which name was meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_SLACK = 3
_MANY = 2_000
_NEAR = 0.6
_NEAR_AS_A_WHOLE = 0.8


def closest(word: str, names: Iterable[str]) -> str | None:
    """Give the name that the word is most likely a slip of, if any is near enough.

    What two names have in common before their last dot says nothing, so within a group only the rest counts.
    Of very many names only those that begin or end like the word are looked at.
    """
    near = [name for name in names if abs(len(name) - len(word)) <= _SLACK and name != word]
    if len(near) > _MANY:
        near = [name for name in near if name[:2] == word[:2] and name[-1:] == word[-1:]][:_MANY]
    group, dot, last = word.rpartition(".")
    if not dot:
        return next(iter(get_close_matches(word, near, n=1, cutoff=_NEAR)), None)
    prefix = group + dot
    kin = {name.removeprefix(prefix): name for name in near if name.startswith(prefix)}
    match = next(iter(get_close_matches(last, kin, n=1, cutoff=_NEAR)), None)
    if match is not None:
        return kin[match]
    return next(iter(get_close_matches(word, near, n=1, cutoff=_NEAR_AS_A_WHOLE)), None)
