"""Bram Oster, seventy, blind bell-founder: a mountain of verdigris, a beard in two rings, hands that see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import skia
from numpy.typing import ArrayLike

from .bell import bell
from .cloth import cloth, scattered, sleeve, trim
from .curves import (
    Curve,
    along,
    between,
    circle,
    elbow,
    heading,
    normals,
    points,
    resample,
    rotate,
    spline,
    taper,
    unit,
)
from .expressions import faces, worn
from .figure import BREATH, LOOKS, Paper, Person, Sprite
from .hair import locks
from .halo import Halo, notes, shine, staves
from .hand import hand, shaded
from .head import Place, ear, head, neck
from .motifs import motif
from .paper import Palette, Part, line, paint, path
from .profile import JAW_HINGE, Face, Look, profile

PALETTE = Palette(
    skin=("#eab88a", "#b5734f", "#532c30"),
    hair=("#77717a", "#b9b0a8", "#efe4d2", "#fff8e6"),
    lip="#94483c",
    iris="#dbe2e0",
    gold="#e8a04c",
    gold_dark="#7c4520",
    rim="#ffc47a",
    glow="#ff9a48",
    halo="#7a3a20",
    accent="#57b79c",
    ink="#150c10",
    line="#3a1d1a",
    blush="#d0583c",
    brow="#e8ddcc",
)
FACE = Face(
    nose=14.0,
    tip=65,
    turn=-0.6,
    hook=2.3,
    brow=2.2,
    nasion=0.4,
    forehead=-2.0,
    lips=0.3,
    chin=1.0,
    sag=2.5,
    skull=2,
    neck=8,
    eye=0.92,
    lashes=0.1,
    age=1.0,
    blind=True,
)
VERDIGRIS = ("#8fd0b4", "#0c2426")
SLEEVE = ("#4f9484", "#2a666a", "#173c40")
SHOULDER = points((-40, 188))
LEAN = 9.0
MANNERS = {
    "calm": Look(eye=0.35),
    "warm": Look(eye=0.3, smile=0.9, brow=0.3, tilt=-2.0),
    "troubled": Look(eye=0.4, worry=1.0, smile=-0.8, tilt=5.0),
    "singing": replace(LOOKS["singing"], tilt=-6.0),
}


def person() -> Person:
    """Bram feeling his way, and Bram with a bell."""
    halo = Halo((-6, 78), 98, motif("bram"), PALETTE, fold=8)
    return Person(
        "bram", PALETTE, halo, {"stand": _pose(halo, _feeling), "bell": _pose(halo, _ringing)}, foot=-40
    )


def _pose(
    halo: Halo, hands: Callable[[np.random.Generator], tuple[list[Sprite], Paper, float]]
) -> list[Sprite]:
    rng = np.random.default_rng(3)
    far, near, swing = hands(rng)
    beard = {"amp": 3.0, "period": 5.2, "anchor": "top", "phase": 0.3}

    def whiskers(look: Look) -> Paper:
        return _beard(look.tilt, np.random.default_rng(4))

    def fringe(look: Look) -> Paper:
        return _fringe(partial(_place, tilt=look.tilt), np.random.default_rng(6))

    return [
        Sprite("halo", [partial(_score, halo=halo)], graded=False),
        Sprite("rosette", [partial(_partials, halo=halo)], {"turn": 0.4}, graded=False),
        *far,
        Sprite("body", [neck(profile(FACE, Look()), _place, PALETTE), *_coat(rng)], {"breath": BREATH}),
        Sprite("arm", near, {"breath": BREATH, "play": {"turn": swing, "pivot": tuple(SHOULDER)}}),
        Sprite("mantle", _mantle(rng), {"breath": BREATH}),
        Sprite("beard", [], {"breath": BREATH, "sway": beard}, faces=worn(whiskers, MANNERS)),
        Sprite("head", [], {"breath": BREATH}, faces=faces(_face, MANNERS)),
        Sprite("fringe", [], {"breath": BREATH, "sway": {**beard, "amp": 2.0}}, faces=worn(fringe, MANNERS)),
    ]


def _place(values: ArrayLike, tilt: float = 0.0) -> Curve:
    return rotate(values, LEAN + tilt, (-50, 100)) + (26, 30)


def _score(canvas: skia.Canvas, halo: Halo) -> None:
    shine(canvas, halo)
    staves(canvas, halo)
    notes(canvas, halo)


def _partials(canvas: skia.Canvas, halo: Halo) -> None:
    """Rings where a bell's partials lie: hum, prime, tierce, quint, nominal and above."""
    for i, share in enumerate((0.32, 0.42, 0.53, 0.60, 0.72, 0.84, 0.93)):
        halo.ring(canvas, share, 0.9 + 1.2 * (i % 2), 0.42)
    c, r = points(halo.centre), halo.radius
    for k in range(halo.fold * 4):
        a = k * 90 / halo.fold
        ends = [c + along(a, r * 0.84), c + along(a, r * 0.93)]
        canvas.drawPath(line(ends), paint(PALETTE.gold, 0.6, width=0.9))
        if k % 4 == 0:
            canvas.drawPath(path(circle(c + along(a, r * 0.66), r * 0.022, 16)), paint(PALETTE.gold, 0.7))


