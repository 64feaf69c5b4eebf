"""What the random stories say: conditions, effects and prose, of the names that a story has."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.oracle_reading import key_of

OLD_KEY = "as_it_was"


@dataclass
class Wording:
    """Words for one story."""

    dice: random.Random
    names: list[str]
    """The nodes."""
    old: set[str]
    """Those that have an old name, too."""
    facts: dict[str, str]
    labels: dict[str, list[str]]
    """The labels of the choices of each node that has any."""
    count: int = 0
    """So many different words were used."""

    def word(self) -> str:
        """A word that stands nowhere else."""
        self.count += 1
        return f"w{self.count}"

    def line(self, name: str) -> str:
        """A few words, perhaps some of them under a condition."""
        if self.dice.random() < 0.5:
            return f"{self.word()} {{if {self.guard(name, 1)}}}{self.word()}{{end}}"
        return self.word()

    def prose(self, name: str, depth: int = 2) -> str:
        """A paragraph."""
        dice = self.dice
        form = dice.randrange(9)
        if form < 3 and depth:
            other = (
                f"{{else if {self.guard(name, 1)}}}{self.prose(name, depth - 1)}"
                if dice.random() < 0.4
                else ""
            )
            last = f"{{else}}{self.word()}" if dice.random() < 0.5 else ""
            return f"{{if {self.guard(name, 1)}}}{self.prose(name, depth - 1)}{other}{last}{{end}}"
        if form == 3 and depth == 2:
            return f'bram: "{self.word()}" {{bram warm}}'
        if form == 4 and depth == 2:
            return f"maren (mother): *{self.word()}* {{enter maren}}"
        if form == 5:
            return f"It is {{{dice.choice(list(self.facts))}}} {self.word()}.{{pause}}"
        if form == 6:
            return f"{{pick{dice.choice(('', '|-'))}}}p{self.word()}|p{self.word()}{{end}} {{sound door}}"
        return self.word()

    def guard(self, name: str, depth: int) -> str:
        """A condition, at a node if `name` is one."""
        kind = self.dice.random()
        if depth and kind < 0.4:
            one, other = self.guard(name, depth - 1), self.guard(name, depth - 1)
            form = self.dice.choice(("{} and {}", "{} or {}", "not ({} or {})", "not {} and ({})"))
            return form.format(one, other)
        return self.fact() if kind < 0.7 else self._question(name)

    def fact(self) -> str:
        """A fact asked for, and nothing else."""
        fact = self.dice.choice(list(self.facts))
        values = self.facts[fact]
        if values in ("yes", "no"):
            return self.dice.choice((fact, f"not {fact}", f"{fact} == {self.dice.choice(('yes', 'no'))}"))
        if "|" in values:
            return f"{fact} {self.dice.choice(('==', '!='))} {self.dice.choice(('clear', 'rain', 'snow'))}"
        low, high = bounds_of(values)
        sign = self.dice.choice(("==", "!=", "<", ">=", ">", "<="))
        lower, upper = {"<": (1, 0), ">=": (1, 0), ">": (0, 1), "<=": (0, 1)}.get(sign, (0, 0))
        return f"{fact} {sign} {self.dice.randint(low + lower, high - upper)}"

    def _question(self, name: str) -> str:
        node = self.called(self.dice.choice([*self.names, *(["self"] if name else [])]))
        questions = [
            f"visits({node}) {self.dice.choice(('==', '!=', '>', '<='))} {self.dice.randint(0, 2)}",
            f"visits({node}) {self.dice.choice(('<', '>='))} {self.dice.randint(1, 3)}",
            f"seen({node})",
            f"knows({self.dice.choice(('kindling', 'knock', 'march'))})",
            "rests(kindling)",
            "leaf(kindling)",
            "motif(bram)",
            f"met({self.dice.choice(('maren', 'corin'))})",
            "tie(bram, maren)",
        ]
        questions += [f"taken({self._taken(name)})"] * 2
        questions += [f"here({self.dice.choice(('bram', 'maren', 'corin'))})"] * 2 if name else []
        return self.dice.choice(questions)

    def _taken(self, name: str) -> str:
        """A choice, its node perhaps as `self` or by an old name, its key perhaps an old one."""
        node = self.dice.choice(list(self.labels))
        key = key_of(self.dice.choice(self.labels[node]))
        if node in self.old and key == key_of(self.labels[node][0]) and self.dice.random() < 0.5:
            key = OLD_KEY
        return f"{'self' if node == name else self.called(node)}/{key}"

    def effects(self) -> str:
        """One effect or several."""
        effects = [self._effect() for _ in range(self.dice.choice((1, 1, 2, 3)))]
        return ", ".join(effects)

    def _effect(self) -> str:
        dice = self.dice
        if dice.random() < 0.4:
            return dice.choice(
                (
                    "learn kindling",
                    "learn kindling",
                    "learn knock",
                    "learn march",
                    "learn rests of kindling",
                    "learn motif of bram",
                    "find leaf of kindling",
                    f"forget {dice.choice(('kindling', 'knock'))}",
                    "meet maren",
                    "tie maren bram",
                )
            )
        fact = dice.choice(list(self.facts))
        values = self.facts[fact]
        if values in ("yes", "no"):
            return f"{fact} = {dice.choice(('yes', 'no', 'true', 'false'))}"
        if "|" in values:
            return f"{fact} = {dice.choice(('clear', 'rain', 'snow'))}"
        low, high = bounds_of(values)
        if dice.random() < 0.3:
            return f"{fact} = {dice.randint(low, high)}"
        return f"{fact} {dice.choice(('+=', '-='))} {dice.randint(1, 2)}"

    def called(self, name: str) -> str:
        """The node's name, or now and then its old one."""
        return f"old_{name}" if name in self.old and self.dice.random() < 0.3 else name


def bounds_of(values: str) -> tuple[int, int]:
    """The lowest and the highest number that a fact can be."""
    low, high = values.partition("=")[0].split("..")
    return int(low), int(high)
