"""Every mistake the game can point at: its code, what it says, and an example broken and fixed."""

from __future__ import annotations

from game.diagnostics.catalog import choices, effects, facts, files, keys, prose, proved, ways, world
from game.diagnostics.catalog.entry import Example, Mistake
from game.diagnostics.diagnostic import Diagnostic, Span

__all__ = ["CATALOG", "PROVED", "Example", "Mistake", "mistake"]

_CHAPTERS: tuple[tuple[Mistake, ...], ...] = (
    files.MISTAKES,
    keys.MISTAKES,
    facts.MISTAKES,
    effects.MISTAKES,
    prose.MISTAKES,
    choices.MISTAKES,
    ways.MISTAKES,
    world.MISTAKES,
)

CATALOG: dict[str, Mistake] = {entry.code: entry for chapter in _CHAPTERS for entry in chapter}
"""What reading the files finds."""
PROVED: dict[str, Mistake] = {entry.code: entry for entry in (*proved.MISTAKES, *proved.ASSETS)}
"""What only trying every way to play finds, or looking into the assets."""


def mistake(
    code: str, span: Span | None, other: Span | None = None, /, *, guess: str | None = None, **names: object
) -> Diagnostic:
    """Give the finding for a code of the catalogue, its sentences filled in with the author's own words.

    `other` is the second place, where two clash. A guess at what was meant takes the place of the help.
    """
    entry = CATALOG.get(code) or PROVED[code]
    return Diagnostic(
        code=code,
        severity=entry.severity,
        message=entry.message.format(**names),
        span=span,
        help=f"Did you mean '{guess}'?" if guess else entry.help.format(**names),
        other=other,
    )
