"""What outlives a sitting: saved journeys, settings, and what was seen in any of them."""

from game.saves.files import SaveError
from game.saves.seen import Seen
from game.saves.settings import Settings, allowed
from game.saves.store import AUTO, QUICK, Card, SlotInfo, Store, slot_name

__all__ = [
    "AUTO",
    "QUICK",
    "Card",
    "SaveError",
    "Seen",
    "Settings",
    "SlotInfo",
    "Store",
    "allowed",
    "slot_name",
]
