"""Cells by name: what a save calls them, in this version of the story and in earlier ones."""

from __future__ import annotations

from collections.abc import Iterable

from game.model.story import Cell, CellKind, Story

Named = dict[str, int | bool | str]
"""Values by the names of their cells."""


def named(story: Story, values: Iterable[tuple[int, int]]) -> Named:
    """Values with the positions of their cells, by name and as the author would write them."""
    return {story.cells[cell].name: _spoken(story.cells[cell], value) for cell, value in values}


def _spoken(cell: Cell, value: int) -> int | bool | str:
    if cell.kind is CellKind.YES_NO:
        return bool(value)
    return cell.words[value] if cell.kind is CellKind.ONE_OF else value


def heard(cell: Cell, value: object) -> int | None:
    """The number of a value in a save; None if the cell cannot have it any more."""
    if cell.kind is CellKind.ONE_OF:
        return cell.words.index(value) if isinstance(value, str) and value in cell.words else None
    return min(max(int(value), cell.low), cell.high) if isinstance(value, int) else None


def renamed(story: Story, name: str) -> str:
    """The name that a cell has now, where a node or choice in it was renamed."""
    if name.startswith("visits("):
        return f"visits({present_node(story, name[7:-1])})"
    if name.startswith("taken("):
        return f"taken({present_path(story, name[6:-1])})"
    return name


def present_node(story: Story, name: str) -> str:
    """The id that a node has now."""
    return story.node_aliases.get(name, name)


def present_path(story: Story, path: str) -> str:
    """A `node/key` by its present name; anything else as it is."""
    path = story.choice_aliases.get(path, path)
    node, slash, key = path.partition("/")
    path = f"{present_node(story, node)}{slash}{key}"
    return story.choice_aliases.get(path, path)


def changed(story: Story, values: tuple[int, ...], named: Named) -> tuple[int, ...]:
    """The values with the named ones put in their places; names that are not in the story are left out."""
    after = list(values)
    for name, value in named.items():
        cell = story.cell_index.get(renamed(story, name))
        number = None if cell is None else heard(story.cells[cell], value)
        if cell is not None and number is not None:
            after[cell] = number
    return tuple(after)
