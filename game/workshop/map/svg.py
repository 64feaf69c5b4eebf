"""The map as one SVG file, for print and for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from game.verify import Verdict
from game.workshop.map.chart import HEAD, LINE, Chart, drop
from game.workshop.map.graph import LABEL, Kind, Road, Sign
from game.workshop.map.look import BRASS, CLOSED, GOLD, GROUND, INK, LOOKS, NODE, QUIET, VELLUM
from game.workshop.map.sheet import Box, Curve

MARGIN = 80
_FREE = 14
"""So many letters fit in any typeface."""
_SIGNS = {
    Kind.DETOUR: Sign.DETOUR,
    Kind.SONG: Sign.SONG,
    Kind.REDIRECT: Sign.REDIRECT,
    Kind.CHANCE: Sign.CHANCE,
}
"""The roads that have the colour of a sign."""
_DASHES = {Kind.DETOUR: "10 6", Kind.REDIRECT: "2 5", Kind.CHANCE: "6 4 1 4"}
_STYLE = (
    f"text{{font-family:'Crimson Pro',Georgia,serif;font-size:14px;fill:{QUIET}}}"
    f".id{{font-family:'Alegreya Sans','Gill Sans',sans-serif;font-weight:700;font-size:15px;fill:{VELLUM}}}"
    f".title{{font-family:'Cormorant Garamond',Georgia,serif;font-size:52px;fill:{GOLD}}}"
    f".road{{fill:none;stroke:{CLOSED};stroke-width:1.6}}.far{{opacity:.35}}"
)


def svg(chart: Chart) -> str:
    """Give the whole map, at its full size."""
    return "\n".join((*_lines(chart), ""))


def _lines(chart: Chart) -> Iterator[str]:
    width, height = (side + 2 * MARGIN for side in chart.sheet.size)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'viewBox="{-MARGIN} {-MARGIN} {_n(width)} {_n(height)}" width="{_n(width)}" height="{_n(height)}">'
    )
    yield f"<title>{_text(chart.story.title)}</title><style>{_STYLE}</style>"
    yield (
        '<defs><marker id="tip" markerWidth="9" markerHeight="8" refX="8" refY="4" orient="auto">'
        f'<path d="M0 0L9 4L0 8Z" fill="{CLOSED}"/></marker></defs>'
    )
    yield f'<rect x="{-MARGIN}" y="{-MARGIN}" width="{_n(width)}" height="{_n(height)}" fill="{INK}"/>'
    for key, field in chart.fields.items():
        box = chart.sheet.fields[key]
        yield f'<rect {_box(box)} rx="10" fill="{GROUND}" stroke="{BRASS}"/>'
        yield f'<text class="title" x="{_n(box.x + 48)}" y="{_n(box.y + 62)}">{_text(field.name)}</text>'
    for drawn, curve in zip(chart.roads, chart.sheet.curves, strict=True):
        road = chart.spots[drawn.source].roads[drawn.number]
        far = " far" if chart.field_of[drawn.source] != chart.field_of[drawn.target] else ""
        yield f'<path class="road{far}" d="{_path(curve)}" marker-end="url(#tip)"{_stroke(road)}/>'
    for node in chart.spots:
        yield from _node(chart, node)
    yield "</svg>"


def _node(chart: Chart, node: str) -> Iterator[str]:
    spot, box, lines = chart.spots[node], chart.sheet.nodes[node], chart.lines[node]
    colour = LOOKS[spot.signs[0]].colour if spot.signs else BRASS
    dashes = {Verdict.NO: ' stroke-dasharray="9 5"', Verdict.UNKNOWN: ' stroke-dasharray="2 4"'}
    dashed = dashes.get(spot.verdict, "")
    yield f"<g id={quoteattr('node-' + node)}><title>{_text(_told(chart, node))}</title>"
    yield f'<rect {_box(box)} rx="6" fill="{NODE}" stroke="{colour}" stroke-width="1.6"{dashed}/>'
    name = _short(node, 26)
    yield f'<text class="id" x="{_n(box.x + 12)}" y="{_n(box.y + 21)}"{_held(name, 7.6)}>{_text(name)}</text>'
    for number, sign in enumerate(spot.signs):
        look = LOOKS[sign]
        at = f"translate({_n(box.x + box.width - 16 - 20 * number)} {_n(box.y + 16)}) scale(.75)"
        paint = (
            f'fill="none" stroke="{look.colour}" stroke-width="2.4"' if look.open else f'fill="{look.colour}"'
        )
        yield f'<path transform="{at}" d="{look.shape}" {paint}/>'
    for number, line in enumerate(lines):
        y = box.y + HEAD + LINE * number + 12
        yield f'<text x="{_n(box.x + 12)}" y="{_n(y)}"{_held(line)}>{_text(line)}</text>'
    for number, road in enumerate(spot.roads):
        y = box.y + drop(len(lines), number) + 5
        struck = ' text-decoration="line-through"' if road.verdict is Verdict.NO else ""
        label = _short(road.label, LABEL - 2)
        yield f'<text x="{_n(box.x + 22)}" y="{_n(y)}"{_held(label)}{struck}>{_text(label)}</text>'
        yield f'<circle cx="{_n(box.x + 14)}" cy="{_n(y - 5)}" r="2.5" fill="{GOLD}"/>'
    yield "</g>"


def _stroke(road: Road) -> str:
    dashes = "3 7" if road.verdict is Verdict.NO else _DASHES.get(road.kind)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    if road.kind not in _SIGNS:
        return dashed
    wide = 3 if road.kind is Kind.SONG else 1.6
    return f'{dashed} style="stroke:{LOOKS[_SIGNS[road.kind]].colour};stroke-width:{wide}"'


def _told(chart: Chart, node: str) -> str:
    spot = chart.spots[node]
    signs = ", ".join(LOOKS[sign].legend for sign in spot.signs)
    return f"{node}, {chart.place(spot.node.span)}" + (f": {signs}" if signs else "")


def _path(curve: Curve) -> str:
    points = [_n(one) for one in curve]
    stretches = [" ".join(points[at : at + 6]) for at in range(2, len(points), 6)]
    return f"M{points[0]} {points[1]}" + "".join(f"C{one}" for one in stretches)


def _box(box: Box) -> str:
    return f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def _held(words: str, letter: float = 5.7) -> str:
    """Hold a long line to the width it is meant to have, whatever typeface stands in for ours."""
    if len(words) <= _FREE:
        return ""
    return f' textLength="{_n(len(words) * letter)}" lengthAdjust="spacingAndGlyphs"'


def _text(words: str) -> str:
    return escape(words)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
