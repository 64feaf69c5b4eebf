"""What a YAML parser stumbled over, in a writer's words."""

from __future__ import annotations

import re

import yaml

from game.diagnostics import Diagnostic, Span, mistake
from game.loading.tree import Source

_WORD = re.compile(r":|[^\s:]+")


def explain(error: yaml.MarkedYAMLError, source: Source) -> Diagnostic:  # noqa: PLR0911  (one a stumble)
    """Give the finding for an error of either parser (they word them differently)."""
    problem = error.problem or ""
    context = error.context or ""
    at = _span(source, error.problem_mark or error.context_mark)
    opened = _span(source, error.context_mark or error.problem_mark)
    line = source.lines[at.line - 1] if at.line <= len(source.lines) else ""
    before = line[: at.column - 1]
    if "mapping values are not allowed" in problem:
        return mistake("E106", at) if ": " in before else mistake("E108", word_span(source, at.line, 0))
    if "escape" in problem:
        return mistake("E123", opened)
    if "quoted scalar" in context:
        return mistake("E107", opened)
    if "could not find expected ':'" in problem:
        return mistake("E119", word_span(source, opened.line, opened.column - 1))
    if "block scalar" in context:
        return mistake("E120", at)
    if "cannot start any token" in problem or "alias" in context or "anchor" in context:
        return mistake(
            "E121", opened if "alias" in context or "anchor" in context else at, sign=_sign(line, at)
        )
    if "flow" in context:
        return mistake("E122", opened, sign=_sign(source.lines[opened.line - 1], opened))
    if "block node" in context:
        return mistake("E121", at, sign=_sign(line, at))
    if "block mapping" in context or "block collection" in context:
        return mistake("E118" if before.strip() else "E108", word_span(source, at.line, at.column - 1))
    return mistake("E109", word_span(source, at.line, at.column - 1))


def _sign(line: str, span: Span) -> str:
    return line[span.column - 1 : span.column] or " "


def _span(source: Source, mark: yaml.Mark | None) -> Span:
    """Give the place of a mark; one behind the last line is moved onto the last that has something on it."""
    line, column = (mark.line, mark.column) if mark else (0, 0)
    while line > 0 and (line >= len(source.lines) or not source.lines[line].strip()):
        line -= 1
        column = len(source.lines[line])
    return Span(source.path, line + 1, column + 1)


def word_span(source: Source, line: int, start: int) -> Span:
    """Give the place of the first word of a line (from 1) that begins at or behind a column (from 0)."""
    match = _WORD.search(source.lines[line - 1] if line <= len(source.lines) else "", start)
    if match is None:
        return Span(source.path, line, start + 1)
    return Span(source.path, line, match.start() + 1, match.end() - match.start())
