"""The parts of the format that are no keys: what stands in conditions, effects, prose and choices, and means.

The reference is made from these tables; every form in them is tried by the tests.
"""

from __future__ import annotations

FACTS = (
    ("`no`, `yes`", "Yes or no, and how it starts. `true` and `false` mean the same."),
    (
        "`0..7`",
        "A whole number within bounds, which it never leaves. It starts with 0, or as near as it can.",
    ),
    ("`0..7 = 1`", "The same, with its start."),
    (
        "`nothing | suspects | all`",
        "One of a list; it starts with the first. `yes` and `no` cannot be in it.",
    ),
)

CONDITIONS = (
    ("`bell.rung`", "A fact that is yes or no: is it yes?"),
    ("`hush >= 3`", "A fact beside a constant: `==`, `!=`, and for numbers `<`, `<=`, `>`, `>=`."),
    ("`weather == rain`", "A fact that is one of a list."),
    ("`not …`, `… and …`, `… or …`, `(…)`", "`not` binds before `and`, `and` before `or`."),
    ("`seen(NODE)`", "Has the node been visited? `seen(self)` is true as soon as a node is shown."),
    (
        "`visits(NODE) > 1`",
        "How often? Every arrival counts, even if a redirect or a lot leads on. Only beside a constant.",
    ),
    ("`taken(NODE/KEY)`", "Was this choice ever taken? `taken(self/KEY)` for one of the same node."),
    ("`knows(SONG)`", "Does Lysandra know the song?"),
    ("`rests(SONG)`", "Does she know where its rests fall?"),
    ("`leaf(SONG)`", "Has she found its leaf?"),
    ("`motif(PERSON)`", "Does she know their motif?"),
    ("`met(PERSON)`", "Has she met them?"),
    ("`tie(PERSON, PERSON)`", "Does she know what binds the two?"),
    ("`here(PERSON)`", "Are they named in this node's `with:`, and does its condition hold?"),
)

EFFECTS = (
    ("`bell.rung = yes`", "Set a fact."),
    ("`hush += 1`, `hush -= 1`", "Add to a number; it stays within its bounds."),
    ("`learn SONG`", "She knows the song."),
    ("`learn rests of SONG`", "She knows where its rests fall."),
    ("`learn motif of PERSON`", "She knows their motif."),
    ("`find leaf of SONG`", "She has found the leaf, and so knows the rests."),
    ("`forget SONG`", "She no longer knows the song; what she knows of its rests and its leaf stays."),
    ("`meet PERSON`", "She has met them."),
    ("`tie PERSON PERSON`", "She has found out what binds the two."),
)

PROSE = (
    (
        "an empty line",
        "begins a paragraph. A single line break is a blank, so a sentence can have its own line.",
    ),
    ("`*words*`", "Emphasis."),
    ('`bram: "Flat."`', "At the beginning of a line: a paragraph that somebody speaks."),
    ("`bram (the ladder): …`", "The same, with another name over it; `bram ():` shows none."),
    (
        "`{if CONDITION}…{else if CONDITION}…{else}…{end}`",
        (
            "Words under a condition. They nest, and may hold whole "
            "paragraphs; a tag alone on its line leaves nothing behind."
        ),
    ),
    ("`{pick}a|b|c{end}`", "One after the other, visit by visit; `{pick|-}…` stays with its last."),
    ("`{hush}`", "The value of a fact."),
    ("`{enter bram}`, `{enter bram warm}`", "Somebody comes into the picture."),
    ("`{leave bram}`", "Somebody goes out of it."),
    ("`{bram troubled}`", "How they look from here on."),
    ("`{pause}`", "A short silence."),
    ("`{sound door}`", "A sound."),
    ("`\\`", "before a sign makes it an ordinary one: `\\{`, `\\*`, `\\bram: …`."),
    ("`\"`, `'`, `--`, `...`", "become curly quotes, dashes and an ellipsis."),
)

CHOICES = (
    (
        "`Label -> NODE`",
        (
            "One choice, on a line of its own. It is read from the right: the last arrow before the "
            "name of a node counts, so arrows in the label need nothing."
        ),
    ),
    (
        "`-> detour NODE`",
        (
            "Goes there and comes `back` to this node, which is no visit. Other ways out of a detour lead "
            "on; a `back` that is taken later still comes back here."
        ),
    ),
    ("`-> back`", "In a detour: the way back. Outside of one, the choice is not there."),
    ("`… when CONDITION`", "The choice is open only then."),
    (
        "`… once`",
        "It can be taken once in a run; then it is gone, and so is what it says while it is closed.",
    ),
    ("`… do EFFECTS`", "What becomes true by it, joined by commas."),
    (
        "indented lines below",
        (
            "hold what does not fit: `-> NODE`, `when:`, `else:` (what a closed choice says of "
            "itself), `once`, `do:`, `id:`. A line that is indented further goes on with the line above it."
        ),
    ),
)

TURN = (
    "A choice or song that can be taken `once` is marked.",
    "The choice's or song's `do` happens.",
    "The node that it leads to is entered: its visits grow by one.",
    "That node's own `do` happens.",
    "Its `redirect` is followed, the first line that holds; there, the turn goes on with the third step.",
    "Its `chance` is drawn; likewise. No circle of redirects and lots may come round without a page.",
    "The page is shown.",
)
