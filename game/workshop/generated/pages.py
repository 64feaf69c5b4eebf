"""The files of a generated story: its drafts, as an author would have written them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from game.workshop.generated.plot import PEOPLE, SMALL_SONG, SONGS, Answer, Draft, Plot, Way
from game.workshop.generated.prose import label, sentence, sentences, speech

_PLACES = ("harbour", "mill", "abbey", "moor", "ford", "orchard", "tower", "camp")
_VIEWS = ("day", "night")
_MOTIFS = ("1 5 6 5 | 3 2 | 5 8", "3 5 8 7 | 5 7 5 4 | 2 3", "8 6 5 | 3 1", "5 6 5 3 | 2 1", "1 3 5 | 8 7 5")
_BEATS = ("1 1 1 1 | 1 1 | 1 2", "1 1 1 1 | 1 1 1 1 | 1 2", "1 1 2 | 1 2", "1 1 1 1 | 1 2", "1 1 2 | 1 1 2")
_NIGHT, _PICK, _SPEECH, _REASON, _REPLY = 0.3, 0.1, 0.4, 0.3, 0.5
"""How often a node is at night, a text picks, a paragraph is spoken,
a closed choice says why, a place replies to a song."""
_WIDE = 100
"""A line of a choice that is longer is broken, as authors do."""


def world(plot: Plot, start: str, seed: int) -> str:
    """Give everything that can be true, and everyone and everywhere."""
    dice = Random(f"{seed} world")  # noqa: S311  (the same story for the same seed)
    lines = ["# A story that was generated.", "format: 1", "title: |", "  The Long Road", f"start: {start}"]
    lines += ["", "facts:", *(f"  {name}: {values}" for name, values in plot.facts.items())]
    lines += ["", "songs:"]
    for number, song in enumerate(one for one in SONGS if one in plot.songs):
        motif, beats = _MOTIFS[number % len(_MOTIFS)], _BEATS[number % len(_BEATS)]
        lines += [
            f"  {song}:",
            f'    name: "The {song.title()}"',
            f"    motif: {motif}",
            f"    beats: {beats}",
        ]
        lines += ["    key: E major", "    metre: 4/4", f'    about: "what the {song} is for"']
    lines += [f"  {SMALL_SONG}:", '    name: "The Knock"', "    beats: 2 1 1 2", "    small: yes"]
    lines += ["", "people:"]
    for number, person in enumerate(PEOPLE):
        lines += [f"  {person}:", f'    name: "{person.title()}"', "    looks: [calm, warm, troubled]"]
        lines += [f"    motif: {_MOTIFS[number % len(_MOTIFS)].replace(' |', '')}"]
        lines += ["    replies:", "      any: |", f"        {sentence(dice)}"]
    lines += ["", "places:"]
    for place in _PLACES:
        lines += [f"  {place}:", f'    name: "The {place.title()}"', "    views:"]
        lines += [f'      {view}: "the {place} by {view}"' for view in _VIEWS]
        songs = [song for song in (*plot.songs, SMALL_SONG) if dice.random() < _REPLY]
        lines += ["    replies:"]
        for song in (*songs, "any"):
            lines += [f"      {song}: |", f"        {sentence(dice)}"]
    lines += ["", "endings:"]
    for ending in plot.endings:
        lines += [f"  {ending}:", f'    title: "{label(dice)}"', "    credits: |"]
        lines += [f"      {one}" for one in sentences(dice, 60)]
    return "\n".join(lines) + "\n"


def chapter(number: int, drafts: Iterable[Draft], seed: int, words: int) -> str:
    """Give a chapter, with about so many words on a page."""
    dice = Random(f"{seed} chapter {number}")  # noqa: S311  (the same story for the same seed)
    lines = [f"chapter: c{number}", f"at: {_PLACES[number % len(_PLACES)]}", "nodes:"]
    for draft in drafts:
        lines += [f"  {draft.id}:"]
        lines += [f"    {line}" if line else "" for line in _page(draft, dice, words)]
        lines += [""]
    return "\n".join(lines)


def _page(draft: Draft, dice: Random, words: int) -> Iterator[str]:
    """The lines of a node, without the name."""
    if dice.random() < _NIGHT:
        yield "view: night"
    if draft.chances:
        yield "chance: |"
        yield from (f"  {weight} -> {target}" for weight, target in draft.chances)
        return
    yield from _told(draft, dice, words)
    if draft.do:
        yield f"do: {_done(draft)}"
    if draft.redirects:
        yield "redirect: |"
        yield from (f"  -> {target} when {asked.words}" for target, asked in draft.redirects)
    if draft.answers:
        yield "songs:"
        yield from (f"  {line}" for answer in draft.answers for line in _answer(answer, dice))
    if draft.ways:
        yield "choices: |"
        yield from (f"  {line}" for way in draft.ways for line in _choice(way, dice))
    if draft.ending:
        yield f"ending: {draft.ending}"


def _told(draft: Draft, dice: Random, words: int) -> Iterator[str]:
    """Who is there, and the text."""
    present = dice.sample(PEOPLE, dice.randint(0, 2))
    present += [answer.to for answer in draft.answers if answer.to and answer.to not in present]
    if present:
        yield f"with: [{', '.join(present)}]"
    yield "text: |"
    yield from (f"  {line}" if line else "" for line in _prose(draft, dice, words))


def _done(draft: Draft | Way | Answer) -> str:
    return ", ".join(effect.words for effect in draft.do)


def _prose(draft: Draft, dice: Random, words: int) -> Iterator[str]:
    """Paragraphs of a few lines; somebody speaks; something differs by what is true, or by the visit."""
    told = sentences(dice, max(12, words + dice.randint(-20, 20) - 25 * (draft.asked is not None)))
    if draft.asked is not None:
        told[len(told) // 2] = f"{{if {draft.asked.words}}}{sentence(dice)}{{else}}{sentence(dice)}{{end}}"
    if dice.random() < _PICK:
        told[-1] = f"{{pick}}{sentence(dice)}|{sentence(dice)}|{sentence(dice)}{{end}}"
    for number, line in enumerate(told):
        if number and number % 3 == 0:
            yield ""
            if dice.random() < _SPEECH:
                yield f"{dice.choice(PEOPLE)}: {speech(dice)} {line}"
                continue
        yield line


def _answer(answer: Answer, dice: Random) -> Iterator[str]:
    yield f"{answer.song}:"
    if answer.to:
        yield f"  to: {answer.to}"
    for way, target in answer.ways.items():
        if target is None:
            yield f"  {way}: |"
            yield f"    {sentence(dice)}"
        else:
            yield f"  {way}: {target}"
    yield "  once: yes"
    if answer.do:
        yield f"  do: {_done(answer)}"


def _choice(way: Way, dice: Random) -> Iterator[str]:
    """One line, or several where it is long or says why it is closed."""
    tail = f" when {way.when.words}" if way.when else ""
    tail += " once" if way.once else ""
    tail += f" do {_done(way)}" if way.do else ""
    line = f"{way.label} -> {way.target}{tail}"
    reason = way.when is not None and dice.random() < _REASON
    if len(line) <= _WIDE and not reason:
        yield line
        return
    yield way.label
    yield f"  -> {way.target}"
    if way.when:
        yield f"  when: {way.when.words}"
        if reason:
            yield f"  else: {sentence(dice)}"
    if way.once:
        yield "  once"
    if way.do:
        yield f"  do: {_done(way)}"
