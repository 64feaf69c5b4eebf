"""Names of the world: people, places, songs, endings."""

from __future__ import annotations

from game.diagnostics.catalog.entry import Example, Mistake, node

MISTAKES = (
    Mistake(
        "E601",
        "A person that nobody declared",
        "Nobody is called '{name}'.",
        "Declare them under `people:` in `world.yaml`.",
        broken=node("""\
with: [«barm»]
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
with: [bram]
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E602",
        "A view that the place does not have",
        "'{place}' has no view '{name}'.",
        "It has: {views}.",
        broken=node("""\
view: «rof»
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
view: roof
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E603",
        "A place that nobody declared",
        "No place is called '{name}'.",
        "Declare it under `places:` in `world.yaml`.",
        broken=node("""\
at: «holow»
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
at: hollow
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E604",
        "A song that nobody declared",
        "No song is called '{name}'.",
        "Declare it under `songs:` in `world.yaml`.",
        broken=node("""\
text: |
  The kiln is cold.
songs:
  «kindeling»:
    command: hollow.roof
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  The kiln is cold.
songs:
  kindling:
    command: hollow.roof
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E605",
        "An ending that nobody declared",
        "No ending is called '{name}'.",
        "Declare it under `endings:` in `world.yaml`.",
        broken=node("""\
text: |
  You stay.
ending: «hoem»"""),
        fixed=node("""\
text: |
  You stay.
ending: home"""),
    ),
    Mistake(
        "E606",
        "A way in which a song is not sung",
        "'{name}' cannot be answered with `{way}:`.",
        "It takes {allowed}.",
        broken=node("""\
text: |
  The kiln is cold.
songs:
  lullaby:
    command: «hollow.roof»
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  The kiln is cold.
songs:
  lullaby:
    share: hollow.roof
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E607",
        "Not a degree",
        "'{word}' is no degree of a scale.",
        "Write digits from 1 to 9 with blanks between them, and `|` for a rest.",
        broken=Example("""\
songs:
  pull:
    name: Founders' Pull
    small: yes
    motif: 1 1 8 5 «C» 5 4 1
"""),
        fixed=Example("""\
songs:
  pull:
    name: Founders' Pull
    small: yes
    motif: 1 1 8 5 6 5 4 1
"""),
    ),
    Mistake(
        "E608",
        "Lengths that do not fit the melody",
        "The melody has {notes} notes and the lengths are for {lengths}.",
        "Write one length for every note, and `|` where the melody has it.",
        broken=Example("""\
songs:
  pull:
    name: Founders' Pull
    small: yes
    motif: 1 1 8 5
    beats: «.5 .5 2»
"""),
        fixed=Example("""\
songs:
  pull:
    name: Founders' Pull
    small: yes
    motif: 1 1 8 5
    beats: .5 .5 2 1
"""),
    ),
    Mistake(
        "E609",
        "Not a length",
        "'{word}' is no length of a note.",
        "Write beats with blanks between them, such as `1.5 .5 1 2`.",
        broken=Example("""\
songs:
  pull:
    name: Founders' Pull
    small: yes
    motif: 1 1 8 5
    beats: «½» .5 2 1
"""),
        fixed=Example("""\
songs:
  pull:
    name: Founders' Pull
    small: yes
    motif: 1 1 8 5
    beats: .5 .5 2 1
"""),
    ),
    Mistake(
        "E614",
        "A song without an answer",
        "'{name}' stands here without an answer.",
        "Add `command:` and `invite:`, or `share:` for a small song.",
        broken=node("""\
text: |
  The kiln is cold.
songs:
  «kindling»:
    to: bram
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  The kiln is cold.
songs:
  kindling:
    to: bram
    command: hollow.roof
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E615",
        "A phrase that the song does not have",
        "'{name}' has {count} phrases.",
        "Write the number of one of them.",
        broken=node("""\
text: |
  The kiln is cold.
songs:
  kindling:
    phrase: «4»
    command: hollow.roof
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  The kiln is cold.
songs:
  kindling:
    phrase: 3
    command: hollow.roof
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E616",
        "A node that is nowhere",
        "'{name}' does not say where it is.",
        "Write `at: …` with a place, for the node or for the whole file.",
        broken=Example("""\
nodes:
  «night.bell»:
    text: |
      Nobody looks up.
    choices: |
      Go on -> hollow.square
"""),
        fixed=Example("""\
nodes:
  night.bell:
    at: hollow
    text: |
      Nobody looks up.
    choices: |
      Go on -> hollow.square
"""),
    ),
    Mistake(
        "E618",
        "A key or metre that is none",
        "'{word}' is no {key}.",
        "Write it like this: `{key}: {example}`.",
        broken=Example("""\
songs:
  pull:
    name: Founders Pull
    small: yes
    metre: «four beats»
"""),
        fixed=Example("""\
songs:
  pull:
    name: Founders' Pull
    small: yes
    metre: 4/4
"""),
    ),
)
