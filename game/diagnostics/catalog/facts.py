"""What facts can be, and what conditions ask of them."""

from __future__ import annotations

from game.diagnostics.catalog.entry import Example, Mistake, choices, guard

MISTAKES = (
    Mistake(
        "E301",
        "A fact whose values are not clear",
        "It is not clear what values '{name}' can have.",
        "Write `no`, or bounds `0..7`, or a list `calm | warm`.",
        broken=Example("""\
facts:
  lamp: «off»
"""),
        fixed=Example("""\
facts:
  lamp: no
"""),
    ),
    Mistake(
        "E302",
        "A fact that starts outside its bounds",
        "'{name}' goes from {low} to {high}, so it cannot start with {value}.",
        "Give it a start within its bounds.",
        broken=Example("""\
facts:
  lamps: «0..6 = 9»
"""),
        fixed=Example("""\
facts:
  lamps: 0..6 = 6
"""),
    ),
    Mistake(
        "E303",
        "Bounds that hold no number",
        "There must be some numbers from {low} up to {high}, and not more than {most}.",
        "Write the smaller one first: `0..7`.",
        broken=Example("""\
facts:
  lamps: «6..0»
"""),
        fixed=Example("""\
facts:
  lamps: 0..6
"""),
    ),
    Mistake(
        "E304",
        "One equals sign in a condition",
        "A condition compares with `==`, and this is '{word}'.",
        "Write `==` in its place.",
        broken=guard("hush «=» 3"),
        fixed=guard("hush == 3"),
    ),
    Mistake(
        "E305",
        "Two comparisons in a row",
        "A condition compares one fact with one value, and here comes a second '{word}'.",
        "Join two comparisons with `and`: `hush > 0 and hush < 3`.",
        broken=guard("hush > 0 «<» 3"),
        fixed=guard("hush > 0 and hush < 3"),
    ),
    Mistake(
        "E306",
        "A bracket that is not closed in a condition",
        "This bracket is not closed.",
        "Add the `)` that is missing.",
        broken=guard("«(»bell.rung or hush > 3"),
        fixed=guard("(bell.rung or hush > 3) and trust.bram > 1"),
    ),
    Mistake(
        "E307",
        "A sign that means nothing in a condition",
        "'{word}' means nothing in conditions and effects.",
        "Leave it out. Names have only letters, digits, `_` and dots.",
        broken=guard("hush «?»"),
        fixed=guard("hush > 3"),
    ),
    Mistake(
        "E308",
        "Brackets in brackets in brackets",
        "Nobody can read brackets as deep as this.",
        "Split the condition, or declare a fact for a part of it.",
        broken=guard("((((((((((((((((((((((((((((((«(»bell.rung)))))))))))))))))))))))))))))))"),
        fixed=guard("bell.rung"),
    ),
    Mistake(
        "E309",
        "A number that is too large",
        "{word} is too large: numbers have at most six digits.",
        "Write a smaller one.",
        broken=guard("hush > «1000000»"),
        fixed=guard("hush > 3"),
    ),
    Mistake(
        "E317",
        "A condition or effect that breaks off",
        "Something is missing here.",
        "Write the rest, or take out what came before.",
        broken=guard("bell.rung and«»"),
        fixed=guard("bell.rung and hush > 3"),
    ),
    Mistake(
        "E318",
        "Yes or no in a list",
        "'{word}' cannot be one of a list, because it is already a value of its own.",
        "Find another word, or let the fact be just `yes` or `no`.",
        broken=Example("""\
facts:
  lamp: «no | lit | broken»
"""),
        fixed=Example("""\
facts:
  lamp: dark | lit | broken
"""),
    ),
    Mistake(
        "E319",
        "The same word twice in a list",
        "'{word}' stands twice in this list.",
        "Keep it once.",
        broken=Example("""\
facts:
  lamp: «dark | lit | dark»
"""),
        fixed=Example("""\
facts:
  lamp: dark | lit
"""),
    ),
    Mistake(
        "E320",
        "A fact that nobody declared",
        "No fact is called '{name}'.",
        "Declare it under `facts:` in `world.yaml`.",
        broken=guard("«hsuh» > 3"),
        fixed=guard("hush > 3"),
    ),
    Mistake(
        "E321",
        "A question that nobody knows",
        "'{word}()' is nothing one can ask.",
        "Known are: seen, visits, knows, rests, leaf, motif, met, tie, here, taken.",
        broken=guard("«sen»(hollow.roof)"),
        fixed=guard("seen(hollow.roof)"),
    ),
    Mistake(
        "E322",
        "A condition or effect that is empty",
        "Nothing stands behind `{word}`.",
        "Write what it asks or does, or take `{word}` out.",
        broken=choices("Ring it -> hollow.roof «when»"),
        fixed=guard("bell.rung"),
    ),
    Mistake(
        "E323",
        "A question without its brackets",
        "'{word}' wants brackets.",
        "Write `{word}({name})`.",
        broken=guard("«seen» hollow.roof"),
        fixed=guard("seen(hollow.roof)"),
    ),
    Mistake(
        "E324",
        "Too many or too few names in brackets",
        "It is not clear what '{word}' is about.",
        "Write one {kind} in the brackets.",
        broken=guard("«seen()»"),
        fixed=guard("seen(hollow.roof)"),
    ),
    Mistake(
        "E325",
        "A word where none can stand",
        "'{word}' is not expected here.",
        "A condition is made of facts and questions, joined by and, or, not.",
        broken=guard("hush > 3 «then»"),
        fixed=guard("hush > 3"),
    ),
    Mistake(
        "E326",
        "A sign from another language",
        "In conditions, '{word}' is a word.",
        "Write and, or, not.",
        broken=guard("bell.rung «&&» hush > 3"),
        fixed=guard("bell.rung and hush > 3"),
    ),
    Mistake(
        "E330",
        "A fact that says neither yes nor no",
        "'{name}' is {kind}, so a condition must compare it.",
        "Write for example `{name} == …`.",
        broken=guard("«trust.bram»"),
        fixed=guard("trust.bram > 0"),
    ),
    Mistake(
        "E331",
        "The wrong kind of value",
        "{name} is {kind}; '{word}' is not.",
        "Write one of its values.",
        broken=guard("hush == «often»"),
        fixed=guard("hush == 7"),
    ),
    Mistake(
        "E332",
        "A value that is not in the list",
        "{name} is {kind}; '{word}' is not among them.",
        "Write one of them, or add it to the list where the fact is declared.",
        broken=guard("weather == «rian»"),
        fixed=guard("weather == rain"),
    ),
    Mistake(
        "E333",
        "Less or more where there is no order",
        "{name} is {kind}, which has no less or more.",
        "Compare with `==` or `!=`.",
        broken=guard("«weather» > rain"),
        fixed=guard("weather == snow"),
    ),
    Mistake(
        "E334",
        "A comparison that never holds",
        "'{comparison}' can never hold: {name} is {kind}.",
        "Compare with a number that it can reach.",
        broken=guard("«hush > 7»"),
        fixed=guard("hush == 7"),
    ),
    Mistake(
        "W335",
        "A comparison that always holds",
        "'{comparison}' always holds: {name} is {kind}.",
        "Leave it out.",
        broken=guard("«hush >= 0»"),
        fixed=guard("hush >= 1"),
    ),
    Mistake(
        "E336",
        "Two facts compared",
        "'{word}' is a fact itself, and {name} can only be set beside a constant.",
        "Write a value in its place.",
        broken=guard("hush > «trust.bram»"),
        fixed=guard("hush > 3 and trust.bram < 3"),
    ),
    Mistake(
        "E338",
        "A count without a number",
        "`visits({name})` is a number, so a condition must compare it.",
        "Write `visits({name}) > 1`, or `seen({name})` if any visit will do.",
        broken=guard("«visits(hollow.roof)»"),
        fixed=guard("visits(hollow.roof) > 1"),
    ),
    Mistake(
        "E339",
        "`seen` counted",
        "`seen({name})` is yes or no.",
        "To count, write `visits({name})`.",
        broken=guard("«seen(hollow.roof)» > 1"),
        fixed=guard("visits(hollow.roof) > 1"),
    ),
    Mistake(
        "E340",
        "Words that need a node around them",
        "`{word}` means nothing outside a node.",
        "Name a node or a fact in its place.",
        broken=Example("""\
journal:
  roof:
    text: |
      You have been here.
    when: seen(«self»)
"""),
        fixed=Example("""\
journal:
  roof:
    text: |
      You have been on the roof.
    when: seen(hollow.roof)
"""),
    ),
    Mistake(
        "E341",
        "A choice without its node",
        "A choice is named as `node/key`.",
        "Write `taken(node/key)`, or `taken(self/key)` for a choice of the same node.",
        broken=guard("«taken(climb_up)»"),
        fixed=guard("taken(hollow.square/climb_up)"),
    ),
)
