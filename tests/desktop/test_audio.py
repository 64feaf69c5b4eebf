"""Sound never fails: no card, no file, a card that goes and comes back; and its clock goes on regardless."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.desktop import audio as audio_module
from game.desktop.audio import Audio
from game.desktop.card import SILENT
from game.desktop.fade import Fade
from game.desktop.sheet import read_sheet
from game.desktop.sound import Sound
from game.view.music import Mix
from tests.desktop.recordings import tone, write_score, write_sound

FRAME = 1 / 60


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    write_score(tmp_path / "music" / "one", [tone(220, 0.1)] * 3, seconds=1.0)
    write_score(tmp_path / "music" / "two", [tone(330, 0.1)] * 3, seconds=1.0, tonic=67)
    write_score(tmp_path / "music" / "song", [tone(440, 0.1)], seconds=0.3, loop=False, stems=("whole",))
    write_sound(tmp_path / "notes" / "harp" / "64.ogg", 0.4, tone(330, 0.5))
    write_sound(tmp_path / "sounds" / "knock.ogg", 0.1, tone(200, 0.5))
    write_sound(tmp_path / "sounds" / "ambience" / "hollow.ogg", 0.5, tone(100, 0.1))
    return tmp_path


@pytest.fixture
def audio(assets: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Audio]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    opened = Audio.open(assets)
    yield opened
    opened.close()


def _until(audio: Audio, holds: Callable[[], bool], limit: float = 30.0) -> None:
    """Let time pass until something holds; a busy machine may take its time."""
    end = time.perf_counter() + limit
    while not holds():
        assert time.perf_counter() < end, "it never came to pass"
        audio.update(FRAME)
        time.sleep(FRAME / 8)


def _pass(audio: Audio, updates: int) -> None:
    for _ in range(updates):
        audio.update(FRAME)
        time.sleep(FRAME / 8)


def _busy() -> int:
    return sum(pygame.mixer.Channel(number).get_busy() for number in range(audio_module.CHANNELS))


def test_without_a_card_it_says_why_and_does_no_harm(
    assets: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nosuchdriver")
    silent = Audio.open(assets)
    assert silent.silent_reason == SILENT
    assert not capfd.readouterr().err, "and the terminal stays clean"
    silent.play(Mix("one"))
    silent.note("harp", 64)
    silent.sound("knock")
    silent.piece("song")
    silent.prepare("harp", [64])
    silent.ambience("hollow/kiln")
    silent.duck(True)
    silent.volumes(0.5, 0.5, 0.5)
    assert not silent.performing_piece
    silent.close()


def test_the_beat_goes_on_without_a_card(assets: Path) -> None:
    silent = Audio.open(assets, wanted=False)
    assert (silent.beat, silent.until_beat, silent.tonic) == (0.0, 0.0, audio_module.TONIC)
    silent.play(Mix("two"))
    for _ in range(8):
        silent.update(1 / 64)
    assert silent.tonic == 67
    assert silent.scale == (0, 2, 4, 5, 7, 9, 11)
    assert silent.seconds == pytest.approx(0.125)
    assert silent.beat == pytest.approx(0.5)
    assert silent.until_beat == pytest.approx(0.125)
    silent.close()


def test_a_score_plays_on_three_channels_and_gives_way_to_another(audio: Audio) -> None:
    audio.play(Mix("one"))
    _until(audio, lambda: _busy() == 3)
    audio.play(Mix("two"))
    _until(audio, lambda: _busy() == 4)
    _until(audio, lambda: _busy() == 3)
    audio.play(Mix(""))
    _until(audio, lambda: _busy() == 0)


def test_what_is_asked_back_soon_never_stops(audio: Audio) -> None:
    audio.play(Mix("one"))
    _until(audio, lambda: _busy() == 3)
    _pass(audio, 90)
    audio.play(Mix("two"))
    _pass(audio, 6)
    audio.play(Mix("one"))
    _pass(audio, 90)
    assert _busy() == 3
    assert audio.tonic == 64


def test_the_clock_follows_the_card(audio: Audio) -> None:
    audio.play(Mix("one"))
    _until(audio, lambda: _busy() == 3)
    heard: list[float] = []
    while len(heard) < 200:
        audio.update(FRAME)
        time.sleep(FRAME / 8)
        if not heard or audio.seconds != heard[-1]:
            heard.append(audio.seconds)
    turns = sum(after < before for before, after in itertools.pairwise(heard))
    assert turns <= 3, "it runs on, but for the seam of a loop of one second"
    assert len({round(second, 2) for second in heard}) > 20


def test_notes_and_sounds_play_at_once_and_strangers_are_silence(audio: Audio) -> None:
    audio.note("harp", 64)
    audio.note("harp", 64)
    assert _busy() == 2
    audio.sound("knock")
    assert _busy() == 3
    audio.note("harp", 3)
    audio.note("bagpipe", 64)
    audio.sound("nobody recorded this")
    assert _busy() == 3


def test_more_notes_than_channels_take_the_oldest(audio: Audio) -> None:
    audio.prepare("harp", [64, 65])
    for _ in range(audio_module.NOTES + 3):
        audio.note("harp", 64)
    assert _busy() == audio_module.NOTES


def test_a_view_without_a_sound_has_its_places(audio: Audio) -> None:
    audio.play(Mix("", ambience="hollow/kiln"))
    _until(audio, lambda: _busy() == 1)
    audio.ambience("elsewhere/hill")
    _until(audio, lambda: _busy() == 0)


def test_a_piece_plays_once(audio: Audio) -> None:
    audio.play(Mix("one"))
    _until(audio, lambda: _busy() == 3)
    audio.piece("song")
    assert audio.performing_piece
    audio.piece("nothing of that name")
    _until(audio, lambda: _busy() == 4)
    _until(audio, lambda: not audio.performing_piece)
    assert _busy() == 3


def test_a_card_that_goes_is_noticed_and_one_that_comes_back_plays(
    audio: Audio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audio_module, "LOOK", 0.05)
    monkeypatch.setattr(audio_module, "PATIENCE", (0.1, 0.2))
    audio.play(Mix("one"))
    _until(audio, lambda: _busy() == 3)
    there = False
    monkeypatch.setattr(audio_module, "card_present", lambda: there)
    monkeypatch.setattr(audio_module, "open_card", lambda _channels, *, mono: f"no card, mono {mono}")
    _until(audio, lambda: audio.silent_reason == "no card, mono False")
    assert not pygame.mixer.get_init()
    before = audio.seconds
    audio.update(FRAME)
    assert audio.seconds != before, "the clock goes on"
    monkeypatch.undo()
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    _until(audio, lambda: audio.silent_reason == "" and _busy() == 3)


def test_a_sheet_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    assert read_sheet(tmp_path) is None
    (tmp_path / "score.json").write_text('{"name": 1', encoding="utf-8")
    assert read_sheet(tmp_path) is None
    (tmp_path / "score.json").write_text('{"name": "x", "stems": 4}', encoding="utf-8")
    assert read_sheet(tmp_path) is None


def test_a_missing_stem_is_silent_and_the_others_play(audio: Audio, assets: Path) -> None:
    (assets / "music" / "one" / "lead.ogg").write_bytes(b"not a recording")
    (assets / "music" / "one" / "rhythm.ogg").unlink()
    audio.play(Mix("one"))
    _until(audio, lambda: _busy() > 0)
    assert _busy() == 1


def test_a_fade_moves_in_small_steps_even_after_a_hitch() -> None:
    fade = Fade(0.0)
    fade.aim(1.0, 1.0)
    fade.step(30.0)
    assert fade.level == pytest.approx(0.02)
    while fade.level < 1.0:
        fade.step(FRAME)
    fade.step(FRAME)
    assert fade.level == 1.0
    assert not fade.silent


def test_silence_is_told_once(assets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nosuchdriver")
    sound = Sound(assets)
    assert sound.complaint() == SILENT
    assert not sound.complaint()
    sound.close()
