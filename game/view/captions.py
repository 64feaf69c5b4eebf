"""Sounds in words, for whoever does not hear them: each stands in brackets where it would sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from game.model.text import Cue, CueKind
from game.view.block import Block, Run

CAPTIONS: Final[Mapping[str, str]] = {
    "bell_flat": "a bell, a hair flat",
    "bell_small": "a small bell",
    "bell_three": "three notes, from a bell",
    "bell_tin": "a tin bell",
    "bucket": "a bucket, set down",
    "door": "a door",
    "drop": "a drop of water",
    "drum": "drums, six on one beat",
    "horn": "a horn, far up",
    "hum": "somebody humming, three notes",
    "kiln_catch": "a fire that catches",
    "kiln_roar": "a fire that roars",
    "knock": "a knock: long, short, short, long",
    "knock_far": "a knock, far off",
    "knock_once": "one knock",
    "knock_small": "a knock, quick and soft",
    "latch": "a latch",
    "nail": "a nail going in",
    "step": "one step",
}
"""What each sound is called; another goes by its own name."""


def caption(sound: str) -> str:
    """A sound in words, in brackets."""
    return f"[{CAPTIONS.get(sound, sound.replace('_', ' '))}]"


def captioned(block: Block) -> Block:
    """The block with every sound in words where it sounds; its cues stand before them."""
    if not any(cue.kind is CueKind.SOUND for _, cue in block.cues):
        return block
    runs: list[Run] = []
    cues: list[tuple[int, Cue]] = []
    rest, at, length = list(block.runs), 0, 0
    for place, cue in block.cues:
        taken, rest = _split(rest, place - at)
        runs += taken
        at, length = place, length + sum(len(run.text) for run in taken)
        cues.append((length, cue))
        if cue.kind is CueKind.SOUND:
            words = _spaced(caption(cue.name), before=runs, after=rest)
            runs.append(Run(words))
            length += len(words)
    return replace(block, runs=(*runs, *rest), cues=tuple(cues))


def _split(runs: list[Run], length: int) -> tuple[list[Run], list[Run]]:
    """The first so many characters of the runs, and the others."""
    taken: list[Run] = []
    for number, run in enumerate(runs):
        if length <= 0:
            return taken, runs[number:]
        if len(run.text) > length:
            head, tail = replace(run, text=run.text[:length]), replace(run, text=run.text[length:])
            return [*taken, head], [tail, *runs[number + 1 :]]
        taken.append(run)
        length -= len(run.text)
    return taken, []


def _spaced(words: str, *, before: list[Run], after: list[Run]) -> str:
    """The words with blanks between them and what stands around."""
    left = " " if before and not before[-1].text.endswith(" ") else ""
    right = " " if after and not after[0].text.startswith(" ") else ""
    return left + words + right
