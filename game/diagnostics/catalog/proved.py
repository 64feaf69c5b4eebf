"""What no reading finds: only trying every way to play does, or looking into the assets."""

from __future__ import annotations

from dataclasses import replace
from textwrap import indent

from game.diagnostics.catalog.entry import Example, Mistake


def _tale(
    ways: str,
    more: str = "",
    *,
    world: str = "",
    views: str = "square: The square",
    endings: str = "",
    text: str = "It is cracked, and green.",
) -> Example:
    """Give a whole story: choices of its first node, more nodes, and what else is declared or said."""
    return Example(
        f"""\
start: bell
{world}places:
  hollow:
    name: Ember Hollow
    views:
{indent(views, "      ")}
endings:
  home:
    title: "Home"
{endings}nodes:
  bell:
    at: hollow
    text: |
      {text}
    choices: |
{indent(ways, "      ")}
  home:
    at: hollow
    text: |
      You lay the table.
    ending: home
{indent(more, "  ")}""",
        "story.yaml",
        alone=True,
    )


_RUNG = "facts:\n  rung: no\n"
_SONG = "songs:\n  kindling:\n    name: Kindling\n    motif: 1 5 6 5 | 3 2 | 5 8\n    small: yes\n"
_HOME = _tale("Go in -> home")
_ROPE = "rope:\n  at: hollow\n  text: |\n    It swings.\n  choices: |\n    Let go -> {}\n"
_SUNG = "tower:\n  at: hollow\n  text: |\n    It is quiet.\n  songs:\n    kindling:\n      share: home\n"
_MARKED_SUNG = _SUNG.replace("share: home", "share: «home»")
_DOWN = "  choices: |\n    Climb down -> {}\n"
_AWAY = '  away:\n    title: "Away"\n'
_PULLED = "rope:\n  at: hollow\n  redirect: |\n    -> {} when rung\n  text: |\n    It swings.\n" + _DOWN
_BELFRY = "belfry:\n  at: hollow\n  text: |\n    Dark.\n  choices: |\n    Climb down -> home when rung\n"
_RING = "Ring it -> bell do rung = yes\nClimb up -> belfry\nGo in -> home"
_STILL = "It is {if rung}loud{else}still{end}."
_LED_ON = (
    "rope:\n  at: hollow\n  redirect: |\n    -> home when not rung\n  text: |\n    It swings.\n"
    + _DOWN.format("home")
)
_HUSH = "facts:\n  {}: 0..2\n"
_WAIT = "Wait -> bell {}\nGo in -> home when hush >= 1"


def _marked(example: Example) -> Example:
    """Put the mark at the first node."""
    return replace(example, text=example.text.replace("  bell:", "  «bell»:"))


