"""Prose: what a writer types, and what it becomes."""

from __future__ import annotations

import pytest

from game.expression.syntax import ALWAYS
from game.loading.typography import curl
from game.model.text import Branch, Cue, ParagraphBreak, Pick, Speech, Text, Value, Words
from tests.stories import codes, load, node_file, prose_file, story_of

BREAK = ParagraphBreak()


def text_of(prose: str) -> Text:
    return story_of(prose_file(prose)).nodes["night.bell"].text


def plain(text: Text) -> str:
    """Give a text on one line: ¶ for a paragraph, *…* for emphasis, guards left out."""
    parts = []
    for piece in text:
        match piece:
            case Words(words, emphasis):
                parts.append(f"*{words}*" if emphasis else words)
            case ParagraphBreak():
                parts.append("¶")
            case Speech(person, label):
                parts.append(f"<{person}{'' if label is None else '=' + label}>")
            case Branch(cases):
                parts.append("{" + "/".join(plain(inner) for _, inner in cases) + "}")
            case Pick(_, options, last):
                parts.append("[" + "|".join(plain(inner) for inner in options) + ("|-" if last else "") + "]")
            case Value():
                parts.append("#")
            case Cue(kind, name, look):
                parts.append(f"@{' '.join((kind, name, *look)).strip()}@")
    return "".join(parts)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("One.\nTwo.", "One. Two."),
        ("One.  \n   Two.", "One. Two."),
        ("One.\n\nTwo.\n\n\n\nThree.", "One.¶Two.¶Three."),
        ("One *two* three", "One *two* three"),
        ("*One* and *two\nthree*", "*One* and *two three*"),
        ("2 * 3 and * alone", "2 * 3 and * alone"),
        (r"\*One\* \{two\} back\\slash", r"*One* {two} back\slash"),
        ('bram: "Flat."', "<bram>“Flat.”"),
        ('One.\nbram: "Flat."\nmaren: *Soup.*', "One.<bram>“Flat.”<maren>*Soup.*"),
        ('bram (the ladder): "Flat."', "<bram=the ladder>“Flat.”"),
        ('bram (): "Flat."', "<bram=>“Flat.”"),
        ("bram (Harrow's): Flat.", "<bram=Harrow’s>Flat."),
        ("bram:\nFlat.", "<bram> Flat."),
        ("bram: Flat.\n  On.\n\n \nOne.\nTwo.", "<bram>Flat. On.¶One. Two."),
        ("bram: Flat.\nIt says: soup.\nmaren: Soup.", "<bram>Flat. It says: soup.<maren>Soup."),
        ("One: two.\nbram: Flat.", "One: two.<bram>Flat."),
        (r"\bram: Flat.", "bram: Flat."),
        ("Bram: Flat.", "Bram: Flat."),
        ("He said: flat.", "He said: flat."),
        ('{enter bram}bram: "Flat."', "@enter bram@<bram>“Flat.”"),
        ('{if bell.rung}bram: "Flat."{end}', "{<bram>“Flat.”}"),
        ("You {if bell.rung}know{else if hush > 3}knew{else}guess{end} it.", "You {know/knew/guess} it."),
        ("One.\n{if bell.rung}\nTwo.\n{end}\nThree.", "One.{ Two.} Three."),
        ("One.\n\n{if bell.rung}\nTwo.\n\n{end}\nThree.", "One.¶{Two.¶}Three."),
        ("{if bell.rung}\n\nTwo.\n{else}\n\nThree.\n{end}", "{¶Two./¶Three.}"),
        ("{if bell.rung}a{if hush > 3}b{end}c{end}", "{a{b}c}"),
        ("{if bell.rung}*a*{else}b{end}*c*", "{*a*/b}*c*"),
        ("*a {if bell.rung}b{end} c*", "*a *{*b*}* c*"),
        ("{pick}a|b|c{end}", "[a|b|c]"),
        ("{pick|-}a|b{end}", "[a|b|-]"),
        ("{pick |-}a|b{end}", "[a|b|-]"),
        ("{pick}\nOne.\n|\nTwo.\n{end}\nThree.", "[One.|Two.] Three."),
        ("{pick}bram: Flat.|\nmaren: Soup.{end}", "[<bram>Flat.|<maren>Soup.]"),
        ("{pick}{if bell.rung}a|b{end}|c{end}", "[{a|b}|c]"),
        ("{pick}a|{pick}b|c{end}{end}", "[a|[b|c]]"),
        ("a|b", "a|b"),
        ("|", "|"),
        ("hush: {hush}", None),
        ("It is {hush}.", "It is #."),
        ("{hush}", "#"),
        ("One.\n{hush}\nTwo.", "One. # Two."),
        ("One.\n{pause}\nTwo.", "One.@pause@ Two."),
        ("{enter bram warm}{leave maren}", "@enter bram warm@@leave maren@"),
        ("{bram calm}{sound door}", "@show bram calm@@sound door@"),
        ("{ enter   bram }He comes.", "@enter bram@He comes."),
        ("{if  bell.rung }a{ end }", "{a}"),
    ],
)  # fmt: skip
def test_what_prose_becomes(prose: str, expected: str | None) -> None:
    if expected is None:
        _, report = load(prose_file(prose))
        assert codes(report) == ["E407"]
    else:
        assert plain(text_of(prose)) == expected


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('"Flat," he says.', "“Flat,” he says."),
        ("It's Bram's.", "It’s Bram’s."),
        ("'Flat,' he says.", "‘Flat,’ he says."),
        ("\"'Flat,' he said.\"", "“‘Flat,’ he said.”"),
        ("\"He said 'flat'\"", "“He said ‘flat’”"),
        ("'Tis the '98, ask 'em; rock 'n' roll", "’Tis the ’98, ask ’em; rock ’n’ roll"),
        ("One -- two", "One – two"),
        ("One - two", "One – two"),
        ("cut--off and cut---off", "cut—off and cut—off"),
        ('"Don\'t--" she says. "--do."', "“Don’t—” she says. “—do.”"),
        ('said--"and then"', "said—“and then”"),
        ("Well...", "Well…"),
        ('("so")', "(“so”)"),
        ("“already”", "“already”"),
        ("well-made, 3-4", "well-made, 3-4"),
        ("plain", "plain"),
    ],
)
def test_quotes_and_dashes(typed: str, set_: str) -> None:
    assert curl(typed) == set_


