"""The words that guards and effects are made of: the language's own, and the names that a story declares."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from game.expression.cell import Cell

CLAUSES = ("when", "once", "do")
CONSTANTS = {"yes": 1, "true": 1, "no": 0, "false": 0}
FUNCTIONS = {
    "seen": "node",
    "visits": "node",
    "knows": "song",
    "rests": "song",
    "leaf": "song",
    "motif": "person",
    "met": "person",
    "here": "person",
    "tie": "person",
    "taken": "choice",
}
"""Every function and what stands in its brackets; `tie` takes two, `taken` a node and a choice of it."""
VERBS = {
    "learn": "song",
    "learn rests": "song",
    "learn motif": "person",
    "forget": "song",
    "meet": "person",
    "tie": "person",
    "find leaf": "song",
}
RESERVED = frozenset({"and", "or", "not", "if", "else", "end", "pick", "self", "back", "detour", "of"}).union(
    CLAUSES, CONSTANTS
)
"""Words that cannot be the name of anything."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All names of one story, as far as guards and effects can speak of them."""

    facts: Mapping[str, Cell]
    songs: Mapping[str, bool]
    """Every song, and whether it has rests."""
    people: Mapping[str, bool]
    """Every person, and whether they have a motif."""
    nodes: Mapping[str, str]
    """Every node by its name and by its old names; the value is its name."""
    choices: Mapping[str, str]
    """Every `node/key` by its name and by its old names."""
    ties: Collection[tuple[str, str]] = frozenset()
    """Who is tied to whom, each pair once, in the order of the alphabet."""

    def names(self, kind: str) -> Mapping[str, object]:
        """Give what is called so: `fact`, `song`, `person`, `node` or `choice`."""
        tables: dict[str, Mapping[str, object]] = {
            "fact": self.facts,
            "song": self.songs,
            "person": self.people,
            "node": self.nodes,
            "choice": self.choices,
        }
        return tables[kind]
