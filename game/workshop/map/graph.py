"""A story as a graph: its nodes with their signs, and every road that leads from one to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.diagnostics import Diagnostic, Severity
from game.model.song import Way
from game.model.story import Node, Story, Target, TargetKind
from game.model.text import Branch, ParagraphBreak, Pick, Speech, Text, Value, Words
from game.verify import Findings, Verdict
from game.workshop.map.written import Passage, passage, terms

LABEL = 40
"""How many letters of a label are shown on a node."""
_SIGNED = {"E801", "E804", "E806"}
"""What has a sign of its own, and is not shown as a fault once more."""


class Sign(StrEnum):
    """What can be seen of a node from afar, the weightiest first."""

    UNREACHABLE = "unreachable"
    STUCK = "stuck"
    FAULT = "fault"
    UNKNOWN = "unknown"
    WARNING = "warning"
    START = "start"
    ENDING = "ending"
    SONG = "song"
    CHANCE = "chance"
    DETOUR = "detour"
    REDIRECT = "redirect"


class Kind(StrEnum):
    """What a road is."""

    CHOICE = "choice"
    DETOUR = "detour"
    BACK = "back"
    SONG = "song"
    REDIRECT = "redirect"
    CHANCE = "chance"


@dataclass(frozen=True, slots=True)
class Road:
    """One way on from a node."""

    kind: Kind
    label: str
    target: str | None
    """None where it leads back, or is answered in place."""
    terms: str
    """Its conditions and effects, in the author's words."""
    verdict: Verdict
    """Whether anybody can take it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A node as the map shows it."""

    node: Node
    source: Passage
    words: str
    """Its prose, without what only the game reads."""
    signs: tuple[Sign, ...]
    roads: tuple[Road, ...]
    verdict: Verdict
    diagnostics: tuple[Diagnostic, ...]


def spots(
    story: Story,
    findings: Findings,
    diagnostics: Sequence[Diagnostic],
    lines: Mapping[str, Sequence[str]],
) -> dict[str, Spot]:
    """Give every node of a story, by its id; `lines` has the lines of the story's files, by their paths."""
    stuck = {one.node for one in (*findings.stuck, *findings.idle)}
    by_file: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        if one.span:
            by_file.setdefault(one.span.file, []).append(one)
    found = {}
    for node in story.nodes.values():
        source = passage(lines, node.span)
        told = tuple(
            one
            for one in by_file.get(node.span.file, ())
            if one.span and node.span.line <= one.span.line <= source.last
        )
        verdict = findings.nodes[node.id].verdict
        roads = tuple(_roads(story, node, findings, lines))
        signs = _signs(story, node, verdict, told, roads, stuck)
        found[node.id] = Spot(node, source, plain(node.text), signs, roads, verdict, told)
    return found


def plain(text: Text) -> str:
    """Give prose as one line of words, all its variants one after another."""
    return " ".join("".join(_plain(text)).split())


def _plain(text: Text) -> Iterator[str]:
    for piece in text:
        match piece:
            case Words(words):
                yield words
            case ParagraphBreak() | Speech():
                yield " "
            case Value():
                yield "…"
            case Branch(cases):
                for _guard, part in cases:
                    yield from (*_plain(part), " ")
            case Pick(options=options):
                for part in options:
                    yield from (*_plain(part), " ")


def _signs(
    story: Story,
    node: Node,
    verdict: Verdict,
    told: Sequence[Diagnostic],
    roads: Sequence[Road],
    stuck: set[str],
) -> tuple[Sign, ...]:
    errors = (one for one in told if one.severity is Severity.ERROR)
    seen = {
        Sign.UNREACHABLE: verdict is Verdict.NO,
        Sign.STUCK: node.id in stuck,
        Sign.FAULT: any(one.code not in _SIGNED for one in errors),
        Sign.UNKNOWN: verdict is Verdict.UNKNOWN,
        Sign.WARNING: any(one.severity is Severity.WARNING for one in told),
        Sign.START: node.id == story.start,
        Sign.ENDING: node.ending is not None,
        Sign.SONG: bool(node.songs),
        Sign.CHANCE: bool(node.chances),
        Sign.DETOUR: any(road.kind is Kind.DETOUR for road in roads),
        Sign.REDIRECT: bool(node.redirects),
    }
    return tuple(sign for sign in Sign if seen[sign])


def _roads(
    story: Story, node: Node, findings: Findings, lines: Mapping[str, Sequence[str]]
) -> Iterator[Road]:
    arrival = findings.nodes[node.id].verdict
    for number, redirect in enumerate(node.redirects):
        verdict = Verdict.NO if (node.id, number) in findings.never_followed else arrival
        yield Road(Kind.REDIRECT, "on arrival", redirect.target, terms(lines, redirect.span), verdict)
    whole = sum(chance.weight for chance in node.chances)
    for chance in node.chances:
        yield Road(Kind.CHANCE, f"{chance.weight} in {whole}", chance.target, "", arrival)
    for choice in node.choices:
        verdict = findings.choices[f"{node.id}/{choice.key}"].verdict
        kind, target = _led(choice.target)
        yield Road(kind, plain(choice.label), target, terms(lines, choice.span), verdict)
    for song in node.songs:
        name = story.songs[song.song].name
        for way in song.ways:
            verdict = findings.ways[f"{node.id}/{song.song} {way.way}"].verdict
            target = _led(way.target)[1] if way.target else None
            yield Road(
                Kind.SONG,
                f"{name}: {_SAID[way.way]}",
                target,
                terms(lines, way.span, arrow=False),
                verdict,
            )


def _led(target: Target) -> tuple[Kind, str | None]:
    match target.kind:
        case TargetKind.NODE:
            return Kind.CHOICE, target.node
        case TargetKind.DETOUR:
            return Kind.DETOUR, target.node
        case TargetKind.BACK:
            return Kind.BACK, None


_SAID = {Way.COMMAND: "commanded", Way.INVITE: "invited", Way.SHARE: "shared"}
