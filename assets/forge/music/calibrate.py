"""How loud each preset is at mezzo-forte: presets differ by 20 dB, and a balance needs one zero."""

from collections.abc import Iterator

from assets.forge.music import loudness
from assets.forge.music.clock import RATE
from assets.forge.music.fluid import Synth
from assets.forge.music.notation import DYNAMICS
from assets.forge.music.perform import BREATH
from assets.forge.music.pitch import midi
from assets.forge.music.score import instruments

PLACES = (0.35, 0.45, 0.55, 0.65)  # of its range
KIT = (59, 57, 36, 59)  # pitches of a drum kit's cymbals


def levels(names: list[str]) -> Iterator[tuple[str, float, float]]:
    """For the instruments named, or all: name, level in the table, level measured (LUFS)."""
    level = DYNAMICS["mf"]
    for name, table in instruments().items():
        if names and name not in names:
            continue
        low, high = map(midi, table["range"])
        pitches = KIT if table.get("drum") else [int(low + (high - low) * place) for place in PLACES]
        events = [(0, "cc", BREATH, level)]
        for second, pitch in enumerate(pitches):
            events += [(second * RATE, "on", pitch, level), (int((second + 0.9) * RATE), "off", pitch, 0)]
        with Synth(table["bank"], table["prog"]) as synth:
            yield name, table.get("mf", 0.0), loudness.lufs(synth.render(events, 5 * RATE))
