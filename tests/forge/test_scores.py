"""Every piece can be read, is clean counterpoint, has its motifs; its recording is what was written."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assets.forge.music.counterpoint import leaps, parallels, statements
from assets.forge.music.perform import perform
from assets.forge.music.score import SCORES, Score, read_score
from assets.forge.music.sheet import describe
from game.desktop.ogg import read_chain

MUSIC = Path(__file__).parents[2] / "assets" / "music"
PIECES = sorted(path.stem for path in SCORES.glob("*.yaml"))
MOTIFS = {
    "hollow": ["kindling", "pull", "lullaby", "bram", "lysandra"],
    "overture": ["kindling"],
    "title": ["kindling", "lysandra"],
    "night": ["lysandra"],
    "lullaby": ["lullaby"],
    "kindling_invite": ["kindling", "lysandra", "bram"],
    "kindling_command": ["kindling"],
    "quiet": [],
}
DRIFT = 0.1
"""Seconds that a player may be early or late at most."""


def _sheet(name: str) -> dict[str, object]:
    told: dict[str, object] = json.loads((MUSIC / name / "score.json").read_text(encoding="utf-8"))
    return told


def _frames(ogg: Path) -> int:
    """How long a recording is."""
    return read_chain(ogg).frames


@pytest.fixture(params=PIECES)
def score(request: pytest.FixtureRequest) -> Score:
    return read_score(request.param)


def test_every_piece_is_named_here() -> None:
    assert sorted(MOTIFS) == PIECES


def test_the_counterpoint_is_clean(score: Score) -> None:
    assert [*parallels(score), *leaps(score)] == []


def test_its_motifs_are_there_by_their_pitches(score: Score) -> None:
    assert [motif for motif in MOTIFS[score.name] if not statements(score, motif)] == []


def test_parallels_and_leaps_are_found() -> None:
    """The marking itself is marked: a part moved in octaves with another is a fault."""
    score = read_score("hollow")
    bass, top = score.players["cb"].part, score.players["vla"].part
    for note in top.notes:
        note.pitch += 19
    bass.notes[:] = [replace(note, pitch=note.pitch - 24, slurred=True, motif=None) for note in top.notes]
    top.notes[5].pitch += 20
    assert any("octaves" in fault for fault in parallels(score))
    assert any(fault.startswith("leap vla") for fault in leaps(score))


def test_no_two_loops_share_tempo_key_and_metre() -> None:
    looks = [(read_score(name).source["key"], read_score(name).source["metre"]) for name in PIECES]
    loops = [look for look, name in zip(looks, PIECES, strict=True) if read_score(name).loop]
    assert len(set(loops)) == len(loops)


def test_it_is_played_the_same_way_every_time_and_nearly_in_time(score: Score) -> None:
    for player in score.players.values():
        events = perform(score, player)
        assert events == perform(score, player)
        ons = sorted(event.second for event in events if event.kind == "on")
        written = sorted(score.clock.time(float(note.start)) for note in player.part.notes)
        assert all(abs(one - other) < DRIFT for one, other in zip(ons, written, strict=True))
        assert all(0 < event.second_value <= 127 for event in events if event.kind == "on")


def test_the_sheet_tells_what_is_written(score: Score) -> None:
    sheet = _sheet(score.name)
    sheet.pop("lufs")
    assert sheet == json.loads(json.dumps(describe(score)))


def test_the_stems_are_all_as_long_as_written(score: Score) -> None:
    folder = MUSIC / score.name
    assert sorted(path.stem for path in folder.glob("*.ogg")) == sorted(score.stems)
    assert {_frames(path) for path in folder.glob("*.ogg")} == {score.samples}
    assert score.samples % 64 == 0
