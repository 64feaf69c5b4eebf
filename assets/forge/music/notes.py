"""The player's notes: a short recording of each pitch, by harp and voice, sounding from its first sample."""

import pathlib

import numpy as np

from assets.forge.music import loudness, room, vorbis
from assets.forge.music.clock import RATE
from assets.forge.music.fluid import Synth
from assets.forge.music.perform import BREATH
from assets.forge.music.score import instruments

LOWEST, HIGHEST = (
    52,
    88,
)  # nine strings of any scale on any tonic from C4 to B4, and an octave below for answers
TOUCH = 92  # velocity, and how full the breath is
LOUDNESS = -23.0  # LUFS of the first 0.8 s
QUALITY = 0.3
SHAPES = {"harp": ("harp", 1.1, 0.9), "voice": ("oohs", 0.9, 0.7)}  # preset, seconds held, seconds ringing


def bake(instrument: str, out: pathlib.Path) -> None:
    """`<out>/<midi>.ogg` for every pitch, mono."""
    preset, held, ringing = SHAPES[instrument]
    table = instruments()[preset]
    response = room.room("chamber")
    frames = int((held + ringing) * RATE)
    for pitch in range(LOWEST, HIGHEST + 1):
        events = [(0, "cc", BREATH, TOUCH), (0, "on", pitch, TOUCH), (int(held * RATE), "off", pitch, 0)]
        with Synth(table["bank"], table["prog"]) as synth:
            dry = synth.render(events, frames)
        vorbis.write(out / f"{pitch}.ogg", _trimmed(dry + 0.35 * room.reverberate(dry, response)), QUALITY)


def _trimmed(sound: room.Stereo) -> room.Stereo:
    """Mono, at its loudness, from its onset on, faded at the end."""
    mono = sound.mean(1)
    mono *= 10 ** ((LOUDNESS - loudness.lufs(mono[: int(0.8 * RATE)])) / 20)
    onset = int(np.argmax(np.abs(mono) > 0.1 * np.abs(mono).max()))
    mono = mono[max(0, onset - 64) :]
    fade = int(0.3 * RATE)
    mono[-fade:] *= np.linspace(1, 0, fade) ** 2
    mono[:32] *= np.linspace(0, 1, 32)
    return mono * loudness.limiter(np.stack([mono, mono], 1), look=0.004)
