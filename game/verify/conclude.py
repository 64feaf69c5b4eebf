"""From what was met and what was decided to what is true of everything that is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from game.model.song import Song, Way
from game.model.story import Node, Story
from game.play.action import Choose, word
from game.verify.decide import Decision
from game.verify.ends import Ends
from game.verify.exact import Exact
from game.verify.findings import Finding, Findings, Stuck, Trail, Verdict
from game.verify.losing import Losses
from game.verify.machine import Move
from game.verify.nearness import least_steps, only_by_chance
from game.verify.questions import Asked, Questions
from game.verify.wander import Wandering


class Conclusion:
    """Puts findings together; where every state was met, with the shortest walks."""

    def __init__(self, decision: Decision, questions: Questions, exact: Exact | None) -> None:
        self.graph = decision.graph
        self.machine = decision.graph.machine
        self.story: Story = self.machine.story
        self.decision = decision
        self.questions = questions
        self.exact = exact
        self.met: Exact | Wandering = exact or decision.wandering
        self.least = least_steps(self.graph)
        self.by_action: dict[tuple[str, str | None], list[Move]] = defaultdict(list)
        self.by_song: dict[tuple[str, str], list[Move]] = defaultdict(list)
        self.by_redirect: dict[tuple[str, int], list[Move]] = defaultdict(list)
        self.teaching: dict[int, list[Move]] = defaultdict(list)
        taught = {cell for song in self.story.songs.values() for cell in (song.knows, song.rests, song.leaf)}
        for move in self.machine.moves:
            node = self.machine.spots[move.source].node
            self.by_action[node, move.action].append(move)
            if move.song is not None:
                self.by_song[move.song].append(move)
            if move.redirect is not None:
                self.by_redirect[node, move.redirect].append(move)
            for cell, table in move.tables:
                if cell in taught and table[0]:
                    self.teaching[cell].append(move)

    def findings(self, losses: Losses, ends: Ends, bounds: dict[str, Finding]) -> Findings:
        """Everything that was found out."""
        story, machine = self.story, self.machine
        endings: dict[str, list[int]] = defaultdict(list)
        for number, spot in enumerate(machine.spots):
            if spot.ending is not None:
                endings[spot.ending].append(number)
        ways = {
            f"{node.id}/{song.song} {way.way.value}": f"sing {song.song} {way.way.value}"
            for node in story.nodes.values()
            for song in node.songs
            for way in song.ways
        }
        return Findings(
            {node: self._arrival(machine.entries.get(node, ())) for node in story.nodes},
            {name: self._choice(name, node) for node in story.nodes.values() for name in _choices(node)},
            {name: self._taken(self.by_action[name.split("/")[0], action]) for name, action in ways.items()},
            {name: self._arrival(endings.get(name, ())) for name in story.endings},
            {song.id: self._song(song) for song in story.songs.values()},
            {node: self._arrival(machine.shown.get(node, ())) for node in story.nodes},
            {name: self._answer(asked) for name, asked in self.questions.closed.items()},
            {name: self._answer(asked) for name, asked in self.questions.spent.items()},
            {
                (node.id, number): self._taken(self.by_redirect[node.id, number])
                for node in story.nodes.values()
                for number in range(len(node.redirects))
            },
            {prose: self._answer(asked) for prose, asked in self.questions.prose.items()},
            bounds,
            frozenset(node for node in only_by_chance(self.graph) if self._reached(node)),
            tuple(self._stuck(losses, ends)),
            tuple(
                _at(node, Trail(self.decision.wandering, state), idle=True)
                for node, state in losses.idle.items()
            ),
            losses.safe,
            len(self.exact.states if self.exact else self.decision.wandering.states),
            self.exact is not None,
        )

    def _choice(self, name: str, node: Node) -> Finding:
        shown = node.ending is None and not node.chances
        return self._taken(self.by_action[node.id, name] if shown else ())

    def _arrival(self, spots: Iterable[int]) -> Finding:
        """Whether one of the spots can be reached."""
        numbers = [(spot, number) for spot in spots if (number := self._first(spot)) >= 0]
        if numbers:
            number = min((number for _, number in numbers), key=self.met.steps)
            return self._yes(number, (), max(0, min(self.least[spot] for spot, _ in numbers)))
        return self._joined(self.decision.spot(spot) for spot in spots)

    def _taken(self, moves: Iterable[Move]) -> Finding:
        """Whether one of the moves can be made."""
        numbers = [(move, number) for move in moves if (number := self.met.made[move.number]) >= 0]
        if numbers:
            move, number = min(numbers, key=lambda one: self.met.steps(one[1]) + (one[0].action is not None))
            more = () if move.action is None else (move.action,)
            return self._yes(number, more, min(self.least[move.source] for move, _ in numbers) + len(more))
        return self._joined(self.decision.move(move.number) for move in moves)

    def _answer(self, asked: Iterable[Asked]) -> Finding:
        """Whether one of the questions has a yes for an answer."""
        wandering = self.decision.wandering
        for one in asked:
            if one in wandering.answers:
                return self._walked(wandering, wandering.answers[one])
        unknown = any(self.decision.question(one) is Verdict.UNKNOWN for one in asked)
        return Finding(Verdict.UNKNOWN if unknown else Verdict.NO)

    def _joined(self, verdicts: Iterable[Verdict]) -> Finding:
        """What is known of something that can come about in several ways, none of which was met."""
        unknown = self.exact is None and Verdict.UNKNOWN in set(verdicts)
        return Finding(Verdict.UNKNOWN if unknown else Verdict.NO)

    def _reached(self, node: str) -> bool:
        return any(self._first(spot) >= 0 for spot in self.machine.entries[node])

    def _first(self, spot: int) -> int:
        if self.exact:
            return self.exact.at[spot]
        at = self.decision.wandering.at[spot]
        return at[0] if at else -1

    def _yes(self, number: int, more: tuple[str, ...], least: int) -> Finding:
        found = self._walked(self.met, number, more)
        return Finding(Verdict.YES, found.witness, len(found.witness) if self.exact else least)

    def _walked(self, met: Exact | Wandering, number: int, more: tuple[str, ...] = ()) -> Finding:
        return Finding(Verdict.YES, Trail(met, number, more))

    def _stuck(self, losses: Losses, ends: Ends) -> Iterator[Stuck]:
        """Where all is lost; by the shortest walks, if every state was met."""
        if self.exact is None or ends.coarse:
            for node, state in losses.lost.items():
                yield _at(
                    node, Trail(self.decision.wandering, state), idle=self.decision.wandering.idle(state)
                )
            return
        told: set[str] = set()
        exact = self.exact
        for number, (spot, state) in enumerate(zip(exact.spots, exact.states, strict=True)):
            node, before = self.machine.spots[spot].node, exact.parents[number]
            if spot not in ends.lost or node in told or not ends.loses(spot, state):
                continue
            if before < 0 or not ends.loses(exact.spots[before], exact.states[before]):
                told.add(node)
                yield _at(node, Trail(exact, number), idle=exact.idle(number))

    def _song(self, song: Song) -> dict[str, Finding | None]:
        """What can become of a song; None for what it does not have."""
        about: dict[str, Finding | None] = {
            "learned": self._known(song.knows),
            "rests": None if song.rests is None else self._known(song.rests),
            "leaf": None if song.leaf is None else self._known(song.leaf),
        }
        for way in Way:
            fits = (way is Way.SHARE) == song.small
            about[way.value] = self._taken(self.by_song[song.id, way.value]) if fits else None
        return about

    def _known(self, cell: int) -> Finding:
        """Whether a yes/no cell can become yes."""
        return Finding(Verdict.YES) if self.machine.starts[cell] else self._taken(self.teaching[cell])


def _at(node: str, witness: Trail, *, idle: bool) -> Stuck:
    return Stuck(node, witness, witness[-1] if witness else "", idle)


def _choices(node: Node) -> list[str]:
    return [word(Choose(choice.key), node.id) for choice in node.choices]
