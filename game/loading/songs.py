"""Reading how songs are answered: at a node, and by people and places everywhere else."""

from __future__ import annotations

from collections.abc import Callable

from game.diagnostics import mistake
from game.expression.guess import closest
from game.expression.syntax import ALWAYS, All, Compare, Comparison, Effect, Guard
from game.loading.declared import Declared
from game.loading.fields import an_id, fits, number, read_fields, yes_or_no
from game.loading.later import Later, Link, Reading, always, nothing
from game.loading.schema import SHAPES
from game.loading.targets import read_lead
from game.loading.tree import Scalar, Table, Tree
from game.model.person import Reply
from game.model.song import Way
from game.model.story import NodeSong, SongWay, TargetKind

ANY = "any"
_CLAIM = SHAPES["node song"].fields


def read_songs(tree: Tree | None, declared: Declared, reading: Reading) -> list[Later[NodeSong]]:
    """Give the songs that a node answers."""
    if not isinstance(tree, Table):
        return []
    claims = []
    for name, value in tree.values.items():
        key = tree.keys[name]
        if name not in declared["songs"]:
            guess = closest(name, declared["songs"])
            reading.found.append(mistake("E604", key.span, guess=guess, name=name))
            continue
        fields = read_fields(value, name, "node song", reading.found, key)
        if isinstance(value, Table) and not any(way.value in value.values for way in Way):
            reading.found.append(mistake("E614", key.span, name=name))
        claims.append(_claim(name, fields, declared, reading))
    return claims


def read_replies(tree: Tree | None, declared: Declared, reading: Reading) -> list[Later[Reply]]:
    """Give the answers of a person, place or view to songs that nobody wrote for."""
    if not isinstance(tree, Table):
        return []
    replies = []
    for name, value in tree.values.items():
        if name != ANY and name not in declared["songs"]:
            guess = closest(name, [*declared["songs"], ANY])
            reading.found.append(mistake("E604", tree.keys[name].span, guess=guess, name=name))
            continue
        guard: Later[Guard] = always
        text: Tree | None = value
        if isinstance(value, Table):
            fields = read_fields(value, name, "reply", reading.found)
            text, when = fields.get("text"), fields.get("when")
            if isinstance(when, Scalar):
                guard = reading.guard(when.passage())
        elif not fits(value, name, SHAPES["way"].fields["text"], reading.found):
            continue
        if isinstance(text, Scalar):
            replies.append(_reply(name, text, guard, reading))
    return replies


def _reply(song: str, scalar: Scalar, guard: Later[Guard], reading: Reading) -> Later[Reply]:
    text = reading.text(scalar.passage())
    return lambda link: Reply(song, text(link), guard(link))


def _claim(song: str, fields: dict[str, Tree], declared: Declared, reading: Reading) -> Later[NodeSong]:
    to = _listener(fields.get("to"), declared, reading)
    guard, do, once = _conditions(fields, reading)
    opened, phrase = fields.get("open"), fields.get("phrase")
    lifted = isinstance(opened, Scalar) and yes_or_no(opened, "open", reading.found)
    only = number(phrase, "phrase", _CLAIM["phrase"], reading.found) if isinstance(phrase, Scalar) else None
    given = [(way, value) for way in Way if isinstance(value := fields.get(way.value), Table | Scalar)]
    small = is_small(song, declared)
    ways = []
    for way, value in given:
        if (way is Way.SHARE) != small:
            span = value.span
            allowed = "`share`" if small else "`command` and `invite`"
            reading.found.append(mistake("E606", span, name=song, way=way.value, allowed=allowed))
            continue
        ways.append(_way(way, value, song, reading, always_once=once))

    def finish(link: Link) -> NodeSong:
        asked, effects = guard(link), do(link)
        if only is not None and link.phrases[song] < only:
            span = phrase.span if phrase is not None else None
            link.found.append(mistake("E615", span, name=song, count=link.phrases[song]))
        implied = {way: _implied(way, song, to, link, lifted=lifted) for way in Way}
        finished = tuple(way(link, asked, effects, implied) for way in ways)
        return NodeSong(song, to, finished, only)

    return finish


