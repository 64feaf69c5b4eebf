"""Which front end shall run? Composes everything; nothing else knows it."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence

from game.cli.parser import build_parser, with_command

INTERRUPTED = 130
YOUNG = 50_000
"""How many new things the collector of cycles waits for: what is loaded at a start all stays."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit status; a traceback goes to the log, never to the screen."""
    gc.set_threshold(YOUNG)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a character (cp1252) shows a question mark instead of stopping.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    arguments = build_parser().parse_args(with_command(sys.argv[1:] if argv is None else list(argv)))
    try:
        status: int = arguments.run(arguments)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has read enough (`… | head`); say nothing more, not even on closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001  (the last resort: whatever it is, no traceback reaches a player)
        return _explain(traceback.format_exc(), arguments)
    return status


def _explain(trace: str, arguments: object) -> int:
    """Keep the trace in the log, and say where that is and that nothing is lost."""
    from game.cli.profile import log_file  # noqa: PLC0415  (only when something went wrong)

    written = log_file(getattr(arguments, "profile", None), trace)
    print(
        "The game met a fault of its own and had to stop. Your journey is kept as of the last choice."
        + (f"\nWhat happened is written in {written}." if written else f"\n{trace.splitlines()[-1]}"),
        file=sys.stderr,
    )
    return 1
