"""Which built-in cells guards and effects ask for, and how far those have to count.

Visits are counted only where somebody asks, and only as far as the largest number that makes a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.expression.asked import Asked, AskedEffect, AskedGuard, AskedNot, Deed
from game.expression.syntax import Comparison
from game.expression.tokens import TokenKind
from game.expression.vocabulary import Vocabulary

_PAST = {
    Comparison.EQ: 1,
    Comparison.NE: 1,
    Comparison.GT: 1,
    Comparison.LE: 1,
    Comparison.GE: 0,
    Comparison.LT: 0,
}


def cell_name(function: str, *names: str) -> str:
    """Give the name of a built-in cell: `knows(kindling)`, `tie(bram,maren)`, `taken(hollow.roof/climb)`."""
    return f"{function}({('/' if function == 'taken' else ',').join(names)})"


def tie_name(one: str, other: str) -> str:
    """Give the name of the cell of the tie between two people, whichever is named first."""
    return cell_name("tie", *sorted((one, other)))


def demands_of_guard(
    guard: AskedGuard, node: str | None, vocabulary: Vocabulary
) -> Iterator[tuple[str, int]]:
    """Give the name and the highest count of every cell on demand that it asks for."""
    if isinstance(guard, Asked):
        yield from _of_question(guard, node, vocabulary)
    elif isinstance(guard, AskedNot):
        yield from demands_of_guard(guard.part, node, vocabulary)
    else:
        for part in guard.parts:
            yield from demands_of_guard(part, node, vocabulary)


def demands_of_effects(effects: Iterable[AskedEffect]) -> Iterator[tuple[str, int]]:
    """Give the name and the highest count of the cells that the effects set and that exist on demand."""
    for effect in effects:
        if isinstance(effect, Deed) and effect.verb in {"meet", "find leaf"}:
            yield cell_name({"meet": "met", "find leaf": "leaf"}[effect.verb], effect.names[0].text), 1


def choice_named(arguments: tuple[str, ...], node: str | None) -> str:
    """Give `node/key` as `taken()` means it: `self` is the node where it stands."""
    first = node if arguments[0] == "self" and node else arguments[0]
    return "/".join((first, *arguments[1:]))


def _of_question(asked: Asked, node: str | None, vocabulary: Vocabulary) -> Iterator[tuple[str, int]]:
    function = asked.subject.name.text
    arguments = tuple(token.text for token in asked.subject.arguments or ())
    if not arguments:
        return
    if function in {"seen", "visits"}:
        name = vocabulary.nodes.get(node or "" if arguments[0] == "self" else arguments[0])
        if name is not None:
            yield cell_name("visits", name), 1 if function == "seen" else _furthest(asked)
    elif function == "taken":
        choice = vocabulary.choices.get(choice_named(arguments, node))
        if choice is not None:
            yield cell_name("taken", choice), 1
    elif function in {"leaf", "met"}:
        yield cell_name(function, arguments[0]), 1


def _furthest(asked: Asked) -> int:
    """Give the count behind which nothing changes any more for this comparison."""
    if asked.comparison is None or asked.constant is None or asked.constant.kind is not TokenKind.NUMBER:
        return 1
    return max(1, int(asked.constant.text) + _PAST[asked.comparison])
