"""Memory: what is held, and what is given back.

Once it has seen a large block freed, the C library of Linux keeps blocks of that size for itself; after a few
changes of place the game would hold twice what it needs.
"""

from __future__ import annotations

import ctypes
import mmap
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

MMAP_THRESHOLD: Final = -3
"""glibc's name for: blocks from this size on are the system's, and go back to it when freed."""
MB: Final = 1024 * 1024
LARGE: Final = 2 * MB
"""Bytes: the layers of a picture are larger while it is put together."""


def give_back_large_blocks() -> None:
    """Ask for it; where the C library is another one, nothing happens and nothing is needed."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, LARGE)


def give_back_freed() -> None:
    """Ask for the freed pages in between, too. Takes some milliseconds: for a worker thread."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def resident() -> list[float]:
    """Give the memory that this process holds now, in MB; empty where only Linux would tell."""
    with suppress(OSError, ValueError, IndexError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return [pages * mmap.PAGESIZE / MB]
    return []


def most_resident() -> list[float]:
    """Give the most memory that this process has held, in MB; empty where the system does not tell."""
    with suppress(OSError, ValueError, StopIteration):
        # Linux: getrusage still counts what held this process's place before it became this program.
        lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
        return [int(next(line for line in lines if line.startswith("VmHWM:")).split()[1]) * 1024 / MB]
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return []
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return [most / MB if sys.platform == "darwin" else most * 1024 / MB]
