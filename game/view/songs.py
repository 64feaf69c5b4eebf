"""A song performed on the harp, note by note, as values.

The rules:

*   The nine strings sound the degrees 1 to 9 of the song's scale, on the tonic of the place's music.
*   The right string lights the next bead. A wrong one sounds, wavers, and does no harm.
*   Between the phrases of a Legend stand rests, shown once they are known. In a rest the player plays on,
    which is playing the next right note, or listens. One rest played over makes the whole song a command; if
    every rest was listened to, it is an invitation.
*   Listening needs the rests to be known, and the motif of a person who is sung to, unless the node lifts
    that.
*   Rests that are not known are sung over unseen: the song is a command.
*   Small songs have nothing to play over. They are shared; a silence in them can only be kept.
*   A song that is only known in pieces is hummed as far as they go, and amounts to nothing in particular.
*   Nothing is timed. On request a rest follows the beat: then holding still for its length is listening.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from game.model.song import Motif, Song, Way
from game.model.story import Story
from game.play.offers import SongOffer
from game.view.block import person_name
from game.view.scales import OCTAVE, STRINGS, scale_of


class BeadState(StrEnum):
    """What has become of a bead."""

    WAITING = "waiting"
    SUNG = "sung"
    OVER = "over"
    """A rest that was played over."""
    HEARD = "heard"
    """A rest that was listened to."""


@dataclass(frozen=True, slots=True)
class Bead:
    """A note or a rest of the song on its staff."""

    degree: int | None
    """1 to 9; 0 for a knock, which any string makes; None for a rest."""
    beats: float
    """Its length in quarter notes."""
    phrase: int
    """The phrase that it belongs to, from 1; a rest belongs to the phrase before it."""
    state: BeadState = BeadState.WAITING

    @property
    def rest(self) -> bool:
        """Whether it is a rest."""
        return self.degree is None


@dataclass(frozen=True, slots=True)
class Sound:
    """A note that the last action made: which string, how long, and whether it was the right one."""

    string: int
    beats: float
    right: bool


@dataclass(frozen=True, slots=True)
class Performance:
    """A song while it is being performed; every action gives the performance after it."""

    song: str
    small: bool
    hummed: bool
    may_listen: bool
    beads: tuple[Bead, ...]
    at: int = 0
    """The bead whose turn it is; as many as there are beads once it is over."""
    waited: float = 0.0
    """Beats that have passed in the present rest."""
    sounds: tuple[Sound, ...] = ()
    """What the last action made sound."""

    @property
    def over(self) -> bool:
        """Whether the song has been sung to its end."""
        return self.at >= len(self.beads)

    @property
    def resting(self) -> bool:
        """Whether it is a rest's turn."""
        return not self.over and self.beads[self.at].rest

    @property
    def outcome(self) -> Way | None:
        """How the song was sung; None while it is not over, or if it was only hummed."""
        if not self.over or self.hummed:
            return None
        if self.small:
            return Way.SHARE
        rests = [bead for bead in self.beads if bead.rest]
        invited = bool(rests) and all(bead.state is BeadState.HEARD for bead in rests)
        return Way.INVITE if invited else Way.COMMAND

    def play(self, string: int) -> Performance:
        """Sound a string from 1 to 9."""
        note = self.next_note()
        if note is None or self.beads[note].degree not in (0, string):
            if note is None and self.resting and not self.small:  # the last rest: any sound is played over it
                return self.done(self.at, BeadState.OVER, (Sound(string, 1.0, right=True),))
            return replace(self, sounds=(Sound(string, 1.0, right=False),))
        crossed = self.done(self.at, BeadState.OVER) if self.resting else self
        return crossed.done(note, BeadState.SUNG, (Sound(string, self.beads[note].beats, right=True),))

    def listen(self) -> Performance:
        """Keep a rest; changes nothing where there is none, or where one cannot listen."""
        if not self.resting or not (self.may_listen or self.small):
            return replace(self, sounds=())
        return self.done(self.at, BeadState.HEARD)

    def wait(self, beats: float) -> Performance:
        """Let time pass, for those who follow the beat: a rest kept for its length is listened to."""
        if not self.resting:
            return replace(self, sounds=())
        if self.waited + beats >= self.beads[self.at].beats:
            kept = self.listen()
            return kept if kept.at > self.at else replace(kept, waited=self.beads[self.at].beats)
        return replace(self, waited=self.waited + beats, sounds=())

    def play_on(self) -> Performance:
        """Let Lysandra play: to the next rest, or over the present one and on to the next, or to the end."""
        sounds: list[Sound] = []
        after = self.listen() if self.small else self
        if after.resting and after.next_note() is None:
            return after if after.small else after.play(1)
        while (note := after.next_note()) is not None and (not sounds or not after.resting):
            after = after.play(after.beads[note].degree or 1)
            sounds += after.sounds
        return replace(after, sounds=tuple(sounds))

    def next_note(self) -> int | None:
        """The bead that a right string would light: a small song's rest has to be kept first."""
        if self.over:
            return None
        if not self.resting:
            return self.at
        following = self.at + 1
        if self.small or following >= len(self.beads) or self.beads[following].rest:
            return None
        return following

    def done(self, bead: int, state: BeadState, sounds: tuple[Sound, ...] = ()) -> Performance:
        """This bead done, and the next one's turn."""
        beads = (*self.beads[:bead], replace(self.beads[bead], state=state), *self.beads[bead + 1 :])
        return replace(self, beads=beads, at=bead + 1, waited=0.0, sounds=sounds)


