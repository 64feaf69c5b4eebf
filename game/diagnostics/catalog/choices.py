"""Choices and where they lead."""

from __future__ import annotations

from game.diagnostics.catalog.entry import Mistake, choices, guard

MISTAKES = (
    Mistake(
        "E501",
        "A node that does not exist",
        "No node is called '{name}'.",
        "Write it, or lead to one that exists.",
        broken=choices("Climb the tower -> «hollow.rof»"),
        fixed=choices("Climb the tower -> hollow.roof"),
    ),
    Mistake(
        "E502",
        "A choice that leads nowhere",
        "This choice does not say where it leads.",
        "Write ` -> ` and the name of a node behind the label.",
        broken=choices("«Climb the tower»"),
        fixed=choices("Climb the tower -> hollow.roof"),
    ),
    Mistake(
        "E503",
        "Not the name of a node",
        "'{word}' cannot be the name of a node.",
        "Behind `->` stands the name of a node, `detour` with a name, or `back`.",
        broken=choices("Climb the tower -> «Hollow.Roof»"),
        fixed=choices("Climb the tower -> hollow.roof"),
    ),
    Mistake(
        "E504",
        "An arrow with nothing behind it",
        "Nothing stands behind the arrow.",
        "Write the name of a node.",
        broken=choices("Climb the tower «->»"),
        fixed=choices("Climb the tower -> hollow.roof"),
    ),
    Mistake(
        "E505",
        "Two choices with one key",
        "Two choices of this node have the key '{key}'.",
        "Give one of them an `id:` of its own.",
        broken=choices("""\
Climb -> hollow.roof
«Climb!» -> hollow.square"""),
        fixed=choices("""\
Climb -> hollow.roof
Climb!
  -> hollow.square
  id: climb_down"""),
    ),
    Mistake(
        "E506",
        "A label that makes no key",
        "This label has no letters of which a key can be made.",
        "Give the choice an `id:`.",
        broken=choices("«…» -> hollow.roof"),
        fixed=choices("""\
…
  -> hollow.roof
  id: say_nothing"""),
    ),
    Mistake(
        "E507",
        "A choice that does not exist",
        "'{node}' has no choice '{name}'.",
        "Look at its choices: the key is the `id:`, or the label in lower case with `_`.",
        broken=guard("taken(hollow.square/«climb_down»)"),
        fixed=guard("taken(hollow.square/climb_up)"),
    ),
    Mistake(
        "E509",
        "Something a choice cannot have",
        "'{word}' is nothing that can stand under a choice.",
        "Known are: `-> node`, `id:`, `when:`, `else:`, `once`, `do:`.",
        broken=choices("""\
Climb -> hollow.roof
  «whwn»: bell.rung"""),
        fixed=choices("""\
Climb -> hollow.roof
  when: bell.rung"""),
    ),
    Mistake(
        "E510",
        "Something behind the target",
        "'{word}' cannot stand behind a target.",
        "Behind a target stand `when …`, `once` and `do …`.",
        broken=choices("Climb -> hollow.roof «onec»"),
        fixed=choices("Climb -> hollow.roof once"),
    ),
    Mistake(
        "E511",
        "Said twice",
        "'{word}' is said twice here.",
        "Keep one of the two.",
        broken=choices("Climb -> hollow.roof when bell.rung «when» hush > 3"),
        fixed=choices("Climb -> hollow.roof when bell.rung and hush > 3"),
    ),
    Mistake(
        "E512",
        "A key with wrong letters",
        "'{word}' cannot be the key of a choice.",
        "Keys have lower-case letters, digits and `_`.",
        broken=choices("""\
Climb
  -> hollow.roof
  id: «Climb up»"""),
        fixed=choices("""\
Climb
  -> hollow.roof
  id: climb_up"""),
    ),
    Mistake(
        "E520",
        "A choice without a label",
        "This choice has no label.",
        "Write what the player does before the arrow.",
        broken=choices("«->» hollow.roof"),
        fixed=choices("Climb -> hollow.roof"),
    ),
    Mistake(
        "E521",
        "A reason that nobody will read",
        "`else:` is shown while a choice is closed, and this one is always open.",
        "Add a `when:`, or take the `else:` out.",
        broken=choices("""\
Climb -> hollow.roof
  «else»: The ladder is gone."""),
        fixed=choices("""\
Climb -> hollow.roof when bell.rung
  else: The ladder is gone."""),
    ),
)
