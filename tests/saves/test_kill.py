"""A game that is killed while it saves leaves the old save or the new one, whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.saves import Store

WRITER = """
import itertools, sys
from pathlib import Path
from game.saves import Store
store = Store(Path(sys.argv[1]))
save = dict(format=1, mods=[], seed=1, node="roof", facts={}, visits={}, once=[], detours=[], trail=[])
for number in itertools.count(int(sys.argv[2])):
    store.write("auto", {**save, "counter": number, "actions": [str(number)] * 5_000})
    print(number, flush=True)
"""


def killed_at_random_moments(folder: Path, times: int) -> None:
    """Kill a process that saves without end, again and again, and look at what it left."""
    dice = random.Random(7)
    number = 0
    for _ in range(times):
        with subprocess.Popen(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-c", WRITER, str(folder), str(number)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        ) as writer:
            assert writer.stdout is not None
            number = int(writer.stdout.readline())
            time.sleep(dice.uniform(0, 0.03))
            writer.send_signal(signal.SIGKILL)
            told = [number, *map(int, writer.stdout.read().splitlines())]
        save, _ = Store(folder).read("auto")
        number = save["counter"]
        assert save["actions"] == [str(number)] * 5_000
        assert number in (told[-1], told[-1] + 1)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a thing of POSIX")
def test_a_killed_game_leaves_a_whole_save(tmp_path: Path) -> None:
    killed_at_random_moments(tmp_path, 20)


@pytest.mark.campaign
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a thing of POSIX")
def test_a_game_killed_two_hundred_times_leaves_whole_saves(tmp_path: Path) -> None:
    killed_at_random_moments(tmp_path, 200)
