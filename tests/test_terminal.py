"""The game in a plain terminal: lines in, lines out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.expression.syntax import NEVER
from game.model.place import Ending, Place
from game.model.story import Story
from game.model.text import Cue, CueKind, Speech, Words
from game.play import History
from game.saves import AUTO, SaveError, Settings, Store
from game.terminal import play_in_terminal, spoken
from game.view.block import Block, BlockKind, Run
from tests.builder import Builder, words


def village() -> Story:
    build = Builder()
    build.song("kindling", known=True)
    build.song("pull", small=True, known=True)
    build.person("bram", replies=(build.reply("any", "Bram hums."),))
    build.person("wren")
    build.node(
        "start",
        "climb -> roof",
        build.choice("fly -> roof", "start", guard=NEVER, reason=words("You have no wings.")),
        build.choice("ask -> start", "start", do=(build.put("rests(kindling)"), build.put("motif(bram)"))),
        text=(Words("The square is wide. " * 12),),
        presences=build.with_people("bram"),
        songs=(
            build.answers(
                "kindling",
                build.way("kindling", "command", "roof"),
                build.way("kindling", "invite", words("He turns."), person="bram"),
                to="bram",
            ),
            build.answers("pull", build.way("pull", "share", words("The men look up."))),
        ),
    )
    build.node("roof", "end -> home")
    build.node("home", ending="home")
    return build.story()


def told(
    tmp_path: Path, *lines: str, settings: Settings | None = None, history: History | None = None
) -> str:
    """What a terminal shows when these lines are typed and the input then ends."""
    typed = iter(lines)
    shown: list[str] = []

    def read(_prompt: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    play_in_terminal(
        village(), Store(tmp_path), settings or Settings(), read, shown.append, mods=(), history=history
    )
    return "\n".join(shown)


def test_the_page_and_its_choices_are_read_out(tmp_path: Path) -> None:
    shown = told(tmp_path)
    assert shown.startswith("Test\n")
    assert "Here, All of it" in shown
    assert "1. Do climb" in shown
    assert "Closed: Do fly (You have no wings.)" in shown
    assert "2. Do ask" in shown


def test_a_song_that_is_answered_here_is_offered_with_what_to_type(tmp_path: Path) -> None:
    shown = " ".join(told(tmp_path).split())
    assert (
        "2. Do ask You could sing Kindling to Bram: 'sing kindling command' (straight through its rests)."
        " You could sing Pull here: 'sing pull'." in shown
    )


def test_every_way_that_is_open_is_offered_and_none_before_the_other(tmp_path: Path) -> None:
    shown = " ".join(told(tmp_path, "2").split())
    assert (
        "You could sing Kindling to Bram: 'sing kindling command' (straight through its rests)"
        " or 'sing kindling invite' (listening in its rests)." in shown
    )


def test_no_song_is_offered_where_nothing_answers_it(tmp_path: Path) -> None:
    shown = told(tmp_path, "1")
    assert "You could sing" not in shown[shown.index("This is roof.") :]


def test_lines_are_wrapped_to_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert max(len(line) for line in told(tmp_path, "help", "songs").splitlines()) < 40


def test_a_number_takes_a_choice(tmp_path: Path) -> None:
    shown = told(tmp_path, "1", "1")
    assert "This is roof." in shown
    assert "The end: Home." in shown


def test_a_number_without_a_choice_is_refused_in_words(tmp_path: Path) -> None:
    assert told(tmp_path, "7", "0").count("There is no choice with this number.") == 2


def test_the_same_place_is_not_announced_again(tmp_path: Path) -> None:
    assert told(tmp_path, "1").count("Here, All of it") == 1


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("sing kindling command", "You sing Kindling to Bram, straight through its rests."),
        ("sing Kindling", "Say how: 'sing kindling command' (straight through its rests)."),
        ("sing kindling invite", "You do not know where the rests of Kindling fall."),
        ("sing pull", "The men look up."),
        ("sing pull share", "The men look up."),
        ("sing pull to bram", "Bram hums."),
        ("sing kindling to wren", "They are not here."),
        ("sing kindling to nobody", "Nobody here is called 'nobody'."),
        ("sing rootwake", "You do not know a song of this name."),
        ("sing", "You do not know a song of this name."),
        ("dance", "This is no command here."),
        ("songs", "\nKindling: 'sing kindling command' (straight through its rests)."),
        ("help", "A number takes the choice"),
        ("h", "A number takes the choice"),
        ("look", "Here, All of it"),
        ("", "Here, All of it"),
        ("back", "This is where the journey begins."),
        ("saves", "Nothing is saved yet."),
        ("save", "Say under which name"),
        ("load …", "Say which one"),
        ("load nothing", "Nothing is saved there."),
    ],
)
def test_what_a_line_is_answered_with(tmp_path: Path, line: str, answer: str) -> None:
    assert answer in told(tmp_path, line)


def test_an_invitation_is_possible_once_enough_is_known(tmp_path: Path) -> None:
    shown = told(tmp_path, "2", "songs", "sing kindling invite")
    assert "\nKindling: 'sing kindling command'" in shown
    assert "or 'sing kindling invite' (listening in its rests)." in shown
    assert "He turns." in shown


def test_songs_where_none_is_known(tmp_path: Path) -> None:
    build = Builder()
    build.node("start")
    shown: list[str] = []
    lines = iter(("songs", "quit"))
    play_in_terminal(build.story(), Store(tmp_path), Settings(), lambda _prompt: next(lines), shown.append)
    assert "You know no song yet." in shown


def test_a_song_where_nothing_answers_it_is_listed_without_ways(tmp_path: Path) -> None:
    assert "\nKindling.\n" in told(tmp_path, "1", "songs")


def test_going_back_shows_the_page_before(tmp_path: Path) -> None:
    assert told(tmp_path, "1", "back").count("1. Do climb") == 2


def test_the_whole_journey_can_be_read_again(tmp_path: Path) -> None:
    assert "You chose: Do climb" in told(tmp_path, "1", "history")


def test_every_choice_is_saved_and_the_next_sitting_goes_on(tmp_path: Path) -> None:
    told(tmp_path, "1")
    shown = told(tmp_path)
    assert "You go on where you were; 'new' begins again." in shown
    assert "This is roof." in shown
    assert "1. Do climb" in told(tmp_path, "new")


def test_choices_taken_before_are_marked_if_the_player_wants_it(tmp_path: Path) -> None:
    told(tmp_path, "1", "quit")
    assert "1. Do climb (chosen before)" in told(tmp_path, "back")
    assert "(chosen before)" not in told(tmp_path, "back", settings=Settings(marks=False))


def test_what_could_be_sung_is_not_said_to_the_sharp_eared(tmp_path: Path) -> None:
    assert "You could sing" not in told(tmp_path, settings=Settings(ring=False))


def test_a_journey_can_be_saved_and_loaded_by_name(tmp_path: Path) -> None:
    shown = told(tmp_path, "save Before the roof", "1", "load before the roof", "saves")
    assert "Saved as 'before-the-roof'." in shown
    assert shown.count("1. Do climb") == 2
    assert "before-the-roof: Here, 2" in shown


def test_a_given_run_is_gone_on_with(tmp_path: Path) -> None:
    told(tmp_path, "1", "1")
    assert "1. Do climb" in told(tmp_path, history=History.start(village(), 1))


def test_an_unreadable_save_is_kept_and_the_game_begins(tmp_path: Path) -> None:
    Store(tmp_path).write(AUTO, {"format": 99})
    shown = told(tmp_path)
    assert "later version" in shown
    assert "It was kept as 'slot-auto.damaged-1.json'." in " ".join(shown.split())
    assert "1. Do climb" in shown


def test_an_unreadable_save_that_cannot_be_moved_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(tmp_path).write(AUTO, {"format": 99})
    monkeypatch.setattr(Store, "put_aside", lambda _self, _slot: None)
    assert "It was kept" not in told(tmp_path)


def test_what_had_to_change_is_said(tmp_path: Path) -> None:
    told(tmp_path, "1")
    path = tmp_path / "slot-auto.json"
    written = json.loads(path.read_text())
    written["save"]["mods"] = ["winter"]
    path.write_text(json.dumps(written))
    assert "This was saved with winter" in told(tmp_path)


def failing(_self: Store, *_anything: object) -> None:
    raise SaveError("There is no room left on the disk.")


@pytest.mark.parametrize("method", ["write", "write_seen"])
def test_a_full_disk_is_said_once_and_the_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.setattr(Store, method, failing)
    shown = told(tmp_path, "1", "save here", "1")
    assert shown.count("no room left") == 1
    assert "The end: Home." in shown


def test_a_new_place_is_announced_and_an_ending_has_its_credits(tmp_path: Path) -> None:
    build = Builder()
    build.endings["home"] = Ending("home", "Home", credits=words("Made by hand."))
    build.places["river"] = Place("river", "The Ferry")
    build.node("start", "go -> bank")
    build.node("bank", ending="home")
    build.nodes["bank"] = replace(build.nodes["bank"], place="river", view="bank")
    shown: list[str] = []
    lines = iter(("1", "quit"))
    play_in_terminal(build.story(), Store(tmp_path), Settings(), lambda _prompt: next(lines), shown.append)
    assert "The Ferry" in shown
    assert "Made by hand." in shown


def test_words_that_stand_out_keep_their_asterisks(tmp_path: Path) -> None:
    """Speech in signs is told apart by them."""
    build = Builder()
    build.person("maren")
    build.node(
        "start",
        text=(Words("Weather,", emphasis=True), Words(" say her hands."), Speech("maren"), Words("Look.")),
    )
    shown: list[str] = []
    lines = iter(("quit",))
    play_in_terminal(build.story(), Store(tmp_path), Settings(), lambda _prompt: next(lines), shown.append)
    assert "*Weather,* say her hands." in shown
    assert "Maren: Look." in shown


def test_when_nobody_reads_any_more_the_run_is_saved(tmp_path: Path) -> None:
    def write(_words: str) -> None:
        raise BrokenPipeError

    play_in_terminal(village(), Store(tmp_path), Settings(), input, write)
    assert Store(tmp_path).read(AUTO)[0]["node"] == "start"


def test_an_interrupt_ends_it_cleanly(tmp_path: Path) -> None:
    def read(_prompt: str) -> str:
        raise KeyboardInterrupt

    sink: Callable[[str], None] = lambda _words: None  # noqa: E731 - shorter than a function
    play_in_terminal(village(), Store(tmp_path), Settings(), read, sink)
    assert Store(tmp_path).read(AUTO)[0]["node"] == "start"


def test_a_sound_is_written_out() -> None:
    knock = Block(
        BlockKind.SPEECH, (Run("Who is it?"),), "bram", "Bram", ((0, Cue(CueKind.SOUND, "knock_once")),)
    )
    assert spoken(knock) == "Bram: [one knock] Who is it?"
