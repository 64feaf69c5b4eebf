"""From all that was met to what is true: what can happen, by which walk, and where players get stuck."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from game.model.song import Song
from game.model.song import Way as SongWay
from game.model.story import Story
from game.play.action import Choose, word
from game.verify.compiled import Way
from game.verify.explore import MOST_STATES, Exploration, explored
from game.verify.findings import Finding, Findings, Stuck, Verdict, Witness

SHARE_OF_ALL = 0.75
"""What part of the budget goes into meeting every state."""
MOST_AT_A_SPOT = 24
"""How many states a spot has in the search that gets far, where there is no meeting them all."""


def explore(
    story: Story,
    budget: float,
    clock: Callable[[], float],
    most_states: int = MOST_STATES,
    tell: Callable[[int], object] = lambda _states: None,
) -> Findings:
    """Find out everything about a story, within so many seconds of the clock that is given.

    Where not every state can be met, walks that need not be shortest are looked for to what is then unknown.
    `tell` is called now and then with the number of states met so far.
    """
    until = clock() + budget
    exact = findings(explored(story, budget * SHARE_OF_ALL, clock, most_states, tell))
    if exact.complete:
        return exact
    far = explored(story, until - clock(), clock, most_states, tell, MOST_AT_A_SPOT)
    return _joined(exact, findings(far))


def findings(found: Exploration) -> Findings:
    """What an exploration shows."""
    machine, story = found.machine, found.machine.story
    first_at: dict[int, int] = {}
    for number, (spot, _, _) in enumerate(found.states):
        first_at.setdefault(spot, number)
    endings: dict[str, int] = {}
    for spot, number in first_at.items():  # in the order in which they were met, so the first is the nearest
        ending = machine.spots[spot].ending
        if ending is not None:
            endings.setdefault(ending, number)
    choices: dict[str, Way] = {}
    answers: dict[str, Way] = {}
    for node, spot in machine.shown.items():
        for way in found.ways[spot]:
            if way.move.song is not None:
                answers[f"{node}/{' '.join(way.move.song)}"] = way
            elif not story.nodes[node].chances and way.move.word is not None:
                choices[way.move.word] = way
    written = [word(Choose(choice.key), node.id) for node in story.nodes.values() for choice in node.choices]
    return Findings(
        {node: _arrival(found, first_at.get(spot)) for node, spot in machine.entry.items()},
        {name: _earliest(found, [choices[name]] if name in choices else []) for name in written},
        {name: _earliest(found, [way]) for name, way in answers.items()},
        {name: _arrival(found, endings.get(name)) for name in story.endings},
        {song.id: _song(found, song) for song in story.songs.values()},
        stuck(found),
        frozenset(
            name for name, way in choices.items() if way.first is not None and not (found.left or way.refused)
        ),
        frozenset(_never_followed(found)),
        len(found.states),
        not found.left,
    )


def _joined(exact: Findings, far: Findings) -> Findings:
    """What either search has met; nothing is a no."""

    def better(one: Mapping[str, Finding], other: Mapping[str, Finding]) -> dict[str, Finding]:
        return {name: one[name] if one[name].verdict is Verdict.YES else other[name] for name in one}

    songs = {
        song: {
            about: other if one and one.verdict is not Verdict.YES else one
            for (about, one), other in zip(exact.songs[song].items(), far.songs[song].values(), strict=True)
        }
        for song in exact.songs
    }
    return replace(
        exact,
        nodes=better(exact.nodes, far.nodes),
        choices=better(exact.choices, far.choices),
        ways=better(exact.ways, far.ways),
        endings=better(exact.endings, far.endings),
        songs=songs,
        states=exact.states + far.states,
    )


def walk(found: Exploration, number: int) -> Witness:
    """A shortest walk to a state."""
    steps: list[str] = []
    while number >= 0:
        way = found.led[number]
        if way is not None and way.move.word is not None:
            steps.append(way.move.word)
        number = found.parents[number]
    return tuple(reversed(steps))


def stuck(found: Exploration) -> tuple[Stuck, ...]:
    """Where every ending is lost: the first such state at each node whose own past still had one.

    A state that was not followed may lead anywhere, so it counts as saved.
    """
    spots = found.machine.spots
    saved = bytearray(spots[spot].ending is not None for spot, _, _ in found.states)
    for number in found.left:
        saved[number] = 1
    growing = True
    while growing:  # the latest first: most ways lead on, so a few rounds are enough
        growing = False
        for source, target in zip(reversed(found.sources), reversed(found.targets), strict=True):
            if saved[target] and not saved[source]:
                saved[source] = 1
                growing = True
    lost: dict[str, Stuck] = {}
    for number, (spot, _, _) in enumerate(found.states):
        before = found.parents[number]
        if not saved[number] and (before < 0 or saved[before]) and spots[spot].node not in lost:
            steps = walk(found, number)
            lost[spots[spot].node] = Stuck(spots[spot].node, steps, steps[-1] if steps else "")
    return tuple(lost.values())


def _never_followed(found: Exploration) -> Iterator[tuple[str, int]]:
    for node in found.machine.story.nodes.values():
        for number, way in enumerate(found.ways[found.machine.entry[node.id]][: len(node.redirects)]):
            if node.redirects and way.first is None and not found.left:
                yield node.id, number


def _arrival(found: Exploration, number: int | None) -> Finding:
    return _not_met(found) if number is None else Finding(Verdict.YES, walk(found, number))


def _earliest(found: Exploration, ways: Iterable[Way]) -> Finding:
    """Whether one of these ways can be taken, by the shortest walk that takes one."""
    walks = [
        (*walk(found, way.first), *((way.move.word,) if way.move.word else ()))
        for way in ways
        if way.first is not None
    ]
    return Finding(Verdict.YES, min(walks, key=len)) if walks else _not_met(found)


def _not_met(found: Exploration) -> Finding:
    return Finding(Verdict.UNKNOWN if found.left else Verdict.NO)


def _song(found: Exploration, song: Song) -> dict[str, Finding | None]:
    """What can become of a song; None for what it does not have."""
    about: dict[str, Finding | None] = {
        "learned": _known(found, song.knows),
        "rests": None if song.rests is None else _known(found, song.rests),
        "leaf": None if song.leaf is None else _known(found, song.leaf),
    }
    for way in SongWay:
        fits = (way is SongWay.SHARE) == song.small
        sung = [one for ways in found.ways for one in ways if one.move.song == (song.id, way.value)]
        about[way.value] = _earliest(found, sung) if fits else None
    return about


def _known(found: Exploration, cell: int) -> Finding:
    """Whether a yes/no cell can become yes."""
    story: Story = found.machine.story
    first = found.machine.first.tables.get(cell)
    if story.cells[cell].start or (first is not None and first[0]):
        return Finding(Verdict.YES)
    teaching = [
        way for ways in found.ways for way in ways if cell in way.move.tables and way.move.tables[cell][0] > 0
    ]
    return _earliest(found, teaching)
