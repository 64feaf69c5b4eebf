"""`python -m assets.forge music bake|prove|check|calibrate [NAME …]`: the studio's desk."""

import argparse
import pathlib

from assets.forge.music import rules
from assets.forge.music.counterpoint import leaps, parallels
from assets.forge.music.motif import load
from assets.forge.music.score import SCORES, read_score

ASSETS = pathlib.Path(__file__).parents[2]


def _bake(names: list[str], _pictures: pathlib.Path) -> int:
    """Record pieces, notes, sounds, ambience; all of them if none is named."""
    from assets.forge.music import bake  # noqa: PLC0415 - the checks need none of what this needs

    for name in names or bake.NAMES:
        bake.bake(name, ASSETS)
        print("baked", name)
    return 0


def _prove(names: list[str], pictures: pathlib.Path) -> int:
    """Measure what was recorded, and draw it."""
    from assets.forge.music import proof  # noqa: PLC0415

    for name in names or _pieces():
        for what, value in proof.figures(name, ASSETS / "music" / name).items():
            print(f"{what:>12}  {value}")
        proof.draw(name, ASSETS / "music" / name, pictures)
    proof.table(ASSETS)
    return 0


def _check(names: list[str], _pictures: pathlib.Path) -> int:
    """Read the scores and mark them; check the motifs' rules."""
    motifs = load()
    faults = [
        *rules.broken(motifs),
        *(f"{one} and {other}: too alike" for one, other in rules.too_alike(motifs)),
    ]
    for name in names or _pieces():
        score = read_score(name)
        faults += [f"{name}: {fault}" for fault in (*parallels(score), *leaps(score))]
    for fault in faults:
        print(fault)
    return int(bool(faults))


def _calibrate(names: list[str], _pictures: pathlib.Path) -> int:
    """Measure how loud each preset is at mezzo-forte, beside what instruments.yaml says."""
    from assets.forge.music import calibrate  # noqa: PLC0415

    for name, table, measured in calibrate.levels(names):
        print(f"{name:>14}  {table:6.1f}  measured {measured:6.1f}")
    return 0


def _pieces() -> list[str]:
    return sorted(path.stem for path in SCORES.glob("*.yaml"))


TASKS = {"bake": _bake, "prove": _prove, "check": _check, "calibrate": _calibrate}


def main(arguments: list[str]) -> int:
    """Run one task; without any, bake everything."""
    desk = argparse.ArgumentParser(prog="python -m assets.forge music")
    tasks = desk.add_subparsers(dest="task", title="tasks")
    for name, task in TASKS.items():
        options = tasks.add_parser(name, help=task.__doc__)
        options.add_argument("names", nargs="*", metavar="NAME")
        options.add_argument("--pictures", type=pathlib.Path, default=pathlib.Path("build/music"))
    asked = desk.parse_args(arguments or ["bake"])
    if asked.task is None:
        desk.error("say what to do")
    return TASKS[asked.task](asked.names, asked.pictures)
