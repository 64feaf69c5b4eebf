"""Tapes hold a few seconds of a recording, are written on in time, and survive a wrong clock."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game.desktop import tape as tape_module
from game.desktop.ogg import read_chain, samples_of
from game.desktop.tape import AHEAD, CLEAR, Feeder, Tape
from tests.desktop.recordings import RATE, tone, write_sound

ASSETS = Path(__file__).parents[2] / "assets"
RECORDED = ASSETS / "music" / "quiet" / "bed.ogg"
SIDES = 2


@pytest.fixture
def tape(mixer: None) -> Tape:
    made = Tape.open(RECORDED, loop=True)
    assert made
    return made


@pytest.fixture
def whole(mixer: None) -> bytes:
    return b"".join(block.tobytes() for block in read_chain(RECORDED).blocks(SIDES))


def _sounding(tape: Tape, second: float, seconds: float) -> bytes:
    """What the mixer will play of a tape from a second on, as things stand."""
    ring = samples_of(tape.sound).tobytes()
    size = 2 * SIDES
    start = round(second * RATE) * size % len(ring)
    return (ring + ring)[start : start + round(seconds * RATE) * size]


def test_a_tape_holds_a_few_seconds_however_long_the_recording_is(tape: Tape) -> None:
    assert tape.seconds > 60
    assert tape.sound.get_length() == pytest.approx(AHEAD)
    assert tape.streamed
    assert tape.loops == -1


def test_what_is_ahead_is_the_recording_round_its_end_too(tape: Tape, whole: bytes) -> None:
    """Looked at now and then, each time as far as is surely there; the seam of the loop is among it."""
    size = 2 * SIDES
    for second in (0.0, 1.1, 6.0, 13.0, 20.5, 27.0, 34.0, 41.0, 48.0, 55.0, 62.0, 66.0, 70.0):
        tape.write_on(second)
        start = round(second * RATE) * size
        seconds = AHEAD - CLEAR
        assert _sounding(tape, second, seconds) == (whole * 3)[start : start + round(seconds * RATE) * size]


@pytest.mark.parametrize("wrong", [3600.0, -5.0, 40.0])
def test_a_clock_that_was_wrong_for_a_moment_does_no_lasting_harm(tape: Tape, wrong: float) -> None:
    """However far it leapt: little is decoded for it, and what is then written on is music without a gap."""
    tape.write_on(1.0)
    written = tape._written
    tape.write_on(wrong)
    assert tape._written - written <= wrong * RATE * SIDES + AHEAD * RATE * SIDES
    tape.write_on(2.0)
    before = tape._written
    assert 2.0 * RATE * SIDES < before <= (2.0 + AHEAD) * RATE * SIDES
    tape.write_on(5.0)
    assert tape._written == round((5.0 + AHEAD - CLEAR) * RATE) * SIDES


def test_tapes_that_are_written_on_by_a_wrong_clock_stay_together(mixer: None) -> None:
    tapes = [Tape.open(RECORDED.with_stem(stem), loop=True) for stem in ("bed", "rhythm", "lead")]
    for second in (0.5, 3600.0, 1.5, 9.0, 4000.0, 10.0, 12.0):
        for tape in tapes:
            assert tape
            tape.write_on(second)
    assert len({tape._written for tape in tapes if tape}) == 1


def test_what_plays_once_ends_in_silence(mixer: None) -> None:
    piece = ASSETS / "music" / "lullaby" / "whole.ogg"
    tape = Tape.open(piece, loop=False)
    assert tape
    assert tape.seconds == pytest.approx(read_chain(piece).frames / RATE)
    second = 0.0
    while second < tape.seconds + 2:
        tape.write_on(second)
        second += 4.0
    assert not any(_sounding(tape, second - 1, AHEAD - CLEAR - 1))


def test_what_is_short_is_kept_whole(mixer: None, tmp_path: Path) -> None:
    around = Tape.open(ASSETS / "sounds" / "ambience" / "night.ogg", loop=True)
    assert around
    assert not around.streamed
    assert around.sound.get_length() == pytest.approx(around.seconds, abs=0.001)
    assert around.loops == -1
    write_sound(tmp_path / "one.ogg", 0.5, tone(300, 0.5))
    once = Tape.open(tmp_path / "one.ogg", loop=False)
    assert once
    assert (once.loops, once.streamed) == (0, False)


def test_what_is_no_recording_is_none(tmp_path: Path, mixer: None) -> None:
    (tmp_path / "empty.ogg").write_bytes(b"")
    (tmp_path / "broken.ogg").write_bytes(b"OggS" + bytes(100))
    for name in ("nothing", "empty", "broken"):
        assert Tape.open(tmp_path / f"{name}.ogg", loop=True) is None


@pytest.mark.parametrize("room", [True, False])
def test_where_there_is_no_room_on_the_disk_it_is_decoded_as_it_plays(
    mixer: None, whole: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, room: bool
) -> None:
    """Then the recording has to stay where it is: what is no longer there is silence."""

    def full() -> None:
        raise OSError(errno.ENOSPC, "full")

    if not room:
        monkeypatch.setattr(tape_module, "TemporaryFile", full)
    taken = tmp_path / "taken.ogg"
    taken.write_bytes(RECORDED.read_bytes())
    tape = Tape.open(taken, loop=True)
    assert tape
    tape.write_on(5.0)
    at = round(5 * RATE) * 2 * SIDES
    assert _sounding(tape, 5.0, 4.0) == whole[at : at + 4 * RATE * 2 * SIDES]
    taken.unlink()
    for second in (8.0, 12.0, 16.0):
        tape.write_on(second)
    assert any(_sounding(tape, 21.0, 1.0)) is room


def test_without_a_mixer_there_is_no_tape() -> None:
    assert Tape.open(RECORDED, loop=True) is None


def test_a_feeder_writes_on_what_plays_and_lets_go_of_what_is_stopped(
    mixer: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let the card's clock run on by hand: the feeder follows, whatever else is being done."""
    now = 10.0
    monkeypatch.setattr(tape_module, "EVERY", 0.01)
    monkeypatch.setattr(tape_module, "card_time", lambda: now)
    feeder, tape = Feeder(), Tape.open(RECORDED, loop=True)
    assert tape
    feeder.keep(tape, now)
    now = 13.0
    _wait(lambda: tape._written == round((3.0 + AHEAD - CLEAR) * RATE) * SIDES)
    tape.stopped = True
    time.sleep(0.1)
    now = 16.0
    time.sleep(0.1)
    feeder.close()
    assert tape._written == round((3.0 + AHEAD - CLEAR) * RATE) * SIDES


def _wait(holds: Callable[[], bool]) -> None:
    end = time.perf_counter() + 20
    while not holds():
        assert time.perf_counter() < end, "it never came to pass"
        time.sleep(0.01)
