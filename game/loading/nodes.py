"""Reading one node: its picture, its words, its ways on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count

from game.diagnostics import Passage, mistake
from game.expression.bind import Scene
from game.expression.guess import closest
from game.expression.syntax import Any, Guard
from game.loading.choices import read_choices
from game.loading.declared import Declared, Entry
from game.loading.fields import an_id, number, read_fields, scalars
from game.loading.later import Later, Link, Reading, always, nothing
from game.loading.prose import looks_unknown
from game.loading.schema import SHAPES
from game.loading.songs import read_songs
from game.loading.targets import ARROW, Lead, read_lead
from game.loading.tree import Scalar, Series, Table, Tree
from game.model.story import Chance, Node, Presence, Redirect, TargetKind
from game.model.text import Text

_PRESENCE = re.compile(r"\s*(\S+)((?:\s+(?!if\b)\S+)*)\s*(\bif\b)?")
_WEIGHT = re.compile(r"(\S*)\s*->")
_HEAVIEST = 999
_NODE = SHAPES["node"].fields


@dataclass(slots=True)
class NodeReading:
    """A node after the first pass: what others may name in it, and the promise of it."""

    name: str
    keys: list[str]
    """The keys of its choices."""
    finish: Later[Node]


def read_node(entry: Entry, declared: Declared, reading: Reading) -> NodeReading:
    """Read a node; what is wrong with it goes into `reading.found`."""
    reading.node = entry.name
    reading.sites = count()
    fields = read_fields(entry.tree, entry.name, "node", reading.found, entry.key)
    place, view = _where(entry, fields, declared, reading)
    presences = _presences(fields.get("with"), declared, reading)
    text = _text(fields.get("text"), reading)
    lines = fields.get("choices")
    choices = read_choices(lines, reading) if isinstance(lines, Scalar | Series) else []
    songs = read_songs(fields.get("songs"), declared, reading)
    do = fields.get("do")
    effects = reading.effects_of(do.passage()) if isinstance(do, Scalar) else nothing
    redirects = _redirects(fields.get("redirect"), reading)
    chances = _chances(fields.get("chance"), reading)
    ending = _ending(fields.get("ending"), declared, reading)
    tension = fields.get("tension")
    tense = (
        number(tension, "tension", _NODE["tension"], reading.found) if isinstance(tension, Scalar) else None
    )
    names = {key: _optional_id(fields.get(key), key, reading) for key in ("music", "mood", "beads")}
    chapter = _optional_id(entry.file.fields.get("chapter"), "chapter", reading)
    _check_ways_on(entry, reading)
    reading.node = None

    def finish(link: Link) -> Node:
        link.scene = Scene(entry.name)
        present = tuple(presence(link) for presence in presences)
        link.scene = Scene(entry.name, _guards(present))
        return Node(
            id=entry.name,
            chapter=chapter or "",
            span=entry.key.span,
            place=place,
            view=view,
            text=text(link),
            presences=present,
            music=names["music"],
            tension=tense,
            mood=names["mood"],
            beads=names["beads"],
            choices=tuple(choice(link) for _, _, choice in choices),
            songs=tuple(song(link) for song in songs),
            do=effects(link),
            redirects=tuple(redirect(link) for redirect in redirects),
            chances=tuple(chance(link) for chance in chances),
            ending=ending,
            visits=link.binder.index.get(f"visits({entry.name})"),
        )

    return NodeReading(entry.name, [key for key, _, _ in choices], finish)


def _guards(present: tuple[Presence, ...]) -> dict[str, Guard]:
    """Give under which guard each person is there, who may be named twice."""
    guards: dict[str, Guard] = {}
    for presence in present:
        known = guards.get(presence.person)
        guards[presence.person] = presence.guard if known is None else Any((known, presence.guard))
    return guards


def _where(entry: Entry, fields: dict[str, Tree], declared: Declared, reading: Reading) -> tuple[str, str]:
    """Give place and view of a node: its own, else the file's, else the place's first."""
    file = entry.file.fields
    at = fields.get("at", file.get("at"))
    if not isinstance(at, Scalar):
        reading.found.append(mistake("E616", entry.key.span, name=entry.name))
        return "", ""
    place = at.text.strip()
    known = declared["places"].get(place)
    if known is None:
        guess = closest(place, declared["places"])
        reading.found.append(mistake("E603", at.span, guess=guess, name=place))
        return place, ""
    views = known.tree.values.get("views") if isinstance(known.tree, Table) else None
    names = list(views.values) if isinstance(views, Table) else []
    own = fields.get("view")
    view = own or (file.get("view") if "at" not in fields else None)
    if not isinstance(view, Scalar):
        return place, names[0] if names else ""
    name = view.text.strip()
    if names and name not in names:
        guess = closest(name, names)
        reading.found.append(
            mistake("E602", view.span, guess=guess, name=name, place=place, views=", ".join(names))
        )
    return place, name


def _presences(tree: Tree | None, declared: Declared, reading: Reading) -> list[Later[Presence]]:
    if tree is None:
        return []
    presences = []
    for item in scalars(tree, "with", reading.found):
        if item.text in declared["people"]:
            presences.append(_plainly_there(item.text))
            continue
        passage = item.passage()
        match = _PRESENCE.match(passage.text)
        person = match.group(1) if match else passage.text
        if match is None or person not in declared["people"]:
            guess = closest(person, declared["people"])
            span = passage.span(passage.text.index(person), passage.text.index(person) + len(person))
            reading.found.append(mistake("E601", span, guess=guess, name=person))
            continue
        look = tuple(match.group(2).split())
        reading.found += looks_unknown(passage, match.span(2), person, look, reading.spoken)
        guard = reading.guard(passage, match.end(3)) if match.group(3) else always
        presences.append(_presence(person, look, guard))
    return presences


@cache
def _plainly_there(person: str) -> Later[Presence]:
    """Give the presence of somebody who is simply there, which is the same wherever they are."""
    presence = Presence(person)
    return lambda link: presence  # noqa: ARG005  (there is nothing to look up)


def _presence(person: str, look: tuple[str, ...], guard: Later[Guard]) -> Later[Presence]:
    return lambda link: Presence(person, look, guard(link))


def _text(tree: Tree | None, reading: Reading) -> Later[Text]:
    return reading.text(tree.passage()) if isinstance(tree, Scalar) else lambda link: ()  # noqa: ARG005


def _redirects(tree: Tree | None, reading: Reading) -> list[Later[Redirect]]:
    """Read lines of `-> target when guard`; nothing may stand behind one that always holds."""
    result: list[Later[Redirect]] = []
    closed = False
    for passage, start, end in _lines(tree):
        arrow = ARROW.match(passage.text, start, end)
        if arrow is None:
            reading.found.append(mistake("E524", passage.span(start, end)))
            continue
        lead = read_lead(passage, arrow.end(), end, reading.found)
        if lead is None:
            continue
        if lead.kind is not TargetKind.NODE or lead.tail.once or lead.tail.do:
            reading.found.append(mistake("E523", passage.span(arrow.end() + 1, end)))
            continue
        if closed:
            reading.found.append(mistake("E525", passage.span(start, end)))
        closed = closed or lead.tail.when is None
        guard = always if lead.tail.when is None else reading.asked_guard(lead.tail.when, passage)
        result.append(_redirect(lead, guard))
    return result


def _redirect(lead: Lead, guard: Later[Guard]) -> Later[Redirect]:
    return lambda link: Redirect(lead.target(link).node, guard(link), lead.span())


def _chances(tree: Tree | None, reading: Reading) -> list[Later[Chance]]:
    """Read lines of `3 -> target`."""
    result: list[Later[Chance]] = []
    for passage, start, end in _lines(tree):
        weight = _WEIGHT.match(passage.text, start, end)
        if weight is None:
            reading.found.append(mistake("E526", passage.span(start, end)))
            continue
        word = weight.group(1)
        if not (word.isascii() and word.isdigit()) or not 1 <= int(word[:7]) <= _HEAVIEST:
            span = passage.span(start, max(start + 1, weight.end(1)))
            reading.found.append(mistake("E517", span, word=word, most=_HEAVIEST))
            continue
        lead = read_lead(passage, weight.end(), end, reading.found)
        if lead is None:
            continue
        if lead.kind is not TargetKind.NODE or lead.tail.when or lead.tail.once or lead.tail.do:
            reading.found.append(mistake("E523", passage.span(weight.end() + 1, end)))
            continue
        result.append(_chance(int(word), lead))
    return result


def _chance(weight: int, lead: Lead) -> Later[Chance]:
    return lambda link: Chance(weight, lead.target(link).node, lead.span())


def _lines(tree: Tree | None) -> Iterator[tuple[Passage, int, int]]:
    """Give every line with something on it, without the blanks around it."""
    if not isinstance(tree, Scalar):
        return
    passage = tree.passage()
    at = 0
    for line in passage.text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words[0])
            yield passage, start, start + len(words)
        at += len(line) + 1


def _ending(tree: Tree | None, declared: Declared, reading: Reading) -> str | None:
    if not isinstance(tree, Scalar):
        return None
    name = an_id(tree, "ending", reading.found)
    if name is not None and name not in declared["endings"]:
        guess = closest(name, declared["endings"])
        reading.found.append(mistake("E605", tree.span, guess=guess, name=name))
    return name


def _optional_id(tree: Tree | None, key: str, reading: Reading) -> str | None:
    return an_id(tree, key, reading.found) if isinstance(tree, Scalar) else None


def _check_ways_on(entry: Entry, reading: Reading) -> None:
    """A node leads on, or it ends the run; not both, and not two ways of moving on at once."""
    table = entry.tree
    if not isinstance(table, Table):
        return
    given = table.values.keys()
    ways = [key for key in ("choices", "redirect", "chance", "songs") if key in given]
    if "ending" in given:
        for key in ways:
            reading.found.append(mistake("E516", table.keys[key].span, key=key, name=entry.name))
    elif not ways:
        reading.found.append(mistake("E515", entry.key.span, name=entry.name))
    if "chance" in given and "redirect" in given:
        reading.found.append(mistake("E514", table.keys["chance"].span, table.keys["redirect"].span))
