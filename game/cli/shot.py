"""`shot`: a node or a screen as a picture, without a display."""

from __future__ import annotations

import argparse
import os
import sys

from game import bundle
from game.cli.play import loaded


def run(arguments: argparse.Namespace) -> int:
    """Draw it; 2 if there is no such node, screen or fact, 1 if the story or the file will not do."""
    facts = {}
    for given in arguments.facts:
        name, equals, value = given.partition("=")
        if not equals:
            print(f"'{given}' says no value; write it like hush=3.", file=sys.stderr)
            return 2
        facts[name.strip()] = value.strip()
    story = loaded(arguments.story)
    if story is None:
        return 1
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    from game.desktop.show import Unshowable, shot  # noqa: PLC0415  (after the drivers are chosen)

    try:
        shot(
            story,
            bundle.root() / "assets",
            arguments.what,
            arguments.output,
            size=arguments.size,
            text_size=arguments.text_size,
            second=arguments.at_second,
            facts=facts,
        )
    except Unshowable as reason:
        print(reason, file=sys.stderr)
        return 2
    except OSError as reason:
        print(f"{arguments.output} could not be written: {reason.strerror or reason}.", file=sys.stderr)
        return 1
    return 0
