"""Start the game, or one of its tools: `python main.py --help` lists them."""

import importlib.util
import sys

OLDEST = (3, 11)
NEEDED = ("pygame", "yaml", "platformdirs")
SET_UP = (
    "py -m venv .venv && .venv\\Scripts\\pip install -e . && .venv\\Scripts\\python main.py"
    if sys.platform == "win32"
    else "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/python main.py"
)


def start() -> int:
    """Hand over to the game, or say in one line what is missing."""
    if sys.version_info < OLDEST:
        print(
            "Serene Symphony needs Python 3.11 or later; this is " + sys.version.split()[0] + ".",
            file=sys.stderr,
        )
        return 2
    if any(importlib.util.find_spec(name) is None for name in NEEDED):
        print(
            "Something that the game needs is not installed. This sets it up and plays:\n\n  " + SET_UP,
            file=sys.stderr,
        )
        return 2
    from game.cli import main  # noqa: PLC0415  (only once everything it needs is known to be there)

    return main()


if __name__ == "__main__":
    sys.exit(start())
