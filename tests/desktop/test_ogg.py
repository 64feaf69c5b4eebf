"""Chains of links: as long as their sheets say, joined without a step, decoded in small bites."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.desktop.ogg import LAP, decode, frames, length, links

RECORDED = Path(__file__).parents[2] / "assets" / "music" / "quiet"
CHANNELS = 2


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    pygame.mixer.init(44100, -16, CHANNELS, 512, allowedchanges=0)
    yield
    pygame.mixer.quit()


def _steps(samples: list[int]) -> int:
    return max(abs(after - before) for before, after in itertools.pairwise(samples))


def test_a_chain_is_as_long_as_its_sheet_says() -> None:
    sheet = json.loads((RECORDED / "score.json").read_text(encoding="utf-8"))
    chain = links((RECORDED / "bed.ogg").read_bytes())
    assert len(chain) > 10
    assert all(link.startswith(b"OggS") for link in chain)
    assert length(chain) == sheet["samples"]


def test_a_chain_is_decoded_whole_and_its_joints_are_smooth(mixer: None) -> None:
    """Where two links meet, the sound moves from sample to sample no further than it does around."""
    path = RECORDED / "bed.ogg"
    chain = links(path.read_bytes())
    sound: Any = decode(path)
    samples = memoryview(sound).cast("B").cast("h")
    assert len(samples) == length(chain) * CHANNELS
    cuts = itertools.accumulate(
        frames(link) - LAP * (2 if number else 1) for number, link in enumerate(chain)
    )
    for cut in list(cuts)[:-1]:
        around = samples[(cut - 3000) * CHANNELS : (cut + 3000) * CHANNELS].tolist()[::CHANNELS]
        at = samples[(cut - 300) * CHANNELS : (cut + 300) * CHANNELS].tolist()[::CHANNELS]
        assert any(at), "there is sound at the joint"
        assert _steps(at) <= 1.2 * _steps(around[:2600] + around[3400:]) + 60


def test_what_is_no_recording_is_none(tmp_path: Path, mixer: None) -> None:
    (tmp_path / "empty.ogg").write_bytes(b"")
    (tmp_path / "broken.ogg").write_bytes(b"OggS" + bytes(100))
    held = (RECORDED / "bed.ogg").read_bytes()
    (tmp_path / "cut.ogg").write_bytes(held[: len(held) // 2])
    assert decode(tmp_path / "nothing.ogg") is None
    assert decode(tmp_path / "empty.ogg") is None
    assert decode(tmp_path / "broken.ogg") is None
    assert links(b"RIFF and so on") == []
    half = decode(tmp_path / "cut.ogg")
    assert half is None or half.get_length() < 60


def test_without_a_mixer_nothing_is_decoded() -> None:
    pygame.mixer.quit()
    assert decode(RECORDED / "bed.ogg") is None
