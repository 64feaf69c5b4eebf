"""The first look at all files: what is declared where, before anything is read that names it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.diagnostics import Diagnostic, Span, mistake
from game.loading.fields import new_name, read_fields, scalars
from game.loading.tree import Scalar, Source, Table, Tree

_ONCE = ("format", "title", "start", "journal")
_SECTIONS = ("facts", "songs", "people", "places", "endings", "journal", "nodes")
_NAMES = {
    "facts": "a fact",
    "songs": "a song",
    "people": "a person",
    "places": "a place",
    "endings": "an ending",
    "journal": "a line of the journal",
    "nodes": "a node",
}


@dataclass(slots=True)
class File:
    """One file's own keys."""

    source: Source
    fields: dict[str, Tree]


@dataclass(slots=True)
class Entry:
    """Something declared: its name, and what stands behind the name."""

    name: str
    key: Scalar
    tree: Tree
    file: File


@dataclass(slots=True)
class Declared:
    """Everything that is declared, by section and name."""

    sections: dict[str, dict[str, Entry]] = field(
        default_factory=lambda: {section: {} for section in _SECTIONS}
    )
    once: dict[str, tuple[Tree, Span]] = field(default_factory=dict)
    """`title`, `start` and `format`, which stand once in a story."""
    files: list[File] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    """Every key that stands at the top of some file, whatever is behind it."""

    def __getitem__(self, section: str) -> dict[str, Entry]:
        return self.sections[section]


def declare(roots: Iterable[tuple[Source, Table]], found: list[Diagnostic]) -> Declared:
    """Gather what all files declare; what is declared twice is a finding with both places."""
    declared = Declared()
    for source, root in roots:
        file = File(source, read_fields(root, "the file", "file", found))
        declared.files.append(file)
        declared.keys |= root.keys.keys()
        for key in _ONCE:
            if key in file.fields:
                _once(declared, key, root, found)
        for section in _SECTIONS:
            tree = file.fields.get(section)
            if isinstance(tree, Table):
                _section(declared.sections[section], section, tree, file, found)
    return declared


def _once(declared: Declared, key: str, root: Table, found: list[Diagnostic]) -> None:
    span = root.keys[key].span
    if key in declared.once:
        found.append(mistake("E216", span, declared.once[key][1], key=key))
        return
    declared.once[key] = (root.values[key], span)


def _section(
    entries: dict[str, Entry], section: str, tree: Table, file: File, found: list[Diagnostic]
) -> None:
    for key, value in tree.values.items():
        scalar = tree.keys[key]
        name = new_name(scalar, _NAMES[section], found)
        if name is None:
            continue
        if name in entries:
            other = entries[name].key.span
            found.append(mistake("E210", scalar.span, other, name=name, what=_NAMES[section]))
            continue
        entries[name] = Entry(name, scalar, value, file)


def alias_names(tree: Tree | None, found: list[Diagnostic]) -> list[tuple[Scalar, str, str | None]]:
    """Give the old names of a node, and (old key, key) of its choices, from its `aliases:`."""
    result: list[tuple[Scalar, str, str | None]] = []
    for item in scalars(tree, "aliases", found) if tree is not None else ():
        old, arrow, new = item.text.partition("->")
        result.append((item, old.strip(), new.strip() if arrow else None))
    return result
