"""One part's text as notes. Lengths are in beats and stay until changed; bar lines are checked.

D5:2  F#4:1/2  R:1  [D3 A3]:4     note, rest, chord          ~  ties a note to the next
'  _  >  after a note             staccato, tenuto, accent   ( ... )  slur
ppp ... fff                       dynamic from here          < or > alone: hairpin to the next dynamic
@kindling(D4)  @kindling(D4,x2)   quotes a motif in the score's mode, or in another: (D4,dorian)
@kindling(D4,0:4)                 only its first four notes
@kindling(D4,call)                a form: call, answer, command (always Phrygian), retro, inv
3*{ ... }                         three times                # comment to the end of the line
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from assets.forge.music.motif import FORMS, Motifs, form
from assets.forge.music.pitch import MODES, ScoreError, degree, midi

DYNAMICS = {"ppp": 18, "pp": 30, "p": 44, "mp": 58, "mf": 72, "f": 88, "ff": 104, "fff": 120}
COMMENT = re.compile(r"(^|\s)#\s.*$")
TOKEN = re.compile(
    r"""\s*(?:
      (?P<bar>\|)
    | (?P<times>\d+)\*\{
    | (?P<close>\})
    | (?P<slur>[()])
    | (?P<hairpin>[<>])(?=\s|$)
    | (?P<dynamic>p{1,3}|f{1,3}|m[pf])(?=\s|$)
    | @(?P<motif>\w+)\((?P<how>[^)]*)\)
    | (?P<note>\[[^\]]+\]|R|[A-G](?:\#\#|\#|bb|b)?-?\d)(?::(?P<length>[\d./]+))?(?P<marks>[~'_>]*)
    )""",
    re.VERBOSE,
)
Token = re.Match[str]


@dataclass(slots=True)
class Note:
    """A sounding note: start and length in beats, MIDI pitch, marks `' _ >`, slur, the motif it quotes."""

    start: Fraction
    length: Fraction
    pitch: int
    marks: frozenset[str]
    slurred: bool
    motif: str | None
    last: bool = False

    @property
    def end(self) -> Fraction:
        """The beat on which it stops."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Quotation:
    """A motif quoted by its macro: which, from beat to beat, in which form, and whether it is whole."""

    motif: str
    start: Fraction
    end: Fraction
    form: str
    whole: bool


@dataclass(slots=True)
class Part:
    """What a part's text says. `dynamics` are break points (beat, level 0-127), joined by straight lines."""

    notes: list[Note] = field(default_factory=list)
    dynamics: list[tuple[float, float]] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    length: Fraction = Fraction(0)


def read_part(text: str, metre: Fraction, key: tuple[int, str], motifs: Motifs) -> Part:
    """The part that `text` writes, in bars of `metre` beats; motifs without a pitch stand on the key's tonic.

    Raises ScoreError with the bar.
    """
    reader = _Reader(metre, key, motifs)
    for token in _unfolded(iter(list(_tokens(text)))):
        reader.take(token)
    return reader.finished()


def _tokens(text: str) -> Iterator[Token]:
    for written in text.splitlines():
        line = COMMENT.sub("", written).rstrip()
        at = 0
        while at < len(line):
            token = TOKEN.match(line, at)
            if not token:
                msg = f"cannot read {line[at : at + 20]!r}"
                raise ScoreError(msg)
            yield token
            at = token.end()


def _unfolded(tokens: Iterator[Token]) -> list[Token]:
    """The tokens up to a closing brace, repeats written out."""
    out: list[Token] = []
    for token in tokens:
        if token["close"]:
            return out
        out += _unfolded(tokens) * int(token["times"]) if token["times"] else [token]
    return out


