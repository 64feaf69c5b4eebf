"""Reading prose: paragraphs, speech, emphasis, and what stands in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from game.diagnostics import Diagnostic, Passage, mistake
from game.expression.asked import AskedAny, AskedGuard
from game.expression.guess import closest
from game.expression.parse import parse_guard
from game.loading.paragraphs import BREAK, Paragraphs
from game.loading.prose_tree import Prose, RawBranch, RawPick, RawPiece, Spoken
from game.loading.typography import curl
from game.model.text import Cue, CueKind, Speech, Value, Words

_MARK = re.compile(r"[\\{}*|]")
_PARAGRAPH = re.compile(r"\S.*(?:\n[^\S\n]*\S.*)*")
_TAG_LINE = re.compile(r"(?:\{[^{}]*\}\s*|\|\s*)+")
_TAG = re.compile(r"\{([^{}]*)\}")
_SPEAKER = re.compile(r"((?:\{[^{}]*\}\s*)*)([a-z][a-z0-9_]*)( ?\(([^()]*)\))?:(?: |$)")
_PICK = re.compile(r"pick\s*(\|-)?")
_ELSE_IF = re.compile(r"\s*else\s+if\b")
_IF = re.compile(r"\s*if\b")
_KEYWORDS = ("if", "else", "end", "pick", "enter", "leave", "pause", "sound")
_DEEPEST = 12
_NOBODY = AskedAny(())


def read_prose(
    passage: Passage,
    spoken: Spoken,
    found: list[Diagnostic],
    *,
    start: int = 0,
    end: int | None = None,
    sites: Iterator[int] | None = None,
    speech: bool = True,
) -> Prose:
    """Read the characters from `start` to `end`; what is wrong with them goes into `found`.

    `sites` numbers the picks of a node; `speech` says whether a line may begin with a speaker.
    """
    stop = len(passage.text) if end is None else end
    plain = passage.text[start:stop].strip()
    if not (_marked(plain) or (speech and ":" in plain)):
        return Prose(passage, _plain_paragraphs(plain))
    return _Reader(passage, spoken, found, count() if sites is None else sites, speech=speech).read(
        start, stop
    )


def _plain_paragraphs(text: str) -> list[RawPiece]:
    """Give the pieces of prose without marks and speakers: words, and breaks between paragraphs."""
    if "\n" not in text:
        return [Words(curl(text))] if text else []
    pieces: list[RawPiece] = []
    for paragraph in "\n".join([line.strip(" \t") for line in text.split("\n")]).split("\n\n"):
        words = paragraph.strip("\n").replace("\n", " ")
        if words:
            pieces += (Words(curl(words)), BREAK)
    return pieces[:-1]


def _marked(text: str) -> bool:
    """Say whether any sign in it means something; one by one they are found faster than all at once."""
    return "{" in text or "*" in text or "|" in text or "\\" in text or "}" in text


class _Reader:
    """One pass over a prose, line by line."""

    def __init__(
        self, passage: Passage, spoken: Spoken, found: list[Diagnostic], sites: Iterator[int], *, speech: bool
    ) -> None:
        self._passage = passage
        self._text = passage.text
        self._spoken = spoken
        self._found = found
        self._sites = sites
        self._speech = speech
        self._prose = Prose(passage, [])
        self._written = Paragraphs(lambda star: self._report("E406", star, star + 1))
        self._puzzled = False
        """Whether a tag was not understood: what seems to belong to nothing may belong to that."""

    def read(self, start: int, end: int) -> Prose:
        for paragraph in _PARAGRAPH.finditer(self._text, start, end):
            self._written.end_paragraph()
            self._paragraph(paragraph.group(), paragraph.start())
        self._prose.pieces = self._written.finish()
        for block in self._written.blocks[1:]:
            self._report("E404", block.opened, block.opened + 1 + len(block.tag), tag=block.tag)
        return self._prose

    # ---- lines -----------------------------------------------------------------------------------

    def _paragraph(self, paragraph: str, start: int) -> None:
        """Read lines between empty ones; most have no marks, and a speaker at most at their beginning."""
        if not _marked(paragraph):
            if not self._speech or ":" not in paragraph:
                self._plain_lines(paragraph)
                return
            first, _, others = paragraph.partition("\n")
            speaker = _SPEAKER.match(first.rstrip())
            if speaker and ":" not in others:
                self._speak(speaker, start)
                said = first[speaker.end() :].rstrip()
                if said:
                    self._written.add(said)
                self._plain_lines(others)
                return
        for line in paragraph.split("\n"):
            words = line.strip()
            self._line(words, start + line.index(words[0]))
            start += len(line) + 1

    def _plain_lines(self, lines: str) -> None:
        """Write lines that are words and nothing else."""
        words = lines.strip()
        if words:
            self._written.begin_line()
            self._written.add(" ".join([line.strip() for line in words.split("\n")]))

    def _line(self, line: str, start: int) -> None:
        end = start + len(line)
        if line[0] in "{|" and _TAG_LINE.fullmatch(line) and self._leaves_nothing(line):
            self._marks(start, end, alone=True)
            return
        speaker = _SPEAKER.match(line) if self._speech and ":" in line else None
        if speaker:
            self._marks(start, start + speaker.end(1), alone=True)
            self._speak(speaker, start)
            start += speaker.end()
        else:
            self._written.begin_line()
        self._marks(start, end)

    def _leaves_nothing(self, line: str) -> bool:
        """Say whether a line has only tags on it that show no words of their own."""
        if "|" in _TAG.sub("", line) and self._written.blocks[-1].tag != "pick":
            return False
        return not any(tag.strip() in self._spoken.facts for tag in _TAG.findall(line))

    def _speak(self, match: re.Match[str], start: int) -> None:
        person, label = match.group(2), match.group(4)
        if person not in self._spoken.people:
            guess = closest(person, self._spoken.people)
            self._report("E407", start + match.start(2), start + match.end(2), guess=guess, name=person)
        self._written.speak(Speech(person, None if label is None else curl(label.strip())))

    def _marks(self, start: int, end: int, *, alone: bool = False) -> None:  # noqa: C901  (one branch a sign)
        """Read the characters from `start` to `end` of one line; `alone`: blanks between tags are nothing."""
        text, written = self._text, self._written
        at = start
        while (match := _MARK.search(text, at, end)) is not None:
            if match.start() > at and not alone:
                written.add(text[at : match.start()])
            sign = match.group()
            at = match.end()
            if sign == "{":
                close = text.find("}", at, end)
                if close < 0 or "{" in text[at:close]:
                    self._report("E401", at - 1, at)
                    return
                self._tag(at, close)
                at = close + 1
            elif sign == "\\":
                if at >= end:
                    self._report("E413", at - 1, at)
                    return
                written.literal(text[at])
                at += 1
            elif sign == "}":
                self._report("E409", at - 1, at)
            elif sign == "*":
                written.star(at - 1, text[at : min(at + 1, end)])
            elif written.blocks[-1].tag == "pick":
                written.next_case()
            else:
                written.literal("|")
        if at < end and not alone:
            written.add(text[at:end])

    # ---- tags ------------------------------------------------------------------------------------

    def _tag(self, start: int, end: int) -> None:
        """Read what stands in braces, from `start` to `end`."""
        content = self._text[start:end].strip()
        words = content.split()
        pick = _PICK.fullmatch(content)
        condition = _IF.match(self._text, start, end)
        if condition:
            self._open("if", start - 1, RawBranch([]), self._guard(condition.end(), end))
        elif pick:
            self._open("pick", start - 1, RawPick(next(self._sites), [], pick.group(1) is not None))
        elif content == "end":
            self._end(start, end)
        elif words[:1] == ["else"]:
            self._else(start, end, content)
        elif len(words) == 1 and content in self._spoken.facts:
            self._written.piece(Value(self._spoken.facts[content]), shows="0")
        else:
            self._cue(words, start, end)

    def _cue(self, words: list[str], start: int, end: int) -> None:
        """A tag for the picture or the sound."""
        first = words[0] if words else ""
        if words == ["pause"]:
            self._written.piece(Cue(CueKind.PAUSE))
        elif first == "sound":
            if len(words) == 2:  # noqa: PLR2004  (the word and the name)
                self._written.piece(Cue(CueKind.SOUND, words[1]))
            else:
                self._report("E412", start, end)
        elif first in {"enter", "leave"}:
            self._move(words, start, end)
        elif first in self._spoken.people:
            if len(words) == 1:
                self._report("E414", start, end, name=first)
            self._person(CueKind.SHOW, first, words[1:], start, end)
        else:
            guess = closest(first, [*self._spoken.facts, *self._spoken.people, *_KEYWORDS])
            place = self._word(first, start, end) if guess else (start, end)
            self._report("E402", *place, guess=guess, tag=" ".join(words))
            self._puzzled = True

    def _move(self, words: list[str], start: int, end: int) -> None:
        if len(words) == 1:
            self._report("E416", start, end, tag=words[0])
        elif words[1] not in self._spoken.people:
            guess = closest(words[1], self._spoken.people)
            self._report("E601", *self._word(words[1], start, end), guess=guess, name=words[1])
        else:
            self._person(CueKind(words[0]), words[1], words[2:], start, end)

    def _person(self, kind: CueKind, person: str, look: list[str], start: int, end: int) -> None:
        self._found += looks_unknown(self._passage, (start, end), person, look, self._spoken)
        self._written.piece(Cue(kind, person, tuple(look)))

    # ---- blocks ----------------------------------------------------------------------------------

    def _open(
        self, tag: str, opened: int, whole: RawBranch | RawPick, guard: AskedGuard | None = None
    ) -> None:
        if len(self._written.blocks) == _DEEPEST:
            self._report("E415", opened, opened + 1, most=_DEEPEST - 1)
        self._prose.bound = False
        self._written.open(tag, opened, whole, guard)

    def _guard(self, start: int, end: int) -> AskedGuard:
        guard = parse_guard(self._passage, start, end, self._found)
        if guard is None:
            return _NOBODY
        self._prose.guards.append(guard)
        return guard

    def _else(self, start: int, end: int, content: str) -> None:
        block = self._written.blocks[-1]
        condition = _ELSE_IF.match(self._text, start, end)
        if block.tag != "if" or block.has_else:
            if not self._puzzled:
                self._report("E405", start - 1, end + 1)
        elif condition:
            self._written.next_case(self._guard(condition.end(), end))
        elif content == "else":
            self._written.next_case()
            block.has_else = True
        else:
            self._report("E417", start, end)

    def _end(self, start: int, end: int) -> None:
        if not self._written.blocks[-1].tag:
            if not self._puzzled:
                self._report("E403", start - 1, end + 1)
            return
        block = self._written.close()
        if isinstance(block.whole, RawPick) and len(block.whole.options) == 1:
            self._report("E408", block.opened, self._text.index("}", block.opened) + 1)

    # ---- findings --------------------------------------------------------------------------------

    def _word(self, word: str, start: int, end: int) -> tuple[int, int]:
        at = self._text.index(word, start, end)
        return at, at + len(word)

    def _report(self, code: str, start: int, end: int, *, guess: str | None = None, **names: object) -> None:
        self._found.append(mistake(code, self._passage.span(start, end), guess=guess, **names))


def looks_unknown(
    passage: Passage, stretch: tuple[int, int], person: str, look: Sequence[str], spoken: Spoken
) -> Iterator[Diagnostic]:
    """Give a finding for every word in a stretch of a passage that is none of the looks this person has."""
    looks = spoken.people[person]
    for word in look:
        if word not in looks:
            at = passage.text.rindex(word, *stretch)
            guess = closest(word, looks)
            span = passage.span(at, at + len(word))
            yield mistake("E410", span, guess=guess, name=person, word=word, looks=", ".join(looks) or "none")
