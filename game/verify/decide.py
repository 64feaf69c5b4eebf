"""Everything that was not met on the way is asked for, one question after another.

Only the *frontier* needs asking: arcs that were never open, from spots that were met. Whatever else was not
met lies behind them. If all arcs into it cannot be taken, it cannot be reached; if one of them can, the
wandering goes on from there. Each question gets little time at first, and more when all others were asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.verify.arcs import Arc
from game.verify.findings import Verdict
from game.verify.graph import Graph
from game.verify.live import ALIVE
from game.verify.questions import Asked
from game.verify.reach import Answer, Goal, reached
from game.verify.wander import Wandering

MOST_BOXES = (1_000, 60_000, 1_000_000)
"""How many boxes a question may take: at first, then, and at last."""


class Decision:
    """What is possible, what is not, and what could not be decided."""

    def __init__(
        self, graph: Graph, late: Callable[[], bool], tell: Callable[[str], object], most_states: int
    ) -> None:
        self.graph = graph
        self.tell = tell
        self.wandering = Wandering(graph, most_states)
        self._late = late
        self._mattered: dict[tuple[Goal, ...], int] = {}
        self._kept = {arc.move.number for arcs in graph.onward for arc in arcs}
        self._no: set[Asked] = set()
        self._maybe: set[int] = set()

    def late(self) -> bool:
        """Whether there is no time, or no room, for more."""
        return self.wandering.full or self._late()

    def decide(self) -> None:
        """Wander, and ask for all that was not met."""
        self._wander()
        for most in MOST_BOXES:
            self._frontier(most)
            if self.late():
                break
        for most in MOST_BOXES:
            self._questions(most)
            if self.late():
                break
        self._maybe = self._behind(arc for arcs in self.graph.onward for arc in arcs if self._open(arc))

    def spot(self, spot: int) -> Verdict:
        """Whether a spot can be reached."""
        if self.wandering.at[spot]:
            return Verdict.YES
        return Verdict.UNKNOWN if spot in self._maybe else Verdict.NO

    def move(self, number: int) -> Verdict:
        """Whether a move can be made."""
        if self.wandering.made[number] >= 0:
            return Verdict.YES
        if number not in self._kept:
            return Verdict.NO
        source = self.graph.machine.moves[number].source
        return Verdict.NO if self.spot(source) is Verdict.NO else Verdict.UNKNOWN

    def question(self, asked: Asked) -> Verdict:
        """Whether what a question asks for can be so."""
        if asked in self.wandering.answers:
            return Verdict.YES
        spot, index = asked
        impossible = not self.graph.asked[spot][index] and asked not in self.graph.too_much
        if asked in self._no or impossible:
            return Verdict.NO
        return Verdict.NO if self.spot(spot) is Verdict.NO else Verdict.UNKNOWN

    def ask(self, goals: list[Goal], most: int) -> Answer:
        """Whether one of the goals can be reached. What was found to matter in vain is kept the next time."""
        key = tuple(goals)
        before = len(self.wandering.states)
        answer = reached(self.wandering, goals, most, self.late, self._mattered.pop(key, ALIVE))
        if answer.verdict is Verdict.UNKNOWN:
            self._mattered[key] = answer.kept
        if len(self.wandering.states) > before:
            self._wander()
        return answer

    def _wander(self) -> None:
        self.wandering.wander(self.late, lambda states: self.tell(f"Walking on: {states:,} states"))

    def _open(self, arc: Arc) -> bool:
        """Whether an arc is at the frontier, and was not decided."""
        return self.wandering.made[arc.move.number] < 0 and bool(self.wandering.at[arc.source])

    def _frontier(self, most: int) -> None:
        """Ask whether the arcs at the frontier can be taken, and those that come to be there."""
        places = self.graph.layout.order.places
        tried: set[int] = set()
        while True:
            arcs = [
                arc
                for arcs in self.graph.onward
                for arc in arcs
                if arc.move.number not in tried and self._open(arc)
            ]
            arcs.sort(key=lambda arc: places[arc.source])
            for number, arc in enumerate(arcs):
                self.tell(f"Asking backwards: {number:,} of {len(arcs):,} questions")
                if self.late():
                    return
                tried.add(arc.move.number)
                if self._open(arc) and self.ask([(arc.source, arc.bars)], most).verdict is Verdict.NO:
                    self._kept.discard(arc.move.number)
                    self.graph.drop(arc)
            if not arcs:
                return

    def _questions(self, most: int) -> None:
        """Ask what is asked beside the guards of moves."""
        for spot, asked in self.graph.asked.items():
            for index, bars in enumerate(asked):
                if self.late():
                    return
                if not bars or not self.wandering.at[spot]:
                    continue
                if (spot, index) in self.wandering.answers or (spot, index) in self._no:
                    continue
                if self.ask([(spot, bars)], most).verdict is Verdict.NO:
                    self._no.add((spot, index))

    def _behind(self, undecided: Iterable[Arc]) -> set[int]:
        """The spots that were not met and to which an undecided arc may lead."""
        waiting = [arc.to for arc in undecided]
        behind: set[int] = set()
        while waiting:
            spot = waiting.pop()
            if spot not in behind and not self.wandering.at[spot]:
                behind.add(spot)
                waiting += [arc.to for arc in self.graph.onward[spot]]
        return behind
