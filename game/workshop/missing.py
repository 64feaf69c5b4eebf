"""Which of the pictures, pieces and sounds that a story names are not among the assets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game.diagnostics import Diagnostic
from game.diagnostics.catalog import mistake
from game.model.assets import AssetNames, asset_names
from game.model.story import Story


def missing(story: Story, assets: Path) -> tuple[Diagnostic, ...]:
    """Everything that the story names and that the folder does not hold, by kind and then by name."""
    names = asset_names(story)
    return (*_pictures(names, assets), *_heard(names, assets), *_people(names, assets))


def _pictures(names: AssetNames, assets: Path) -> Iterator[Diagnostic]:
    """A picture that is missing among others is a fault; a story may do without any."""
    gone = [name for name in sorted(names.pictures) if not (assets / "places" / name / "view.json").is_file()]
    if gone and len(gone) == len(names.pictures):
        yield mistake("N817", None)
    else:
        yield from (mistake("E805", names.pictures[name], name=name) for name in gone)


def _heard(names: AssetNames, assets: Path) -> Iterator[Diagnostic]:
    for name, span in sorted(names.music.items()):
        if not (assets / "music" / name / "score.json").is_file():
            yield mistake("W818", span, name=name)
    for name, span in sorted(names.sounds.items()):
        if not (assets / "sounds" / f"{name}.ogg").is_file():
            yield mistake("W819", span, name=name)


def _people(names: AssetNames, assets: Path) -> Iterator[Diagnostic]:
    drawn = {person: _looks(assets / "people" / person / "person.json") for person, _ in names.people}
    for (person, look), span in sorted(names.people.items()):
        if look not in drawn[person]:
            yield mistake("W820", span, person=person, look=look)


def _looks(path: Path) -> frozenset[str]:
    """The poses and the expressions of a person's pictures; none if they cannot be read."""
    try:
        poses: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["poses"]
        faces = {face for pose in poses.values() for part in pose["parts"] for face in part.get("faces", ())}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return frozenset()
    return frozenset(poses) | faces
