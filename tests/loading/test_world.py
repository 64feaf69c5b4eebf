"""Facts, people, places, endings, the journal, and what stands once in a story."""

from __future__ import annotations

import pytest

from game.expression.cell import CellKind
from game.expression.syntax import ALWAYS
from game.model.assets import asset_names
from game.model.person import PLAIN_COLOUR
from game.model.text import Words
from tests.stories import codes, load, node_of, story_of


@pytest.mark.parametrize(
    ("values", "kind", "bounds", "words"),
    [
        ("no", CellKind.YES_NO, (0, 1, 0), ()),
        ("yes", CellKind.YES_NO, (0, 1, 1), ()),
        ("true", CellKind.YES_NO, (0, 1, 1), ()),
        ("'false'", CellKind.YES_NO, (0, 1, 0), ()),
        ("0..7", CellKind.NUMBER, (0, 7, 0), ()),
        ("0 .. 7 = 1   # comments are fine here", CellKind.NUMBER, (0, 7, 1), ()),
        ("-3..-1", CellKind.NUMBER, (-3, -1, -1), ()),
        ("2..5", CellKind.NUMBER, (2, 5, 2), ()),
        ("-3..3 = -2", CellKind.NUMBER, (-3, 3, -2), ()),
        ("none | half | 2nd", CellKind.ONE_OF, (0, 2, 0), ("none", "half", "2nd")),
    ],
)
def test_a_fact_has_the_values_it_is_given(
    values: str, kind: CellKind, bounds: tuple[int, int, int], words: tuple[str, ...]
) -> None:
    story = story_of(f"facts:\n  lamp: {values}\n")
    cell = story.cells[story.cell_index["lamp"]]
    assert (cell.kind, (cell.low, cell.high, cell.start), cell.words) == (kind, bounds, words)
    assert cell.span is not None
    assert (cell.span.line, cell.span.column) == (2, 3)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ("maybe", "E301"),
        ("3", "E301"),
        ("0..", "E301"),
        ("a | B", "E301"),
        ("a | ", "E301"),
        ("[a, b]", "E301"),
        ("0..7 = 8", "E302"),
        ("7..0", "E303"),
        ("3..3", "E303"),
        ("0..9999", "E303"),
        ("a | no", "E318"),
        ("a | b | a", "E319"),
    ],
)
def test_slips_in_facts(values: str, code: str) -> None:
    _, report = load(f"facts:\n  lamp: {values}\n")
    assert codes(report) == [code]


PEOPLE = """
people:
  tace: Old Tace
  ilse:
    name: Ilse Fenn
    about: |
      Has never let
      a page fall.
    colour: "#e2a769"
    looks: [calm, tired]
    motif: 1 2
    halo: yes
    names:
      - name: "the page-turner"
        when: not met(ilse)
    ties:
      tace: "Six years engaged to her nephew."
"""


def test_people() -> None:
    story = story_of(PEOPLE)
    tace, ilse = story.people["tace"], story.people["ilse"]
    assert (tace.name, tace.colour, tace.pictured, tace.met, tace.knows_motif) == (
        "Old Tace",
        PLAIN_COLOUR,
        False,
        None,
        None,
    )
    assert (ilse.name, ilse.about, ilse.colour) == ("Ilse Fenn", "Has never let a page fall.", "#E2A769")
    assert ilse.halo
    assert ilse.looks == ("calm", "tired")
    assert ilse.knows_motif == story.cell_index["motif(ilse)"]
    assert ilse.met == story.cell_index["met(ilse)"]
    ((guard, name),) = ilse.names
    assert name == "the page-turner"
    assert guard != ALWAYS
    (tie,) = ilse.ties
    assert (tie.to, tie.text) == ("tace", "Six years engaged to her nephew.")
    assert story.cells[tie.cell].name == "tie(ilse,tace)"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("colour: orange", ["E212"]),
        ("colour: #E2A769", ["E124"]),
        ("halo: big", ["E207"]),
        ("ties:\n  nobody: 'x'", ["E601"]),
        ("ties:\n  bram: x", ["E205"]),
        ("names:\n  - name: x", ["E202"]),
        ("names:\n  - x", ["E204"]),
        ("names: x", ["E204"]),
        ("name: [a]", ["E110", "E205"]),
        ("about: Old # and wise", ["E124"]),
        ("looks: {a: b}", ["E204"]),
    ],
)
def test_slips_in_people(lines: str, expected: list[str]) -> None:
    body = "\n".join("    " + line for line in lines.split("\n"))
    _, report = load(f"people:\n  tace:\n    name: Tace\n{body}\n")
    assert codes(report) == (expected if "E110" not in expected else ["E110"])


def test_places_know_their_mood() -> None:
    story = story_of("facts:\n  mood.hollow: found | invited\n")
    assert story.places["hollow"].mood == story.cell_index["mood.hollow"]
    assert story.places["hollow"].note == "E"


def test_slips_in_places() -> None:
    for views, code in (
        ("Rim: x", "E209"),
        ("rim:", "E203"),
        ("rim: {picture: x}", "E202"),
        ("rim: {tension: 9, name: x}", "E208"),
    ):
        _, report = load(f"places:\n  well:\n    name: The Well\n    views:\n      {views}\n")
        assert codes(report) == [code]
    _, report = load("places:\n  well:\n    name: The Well\n    views: [rim]\n")
    assert codes(report) == ["E204"]


def test_somebody_unknown_cannot_have_been_met() -> None:
    _, report = load("journal:\n  x:\n    text: 'x'\n    when: met(nobody) or leaf(nothing)\n")
    assert codes(report) == ["E601", "E604"]


