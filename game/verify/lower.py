"""From a story to its machine.

A move is everything that `step` does at once: its marks and effects, the target's visit, and the target's
arrival effects. As no effect reads a fact other than the one it changes, all that a move does to a fact is
one table from its old value to its new one. Songs that the node did not write for change nothing, so the
machine has no moves for them.

*Redirects* are tried one spot after another: from each, one move leads on if its guard holds, and another to
the next spot if it does not. So no guard has to repeat what the redirects before it asked.

*Detours* come back to where they began. Instead of a stack of callers, a spot knows which detours are under
way (there are finitely many such lists, as no detour can run itself), and one cell for every detour remembers
who called it; `back` is one guarded move for every caller. Where `back` is out of reach without leaving the
detour, who called makes no difference any more: there the context is forgotten, so that a detour which is
never left is not told apart from the rest of the story.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.expression.syntax import Add, Assign, Effect
from game.model.story import Choice, Node, SongWay, Story, Target, TargetKind
from game.play.action import Choose, Draw, Sing, word
from game.verify.formula import Formula, atom, both, formula_of
from game.verify.machine import Context, Machine, Move, Spot, Tables

MOST_SPOTS = 20_000
"""How many spots there may be; in a larger story, three for every node and redirect."""


def lowered(story: Story, most: int | None = None) -> Machine:
    """The machine that plays as the story does; it is not whole if it has more spots than `most`."""
    enough = 3 * sum(1 + len(node.redirects) for node in story.nodes.values())
    return _Lowering(story, max(MOST_SPOTS, enough) if most is None else most).machine


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a choice, or a song's way, asks for and does."""

    guard: Formula
    effects: tuple[Effect, ...]
    action: str
    song: tuple[str, str] | None


