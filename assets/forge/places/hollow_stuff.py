"""What Ember Hollow is built of, and how its windows and lamps look when they are lit."""

from dataclasses import dataclass

from assets.forge.build.material import Material

BRICK = Material("brick", "#9a5c48", "#4c3c40", grain=1.1)
DARK_BRICK = Material("brick", "#8c4a3a", "#4a3836")
OAK = Material("plank", "#5c4030", "#22161a")
PALE = Material("plank", "#8a6a4c", "#33241f")
POST = Material("bark", "#4c3830", "#2a1e20")
IRON = Material("metal", "#3c3a44", "#5a4038")
STONE = Material("ashlar", "#7d747c", "#453e48")
RUBBLE = Material("rubble", "#756a74", "#3a333e")
COBBLE = Material("cobble", "#6a6470", "#332c3a", grain=0.72)
PLASTER = Material("plaster", "#a58c80", "#8a5246")
SHINGLE = Material("shingle", "#6a4650")
BRONZE = Material("metal", "#b0803c", "#5a8a78")
OLD_BRONZE = Material("metal", "#34403a", "#2c5e56")
ROPE = Material("rope", "#b09a78")
LINE = Material("rope", "#c8b49a")
CLAY = Material("plain", "#8a4a38")
RAW_CLAYS = tuple(Material("plain", c) for c in ("#a8715a", "#96604c", "#b98a72", "#7c5a54"))
GLASSES = tuple(Material("plain", c) for c in ("#8d8a96", "#77808e", "#a09088"))
BARK = Material("bark", "#5a4438", "#2a2020")
SAWN = Material("endgrain", "#c8965e", "#4a3428")
DARK_PANE = Material("metal", "#46506e", "#2c3450")


@dataclass(frozen=True)
class Lit:
    """How much shines in a mood: the kiln's fire, the share of lamps and of windows, and their light."""

    fire: float
    lamps: float
    windows: float
    flame: str = "#ffb45c"

    def lamp(self, place: float, glass: Material) -> Material:
        """The globe of a lamp whose turn comes at `place` 0…1."""
        return Material("glow", self.flame, glow=1.8) if place < self.lamps else glass

    def pane(self, place: float, glow: float = 1.4) -> Material:
        """The pane of a window whose turn comes at `place` 0…1."""
        return Material("glow", self.flame, glow=glow) if place < self.windows else DARK_PANE
