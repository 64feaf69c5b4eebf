"""The game in a plain terminal, one line after another, so that a screen reader reads it.

This is also the reference front end: show the page, read a line, do what it asks, again. Everything it knows
of the game it learns from `view` and `play`, and everything it can do to it goes through `History.act`.
"""

from __future__ import annotations

import secrets
import shutil
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from game.model.song import Way
from game.model.story import Story
from game.play import Choose, History, Refused, Sing, SongOffer
from game.play.codec import Unreadable, history_to_save, save_to_history
from game.saves import AUTO, Card, SaveError, Seen, Settings, Store, slot_name
from game.view.block import Block, BlockKind, Moment, Run, blocks, person_name
from game.view.captions import captioned
from game.view.page import Page, page, transcript
from game.view.songs import missing

HELP = """\
A number takes the choice that bears it.
sing SONG: sing a song that you know. Small songs are shared; of a Legend say how, \
as in 'sing kindling command' (straight through its rests) or 'sing kindling invite' (listening in them).
sing SONG to PERSON: turn to someone.
songs: what you can sing, and how.
look: read the page again. history: read the whole journey again.
back: take back the last choice, as often as you like.
save NAME, load NAME, saves: keep a journey, take one up, list them. Every choice is saved by itself.
new: begin again. quit: save and leave."""
MANNER = {Way.COMMAND: "straight through its rests", Way.INVITE: "listening in its rests"}
"""What the ways to sing a Legend mean."""
SEEDS = 64
"""Bits of a new journey's seed."""

Read = Callable[[str], str]
Write = Callable[[str], None]


def play_in_terminal(
    story: Story,
    store: Store,
    settings: Settings,
    read: Read = input,
    write: Write = print,
    *,
    mods: tuple[str, ...] = (),
    history: History | None = None,
) -> None:
    """Play until the end of input or `quit`; every choice is saved in the automatic slot.

    Goes on with the given run, else with the one saved automatically, else begins.
    """
    session = _Session(story, store, settings, write, mods, history or _begun(story), store.seen())
    try:
        session.say(story.title)
        if history is None:
            session.take_up_the_last()
        session.say("'help' lists the commands.")
        session.show()
        while session.obey(read("> ").strip()):
            pass
        session.keep()
    except (EOFError, KeyboardInterrupt):
        session.say("")
        session.keep()
    except BrokenPipeError:  # nobody reads any more
        session.write = lambda _words: None
        session.keep()


def _begun(story: Story) -> History:
    return History.start(story, secrets.randbits(SEEDS))


