"""A second reader of stories, for tests: it knows the format from its reference pages alone.

Everything stays as the author's own words (strings), and nothing is checked: it is only given stories
that the game accepts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any as Anything

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
YES = ("yes", "true")
CLAUSE = re.compile(r"\b(when|once|do)\b")
TARGET = r"((?:detour )?[a-z0-9_.]+)"
LINE = re.compile(rf"^(.*) -> {TARGET}((?: when | once| do ).*)?$")


class Prose(str):
    """Words that stand in a `|` block or in quotes."""

    __slots__ = ()


@dataclass(frozen=True)
class Clauses:
    """What stands behind a target, or beside it."""

    when: str = ""
    once: bool = False
    do: str = ""


@dataclass(frozen=True)
class ToldChoice:
    """One way on."""

    key: str
    target: str
    clauses: Clauses
    reason: str | None = None


@dataclass(frozen=True)
class ToldWay:
    """One answer to one way of singing a song."""

    song: str
    way: str
    target: str
    """Empty for an answer in place."""
    aside: str
    clauses: Clauses
    """Of the way alone."""
    shared: Clauses
    """Of the song: they hold for all ways."""
    to: str = ""
    open: bool = False


@dataclass(frozen=True)
class ToldNode:
    """One node."""

    id: str
    text: str
    present: tuple[tuple[str, str], ...]
    """Who is there, and the condition; empty where there is none."""
    do: str
    redirects: tuple[tuple[str, str], ...]
    """Target and condition."""
    chances: tuple[str, ...]
    ending: str
    choices: tuple[ToldChoice, ...]
    ways: tuple[ToldWay, ...]


@dataclass
class Told:
    """A whole story in its author's words."""

    start: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    songs: dict[str, Mapping[str, str]] = field(default_factory=dict)
    people: dict[str, Mapping[str, Anything]] = field(default_factory=dict)
    nodes: dict[str, ToldNode] = field(default_factory=dict)
    endings: tuple[str, ...] = ()
    journal: dict[str, Mapping[str, str]] = field(default_factory=dict)
    replies: list[str] = field(default_factory=list)
    """The conditions of replies to songs nobody wrote for, and of other names: they only read."""
    old_names: dict[str, str] = field(default_factory=dict)


def told(files: Mapping[str, str]) -> Told:
    """Read a story: the texts of its files by their names."""
    story = Told()
    for text in files.values():
        keys = _plain(yaml.compose(text, Loader=LOADER)) or {}
        story.start = keys.get("start", story.start)
        story.facts |= keys.get("facts", {})
        story.songs |= keys.get("songs", {})
        story.journal |= keys.get("journal", {})
        story.endings += tuple(keys.get("endings", {}))
        for name, person in keys.get("people", {}).items():
            story.people[name] = person if isinstance(person, dict) else {"name": person}
            story.replies += [other["when"] for other in story.people[name].get("names", ())]
            story.replies += _reply_conditions(story.people[name])
        for place in keys.get("places", {}).values():
            story.replies += _reply_conditions(place)
            for view in place["views"].values():
                story.replies += _reply_conditions(view) if isinstance(view, dict) else []
        for name, node in keys.get("nodes", {}).items():
            story.nodes[name] = _node(name, node)
            story.old_names |= _old_names(name, node.get("aliases", []))
    return story


