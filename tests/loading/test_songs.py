"""Songs: how they go, how nodes answer them, what everybody else replies."""

from __future__ import annotations

import pytest

from game.expression.syntax import ALWAYS, All, Compare, Comparison, Guard
from game.model.song import Motif, Way
from game.model.story import NodeSong, Story, TargetKind
from game.model.text import Words
from tests.stories import codes, load, node_file, story_of

WORLD = "facts:\n  lamp: no\n"


def claim(lines: str) -> tuple[Story, NodeSong]:
    body = "\n".join("    " + line for line in lines.split("\n"))
    keys = f"text: |\n  x\nsongs:\n  kindling:\n{body}\nchoices: |\n  Go -> hollow.square"
    story = story_of({"night.yaml": node_file(keys), "zenith.yaml": WORLD})
    return story, story.nodes["night.bell"].songs[0]


def is_set(story: Story, *names: str) -> Guard:
    parts = tuple(Compare(story.cell_index[name], Comparison.EQ, 1) for name in names)
    return parts[0] if len(parts) == 1 else All(parts)


def test_a_command_needs_the_song_an_invitation_its_rests_and_the_motif() -> None:
    story, song = claim("to: bram\ncommand: hollow.roof\ninvite: |\n  He hums.")
    command, invite = song.ways
    assert song.to == "bram"
    assert command.guard == is_set(story, "knows(kindling)")
    assert invite.guard == is_set(story, "knows(kindling)", "rests(kindling)", "motif(bram)")
    assert command.target is not None
    assert command.target.node == "hollow.roof"
    assert command.aside is None
    assert invite.target is None
    assert invite.aside == (Words("He hums."),)
    assert invite.asked == ALWAYS


def test_the_motif_is_asked_for_only_where_there_is_one() -> None:
    story, song = claim("to: maren\ninvite: hollow.roof")
    assert song.ways[0].guard == is_set(story, "knows(kindling)", "rests(kindling)")


def test_open_lifts_what_an_invitation_needs() -> None:
    story, song = claim("to: bram\nopen: yes\nphrase: 2\ninvite: hollow.roof")
    assert song.ways[0].guard == is_set(story, "knows(kindling)")
    assert song.phrase == 2


def test_conditions_stand_beside_or_behind_a_way() -> None:
    story, song = claim(
        "when: lamp\ndo: lamp = no\nonce: yes\n"
        "command: detour hollow.roof when bell.rung do hush += 1\n"
        "invite:\n  text: |\n    He hums.\n  when: hush > 3\n  do: meet bram"
    )
    command, invite = song.ways
    assert command.asked == is_set(story, "lamp", "bell.rung")
    assert command.guard == is_set(story, "knows(kindling)", "lamp", "bell.rung")
    assert command.target is not None
    assert command.target.kind is TargetKind.DETOUR
    assert len(command.do) == len(invite.do) == 2
    assert command.once
    assert invite.once
    assert story.cells[command.taken or 0].name == "taken(night.bell/kindling.command)"
    assert story.cells[invite.taken or 0].name == "taken(night.bell/kindling.invite)"
    assert isinstance(invite.asked, All)
    assert command.do[0] == invite.do[0]


def test_once_can_belong_to_one_way() -> None:
    _, song = claim("command: hollow.roof once\ninvite: hollow.square")
    assert [way.once for way in song.ways] == [True, False]
    assert song.ways[1].taken is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("share: hollow.roof", ["E606"]),
        ("command: He sings loudly", ["E503"]),
        ("command: hollow.roof then", ["E510"]),
        ("command:\n  when: lamp", ["E202"]),
        ("command: [hollow.roof]", ["E204"]),
        ("to: nobody\ncommand: hollow.roof", ["E601"]),
        ("to: No Body\ncommand: hollow.roof", ["E209"]),
        ("open: maybe\ninvite: hollow.roof", ["E207"]),
        ("phrase: 0\ninvite: hollow.roof", ["E208"]),
        ("phrase: 4\ninvite: hollow.roof", ["E615"]),
        ("command: back", ["E519"]),
        ("command: >\n  He hums.", ["E206"]),
        ("when: lmap\ncommand: hollow.roof", ["E320"]),
    ],
)
def test_slips_in_answers(lines: str, expected: list[str]) -> None:
    body = "\n".join("    " + line for line in lines.split("\n"))
    keys = f"text: |\n  x\nsongs:\n  kindling:\n{body}\nchoices: |\n  Go -> hollow.square"
    _, report = load({"night.yaml": node_file(keys), "zenith.yaml": WORLD})
    assert codes(report) == expected


REPLIES = """
people:
  tace:
    name: Old Tace
    looks: calm
    replies:
      kindling: "She nods."
      lullaby:
        text: "She hums."
      any:
        text: |
          She does not hear it.
        when: hush > 3
places:
  well:
    name: The Well
    music: well
    replies:
      lullaby: |
        The rope creaks.
    views:
      rim: The rim
      deep:
        name: The deep
        picture: well/bottom
        time: night
        music: drip
        tension: 3
        beads: drops
        replies:
          any: "It comes back."
"""


