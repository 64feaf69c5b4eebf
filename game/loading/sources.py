"""Finding and reading the files of a story: names that are safe everywhere, text that is text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from game.diagnostics import Diagnostic, Span, mistake
from game.loading.tree import Source

LARGEST_FILE = 4 * 1024 * 1024
LARGEST_STORY = 64 * 1024 * 1024
_BEGINNING = 1000
_SUFFIXES = (".yaml", ".yml")
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
}
_UNSAFE = re.compile(r'[<>:"\\|?*\x00-\x1f\ud800-\udfff]|[ .]$')
_ODD = re.compile(
    "[^\n\t\x20-\x7e\xa0-\u200a\u200c-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What cannot be seen, or what YAML takes for a line's end, but for blanks and plain line breaks."""
_TAB = re.compile(r"^ *(\t)", re.MULTILINE)


def read_sources(folder: Path, found: list[Diagnostic]) -> list[Source]:
    """Give all YAML files below a folder, in the order of their paths; what cannot be read is in `found`."""
    return read_files(*read_contents(folder, found), found)


def read_contents(folder: Path, found: list[Diagnostic]) -> tuple[str, dict[str, bytes]]:
    """Give what messages call a folder, and the bytes of its files by their paths below it."""
    shown = folder.as_posix().rstrip("/")
    contents: dict[str, bytes] = {}
    total = 0
    for path in _paths(folder):
        name = path.relative_to(folder).as_posix()
        try:
            with path.open("rb") as file:
                # One byte more than allowed is enough to see that it is too large.
                contents[name] = file.read(LARGEST_FILE + 1)
        except OSError as error:
            reason = (error.strerror or "no reason given").lower()
            found.append(mistake("E101", Span(f"{shown}/{name}", 1, 1), reason=reason))
            continue
        total += len(contents[name])
        if total > LARGEST_STORY:
            span = Span(f"{shown}/{name}", 1, 1)
            found.append(mistake("E103", span, what="All files together are", most=LARGEST_STORY >> 20))
            break
    return shown, contents


def read_files(shown: str, contents: Mapping[str, bytes], found: list[Diagnostic]) -> list[Source]:
    """Give the texts of files, by their paths below a folder that messages call `shown`."""
    names = [name for name in contents if name.lower().endswith(_SUFFIXES)]
    names.sort(key=lambda name: (name.casefold(), name.swapcase()))
    if not names and not found:
        found.append(mistake("E127", Span(shown, 1, 1), folder=shown))
    _check_names(shown, names, found)
    sources = []
    for name in names:
        before = len(found)
        text = _decode(contents[name], f"{shown}/{name}", found)
        sources.append(Source(f"{shown}/{name}", text, sound=len(found) == before))
    return sources


def _decode(content: bytes, name: str, found: list[Diagnostic]) -> str:
    """Give a file's text with plain line breaks and no byte-order mark, as well as it can be read."""
    if len(content) > LARGEST_FILE:
        found.append(mistake("E103", Span(name, 1, 1), what="This file is", most=LARGEST_FILE >> 20))
        return content[:_BEGINNING].decode("utf-8-sig", errors="replace")
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        found.append(mistake("E101", Span(name, 1, 1), reason="it is written in UTF-16"))
        return ""
    try:
        text = _plain(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        good = _plain(error.object[: error.start].decode())
        span = Span(name, good.count("\n") + 1, len(good) - good.rfind("\n"))
        found.append(mistake("E101", span, reason="this is not UTF-8"))
        return _plain(content.decode("utf-8-sig", errors="replace"))
    if text.replace("\n", "").isprintable():  # nothing odd is, and no tab; it is told many times faster
        return text
    odd = _ODD.search(text)
    tab = _TAB.search(text)
    if odd is not None:
        found.append(mistake("E102", _span(name, text, odd.start()), sign=f"U+{ord(odd.group()):04X}"))
    elif tab is not None:
        found.append(mistake("E104", _span(name, text, tab.start(1))))
    return text


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _span(name: str, text: str, offset: int) -> Span:
    return Span(name, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _paths(folder: Path) -> list[Path]:
    """Give the story's files; folders and files whose name begins with a dot are none of it."""
    paths = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths += [Path(place, name) for name in names if _is_ours(name)]
    return sorted(path for path in paths if path.is_file())


def _is_safe(name: str) -> bool:
    return name.partition(".")[0].lower() not in _DEVICES and _UNSAFE.search(name) is None


def _is_ours(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES) and not name.startswith(".")


def _check_names(shown: str, names: Iterable[str], found: list[Diagnostic]) -> None:
    """Names must mean the same file on every system: no device of Windows, no two that differ by case."""
    seen: dict[str, str] = {}
    for name in names:
        span = Span(f"{shown}/{name}", 1, 1)
        unsafe = [part for part in name.split("/") if not _is_safe(part)]
        found += [mistake("E125", span, name=part) for part in unsafe]
        folded = name.casefold()
        if folded in seen:
            found.append(mistake("E126", span, name=name, other_name=seen[folded]))
        seen[folded] = name
