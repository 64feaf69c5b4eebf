"""Curly quotes, dashes and ellipses, made from what a keyboard has."""

from __future__ import annotations

import re

# Every branch begins with a sign of its own, which makes looking for them several times faster.
_PLAIN = re.compile(r"\"|'|---?|-(?<= -)(?= )|\.\.\.")
_OPENERS = frozenset(" \n([{\u201c\u2018\u00a0")
_DASHES = frozenset("-\u2013\u2014")
_ELIDED = re.compile(r"(?:tis|twas|twere|twill|em|til|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)


def curl(text: str, before: str = "") -> str:
    """Give the text with typographic signs; `before` stands in front of it, empty at a paragraph's start.

    `--` between blanks, like a lone hyphen there, becomes an en dash; `--` and `---` elsewhere an em dash.
    """
    if not ('"' in text or "'" in text or "-" in text or "..." in text):
        return text

    def sign(match: re.Match[str]) -> str:
        plain = match.group()
        start, end = match.span()
        previous = text[start - 1] if start else before[-1:]
        following = text[end : end + 1]
        if plain == "...":
            return "…"
        if plain[0] == "-":
            return "–" if previous in {" ", ""} and following in {" ", ""} else "—"
        opens = previous == "" or previous in _OPENERS or previous in "\"'"
        if previous in _DASHES:
            opens = following.isalnum()
        elif previous in {'"', "'"}:
            # A quote behind a quote opens if that one did: `"'Tis` and `'"Yes` against `said.'"`.
            opens = start < 2 or text[start - 2] in _OPENERS  # noqa: PLR2004  (the sign before the one before)
        if plain == '"':
            return "“" if opens else "”"
        return "‘" if opens and not _ELIDED.match(text, end) else "’"

    return _PLAIN.sub(sign, text)
