"""`python -m assets.forge places [NAME …]`: paint the views of the places, all of them or the named ones.

A view called "hollow/roof" is painted by the module hollow_roof, which offers `bake(folder)`.
"""

from __future__ import annotations

import pkgutil
import sys
import time
from importlib import import_module
from pathlib import Path

OUT = Path(__file__).parents[2] / "places"


def views() -> dict[str, str]:
    """Every painted view, and the module that paints it."""
    modules = (module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    return {
        name.replace("_", "/", 1): name
        for name in sorted(modules)
        if name != "command" and hasattr(import_module(f"assets.forge.places.{name}"), "bake")
    }


def bake(name: str, out: Path) -> None:
    """Paint one view into its folder below `out`."""
    start = time.perf_counter()
    folder = out / name
    import_module(f"assets.forge.places.{name.replace('/', '_')}").bake(folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{name}: {size / 1024:.0f} KiB in {time.perf_counter() - start:.0f} s")


def main(arguments: list[str]) -> int:
    """Paint the named views, or all; 2 if there is no such view."""
    known = views()
    unknown = [name for name in arguments if name not in known]
    if unknown:
        print(f"There is no view {unknown[0]!r}; there are {', '.join(known)}.", file=sys.stderr)
        return 2
    for name in arguments or known:
        bake(name, OUT)
    return 0
