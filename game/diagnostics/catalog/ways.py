"""Ways on: redirects, chances, detours, endings."""

from __future__ import annotations

from game.diagnostics.catalog.entry import Example, Mistake, choices, node

MISTAKES = (
    Mistake(
        "E513",
        "Redirects in a circle",
        "This goes round in a circle and never shows a page: {path}.",
        "Let one of them end on a node that shows its text.",
        broken=Example("""\
at: hollow
nodes:
  night.bell:
    redirect: |
      -> night.rope when bell.rung
    text: |
      The bell.
    choices: |
      Go on -> hollow.square
  night.rope:
    redirect: |
      -> «night.bell»
"""),
        fixed=Example("""\
at: hollow
nodes:
  night.bell:
    redirect: |
      -> night.rope when bell.rung
    text: |
      The bell.
    choices: |
      Go on -> hollow.square
  night.rope:
    redirect: |
      -> hollow.roof
"""),
    ),
    Mistake(
        "E514",
        "Redirect and chance together",
        "A node has either `redirect:` or `chance:`.",
        "Redirect to a node that has the chance.",
        broken=node("""\
redirect: |
  -> hollow.roof when bell.rung
«chance»: |
  1 -> hollow.square
  2 -> hollow.roof"""),
        fixed=node("""\
chance: |
  1 -> hollow.square
  2 -> hollow.roof"""),
    ),
    Mistake(
        "E515",
        "A node with no way on",
        "'{name}' leads nowhere and is no ending.",
        "Give it `choices:`, or an `ending:`.",
        broken=Example("""\
at: hollow
nodes:
  «night.bell»:
    text: |
      Nobody looks up.
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
        "E516",
        "An ending that goes on",
        "'{name}' ends the run, so `{key}:` would never be seen.",
        "Take out one of the two.",
        broken=node("""\
text: |
  You stay.
ending: home
«choices»: |
  Go on -> hollow.square"""),
        fixed=node("""\
text: |
  You stay.
ending: home"""),
    ),
    Mistake(
        "E517",
        "A weight that is no number",
        "'{word}' is no weight.",
        "Write a whole number from 1 to {most} before the arrow: `3 -> mill.door`.",
        broken=node("""\
chance: |
  «often» -> hollow.square
  1 -> hollow.roof"""),
        fixed=node("""\
chance: |
  3 -> hollow.square
  1 -> hollow.roof"""),
    ),
    Mistake(
        "E519",
        "A song that leads back",
        "A song cannot lead `back`.",
        "Lead to a node, and from there `back`.",
        broken=node("""\
text: |
  The kiln is cold.
songs:
  lullaby:
    share: «back»
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
        "E522",
        "An old name that is still in use",
        "'{name}' cannot be an old name, because it is in use.",
        "Take it out of `aliases:`.",
        broken=node("""\
aliases: [«hollow.roof»]
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
        fixed=node("""\
aliases: [hollow.tower]
text: |
  Nobody looks up.
choices: |
  Go on -> hollow.square"""),
    ),
    Mistake(
        "E523",
        "A redirect that does more",
        "Here stands only the name of a node.",
        "Put detours and effects into the node that it leads to.",
        broken=node("""\
redirect: |
  -> «hollow.roof do hush += 1»"""),
        fixed=node("""\
redirect: |
  -> hollow.roof"""),
    ),
    Mistake(
        "E524",
        "A redirect without an arrow",
        "This line of `redirect:` has no arrow.",
        "Write `-> node when condition`.",
        broken=node("""\
redirect: |
  «hollow.roof when bell.rung»
  -> hollow.square"""),
        fixed=node("""\
redirect: |
  -> hollow.roof when bell.rung
  -> hollow.square"""),
    ),
    Mistake(
        "E525",
        "A redirect that is never reached",
        "The line above always holds, so this one is never reached.",
        "Move the line without `when` to the end.",
        broken=node("""\
redirect: |
  -> hollow.square
  «-> hollow.roof when bell.rung»"""),
        fixed=node("""\
redirect: |
  -> hollow.roof when bell.rung
  -> hollow.square"""),
    ),
    Mistake(
        "E526",
        "A chance without an arrow",
        "This line of `chance:` has no arrow.",
        "Write `3 -> node`, weight first.",
        broken=node("""\
chance: |
  «3 hollow.roof»
  1 -> hollow.square"""),
        fixed=node("""\
chance: |
  3 -> hollow.roof
  1 -> hollow.square"""),
    ),
    Mistake(
        "E527",
        "A detour into itself",
        "The detour '{target}' comes round to '{name}', which would go deeper for ever.",
        "Lead there with a plain arrow, or let the detour go `back` before.",
        broken=Example("""\
at: hollow
nodes:
  night.bell:
    text: |
      You count the rungs.
    choices: |
      «Count again» -> detour night.bell
      Enough -> hollow.square
"""),
        fixed=Example("""\
at: hollow
nodes:
  night.bell:
    text: |
      You count the rungs.
    choices: |
      Count again -> night.bell
      Enough -> hollow.square
"""),
    ),
    Mistake(
        "E528",
        "`back` outside a detour",
        "No detour leads to '{name}', so there is nothing to go back to.",
        "Lead to a node by its name.",
        broken=choices("«Climb down again» -> back"),
        fixed=choices("Climb down again -> hollow.square"),
    ),
)
