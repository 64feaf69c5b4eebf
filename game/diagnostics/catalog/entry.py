"""What the catalogue knows of one mistake."""

from __future__ import annotations

from dataclasses import dataclass

from game.diagnostics.diagnostic import Severity

_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class Example:
    """One file of a small story. `«…»` stand around what a mistake's caret points at; they are no part of it."""

    text: str
    file: str = "mill.yaml"


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

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return _SEVERITIES[self.code[0]]
