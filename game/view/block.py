"""Prose as it is to be shown: an author's tree of text, resolved at one moment, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from game.expression.evaluate import holds
from game.model.person import Person
from game.model.story import Cell, CellKind, Story
from game.model.text import Branch, Cue, ParagraphBreak, Pick, Speech, Text, Value, Words
from game.play.chance import name_number, splitmix64

Values = tuple[int, ...]


class BlockKind(StrEnum):
    """What a paragraph of the transcript is."""

    PROSE = "prose"
    """The narrator's words."""
    SPEECH = "speech"
    """A person's words."""
    TAKEN = "taken"
    """The choice that was taken."""
    SUNG = "sung"
    """The song that was sung, and how."""
    ASIDE = "aside"
    """The narrator's words in answer to a song."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one style."""

    text: str
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph to show."""

    kind: BlockKind
    runs: tuple[Run, ...]
    person: str | None = None
    """The id of who speaks; None for the narrator."""
    label: str = ""
    """The name to show over speech; empty for none."""
    cues: tuple[tuple[int, Cue], ...] = ()
    """What happens on stage when the reveal has shown so many characters of the block."""
    place: str = ""
    """The id of the place at which it was said."""

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)

    @property
    def key(self) -> str:
        """Sixteen hex digits for what it says, wherever it stands: texts seen are kept by them."""
        return f"{name_number('|'.join((self.kind, self.person or '', self.text))):016x}"


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where a text is shown: everything that what it says depends on."""

    story: Story
    values: Values
    seed: int
    node: str
    visit: int

    @property
    def place(self) -> str:
        """The id of the node's place."""
        return self.story.nodes[self.node].place


def person_name(person: Person, values: Values) -> str:
    """The name under which a person is known at present."""
    return next((name for guard, name in person.names if holds(guard, values)), person.name)


def value_word(cell: Cell, value: int) -> str:
    """A cell's value as its author would write it."""
    if cell.kind is CellKind.ONE_OF:
        return cell.words[value]
    return ("no", "yes")[value] if cell.kind is CellKind.YES_NO else str(value)


def runs(text: Text, moment: Moment) -> tuple[Run, ...]:
    """A text of one paragraph, such as a choice's label."""
    return tuple(run for block in blocks(text, moment) for run in block.runs)


def blocks(text: Text, moment: Moment, narrator: BlockKind = BlockKind.PROSE) -> tuple[Block, ...]:
    """The paragraphs of a text at a moment; the narrator's are of the kind given.

    Cues of a paragraph that has no words move to the start of the next one, or to the end of the last.
    """
    finished: list[Block] = []
    waiting: list[tuple[int, Cue]] = []
    paragraph = _Paragraph(narrator, None, "")
    for piece in _resolved(text, moment):
        match piece:
            case Words(words, emphasis):
                paragraph.add(words, emphasis)
            case Cue():
                paragraph.cues.append((paragraph.length, piece))
            case _:
                waiting = paragraph.close(finished, waiting, moment.place)
                paragraph = _begun(piece, narrator, moment)
    waiting = paragraph.close(finished, waiting, moment.place)
    if waiting:
        last = finished.pop() if finished else Block(narrator, (), place=moment.place)
        end = len(last.text)
        cues = (*last.cues, *((end, cue) for _, cue in waiting))
        finished.append(Block(last.kind, last.runs, last.person, last.label, cues, last.place))
    return tuple(finished)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is being put together."""

    kind: BlockKind
    person: str | None
    label: str
    words: list[Run] = field(default_factory=list)
    cues: list[tuple[int, Cue]] = field(default_factory=list)

    @property
    def length(self) -> int:
        return sum(len(run.text) for run in self.words)

    def add(self, text: str, emphasis: bool) -> None:  # noqa: FBT001 - as in Words
        """Add words; where two pieces both bring a blank, one of them goes."""
        if not self.words or self.words[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            return
        if self.words and self.words[-1].emphasis == emphasis:
            text = self.words.pop().text + text
        self.words.append(Run(text, emphasis))

    def close(
        self, finished: list[Block], waiting: list[tuple[int, Cue]], place: str
    ) -> list[tuple[int, Cue]]:
        """Add the paragraph to those finished; give the cues that still wait for words."""
        if self.words:
            last = self.words.pop()
            if last.text.rstrip(" "):
                self.words.append(Run(last.text.rstrip(" "), last.emphasis))
        if not self.words:
            return waiting + self.cues
        end = self.length
        cues = [(0, cue) for _, cue in waiting] + [(min(at, end), cue) for at, cue in self.cues]
        finished.append(Block(self.kind, tuple(self.words), self.person, self.label, tuple(cues), place))
        return []


def _begun(piece: ParagraphBreak | Speech, narrator: BlockKind, moment: Moment) -> _Paragraph:
    if isinstance(piece, ParagraphBreak):
        return _Paragraph(narrator, None, "")
    person = moment.story.people[piece.person]
    label = person_name(person, moment.values) if piece.label is None else piece.label
    return _Paragraph(BlockKind.SPEECH, piece.person, label)


def _resolved(text: Text, moment: Moment) -> Iterator[Words | ParagraphBreak | Speech | Cue]:
    """The text with every branch taken, every pick made and every value written out."""
    for piece in text:
        match piece:
            case Branch(cases):
                case = next((part for guard, part in cases if holds(guard, moment.values)), ())
                yield from _resolved(case, moment)
            case Pick():
                yield from _resolved(piece.options[picked(piece, moment)], moment)
            case Value(cell):
                yield Words(value_word(moment.story.cells[cell], moment.values[cell]))
            case _:
                yield piece


def picked(pick: Pick, moment: Moment) -> int:
    """Which option is shown: one further at every visit, from a place in the round that the seed decides.

    Where the last repeats, the options come in the author's order, and the last one stays.
    """
    count = len(pick.options)
    if pick.last_repeats:
        return min(moment.visit - 1, count - 1)
    start = splitmix64(moment.seed ^ name_number(moment.node), pick.site)
    return (start + moment.visit - 1) % count
