"""Comparing a cell with a constant: is it the right kind of constant, and can the comparison ever matter?"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from game.diagnostics import Diagnostic, Passage, mistake
from game.expression.asked import Asked
from game.expression.cell import Cell, CellKind
from game.expression.guess import closest
from game.expression.syntax import NEVER, Compare, Comparison, Guard
from game.expression.tokens import Token, TokenKind
from game.expression.vocabulary import CONSTANTS

_ORDERS = (Comparison.LT, Comparison.LE, Comparison.GT, Comparison.GE)


class Where(NamedTuple):
    """Where a comparison stands, what facts there are, and where findings go."""

    passage: Passage
    facts: Collection[str]
    found: list[Diagnostic]


def describe(cell: Cell) -> str:
    """Say what values a cell has: "yes or no", "a number from 0 to 7", "one of fair, rain"."""
    if cell.kind is CellKind.YES_NO:
        return "yes or no"
    if cell.kind is CellKind.NUMBER:
        return f"a number from {cell.low} to {cell.high}"
    return "one of " + ", ".join(cell.words)


def value_of(constant: Token, cell: Cell, where: Where) -> int | None:
    """Give the number that the constant stands for in this cell; None, and a finding, if for none."""
    word = constant.text
    if cell.kind is CellKind.NUMBER and constant.kind is TokenKind.NUMBER:
        return int(word)
    if cell.kind is CellKind.YES_NO and word in CONSTANTS:
        return CONSTANTS[word]
    if cell.kind is CellKind.ONE_OF and word in cell.words:
        return cell.words.index(word)
    span, found = where.passage.span(constant.start, constant.end), where.found
    if word in where.facts:
        found.append(mistake("E336", span, name=cell.name, word=word))
    elif cell.kind is CellKind.ONE_OF:
        guess = closest(word, cell.words)
        found.append(mistake("E332", span, guess=guess, name=cell.name, kind=describe(cell), word=word))
    else:
        found.append(mistake("E331", span, name=cell.name, kind=describe(cell), word=word))
    return None


def compare(asked: Asked, cell: Cell, position: int, where: Where) -> Guard:
    """Give the comparison with the cell at this position; NEVER, and a finding, where it makes no sense.

    A cell that counts visits is compared as if it counted for ever: it
    saturates where nothing changes any more.
    """
    subject = asked.subject
    passage, found = where.passage, where.found
    span = passage.span(subject.name.start, subject.end)
    if asked.comparison is None or asked.constant is None:
        if cell.kind is not CellKind.YES_NO:
            found.append(mistake("E330", span, name=cell.name, kind=describe(cell)))
            return NEVER
        return Compare(position, Comparison.EQ, 1)
    if asked.comparison in _ORDERS and cell.kind is not CellKind.NUMBER:
        found.append(mistake("E333", span, name=cell.name, kind=describe(cell)))
        return NEVER
    value = value_of(asked.constant, cell, where)
    if value is None:
        return NEVER
    if cell.kind is CellKind.NUMBER:
        verdict = _verdict(asked.comparison, value, cell.low, None if subject.arguments else cell.high)
        if verdict is not None:
            whole = passage.span(subject.name.start, asked.constant.end)
            words = f"{cell.name} {asked.comparison} {value}"
            kind = describe(cell) if subject.arguments is None else "a count from 0 up"
            found.append(
                mistake("W335" if verdict else "E334", whole, comparison=words, name=cell.name, kind=kind)
            )
    return Compare(position, asked.comparison, value)


def _verdict(comparison: Comparison, value: int, low: int, high: int | None) -> bool | None:
    """Say whether the comparison holds for all values, or for none; None if it depends."""
    below, above = value < low, high is not None and value > high
    lowest, highest = value <= low, high is not None and value >= high
    never = {
        Comparison.EQ: below or above,
        Comparison.NE: False,
        Comparison.LT: lowest,
        Comparison.LE: below,
        Comparison.GT: highest,
        Comparison.GE: above,
    }
    always = {
        Comparison.EQ: False,
        Comparison.NE: below or above,
        Comparison.LT: above,
        Comparison.LE: highest,
        Comparison.GT: below,
        Comparison.GE: lowest,
    }
    if never[comparison]:
        return False
    return True if always[comparison] else None
