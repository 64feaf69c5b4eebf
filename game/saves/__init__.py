"""What outlives a sitting: saved journeys, settings, and what was seen in any of them."""

from game.saves.files import SaveError
from game.saves.seen import Seen
from game.saves.settings import Settings, allowed
from game.saves.store import AUTO, EARLIER, QUICK, Card, SlotInfo, Store, slot_name
from game.saves.trial import Trial

__all__ = [
    "AUTO",
    "EARLIER",
    "QUICK",
    "Card",
    "SaveError",
    "Seen",
    "Settings",
    "SlotInfo",
    "Store",
    "Trial",
    "allowed",
    "slot_name",
]
