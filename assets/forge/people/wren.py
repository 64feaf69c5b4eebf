"""Wren, who looks nine and never speaks: a scarf over her mouth, a patched coat, a lantern, a broken halo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import skia
from numpy.typing import ArrayLike

from .cloth import cloth, scattered, sleeve
from .curves import (
    Curve,
    along,
    arc,
    circle,
    elbow,
    heading,
    petal,
    points,
    resample,
    rotate,
    spline,
    taper,
    unit,
)
from .expressions import faces, worn
from .figure import BREATH, Paper, Person, Sprite
from .hair import locks
from .halo import STAVE_INNER, STAVE_OUTER, Halo, bead, flower, shine
from .hand import hand
from .head import Place, head
from .motifs import motif
from .paper import Palette, Part, line, mix, paint, path, radial
from .profile import Face, Look, profile

PALETTE = Palette(
    skin=("#f8dcc6", "#d0a096", "#5c4a70"),
    hair=("#4a3a44", "#7d6458", "#c0a07c", "#f3dcae"),
    lip="#b86a6a",
    iris="#3f6c96",
    gold="#efe6c6",
    gold_dark="#7f8aa8",
    rim="#fff2cc",
    glow="#ffe3a4",
    halo="#3c5a86",
    accent="#f0b048",
    ink="#0d1626",
    line="#3a2a3c",
    blush="#f08a78",
    brow="#4a3a40",
)
FACE = Face(
    nose=7.4,
    tip=63.6,
    turn=2.2,
    forehead=2.4,
    brow=-0.8,
    nasion=-1.0,
    lips=1.2,
    chin=-3.0,
    jaw=-2,
    neck=-6,
    skull=3,
    eye=1.34,
    lashes=0.9,
)
LOOKS = {
    "calm": Look(eye=0.85, brow=0.3),
    "warm": Look(eye=0.7, brow=0.6, smile=0.5, tilt=-2.5),
    "troubled": Look(eye=0.8, brow=0.0, worry=1.0, tilt=6.0),
    "singing": Look(eye=0.0, brow=0.9, worry=0.3, tilt=-7.0),
}
WOOL, WOOL_TONES = ("#f4bd62", "#cf7c34", "#7f3c28"), ("#ffe3a4", "#5c2418")
COAT_TONES = ("#a8c0e0", "#16223c")
SHOULDER = points((-32, 132))
SEATS = 0.86
GAP = 44.0


def person() -> Person:
    """Wren with her lantern, and Wren about to knock."""
    halo = Halo((-28, 48), 92, motif("wren"), PALETTE, fold=7, gap=GAP, glow=0.95)
    return Person(
        "wren",
        PALETTE,
        halo,
        {"stand": _pose(halo, _lantern), "knock": _pose(halo, _knock)},
        base=318,
        foot=-40,
        grade=0.6,
        size=0.90,
    )


def _pose(halo: Halo, arm: Callable[[np.random.Generator], list[Sprite]]) -> list[Sprite]:
    rng = np.random.default_rng(8)
    sway = {"amp": 5, "period": 4.6, "anchor": "top", "phase": 0.15}
    near = arm(rng)

    def face(look: Look) -> Paper:
        return [head(profile(FACE, look), partial(_place, tilt=look.tilt), PALETTE, flush=1.3)]

    def hair(look: Look, layer: int) -> Paper:
        return _hair(partial(_place, tilt=look.tilt), np.random.default_rng(9))[layer]

    return [
        Sprite("halo", [partial(_score, halo=halo)], graded=False),
        Sprite("rosette", [partial(flower, halo=halo, reach=0.80)], {"turn": -0.5}, graded=False),
        Sprite("scarf_end", _scarf_end(rng), {"breath": BREATH, "sway": sway}),
        Sprite("body", [_coat(rng)], {"breath": BREATH}),
        Sprite(
            "hair_back",
            [],
            {"breath": BREATH, "sway": {**sway, "amp": 1.5, "anchor": "bottom", "period": 3.9}},
            faces=worn(partial(hair, layer=0), LOOKS),
        ),
        Sprite("head", [], {"breath": BREATH}, faces=faces(face, LOOKS, spoken=(0.0, 0.0))),
        Sprite("hair", [], {"breath": BREATH}, faces=worn(partial(hair, layer=1), LOOKS)),
        *near,
        Sprite("scarf", [_scarf(rng)], {"breath": {**BREATH, "amp": 2.0}}),
    ]


def _small(values: ArrayLike) -> Curve:
    return points(values) * 0.88 + (6, 6)


def _place(values: ArrayLike, tilt: float = 0.0) -> Curve:
    """A child's head: more skull, less jaw."""
    p = points(values).copy()
    y = p[..., 1]
    p[..., 1] = np.where(y < 40, y * 1.20, 48 + (y - 40) * 0.87)
    return _small(rotate(p, tilt - 4, (-45, 98)))


