"""One chapter of a generated story: a fork, a hub with side trips, a camp, luck, a gate, a road on."""

from __future__ import annotations

from collections.abc import Sequence

from game.workshop.generated.plot import PATHS, PEOPLE, SMALL_SONG, Answer, Draft, Plot, Spot
from game.workshop.generated.runs import (
    Condition,
    Effect,
    Run,
    both,
    happen,
    is_not,
    is_so,
    learn,
    learn_motif,
    learn_rests,
    put,
    yes,
)

LATE = 30
"""How many facts of earlier chapters a story remembers for good."""

_SCENES = 34
"""How many nodes all scenes may take, without second pages."""
_PARTING = 3
"""How many nodes a parting of the ways takes."""


class Chapter:
    """Writes a chapter, scene by scene; all runs of the plot go along."""

    def __init__(self, plot: Plot, number: int, size: int, remembered: float, song: str | None) -> None:
        self._plot = plot
        self._number = number
        self._size = size
        self._remembered = remembered
        """What share of its facts later chapters may ask for."""
        self._song = song
        """The Legend that can be learned here, if one can."""
        self._made = 0
        self._names = 0
        self._asides: list[str] = []
        self._exclusive: list[str] = []
        self._seen: list[str] = []
        """The same as `_asides`, asked of the pages."""
        self._local: list[str] = []
        """What is remembered within the chapter."""
        self._spare = min(3, max(0, size - _SCENES))
        """How many side trips may have a second page."""
        self._now = self._new("start")

    @property
    def first(self) -> str:
        """The node that a chapter begins with."""
        return f"c{self._number}.start"

    def write(self) -> Draft:
        """Write all of it, and give the node that leads on."""
        self._go_on()
        self._fork()
        hub = self._hub()
        self._camp()
        self._detour_round()
        self._luck()
        self._gate()
        while self._made < self._size:
            if self._size - self._made >= _PARTING and self._likely(0.4):
                self._parting()
            else:
                self._go_on()
        self._plot.spots.append(
            Spot(self._number, hub, self._now, tuple(self._asides), tuple(self._exclusive))
        )
        for name in (*self._asides, *self._exclusive, *self._seen[:1]):
            if len(self._plot.late) < LATE and self._likely(self._remembered):
                self._plot.late.append(name)
        return self._now

    # ---- scenes ----------------------------------------------------------------------------------

    def _go_on(self, do: tuple[Effect, ...] = ()) -> None:
        """One page leads to the next."""
        page = self._new(do=do)
        self._plot.way(self._now, page.id)
        self._now = page

    def _fork(self) -> None:
        """Three ways to the same place; two of them are remembered, and shut each other out."""
        plot = self._plot
        self._exclusive = [plot.flag(f"c{self._number}.chose{side}") for side in range(2)]
        shares = self._shared(4 if self._likely(0.15) else 3)
        meeting = self._name("meeting")
        for side, runs in enumerate(shares[:3]):
            do = (*(yes(flag) for flag in self._exclusive[side : side + 1]), *plot.bump())
            happen(do, runs)
            page = self._new("fork", runs)
            plot.way(self._now, page.id, do=do)
            plot.way(page, meeting)
        for runs in shares[3:]:
            path = plot.dice.randint(1, len(PATHS) - 1)
            do = (put("path", path, PATHS[path]),)
            happen(do, runs)
            plot.way(self._now, meeting, do=do)
        self._now = self._named(meeting)
        self._local += self._exclusive

    def _hub(self) -> Draft:
        """A place with side trips in any order, each made once, and something that only some of them open."""
        plot, dice = self._plot, self._plot.dice
        hub = self._new("hub")
        plot.way(self._now, hub.id)
        person = dice.choice(PEOPLE)
        for side in range(dice.randint(3, 5)):
            flag = plot.flag(f"c{self._number}.did{side}")
            self._asides.append(flag)
            do = (yes(flag), *self._lesson(side, person), *plot.bump())
            runs = plot.some(plot.runs)
            happen(do, runs)
            page = self._new("side", runs)
            self._seen.append(f"seen({page.id})")
            for run in runs:
                run[self._seen[-1]] = 1
            plot.way(hub, page.id, do=do, once=True)
            plot.way(page, hub.id)
            if self._spare and self._likely(0.3):
                self._spare -= 1
                self._further(page, hub, runs)
        if self._song:
            plot.songs.append(self._song)
            self._singing(hub, self._song, person)
        asked = plot.condition(plot.runs, [*plot.late, *self._local, *self._asides, *self._seen])
        page = self._new("reward", [run for run in plot.runs if asked is None or asked.holds(run)])
        plot.way(hub, page.id, asked)
        plot.way(page, hub.id)
        self._now = self._new("leaving")
        plot.way(hub, self._now.id)
        return hub

    def _lesson(self, side: int, person: str) -> tuple[Effect, ...]:
        """What a side trip teaches: the first one a Legend, the second how to invite with it."""
        lessons: list[tuple[Effect, ...]] = [(), ()]
        if self._song:
            lessons = [(learn(self._song),), (learn_rests(self._song), learn_motif(person))]
        if self._number == 0:
            lessons.append((learn(SMALL_SONG),))
        return lessons[side] if side < len(lessons) else ()

    def _further(self, page: Draft, hub: Draft, runs: list[Run]) -> None:
        """A second page of a side trip, for some."""
        asked = self._plot.condition(runs, [*self._plot.late, *self._local])
        do = self._plot.bump()
        going = self._plot.some([run for run in runs if asked is None or asked.holds(run)])
        happen(do, going)
        second = self._new("side", going)
        self._plot.way(page, second.id, asked, do)
        self._plot.way(second, hub.id)

    def _singing(self, hub: Draft, song: str, person: str) -> None:
        """A place to sing: a command leads to a page, an invitation is answered in place."""
        plot = self._plot
        page, after = self._new("singing"), self._new("sung")
        plot.way(hub, page.id)
        plot.way(page, hub.id)
        plot.way(after, hub.id)
        answer = Answer(song, person, {"command": after.id, "invite": None}, plot.bump())
        page.answers.append(answer)
        able = [run for run in plot.runs if run.get(f"knows({song})")]
        happen(answer.do, plot.some(able))

    def _camp(self) -> None:
        """A rest by the road that is entered from two places, and leads back to either."""
        plot = self._plot
        camp, second = self._new("camp"), self._new("camp")
        do = plot.bump()
        plot.way(camp, second.id, do=do)
        plot.way(camp, second.id)
        plot.way(second, "back")
        if self._number == 0:
            camp.answers.append(Answer(SMALL_SONG, None, {"share": None}, plot.bump()))
            happen(camp.answers[0].do, [run for run in plot.runs if run.get(f"knows({SMALL_SONG})")])
        happen(do, plot.some(plot.runs))
        here = self._now
        runs = plot.some(plot.runs, 0.5)
        byway, onward = self._new("road", runs), self._name("road")
        plot.way(here, f"detour {camp.id}", once=True)
        plot.way(here, onward)
        plot.way(here, byway.id)
        asked = plot.condition(runs, self._asides)
        happen(do, plot.some([run for run in runs if asked is None or asked.holds(run)]))
        plot.way(byway, f"detour {camp.id}", asked, once=True)
        plot.way(byway, onward)
        self._now = self._named(onward)

    def _detour_round(self) -> None:
        """A page that some are led past."""
        plot = self._plot
        asked: Condition = both(is_so(self._asides[0]), is_not(self._exclusive[0]))
        led = [run for run in plot.runs if asked.holds(run)]
        gate, other, onward = self._new("turning"), self._new("byway", led), self._new("road")
        gate.redirects.append((other.id, asked))
        plot.way(self._now, gate.id)
        plot.way(gate, onward.id)
        plot.way(other, onward.id)
        self._now = onward

    def _luck(self) -> None:
        """Chance decides between two pages."""
        plot = self._plot
        draw, onward = self._new("luck"), self._name("road")
        plot.way(self._now, draw.id)
        for weight, runs in zip((2, 1), self._shared(2), strict=True):
            page = self._new("luck", runs, plot.bump())
            draw.chances.append((weight, page.id))
            plot.way(page, onward)
        self._now = self._named(onward)

    def _gate(self) -> None:
        """Two pages that only some may see, and a way past both."""
        plot = self._plot
        onward = self._name("gate")
        asked = [self._narrow() for _ in range(2)]
        for one, runs in zip(asked, self._shared(2), strict=True):
            going = [run for run in runs if one.holds(run)]
            do = plot.bump()
            happen(do, going)
            page = self._new("gate", going)
            plot.way(self._now, page.id, one, do)
            plot.way(page, onward)
        plot.way(self._now, onward)
        self._now = self._named(onward)

    def _narrow(self) -> Condition:
        """Ask for two things at once that one of the runs has, or for one of them."""
        plot, dice = self._plot, self._plot.dice
        run = dice.choice(plot.runs)
        own = dice.choice(self._asides)
        first = is_so(own) if run.get(own) else is_not(own)
        second = plot.atom(run, [*plot.late, *self._local]) if self._likely(0.75) else None
        return first if second is None else both(first, second)

    def _parting(self) -> None:
        """Two ways to the next page."""
        plot = self._plot
        shares = self._shared(2)
        do = plot.bump()
        happen(do, shares[0])
        one, other, onward = self._new("road", shares[0]), self._new("road", shares[1]), self._new("road")
        plot.way(self._now, one.id, do=do)
        plot.way(self._now, other.id)
        plot.way(one, onward.id)
        plot.way(other, onward.id)
        self._now = onward

    # ---- pages -----------------------------------------------------------------------------------

    def _name(self, about: str) -> str:
        """Give a name that no node of the chapter has yet."""
        self._names += 1
        return f"c{self._number}.{about}{self._names}"

    def _named(self, name: str, runs: Sequence[Run] | None = None, do: tuple[Effect, ...] = ()) -> Draft:
        self._made += 1
        return self._plot.node(name, self._number, self._plot.runs if runs is None else runs, do)

    def _new(
        self, about: str = "road", runs: Sequence[Run] | None = None, do: tuple[Effect, ...] = ()
    ) -> Draft:
        name = f"c{self._number}.{about}" if about in {"start", "hub"} else self._name(about)
        return self._named(name, runs, do)

    def _likely(self, share: float) -> bool:
        return self._plot.dice.random() < share

    def _shared(self, parts: int) -> list[list[Run]]:
        """Deal the runs out at random."""
        shares: list[list[Run]] = [[] for _ in range(parts)]
        for run in self._plot.runs:
            self._plot.dice.choice(shares).append(run)
        return shares
