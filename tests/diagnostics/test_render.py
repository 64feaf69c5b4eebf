"""How a finding is shown."""

from __future__ import annotations

from game.diagnostics import Diagnostic, Passage, Report, Severity, Span, mistake, render, render_report

LINES = ["nodes:", "  hall:", "    choices: |", "", "      Open the chest -> vualt"]
FINDING = mistake("E501", Span("story/hall.yaml", 5, 25, 5), guess="vault", name="vualt")


def test_the_layout() -> None:
    assert render(FINDING, LINES) == (
        "story/hall.yaml:5:25: error E501\n"
        "  No node is called 'vualt'.\n"
        "\n"
        "   5 |       Open the chest -> vualt\n"
        "                               ^^^^^\n"
        "  Did you mean 'vault'?"
    )


def test_colour_only_repeats_what_is_said() -> None:
    coloured = render(FINDING, LINES, colour=True)
    plain = coloured
    for code in ("1;31", "31", "0"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == render(FINDING, LINES)
    assert "\x1b[1;31merror E501\x1b[0m" in coloured


def test_a_clash_shows_the_second_place() -> None:
    clash = mistake("E210", Span("a.yaml", 1, 1), Span("b.yaml", 7, 3), name="x", what="a node")
    assert "  The other is at b.yaml:7:3." in render(clash, [])


def test_without_a_line_the_sentence_stands_alone() -> None:
    assert render(Diagnostic("E501", Severity.ERROR, "No."), LINES) == "error E501\n  No."
    assert render(mistake("E501", Span("a", 4, 1), name="x"), LINES).count("\n") == 2
    assert render(mistake("E501", Span("a", 99, 1), name="x"), LINES).count("\n") == 2
    assert render(mistake("E501", Span("a", 0, 1), name="x"), LINES).count("\n") == 2


def test_a_tab_a_wide_sign_and_what_a_terminal_obeys_keep_the_caret_in_place() -> None:
    line = "\té日本\x1b[31m\u202eaccent e\u0301 here"
    at = line.index("here")
    shown = render(mistake("E501", Span("a", 1, at + 1, 4), name="x"), [line]).split("\n")
    assert "\x1b" not in shown[3]
    assert "\u202e" not in shown[3]
    before = shown[3][: shown[3].index("here")]
    width = len(before) + 2 - 1  # two wide signs more, one accent that takes no room less
    assert shown[4] == " " * width + "^^^^"


def test_of_a_very_long_line_the_neighbourhood_is_shown() -> None:
    line = "a" * 500 + "HERE" + "b" * 500
    shown = render(mistake("E501", Span("a", 1, 501, 4), name="x"), [line]).split("\n")
    assert shown[3].startswith("   1 | …a")
    assert shown[3].endswith("b…")
    assert len(shown[3]) < 200
    assert shown[3][shown[4].index("^") :].startswith("HERE")
    assert shown[4].count("^") == 4
    tail = render(mistake("E501", Span("a", 1, 1000, 99), name="x"), [line]).split("\n")
    assert not tail[3].endswith("…")


def test_a_report_shows_all_with_an_empty_line_between() -> None:
    elsewhere = Diagnostic("E999", Severity.NOTE, "Somewhere.")
    report = Report((FINDING, elsewhere), {"story/hall.yaml": LINES})
    assert render_report(report) == render(FINDING, LINES) + "\n\n" + "note E999\n  Somewhere."
    assert report.errors == (FINDING,)


def test_a_passage_knows_where_its_characters_are() -> None:
    passage = Passage("a", "one\ntwo three\n", 10, 7, 4)
    assert passage.span(0) == Span("a", 10, 7, 1)
    assert passage.span(4, 7) == Span("a", 11, 5, 3)
    assert passage.span(8, 99) == Span("a", 11, 9, 5)
    assert passage.span(8, 8) == Span("a", 11, 9, 1)
    assert passage.on_line(1, 4, 8, 13) == passage.span(8, 13)
    assert Passage("a", "x", 1, 5, columns=(6,)).span(0, 9) == Span("a", 1, 6, 1)
