"""Recordings as OGG Vorbis, in chains of short links: the game decodes them one by one while it plays."""

import io
import itertools
import pathlib
import struct
import zlib

import numpy as np
import numpy.typing as npt
import soundfile

from assets.forge.music.clock import RATE
from game.desktop.ogg import BLEND, HEADER, LAP, length, links

LINK = 2 * RATE  # frames
SHORT = 4 * LINK  # what is no longer stays in one piece
SERIAL, CHECKSUM = 14, 22  # where a page keeps them
BACKWARDS = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def write(path: pathlib.Path, sound: npt.NDArray[np.floating], quality: float) -> None:
    """Write (frames,) or (frames, 2); quality 0 … 1."""
    path.parent.mkdir(parents=True, exist_ok=True)
    step = LINK if len(sound) > SHORT else len(sound)
    starts = range(0, max(1, len(sound) - step // 2), step)  # the last link is half a link long at least
    cuts = itertools.pairwise([*starts, len(sound)])
    chain = [_link(sound[max(0, start - LAP) : end + LAP], quality) for start, end in cuts]
    path.write_bytes(b"".join(_numbered(link, serial) for serial, link in enumerate(chain)))


def _link(sound: npt.NDArray[np.floating], quality: float) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, sound, RATE, format="OGG", subtype="VORBIS", compression_level=1 - quality)
    return out.getvalue()


def _numbered(link: bytes, serial: int) -> bytes:
    """The stream under this serial number; the encoder draws one by lot, so that no two bakes are alike."""
    held, at = bytearray(link), 0
    while at < len(held):
        segments = held[at + HEADER - 1]
        end = at + HEADER + segments + sum(held[at + HEADER : at + HEADER + segments])
        struct.pack_into("<I", held, at + SERIAL, serial)
        struct.pack_into("<I", held, at + CHECKSUM, 0)
        struct.pack_into("<I", held, at + CHECKSUM, _checksum(held[at:end]))
        at = end
    return bytes(held)


def _checksum(page: bytearray) -> int:
    """A page's checksum: zlib's polynomial, started from nothing and read the other way about."""
    turned = zlib.crc32(page.translate(BACKWARDS), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{turned:032b}"[::-1], 2)


def read(path: pathlib.Path) -> npt.NDArray[np.float64]:
    """The recording as (frames, 2), mono doubled; its links joined as the game joins them."""
    chain = links(path.read_bytes())
    sound = np.zeros((length(chain), 2))
    cut = 0
    for number, link in enumerate(chain):
        part, _ = soundfile.read(io.BytesIO(link), always_2d=True)
        start = cut - LAP * (number > 0)
        share = np.ones((len(part), 1))
        if number:
            share[:, 0] = np.clip((np.arange(len(part)) + 0.5 - LAP + BLEND) / (2 * BLEND), 0, 1)
        there = sound[start : start + len(part)]
        there *= 1 - share
        there += part * share
        cut = start + len(part) - LAP
    return sound
