"""`python -m assets.forge FAMILY …`: make places, people, music. A family is a folder with a command.py."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

FAMILIES = sorted(f.parent.name for f in Path(__file__).parent.glob("*/command.py"))


def main(arguments: list[str]) -> int:
    """Run one family's command, or "all" of them in turn; 2 if there is no such family."""
    if not arguments or arguments[0] not in (*FAMILIES, "all"):
        print(f"usage: python -m assets.forge {{{','.join(FAMILIES)},all}} …", file=sys.stderr)
        return 2
    family, *rest = arguments
    chosen = FAMILIES if family == "all" else [family]
    return max(int(import_module(f"assets.forge.{name}.command").main(rest)) for name in chosen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
