"""Reading choices: one a line, read from the right, or a list of tables that says the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from game.diagnostics import Passage, Span, mistake
from game.expression.guess import closest
from game.expression.syntax import Effect, Guard
from game.loading.fields import read_fields, yes_or_no
from game.loading.later import Later, Link, Reading, always, nothing
from game.loading.targets import ARROW, Lead, looks_like_target, read_lead
from game.loading.tree import Scalar, Series
from game.model.story import Choice, Target, TargetKind
from game.model.text import Text

KEY = re.compile(r"[a-z0-9_]+")
_ATTRIBUTE = re.compile(r"([A-Za-z_]+)[ \t]*(?::(?=[ \t]|$)[ \t]*|$)")
_ATTRIBUTES = ("id", "when", "else", "once", "do")
_TAG = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(slots=True)
class _Draft:
    """One choice as far as it has been read."""

    span: Span
    label: Later[Text]
    words: str
    """The label as written, of which a key can be made."""
    id: str | None = None
    target: Later[Target] | None = None
    guard: Later[Guard] | None = None
    reason: Later[Text] | None = None
    reason_span: Span | None = None
    once: bool = False
    do: Later[tuple[Effect, ...]] | None = None
    given: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Line:
    """An indented line under a label, with lines indented further joined to it."""

    start: int
    end: int
    indent: int
    number: int


def read_choices(tree: Scalar | Series, reading: Reading) -> list[tuple[str, Span, Later[Choice]]]:
    """Give key, place and promise of every choice; a key that stands twice is a finding."""
    drafts = _from_list(tree, reading) if isinstance(tree, Series) else _from_block(tree, reading)
    result: list[tuple[str, Span, Later[Choice]]] = []
    keys: dict[str, Span] = {}
    for draft in drafts:
        key = draft.id or slug(draft.words)
        if not key:
            reading.found.append(mistake("E506", draft.span))
        elif key in keys:
            reading.found.append(mistake("E505", draft.span, keys[key], key=key))
        if draft.reason is not None and draft.guard is None:
            reading.found.append(mistake("E521", draft.reason_span))
        keys[key] = draft.span
        result.append((key, draft.span, _later(draft, key, reading)))
    return result


def slug(label: str) -> str:
    """Give the key that a label makes: its words in lower case, without accents, joined by `_`."""
    plain = _TAG.sub(" ", label) if "{" in label else label
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain.replace("’", ""))
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "_".join(_WORD.findall(plain.lower().replace("'", "")))


def _later(draft: _Draft, key: str, reading: Reading) -> Later[Choice]:
    name = f"{reading.node}/{key}"
    if draft.once:
        reading.cells.append(f"taken({name})")
    guard, do = draft.guard or always, draft.do or nothing
    target = draft.target

    def finish(link: Link) -> Choice:
        return Choice(
            key=key,
            label=draft.label(link),
            target=target(link) if target else Target(TargetKind.NODE),
            span=draft.span,
            guard=guard(link),
            reason=draft.reason(link) if draft.reason else None,
            do=do(link),
            once=draft.once,
            taken=link.binder.index.get(f"taken({name})"),
        )

    return finish


# ---- lines ---------------------------------------------------------------------------------------


def _from_block(tree: Scalar, reading: Reading) -> Iterator[_Draft]:
    passage = tree.passage()
    head: _Line | None = None
    under: list[_Line] = []
    at = 0
    for number, line in enumerate(passage.text.split("\n")):
        words = line.strip()
        indent = line.index(words[0]) if words else 0
        start = at + indent
        at += len(line) + 1
        if not words:
            continue
        end = start + len(words)
        if indent == 0 or head is None:
            if head and (draft := _choice(passage, head, under, reading)):
                yield draft
            head, under = _Line(start, end, indent, number), []
        elif under and indent > under[-1].indent:
            under[-1].end = end
        else:
            under.append(_Line(start, end, indent, number))
    if head and (draft := _choice(passage, head, under, reading)):
        yield draft


def _choice(passage: Passage, head: _Line, under: list[_Line], reading: Reading) -> _Draft | None:
    """Read one choice; None, and a finding, if there is nothing to pick."""
    text = passage.text
    arrows = [line for line in under if text.startswith("->", line.start)] if under else []
    label_end, lead_start = head.end, None
    if not arrows:
        arrow = _last_arrow(text, head.start, head.end)
        if arrow is None:
            reading.found.append(mistake("E502", passage.span(head.start, head.end)))
        else:
            label_end, lead_start = arrow, arrow + len("->")
    if not text[head.start : label_end].strip():
        reading.found.append(mistake("E520", passage.span(head.start, head.start + 2)))
        return None
    words = text[head.start : label_end].rstrip()
    line_start = head.start - head.indent
    draft = _Draft(
        span=passage.on_line(head.number, line_start, head.start, head.start + len(words)),
        label=reading.text(passage, head.start, label_end, speech=False),
        words=words,
    )
    if lead_start is not None:
        _lead(draft, read_lead(passage, lead_start, head.end, reading.found), passage, reading)
    for number, line in enumerate(arrows):
        if number:
            reading.found.append(mistake("E511", passage.span(line.start, line.start + 2), word="->"))
        else:
            _lead(draft, read_lead(passage, line.start + 2, line.end, reading.found), passage, reading)
    for line in under:
        if line not in arrows:
            _attribute(draft, passage, line, reading)
    return draft


def _last_arrow(text: str, start: int, end: int) -> int | None:
    """Give where the last arrow is that leads to something like a name, else the last arrow, if any."""
    last = text.rfind(" -> ", start, end)
    if last >= 0 and looks_like_target(text, last + 4, end):
        return last + 1
    arrows = list(ARROW.finditer(text, start, end))
    named = [arrow for arrow in arrows if looks_like_target(text, arrow.end(), end)]
    return (named or arrows)[-1].start() if arrows else None


def _lead(draft: _Draft, lead: Lead | None, passage: Passage, reading: Reading) -> None:
    if lead is None:
        return
    draft.target = lead.target
    tail = lead.tail
    if tail.when is not None:
        draft.guard = reading.asked_guard(tail.when, passage)
        draft.given.add("when")
    if tail.do:
        draft.do = reading.asked_effects(tail.do, passage)
        draft.given.add("do")
    if tail.once:
        draft.once = True
        draft.given.add("once")


def _attribute(draft: _Draft, passage: Passage, line: _Line, reading: Reading) -> None:
    match = _ATTRIBUTE.match(passage.text, line.start, line.end)
    name = match.group(1) if match else ""
    if match is None or name not in _ATTRIBUTES:
        word = passage.text[line.start : line.end].split(":")[0].split()[0]
        guess = closest(word, _ATTRIBUTES)
        span = passage.span(line.start, line.start + len(word))
        reading.found.append(mistake("E509", span, guess=guess, word=word))
        return
    if name in draft.given:
        reading.found.append(mistake("E511", passage.span(line.start, match.end(1)), word=name))
        return
    draft.given.add(name)
    start, end = match.end(), line.end
    if name == "once":
        word = passage.text[start:end].strip()
        if word not in {"", "yes", "true", "no", "false"}:
            reading.found.append(mistake("E207", passage.span(start, end), key="once", word=word))
        draft.once = word in {"", "yes", "true"}
    elif start >= end:
        reading.found.append(mistake("E203", passage.span(match.end(1)), key=name))
    elif name == "when":
        draft.guard = reading.guard(passage, start, end)
    elif name == "do":
        draft.do = reading.effects_of(passage, start, end)
    elif name == "else":
        draft.reason = reading.text(passage, start, end, speech=False)
        draft.reason_span = passage.span(line.start, match.end(1))
    else:
        draft.id = _id(passage.text[start:end].strip(), passage.span(start, end), reading)


def _id(word: str, span: Span, reading: Reading) -> str | None:
    if KEY.fullmatch(word) is None:
        reading.found.append(mistake("E512", span, word=word))
        return None
    return word


# ---- a list --------------------------------------------------------------------------------------


def _from_list(tree: Series, reading: Reading) -> Iterator[_Draft]:
    for item in tree.items:
        fields = read_fields(item, "the choice", "choice", reading.found)
        label = fields.get("label")
        if not isinstance(label, Scalar):
            continue
        passage = label.passage()
        draft = _Draft(label.span, reading.text(passage, speech=False), label.text)
        given = {name: value for name, value in fields.items() if isinstance(value, Scalar)}
        for name, value in given.items():
            _item(draft, name, value, reading)
        yield draft


def _item(draft: _Draft, name: str, value: Scalar, reading: Reading) -> None:
    passage = value.passage()
    if name in draft.given:
        reading.found.append(mistake("E511", value.span, word=name))
    elif name == "to":
        _lead(draft, read_lead(passage, 0, len(passage.text), reading.found), passage, reading)
    elif name == "when":
        draft.guard = reading.guard(passage)
    elif name == "do":
        draft.do = reading.effects_of(passage)
    elif name == "once":
        draft.once = yes_or_no(value, name, reading.found)
    elif name == "else":
        draft.reason = reading.text(passage, speech=False)
        draft.reason_span = value.span
    elif name == "id":
        draft.id = _id(value.text.strip(), value.span, reading)
