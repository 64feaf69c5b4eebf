"""What was found out about a story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, overload

from game.verify.machine import Move

Witness = Sequence[str]
"""A walk from the beginning: one action after another, as walks write it."""


class Verdict(StrEnum):
    """Whether something can happen."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Met(Protocol):
    """States that were met, by numbers that grow along every walk."""

    @property
    def parents(self) -> Sequence[int]:
        """For every state the one before it; -1 for the first."""

    def step(self, number: int) -> Move | None:
        """The move that led to a state; None to the first."""

    def steps(self, number: int) -> int:
        """How many actions led to a state."""


class Trail(Sequence[str]):
    """A walk to a state that was met, and perhaps an action more.

    It is spelled out only when it is asked for: a long story has many long walks.
    """

    def __init__(self, met: Met, number: int, more: tuple[str, ...] = ()) -> None:
        self.met = met
        self.number = number
        self.more = more

    def __len__(self) -> int:
        return self.met.steps(self.number) + len(self.more)

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...

    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        return tuple(self)[index]

    def __iter__(self) -> Iterator[str]:
        actions: list[str] = []
        number = self.number
        while (move := self.met.step(number)) is not None:
            if move.action is not None:
                actions.append(move.action)
            number = self.met.parents[number]
        yield from reversed(actions)
        yield from self.more

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether something can happen, with a walk to it if it can."""

    verdict: Verdict
    witness: Witness = ()
    least: int = field(default=0, compare=False)
    """How many actions every walk to it has at least, as far as that is proved; the walk may have more."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """A place where all endings are lost, with a walk to it."""

    node: str
    witness: Witness
    last: str = ""
    """What was done last before all was lost; empty if it was lost from the beginning."""
    idle: bool = False
    """Whether nothing is left to do there."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A piece of prose that is only told if something is so."""

    node: str
    place: str
    """Where in the node it stands: `text`, or the key of a choice."""
    number: int
    """Which piece of the node it is, from 0."""
    words: str
    """How it begins."""
    cells: frozenset[int] = frozenset()
    """What it asks for."""


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
    shown: Mapping[str, Finding]
    """Whether the page of each node can be shown: one that always leads on is arrived at, and never shown."""
    closed: Mapping[str, Finding]
    """Whether each choice with a guard can be closed where it is offered, by `node/key`."""
    spent: Mapping[str, Finding]
    """Whether the node of each choice that can be taken once is seen again afterwards."""
    redirects: Mapping[tuple[str, int], Finding]
    """Whether each redirect can lead on, by its node and its number there from 0."""
    prose: Mapping[Prose, Finding]
    """Whether each piece of prose that asks for something can be read."""
    bounds: Mapping[str, Finding]
    """Whether each fact that is added to can be at its bound already when it is; only where that matters."""
    by_chance: frozenset[str]
    """The nodes that only the outcome of a draw leads to, at some point of every walk there."""
    stuck: tuple[Stuck, ...]
    """Where players can lose every ending, one walk for each node; its last action loses it."""
    idle: tuple[Stuck, ...]
    """Where players can have nothing left to do, though the run is not over."""
    safe: Verdict
    """Whether it is sure that nobody can get stuck."""
    states: int
    """How many states were met that differ in anything that matters."""
    exact: bool
    """Whether every state was met, so that every walk is a shortest one."""

    @property
    def never_closed(self) -> frozenset[str]:
        """Choices, by `node/key`, that are open whenever their node is shown."""
        closing = [
            {name for name, one in found.items() if one.verdict is not Verdict.NO}
            for found in (self.closed, self.spent)
        ]
        taken = {name for name, one in self.choices.items() if one.verdict is Verdict.YES}
        return frozenset(taken.difference(*closing))

    @property
    def never_followed(self) -> frozenset[tuple[str, int]]:
        """Redirects, by their node and their number there from 0, that never lead anyone on."""
        return frozenset(key for key, one in self.redirects.items() if one.verdict is Verdict.NO)

    @property
    def complete(self) -> bool:
        """Whether it is known of everything written if it can happen, and whether anybody can get stuck."""
        undecided = any(one.verdict is Verdict.UNKNOWN for one in self._all())
        return not undecided and self.safe is not Verdict.UNKNOWN

    @property
    def verdict(self) -> Verdict:
        """YES if all that is written is in reach and nobody can get stuck, NO if not, else UNKNOWN."""
        if self.stuck or any(one.verdict is Verdict.NO for one in self._all()):
            return Verdict.NO
        return Verdict.YES if self.complete else Verdict.UNKNOWN

    def _all(self) -> tuple[Finding, ...]:
        return (*self.nodes.values(), *self.choices.values(), *self.ways.values())
