"""Reading in two passes: what names others is read at once, and finished when all names are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias, TypeVar

from game.diagnostics import Diagnostic, Passage, Span, mistake
from game.expression.asked import AskedEffect, AskedGuard
from game.expression.bind import Binder, Scene
from game.expression.parse import parse_effects, parse_guard
from game.expression.syntax import ALWAYS, NEVER, Effect, Guard
from game.loading.prose import read_prose
from game.loading.prose_tree import RawBranch, RawPick, RawPiece, Spoken
from game.loading.tree import Scalar
from game.model.text import Branch, Pick, Piece, Text

T = TypeVar("T")


@dataclass(slots=True)
class Link:
    """The second pass: all names, and where in the story we are."""

    binder: Binder
    scene: Scene = field(default_factory=Scene)
    phrases: Mapping[str, int] = field(default_factory=dict)
    """How many phrases every song has."""

    @property
    def found(self) -> list[Diagnostic]:
        """Where findings go."""
        return self.binder.found

    def node(self, name: str, place: Callable[[], Span]) -> str:
        """Give the node's name as it is now; an unknown one is a finding at its place."""
        known = self.binder.vocabulary.nodes.get(name)
        if known is None:
            guess = self.binder.guess(name, self.binder.vocabulary.nodes)
            self.found.append(mistake("E501", place(), guess=guess, name=name))
            return name
        return known


Later: TypeAlias = Callable[[Link], T]
"""What gives the finished thing in the second pass."""


@dataclass(slots=True)
class Reading:
    """The first pass: what was found, and what was asked for, so that cells can be given out."""

    found: list[Diagnostic]
    spoken: Spoken
    node: str | None = None
    sites: Iterator[int] = field(default_factory=count)
    """Numbers for the picks of the node."""
    guards: list[tuple[AskedGuard, str | None]] = field(default_factory=list)
    effects: list[tuple[AskedEffect, ...]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    """Names of built-in cells that must be there whoever asks: what happens `once`."""

    def guard(self, passage: Passage, start: int = 0, end: int | None = None) -> Later[Guard]:
        """Read a guard."""
        asked = parse_guard(passage, start, len(passage.text) if end is None else end, self.found)
        return self.asked_guard(asked, passage)

    def asked_guard(self, asked: AskedGuard | None, passage: Passage) -> Later[Guard]:
        """Take a guard that is read already; None stands for one with a mistake in it."""
        if asked is None:
            return never
        self.guards.append((asked, self.node))
        return lambda link: link.binder.guard(asked, passage, link.scene)

    def effects_of(
        self, passage: Passage, start: int = 0, end: int | None = None
    ) -> Later[tuple[Effect, ...]]:
        """Read effects."""
        asked = parse_effects(passage, start, len(passage.text) if end is None else end, self.found)
        return self.asked_effects(asked or (), passage)

    def asked_effects(self, asked: tuple[AskedEffect, ...], passage: Passage) -> Later[tuple[Effect, ...]]:
        """Take effects that are read already."""
        if not asked:
            return nothing
        self.effects.append(asked)
        return lambda link: link.binder.effects(asked, passage)

    def text(
        self, passage: Passage, start: int = 0, end: int | None = None, *, speech: bool = True
    ) -> Later[Text]:
        """Read prose; the picks of a node are numbered through all of its prose, others in each by itself."""
        sites = None if self.node is None else self.sites
        prose = read_prose(passage, self.spoken, self.found, start=start, end=end, sites=sites, speech=speech)
        self.guards += [(guard, self.node) for guard in prose.guards]
        if prose.bound:
            finished: Text = tuple(prose.pieces)  # type: ignore[arg-type]
            return lambda link: finished  # noqa: ARG005  (nothing in it is left to look up)
        return lambda link: _bound(prose.pieces, passage, link)


def always(link: Link) -> Guard:  # noqa: ARG001  (it is what a missing guard is)
    """Give the guard that always holds."""
    return ALWAYS


def never(link: Link) -> Guard:  # noqa: ARG001  (it is what a guard with a mistake is)
    """Give the guard that never holds."""
    return NEVER


def nothing(link: Link) -> tuple[Effect, ...]:  # noqa: ARG001  (it is what missing effects are)
    """Give no effects."""
    return ()


def words_of(scalar: Scalar) -> str:
    """Give the words of a value without the blanks around them."""
    return scalar.text.strip()


def _bound(pieces: list[RawPiece], passage: Passage, link: Link) -> Text:
    result: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, RawBranch):
            cases = tuple(
                (
                    ALWAYS if guard is None else link.binder.guard(guard, passage, link.scene),
                    _bound(inner, passage, link),
                )
                for guard, inner in piece.cases
            )
            result.append(Branch(cases))
        elif isinstance(piece, RawPick):
            options = tuple(_bound(inner, passage, link) for inner in piece.options)
            result.append(Pick(piece.site, options, piece.last_repeats))
        else:
            result.append(piece)
    return tuple(result)