class _Lowering:
    """Builds a machine from its first spot on."""

    def __init__(self, story: Story, most: int) -> None:
        self.story = story
        self.machine = Machine(story, [cell.high - cell.low + 1 for cell in story.cells])
        self.inside = _inside_detours(story)
        self.callers = _callers(story)
        self.caller_cells: dict[str, int] = {}
        for entry, nodes in self.callers.items():
            if len(nodes) > 1:
                self.caller_cells[entry] = len(self.machine.sizes)
                self.machine.sizes.append(len(nodes))
        self.numbers: dict[tuple[str, Context, int], int] = {}
        self.waiting: deque[int] = deque()
        self.backs: dict[Context, list[tuple[int, _Asked]]] = defaultdict(list)
        """For every context, the ways back from it."""
        self.returns: dict[Context, list[tuple[int, int]]] = defaultdict(list)
        """For every context, who began its innermost detour: their number among the callers, and the spot."""
        self._tables: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._begin()
        while self.waiting:
            if len(self.machine.spots) > most:
                self.machine.whole = False
                break
            self._lead_on(self.waiting.popleft())

    def _begin(self) -> None:
        self._spot(self.story.start, ())
        tables = dict(self._arriving(self.story.start, ()))
        for number, cell in enumerate(self.story.cells):
            value = cell.start - cell.low
            self.machine.starts.append(tables[number][value] if number in tables else value)
        self.machine.starts += [0] * len(self.caller_cells)

    def _spot(self, node: str, context: Context, stage: int = 0) -> int:
        """The number of a spot, which is new if it was not asked for before."""
        if context and node not in self.inside:
            context = ()
        key = (node, context, stage)
        if key not in self.numbers:
            number = self.numbers[key] = len(self.machine.spots)
            here = self.story.nodes[node]
            last = stage == len(here.redirects)
            ending = here.ending if last and not here.chances else None
            self.machine.spots.append(Spot(node, context, stage, ending=ending))
            if stage == 0:
                self.machine.entries.setdefault(node, []).append(number)
            if last:
                self.machine.shown.setdefault(node, []).append(number)
            self.waiting.append(number)
        return self.numbers[key]

    def _lead_on(self, number: int) -> None:
        """Make all moves from a spot."""
        spot = self.machine.spots[number]
        node = self.story.nodes[spot.node]
        if spot.stage < len(node.redirects):
            self._redirect(number, node, spot)
        elif node.chances:
            for index, chance in enumerate(node.chances):
                to, tables = self._spot(chance.target, spot.context), self._arriving(chance.target, ())
                self._move(number, to, tables, _Asked(True, (), word(Draw(index), ""), None)).outcome = index
        elif spot.ending is None:
            for choice in node.choices:
                self._offer(number, choice, choice.target, word(Choose(choice.key), node.id))
            for song in node.songs:
                for way in song.ways:
                    action = word(Sing(song.song, way.way), node.id)
                    self._offer(number, way, way.target, action, (song.song, way.way.value))

    def _redirect(self, number: int, node: Node, spot: Spot) -> None:
        one, cells, machine = node.redirects[spot.stage], self.story.cells, self.machine
        open_if, closed_if = (formula_of(one.guard, cells, wanted=wanted) for wanted in (True, False))
        if open_if is not False:
            to, tables = self._spot(one.target, spot.context), self._arriving(one.target, ())
            machine.take(Move(len(machine.moves), number, to, open_if, tables, redirect=spot.stage))
        if closed_if is not False:
            to = self._spot(node.id, spot.context, spot.stage + 1)
            machine.take(Move(len(machine.moves), number, to, closed_if, ()))

    def _offer(
        self,
        number: int,
        written: Choice | SongWay,
        target: Target | None,
        action: str,
        song: tuple[str, str] | None = None,
    ) -> None:
        """Make the moves of a choice, or of a song's way."""
        context = self.machine.spots[number].context
        asked = _Asked(self._guard(written), self._effects(written), action, song)
        if asked.guard is False:
            return
        if target is None:
            self._move(number, number, self._composed(asked.effects), asked)
        elif target.kind is TargetKind.NODE:
            to = self._spot(target.node, context)
            self._move(number, to, self._arriving(target.node, asked.effects), asked)
        elif target.kind is TargetKind.DETOUR:
            self._call(number, target.node, asked)
        elif context:
            self.backs[context].append((number, asked))
            for caller, to in self.returns[context]:
                self._back(number, asked, caller, to)

    def _guard(self, written: Choice | SongWay) -> Formula:
        guard = formula_of(written.guard, self.story.cells)
        if written.once and written.taken is not None:
            return both((guard, atom(written.taken, 1, self.machine.sizes[written.taken])))
        return guard

    def _effects(self, written: Choice | SongWay) -> tuple[Effect, ...]:
        return written.do if written.taken is None else (Assign(written.taken, 1), *written.do)

    def _call(self, number: int, entry: str, asked: _Asked) -> None:
        """Make the move that begins a detour, and the ways back to here that are already known."""
        spot = self.machine.spots[number]
        context = (*spot.context, entry)
        tables = self._arriving(entry, asked.effects)
        caller = self.callers[entry].index(spot.node)
        if entry in self.caller_cells:
            cell = self.caller_cells[entry]
            tables = (*tables, (cell, (caller,) * self.machine.sizes[cell]))
        self._move(number, self._spot(entry, context), tables, asked)
        if entry in self.inside and (caller, number) not in self.returns[context]:
            self.returns[context].append((caller, number))
            for site, back in self.backs[context]:
                self._back(site, back, caller, number)

    def _back(self, number: int, asked: _Asked, caller: int, to: int) -> None:
        """Make the way back to one of those who could have called."""
        cell = self.caller_cells.get(self.machine.spots[number].context[-1])
        called: Formula = True if cell is None else atom(cell, 1 << caller, self.machine.sizes[cell])
        if (guard := both((asked.guard, called))) is not False:
            self._move(number, to, self._composed(asked.effects), asked, guard)

    def _move(
        self, source: int, to: int, tables: Tables, asked: _Asked, guard: Formula | None = None
    ) -> Move:
        machine = self.machine
        guard = asked.guard if guard is None else guard
        move = Move(len(machine.moves), source, to, guard, tables, asked.action, asked.song)
        machine.take(move)
        return move

    def _arriving(self, target: str, effects: tuple[Effect, ...]) -> Tables:
        """What effects, and then the arrival at a node, do."""
        node = self.story.nodes[target]
        visit = () if node.visits is None else (Add(node.visits, 1),)
        return self._composed((*effects, *visit, *node.do))

    def _composed(self, effects: Iterable[Effect]) -> Tables:
        """What effects do, one after another."""
        tables: dict[int, tuple[int, ...]] = {}
        for effect in effects:
            cell = self.story.cells[effect.cell]
            most = cell.high - cell.low
            if isinstance(effect, Assign):
                after = (min(max(effect.value - cell.low, 0), most),) * (most + 1)
            else:
                before = tables.get(effect.cell, range(most + 1))
                after = tuple([min(max(old + effect.amount, 0), most) for old in before])
            tables[effect.cell] = self._tables.setdefault(after, after)
        return tuple((cell, table) for cell, table in tables.items() if table != tuple(range(len(table))))


def _callers(story: Story) -> dict[str, list[str]]:
    """For every node with which a detour begins, the nodes that call it."""
    callers: dict[str, list[str]] = defaultdict(list)
    for node in story.nodes.values():
        for target in _targets(node):
            if target.kind is TargetKind.DETOUR and node.id not in callers[target.node]:
                callers[target.node].append(node.id)
    return callers


def _inside_detours(story: Story) -> set[str]:
    """The nodes from which a way back can be reached without going into, or out of, another detour."""
    before: dict[str, list[str]] = defaultdict(list)
    waiting: list[str] = []
    for node in story.nodes.values():
        passed_on = [one.target for one in node.redirects] + [one.target for one in node.chances]
        for onward in passed_on:
            before[onward].append(node.id)
        for target in _targets(node):
            if target.kind is TargetKind.NODE:
                before[target.node].append(node.id)
            elif target.kind is TargetKind.BACK:
                waiting.append(node.id)
    inside: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in inside:
            inside.add(name)
            waiting += before[name]
    return inside


def _targets(node: Node) -> Iterator[Target]:
    """Whither the choices and songs of a node lead."""
    for choice in node.choices:
        yield choice.target
    for song in node.songs:
        yield from (way.target for way in song.ways if way.target is not None)
