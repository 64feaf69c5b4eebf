"""Nobody hears the music while it is made, so it is measured and drawn: figures, piano roll, spectrogram."""

import json
import pathlib
from fractions import Fraction
from typing import Any

import matplotlib as mpl
import numpy as np
import numpy.typing as npt

from assets.forge.music import loudness, vorbis
from assets.forge.music.clock import RATE
from assets.forge.music.counterpoint import dissonance, leaps, parallels, statements
from assets.forge.music.notation import level_at
from assets.forge.music.score import Score, read_score

mpl.use("Agg")
from matplotlib import pyplot as plt
from scipy import signal

Stereo = npt.NDArray[np.floating]
CLICK = 6000  # Hz: a click shows above this
AUDIBLE = 14  # dB under the strongest partial within which a melody's note is still heard


def stems(folder: pathlib.Path) -> dict[str, Stereo]:
    """The recordings of a piece, as they will be played."""
    sheet = json.loads((folder / "score.json").read_text(encoding="utf-8"))
    return {stem: vorbis.read(folder / f"{stem}.ogg") for stem in sheet["stems"]}


def seam(sound: Stereo) -> bool:
    """Whether a loop goes round without a click: no step and no burst of treble but its own notes'."""
    around = np.vstack([sound[-RATE:], sound[:RATE]]).mean(1)
    treble = signal.butter(4, CLICK, "high", fs=RATE, output="sos")
    near, whole = np.abs(signal.sosfilt(treble, around)), np.abs(signal.sosfilt(treble, sound.mean(1)))
    usual_step = np.percentile(np.abs(np.diff(sound.mean(1))), 99.9)
    smooth = abs(around[RATE] - around[RATE - 1]) <= 1.5 * usual_step + 1e-4
    burst = near[RATE - 64 : RATE + 200].max()
    return bool(
        smooth
        and burst <= max(2 * np.percentile(near, 99.9), 1.1 * whole[RATE // 2 : -RATE // 2].max()) + 1e-4
    )


def heard(score: Score, mix: Stereo) -> dict[str, tuple[int, int]]:
    """For each motif quoted: how many of its notes stand out of the mix at their onset, of how many."""
    mono, out = mix.mean(1), {}
    hertz = np.fft.rfftfreq(65536, 1 / RATE)
    middle = (hertz > 150) & (hertz < 3000)  # where melodies are heard
    for player in score.players.values():
        for quoted in player.part.quotations:
            notes = [
                n
                for n in player.part.notes
                if n.motif == quoted.motif and quoted.start <= n.start < quoted.end
            ]
            clear = 0
            for note in notes:
                at = int((score.clock.time(float(note.start)) + 0.03) * RATE)
                window = mono[at : at + 9000]
                strength = np.abs(np.fft.rfft(window * np.hanning(len(window)), 65536))
                pitch = 440 * 2 ** ((note.pitch - 69) / 12)
                partials = [
                    strength[(hertz > pitch * h * 0.985) & (hertz < pitch * h * 1.015)].max() for h in (1, 2)
                ]
                clear += max(partials) > strength[middle].max() * 10 ** (-AUDIBLE / 20)
            out[f"{player.name}:{quoted.motif}/{quoted.form}@{float(quoted.start):g}"] = (
                int(clear),
                len(notes),
            )
    return out


def figures(name: str, folder: pathlib.Path) -> dict[str, Any]:
    """Everything measured about a piece: loudness, peaks, range, seams, counterpoint, motifs."""
    score, parts = read_score(name), stems(folder)
    mix = np.sum(list(parts.values()), axis=0)
    return {
        "piece": name,
        "seconds": round(len(mix) / RATE, 2),
        "lufs": round(loudness.lufs(mix), 2),
        "true peak": round(loudness.true_peak(mix), 2),
        "range": round(loudness.loudness_range(loudness.short_term(mix, loop=score.loop)), 1),
        "stems": {stem: round(loudness.lufs(sound), 1) for stem, sound in parts.items()},
        "samples": {stem: len(sound) == score.samples for stem, sound in parts.items()},
        "seams": {stem: seam(sound) for stem, sound in parts.items()} if score.loop else "plays once",
        "KB": sum(path.stat().st_size for path in folder.glob("*.ogg")) // 1000,
        "faults": [*parallels(score), *leaps(score)],
        "heard": heard(score, mix),
        "statements": {
            ident: found
            for ident, motif in score.motifs.items()
            if len(motif.degrees) > 2 and not motif.unpitched  # two notes are no melody
            for found in [statements(score, ident)]
            if found
        },
    }


def draw(name: str, folder: pathlib.Path, to: pathlib.Path) -> None:
    """`<to>/<name>_roll.png` and `<to>/<name>_sound.png`."""
    to.mkdir(parents=True, exist_ok=True)
    score = read_score(name)
    _roll(score, to / f"{name}_roll.png")
    _spectrogram(score, stems(folder), to / f"{name}_sound.png")


def _roll(score: Score, path: pathlib.Path) -> None:
    figure, (notes, levels) = plt.subplots(2, 1, figsize=(17, 10), height_ratios=(4, 1), sharex=True)
    colours = mpl.colormaps["tab20"]
    for index, player in enumerate(score.players.values()):
        points = player.part.dynamics
        for note in player.part.notes:
            loud = 0.25 + 0.7 * level_at(points, float(note.start)) / 127
            edge = "k" if note.motif else "none"
            start, length = float(note.start), float(note.length)
            notes.barh(
                note.pitch,
                length,
                left=start,
                height=0.8,
                color=colours(index % 20),
                alpha=loud,
                edgecolor=edge,
            )
        notes.bar(0, 0, color=colours(index % 20), label=player.name)
        beats = np.arange(0, float(score.beats), 0.25)
        levels.plot(beats, [level_at(points, beat) for beat in beats], color=colours(index % 20), lw=0.8)
    halves = [Fraction(half, 2) for half in range(int(score.beats * 2))]
    levels.fill_between(
        [float(half) for half in halves],
        [120 * dissonance(score, half) for half in halves],
        color="crimson",
        alpha=0.3,
    )
    for bar in range(score.bars + 1):
        notes.axvline(bar * float(score.metre), color="k", lw=0.3)
        notes.text(bar * float(score.metre), 98, str(bar + 1), fontsize=7)
    notes.set_ylim(20, 100)
    notes.legend(ncol=9, fontsize=7, loc="lower center")
    notes.set_title(f"{score.source['title']}: outlined are the motifs; below, dynamics and (red) dissonance")
    figure.tight_layout()
    figure.savefig(path, dpi=62)
    plt.close(figure)


def _spectrogram(score: Score, parts: dict[str, Stereo], path: pathlib.Path) -> None:
    mix = np.sum(list(parts.values()), axis=0)
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(15, 8), height_ratios=(3, 1.6), sharex=True)
    hertz, seconds, power = signal.spectrogram(mix.mean(1), RATE, nperseg=4096, noverlap=2048)
    top.pcolormesh(
        seconds,
        hertz[1:],
        10 * np.log10(power[1:] + 1e-12),
        vmin=-110,
        vmax=-40,
        cmap="magma",
        rasterized=True,
    )
    top.set_yscale("log")
    top.set_ylim(40, 16000)
    top.set_title(score.source["title"])
    for stem, sound in {**parts, "sum": mix}.items():
        levels = loudness.short_term(sound, loop=score.loop)
        bottom.plot(np.arange(len(levels)) * loudness.HOP, levels, label=stem, lw=2 if stem == "sum" else 1)
    for bar in range(score.bars):
        bottom.axvline(score.clock.time(float(bar * score.metre)), color="k", lw=0.3)
    bottom.set_ylim(-50, -8)
    bottom.grid(visible=True)
    bottom.legend(fontsize=7, ncol=4)
    figure.tight_layout()
    figure.savefig(path, dpi=58)
    plt.close(figure)


def table(assets: pathlib.Path) -> None:
    """Print the loudness and the true peak of every recording in the project."""
    for path in sorted([*assets.glob("notes/*/*.ogg"), *assets.glob("sounds/**/*.ogg")]):
        sound = vorbis.read(path)
        name = path.relative_to(assets)
        level, peak = loudness.lufs(sound), loudness.true_peak(sound)
        print(f"{name!s:<36} {len(sound) / RATE:6.2f} s {level:7.1f} LUFS {peak:6.1f} dBTP")
