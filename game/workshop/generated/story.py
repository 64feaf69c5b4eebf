"""A whole generated story: how many chapters, what is planted where, and how it ends."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from game.workshop.generated.chapter import LATE, Chapter
from game.workshop.generated.faults import PLANTS, Plant, Truth
from game.workshop.generated.pages import chapter, world
from game.workshop.generated.plot import FIRST_TRUST, MOST_HUSH, PEOPLE, SONGS, Draft, Plot
from game.workshop.generated.runs import Condition, at_least, at_most, both, is_so

_PAGES = 40
"""How many nodes a chapter has."""
_TRUST, _SONG, _HUSH = 0.6, 0.4, 0.3
"""How often an ending asks for somebody's trust, a song, the quiet."""
_NODES_A_SET = 1000
"""How many nodes there are for every set of plants."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What is true of a generated story, and so what a proof must say; of all else, that it can happen."""

    unreachable: frozenset[str]
    """The nodes that nobody can arrive at."""
    unselectable: frozenset[str]
    """The choices that nobody can take, by `node/key`; those of unreachable nodes too."""
    stuck: frozenset[str]
    """The nodes where the last ending is lost, as `Findings.stuck` names them."""
    lost: frozenset[str]
    """All nodes at which a run may stand that has no ending any more."""
    dead_ends: frozenset[str]
    """The nodes where it may be that no choice is open."""
    hard: frozenset[str]
    """Nodes that can be reached, though it looks as if they could not."""


@dataclass(frozen=True, slots=True)
class Generated:
    """A story as its author would have written it, and what is true of it."""

    files: Mapping[str, str]
    """Texts by their paths: `world.yaml`, and one file for every chapter."""
    nodes: int
    expected: Expected

    def write(self, folder: Path) -> None:
        """Write the files into a folder, which is made if need be."""
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def generated(
    nodes: int, seed: int = 1, *, plants: Collection[str] = tuple(PLANTS), words: int = 100
) -> Generated:
    """Give a story of so many nodes (a small one may have some more), the same for the same arguments.

    `plants` are the faults in it, every kind of them once for each thousand nodes; `words` is how long about
    the text of a node is.
    """
    plot = Plot(seed)
    endings = plot.dice.randint(8, 12) if nodes >= 3 * _PAGES else 2
    sets = max(1, nodes // _NODES_A_SET)
    planted = sets * sum(PLANTS[name][0] for name in plants)
    room = nodes - planted - endings - 2
    count = max(1, room // _PAGES)
    before: Draft | None = None
    for number in range(count):
        size = room * (number + 1) // count - room * number // count
        song = SONGS[number] if number < len(SONGS) else None
        one = Chapter(plot, number, size, LATE / (6 * count), song)
        if before:
            plot.way(before, one.first)
        before = one.write()
    truth = _plant(plot, plants, sets)
    _end(plot, plot.spots[-1].last, count, endings)
    return Generated(_files(plot, seed, words), len(plot.nodes), _expected(truth))


def _plant(plot: Plot, plants: Collection[str], sets: int) -> Truth:
    truth = Truth()
    for number in range(sets):
        for name in plants:
            PLANTS[name][1](Plant(plot, plot.dice.choice(plot.spots), f"x{number}.{name}", truth))
    return truth


def _end(plot: Plot, before: Draft, chapter_number: int, endings: int) -> None:
    """The last node asks for what became true on the long way there, some of it long ago."""
    finale = plot.node("finale", chapter_number, plot.runs)
    plot.way(before, finale.id)
    for number in range(endings):
        page = plot.node(f"end{number}", chapter_number)
        page.ending = f"ending{number}"
        plot.endings.append(page.ending)
        plot.way(finale, page.id, _deserved(plot))
    page = plot.node("end.plain", chapter_number)
    page.ending = "plain"
    plot.endings.append(page.ending)
    plot.way(finale, page.id)


def _deserved(plot: Plot) -> Condition:
    """Ask for much of what is true at the end of one of the runs."""
    dice, run = plot.dice, plot.dice.choice(plot.runs)
    flags = [name for name in (plot.late or plot.spots[-1].asides) if run.get(name)]
    asked = [is_so(name) for name in dice.sample(flags, min(len(flags), dice.randint(1, 3)))]
    trusted = [f"trust.{person}" for person in PEOPLE if run[f"trust.{person}"] > FIRST_TRUST]
    if trusted and dice.random() < _TRUST:
        name = dice.choice(trusted)
        asked.append(at_least(name, run[name]))
    known = [song for song in plot.songs if run.get(f"knows({song})")]
    if known and dice.random() < _SONG:
        asked.append(is_so(f"knows({dice.choice(known)})"))
    if not asked or dice.random() < _HUSH:
        hush = run.get("hush", 0)
        asked.append(at_least("hush", hush) if hush > MOST_HUSH // 2 else at_most("hush", hush))
    return both(*asked)


def _files(plot: Plot, seed: int, words: int) -> dict[str, str]:
    files = {"world.yaml": world(plot, "c0.start", seed)}
    drafts = sorted(plot.nodes.values(), key=lambda draft: draft.chapter)
    for number, group in groupby(drafts, key=lambda draft: draft.chapter):
        files[f"chapters/c{number:04}.yaml"] = chapter(number, group, seed, words)
    return files


def _expected(truth: Truth) -> Expected:
    return Expected(
        frozenset(truth.unreachable),
        frozenset(truth.unselectable),
        frozenset(truth.stuck),
        frozenset(truth.lost),
        frozenset(truth.dead_ends),
        frozenset(truth.hard),
    )
