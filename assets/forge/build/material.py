"""What a surface is made of, as rows of numbers for the shading kernel."""

from dataclasses import dataclass

from assets.forge.paint.colour import rgb, to_linear

KINDS = (
    "plain",
    "brick",
    "ashlar",
    "plank",
    "shingle",
    "slate",
    "plaster",
    "rubble",
    "cobble",
    "thatch",
    "metal",
    "cloth",
    "bark",
    "endgrain",
    "grass",
    "paper",
    "rope",
    "glow",
)
GLOW = KINDS.index("glow")
COLUMNS = 10


@dataclass(frozen=True)
class Material:
    """A pattern in two colours: `second` is mortar, stain or gap; `glow` how it shines, `grain` its scale."""

    kind: str
    colour: str
    second: str | None = None
    glow: float = 0.0
    grain: float = 1.0

    def row(self, seed: int) -> tuple[float, ...]:
        """Kind, two linear colours, seed, glow and grain: one row of the kernel's table."""
        first = to_linear(rgb(self.colour))
        second = first * 0.35 if self.second is None else to_linear(rgb(self.second))
        kind = KINDS.index(self.kind)
        return (kind, *map(float, first), *map(float, second), seed % 9973, self.glow, self.grain)
