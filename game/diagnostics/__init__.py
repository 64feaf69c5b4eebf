"""What one mistake is, and how it is shown."""

from game.diagnostics.catalog import mistake
from game.diagnostics.diagnostic import Diagnostic, Report, Severity, Span
from game.diagnostics.passage import Passage
from game.diagnostics.render import render, render_report

__all__ = ["Diagnostic", "Passage", "Report", "Severity", "Span", "mistake", "render", "render_report"]
