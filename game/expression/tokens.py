"""Cutting an author's guard or effect into words, numbers and signs, each with its place."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from game.diagnostics import Passage

_TOKEN = re.compile(
    r"\s+|(?P<word>[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*)"
    r"|(?P<sign>>=|<=|==|!=|\+=|-=|&&|\|\||\+\+|--|[=<>(),/+\-!&|])|(?P<odd>.)",
    re.DOTALL,
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


def tokens(passage: Passage, start: int, end: int) -> list[Token]:
    """Give the tokens between two places of a passage, and one END behind them."""
    result = []
    for match in _TOKEN.finditer(passage.text, start, end):
        group = match.lastgroup
        if group is None:
            continue
        text = match.group()
        if group == "word":
            kind = TokenKind.NUMBER if text.isdigit() else TokenKind.WORD
        else:
            kind = TokenKind.SIGN if group == "sign" else TokenKind.ODD
        result.append(Token(kind, text, match.start(), match.end()))
    last = result[-1].end if result else start
    result.append(Token(TokenKind.END, "", last, last))
    return result
