"""Guards and effects as the author worded them: names not yet looked up."""

from __future__ import annotations

from dataclasses import dataclass

from game.expression.syntax import Comparison
from game.expression.tokens import Token


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: a fact, or a function with what stands in its brackets."""

    name: Token
    arguments: tuple[Token, ...] | None = None
    """None for a fact. `taken(node/key)` has two."""
    end: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """Is it so? Or with a comparison: is it in this relation to a constant?"""

    subject: Subject
    comparison: Comparison | None = None
    constant: Token | None = None


@dataclass(frozen=True, slots=True)
class AskedNot:
    """Is it not so?"""

    part: AskedGuard


@dataclass(frozen=True, slots=True)
class AskedAll:
    """Are all of them so?"""

    parts: tuple[AskedGuard, ...]


@dataclass(frozen=True, slots=True)
class AskedAny:
    """Is one of them so?"""

    parts: tuple[AskedGuard, ...]


AskedGuard = Asked | AskedNot | AskedAll | AskedAny


@dataclass(frozen=True, slots=True)
class Change:
    """`fact = value`, `fact += 1`, `fact -= 1`."""

    subject: Subject
    sign: Token
    constant: Token


@dataclass(frozen=True, slots=True)
class Deed:
    """`learn song`, `tie a b` and their like; `verb` is without its `of`: `learn rests`."""

    verb: str
    names: tuple[Token, ...]


AskedEffect = Change | Deed
