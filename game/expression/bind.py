"""Binding: every name of a guard or effect becomes the cell it means, or a finding with a guess."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from game.diagnostics import Diagnostic, Passage, mistake
from game.expression.asked import Asked, AskedAll, AskedEffect, AskedGuard, AskedNot, Change, Deed
from game.expression.cell import Cell, CellKind
from game.expression.compare import Where, compare, describe, value_of
from game.expression.demand import cell_name, tie_name
from game.expression.guess import closest
from game.expression.syntax import NEVER, Add, All, Any, Assign, Compare, Comparison, Effect, Guard, Not
from game.expression.tokens import Token, TokenKind
from game.expression.vocabulary import FUNCTIONS, VERBS, Vocabulary

_MOST_GUESSED = 100
_UNKNOWN = {"node": "E501", "song": "E604", "person": "E601", "choice": "E507"}
_DEED_CELLS = {
    "learn": ("knows",),
    "learn rests": ("rests",),
    "learn motif": ("motif",),
    "meet": ("met",),
    "find leaf": ("leaf", "rests"),
    "tie": ("tie",),
}


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a guard stands: its node, and who is in that node's picture under which guard."""

    node: str | None = None
    present: Mapping[str, Guard] | None = None


@dataclass(slots=True)
class Binder:
    """Looks names up; what it cannot find or make sense of goes into `found`.

    A guard with a mistake in it becomes one that never holds, an effect with a mistake is left out:
    a story with findings is not played.
    """

    vocabulary: Vocabulary
    cells: Sequence[Cell]
    index: Mapping[str, int]
    found: list[Diagnostic] = field(default_factory=list)

    def guard(self, asked: AskedGuard, passage: Passage, scene: Scene) -> Guard:
        """Give the guard with its names looked up."""
        if isinstance(asked, Asked):
            return self._question(asked, passage, scene)
        if isinstance(asked, AskedNot):
            return Not(self.guard(asked.part, passage, scene))
        parts = tuple(self.guard(part, passage, scene) for part in asked.parts)
        return All(parts) if isinstance(asked, AskedAll) else Any(parts)

    def effects(self, asked: Sequence[AskedEffect], passage: Passage) -> tuple[Effect, ...]:
        """Give the effects with their names looked up."""
        return tuple(
            effect
            for wish in asked
            for effect in (
                self._change(wish, passage) if isinstance(wish, Change) else self._deed(wish, passage)
            )
        )

    def guess(self, word: str, names: Collection[str]) -> str | None:
        """Guess what was meant; who has hundreds of names wrong is not helped by hundreds of guesses."""
        return closest(word, names) if len(self.found) < _MOST_GUESSED else None

    # ---- guards ----------------------------------------------------------------------------------

    def _question(self, asked: Asked, passage: Passage, scene: Scene) -> Guard:
        subject = asked.subject
        function = subject.name.text
        if subject.arguments is None:
            return self._fact_asked(asked, passage)
        if function not in FUNCTIONS:
            self._report("E321", passage, subject.name, guess=closest(function, FUNCTIONS), word=function)
        elif len(subject.arguments) != (2 if function in {"tie", "taken"} else 1):
            span = passage.span(subject.name.start, subject.end)
            code = "E341" if function == "taken" else "E324"
            self.found.append(mistake(code, span, word=function, kind=FUNCTIONS[function]))
        elif function == "here":
            return self._here(asked, subject.arguments[0], passage, scene)
        else:
            name = self._built_in(function, subject.arguments, passage, scene)
            return NEVER if name is None else self._cell_asked(asked, name, subject.arguments[0], passage)
        return NEVER

    def _fact_asked(self, asked: Asked, passage: Passage) -> Guard:
        name = asked.subject.name
        if name.text in FUNCTIONS and name.text not in self.vocabulary.facts:
            self._report("E323", passage, name, word=name.text, name="…")
            return NEVER
        cell = self._fact(name, passage)
        return NEVER if cell is None else self._compare(asked, cell, passage)

    def _cell_asked(self, asked: Asked, name: str, about: Token, passage: Passage) -> Guard:
        """Give the guard on a built-in cell: visits are compared, the others asked."""
        position = self.index[name]
        function = asked.subject.name.text
        span = passage.span(asked.subject.name.start, asked.subject.end)
        if function == "visits" and asked.comparison is None:
            self.found.append(mistake("E338", span, name=about.text))
            return NEVER
        if function == "visits":
            return self._compare(asked, self.cells[position], passage)
        if asked.comparison is None:
            return Compare(position, Comparison.GE, 1)
        if function == "seen" and asked.constant is not None and asked.constant.kind is TokenKind.NUMBER:
            self.found.append(mistake("E339", span, name=about.text))
            return NEVER
        bound = self._compare(asked, Cell(name, CellKind.YES_NO, 0, 1, 0), passage)
        if function == "seen" and isinstance(bound, Compare):
            # The cell counts visits: `seen(x) == no` asks for none at all.
            wants_seen = (bound.value == 1) == (bound.comparison is Comparison.EQ)
            return Compare(position, Comparison.GE if wants_seen else Comparison.LT, 1)
        return bound

    def _compare(self, asked: Asked, cell: Cell, passage: Passage) -> Guard:
        return compare(asked, cell, self.index[cell.name], Where(passage, self.vocabulary.facts, self.found))

    def _here(self, asked: Asked, person: Token, passage: Passage, scene: Scene) -> Guard:
        if not self._known("person", person, passage):
            return NEVER
        if scene.present is None:
            self._report("E340", passage, asked.subject.name, word="here()")
            return NEVER
        if asked.comparison is not None:
            self._report("E333", passage, asked.subject.name, name=f"here({person.text})", kind="yes or no")
            return NEVER
        return scene.present.get(person.text, NEVER)

    def _built_in(
        self, function: str, arguments: tuple[Token, ...], passage: Passage, scene: Scene
    ) -> str | None:
        """Give the name of the cell that a function asks for, if its names are known."""
        first = arguments[0]
        node = first.text
        if node == "self" and FUNCTIONS[function] in {"node", "choice"}:
            if scene.node is None:
                self._report("E340", passage, first, word="self")
                return None
            node = scene.node
        elif function == "taken":
            if not self._known("node", first, passage):
                return None
        elif not self._all_known(FUNCTIONS[function], arguments, passage):
            return None
        if function in {"seen", "visits"}:
            return cell_name("visits", self.vocabulary.nodes[node])
        if function == "taken":
            return self._taken(node, arguments[1], passage)
        return self._cell_of(function, [name.text for name in arguments], passage, first)

    def _taken(self, node: str, key: Token, passage: Passage) -> str | None:
        choice = self.vocabulary.choices.get(f"{node}/{key.text}")
        if choice is None:
            own = self.vocabulary.nodes[node] + "/"
            keys = [name.removeprefix(own) for name in self.vocabulary.choices if name.startswith(own)]
            self._report("E507", passage, key, guess=self.guess(key.text, keys), node=node, name=key.text)
            return None
        return cell_name("taken", choice)

    # ---- effects ---------------------------------------------------------------------------------

    def _change(self, wish: Change, passage: Passage) -> tuple[Effect, ...]:
        cell = self._fact(wish.subject.name, passage)
        if cell is None:
            return ()
        sign = wish.sign.text
        if sign != "=" and cell.kind is not CellKind.NUMBER:
            self._report("E343", passage, wish.sign, word=sign, name=cell.name, kind=describe(cell))
            return ()
        value = value_of(wish.constant, cell, Where(passage, self.vocabulary.facts, self.found))
        if value is None:
            return ()
        position = self.index[cell.name]
        if sign != "=":
            return (Add(position, value if sign == "+=" else -value),)
        if not cell.low <= value <= cell.high:
            self._report(
                "E344", passage, wish.constant, name=cell.name, low=cell.low, high=cell.high, value=value
            )
            return ()
        return (Assign(position, value),)

    def _deed(self, wish: Deed, passage: Passage) -> tuple[Effect, ...]:
        if not self._all_known(VERBS[wish.verb], wish.names, passage):
            return ()
        names = [name.text for name in wish.names]
        if wish.verb == "forget":
            return (Assign(self.index[cell_name("knows", *names)], 0),)
        cells = []
        for function in _DEED_CELLS[wish.verb]:
            name = self._cell_of(function, names, passage, wish.names[0])
            if name is None:
                return ()
            cells.append(Assign(self.index[name], 1))
        return tuple(cells)

    # ---- names -----------------------------------------------------------------------------------

    def _cell_of(self, function: str, names: Sequence[str], passage: Passage, token: Token) -> str | None:
        """Give the name of a song's or person's cell, or say why there is none."""
        name = tie_name(*names) if function == "tie" else cell_name(function, *names)
        if function in {"rests", "leaf"} and not self.vocabulary.songs[names[0]]:
            self._report("E347", passage, token, name=names[0])
            return None
        if function == "motif" and not self.vocabulary.people[names[0]]:
            self._report("E348", passage, token, name=names[0])
            return None
        if function == "tie" and tuple(sorted(names)) not in self.vocabulary.ties:
            self._report("E349", passage, token, name=names[0], other_name=names[1])
            return None
        return name

    def _fact(self, token: Token, passage: Passage) -> Cell | None:
        cell = self.vocabulary.facts.get(token.text)
        if cell is None:
            guess = self.guess(token.text, self.vocabulary.facts)
            self._report("E320", passage, token, guess=guess, name=token.text)
        return cell

    def _all_known(self, kind: str, tokens: Sequence[Token], passage: Passage) -> bool:
        """Say whether all names are known; every one that is not is a finding."""
        unknown = [token for token in tokens if not self._known(kind, token, passage)]
        return not unknown

    def _known(self, kind: str, token: Token, passage: Passage) -> bool:
        names = self.vocabulary.names(kind)
        if token.text in names:
            return True
        self._report(_UNKNOWN[kind], passage, token, guess=self.guess(token.text, names), name=token.text)
        return False

    def _report(
        self, code: str, passage: Passage, token: Token, *, guess: str | None = None, **names: object
    ) -> None:
        self.found.append(mistake(code, passage.span(token.start, token.end), guess=guess, **names))
