"""Reading what a fact can be: `no`, `0..7 = 1`, `nothing | suspects | all`."""

from __future__ import annotations

import re

from game.diagnostics import Diagnostic, mistake
from game.expression.cell import Cell, CellKind
from game.expression.vocabulary import CONSTANTS
from game.loading.declared import Entry
from game.loading.fields import ID
from game.loading.tree import Scalar

_RANGE = re.compile(r"(-?\d{1,6})\s*\.\.\s*(-?\d{1,6})\s*(?:=\s*(-?\d{1,6}))?")
_WIDEST = 1000


def read_fact(entry: Entry, found: list[Diagnostic]) -> Cell | None:
    """Give the cell of a declared fact; None, and a finding, if its values cannot be understood."""
    tree = entry.tree
    if not isinstance(tree, Scalar):
        found.append(mistake("E301", tree.span, name=entry.name))
        return None
    word = tree.text.strip()
    span = entry.key.span
    if word in CONSTANTS:
        return Cell(entry.name, CellKind.YES_NO, 0, 1, CONSTANTS[word], span=span)
    bounds = _RANGE.fullmatch(word)
    if bounds:
        low, high = int(bounds.group(1)), int(bounds.group(2))
        start = int(bounds.group(3)) if bounds.group(3) else max(low, min(0, high))
        if not low < high <= low + _WIDEST:
            found.append(mistake("E303", tree.span, low=low, high=high, most=_WIDEST))
            return None
        if not low <= start <= high:
            found.append(mistake("E302", tree.span, name=entry.name, low=low, high=high, value=start))
            return None
        return Cell(entry.name, CellKind.NUMBER, low, high, start, span=span)
    return _one_of(entry, tree, word, found)


def _one_of(entry: Entry, tree: Scalar, word: str, found: list[Diagnostic]) -> Cell | None:
    words = tuple(part.strip() for part in word.split("|"))
    if len(words) == 1 or not all(ID.fullmatch(part) for part in words):
        found.append(mistake("E301", tree.span, name=entry.name))
        return None
    clash = next((part for part in words if part in CONSTANTS), None)
    if clash is not None:
        found.append(mistake("E318", tree.span, word=clash))
        return None
    if len(set(words)) < len(words):
        twice = next(part for part in words if words.count(part) > 1)
        found.append(mistake("E319", tree.span, word=twice))
        return None
    return Cell(entry.name, CellKind.ONE_OF, 0, len(words) - 1, 0, words, entry.key.span)
