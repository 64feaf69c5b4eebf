"""What conditions, effects and prose mean, for the tests' second interpreter of stories.

Everything that can be true is a slot with the name that a condition would use: `hush`, `knows(kindling)`,
`visits(hollow.roof)`. Values are what authors write: True and False, numbers, words of a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.oracle_reading import Told

Value = bool | int | str
Values = tuple[Value, ...]
Condition = Callable[[Values], bool]
Piece = str | list["Case"]
"""Words, or the cases of an `{if}`."""

PART = re.compile(r"(\w+)\(([^()]*)\)|[a-z_][\w.]*|-?\d+|[=!<>]=|[<>()]")
TAG = re.compile(r"\{([^{}]*)\}")
CONSTANTS = {"yes": True, "true": True, "no": False, "false": False}
KEPT = ("and", "or", "not", "(", ")", "==", "!=", "<", "<=", ">", ">=")
ALWAYS = "True"


@dataclass(frozen=True)
class Case:
    """One branch of an `{if}`: where it stands in the text, when it is shown, and what then."""

    site: str
    condition: Condition
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Change:
    """One effect: a slot, what is put there or added, and its bounds where it is a number."""

    slot: int
    value: Value
    adds: bool = False
    low: int = 0
    high: int = 0

    def on(self, values: list[Value]) -> bool:
        """Change the values; whether the value was at the bound already and stayed there."""
        if not self.adds:
            values[self.slot] = self.value
            return False
        before = int(values[self.slot])
        values[self.slot] = min(max(before + int(self.value), self.low), self.high)
        return values[self.slot] == before


@dataclass
class Slots:
    """Every slot of a story, and what its words mean."""

    story: Told
    names: list[str] = field(default_factory=list)
    start: list[Value] = field(default_factory=list)
    bounds: dict[str, tuple[int, int]] = field(default_factory=dict)
    most: dict[int, int] = field(default_factory=dict)
    """For the slots of visits: the largest number that anything compares them with."""
    spoken: set[int] = field(default_factory=set)
    """The slots, beside facts and visits, that conditions and effects speak of."""

    def __post_init__(self) -> None:
        for name, values in self.story.facts.items():
            self._declare(name, values)
        for node in self.story.nodes.values():
            self._slot(f"visits({node.id})", 0)
            for choice in node.choices:
                self._slot(f"taken({node.id}/{choice.key})", start=False)
            for way in node.ways:
                self._slot(f"taken({node.id}/{way.song}.{way.way})", start=False)
        for song in self.story.songs:
            for about in ("knows", "rests", "leaf"):
                self._slot(f"{about}({song})", start=False)
        for person, keys in self.story.people.items():
            for about in ("motif", "met"):
                self._slot(f"{about}({person})", start=False)
            for other in keys.get("ties", {}):
                self._slot(f"tie({','.join(sorted((person, other)))})", start=False)
        self.at = {name: number for number, name in enumerate(self.names)}

    def _slot(self, name: str, start: Value) -> None:
        self.names.append(name)
        self.start.append(start)

    def _declare(self, name: str, values: str) -> None:
        if values in CONSTANTS:
            self._slot(name, CONSTANTS[values])
        elif "|" in values:
            self._slot(name, values.split("|", maxsplit=1)[0].strip())
        else:
            bounds, _, start = values.partition("=")
            low, high = (int(bound) for bound in bounds.split(".."))
            self.bounds[name] = low, high
            self._slot(name, int(start) if start.strip() else min(max(0, low), high))

    def condition(self, words: str, node: str = "") -> Condition:
        """What a condition asks, at a node if it stands in one; the empty one always holds."""
        source = self._source(words, node) if words else ALWAYS
        return eval(f"lambda v: {source}")  # noqa: S307 - the tests' own stories, and fast

    def _source(self, words: str, node: str) -> str:
        parts = []
        found = list(PART.finditer(words))
        for number, part in enumerate(found):
            compared = [int(one[0]) for one in found[number + 1 : number + 3] if one[0].lstrip("-").isdigit()]
            parts.append(self._part(part, node, max(compared, default=1)))
        return " ".join(parts)

    def _part(self, part: re.Match[str], node: str, compared: int) -> str:
        word = part[0]
        if part[1] in KEPT:
            return f"{part[1]} ({self._source(part[2], node)})"
        if part[1]:
            return self._question(part[1], part[2].replace("self", node) if node else part[2], node, compared)
        if word in KEPT or word.lstrip("-").isdigit():
            return word
        if word in self.at:
            return f"v[{self.at[word]}]"
        return repr(CONSTANTS.get(word, word))

    def _question(self, asked: str, about: str, node: str, compared: int) -> str:
        about = self.known(about)
        if asked == "here":
            conditions = [condition for who, condition in self.story.nodes[node].present if who == about]
            return (
                "("
                + (" or ".join(f"({self._source(one, node) or ALWAYS})" for one in conditions) or "False")
                + ")"
            )
        if asked in ("seen", "visits"):
            slot = self.at[f"visits({about})"]
            self.most[slot] = max(self.most.get(slot, 0), compared if asked == "visits" else 1)
            return f"v[{slot}]" if asked == "visits" else f"(v[{slot}] >= 1)"
        if asked == "tie":
            about = ",".join(sorted(name.strip() for name in about.split(",")))
        slot = self.at[f"{asked}({about})"]
        self.spoken.add(slot)
        return f"v[{slot}]"

    def known(self, name: str) -> str:
        """The present name of a node or a choice that may have been given by an old one."""
        node, slash, key = name.partition("/")
        node = self.story.old_names.get(node, node)
        name = node + slash + key
        return self.story.old_names.get(name, name)

    def changes(self, words: str) -> tuple[Change, ...]:
        """The effects, in the author's order."""
        return tuple(
            change for one in words.split(",") if one.strip() for change in self._change(one.split())
        )

    def _change(self, words: list[str]) -> list[Change]:
        match words:
            case [fact, "=", value]:
                number = value.lstrip("-").isdigit()
                return [Change(self.at[fact], int(value) if number else CONSTANTS.get(value, value))]
            case [fact, "+=" | "-=" as sign, amount]:
                by = int(amount) if sign == "+=" else -int(amount)
                return [Change(self.at[fact], by, True, *self.bounds[fact])]
            case ["learn", "rests" | "motif" as about, "of", name]:
                names = [f"{about}({name})"]
            case ["find", "leaf", "of", song]:
                names = [f"leaf({song})", f"rests({song})"]
            case ["learn", song]:
                names = [f"knows({song})"]
            case ["meet", person]:
                names = [f"met({person})"]
            case ["tie", one, other]:
                names = [f"tie({','.join(sorted((one, other)))})"]
            case ["forget", song]:
                return [Change(self.at[f"knows({song})"], value=False)]
            case _:
                raise AssertionError(words)
        self.spoken |= {self.at[name] for name in names}
        return [Change(self.at[name], value=True) for name in names]

    def prose(self, text: str, site: str, node: str = "") -> tuple[Piece, ...]:
        """A text with its `{if}`s; `site` begins the names of their branches."""
        return _Prose(self, re.sub(r"(?m)^(\w+)( \([^)]*\))?: ", "", text), site, node).pieces()

    def shown(self, pieces: tuple[Piece, ...], values: Values, seen: set[str]) -> str:
        """The words that are shown now, `{fact}` as its value; the branches shown are added to `seen`."""
        return " ".join(
            self._filled(piece, values) if isinstance(piece, str) else self._branch(piece, values, seen)
            for piece in pieces
        )

    def _branch(self, cases: list[Case], values: Values, seen: set[str]) -> str:
        for case in cases:
            if case.condition(values):
                seen.add(case.site)
                return self.shown(case.pieces, values, seen)
        return ""

    def _filled(self, words: str, values: Values) -> str:
        def value(tag: re.Match[str]) -> str:
            held = values[self.at[tag[1]]] if tag[1] in self.at else ""
            return f" { ({True: 'yes', False: 'no'}[held] if isinstance(held, bool) else held) } "

        return TAG.sub(value, words)


