"""Keys and the values behind them."""

from __future__ import annotations

from game.diagnostics.catalog.entry import Example, Mistake, node
from game.diagnostics.catalog.story import SMALLEST, WORLD

MISTAKES = (
    Mistake(
        "E120",
        "Words beside the `|`",
        "Nothing can stand on the line of the `|`.",
        "Begin the words on the next line, indented.",
        broken=node("""\
text: | «N»obody looks up.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E121",
        "Bare words that begin with a sign",
        "Bare words cannot begin with `{sign}`.",
        "Put them into a `|` block or in quotes.",
        broken=node("""\
text: «@»dusk the lamps are lit.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  @dusk the lamps are lit.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E122",
        "A bracket that is not closed",
        "`{sign}` begins a list here that does not end.",
        "Close it; if this is prose, put it into a `|` block.",
        broken=node("""\
with: «[»bram, maren
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
with: [bram, maren]
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E123",
        "A backslash in double quotes",
        "A backslash in double quotes means something else in YAML.",
        "Use a `|` block, in which it is the story's own.",
        broken=node("""\
text: «"»Flat \\*and\\* lovely."
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  Flat \\*and\\* lovely.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E124",
        "Words lost behind a `#`",
        "YAML takes everything from `#` on for a comment.",
        "Put the whole of it in quotes, or into a `|` block.",
        broken=Example("""\
people:
  tace: Old Tace «#»2
"""),
        fixed=Example("""\
people:
  tace: "Old Tace #2"
"""),
    ),
    Mistake(
        "E125",
        "A file name that not every system can have",
        "Not every system can have a file called '{name}'.",
        "Use letters, digits, `-` and `_` in the names of files.",
        broken=Example(
            """\
«»chapter: night
""",
            file="con.yaml",
        ),
        fixed=Example(
            """\
chapter: night
""",
            file="night.yaml",
        ),
    ),
    Mistake(
        "E126",
        "Two file names that differ only in capitals",
        "'{name}' and '{other_name}' are the same file on some systems.",
        "Rename one of them.",
        broken=Example(
            """\
«»chapter: night
""",
            file="Square.yaml",
        ),
        fixed=Example(
            """\
chapter: night
""",
            file="night.yaml",
        ),
    ),
    Mistake(
        "E127",
        "No story",
        "There is no story in '{folder}': it has no file that ends in `.yaml`.",
        "Give the folder in which `world.yaml` is.",
        broken=Example(
            """\
The bell does not ring.
""",
            file="bell.txt",
            alone=True,
        ),
        fixed=Example(SMALLEST, "world.yaml", alone=True),
    ),
    Mistake(
        "E201",
        "A key that nobody knows",
        "'{key}' is no key of this.",
        "Known here: {keys}.",
        broken=node("""\
«txet»: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E202",
        "A key that is missing",
        "'{name}' has no `{key}:`, and needs one.",
        "Add a line `{key}: …`.",
        broken=Example("""\
endings:
  «ferryman»:
    music: ferry
"""),
        fixed=Example("""\
endings:
  ferryman:
    title: "The Ferryman"
    music: ferry
"""),
    ),
    Mistake(
        "E203",
        "A key with nothing behind it",
        "Nothing stands behind `{key}:`.",
        "Write what belongs there, or take the key out.",
        broken=node("""\
view«:»
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
        "E204",
        "The wrong shape of value",
        "`{key}:` wants {form}.",
        "Look at an example of `{key}:` in REFERENCE.md.",
        broken=node("""\
text: |
  The kiln is cold.
songs: «kindling»
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  The kiln is cold.
songs:
  kindling:
    command: hollow.square
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E205",
        "Prose that is not in a `|` block",
        "`{key}:` holds words of your own, and those must stand in a `|` block.",
        "Write `{key}: |` and put the words on the next lines, indented.",
        broken=node("""\
text: «Nobody looks up.»
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E206",
        "A folded block",
        "`>` joins lines as YAML likes; a story does that itself.",
        "Write `|` in place of `>`.",
        broken=node("""\
text: «>»
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E207",
        "Neither yes nor no",
        "`{key}:` wants `yes` or `no`, and '{word}' is neither.",
        "Write `yes` or `no`.",
        broken=Example("""\
songs:
  pull:
    name: Founders' Pull
    small: «often»
"""),
        fixed=Example("""\
songs:
  pull:
    name: Founders' Pull
    small: yes
"""),
    ),
    Mistake(
        "E208",
        "A number outside its bounds",
        "`{key}:` wants a whole number from {low} to {high}, and '{word}' is none.",
        "Write a number from {low} to {high}.",
        broken=node("""\
tension: «5»
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
tension: 3
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E209",
        "A name with wrong letters",
        "'{word}' cannot be a name ({key}).",
        "Names have lower-case letters, digits and `_`, joined by dots: `ember_hollow.bell`.",
        broken=Example("""\
at: hollow
nodes:
  «Night-Bell»:
    text: |
      Nobody looks up.
    choices: |
      Go on -> hollow.square
"""),
        fixed=Example("""\
at: hollow
nodes:
  night.bell:
    text: |
      Nobody looks up.
    choices: |
      Go on -> hollow.square
"""),
    ),
    Mistake(
        "E210",
        "Declared twice",
        "'{name}' is declared a second time as {what}.",
        "Rename one of the two, or take it out.",
        broken=Example(
            """\
at: hollow
nodes:
  «hollow.square»:
    text: |
      Nobody looks up.
    choices: |
      Go on -> hollow.roof
""",
            file="zenith.yaml",
        ),
        fixed=Example(
            """\
at: hollow
nodes:
  hollow.night:
    text: |
      Nobody looks up.
    choices: |
      Go on -> hollow.roof
""",
            file="zenith.yaml",
        ),
    ),
    Mistake(
        "E212",
        "Not a colour",
        "'{word}' is no colour.",
        'Write six digits from 0 to F in quotes: "#E2A769".',
        broken=Example("""\
people:
  tace:
    name: Old Tace
    colour: «orange»
"""),
        fixed=Example("""\
people:
  tace:
    name: Old Tace
    colour: "#E2A769"
"""),
    ),
    Mistake(
        "E214",
        "A format from the future",
        "This story is written in format {word}, and this game reads format 1.",
        "Write `format: 1`, or get a newer version of the game.",
        broken=Example(WORLD.replace("format: 1", "format: «2»"), "world.yaml"),
        fixed=Example(WORLD, "world.yaml"),
    ),
    Mistake(
        "E215",
        "A word that is taken",
        "'{word}' is a word of the language of conditions, so it cannot be a name.",
        "Choose another name.",
        broken=Example("""\
facts:
  «once»: no
"""),
        fixed=Example("""\
facts:
  been_once: no
"""),
    ),
    Mistake(
        "E216",
        "Something that stands once in a story",
        "`{key}:` stands in two places, and a story has one.",
        "Keep one of the two.",
        broken=Example(
            """\
«title»: "The Other Bell"
""",
            file="zenith.yaml",
        ),
        fixed=Example(
            """\
chapter: night
""",
            file="zenith.yaml",
        ),
    ),
    Mistake(
        "E217",
        "A story without a beginning",
        "No file says where the story begins.",
        "Add `start: …` with the name of the first node to `world.yaml`.",
        broken=Example("«»" + SMALLEST.replace("start: bell\n", ""), "world.yaml", alone=True),
        fixed=Example(SMALLEST, "world.yaml", alone=True),
    ),
)
