"""The random stories hold everything that the format has, and what only looks different is the same story."""

from __future__ import annotations

import re

import pytest

from tests.oracle import Tale, Truth, everything
from tests.oracle_words import sites_of
from tests.random_stories import random_draft

SEEDS = range(200)
FEATURES = {
    "a fact that is yes or no": r"^  (lamp|door): (yes|no)$",
    "bounds": r"^  coins: 0\.\.\d$",
    "bounds below nought, with a start": r"^  heat: -2\.\.1 = 1$",
    "bounds without nought": r"^  depth: (1\.\.3|-3\.\.-1)",
    "one of a list": r"^  sky: \w+ \| \w+ \| \w+$",
    "a fact asked": r"(when|if) (not )?lamp\b",
    "a fact compared with yes or no": r"(lamp|door) == (yes|no)",
    "a word compared": r"sky (==|!=) rain",
    "a number compared": r"coins (==|!=|<|<=|>|>=) \d",
    "a negative number compared": r"(heat|depth) (==|!=|<|<=|>|>=) -\d",
    "and": r"(when|if) .* and ",
    "or": r"(when|if) .* or ",
    "not before brackets": r"not \(",
    "seen": r"seen\(n\d\)",
    "seen(self)": r"seen\(self\)",
    "visits ==": r"visits\(\w+\) == \d",
    "visits <": r"visits\(\w+\) < \d",
    "visits >=": r"visits\(\w+\) >= \d",
    "visits > and <=": r"visits\(\w+\) (>|<=) \d",
    "visits(self)": r"visits\(self\)",
    "taken": r"taken\(\w+/\w+\)",
    "taken(self/…)": r"taken\(self/\w+\)",
    "knows": r"knows\(\w+\)",
    "rests": r"rests\(\w+\)",
    "leaf": r"leaf\(\w+\)",
    "motif": r"motif\(\w+\)",
    "met": r"met\(\w+\)",
    "tie": r"tie\(\w+, \w+\)",
    "here": r"here\(\w+\)",
    "a fact set": r"\w+ = (yes|no|true|false|rain|-?\d)",
    "+=": r"\w+ \+= \d",
    "-=": r"\w+ -= \d",
    "several effects": r"do:? .*, .*",
    "learn": r"\blearn kindling",
    "learn rests of": r"learn rests of kindling",
    "learn motif of": r"learn motif of bram",
    "find leaf of": r"find leaf of kindling",
    "forget": r"forget \w+",
    "meet": r"meet maren",
    "tie as an effect": r"tie maren bram",
    "a choice on one line": r"^      .+ -> \w+$",
    "a target on the next line": r"^        -> \w+",
    "an arrow in a label": r"square -> roof\)[^\n]* -> ",
    "when behind the target": r"-> .* when .",
    "when below": r"^        when: .",
    "when going on further in": r"^        when: .* and\n            \S",
    "else": r"^        else: .",
    "once behind the target": r"-> .* once\b",
    "once below": r"^        once(: yes)?$",
    "do behind the target": r"-> .* do .",
    "do below": r"^        do: .",
    "id": r"^        id: \w",
    "choices as a list": r"choices:\n +- ",
    "a detour": r"-> detour \w",
    "a detour within a detour": r"^  s\d:(\n    .*|\n)*? (-> |to: |share: )detour d\d",
    "a way back": r"-> back\b",
    "a way back under a condition": r"-> back.* when .",
    "an arrival's do": r"^    do: .",
    "a redirect under a condition": r"redirect: \|\n +-> \w+ when .",
    "a redirect without one": r"redirect: \|\n( +-> .*\n)* +-> \w+\n",
    "two redirects": r"redirect: \|\n +-> .*\n +-> ",
    "chance": r"chance: \|\n +\d -> \w+\n +\d -> \w+",
    "two endings": r"ending: home(.|\n)*ending: away|ending: away(.|\n)*ending: home",
    "with": r"with: \[\w+",
    "a look": r"with: .*bram warm",
    "a person under a condition": r"with: .* if ",
    "a song sung to somebody": r"^        to: bram",
    "a song sung to who has no motif": r"^        to: corin",
    "command": r"^        command: \w",
    "invite": r"^        invite: \w",
    "share": r"^        share: \w",
    "a song with clauses behind its target": r"(command|invite|share): \w+.* (when|once|do) ?",
    "a song with a detour": r"(command|invite|share): detour ",
    "an answer in quotes": r'(command|invite|share): "',
    "an answer in a block": r"(command|invite|share): \|",
    "an answer with keys": r"(command|invite|share):\n +text: \|",
    "an answer under a condition": r"text: \|\n( {10,}.*\n| *\n)+ +when: ",
    "an answer for once": r"^          once: yes",
    "an answer's do": r"^          do: .",
    "when for all ways": r"^        when: .*\n( {8}\w.*\n)* {8}(command|invite|share)",
    "once for all ways": r"^        once: yes\n( {8}\w.*\n)* {8}(command|invite|share)",
    "do for all ways": r"^        do: .*\n( {8}\w.*\n)* {8}(command|invite|share)",
    "open": r"^        open: yes",
    "phrase": r"^        phrase: 1",
    "a song without rests": r"motif: 2 3 1 3$",
    "pieces": r"pieces: coins",
    "{if}": r"\{if [^}]+\}",
    "{else}": r"\{else\}",
    "{else if}": r"\{else if [^}]+\}",
    "an {if} in an {if}": r"\{if [^}]+\}\{if ",
    "{pick}": r"\{pick\}",
    "{pick|-}": r"\{pick\|-\}",
    "a fact in the text": r"It is \{\w+\}",
    "speech": r"^      bram: ",
    "speech under another name": r"^      maren \(mother\): ",
    "tags of the stage": r"\{enter maren\}|\{bram warm\}",
    "a reply under a condition": r"replies:\n +any:\n +text: \|\n.*\n +when: ",
    "another name": r"names:\n +- name: ",
    "a line of the journal": r"^journal:\n  j0:",
    "a note": r"note: \|",
    "an old name of a node": r"aliases: \[old_",
    "an old name of a choice": r"aliases: .* -> ",
    "a target by an old name": r"-> (detour )?old_",
    "a condition with an old name": r"\((old_\w+|\w+/as_it_was)",
    "a start that ways lead to": r"^start: n0$",
}