def _feeling(rng: np.random.Generator) -> tuple[list[Sprite], Paper, float]:
    """One hand on a founder's staff, the other reading what is before it."""
    staff = Part(
        path(taper(np.array([(84, 470), (74, 178)]), 9.0, [1, 0.95, 1.1], 40)),
        ("#b8743e", "#6a3a24", "#3a1e1a"),
        rim=0.8,
    )
    knob = Part(
        path(spline([(65, 178), (66, 164), (74, 156), (83, 164), (84, 178), (74, 183)], 8, closed=True)),
        ("#f7c46c", "#a8642c", "#5a2c16"),
    )
    grip, _ = hand((56, 282), 4, 60, shaded(PALETTE, 0.28), "grip", arm=(0, 282), arm_width=(24, 17))
    far_sleeve, _, _ = sleeve(
        (0, 200),
        (0, 270),
        (56, 284),
        (40, 42, 38, 34, 34),
        SLEEVE,
        VERDIGRIS,
        rng,
        end=0.66,
        fade=False,
        rim=0.7,
    )
    far = Sprite("far", [staff, knob, grip, far_sleeve], {"breath": {"amp": 0.8, "period": 4.2}})
    return [far], _near((100, 236), "feel", -8, rng), 2.0


def _ringing(rng: np.random.Generator) -> tuple[list[Sprite], Paper, float]:
    """The near hand holds a bell by its ring."""
    wrist = points((88, 236))
    ring = wrist + (29, 30)
    cast = bell(lambda p: points(p) + ring)
    return [], [cast, *_near(tuple(wrist), "grip", 34, rng, length=66)], 5.0


def _near(
    at: tuple[float, float], gesture: str, turn: float, rng: np.random.Generator, length: float = 74
) -> Paper:
    wrist = points(at)
    joint = elbow(SHOULDER, wrist, 106, 94, 1)
    d = unit(wrist - joint)
    palm, _ = hand(
        wrist,
        heading(d) + turn,
        length,
        PALETTE,
        gesture,
        arm=joint * 0.5 + wrist * 0.5,
        arm_width=(28, 19),
        slim=1.02,
    )
    cover, spine, wide = sleeve(
        SHOULDER, joint, wrist, (58, 54, 48, 40, 36), SLEEVE, VERDIGRIS, rng, end=0.80, creases=8, fade=False
    )
    side = normals(spine)[-1] * wide[-1] * 0.58
    cuff = trim(spline([spine[-1] - side, spine[-1] + d * 3, spine[-1] + side]), 9, PALETTE, 6)
    return [palm, cover, cuff]


def _coat(rng: np.random.Generator) -> Paper:
    guides = [
        spline([(-52, 128), (-96, 140), (-134, 182), (-150, 250), (-156, 340), (-168, 480)]),
        spline([(-44, 134), (-74, 170), (-92, 250), (-96, 340), (-100, 480)]),
        spline([(-30, 140), (-34, 190), (-40, 260), (-40, 340), (-42, 480)]),
        spline([(-14, 140), (14, 166), (34, 230), (44, 300), (46, 380), (50, 480)]),
    ]
    rings = scattered("#9fe0c0", 0.22, guides, 24, 9, 3, "ring")
    coat = cloth(guides, 17, ("#3f7f74", "#1f4d52", "#12272f"), VERDIGRIS, rng, 0.42, rim=0.9, pattern=rings)
    lap = [
        spline([(10, 196), (4, 260), (0, 340), (-6, 480)]),
        spline([(24, 192), (30, 260), (34, 340), (36, 480)]),
        spline([(30, 214), (44, 280), (54, 360), (62, 480)]),
    ]
    apron = cloth(lap, 7, ("#a8622f", "#6b3520", "#3a1a16"), ("#d8914c", "#2a100e"), rng, 0.4, rim=0.8)
    rivets = resample(lap[0], 26)[1:] + (3, 0)

    def studs(canvas: skia.Canvas) -> None:
        for rivet in rivets:
            canvas.drawPath(path(circle(rivet, 1.5, 10)), paint(PALETTE.gold))

    apron.after = [studs]
    strap = trim(
        spline([(12, 204), (-14, 176), (-34, 150), (-44, 134)]),
        7,
        replace(PALETTE, gold="#c07a3c", gold_dark="#5c2c1a"),
        14,
    )
    return [coat, apron, strap]


def _mantle(rng: np.random.Generator) -> Paper:
    rows = [
        spline([(2, 142), (-16, 150), (-40, 146), (-56, 128)]),
        spline([(12, 166), (-20, 182), (-66, 174), (-96, 146)]),
        spline([(10, 192), (-26, 216), (-84, 206), (-124, 172)]),
    ]
    mantle = cloth(rows, 8, ("#66533f", "#40302c", "#261b1e"), ("#a88a62", "#160e12"), rng, 0.55)
    tassels = resample(rows[2], 34)

    def fringe(canvas: skia.Canvas) -> None:
        for tassel in tassels:
            tail = spline([tassel, tassel + (0.5, 7), tassel + (-1, 15)])
            canvas.drawPath(path(taper(tail, 2.6, "lock")), paint(PALETTE.gold_dark))
            canvas.drawPath(path(circle(tassel, 1.7, 10)), paint(PALETTE.gold))

    mantle.after = [fringe]
    return [mantle]


