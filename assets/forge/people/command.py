"""`python -m assets.forge people [NAME …] [--sheet PICTURE]`: bake people, or draw all of them on one sheet."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from .bake import bake as bake_person
from .figure import Person
from .glyph import SIGNS, bake_glyph
from .sheet import contact_sheet

OUT = Path(__file__).parents[2] / "people"
CAST = ("lysandra", "maren", "bram", "wren", "cadence")


def person(name: str) -> Person:
    """One of the cast, ready to be drawn."""
    drawn: Person = import_module(f"assets.forge.people.{name}").person()
    return drawn


def bake(name: str, out: Path) -> None:
    """Bake a person, or the sign alone of somebody who is not drawn yet, into a folder of that name under `out`."""
    if name in CAST:
        bake_person(person(name), out / name)
    bake_glyph(name, out / name)
    print(f"people/{name}")


def main(arguments: Sequence[str]) -> int:
    """Run the command; 2 if a name is unknown."""
    parser = argparse.ArgumentParser(prog="python -m assets.forge people", description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[*SIGNS, []], metavar="NAME", help="who; everybody if left out"
    )
    parser.add_argument("--sheet", type=Path, metavar="PICTURE", help="draw everybody here instead of baking")
    options = parser.parse_args(arguments)
    if options.sheet:
        contact_sheet([person(name) for name in options.names or CAST], options.sheet)
        return 0
    for name in options.names or SIGNS:
        bake(name, OUT)
    return 0
