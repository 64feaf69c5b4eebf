"""The pages made from the tables: the JSON Schema for editors, the reference, the list of mistakes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from game.diagnostics import Report, render_report
from game.diagnostics.catalog import CATALOG, PROVED, Example, Mistake, mistake
from game.diagnostics.catalog.story import STORY
from game.loading.examples import load_example, mark
from game.loading.language import CHOICES, CONDITIONS, EFFECTS, FACTS, PROSE, TURN
from game.loading.schema import SHAPES, Field, Kind

MADE = "made from the game's own tables by `python -m game.loading`; a test says if it is behind them"
_SCALAR = {"type": ["string", "number", "boolean"]}
_ID = {**_SCALAR, "pattern": "^[a-z0-9_]+(\\.[a-z0-9_]+)*$"}
_YES_NO = {"enum": ["yes", "no", "true", "false", True, False]}
_HOLDS = {
    Kind.PROSE: "prose",
    Kind.NAME: "a few words",
    Kind.ID: "a name",
    Kind.GUARD: "a condition",
    Kind.EFFECTS: "effects",
    Kind.YES_NO: "`yes` or `no`",
    Kind.IDS: "a name, or a list",
    Kind.PEOPLE: "a list of people",
    Kind.CHOICES: "choices, one a line",
    Kind.REDIRECTS: "lines of targets",
    Kind.CHANCES: "lines of weights and targets",
    Kind.MOTIF: "degrees",
    Kind.BEATS: "lengths",
    Kind.FACT: "its values",
    Kind.COLOUR: "a colour",
    Kind.TARGET: "a target",
}


def pages() -> dict[str, str]:
    """Give the text of every page that is made, by its file in the story's folder."""
    return {"schema.json": schema(), "REFERENCE.md": reference(), "MISTAKES.md": mistakes()}


# ---- the schema ----------------------------------------------------------------------------------


def schema() -> str:
    """Give the JSON Schema: it completes keys and shapes; what prose says is left to `check`."""
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a story",
        "$comment": MADE,
        **_shape("file"),
        "$defs": {_definition(name): _shape(name) for name in SHAPES if name != "file"},
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _shape(name: str) -> dict[str, Any]:
    shape = SHAPES[name]
    result: dict[str, Any] = {
        "description": shape.about,
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _field(field) for key, field in shape.fields.items()},
    }
    required = [key for key, field in shape.fields.items() if field.required]
    return {**result, "required": required} if required else result


def _field(field: Field) -> dict[str, Any]:
    forms = _forms(field)
    about = {"description": field.about}
    return {**about, **forms[0]} if len(forms) == 1 else {**about, "anyOf": forms}


def _forms(field: Field) -> list[dict[str, Any]]:
    inner = _reference(field.shape)
    short = [_value(field.short, field)] if field.short else []
    if field.kind is Kind.MAP:
        values = [*inner, *short]
        names = {"pattern": _ID["pattern"]}
        each = values[0] if len(values) == 1 else {"anyOf": values}
        return [{"type": "object", "propertyNames": names, "additionalProperties": each}]
    if field.kind is Kind.TABLE:
        return [*short, *inner]
    if field.kind is Kind.LIST:
        return [{"type": "array", "items": inner[0]}]
    if field.kind is Kind.CHOICES:
        return [{"type": "string"}, {"type": "array", "items": {"$ref": "#/$defs/choice"}}]
    if field.kind in {Kind.IDS, Kind.PEOPLE}:
        return [_SCALAR, {"type": "array", "items": _SCALAR}]
    return [_value(field.kind, field)]


def _value(kind: Kind, field: Field) -> dict[str, Any]:
    if kind in {Kind.PROSE, Kind.REDIRECTS, Kind.CHANCES}:
        return {"type": "string"}
    if kind is Kind.YES_NO:
        return _YES_NO
    if kind is Kind.NUMBER:
        return {
            "type": ["integer", "string"],
            "minimum": field.low,
            "maximum": field.high,
            "pattern": "^[0-9]+$",
        }
    return _ID if kind is Kind.ID else _SCALAR


def _reference(shape: str) -> list[dict[str, Any]]:
    return [{"$ref": f"#/$defs/{_definition(shape)}"}] if shape else []


def _definition(name: str) -> str:
    return name.replace(" ", "-")


# ---- the reference -------------------------------------------------------------------------------


