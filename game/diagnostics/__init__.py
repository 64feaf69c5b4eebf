"""What one mistake is, and how it is shown."""

from game.diagnostics.diagnostic import Diagnostic, Report, Severity, Span

__all__ = ["Diagnostic", "Report", "Severity", "Span"]
