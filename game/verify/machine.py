"""A story as a machine: places to be in, and guarded moves between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.model.story import Story
from game.verify.formula import Formula

Context = tuple[str, ...]
"""The detours under way, by the nodes with which they began, the innermost last."""
Tables = tuple[tuple[int, tuple[int, ...]], ...]
"""For every cell that a move may change: its new value for each old one, both counted from the lowest."""


@dataclass(slots=True, eq=False)
class Move:
    """A way from one spot to the next."""

    number: int
    source: int
    to: int
    guard: Formula
    tables: Tables
    action: str | None = None
    """As walks write it; None for what happens by itself on arrival: a redirect, or the showing."""
    song: tuple[str, str] | None = None
    """The song and the way in which it is sung."""
    redirect: int | None = None
    """Which redirect of its node it is, from 0."""
    outcome: int | None = None
    """Which outcome of a draw it is, from 0."""


@dataclass(slots=True, eq=False)
class Spot:
    """A place to be in, with all the moves from it.

    A node that redirects has one spot for every redirect to try, and one more where it is shown (or asks for
    a draw); any other node only that one. Each of them stands once for every context in which it can be met.
    """

    node: str
    context: Context
    stage: int
    """How many redirects were tried before."""
    moves: list[Move] = field(default_factory=list)
    arriving: list[Move] = field(default_factory=list)
    """The moves that lead here."""
    ending: str | None = None


@dataclass(slots=True, eq=False)
class Machine:
    """All the spots of a story that any moves lead to, whatever their guards; it begins at the first."""

    story: Story
    sizes: list[int]
    """How many values each cell has: those of the story, then one cell for every detour with many callers."""
    starts: list[int] = field(default_factory=list)
    """The value of each cell at the first spot, counted from its lowest."""
    spots: list[Spot] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    entries: dict[str, list[int]] = field(default_factory=dict)
    """For every node, the spots in which it is arrived at."""
    shown: dict[str, list[int]] = field(default_factory=dict)
    """For every node, the spots in which it is shown."""
    whole: bool = True
    """False if there were too many spots to list."""

    def take(self, move: Move) -> None:
        """Take a new move in."""
        self.moves.append(move)
        self.spots[move.source].moves.append(move)
        self.spots[move.to].arriving.append(move)
