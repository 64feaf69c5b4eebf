"""Reading what the world is made of: songs, people, places, endings, the journal."""

from __future__ import annotations

import re
from types import MappingProxyType

from game.diagnostics import mistake
from game.expression.demand import tie_name
from game.expression.guess import closest
from game.expression.syntax import Guard
from game.loading.declared import Declared, Entry
from game.loading.fields import an_id, fits, is_empty, number, read_fields, yes_or_no
from game.loading.later import Later, Link, Reading, always
from game.loading.motifs import read_motif
from game.loading.schema import SHAPES
from game.loading.songs import read_replies
from game.loading.tree import Scalar, Series, Table, Tree
from game.loading.typography import curl
from game.model.person import PLAIN_COLOUR, Person, Tie
from game.model.place import Ending, JournalEntry, Place, View
from game.model.song import Motif, Song
from game.model.text import Text

_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_METRE = re.compile(r"([1-9]\d?)\s*/\s*([1-9]\d?)")
_KEY = re.compile(r"[A-G][b#♭♯]? [a-z]+(?:[ _][a-z]+)?")
_VIEW = SHAPES["view"].fields


def read_song(entry: Entry, declared: Declared, reading: Reading) -> tuple[Motif, Later[Song]]:
    """Give a song's melody, and the promise of the song."""
    fields = read_fields(entry.tree, entry.name, "song", reading.found, entry.key)
    motif = read_motif(fields.get("motif"), fields.get("beats"), reading.found)
    small = fields.get("small")
    is_small = isinstance(small, Scalar) and yes_or_no(small, "small", reading.found)
    pieces = _pieces(fields.get("pieces"), declared, reading)
    metre = _metre(fields.get("metre"), reading)
    key = fields.get("key")
    if isinstance(key, Scalar) and not _KEY.fullmatch(key.text.strip()):
        reading.found.append(mistake("E618", key.span, key="key", word=key.text.strip(), example="E major"))
    name, about, tonic = _words(fields.get("name")), _words(fields.get("about")), _words(key)

    def finish(link: Link) -> Song:
        index = link.binder.index
        return Song(
            id=entry.name,
            name=name,
            about=about,
            motif=motif,
            key=tonic,
            metre=metre,
            small=is_small,
            knows=index[f"knows({entry.name})"],
            rests=index.get(f"rests({entry.name})"),
            leaf=index.get(f"leaf({entry.name})"),
            pieces=index.get(pieces) if pieces else None,
        )

    return motif, finish


def read_person(entry: Entry, declared: Declared, reading: Reading) -> tuple[Motif, Later[Person]]:
    """Give a person's melody, and the promise of the person."""
    if isinstance(entry.tree, Scalar):
        name = entry.tree.text.strip()
        fits(entry.tree, entry.name, SHAPES["file"].fields["people"], reading.found)
        return Motif(), lambda link: Person(entry.name, name, met=link.binder.index.get(f"met({entry.name})"))
    fields = read_fields(entry.tree, entry.name, "person", reading.found, entry.key)
    motif = read_motif(fields.get("motif"), fields.get("beats"), reading.found)
    colour, halo = _colour(fields.get("colour"), reading), fields.get("halo")
    has_halo = isinstance(halo, Scalar) and yes_or_no(halo, "halo", reading.found)
    names = _other_names(fields.get("names"), reading)
    replies = read_replies(fields.get("replies"), declared, reading)
    ties = _ties(fields.get("ties"), declared, reading)
    looks = reading.spoken.people.get(entry.name, ())
    name, about = _words(fields.get("name")), _words(fields.get("about"))

    def finish(link: Link) -> Person:
        index = link.binder.index
        return Person(
            id=entry.name,
            name=name,
            colour=colour or PLAIN_COLOUR,
            motif=motif,
            halo=has_halo,
            about=about,
            names=tuple((guard(link), other) for guard, other in names),
            replies=tuple(reply(link) for reply in replies),
            ties=tuple(Tie(to, text, index[tie_name(entry.name, to)]) for to, text in ties),
            knows_motif=index.get(f"motif({entry.name})"),
            met=index.get(f"met({entry.name})"),
            looks=tuple(looks),
        )

    return motif, finish


def looks_of(tree: Tree) -> tuple[str, ...]:
    """Give the looks that a person declares, before anything else is read."""
    looks = tree.values.get("looks") if isinstance(tree, Table) else None
    items = looks.items if isinstance(looks, Series) else [looks] if looks else []
    return tuple(item.text.strip() for item in items if isinstance(item, Scalar) and item.text.strip())


def read_place(entry: Entry, declared: Declared, reading: Reading) -> Later[Place]:
    """Give the promise of a place."""
    fields = read_fields(entry.tree, entry.name, "place", reading.found, entry.key)
    views = _views(entry.name, fields.get("views"), declared, reading)
    replies = read_replies(fields.get("replies"), declared, reading)
    music = _id(fields.get("music"), "music", reading) or ""
    name, note = _words(fields.get("name")), _words(fields.get("note"))

    def finish(link: Link) -> Place:
        return Place(
            id=entry.name,
            name=name,
            note=note,
            music=music,
            views=MappingProxyType({view: later(link) for view, later in views.items()}),
            replies=tuple(reply(link) for reply in replies),
            mood=link.binder.index.get(f"mood.{entry.name}"),
        )

    return finish