@pytest.fixture(scope="module")
def texts() -> list[dict[str, str]]:
    return [random_draft(seed).files(seed) for seed in SEEDS]


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature_is_in_many_stories(feature: str, texts: list[dict[str, str]]) -> None:
    pattern = re.compile(FEATURES[feature], re.MULTILINE)
    assert sum(bool(pattern.search("\n".join(files.values()))) for files in texts) >= 8


def test_stories_are_in_one_file_or_several(texts: list[dict[str, str]]) -> None:
    assert {len(files) for files in texts} == {2, 3, 4}


def _deepest(truth: Truth) -> int:
    return max(len(now.callers) for now in truth.distances)


HAPPENINGS = {
    "a detour within a detour": lambda _tale, truth: _deepest(truth) == 2,
    "a detour that is never left": lambda _tale, truth: any(
        now.callers and now.ending for now in truth.distances
    ),
    "a way back where there is none": lambda tale, truth: any(
        tale.offered(now).nowhere for now in truth.distances
    ),
    "the start comes again": lambda tale, truth: any(
        tale.act(now, action)[1].entered[:1] == [tale.story.start]
        for now in truth.distances
        for action in tale.actions(now)
    ),
    "redirects in a row": lambda tale, truth: any(
        len(tale.act(now, action)[1].followed) > 1 for now in truth.distances for action in tale.actions(now)
    ),
    "a redirect nobody follows": lambda tale, truth: (
        {(node.id, number) for node in tale.story.nodes.values() for number in range(len(node.redirects))}
        > truth.followed
    ),
    "lots": lambda _tale, truth: any(now.drawing for now in truth.distances),
    "a command sung": lambda _tale, truth: any(way.endswith("command") for way in truth.ways),
    "an invitation sung": lambda _tale, truth: any(way.endswith("invite") for way in truth.ways),
    "a song shared": lambda _tale, truth: any(way.endswith("share") for way in truth.ways),
    "a song learned and forgotten at once": lambda _tale, truth: bool(truth.fleeting),
    "rests found out": lambda _tale, truth: "rests(kindling)" in truth.learned,
    "a tie found out": lambda _tale, truth: "tie(bram,maren)" in truth.learned,
    "a bound hit": lambda _tale, truth: bool(truth.bounded),
    "a reason shown": lambda _tale, truth: bool(truth.reasons),
    "a branch shown": lambda _tale, truth: bool(truth.branches),
    "a branch never shown": lambda tale, truth: not sites_of(tale.texts) <= set(truth.branches),
    "a node out of reach": lambda tale, truth: len(truth.nodes) < len(tale.story.nodes),
    "no node out of reach": lambda tale, truth: len(truth.nodes) == len(tale.story.nodes),
    "every ending lost": lambda _tale, truth: bool(truth.stuck),
    "nothing ever lost": lambda _tale, truth: not truth.stuck,
    "a dead end": lambda _tale, truth: bool(truth.dead_ends),
    "two endings": lambda _tale, truth: len(truth.endings) == 2,
    "a choice open at times": lambda _tale, truth: bool(truth.open & truth.closed),
    "a long way to an ending": lambda _tale, truth: max(truth.endings.values(), default=0) > 4,
    "a hundred moments": lambda _tale, truth: len(truth.distances) > 100,
}


@pytest.fixture(scope="module")
def played(texts: list[dict[str, str]]) -> list[tuple[Tale, Truth]]:
    tales = [Tale(files) for files in texts[:150]]
    return [(tale, truth) for tale in tales if (truth := everything(tale, 400)) is not None]


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_everything_happens_in_some_stories(happening: str, played: list[tuple[Tale, Truth]]) -> None:
    assert sum(HAPPENINGS[happening](tale, truth) for tale, truth in played) >= 3
