"""Small random stories, written as an author writes them, with everything in them that the format has.

The same seed always gives the same story. `Draft.files` writes one story in many ways: its names, the order
of what it holds and the files in which it stands are drawn anew, and mean nothing.
"""

from __future__ import annotations

import random
from functools import lru_cache

from game.model.story import Story
from game.play import Choose, History, Sing
from tests.oracle_reading import key_of
from tests.random_drafts import Draft, Page, block
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
    "Né à {}",
)


def random_story(seed: int) -> Story:
    """The story of a seed, as the game reads it."""
    return story_of(dict(random_draft(seed).files(seed)), alone=True)


@lru_cache(maxsize=32)
def random_draft(seed: int) -> Draft:
    """A story of four to twelve nodes."""
    return _Author(random.Random(seed)).draft()


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
        self.names = [f"n{number}" for number in range(dice.randint(4, 7))]
        if dice.random() < 0.7:
            self.names += [f"s{number}" for number in range(dice.randint(1, 3))]
            if dice.random() < 0.5:
                self.names += [f"d{number}" for number in range(dice.randint(1, 2))]
        facts = dice.sample(list(FACTS), dice.randint(2, 4))
        self.facts = {name: dice.choice(FACTS[name]) for name in FACTS if name in facts}
        self.march = dice.choice(MARCH)
        self.words = 0
        self.leads: dict[str, set[str]] = {name: set() for name in self.names}
        """Whither plain ways lead from a node."""
        self.detoured: set[str] = set()
        self.bare = {
            name
            for name in self.names
            if self._last(name) or (name not in ("n0", "n1") and dice.random() < 0.12)
        }
        """The nodes without choices: they end the run, or draw lots."""
        self.labels = {name: self._labels() for name in self.names if name not in self.bare}
        self.keys = [f"{name}/{key_of(label)}" for name, labels in self.labels.items() for label in labels]

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
        replies = ["  replies:", "    any:", *block("text", ["Hm."], 6), f"      when: {self._guard('', 2)}"]
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
                    [f"j{number}:", *block("text", [self._prose("")], 2), f"  when: {self._guard('', 2)}"]
                )
                for number in range(dice.randint(1, 2))
            ],
        }

    def _ties(self) -> list[str]:
        return ["  ties:", '    bram: "They are kin."']

    def _names(self) -> list[str]:
        return ["  names:", "    - name: the smith", f"      when: {self._guard('', 1)}"]

    def _page(self, name: str) -> Page:
        dice, kept = self.dice, {}
        if dice.random() < 0.5:
            kept["do"] = [f"do: {self._effects()}"]
        if dice.random() < 0.5:
            kept["with"] = [f"with: [{', '.join(self._present(who) for who in self._people())}]"]
        if dice.random() < 0.1:
            kept["aliases"] = [f"aliases: [old_{name}]"]
        kept["text"] = block("text", [self._prose(name) for _ in range(dice.randint(1, 3))])
        later = self.names[self.names.index(name) + 1 :]
        if name in self.bare:
            kept |= self._bare_page(name, later)
            return Page(name, kept)
        if later and dice.random() < 0.2:
            kept["redirect"] = block("redirect", self._redirects(name, later))
        if dice.random() < 0.5:
            kept["songs"] = self._songs(name)
        first, *others = self.labels[name]
        # The way to the next node: without it, most stories would be over at once.
        choices = [{"label": first, "to": self._led(name, later[0])}] if dice.random() < 0.7 else []
        others = others if choices else [first, *others]
        choices += [self._choice(label, self._target(name, 0.25), name) for label in others]
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
        lines = [
            f"-> {self._led(name, self.dice.choice(later))} when {self._guard(name, 2)}"
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
        condition = self._fact() if self.dice.random() < 0.5 else ""
        return f"{who}{look}" + (f" if {condition}" if condition else "")

    def _led(self, name: str, target: str) -> str:
        """The target, which from now on a plain way leads to."""
        self.leads[name].add(target)
        return target

    def _target(self, name: str, detours: float) -> str:
        """Where a choice or song leads: into the same zone, or now and then a later one."""
        further = [one for one in self.names if "nsd".index(one[0]) > "nsd".index(name[0])]
        if further and self.dice.random() < detours:
            target = self.dice.choice(further)
            self.detoured.add(target)
            return f"detour {target}"
        near = [one for one in self.names if one[0] == name[0]]
        return self._led(name, self.dice.choice(further if further and self.dice.random() < 0.08 else near))

    def _choice(self, label: str, target: str, name: str) -> dict[str, str]:
        dice = self.dice
        keys = {"label": label, "to": target}
        if dice.random() < 0.4:
            keys["when"] = self._guard(name, 2)
            if dice.random() < 0.4:
                keys["else"] = self._line(name)
        if dice.random() < 0.2:
            keys["once"] = "yes"
        if dice.random() < 0.65:
            keys["do"] = self._effects()
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
        lines = [f"when: {self._guard(name, 1)}"] if dice.random() < 0.25 else []
        lines += ["once: yes"] if dice.random() < 0.15 else []
        lines += [f"do: {self._effects()}"] if dice.random() < 0.25 else []
        if song == "kindling":
            lines += ["open: yes"] if dice.random() < 0.25 else []
            lines += ["phrase: 1"] if dice.random() < 0.15 else []
        return lines

    def _way(self, way: str, name: str) -> list[str]:
        dice = self.dice
        form = dice.random()
        if form < 0.5:
            clauses = [f"when {self._guard(name, 1)}"] if dice.random() < 0.3 else []
            clauses += ["once"] if dice.random() < 0.2 else []
            clauses += [f"do {self._effects()}"] if dice.random() < 0.4 else []
            return [" ".join([f"{way}: {self._target(name, 0.3)}", *clauses])]
        if form < 0.65:
            return [f'{way}: "Ah, {self._word()}."']
        if form < 0.8:
            return block(way, [self._line(name)])
        lines = [f"{way}:", *block("text", [self._prose(name)], 2)]
        lines += [f"  when: {self._guard(name, 2)}"] if dice.random() < 0.4 else []
        lines += ["  once: yes"] if dice.random() < 0.4 else []
        return lines + ([f"  do: {self._effects()}"] if dice.random() < 0.7 else [])

    def _word(self) -> str:
        self.words += 1
        return f"w{self.words}"

    def _line(self, name: str) -> str:
        if self.dice.random() < 0.5:
            return f"{self._word()} {{if {self._guard(name, 1)}}}{self._word()}{{end}}"
        return self._word()

    def _prose(self, name: str, depth: int = 2) -> str:
        """A paragraph."""
        dice = self.dice
        form = dice.randrange(9)
        if form < 3 and depth:
            other = (
                f"{{else if {self._guard(name, 1)}}}{self._prose(name, depth - 1)}"
                if dice.random() < 0.4
                else ""
            )
            last = f"{{else}}{self._word()}" if dice.random() < 0.5 else ""
            return f"{{if {self._guard(name, 1)}}}{self._prose(name, depth - 1)}{other}{last}{{end}}"
        if form == 3 and depth == 2:
            return f'bram: "{self._word()}" {{bram warm}}'
        if form == 4 and depth == 2:
            return f"maren (mother): *{self._word()}* {{enter maren}}"
        if form == 5:
            return f"It is {{{dice.choice(list(self.facts))}}} {self._word()}.{{pause}}"
        if form == 6 and name:
            return f"{{pick{dice.choice(('', '|-'))}}}p{self._word()}|p{self._word()}{{end}} {{sound door}}"
        return self._word()

    def _guard(self, name: str, depth: int) -> str:
        """A condition, at a node if `name` is one."""
        kind = self.dice.random()
        if depth and kind < 0.4:
            one, other = self._guard(name, depth - 1), self._guard(name, depth - 1)
            form = self.dice.choice(("{} and {}", "{} or {}", "not ({} or {})", "not {} and ({})"))
            return form.format(one, other)
        return self._fact() if kind < 0.7 else self._question(name)

    def _fact(self) -> str:
        fact = self.dice.choice(list(self.facts))
        values = self.facts[fact]
        if values in ("yes", "no"):
            return self.dice.choice((fact, f"not {fact}", f"{fact} == {self.dice.choice(('yes', 'no'))}"))
        if "|" in values:
            return f"{fact} {self.dice.choice(('==', '!='))} {self.dice.choice(('clear', 'rain', 'snow'))}"
        low, high = _bounds(values)
        sign = self.dice.choice(("==", "!=", "<", ">=", ">", "<="))
        lower, upper = {"<": (1, 0), ">=": (1, 0), ">": (0, 1), "<=": (0, 1)}.get(sign, (0, 0))
        return f"{fact} {sign} {self.dice.randint(low + lower, high - upper)}"

    def _question(self, name: str) -> str:
        node = self.dice.choice([*self.names, *(["self"] if name else [])])
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
        questions += [f"taken({self.dice.choice(self.keys)})"] * 2 if self.keys else []
        questions += [f"here({self.dice.choice(('bram', 'maren', 'corin'))})"] * 2 if name else []
        return self.dice.choice(questions)

    def _effects(self) -> str:
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
        low, high = _bounds(values)
        if dice.random() < 0.3:
            return f"{fact} = {dice.randint(low, high)}"
        return f"{fact} {dice.choice(('+=', '-='))} {dice.randint(1, 2)}"


def _bounds(values: str) -> tuple[int, int]:
    low, high = values.partition("=")[0].split("..")
    return int(low), int(high)