def _score(canvas: skia.Canvas, halo: Halo) -> None:
    """Her staves are broken where nobody answered: long, short-short, long."""
    shine(canvas, halo)
    c, r, m = points(halo.centre), halo.radius, halo.motif
    total, start = sum(m.rhythm), -90 + halo.gap / 2
    for beats in m.rhythm:
        sweep = (360 - halo.gap) * beats / total
        a, b = start + 9, start + sweep - 9
        for i in range(5):
            canvas.drawPath(line(arc(c, r * (1.0 + 0.033 * i), a, b)), paint(PALETTE.gold, 0.8, width=0.8))
        for share, width in ((STAVE_INNER, 2.0), (STAVE_OUTER, 1.4), (SEATS, 0.9)):
            canvas.drawPath(line(arc(c, r * share, a, b)), paint(PALETTE.gold, 0.95, width=width))
        for k in range(int(sweep // 13)):
            at = a + 6 + k * 13
            if at < b - 3:
                canvas.drawPath(
                    path(petal(c, at, r * 0.87, r * 0.955, r * 0.06)), paint(PALETTE.gold, 0.75, width=0.9)
                )
        for end in (a, b):
            tips = np.array([c + along(end, r * SEATS), c + along(end, r * STAVE_OUTER)])
            canvas.drawPath(line(tips), paint(PALETTE.gold, 0.9, width=1.2))
        start += sweep
    for (seat, a), beats in zip(halo.seats(), m.rhythm, strict=True):
        leaf = petal(c, a, r * 1.185, r * (1.24 + 0.07 * beats), r * 0.09)
        canvas.drawPath(path(leaf), paint(PALETTE.gold))
        canvas.drawPath(
            path(petal(c, a, r * 1.20, r * (1.22 + 0.06 * beats), r * 0.04)), paint(PALETTE.accent)
        )
        bead(canvas, seat, r * 0.026 * beats**0.4, PALETTE)


def _coat(rng: np.random.Generator) -> Part:
    guides = [
        spline([(-56, 94), (-86, 122), (-106, 182), (-118, 252), (-130, 360), (-134, 420)]),
        spline([(-44, 98), (-56, 152), (-64, 222), (-70, 340), (-72, 420)]),
        spline([(-24, 100), (-20, 162), (-16, 232), (-12, 340), (-10, 420)]),
        spline([(-8, 96), (20, 122), (36, 182), (48, 252), (58, 350), (62, 420)]),
    ]
    stars = scattered("#dfe8ff", 0.32, guides, 15, 8, 3.0, "star")
    coat = cloth(guides, 11, ("#6284b4", "#3d557f", "#22304e"), COAT_TONES, rng, 0.42, rim=0.9, pattern=stars)
    coat.after = [_patches]
    return coat


def _patches(canvas: skia.Canvas) -> None:
    for centre, angle, tone in (
        ((-62, 220), -8, "#b86a4a"),
        ((14, 188), 10, "#7a8f5c"),
        ((-28, 272), 4, "#c89a4a"),
    ):
        outline = rotate([(-13, -12), (13, -13), (14, 12), (-12, 13)], angle) + points(centre)
        canvas.drawPath(path(outline + (-1, 1.5)), paint(PALETTE.ink, 0.4, blur=2))
        canvas.drawPath(path(outline), paint(tone, 0.92))
        weave = outline.mean(0)
        for k in np.linspace(-9, 9, 5):
            thread = rotate([(-10, k), (10, k)], angle) + weave
            canvas.drawPath(line(thread), paint("#ffffff", 0.10, width=1.0))
        for stitch in resample(np.vstack([outline, outline[:1]]), 22):
            canvas.drawPath(path(circle(stitch, 1.0, 8)), paint("#f3e6c8", 0.9))


def _scarf(rng: np.random.Generator) -> Part:
    rows = [
        _small(spline([(12, 70), (-6, 74), (-30, 80), (-54, 80), (-78, 70)])),
        _small(spline([(20, 88), (-8, 96), (-40, 101), (-70, 96), (-92, 80)])),
        _small(spline([(20, 108), (-8, 120), (-44, 124), (-78, 116), (-98, 96)])),
        _small(spline([(10, 128), (-12, 142), (-46, 146), (-80, 136), (-98, 116)])),
    ]
    outline = spline(
        _small(
            [
                (10, 71),
                (-8, 75),
                (-30, 79),
                (-56, 78),
                (-80, 70),
                (-94, 80),
                (-101, 98),
                (-98, 118),
                (-80, 136),
                (-46, 146),
                (-12, 142),
                (10, 130),
                (21, 108),
                (20, 86),
            ]
        ),
        8,
        closed=True,
    )
    ribs = scattered("#fff0c8", 0.5, rows, 13, 4, 1.8, "diamond")
    return cloth(rows, 13, WOOL, WOOL_TONES, rng, 0.5, outline=outline, crease=1.8, pattern=ribs)


def _scarf_end(rng: np.random.Generator) -> Paper:
    edges = [
        spline([(-80, 68), (-110, 82), (-124, 122), (-150, 148), (-158, 188)]),
        spline([(-78, 74), (-98, 94), (-106, 138), (-128, 168), (-132, 202)]),
    ]
    tail = cloth(edges, 5, WOOL, WOOL_TONES, rng, 0.5, rim=0.9)

    def fringe(canvas: skia.Canvas) -> None:
        for u in np.linspace(0, 1, 9):
            root = edges[0][-1] * (1 - u) + edges[1][-1] * u
            canvas.drawPath(
                path(taper(spline([root, root + (-3, 8), root + (-4, 17)]), 2.6, "lock")), paint(WOOL[0])
            )

    tail.after = [fringe]
    return [tail]


def _hair(place: Place, rng: np.random.Generator) -> tuple[Paper, Paper]:
    """Tousled: short locks in three rings round the whorl, and a fringe over the brow."""
    curves, thick, rings = [], [], []
    whorl = points((-46, 30))
    for ring, (count, length, width) in enumerate(((13, 54, 15), (12, 46, 14), (9, 34, 12))):
        for i in range(count):
            d = along(-12 - 205 * i / (count - 1) - ring * 4 + rng.uniform(-5, 5))
            run = length * rng.uniform(0.8, 1.12)
            bend = np.array([d[1], -d[0]]) * run * 0.30
            root = whorl + d * (34, 30) * (0.55 - 0.1 * ring)
            middle, tip = (
                root + d * run * (0.45, 0.425) + bend * 0.2,
                root + d * run * (0.86, 0.80) - bend * 0.9 + (0, 7),
            )
            curves.append(place(spline([root, middle, tip])))
            thick.append(width * rng.uniform(0.8, 1.15))
            rings.append(ring)
    skull = spline(
        [
            (-4, 20),
            (-16, 2),
            (-40, -7),
            (-68, 2),
            (-86, 26),
            (-88, 54),
            (-76, 74),
            (-58, 72),
            (-46, 60),
            (-36, 50),
            (-30, 38),
            (-18, 28),
        ],
        8,
        closed=True,
    )
    cap = Part(path(place(skull)), (PALETTE.hair[1], mix(PALETTE.hair[1], PALETTE.hair[0], 0.4)), rim=0.3)

    def ring_of(number: int) -> Paper:
        chosen = [i for i, r in enumerate(rings) if r == number]
        return locks(
            [curves[i] for i in chosen],
            [thick[i] for i in chosen],
            PALETTE,
            rng,
            strands=4,
            rim=0.6,
            shadow=0.4,
        )

    fringe = [
        [(-54, 18), (-52, 36), (-50, 52), (-57, 66)],
        [(-52, 16), (-46, 34), (-43, 50), (-47, 66)],
        [(-48, 14), (-40, 32), (-37, 48), (-38, 64)],
        [(-34, 0), (-12, 5), (-1, 16), (-1, 27)],
        [(-36, 2), (-18, 8), (-9, 20), (-10, 31)],
        [(-40, 4), (-26, 14), (-19, 28), (-22, 40)],
        [(-44, 8), (-34, 22), (-30, 42), (-34, 58)],
    ]
    bang = locks([place(spline(f)) for f in fringe], [13, 13, 13, 11, 11, 12, 13], PALETTE, rng, strands=4)
    return ring_of(0), [cap, *ring_of(1), *ring_of(2), *bang]


def _arm(at: tuple[float, float], gesture: str, turn: float, rng: np.random.Generator) -> Paper:
    wrist = points(at)
    joint = elbow(SHOULDER, wrist, 62, 58, 1)
    palm, _ = hand(
        wrist,
        heading(wrist - joint) + turn,
        46,
        PALETTE,
        gesture,
        arm=wrist - unit(wrist - joint) * 14,
        arm_width=(17, 12),
    )
    tones = ("#7094c6", "#456294", "#2a3c62")
    cover, _, _ = sleeve(
        SHOULDER, joint, wrist, (40, 38, 34, 32, 33), tones, COAT_TONES, rng, end=0.90, creases=5, fade=False
    )
    return [palm, cover]


def _lantern(rng: np.random.Generator) -> list[Sprite]:
    """A lantern in which a moth sits like a note."""
    wrist = (54.0, 140.0)
    lamp = points(wrist) + (18, 46)
    return [
        Sprite(
            "lantern",
            [partial(_lamp, centre=lamp)],
            {"sway": {"amp": 2.2, "period": 3.4, "anchor": "top", "phase": 0.5}},
            graded=False,
        ),
        Sprite(
            "arm",
            _arm(wrist, "grip", 10, rng),
            {"breath": BREATH, "play": {"turn": 1.5, "pivot": tuple(SHOULDER)}},
        ),
    ]


def _knock(rng: np.random.Generator) -> list[Sprite]:
    """Her fist, a hand's breadth from a door."""
    return [
        Sprite(
            "arm",
            _arm((54, 98), "knock", 8, rng),
            {"breath": BREATH, "play": {"turn": -9.0, "pivot": tuple(SHOULDER)}},
        )
    ]


def _lamp(canvas: skia.Canvas, centre: Curve) -> None:
    light = [("#ffe9a8", 0.60), ("#ffb84c", 0.22), ("#ffb84c", 0)]
    canvas.drawPath(path(circle(centre, 70)), paint(radial(centre, 70, light, [0, 0.42, 1])))
    canvas.drawPath(line(centre + [(0, -44), (0, -28)]), paint("#4a3a2c", width=1.8))
    glass = spline(
        [
            (-10, -26),
            (10, -26),
            (22, -12),
            (25, 4),
            (18, 20),
            (9, 28),
            (-9, 28),
            (-18, 20),
            (-25, 4),
            (-22, -12),
        ],
        8,
        closed=True,
    )
    canvas.drawPath(
        path(centre + glass), paint(radial(centre, 32, ["#fffbe0", "#ffe09a", "#f09a3c"], [0, 0.5, 1]))
    )
    for k in np.linspace(-1, 1, 7):
        rib = spline([(k * 9, -26), (k * 24, -4), (k * 24, 8), (k * 9, 28)])
        canvas.drawPath(line(centre + rib), paint("#a8561c", 0.75, width=1.0))
    for y in (-26, 28):
        canvas.drawPath(
            path(centre + [(-11, y - 2), (11, y - 2), (11, y + 2), (-11, y + 2)]), paint("#5a3420")
        )
    for side in (-1, 1):
        canvas.drawPath(path(petal(centre + (0, 2), -90 + side * 42, 0, 15, 9)), paint("#8a3a1c", 0.85))
        canvas.drawPath(path(petal(centre + (0, 3), 90 - side * 40, 0, 10, 6)), paint("#8a3a1c", 0.85))
