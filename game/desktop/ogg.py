"""Recordings as chains of short links, each an OGG stream of its own, one after another in one file.

The mixer holds its lock while it decodes a file: a minute of music decoded at once would be a long silence in
what is playing meanwhile. Link by link it is a few milliseconds, which nobody hears.

Neighbours overlap by LAP frames on both sides of the cut between them, because a stream is least faithful at
its ends; in the middle of that one is faded into the other, because each is unfaithful in its own way.
"""

from __future__ import annotations

import io
import itertools
import mmap
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pygame

PAGE: Final = b"OggS"
HEADER: Final = 27
"""Bytes of a page before its table of segments."""
FIRST: Final = 2
"""The flag of a page with which a stream begins."""
LAP: Final = 1024
"""Frames by which a link starts before the cut, and its forerunner ends after it."""
BLEND: Final = 256
"""Frames on both sides of the cut in which one link fades into the next."""
BREATH: Final = 0.004
"""Seconds between two links in which the mixer may have its lock."""
SAMPLE: Final = 2
"""Bytes of a sample."""


def links(held: bytes) -> list[bytes]:
    """The streams that a file holds, in order; none if it is no OGG file."""
    starts = [start for start, flags in _pages(held) if flags & FIRST]
    return [held[start:end] for start, end in itertools.pairwise([*starts, len(held)])]


def frames(link: bytes) -> int:
    """How many frames a link has: where its last page says that it ends."""
    last = max((start for start, _ in _pages(link)), default=None)
    return 0 if last is None else int(struct.unpack_from("<q", link, last + 6)[0])


def _pages(held: bytes) -> Iterator[tuple[int, int]]:
    """Where each page starts, and its flags."""
    at = 0
    while held.startswith(PAGE, at) and at + HEADER <= len(held):
        yield at, held[at + 5]
        segments = held[at + HEADER - 1]
        at += HEADER + segments + sum(held[at + HEADER : at + HEADER + segments])


def length(chain: list[bytes]) -> int:
    """How many frames a chain has, its overlaps left out."""
    return sum(map(frames, chain)) - 2 * LAP * (len(chain) - 1)


def decode(path: Path) -> pygame.mixer.Sound | None:
    """A recording, decoded (10 MB a minute); None if it cannot be read. Slow: for a worker thread."""
    with suppress(pygame.error, OSError, ValueError):
        chain = links(path.read_bytes())
        if len(chain) < 2:  # noqa: PLR2004 - nothing to put together
            return pygame.mixer.Sound(str(path))
        _, _, channels = pygame.mixer.get_init() or (0, 0, 2)
        whole = _silence(length(chain) * channels * SAMPLE)
        room, cut = _samples(whole), 0
        for link in chain:
            cut = _join(room, cut, _samples(pygame.mixer.Sound(file=io.BytesIO(link))), channels)
            time.sleep(BREATH)
        return whole
    return None


def _silence(size: int) -> pygame.mixer.Sound:
    """So many bytes of it; nothing of that size is held for it a second time, not even in passing."""
    with mmap.mmap(-1, size, access=mmap.ACCESS_COPY) as nothing:
        return pygame.mixer.Sound(buffer=nothing)


def _samples(sound: pygame.mixer.Sound) -> memoryview[int]:
    held: Any = sound  # it lends its memory, though its type does not say so
    return memoryview(held).cast("B").cast("h")


def _join(room: memoryview[int], cut: int, link: memoryview[int], channels: int) -> int:
    """Lay a link into the room from the cut (a sample) on, faded in; returns the next cut."""
    lap, blend = LAP * channels, BLEND * channels
    if cut == 0:
        room[: len(link)] = link[: len(room)]
        return len(link) - lap
    for index in range(2 * blend):
        share = (index // channels + 0.5) / (2 * BLEND)
        at = cut - blend + index
        room[at] = round(room[at] * (1 - share) + link[lap - blend + index] * share)
    rest = link[lap + blend :]
    start = cut + blend
    room[start : start + len(rest)] = rest[: len(room) - start]
    return cut + len(link) - 2 * lap
