"""Small random stories with everything in them that a story can have, and random runs through them."""

from __future__ import annotations

import random
from typing import Any as Anything

from game.expression.syntax import ALWAYS, All, Any, Effect, Guard, Not
from game.model.story import Choice, SongWay, Story
from game.play import Choose, History, Sing
from tests.builder import Builder, words

FACTS = {"a": 1, "b": 1, "c": 2, "d": 3}


def random_story(seed: int) -> Story:
    """A story of four to nine nodes; the same for the same seed."""
    return _Author(random.Random(seed)).story()


def random_run(story: Story, seed: int, length: int) -> History:
    """A run of at most so many actions, any of those offered."""
    dice = random.Random(seed)
    history = History.start(story, seed)
    for _ in range(length):
        offers = history.offers
        actions: list[Choose | Sing] = [Choose(one.choice.key) for one in offers.choices if one.open]
        actions += [Sing(one.song, way) for one in offers.songs for way in one.ways]
        actions += [Sing(one.song) for one in offers.songs]
        if not actions:
            break
        history = history.act(dice.choice(actions))
    return history


class _Author:
    """Writes one story. Redirects and draws lead to later nodes only, and detours do not begin in detours."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.build = Builder("n0")
        self.count = dice.randint(4, 9)
        self.build.person("bram")
        self.build.song("kindling", known=dice.random() < 0.5)
        self.build.song("knock", small=True)
        for name, high in FACTS.items():
            self.build.cell(name, high, dice.randint(0, high))

    def story(self) -> Story:
        for number in range(self.count):
            if number == self.count - 1 or self.dice.random() < 0.1:
                self.build.node(f"n{number}", ending=self.dice.choice(("home", "away")), visits=1)
            else:
                self._node(number)
        self.build.node("inner", *self._choices("inner", 2), self.build.choice("return -> back", "inner"))
        return self.build.story()

    def _node(self, number: int) -> None:
        name, dice = f"n{number}", self.dice
        more: dict[str, Anything] = {"do": self._effects(), "visits": dice.randint(1, 3)}
        later = [f"n{one}" for one in range(number + 1, self.count)]
        if dice.random() < 0.2:
            more["redirects"] = [(dice.choice(later), self._guard()) for _ in range(dice.randint(1, 2))]
        if dice.random() < 0.15:
            more["chances"] = [(dice.randint(1, 3), dice.choice(later)) for _ in range(2)]
        if dice.random() < 0.4:
            more["songs"] = (self._song(name),)
            more["presences"] = self.build.with_people("bram")
        self.build.node(name, *self._choices(name, dice.randint(1, 3)), **more)

    def _choices(self, name: str, count: int) -> list[Choice]:
        choices = []
        for number in range(count):
            target = "detour inner" if name != "inner" and self.dice.random() < 0.15 else self._target()
            choices.append(
                self.build.choice(
                    f"c{number} -> {target}",
                    name,
                    guard=self._guard(),
                    do=self._effects(),
                    once=self.dice.random() < 0.2,
                )
            )
        return choices

    def _song(self, name: str) -> object:
        if self.dice.random() < 0.3:
            return self.build.answers("knock", self._way("knock", "share", name))
        ways = [self._way("kindling", way, name) for way in ("command", "invite") if self.dice.random() < 0.8]
        return self.build.answers("kindling", *ways, to="bram")

    def _way(self, song: str, way: str, name: str) -> SongWay:
        to = self._target() if self.dice.random() < 0.5 else words("Ah.")
        person = "bram" if song == "kindling" else None
        once = self.dice.random() < 0.3
        return self.build.way(
            song, way, to, person=person, node=name, asked=self._guard(), do=self._effects(), once=once
        )

    def _target(self) -> str:
        return f"n{self.dice.randrange(self.count)}"

    def _guard(self, depth: int = 2) -> Guard:
        kind = self.dice.random()
        if kind < 0.5:
            return ALWAYS
        if kind < 0.85 or depth == 0:
            names = [*FACTS, "visits(n0)", "knows(kindling)", "rests(kindling)", "motif(bram)"]
            name = self.dice.choice(names)
            if name == "visits(n0)":
                self.build.cell(name, 2)
            return self.build.when(
                name, self.dice.choice(("==", "!=", "<", "<=", ">", ">=")), self.dice.randint(0, 3)
            )
        parts = (self._guard(depth - 1), self._guard(depth - 1))
        return self.dice.choice((All(parts), Any(parts), Not(parts[0])))

    def _effects(self) -> tuple[Effect, ...]:
        effects: list[Effect] = []
        while self.dice.random() < 0.4:
            name = self.dice.choice(list(FACTS))
            effects.append(
                self.dice.choice(
                    (
                        self.build.put(name, self.dice.randint(0, FACTS[name])),
                        self.build.add(name, self.dice.choice((-2, -1, 1, 2))),
                        self.build.put(
                            self.dice.choice(("knows(kindling)", "rests(kindling)", "knows(knock)"))
                        ),
                        self.build.put("motif(bram)"),
                    )
                )
            )
        return tuple(effects)
