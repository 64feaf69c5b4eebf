"""What is planted in a generated story: faults that a proof must find, and what only looks like one.

Every plant says what is then true. Each is written into a chapter where every run passes, so nothing else in
the story changes by it: whoever walks in walks out again, or is caught as the plant says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.workshop.generated.plot import Draft, Plot, Spot
from game.workshop.generated.runs import Condition, add, at_least, both, exactly, is_not, is_so, no, put, yes


@dataclass(slots=True)
class Truth:
    """What a proof must say, while it is collected; see `Expected`."""

    unreachable: set[str] = field(default_factory=set)
    unselectable: set[str] = field(default_factory=set)
    stuck: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    dead_ends: set[str] = field(default_factory=set)
    hard: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Plant:
    """One planting: where, under which name, and what it makes true."""

    plot: Plot
    spot: Spot
    name: str
    truth: Truth

    @property
    def last(self) -> Draft:
        """The node from which most plants are entered, and to which they lead back."""
        return self.spot.last

    def node(self, about: str) -> Draft:
        """Write a node."""
        return self.plot.node(f"{self.name}.{about}", self.spot.chapter)

    def flag(self, about: str) -> str:
        """Declare a fact that begins as no."""
        return self.plot.flag(f"{self.name}.{about}")

    def number(self, about: str, most: int) -> str:
        """Declare a number that begins with 0."""
        name = f"{self.name}.{about}"
        self.plot.facts[name] = f"0..{most}"
        return name

    def room(self, about: str, asked: Condition | None, *, shut: bool) -> Draft:
        """Write a room behind the chapter's last node, with a door that asks for something.

        If it is shut, nobody ever comes in; if not, it is only hard to.
        """
        page = self.node(about)
        way_in = self.plot.way(self.last, page.id, asked)
        way_out = self.plot.way(page, self.last.id)
        if shut:
            self.truth.unreachable.add(page.id)
            self.truth.unselectable |= {self.last.key(way_in), page.key(way_out)}
        else:
            self.truth.hard.add(page.id)
        return page

    def trap(self, *pages: Draft) -> None:
        """Say that all is lost in these rooms, from the first of them on."""
        self.truth.stuck.add(pages[0].id)
        self.truth.lost |= {page.id for page in pages}


def _never_set(plant: Plant) -> None:
    """A door asks for a fact that nothing makes true."""
    plant.room("room", is_so(plant.flag("seal")), shut=True)


def _exclusive(plant: Plant) -> None:
    """A door asks for both sides of a fork that is passed once."""
    one, other = plant.spot.exclusive
    plant.room("room", both(is_so(one), is_so(other)), shut=True)


def _count(plant: Plant) -> None:
    """Three deeds count, each done once: a door asks for four; another for three, and can be opened."""
    deeds = plant.number("deeds", 5)
    for _ in range(3):
        plant.plot.way(plant.spot.hub, plant.spot.hub.id, do=(add(deeds, 1, 5),), once=True)
    plant.room("four", at_least(deeds, 4), shut=True)
    plant.room("three", at_least(deeds, 3), shut=False)


def _key(plant: Plant) -> None:
    """The only key can be spent in the cellar that it opens."""
    key, lamp = plant.flag("key"), plant.flag("lamp")
    cellar, nook = plant.node("cellar"), plant.node("nook")
    way, plot = plant.plot.way, plant.plot
    plot.way(plant.last, cellar.id, do=(yes(key),))
    way(cellar, cellar.id, both(is_so(key), is_not(lamp)), (no(key), yes(lamp)))
    way(cellar, plant.last.id, is_so(key))
    way(cellar, nook.id)
    way(nook, cellar.id)
    plant.trap(cellar, nook)


def _dead_end(plant: Plant) -> None:
    """The conditions of all ways on leave a gap."""
    rope, fork = plant.flag("rope"), plant.node("fork")
    plant.plot.way(plant.spot.hub, plant.spot.hub.id, do=(yes(rope),), once=True)
    plant.plot.way(plant.last, fork.id)
    plant.plot.way(fork, plant.last.id, is_so(rope))
    plant.plot.way(fork, plant.last.id, is_so(plant.spot.asides[0]))
    plant.trap(fork)
    plant.truth.dead_ends.add(fork.id)


def _ring(plant: Plant) -> None:
    """Two rooms lead to each other; the way out asks that something was never sworn which lets one in."""
    oath, one, other = plant.flag("oath"), plant.node("one"), plant.node("other")
    plant.plot.way(plant.last, one.id, do=(yes(oath),))
    plant.plot.way(one, other.id)
    plant.plot.way(other, one.id)
    out = plant.plot.way(other, plant.last.id, is_not(oath))
    plant.trap(one, other)
    plant.truth.unselectable.add(other.key(out))


def _visits(plant: Plant) -> None:
    """A well that is visited once, and a door that asks for twice."""
    well = plant.node("well")
    plant.plot.way(plant.last, well.id, once=True)
    plant.plot.way(well, plant.last.id)
    plant.room("deep", at_least(f"visits({well.id})", 2), shut=True)


def _order(plant: Plant) -> None:
    """No fault: a dial whose six turns must be made in their order opens a vault."""
    turns, dial, vault = plant.number("turns", 6), plant.node("dial"), plant.node("vault")
    way = plant.plot.way
    way(plant.last, dial.id)
    for turn in range(6):
        way(dial, dial.id, exactly(turns, turn), (put(turns, turn + 1),))
    way(dial, dial.id, None, (put(turns, 0),))
    way(dial, plant.last.id)
    way(dial, vault.id, exactly(turns, 6))
    way(vault, plant.last.id)
    plant.truth.hard.add(vault.id)


def _shadow(plant: Plant) -> None:
    """A redirect that always holds keeps a hall from being shown, and what lies behind it from being met."""
    past, hall, room = plant.flag("past"), plant.node("hall"), plant.node("room")
    plant.plot.way(plant.last, hall.id, do=(yes(past),))
    hall.redirects.append((plant.last.id, is_so(past)))
    way_in = plant.plot.way(hall, room.id)
    way_out = plant.plot.way(room, plant.last.id)
    plant.truth.unreachable.add(room.id)
    plant.truth.unselectable |= {hall.key(way_in), room.key(way_out)}


def _detour(plant: Plant) -> None:
    """A tent is entered from two places; what happens at the second cannot come back to the first."""
    word, tent, tale = plant.flag("word"), plant.node("tent"), plant.node("tale")
    hub, way = plant.spot.hub, plant.plot.way
    way(hub, f"detour {tent.id}")
    way(tent, "back")
    way(plant.last, f"detour {tent.id}", do=(yes(word),))
    way_in = way(hub, tale.id, is_so(word))
    way_out = way(tale, hub.id)
    plant.truth.unreachable.add(tale.id)
    plant.truth.unselectable |= {hub.key(way_in), tale.key(way_out)}


def _correlated(plant: Plant) -> None:
    """Two facts come true together; a door asks for one without the other."""
    one, other = plant.flag("one"), plant.flag("other")
    plant.plot.way(plant.spot.hub, plant.spot.hub.id, do=(yes(one), yes(other)), once=True)
    plant.room("room", both(is_so(one), is_not(other)), shut=True)


def _pit(plant: Plant) -> None:
    """One draw in four leads into a pit without a ladder."""
    dice, pit = plant.node("dice"), plant.node("pit")
    plant.plot.way(plant.last, dice.id)
    dice.chances += [(3, plant.last.id), (1, pit.id)]
    plant.plot.way(pit, pit.id)
    plant.trap(pit)


PLANTS: Mapping[str, tuple[int, Callable[[Plant], None]]] = {
    "never_set": (1, _never_set),
    "exclusive": (1, _exclusive),
    "count": (2, _count),
    "key": (2, _key),
    "dead_end": (1, _dead_end),
    "ring": (2, _ring),
    "visits": (2, _visits),
    "order": (2, _order),
    "shadow": (2, _shadow),
    "detour": (2, _detour),
    "correlated": (1, _correlated),
    "pit": (2, _pit),
}
"""Everything that can be planted: how many nodes it takes, and how it is done."""
