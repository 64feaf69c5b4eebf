"""The pure core: what is true now, what may be done, and what happens when it is done."""

from game.play.action import Action, Choose, Draw, Sing
from game.play.history import Entry, History
from game.play.offers import Offer, Offers, SongOffer, offers
from game.play.state import State
from game.play.step import Refused, Turn, begin, step

__all__ = [
    "Action",
    "Choose",
    "Draw",
    "Entry",
    "History",
    "Offer",
    "Offers",
    "Refused",
    "Sing",
    "SongOffer",
    "State",
    "Turn",
    "begin",
    "offers",
    "step",
]