def test_people_places_and_views_reply() -> None:
    story = story_of(REPLIES)
    tace, well = story.people["tace"], story.places["well"]
    assert [reply.song for reply in tace.replies] == ["kindling", "lullaby", "any"]
    assert tace.replies[0].text == (Words("She nods."),)
    assert tace.replies[0].guard == ALWAYS
    assert isinstance(tace.replies[2].guard, Compare)
    assert tace.pictured
    assert tace.looks == ("calm",)
    assert [reply.song for reply in well.replies] == ["lullaby"]
    rim, deep = well.views["rim"], well.views["deep"]
    assert (rim.name, rim.picture, rim.time, rim.music, rim.tension) == (
        "The rim",
        "well/rim",
        "",
        None,
        None,
    )
    assert (deep.picture, deep.time, deep.music, deep.tension, deep.beads) == (
        "well/bottom", "night", "drip", 3, "drops",
    )  # fmt: skip
    assert deep.replies[0].song == "any"


@pytest.mark.parametrize(
    ("replies", "expected"),
    [
        ("kindlin: 'x'", "E604"),
        ("kindling: x", "E205"),
        ("kindling: [x]", "E205"),
        ("kindling: {when: bell.rung}", "E202"),
    ],
)
def test_slips_in_replies(replies: str, expected: str) -> None:
    _, report = load(f"people:\n  tace:\n    name: Old Tace\n    replies:\n      {replies}\n")
    assert codes(report) == [expected]


@pytest.mark.parametrize(
    ("lines", "motif"),
    [
        ("motif: 1 5 | 3", Motif(((1, 5), (3,)), ((1.0, 1.0), (1.0,)))),
        ("motif: 1 5 | 3 |", Motif(((1, 5), (3,)), ((1.0, 1.0), (1.0,)), open_end=True)),
        ("motif: 1 5 | 3 |\nbeats: 1.5 .5 | 2", Motif(((1, 5), (3,)), ((1.5, 0.5), (2.0,)), open_end=True)),
        ("beats: 1 .5 .5 1", Motif(((0, 0, 0, 0),), ((1.0, 0.5, 0.5, 1.0),))),
        ("beats: 1 | 1 |", Motif(((0,), (0,)), ((1.0,), (1.0,)), open_end=True)),
        ("about: nothing", Motif()),
    ],
)
def test_how_a_song_goes(lines: str, motif: Motif) -> None:
    body = "\n".join("    " + line for line in lines.split("\n"))
    story = story_of(f"songs:\n  pull:\n    name: Founders' Pull\n{body}\n")
    song = story.songs["pull"]
    assert song.motif == motif
    assert song.name == "Founders’ Pull"
    assert (song.rests is not None) == (motif.rests > 0)
    assert song.metre == (4, 4)


def test_all_that_a_song_has() -> None:
    story = story_of("""
songs:
  pull:
    name: "Pull #1"
    about: rope
    small: yes
    motif: 1 1 8
    key: E♭ major
    metre: 6/8
    pieces: hush
""")
    song = story.songs["pull"]
    assert (song.name, song.about, song.small, song.key, song.metre) == (
        "Pull #1",
        "rope",
        True,
        "E♭ major",
        (6, 8),
    )
    assert song.pieces == story.cell_index["hush"]
    assert song.leaf is None
    assert story.cells[song.knows].name == "knows(pull)"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("motif: 1 0 5", ["E607"]),
        ("motif: 1 15 5", ["E607"]),
        ("motif: 1 5\nbeats: 1 | 1", ["E608"]),
        ("motif: 1 5\nbeats: 1 0", ["E609"]),
        ("beats: 1 x", ["E609"]),
        ("key: 5", ["E618"]),
        ("metre: 4", ["E618"]),
        ("pieces: hsuh", ["E320"]),
        ("small: [yes]", ["E204"]),
        ("motif: []", ["E204"]),
    ],
)
def test_slips_in_songs(lines: str, expected: list[str]) -> None:
    body = "\n".join("    " + line for line in lines.split("\n"))
    _, report = load(f"songs:\n  pull:\n    name: Pull\n{body}\n")
    assert codes(report) == expected


def test_which_way_is_open_to_small_songs() -> None:
    songs = "songs:\n  lullaby:\n    to: maren\n    share: hollow.roof"
    keys = f"text: |\n  x\n{songs}\nchoices: |\n  Go -> hollow.square"
    story = story_of(node_file(keys))
    (way,) = story.nodes["night.bell"].songs[0].ways
    assert way.way is Way.SHARE
    assert way.guard == is_set(story, "knows(lullaby)")
