"""Everything that is heard, by name: the pieces in scores/, the notes, the sounds, the ambience."""

import pathlib

from assets.forge.music import ambience, mix, notes, sounds
from assets.forge.music.score import SCORES

PIECES = sorted(path.stem for path in SCORES.glob("*.yaml"))
NOTES = sorted(notes.SHAPES)
SOUNDS = "sounds"
AMBIENCE = "ambience"
NAMES = [*PIECES, *NOTES, SOUNDS, AMBIENCE]


def bake(name: str, out: pathlib.Path) -> None:
    """Make one of NAMES under `out`, which is the project's folder `assets`."""
    if name in NOTES:
        notes.bake(name, out / "notes" / name)
    elif name == SOUNDS:
        for sound in sounds.SOUNDS:
            sounds.bake(sound, out / "sounds")
    elif name == AMBIENCE:
        for loop in ambience.AMBIENCES:
            ambience.bake(loop, out / "sounds" / "ambience")
    else:
        mix.bake(name, out / "music" / name)