def _plain(node: Anything) -> Anything:
    """Mappings, lists and strings; what is not a bare word is prose."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    if node is None:
        return None
    return Prose(node.value) if node.style else node.value


def _reply_conditions(owner: Mapping[str, Anything]) -> list[str]:
    replies = owner.get("replies", {}).values()
    return [reply["when"] for reply in replies if isinstance(reply, dict) and "when" in reply]


def _old_names(node: str, aliases: str | list[str]) -> dict[str, str]:
    names = {}
    for alias in [aliases] if isinstance(aliases, str) else aliases:
        old, arrow, key = alias.partition(" -> ")
        names[f"{node}/{old}" if arrow else old] = f"{node}/{key}" if arrow else node
    return names


def _node(name: str, keys: Mapping[str, Anything]) -> ToldNode:
    songs = keys.get("songs", {})
    return ToldNode(
        name,
        keys.get("text", ""),
        tuple(_presence(words) for words in keys.get("with", [])),
        keys.get("do", ""),
        tuple(_redirect(line) for line in keys.get("redirect", "").splitlines() if line.strip()),
        tuple(
            line.partition("-> ")[2].strip() for line in keys.get("chance", "").splitlines() if line.strip()
        ),
        keys.get("ending", ""),
        tuple(_choices(keys.get("choices", ""))),
        tuple(way for song, answer in songs.items() for way in _ways(song, answer)),
    )


def _presence(words: str) -> tuple[str, str]:
    who, _, condition = words.partition(" if ")
    return who.split()[0], condition


def _redirect(line: str) -> tuple[str, str]:
    target, _, condition = line.strip().removeprefix("-> ").partition(" when ")
    return target.strip(), condition


def _choices(choices: str | list[Mapping[str, str]]) -> Iterator[ToldChoice]:
    if isinstance(choices, list):
        for one in choices:
            yield ToldChoice(one.get("id") or key_of(one["label"]), one["to"], _clauses(one), one.get("else"))
        return
    for first, *below in _entries(choices):
        match = LINE.match(first)
        label = match[1] if match else first
        keys: dict[str, str] = {"to": match[2], **_behind(match[3] or "")} if match else {}
        for line in below:
            if line.startswith("-> "):
                match = LINE.match(f" {line}")
                keys |= {"to": match[2], **_behind(match[3] or "")} if match else {}
            elif line == "once":
                keys["once"] = "yes"
            else:
                key, _, value = line.partition(":")
                keys[key] = value.strip()
        yield ToldChoice(keys.get("id") or key_of(label), keys["to"], _clauses(keys), keys.get("else"))


def _entries(block: str) -> Iterator[list[str]]:
    """Every choice as its first line and those below it; what is indented further goes on above."""
    entry: list[str] = []
    indent = 0
    for line in filter(str.strip, block.splitlines()):
        depth = len(line) - len(line.lstrip())
        if depth == 0:
            if entry:
                yield entry
            entry, indent = [line.strip()], 0
        elif indent and depth > indent:
            entry[-1] += " " + line.strip()
        else:
            entry.append(line.strip())
            indent = depth
    if entry:
        yield entry


def _behind(words: str) -> dict[str, str]:
    """The clauses behind a target: `when … once do …`, in any order."""
    pieces = CLAUSE.split(words)
    return {word: value.strip() or "yes" for word, value in zip(pieces[1::2], pieces[2::2], strict=True)}


def _clauses(keys: Mapping[str, str]) -> Clauses:
    return Clauses(keys.get("when", ""), keys.get("once", "no") in YES, keys.get("do", ""))


def key_of(label: str) -> str:
    """The key that a label's words make: `It's late` is `its_late`, letters without their accents."""
    label = re.sub("['’]", "", label)
    plain = unicodedata.normalize("NFKD", label.lower()).encode("ascii", "ignore").decode()
    return "_".join(re.findall(r"[a-z0-9]+", plain))


def _ways(song: str, answer: Mapping[str, Anything]) -> Iterator[ToldWay]:
    for way in ("command", "invite", "share"):
        if way not in answer:
            continue
        told_way = answer[way]
        target, aside, clauses = "", "", Clauses()
        if isinstance(told_way, dict):
            aside, clauses = told_way["text"], _clauses(told_way)
        elif isinstance(told_way, Prose):
            aside = told_way
        else:
            match = LINE.match(f" -> {told_way}")
            target, clauses = (match[2], _clauses(_behind(match[3] or ""))) if match else ("", clauses)
        opened = answer.get("open", "no") in YES
        yield ToldWay(song, way, target, aside, clauses, _clauses(answer), answer.get("to", ""), opened)
