"""What a map holds, as a page, as SVG and as DOT, and that nothing of the story gets out of its place."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from game.verify import Verdict
from game.workshop.check import run_check
from game.workshop.map import Chart, chart, dot, page, svg
from game.workshop.map.graph import Kind, Sign
from game.workshop.map.look import LOOKS
from tests.workshop.map.tale import HOSTILE, charted, write

SVG = "{http://www.w3.org/2000/svg}"
PLAY = "python main.py play"


@pytest.fixture(scope="module")
def tale(tmp_path_factory: pytest.TempPathFactory) -> Chart:
    return charted(write(tmp_path_factory.mktemp("tale")))


class Tags(HTMLParser):
    """The elements of a page, with what stands in its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.met: list[tuple[str, dict[str, str | None]]] = []
        self.held: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element."""
        self.met.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Take what stands in it."""
        tag, about = self.met[-1] if self.met else ("", {})
        self.held.setdefault(about.get("id") or tag, []).append(data)


def story_of(text: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads("".join(Tags(text).held["story"]))
    return told


def test_every_sign_and_kind_of_road_is_told(tale: Chart) -> None:
    signs = {node: set(spot.signs) for node, spot in tale.spots.items()}
    assert signs["square"] >= {Sign.START, Sign.DETOUR, Sign.FAULT}
    assert signs["luck"] == {Sign.CHANCE}
    assert signs["house"] >= {Sign.REDIRECT}
    assert signs["hall"] == {Sign.SONG}
    assert signs["home"] == {Sign.ENDING}
    assert signs["pit"] == {Sign.STUCK}
    assert signs["attic"] == {Sign.UNREACHABLE}
    assert {road.kind for spot in tale.spots.values() for road in spot.roads} == set(Kind)
    assert set(LOOKS) == set(Sign)
    assert len({look.shape for look in LOOKS.values()}) == len(Sign), "never by colour alone"


def test_roads_tell_what_the_author_wrote(tale: Chart) -> None:
    roads = {road.label: road for road in tale.spots["square"].roads}
    assert roads["Pick up the key; it’s cold"].terms == "when not key do key = yes"
    assert roads["Try your luck"].terms == "once"
    assert roads["Go in"].terms == "when: key\ndo: learn kindling\nelse: It is locked."
    assert roads["Never this"].verdict is Verdict.NO
    sung = {road.label: road for road in tale.spots["hall"].roads if road.kind is Kind.SONG}
    assert (sung["Kindling: commanded"].target, sung["Kindling: commanded"].terms) == ("home", "do key = no")
    assert (sung["Kindling: invited"].target, sung["Kindling: invited"].terms) == (None, "It warms, slowly.")


def test_a_node_is_quoted_as_written(tale: Chart) -> None:
    corner = tale.spots["corner"].source
    assert corner.lines == ("corner:", '  text: "A corner."', "  choices: |", "    Back -> back")
    assert corner.part("text") == (1, 2)
    square = tale.spots["square"].source
    begun, end = square.part("text")
    assert [line.strip() for line in square.lines[begun:end]][-1] == "{if key}You have the key.{end}"
    assert "remark" not in "".join(square.lines)
    assert square.part("songs") == (0, 0)


def test_a_walk_is_told_with_the_nodes_that_it_leads_through(tale: Chart) -> None:
    tour, walk = tale.tour, tale.findings.nodes["hall"].witness
    number, told, through = tour.end(walk), [], []
    while number >= 0:
        told.append(tour.steps[number].words)
        through.append(tour.through[number])
        number = tour.steps[number].before
    assert tuple(reversed(told)) == ("", *walk)
    assert through[-1] == ("square",)
    assert through[0][-1] == "hall" or "hall" in through[0]


def test_every_node_and_every_road_is_on_the_page(tale: Chart) -> None:
    told = story_of(page(tale, PLAY))
    assert [node["id"] for node in told["nodes"]] == list(tale.story.nodes)
    targets = sum(road.target is not None for spot in tale.spots.values() for road in spot.roads)
    assert len(told["roads"]) == targets == len(tale.roads)
    assert told["fields"][0]["name"] == "town"
    (square,) = (node for node in told["nodes"] if node["id"] == "square")
    assert square["at"] == "town.yaml:4"
    assert told["diagnostics"][square["told"][0]]["code"] == "E802"
    (pit,) = (one for one in told["stuck"] if told["nodes"][one[0]]["id"] == "pit")
    assert told["tour"]["words"][told["tour"]["steps"][pit[1]]] == "square/fall_in"
    assert told["verdict"] == "no"


def test_a_hostile_story_puts_nothing_but_text_into_the_page(tale: Chart) -> None:
    text = page(tale, PLAY)
    tags = Tags(text)
    scripts = [about for tag, about in tags.met if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "story"}, {}]
    assert not [tag for tag, _ in tags.met if tag in {"img", "iframe", "object", "link", "base"}]
    assert not [name for _, about in tags.met for name in about if name.startswith("on")]
    told = story_of(text)
    assert HOSTILE.split("\\")[0] in told["nodes"][told["start"]]["source"]
    title = "".join(tags.held["title"])
    assert title.strip() == f"{tale.story.title}: the map"
    assert "alert(1)" in title


