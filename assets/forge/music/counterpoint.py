"""What a teacher would mark in a score: parallel fifths and octaves, wild leaps, motifs that are missing."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from assets.forge.music.notation import Part
from assets.forge.music.pitch import MODES, OCTAVE, degree, name
from assets.forge.music.score import Player, Score

PERFECT = {0: "octaves", 7: "fifths"}
WIDEST_LEAP = 16  # semitones, for what is bowed or blown
Voice = Callable[[Iterable[int]], int]


def sounding(part: Part, beat: Fraction) -> list[int]:
    """The pitches a part has in the air on a beat."""
    return sorted(note.pitch for note in part.notes if note.start <= beat < note.end)


def parallels(score: Score) -> Iterator[str]:
    """Parallel fifths and octaves within the score's `voice_groups`, round the seam too."""
    doubled = [set(pair) for pair in score.source.get("doublings", [])]
    pairs = {
        pair for group in score.source.get("voice_groups", []) for pair in itertools.combinations(group, 2)
    }
    for one, other in sorted(pairs):
        if {one, other} not in doubled:
            yield from _between(score, score.players[one], score.players[other])


def _between(score: Score, one: Player, other: Player) -> Iterator[str]:
    first, second = ({note.start for note in player.part.notes} for player in (one, other))
    onsets = sorted(first | second)
    steps = list(itertools.pairwise(onsets))
    if score.loop and onsets:
        steps.append((onsets[-1], onsets[0]))
    for before, after in steps:
        if after not in first & second:
            continue
        seen = set()
        for high, low in ((max, min), (max, max), (min, min)):
            moves = [_move(one.part, high, before, after), _move(other.part, low, before, after)]
            if None in moves:
                continue
            (top, top_after), (bottom, bottom_after) = moves  # type: ignore[misc]
            interval = (top - bottom) % OCTAVE
            same_way = (top_after - top) * (bottom_after - bottom) > 0
            if interval in PERFECT and interval == (top_after - bottom_after) % OCTAVE and same_way:
                seen.add((interval, top, bottom, top_after, bottom_after))
        for interval, top, bottom, top_after, bottom_after in seen:
            bar, beat = divmod(after, score.metre)
            yield (
                f"parallel {PERFECT[interval]} {one.name}/{other.name} "
                f"bar {int(bar) + 1}, beat {float(beat) + 1:g}: "
                f"{name(top)}-{name(bottom)} to {name(top_after)}-{name(bottom_after)}"
            )


def _move(part: Part, voice: Voice, before: Fraction, after: Fraction) -> tuple[int, int] | None:
    had, has = sounding(part, before), sounding(part, after)
    return (voice(had), voice(has)) if had and has else None


def leaps(score: Score) -> Iterator[str]:
    """Steps wider than a tenth in a part that is bowed or blown, within a phrase."""
    for player in score.players.values():
        if player.instrument.kind != "expr":
            continue
        notes = sorted(player.part.notes, key=lambda note: (note.start, note.pitch))
        tops = list({note.start: note for note in notes}.values())
        for before, after in itertools.pairwise(tops):
            if before.end == after.start and abs(before.pitch - after.pitch) > WIDEST_LEAP:
                bar = int(after.start // score.metre) + 1
                yield f"leap {player.name} bar {bar}: {name(before.pitch)} to {name(after.pitch)}"


def statements(score: Score, ident: str) -> list[tuple[str, float, str]]:
    """Where a motif sounds whole (part, beat, first pitch), found by its pitches and not by its macro."""
    degrees = score.motifs[ident].degrees
    shapes = {
        tuple(degree(step, 60, mode) - degree(degrees[0], 60, mode) for step in degrees) for mode in MODES
    }
    found = []
    for player in score.players.values():
        notes = sorted(player.part.notes, key=lambda note: (note.start, note.pitch))
        line = [(note.start, note.pitch) for note in {note.start: note for note in notes}.values()]
        for index in range(len(line) - len(degrees) + 1):
            window = line[index : index + len(degrees)]
            if tuple(pitch - window[0][1] for _, pitch in window) in shapes:
                found.append((player.name, float(window[0][0]), name(window[0][1])))
    return found


def dissonance(score: Score, beat: Fraction) -> float:
    """How harsh a moment is, 0 to 1: semitones and tritones among the pitch classes sounding."""
    weight = {1: 1, 11: 1, 6: 0.7, 2: 0.35, 10: 0.35}
    players = [player for player in score.players.values() if not player.instrument.drum]
    classes = sorted({pitch % OCTAVE for player in players for pitch in sounding(player.part, beat)})
    pairs = list(itertools.combinations(classes, 2))
    return sum(weight.get(high - low, 0) for low, high in pairs) / max(1, len(pairs))
