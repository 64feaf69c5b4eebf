"""What is asked and what is done in a generated story, and what both mean to runs that are made up beside it.

A generator that only wrote conditions down could not know whether they ever hold. So a handful of runs go
through the story while it is being written, and a condition is only ever asked if one of them meets it: that
run is the proof that what stands behind it can be reached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Run = dict[str, int]
"""What is true in one run, by the name of the fact, or of what the format counts by itself."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What stands behind `when`, and whether it holds in a run."""

    words: str
    holds: Callable[[Run], bool]


@dataclass(frozen=True, slots=True)
class Effect:
    """What stands behind `do`, and the one fact that it changes."""

    words: str
    fact: str
    value: int
    adds: bool = False
    high: int = 1
    """Where a number stops; all of them begin to count at 0."""

    def happen(self, run: Run) -> None:
        """Make it true in a run."""
        value = run.get(self.fact, 0) + self.value if self.adds else self.value
        run[self.fact] = min(max(value, 0), self.high)


def happen(effects: Iterable[Effect], runs: Iterable[Run]) -> None:
    """Make effects true in all these runs."""
    effects = tuple(effects)
    for run in runs:
        for effect in effects:
            effect.happen(run)


def is_so(name: str) -> Condition:
    """Ask for a fact that is yes or no, or for what is asked in the same way: `seen(…)`, `knows(…)`."""
    return Condition(name, lambda run: run.get(name, 0) > 0)


def is_not(name: str) -> Condition:
    """Ask for the opposite."""
    return Condition(f"not {name}", lambda run: run.get(name, 0) == 0)


def at_least(name: str, value: int) -> Condition:
    """Ask for a number, or more."""
    return Condition(f"{name} >= {value}", lambda run: run.get(name, 0) >= value)


def at_most(name: str, value: int) -> Condition:
    """Ask for a number, or less."""
    return Condition(f"{name} <= {value}", lambda run: run.get(name, 0) <= value)


def exactly(name: str, value: int, word: str | None = None) -> Condition:
    """Ask for one value, which may be written as a word."""
    return Condition(f"{name} == {word or value}", lambda run: run.get(name, 0) == value)


def both(*conditions: Condition) -> Condition:
    """Ask for all of them."""
    words = " and ".join(f"({one.words})" if " or " in one.words else one.words for one in conditions)
    return Condition(words, lambda run: all(one.holds(run) for one in conditions))


def either(*conditions: Condition) -> Condition:
    """Ask for any of them."""
    return Condition(
        " or ".join(one.words for one in conditions), lambda run: any(one.holds(run) for one in conditions)
    )


def yes(name: str) -> Effect:
    """Make a fact true."""
    return Effect(f"{name} = yes", name, 1)


def no(name: str) -> Effect:
    """Make a fact false."""
    return Effect(f"{name} = no", name, 0)


def put(name: str, value: int, word: str | None = None) -> Effect:
    """Give a fact a value, which may be written as a word."""
    return Effect(f"{name} = {word or value}", name, value, high=value)


def add(name: str, amount: int, high: int) -> Effect:
    """Add to a number that stops at `high`."""
    sign = "+=" if amount > 0 else "-="
    return Effect(f"{name} {sign} {abs(amount)}", name, amount, adds=True, high=high)


def learn(song: str) -> Effect:
    """Teach a song."""
    return Effect(f"learn {song}", f"knows({song})", 1)


def learn_rests(song: str) -> Effect:
    """Teach a song's rests."""
    return Effect(f"learn rests of {song}", f"rests({song})", 1)


def learn_motif(person: str) -> Effect:
    """Teach a person's motif."""
    return Effect(f"learn motif of {person}", f"motif({person})", 1)