def test_where_a_node_is() -> None:
    """Its own place and view, else the file's, else the place's first view."""
    more = """
places:
  well:
    name: The Well
    views: {rim: The rim, deep: The deep}
"""
    ends = "    text: |\n      x\n    ending: home\n"
    files = {
        "zenith.yaml": more,
        "night.yaml": f"at: well\nview: deep\nnodes:\n  a:\n{ends}  b:\n    view: rim\n{ends}"
        f"  c:\n    at: hollow\n{ends}",
        "day.yaml": f"at: well\nnodes:\n  d:\n{ends}  e:\n    at: hollow\n    view: roof\n{ends}",
    }
    nodes = story_of(dict(files)).nodes
    where = {name: (node.place, node.view) for name, node in nodes.items() if len(name) == 1}
    assert where == {
        "a": ("well", "deep"), "b": ("well", "rim"), "c": ("hollow", "square"), "d": ("well", "rim"),
        "e": ("hollow", "roof"),
    }  # fmt: skip


def test_what_else_a_node_has() -> None:
    node = node_of("""
        with: [bram warm if hush > 3, lysandra]
        music: bells
        tension: 2
        mood: night
        beads: lamps
        note: |
          Not for players.
        text: |
          You stay.
        ending: home
        do: hush += 1
    """)
    assert (node.music, node.tension, node.mood, node.beads, node.ending) == (
        "bells",
        2,
        "night",
        "lamps",
        "home",
    )
    assert [(one.person, one.look) for one in node.presences] == [("bram", ("warm",)), ("lysandra", ())]
    assert node.presences[0].guard != ALWAYS
    assert node.chapter == ""


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("with: [nobody]", ["E601"]),
        ("with: [bram sad]", ["E410"]),
        ("with: [bram if]", ["E322"]),
        ("with: [bram if hsuh > 3]", ["E320"]),
        ("with: [[bram]]", ["E204"]),
        ("with: {bram: warm}", ["E204"]),
        ("tension: high", ["E208"]),
        ("music: The Bells", ["E209"]),
        ("ending: nowhere", ["E605"]),
        ("ending: No Where", ["E209"]),
        ("ending:", ["E203"]),
        ("view: cellar", ["E602"]),
        ("at: cellar", ["E603"]),
        ("text:\n  - x", ["E205"]),
        ("note: {a: b}", ["E205"]),
        ("choices: {a: b}", ["E205"]),
        ("choices: Go -> hollow.square", ["E205"]),
        ("songs:\n  kindling:", ["E203"]),
        ("songs:\n  kindling: x", ["E204"]),
    ],
)
def test_slips_in_nodes(keys: str, expected: list[str]) -> None:
    given = keys.split(":", maxsplit=1)[0]
    rest = {"text": "text: |\n  x", "choices": "choices: |\n  Go -> hollow.square"}
    if given == "ending":
        rest = {"text": rest["text"]}
    body = "\n".join([keys, *(value for key, value in rest.items() if key != given)])
    indented = "\n".join("    " + line for line in body.split("\n"))
    _, report = load(f"at: hollow\nnodes:\n  night.bell:\n{indented}\n")
    assert codes(report) == expected


def test_a_node_that_is_no_table() -> None:
    for value, code in (("x", "E204"), ("[x]", "E204"), ("", "E203")):
        _, report = load(f"at: hollow\nnodes:\n  night.bell: {value}\n")
        assert codes(report) == [code]


def test_endings_and_the_journal() -> None:
    story = story_of("""
endings:
  away:
    title: "Away -- for good"
    picture: hollow/away
    music: road
    credits: |
      And *so* on.
journal:
  b: {text: "Second"}
  a:
    text: |
      First.
    when: bell.rung
""")
    away = story.endings["away"]
    assert (away.title, away.picture, away.music) == ("Away – for good", "hollow/away", "road")
    assert away.credits[1] == Words("so", emphasis=True)
    assert [entry.id for entry in story.journal] == ["b", "a"]
    assert story.journal[0].guard == ALWAYS
    assert story.title == "The Cracked Bell"


def test_what_stands_once() -> None:
    for key, value in (("title", "'x'"), ("start", "hollow.roof"), ("format", "1"), ("journal", "{}")):
        _, report = load({"zenith.yaml": f"{key}: {value}\n", "zz.yaml": f"{key}: {value}\n"})
        assert set(codes(report)) == {"E216"}
        assert report.diagnostics[0].other is not None


def test_a_start_that_is_not_there() -> None:
    _, report = load({"world.yaml": "start: nowhere\n"}, alone=True)
    assert codes(report) == ["E501"]
    _, report = load({"world.yaml": "start: [a]\n"}, alone=True)
    assert codes(report) == ["E204"]


SOUNDS = """
at: hollow
nodes:
  a:
    music: bells
    text: |
      {if bell.rung}{sound one}{end}{pick}{sound two}|x{end}{pause}
    choices: |
      Go{sound three} -> hollow.square when bell.rung
        else: No{sound four}
    songs:
      kindling:
        command: |
          {sound five}
journal:
  x:
    text: "{sound six}"
endings:
  away:
    title: "x"
    music: road
    picture: p
    credits: "{sound seven}"
people:
  tace:
    name: Old Tace
    replies:
      any: "{sound eight}"
"""


def test_what_the_story_asks_the_assets_for() -> None:
    names = asset_names(story_of(SOUNDS))
    assert set(names.sounds) == {"one", "two", "three", "four", "five", "six", "seven", "eight"}
    assert set(names.pictures) == {"hollow/square", "hollow/roof", "p"}
    assert set(names.music) == {"bells", "road"}
    assert ("bram", "warm") in names.people
