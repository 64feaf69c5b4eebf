"""People of the story, as declared."""

from __future__ import annotations

from dataclasses import dataclass

from game.expression.syntax import Guard
from game.model.song import Motif
from game.model.text import Text

PLAIN_COLOUR = "#CDC1AC"
"""The colour of whoever has none of their own."""


NO_MOTIF = Motif()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a place or person answers to a song nobody wrote for; it changes nothing."""

    song: str
    text: Text
    guard: Guard


@dataclass(frozen=True, slots=True)
class Tie:
    """What binds one person to another, once it is found out."""

    to: str
    text: str
    cell: int


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who can speak; those with a picture can stand on stage."""

    id: str
    name: str
    colour: str = PLAIN_COLOUR
    motif: Motif = NO_MOTIF
    halo: bool = False
    about: str = ""
    names: tuple[tuple[Guard, str], ...] = ()
    """Other names with the guard under which they are shown instead, first match."""
    replies: tuple[Reply, ...] = ()
    ties: tuple[Tie, ...] = ()
    knows_motif: int | None = None
    """The cell that says whether Lysandra knows their motif."""
    met: int | None = None
    looks: tuple[str, ...] = ()
    """The expressions and poses they have."""

    @property
    def pictured(self) -> bool:
        """Whether there is a picture of them, so that they can stand on stage."""
        return bool(self.looks)
