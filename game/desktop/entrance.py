"""How a scene comes: the place first, then its people; and where one begins to read, the words last."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.desktop.stage import Stage
from game.view.stage import StageSpec

LEAD: Final = 0.45
"""Seconds that the first place has for itself before anything is said in it."""
LONGEST: Final = 2.0
"""Seconds after which words wait no longer, whatever the disk does."""


class Entrance:
    """Shows the stages of a journey; people come once the place in which they stand is there."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._here: frozenset[str] = frozenset()
        self._spec: StageSpec | None = None
        """Whose people are still to come."""
        self._waited = 0.0
        self._lead = LEAD
        self.wordless = True
        """Whether words have to wait: only at the beginning, until place and people are there."""

    def show(self, spec: StageSpec, *, at_once: bool = False) -> None:
        """Show a stage; whoever is there already and belongs to it stays."""
        if at_once:
            self._stage.show(spec, at_once=True)
            self._here, self._spec, self.wordless = _people(spec), None, False
            return
        self._stage.company.expect(spec.people)
        staying = tuple(figure for figure in spec.people if figure.person in self._here)
        self._stage.show(replace(spec, people=staying))
        self._spec, self._waited = spec, 0.0
        self._come()

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._waited += seconds
        self._come()
        if self.wordless and self._spec is None:
            self._lead -= seconds
            self.wordless = self._waited < LONGEST and (self._lead > 0 or self._stage.company.waiting)

    def hurry(self) -> None:
        """Let the words come now."""
        self.wordless = False

    def _come(self) -> None:
        """Let those who are still to come do so, if their place is there or is too long in coming."""
        if self._spec is not None and (not self._stage.waiting or self._waited >= LONGEST):
            self._stage.show(self._spec)
            self._here, self._spec = _people(self._spec), None


def _people(spec: StageSpec) -> frozenset[str]:
    return frozenset(figure.person for figure in spec.people)
