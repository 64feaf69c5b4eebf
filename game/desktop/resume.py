"""What Continue goes on from: the save made by itself, or the best there is where that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.model.story import Story
from game.play.codec import Unreadable, save_to_history
from game.saves import AUTO, EARLIER, QUICK, SaveError, SlotInfo, Store
from game.saves.files import DamagedError

NAMES: Final = {AUTO: "kept by itself", QUICK: "quick save", EARLIER: "the journey before"}


@dataclass(frozen=True, slots=True)
class Resumed:
    """Where the last journey can be taken up again."""

    slot: str
    """Empty if nothing that is kept can be read."""
    where: str
    trouble: str = ""
    """What is wrong with the last save, and what is done about it; empty if nothing is."""
    ending: str = ""
    """The name of the ending that the journey has come to; empty if it goes on."""


def resumed(store: Store, story: Story) -> Resumed | None:
    """What can be gone on from; None if no journey was kept by itself."""
    infos = store.slots()
    auto = next((info for info in infos if info.slot == AUTO), None)
    if auto is None:
        return None
    found = _read(store, story, auto)
    if found is not None or not _is_there(store):
        return found
    others = (info for info in infos if info.slot != AUTO and info.damaged is None)
    other = next(_readable(store, story, others), None)
    if other is None:
        return Resumed("", "", "The last save cannot be read. A new journey keeps its file beside its own.")
    name = NAMES.get(other.slot, f"number {other.slot}")
    trouble = f"The last save cannot be read, and stays as it is. This takes up “{name}”: {other.where}."
    return Resumed(other.slot, other.where, trouble, other.ending)


def _is_there(store: Store) -> bool:
    """Whether there is a last save at all, were it damaged; not only what was put aside of it."""
    try:
        store.read(AUTO)
    except DamagedError:
        return True
    except SaveError:
        return False
    return True


def _readable(store: Store, story: Story, infos: Iterable[SlotInfo]) -> Iterator[Resumed]:
    return (found for info in infos if (found := _read(store, story, info)) is not None)


def _read(store: Store, story: Story, info: SlotInfo) -> Resumed | None:
    """What a slot holds; None if it cannot be read."""
    try:
        save, notices = store.read(info.slot)
        history, _ = save_to_history(story, save)
    except (SaveError, Unreadable):
        return None
    where = ", ".join(part for part in (info.card.place, info.card.title) if part)
    ending = story.endings.get(history.state.ending or "")
    trouble = "The last save cannot be read. This goes on from the one before it, a choice earlier."
    return Resumed(info.slot, where, trouble if notices else "", ending.title if ending else "")
