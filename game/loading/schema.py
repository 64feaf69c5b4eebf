"""Every key that a story may have, once: what it holds, whether it must stand, what it is for.

The checks, the JSON Schema for editors and the reference pages are all made from these tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a key holds. The comment is how the reference explains it."""

    PROSE = auto()  # Prose: a `|` block, or in quotes when short
    NAME = auto()  # a few words: bare, or in quotes
    ID = auto()  # a name: lower-case letters, digits and `_`, joined by dots
    GUARD = auto()  # a condition
    EFFECTS = auto()  # effects, joined by commas
    YES_NO = auto()  # `yes` or `no`
    NUMBER = auto()  # a whole number
    IDS = auto()  # one name, or a list of them
    PEOPLE = auto()  # a list of people
    CHOICES = auto()  # choices, one a line
    REDIRECTS = auto()  # lines of `-> target when condition`
    CHANCES = auto()  # lines of `weight -> target`
    MOTIF = auto()  # degrees of a scale
    BEATS = auto()  # lengths of notes
    FACT = auto()  # what values a fact has, and which it starts with
    COLOUR = auto()  # a colour, `#E2A769`
    TARGET = auto()  # where it leads
    TABLE = auto()  # keys of its own
    MAP = auto()  # names, each with keys of its own
    LIST = auto()  # a list, each item with keys of its own


