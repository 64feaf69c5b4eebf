"""Everything that is true at one moment of a run."""

from __future__ import annotations

from typing import NamedTuple


class State(NamedTuple):
    """Where the player stands and what is true there; equal states play alike.

    A named tuple, because the prover makes and compares hundreds of thousands of them.
    """

    node: str
    values: tuple[int, ...]
    """One number for every cell of the story, in the story's order."""
    detours: tuple[str, ...] = ()
    """The nodes to come back to, the innermost last."""
    ending: str | None = None
    """The ending that was reached; nothing can be done after it."""
    draw: tuple[int, ...] = ()
    """The weights of a draw that is asked for; empty if none is."""