def test_a_quote_closes_across_a_tag() -> None:
    assert plain(text_of('"{if bell.rung}Yes{else}No{end}," he says.')) == "“{Yes/No},” he says."
    assert plain(text_of('bram: {bram warm}"Flat."')) == "<bram>@show bram warm@“Flat.”"
    assert plain(text_of('"It *was* flat."')) == "“It *was* flat.”"


def test_picks_are_numbered_through_a_node() -> None:
    node = story_of(
        node_file("""
            text: |
              {pick}a|b{end} {if bell.rung}{pick}c|d{end}{end}
            choices: |
              {pick}One|Two{end} more -> hollow.square
        """)
    ).nodes["night.bell"]
    label = node.choices[0].label
    assert isinstance(node.text[0], Pick)
    assert isinstance(node.text[2], Branch)
    inner = node.text[2].cases[0][1][0]
    assert isinstance(inner, Pick)
    assert isinstance(label[0], Pick)
    assert [node.text[0].site, inner.site, label[0].site] == [0, 1, 2]
    assert node.choices[0].key == "one_two_more"


def test_what_belongs_to_no_node_can_pick_too() -> None:
    """Every kind of prose beside the nodes; in each, picks are numbered from 0."""
    world = """
        people:
          hob:
            name: "Hob"
            replies:
              any: |
                {pick}a|b{end}{pick}c|d{end}
        places:
          shed:
            name: "The shed"
            replies:
              any: |
                {pick}a|b{end}{pick}c|d{end}
            views:
              all:
                name: "all of it"
                replies:
                  any: |
                    {pick}a|b{end}{pick}c|d{end}
        journal:
          first:
            text: |
              {pick}a|b{end}{pick}c|d{end}
        endings:
          late:
            title: "Late"
            credits: |
              {pick}a|b{end}{pick}c|d{end}
        """
    story = story_of({"zenith.yaml": world})
    shed = story.places["shed"]
    entries = [entry.text for entry in story.journal if entry.id == "first"]
    replies = (*story.people["hob"].replies, *shed.replies, *shed.views["all"].replies)
    texts = [story.endings["late"].credits, *entries, *(reply.text for reply in replies)]
    assert [[piece.site for piece in text if isinstance(piece, Pick)] for text in texts] == [[0, 1]] * 5


