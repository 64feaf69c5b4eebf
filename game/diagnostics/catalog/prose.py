"""Prose: speakers, emphasis, and what stands in braces."""

from __future__ import annotations

from game.diagnostics.catalog.entry import Mistake, prose

MISTAKES = (
    Mistake(
        "E401",
        "A brace that is not closed",
        "A tag begins here and does not end on this line.",
        "Close it with `}}`; for a brace in the text write `\\{{`.",
        broken=prose("The bell «{»hangs over the square."),
        fixed=prose("The bell \\{hangs over the square."),
    ),
    Mistake(
        "E402",
        "A tag that nobody knows",
        "`{{{tag}}}` means nothing.",
        "In braces stand if, else, end, pick, enter, leave, pause, sound, a fact, or a person with a look.",
        broken=prose("The bell hangs {«iff» bell.rung}still{end}."),
        fixed=prose("The bell hangs {if bell.rung}still{end}."),
    ),
    Mistake(
        "E403",
        "An `{end}` too many",
        "There is nothing open that could end here.",
        "Take it out, or begin with `{{if …}}` or `{{pick}}`.",
        broken=prose("The bell hangs over the square.«{end}»"),
        fixed=prose("{if bell.rung}The bell hangs over the square.{end}"),
    ),
    Mistake(
        "E404",
        "A tag that is not ended",
        "`{{{tag}}}` begins here and does not end.",
        "Write `{{end}}` where it ends.",
        broken=prose("«{if» bell.rung}The bell hangs over the square."),
        fixed=prose("{if bell.rung}The bell hangs over the square.{end}"),
    ),
    Mistake(
        "E405",
        "An `{else}` without an `{if}`",
        "There is no `{{if}}` open to which this could belong.",
        "Put it between `{{if …}}` and its `{{end}}`; behind `{{else}}` comes only `{{end}}`.",
        broken=prose("{if bell.rung}It rang.{else}It did not.«{else}»Who knows?{end}"),
        fixed=prose("{if bell.rung}It rang.{else}It did not.{end}"),
    ),
    Mistake(
        "E406",
        "Emphasis that does not end",
        "Emphasis begins here and does not end in its paragraph.",
        "Add the second `*`; for a star in the text write `\\*`.",
        broken=prose("It «*»was flat."),
        fixed=prose("It *was* flat."),
    ),
    Mistake(
        "E407",
        "A speaker that nobody knows",
        "'{name}' speaks here, and nobody is called that.",
        "Declare them under `people:`; if these are the narrator's words, write `\\` before them.",
        broken=prose('«barm»: "Leave it."'),
        fixed=prose('bram: "Leave it."'),
    ),
    Mistake(
        "E408",
        "A pick with one option",
        "There is only one option to pick from.",
        "Put `|` between the options.",
        broken=prose("«{pick}»A lamp ticks.{end}"),
        fixed=prose("{pick}A lamp ticks.|A door bangs.{end}"),
    ),
    Mistake(
        "E409",
        "A closing brace on its own",
        "This brace closes nothing.",
        "For a brace in the text write `\\}}`.",
        broken=prose("The bell hangs«}» over the square."),
        fixed=prose("The bell hangs over the square."),
    ),
    Mistake(
        "E410",
        "A look that they do not have",
        "'{name}' does not look '{word}'.",
        "Their looks: {looks}.",
        broken=prose("{bram «wram»}He laughs."),
        fixed=prose("{bram warm}He laughs."),
    ),
    Mistake(
        "E412",
        "A sound without a name",
        "`{{sound}}` wants the name of one sound.",
        "Write `{{sound door}}`.",
        broken=prose("{«sound»}She bolts the door."),
        fixed=prose("{sound door}She bolts the door."),
    ),
    Mistake(
        "E413",
        "A backslash at the end of a line",
        "A backslash stands before the sign that it protects, and there is none.",
        "Take it out.",
        broken=prose("The bell hangs over the square.«\\»"),
        fixed=prose("The bell hangs over the square."),
    ),
    Mistake(
        "E414",
        "A person in braces without a look",
        "`{{{name}}}` does not say how they look.",
        "Write `{{{name} warm}}`, `{{enter {name}}}` or `{{leave {name}}}`.",
        broken=prose("{«bram»}He laughs."),
        fixed=prose("{bram warm}He laughs."),
    ),
    Mistake(
        "E415",
        "Tags nested too deep",
        "Nobody can follow tags nested more than {most} deep.",
        "Split the passage into nodes.",
        broken=prose("""\
{if bell.rung}
{if bell.rung}
{if bell.rung}
{if bell.rung}
{if bell.rung}
{if bell.rung}
{if bell.rung}
{if bell.rung}
{if bell.rung}
{if bell.rung}
{if bell.rung}
«{»if bell.rung}
It rang.
{end}{end}{end}{end}{end}{end}{end}{end}{end}{end}{end}{end}"""),
        fixed=prose("{if bell.rung}It rang.{end}"),
    ),
    Mistake(
        "E416",
        "Nobody enters",
        "`{{{tag}}}` does not say who.",
        "Write `{{{tag} bram}}`.",
        broken=prose("{«enter»}A hand comes over the edge."),
        fixed=prose("{enter bram}A hand comes over the edge."),
    ),
    Mistake(
        "E417",
        "An `{else}` with something behind it",
        "`{{else}}` stands alone.",
        "Write `{{else if …}}` if a condition follows.",
        broken=prose("{if bell.rung}It rang.{«else hush > 3»}It did not.{end}"),
        fixed=prose("{if bell.rung}It rang.{else if hush > 3}It did not.{end}"),
    ),
)
