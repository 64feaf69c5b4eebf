"""One channel for both ears: at once, and the music goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.desktop import audio as audio_module
from game.desktop.audio import Audio
from game.desktop.kit import Kit
from game.desktop.sound import Sound
from game.saves import Settings
from game.view.music import Mix
from tests.desktop.conftest import ASSETS
from tests.desktop.recordings import tone, write_score, write_sound


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    write_score(tmp_path / "music" / "one", [tone(220, 0.1)] * 3, seconds=1.0)
    write_sound(tmp_path / "notes" / "harp" / "64.ogg", 0.4, tone(330, 0.5))
    return tmp_path


def channels() -> int:
    return (pygame.mixer.get_init() or (0, 0, 0))[2]


def until(audio: Audio, holds: Callable[[], bool]) -> None:
    end = time.perf_counter() + 20
    while not holds():
        assert time.perf_counter() < end, "it never came to pass"
        audio.update(1 / 60)
        time.sleep(1 / 500)


def playing() -> bool:
    return any(pygame.mixer.Channel(number).get_busy() for number in range(audio_module.CHANNELS))


def test_it_takes_effect_while_music_plays(assets: Path) -> None:
    """The card is opened anew, the same score is heard again, and its clock has not gone back."""
    audio = Audio.open(assets)
    try:
        audio.play(Mix("one"))
        until(audio, playing)
        before, note = audio._passed, audio._notes.get("harp/64")
        assert channels() == 2
        assert note is not None
        audio.mono(True)
        assert channels() == 1
        until(audio, playing)
        assert audio._passed >= before
        again = audio._notes.get("harp/64")
        assert again is not None
        assert again is not note, "what was decoded for two channels would play too fast on one"
        assert abs(again.get_length() - 0.4) < 0.02
        audio.mono(False)
        assert channels() == 2
    finally:
        audio.close()


def test_the_setting_is_followed_at_once(assets: Path) -> None:
    sound = Sound(assets)
    try:
        kit = Kit(ASSETS, Settings(), (800, 600), sound)
        assert channels() == 2
        kit.change(kit.settings.with_value("mono", True))
        assert channels() == 1
    finally:
        sound.close()