def perform(story: Story, values: tuple[int, ...], offer: SongOffer, to: str | None = None) -> Performance:
    """A performance of an offered song, about to begin; `to` is who was turned to, if not the node's own."""
    song = story.songs[offer.song]
    hummed = not values[song.knows]
    with_rests = song.small or _lifted(offer, to) or knows(song.rests, values)
    return Performance(
        song.id,
        song.small,
        hummed,
        not song.small and not hummed and not missing(story, values, offer, to),
        _beads(
            song,
            offer.phrase,
            _pieces(song, values) if hummed else None,
            with_rests=with_rests and not hummed,
        ),
    )


def missing(story: Story, values: tuple[int, ...], offer: SongOffer, to: str | None = None) -> str:
    """What Lysandra would have to know before she could listen in this song's rests; empty if she can."""
    song = story.songs[offer.song]
    listener = story.people.get(to or offer.to or "")
    if song.small or _lifted(offer, to):
        return ""
    if not knows(song.rests, values):
        return f"You do not know where the rests of {song.name} fall."
    if listener is not None and listener.knows_motif is not None and not values[listener.knows_motif]:
        return (
            f"You have not listened to {person_name(listener, values)} for long enough to wait for an answer."
        )
    return ""


def knows(cell: int | None, values: tuple[int, ...]) -> bool:
    """Whether a cell that may not exist is true."""
    return cell is not None and values[cell] > 0


def strings(song: Song, tonic: int) -> tuple[int, ...]:
    """The MIDI notes of the nine strings in the song's scale; `tonic` is the MIDI note of degree 1."""
    scale = scale_of(song.key)
    return tuple(tonic + scale[n % len(scale)] + OCTAVE * (n // len(scale)) for n in range(STRINGS))


def answer(motif: Motif) -> tuple[int, ...]:
    """The four degrees with which a person answers in a rest: their motif's first, the last one repeated."""
    degrees = tuple(degree for phrase in motif.phrases for degree in phrase)
    return (*degrees, *degrees[-1:] * 4)[:4]


def _lifted(offer: SongOffer, to: str | None) -> bool:
    """Whether the node itself says that listening is possible."""
    return Way.INVITE in offer.ways and to in (None, offer.to)


def _pieces(song: Song, values: tuple[int, ...]) -> int:
    return values[song.pieces] if song.pieces is not None else 0


def _beads(song: Song, only: int | None, pieces: int | None, *, with_rests: bool) -> tuple[Bead, ...]:
    """The song's beads: one phrase only, or as many as are known, if so asked; a rest lasts a bar."""
    motif = song.motif
    upper, lower = song.metre
    bar = upper * 4 / lower
    beads: list[Bead] = []
    for number, (degrees, beats) in enumerate(zip(motif.phrases, motif.beats, strict=True), 1):
        if (only is not None and number != only) or (pieces is not None and number > pieces):
            continue
        beads += [Bead(degree, length, number) for degree, length in zip(degrees, beats, strict=True)]
        if with_rests and number <= motif.rests:
            beads.append(Bead(None, bar, number))
    return tuple(beads)
