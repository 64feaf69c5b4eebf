"""Where this player's saves, settings and log are, and where stories are kept that were built before."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from game.loading.cache import Cache

LOG_LIMIT = 256 * 1024


def folder(asked: Path | None) -> Path:
    """The profile folder: the one asked for, or the platform's own place for such things."""
    return asked or Path(platformdirs.user_data_dir("Serene Symphony", appauthor=False))


def cache(asked: Path | None) -> Cache:
    """The cache of stories: in the profile folder asked for, or in the platform's own place for caches."""
    own = platformdirs.user_cache_dir("Serene Symphony", appauthor=False)
    place = asked / "cache" if asked else Path(own)
    return Cache(place / "stories", folder(asked) / "cache.key")


def log_file(asked: Path | None, text: str) -> Path | None:
    """Add the text to the log, which is begun anew when it grows large; None if it cannot be written."""
    path = folder(asked) / "log.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            path.replace(path.with_suffix(".old.txt"))
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{text}\n")
    except OSError:
        return None
    return path
