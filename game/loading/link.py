"""From what the files declare to a story in which no name is left to look up."""

from __future__ import annotations

from types import MappingProxyType

from game.diagnostics import Diagnostic, Span, mistake
from game.expression.bind import Binder
from game.expression.cell import Cell
from game.expression.guess import closest
from game.expression.vocabulary import Vocabulary
from game.loading.cells import give_out
from game.loading.declared import Declared, alias_names
from game.loading.facts import read_fact
from game.loading.fields import ID, number
from game.loading.flow import check_flow
from game.loading.later import Link, Reading, words_of
from game.loading.nodes import NodeReading, read_node
from game.loading.prose_tree import Spoken
from game.loading.schema import SHAPES
from game.loading.tree import Scalar, Table
from game.loading.typography import curl
from game.loading.world import (
    declared_ties,
    looks_of,
    read_ending,
    read_journal,
    read_person,
    read_place,
    read_song,
)
from game.model.story import Story


def link_story(declared: Declared, found: list[Diagnostic], fingerprint: str, *, whole: bool) -> Story | None:
    """Give the story; what is wrong goes into `found`. `whole`: every file could be read."""
    facts = _facts(declared, found)
    positions = {name: position for position, name in enumerate(sorted(facts))}
    people = {name: looks_of(entry.tree) for name, entry in declared["people"].items()}
    reading = Reading(found, Spoken(positions, people))
    songs = {name: read_song(entry, declared, reading) for name, entry in declared["songs"].items()}
    persons = {name: read_person(entry, declared, reading) for name, entry in declared["people"].items()}
    places = {name: read_place(entry, declared, reading) for name, entry in declared["places"].items()}
    endings = {name: read_ending(entry, reading) for name, entry in declared["endings"].items()}
    journal = [read_journal(entry, reading) for entry in declared["journal"].values()]
    nodes = {name: read_node(entry, declared, reading) for name, entry in declared["nodes"].items()}
    node_aliases, choice_aliases = _aliases(declared, nodes, found)
    vocabulary = Vocabulary(
        facts=facts,
        songs={name: motif.rests > 0 for name, (motif, _) in songs.items()},
        people={name: bool(motif.phrases) for name, (motif, _) in persons.items()},
        nodes={**{name: name for name in nodes}, **node_aliases},
        choices={**_choice_names(nodes), **choice_aliases},
        ties=declared_ties(declared),
    )
    cells, index = give_out(vocabulary, reading)
    link = Link(Binder(vocabulary, cells, index, found))
    link.phrases = {name: len(motif.phrases) for name, (motif, _) in songs.items()}
    story = Story(
        title=_title(declared),
        start=_start(declared, link, whole=whole),
        cells=cells,
        songs=MappingProxyType({name: later(link) for name, (_, later) in songs.items()}),
        people=MappingProxyType({name: later(link) for name, (_, later) in persons.items()}),
        places=MappingProxyType({name: later(link) for name, later in places.items()}),
        endings=MappingProxyType({name: later(link) for name, later in endings.items()}),
        journal=tuple(later(link) for later in journal),
        nodes=MappingProxyType({name: node.finish(link) for name, node in nodes.items()}),
        cell_index=MappingProxyType(index),
        node_aliases=MappingProxyType(node_aliases),
        choice_aliases=MappingProxyType(choice_aliases),
        fingerprint=fingerprint,
    )
    _format(declared, found)
    check_flow(story, found)
    return story


def _facts(declared: Declared, found: list[Diagnostic]) -> dict[str, Cell]:
    cells = {name: read_fact(entry, found) for name, entry in declared["facts"].items()}
    return {name: cell for name, cell in cells.items() if cell is not None}


def _choice_names(nodes: dict[str, NodeReading]) -> dict[str, str]:
    names = [f"{name}/{key}" for name, node in nodes.items() for key in node.keys]
    return {name: name for name in names}


def _aliases(
    declared: Declared, nodes: dict[str, NodeReading], found: list[Diagnostic]
) -> tuple[dict[str, str], dict[str, str]]:
    """Give the old names of nodes and of `node/key`, each with what it is called now."""
    of_nodes: dict[str, str] = {}
    of_choices: dict[str, str] = {}
    for name, entry in declared["nodes"].items():
        tree = entry.tree.values.get("aliases") if isinstance(entry.tree, Table) else None
        keys = {key: key for key in nodes[name].keys}
        old_names = []
        for scalar, old, new in alias_names(tree, found):
            if ID.fullmatch(old) is None:
                found.append(mistake("E209", scalar.span, key="aliases", word=old))
            elif new is not None and new not in nodes[name].keys:
                guess = closest(new, nodes[name].keys)
                found.append(mistake("E507", scalar.span, guess=guess, node=name, name=new))
            elif new is not None:
                keys[old] = new
            elif old in declared["nodes"] or old in of_nodes:
                found.append(mistake("E522", scalar.span, name=old))
            else:
                of_nodes[old] = name
                old_names.append(old)
        of_choices |= {
            f"{node}/{old}": f"{name}/{new}"
            for node in (name, *old_names)
            for old, new in keys.items()
            if (node, old) != (name, new)
        }
    return of_nodes, of_choices


def _title(declared: Declared) -> str:
    tree = declared.once.get("title", (None, None))[0]
    return curl(" ".join(tree.text.split())) if isinstance(tree, Scalar) else ""


def _start(declared: Declared, link: Link, *, whole: bool) -> str:
    tree = declared.once.get("start", (None, None))[0]
    if isinstance(tree, Scalar):
        return link.node(words_of(tree), lambda: tree.span)
    if whole and "start" not in declared.keys:
        first = min((file.source.path for file in declared.files), default="story")
        link.found.append(mistake("E217", Span(first, 1, 1)))
    return ""


def _format(declared: Declared, found: list[Diagnostic]) -> None:
    tree = declared.once.get("format", (None, None))[0]
    if isinstance(tree, Scalar):
        number(tree, "format", SHAPES["file"].fields["format"], found)
