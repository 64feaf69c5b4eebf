"""The log: what went wrong, for whoever wants to mend it; never more than two files of a modest size."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

NAME: Final = "log.txt"
LARGEST: Final = 200_000


def note(folder: Path, trace: str) -> Path | None:
    """Add a fault to the log in a folder; where it is, or None if it cannot be written."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size > LARGEST:
            path.replace(folder / f"{NAME}.1")
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{trace}\n")
    except OSError:
        return None
    return path
