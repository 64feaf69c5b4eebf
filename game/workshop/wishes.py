"""What somebody wants to be so, as a condition says it: `hush=3`, `trust.bram >= 2`, `knows(kindling)=yes`.

A wish is read as the story's own conditions are, by the same grammar and with the same guesses; only `=` may
stand for `==`, as no wish can be taken for an effect. A story remembers no more visits and choices than its
own conditions ask for, so wishes come with a story that remembers what they ask for, too. It plays the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from game.diagnostics import Diagnostic, Passage
from game.diagnostics.diagnostic import Severity
from game.expression.asked import AskedGuard
from game.expression.bind import Binder, Scene
from game.expression.cell import Cell, CellKind
from game.expression.demand import demands_of_guard
from game.expression.parse import parse_guard
from game.expression.syntax import Guard
from game.expression.vocabulary import Vocabulary
from game.model.story import Story

MOST_COUNTED = 99
"""More visits than this are not counted for anybody."""
_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")


class WishError(Exception):
    """This cannot be asked for; the text is a sentence or two that say why."""


class Wishes(NamedTuple):
    """Wishes that make sense, and a story that remembers what they ask for."""

    story: Story
    guards: Mapping[str, Guard]
    """What is asked for, by how it was written."""


def read_wishes(texts: Iterable[str], story: Story, node: str) -> Wishes:
    """What somebody wants to be so at a node.

    Raises:
        WishError: one of the wishes is no condition, or names something unknown, or can never hold.
    """
    vocabulary = _vocabulary(story)
    read = {text: _parsed(text) for text in texts}
    demands: dict[str, int] = {}
    for text, (asked, _) in read.items():
        for name, high in demands_of_guard(asked, node, vocabulary):
            if high > MOST_COUNTED:
                raise WishError(_refusal(text, f"No more than {MOST_COUNTED} visits can be counted."))
            demands[name] = max(high, demands.get(name, 0))
    remembering = _remembering(story, demands)
    present = {presence.person: presence.guard for presence in story.nodes[node].presences}
    guards = {}
    for text, (asked, passage) in read.items():
        binder = Binder(vocabulary, remembering.cells, remembering.cell_index)
        guards[text] = binder.guard(asked, passage, Scene(node, present))
        for finding in binder.found:
            if finding.severity is Severity.ERROR:
                raise WishError(_refusal(text, _told(finding)))
    return Wishes(remembering, guards)


def _parsed(text: str) -> tuple[AskedGuard, Passage]:
    passage = Passage("--with", _EQUALS.sub("==", text), 1, 1)
    found: list[Diagnostic] = []
    asked = parse_guard(passage, 0, len(passage.text), found) if text.strip() else None
    if asked is None:
        raise WishError(_refusal(text, next(map(_told, found), "It is empty. Write for example `hush=3`.")))
    return asked, passage


def _told(finding: Diagnostic) -> str:
    """What is wrong, and what may have been meant; the other cures are for those who write a story."""
    guessed = finding.help.startswith("Did you mean")
    return f"{finding.message} {finding.help}" if guessed else finding.message


def _refusal(text: str, reason: str) -> str:
    return f"'{text}' cannot be asked for. {reason}"


def _remembering(story: Story, demands: Mapping[str, int]) -> Story:
    """The story, with a cell for everything that is asked for, which counts as far as is asked."""
    cells, index = list(story.cells), dict(story.cell_index)
    for name, high in demands.items():
        kind = CellKind.NUMBER if name.startswith("visits(") else CellKind.YES_NO
        position = index.setdefault(name, len(cells))
        if position == len(cells):
            cells.append(Cell(name, kind, 0, high, 0))
        cells[position] = replace(cells[position], high=max(high, cells[position].high))
    nodes = {
        name: replace(
            node,
            visits=index.get(f"visits({name})"),
            choices=tuple(
                replace(choice, taken=index.get(f"taken({name}/{choice.key})", choice.taken))
                for choice in node.choices
            ),
        )
        for name, node in story.nodes.items()
    }
    return replace(
        story, cells=tuple(cells), cell_index=MappingProxyType(index), nodes=MappingProxyType(nodes)
    )


def _vocabulary(story: Story) -> Vocabulary:
    """All names of a story that was linked."""
    keys = [f"{node.id}/{choice.key}" for node in story.nodes.values() for choice in node.choices]
    return Vocabulary(
        facts={cell.name: cell for cell in story.cells if "(" not in cell.name},
        songs={song: f"rests({song})" in story.cell_index for song in story.songs},
        people={person: f"motif({person})" in story.cell_index for person in story.people},
        nodes={**{name: name for name in story.nodes}, **story.node_aliases},
        choices={**{key: key for key in keys}, **story.choice_aliases},
        ties=frozenset(_ties(story)),
    )


def _ties(story: Story) -> Iterator[tuple[str, str]]:
    for cell in story.cells:
        if cell.name.startswith("tie("):
            one, _, other = cell.name[4:-1].partition(",")
            yield one, other
