"""A small story made of the model's own parts, for scenes to show."""

from __future__ import annotations

from types import MappingProxyType

from game.diagnostics import Span
from game.expression.syntax import ALWAYS, NEVER, Compare, Comparison
from game.model.person import Person, Reply, Tie
from game.model.place import Ending, JournalEntry, Place, View
from game.model.song import Motif, Song, Way
from game.model.story import (
    Cell,
    CellKind,
    Choice,
    Node,
    NodeSong,
    Presence,
    SongWay,
    Story,
    Target,
    TargetKind,
)
from game.model.text import Cue, CueKind, ParagraphBreak, Piece, Speech, Text, Words

HERE = Span("tale.yaml", 1, 1)
CELLS = (
    "knows(tidecall)",
    "rests(tidecall)",
    "knows(lullaby)",
    "knows(kindling)",
    "rests(kindling)",
    "met(ondine)",
    "met(lysandra)",
    "tie(ondine,lysandra)",
    "knows(stonehymn)",
    "met(bram)",
)
KNOWN = {
    "knows(tidecall)",
    "rests(tidecall)",
    "knows(lullaby)",
    "met(ondine)",
    "met(lysandra)",
    "tie(ondine,lysandra)",
    "knows(kindling)",
}
AT = {name: index for index, name in enumerate(CELLS)}

GALLERY = (
    "The lake is so still that the dome hangs under you as well as over you, moon and all, "
    "and you have to choose which of them to climb to."
)


def said(person: str, words: str) -> Text:
    """A paragraph that somebody speaks; *emphasis* as in the format."""
    return (Speech(person), *told(words)[1:])


def told(words: str) -> Text:
    """A paragraph of the narrator's."""
    pieces: list[Piece] = [ParagraphBreak()]
    pieces += [Words(part, emphasis=bool(n % 2)) for n, part in enumerate(words.split("*")) if part]
    return tuple(pieces)


def choice(label: str, key: str, node: str, **more: object) -> Choice:
    """A way on."""
    return Choice(key, (Words(label),), Target(TargetKind.NODE, node), HERE, **more)  # type: ignore[arg-type]


NODES = (
    Node(
        "brine.door",
        "prelude",
        HERE,
        "brinehall",
        "gallery",
        told(GALLERY),
        (Presence("ondine"),),
        choices=(choice("Tie up, and go in quietly.", "tie_up", "brine.choir"),),
    ),
    Node(
        "brine.choir",
        "prelude",
        HERE,
        "brinehall",
        "gallery",
        (
            *said(
                "ondine",
                "“You are late,” says the choir-mistress, one hand in the air. "
                "“Nineteen years and a quaver. Do sit.”",
            ),
            *told(
                "Forty people stand in the lake to their ribs, and none of them is wet. "
                "They lean towards one beat, miss it, and settle back."
            ),
            Cue(CueKind.SHOW, "ondine", ("warm",)),
            *said("lysandra", "“I’m not a soprano.”"),
            *said("ondine", "“No,” she agrees, kindly. “But you *are* standing where she stood.”"),
        ),
        (Presence("ondine"),),
        choices=(
            choice("Ask whose entrance they are waiting for.", "ask", "brine.long"),
            choice("Count the bar with her, and say nothing.", "count", "brine.many"),
            choice("“You know what you are, don’t you?”", "know", "brine.end"),
            choice(
                "Play the organ.",
                "organ",
                "brine.door",
                guard=NEVER,
                reason=(Words("It has breath, and no bellows."),),
            ),
        ),
        songs=(
            NodeSong(
                "tidecall",
                None,
                (
                    SongWay(Way.COMMAND, Target(TargetKind.NODE, "brine.obeyed"), None, HERE, ALWAYS),
                    SongWay(
                        Way.INVITE,
                        None,
                        told("From under the water, late and a little flat, somebody comes in."),
                        HERE,
                        ALWAYS,
                    ),
                ),
            ),
        ),
    ),
    Node(
        "brine.obeyed",
        "prelude",
        HERE,
        "brinehall",
        "gallery",
        told(
            "You do not leave the gaps. You step over them, as one steps over a drain, "
            "and the song does as it is told."
        ),
        (Presence("ondine", ("troubled",)),),
        mood="commanded",
        choices=(choice("Walk the road, and quickly.", "walk", "brine.end"),),
    ),
    Node(
        "brine.long",
        "prelude",
        HERE,
        "brinehall",
        "gallery",
        tuple(
            piece
            for _ in range(9)
            for piece in (
                *told(GALLERY),
                *said("ondine", "“They hold a note for ever, and they never hold it against you.”"),
            )
        ),
        choices=(choice("Go back.", "back", "brine.choir"),),
    ),
    Node(
        "brine.many",
        "prelude",
        HERE,
        "brinehall",
        "gallery",
        told("There are many ways out of the lake."),
        choices=tuple(
            choice(f"Take the way that is number {n}", f"way_{n}", "brine.choir") for n in range(1, 13)
        ),
    ),
    Node(
        "brine.end", "prelude", HERE, "brinehall", "gallery", told("Nobody turns the page."), ending="quiet"
    ),
)