def read_ending(entry: Entry, reading: Reading) -> Later[Ending]:
    """Give the promise of an ending."""
    fields = read_fields(entry.tree, entry.name, "ending", reading.found, entry.key)
    credits_words = _text(fields.get("credits"), reading)
    title, picture = _words(fields.get("title")), _words(fields.get("picture"))
    music = _id(fields.get("music"), "music", reading) or ""
    return lambda link: Ending(entry.name, title, picture, music, credits_words(link))


def read_journal(entry: Entry, reading: Reading) -> Later[JournalEntry]:
    """Give the promise of a line of the journal."""
    fields = read_fields(entry.tree, entry.name, "journal", reading.found, entry.key)
    text, when = _text(fields.get("text"), reading), fields.get("when")
    guard = reading.guard(when.passage()) if isinstance(when, Scalar) else always
    return lambda link: JournalEntry(entry.name, text(link), guard(link))


def declared_ties(declared: Declared) -> frozenset[tuple[str, str]]:
    """Give every tie between two people once, in the order of the alphabet."""
    pairs = set()
    for name, entry in declared["people"].items():
        ties = entry.tree.values.get("ties") if isinstance(entry.tree, Table) else None
        if isinstance(ties, Table):
            pairs |= {(min(name, other), max(name, other)) for other in ties.values}
    return frozenset(pairs)


def _views(place: str, tree: Tree | None, declared: Declared, reading: Reading) -> dict[str, Later[View]]:
    if not isinstance(tree, Table):
        return {}
    views = {}
    for name, value in tree.values.items():
        if an_id(tree.keys[name], "a view", reading.found) is not None:
            views[name] = _view(place, tree.keys[name], value, declared, reading)
    return views


def _view(place: str, key: Scalar, tree: Tree, declared: Declared, reading: Reading) -> Later[View]:
    name = key.text
    picture = f"{place}/{name}"
    if isinstance(tree, Scalar):
        is_empty(tree, name, reading.found)
        words = tree.text.strip()
        return lambda link: View(name, words, picture)  # noqa: ARG005  (there is nothing to look up)
    fields = read_fields(tree, name, "view", reading.found, key)
    tension = fields.get("tension")
    tense = (
        number(tension, "tension", _VIEW["tension"], reading.found) if isinstance(tension, Scalar) else None
    )
    ids = {key: _id(fields.get(key), key, reading) for key in ("time", "music", "beads")}
    replies = read_replies(fields.get("replies"), declared, reading)
    words, own = _words(fields.get("name")), _words(fields.get("picture"))
    return lambda link: View(
        name,
        words,
        own or picture,
        ids["time"] or "",
        ids["music"],
        ids["beads"],
        tense,
        tuple(reply(link) for reply in replies),
    )


def _other_names(tree: Tree | None, reading: Reading) -> list[tuple[Later[Guard], str]]:
    names = []
    for item in tree.items if isinstance(tree, Series) else []:
        fields = read_fields(item, "the name", "other name", reading.found)
        when = fields.get("when")
        if isinstance(when, Scalar):
            names.append((reading.guard(when.passage()), _words(fields.get("name"))))
    return names


def _ties(tree: Tree | None, declared: Declared, reading: Reading) -> list[tuple[str, str]]:
    ties = []
    for other, value in tree.values.items() if isinstance(tree, Table) else ():
        if other not in declared["people"]:
            guess = closest(other, declared["people"])
            span = tree.keys[other].span if isinstance(tree, Table) else value.span
            reading.found.append(mistake("E601", span, guess=guess, name=other))
        elif fits(value, other, SHAPES["person"].fields["ties"], reading.found):
            ties.append((other, _words(value)))
    return ties


def _pieces(tree: Tree | None, declared: Declared, reading: Reading) -> str | None:
    if not isinstance(tree, Scalar):
        return None
    name = tree.text.strip()
    if name not in declared["facts"]:
        guess = closest(name, declared["facts"])
        reading.found.append(mistake("E320", tree.span, guess=guess, name=name))
        return None
    return name


def _metre(tree: Tree | None, reading: Reading) -> tuple[int, int]:
    if not isinstance(tree, Scalar):
        return (4, 4)
    match = _METRE.fullmatch(tree.text.strip())
    if match is None:
        word = tree.text.strip()
        reading.found.append(mistake("E618", tree.span, key="metre", word=word, example="3/4"))
        return (4, 4)
    return int(match.group(1)), int(match.group(2))


def _colour(tree: Tree | None, reading: Reading) -> str | None:
    if not isinstance(tree, Scalar):
        return None
    match = _COLOUR.fullmatch(tree.text.strip())
    if match is None:
        reading.found.append(mistake("E212", tree.span, word=tree.text.strip()))
        return None
    return "#" + match.group(1).upper()


def _id(tree: Tree | None, key: str, reading: Reading) -> str | None:
    return an_id(tree, key, reading.found) if isinstance(tree, Scalar) else None


def _text(tree: Tree | None, reading: Reading) -> Later[Text]:
    return reading.text(tree.passage()) if isinstance(tree, Scalar) else lambda link: ()  # noqa: ARG005


def _words(tree: Tree | None) -> str:
    """Give words that are shown as they are, on one line."""
    return curl(" ".join(tree.text.split())) if isinstance(tree, Scalar) else ""