class _Reader:
    """Walks through the tokens; knows the beat, the bar and everything that stays until changed."""

    def __init__(self, metre: Fraction, key: tuple[int, str], motifs: Motifs) -> None:
        self.metre, self.motifs = metre, motifs
        self.tonic, self.mode = key
        self.part = Part()
        self.now = self.bar_start = Fraction(0)
        self.bar = 1
        self.length = Fraction(1)
        self.slurred = False
        self.level = float(DYNAMICS["mf"])
        self.hairpin = False
        self.tied: dict[int, Note] = {}

    def take(self, token: Token) -> None:
        if token["bar"]:
            self._bar_line()
        elif token["slur"]:
            self.slurred = token["slur"] == "("
            if not self.slurred and self.part.notes:
                self.part.notes[-1].last = True
        elif token["hairpin"]:
            self.part.dynamics.append((float(self.now), self.level))
            self.hairpin = True
        elif token["dynamic"]:
            self._dynamic(DYNAMICS[token["dynamic"]])
        elif token["motif"]:
            self._quote(token["motif"], [word.strip() for word in token["how"].split(",") if word.strip()])
        else:
            self._note(token)

    def finished(self) -> Part:
        if self.tied:
            msg = f"bar {self.bar}: a tie leads nowhere"
            raise ScoreError(msg)
        self.part.length = self.now
        self.part.dynamics = self.part.dynamics or [(0.0, self.level)]
        return self.part

    def _bar_line(self) -> None:
        had = self.now - self.bar_start
        if had not in (0, self.metre):
            msg = f"bar {self.bar} has {float(had):g} beats and wants {float(self.metre):g}"
            raise ScoreError(msg)
        self.bar += had == self.metre
        self.bar_start = self.now

    def _dynamic(self, level: int) -> None:
        points = self.part.dynamics
        if points and not self.hairpin:
            points.append((float(self.now) - 1e-3, self.level))
        points.append((float(self.now), level))
        self.level, self.hairpin = level, False

    def _sound(self, pitch: int, length: Fraction, marks: str, motif: str | None = None) -> None:
        note = self.tied.pop(pitch, None)
        if note:
            note.length += length
        else:
            signs = frozenset(marks.replace("~", ""))
            note = Note(self.now, length, pitch, signs, self.slurred, motif)
            self.part.notes.append(note)
        if "~" in marks:
            self.tied[pitch] = note

    def _note(self, token: Token) -> None:
        if token["length"]:
            self.length = Fraction(token["length"])
        if token["note"] == "R":
            if self.tied:
                msg = f"bar {self.bar}: a tie leads into a rest"
                raise ScoreError(msg)
        else:
            for pitch in token["note"].strip("[]").split():
                self._sound(midi(pitch), self.length, token["marks"])
        self.now += self.length

    def _quote(self, ident: str, words: list[str]) -> None:
        if ident not in self.motifs:
            msg = f"bar {self.bar}: no motif is called {ident!r}"
            raise ScoreError(msg)
        tonic, mode, how, slower, span = self.tonic, self.mode, "plain", Fraction(1), slice(None)
        for word in words:
            if word in FORMS:
                how = word
            elif word in MODES:
                mode = word
            elif word[0] == "x":
                slower = Fraction(word[1:])
            elif ":" in word:
                span = slice(*[int(bound) if bound else None for bound in word.split(":")])
            else:
                tonic = midi(word)
        start = self.now
        for step, length in form(self.motifs, ident, how)[span]:
            if step is not None:
                written = degree(step, tonic, "phrygian" if how == "command" else mode)
                self._sound(written, length * slower, "", ident)
            self.now += length * slower
            while self.now - self.bar_start > self.metre:
                self.bar_start += self.metre
                self.bar += 1
        self.part.quotations.append(Quotation(ident, start, self.now, how, span == slice(None)))


def level_at(points: list[tuple[float, float]], beat: float) -> float:
    """The dynamic level (0-127) at a beat."""
    if beat <= points[0][0]:
        return points[0][1]
    for (before, low), (after, high) in itertools.pairwise(points):
        if beat <= after:
            return low + (high - low) * ((beat - before) / (after - before) if after > before else 1)
    return points[-1][1]
