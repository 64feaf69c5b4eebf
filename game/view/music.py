"""The mix: which score is heard, and how loud each of its stems, as the story stands.

The Hush takes music as it takes everything: colour first (the lead), then motion (the rhythm), then names
(the bed). Tension brings the rhythm forward. A place that was commanded keeps its rhythm and loses its tune;
one that was invited has all of both; one as it was found holds a little back. A tune is softer when alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.model.story import Node, Story
from game.play.offers import scenery
from game.play.state import State
from game.view.stage import StageSpec

HUSH: Final = "hush"
"""The fact that says how far the Hush has come, 0 to 7."""
BED: Final = (1.0, 1.0, 1.0, 1.0, 0.95, 0.8, 0.6, 0.4)
RHYTHM: Final = (1.0, 1.0, 1.0, 0.85, 0.6, 0.3, 0.1, 0.0)
LEAD: Final = (1.0, 0.95, 0.8, 0.6, 0.35, 0.15, 0.0, 0.0)
TENSION: Final = ((1.0, 0.55, 1.0), (1.0, 0.8, 1.0), (1.0, 1.0, 0.9), (0.9, 1.0, 0.75))
"""Bed, rhythm and lead at tension 0 to 3."""
MOODS: Final = {"found": (1.0, 0.9, 0.85), "commanded": (0.9, 1.0, 0.3), "invited": (1.0, 1.0, 1.0)}
"""Bed, rhythm and lead by what was made of the place."""
ALONE: Final = 0.75
"""How much of the lead is left where nobody but Lysandra is."""
STILL: Final = 6
"""From here on a place has no sounds of its own."""
QUIET: Final = "quiet"
"""The Hush's own score, from which it takes nothing."""
HEROINE: Final = "lysandra"


@dataclass(frozen=True, slots=True)
class Mix:
    """What should be heard under a node: a score's name (empty: none) and its stems' volumes, 0 to 1."""

    score: str
    bed: float = 1.0
    rhythm: float = 1.0
    lead: float = 1.0
    ambience: str = ""
    """A place's own sound: `night`, `hush` or a picture's name such as `hollow/kiln`; empty for none."""

    def volume(self, stem: str) -> float:
        """The volume of a stem; a recording that has no stems plays as the bed does."""
        return {"rhythm": self.rhythm, "lead": self.lead}.get(stem, self.bed)


SILENCE: Final = Mix("")


def mix(story: Story, state: State, spec: StageSpec) -> Mix:
    """What should be heard on this stage: the node's own score, or its view's, or its place's."""
    hush = _hush(story, state)
    return blend(
        _score(story, story.nodes[state.node]),
        hush=hush,
        tension=spec.tension,
        mood=spec.mood,
        company=any(figure.person != HEROINE for figure in spec.people),
        ambience=_ambience(spec, hush),
    )


def blend(
    score: str,
    *,
    hush: int = 0,
    tension: int = 0,
    mood: str = "",
    company: bool = True,
    ambience: str = "",
) -> Mix:
    """The stems of a score under these circumstances; what is out of range counts as the end of it."""
    hush = 0 if score == QUIET else max(0, min(hush, len(BED) - 1))
    tense = TENSION[max(0, min(tension, len(TENSION) - 1))]
    made = MOODS.get(mood, MOODS["invited"])
    lead = LEAD[hush] * tense[2] * made[2] * (1.0 if company else ALONE)
    return Mix(score, BED[hush] * tense[0] * made[0], RHYTHM[hush] * tense[1] * made[1], lead, ambience)


def _score(story: Story, node: Node) -> str:
    place, view = scenery(story, node)
    if node.music is not None:
        return node.music
    if view is not None and view.music is not None:
        return view.music
    return place.music if place is not None else ""


def _hush(story: Story, state: State) -> int:
    cell = story.cell_index.get(HUSH)
    return 0 if cell is None else state.values[cell]


def _ambience(spec: StageSpec, hush: int) -> str:
    """The Hush at its last, the night, or the picture's own sound."""
    return "hush" if hush >= STILL else "night" if spec.time == "night" else spec.picture
