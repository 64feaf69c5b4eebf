"""How one mistake is shown: where it is, one plain sentence, the line, a caret, a way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unicodedata import category, east_asian_width

from game.diagnostics.diagnostic import Diagnostic, Report, Severity, Span

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_WIDEST = 160
_MARGIN = 40


def render(diagnostic: Diagnostic, lines: Sequence[str], *, colour: bool = False) -> str:
    """Give the finding as text of several lines, without a line break at its end.

    `lines` are those of the file in which it stands; where it has no place, or that line is not among them,
    the sentence stands alone. Colour only repeats what the words already say.
    """
    severity = f"{diagnostic.severity} {diagnostic.code}"
    if colour:
        severity = f"\x1b[{_COLOURS[diagnostic.severity]}m{severity}\x1b[0m"
    span = diagnostic.span
    parts = [f"{place(span)}: {severity}" if span else severity, f"  {diagnostic.message}"]
    if span and 1 <= span.line <= len(lines) and lines[span.line - 1].strip():
        parts += ["", *_excerpt(span, lines[span.line - 1], colour=colour)]
    if diagnostic.other:
        parts.append(f"  The other is at {place(diagnostic.other)}.")
    if diagnostic.help:
        parts.append(f"  {diagnostic.help}")
    return "\n".join(parts)


def render_report(report: Report, *, colour: bool = False) -> str:
    """Give all findings of a report, an empty line between two."""
    lines: Mapping[str, Sequence[str]] = report.lines
    return "\n\n".join(
        render(finding, lines.get(finding.span.file, ()) if finding.span else (), colour=colour)
        for finding in report.diagnostics
    )


def place(span: Span) -> str:
    """Give `path:line:column`."""
    return f"{span.file}:{span.line}:{span.column}"


def _excerpt(span: Span, line: str, *, colour: bool) -> tuple[str, str]:
    """Give the line and what marks the place below it; of a very long line only the neighbourhood."""
    start = span.column - 1
    left = 0 if len(line) <= _WIDEST else max(0, start - _MARGIN)
    right = len(line) if len(line) <= _WIDEST else left + _WIDEST
    before = ("…" if left else "") + _visible(line[left:start])
    marked = _visible(line[start : min(start + span.length, right)])
    after = _visible(line[start + span.length : right]) + ("…" if right < len(line) else "")
    gutter = f"{span.line:>4} | "
    carets = "^" * max(1, _width(marked))
    if colour:
        carets = f"\x1b[31m{carets}\x1b[0m"
    return gutter + before + marked + after, " " * (len(gutter) + _width(before)) + carets


def _visible(text: str) -> str:
    """Give the text with what a terminal would act upon, or not show, made plain."""
    return "".join(
        " " if letter == "\t" else "�" if category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else letter
        for letter in text
    )


def _width(text: str) -> int:
    """Give how many columns of a terminal the text takes."""
    return sum(
        0 if category(letter) in {"Mn", "Me"} else 2 if east_asian_width(letter) in {"W", "F"} else 1
        for letter in text
    )
