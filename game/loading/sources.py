"""Finding and reading the files of a story: names that are safe everywhere, text that is text."""

from __future__ import annotations

import os
import re
from pathlib import Path

from game.diagnostics import Diagnostic, Span, mistake
from game.loading.tree import Source

LARGEST_FILE = 4 * 1024 * 1024
LARGEST_STORY = 64 * 1024 * 1024
_SUFFIXES = (".yaml", ".yml")
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
}
_UNSAFE = re.compile(r'[<>:"\\|?*\x00-\x1f\ud800-\udfff]|[ .]$')
_ODD = re.compile("[^\n\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_TAB = re.compile(r"^ *(\t)", re.MULTILINE)


def read_sources(folder: Path, found: list[Diagnostic]) -> list[Source]:
    """Give all YAML files below a folder, in the order of their paths; what cannot be read is in `found`."""
    shown = folder.as_posix().rstrip("/")
    paths = _paths(folder)
    if not paths:
        found.append(mistake("E127", Span(shown, 1, 1), folder=shown))
        return []
    _check_names(folder, paths, found)
    sources = []
    total = 0
    for path in paths:
        name = f"{shown}/{path.relative_to(folder).as_posix()}"
        content = _content(path, name, found)
        if content is None:
            continue
        total += len(content)
        if total > LARGEST_STORY:
            found.append(mistake("E128", Span(name, 1, 1), most=LARGEST_STORY // 1024 // 1024))
            break
        text = decode(content, name, found)
        if text is not None:
            sources.append(Source(name, text))
    return sources


def decode(content: bytes, name: str, found: list[Diagnostic]) -> str | None:
    """Give the text of a file with plain line breaks and without a byte-order mark; None if it is not text."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        found.append(mistake("E101", Span(name, 1, 1), encoding="UTF-16"))
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = content[: error.start].decode("utf-8-sig", errors="replace")
        line = good.count("\n") + 1
        column = len(good) - (good.rfind("\n") + 1) + 1
        found.append(mistake("E101", Span(name, line, column), encoding="another encoding"))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings = [_at("E102", name, text, match.start(), match.group()) for match in _firsts(_ODD, text)]
    if not findings:
        findings = [_at("E104", name, text, match.start(1), "\t") for match in _firsts(_TAB, text)]
    found += findings
    return None if findings else text


def _firsts(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    match = pattern.search(text)
    return [] if match is None else [match]


def _at(code: str, name: str, text: str, offset: int, sign: str) -> Diagnostic:
    line_start = text.rfind("\n", 0, offset) + 1
    span = Span(name, text.count("\n", 0, offset) + 1, offset - line_start + 1)
    return mistake(code, span, sign=f"U+{ord(sign):04X}")


def _paths(folder: Path) -> list[Path]:
    """Give the story's files; folders and files whose name begins with a dot are none of it."""
    paths = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths += [
            Path(place, name)
            for name in names
            if name.lower().endswith(_SUFFIXES) and not name.startswith(".")
        ]
    return sorted(path for path in paths if path.is_file())


def _check_names(folder: Path, paths: list[Path], found: list[Diagnostic]) -> None:
    """Names must mean the same file on every system: no device of Windows, no two that differ by case."""
    seen: dict[str, str] = {}
    for path in paths:
        name = path.relative_to(folder).as_posix()
        span = Span(f"{folder.as_posix().rstrip('/')}/{name}", 1, 1)
        for part in name.split("/"):
            if part.split(".")[0].lower() in _DEVICES or _UNSAFE.search(part):
                found.append(mistake("E125", span, name=part))
        folded = name.casefold()
        if folded in seen:
            found.append(mistake("E126", span, name=name, other_name=seen[folded]))
        seen[folded] = name


def _content(path: Path, name: str, found: list[Diagnostic]) -> bytes | None:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        found.append(mistake("E105", Span(name, 1, 1), reason=error.strerror or "the system refuses"))
        return None
    if len(content) > LARGEST_FILE:
        found.append(mistake("E103", Span(name, 1, 1), most=LARGEST_FILE // 1024 // 1024))
        return None
    return content
