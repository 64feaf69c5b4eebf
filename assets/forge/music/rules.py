"""The rules that the motifs keep, and how alike any two of them are."""

import itertools
import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assets.forge.music.motif import KNOCK, Motif, Motifs
from assets.forge.music.pitch import OCTAVE, degree

STRINGS = range(1, 10)  # the harp's nine
NOTES = range(5, 13)  # how many a Legend has
RINGING = Fraction(1, 2)  # beats that an answer may ring on into the call
STEP = 2  # degrees within which an answer leads back to the call
CONSONANT = {0, 3, 4, 7, 8, 9}  # semitones
COLLIDING = ({2, 5}, {9, 5})  # degrees that a rest keeps apart, and that in Phrygian are a tritone
ALIKE = 0.73  # as alike as two motifs may be that are not meant to be
KIN = {("heartsong", "lullaby")}  # one is the other backwards
HEAD = 4  # what an ear has when it guesses
GAP = 0.7  # the cost of a note that the other motif does not have
Cell = tuple[int | None, float]  # semitones to the next note, and how much longer that is (log2)


def broken(motifs: Motifs) -> list[str]:
    """Every rule that the table breaks, as sentences."""
    legends = [motif for motif in motifs.values() if motif.kind == "legend"]
    knock = motifs[KNOCK].rhythm
    return [
        *(f"{motif.id}: {fault}" for motif in legends for fault in _legend(motif, knock)),
        *_heartsong(motifs, [motif for motif in legends if motif.id != "heartsong"]),
        *_kinship(motifs),
        *_canon(motifs["round"]),
    ]


def _legend(motif: Motif, knock: tuple[Fraction, ...]) -> Iterator[str]:
    degrees = motif.degrees
    if len(degrees) not in NOTES or not set(degrees) <= set(STRINGS):
        yield "does not lie on the nine strings, or is too short or too long"
    if len(motif.rests) not in (2, 3):
        yield "has not two or three rests"
    inner = [rest for rest in motif.rests if rest.after < len(degrees)]
    if not any({degrees[rest.after - 1], degrees[rest.after]} in COLLIDING for rest in inner):
        yield "has no rest between a 2 and a 5"
    for rest in motif.rests:
        if len(rest.answer) != len(knock):
            yield f"the answer {rest.answer} is not in the knock's rhythm"
        if sum(knock) * rest.slower + rest.enter > rest.beats + RINGING:
            yield f"the answer {rest.answer} does not fit its rest"
    for rest in inner:
        if abs(rest.answer[-1] - degrees[rest.after]) > STEP:
            yield f"the answer {rest.answer} does not lead back to {degrees[rest.after]}"


def _threes(degrees: Sequence[int]) -> set[tuple[int, ...]]:
    return {tuple(degrees[at : at + 3]) for at in range(len(degrees) - 2)}


def _heartsong(motifs: Motifs, others: list[Motif]) -> Iterator[str]:
    """Heartsong holds three notes in a row of each other Legend that no third has."""
    heart = _threes(motifs["heartsong"].degrees)
    for motif in others:
        shared = set().union(*(_threes(other.degrees) for other in others if other is not motif))
        if not (_threes(motif.degrees) & heart) - shared:
            yield f"heartsong: nothing of {motif.id} alone is in it"


def _kinship(motifs: Motifs) -> Iterator[str]:
    heart, lullaby = motifs["heartsong"], motifs["lullaby"]
    first = heart.rests[0].after
    if lullaby.steps != heart.steps[:first][::-1]:
        yield "lullaby: is not Heartsong's first phrase backwards"
    if sum(heart.rhythm[:first]) != sum(motifs["severin"].rhythm):
        yield "severin: is not as long as Heartsong's first call"
    bram, pull = motifs["bram"].degrees, motifs["pull"].degrees
    if bram not in _threes(pull):
        yield "pull: does not contain Bram's three notes"
    if motifs["ysolt"].degrees != motifs["tidecall"].degrees[-4:]:
        yield "ysolt: is not Tidecall's last wave"
    allegro = motifs["allegro"]
    mirrored = allegro.source["inverts"]
    for ident, (one, other) in zip(mirrored, itertools.pairwise(allegro.degrees), strict=True):
        theirs = motifs[ident].degrees
        if other - one != (theirs[0] - theirs[1] if len(theirs) > 1 else 0):
            yield f"allegro: does not turn {ident}'s first step upside down"
    for motif in motifs.values():
        same = motif.source.get("same_as")
        if same and motif.steps != motifs[same].steps:
            yield f"{motif.id}: is not the same as {same}"


def _canon(motif: Motif) -> Iterator[str]:
    """The second voice never clashes with the first."""
    later = Fraction(motif.source["canon"])
    starts = [Fraction(0), *itertools.accumulate(motif.rhythm)]
    notes = [
        (start, start + length, degree(step, 60, motif.mode or "major"))
        for start, step, length in zip(starts, motif.degrees, motif.rhythm, strict=False)
    ]
    for (begin, end, pitch), (other_begin, other_end, other) in itertools.product(notes, notes):
        together = max(begin + later, other_begin) < min(end + later, other_end)
        if together and abs(pitch - other) % OCTAVE not in CONSONANT:
            yield f"{motif.id}: {pitch} and {other} clash"


def _cells(motif: Motif) -> list[Cell]:
    mode = motif.mode or "major"
    pitches = [None if motif.unpitched else degree(step, 60, mode) for step in motif.degrees]
    return [
        (None if high is None or low is None else high - low, math.log2(longer / shorter))
        for (low, high), (shorter, longer) in zip(
            itertools.pairwise(pitches), itertools.pairwise(motif.rhythm), strict=True
        )
    ]


def _cost(one: Cell, other: Cell) -> float:
    if one[0] is None or other[0] is None:
        contour = float(one[0] is not other[0])
    else:
        turned = ((one[0] > 0) - (one[0] < 0)) != ((other[0] > 0) - (other[0] < 0))
        contour = min(1.0, abs(one[0] - other[0]) / 5 + 0.25 * turned)
    return 0.65 * contour + 0.35 * min(1.0, abs(one[1] - other[1]) / 2)


def _distance(one: list[Cell], other: list[Cell]) -> float:
    """Edit distance over the cells, as a share of the longer."""
    above = [index * GAP for index in range(len(other) + 1)]
    for row, mine in enumerate(one, 1):
        line = [row * GAP]
        for column, theirs in enumerate(other, 1):
            line.append(min(above[column] + GAP, line[-1] + GAP, above[column - 1] + _cost(mine, theirs)))
        above = line
    return above[-1] / max(len(one), len(other), 1)


def likeness(one: Motif, other: Motif) -> float:
    """0 to 1: the whole against the whole, or the heads against each other, whichever is more alike."""
    mine, theirs = _cells(one), _cells(other)
    head = min(HEAD, len(mine), len(theirs))
    trust = 1.0 if head > 2 else 0.8
    return max(1 - _distance(mine, theirs), (1 - _distance(mine[:head], theirs[:head])) * trust)


def likenesses(motifs: Motifs) -> dict[tuple[str, str], float]:
    """How alike any two motifs are that are not one and the same."""
    own = [motif for motif in motifs.values() if "same_as" not in motif.source and len(motif.degrees) > 1]
    return {(one.id, other.id): likeness(one, other) for one, other in itertools.combinations(own, 2)}


def too_alike(motifs: Motifs) -> list[tuple[str, str]]:
    """Pairs that an ear would confuse, but for those that are meant to be kin."""
    return [pair for pair, like in likenesses(motifs).items() if like >= ALIKE and pair not in KIN]
