"""What the game must know about a recording: tempo, key, the seconds of its beats, bars and motifs."""

from typing import Any

from assets.forge.music.clock import RATE
from assets.forge.music.pitch import MODES, midi
from assets.forge.music.score import Score


def describe(score: Score) -> dict[str, Any]:
    """The score's sheet, as `score.json` has it beside the measured loudness (`lufs`)."""
    second = score.clock.time
    over, under = map(int, str(score.source["metre"]).split("/"))
    beat = 4 / under
    quoted = [
        {
            "id": quotation.motif,
            "part": player.name,
            "form": quotation.form,
            "whole": quotation.whole,
            "at": round(second(float(quotation.start)), 4),
            "until": round(second(float(quotation.end)), 4),
            "notes": [
                round(second(float(note.start)), 4)
                for note in player.part.notes
                if note.motif == quotation.motif and quotation.start <= note.start < quotation.end
            ],
            "rests": [[round(start, 4), round(end, 4)] for start, end in score.rests(quotation)],
        }
        for player in score.players.values()
        for quotation in player.part.quotations
    ]
    return {
        "name": score.name,
        "title": score.source["title"],
        "tempo": score.source["tempo"][0][1],
        "metre": [over, under],
        "tonic": midi(f"{str(score.source['key']).split()[0]}4"),
        "mode": score.mode,
        "scale": list(MODES[score.mode]),
        "loop": score.loop,
        "seconds": round(score.samples / RATE, 6),
        "samples": score.samples,
        "beats": [round(second(index * beat), 5) for index in range(int(float(score.beats) / beat))],
        "bars": [round(second(float(index * score.metre)), 5) for index in range(score.bars)],
        "stems": score.stems,
        "motifs": sorted(quoted, key=lambda entry: entry["at"]),
    }