@dataclass(slots=True)
class _Session:
    """One sitting: the run as it stands, and what its commands do to it."""

    story: Story
    store: Store
    settings: Settings
    write: Write
    mods: tuple[str, ...]
    history: History
    seen: Seen
    failing: bool = field(default=False)
    """Whether saving failed the last time, and that was said."""

    def say(self, text: str) -> None:
        """Write a paragraph, wrapped to the width of the terminal, and an empty line."""
        width = max(20, shutil.get_terminal_size((80, 24)).columns - 1)
        for line in text.split("\n"):
            self.write("\n".join(textwrap.wrap(line, width, break_on_hyphens=False)))
        self.write("")

    def page(self) -> Page:
        """The present page."""
        return page(self.story, self.history, self.seen.choices)

    def show(self, told: Iterable[Block] | None = None) -> None:
        """Write what was told, or else the whole page, and then what can be done."""
        now = self.page()
        heading = ", ".join(filter(None, (now.place_name, now.view_name)))
        if told is None:
            self.say(heading)
        for block in now.blocks if told is None else told:
            self.say(spoken(block))
        self._show_ways_on(now)
        self._remember(now)

    def obey(self, line: str) -> bool:
        """Do what a line asks; False if it asks to leave."""
        command, _, rest = line.partition(" ")
        command = command.casefold()
        if command in ("quit", "q"):
            return False
        if command.isdecimal():
            self._choose(int(command))
        elif command == "sing":
            self._sing(rest.casefold())
        else:
            self._plain_command(command, rest)
        return True

    def _plain_command(self, command: str, rest: str) -> None:
        commands: dict[str, Callable[[], object]] = {
            "": self.show,
            "look": self.show,
            "help": lambda: self.say(HELP),
            "h": lambda: self.say(HELP),
            "back": self._back,
            "b": self._back,
            "songs": self._songs,
            "history": self._history,
            "saves": self._saves,
            "save": lambda: self._save(rest),
            "load": lambda: self._load(rest),
            "new": lambda: self._turn_to(_begun(self.story)),
        }
        commands.get(command, lambda: self.say("This is no command here. 'help' lists them."))()

    def take_up_the_last(self) -> None:
        """Go on with the run that was saved automatically, if there is one."""
        if any(info.slot == AUTO for info in self.store.slots()) and self._read(AUTO):
            self.say("You go on where you were; 'new' begins again.")

    def keep(self) -> None:
        """Save the run, and what was seen."""
        self._write(AUTO, "")
        try:
            self.store.write_seen(self.seen)
        except SaveError as error:
            self._complain(error)

    def _choose(self, number: int) -> None:
        choices = [choice for choice in self.page().choices if choice.open]
        if 1 <= number <= len(choices):
            key = f"{self.history.state.node}/{choices[number - 1].key}"
            self.seen = self.seen.and_also(choices=[key])
            self._act(Choose(choices[number - 1].key))
        else:
            self.say("There is no choice with this number.")

    def _sing(self, asked: str) -> None:
        words, _, person = asked.partition(" to ")
        to = next(
            (one.id for one in self.story.people.values() if person and person in _names(one.id, one.name)),
            None,
        )
        if person and to is None:
            self.say(f"Nobody here is called '{person}'.")
            return
        *name, last = words.split() or [""]
        way = Way(last) if name and last in tuple(Way) else None
        wanted = " ".join(name) if way else words.strip()
        offer = next((one for one in self.page().songs if wanted in _names(one.song, self._song(one))), None)
        if offer is None:
            self.say("You do not know a song of this name. 'songs' lists those you know.")
        elif way is Way.INVITE and (lack := missing(self.story, self.history.state.values, offer, to)):
            self.say(lack)
        elif way is None and to in (None, offer.to) and offer.ways and offer.ways != (Way.SHARE,):
            self.say(f"Say how: {self._how(offer)}.")
        else:
            self._act(offer.sung(way or (Way.SHARE if offer.ways else None), to))

    def _act(self, action: Choose | Sing) -> None:
        told = len(transcript(self.story, self.history))
        place = self.page().place
        try:
            self.history = self.history.act(action)
        except Refused as refusal:
            self.say(str(refusal))
            return
        self._write(AUTO, "")
        now = self.page()
        if now.place != place:
            self.say(", ".join(filter(None, (now.place_name, now.view_name))))
        told += isinstance(action, Choose)  # the player has just read the choice that was taken
        self.show(transcript(self.story, self.history)[told:])

    def _back(self) -> None:
        earlier = self.history.back()
        if earlier is None:
            self.say("This is where the journey begins.")
        else:
            self._turn_to(earlier)

    def _turn_to(self, history: History) -> None:
        self.history = history
        self._write(AUTO, "")
        self.show()

    def _songs(self) -> None:
        for offer in self.page().songs:
            self.say(f"{self._song(offer)}: {self._how(offer)}." if offer.ways else f"{self._song(offer)}.")
        if not self.page().songs:
            self.say("You know no song yet.")

    def _history(self) -> None:
        for block in transcript(self.story, self.history):
            self.say(f"You chose: {spoken(block)}" if block.kind is BlockKind.TAKEN else spoken(block))

    def _saves(self) -> None:
        for info in self.store.slots():
            told = (
                info.damaged or f"{info.card.place}, {info.when:%Y-%m-%d %H:%M} UTC, {info.card.words} words"
            )
            self.say(f"{info.slot}: {told}")
        if not self.store.slots():
            self.say("Nothing is saved yet.")

    def _save(self, name: str) -> None:
        slot = slot_name(name)
        if slot is None:
            self.say("Say under which name, as in 'save before the kiln'.")
        elif self._write(slot, name):
            self.say(f"Saved as '{slot}'.")

    def _load(self, name: str) -> None:
        slot = slot_name(name or AUTO)
        if slot is None:
            self.say("Say which one, as in 'load before the kiln'. 'saves' lists them.")
        elif self._read(slot):
            self._write(AUTO, "")
            self.show()

    def _read(self, slot: str) -> bool:
        try:
            save, earlier = self.store.read(slot)
            self.history, notices = save_to_history(self.story, save, self.mods)
        except Unreadable as reason:
            kept = self.store.put_aside(slot)
            self.say(f"{reason} It was kept as '{kept.name}'." if kept else str(reason))
            return False
        except SaveError as error:
            self.say(str(error))
            return False
        for notice in (*earlier, *notices):
            self.say(notice)
        return True

    def _write(self, slot: str, title: str) -> bool:
        told = transcript(self.story, self.history)
        card = Card(self.page().place_name, title, sum(len(block.text.split()) for block in told))
        try:
            self.store.write(slot, history_to_save(self.history, self.mods), card)
        except SaveError as error:
            self._complain(error)
            return False
        self.failing = False
        return True

    def _complain(self, error: SaveError) -> None:
        if not self.failing:
            self.say(str(error))
        self.failing = True

    def _show_ways_on(self, now: Page) -> None:
        if now.ending is not None:
            self.say(f"The end: {now.ending.title}.")
            moment = Moment(self.story, self.history.state.values, self.history.seed, now.node, 1)
            for block in blocks(now.ending.credits, moment):
                self.say(spoken(block))
            self.say("'back' takes back the last choice, 'new' begins again, 'quit' leaves.")
        number = 0
        for choice in now.choices:
            number += choice.open
            mark = " (chosen before)" if choice.taken_before and self.settings.marks else ""
            label, reason = marked(choice.runs), marked(choice.reason_runs or ())
            self.say(f"{number}. {label}{mark}" if choice.open else f"Closed: {label} ({reason})")
        for offer in now.songs if self.settings.ring else ():
            if offer.ways:
                self.say(f"You could sing {self._song(offer)} {self._where(offer)}: {self._how(offer)}.")

    def _where(self, offer: SongOffer) -> str:
        listener = self.story.people.get(offer.to or "")
        return f"to {person_name(listener, self.history.state.values)}" if listener else "here"

    def _remember(self, now: Page) -> None:
        ending = [now.ending.id] if now.ending else []
        self.seen = self.seen.and_also((block.key for block in now.blocks), endings=ending)

    def _song(self, offer: SongOffer) -> str:
        return self.story.songs[offer.song].name

    def _how(self, offer: SongOffer) -> str:
        return " or ".join(
            f"'sing {offer.song} {way}' ({MANNER[way]})" if way in MANNER else f"'sing {offer.song}'"
            for way in offer.ways
        )


def spoken(block: Block) -> str:
    """A block as one line of text, its sounds in words."""
    block = captioned(block)
    return f"{block.label}: {marked(block.runs)}" if block.label else marked(block.runs)


def marked(runs: Iterable[Run]) -> str:
    """Words with asterisks around those that stand out, which may be speech in signs."""
    return "".join(f"*{run.text}*" if run.emphasis else run.text for run in runs)


def _names(*names: str) -> tuple[str, ...]:
    return tuple(name.casefold() for name in names)
