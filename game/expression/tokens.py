"""Cutting an author's guard or effect into words, numbers and signs, each with its place."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from game.diagnostics import Passage

_TOKEN = re.compile(
    r"\s*(?:([A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*)"
    r"|(>=|<=|==|!=|\+=|-=|&&|\|\||\+\+|--|[=<>(),/+\-!&|])|(\S))"
)


class TokenKind(Enum):
    """What sort of token it is."""

    WORD = auto()
    NUMBER = auto()
    SIGN = auto()
    ODD = auto()
    END = auto()


class Token(NamedTuple):
    """A word, number or sign; `start` and `end` count in the passage it was read from."""

    kind: TokenKind
    text: str
    start: int
    end: int


_KINDS = (TokenKind.END, TokenKind.WORD, TokenKind.SIGN, TokenKind.ODD)
"""What the groups of the pattern stand for."""
_NUMBER = TokenKind.NUMBER


def tokens(passage: Passage, start: int, end: int) -> list[Token]:
    """Give the tokens between two places of a passage, and one END behind them."""
    result = []
    last = start
    for match in _TOKEN.finditer(passage.text, start, end):
        group = match.lastindex or 0
        text = match[group]
        first, last = match.span(group)
        kind = _NUMBER if group == 1 and text.isdigit() else _KINDS[group]
        result.append(Token(kind, text, first, last))
    result.append(Token(TokenKind.END, "", last, last))
    return result
