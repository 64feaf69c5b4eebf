"""What the author wrote, word for word, by the places that a story remembers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.diagnostics import Span

_ARROW = re.compile(r".*->\s*")
_TARGET = re.compile(r"(?:detour\s+)?\S+\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines of one node as they stand in its file, without their common indentation."""

    lines: tuple[str, ...]
    last: int
    """The number of its last line in the file, from 1."""

    def part(self, key: str) -> tuple[int, int]:
        """From which line to before which one a key's value stands; (0, 0) if the node has no such line."""
        begun = re.compile(rf"(\s+){key}:(?:\s|$)")
        for number, line in enumerate(self.lines):
            found = begun.match(line)
            if found:
                end = number + 1
                while end < len(self.lines) and not _at_most(self.lines[end], len(found[1])):
                    end += 1
                value = line[found.end() :].strip()
                return (number + 1 if value in {"", "|", "|-", "|+", ">", ">-"} else number, end)
        return 0, 0


def passage(lines: Mapping[str, Sequence[str]], span: Span) -> Passage:
    """Give the line of a place, and all lines below it that are indented further."""
    of_file = lines.get(span.file, ())
    first = span.line - 1
    if not 0 <= first < len(of_file):
        return Passage((), span.line)
    indent = _indent(of_file[first])
    end = first + 1
    while end < len(of_file) and not _at_most(of_file[end], indent):
        end += 1
    while end - 1 > first and (not of_file[end - 1].strip() or of_file[end - 1].lstrip().startswith("#")):
        end -= 1
    return Passage(tuple(line[min(indent, _indent(line)) :] for line in of_file[first:end]), end)


def terms(lines: Mapping[str, Sequence[str]], span: Span, *, arrow: bool = True) -> str:
    """Give what is said behind a target: conditions and effects; of an answer in place, all of it.

    Without `arrow`, the place is that of the target itself.
    """
    stretch = passage(lines, span).lines
    if not stretch:
        return ""
    first = lines[span.file][span.line - 1][span.column - 1 :]
    begun = _ARROW.match(first) if arrow else None
    target = None if arrow and begun is None else _TARGET.match(first, begun.end() if begun else 0)
    behind = first[target.end() :] if target else ""
    below = [line.strip() for line in stretch[1:]]
    return "\n".join(part for part in (behind.strip(), *below) if part)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _at_most(line: str, indent: int) -> bool:
    """Whether a line ends what is indented further; empty lines and remarks end nothing."""
    words = line.lstrip()
    return bool(words) and not words.startswith("#") and len(line) - len(words) <= indent
