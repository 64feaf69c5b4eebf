"""A generated story while it is being written: its nodes and facts, and the runs that go through it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from game.loading.choices import slug
from game.workshop.generated.prose import label
from game.workshop.generated.runs import (
    Condition,
    Effect,
    Run,
    add,
    at_least,
    at_most,
    either,
    exactly,
    is_so,
)

PEOPLE = ("ada", "bram", "cass", "dov", "esk", "fenn", "gale", "hale")
SONGS = ("tide", "lark", "iron", "moss", "salt", "ember", "veil", "thorn", "rook", "dawn", "ford", "reed")
SMALL_SONG = "knock"
PATHS = ("none", "choir", "wild", "exile")
MOST_TRUST, MOST_HUSH, MOST_VERSE = 5, 10, 12
_RUNS = 24
_TRIES = 6


@dataclass(slots=True)
class Way:
    """A choice."""

    label: str
    target: str
    """As it is written: a node, `detour NODE` or `back`."""
    when: Condition | None = None
    do: tuple[Effect, ...] = ()
    once: bool = False


@dataclass(slots=True)
class Answer:
    """What a node answers to a song: a node for each way, or None for words alone."""

    song: str
    to: str | None
    ways: dict[str, str | None]
    do: tuple[Effect, ...] = ()


@dataclass(slots=True)
class Draft:
    """A node."""

    id: str
    chapter: int
    ways: list[Way] = field(default_factory=list)
    do: tuple[Effect, ...] = ()
    asked: Condition | None = None
    """What its text asks, if it does."""
    redirects: list[tuple[str, Condition]] = field(default_factory=list)
    chances: list[tuple[int, str]] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    ending: str | None = None

    def key(self, way: Way) -> str:
        """The name of one of its choices: `node/key`."""
        return f"{self.id}/{slug(way.label)}"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something may be added to a chapter afterwards: every run comes to both of these nodes."""

    chapter: int
    hub: Draft
    last: Draft
    """Behind it, none of the chapter is ever seen again."""
    asides: tuple[str, ...]
    """Facts of which any may come to be true at the hub, in any order."""
    exclusive: tuple[str, ...]
    """Facts of which at most one comes to be true."""


class Plot:
    """All that has been written so far."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(f"{seed}")  # noqa: S311  (the same story for the same seed is the point)
        self.nodes: dict[str, Draft] = {}
        self.facts: dict[str, str] = {f"trust.{person}": f"0..{MOST_TRUST} = 2" for person in PEOPLE}
        self.facts |= {"hush": f"0..{MOST_HUSH}", "verse": f"0..{MOST_VERSE}", "path": " | ".join(PATHS)}
        self.late: list[str] = []
        """What may be asked for in any later chapter."""
        self.songs: list[str] = []
        """Legends that somebody may know by now."""
        self.endings: list[str] = []
        self.spots: list[Spot] = []
        start = {f"trust.{person}": 2 for person in PEOPLE}
        self.runs: list[Run] = [dict(start) for _ in range(_RUNS)]
        """All of them stand where the story has been written up to."""

    def flag(self, name: str) -> str:
        """Declare a fact that begins as no."""
        self.facts[name] = "no"
        return name

    def node(self, name: str, chapter: int, runs: Sequence[Run] = (), do: tuple[Effect, ...] = ()) -> Draft:
        """Write a node, to which these runs come; its text may ask what differs between them."""
        draft = self.nodes[name] = Draft(name, chapter, do=do)
        for run in runs:
            for effect in do:
                effect.happen(run)
        if self.dice.random() < 0.25:  # noqa: PLR2004  (about as often as in a story that remembers)
            draft.asked = self.condition(runs, self.late)
        return draft

    def way(
        self,
        draft: Draft,
        target: str,
        when: Condition | None = None,
        do: Iterable[Effect] = (),
        *,
        once: bool = False,
    ) -> Way:
        """Add a choice, called like no other of the node."""
        taken = {slug(way.label) for way in draft.ways}
        words = label(self.dice)
        while slug(words) in taken:
            words = label(self.dice)
        draft.ways.append(Way(words, target, when, tuple(do), once))
        return draft.ways[-1]

    def some(self, runs: Sequence[Run], share: float = 0.6) -> list[Run]:
        """Give about that share of these runs; the first of all runs does whatever it can."""
        return [run for run in runs if run is self.runs[0] or self.dice.random() < share]

    def bump(self) -> tuple[Effect, ...]:
        """Give what a small deed changes: some trust, the quiet, or the verse."""
        kind, trust = self.dice.random(), f"trust.{self.dice.choice(PEOPLE)}"
        steps = (
            (0.38, add(trust, 1, MOST_TRUST)),
            (0.65, add(trust, -1, MOST_TRUST)),
            (0.79, add("hush", 1, MOST_HUSH)),
            (0.92, add("hush", -1, MOST_HUSH)),
            (1.00, add("verse", 1, MOST_VERSE)),
        )
        return (next(effect for below, effect in steps if kind < below),)

    def condition(self, runs: Sequence[Run], flags: Sequence[str]) -> Condition | None:
        """Give something that holds in one of these runs and not in another, if it is easily found."""
        for _ in range(_TRIES if runs else 0):
            asked = self.atom(self.dice.choice(runs), flags)
            if asked is not None and not all(asked.holds(run) for run in runs):
                return asked
        return None

    def atom(self, run: Run, flags: Sequence[str]) -> Condition | None:
        """Give something that holds in a run."""
        dice, kind = self.dice, self.dice.random()
        true = [name for name in flags if run.get(name)]
        if kind < 0.45 and true:  # noqa: PLR2004  (shares of all conditions, here and below)
            return is_so(dice.choice(true))
        if kind < 0.60 and true and len(flags) > 1:  # noqa: PLR2004
            return either(*(is_so(name) for name in dict.fromkeys((dice.choice(flags), dice.choice(true)))))
        if kind < 0.80:  # noqa: PLR2004
            trusted = [f"trust.{person}" for person in PEOPLE if run[f"trust.{person}"] >= 3]  # noqa: PLR2004
            if trusted:
                name = dice.choice(trusted)
                return at_least(name, dice.randint(3, run[name]))
        if kind < 0.88:  # noqa: PLR2004
            quiet = max(run.get("hush", 0), dice.randint(2, 4))
            return at_most("hush", quiet) if quiet < MOST_HUSH else at_least("hush", quiet)
        if kind < 0.92 and run.get("path"):  # noqa: PLR2004
            return exactly("path", run["path"], PATHS[run["path"]])
        if kind < 0.94 and run.get("verse", 0) > 2:  # noqa: PLR2004
            return at_least("verse", dice.randint(3, run["verse"]))
        known = [song for song in self.songs if run.get(f"knows({song})")]
        if known:
            return is_so(f"knows({dice.choice(known)})")
        name = f"trust.{dice.choice(PEOPLE)}"
        return at_most(name, 2) if run[name] <= 2 else None  # noqa: PLR2004  (no more than at the start)
