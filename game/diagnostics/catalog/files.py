"""What YAML and the computer have to say: files, characters, indentation, quotes."""

from __future__ import annotations

from game.diagnostics.catalog.entry import Example, Mistake, node, prose

MISTAKES = (
    Mistake(
        "E101",
        "A file that cannot be read",
        "This file cannot be read: {reason}.",
        'Save it again as UTF-8 (editors have that under "Save as" or "Encoding"), where you may read it.',
        broken=Example(
            """\
at: hollow
nodes:
  night.bell:
    text: |
      Andr«é» is asleep.
    choices: |
      Go on -> hollow.square
""",
            encoding="latin-1",
        ),
        fixed=Example("""\
at: hollow
nodes:
  night.bell:
    text: |
      André is asleep.
    choices: |
      Go on -> hollow.square
"""),
    ),
    Mistake(
        "E102",
        "A character nobody can see",
        "There is an invisible character here ({sign}) that cannot be part of a story.",
        "Delete it and type the place anew; such characters come in with pasted text.",
        broken=prose("The bell«\u200b» does not ring."),
        fixed=prose("The bell does not ring."),
    ),
    Mistake(
        "E103",
        "A file or a story that is too large",
        "{what} larger than {most} MB.",
        "Split the file, or take out what is no part of the story: one file a chapter is a good size.",
        broken=Example(
            """\
«»chapter: night
""",
            padding=5000000,
        ),
        fixed=Example("""\
chapter: night
"""),
    ),
    Mistake(
        "E104",
        "A tab at the beginning of a line",
        "This line is indented with a tab, and YAML knows only blanks.",
        "Indent with two blanks a step; editors can turn tabs into blanks.",
        broken=Example("""\
facts:
«	»lamp: no
"""),
        fixed=Example("""\
facts:
  lamp: no
"""),
    ),
    Mistake(
        "E106",
        "A colon in bare words",
        "These words have a colon in them, so YAML takes what stands before it for a key.",
        "Prose goes into a `|` block: a `|` behind the key, the words on the next line, indented.",
        broken=node("""\
text: Step two«:» we climb.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  Step two: we climb.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E107",
        "A quote that is not closed",
        "A quote begins here and does not end.",
        "Close it on the same line, or use a `|` block, in which quotes mean nothing.",
        broken=node("""\
text: «"»Leave it, says Bram.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: "Leave it, says Bram."
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E108",
        "A line that is not indented like its neighbours",
        "This line is not indented like the lines it belongs with.",
        "Keys that belong together begin in the same column; what is in a `|` block stands further "
        "in than its key.",
        broken=node("""\
text: |
  Nobody looks up.
 «choices»: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E109",
        "A line that YAML cannot read",
        "YAML cannot read on from here.",
        "Compare this line with a node that works; prose belongs into a `|` block.",
        broken=Example("""\
chapter: night
...
«at»: hollow
"""),
        fixed=Example("""\
chapter: night
at: hollow
"""),
    ),
    Mistake(
        "E110",
        "The same key twice",
        "'{name}' stands here twice.",
        "Keep one of the two.",
        broken=Example("""\
facts:
  lamp: no
  «lamp»: yes
"""),
        fixed=Example("""\
facts:
  lamp: yes
"""),
    ),
    Mistake(
        "E111",
        "An anchor or an alias of YAML",
        "`&` and `*` at the beginning of a value mean something in YAML that a story has no use for.",
        "Write the value out where it is needed; prose goes into a `|` block.",
        broken=node("""\
text: «&hush» The square is quiet.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  & hush: the square is quiet.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E112",
        "A merge key",
        "`<<` merges one table into another in YAML, and a story has no use for that.",
        "Write the keys out.",
        broken=node("""\
«<<»: hollow.square
text: |
  The square again.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  The square again.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E113",
        "A second document in one file",
        "`---` begins a second document here.",
        "Take the line out, or move what follows it into a file of its own.",
        broken=Example("""\
facts:
  lamp: no
«---»
chapter: night
"""),
        fixed=Example("""\
facts:
  lamp: no
chapter: night
"""),
    ),
    Mistake(
        "E114",
        "Nested too deep",
        "This is nested more than {most} levels deep.",
        "Nothing in a story needs that: take a level out.",
        broken=Example("""\
facts:
  lamp: [[[[[[[[[[«[»[no]]]]]]]]]]]]
"""),
        fixed=Example("""\
facts:
  lamp: no
"""),
    ),
    Mistake(
        "E115",
        "A file without keys",
        "This file does not consist of keys with values.",
        "Begin it with a key such as `nodes:`.",
        broken=Example("""\
«-» The bell does not ring.
- Nobody looks up.
"""),
        fixed=Example("""\
nodes:
  night.bell:
    at: hollow
    text: |
      The bell does not ring.
      Nobody looks up.
    choices: |
      Go on -> hollow.square
"""),
    ),
    Mistake(
        "E116",
        "A key that is not a word",
        "This cannot be a key.",
        "A key is a word, followed by a colon; if this is prose, put it into a `|` block.",
        broken=Example("""\
facts:
  «[»lamp, nail]: no
"""),
        fixed=Example("""\
facts:
  lamp: no
  nail: no
"""),
    ),
    Mistake(
        "E117",
        "A tag of YAML",
        "`!` at the beginning of a value is a tag in YAML, and a story has no use for tags.",
        "Put the words into a `|` block or in quotes.",
        broken=node("""\
text: «!Hush» The square is quiet.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  !Hush! The square is quiet.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E118",
        "Something behind the end of a value",
        "The value ended before this.",
        "Put all of it into a `|` block; there, quotes and brackets are just signs.",
        broken=node("""\
text: "Flat," «says» the ladder.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  "Flat," says the ladder.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E119",
        "A line without a colon",
        "This line is neither a key with a colon nor part of a `|` block.",
        "If it is prose, indent it further than its key; if it is a key, give it a colon.",
        broken=node("""\
text: |
  Nobody looks up.
«Then» somebody coughs.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  Nobody looks up.
  Then somebody coughs.
choices: |
  Go on -> hollow.square"""),
    ),
)