def _face(look: Look) -> Paper:
    """The head with what grows on it: cheeks and chin of the beard go with the jaw."""
    rng = np.random.default_rng(5)
    p = profile(FACE, look)
    place = partial(_place, tilt=look.tilt)
    drop = 9.0 * look.mouth

    def jaw(values: ArrayLike) -> Curve:
        return place(rotate(values, drop, JAW_HINGE))

    rows = between(
        [
            spline([(1.4, 83.5), (5, 92), (8, 104), (6, 120)]),
            spline([(-5, 84), (-5, 98), (-3, 114), (-6, 130)]),
            spline([(-16, 82), (-19, 98), (-19, 116), (-22, 130)]),
            spline([(-30, 74), (-33, 90), (-33, 108), (-36, 124)]),
            spline([(-43, 60), (-44, 76), (-42, 94), (-44, 108)]),
        ],
        13,
        44,
    )
    whiskers = locks(
        [jaw(rows[i]) for i in (12, 10, 11, 8, 9, 6, 7, 4, 5, 2, 3, 0, 1)],
        13,
        PALETTE,
        rng,
        strands=5,
        shape="leaf",
    )
    lift = 1.6 * max(look.smile, 0) - 0.8 * min(look.smile, 0) * -1
    over = between(
        [
            spline([(5, 70.5), (1, 75), (-9, 79 - lift), (-18, 90 - 2 * lift)]),
            spline([(3, 69), (-4, 71), (-14, 75 - lift), (-25, 84 - 2 * lift)]),
        ],
        5,
    )
    moustache = locks([place(m) for m in over], 6.5, PALETTE, rng, strands=4, shape="leaf")
    up, worry = 2.6 * look.brow, look.worry
    ridge = between(
        [
            spline(
                [
                    (3.4, 39.5 - up - 2.4 * worry),
                    (-4, 35.5 - up - worry),
                    (-12, 35.5 - up),
                    (-20, 40.5 - up + 2 * worry),
                ]
            ),
            spline(
                [
                    (3.2, 42 - up - 2.4 * worry),
                    (-5, 39.5 - up - worry),
                    (-14, 39.5 - up),
                    (-23, 45 - up + 2 * worry),
                ]
            ),
        ],
        4,
    )
    brows = locks([place(b) for b in ridge], 4.6, PALETTE, rng, strands=3, shape="leaf")
    return [head(p, place, PALETTE, flush=1.2), ear(place, PALETTE, 1.12), *whiskers, *moustache, *brows]


def _beard(tilt: float, rng: np.random.Generator) -> Paper:
    """The long part, gathered by two rings."""

    def hung(values: ArrayLike) -> Curve:
        return rotate(values, 5 + tilt * 0.8, (-50, 100)) + (26, 30)

    rows = between(
        [
            spline([(1, 86), (6, 102), (10, 124), (6, 156), (14, 196), (8, 236)]),
            spline([(-4, 88), (-4, 110), (-2, 140), (-8, 180), (0, 226)]),
            spline([(-18, 86), (-22, 108), (-20, 140), (-24, 172), (-18, 200)]),
            spline([(-36, 74), (-40, 92), (-36, 116), (-40, 140), (-34, 160)]),
        ],
        12,
        44,
    )
    rows = [hung(r) for r in rows]
    order = (11, 9, 10, 7, 8, 5, 6, 3, 4, 1, 2, 0)
    thick = [20, 20, 21, 20, 20, 19, 20, 17, 16, 14, 15, 11]
    strands = locks([rows[i] for i in order], thick, PALETTE, rng, strands=6, fine=1.2, shape="leaf")
    rings = []
    for k, width in ((25, 30), (34, 20)):
        middle = (rows[1][k] + rows[7][k]) / 2
        a, b = middle + (-width / 2, 1), middle + (width / 2, -1)
        ring = Part(
            path(taper(spline([a, middle + (0, 4), b]), 7, "even")),
            (PALETTE.gold, PALETTE.gold_dark, PALETTE.gold),
            axis=(b, a),
            rim=0.8,
        )
        rings.append(ring)
    return [*strands, *rings]


def _fringe(place: Place, rng: np.random.Generator) -> Paper:
    """What hair he has, from behind the ear to the nape."""
    rows = between(
        [
            spline([(-49, 50), (-55, 66), (-60, 84), (-68, 104)]),
            spline([(-79, 34), (-93, 52), (-96, 80), (-106, 106)]),
        ],
        10,
    )
    return list(
        locks(
            [place(rows[i]) for i in (9, 7, 8, 5, 6, 3, 4, 1, 2, 0)],
            10.5,
            PALETTE,
            rng,
            strands=4,
            shape="leaf",
        )
    )
