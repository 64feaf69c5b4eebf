"""A story as a machine: places to be in, and guarded moves between them.

A node is one spot when it is shown (or asks for a draw), and another before that if it has redirects to try.
A move is everything that `step` does at once: its marks and effects, the target's visit, and the target's
arrival effects. As no effect reads a fact other than the one it changes, all that a move does to a fact is
one table from its old value to its new one.

Songs that the node did not write for change nothing, so the machine has no moves for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.expression.syntax import ALWAYS, Add, All, Assign, Compare, Comparison, Effect, Guard
from game.model.story import Choice, Node, SongWay, Story, TargetKind
from game.play.action import Choose, Draw, Sing, word

BACK = -1

Tables = dict[int, tuple[int, ...]]
"""For every cell that a move may change: its new value for each old one, from the lowest on."""


@dataclass(frozen=True, slots=True)
class Move:
    """A way from one spot to the next."""

    guard: Guard
    tables: Tables
    to: int
    """The spot that it leads to; `BACK` for the way back from a detour."""
    word: str | None = None
    """The action, as walks write it; None for a redirect, which is no action."""
    calls: int | None = None
    """The spot to come back to, if the move begins a detour."""
    song: tuple[str, str] | None = None
    """The song and the way in which it is sung."""


@dataclass(slots=True)
class Spot:
    """A place to be in, with all the moves from it."""

    node: str
    moves: list[Move] = field(default_factory=list)
    first_only: bool = False
    """Whether only the first open move is taken, as redirects are."""
    ending: str | None = None


@dataclass(frozen=True, slots=True)
class Machine:
    """All the spots of a story; `entry` and `shown` say which are those of a node."""

    story: Story
    spots: list[Spot]
    entry: dict[str, int]
    shown: dict[str, int]
    first: Move
    """The arrival at the story's start."""


def lowered(story: Story) -> Machine:
    """The machine that plays as the story does."""
    spots: list[Spot] = []
    entry: dict[str, int] = {}
    shown: dict[str, int] = {}
    for node in story.nodes.values():
        entry[node.id] = len(spots)
        if node.redirects:
            spots.append(Spot(node.id, first_only=True))
        shown[node.id] = len(spots)
        spots.append(Spot(node.id, ending=None if node.chances else node.ending))
    first = Move(ALWAYS, _arriving(story, story.start, ()), entry[story.start])
    machine = Machine(story, spots, entry, shown, first)
    for node in story.nodes.values():
        if node.redirects:
            spots[entry[node.id]].moves = _redirects(machine, node)
        spots[shown[node.id]].moves = _ways_on(machine, node)
    return machine


def _redirects(machine: Machine, node: Node) -> list[Move]:
    story, entry = machine.story, machine.entry
    onward = [Move(one.guard, _arriving(story, one.target, ()), entry[one.target]) for one in node.redirects]
    return [*onward, Move(ALWAYS, {}, machine.shown[node.id])]


def _ways_on(machine: Machine, node: Node) -> list[Move]:
    if node.chances:
        story, entry = machine.story, machine.entry
        return [
            Move(ALWAYS, _arriving(story, one.target, ()), entry[one.target], word(Draw(number), node.id))
            for number, one in enumerate(node.chances)
        ]
    if node.ending is not None:
        return []
    choices = [_asked(machine, node, one, word(Choose(one.key), node.id)) for one in node.choices]
    songs = [
        _asked(machine, node, way, word(Sing(one.song, way.way), node.id), (one.song, way.way.value))
        for one in node.songs
        for way in one.ways
    ]
    return choices + songs


def _asked(
    machine: Machine, node: Node, written: Choice | SongWay, action: str, song: tuple[str, str] | None = None
) -> Move:
    """The move of a choice, or of a song's way."""
    here, story, target = machine.shown[node.id], machine.story, written.target
    guard = written.guard
    marks: tuple[Effect, ...] = ()
    if written.taken is not None:
        marks = (Assign(written.taken, 1),)
        if written.once:
            guard = All((guard, Compare(written.taken, Comparison.EQ, 0)))
    effects = (*marks, *written.do)
    if target is None or target.kind is TargetKind.BACK:
        return Move(guard, _tables(story, effects), here if target is None else BACK, action, song=song)
    calls = here if target.kind is TargetKind.DETOUR else None
    tables = _arriving(story, target.node, effects)
    return Move(guard, tables, machine.entry[target.node], action, calls, song)


def _arriving(story: Story, target: str, effects: Iterable[Effect]) -> Tables:
    """What effects, and then the arrival at a node, do."""
    node = story.nodes[target]
    visit = () if node.visits is None else (Add(node.visits, 1),)
    return _tables(story, (*effects, *visit, *node.do))


def _tables(story: Story, effects: Iterable[Effect]) -> Tables:
    tables: Tables = {}
    for effect in effects:
        cell = story.cells[effect.cell]
        before = tables.get(effect.cell, tuple(range(cell.low, cell.high + 1)))
        wanted = (effect.value if isinstance(effect, Assign) else old + effect.amount for old in before)
        tables[effect.cell] = tuple(min(max(value, cell.low), cell.high) for value in wanted)
    return tables
