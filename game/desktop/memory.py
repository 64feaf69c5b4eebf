"""Memory that is given back.

Once it has seen a large block freed, the C library of Linux keeps blocks of that size for itself; after a few
hand-overs of music the game would hold twice what it needs.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from typing import Final

MMAP_THRESHOLD: Final = -3
"""glibc's name for: blocks from this size on are the system's, and go back to it when freed."""
LARGE: Final = 12 * 1024 * 1024
"""Bytes: a stem of music is larger, the surface of a window is not."""


def give_back_large_blocks() -> None:
    """Ask for it; where the C library is another one, nothing happens and nothing is needed."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, LARGE)
