"""What was recorded is as loud as it should be, does not clip, and goes round without a click.

Needs what the forge needs, and is skipped without it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

np = pytest.importorskip("numpy", reason="the forge's own requirements are not installed")
pytest.importorskip("soundfile")
pytest.importorskip("pyloudnorm")
pytest.importorskip("matplotlib")

from assets.forge.music import loudness, proof, vorbis  # noqa: E402
from assets.forge.music.score import SCORES, read_score  # noqa: E402

ASSETS = Path(__file__).parents[2] / "assets"
PIECES = sorted(path.stem for path in SCORES.glob("*.yaml"))


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_is_mastered(name: str) -> None:
    score = read_score(name)
    stems = proof.stems(ASSETS / "music" / name)
    mix = np.sum(list(stems.values()), axis=0)
    assert loudness.lufs(mix) == pytest.approx(score.source["loudness"], abs=0.5)
    assert loudness.true_peak(mix) < -1
    assert all(loudness.true_peak(sound) < -1 for sound in stems.values())
    if score.loop:
        assert all(proof.seam(sound) for sound in stems.values())


@pytest.mark.parametrize("instrument", ["harp", "voice"])
def test_notes_sound_at_once_in_tune_and_alike(instrument: str) -> None:
    levels = []
    for path in sorted((ASSETS / "notes" / instrument).glob("*.ogg")):
        sound = vorbis.read(path)
        first = np.abs(sound[:, 0])
        assert first[:2205].max() > 0.1 * first.max(), f"{path.name} is late"
        strength = np.abs(np.fft.rfft(sound[2000:34768, 0] * np.hanning(32768), 1 << 18))
        hertz = np.fft.rfftfreq(1 << 18, 1 / 44100)
        pitch = 440 * 2 ** ((int(path.stem) - 69) / 12)
        near = (hertz > pitch * 0.97) & (hertz < pitch * 1.03)
        assert abs(12 * np.log2(hertz[near][strength[near].argmax()] / pitch)) < 0.2, (
            f"{path.name} is out of tune"
        )
        assert loudness.true_peak(sound) < -1
        levels.append(loudness.lufs(sound[: int(0.8 * 44100)]))
    assert len(levels) == 37
    assert max(levels) - min(levels) < 3


def test_no_sound_clips() -> None:
    paths = [*ASSETS.glob("sounds/**/*.ogg")]
    assert len(paths) > 30
    assert all(loudness.true_peak(vorbis.read(path)) < -1 for path in paths)


def test_ambience_goes_round_without_a_click() -> None:
    for path in ASSETS.glob("sounds/ambience/**/*.ogg"):
        assert proof.seam(vorbis.read(path)), path.name
