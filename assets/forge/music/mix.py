"""A piece from score to recording: players rendered, seated, balanced, mastered, cut to the loop."""

import concurrent.futures
import json
import pathlib
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.forge.music import loudness, room, vorbis
from assets.forge.music.clock import RATE
from assets.forge.music.fluid import Synth
from assets.forge.music.perform import perform
from assets.forge.music.score import Player, Score, read_score
from assets.forge.music.sheet import describe

Stereo = npt.NDArray[np.floating]
WORKERS = 2
ORDER = {"off": 0, "cc": 1, "on": 2}  # of what happens on the same frame
MEZZO_FORTE = -32.0  # LUFS to which every preset's mezzo-forte is brought before the balance
QUALITY = 0.25
LOOP_RANGE, PIECE_RANGE = 8, 12  # LU
FADE_OUT = 0.8  # seconds at the end of a piece that ends
RUMBLE, SHINE, SHINE_LESS = 28, 9000, -1.5  # Hz, Hz, dB


def bake(name: str, out: pathlib.Path) -> dict[str, Any]:
    """Record `scores/<name>.yaml` as `<out>/<stem>.ogg` with `score.json`; returns what score.json says."""
    score = read_score(name)
    stems = master(score, record(score))
    sheet = describe(score)
    total = sum(stems.values())
    sheet["lufs"] = round(loudness.lufs(total), 2)
    for stem, sound in stems.items():
        vorbis.write(out / f"{stem}.ogg", sound.astype(np.float32), score.source.get("quality", QUALITY))
    (out / "score.json").write_text(json.dumps(sheet, indent=1) + "\n", encoding="utf-8")
    return sheet


def record(score: Score) -> dict[str, Stereo]:
    """Each stem in its room, two passes long; a loop keeps the second, which has the tails of the first."""
    response = room.room(score.source.get("room", "hall"))
    seats = [(score.name, part) for part in score.players]
    dry: dict[str, Stereo] = {}
    sent: dict[str, Stereo] = {}
    with concurrent.futures.ProcessPoolExecutor(WORKERS) as pool:
        for (_, part), sound in zip(seats, pool.map(_play, seats), strict=True):
            player = score.players[part]
            played = _seated(score, player, sound)
            for bus, share in ((dry, 1 - 0.3 * player.instrument.send), (sent, 1.6 * player.instrument.send)):
                bus[player.stem] = bus.get(player.stem, 0) + played * share
    stems = {}
    for stem in score.stems:
        whole = room.highpass(dry[stem] + room.reverberate(sent[stem], response), RUMBLE)
        stems[stem] = room.high_shelf(whole, SHINE, SHINE_LESS)
    return stems


def _play(seat: tuple[str, str]) -> npt.NDArray[np.float32]:
    """One player, two passes. What a third pass takes early is played too: the seam must not miss it."""
    name, part = seat
    score = read_score(name)
    player = score.players[part]
    once = [(round(event.second * RATE), *event[1:]) for event in perform(score, player)]
    passes = (0, 1, 2) if score.loop else (1,)
    events = [(max(0, frame + turn * score.samples), *rest) for turn in passes for frame, *rest in once]
    events = sorted(
        (event for event in events if event[0] < 2 * score.samples), key=lambda e: (e[0], ORDER[e[1]])
    )
    with Synth(player.instrument.bank, player.instrument.prog) as synth:
        return synth.render(events, 2 * score.samples)


def _seated(score: Score, player: Player, sound: npt.NDArray[np.float32]) -> Stereo:
    """The player's sound in its place and at its level."""
    instrument = player.instrument
    own_width = instrument.kind == "struck" and abs(instrument.pan) <= 0.05  # a piano is as wide as it is
    placed = room.place(sound, instrument.pan, 1.0 if own_width else 0.35)
    if instrument.lowcut:
        placed = room.highpass(placed, instrument.lowcut)
    if instrument.air:
        placed = room.high_shelf(placed, 2500, instrument.air)
    notes = player.part.notes
    voices = sum(float(note.length) for note in notes)
    voices /= max(1e-9, sum({note.start: float(note.length) for note in notes}.values()))
    level = (
        MEZZO_FORTE - instrument.mf + instrument.gain + score.source.get("balance", {}).get(player.name, 0)
    )
    return placed * 10 ** ((level - 10 * np.log10(max(voices, 1e-9))) / 20)


def master(score: Score, stems: dict[str, Stereo]) -> dict[str, Stereo]:
    """The stems, cut to length, at the score's loudness: one gain for all of them, so their balance stays."""
    start = score.samples
    wanted_range = score.source.get("lra", LOOP_RANGE if score.loop else PIECE_RANGE)
    for _ in range(3):
        ride = loudness.fader(_sum(stems)[start:], wanted_range - 0.3, loop=score.loop)
        if ride is None:
            break
        stems = {stem: sound * np.concatenate([ride, ride])[:, None] for stem, sound in stems.items()}
    mix, target, gain = _sum(stems), score.source.get("loudness", -18), 1.0
    for _ in range(3):
        held = mix * gain * loudness.limiter(mix * gain)[:, None]
        gain *= 10 ** ((target - loudness.lufs(held[start:])) / 20)
    gain = gain * loudness.limiter(mix * gain)[:, None]
    cut = {stem: (sound * gain)[start:] for stem, sound in stems.items()}
    if not score.loop:
        frames = int(FADE_OUT * RATE)
        for sound in cut.values():
            sound[-frames:] *= np.linspace(1, 0, frames)[:, None] ** 1.5
    return cut


def _sum(stems: dict[str, Stereo]) -> Stereo:
    return np.sum(list(stems.values()), axis=0)
