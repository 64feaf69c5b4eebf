"""Giving out cells: declared facts first, then what the format builds in, as far as anybody asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.expression.cell import Cell, CellKind
from game.expression.demand import cell_name, demands_of_effects, demands_of_guard, tie_name
from game.expression.vocabulary import Vocabulary
from game.loading.later import Reading

_ORDER = ("knows", "rests", "leaf", "motif", "met", "tie", "visits", "taken")


def give_out(vocabulary: Vocabulary, reading: Reading) -> tuple[tuple[Cell, ...], dict[str, int]]:
    """Give all cells, and the position of each by its name.

    Facts stand in the order of the alphabet, as does every kind of built-in cell: where in which file
    something is declared makes no difference to the story.
    """
    wanted: dict[str, int] = {}
    for song, has_rests in vocabulary.songs.items():
        wanted[cell_name("knows", song)] = 1
        if has_rests:
            wanted[cell_name("rests", song)] = 1
    wanted |= {cell_name("motif", person): 1 for person, has_motif in vocabulary.people.items() if has_motif}
    wanted |= {tie_name(*tie): 1 for tie in vocabulary.ties}
    wanted |= dict.fromkeys(reading.cells, 1)
    for name, high in _demands(vocabulary, reading):
        wanted[name] = max(high, wanted.get(name, 0))
    known = _known(wanted, vocabulary)
    built_in = [Cell(name, _kind(name), 0, known[name], 0) for name in sorted(known, key=_place)]
    cells = (*(vocabulary.facts[name] for name in sorted(vocabulary.facts)), *built_in)
    return cells, {cell.name: position for position, cell in enumerate(cells)}


def _demands(vocabulary: Vocabulary, reading: Reading) -> Iterable[tuple[str, int]]:
    for guard, node in reading.guards:
        yield from demands_of_guard(guard, node, vocabulary)
    for effects in reading.effects:
        yield from demands_of_effects(effects)


def _known(wanted: Mapping[str, int], vocabulary: Vocabulary) -> dict[str, int]:
    """Leave out leaves and meetings of songs and people that do not exist."""
    names: dict[str, Mapping[str, object]] = {"leaf": vocabulary.songs, "met": vocabulary.people}
    result = {}
    for name, high in wanted.items():
        function, _, inner = name.partition("(")
        if function not in names or inner[:-1] in names[function]:
            result[name] = high
    return result


def _kind(name: str) -> CellKind:
    return CellKind.NUMBER if name.startswith("visits(") else CellKind.YES_NO


def _place(name: str) -> tuple[int, str]:
    return _ORDER.index(name.partition("(")[0]), name
