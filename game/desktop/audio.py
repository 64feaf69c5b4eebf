"""Everything that is heard: the music of places, pieces, the player's notes, sounds and ambience.

    audio = Audio.open(root() / "assets")     silent, and says why in `silent_reason`, where there is no card
    audio.play(mix)                           whenever the stage changes; it eases and crosses, it never cuts
    audio.piece("kindling_invite")            plays once over the music, which waits underneath
    audio.note("harp", 64)                    sounds at once
    audio.update(seconds)                     every frame

The clock goes on without a card: `beat` still drives the picture, and songs can still follow it.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, Self

import pygame

from game.desktop.card import card_present, card_time, close_card, open_card
from game.desktop.fade import Fade
from game.desktop.loops import Ambience, Piece
from game.desktop.sheet import Sheet, read_sheet
from game.desktop.sounds import Shelf, Voices
from game.desktop.tape import Feeder
from game.desktop.turntable import STEMS, Turntable
from game.view.music import SILENCE, Mix

NOTES: Final = 8
SOUNDS: Final = 6
AMBIENCES: Final = 2
CHANNELS: Final = 2 * STEMS + 1 + AMBIENCES + NOTES + SOUNDS
DUCKED: Final = 0.32
"""How much of the music is left while the player performs."""
DUCK: Final = 0.5
"""Seconds in which it gets out of the way, and comes back."""
DAMPED: Final = 350
"""Milliseconds that a damped note lasts."""
LOOK: Final = 2.0
"""Seconds between two looks at whether the card is still there."""
PATIENCE: Final = (5.0, 60.0)
"""Seconds until a lost card is tried for again: at first, and at most."""
TONIC: Final = 64
MAJOR: Final = (0, 2, 4, 5, 7, 9, 11)


class Audio:
    """All sound of the game. Silent and harmless where there is no card."""

    def __init__(self, folder: Path, *, wanted: bool, mono: bool) -> None:
        self.silent_reason = "Sound is switched off." if not wanted else ""
        self._folder = folder
        self._wanted = wanted
        self._mono = mono
        self._worker = ThreadPoolExecutor(1, "music")
        self._notes = Shelf(folder / "notes")
        self._shelf = Shelf(folder / "sounds")
        self._music_volume = self._songs_volume = self._sound_volume = 1.0
        self._mix = SILENCE
        self._ambience_name = ""
        self._sheet: Sheet | None = None
        self._duck = Fade(1.0)
        self._passed = 0.0
        self._started = 0.0
        self._look = LOOK
        self._patience = PATIENCE[0]
        self._set_up: _SetUp | None = None
        if wanted:
            self._connect()

    @classmethod
    def open(cls, folder: Path, wanted: bool = True, mono: bool = False) -> Self:  # noqa: FBT001, FBT002
        """The sound of the game, from the baked assets in `folder`. Never raises."""
        return cls(folder, wanted=wanted, mono=mono)

    def volumes(self, music: float, songs: float, sound: float) -> None:
        """How loud music, songs (notes and pieces) and sounds (ambience too) are, 0 to 1 each."""
        self._music_volume, self._songs_volume, self._sound_volume = music, songs, sound

    def mono(self, wanted: bool) -> None:  # noqa: FBT001 - as in a setting
        """Let both ears hear the same, or no longer: the card is opened anew, and all goes on."""
        if wanted == self._mono:
            return
        self._mono = wanted
        if self._set_up:
            self._disconnect()
            # What was decoded does not fit the next mixer.
            self._notes.forget()
            self._shelf.forget()
            self._connect()

    def play(self, mix: Mix) -> None:
        """Have a mix heard: cross to its score, or ease the stems of the one that plays.

        Asking again for what is heard already changes nothing.
        """
        if mix == self._mix:
            return
        if mix.score != self._mix.score:
            self._sheet = read_sheet(self._folder / "music" / mix.score) if mix.score else None
            self._started = self._passed
        self._mix = mix
        self._ask()
        self.ambience(mix.ambience or None)

    def piece(self, name: str) -> None:
        """Play a recording once, over the music, which fades and goes on unheard until it is done."""
        sheet = read_sheet(self._folder / "music" / name)
        if self._set_up and sheet:
            self._set_up.piece.ask(self._folder / "music" / name, sheet)

    def prepare(self, instrument: str, midis: Iterable[int]) -> None:
        """Decode notes ahead, so that the first of each sounds at once too."""
        if self._set_up:
            for midi in midis:
                self._worker.submit(self._notes.get, f"{instrument}/{midi}")

    def note(self, instrument: str, midi: int, volume: float = 1.0, *, short: bool = False) -> None:
        """A note of the player's, now, damped if `short`; one the instrument does not have is silence."""
        if self._set_up:
            note = self._notes.get(f"{instrument}/{midi}")
            self._set_up.notes.play(note, volume * self._songs_volume, DAMPED if short else 0)

    def sound(self, name: str) -> None:
        """A sound by name, now; one that nobody recorded is silence."""
        if self._set_up:
            self._set_up.sounds.play(self._shelf.get(name), self._sound_volume)

    def ambience(self, name: str | None) -> None:
        """What is heard around: `night`, or a picture's name such as `hollow/kiln`, else its place's."""
        self._ambience_name = name or ""
        if self._set_up:
            around = self._folder / "sounds" / "ambience"
            candidates = [around / f"{name}.ogg", around / f"{str(name).split('/')[0]}.ogg"] if name else []
            self._set_up.ambience.ask(next((path for path in candidates if path.is_file()), None))

    def duck(self, ducked: bool) -> None:  # noqa: FBT001 - the two ways of one thing
        """Turn the music down while the player performs, and up again."""
        self._duck.aim(DUCKED if ducked else 1.0, DUCK)

    @property
    def performing_piece(self) -> bool:
        """Whether a piece plays, or is about to."""
        return bool(self._set_up and self._set_up.piece.busy)

    @property
    def changing(self) -> bool:
        """Whether one recording is handing over to another, or a piece plays or is about to."""
        return bool(self._set_up and (self._set_up.turntable.changing or self._set_up.piece.busy))

    @property
    def tonic(self) -> int:
        """The MIDI number of the music's tonic, E where there is none."""
        return self._sheet.tonic if self._sheet else TONIC

    @property
    def scale(self) -> tuple[int, ...]:
        """The music's scale, in semitones above its tonic."""
        return self._sheet.scale if self._sheet else MAJOR

    @property
    def seconds(self) -> float:
        """How far into its score the music is."""
        heard = max(0.0, self._passed - self._started)
        return heard % self._sheet.seconds if self._sheet else heard

    @property
    def beat(self) -> float:
        """How far into the present beat the music is, 0 to 1."""
        return self._sheet.beat(self.seconds)[1] if self._sheet else 0.0

    @property
    def until_beat(self) -> float:
        """Seconds to the next beat; what answers the player waits for it."""
        return self._sheet.until_beat(self.seconds) if self._sheet else 0.0

    def update(self, seconds: float) -> None:
        """Let time pass: fades go on, scores hand over, a card that is gone or back is noticed."""
        self._duck.step(seconds)
        self._look -= seconds
        if self._look <= 0:
            self._look_for_card()
        if not self._set_up:
            self._passed += seconds
            return
        self._passed = max(self._passed, self._set_up.offset + card_time())
        under = self._set_up.piece.step(seconds, self._songs_volume)
        if self._set_up.turntable.step(seconds, self._music_volume * self._duck.level * under):
            self._started = self._passed
        self._set_up.ambience.step(seconds, self._sound_volume)

    def close(self) -> None:
        """Stop everything and let go of the card."""
        if self._set_up:
            self._set_up.feeder.close()
            self._set_up = None
        self._worker.shutdown(wait=True, cancel_futures=True)
        close_card()

    def _ask(self) -> None:
        if self._set_up:
            stems = self._sheet.stems if self._sheet else ()
            volumes = {stem: self._mix.volume(stem) for stem in stems}
            self._set_up.turntable.ask(self._folder / "music" / self._mix.score, self._sheet, volumes)

    def _connect(self) -> None:
        self.silent_reason = open_card(CHANNELS, mono=self._mono)
        if not self.silent_reason:
            self._set_up = _SetUp(self._worker, self._passed, watched=card_present())
            self._ask()
            self.ambience(self._ambience_name or None)

    def _disconnect(self) -> None:
        """Let go of the card; nothing may be decoding while the mixer goes."""
        if self._set_up:
            self._set_up.feeder.close()
            self._worker.submit(int).result()
        self._set_up = None
        close_card()

    def _look_for_card(self) -> None:
        self._look = LOOK
        if self._set_up and self._set_up.watched and not card_present():
            self._disconnect()
            self.silent_reason = "The sound card is gone."
            self._patience = PATIENCE[0]
        elif not self._set_up and self._wanted:
            self._connect()
            self._look = self._patience
            self._patience = min(2 * self._patience, PATIENCE[1])


class _SetUp:
    """What plays on an open card; made anew with each card. `offset` is where its clock starts."""

    def __init__(self, worker: ThreadPoolExecutor, offset: float, *, watched: bool) -> None:
        self.offset = offset
        self.watched = watched
        channels = iter([pygame.mixer.Channel(number) for number in range(CHANNELS)])
        self.feeder = Feeder()
        self.turntable = Turntable([next(channels) for _ in range(2 * STEMS)], worker, self.feeder)
        self.piece = Piece(next(channels), worker, self.feeder)
        self.ambience = Ambience([next(channels) for _ in range(AMBIENCES)], worker, self.feeder)
        self.notes = Voices([next(channels) for _ in range(NOTES)])
        self.sounds = Voices(list(channels))
