"""`python -m assets.forge people [NAME …] [--sheet PICTURE]`: bake people, or draw them on one sheet."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from .bake import CAST, bake, person
from .glyph import SIGNS
from .sheet import contact_sheet

OUT = Path(__file__).parents[2] / "people"


def main(arguments: Sequence[str]) -> int:
    """Run the command; it ends with 2 if nobody has that name."""
    parser = argparse.ArgumentParser(prog="python -m assets.forge people", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="who; everybody if left out")
    parser.add_argument("--sheet", type=Path, metavar="PICTURE", help="draw them here instead of baking them")
    options = parser.parse_args(arguments)
    strangers = [name for name in options.names if name not in SIGNS]
    if strangers:
        parser.error(f"nobody is called {', '.join(strangers)}; there are {', '.join(SIGNS)}")
    if options.sheet:
        contact_sheet([person(name) for name in options.names or CAST], options.sheet)
        return 0
    for name in options.names or [""]:
        bake(name, OUT)
    return 0
