"""A second interpreter of stories, for tests: written from the format's reference pages alone.

It works on an author's plain words and shares nothing with the game: not the reader, not the linked story,
not the rules. Where both agree, both have understood the pages; where they differ, the pages decide.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.oracle_reading import Clauses, Told, ToldChoice, ToldNode, ToldWay, told
from tests.oracle_words import Change, Condition, Piece, Slots, Value, Values


class Moment(NamedTuple):
    """Where the player stands, and all that is true there."""

    node: str
    values: Values
    callers: tuple[str, ...] = ()
    """The nodes to come back to, the innermost last."""
    ending: str = ""
    drawing: bool = False
    """Whether lots must be drawn before anything is shown."""


@dataclass
class Happened:
    """What one action brought about, besides the moment after it."""

    entered: list[str] = field(default_factory=list)
    followed: list[tuple[str, int]] = field(default_factory=list)
    """Redirects by their node and number."""
    told: list[str] = field(default_factory=list)
    """The texts shown: that of the page, or an answer in place."""
    answered: bool = False
    """Whether it was an answer in place."""
    branches: set[str] = field(default_factory=set)
    bounded: set[str] = field(default_factory=set)
    """Facts that were at their bound already when they were added to."""
    learned: set[str] = field(default_factory=set)
    """What was learned, even if the same turn took it away again."""


class Offered(NamedTuple):
    """What can be done at a moment."""

    open: tuple[str, ...] = ()
    """Keys of choices."""
    closed: tuple[str, ...] = ()
    """Keys of choices whose condition fails."""
    ways: tuple[tuple[str, str], ...] = ()
    """Answers that can be had: a song, and how it is sung."""
    draws: int = 0
    spent: tuple[str, ...] = ()
    """Keys of choices for once that were taken."""
    nowhere: tuple[str, ...] = ()
    """Keys of ways back where nothing is to come back to."""


class _Way(NamedTuple):
    """A choice or an answer to a song, ready to be done."""

    name: str
    target: str
    condition: Condition
    once: bool
    taken: int
    do: tuple[Change, ...]


class _Scene(NamedTuple):
    """A node, ready to be played."""

    visits: int
    text: tuple[Piece, ...]
    do: tuple[Change, ...]
    redirects: tuple[tuple[str, Condition], ...]
    chances: tuple[str, ...]
    ending: str
    choices: dict[str, _Way]
    ways: dict[tuple[str, str], _Way]


class Tale:
    """A story as the oracle plays it; `exact` counts visits without end, else only as far as anybody asks."""

    def __init__(self, files: Mapping[str, str], *, exact: bool = False) -> None:
        self.story: Told = told(files)
        self.slots = Slots(self.story)
        self.texts: dict[str, tuple[Piece, ...]] = {}
        """Answers in place and the reasons of closed choices, by `node/song way` and `node/key`."""
        self._scenes = {node.id: self._scene(node) for node in self.story.nodes.values()}
        for words in (*self.story.replies, *(entry.get("when", "") for entry in self.story.journal.values())):
            self.slots.condition(words)
        for name, entry in self.story.journal.items():
            self.slots.prose(entry["text"], name)
        # Beyond the largest number that anything is compared with, one visit more makes no difference.
        self.caps = {
            scene.visits: 1 << 30 if exact else self.slots.most.get(scene.visits, -1) + 1
            for scene in self._scenes.values()
        }
        self._remembered = self._asked_for()

    def begin(self) -> tuple[Moment, Happened]:
        """The first page."""
        return self._arrive(self.slots.known(self.story.start), list(self.slots.start), (), Happened())

    def offered(self, now: Moment) -> Offered:
        """What can be done."""
        scene = self._scenes[now.node]
        if now.ending:
            return Offered()
        if now.drawing:
            return Offered(draws=len(scene.chances))
        there = [
            one
            for one in scene.choices.values()
            if not (one.once and now.values[one.taken]) and (one.target != "back" or now.callers)
        ]
        held = {one.name: one.condition(now.values) for one in there}
        ways = tuple(
            name
            for name, way in scene.ways.items()
            if way.condition(now.values) and not (way.once and now.values[way.taken])
        )
        return Offered(
            tuple(key for key, holds in held.items() if holds),
            tuple(key for key, holds in held.items() if not holds),
            ways,
            spent=tuple(one.name for one in scene.choices.values() if one.once and now.values[one.taken]),
            nowhere=tuple(
                key for key, one in scene.choices.items() if one.target == "back" and not now.callers
            ),
        )

    def actions(self, now: Moment) -> list[str]:
        """What can be done, as walks write it."""
        offered = self.offered(now)
        return [
            *(f"{now.node}/{key}" for key in offered.open),
            *(f"sing {song} {way}" for song, way in offered.ways),
            *(f"draw {number}" for number in range(offered.draws)),
        ]

    def act(self, now: Moment, action: str) -> tuple[Moment, Happened] | None:
        """What an action leads to; None if it cannot be done now."""
        if action not in self.actions(now):
            return None
        scene, happened, values = self._scenes[now.node], Happened(), list(now.values)
        words = action.split()
        if words[0] == "draw":
            return self._arrive(scene.chances[int(words[1])], values, now.callers, happened)
        song = words[0] == "sing"
        way = scene.ways[words[1], words[2]] if song else scene.choices[action.partition("/")[2]]
        if way.taken in self._remembered:
            values[way.taken] = True
        self._do(way.do, values, happened)
        if not way.target:
            happened.answered = True
            text = self.texts[f"{now.node}/{way.name}"]
            happened.told.append(self.slots.shown(text, tuple(values), happened.branches))
            return now._replace(values=tuple(values)), happened
        if way.target == "back":
            back = Moment(now.callers[-1], tuple(values), now.callers[:-1])
            self._show(back, happened)
            return back, happened
        kind, _, node = way.target.rpartition(" ")
        callers = (*now.callers, now.node) if kind == "detour" else now.callers
        return self._arrive(self.slots.known(node), values, callers, happened)

    def reasons(self, now: Moment, branches: set[str]) -> dict[str, str]:
        """What the closed choices say of themselves, by their keys."""
        closed = {key: f"{now.node}/{key}" for key in self.offered(now).closed}
        return {
            key: self.slots.shown(self.texts[name], now.values, branches)
            for key, name in closed.items()
            if name in self.texts
        }

    def hummed(self, now: Moment) -> set[str]:
        """The songs that can be sung or hummed at all."""
        found = set()
        for song, keys in self.story.songs.items():
            pieces = keys.get("pieces")
            if self.value(now, f"knows({song})") or (pieces and int(self.value(now, pieces)) > 0):
                found.add(song)
        return found

    def value(self, now: Moment, name: str) -> Value:
        """What a slot holds."""
        return now.values[self.slots.at[name]]

    def _arrive(
        self, node: str, values: list[Value], callers: tuple[str, ...], happened: Happened
    ) -> tuple[Moment, Happened]:
        while True:
            scene = self._scenes[node]
            happened.entered.append(node)
            values[scene.visits] = min(int(values[scene.visits]) + 1, self.caps[scene.visits])
            self._do(scene.do, values, happened)
            found = (number for number, one in enumerate(scene.redirects) if one[1](values))
            number = next(found, None)
            if number is None:
                break
            happened.followed.append((node, number))
            node = self.slots.known(scene.redirects[number][0])
        now = Moment(node, tuple(values), callers, scene.ending, bool(scene.chances))
        if not scene.chances:
            self._show(now, happened)
        return now, happened

    def _show(self, now: Moment, happened: Happened) -> None:
        happened.told.append(self.slots.shown(self._scenes[now.node].text, now.values, happened.branches))

    def _do(self, changes: tuple[Change, ...], values: list[Value], happened: Happened) -> None:
        for change in changes:
            if change.on(values):
                happened.bounded.add(self.slots.names[change.slot])
            name = self.slots.names[change.slot]
            if values[change.slot] is True and name.endswith(")"):
                happened.learned.add(name)

    def _scene(self, node: ToldNode) -> _Scene:
        condition = self.slots.condition
        return _Scene(
            self.slots.at[f"visits({node.id})"],
            self._text(node.text, node.id, node.id),
            self.slots.changes(node.do),
            tuple((target, condition(words, node.id)) for target, words in node.redirects),
            tuple(self.slots.known(target) for target in node.chances),
            node.ending,
            {one.key: self._choice(node.id, one) for one in node.choices},
            {(one.song, one.way): self._sung(node.id, one) for one in node.ways},
        )

    def _text(self, text: str, name: str, node: str) -> tuple[Piece, ...]:
        self.texts[name] = self.slots.prose(text, name, node)
        return self.texts[name]

    def _choice(self, node: str, one: ToldChoice) -> _Way:
        if one.reason is not None:
            self._text(one.reason, f"{node}/{one.key}", node)
        return self._way(f"{node}/{one.key}", one.key, one.target, (one.clauses,), node)

    def _sung(self, node: str, one: ToldWay) -> _Way:
        name = f"{one.song} {one.way}"
        needs = [f"knows({one.song})"]
        if one.way == "invite" and not one.open:
            # What does not exist need not be known: rests of a melody without any, the motif of who has none.
            needs += [f"rests({one.song})"] if "|" in self.story.songs[one.song].get("motif", "") else []
            needs += [f"motif({one.to})"] if "motif" in self.story.people.get(one.to, {}) else []
        if not one.target:
            self._text(one.aside, f"{node}/{name}", node)
        implied = Clauses(" and ".join(needs))
        slot = f"{node}/{one.song}.{one.way}"
        return self._way(slot, name, one.target, (implied, one.shared, one.clauses), node)

    def _way(self, slot: str, name: str, target: str, clauses: tuple[Clauses, ...], node: str) -> _Way:
        conditions = " and ".join(f"({one.when})" for one in clauses if one.when)
        return _Way(
            name,
            target,
            self.slots.condition(conditions, node),
            any(one.once for one in clauses),
            self.slots.at[f"taken({slot})"],
            tuple(change for one in clauses for change in self.slots.changes(one.do)),
        )

    def _asked_for(self) -> set[int]:
        """The marks that anything asks for: those of what is for once, and those that conditions name."""
        ways = [
            way for scene in self._scenes.values() for way in (*scene.choices.values(), *scene.ways.values())
        ]
        return {way.taken for way in ways if way.once} | self.slots.spoken


@dataclass
class Truth:
    """What playing every moment of a story shows; numbers are the actions of the shortest walk."""

    distances: dict[Moment, int] = field(default_factory=dict)
    nodes: dict[str, int] = field(default_factory=dict)
    choices: dict[str, int] = field(default_factory=dict)
    ways: dict[str, int] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)
    sung: dict[tuple[str, str], int] = field(default_factory=dict)
    """For a song and how it is sung: anywhere."""
    learned: dict[str, int] = field(default_factory=dict)
    """For everything that can be learned: songs, rests, leaves, motifs, people met, ties."""
    fleeting: set[str] = field(default_factory=set)
    """Of these, and of others, those that some turn both taught and took away again."""
    open: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    spent: set[str] = field(default_factory=set)
    nowhere: set[str] = field(default_factory=set)
    """Choices that were at some moment open, closed, taken already, or ways back to nowhere."""
    shown: set[str] = field(default_factory=set)
    """Nodes whose page was shown."""
    followed: set[tuple[str, int]] = field(default_factory=set)
    branches: dict[str, int] = field(default_factory=dict)
    """The branches of `{if}`s that are shown, in texts, answers and reasons."""
    reasons: set[str] = field(default_factory=set)
    bounded: dict[str, int] = field(default_factory=dict)
    dead_ends: set[Moment] = field(default_factory=set)
    stuck: set[Moment] = field(default_factory=set)
    """Moments from which no ending can be reached."""
    edge: dict[str, int] = field(default_factory=dict)
    """The nodes arrived at, or come back to, by the very action that loses all endings."""


def everything(tale: Tale, most: int) -> Truth | None:
    """Play every moment of a story, or give None if it has more than `most`."""
    truth = Truth()
    first, happened = tale.begin()
    truth.distances[first] = 0
    _note(tale, truth, first, happened, 0)
    before: dict[Moment, list[Moment]] = {first: []}
    turns: list[tuple[Moment | None, Moment, str]] = [(None, first, happened.entered[0])]
    waiting = deque([first])
    while waiting:
        now = waiting.popleft()
        distance = truth.distances[now] + 1
        actions = tale.actions(now)
        _note_page(tale, truth, now, distance)
        if not actions and not now.ending:
            truth.dead_ends.add(now)
        for action in actions:
            after, happened = tale.act(now, action) or (now, Happened())
            _note(tale, truth, after, happened, distance)
            before.setdefault(after, []).append(now)
            turns.append((now, after, happened.entered[0] if happened.entered else after.node))
            if after not in truth.distances:
                truth.distances[after] = distance
                waiting.append(after)
        if len(truth.distances) > most:
            return None
    truth.stuck = _stuck(before)
    for was, after, node in turns:
        if after in truth.stuck and was not in truth.stuck:
            distance = truth.distances[was] + 1 if was else 0
            truth.edge[node] = min(distance, truth.edge.get(node, distance))
    return truth


def _note_page(tale: Tale, truth: Truth, now: Moment, distance: int) -> None:
    """What can be done at a moment that is so many actions away, less one."""
    offered = tale.offered(now)
    for key in offered.open:
        truth.open.add(f"{now.node}/{key}")
        truth.choices.setdefault(f"{now.node}/{key}", distance)
    for song, way in offered.ways:
        truth.ways.setdefault(f"{now.node}/{song} {way}", distance)
        truth.sung.setdefault((song, way), distance)
    truth.closed |= {f"{now.node}/{key}" for key in offered.closed}
    truth.spent |= {f"{now.node}/{key}" for key in offered.spent}
    truth.nowhere |= {f"{now.node}/{key}" for key in offered.nowhere}
    if not now.drawing:
        truth.shown.add(now.node)
    branches: set[str] = set()
    truth.reasons |= {f"{now.node}/{key}" for key in tale.reasons(now, branches)}
    _note_first(truth.branches, branches, distance - 1)


def _note_first(found: dict[str, int], names: Iterable[str], distance: int) -> None:
    for name in names:
        found.setdefault(name, distance)


def _note(tale: Tale, truth: Truth, after: Moment, happened: Happened, distance: int) -> None:
    """What an action that is the last of so many brought about."""
    _note_first(truth.nodes, happened.entered, distance)
    _note_first(truth.branches, happened.branches, distance)
    _note_first(truth.bounded, happened.bounded, distance)
    if after.ending:
        truth.endings.setdefault(after.ending, distance)
    truth.followed.update(happened.followed)
    for name in happened.learned:
        # What the same turn takes away again was never known on any page.
        if tale.value(after, name):
            truth.learned.setdefault(name, distance)
        else:
            truth.fleeting.add(name)


def _stuck(before: Mapping[Moment, list[Moment]]) -> set[Moment]:
    saved = {now for now in before if now.ending}
    waiting = list(saved)
    while waiting:
        for was in before[waiting.pop()]:
            if was not in saved:
                saved.add(was)
                waiting.append(was)
    return set(before) - saved