MISTAKES = (
    Mistake(
        "E801",
        "A node that nobody reaches",
        "No player can reach '{node}'.",
        "Lead a choice there that can be open, or take it out.",
        broken=_tale("Go in -> home", "«rope»:" + _ROPE.format("home").removeprefix("rope:")),
        fixed=_tale("Go in -> home\nPull the rope -> rope", _ROPE.format("home")),
        names={"node": "rope"},
    ),
    Mistake(
        "E802",
        "A choice that nobody can take",
        "No player can ever take '{path}'.",
        "Whenever this node is shown, it is closed.",
        broken=_tale("«Ring it» -> home when rung\nDo -> bell do rung = no\nGo in -> home", world=_RUNG),
        fixed=_tale("Ring it -> home when rung\nDo -> bell do rung = yes\nGo in -> home", world=_RUNG),
        names={"path": "bell/ring_it"},
    ),
    Mistake(
        "E803",
        "An answer to a song that nobody hears",
        "No player can ever sing '{song}' as {way} at '{node}'.",
        "Whenever this node is shown, this answer is closed.",
        broken=_tale("Climb up -> tower", _MARKED_SUNG + _DOWN.format("home do learn kindling"), world=_SONG),
        fixed=_tale("Climb up -> tower do learn kindling", _SUNG + _DOWN.format("home"), world=_SONG),
        names={"song": "kindling", "way": "a shared song", "node": "tower"},
    ),
    Mistake(
        "E804",
        "A node from which no ending can be reached",
        "From '{node}' no ending can be reached any more.",
        "{walk}",
        broken=_tale("Pull the rope -> rope\nGo in -> home", "«rope»:" + _ROPE.format("rope")[5:]),
        fixed=_tale("Pull the rope -> rope\nGo in -> home", _ROPE.format("bell")),
        names={"node": "rope", "walk": "The shortest walk there: bell/pull_the_rope."},
    ),
    Mistake(
        "W811",
        "A condition that always holds",
        "The condition of '{path}' always holds when it is asked.",
        "Take it out, or ask for something else.",
        broken=_tale("«Go in» -> home when not rung\nWait -> bell do rung = no", world=_RUNG),
        fixed=_tale("Go in -> home when not rung\nWait -> bell do rung = yes\nWalk off -> home", world=_RUNG),
        names={"path": "bell/go_in"},
    ),
    Mistake(
        "W812",
        "A fact that nothing asks for",
        "Nothing asks for '{fact}'.",
        "Read it somewhere, or take it out.",
        broken=_tale("Go in -> home do rung = yes", world="facts:\n  «rung»: no\n"),
        fixed=_HOME,
        names={"fact": "rung"},
    ),
    Mistake(
        "W813",
        "A fact that nothing changes",
        "Nothing changes '{fact}'.",
        "Set it somewhere, or take it out.",
        broken=_tale(
            "Go in -> home", world="facts:\n  «rung»: no\n", text="It is {if rung}loud{else}still{end}."
        ),
        fixed=_HOME,
        names={"fact": "rung"},
    ),
    Mistake(
        "N814",
        "An ending that no node has",
        "No node ends with '{ending}'.",
        "Let a node end with it, or take it out.",
        broken=_tale("Go in -> home", endings=_AWAY),
        fixed=_HOME,
        names={"ending": "away"},
    ),
    Mistake(
        "N815",
        "A song that nothing teaches",
        "Nothing teaches '{song}'.",
        "Write `do learn {song}` at a choice, or take it out.",
        broken=_tale("Go in -> home", world=_SONG),
        fixed=_tale("Go in -> home do learn kindling", world=_SONG),
        names={"song": "kindling"},
    ),
    Mistake(
        "W816",
        "A redirect that nobody follows",
        "Nobody is ever led on from '{node}' to '{target}'.",
        "Take it out, or ask for something else.",
        broken=_tale(
            "Pull the rope -> rope",
            _PULLED.format("«home»", "home do rung = yes"),
            world=_RUNG,
        ),
        fixed=_tale(
            "Pull the rope -> rope\nRing it -> bell do rung = yes",
            _PULLED.format("home", "home"),
            world=_RUNG,
        ),
        names={"node": "rope", "target": "home"},
    ),
    Mistake(
        "E806",
        "A node at which nothing can be done",
        "At '{node}' it can come about that nothing is left to do.",
        "{walk}",
        broken=_tale(_RING, "«belfry»:" + _BELFRY[7:], world=_RUNG),
        fixed=_tale(_RING, _BELFRY + "    Jump -> home\n", world=_RUNG),
        names={"node": "belfry", "walk": "A walk there: bell/climb_up."},
    ),
    Mistake(
        "W821",
        "Prose that nobody reads",
        "Nobody ever reads '{words}' at '{node}'.",
        "Take it out, or ask for something else.",
        broken=_marked(_tale("Go in -> home\nWait -> bell do rung = no", world=_RUNG, text=_STILL)),
        fixed=_tale("Go in -> home\nWait -> bell do rung = yes", world=_RUNG, text=_STILL),
        names={"words": "loud", "node": "bell"},
    ),
    Mistake(
        "E807",
        "A page that is never shown",
        "Whoever arrives at '{node}' is led on; its page is never shown.",
        "Let one of its redirects ask for more, or let others lead where it leads.",
        broken=_tale(
            "Pull the rope -> rope\nWait -> bell do rung = no", "«rope»:" + _LED_ON[5:], world=_RUNG
        ),
        fixed=_tale("Pull the rope -> rope\nRing it -> bell do rung = yes", _LED_ON, world=_RUNG),
        names={"node": "rope"},
    ),
    Mistake(
        "N823",
        "A number that is added to at its bound",
        "'{fact}' can be at its bound already when it is added to.",
        "Widen its bounds, if every step is to count.",
        broken=_tale(_WAIT.format("do hush += 1"), world=_HUSH.format("«hush»")),
        fixed=_tale(_WAIT.format("when hush < 2 do hush += 1"), world=_HUSH.format("hush")),
        names={"fact": "hush"},
    ),
)

