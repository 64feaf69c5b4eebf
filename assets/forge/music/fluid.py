"""FluidSynth through ctypes: MIDI events in, stereo sound out, no sound card involved.

Needs the library FluidSynth 2 and the sound font MuseScore_General (Debian: libfluidsynth3,
musescore-general-soundfont). MUSIC_FONT names another copy of the font.
"""

import ctypes
import ctypes.util
import functools
import os
from collections.abc import Iterable
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt

from assets.forge.music.clock import BLOCK, RATE

FONT = os.environ.get("MUSIC_FONT", "/usr/share/sounds/sf3/MuseScore_General_Full.sf3")
LIBRARIES = ("libfluidsynth.so.3", "libfluidsynth.dylib", "libfluidsynth-3.dll")
FINEST = 7  # interpolation between samples
AT_ONCE = 8192  # frames asked for in one call
Sound = npt.NDArray[np.float32]
MidiEvent = tuple[int, str, int, int]  # frame, "on" | "off" | "cc", number, value


@functools.cache
def _library() -> ctypes.CDLL:
    for candidate in (*LIBRARIES, ctypes.util.find_library("fluidsynth")):
        if candidate:
            try:
                return _declared(ctypes.CDLL(candidate))
            except OSError:
                continue
    msg = "FluidSynth is not installed (Debian: apt install libfluidsynth3 musescore-general-soundfont)"
    raise RuntimeError(msg)


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    """Pointers are 64 bits wide; ctypes believes otherwise unless told."""
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    library.new_fluid_settings.restype = pointer
    library.new_fluid_synth.restype = pointer
    library.new_fluid_synth.argtypes = [pointer]
    library.delete_fluid_synth.argtypes = [pointer]
    library.delete_fluid_settings.argtypes = [pointer]
    library.fluid_settings_setnum.argtypes = [pointer, text, ctypes.c_double]
    library.fluid_settings_setint.argtypes = [pointer, text, number]
    library.fluid_synth_sfload.argtypes = [pointer, text, number]
    library.fluid_synth_set_interp_method.argtypes = [pointer, number, number]
    library.fluid_synth_program_select.argtypes = [pointer, *[number] * 4]
    library.fluid_synth_noteon.argtypes = [pointer, *[number] * 3]
    library.fluid_synth_noteoff.argtypes = [pointer, *[number] * 2]
    library.fluid_synth_cc.argtypes = [pointer, *[number] * 3]
    library.fluid_synth_write_float.argtypes = [pointer, number, *[pointer, number, number] * 2]
    return library


class Synth:
    """One instrument on one channel. Use it in a `with`; reverb and chorus are off, the room is ours."""

    def __init__(self, bank: int, prog: int, font: str = FONT) -> None:
        """Load the font and choose a preset. Raises RuntimeError if there is no library, font or preset."""
        self._library = _library()
        self._settings = self._library.new_fluid_settings()
        for key, value in ((b"synth.sample-rate", RATE), (b"synth.gain", 0.5)):
            self._library.fluid_settings_setnum(self._settings, key, value)
        for key, value in (
            (b"synth.reverb.active", 0),
            (b"synth.chorus.active", 0),
            (b"synth.dynamic-sample-loading", 1),  # seven times quicker to load
            (b"synth.polyphony", 512),
            (b"synth.lock-memory", 0),
        ):
            self._library.fluid_settings_setint(self._settings, key, value)
        self._synth = self._library.new_fluid_synth(self._settings)
        loaded = self._library.fluid_synth_sfload(self._synth, font.encode(), 0)
        if loaded < 0:
            msg = f"cannot load the sound font {font} (Debian: apt install musescore-general-soundfont)"
            raise RuntimeError(msg)
        self._library.fluid_synth_set_interp_method(self._synth, -1, FINEST)
        if self._library.fluid_synth_program_select(self._synth, 0, loaded, bank, prog) != 0:
            msg = f"the sound font has no preset {bank}:{prog}"
            raise RuntimeError(msg)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the font."""
        self._library.delete_fluid_synth(self._synth)
        self._library.delete_fluid_settings(self._settings)

    def render(self, events: Iterable[MidiEvent], frames: int) -> Sound:
        """Sorted events as (frames, 2) of sound; each lands on the 64-frame block it is in."""
        out = np.zeros((frames, 2), np.float32)
        done = 0
        for frame, kind, number, value in events:
            done = self._write(out, done, frame // BLOCK * BLOCK)
            if kind == "on":
                self._library.fluid_synth_noteon(self._synth, 0, number, value)
            elif kind == "off":
                self._library.fluid_synth_noteoff(self._synth, 0, number)
            else:
                self._library.fluid_synth_cc(self._synth, 0, number, value)
        self._write(out, done, frames)
        return out

    def _write(self, out: Sound, start: int, end: int) -> int:
        end = min(end, len(out))
        for at in range(start, end, AT_ONCE):
            to = out[at:].ctypes.data
            self._library.fluid_synth_write_float(self._synth, min(AT_ONCE, end - at), to, 0, 2, to, 1, 2)
        return max(start, end)
