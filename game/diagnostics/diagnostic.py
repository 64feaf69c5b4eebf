"""One mistake, with its place in the author's own files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a diagnostic matters: an error stops the story, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """A stretch of one line of one file; line and column count from 1, in characters."""

    file: str
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, where, and what would put it right."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    help: str = ""
    other: Span | None = None
    """The second place, where two places clash."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found in one run, in the order of the files."""

    diagnostics: tuple[Diagnostic, ...] = ()
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict, compare=False, repr=False)
    """The lines of every file in which something was found, so that it can be shown."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that keep the story from being played."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)