def test_else_always_holds() -> None:
    (branch,) = text_of("{if bell.rung}a{else}b{end}")
    assert isinstance(branch, Branch)
    assert branch.cases[1][0] == ALWAYS


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("a {if bell.rung b", ["E401"]),
        ("a {if {bell} rung} b", ["E401"]),
        ("{}", ["E402"]),
        ("{if}a{end}", ["E322"]),
        ("{else}", ["E405"]),
        ("{end}", ["E403"]),
        ("{nobody warm} {end} {else}", ["E402"]),
        ("{if bell.rung}a{else if}b{end}", ["E322"]),
        ("{if bell.rung}*a{end}", ["E406"]),
        ("*a\n\nb*", ["E406", "E406"]),
        ("*a\nbram: b", ["E406"]),
        ("{if bell.rung}*a{else}b*{end}", ["E406", "E406"]),
        ("{pick}a{end}", ["E408"]),
        ("{pick|-}a{end}", ["E408"]),
        ("{if bell.rung}{pick}a|b", ["E404", "E404"]),
        ("{sound}", ["E412"]),
        ("{sound a b}", ["E412"]),
        ("{enter}", ["E416"]),
        ("{leave}", ["E416"]),
        ("{enter nobody}", ["E601"]),
        ("{enter bram sad}", ["E410"]),
        ("{maren sad}", ["E410"]),
        ("{bram}", ["E414"]),
        ("{lysandra warm}", ["E410"]),
        ("{pause long}", ["E402"]),
        ("{if bell.rung}a{else b}c{end}", ["E417"]),
    ],
)
def test_slips_in_prose(prose: str, expected: list[str]) -> None:
    _, report = load(prose_file(prose))
    assert codes(report) == expected


@pytest.mark.parametrize(
    ("style", "column"),
    [("|", 11), ("|-", 11), ("|+", 11), ("|2", 11)],
    ids=["plain", "strip", "keep", "indent"],
)
def test_a_caret_inside_a_block_is_exact(style: str, column: int) -> None:
    file = (
        f"at: hollow\nnodes:\n  night.bell:\n    text: {style}\n\n\n      One.\n\n      Two {{hsuh}}.\n"
        "    choices: |\n      Go -> hollow.square\n"
    )
    _, report = load(file)
    (finding,) = report.diagnostics
    assert finding.span is not None
    assert (finding.span.line, finding.span.column, finding.span.length) == (9, column + 1, 4)
    assert report.lines[finding.span.file][8][column : column + 4] == "hsuh"


@pytest.mark.parametrize(
    "quoted",
    [r'"Say \"{hsuh}\" twice"', r'"\u0041\x41 {hsuh}"', "'It''s {hsuh}'", '"{hsuh}"', "'{hsuh}'"],
)
def test_a_caret_inside_quotes_is_exact(quoted: str) -> None:
    line = f"    text: {quoted}"
    _, report = load(f"at: hollow\nnodes:\n  night.bell:\n{line}\n    ending: home\n")
    (finding,) = report.diagnostics
    assert finding.span is not None
    start = finding.span.column - 1
    assert line[start : start + finding.span.length] == "hsuh"


def test_quotes_over_two_lines_are_marked_where_they_begin() -> None:
    _, report = load('at: hollow\nnodes:\n  night.bell:\n    text: "One\n      {hsuh}"\n    ending: home\n')
    (finding,) = report.diagnostics
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (4, 11)


def test_empty_quotes_are_empty() -> None:
    _, report = load('at: hollow\nnodes:\n  night.bell:\n    text: ""\n    ending: home\n')
    assert codes(report) == ["E203"]
