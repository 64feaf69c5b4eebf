"""What would have been heard, read from SDL's disk driver: stems aligned, no click in a fade or hand-over."""

from __future__ import annotations

import itertools
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from game.desktop.ogg import read_chain
from tests.desktop.recordings import LOUD, RATE, tone, write_score

ROOT = Path(__file__).parents[2]
RECORDED = ROOT / "assets" / "music" / "quiet"
LEVEL = 0.5
HERTZ = 60.0
OWN_STEP = LEVEL * 2 * 3.1416 * HERTZ / RATE
"""How far the test tone itself moves from one sample to the next."""


def _heard(folder: Path, scene: str) -> array[int]:
    """The left channel of what the scene sounds like."""
    raw = folder / "heard.raw"
    script = [sys.executable, "-m", "tests.desktop.listen", str(folder), str(raw), scene]
    subprocess.run(script, cwd=ROOT, check=True, capture_output=True, timeout=60)  # noqa: S603 - our own script
    samples = array("h")
    samples.frombytes(raw.read_bytes()[: raw.stat().st_size // 4 * 4])
    return samples[::2]


def _cut_short(source: Path, target: Path, links: int) -> array[int]:
    """Write a recording's first links, and give the left channel of what they hold."""
    target.parent.mkdir(parents=True, exist_ok=True)
    end = read_chain(source).links[links - 1][1]
    target.write_bytes(source.read_bytes()[:end])
    return array("h", [sample for block in read_chain(target).blocks(2) for sample in block[::2]])


def _steps(heard: array[int]) -> float:
    """The largest step between two samples, as a share of full scale."""
    return max(abs(after - before) for before, after in itertools.pairwise(heard)) / LOUD


def test_stems_are_aligned_sample_for_sample(tmp_path: Path) -> None:
    """Each stem clicks on the same frames; had one started a buffer late, its clicks would stand alone."""
    levels = (0.1, 0.2, 0.4)
    clicks = [lambda frame, level=level: level if frame % 4410 == 2205 else 0.0 for level in levels]
    write_score(tmp_path / "music" / "one", clicks)
    heard = [sample / LOUD for sample in _heard(tmp_path, "stems")]
    found = [(frame, sample) for frame, sample in enumerate(heard) if sample > 0.05]
    faded_in = [(frame, sample) for frame, sample in found if frame > found[0][0] + 2 * RATE]
    assert len(faded_in) > 15, "it went round at least once after it had faded in"
    assert all(sample == pytest.approx(sum(levels), abs=0.03) for _, sample in faded_in)
    assert {after[0] - before[0] for before, after in itertools.pairwise(faded_in)} == {4410}


def test_nothing_clicks_while_scores_hand_over(tmp_path: Path) -> None:
    """A cut would be a step as high as the tone; the steps of a fade are a few hundredths of it."""
    write_score(tmp_path / "music" / "one", [tone(HERTZ, LEVEL / 3)] * 3)
    write_score(tmp_path / "music" / "two", [tone(HERTZ, LEVEL)], stems=("whole",))
    heard = _heard(tmp_path, "handover")
    assert max(heard) / LOUD > 0.4
    assert abs(heard[-1]) / LOUD < 0.01, "it ended in silence"
    assert _steps(heard) < OWN_STEP + 0.06 * LEVEL


def test_there_is_always_music_in_a_handover(tmp_path: Path) -> None:
    write_score(tmp_path / "music" / "one", [tone(HERTZ, LEVEL / 3)] * 3)
    write_score(tmp_path / "music" / "two", [tone(HERTZ, LEVEL)], stems=("whole",))
    heard = _heard(tmp_path, "handover")
    start = next(frame for frame, sample in enumerate(heard) if abs(sample) > 0.1 * LOUD)
    windows = [max(map(abs, heard[at : at + RATE // 4])) for at in range(start, start + 7 * RATE, RATE // 4)]
    assert min(windows) > 0.02 * LOUD


def test_what_is_streamed_is_the_recording_itself_sample_for_sample(tmp_path: Path, mixer: None) -> None:
    """Three stems of some links, round and round: every sample is the sum of theirs, at every seam too."""
    write_score(tmp_path / "music" / "one", [tone(HERTZ, LEVEL)] * 3)
    stems = [
        _cut_short(RECORDED / f"{stem}.ogg", tmp_path / "music" / "one" / f"{stem}.ogg", 3)
        for stem in ("bed", "rhythm", "lead")
    ]
    assert len(set(map(len, stems))) == 1
    whole = array("h", map(sum, zip(*stems, strict=True)))
    heard = _heard(tmp_path, "streamed")[3 * RATE : -RATE]
    assert len(heard) > len(whole), "it went round"
    bytes_of_two = (whole + whole).tobytes()
    found = bytes_of_two.find(heard[:400].tobytes())
    assert found >= 0
    assert found % 2 == 0
    start = found // 2
    expected = (whole * (len(heard) // len(whole) + 2))[start : start + len(heard)]
    assert heard == expected


def test_a_piece_is_heard_alone_and_the_music_comes_back(tmp_path: Path) -> None:
    write_score(tmp_path / "music" / "one", [tone(HERTZ, LEVEL / 3)] * 3)
    write_score(tmp_path / "music" / "song", [tone(440, LEVEL)], seconds=1.0, loop=False, stems=("whole",))
    heard = _heard(tmp_path, "piece")
    crossings = [
        sum(
            before < 0 <= after
            for before, after in zip(heard[at:], heard[at + 1 : at + RATE // 4], strict=False)
        )
        for at in range(0, len(heard) - RATE // 4, RATE // 4)
    ]
    song = [count for count in crossings if count > 90]
    assert 2 <= len(song) <= 5, "a second of 440 Hz, nothing of 60 Hz in it"
    assert 10 <= crossings[-2] <= 20, "and the music again"
