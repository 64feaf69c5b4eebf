"""Walks: recorded choices with what they should show, as writers read and write them.

`> hollow.roof/climb`, `> sing kindling invite`, `> draw 1`   does this
`? He has been telling them`                                  what was shown since must say this
`# …`                                                         is for the reader

How the words are broken into lines does not matter, nor do empty lines, nor whether quotes are curly.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.model.story import Story
from game.play import History, Refused
from game.play.action import parse
from game.play.step import begin
from game.view.block import Block
from game.view.page import transcript

_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Replayed:
    """How a walk went."""

    name: str
    """What the walk is called: its file."""
    history: History
    difference: str = ""
    """What differed first, with its place; empty if nothing did."""

    @property
    def ok(self) -> bool:
        """Whether the walk went as it was written."""
        return not self.difference

    @property
    def message(self) -> str:
        """How it went, in a sentence."""
        if self.difference:
            return self.difference
        end = f"the ending '{self.ending}'" if self.ending else f"'{self.history.state.node}'"
        return f"{self.name}: as written, {len(self.nodes)} turns and {self.words:,} words to {end}."

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything that a player would have read."""
        return transcript(self.history.story, self.history)

    @property
    def transcript(self) -> str:
        """The same as plain text, an empty line between two paragraphs."""
        return "\n\n".join(f"{block.label}: {block.text}".removeprefix(": ") for block in self.blocks)

    @property
    def nodes(self) -> tuple[str, ...]:
        """Where each turn ended."""
        return tuple(entry.node for entry in self.history.trail)

    @property
    def words(self) -> int:
        """How many words a player would have read."""
        return sum(len(block.text.split()) for block in self.blocks)

    @property
    def ending(self) -> str | None:
        """The ending that was reached, if one was."""
        return self.history.state.ending


def replay(story: Story, path: Path) -> Replayed:
    """Replay the walk in a file, up to the first difference."""
    history = History(story, 0, begin(story))
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return Replayed(str(path), history, f"{path}: The walk cannot be read.")
    return replay_lines(story, lines, str(path))


def replay_lines(story: Story, lines: list[str], name: str) -> Replayed:
    """Replay a walk, up to the first difference; `name` is what messages call it."""
    history = History(story, 0, begin(story))
    before: History | None = None
    for number, line in enumerate(lines, 1):
        sign, words = line.strip()[:1], " ".join(line.strip()[1:].split())
        message = ""
        if sign == ">":
            after = _acted(history, words)
            if isinstance(after, History):
                before, history = history, after
            else:
                message = after
        elif sign == "?":
            message = _compared(_shown_since(before, history), words)
        elif sign not in ("", "#"):
            message = "A line of a walk begins with '>', '?' or '#'."
        if message:
            return Replayed(name, history, f"{name}:{number}: {message}")
    return Replayed(name, history)


def _shown_since(before: History | None, history: History) -> tuple[Block, ...]:
    told = 0 if before is None else len(transcript(before.story, before))
    return transcript(history.story, history)[told:]


def _acted(history: History, words: str) -> History | str:
    """The run after the action, or why it cannot be done."""
    action = parse(words, history.state)
    if action is not None:
        try:
            return history.take(action)
        except Refused as refusal:
            return f"'{words}' cannot be done: {refusal} {_possible(history)}"
    return f"'{words}' means nothing here. {_possible(history)}"


def _possible(history: History) -> str:
    """What can be done instead."""
    state = history.state
    if state.draw:
        return f"A draw is asked for: '> draw 0' to '> draw {len(state.draw) - 1}'."
    if state.ending is not None:
        return f"The run has ended with '{state.ending}'."
    ways = [f"{state.node}/{offer.choice.key}" for offer in history.offers.choices if offer.open]
    ways += [f"sing {offer.song} {way}" for offer in history.offers.songs for way in offer.ways]
    return f"You are at '{state.node}', where these are open: {', '.join(ways) or 'none'}."


def _compared(shown: tuple[Block, ...], words: str) -> str:
    """Why what was shown does not say these words; empty if it does."""
    said = [" ".join(f"{block.label}: {block.text}".removeprefix(": ").split()) for block in shown]
    if any(words.translate(_PLAIN) in one.translate(_PLAIN) for one in said):
        return ""
    listed = "".join(f"\n    {one}" for one in said)
    return f"Nothing that was shown says '{words}'. What was shown:{listed or ' nothing'}"