_ROOF = "{}:\n  at: hollow\n  view: roof\n  text: |\n    Slates.\n" + _DOWN
_UP = "Climb up -> roof"
_VIEWS = "square: The square\nroof:\n  name: The roof\n  picture: {}"
_BRAM = "people:\n  bram:\n    name: Bram\n    looks: [{}]\n"
_RINGING = "{}:\n  at: hollow\n  music: {}\n  text: |\n    High.\n" + _DOWN.format("home")
_SLATES = "{}:\n  at: hollow\n  text: |\n    {{sound {}}}Slates.\n" + _DOWN.format("home")
_STOOD = "{}:\n  at: hollow\n  with: [{}]\n  text: |\n    Slates.\n" + _DOWN.format("home")

ASSETS = (
    Mistake(
        "E805",
        "A picture that does not exist",
        "There is no picture 'places/{name}' among the assets.",
        "Name one that is there, or bake it. A story that has any of its pictures needs all of them.",
        broken=_tale(_UP, _ROOF.format("«roof»", "home"), views=_VIEWS.format("hollow/rof")),
        fixed=_tale(_UP, _ROOF.format("roof", "home"), views=_VIEWS.format("hollow/roof")),
        names={"name": "hollow/rof"},
    ),
    Mistake(
        "N817",
        "A story without pictures",
        "None of this story's pictures is among the assets, so it is told in words alone.",
        "Put them under 'places/' in the assets, if there should be any.",
        broken=_tale("Go in -> home", views="square:\n  name: The square\n  picture: sqare"),
        fixed=_HOME,
    ),
    Mistake(
        "W818",
        "A piece of music that does not exist",
        "There is no 'music/{name}' among the assets, so it is silent.",
        "Name a piece that is there, or take it out.",
        broken=_tale(_UP, _RINGING.format("«roof»", "belsl")),
        fixed=_tale(_UP, _RINGING.format("roof", "bells")),
        names={"name": "belsl"},
    ),
    Mistake(
        "W819",
        "A sound that does not exist",
        "There is no 'sounds/{name}.ogg' among the assets, so it is silent.",
        "Name a sound that is there, or take it out.",
        broken=_tale(_UP, _SLATES.format("«roof»", "slid")),
        fixed=_tale(_UP, _SLATES.format("roof", "slide")),
        names={"name": "slid"},
    ),
    Mistake(
        "W820",
        "A person without a picture",
        "'people/{person}' among the assets has no look '{look}'.",
        "Name one that is there, or leave it out of `looks:`.",
        broken=_tale(_UP, _STOOD.format("«roof»", "bram grim"), world=_BRAM.format("calm, grim")),
        fixed=_tale(_UP, _STOOD.format("roof", "bram calm"), world=_BRAM.format("calm")),
        names={"person": "bram", "look": "grim"},
    ),
)