def reference() -> str:
    """Give the reference: every key, and everything that conditions, effects, prose and choices can say."""
    parts = [
        "# Reference",
        f"Everything that a story can say, {MADE}. To begin with, read [README.md](README.md).",
        (
            "Words of your own (prose) stand in `|` blocks, or in quotes when they are short. Names have "
            "lower-case letters, digits and `_`, joined by dots: `hollow.roof`."
        ),
        *_language("Facts", FACTS, "Declared under `facts:`, each as `name: values`."),
        *_language("Conditions", CONDITIONS, "What stands behind `when` and in `{if …}`."),
        *_language(
            "Effects", EFFECTS, "What stands behind `do`, joined by commas; one happens after the other."
        ),
        *_language("Prose", PROSE, "Only these mean something in prose; everything else is words."),
        *_language("Choices", CHOICES, "A `|` block under `choices:`, one choice a line."),
        "## A turn",
        "\n".join(f"{number}. {step}" for number, step in enumerate(TURN, 1)),
        (
            "Coming back from a detour shows the page again: that is no visit, and nothing happens by it. "
            "A song that is answered with prose ends its turn with the second step: it is shown in place."
        ),
        "# Keys",
    ]
    for name, shape in SHAPES.items():
        parts += [f"## {_heading(name)}", shape.about, _table(_rows(shape.fields.items()))]
    return "\n\n".join(parts) + "\n"


def _heading(name: str) -> str:
    return {
        "file": "A file",
        "other name": "Another name",
        "ending": "An ending",
        "journal": "A journal line",
    }.get(name, f"A {name}")


def _language(title: str, forms: Iterable[tuple[str, str]], about: str) -> list[str]:
    rows = [(form.replace("|", "\\|"), meaning.replace("|", "\\|")) for form, meaning in forms]
    return [f"## {title}", about, _table([("you write", "it means"), *rows])]


def _rows(fields: Iterable[tuple[str, Field]]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("key", "holds", "what it is")]
    for key, field in fields:
        about = field.about.replace("|", "\\|") + (" **Must stand.**" if field.required else "")
        rows.append((f"`{key}`", _holds(field), about))
    return rows


def _holds(field: Field) -> str:
    if field.kind is Kind.NUMBER:
        return f"{field.low} to {field.high}" if field.low < field.high else str(field.low)
    if field.kind in {Kind.TABLE, Kind.MAP, Kind.LIST}:
        inner = [f"[{field.shape}](#{_anchor(field.shape)})"] if field.shape else []
        inner += [_HOLDS[field.short]] if field.short else []
        lead = {Kind.MAP: "names, each with ", Kind.LIST: "a list, each "}.get(field.kind, "")
        return lead + " or ".join(inner)
    return _HOLDS[field.kind]


def _anchor(shape: str) -> str:
    return _heading(shape).lower().replace(" ", "-")


def _table(rows: list[tuple[str, ...]]) -> str:
    head, *body = rows
    lines = [head, tuple("---" for _ in head), *body]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines)


# ---- the mistakes --------------------------------------------------------------------------------


def mistakes() -> str:
    """Give the list of mistakes: each with an example, what is said of it, and the example put right."""
    parts = [
        "# Mistakes",
        (
            f"Every mistake the game can point at, {MADE}. Codes never change their meaning; those with an E "
            "keep a story from being played, or are proved to be in a player's way; those with a W or an N "
            "are worth a look."
        ),
        "The examples stand in this small story:",
        *(_file(Example(text, name)) for name, text in STORY.items()),
    ]
    for entry in CATALOG.values():
        parts += _told(entry, load_example(entry.broken)[1])
    parts.append("The rest is found by `check` alone: it tries every way to play, and looks into the assets.")
    for entry in PROVED.values():
        parts += _told(entry, _as_proved(entry))
    return "\n\n".join(parts) + "\n"


def _told(entry: Mistake, report: Report) -> list[str]:
    return [
        f"## {entry.code}: {entry.title}",
        _file(entry.broken),
        f"```text\n{render_report(report)}\n```",
        "Put right:",
        _file(entry.fixed),
    ]


def _as_proved(entry: Mistake) -> Report:
    """What `check` says of a broken example; a test holds it to that."""
    span = mark(entry.broken) if "«" in entry.broken.text else None
    lines = {span.file: entry.broken.plain.splitlines()} if span else {}
    return Report((mistake(entry.code, span, **entry.names),), lines)


def _file(example: Example) -> str:
    note = " (in Latin-1)" if example.encoding != "utf-8" else ""
    note += f" and {example.padding:,} more signs" if example.padding else ""
    return f"`{example.file}`{note}\n\n```yaml\n{example.plain}```"
