"""Notes as they are played: phrasing, weight of the beat, breath, and the small unevenness of hands.

Seeded by piece and part: the same score is always played the same way.
"""

import bisect
import math
import random
from collections.abc import Iterator
from typing import NamedTuple

from assets.forge.music.notation import Note, level_at
from assets.forge.music.score import Player, Score

BREATH = 2  # the MIDI controller that swells and fades a held note
PEDAL = 64
SOFTEST, LOUDEST = 4, 127
MIDDLE = 64.0
CURVE = 12  # points per beat of the swell
ACCENT, INNER, SLURRED, BITE = 14, 9, 14, 18
LONG = 2  # a note of two beats or more swells by itself
OVERLAP = 0.045  # seconds by which slurred notes overlap


class Event(NamedTuple):
    """At a second: a note on (pitch, velocity), a note off (pitch, 0) or a controller (number, value)."""

    second: float
    kind: str
    first: int
    second_value: int


def perform(score: Score, player: Player) -> list[Event]:
    """One pass of the piece by one player, unsorted."""
    events = [*_notes(score, player)]
    if player.instrument.kind == "expr":
        events += _swell(score, player)
    if player.pedal:
        beat = 0.0
        while beat < score.beats:
            second = score.clock.time(beat)
            events += [Event(second + 0.02, "cc", PEDAL, 0), Event(second + 0.10, "cc", PEDAL, LOUDEST)]
            beat += player.pedal
    return events


def _level(score: Score, player: Player, beat: float) -> float:
    """The dynamic at a beat; `dynamics: 0.8` in a score draws soft and loud together."""
    spread: float = score.source.get("dynamics", 1)
    return MIDDLE + (level_at(player.part.dynamics, beat) - MIDDLE) * spread


def _weight(position: float, bar: float) -> float:
    """How a beat weighs in its bar: the first most, the middle some, what falls between beats least."""
    if position == 0:
        return 5
    if position == bar / 2:
        return 2
    return 0 if position == int(position) else -2


def _notes(score: Score, player: Player) -> Iterator[Event]:
    dice = random.Random(f"{score.source['title']}/{player.name}")
    hand = player.instrument.human / 1000 * score.source.get("human", 1.0)
    swells = player.instrument.kind == "expr"
    notes = sorted(player.part.notes, key=lambda note: (note.start, -note.pitch))
    middle = sum(note.pitch for note in notes) / max(1, len(notes))
    drift, before, top = 0.0, None, 0
    for note in notes:
        if note.start != before:  # a player drifts, and does not jitter
            drift = 0.6 * drift + dice.gauss(0, hand * 0.8)
            before, top = note.start, note.pitch
        beat = float(note.start)
        early = max(-0.03, min(0.03, drift + dice.gauss(0, hand * 0.3)))
        shape = _weight(beat % float(score.metre), float(score.metre))
        shape += max(-6.0, min(6.0, (note.pitch - middle) * 0.35))
        velocity = _level(score, player, beat) + shape * (0.6 if swells else 1) + dice.gauss(0, 2.2)
        velocity += ACCENT * (">" in note.marks)
        if swells:  # velocity is the speed of the attack here: soft inside a slur
            velocity += BITE * (">" in note.marks) - SLURRED * note.slurred
        elif note.pitch != top:
            velocity -= INNER  # the top voice sings
        on = score.clock.time(beat) + early
        bound = note.slurred and not note.last
        late = OVERLAP if bound and "'" not in note.marks else dice.gauss(0, hand * 0.4)
        off = score.clock.time(_stop(note)) + late
        floor = 20 if swells else 8
        yield Event(on, "on", note.pitch, int(max(floor, min(LOUDEST, velocity))))
        yield Event(max(off, on + 0.04), "off", note.pitch, 0)


def _stop(note: Note) -> float:
    """The beat on which a note is let go: its articulation."""
    length = float(note.length)
    if "'" in note.marks:
        length = min(length / 2, 0.5)
    elif "_" in note.marks:
        length *= 0.97
    elif not note.slurred or note.last:
        length *= 0.93
    return float(note.start) + length


def _phrases(notes: list[Note]) -> list[tuple[float, float]]:
    """From beat to beat: each slur, and each long note that stands alone."""
    spans: list[tuple[float, float]] = []
    first: Note | None = None
    for index, note in enumerate(notes):
        if note.slurred:
            first = first or note
            follows = index + 1 < len(notes) and notes[index + 1].slurred and not note.last
            if not follows:
                spans.append((float(first.start), float(note.end)))
                first = None
        elif note.length >= LONG:
            spans.append((float(note.start), float(note.end)))
    return spans


def _swell(score: Score, player: Player) -> Iterator[Event]:
    """The bow and the breath: hairpins, an arch over each phrase, a bite on each accent."""
    notes = sorted(player.part.notes, key=lambda note: (note.start, -note.pitch))
    phrases = _phrases(notes)
    starts = [start for start, _ in phrases]
    accents = [float(note.start) for note in notes if ">" in note.marks]
    before = None
    for point in range(int(score.beats * CURVE)):
        beat = point / CURVE
        value = _level(score, player, beat)
        phrase = bisect.bisect_right(starts, beat) - 1
        if phrase >= 0 and beat < phrases[phrase][1]:
            start, end = phrases[phrase]
            value += 10 * math.sin(math.pi * ((beat - start) / (end - start)) ** 0.8) - 4
        value += sum(ACCENT * (1 - (beat - at) / 0.75) for at in accents if 0 <= beat - at < 0.75)
        step = int(max(SOFTEST, min(LOUDEST, value)))
        if step != before:
            yield Event(score.clock.time(beat), "cc", BREATH, step)
            before = step
