"""`python -m assets.forge places [NAME …]`: paint the views of the places, all of them or the named ones."""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pathlib import Path

PLACES = Path(__file__).parents[2] / "places"
VIEWS = {
    "hollow/roof": "hollow_roof",
    "hollow/kiln": "hollow_kiln",
}
"""Every painted view, and the module here that paints it."""


def bake(name: str, out: Path) -> None:
    """Paint one view into its folder below `out`."""
    start = time.perf_counter()
    folder = out / name
    import_module(f"assets.forge.places.{VIEWS[name]}").bake(folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{name}: {size / 1024:.0f} KiB in {time.perf_counter() - start:.0f} s")


def main(arguments: list[str]) -> int:
    """Paint the named views, or all; 2 if there is no such view."""
    unknown = [name for name in arguments if name not in VIEWS]
    if unknown:
        print(f"There is no view {unknown[0]!r}; there are {', '.join(VIEWS)}.", file=sys.stderr)
        return 2
    for name in arguments or VIEWS:
        bake(name, PLACES)
    return 0
