"""Stories that were built before: a story of ten thousand nodes is there in a tenth of the time.

What is kept is named after everything that it was made from: the bytes of all files of the story, what they
are called, and the code that reads them. So nothing is ever out of date; what is no longer asked for goes.

No file here is trusted. It is plain data (see `plain`), of which no part can run, and it is sealed with a
secret of this player's that lies elsewhere, with the saves: a file that was damaged, that belongs to another
story, that came from another machine or that somebody wrote by hand does not bear the seal. It is not looked
at any further, but built anew and written over. Only a story in which nothing at all was found is kept.

Whatever goes wrong here, the story is simply built. `check` does not come here: it reads what is written.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game import __version__
from game.diagnostics import Diagnostic, Report
from game.loading.plain import lines_of, story_of
from game.loading.sources import read_contents, read_files
from game.loading.uncollected import without_collections
from game.model.story import Story

FORMAT = 1
"""Grows when `plain` writes something in another way."""
MOST_STORIES = 8
LARGEST = 256 * 1024 * 1024
"""In bytes, of all kept stories together."""
STALE = 3600.0
"""Seconds after which a half-written file must belong to a game that was killed."""
_SECRET = 32
_ROOMS = ("diagnostics", "expression", "loading", "model")
_SUFFIX = ".story"


@dataclass(frozen=True, slots=True)
class Cache:
    """Where stories are kept, and the file with the secret that seals them."""

    folder: Path
    secret: Path

    def load(self, folder: Path) -> tuple[Story | None, Report]:
        """Give what `load_story` gives, from here if it can be, and keep it if it was not here."""
        found: list[Diagnostic] = []
        shown, contents = read_contents(folder, found)
        name = "" if found or self._is_inside(folder) else _name(shown, contents)
        seal = _secret(self.secret) if name else None
        if seal is not None:
            story = self._kept(name, seal)
            if story is not None:
                return story, Report()
        from game.loading.library import build  # noqa: PLC0415  (YAML is not needed for what was built before)

        story, report = build(read_files(shown, contents, found), found)
        if seal is not None and story is not None and not report.diagnostics:
            with contextlib.suppress(OSError):
                self._keep(name, seal, story)
        return story, report

    def _is_inside(self, folder: Path) -> bool:
        """Whether this is a part of the story's own folder, where nothing is ever written."""
        return self.folder.resolve().is_relative_to(folder.resolve())

    def _kept(self, name: str, seal: bytes) -> Story | None:
        """The story of that name; None if there is none, or none that can be believed."""
        path = self.folder / (name + _SUFFIX)
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
                return None
            sealed, _, body = path.read_bytes().partition(b"\n")
            if not secrets.compare_digest(sealed, _sealed(name, seal, body)):
                return None
            story = story_of(body.split(b"\n"))
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # what was asked for last stays longest
        return story

    def _keep(self, name: str, seal: bytes, story: Story) -> None:
        """Write a story in one move, so that whoever reads finds all of it or nothing."""
        with without_collections():
            body = b"\n".join(lines_of(story))
        if len(body) > LARGEST // 2:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        part = self.folder / f"{name}.{os.getpid()}.part"
        try:
            part.write_bytes(_sealed(name, seal, body) + b"\n" + body)
            part.replace(self.folder / (name + _SUFFIX))
        finally:
            part.unlink(missing_ok=True)
        self._tidy()

    def _tidy(self) -> None:
        """Let go of what was not asked for the longest, and of what was never finished."""
        for part in self.folder.glob("*.part"):
            if time.time() - part.stat().st_mtime > STALE:
                part.unlink(missing_ok=True)
        stories = sorted(self.folder.glob("*" + _SUFFIX), key=lambda path: path.stat().st_mtime, reverse=True)
        total = 0
        for number, path in enumerate(stories):
            total += path.stat().st_size
            if number >= MOST_STORIES or total > LARGEST:
                path.unlink(missing_ok=True)


def _name(shown: str, contents: Mapping[str, bytes]) -> str:
    """Give a name that no other story has, nor this one if it is written or read in another way."""
    digest = hashlib.blake2b(repr((FORMAT, sys.version_info[:2], _code(), shown)).encode(), digest_size=20)
    for name, content in sorted(contents.items()):
        digest.update(f"{len(name)} {len(content)} {name}".encode(errors="surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def _code() -> tuple[object, ...]:
    """What tells this code from any other: the version, and how large and how old its files are."""
    game = Path(__file__).parent.parent
    files = sorted(path for room in _ROOMS for path in (game / room).glob("*.py"))
    states = [(path.name, path.stat()) for path in files]
    return (__version__, *((name, state.st_size, state.st_mtime_ns) for name, state in states))


def _sealed(name: str, seal: bytes, body: bytes) -> bytes:
    digest = hashlib.blake2b(name.encode(), key=seal, digest_size=32)
    digest.update(body)
    return digest.hexdigest().encode()


def _secret(path: Path) -> bytes | None:
    """Give this player's secret, which is made at the first time; None if it can be neither read nor made."""
    try:
        with contextlib.suppress(FileNotFoundError):
            secret = path.read_bytes()
            if len(secret) == _SECRET:
                return secret
            path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        secret = secrets.token_bytes(_SECRET)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secret)
    except OSError:
        return None
    return secret