class _Prose:
    """Takes a text apart at its `{if}`s."""

    def __init__(self, slots: Slots, text: str, site: str, node: str) -> None:
        self.slots, self.site, self.node = slots, site, node
        self.parts = re.split(r"(\{if [^{}]*\}|\{else[^{}]*\}|\{pick[^{}]*\}|\{end\})", text)
        self.count = 0

    def pieces(self) -> tuple[Piece, ...]:
        """Everything up to the `{else…}` or `{end}` that closes this level."""
        pieces: list[Piece] = []
        while self.parts and not self.parts[0].startswith(("{else", "{end")):
            part = self.parts.pop(0)
            if part.startswith("{pick"):
                pieces.extend(self.pieces())
                self.parts.pop(0)
            else:
                pieces.append(self._cases(part[4:-1]) if part.startswith("{if") else part)
        return tuple(pieces)

    def _cases(self, words: str) -> list[Case]:
        cases = []
        while True:
            site = f"{self.site} {self.count}"
            self.count += 1
            condition = self.slots.condition(words, self.node)
            cases.append(Case(site, condition, self.pieces()))
            closing = self.parts.pop(0)
            if closing == "{end}":
                return cases
            words = closing[len("{else") : -1].removeprefix(" if ").strip()


def seen_in(pieces: tuple[Piece, ...]) -> set[str]:
    """The names of all branches of a text."""
    found = set()
    for piece in pieces:
        if not isinstance(piece, str):
            for case in piece:
                found |= {case.site} | seen_in(case.pieces)
    return found


def sites_of(texts: Mapping[str, tuple[Piece, ...]]) -> set[str]:
    """The names of all branches of all texts."""
    return set().union(*(seen_in(pieces) for pieces in texts.values()))
