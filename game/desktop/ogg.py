"""Recordings as chains of short links, each an OGG stream of its own, one after another in one file.

The mixer holds its lock while it decodes a file: a minute of music decoded at once would be a long silence in
what is playing meanwhile. Link by link it is a few milliseconds, which nobody hears, and no more than a few
links need ever be in memory.

Neighbours overlap by LAP frames on both sides of the cut between them, because a stream is least faithful at
its ends; in the middle of that one is faded into the other, because each is unfaithful in its own way.
"""

from __future__ import annotations

import io
import itertools
import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

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

Samples: TypeAlias = "memoryview[int]"
"""Sixteen bits each, one for each side of every frame in turn."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Where the links of a recording are in its file, and how long they are together."""

    path: Path
    links: tuple[tuple[int, int], ...]
    """Where each begins in the file and ends, in bytes."""
    frames: int
    """Overlaps left out."""

    def blocks(self, sides: int) -> Iterator[Samples]:
        """The recording from its beginning to its end, a link at a time, decoded for so many sides.

        Raises:
            OSError: the file cannot be read any more.
            pygame.error: a link cannot be decoded, or there is no mixer.
        """
        lap, blend = LAP * sides, BLEND * sides
        before: Samples | None = None
        for number, (start, end) in enumerate(self.links):
            link = _decoded(self._read(start, end))
            if before is not None:
                yield _joint(before, link[lap - blend : lap + blend], sides)
            last = number == len(self.links) - 1
            cut = len(link) - (0 if last else lap + blend)
            yield link[0 if before is None else lap + blend : cut]
            before = link[cut : cut + 2 * blend]

    def _read(self, start: int, end: int) -> bytes:
        with self.path.open("rb") as file:
            file.seek(start)
            return file.read(end - start)


def read_chain(path: Path) -> Chain:
    """How the recording in a file is chained; there are no links if it is no OGG file.

    Raises:
        OSError: the file cannot be read.
    """
    held = path.read_bytes()
    pages = list(_pages(held))
    starts = [start for start, flags in pages if flags & FIRST]
    links = tuple(itertools.pairwise([*starts, len(held)]))
    # A page is followed by the next link's first, or by nothing, where it is the last of its own.
    lasts = [
        start
        for (start, _), after in itertools.zip_longest(pages, pages[1:])
        if not after or after[1] & FIRST
    ]
    frames = sum(int(struct.unpack_from("<q", held, last + 6)[0]) for last in lasts)
    return Chain(path, links, frames - 2 * LAP * max(0, len(links) - 1))


def samples_of(sound: pygame.mixer.Sound) -> Samples:
    """The memory of a sound, to read and to write."""
    held: Any = sound  # it lends its memory, though its type does not say so
    return memoryview(held).cast("B").cast("h")


def _pages(held: bytes) -> Iterator[tuple[int, int]]:
    """Where each page starts, and its flags."""
    at = 0
    while held.startswith(PAGE, at) and at + HEADER <= len(held):
        yield at, held[at + 5]
        segments = held[at + HEADER - 1]
        at += HEADER + segments + sum(held[at + HEADER : at + HEADER + segments])


def _decoded(link: bytes) -> Samples:
    return samples_of(pygame.mixer.Sound(file=io.BytesIO(link)))


def _joint(old: Samples, new: Samples, sides: int) -> Samples:
    """What is heard around a cut: the end of one link, faded into the beginning of the next."""
    made = array("h", old)
    for index, (one, other) in enumerate(zip(old, new, strict=True)):
        share = (index // sides + 0.5) / (2 * BLEND)
        made[index] = round(one * (1 - share) + other * share)
    return memoryview(made)
