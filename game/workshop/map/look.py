"""What every sign looks like: its colour, its shape, its words in the legend. Colours are the game's own."""

from __future__ import annotations

from typing import NamedTuple

from game.workshop.map.graph import Sign

INK, GROUND, NODE = "#0B0A14", "#13111F", "#1E1A30"
VELLUM, QUIET, CLOSED = "#F3E9D6", "#CDC1AC", "#A39984"
GOLD, BRASS = "#D9B26A", "#8F7040"


class Look(NamedTuple):
    """One sign."""

    colour: str
    shape: str
    """An SVG path in a square of 20, around 0, 0; it is a line only, where `open` says so."""
    open: bool
    legend: str


LOOKS = {
    Sign.UNREACHABLE: Look("#FF8A8F", "M-7 -7L7 7M7 -7L-7 7", True, "cannot be reached: proved"),
    Sign.STUCK: Look("#F08A4B", "M0 -9L9 0L0 9L-9 0Z", False, "here a player can get stuck"),
    Sign.FAULT: Look(
        "#E8505B",
        "M-3.7 -9H3.7L9 -3.7V3.7L3.7 9H-3.7L-9 3.7V-3.7Z",
        False,
        "has a fault",
    ),
    Sign.UNKNOWN: Look(
        "#CDC1AC",
        "M-7 -7h2M-1 -7h2M5 -7h2M-7 7h2M-1 7h2M5 7h2M-7 -2v2M-7 3v1M7 -2v2M7 3v1",
        True,
        "undecided if it can be reached",
    ),
    Sign.WARNING: Look("#F2C14E", "M0 -9L9.5 8H-9.5Z", False, "has a warning"),
    Sign.START: Look(
        "#F4DDA6",
        "M-8 0A8 8 0 1 0 8 0A8 8 0 1 0 -8 0M-3 0A3 3 0 1 0 3 0A3 3 0 1 0 -3 0",
        True,
        "the beginning",
    ),
    Sign.ENDING: Look(
        "#8E8DF0",
        "M0 -10L2.6 -3.4L9.5 -3.1L4.1 1.3L5.9 8.1L0 4.2L-5.9 8.1L-4.1 1.3L-9.5 -3.1L-2.6 -3.4Z",
        False,
        "an ending",
    ),
    Sign.SONG: Look(
        "#4FB99F", "M0 -10C3 -5 7 -1.5 7 3A7 7 0 0 1 -7 3C-7 -1.5 -3 -5 0 -10Z", False, "answers a song"
    ),
    Sign.CHANCE: Look("#5AB1E0", "M-8.7 0L-4.3 -7.5H4.3L8.7 0L4.3 7.5H-4.3Z", False, "draws by chance"),
    Sign.DETOUR: Look("#F7A8AE", "M-7 0A7 7 0 1 0 7 0A7 7 0 1 0 -7 0", True, "has a detour"),
    Sign.REDIRECT: Look("#FFD0A6", "M0 -8L8 0L0 8L-8 0Z", True, "may lead on at once"),
}
