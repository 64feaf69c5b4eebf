"""Prose as a tree: words, and the few things that prose can do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.expression.syntax import Guard


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words of one paragraph, already with curly quotes and dashes; a single blank joins lines."""

    text: str
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphBreak:
    """The next words begin a paragraph of the narrator's."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The next words begin a paragraph that this person speaks.

    `label` is the name to show: None for the person's own, "" for none at all.
    """

    person: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """`{if}…{else}…{end}`: the first case whose guard holds is shown, else nothing."""

    cases: tuple[tuple[Guard, Text], ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """`{pick}a|b|c{end}`: one option, decided by seed, node, visit and site."""

    site: int
    options: tuple[Text, ...]
    last_repeats: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """`{fact}`: the cell's present value, as the author would write it."""

    cell: int


class CueKind(StrEnum):
    """What prose can do to the picture and the sound as it is revealed."""

    ENTER = "enter"
    LEAVE = "leave"
    SHOW = "show"
    PAUSE = "pause"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Cue:
    """Something that happens on stage when the reveal arrives here.

    `name` is a person's id, or a sound's name; `look` holds pose and expression words, if any.
    """

    kind: CueKind
    name: str = ""
    look: tuple[str, ...] = ()


Piece = Words | ParagraphBreak | Speech | Branch | Pick | Value | Cue
Text = tuple[Piece, ...]
