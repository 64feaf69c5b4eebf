"""Every setting as the player meets it: in families, with the words for its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from game.desktop.inputs import Verb
from game.saves.settings import Setting


class Kind(StrEnum):
    """How a setting is shown and changed."""

    WORDS = "words"
    SLIDER = "slider"
    SWITCH = "switch"
    KEY = "key"
    FOLDER = "folder"
    BEGIN = "begin"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: its name in the code, its label, and the words for its values."""

    kind: Kind
    name: str
    label: str
    words: Mapping[Setting, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    """Settings that change together with it."""


@dataclass(frozen=True, slots=True)
class Family:
    """Settings that belong together."""

    name: str
    rows: tuple[Row, ...]
    note: str


def _words(name: str, label: str, **words: str) -> Row:
    return Row(Kind.WORDS, name, label, {key.replace("_", " "): word for key, word in words.items()})


READING: Final = Family(
    "Reading",
    (
        Row(Kind.SLIDER, "text_size", "Text size"),
        _words(
            "typeface",
            "Typeface",
            crimson="Crimson",
            alegreya="Alegreya",
            atkinson="Atkinson",
            dyslexic="Dyslexic",
        ),
        _words("spacing", "Line spacing", close="close", even="even", open="open"),
        Row(Kind.SLIDER, "tracking", "Space between letters"),
        Row(Kind.SLIDER, "panel", "Panel behind the text"),
        _words("reveal", "Text arrives", at_once="at once", by_line="by line", by_letter="by letter"),
        Row(Kind.SLIDER, "speed", "How fast it arrives"),
        _words("pace", "Pace, when it turns by itself", slow="slow", even="even", brisk="brisk"),
    ),
    "Changes take effect at once, and are kept. Nothing in this game is timed unless you ask for it.",
)
SEEING: Final = Family(
    "Seeing",
    (
        Row(Kind.SWITCH, "contrast", "High contrast"),
        Row(Kind.SWITCH, "still", "Reduced motion"),
        Row(Kind.SWITCH, "ring", "A ring round those who listen"),
        Row(Kind.SWITCH, "marks", "Mark choices taken before"),
        Row(Kind.SWITCH, "fullscreen", "Full screen"),
    ),
    "With reduced motion pictures stand still, and what changes fades softly. Nothing flashes in either.",
)
HEARING: Final = Family(
    "Hearing",
    (
        Row(Kind.SLIDER, "music", "Music"),
        Row(Kind.SLIDER, "songs", "Songs and the harp"),
        Row(Kind.SLIDER, "sounds", "Sounds"),
        Row(Kind.SWITCH, "captions", "Write out sounds that matter"),
        Row(Kind.SWITCH, "mono", "One channel for both ears"),
    ),
    "All of it can be played without sound: every note has a place, a number, a colour and a shape as well.",
)
PLAYING: Final = Family(
    "Playing",
    (
        Row(Kind.SWITCH, "timed", "Songs follow the beat"),
        Row(Kind.SWITCH, "auto", "Text turns by itself"),
        Row(Kind.SWITCH, "skip_unseen", "Skip text never seen before"),
    ),
    "When songs follow the beat, holding still in a rest is listening. Otherwise a rest waits for you.",
)
KEYS: Final = Family(
    "Keys",
    tuple(
        Row(Kind.KEY, verb, label)
        for verb, label in (
            (Verb.HARP, "Take the harp"),
            (Verb.SONGBOOK, "Songbook"),
            (Verb.HISTORY, "History"),
            (Verb.JOURNAL, "Journal"),
            (Verb.WEB, "The web of lives"),
            (Verb.SKIP, "Skip"),
            (Verb.AUTO, "Turn by itself"),
            (Verb.HEAR, "Hear a song"),
            (Verb.SAVE, "Quick save"),
            (Verb.LOAD, "Load"),
        )
    ),
    "Take a line and press the key that you would rather have. Arrows, Enter, Esc and digits always work.",
)
KEEPING: Final = Family(
    "Keeping",
    (Row(Kind.FOLDER, "folder", "Open the folder of your journeys"),),
    "Your journeys, settings and the log lie in this folder. Nothing leaves your machine.",
)
WELCOME: Final = Family(
    "Before the first note",
    (
        Row(Kind.SLIDER, "text_size", "Text size"),
        Row(Kind.SLIDER, "music", "Volume", also=("songs", "sounds")),
        Row(Kind.SWITCH, "still", "Reduced motion"),
        Row(Kind.BEGIN, "begin", "Begin"),
    ),
    "This story has in it the loss of a mother’s voice, grief, and a drowned school. "
    "It can be played without sound, and without haste. All of this can be changed later.",
)
FAMILIES: Final = (READING, SEEING, HEARING, PLAYING, KEYS, KEEPING)


def told(name: str, value: Setting) -> str:
    """A slider's value in a few letters."""
    if name in ("text_size", "speed"):
        return str(value)
    return f"{round(float(value) * 100)} %"
