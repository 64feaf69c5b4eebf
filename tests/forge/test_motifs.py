"""The motifs keep their rules, and the game's story sings what the table says."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import pytest

from assets.forge.music.motif import FORMS, Motifs, Step, form, load
from assets.forge.music.rules import KIN, broken, likeness, too_alike

MOTIFS = load()
LEGENDS = [ident for ident, motif in MOTIFS.items() if motif.kind == "legend"]


def _with(ident: str, **changes: object) -> Motifs:
    return {**MOTIFS, ident: replace(MOTIFS[ident], **changes)}  # type: ignore[arg-type]


def _length(steps: list[Step]) -> Fraction:
    return sum((beats for _, beats in steps), Fraction(0))


def _sounding(steps: list[Step]) -> list[tuple[Fraction, Fraction]]:
    ends = list(itertools.accumulate(beats for _, beats in steps))
    return [(end - beats, end) for (step, beats), end in zip(steps, ends, strict=True) if step is not None]


def test_every_rule_is_kept() -> None:
    assert broken(MOTIFS) == []


def test_no_two_motifs_are_alike_but_those_that_are_kin() -> None:
    assert too_alike(MOTIFS) == []
    (kin,) = KIN
    assert likeness(MOTIFS[kin[0]], MOTIFS[kin[1]]) > 0.7
    assert likeness(MOTIFS["pull"], MOTIFS["pull"]) == 1.0


@pytest.mark.parametrize(
    ("ident", "changes", "said"),
    [
        ("kindling", {"degrees": (1, 5, 6, 5, 3, 2, 4, 8)}, "no rest between a 2 and a 5"),
        ("windlace", {"degrees": (5, 6, 8, 11, 5, 4, 7, 9, 8)}, "nine strings"),
        ("tidecall", {"rests": MOTIFS["tidecall"].rests[:1]}, "two or three rests"),
        ("pull", {"degrees": (1, 1, 8, 6, 6, 5, 4, 1)}, "Bram's three notes"),
        ("round", {"degrees": (1, 2, 3, 5, 8, 7, 6, 4)}, "clash"),
        ("lullaby", {"degrees": (2, 3, 1, 2, 1)}, "backwards"),
        ("ysolt", {"degrees": (1, 3, 2, 2)}, "last wave"),
        ("severin", {"rhythm": (Fraction(8),)}, "first call"),
        ("lysandra", {"degrees": (5, 7, 8, 5, 6)}, "upside down"),
        ("wren", {"rhythm": (Fraction(1),) * 4}, "same as knock"),
        ("nightveil", {"degrees": (8, 7, 5, 5, 2, 4, 3, 2, 1)}, "heartsong: nothing of nightveil"),
    ],
)
def test_a_broken_rule_is_found(ident: str, changes: dict[str, object], said: str) -> None:
    assert any(said in fault for fault in broken(_with(ident, **changes)))


def test_an_answer_that_leads_nowhere_is_found() -> None:
    rests = MOTIFS["kindling"].rests
    lost = (replace(rests[0], answer=(8, 6, 5, 9)), rests[1])
    assert any("lead back" in fault for fault in broken(_with("kindling", rests=lost)))
    long = (replace(rests[0], beats=Fraction(2)), rests[1])
    assert any("does not fit" in fault for fault in broken(_with("kindling", rests=long)))


@pytest.mark.parametrize("ident", LEGENDS)
def test_call_and_answer_are_as_long_and_never_talk_over_each_other(ident: str) -> None:
    call, answer = form(MOTIFS, ident, "call"), form(MOTIFS, ident, "answer")
    assert _length(call) == _length(answer)
    for (start, end), (other_start, other_end) in itertools.product(_sounding(call), _sounding(answer)):
        assert min(end, other_end) - max(start, other_start) <= Fraction(1, 2)


@pytest.mark.parametrize("ident", LEGENDS)
def test_a_command_is_even_and_keeps_what_it_stole(ident: str) -> None:
    command = form(MOTIFS, ident, "command")
    stolen = sum(rest.beats for rest in MOTIFS[ident].rests)
    assert {beats for _, beats in command[:-1]} == {1}
    assert command[-1][1] == 1 + stolen
    assert [step for step, _ in command] == list(MOTIFS[ident].degrees)


def test_backwards_and_upside_down() -> None:
    lullaby = MOTIFS["lullaby"]
    assert form(MOTIFS, "lullaby", "retro") == lullaby.steps[::-1]
    assert [step for step, _ in form(MOTIFS, "lullaby", "inv")] == [2, 1, 3, 1, 3]
    assert form(MOTIFS, "lullaby") == lullaby.steps
    assert set(FORMS) == {"plain", "retro", "inv", "call", "answer", "command"}
