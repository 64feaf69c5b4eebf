"""Stories made by chance, as large as one likes, with known faults: what loading and proving are tried on."""

from game.workshop.generated.story import Expected, Generated, generated

__all__ = ["Expected", "Generated", "generated"]