def test_the_page_lets_only_its_own_script_run_and_asks_for_nothing(tale: Chart) -> None:
    text = page(tale, PLAY, Path(__file__).resolve().parents[3] / "assets" / "fonts")
    tags = Tags(text)
    (rules,) = (about["content"] for _, about in tags.met if "http-equiv" in about)
    assert rules is not None
    assert rules.startswith("default-src 'none'; ")
    assert "unsafe" not in rules
    digests = re.findall(r"sha256-([^']+)'", rules)
    held = [re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL) for tag in ("script", "style")]
    for digest, one in zip(digests, held, strict=True):
        assert one is not None
        assert base64.b64encode(hashlib.sha256(one[1].encode()).digest()).decode() == digest
    assert not [name for _, about in tags.met for name in about if name in {"src", "href", "style"}]
    addresses = set(re.findall(r"https?://[^\s\"']+", text))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    assert text.count("@font-face") == 3


def test_svg_holds_every_node_and_road(tale: Chart) -> None:
    root = ET.fromstring(svg(tale))  # noqa: S314  (our own)
    ids = [group.get("id") for group in root.iter(f"{SVG}g")]
    assert ids == [f"node-{node}" for node in tale.spots]
    roads = [path for path in root.iter(f"{SVG}path") if "road" in path.get("class", "")]
    assert len(roads) == len(tale.roads)
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == tale.story.title
    assert not [element for element in root.iter() if element.tag.endswith(("script", "image", "a"))]


def test_dot_holds_every_node_and_road(tale: Chart) -> None:
    words = list(read_dot(dot(tale)))
    assert words[:3] == ["digraph", tale.story.title, "{"]
    assert words.count("->") == len(tale.roads)
    assert words.count("{") == words.count("}") == 1 + len(tale.fields)
    for road in tale.roads:
        at = [number for number, word in enumerate(words) if word == "->"]
        assert (road.source, road.target) in {(words[one - 1], words[one + 1]) for one in at}


def read_dot(text: str) -> Iterator[str]:
    """Read the tokens of DOT as its grammar has them; anything else is a failure."""
    token = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|(->|[{}\[\]=,;])|([A-Za-z_]\w*|[\d.]+))')
    at = 0
    while text[at:].strip():
        found = token.match(text, at)
        assert found, text[at : at + 80]
        at = found.end()
        quoted, sign, word = found.groups()
        yield sign or word or quoted.replace('\\"', '"').replace("\\\\", "\\")


def test_an_undecided_story_is_drawn_with_what_is_unknown(tmp_path: Path) -> None:
    drawn = charted(write(tmp_path), 0.0)
    unknown = [node for node, spot in drawn.spots.items() if Sign.UNKNOWN in spot.signs]
    assert drawn.checked.verdict is not Verdict.YES
    assert unknown
    told = story_of(page(drawn, PLAY))
    assert [node["id"] for node in told["nodes"] if node["verdict"] == "unknown"] == unknown
    assert all(node["walk"] < 0 for node in told["nodes"] if node["verdict"] == "unknown")


def test_a_story_with_mistakes_has_no_map(tmp_path: Path) -> None:
    (tmp_path / "world.yaml").write_text("format: 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no map"):
        chart(run_check(tmp_path, 1.0, lambda: 0.0), {}, "")
