"""What was found out about a story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Witness = tuple[str, ...]
"""A walk from the beginning: one action after another, as walks write them."""


class Verdict(StrEnum):
    """Whether something can happen."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether something can happen, with a shortest walk to it if it can."""

    verdict: Verdict
    witness: Witness = ()


@dataclass(frozen=True, slots=True)
class Stuck:
    """A place from which no ending can be reached any more, with a shortest walk to it."""

    node: str
    witness: Witness
    last: str = ""
    """What was done last before all was lost; empty if it was lost from the beginning."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was found out."""

    nodes: Mapping[str, Finding]
    """Whether each node can be arrived at."""
    choices: Mapping[str, Finding]
    """Whether each choice can be taken, by `node/key`."""
    ways: Mapping[str, Finding]
    """Whether each answer that a node wrote for a song can be had, by `node/song way`."""
    endings: Mapping[str, Finding]
    songs: Mapping[str, Mapping[str, Finding | None]]
    """For each song: learned, rests, leaf, command, invite, share; None where the song has no such thing."""
    stuck: tuple[Stuck, ...]
    """Where players can lose every ending, one walk for each node."""
    never_closed: frozenset[str]
    """Choices, by `node/key`, that were open whenever they could be seen."""
    never_followed: frozenset[tuple[str, int]]
    """Redirects, by their node and their number there from 0, that never led anyone on."""
    states: int
    """How many states were met that differ in anything that matters."""
    complete: bool
    """Whether all were met; if not, nothing here is a no."""

    @property
    def verdict(self) -> Verdict:
        """YES if all that is written is in reach and nobody can get stuck, NO if not, else UNKNOWN."""
        if self.stuck or any(one.verdict is Verdict.NO for one in self._all()):
            return Verdict.NO
        return Verdict.YES if self.complete else Verdict.UNKNOWN

    def _all(self) -> tuple[Finding, ...]:
        return (*self.nodes.values(), *self.choices.values(), *self.ways.values())
