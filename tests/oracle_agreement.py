"""Whether the game plays a story as the oracle does: at every moment the same offers and outcomes."""

from __future__ import annotations

import random
import re
from collections import deque
from collections.abc import Callable

from game.model.story import CellKind, Story
from game.play import Choose, History, Offers, Refused, Sing, State, begin, offers, step
from game.play.action import parse, word
from game.view.block import Block, BlockKind
from game.view.page import page
from tests.oracle import Moment, Tale
from tests.oracle_words import Value

Reading = Callable[[State, Moment], tuple[list[Value], list[Value]]]
WAYS = ("command", "invite", "share")


def assert_plays_alike(story: Story, tale: Tale, most: int) -> int:
    """Compare every moment that can be reached, at most so many; how many were compared."""
    reading = _reading(story, tale)
    state, (now, _) = begin(story).state, tale.begin()
    _assert_same(reading, state, now, "begin")
    met = {(state, now)}
    waiting = deque(met)
    while waiting and len(met) < most:
        state, now = waiting.popleft()
        _assert_same_offers(story, tale, state, now)
        for action in tale.actions(now):
            pair = _acted(story, tale, state, now, action)
            _assert_same(reading, *pair, action)
            if pair not in met:
                met.add(pair)
                waiting.append(pair)
    return len(met)


def _acted(story: Story, tale: Tale, state: State, now: Moment, action: str) -> tuple[State, Moment]:
    asked, acted = parse(action, state), tale.act(now, action)
    assert asked is not None
    assert acted is not None
    return step(story, state, asked).state, acted[0]


def _reading(story: Story, tale: Tale) -> Reading:
    """What both hold of everything that the game counts, in the words of authors."""
    rows: list[tuple[int, int, Callable[[int], Value], int | None]] = []
    for number, cell in enumerate(story.cells):
        slot, most = tale.slots.at[cell.name], None
        read: Callable[[int], Value] = int
        if cell.kind is CellKind.YES_NO:
            read = bool
        elif cell.kind is CellKind.ONE_OF:
            read = cell.words.__getitem__
        elif cell.name.startswith("visits("):
            most = min(cell.high, tale.caps[slot])
        rows.append((number, slot, read, most))
    assert set(tale.story.facts) <= {cell.name for cell in story.cells}

    def both(state: State, now: Moment) -> tuple[list[Value], list[Value]]:
        game: list[Value] = []
        oracle: list[Value] = []
        for number, slot, read, most in rows:
            held, other = read(state.values[number]), now.values[slot]
            game.append(held if most is None else min(int(held), most))
            oracle.append(other if most is None else min(int(other), most))
        return game, oracle

    return both


def _assert_same(reading: Reading, state: State, now: Moment, action: str) -> None:
    assert (state.node, state.ending or "", bool(state.draw)) == (now.node, now.ending, now.drawing), action
    assert now.ending or state.detours == now.callers, action
    game, oracle = reading(state, now)
    assert game == oracle, action


def _assert_same_offers(story: Story, tale: Tale, state: State, now: Moment) -> None:
    game, oracle = offers(story, state), tale.offered(now)
    assert len(state.draw) == oracle.draws
    assert {one.choice.key for one in game.choices if one.open} == set(oracle.open)
    assert {one.choice.key for one in game.choices if not one.open} == set(oracle.closed)
    assert {(one.song, str(way)) for one in game.songs for way in one.ways} == set(oracle.ways)
    can_sing = not now.ending and not now.drawing
    assert {one.song for one in game.songs} == (tale.hummed(now) if can_sing else set())
    for one in game.songs:
        assert step(story, state, Sing(one.song)).state == state
    _assert_refused(story, state, game)


def _assert_refused(story: Story, state: State, game: Offers) -> None:
    """What is not offered cannot be done."""
    node = story.nodes[state.node]
    refused = {choice.key for choice in node.choices} - {one.choice.key for one in game.choices if one.open}
    sung = {(one.song, way) for one in game.songs for way in one.ways}
    ways = {(song.song, one.way) for song in node.songs for one in song.ways} - sung
    for action in [*(Choose(key) for key in refused), *(Sing(*way) for way in ways)]:
        try:
            step(story, state, action)
        except Refused:
            continue
        raise AssertionError(action)


def assert_reads_alike(story: Story, tale: Tale, seed: int, length: int) -> int:
    """Compare what a random run shows: pages, answers, reasons; how many pages were compared."""
    dice = random.Random(seed)
    reading = _reading(story, tale)
    history = History.start(story, seed)
    now, happened = tale.begin()
    shown, entries = list(happened.told), 1
    for compared in range(length):
        for entry in history.trail[entries:]:
            assert entry.action is not None
            acted = tale.act(now, word(entry.action, now.node))
            assert acted is not None
            now, happened = acted
            shown = [*shown, *happened.told] if happened.answered else happened.told
        entries = len(history.trail)
        _assert_same(reading, history.state, now, "run")
        _assert_same_page(tale, history, now, shown)
        actions = tale.actions(now)
        if not actions:
            return compared + 1
        asked = parse(dice.choice(actions), history.state)
        assert asked is not None
        history = history.act(asked)
    return length


def _assert_same_page(tale: Tale, history: History, now: Moment, shown: list[str]) -> None:
    there = page(history.story, history)
    kinds = (BlockKind.PROSE, BlockKind.SPEECH, BlockKind.ASIDE)
    assert _tokens(_words(there.blocks, kinds)) == _tokens(" ".join(shown))
    reasons = {one.key: one.reason for one in there.choices if not one.open}
    expected = tale.reasons(now, set())
    assert reasons.keys() == expected.keys()
    for key, words in expected.items():
        assert _tokens(reasons[key]) == _tokens(words)


def _words(blocks: tuple[Block, ...], kinds: tuple[BlockKind, ...]) -> str:
    return " ".join(block.text for block in blocks if block.kind in kinds)


def _tokens(words: str) -> list[str]:
    """The words and numbers, without those of picks: which of them is shown is no part of the format."""
    return [one for one in re.findall(r"-?\w+", words.replace("−", "-")) if not one.startswith("pw")]
