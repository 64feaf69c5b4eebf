"""Arriving anywhere in a story by a real run: a walk that the prover found, played from the beginning.

So everything about the state is as it could be, what was read on the way can be read again, and every choice
can be taken back. Chance is no exception: the run has a seed whose draws fall as the walk needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from game.expression.guess import closest
from game.expression.syntax import ALWAYS, All, Guard
from game.model.story import Story
from game.play import History
from game.play.action import Action, Draw, parse
from game.play.chance import drawn
from game.play.step import begin
from game.verify.arrive import arrived
from game.verify.deadline import Deadline
from game.verify.findings import Finding, Verdict
from game.workshop.wishes import WishError, read_wishes

NEVER, MISUSED, UNDECIDED = 1, 2, 3
"""Exit statuses: it is proved that nobody can get there, it was asked wrongly, it could not be decided."""
SEEDS = 200_000
"""How many seeds are tried."""


class NoArrival(Exception):  # noqa: N818 (it says what cannot be done; nothing need be in error)
    """Nobody was led there; the text is a sentence that says why."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status
        """One of NEVER, MISUSED and UNDECIDED."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A run that came where it should."""

    history: History
    told: tuple[str, ...]
    """Sentences about it: how far it was, and what is not as might be expected."""


def arrival(
    story: Story,
    node: str,
    wishes: Sequence[str],
    budget: float,
    clock: Callable[[], float],
    tell: Callable[[str], object] = lambda _words: None,
) -> Arrival:
    """A run that ends at a node, where all the wishes are true, within so many seconds of the clock.

    `tell` is called now and then with a few words about what is being done.

    Raises:
        NoArrival: there is no such node, or a wish makes no sense; or no run can end so; or none was found.
    """
    name = story.node_aliases.get(node, node)
    if name not in story.nodes:
        guess = closest(node, story.nodes)
        raise NoArrival(
            f"No node is called '{node}'." + (f" Did you mean '{guess}'?" if guess else ""), MISUSED
        )
    try:
        read = read_wishes(wishes, story, name)
    except WishError as reason:
        raise NoArrival(str(reason), MISUSED) from None
    search = _Search(read.story, name, read.guards, Deadline(clock, budget, lambda: False).late, tell)
    found = search.found()
    if found.verdict is Verdict.UNKNOWN:
        raise NoArrival(
            f"In {budget:g} seconds no way to {search.asked} was found, nor that there is none; "
            "--budget gives it more time.",
            UNDECIDED,
        )
    if found.verdict is Verdict.NO:
        raise NoArrival(search.why_never(), NEVER)
    return _arrival(story, name, found)


@dataclass(slots=True)
class _Search:
    """What is asked for, and how long there is to find it."""

    story: Story
    node: str
    wishes: Mapping[str, Guard]
    late: Callable[[], bool]
    tell: Callable[[str], object]
    passing: bool = False
    """Whether coming through the node will do, because it always leads on."""

    def found(self) -> Finding:
        """A walk there, with all wishes true, as the page is shown; where none ever is, as it leads on."""
        found = self._with(self.wishes)
        if found.verdict is Verdict.NO and self.story.nodes[self.node].redirects and self._never(()):
            self.passing = True
            return self._with(self.wishes)
        return found

    def why_never(self) -> str:
        """Why nobody can get there: a sentence with no more wishes in it than it takes."""
        alone = self._with(())
        if alone.verdict is Verdict.NO:
            return f"'{self.node}' can never be reached, whatever is done before."
        core = list(self.wishes)
        for text in self.wishes:
            fewer = [one for one in core if one != text]
            if fewer and self._never(fewer):
                core = fewer
        if alone.verdict is Verdict.UNKNOWN:
            return f"'{self.node}' can never be reached with {_joined(core)}."
        if self.story.nodes[self.node].redirects and not self.passing:
            return f"The page of '{self.node}' can be shown, but never with {_joined(core)}."
        return f"'{self.node}' can be reached, but never with {_joined(core)}."

    @property
    def asked(self) -> str:
        """What is asked for, in words."""
        return f"'{self.node}'" + (f" with {_joined(self.wishes)}" if self.wishes else "")

    def _never(self, wishes: Collection[str]) -> bool:
        return self._with(wishes).verdict is Verdict.NO

    def _with(self, wishes: Collection[str]) -> Finding:
        guard = All(tuple(self.wishes[text] for text in wishes)) if wishes else ALWAYS
        return arrived(self.story, self.node, guard, self.late, self.tell, passing=self.passing)


def _joined(wishes: Iterable[str]) -> str:
    return " and ".join(f"'{text}'" for text in wishes)


def _arrival(story: Story, node: str, found: Finding) -> Arrival:
    """Play the walk that was found, under a seed that lets its draws fall as they do there."""
    walk = tuple(found.witness)
    fallen = [
        (link.before.state.draw, link.action.index)
        for link in _played(story, walk, 0).chain()
        if isinstance(link.action, Draw) and link.before is not None
    ]
    seed = next((one for one in range(SEEDS) if _falls(one, fallen)), None)
    history = _played(story, walk, seed or 0).settled()
    told = [_distance(node, len(walk), shortest=found.least == len(walk))]
    if history.state.node != node:
        told.append(f"It leads on by itself: this is '{history.state.node}'.")
    if seed is None:
        told.append(
            "No seed was found for all the draws on the way: go back past one, and it may fall otherwise."
        )
    return Arrival(history, tuple(told))


def _distance(node: str, steps: int, *, shortest: bool) -> str:
    if not steps:
        return f"'{node}' is where every journey begins."
    far = f"'{node}' is {steps} step{'' if steps == 1 else 's'} from the beginning"
    return f"{far}; no way is shorter." if shortest else f"{far}."


def _played(story: Story, walk: Sequence[str], seed: int) -> History:
    """The run after a walk."""
    history = History(story, seed, begin(story))
    for line in walk:
        history = history.take(cast("Action", parse(line, history.state)))  # what is proved can be done
    return history


def _falls(seed: int, fallen: Sequence[tuple[tuple[int, ...], int]]) -> bool:
    """Whether a seed lets all draws fall so."""
    return all(drawn(weights, seed, number) == index for number, (weights, index) in enumerate(fallen))
