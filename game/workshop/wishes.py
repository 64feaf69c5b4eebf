"""What somebody wants to be so, as a condition says it: `hush=3`, `trust.bram >= 2`, `knows(kindling)=yes`.

A wish is read as the story's own conditions are, by the same grammar and with the same guesses; only `=` may
stand for `==`, as no wish can be taken for an effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.diagnostics import Diagnostic, Passage
from game.diagnostics.diagnostic import Severity
from game.expression.bind import Binder, Scene
from game.expression.cell import Cell, CellKind
from game.expression.demand import demands_of_guard
from game.expression.parse import parse_guard
from game.expression.syntax import Guard
from game.expression.vocabulary import Vocabulary
from game.model.story import Story

_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")


class WishError(Exception):
    """This cannot be asked for; the text is a sentence or two that say why."""


def wish(text: str, story: Story, node: str) -> Guard:
    """The condition that somebody wants to hold at a node.

    Raises:
        WishError: it is no condition, names something unknown, can never hold, or asks for something that the
            story does not remember, because nothing in it asks for that.
    """
    passage = Passage("--with", _EQUALS.sub("==", text), 1, 1)
    found: list[Diagnostic] = []
    asked = parse_guard(passage, 0, len(passage.text), found) if text.strip() else None
    if asked is None:
        raise WishError(next(map(_told, found), "It is empty. Write for example `hush=3`."))
    vocabulary = _vocabulary(story)
    demands = list(demands_of_guard(asked, node, vocabulary))
    # What nothing asks for has no cell. It gets one for now, so that its names are looked up all the same.
    missing = dict.fromkeys(name for name, _ in demands if name not in story.cell_index)
    cells = (*story.cells, *map(_cell, missing))
    index = {cell.name: position for position, cell in enumerate(cells)}
    present = {presence.person: presence.guard for presence in story.nodes[node].presences}
    guard = Binder(vocabulary, cells, index, found).guard(asked, passage, Scene(node, present))
    for one in found:
        if one.severity is Severity.ERROR:
            raise WishError(_told(one))
    for name, high in demands:
        if name in missing:
            raise WishError(f"Nothing in the story asks for {name}, so it is not remembered.")
        if high > story.cells[story.cell_index[name]].high:
            raise WishError(f"Nothing in the story asks for so many {name}, so they are not counted so far.")
    return guard


def _cell(name: str) -> Cell:
    return Cell(name, CellKind.NUMBER if name.startswith("visits(") else CellKind.YES_NO, 0, 1, 0)


def _told(finding: Diagnostic) -> str:
    return f"{finding.message} {finding.help}".strip()


def _vocabulary(story: Story) -> Vocabulary:
    """All names of a story that was linked."""
    keys = {f"{node.id}/{choice.key}" for node in story.nodes.values() for choice in node.choices}
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
