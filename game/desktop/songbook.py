"""The songbook: its songs on the left leaf, the chosen one on the right, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop.backdrop import backdrop
from game.desktop.book import Act, Leaf, Listener, leaves, listeners, ways
from game.desktop.book_look import BookLook, Shown
from game.desktop.inputs import Input, Verb
from game.desktop.journey import Journey
from game.desktop.kit import Kit
from game.desktop.paper import Spread, open_book
from game.desktop.scene import Door, Move, Pop, Replace, Scene
from game.desktop.stage import Stage
from game.desktop.tune import Tune
from game.model.song import Way
from game.view.songs import perform

WAY_WORDS: Final = {
    Way.COMMAND: "Let Lysandra play it, straight through",
    Way.INVITE: "Let Lysandra play it, and listen in its rests",
    Way.SHARE: "Let Lysandra sing it",
}


@dataclass(frozen=True, slots=True)
class Performing:
    """What the harp is opened for: a song, and to whom it is sung."""

    leaf: Leaf
    listener: Listener


class Songbook(Scene):
    """The book of songs."""

    def __init__(self, kit: Kit, journey: Journey, stage: Stage) -> None:
        self._kit, self._journey, self._stage = kit, journey, stage
        self._spec = journey.stage("right")
        self._leaves = leaves(journey.story, journey.history.state, journey.page.songs)
        self._names = tuple(leaf for leaf in self._leaves if leaf.heard)
        self._look = BookLook(kit)
        offered = next((n for n, leaf in enumerate(self._names) if leaf.offer and leaf.offer.authored), 0)
        self.song = offered
        self.act = -1
        """Which act has the focus; −1 while the list of songs has it."""
        self.listener = 0
        self._tune: Tune | None = None
        self._spread: Spread | None = None
        self.resize()

    @property
    def moving(self) -> bool:
        """Only while a song is heard."""
        return self._tune is not None

    @property
    def leaf(self) -> Leaf | None:
        """The chosen song."""
        return self._names[self.song] if self._names else None

    def leave(self) -> None:
        """Let the music come back."""
        self._kit.sound.duck(ducked=False)

    def resize(self) -> None:
        """Lay the book out."""
        self._spread = open_book(self._kit, backdrop(self._kit, self._stage.canvas, 0.55))

    # What can be done

    def acts(self) -> tuple[Act, ...]:
        """What can be done with the chosen song here."""
        leaf = self.leaf
        if leaf is None:
            return ()
        made = [Act("hear", "Hear it", self._kit.key_name(Verb.HEAR))]
        if leaf.offer is not None:
            made.append(Act("perform", "Take the harp", "Enter"))
            performance = perform(
                self._journey.story, self._journey.history.state.values, leaf.offer, self._to().person
            )
            if leaf.known:
                made += [
                    Act("way", WAY_WORDS[way], way=way)
                    for way in ways(leaf, may_listen=performance.may_listen)
                ]
            else:
                made.append(Act("way", "Let Lysandra hum what there is of it"))
            if len(self._listeners()) > 1:
                made.append(Act("to", f"Sung to: {self._to().name}", "← →"))
        if self._single():
            made.append(Act("list", "Back to the songs", "Esc"))
        return tuple(made)

    def _listeners(self) -> tuple[Listener, ...]:
        leaf = self.leaf
        if leaf is None or leaf.offer is None:
            return (Listener(None, ""),)
        return listeners(self._journey.story, self._journey.history.state, self._spec, leaf.offer)

    def _to(self) -> Listener:
        among = self._listeners()
        return among[self.listener % len(among)]

    @property
    def focused(self) -> object:
        """What the keys have come to."""
        return self.song, self.act

    def handle(self, put_in: Input) -> Move | None:
        """Answer an input."""
        acts = self.acts()
        match put_in.verb:
            case Verb.LEAVE | Verb.SONGBOOK | Verb.HARP if (
                put_in.verb is not Verb.LEAVE or self.act < 0 or not self._single()
            ):
                return Pop()
            case Verb.LEAVE:
                self.act = -1
            case Verb.UP | Verb.DOWN:
                self._step(1 if put_in.verb is Verb.DOWN else -1, len(acts))
            case Verb.LEFT | Verb.RIGHT:
                self._sideways(1 if put_in.verb is Verb.RIGHT else -1, acts)
            case Verb.NEXT if acts:
                self.act = 0 if self.act < 0 else -1
            case Verb.HEAR:
                self._hear()
            case Verb.NUMBER if put_in.number <= len(self._names):
                self._choose(put_in.number - 1)
            case Verb.TAKE if acts:
                return self._take(self._default(acts) if self.act < 0 else acts[self.act])
            case Verb.POINT | Verb.PRESS:
                return self._point(put_in, acts)
            case _:
                pass
        return None

    def _single(self) -> bool:
        return self._spread is not None and self._spread.single

    def _default(self, acts: tuple[Act, ...]) -> Act:
        """What Enter does in the list: the harp, if the song can be sung here."""
        return next((act for act in acts if act.name == "perform"), acts[0])

    def _step(self, by: int, acts: int) -> None:
        if self.act >= 0:
            self.act = (self.act + by) % acts
        elif self._names:
            self._choose((self.song + by) % len(self._names))

    def _sideways(self, by: int, acts: tuple[Act, ...]) -> None:
        if self.act >= 0 and acts[self.act].name == "to":
            self.listener = (self.listener + by) % len(self._listeners())
        elif acts:
            self.act = 0 if by > 0 and self.act < 0 else self.act if by > 0 else -1

    def _choose(self, song: int) -> None:
        self.song, self.listener, self._tune = song, 0, None

    def _point(self, put_in: Input, acts: tuple[Act, ...]) -> Move | None:
        pressed = put_in.verb is Verb.PRESS
        for n, rect in self._look.rows:
            if rect.collidepoint(put_in.at) and pressed:
                self._choose(n)
                self.act = 0 if self._single() else -1
                return None
        for n, rect in enumerate(self._look.acts):
            if rect.collidepoint(put_in.at) and n < len(acts):
                self.act = n
                return self._take(acts[n]) if pressed else None
        if pressed and self._spread is not None and not self._on_book(put_in.at):
            return Pop()
        return None

    def _on_book(self, at: tuple[int, int]) -> bool:
        if self._spread is None:
            return False
        return (
            self._spread.left.union(self._spread.right)
            .inflate(self._kit.theme.px(200), self._kit.theme.px(180))
            .collidepoint(at)
        )

    def _take(self, act: Act) -> Move | None:
        leaf = self.leaf
        if leaf is None:
            return None
        match act.name:
            case "hear":
                self._hear()
            case "perform":
                if self._single() and self.act < 0:
                    self.act = 1
                    return None
                return Replace(Door.HARP, Performing(leaf, self._to()))
            case "list":
                self.act = -1
            case "to":
                self.listener = (self.listener + 1) % len(self._listeners())
            case _ if leaf.offer is not None:
                return Pop(leaf.offer.sung(act.way, self._to().person))
            case _:
                pass
        return None

    def _hear(self) -> None:
        leaf = self.leaf
        if leaf is not None:
            notes = self._kit.sound.tune(self._journey.story, leaf.song.id)
            self._kit.sound.duck(ducked=True)
            phrases = None if leaf.known else leaf.pieces
            self._tune = Tune(leaf.song, notes, rests=leaf.rests_known, upto=phrases)

    def update(self, seconds: float) -> Move | None:
        """Let time pass, and the song that is heard go on."""
        if self._tune is not None:
            for midi in self._tune.update(seconds):
                self._kit.sound.note(midi)
            if self._tune.over:
                self._tune = None
                self._kit.sound.duck(ducked=False)
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the book."""
        if self._spread is not None:
            lit = self._tune.note if self._tune is not None else -1
            shown = Shown(self._leaves, self._names, self.song, self.acts(), self.act, lit)
            self._look.draw(surface, self._spread, shown)
