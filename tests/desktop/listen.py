"""Plays a scene of the game's sound to SDL's disk driver, which writes down what would have been heard.

`python listen.py ASSETS RAW SCENE`, run by test_heard.py in a process of its own: a driver is chosen once.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ |= {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": sys.argv[2], "SDL_VIDEODRIVER": "dummy"}

from game.desktop import tape
from game.desktop.audio import Audio
from game.view.music import Mix

FRAME = 1 / 60


def wait(audio: Audio, seconds: float) -> None:
    """Sixty updates a second."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        audio.update(FRAME)
        time.sleep(FRAME)


def stems(audio: Audio) -> None:
    """Three stems come in together and go round."""
    audio.play(Mix("one"))
    wait(audio, 5)


def handover(audio: Audio) -> None:
    """One score gives way to another, the other to silence; a stem and the duck move meanwhile."""
    audio.play(Mix("one"))
    wait(audio, 2.5)
    audio.play(Mix("one", lead=0.0))
    audio.duck(True)
    wait(audio, 1.5)
    audio.duck(False)
    audio.play(Mix("two"))
    wait(audio, 5)
    audio.play(Mix(""))
    wait(audio, 3.5)


def piece(audio: Audio) -> None:
    """A piece plays once over the music, which comes back."""
    audio.play(Mix("one"))
    wait(audio, 2)
    audio.piece("song")
    wait(audio, 5)


def streamed(audio: Audio) -> None:
    """A score that is longer than what is kept of it goes round, while the window is busy now and then."""
    tape.AHEAD, tape.SHORT, tape.EVERY = 2.0, 1.0, 0.3
    audio.play(Mix("one"))
    wait(audio, 4)
    for _ in range(3):
        time.sleep(1.5)
        wait(audio, 1)


if __name__ == "__main__":
    sound = Audio.open(Path(sys.argv[1]))
    globals()[sys.argv[3]](sound)
    sound.close()
