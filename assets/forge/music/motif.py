"""The motifs and their forms: as copied, as call and answer, as a command, backwards, upside down."""

import pathlib
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import yaml

TABLE = pathlib.Path(__file__).with_name("motifs.yaml")
KNOCK = "knock"
FORMS = ("plain", "retro", "inv", "call", "answer", "command")
SMALLEST = 48  # beats are held exactly, as fractions no finer than this

Step = tuple[int | None, Fraction]  # a degree (None: silence) and how many beats it lasts


def beats(value: float) -> Fraction:
    """A length in beats, exactly."""
    return Fraction(value).limit_denominator(SMALLEST)


@dataclass(frozen=True, slots=True)
class Rest:
    """What is written in crimson: after how many notes, for how long, when and how slowly it is answered."""

    after: int
    beats: Fraction
    enter: Fraction
    slower: Fraction
    answer: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Motif:
    """One entry of the table. `mode` is None where the motif takes the mode of whatever is around it."""

    id: str
    kind: str
    mode: str | None
    degrees: tuple[int, ...]
    rhythm: tuple[Fraction, ...]
    rests: tuple[Rest, ...]
    unpitched: bool
    source: dict[str, Any]

    @property
    def steps(self) -> list[Step]:
        """The motif as the copyists wrote it: no rests."""
        return list(zip(self.degrees, self.rhythm, strict=True))


Motifs = dict[str, Motif]


def load(path: pathlib.Path = TABLE) -> Motifs:
    """The whole table, by id."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {ident: _motif(ident, entry) for ident, entry in entries.items()}


def _motif(ident: str, entry: dict[str, Any]) -> Motif:
    mode = str(entry["key"]).split()[1] if "key" in entry else entry.get("mode")
    rests = tuple(
        Rest(
            rest["after"],
            beats(rest["beats"]),
            beats(rest.get("enter", 0)),
            beats(rest.get("slower", 1)),
            tuple(answer),
        )
        for rest, answer in zip(entry.get("rests", ()), entry.get("answers", ()), strict=True)
    )
    return Motif(
        ident,
        entry["kind"],
        None if mode == "any" else mode,
        tuple(entry["degrees"]),
        tuple(beats(length) for length in entry["rhythm"]),
        rests,
        bool(entry.get("unpitched")),
        entry,
    )


def form(motifs: Motifs, ident: str, how: str = "plain") -> list[Step]:
    """The motif in one of FORMS."""
    motif = motifs[ident]
    match how:
        case "retro":
            return motif.steps[::-1]
        case "inv":
            return [(2 * motif.degrees[0] - step, length) for step, length in motif.steps if step is not None]
        case "command":
            return _command(motif)
        case "call":
            return _call(motif)
        case "answer":
            return _answer(motif, motifs[KNOCK].rhythm)
    return motif.steps


def _command(motif: Motif) -> list[Step]:
    """Even beats, nothing left open; the last note takes all the beats that were stolen."""
    stolen = sum((rest.beats for rest in motif.rests), Fraction(0))
    return [(step, Fraction(1)) for step in motif.degrees[:-1]] + [(motif.degrees[-1], 1 + stolen)]


def _call(motif: Motif) -> list[Step]:
    steps: list[Step] = []
    done = 0
    for rest in motif.rests:
        steps += [*motif.steps[done : rest.after], (None, rest.beats)]
        done = rest.after
    return steps + motif.steps[done:]


def _answer(motif: Motif, knock: tuple[Fraction, ...]) -> list[Step]:
    """What is sung in the rests, in the knock's rhythm; as long as the call in all.

    An answer that does not fill its rest rings on for half of what is left; one that is longer rings into the
    next phrase, and the silence before the next answer is that much shorter.
    """
    steps: list[Step] = []
    done, over = 0, Fraction(0)
    for rest in motif.rests:
        rhythm = [length * rest.slower for length in knock]
        left = rest.beats - rest.enter - sum(rhythm)
        ringing = max(left, Fraction(0)) / 2
        rhythm[-1] += ringing
        silence = over + sum(motif.rhythm[done : rest.after], Fraction(0)) + rest.enter
        if silence > 0:
            steps.append((None, silence))
        steps += zip(rest.answer, rhythm, strict=True)
        done, over = rest.after, left - ringing
    silence = over + sum(motif.rhythm[done:], Fraction(0))
    return [*steps, (None, silence)] if silence > 0 else steps
