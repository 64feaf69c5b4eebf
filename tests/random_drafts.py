"""A random story before it is written down: what it says, without names, order and files being settled."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from textwrap import indent

FIXED = ("kindling", "march", "knock", "bram", "maren", "corin", "home", "away", "clear", "rain", "snow")
PLACES = "places:\n  hollow:\n    name: Hollow\n    views:\n      all: All of it\n"


def block(key: str, lines: list[str], depth: int = 0) -> list[str]:
    """A key with a `|` block of paragraphs or lines."""
    blank = key in ("text", "command", "invite", "share")
    body = [part for line in lines for part in (f"{' ' * (depth + 2)}{line}", *([""] if blank else []))]
    return [f"{' ' * depth}{key}: |", *(body[:-1] if blank else body)]


@dataclass
class Page:
    """A node: its keys as lines, and its choices, each as the keys of a choice."""

    name: str
    kept: dict[str, list[str]]
    choices: list[dict[str, str]] = field(default_factory=list)
    listed: bool = False
    """Whether the choices are written as a list of mappings."""

    def written(self, dice: random.Random) -> list[str]:
        """The node's lines; the order of its keys and choices is the dice's."""
        kept = {key: lines for key, lines in self.kept.items() if key != "choices"}
        if self.choices:
            choices = dice.sample(self.choices, len(self.choices))
            lines = [line for one in choices for line in (_item(one) if self.listed else _lines(one, dice))]
            kept["choices"] = ["choices:" if self.listed else "choices: |", *(f"  {line}" for line in lines)]
        order = dice.sample(list(kept), len(kept))
        return [f"{self.name}:", *(f"  {line}" if line else "" for key in order for line in kept[key])]


def _item(choice: dict[str, str]) -> list[str]:
    """A choice as a mapping."""
    lines = [line for key, value in choice.items() for line in _pair(key, value)]
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _pair(key: str, value: str) -> list[str]:
    return [f"{key}: |", f"  {value}"] if key in ("label", "else") else [f"{key}: {value}"]


def _lines(choice: dict[str, str], dice: random.Random) -> list[str]:
    """A choice as an author writes it: clauses behind the target, or below it, in any order."""
    clauses = [key for key in choice if key in ("when", "once", "do")]
    dice.shuffle(clauses)
    behind = [key for key in clauses if dice.random() < 0.6]
    below = [key for key in clauses if key not in behind]
    words = {key: key if key == "once" else f"{key} {choice[key]}" for key in clauses}
    tail = " ".join([f"-> {choice['to']}", *(words[key] for key in behind)])
    lines = [line for key in below for line in _below(key, choice[key], dice)]
    lines += [f"  {key}: {choice[key]}" for key in ("id", "else") if key in choice]
    if dice.random() < 0.2:
        return [choice["label"], f"  {tail}", *lines]
    return [f"{choice['label']} {tail}", *lines]


def _below(key: str, value: str, dice: random.Random) -> list[str]:
    """A clause on lines of its own; a long one may go on further in."""
    if key == "once":
        return [dice.choice(("  once", "  once: yes"))]
    start, space, rest = value.rpartition(" and ")
    return [f"  {key}: {start} and", f"      {rest}"] if space and key == "when" else [f"  {key}: {value}"]


@dataclass
class Draft:
    """A whole story, ready to be written in any order and under any names."""

    pages: list[Page]
    declared: dict[str, list[str]]
    """The entries under `facts`, `songs` and so on, each as text."""
    start: str
    facts: tuple[str, ...]

    def files(self, seed: int, *, renamed: bool = False) -> dict[str, str]:
        """The story's files; the seed draws order and files, and new names if asked for."""
        dice = random.Random(seed)
        count = dice.choice((1, 2, 3))
        parts: list[dict[str, list[str]]] = [{} for _ in range(count)]
        for key, entries in self.declared.items():
            # The journal's lines have an order of their own.
            for entry in entries if key == "journal" else dice.sample(entries, len(entries)):
                parts[0 if key == "journal" else dice.randrange(count)].setdefault(key, []).append(
                    indent(entry, "  ")
                )
        for page in dice.sample(self.pages, len(self.pages)):
            lines = "\n".join(f"  {line}" if line else "" for line in page.written(dice))
            dice.choice(parts).setdefault("nodes", []).append(lines)
        files = {f"part{number}.yaml": _file(part, dice) for number, part in enumerate(parts)}
        files["world.yaml"] = f'format: 1\ntitle: "Random"\nstart: {self.start}\n{PLACES}'
        names = self.names(seed) if renamed else {}
        return {name: rename(text, names) for name, text in files.items()}

    def names(self, seed: int) -> dict[str, str]:
        """New names for everything that has one."""
        dice = random.Random(f"names {seed}")
        old = [*(page.name for page in self.pages), *self.facts, *FIXED]
        numbers = dice.sample(range(1000), len(old))
        return {name: f"{dice.choice('qxz')}{number}" for name, number in zip(old, numbers, strict=True)}


def _file(part: dict[str, list[str]], dice: random.Random) -> str:
    order = dice.sample(list(part), len(part))
    keys = [f"{key}:\n" + "\n".join(part[key]) for key in order]
    return "\n".join([f"chapter: {dice.choice(('prelude', 'night'))}", "at: hollow", *keys]) + "\n"


def rename(text: str, names: dict[str, str]) -> str:
    """A text, or a name such as `n1/key`, under other names."""
    if not names:
        return text
    return re.sub(
        rf"(?<![\w.])(old_)?({'|'.join(names)})(?!\w)", lambda one: (one[1] or "") + names[one[2]], text
    )
