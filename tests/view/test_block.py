"""Prose as it is shown."""

from __future__ import annotations

from game.expression.syntax import ALWAYS, NEVER
from game.model.person import Person
from game.model.text import (
    Branch,
    Cue,
    CueKind,
    ParagraphBreak,
    Pick,
    Speech,
    Text,
    Value,
    Words,
)
from game.view.block import Block, BlockKind, Moment, Run, blocks, person_name, runs, value_word
from tests.builder import Builder, words


def moment(build: Builder | None = None, *, seed: int = 1, visit: int = 1) -> Moment:
    build = build or Builder()
    build.person("bram")
    build.node("start")
    story = build.story()
    return Moment(story, tuple(cell.start for cell in story.cells), seed, "start", visit)


def shown(text: Text, at: Moment | None = None) -> list[str]:
    return [block.text for block in blocks(text, at or moment())]


def test_paragraphs_and_speech() -> None:
    text = (Words("It rains."), Speech("bram"), Words("Cold?"), ParagraphBreak(), Words("It is."))
    assert blocks(text, moment()) == (
        Block(BlockKind.PROSE, (Run("It rains."),), place="here"),
        Block(BlockKind.SPEECH, (Run("Cold?"),), "bram", "Bram", place="here"),
        Block(BlockKind.PROSE, (Run("It is."),), place="here"),
    )


def test_speech_may_have_another_label_or_none() -> None:
    text = (Speech("bram", "The ladder"), Words("Up here."), Speech("bram", ""), Words("Here."))
    assert [block.label for block in blocks(text, moment())] == ["The ladder", ""]


def test_a_person_is_called_by_the_first_name_that_holds() -> None:
    person = Person(
        "ilse", "Ilse", names=((NEVER, "nobody"), (ALWAYS, "the page-turner"), (ALWAYS, "another"))
    )
    assert person_name(person, ()) == "the page-turner"
    assert person_name(Person("ilse", "Ilse"), ()) == "Ilse"


def test_empty_paragraphs_are_left_out_and_blanks_meet_as_one() -> None:
    text = (
        ParagraphBreak(),
        Words("You know "),
        Branch(((NEVER, words("it ")),)),
        Words(" every rung. "),
        ParagraphBreak(),
        Words(" "),
        ParagraphBreak(),
    )
    assert shown(text) == ["You know every rung."]


def test_emphasis_makes_runs_of_its_own() -> None:
    text = (
        Words("It is "),
        Words("cold", emphasis=True),
        Words(" and "),
        Words("wet."),
        Words(" ", emphasis=True),
    )
    assert blocks(text, moment())[0].runs == (Run("It is "), Run("cold", emphasis=True), Run(" and wet."))


def test_the_first_branch_that_holds_is_shown() -> None:
    text = (Branch(((NEVER, words("no")), (ALWAYS, words("yes")), (ALWAYS, words("late")))),)
    assert shown(text) == ["yes"]


def test_a_branch_may_hold_paragraphs() -> None:
    inner = (Words("One."), ParagraphBreak(), Speech("bram"), Words("Two."))
    assert shown((Branch(((ALWAYS, inner),)),)) == ["One.", "Two."]


def test_values_are_written_as_their_author_would() -> None:
    build = Builder()
    build.cell("mood", start=1, options=("found", "lost"))
    build.cell("hush", 7, start=4)
    build.cell("rung", start=1)
    text = (Value(0), Words(" "), Value(1), Words(" "), Value(2))
    assert shown(text, moment(build)) == ["lost 4 yes"]
    assert value_word(build.cells[2], 0) == "no"


OPTIONS = tuple(words(word) for word in ("one", "two", "three"))


def test_a_pick_goes_round_visit_by_visit() -> None:
    seen = [shown((Pick(1, OPTIONS),), moment(visit=visit))[0] for visit in range(1, 7)]
    assert seen[:3] == seen[3:]
    assert set(seen) == {"one", "two", "three"}


def test_a_pick_is_the_same_whenever_it_is_shown_again() -> None:
    assert shown((Pick(1, OPTIONS),), moment()) == shown((Pick(1, OPTIONS),), moment())


def test_seeds_and_sites_begin_a_pick_at_different_options() -> None:
    assert len({shown((Pick(1, OPTIONS),), moment(seed=seed))[0] for seed in range(20)}) == 3
    assert len({shown((Pick(site, OPTIONS),), moment())[0] for site in range(20)}) == 3


def test_a_pick_whose_last_repeats_keeps_the_author_s_order() -> None:
    pick = Pick(1, OPTIONS, last_repeats=True)
    assert [shown((pick,), moment(visit=visit))[0] for visit in (1, 2, 3, 4, 9)] == [
        "one",
        "two",
        "three",
        "three",
        "three",
    ]


PAUSE = Cue(CueKind.PAUSE)
BELL = Cue(CueKind.SOUND, "bell")


def test_cues_stand_where_the_reveal_meets_them() -> None:
    (block,) = blocks((PAUSE, Words("It rings."), BELL, Words(" Twice. "), PAUSE), moment())
    assert block.cues == ((0, PAUSE), (9, BELL), (16, PAUSE))


def test_cues_without_words_wait_for_the_next_paragraph_or_stay_with_the_last() -> None:
    text = (BELL, ParagraphBreak(), Words("One."), ParagraphBreak(), PAUSE)
    (block,) = blocks(text, moment())
    assert block.cues == ((0, BELL), (4, PAUSE))


def test_a_text_of_cues_alone_is_an_empty_block() -> None:
    assert blocks((BELL,), moment()) == (Block(BlockKind.PROSE, (), cues=((0, BELL),), place="here"),)


def test_labels_are_runs() -> None:
    assert runs((Words("Put your hand on "), Words("it", emphasis=True)), moment()) == (
        Run("Put your hand on "),
        Run("it", emphasis=True),
    )


def test_a_block_s_key_tells_what_it_says_and_not_where() -> None:
    one = Block(BlockKind.PROSE, (Run("It rains."),), place="here")
    other = Block(BlockKind.PROSE, (Run("It "), Run("rains.", emphasis=True)), place="there")
    assert one.key == other.key
    assert len(one.key) == 16
    assert one.key != Block(BlockKind.SPEECH, (Run("It rains."),), "bram").key
