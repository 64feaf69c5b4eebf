"""The folder of one player: saved journeys by slot, settings, and what was seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game.play.save_shape import Unreadable, check
from game.saves.files import DamagedError, SaveError, put_aside, read_json, write_bytes, write_json
from game.saves.seen import Seen, seen_from_json, seen_to_json
from game.saves.settings import Settings, settings_from_json, settings_to_json

AUTO = "auto"
QUICK = "quick"
EARLIER = "earlier"
"""The slot of the journey before the one that is kept by itself."""
_SLOT = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_EARLIER = "The last save could not be read; this is the one before it."


@dataclass(frozen=True, slots=True)
class Card:
    """What a list of saves says about one of them."""

    place: str = ""
    """The place's name."""
    title: str = ""
    """What the player called it, or the view's name."""
    words: int = 0
    """Words read."""
    minutes: int = 0
    """Minutes played."""


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """A save as it stands in a list."""

    slot: str
    card: Card
    when: datetime
    """In UTC."""
    thumbnail: Path | None
    """A PNG, if there is one."""
    damaged: str | None = None
    """Why it cannot be read, in a sentence; None if it can."""


def slot_name(text: str) -> str | None:
    """The slot that a player's word means, in letters, digits and dashes; None if nothing is left of it."""
    name = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:40].strip("-")
    return name or None


class Store:
    """The player's folder; nothing is made in it before something is written."""

    def __init__(self, folder: Path) -> None:
        """Use this folder, which need not be there yet."""
        self.folder = folder

    def write(
        self, slot: str, save: Mapping[str, Any], card: Card = Card(), now: datetime | None = None
    ) -> None:
        """Save a journey; the slot's earlier save is kept beside it.

        Raises:
            SaveError: it could not be saved, and nothing is lost.
        """
        when = (now or datetime.now(UTC)).isoformat(timespec="seconds")
        write_json(self._slot(slot), {"when": when, "card": asdict(card), "save": dict(save)}, _is_save)

    def read(self, slot: str) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The save in a slot as the codec wrote it, and sentences about what had to be done to read it.

        Raises:
            SaveError: there is none, or neither it nor the one before it can be read.
        """
        found, earlier = read_json(self._slot(slot))
        save = found.get("save") if isinstance(found, dict) else None
        if not isinstance(save, dict):
            raise DamagedError("This is not a saved journey. It is left as it is.")
        return save, (_EARLIER,) if earlier else ()

    def put_aside(self, slot: str) -> Path | None:
        """Move a save that turned out to be unreadable out of the way of the next; None if that fails."""
        return put_aside(self._slot(slot))

    def slots(self) -> list[SlotInfo]:
        """Every save, the latest first; damaged ones too."""
        names = {path.name.removeprefix("slot-").split(".")[0] for path in self.folder.glob("slot-*.json")}
        found = [self._info(name) for name in names if _SLOT.fullmatch(name)]
        return sorted(found, key=lambda info: (info.when, info.slot), reverse=True)

    def thumbnail(self, slot: str) -> Path:
        """Where a slot's picture is, or would be."""
        return self._slot(slot).with_suffix(".png")

    def write_thumbnail(self, slot: str, png: bytes) -> None:
        """Keep a slot's picture.

        Raises:
            SaveError: it could not be written.
        """
        write_bytes(self.thumbnail(slot), png)

    def settings(self) -> tuple[Settings, tuple[str, ...]]:
        """The settings, and sentences about what could not be read; never fails."""
        try:
            found, _ = read_json(self.folder / "settings.json")
        except DamagedError:
            put_aside(self.folder / "settings.json")
            return Settings(), ("The settings were damaged and are as at the beginning. The file was kept.",)
        except SaveError:
            return Settings(), ()
        return settings_from_json(found)

    def write_settings(self, settings: Settings) -> None:
        """Keep the settings.

        Raises:
            SaveError: they could not be written.
        """
        write_json(self.folder / "settings.json", settings_to_json(settings), _is_table)

    def seen(self) -> Seen:
        """What was seen in any journey; nothing, where that cannot be read."""
        try:
            found, _ = read_json(self.folder / "seen.json")
        except SaveError:
            return Seen()
        return seen_from_json(found)

    def write_seen(self, seen: Seen) -> None:
        """Add to what was seen; what another game saw meanwhile stays.

        Raises:
            SaveError: it could not be written.
        """
        write_json(self.folder / "seen.json", seen_to_json(self.seen().joined(seen)), _is_table)

    def _slot(self, slot: str) -> Path:
        if not _SLOT.fullmatch(slot):
            raise SaveError(f"'{slot}' cannot be the name of a save.")
        return self.folder / f"slot-{slot}.json"

    def _info(self, slot: str) -> SlotInfo:
        path = self._slot(slot)
        picture = self.thumbnail(slot)
        shown = picture if picture.is_file() else None
        try:
            found, _ = read_json(path)
            card, when = _card(found), datetime.fromisoformat(found["when"]).astimezone(UTC)
        except SaveError as error:
            return SlotInfo(slot, Card(), _changed(path), shown, str(error))
        except (TypeError, KeyError, ValueError):
            return SlotInfo(slot, Card(), _changed(path), shown, "This is not a saved journey.")
        return SlotInfo(slot, card, when, shown)


def _is_save(found: Any) -> bool:
    """Whether a file holds a journey that this version can read."""
    try:
        check(found["save"])
    except (Unreadable, TypeError, KeyError):
        return False
    return True


def _is_table(found: Any) -> bool:
    return isinstance(found, dict)


def _card(found: Any) -> Card:
    """The card in a file.

    Raises:
        TypeError, KeyError: there is none.
    """
    written = found["card"]
    card = Card(
        str(written["place"])[:200], str(written["title"])[:200], written["words"], written["minutes"]
    )
    if not isinstance(found["save"], dict) or not all(
        isinstance(one, int) for one in (card.words, card.minutes)
    ):
        raise TypeError
    return card


def _changed(path: Path) -> datetime:
    stamp = path.stat().st_mtime if path.exists() else 0.0
    return datetime.fromtimestamp(stamp, UTC)
