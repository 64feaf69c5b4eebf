"""The command line: every command, its options and its help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from game import __version__, bundle

COMMANDS = ("play", "check", "map", "shot", "walk", "bench")
CHECKED = ("check 500", "check 2000", "check 10000", "check 100000")
PARTS = ("title", "frames 720", "frames 1080", "idle", *CHECKED)
"""What of the bench can be measured alone."""


def with_command(argv: list[str]) -> list[str]:
    """Put `play` in front where no command was named, so that `main.py --text` plays."""
    if argv and (
        argv[0] in COMMANDS or argv[0] in {"-h", "--help", "--version"} or not argv[0].startswith("-")
    ):
        return argv
    return ["play", *argv]


def build_parser() -> argparse.ArgumentParser:
    """Give the parser of the whole command line; `arguments.run` is the command's function."""
    parser = argparse.ArgumentParser(
        prog="serene-symphony",
        description="Serene Symphony: The Crimson Legends. Without a command it plays.",
        epilog="Exit status: 0 clean, 1 mistakes or faults, 2 wrong usage, 3 undecided.",
    )
    parser.add_argument("--version", action="version", version=f"Serene Symphony {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _play(commands)
    _check(commands)
    _map(commands)
    _shot(commands)
    _walk(commands)
    _bench(commands)
    return parser


def size(text: str) -> tuple[int, int]:
    """Read `1280x720`; anything else is a usage error."""
    width, mark, height = text.lower().partition("x")
    if not (mark and width.isascii() and width.isdigit() and height.isascii() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size; write it like 1280x720")
    pair = int(width), int(height)
    if not (320 <= pair[0] <= 7680 and 240 <= pair[1] <= 4320):  # noqa: PLR2004  (from small to 8K)
        raise argparse.ArgumentTypeError(f"{text} is out of range; from 320x240 to 7680x4320 works")
    return pair


def at_least(least: float, most: float) -> type[float]:
    """Give a reader of numbers between these two."""

    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"'{text}' is not a number") from None
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"{text} is out of range; from {least:g} to {most:g} works")
        return number

    return read  # type: ignore[return-value]  # argparse takes any callable


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """Give a command's function; its module is imported when it is called, as no command needs the others."""

    def run(arguments: argparse.Namespace) -> int:
        status: int = import_module(f"game.cli.{name}").run(arguments)
        return status

    return run


def _story(parser: argparse.ArgumentParser, *, positional: bool = False) -> None:
    default = bundle.root() / "story"
    if positional:
        parser.add_argument(
            "story", nargs="?", type=Path, default=default, metavar="DIR", help="the story's folder"
        )
    else:
        parser.add_argument(
            "--story", type=Path, default=default, metavar="DIR", help="another story's folder"
        )


def _budget(
    parser: argparse._ActionsContainer,
    default: float = 240.0,
    words: str = "stop after this long, and say what is undecided",
) -> None:
    parser.add_argument(
        "--budget", type=at_least(0.01, 86400), default=default, metavar="SECONDS", help=words
    )


def _profile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--profile", type=Path, metavar="DIR", help="keep saves and settings in this folder")


def _play(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("play", help="play, in a window or, without a display, in the terminal")
    parser.add_argument("--text", action="store_true", help="play in the terminal")
    _story(parser)
    _profile(parser)
    trying = parser.add_argument_group(
        "trying a node out",
        "Arrives anywhere by a real run: a walk that leads there is found and played from the beginning, so "
        "every choice on the way can be taken back, and nothing is so that could not be. The journey is on "
        "trial: the player's own is left as it was, and so is what was seen in it; only what is saved by "
        "hand is kept. Exit status 1: it is proved that no run comes there so; 2: there is no such node or "
        "fact; 3: no way was found in the time given.",
    )
    trying.add_argument("--at", metavar="NODE", help="begin at this node")
    trying.add_argument(
        "--with",
        dest="wishes",
        action="append",
        default=[],
        metavar="FACT=VALUE",
        help="arrive with this being so: hush=3, knows(kindling)=yes, or any condition: 'trust.bram >= 2'",
    )
    _budget(trying, 30.0, "give up looking for a way after this long (30)")
    parser.set_defaults(run=_command("play"))


def _check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "check", help="prove that every node, choice, song and ending can be reached"
    )
    _story(parser, positional=True)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--strict", action="store_true", help="let warnings and notes count as faults")
    _budget(parser)
    parser.set_defaults(run=_command("check"))


def _map(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "map",
        help="draw the whole story, to look at in a browser",
        description="Draws the whole story and all that is proved of it: a page for a browser, SVG, or DOT. "
        "The exit status is 0 once it is drawn, whatever it shows; it is for check to judge.",
    )
    _story(parser, positional=True)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="where to write it: FILE.html, FILE.svg or FILE.dot (else map.html, beside the saves)",
    )
    _budget(parser)
    parser.set_defaults(run=_command("map"))


def _shot(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("shot", help="draw a node or a screen to a PNG file, without a display")
    parser.add_argument(
        "what", metavar="NODE|SCREEN", help="a node's id, or a screen such as title or settings"
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE.png", help="where to write it"
    )
    parser.add_argument("--size", type=size, default=(1280, 720), metavar="WxH", help="the window's size")
    parser.add_argument(
        "--text-size", type=at_least(80, 200), default=100.0, metavar="N", help="text size in percent"
    )
    parser.add_argument(
        "--at-second", type=at_least(0, 600), default=4.0, metavar="S", help="how long it has stood"
    )
    parser.add_argument(
        "--with",
        dest="facts",
        action="append",
        default=[],
        metavar="FACT=VALUE",
        help="with this being true, even if no run could come there so (play --at finds one that can)",
    )
    _story(parser)
    parser.set_defaults(run=_command("shot"))


def _walk(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("walk", help="replay recorded walks, and compare what they show")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="walk files")
    parser.add_argument(
        "--print", dest="transcript", action="store_true", help="print what a player would read"
    )
    _story(parser)
    parser.set_defaults(run=_command("walk"))


def _bench(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("bench", help="measure, and print the table of budgets")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--profile", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--large", action="store_true", help="check a story of 100,000 nodes, too: minutes")
    _story(parser)
    parser.set_defaults(run=_command("bench"))
