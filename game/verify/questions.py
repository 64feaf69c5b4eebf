"""What is asked of a story beside what its moves ask for: about its prose, and about closed choices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from game.expression.syntax import Constant
from game.model.story import Choice, TargetKind
from game.model.text import Branch, Pick, Text, Words
from game.verify.findings import Prose
from game.verify.formula import Formula, atom, atoms, both, formula_of
from game.verify.machine import Machine

FIRST_WORDS = 6
"""How many words of a piece of prose stand for it."""

Asked = tuple[int, int]
"""A question: its spot, and its number among those asked there."""


@dataclass(slots=True)
class Questions:
    """Everything that is asked."""

    formulas: dict[int, list[Formula]] = field(default_factory=lambda: defaultdict(list))
    """What is asked at each spot."""
    closed: dict[str, list[Asked]] = field(default_factory=lambda: defaultdict(list))
    """For every choice with a guard, by `node/key`: whether it is closed where it is offered."""
    spent: dict[str, list[Asked]] = field(default_factory=lambda: defaultdict(list))
    """For every choice that can be taken once: whether its node is seen again after that."""
    prose: dict[Prose, list[Asked]] = field(default_factory=lambda: defaultdict(list))
    """For every piece of prose that asks for something: whether it is told."""


def questions_of(machine: Machine) -> Questions:
    """Ask all that is to be asked."""
    asked = Questions()
    cells = machine.story.cells
    for name, spots in machine.shown.items():
        node = machine.story.nodes[name]
        if node.chances:
            continue
        told: list[tuple[str, Formula, Formula, str]] = [
            ("text", True, formula, words) for formula, words in _told(node.text, machine, True)
        ]
        for choice in () if node.ending else node.choices:
            unused = _unused(choice, machine)
            told += [
                (choice.key, unused, formula, words) for formula, words in _told(choice.label, machine, True)
            ]
            offered = _offered(choice, machine, spots)
            if not isinstance(choice.guard, Constant):
                shut = both((formula_of(choice.guard, cells, wanted=False), unused))
                _ask(asked, asked.closed[f"{name}/{choice.key}"], offered, shut)
            if choice.once and choice.taken is not None:
                used = atom(choice.taken, 2, machine.sizes[choice.taken])
                _ask(asked, asked.spent[f"{name}/{choice.key}"], spots, used)
        for number, (place, unused, formula, words) in enumerate(told):
            prose = Prose(name, place, number, words, frozenset(one.cell for one in atoms(formula)))
            _ask(asked, asked.prose[prose], spots, both((unused, formula)))
    return asked


def _ask(asked: Questions, into: list[Asked], spots: list[int], formula: Formula) -> None:
    for spot in spots:
        into.append((spot, len(asked.formulas[spot])))
        asked.formulas[spot].append(formula)


def _unused(choice: Choice, machine: Machine) -> Formula:
    """That a choice which may be taken once was not."""
    if not choice.once or choice.taken is None:
        return True
    return atom(choice.taken, 1, machine.sizes[choice.taken])


def _offered(choice: Choice, machine: Machine, spots: list[int]) -> list[int]:
    """The spots at which a choice is offered: the way back only inside a detour."""
    if choice.target.kind is not TargetKind.BACK:
        return spots
    return [spot for spot in spots if machine.spots[spot].context]


def _told(text: Text, machine: Machine, under: Formula) -> Iterator[tuple[Formula, str]]:
    """Every piece of prose that asks for something: when it is told, and its first words."""
    for piece in text:
        match piece:
            case Branch(cases):
                before = under
                for guard, inner in cases:
                    told = both((before, formula_of(guard, machine.story.cells)))
                    yield told, _first_words(inner)
                    yield from _told(inner, machine, told)
                    before = both((before, formula_of(guard, machine.story.cells, wanted=False)))
            case Pick(_, options):
                for option in options:
                    yield from _told(option, machine, under)


def _first_words(text: Text) -> str:
    words = (word for piece in text if isinstance(piece, Words) for word in piece.text.split())
    first = list(islice(words, FIRST_WORDS + 1))
    return " ".join(first[:FIRST_WORDS]) + ("…" if len(first) > FIRST_WORDS else "")