@dataclass(frozen=True, slots=True)
class Field:
    """One key."""

    kind: Kind
    about: str
    required: bool = False
    shape: str = ""
    """For TABLE, MAP and LIST: the shape of what is in it."""
    short: Kind | None = None
    """A shorter form: one value of this kind in place of the table."""
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys that may stand together."""

    about: str
    fields: Mapping[str, Field]


_WHEN = Field(Kind.GUARD, "The condition under which it holds.")
_ONCE = Field(Kind.YES_NO, "With `yes` it can be done only once in a run.")
_DO = Field(Kind.EFFECTS, "What becomes true by it.")
_REPLIES = Field(
    Kind.MAP,
    "Answers to songs that a node has none for: prose and nothing else, so nothing becomes true by them. "
    "`any` answers every song that has no answer of its own.",
    shape="reply",
    short=Kind.PROSE,
)

SHAPES: Mapping[str, Shape] = {
    "file": Shape(
        "Any file of a story. All files are read as one: a node or a place can stand in any of them, and "
        "moves freely. By custom `world.yaml` declares all that can be true, and every chapter has a file.",
        {
            "format": Field(
                Kind.NUMBER, "The version of this format. It stands once in a story.", low=1, high=1
            ),
            "title": Field(Kind.PROSE, "The story's title. It stands once in a story."),
            "start": Field(Kind.ID, "The node where every run begins. It stands once in a story."),
            "facts": Field(
                Kind.MAP, "What can be true: every fact with its values.", shape="", short=Kind.FACT
            ),
            "songs": Field(Kind.MAP, "The songs.", shape="song"),
            "people": Field(
                Kind.MAP,
                "The people. Whoever has just a name can be given by it alone.",
                shape="person",
                short=Kind.NAME,
            ),
            "places": Field(Kind.MAP, "The places.", shape="place"),
            "endings": Field(Kind.MAP, "The ways in which a run ends.", shape="ending"),
            "journal": Field(Kind.MAP, "The lines of the journal, in their order.", shape="journal"),
            "chapter": Field(Kind.ID, "The chapter to which the nodes of this file belong."),
            "at": Field(Kind.ID, "The place of those nodes of this file that name none."),
            "view": Field(Kind.ID, "The view of those nodes of this file that name none."),
            "nodes": Field(Kind.MAP, "The nodes.", shape="node"),
        },
    ),
    "node": Shape(
        "One page of text, with ways on.",
        {
            "at": Field(Kind.ID, "The place, where it is not that of the file."),
            "view": Field(
                Kind.ID, "Which picture of the place. Left out: the file's, else the place's first."
            ),
            "with": Field(
                Kind.PEOPLE,
                "Who stands in the picture at first; a look may follow the name (`bram troubled`), and a "
                "condition (`corin if with.corin`).",
            ),
            "music": Field(Kind.ID, "The music, where it is not that of the view or the place."),
            "tension": Field(
                Kind.NUMBER, "How much is at stake, from 0 to 3: what the music does.", low=0, high=3
            ),
            "mood": Field(Kind.ID, "The light, where it is not that of the fact `mood.PLACE`."),
            "beads": Field(Kind.ID, "What in the picture moves as a song is played."),
            "text": Field(Kind.PROSE, "What is told."),
            "choices": Field(Kind.CHOICES, "The ways on, one a line: `Label -> node when … once do …`."),
            "songs": Field(Kind.MAP, "The songs that are answered here, and how.", shape="node song"),
            "do": Field(Kind.EFFECTS, "What becomes true on arrival."),
            "redirect": Field(
                Kind.REDIRECTS, "Where to go instead, the first line whose condition holds: `-> node when …`."
            ),
            "chance": Field(Kind.CHANCES, "Where to go by lot: lines of `3 -> node`, weight first."),
            "ending": Field(
                Kind.ID,
                "The ending that is reached here, once its `do` has happened. Nothing leads on from it: no "
                "choices, songs, redirect or chance.",
            ),
            "note": Field(Kind.PROSE, "For authors only; players never see it."),
            "aliases": Field(
                Kind.IDS,
                "What the node was called before (`hollow.tower`), or a choice of it (`old_key -> key`), so "
                "that saved runs still find it. Old names also work as targets and in conditions.",
            ),
        },
    ),
    "choice": Shape(
        "One choice, where choices are a list instead of lines.",
        {
            "label": Field(Kind.PROSE, "What the player picks.", required=True),
            "to": Field(Kind.TARGET, "Where it leads: a node, `detour NODE`, or `back`.", required=True),
            "id": Field(
                Kind.ID,
                "Its key; left out, the words of the label make one: in lower case, without accents and "
                "apostrophes, joined by `_` (`It's late` has `its_late`).",
            ),
            "when": _WHEN,
            "else": Field(
                Kind.PROSE, "What it says of itself while it is closed; without it, it is not shown."
            ),
            "once": _ONCE,
            "do": _DO,
        },
    ),
    "node song": Shape(
        "How one song is answered at a node. Small songs have `share` only, Legends `command` and `invite`.",
        {
            "to": Field(Kind.ID, "Which person is sung to; the place itself if left out."),
            "command": Field(Kind.TABLE, "The answer to a command.", shape="way", short=Kind.TARGET),
            "invite": Field(
                Kind.TABLE,
                "The answer to an invitation, which asks for the song's rests and the listener's motif, as "
                "far as they have any.",
                shape="way",
                short=Kind.TARGET,
            ),
            "share": Field(Kind.TABLE, "The answer to a small song.", shape="way", short=Kind.TARGET),
            "when": Field(Kind.GUARD, "A condition for all ways; where it fails, the node has no answer."),
            "once": Field(Kind.YES_NO, "With `yes`, each way can be sung here only once in a run."),
            "do": Field(
                Kind.EFFECTS, "What becomes true whichever way it is sung, before what the way itself does."
            ),
            "open": Field(
                Kind.YES_NO, "With `yes`, it can be an invitation without knowing rests and motif."
            ),
            "phrase": Field(Kind.NUMBER, "Only this phrase and its rest are played.", low=1, high=9),
        },
    ),
    "way": Shape(
        "An answer shown in place: prose that may also make things true.",
        {
            "text": Field(Kind.PROSE, "What is told.", required=True),
            "when": _WHEN,
            "once": _ONCE,
            "do": _DO,
        },
    ),
    "song": Shape(
        "A song: what it is called, what it acts on, how it goes.",
        {
            "name": Field(Kind.NAME, "What it is called.", required=True),
            "about": Field(Kind.NAME, "What it acts on."),
            "motif": Field(
                Kind.MOTIF,
                "The melody as degrees of the scale, 1 to 9; `|` is a rest; one at the end leaves it open.",
            ),
            "beats": Field(
                Kind.BEATS,
                "The length of every note, in the motif's own shape. Without a motif it is rhythm alone.",
            ),
            "key": Field(Kind.NAME, "Tonic and mode, such as `E major`."),
            "metre": Field(Kind.NAME, "Such as `4/4`."),
            "small": Field(Kind.YES_NO, "With `yes` it was never written down, and can only be shared."),
            "pieces": Field(
                Kind.ID, "A fact that counts; above 0 the song can be hummed before it is known."
            ),
        },
    ),
    "person": Shape(
        "Somebody who can speak, stand in a picture, be sung to.",
        {
            "name": Field(Kind.NAME, "What they are called.", required=True),
            "about": Field(Kind.PROSE, "Who they are, for those who have met them."),
            "colour": Field(Kind.COLOUR, "The colour of their name."),
            "looks": Field(
                Kind.IDS,
                "Their expressions and poses. Whoever has looks has a picture, and can stand on stage.",
            ),
            "motif": Field(Kind.MOTIF, "Their melody, as for a song."),
            "beats": Field(Kind.BEATS, "The length of every note of it."),
            "halo": Field(Kind.YES_NO, "With `yes`, the motif is drawn as a halo."),
            "names": Field(
                Kind.LIST,
                "Other names, each while its condition holds: the first that does.",
                shape="other name",
            ),
            "ties": Field(
                Kind.MAP, "What binds them to others, in a sentence each.", shape="", short=Kind.PROSE
            ),
            "replies": _REPLIES,
        },
    ),
    "other name": Shape(
        "A name for as long as its condition holds.",
        {
            "name": Field(Kind.NAME, "What they are called then.", required=True),
            "when": Field(Kind.GUARD, "While this holds.", required=True),
        },
    ),
    "reply": Shape(
        "An answer to a song that the node has none for.",
        {"text": Field(Kind.PROSE, "What is told.", required=True), "when": _WHEN},
    ),
    "place": Shape(
        "Somewhere to be: its note, its pictures, its music. Its mood is the fact `mood.PLACE`, if declared.",
        {
            "name": Field(Kind.NAME, "What it is called.", required=True),
            "note": Field(Kind.NAME, "Its note on the staff, such as `E`; places between have none."),
            "music": Field(Kind.ID, "Its music."),
            "views": Field(
                Kind.MAP, "Its pictures, the usual one first.", required=True, shape="view", short=Kind.NAME
            ),
            "replies": _REPLIES,
        },
    ),
    "view": Shape(
        "One picture of a place. What only needs a name can be given by it alone.",
        {
            "name": Field(Kind.NAME, "What it is called.", required=True),
            "picture": Field(Kind.NAME, "The picture's name; left out, it is `PLACE/VIEW`."),
            "time": Field(Kind.ID, "Another time of day in the same picture, such as `night`."),
            "music": Field(Kind.ID, "Its music, where it is not the place's."),
            "tension": Field(Kind.NUMBER, "How much is at stake here, 0 to 3.", low=0, high=3),
            "beads": Field(Kind.ID, "What moves in it as a song is played."),
            "replies": _REPLIES,
        },
    ),
    "ending": Shape(
        "A way in which a run ends.",
        {
            "title": Field(Kind.PROSE, "What it is called.", required=True),
            "picture": Field(Kind.NAME, "The picture behind the credits."),
            "music": Field(Kind.ID, "The music of the credits."),
            "credits": Field(Kind.PROSE, "What is told while the credits roll."),
        },
    ),
    "journal": Shape(
        "One line of the journal.",
        {
            "text": Field(Kind.PROSE, "What it says.", required=True),
            "when": Field(Kind.GUARD, "It stands while this holds."),
        },
    ),
}
