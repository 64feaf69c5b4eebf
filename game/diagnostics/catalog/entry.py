"""What the catalogue knows of one mistake, and how its examples are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import indent

from game.diagnostics.diagnostic import Severity

_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class Example:
    """One file beside a small story (`catalog.story`).

    `«…»` stand around what a mistake's caret points at; they are no part of the file.
    """

    text: str
    file: str = "night.yaml"
    encoding: str = "utf-8"
    padding: int = 0
    """How many blanks of comment follow, for a file that is too large."""
    alone: bool = False
    """Whether the small story is left out, and this is all there is."""

    @property
    def plain(self) -> str:
        """The file's text without the marks."""
        return self.text.replace("«", "").replace("»", "")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One kind of mistake. Codes never change their meaning; the letter says how much it matters."""

    code: str
    title: str
    """A heading for it in the list of mistakes."""
    message: str
    """One sentence; names in braces are filled in with the author's own words."""
    help: str
    """What puts it right, where no guess can be made."""
    broken: Example
    fixed: Example
    names: Mapping[str, str] = field(default_factory=dict)
    """What fills in the sentences for the broken example, where more than reading it is wanted to find it."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return _SEVERITIES[self.code[0]]


def node(body: str) -> Example:
    """Give a file with one node that has these keys."""
    return Example("at: hollow\nnodes:\n  night.bell:\n" + indent(body, "    ") + "\n")


def prose(words: str) -> Example:
    """Give a node with this text and a way on."""
    return node(f"text: |\n{indent(words, '  ')}\nchoices: |\n  Go on -> hollow.square")


def choices(lines: str) -> Example:
    """Give a node with these choices."""
    return node(f"text: |\n  The bell hangs over the square.\nchoices: |\n{indent(lines, '  ')}")


def guard(words: str) -> Example:
    """Give a node with a choice that is open under this condition."""
    return choices(f"Ring it -> hollow.roof when {words}\nGo on -> hollow.square")


def effects(words: str) -> Example:
    """Give a node with a choice that has these effects."""
    return choices(f"Ring it -> hollow.roof do {words}\nGo on -> hollow.square")
