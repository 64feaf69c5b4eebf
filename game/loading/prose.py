"""Reading prose: paragraphs, speech, emphasis, and what stands in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from game.diagnostics import Diagnostic, Passage, mistake
from game.expression.asked import AskedAny, AskedGuard
from game.expression.guess import closest
from game.expression.parse import parse_guard
from game.loading.typography import curl
from game.model.text import Cue, CueKind, ParagraphBreak, Piece, Speech, Value, Words

_MARK = re.compile(r"[\\{}*|]")
_TAG_LINE = re.compile(r"(?:\{[^{}]*\}\s*|\|\s*)+")
_SPEAKER = re.compile(r"((?:\{[^{}]*\}\s*)*)([a-z][a-z0-9_]*)( ?\(([^()]*)\))?:(?: |$)")
_PICK = re.compile(r"pick\s*(\|-)?")
_BLOCKS = ("if", "else", "end", "pick", "pick|-")
_CUES = ("enter", "leave", "pause", "sound")
_DEEPEST = 12
_BREAK = ParagraphBreak()
_NOBODY = AskedAny(())


@dataclass(frozen=True, slots=True)
class Spoken:
    """What prose may name: facts by their cell, and people with the looks they have."""

    facts: Mapping[str, int]
    people: Mapping[str, Sequence[str]]


@dataclass(slots=True)
class RawBranch:
    """`{if}…{end}` with guards as the author worded them; None for `{else}`."""

    cases: list[tuple[AskedGuard | None, list[RawPiece]]]


@dataclass(slots=True)
class RawPick:
    """`{pick}…{end}`, whose options may hold branches."""

    site: int
    options: list[list[RawPiece]]
    last_repeats: bool


RawPiece = Piece | RawBranch | RawPick


@dataclass(slots=True)
class Prose:
    """Prose as read; `bound` says that nothing in it is left to look up."""

    passage: Passage
    pieces: list[RawPiece]
    bound: bool = True
    guards: list[AskedGuard] = field(default_factory=list)


@dataclass(slots=True)
class _Frame:
    """An open `{if}` or `{pick}`, or (without a tag) the prose itself."""

    tag: str
    opened: int
    pieces: list[RawPiece]
    before: str
    joined: bool
    emphasis: int | None
    whole: RawBranch | RawPick | None = None
    guard: AskedGuard | None = None
    closed: bool = False
    """Whether `{else}` has come."""
    ends: str = ""
    any_joined: bool = False


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
    reader = _Reader(passage, spoken, found, iter(range(1 << 30)) if sites is None else sites, speech=speech)
    return reader.read(start, len(passage.text) if end is None else end)


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
        self._words: list[str] = []
        self._before = ""
        """What was written last in this paragraph, for the shape of quotes."""
        self._joined = False
        """Whether a line of this paragraph came before, so that a blank stands between."""
        self._puzzled = False
        """Whether a tag was not understood: what seems to belong to nothing may belong to that."""
        self._emphasis: int | None = None
        """Where the emphasis began that is open."""
        self._frames = [_Frame("", 0, self._prose.pieces, "", joined=False, emphasis=None)]

    def read(self, start: int, end: int) -> Prose:
        at = start
        for line in self._text[start:end].split("\n"):
            words = line.strip()
            if words:
                self._line(words, at + line.index(words[0]))
            else:
                self._break()
            at += len(line) + 1
        self._close_emphasis()
        self._flush()
        for frame in self._frames[1:]:
            self._report("E404", frame.opened, frame.opened + 1 + len(frame.tag), tag=frame.tag)
        pieces = self._prose.pieces
        while pieces and pieces[-1] is _BREAK:
            pieces.pop()
        return self._prose

    # ---- lines ----------------------------------------------------------------------------------------------

    def _line(self, line: str, start: int) -> None:
        end = start + len(line)
        if line[0] in "{|" and _TAG_LINE.fullmatch(line) and self._leaves_nothing(line):
            self._marks(start, end, alone=True)
            return
        speaker = _SPEAKER.match(line) if self._speech else None
        if speaker:
            self._marks(start, start + speaker.end(1))
            self._speak(speaker, start)
            start += speaker.end()
        elif self._joined:
            self._add(" ")
        self._marks(start, end)
        self._joined = True

    def _leaves_nothing(self, line: str) -> bool:
        """Say whether a line has only tags on it that show no words of their own."""
        if "|" in line and self._frames[-1].tag != "pick" and "{pick" not in line:
            return False
        tags = re.findall(r"\{([^{}]*)\}", line)
        return not any(tag.strip() in self._spoken.facts for tag in tags)

    def _break(self) -> None:
        self._close_emphasis()
        self._flush()
        pieces = self._frames[-1].pieces
        if (pieces or len(self._frames) > 1) and not (pieces and pieces[-1] is _BREAK):
            pieces.append(_BREAK)
        self._before = ""
        self._joined = False

    def _speak(self, match: re.Match[str], start: int) -> None:
        person, label = match.group(2), match.group(4)
        if person not in self._spoken.people:
            guess = closest(person, self._spoken.people)
            self._report("E407", start + match.start(2), start + match.end(2), guess=guess, name=person)
        self._close_emphasis()
        self._flush()
        self._frames[-1].pieces.append(
            Speech(person, None if match.group(3) is None else curl(label.strip()))
        )
        self._before = ""

    def _marks(self, start: int, end: int, *, alone: bool = False) -> None:
        """Read the characters from `start` to `end`, all on one line; `alone`: blanks between tags are nothing."""
        text = self._text
        at = start
        while (match := _MARK.search(text, at, end)) is not None:
            if match.start() > at and not alone:
                self._add(text[at : match.start()])
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
                self._literal(text[at])
                at += 1
            elif sign == "}":
                self._report("E409", at - 1, at)
            elif sign == "*":
                self._star(at - 1, end)
            elif self._frames[-1].tag == "pick":
                self._next_option()
            else:
                self._literal("|")
        if at < end and not alone:
            self._add(text[at:end])

    # ---- words ----------------------------------------------------------------------------------------------

    def _add(self, text: str) -> None:
        self._words.append(curl(text, self._before))
        self._before = text

    def _literal(self, sign: str) -> None:
        self._words.append(sign)
        self._before = sign

    def _flush(self) -> None:
        if self._words:
            words = "".join(self._words)
            if words:
                self._frames[-1].pieces.append(Words(words, self._emphasis is not None))
            self._words.clear()

    def _star(self, at: int, end: int) -> None:
        following = self._text[at + 1 : at + 2] if at + 1 < end else ""
        if self._before[-1:].strip() == "" and following.strip() == "":
            self._literal("*")
            return
        self._flush()
        self._emphasis = at if self._emphasis is None else None

    def _close_emphasis(self, opened: int | None = None) -> None:
        """Be in the emphasis that began at `opened` (None: in none), or say which star has no partner."""
        if self._emphasis != opened:
            star = self._emphasis if self._emphasis is not None else opened
            self._report("E406", star or 0, (star or 0) + 1)
            self._flush()
            self._emphasis = opened

    # ---- tags -----------------------------------------------------------------------------------------------

    def _tag(self, start: int, end: int) -> None:
        content = self._text[start:end].strip()
        first, _, rest = content.partition(" ")
        pick = _PICK.fullmatch(content)
        if first == "if" or content == "if":
            self._open("if", start, parse_from=start + self._text[start:end].index("if") + 2, end=end)
        elif pick:
            self._open("pick", start, last_repeats=pick.group(1) is not None)
        elif content == "end":
            self._end(start, end)
        elif first == "else":
            self._else(start, end, rest.strip())
        else:
            self._show(content, start, end)

    def _show(self, content: str, start: int, end: int) -> None:
        """A tag that shows something: a fact's value, or a cue for the picture or the sound."""
        words = content.split()
        if len(words) == 1 and content in self._spoken.facts:
            self._piece(Value(self._spoken.facts[content]))
            self._before = "0"
            return
        if words == ["pause"]:
            self._piece(Cue(CueKind.PAUSE))
        elif words and words[0] == "sound":
            if len(words) != 2:  # noqa: PLR2004  (the word and the name)
                self._report("E412", start, end)
            else:
                self._piece(Cue(CueKind.SOUND, words[1]))
        elif words and words[0] in {"enter", "leave"}:
            self._move(words, start, end)
        elif words and words[0] in self._spoken.people:
            if len(words) == 1:
                self._report("E414", start, end, name=words[0])
            self._cue(CueKind.SHOW, words[0], words[1:], start, end)
        else:
            names = [*self._spoken.facts, *self._spoken.people, *_BLOCKS, *_CUES]
            guess = closest(words[0] if words else "", names)
            place = self._word(words[0], start, end) if guess else (start, end)
            self._report("E402", *place, guess=guess, tag=content)
            self._puzzled = True

    def _move(self, words: list[str], start: int, end: int) -> None:
        if len(words) == 1:
            self._report("E416", start, end, tag=words[0])
        elif words[1] not in self._spoken.people:
            guess = closest(words[1], self._spoken.people)
            self._report("E601", *self._word(words[1], start, end), guess=guess, name=words[1])
        else:
            self._cue(CueKind(words[0]), words[1], words[2:], start, end)

    def _cue(self, kind: CueKind, person: str, look: list[str], start: int, end: int) -> None:
        self._found += looks_unknown(self._passage, person, look, self._spoken, start, end)
        self._piece(Cue(kind, person, tuple(look)))

    def _piece(self, piece: Piece) -> None:
        self._flush()
        self._frames[-1].pieces.append(piece)

    # ---- blocks ---------------------------------------------------------------------------------------------

    def _open(
        self, tag: str, start: int, *, parse_from: int = 0, end: int = 0, last_repeats: bool = False
    ) -> None:
        self._flush()
        pieces: list[RawPiece] = []
        frame = _Frame(tag, start - 1, pieces, self._before, self._joined, self._emphasis)
        if tag == "if":
            self._prose.bound = False
            frame.guard = self._guard(parse_from, end)
            frame.whole = RawBranch([])
        else:
            frame.whole = RawPick(next(self._sites), [], last_repeats)
        if len(self._frames) == _DEEPEST:
            self._report("E415", start - 1, start, most=_DEEPEST)
        self._frames[-1].pieces.append(frame.whole)
        self._frames.append(frame)

    def _guard(self, start: int, end: int) -> AskedGuard:
        guard = parse_guard(self._passage, start, end, self._found)
        if guard is None:
            return _NOBODY
        self._prose.guards.append(guard)
        return guard

    def _else(self, start: int, end: int, rest: str) -> None:
        frame = self._frames[-1]
        if frame.tag != "if" or frame.closed:
            if not self._puzzled:
                self._report("E405", start - 1, end + 1)
            return
        self._case()
        if not rest:
            frame.guard = None
            frame.closed = True
        elif rest == "if" or rest.startswith("if "):
            begin = self._text.index("if", start + self._text[start:end].index("else") + 4) + 2
            frame.guard = self._guard(begin, end)
        else:
            self._report("E417", start, end)

    def _case(self) -> None:
        """Close the case of the innermost `{if}`, or the option of the innermost `{pick}`."""
        frame = self._frames[-1]
        self._close_emphasis(frame.emphasis)
        self._flush()
        if isinstance(frame.whole, RawBranch):
            frame.whole.cases.append((frame.guard, frame.pieces))
        elif frame.whole is not None:
            frame.whole.options.append(frame.pieces)
        frame.any_joined = frame.any_joined or self._joined
        frame.pieces = []
        self._before = frame.before
        self._joined = frame.joined

    def _next_option(self) -> None:
        self._case()

    def _end(self, start: int, end: int) -> None:
        frame = self._frames[-1]
        if not frame.tag:
            if not self._puzzled:
                self._report("E403", start - 1, end + 1)
            return
        before = self._before
        self._case()
        self._before = before or frame.before
        self._joined = frame.any_joined
        self._frames.pop()
        if isinstance(frame.whole, RawPick) and len(frame.whole.options) == 1:
            self._report("E408", frame.opened, frame.opened + 5)

    # ---- findings -------------------------------------------------------------------------------------------

    def _word(self, word: str, start: int, end: int) -> tuple[int, int]:
        at = self._text.index(word, start, end)
        return at, at + len(word)

    def _report(self, code: str, start: int, end: int, *, guess: str | None = None, **names: object) -> None:
        self._found.append(mistake(code, self._passage.span(start, end), guess=guess, **names))


def looks_unknown(
    passage: Passage, person: str, look: Sequence[str], spoken: Spoken, start: int, end: int
) -> Iterator[Diagnostic]:
    """Give a finding for every word that is none of the looks this person has."""
    looks = spoken.people[person]
    for word in look:
        if word not in looks:
            at = passage.text.rindex(word, start, end)
            guess = closest(word, looks)
            names = {"name": person, "word": word, "looks": ", ".join(looks) or "none"}
            yield mistake("E410", passage.span(at, at + len(word)), guess=guess, **names)
