"""Holding a tree against its shape: known keys, nothing empty, prose written as prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.diagnostics import Diagnostic, Span, mistake
from game.expression.guess import closest
from game.expression.vocabulary import CONSTANTS, RESERVED
from game.loading.schema import SHAPES, Field, Kind
from game.loading.tree import Scalar, Series, Table, Tree

ID = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)*")
_BLOCKS = (Kind.CHOICES, Kind.REDIRECTS, Kind.CHANCES)
_NESTED = (Kind.TABLE, Kind.MAP, Kind.LIST)
_TABLES = (Kind.TABLE, Kind.MAP)
_WORDS = (Kind.PROSE, Kind.NAME)
_SERIES = (Kind.IDS, Kind.PEOPLE, Kind.LIST, Kind.CHOICES)


_REQUIRED = {
    name: [key for key, field in shape.fields.items() if field.required] for name, shape in SHAPES.items()
}


def read_fields(
    tree: Tree, name: str, shape: str, found: list[Diagnostic], at: Scalar | None = None
) -> dict[str, Tree]:
    """Give the values of those keys that are as the shape wants them; the others are findings.

    `name` says in a message whose keys these are, `at` where that stands.
    """
    if not isinstance(tree, Table):
        if not is_empty(tree, name, found):
            found.append(mistake("E204", tree.span, key=name, form="keys with values, one a line"))
        return {}
    fields = SHAPES[shape].fields
    good = {}
    for key, value in tree.values.items():
        field = fields.get(key)
        if field is None:
            guess = closest(key, fields)
            keys = ", ".join(fields)
            found.append(mistake("E201", tree.keys[key].span, guess=guess, key=key, shape=shape, keys=keys))
        elif fits(value, key, field, found):
            good[key] = value
    missing = [key for key in _REQUIRED[shape] if key not in tree.values]
    found += [mistake("E202", (at or tree).span, key=key, name=name) for key in missing]
    return good


def fits(value: Tree, key: str, field: Field, found: list[Diagnostic]) -> bool:
    """Say whether the value has the form that the key wants; if not, why is in `found`."""
    if is_empty(value, key, found):
        return False
    kind = field.kind
    if isinstance(value, Scalar):
        kind = field.short or kind
        if kind not in _NESTED:
            return _scalar_fits(value, key, kind, found)
    elif kind in (_TABLES if isinstance(value, Table) else _SERIES):
        return True
    if kind in _WORDS or kind in _BLOCKS:
        found.append(mistake("E205", value.span, key=key))
    else:
        found.append(mistake("E204", value.span, key=key, form=_form(kind)))
    return False


def is_empty(value: Tree, key: str, found: list[Diagnostic]) -> bool:
    """Say whether nothing stands there; then that is in `found`."""
    if isinstance(value, Scalar) and (not value.text or value.text.isspace()):
        line = value.source.lines[value.line - 1] if value.line <= len(value.source.lines) else ""
        hash_at = line.find("#", value.column - 1)
        if not value.style and hash_at >= 0:
            found.append(mistake("E124", Span(value.source.path, value.line, hash_at + 1)))
        else:
            found.append(mistake("E203", _behind(value), key=key))
        return True
    return False


def yes_or_no(value: Scalar, key: str, found: list[Diagnostic]) -> bool:
    """Give what a `yes` or `no` says."""
    word = value.text.strip()
    if word not in CONSTANTS:
        found.append(mistake("E207", value.span, key=key, word=word))
        return False
    return bool(CONSTANTS[word])


def number(value: Scalar, key: str, field: Field, found: list[Diagnostic]) -> int | None:
    """Give a whole number within the field's bounds."""
    word = value.text.strip()
    if not re.fullmatch(r"\d{1,6}", word) or not field.low <= int(word) <= field.high:
        code = "E214" if key == "format" else "E208"
        found.append(mistake(code, value.span, key=key, word=word, low=field.low, high=field.high))
        return None
    return int(word)


def an_id(value: Scalar, key: str, found: list[Diagnostic]) -> str | None:
    """Give a name that can be one; None, and a finding, if it has letters that no name has."""
    word = value.text.strip()
    if ID.fullmatch(word) is None:
        found.append(mistake("E209", value.span, key=key, word=word))
        return None
    return word


def new_name(key: Scalar, what: str, found: list[Diagnostic]) -> str | None:
    """Give a name that is declared here; it must be a name, and no word of the language of conditions."""
    word = key.text.strip()
    if ID.fullmatch(word) is None:
        found.append(mistake("E209", key.span, key=what, word=word))
        return None
    if word in RESERVED:
        found.append(mistake("E215", key.span, word=word))
        return None
    return word


def scalars(value: Tree, key: str, found: list[Diagnostic]) -> Iterator[Scalar]:
    """Give the values of a list, or the one value that stands in its place."""
    for item in value.items if isinstance(value, Series) else [value]:
        if isinstance(item, Scalar) and item.text.strip():
            yield item
        else:
            found.append(mistake("E204", item.span, key=key, form="names"))


def _scalar_fits(value: Scalar, key: str, kind: Kind, found: list[Diagnostic]) -> bool:
    if value.style == ">" and kind is not Kind.NAME:
        found.append(mistake("E206", value.span, key=key))
        return False
    if kind is Kind.PROSE and not value.style:
        if swallowed := _swallowed(value):
            found.append(mistake("E124", swallowed))
        else:
            found.append(mistake("E205", value.span, key=key))
        return False
    if kind in _BLOCKS and value.style != "|":
        found.append(mistake("E205", value.span, key=key))
        return False
    if kind is Kind.NAME and not value.style and (swallowed := _swallowed(value)):
        found.append(mistake("E124", swallowed))
        return False
    return True


def _swallowed(value: Scalar) -> Span | None:
    """Give the place of ` #` behind bare words, from which on YAML takes the line for a comment."""
    line = value.source.lines[value.end_line - 1] if value.end_line <= len(value.source.lines) else ""
    rest = line[value.end_column - 1 :]
    if not rest.lstrip().startswith("#"):
        return None
    return Span(value.source.path, value.end_line, value.end_column + len(rest) - len(rest.lstrip()))


def _behind(value: Scalar) -> Span:
    """Give the place behind the colon after which nothing stands."""
    return Span(value.source.path, value.line, max(1, value.column - 1) if not value.style else value.column)


def _form(kind: Kind) -> str:
    return {
        Kind.MAP: "names with values, one a line",
        Kind.TABLE: "keys with values, one a line",
        Kind.LIST: "a list, each item behind `- `",
        Kind.IDS: "a name, or a list of names in [ ]",
        Kind.PEOPLE: "a list of people in [ ]",
    }.get(kind, "one value")
