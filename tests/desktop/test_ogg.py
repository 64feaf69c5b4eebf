"""Chains of links: as long as their sheets say, joined without a step, decoded in small bites."""

from __future__ import annotations

import io
import itertools
import json
from array import array
from pathlib import Path

import pygame
import pytest

from game.desktop.ogg import LAP, read_chain

MUSIC = Path(__file__).parents[2] / "assets" / "music"
RECORDED = MUSIC / "quiet"
SIDES = 2


def _steps(samples: array[int]) -> int:
    return max(abs(after - before) for before, after in itertools.pairwise(samples))


@pytest.mark.parametrize(
    "path", sorted(MUSIC.glob("*/*.ogg")), ids=lambda path: f"{path.parent.name} {path.stem}"
)
def test_a_chain_is_as_long_as_its_sheet_says(path: Path) -> None:
    """So all the stems of a recording come round together."""
    sheet = json.loads((path.parent / "score.json").read_text(encoding="utf-8"))
    chain = read_chain(path)
    assert len(chain.links) > 10
    assert all(path.read_bytes()[start:].startswith(b"OggS") for start, _ in chain.links)
    assert chain.frames == sheet["samples"]


def test_a_chain_is_decoded_whole_and_its_joints_are_smooth(mixer: None) -> None:
    """Where two links meet, the sound moves from sample to sample no further than it does around."""
    chain = read_chain(RECORDED / "bed.ogg")
    links = [pygame.mixer.Sound(file=_file(chain.path, *link)) for link in chain.links]
    lengths = [len(memoryview(link).cast("B")) // (2 * SIDES) for link in links]  # type: ignore[arg-type]
    samples = array("h", [sample for block in chain.blocks(SIDES) for sample in block[::SIDES]])
    assert len(samples) == chain.frames
    cuts = itertools.accumulate(length - LAP * (2 if number else 1) for number, length in enumerate(lengths))
    for cut in list(cuts)[:-1]:
        around = samples[cut - 3000 : cut + 3000]
        at = samples[cut - 300 : cut + 300]
        assert any(at), "there is sound at the joint"
        assert _steps(at) <= 1.2 * _steps(around[:2600] + around[3400:]) + 60


def _file(path: Path, start: int, end: int) -> io.BytesIO:
    return io.BytesIO(path.read_bytes()[start:end])


def test_what_is_no_recording_has_no_links(tmp_path: Path) -> None:
    other = tmp_path / "other.ogg"
    other.write_bytes(b"RIFF and so on")
    assert read_chain(other).links == ()
    other.write_bytes(b"")
    assert read_chain(other).links == ()


def test_without_a_mixer_nothing_is_decoded() -> None:
    pygame.mixer.quit()
    with pytest.raises(pygame.error):
        next(read_chain(RECORDED / "bed.ogg").blocks(SIDES))
