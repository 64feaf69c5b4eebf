"""What becomes true, and how that is written."""

from __future__ import annotations

from game.diagnostics.catalog.entry import Example, Mistake, effects

MISTAKES = (
    Mistake(
        "E310",
        "A comparison where something should change",
        "An effect changes a fact with `=`, and this is '{word}'.",
        "Write `=` in its place.",
        broken=effects("bell.rung «==» yes"),
        fixed=effects("bell.rung = yes"),
    ),
    Mistake(
        "E311",
        "An effect that does not say what changes",
        "It is not clear what becomes of '{word}'.",
        "Write `{word} = …`, `{word} += 1` or `{word} -= 1`.",
        broken=effects("«hush»"),
        fixed=effects("hush += 1"),
    ),
    Mistake(
        "E312",
        "A comparison with nothing",
        "Nothing stands behind '{word}'.",
        "Write the value to compare with.",
        broken=effects("hush +=«»"),
        fixed=effects("hush += 1"),
    ),
    Mistake(
        "E313",
        "Effects without a comma",
        "'{word}' does not join two effects.",
        "Effects are joined by commas: `bell.rung = yes, hush -= 1`.",
        broken=effects("bell.rung = yes «and» hush -= 1"),
        fixed=effects("bell.rung = yes, hush -= 1"),
    ),
    Mistake(
        "E314",
        "An effect that nobody knows",
        "'{word}' is no effect.",
        "Known are: learn, forget, meet, tie, find leaf of, and `fact = value`.",
        broken=effects("«lerrn» kindling"),
        fixed=effects("learn kindling"),
    ),
    Mistake(
        "E315",
        "`of` is missing",
        "`{verb}` is followed by `of` and a name.",
        "Write `{verb} of …`.",
        broken=effects("learn «rests» kindling"),
        fixed=effects("learn rests of kindling"),
    ),
    Mistake(
        "E316",
        "An effect without its name",
        "`{verb}` is followed by {count}.",
        "Write what it is about.",
        broken=effects("«meet»"),
        fixed=effects("meet bram"),
    ),
    Mistake(
        "E343",
        "Adding to what is no number",
        "`{word}` adds, but {name} is {kind}.",
        "Set it with `=`.",
        broken=effects("bell.rung «+=» 1"),
        fixed=effects("bell.rung = yes"),
    ),
    Mistake(
        "E344",
        "A value outside the bounds",
        "{name} goes from {low} to {high}, so it cannot become {value}.",
        "Set it to a value within its bounds.",
        broken=effects("hush = «9»"),
        fixed=effects("hush = 7"),
    ),
    Mistake(
        "E345",
        "A question used as an effect",
        "'{word}()' can be asked, but not set.",
        "Write a fact, or one of: learn, forget, meet, tie, find leaf of.",
        broken=effects("«knows»(kindling) = yes"),
        fixed=effects("learn kindling"),
    ),
    Mistake(
        "E347",
        "A song without rests",
        "'{name}' has no rests, so nobody can find them out.",
        "Leave it out, or give its motif rests with `|`.",
        broken=effects("learn rests of «lullaby»"),
        fixed=effects("learn rests of kindling"),
    ),
    Mistake(
        "E348",
        "A person without a motif",
        "'{name}' has no motif, so nobody can learn it.",
        "Give `{name}` a `motif:` where they are declared.",
        broken=effects("learn motif of «maren»"),
        fixed=effects("learn motif of bram"),
    ),
    Mistake(
        "E349",
        "A tie that nobody declared",
        "Nothing is declared that ties '{name}' to '{other_name}'.",
        "Add it under `ties:` of one of the two.",
        broken=effects("tie «bram» maren"),
        fixed=Example("""\
people:
  tace:
    name: Old Tace
    ties:
      maren: "Tace taught her to swear."
at: hollow
nodes:
  night.bell:
    text: |
      Nobody looks up.
    choices: |
      Go on -> hollow.square do tie tace maren
"""),
    ),
)
