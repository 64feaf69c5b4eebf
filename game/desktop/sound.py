"""What the scenes ask to be heard: which music goes with a stage, what sounds when a song is learned."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.desktop.audio import Audio
from game.model.song import Way
from game.model.story import Story
from game.play.event import Event, Learned, Sang
from game.play.state import State
from game.saves import Settings
from game.view.music import Mix, mix
from game.view.songs import strings
from game.view.stage import StageSpec

PIECES = {Way.COMMAND: "command", Way.INVITE: "invite"}


class Sound:
    """The game's sound, as the scenes speak of it."""

    def __init__(self, assets: Path, *, wanted: bool = True, mono: bool = False) -> None:
        self._audio = Audio.open(assets, wanted, mono)
        self._told = ""

    def complaint(self) -> str:
        """Why nothing is heard, in a sentence that is given once; empty if there is nothing new to say."""
        reason, told = self._audio.silent_reason, self._told
        self._told = reason
        return reason if reason != told else ""

    @property
    def changing(self) -> bool:
        """Whether one music is handing over to another, or a piece is heard."""
        return self._audio.changing

    @property
    def beat(self) -> float:
        """How far into the present beat the music is, 0 to 1."""
        return self._audio.beat

    @property
    def until_beat(self) -> float:
        """Seconds until the next beat; what answers the player waits for it."""
        return self._audio.until_beat

    def volumes(self, settings: Settings) -> None:
        """Follow the player's volumes, and whether both ears hear the same."""
        self._audio.volumes(settings.music, settings.songs, settings.sounds)
        self._audio.mono(settings.mono)

    def scene(self, story: Story, state: State, spec: StageSpec) -> None:
        """The music and the sounds of a stage."""
        self._audio.play(mix(story, state, spec))

    def music(self, score: str) -> None:
        """A piece of music for a screen, such as the title."""
        self._audio.play(Mix(score))

    def effect(self, name: str) -> None:
        """A sound by name."""
        self._audio.sound(name)

    def acted(self, events: Iterable[Event]) -> None:
        """What answers an action: a song that was sung is heard as a piece; a sound, if one was learned."""
        events = tuple(events)
        if any(isinstance(event, Learned) for event in events):
            self.effect("learn")
        for event in events:
            if isinstance(event, Sang) and event.way in PIECES:
                self._audio.piece(f"{event.song}_{PIECES[event.way]}")

    def tune(self, story: Story, song: str) -> tuple[int, ...]:
        """The nine strings' MIDI notes for a song in the key of the music, made ready to sound."""
        notes = strings(story.songs[song], self._audio.tonic)
        self._audio.prepare("harp", notes)
        return notes

    def note(self, midi: int, volume: float = 1.0, instrument: str = "harp", *, short: bool = False) -> None:
        """A note, now; a short one is let go of as soon as it has sounded."""
        self._audio.note(instrument, midi, volume, short=short)

    def duck(self, *, ducked: bool) -> None:
        """Turn the music down, and up again."""
        self._audio.duck(ducked)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._audio.update(seconds)

    def close(self) -> None:
        """Fall silent."""
        self._audio.close()