def story() -> Story:
    """The story, whole."""
    motif = Motif(((3, 6, 5), (2, 5, 4), (1, 3, 2, 1)), ((1, 1, 1), (1, 1, 1), (1, 1, 1, 2)), open_end=True)
    kindling = Motif(((1, 5, 6, 5), (3, 2), (5, 8)), ((1, 1, 1, 1), (1, 1), (1, 1)))
    songs = (
        Song(
            "kindling",
            "Kindling",
            "fire and courage",
            kindling,
            "E major",
            (4, 4),
            False,
            AT["knows(kindling)"],
            AT["rests(kindling)"],
            None,
        ),
        Song(
            "tidecall",
            "Tidecall",
            "water and letting go",
            motif,
            "B minor",
            (3, 4),
            False,
            AT["knows(tidecall)"],
            AT["rests(tidecall)"],
            None,
        ),
        Song(
            "stonehymn",
            "Stonehymn",
            "what is heavy",
            kindling,
            "D dorian",
            (3, 2),
            False,
            AT["knows(stonehymn)"],
            None,
            None,
        ),
        Song(
            "lullaby",
            "Hollow Lullaby",
            "the way home",
            Motif(((2, 3, 1, 3, 1),), ((1, 2, 1, 2, 3),)),
            "E flat major",
            (3, 4),
            True,
            AT["knows(lullaby)"],
            None,
            None,
        ),
    )
    reply = Reply("any", told("She tilts her head, and does not come in."), ALWAYS)
    people = (
        Person(
            "ondine",
            "Ondine",
            "#79DACD",
            Motif(((5, 6, 5, 7),), ((1, 1, 1, 1),)),
            True,
            "Dead nineteen years, and at rehearsal. She is waiting for a soprano, and will not say which.",
            replies=(reply,),
            ties=(Tie("lysandra", "You are standing where somebody stood.", AT["tie(ondine,lysandra)"]),),
            met=AT["met(ondine)"],
            looks=("stand",),
        ),
        Person(
            "lysandra",
            "Lysandra",
            "#F29A86",
            Motif(((5, 8, 7, 5, 6),), ((1, 1, 1, 1, 1),)),
            True,
            "A tuner of harps, and you.",
            met=AT["met(lysandra)"],
            looks=("stand",),
        ),
        Person("bram", "Bram", "#E2A769", met=AT["met(bram)"], looks=("stand",)),
    )
    places = (
        Place(
            "brinehall",
            "Brinehall",
            "B",
            "brinehall",
            MappingProxyType({"gallery": View("gallery", "the Long Gallery", "brinehall/gallery")}),
        ),
    )
    return Story(
        "Serene Symphony: The Crimson Legends",
        "brine.door",
        tuple(Cell(name, CellKind.YES_NO, 0, 1, int(name in KNOWN)) for name in CELLS),
        MappingProxyType({node.id: node for node in NODES}),
        MappingProxyType({song.id: song for song in songs}),
        MappingProxyType({person.id: person for person in people}),
        MappingProxyType({place.id: place for place in places}),
        MappingProxyType(
            {
                "quiet": Ending(
                    "quiet",
                    "The page that nobody turned",
                    "brinehall/gallery",
                    "",
                    told("You rang nothing, and were heard. Forty people breathed in."),
                )
            }
        ),
        (
            JournalEntry(
                "choir",
                told("Forty people are waiting in a lake for one who does not come."),
                Compare(AT["met(ondine)"], Comparison.EQ, 1),
            ),
        ),
        MappingProxyType(AT),
    )
