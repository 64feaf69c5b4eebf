"""The map in the language of Graphviz: https://graphviz.org/doc/info/lang.html."""

from __future__ import annotations

from collections.abc import Iterator

from game.verify import Verdict
from game.workshop.map.chart import Chart
from game.workshop.map.graph import LABEL, Kind, Sign
from game.workshop.map.look import INK, LOOKS, VELLUM

_SHAPES = {
    Sign.UNREACHABLE: "box",
    Sign.STUCK: "diamond",
    Sign.FAULT: "octagon",
    Sign.UNKNOWN: "box",
    Sign.WARNING: "triangle",
    Sign.START: "doublecircle",
    Sign.ENDING: "star",
    Sign.SONG: "egg",
    Sign.CHANCE: "hexagon",
    Sign.DETOUR: "oval",
    Sign.REDIRECT: "diamond",
}
_STYLES = {Sign.UNREACHABLE: "dashed", Sign.UNKNOWN: "dotted"}
_LINES = {Kind.DETOUR: "dashed", Kind.REDIRECT: "dotted", Kind.CHANCE: "dotted", Kind.SONG: "bold"}


def dot(chart: Chart) -> str:
    """Give the whole map as one directed graph, a cluster for every field."""
    return "\n".join((*_lines(chart), ""))


def _lines(chart: Chart) -> Iterator[str]:
    yield f"digraph {_quoted(chart.story.title)} {{"
    yield f'  graph [rankdir=LR, bgcolor="{INK}", fontname="serif", fontcolor="{VELLUM}", color="#8F7040"]'
    yield f'  node [shape=box, fontname="serif", color="{VELLUM}", fontcolor="{VELLUM}"]'
    yield f'  edge [fontname="serif", fontsize=10, color="{VELLUM}", fontcolor="{VELLUM}"]'
    members: dict[str, list[str]] = {key: [] for key in chart.fields}
    for node, key in chart.field_of.items():
        members[key].append(node)
    for number, (key, field) in enumerate(chart.fields.items()):
        yield f"  subgraph cluster_{number} {{"
        yield f"    label={_quoted(field.name)}"
        for node in members[key]:
            label = "\n".join((node, *chart.lines[node]))
            yield f"    {_quoted(node)} [{_attributes(label, chart.spots[node].signs)}]"
        yield "  }"
    for drawn in chart.roads:
        road = chart.spots[drawn.source].roads[drawn.number]
        label = road.label if len(road.label) <= LABEL else road.label[: LABEL - 1] + "…"
        style = "dashed" if road.verdict is Verdict.NO else _LINES.get(road.kind, "solid")
        yield (
            f"  {_quoted(drawn.source)} -> {_quoted(drawn.target)} [label={_quoted(label)}, style={style}]"
        )
    yield "}"


def _attributes(label: str, signs: tuple[Sign, ...]) -> str:
    told = [f"label={_quoted(label)}"]
    if signs:
        told.append(f'shape={_SHAPES[signs[0]]}, color="{LOOKS[signs[0]].colour}"')
        told += [f"style={_STYLES[sign]}" for sign in signs if sign in _STYLES]
    return ", ".join(told)


def _quoted(words: str) -> str:
    """Give a string in which nothing but its own end ends it, and a backslash is one."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
