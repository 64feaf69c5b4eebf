"""Where something leads: a node, `detour NODE`, or `back`, and what may stand behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.diagnostics import Diagnostic, Passage, Span, mistake
from game.expression.parse import NO_TAIL, Tail, parse_tail
from game.expression.vocabulary import RESERVED
from game.loading.fields import ID
from game.loading.later import Link
from game.model.story import Target, TargetKind

ARROW = re.compile(r"(?:(?<=\s)|^)->(?=\s|$)", re.MULTILINE)
_TARGET = re.compile(r"(?:(detour)[ \t]+)?([a-z0-9_]+(?:\.[a-z0-9_]+)*)(?=\s|$)")


@dataclass(slots=True)
class Lead:
    """A target with what stands behind it."""

    kind: TargetKind
    name: str
    passage: Passage
    start: int
    tail: Tail

    def span(self) -> Span:
        """Give the place of the name."""
        return self.passage.span(self.start, self.start + len(self.name))

    def target(self, link: Link) -> Target:
        """Give the target, in the second pass."""
        if self.kind is TargetKind.BACK:
            return Target(self.kind)
        return Target(self.kind, link.node(self.name, self.span))


def looks_like_target(text: str, start: int, end: int) -> bool:
    """Say whether what begins at `start` can be a target: a name, `detour` with a name, `back`."""
    match = _TARGET.match(text, _skip(text, start, end), end)
    return match is not None and (match.group(2) == "back" or match.group(2) not in RESERVED)


def read_lead(passage: Passage, start: int, end: int, found: list[Diagnostic]) -> Lead | None:
    """Read a target and its tail; None, and a finding, if there is none."""
    text = passage.text
    arrow = start
    start = _skip(text, start, end)
    stop = start + len(text[start:end].rstrip())
    if start >= stop:
        found.append(mistake("E504", passage.span(max(0, arrow - 2), arrow)))
        return None
    match = _TARGET.match(text, start, stop)
    if match is None or (match.group(2) in RESERVED and match.group() != "back"):
        word = text[start:stop].split()[0]
        lower = word.lower().strip(".,;:")
        guess = lower if lower != word and ID.fullmatch(lower) else None
        found.append(mistake("E503", passage.span(start, start + len(word)), guess=guess, word=word))
        return None
    tail = parse_tail(passage, match.end(), stop, found) if match.end() < stop else NO_TAIL
    if match.group() == "back":
        kind = TargetKind.BACK
    else:
        kind = TargetKind.DETOUR if match.group(1) else TargetKind.NODE
    return Lead(kind, match.group(2), passage, match.start(2), tail or NO_TAIL)


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
