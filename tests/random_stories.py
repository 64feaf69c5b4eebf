"""Small random stories, written as an author writes them, with everything in them that the format has.

The same seed always gives the same story. `Draft.files` writes one story in many ways: its names, the order
of what it holds and the files in which it stands are drawn anew, and mean nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from game.model.story import Story
from game.play import Choose, History, Sing
from tests.oracle_reading import key_of
from tests.random_drafts import Draft, Page, block
from tests.random_words import OLD_KEY, Wording
from tests.stories import story_of

FACTS = {
    "lamp": ("no", "yes"),
    "door": ("yes", "no"),
    "heat": ("-2..1", "-2..1 = 1", "-1..1"),
    "coins": ("0..2", "0..3 = 2", "0..1"),
    "depth": ("1..3", "-3..-1", "-3..-2 = -3"),
    "sky": ("clear | rain | snow", "rain | clear | snow"),
}
MARCH = ("1 5 6 5 | 3 2 | 5 8", "3 5 8 7 | 2 3 |", "2 3 1 3")
"""Three motifs: rests within, one at the end too, and none at all."""
LABELS = (
    "Go on {}",
    "Point (square -> roof), {}",
    "Yes: {}, at 11:00",
    '"Step {}: we climb." # Really',
    "*Louder*, {}!",
    "It's late, né {}",
)


def random_story(seed: int) -> Story:
    """The story of a seed, as the game reads it."""
    return story_of(dict(random_draft(seed).files(seed)), alone=True)


@lru_cache(maxsize=32)
def random_draft(seed: int) -> Draft:
    """A story of four to twelve nodes."""
    return _Author(random.Random(seed)).draft()


@contextmanager
def told_of(seed: int) -> Iterator[None]:
    """Say of what fails within which story it was."""
    try:
        yield
    except Exception as error:
        error.add_note(f"This is random story {seed}.")
        raise


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
    """Writes one story.

    Its nodes stand in three zones, `n`, `s` and `d`. Ways lead within a zone or to a later one, detours only
    to a later one, so that no detour comes round to itself; redirects and lots lead to later nodes, so that
    none goes in circles.
    """

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.names = [f"n{number}" for number in range(dice.randint(5, 7))]
        if dice.random() < 0.7:
            self.names += [f"s{number}" for number in range(dice.randint(1, 3))]
            if dice.random() < 0.7:
                self.names += [f"d{number}" for number in range(dice.randint(1, 2))]
        facts = dice.sample(list(FACTS), dice.randint(2, 4))
        self.facts = {name: dice.choice(FACTS[name]) for name in FACTS if name in facts}
        self.march = dice.choice(MARCH)
        self.leads: dict[str, set[str]] = {name: set() for name in self.names}
        """Whither plain ways lead from a node."""
        self.detoured: set[str] = set()
        self.old = {name for name in self.names if dice.random() < 0.15}
        self.turning = {name for name in self.names if dice.random() < 0.2}
        """The nodes that lead on by a redirect, if one of its conditions holds."""
        self.bare = {
            name
            for name in self.names
            if self._last(name) or (name not in ("n0", "n1") and dice.random() < 0.12)
        }
        """The nodes without choices: they end the run, or draw lots."""
        self.labels = {name: self._labels() for name in self.names if name not in self.bare}
        self.says = Wording(dice, self.names, self.old, self.facts, self.labels)

    def draft(self) -> Draft:
        """The whole story; detours are drawn before the ways back that they make possible."""
        pages = [self._page(name) for name in self.names]
        inside = self._inside()
        for page in pages:
            if page.name in inside - self.bare and self.dice.random() < 0.7:
                page.choices.append(self._choice("Go back", "back", page.name))
        return Draft(pages, self._declared(), self.dice.choice(self.names[:2]), tuple(self.facts))

    def _last(self, name: str) -> bool:
        """Whether the node is the last of its zone."""
        return max(one for one in self.names if one[0] == name[0]) == name

    def _labels(self) -> list[str]:
        numbers = range(self.dice.choice((2, 2, 3)))
        return [self.dice.choice(LABELS).format(number) for number in numbers]

    def _inside(self) -> set[str]:
        """The nodes to which detours lead, so that there may be a way back."""
        inside: set[str] = set()
        waiting = list(self.detoured)
        while waiting:
            name = waiting.pop()
            if name not in inside:
                inside.add(name)
                waiting += self.leads[name]
        return inside

    def _declared(self) -> dict[str, list[str]]:
        dice = self.dice
        pieces = [f"  pieces: {name}" for name in self.facts if name == "coins" and dice.random() < 0.5]
        replies = [
            "  replies:",
            "    any:",
            *block("text", ["Hm."], 6),
            f"      when: {self.says.guard('', 2)}",
        ]
        return {
            "facts": [f"{name}: {values}" for name, values in self.facts.items()],
            "songs": [
                "\n".join(["kindling:", "  name: Kindling", "  motif: 1 5 | 3 |", *pieces]),
                f"march:\n  name: March\n  motif: {self.march}",
                "knock:\n  name: Knock\n  motif: 1 1 5\n  small: yes",
            ],
            "people": [
                "\n".join(
                    ["bram:", "  name: Bram", "  motif: 8 5 6", "  looks: [calm, warm]", *self._names()]
                ),
                "\n".join(["maren:", "  name: Maren", *self._ties(), *replies]),
                "corin: Corin",
            ],
            "endings": ['home:\n  title: "Home"', 'away:\n  title: "Away"'],
            "journal": [
                "\n".join(
                    [
                        f"j{number}:",
                        *block("text", [self.says.prose("")], 2),
                        f"  when: {self.says.guard('', 2)}",
                    ]
                )
                for number in range(dice.randint(1, 2))
            ],
        }

    def _ties(self) -> list[str]:
        return ["  ties:", '    bram: "They are kin."']

    def _names(self) -> list[str]:
        return ["  names:", "    - name: the smith", f"      when: {self.says.guard('', 1)}"]

    def _page(self, name: str) -> Page:
        dice, kept = self.dice, {}
        if dice.random() < 0.5:
            kept["do"] = [f"do: {self.says.effects()}"]
        if dice.random() < 0.5:
            kept["with"] = [f"with: [{', '.join(self._present(who) for who in self._people())}]"]
        if dice.random() < 0.1:
            kept["note"] = block("note", ["Draft: 11:00, ask {nobody} -> here."])
        if name in self.old:
            renamed = [
                f"old_{name}",
                *(f"{OLD_KEY} -> {key_of(label)}" for label in self.labels.get(name, ())[:1]),
            ]
            kept["aliases"] = [f"aliases: [{', '.join(renamed)}]"]
        kept["text"] = block("text", [self.says.prose(name) for _ in range(dice.randint(1, 3))])
        later = self.names[self.names.index(name) + 1 :]
        if name in self.bare:
            kept |= self._bare_page(name, later)
            return Page(name, kept)
        if later and name in self.turning:
            kept["redirect"] = block("redirect", self._redirects(name, later))
        if dice.random() < 0.6:
            kept["songs"] = self._songs(name)
        first, *others = self.labels[name]
        # The way to the next node: without it, most stories would be over at once.
        choices = [{"label": first, "to": self._led(name, later[0])}] if dice.random() < 0.8 else []
        if choices and dice.random() < 0.5:
            choices[0]["do"] = dice.choice(("learn kindling", "learn knock", self.says.effects()))
        others = others if choices else [first, *others]
        choices += [self._choice(label, self._target(name, 0.35), name) for label in others]
        return Page(name, kept, choices, listed=dice.random() < 0.15)

    def _bare_page(self, name: str, later: list[str]) -> dict[str, list[str]]:
        if not later or self.dice.random() < 0.4:
            return {"ending": [f"ending: {self.dice.choice(('home', 'away'))}"]}
        if self.dice.random() < 0.3:
            return {"redirect": block("redirect", self._redirects(name, later))}
        targets = [self._led(name, self.dice.choice(later)) for _ in range(2)]
        return {"chance": block("chance", [f"{self.dice.randint(1, 9)} -> {target}" for target in targets])}

    def _redirects(self, name: str, later: list[str]) -> list[str]:
        number = self.dice.randint(1, 2)
        later = [one for one in later if one in self.turning] * 3 + later
        lines = [
            f"-> {self._led(name, self.dice.choice(later))} when {self.says.guard(name, 2)}"
            for _ in range(number)
        ]
        if self.dice.random() < 0.15:
            lines[-1] = lines[-1].partition(" when ")[0]
        return lines

    def _people(self) -> list[str]:
        return self.dice.sample(["bram", "maren", "corin"], self.dice.randint(1, 2))

    def _present(self, who: str) -> str:
        look = " warm" if who == "bram" and self.dice.random() < 0.3 else ""
        # Inside `[…]` a comma or a bracket of a condition would be YAML's.
        condition = self.says.fact() if self.dice.random() < 0.5 else ""
        return f"{who}{look}" + (f" if {condition}" if condition else "")

    def _led(self, name: str, target: str) -> str:
        """The target, which from now on a plain way leads to."""
        self.leads[name].add(target)
        return self.says.called(target)

    def _target(self, name: str, detours: float) -> str:
        """Where a choice or song leads: into the same zone, or now and then a later one."""
        further = [one for one in self.names if "nsd".index(one[0]) > "nsd".index(name[0])]
        if further and self.dice.random() < (detours if name[0] == "n" else 0.6):
            target = self.dice.choice([one for one in further if one[0] == further[0][0]] * 3 + further)
            self.detoured.add(target)
            return f"detour {self.says.called(target)}"
        near = [one for one in self.names if one[0] == name[0]]
        return self._led(name, self.dice.choice(further if further and self.dice.random() < 0.08 else near))

    def _choice(self, label: str, target: str, name: str) -> dict[str, str]:
        dice = self.dice
        keys = {"label": label, "to": target}
        if dice.random() < 0.1:
            keys |= {"label": f"{label} (again)", "id": key_of(label)}
        if dice.random() < 0.4:
            keys["when"] = self.says.guard(name, 2)
            if dice.random() < 0.4:
                keys["else"] = self.says.line(name)
        if dice.random() < 0.2:
            keys["once"] = "yes"
        if dice.random() < 0.65:
            keys["do"] = self.says.effects()
        return keys

    def _songs(self, name: str) -> list[str]:
        lines = ["songs:"]
        for song in self.dice.sample(["kindling", "march", "knock"], self.dice.randint(1, 2)):
            ways = (
                ["share"]
                if song == "knock"
                else self.dice.choice((["command", "invite"], ["invite"], ["command"]))
            )
            lines += [f"  {song}:"]
            lines += (
                [f"    to: {self.dice.choice(('bram', 'bram', 'corin'))}"] if self.dice.random() < 0.6 else []
            )
            lines += [f"    {line}" for line in self._beside(name, song)]
            for way in ways:
                lines += [f"    {line}" for line in self._way(way, name)]
        return lines

    def _beside(self, name: str, song: str) -> list[str]:
        dice = self.dice
        lines = [f"when: {self.says.guard(name, 1)}"] if dice.random() < 0.25 else []
        lines += ["once: yes"] if dice.random() < 0.15 else []
        lines += [f"do: {self.says.effects()}"] if dice.random() < 0.25 else []
        if song == "kindling":
            lines += ["open: yes"] if dice.random() < 0.25 else []
            lines += ["phrase: 1"] if dice.random() < 0.15 else []
        return lines

    def _way(self, way: str, name: str) -> list[str]:
        dice = self.dice
        form = dice.random()
        if form < 0.5:
            clauses = [f"when {self.says.guard(name, 1)}"] if dice.random() < 0.3 else []
            clauses += ["once"] if dice.random() < 0.2 else []
            clauses += [f"do {self.says.effects()}"] if dice.random() < 0.4 else []
            return [" ".join([f"{way}: {self._target(name, 0.3)}", *clauses])]
        if form < 0.65:
            return [f'{way}: "Ah, {self.says.word()}."']
        if form < 0.8:
            return block(way, [self.says.line(name)])
        lines = [f"{way}:", *block("text", [self.says.prose(name)], 2)]
        lines += [f"  when: {self.says.guard(name, 2)}"] if dice.random() < 0.4 else []
        lines += ["  once: yes"] if dice.random() < 0.4 else []
        return lines + ([f"  do: {self.says.effects()}"] if dice.random() < 0.7 else [])
