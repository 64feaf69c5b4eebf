"""How large a story can be: generated stories, whose faults are known, are loaded, played and proved."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from game.cli.bench_table import Row, choices_a_second, least
from game.desktop.memory import most_resident
from game.loading.cache import Cache
from game.loading.library import load_story
from game.verify import Findings, Verdict
from game.workshop.check import run_check
from game.workshop.generated import Expected, generated

LARGE = 10_000
SEED = 1
BUDGETS = {500: 2.0, 2_000: 4.0, LARGE: 20.0}
"""In how many seconds of the processor a story of so many nodes must be proved."""
HUGE = {100_000: 240.0}
LONG, SHORT = 100, 30
"""Words a page; in the largest story they are few, as a story has at most 64 MB."""
PATIENCE = 2
"""How often its budget a proof may take before it stops."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a check of a generated story took, and how right it was."""

    nodes: int
    choices: int
    facts: int
    seconds: float
    memory: float
    """The most that the process held, in MB; 0 where the system does not tell."""
    missed: int
    """Faults that were told to be none."""
    false_alarms: int
    """Faults that are none."""
    unknown: int
    """What was left undecided: nodes, choices, songs' ways, endings, and where players get stuck."""


def rows() -> Iterator[Row]:
    """Give the lines of the table of budgets that concern a large story."""
    with TemporaryDirectory() as place:
        folder, cache = Path(place, "story"), Cache(Path(place, "cache"), Path(place, "key"))
        generated(LARGE, SEED, words=LONG).write(folder)
        yield Row(f"load {LARGE:,} nodes", least(lambda: load_story(folder)), 2, "s")
        story, _ = cache.load(folder)  # it is not there yet, so this is built, and kept
        yield Row(f"load {LARGE:,} nodes from the cache", least(lambda: cache.load(folder)), 0.2, "s")
        if story is None:
            return
        speed = choices_a_second(story)
        yield Row(f"choices played a second ({LARGE:,} nodes)", speed, 50_000, "", at_least=True)


def proofs(*, huge: bool) -> Iterator[tuple[Proof, float]]:
    """Check stories of growing size, each in a process of its own; with the seconds that it may take."""
    for nodes, budget in (BUDGETS | HUGE if huge else BUDGETS).items():
        with TemporaryDirectory() as place:
            generated(nodes, SEED, words=_words(nodes)).write(Path(place))
            done = subprocess.run(  # noqa: S603  (our own program)
                [sys.executable, "-m", "game.cli", "bench", "--part", f"check {nodes}", "--story", place],
                check=True,
                capture_output=True,
                text=True,
                cwd=Path(__file__).resolve().parents[2],
            )
        yield Proof(**json.loads(done.stdout.splitlines()[-1])), budget


def proof(nodes: int, folder: Path) -> dict[str, float]:
    """Check the generated story of so many nodes that lies in a folder, and hold it against what is true."""
    budget = (BUDGETS | HUGE)[nodes]
    begun = time.process_time()
    checked = run_check(folder, PATIENCE * budget, time.monotonic)
    seconds = time.process_time() - begun
    memory = max([0.0, *most_resident()])
    story, findings = checked.story, checked.findings
    if story is None or findings is None:
        raise AssertionError("A generated story has mistakes.")
    expected = generated(nodes, SEED, words=_words(nodes)).expected
    choices = sum(len(node.choices) for node in story.nodes.values())
    counts = judged(findings, expected)
    return asdict(Proof(len(story.nodes), choices, len(story.cells), seconds, memory, *counts))


def judged(findings: Findings, expected: Expected) -> tuple[int, int, int]:
    """Count what was missed, what was a false alarm, and what was left undecided."""
    told = [
        *((one.verdict, name in expected.unreachable) for name, one in findings.nodes.items()),
        *((one.verdict, name in expected.unselectable) for name, one in findings.choices.items()),
        *((one.verdict, False) for one in (*findings.ways.values(), *findings.endings.values())),
    ]
    stuck = {one.node for one in findings.stuck}
    untold = len(expected.stuck - stuck)
    missed = sum(verdict is Verdict.YES and fault for verdict, fault in told)
    false_alarms = sum(verdict is Verdict.NO and not fault for verdict, fault in told)
    unknown = sum(verdict is Verdict.UNKNOWN for verdict, _ in told)
    if findings.safe is Verdict.UNKNOWN:
        unknown += untold
    else:
        missed += untold
    return missed, false_alarms + len(stuck - expected.lost), unknown


def _words(nodes: int) -> int:
    return SHORT if nodes in HUGE else LONG
