"""The stage of a scene: the living picture of the place, the people in it, and how both change."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.area import Area
from game.desktop.company import Company
from game.desktop.crop import Crop
from game.desktop.kit import Kit
from game.desktop.landscape import Landscape
from game.desktop.library import Library, PlaceKey
from game.desktop.theme import CANVAS
from game.desktop.theme import colour as as_colour
from game.view.stage import StageSpec

ARRIVAL: Final = 1.3
"""Seconds in which a new place arrives, layer by layer."""
TIDY: Final = 10.0
"""Every so many seconds the memory of what was left behind is given back."""
TURNS: Final = {"commanded": "command", "invited": "invitation"}
USUAL_FOCAL: Final = pygame.Rect(420, 160, 440, 400)
CURTAINS: Final = ("title/valley", "hollow/roof")
DUSK: Final = ("#141433", "#2C2A5C", "#6A3F6E", "#B8705F", "#3A1D33")
"""What is seen where a place has no picture."""


class Stage:
    """Draws the picture and its people on a canvas, and the canvas into a window."""

    def __init__(self, kit: Kit, library: Library) -> None:
        self._kit, self._library = kit, library
        self.canvas = pygame.Surface(CANVAS).convert()
        _draw_dusk(self.canvas)
        self.company = Company(library)
        self._landscape: Landscape | None = None
        self._key: PlaceKey = ("", "", "")
        self._wanted: PlaceKey | None = None
        self._before: pygame.Surface | None = None
        self._arrived = ARRIVAL
        self._tidied = 0.0
        """How many seconds ago what was left behind was given back."""
        self.fresh = 0
        """Counts how often the picture has become another: grounds made from it are then out of date."""

    @property
    def moving(self) -> bool:
        """Whether the picture changes by itself."""
        return not self._kit.theme.still or self._arrived < ARRIVAL or self._wanted is not None

    @property
    def waiting(self) -> bool:
        """Whether a picture that was asked for is not there yet."""
        return self._wanted is not None

    @property
    def arriving(self) -> bool:
        """Whether another picture is on its way."""
        return self._wanted is not None or self._arrived < ARRIVAL

    def show(self, spec: StageSpec, *, at_once: bool = False) -> None:
        """Show a place and its people; the picture comes when it has been loaded, or now if `at_once`."""
        key = (spec.picture, spec.mood, spec.time)
        if key != self._key or self._wanted is not None:
            self._wanted = key
            self._library.place(key)
        self.company.gather(spec.people, at_once=at_once)
        if at_once:
            self._change(wait=True)
            self._arrived = ARRIVAL
            self._before = None

    def expect(self, spec: StageSpec) -> None:
        """Load what may be shown next, and let go of what was expected earlier."""
        key = (spec.picture, spec.mood, spec.time)
        self._library.keep_only({key, self._key, self._wanted or key})
        self._library.place(key)

    def light(self, name: str, index: int, colour: str) -> None:
        """Let something in the picture answer: the bead `index` (round and round) of a set of beads."""
        if self._landscape is None:
            return
        sets = self._landscape.beads
        found = name if name in sets else next(iter(sets), "")
        if found and sets[found]:
            tone = pygame.Color(colour)
            self._landscape.light(found, index % len(sets[found]), (tone.r, tone.g, tone.b))

    def point(self, name: str) -> tuple[float, float] | None:
        """Where the first bead of a set is, in canvas pixels; None if the picture has no such set."""
        sets = self._landscape.beads if self._landscape else {}
        return sets[name][0][:2] if sets.get(name) else None

    def update(self, seconds: float, pointer: tuple[float, float], beat: float) -> None:
        """Let time pass; `pointer` is −1…1 from the window's middle, `beat` the phase within the beat."""
        if self._wanted is not None:
            self._change(wait=False)
        still = self._kit.theme.still
        if self._arrived < ARRIVAL:
            self._arrived += seconds * (ARRIVAL / 0.12 if still else 1.0)
            if self._arrived >= ARRIVAL:
                self._before = None
                self.fresh += 1
        if self._landscape:
            self._landscape.update(seconds, pointer, beat, still)
        self.company.update(seconds, beat, still=still)
        self._tidied += seconds
        if self._tidied >= TIDY and not self.arriving:
            self._tidied = 0.0
            self._library.tidy()

    @property
    def focal(self) -> pygame.Rect:
        """What matters most in the picture, in canvas pixels."""
        return self._landscape.focal if self._landscape else USUAL_FOCAL

    def crop(self, area: Area) -> Crop:
        """How the canvas is cropped for a window with this column."""
        return Crop.cover(self._kit.size, self.focal, area.free)

    def draw(self, surface: pygame.Surface, area: Area, hidden: bool = True) -> None:  # noqa: FBT001, FBT002
        """Draw into a window; what the column hides is left out if `hidden`."""
        crop = self.crop(area)
        seen = self._seen(area) if hidden else pygame.Rect((0, 0), self._kit.size)
        self._paint(crop, area, seen)
        if crop.plain:
            surface.blit(self.canvas, seen.topleft, seen)
            return
        source = crop.source(seen)
        if source.width > 1 and source.height > 1 and seen.width and seen.height:
            pygame.transform.smoothscale(self.canvas.subsurface(source), seen.size, surface.subsurface(seen))

    def paint_whole(self, area: Area) -> pygame.Surface:
        """The whole canvas, painted for this column: for grounds, thumbnails and stills."""
        self._paint(self.crop(area), area, None)
        return self.canvas

    def _seen(self, area: Area) -> pygame.Rect:
        """The free part and what shines through the column's feathered edge."""
        feather = self._kit.theme.px(64)
        return area.free.inflate(feather * 2, feather * 2).clip((0, 0, *self._kit.size))

    def _paint(self, crop: Crop, area: Area, seen: pygame.Rect | None) -> None:
        """Paint what is seen of the canvas, or all of it, also what the window's shape leaves out."""
        canvas = self.canvas
        canvas.set_clip(crop.source(seen).inflate(4, 4) if seen is not None else None)
        if self._landscape is None:
            _draw_dusk(canvas)
        elif self._arrived < ARRIVAL:
            if self._before is not None:
                canvas.blit(self._before, (0, 0))
            self._landscape.draw(canvas, self._arrived / ARRIVAL)
        else:
            self._landscape.draw(canvas)
        free = crop.source(area.free)
        ground = self._landscape.ground if self._landscape else CANVAS[1]
        self.company.draw(canvas, free, max(ground, free.bottom), heads_only=area.whole)
        canvas.set_clip(None)

    def _change(self, *, wait: bool) -> None:
        """Take up the wanted picture if it is there."""
        if self._wanted is None:
            return
        promise = self._library.place(self._wanted)
        if not wait and not promise.done():
            return
        landscape, before = promise.result(), self._key
        key, self._wanted = self._wanted, None
        if landscape is self._landscape and key == self._key:
            return
        self._key = key
        same_picture = before[0] == key[0] and before[0]
        if same_picture and self._landscape and landscape and not wait:
            self._library.drop(key)
            self._library.drop(before)
            self._landscape.become(landscape, TURNS.get(key[1], "") if before[1] != key[1] else "")
        else:
            self._library.drop(before)
            self._before = self.canvas.copy()
            self._landscape = landscape
            self._arrived = 0.0
        self.fresh += 1


def curtain(kit: Kit) -> StageSpec:
    """The stage before anything is played: the first of the title's pictures that there is."""
    picture = next((name for name in CURTAINS if (kit.assets / "places" / name).is_dir()), "")
    return StageSpec("", "", picture, "", "", (), "left", "", 0)


def _draw_dusk(canvas: pygame.Surface) -> None:
    strip = pygame.Surface((1, len(DUSK)), 0, canvas)
    for y, tone in enumerate(DUSK):
        strip.set_at((0, y), as_colour(tone))
    pygame.transform.smoothscale(strip, canvas.get_size(), canvas)
