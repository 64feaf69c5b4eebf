"""The table of budgets, line by line as it is measured.

What concerns the window is measured in processes of their own: no measurement warms the next.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from game.loading.library import load_story
from game.model.story import Story
from game.play import Choose, Draw, History, State, begin, step
from game.play.codec import history_to_save, save_to_history
from game.play.offers import choices_at
from game.saves import Store
from game.workshop.check import run_check

STEPS = 20_000
TIMES = 30
STARTS = 4
"""How often the game is started; the least counts, as the first start compiles and builds everything."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    measured: float
    budget: float
    unit: str
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the budget is kept."""
        return self.measured >= self.budget if self.at_least else self.measured <= self.budget


def rows(place: Path) -> Iterator[Row]:
    """Give the table line by line, as it is measured."""
    with TemporaryDirectory() as home:
        yield from _window(place, Path(home))
    yield from _core(place)


def _window(place: Path, home: Path) -> Iterator[Row]:
    """What concerns the window, for somebody who has played before: all is compiled, the story was built."""
    started = min(_apart("title", place, home)["seconds"] for _ in range(STARTS))
    yield Row("start to the first picture of the title (processor)", started, 0.6, "s")
    small, large = _apart("frames 720", place, home), _apart("frames 1080", place, home)
    if "memory" in small:  # a system may not tell
        yield Row("memory while playing", small["memory"], 260, "MB")
        yield Row("memory at most, in hand-overs", small["peak"], 300, "MB")
    yield Row("a frame at 1280×720, median", small["median"], 8, "ms")
    yield Row("a frame at 1280×720, 99th percentile", small["p99"], 16, "ms")
    yield Row("a frame in a 1920×1080 window, median", large["median"], 16, "ms")
    yield Row("a frame in a 1920×1080 window, 99th percentile", large["p99"], 33, "ms")
    idle = _apart("idle", place, home)
    for name, budget in (
        ("played", 50),
        ("left alone", 25),
        ("unfocused", 5),
        ("minimised", 1),
        ("reduced motion", 1),
    ):
        yield Row(f"of a core, {name}", idle[name], budget, "%")


def _core(place: Path) -> Iterator[Row]:
    """What needs no window."""
    yield Row("load the story", least(lambda: load_story(place)), 2, "s")
    begun = time.process_time()
    run_check(place, 240.0, time.monotonic)
    yield Row("check it, with proof", time.process_time() - begun, 10, "s")
    story, _ = load_story(place)
    if story is None:
        return
    yield Row("choices played a second", choices_a_second(story), 50_000, "", at_least=True)
    run_of_choices = _run(story, 60)
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        yield Row(
            "save", 1000 * _middle(lambda: store.write("bench", history_to_save(run_of_choices))), 5, "ms"
        )
        yield Row("load", 1000 * _middle(lambda: save_to_history(story, store.read("bench")[0])), 10, "ms")
    yield Row("one step back", 1000 * _middle(run_of_choices.back), 1, "ms")


def choices_a_second(story: Story) -> float:
    """Play as fast as can be; how many choices were offered and taken in a second of the processor."""
    taking, state = _Turns(), begin(story).state
    begun = time.process_time()
    for _ in range(STEPS):
        action = taking.turn(story, state)
        state = begin(story).state if action is None else step(story, state, action).state
    return STEPS / (time.process_time() - begun)


def _run(story: Story, steps: int) -> History:
    """Give a run of so many choices, or as many as there are until it ends."""
    taking, history = _Turns(), History.start(story, 1)
    for _ in range(steps):
        action = taking.turn(story, history.state)
        if action is None:
            break
        history = history.act(action)
    return history


class _Turns:
    """Choices that take turns at every node, and outcomes of chance that do."""

    def __init__(self) -> None:
        self._met: dict[str, int] = {}

    def turn(self, story: Story, state: State) -> Choose | Draw | None:
        """Give what to do at a state; None where nothing is left to do."""
        met = self._met[state.node] = self._met.get(state.node, -1) + 1
        if state.draw:
            return Draw(met % len(state.draw))
        keys = [offer.choice.key for offer in choices_at(story, state) if offer.open]
        return Choose(keys[met % len(keys)]) if keys else None


def least(work: Callable[[], object]) -> float:
    """Give the least processor seconds of three tries."""
    return min(_spent(work, time.process_time) for _ in range(3))


def _middle(work: Callable[[], object]) -> float:
    """Give the middle one of many tries, in seconds of the clock."""
    return median(_spent(work, time.perf_counter) for _ in range(TIMES))


def _spent(work: Callable[[], object], clock: Callable[[], float]) -> float:
    begun = clock()
    work()
    return clock() - begun


def _apart(part: str, place: Path, home: Path) -> dict[str, float]:
    """Measure one part in a process of its own, unseen and unheard; `home` is kept from one to the next."""
    unseen = {"SDL_VIDEODRIVER": os.environ.get("SDL_VIDEODRIVER", "dummy"), "SDL_AUDIODRIVER": "dummy"}
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    done = subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, "-m", "game.cli", "bench", "--part", part, "--story", place, "--profile", home],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, **unseen, **kept},
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