_Finish = Callable[[Link, Guard, tuple[Effect, ...], dict[Way, Guard]], SongWay]


def _way(way: Way, value: Table | Scalar, song: str, reading: Reading, *, always_once: bool) -> _Finish:
    """Give what finishes one way, once what is said beside the ways is known."""
    guard: Later[Guard] = always
    do: Later[tuple[Effect, ...]] = nothing
    once = False
    lead = aside = None
    if isinstance(value, Table):
        fields = read_fields(value, way.value, "way", reading.found)
        guard, do, once = _conditions(fields, reading)
        text = fields.get("text")
        aside = reading.text(text.passage()) if isinstance(text, Scalar) else None
    elif value.style:
        aside = reading.text(value.passage())
    else:
        passage = value.passage()
        lead = read_lead(passage, 0, len(passage.text), reading.found)
        if lead is not None:
            guard = reading.asked_guard(lead.tail.when, passage) if lead.tail.when is not None else always
            do, once = reading.asked_effects(lead.tail.do, passage), lead.tail.once
            if lead.kind is TargetKind.BACK:
                reading.found.append(mistake("E519", lead.span(), name=song))
                lead = None
    name = f"taken({reading.node}/{song}.{way.value})"
    target = lead.target if lead else None
    marked = once or always_once
    if marked:
        reading.cells.append(name)

    def finish(link: Link, asked: Guard, effects: tuple[Effect, ...], implied: dict[Way, Guard]) -> SongWay:
        own = both(asked, guard(link))
        return SongWay(
            way=way,
            target=target(link) if target else None,
            aside=aside(link) if aside else None,
            span=value.span,
            guard=both(implied[way], own),
            asked=own,
            do=(*effects, *do(link)),
            once=marked,
            taken=link.binder.index.get(name),
        )

    return finish


def _conditions(
    fields: dict[str, Tree], reading: Reading
) -> tuple[Later[Guard], Later[tuple[Effect, ...]], bool]:
    when, do, once = fields.get("when"), fields.get("do"), fields.get("once")
    return (
        reading.guard(when.passage()) if isinstance(when, Scalar) else always,
        reading.effects_of(do.passage()) if isinstance(do, Scalar) else nothing,
        isinstance(once, Scalar) and yes_or_no(once, "once", reading.found),
    )


def _listener(tree: Tree | None, declared: Declared, reading: Reading) -> str | None:
    if not isinstance(tree, Scalar):
        return None
    name = an_id(tree, "to", reading.found)
    if name is not None and name not in declared["people"]:
        guess = closest(name, declared["people"])
        reading.found.append(mistake("E601", tree.span, guess=guess, name=name))
        return None
    return name


def _implied(way: Way, song: str, to: str | None, link: Link, *, lifted: bool) -> Guard:
    """Give what the format asks for: the song is known; to invite, its rests and the listener's motif too."""
    index = link.binder.index
    parts: list[Guard] = [Compare(index[f"knows({song})"], Comparison.EQ, 1)]
    if way is Way.INVITE and not lifted:
        needed = [f"rests({song})", *([f"motif({to})"] if to else [])]
        parts += [Compare(index[name], Comparison.EQ, 1) for name in needed if name in index]
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def both(one: Guard, other: Guard) -> Guard:
    """Give the guard that holds where both do, as flat as it can be."""
    if one == ALWAYS:
        return other
    if other == ALWAYS:
        return one
    parts = (
        *(one.parts if isinstance(one, All) else (one,)),
        *(other.parts if isinstance(other, All) else (other,)),
    )
    return All(parts)


def is_small(song: str, declared: Declared) -> bool:
    """Say whether a song is declared as one that was never written down."""
    tree = declared["songs"][song].tree
    value = tree.values.get("small") if isinstance(tree, Table) else None
    return isinstance(value, Scalar) and value.text.strip() in {"yes", "true"}
