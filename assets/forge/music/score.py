"""A score: the YAML of one piece, read and checked.

title, key (`E major`), metre, bars, tempo
parts         part → instr, stem, pan, gain, pedal …
music         part → its text
loop, tail    whether it goes round (yes), or how many seconds ring on after its end
loudness, lra LUFS, and the loudness range allowed, LU
room, human   where it is played, and how loosely;  dynamics: how far p and f lie apart
balance       part → dB
voice_groups  parts that are counterpoint to each other;  doublings: pairs that are not
"""

import pathlib
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import yaml

from assets.forge.music.clock import BLOCK, RATE, Clock, tempo_marks
from assets.forge.music.motif import Motifs, form, load
from assets.forge.music.notation import Part, Quotation, read_part
from assets.forge.music.pitch import ScoreError, midi

HERE = pathlib.Path(__file__).parent
SCORES = HERE / "scores"
STEMS = ("bed", "rhythm", "lead")
WHOLE = "whole"  # the only stem of a piece that is not mixed while it plays


@dataclass(frozen=True, slots=True)
class Instrument:
    """One line of instruments.yaml, with what the score changes about it."""

    name: str
    bank: int
    prog: int
    kind: str  # "expr": controller 2 swells within a note; "struck": the velocity is all there is
    range: tuple[int, int]
    pan: float
    send: float
    gain: float
    human: float
    mf: float  # how loud the preset's mezzo-forte was measured, LUFS
    drum: bool = False
    lowcut: float = 0.0
    air: float = 0.0


@dataclass(frozen=True, slots=True)
class Player:
    """A part and who plays it."""

    name: str
    part: Part
    instrument: Instrument
    stem: str
    pedal: float  # beats between changes of the sustaining pedal; 0: none


@dataclass(frozen=True, slots=True)
class Score:
    """A piece ready to be performed."""

    name: str
    source: dict[str, Any]
    tonic: int
    mode: str
    metre: Fraction
    bars: int
    clock: Clock
    players: dict[str, Player]
    motifs: Motifs

    @property
    def beats(self) -> Fraction:
        """How many beats it has."""
        return self.metre * self.bars

    @property
    def loop(self) -> bool:
        """Whether it goes round."""
        return self.clock.loop

    @property
    def samples(self) -> int:
        """How long the recording is: the loop, or the piece and its tail."""
        tail = 0 if self.loop else self.source.get("tail", 4)
        return self.clock.samples + round(tail * RATE / BLOCK) * BLOCK

    @property
    def stems(self) -> list[str]:
        """The stems it has, in their usual order."""
        used = {player.stem for player in self.players.values()}
        return [stem for stem in (*STEMS, WHOLE) if stem in used]

    def rests(self, quoted: Quotation) -> list[tuple[float, float]]:
        """From when to when (seconds) a call leaves its rests open."""
        spans: list[tuple[float, float]] = []
        beat = quoted.start
        for step, length in form(self.motifs, quoted.motif, "call") if quoted.form == "call" else []:
            if step is None:
                spans.append((self.clock.time(float(beat)), self.clock.time(float(beat + length))))
            beat += length
        return spans


def instruments() -> dict[str, dict[str, Any]]:
    """The orchestra, as its table has it."""
    table: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "instruments.yaml").read_text(encoding="utf-8"))
    return table


def read_score(name: str, folder: pathlib.Path = SCORES) -> Score:
    """The piece in `<folder>/<name>.yaml`. Raises ScoreError for a bar, a pitch or a part that is wrong."""
    source = yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
    motifs, orchestra = load(), instruments()
    over, under = map(int, str(source["metre"]).split("/"))
    metre = Fraction(over * 4, under)
    tonic, mode = str(source["key"]).split()
    key = (midi(f"{tonic}4"), mode)
    total = metre * source["bars"]
    players = {}
    for part_name, text in source["music"].items():
        try:
            part = read_part(text, metre, key, motifs)
        except ScoreError as mistake:
            msg = f"{name}: {part_name}: {mistake}"
            raise ScoreError(msg) from None
        if part.length != total:
            msg = f"{name}: {part_name}: {float(part.length):g} beats, and the piece has {float(total):g}"
            raise ScoreError(msg)
        players[part_name] = _player(part_name, part, source["parts"][part_name], orchestra)
    clock = Clock(tempo_marks(source["tempo"], metre), total, loop=source.get("loop", True))
    return Score(name, source, key[0], mode, metre, source["bars"], clock, players, motifs)


def _player(name: str, part: Part, seat: dict[str, Any], orchestra: dict[str, dict[str, Any]]) -> Player:
    own = {key: value for key, value in seat.items() if key not in {"instr", "stem", "pedal"}}
    table = {**orchestra[seat["instr"]], **own}
    low, high = table.pop("range")
    instrument = Instrument(name=seat["instr"], range=(midi(low), midi(high)), **table)
    for note in part.notes:
        if not instrument.range[0] <= note.pitch <= instrument.range[1]:
            msg = f"{name}: beat {float(note.start):g}: {note.pitch} is out of the {instrument.name}'s range"
            raise ScoreError(msg)
    return Player(name, part, instrument, seat.get("stem", WHOLE), float(seat.get("pedal", 0)))
