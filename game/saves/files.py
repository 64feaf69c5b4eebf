"""Files of JSON that are whole at every moment, whatever stops the game while it writes.

A file is written beside its place, forced to the disk, and only then put in its place; the one that stood
there before is kept as `NAME.before.json`. Whoever is killed between the two moves leaves the earlier one to
be read. A file that cannot be read is never written over: it is put aside as `NAME.damaged-1.json`, with the
next free number.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Whole = Callable[[Any], bool]
"""Whether what was read is what it should be, and not just any JSON."""

LARGEST = 64 * 1024 * 1024
"""In bytes; nothing that this game writes comes near it."""
ATTEMPTS = 8
"""How often a move is tried: on Windows a virus scanner may hold a file for a moment."""
STALE = 60.0
"""Seconds after which a half-written file must belong to a game that was killed."""


class SaveError(Exception):
    """Something could not be saved or read; its text is a sentence for the player that says why."""


class DamagedError(SaveError):
    """A file is there but cannot be read."""


def read_json(path: Path) -> tuple[Any, bool]:
    """What a file holds, and whether it had to be read from the one kept before it.

    Raises:
        DamagedError: the file cannot be read, nor the one before it.
        SaveError: there is no such file.
    """
    before = _before(path)
    if not path.exists():
        if before.exists():
            return _parsed(before), True
        raise SaveError("Nothing is saved there.")
    try:
        return _parsed(path), False
    except DamagedError:
        if before.exists():
            return _parsed(before), True
        raise


def write_json(path: Path, value: Any, whole: Whole) -> None:
    """Put a value in its place, keeping the one that was there; aside, if that is not `whole`.

    Raises:
        SaveError: it could not be written; what was there before is as it was.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    write_bytes(path, text.encode(), whole)


def write_bytes(path: Path, content: bytes, whole: Whole | None = None) -> None:
    """Put bytes in their place, all or none; with `whole`, keep the JSON that was there as the one before.

    Raises:
        SaveError: they could not be written; what was there before is as it was.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if whole is not None and path.exists():
            _move(path, _before(path) if _is_whole(path, whole) else _aside(path))
        _move(fresh, path)
        _settle(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise SaveError(_reason(error, path.parent)) from error


def put_aside(path: Path) -> Path | None:
    """Move a damaged file out of the way, to where it can still be looked at; None if it cannot be moved."""
    aside = _aside(path)
    try:
        _move(path, aside)
    except OSError:
        return None
    return aside


def _parsed(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise DamagedError(f"'{path.name}' is far too large to be a save.")
        return json.loads(path.read_bytes())
    except OSError as error:
        raise DamagedError(f"'{path.name}' cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise DamagedError(f"'{path.name}' is damaged. It is left as it is.") from error


def _is_whole(path: Path, whole: Whole) -> bool:
    try:
        return whole(_parsed(path))
    except DamagedError:
        return False


def _before(path: Path) -> Path:
    return path.with_name(f"{path.stem}.before{path.suffix}")


def _aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    return aside


def _move(source: Path, target: Path) -> None:
    attempt = 1
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if os.name != "nt" or attempt == ATTEMPTS:
                raise
            time.sleep(0.01 * 2**attempt)
            attempt += 1
        else:
            return


def _settle(folder: Path) -> None:
    """Force the folder's own list of names to the disk, where the system lets one."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(path: Path) -> None:
    """Remove what a game that was killed left half-written for the same place."""
    for left in path.parent.glob(f".{path.name}.*.new"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE:
                left.unlink()


def _reason(error: OSError, folder: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "There is no room left on the disk. What was saved before is safe."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"The folder '{folder}' cannot be written to. What was saved before is safe."
    return f"This could not be saved: {error.strerror or error}. What was saved before is safe."
