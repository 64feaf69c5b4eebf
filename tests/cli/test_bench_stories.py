"""The bench's second table: what a proof said of a generated story, held against what is true of it."""

from __future__ import annotations

import time
from dataclasses import replace

from game.cli.bench_stories import judged
from game.loading.library import build
from game.loading.sources import read_files
from game.verify import Finding, Findings, Verdict, explore
from game.workshop.generated import Expected, Generated, generated


def proved(made: Generated) -> Findings:
    contents = {name: text.encode() for name, text in made.files.items()}
    story, _ = build(read_files("story", contents, []))
    assert story is not None
    return explore(story, 600.0, time.process_time)


def test_an_exact_proof_misses_nothing_and_invents_nothing() -> None:
    """And what is held against another truth is found wanting, each in its own way."""
    made = generated(46, 1, plants=("key", "never_set"), words=20)
    found, expected = proved(made), made.expected
    assert judged(found, expected) == (0, 0, 0)
    nothing = Expected(*[frozenset()] * 6)
    assert judged(found, nothing) == (0, 1 + 2 + 1, 0)
    more = replace(expected, unreachable=expected.unreachable | {"c0.hub"}, stuck=expected.stuck | {"c0.hub"})
    assert judged(found, more) == (2, 0, 0)


def test_what_is_undecided_is_neither_missed_nor_found() -> None:
    """Faults that an unfinished proof does not tell are unknown."""
    made = generated(46, 1, plants=("key", "never_set"), words=20)
    found = proved(made)
    unknown = Finding(Verdict.UNKNOWN)
    nodes = dict.fromkeys(found.nodes, unknown)
    undecided = replace(found, nodes=nodes, stuck=(), safe=Verdict.UNKNOWN)
    assert judged(undecided, made.expected) == (0, 0, len(found.nodes) + 1)
