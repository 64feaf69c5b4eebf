"""The map as one page for any browser: it asks the network for nothing, and runs nothing but its own script.

Everything of the story stands in it as JSON in which no tag can begin, and is shown as text only. The page's
own rules let the browser run just the script whose digest they name.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from game.diagnostics import Diagnostic
from game.workshop.map import look
from game.workshop.map.chart import FOOT, HEAD, LINE, ROW, Chart
from game.workshop.map.graph import Kind, Sign, Spot

SCRIPTS = ("story.js", "camera.js", "ink.js", "panel.js", "search.js", "page.js")
"""In the order in which they build upon each other."""
FONTS = (
    ("Crimson Pro", "400", "CrimsonPro/CrimsonPro-400.ttf"),
    ("Alegreya Sans", "500", "AlegreyaSans/AlegreyaSans-500.ttf"),
    ("Cormorant Garamond", "500", "CormorantGaramond/CormorantGaramond-500.ttf"),
)
_SIGNS, _KINDS = tuple(Sign), tuple(Kind)


def page(chart: Chart, command: str, fonts: Path | None = None) -> str:
    """Give the page; `command` plays the story, `fonts` holds the game's typefaces, which it then carries."""
    return _assembled(escape(chart.story.title), _json(told(chart, command)), fonts)


def _assembled(title: str, story: str, fonts: Path | None) -> str:
    own = files("game.workshop.map") / "web"
    style = _faces(fonts) + (own / "map.css").read_text(encoding="utf-8")
    parts = [(own / name).read_text(encoding="utf-8") for name in SCRIPTS]
    script = "\n".join(('"use strict";\n(() => {', *parts, "})();\n"))
    rules = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )
    filled = {"rules": escape(rules), "title": title, "style": style, "story": story, "script": script}
    # What stands between the marks is put in at once, so that nothing of the story is taken for a mark.
    pieces = (own / "map.html").read_text(encoding="utf-8").split("%%")
    return "".join(filled[piece] if number % 2 else piece for number, piece in enumerate(pieces))


def told(chart: Chart, command: str) -> dict[str, Any]:
    """Give everything that the page shows, as plain values."""
    number = {node: place for place, node in enumerate(chart.spots)}
    diagnostics = chart.checked.report.diagnostics
    place = {one: at for at, one in enumerate(diagnostics)}
    fields = {key: at for at, key in enumerate(chart.fields)}
    story, checked = chart.story, chart.checked
    on_nodes = {one for spot in chart.spots.values() for one in spot.diagnostics}
    return {
        "title": story.title,
        "command": command,
        "start": number[story.start],
        "verdict": checked.verdict,
        "words": checked.contents.words if checked.contents else 0,
        "minutes": checked.contents.minutes if checked.contents else 0,
        "size": [round(side) for side in chart.sheet.size],
        "measures": {"head": HEAD, "line": LINE, "row": ROW, "foot": FOOT},
        "looks": [
            {"name": sign, "colour": one.colour, "shape": one.shape, "open": one.open, "legend": one.legend}
            for sign, one in look.LOOKS.items()
        ],
        "kinds": list(_KINDS),
        "fields": [
            {"name": field.name, "chapter": field.chapter, "box": _rounded(chart.sheet.fields[key])}
            for key, field in chart.fields.items()
        ],
        "nodes": [_node(chart, spot, number, place, fields) for spot in chart.spots.values()],
        "roads": [
            [number[road.source], road.number, number[road.target], *_rounded(curve)]
            for road, curve in zip(chart.roads, chart.sheet.curves, strict=True)
        ],
        "tour": _tour(chart, number),
        "endings": [
            {
                "title": ending.title,
                "nodes": [number[spot.node.id] for spot in chart.spots.values() if spot.node.ending == name],
                "verdict": chart.findings.endings[name].verdict,
                "steps": len(chart.findings.endings[name].witness),
            }
            for name, ending in story.endings.items()
        ],
        "stuck": [[number[one.node], chart.tour.end(one.witness), one.last, one.idle] for one in chart.lost],
        "diagnostics": [_diagnostic(chart, one) for one in diagnostics],
        "elsewhere": [at for at, one in enumerate(diagnostics) if one not in on_nodes],
    }


def _node(
    chart: Chart,
    spot: Spot,
    number: Mapping[str, int],
    place: Mapping[Diagnostic, int],
    fields: Mapping[str, int],
) -> dict[str, Any]:
    node = spot.node
    finding = chart.findings.nodes[node.id]
    return {
        "id": node.id,
        "box": _rounded(chart.sheet.nodes[node.id]),
        "field": fields[chart.field_of[node.id]],
        "at": chart.place(node.span),
        "signs": [_SIGNS.index(sign) for sign in spot.signs],
        "verdict": spot.verdict,
        "lines": chart.lines[node.id],
        "source": "\n".join(spot.source.lines),
        "prose": spot.source.part("text"),
        "songs": spot.source.part("songs"),
        "do": spot.source.part("do"),
        "roads": [
            [
                _KINDS.index(road.kind),
                road.label,
                -1 if road.target is None else number[road.target],
                road.verdict,
                road.terms,
            ]
            for road in spot.roads
        ],
        "walk": chart.tour.end(finding.witness) if spot.verdict == "yes" else -1,
        "least": finding.least,
        "told": [place[one] for one in spot.diagnostics],
        "ending": chart.story.endings[node.ending].title if node.ending else "",
    }


def _tour(chart: Chart, number: Mapping[str, int]) -> dict[str, Any]:
    """Give the tree of walks; equal steps and equal stretches are named once."""
    words = {word: at for at, word in enumerate(dict.fromkeys(step.words for step in chart.tour.steps))}
    through = {nodes: at for at, nodes in enumerate(dict.fromkeys(chart.tour.through))}
    return {
        "words": list(words),
        "stretches": [[number[node] for node in nodes] for nodes in through],
        "steps": [words[step.words] for step in chart.tour.steps],
        "before": [step.before for step in chart.tour.steps],
        "through": [through[nodes] for nodes in chart.tour.through],
    }


def _diagnostic(chart: Chart, one: Diagnostic) -> dict[str, str]:
    return {
        "code": one.code,
        "severity": one.severity,
        "at": chart.place(one.span) if one.span else "",
        "message": one.message,
        "help": one.help,
    }


def _rounded(values: Iterable[float]) -> list[int]:
    return [round(value) for value in values]


def _json(value: Any) -> str:
    """Give JSON in which no tag and no comment of HTML can begin or end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _faces(fonts: Path | None) -> str:
    if fonts is None:
        return ""
    faces = []
    for family, weight, name in FONTS:
        path = fonts / name
        if path.is_file():
            letters = base64.b64encode(path.read_bytes()).decode()
            faces.append(
                f'@font-face{{font-family:"{family}";font-weight:{weight};'
                f"src:url(data:font/ttf;base64,{letters})}}\n"
            )
    return "".join(faces)
