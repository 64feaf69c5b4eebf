"""Reading guards and effects: what the author wrote, as a tree of unbound names.

guard   := both {"or" both} ; both := part {"and" part}
part    := "not" part | "(" guard ")" | subject [comparison constant]
subject := fact | function "(" name ["/" key | "," name] ")"
effects := effect {"," effect}
effect  := fact ("=" | "+=" | "-=") constant | "learn" song | "learn rests of" song | …
tail    := {"when" guard | "once" | "do" effects}
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from game.diagnostics import Diagnostic, Passage
from game.expression.asked import AskedEffect, AskedGuard
from game.expression.reader import Reader, Slip

Tree = TypeVar("Tree")


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind a target: `when …`, `once`, `do …`, in any order."""

    when: AskedGuard | None = None
    once: bool = False
    do: tuple[AskedEffect, ...] = ()


NO_TAIL = Tail()


def parse_guard(passage: Passage, start: int, end: int, found: list[Diagnostic]) -> AskedGuard | None:
    """Read the characters from `start` to `end` as one guard; None if there is a mistake (in `found`)."""
    return _read(lambda: _whole_guard(Reader(passage, start, end)), found)


def parse_effects(
    passage: Passage, start: int, end: int, found: list[Diagnostic]
) -> tuple[AskedEffect, ...] | None:
    """Read the characters from `start` to `end` as effects; None if there was a mistake (then in `found`)."""
    return _read(lambda: _whole_effects(Reader(passage, start, end)), found)


def parse_tail(passage: Passage, start: int, end: int, found: list[Diagnostic]) -> Tail | None:
    """Read what stands behind a target; None if there was a mistake (then in `found`)."""
    return _read(lambda: _whole_tail(Reader(passage, start, end)), found)


def _read(rule: Callable[[], Tree], found: list[Diagnostic]) -> Tree | None:
    try:
        return rule()
    except Slip as slip:
        found.append(slip.finding)
        return None


def _whole_guard(reader: Reader) -> AskedGuard:
    guard = reader.guard("when")
    reader.finish("guard")
    return guard


def _whole_effects(reader: Reader) -> tuple[AskedEffect, ...]:
    effects = reader.effects()
    reader.finish("effect")
    return effects


def _whole_tail(reader: Reader) -> Tail:
    when: AskedGuard | None = None
    do: tuple[AskedEffect, ...] = ()
    seen: set[str] = set()
    last = "target"
    while (word := reader.clause(seen, last)) is not None:
        seen.add(word)
        if word == "when":
            when = reader.guard("when")
            last = "guard"
        elif word == "do":
            do = reader.effects()
            last = "effect"
        else:
            last = "once"
    return Tail(when, "once" in seen, do)
