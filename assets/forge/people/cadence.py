"""Sister Cadence (Idony Dray), herald: white and gold, a stave shaved into her hair, a scale one short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import skia
from numpy.typing import ArrayLike

from . import cadence_hair
from .cloth import cloth, ogees, sleeve, torso, trim
from .curves import (
    Curve,
    along,
    arc,
    circle,
    elbow,
    heading,
    nod,
    points,
    resample,
    rotate,
    spline,
    taper,
    unit,
)
from .expressions import faces, worn
from .figure import BREATH, LOOKS, Paper, Person, Sprite
from .fork import Fork
from .halo import Halo, bead, gilt, shine, staves
from .hand import hand
from .head import head, neck
from .motifs import motif
from .paper import INSIDE, Palette, Part, line, paint, path, radial
from .profile import Face, Look, profile

PALETTE = Palette(
    skin=("#c68a5e", "#8c543c", "#40222c"),
    hair=("#150c14", "#2c1c22", "#4a3638", "#8a7468"),
    lip="#9a4440",
    iris="#6a4424",
    gold="#f6d27a",
    gold_dark="#a06a1c",
    rim="#fff4d8",
    glow="#ffdf9a",
    halo="#7a5420",
    accent="#fff6e0",
    ink="#140e10",
    line="#1c0c12",
    blush="#b4503a",
    brow="#140a10",
)
GLOVE = replace(PALETTE, skin=("#fffdf6", "#dccbb0", "#8f7a64"))
FACE = Face(
    nose=10.8,
    tip=63.2,
    turn=0.3,
    hook=0.7,
    brow=0.8,
    lips=1.6,
    chin=0.8,
    neck=-3,
    skull=1,
    eye=1.02,
    lashes=0.9,
)
MANNERS = {**LOOKS, "calm": Look(eye=0.5, brow=0.1, smile=-0.15), "warm": replace(LOOKS["warm"], smile=0.6)}
FOLDS = ("#ffffff", "#a08458")
SHOULDER = points((-66, 186))


def person() -> Person:
    """Cadence with her staff, and Cadence listening for the A."""
    halo = Halo((-36, 42), 98, motif("cadence"), PALETTE, fold=8, glow=0.9)
    return Person(
        "cadence", PALETTE, halo, {"stand": _pose(halo, _staff), "pitch": _pose(halo, _ear)}, grade=0.62
    )


def _pose(
    halo: Halo, arm: Callable[[np.random.Generator], tuple[list[Sprite], Paper, float]]
) -> list[Sprite]:
    rng = np.random.default_rng(17)
    staff, near, swing = arm(rng)
    sway = {"amp": 3.5, "period": 6.2, "anchor": "top", "phase": 0.2}

    def face(look: Look) -> Paper:
        return [head(profile(FACE, look), partial(_place, tilt=look.tilt), PALETTE, flush=0.8)]

    def cap(look: Look) -> Paper:
        place = partial(_place, tilt=look.tilt)
        return [
            cadence_hair.crop(place, PALETTE, np.random.default_rng(18)),
            cadence_hair.ear_piece(place, PALETTE),
        ]

    return [
        Sprite("halo", [partial(_score, halo=halo)], graded=False),
        Sprite("rosette", [partial(_dial, halo=halo)], {"turn": 1.0}, graded=False),
        *staff,
        Sprite(
            "body", [*_coat(rng), neck(profile(FACE, Look()), _place, PALETTE, deep=0.1)], {"breath": BREATH}
        ),
        Sprite("cape", _cape(rng), {"sway": sway}),
        Sprite("collar", _collar(rng), {"breath": BREATH}),
        Sprite("head", [], {"breath": BREATH}, faces=faces(face, MANNERS)),
        Sprite("cap", [], {"breath": BREATH}, faces=worn(cap, MANNERS)),
        Sprite("arm", near, {"breath": BREATH, "play": {"turn": swing, "pivot": tuple(SHOULDER)}}),
        Sprite("epaulette", _epaulette(), {"breath": BREATH}),
    ]


def _place(values: ArrayLike, tilt: float = 0.0) -> Curve:
    return nod(points(values) * (0.97, 1.0), tilt - 3, (-50, 104)) + (2, -6)


def _score(canvas: skia.Canvas, halo: Halo) -> None:
    """Seven seats of a scale, each higher than the last; the eighth is laid and empty."""
    shine(canvas, halo)
    staves(canvas, halo)
    c, r = points(halo.centre), halo.radius
    turns = _seats(halo)
    for i, a in enumerate(turns):
        base, length = r * 1.19, r * (0.07 + 0.036 * i)
        spike = [
            c + along(a - 3.4, base),
            c + along(a - 2.0, base + length),
            c + along(a, base + length + r * 0.06),
            c + along(a + 2.0, base + length),
            c + along(a + 3.4, base),
        ]
        seat = c + along(a, r * (1.0 + 0.0165 * (i + 1)))
        if i < len(turns) - 1:
            canvas.drawPath(path(spike), paint(gilt(c + along(a - 4, base), c + along(a + 4, base), PALETTE)))
            canvas.drawPath(
                path(circle(c + along(a, base + length + r * 0.09), r * 0.013, 12)), paint(PALETTE.gold)
            )
            bead(canvas, seat, r * 0.026, PALETTE)
            continue
        dashes = resample(np.vstack([*spike, spike[0]]), 40)
        for k in range(0, 38, 2):
            canvas.drawPath(line(dashes[k : k + 2]), paint(PALETTE.gold, 0.8, width=1.0))
        canvas.drawPath(path(circle(seat, r * 0.032, 20)), paint(PALETTE.ink, 0.9))
        canvas.drawPath(path(circle(seat, r * 0.032, 20)), paint(PALETTE.gold, 0.95, width=1.2))


def _seats(halo: Halo) -> list[float]:
    """The angle of each note of her motif, and of the note that she does not sing."""
    turns = halo.motif.angles()
    return [*turns, turns[-1] + (turns[0] + 360 - turns[-1]) / 2]


def _dial(canvas: skia.Canvas, halo: Halo) -> None:
    """A ruler bent into a ring: eighty-four marks, and eight stepped fields, the last only drawn."""
    c, r, gold = points(halo.centre), halo.radius, PALETTE.gold
    for share, width, alpha in ((0.86, 1.0, 0.7), (0.83, 0.7, 0.5)):
        halo.ring(canvas, share, width, alpha)
    for k in range(84):
        a = 360 * k / 84
        reach = 0.945 if k % 12 == 6 else 0.90
        canvas.drawPath(line([c + along(a, r * 0.87), c + along(a, r * reach)]), paint(gold, 0.75, width=1.0))
    for i in range(8):
        a = -90 + 45 * i
        inner = r * (0.77 - 0.052 * i)
        field = np.vstack([arc(c, inner, a - 17, a + 17), arc(c, r * 0.80, a - 17, a + 17)[::-1]])
        if i == 7:
            canvas.drawPath(path(field), paint(gold, 0.45, width=0.8))
            continue
        canvas.drawPath(path(field), paint(radial(c, r * 0.8, [(gold, 0.16), (gold, 0.52)], [0.35, 1])))
        canvas.drawPath(path(field), paint(gold, 0.85, width=0.8))
        for k in range(i + 1):
            canvas.drawPath(
                line(arc(c, r * (0.80 - 0.052 * k - 0.026), a - 15, a + 15)), paint("#fff6e0", 0.5, width=0.8)
            )


def _coat(rng: np.random.Generator) -> Paper:
    spine = [(-48, 138), (-46, 190), (-44, 230), (-46, 276), (-52, 330), (-52, 400), (-52, 490)]
    guides = torso(spine, [26, 56, 52, 40, 40, 52, 58, 62, 66], [26, 50, 50, 42, 42, 50, 56, 62, 66])
    coat = cloth(
        guides,
        10,
        ("#fffdf6", "#efe2cc", "#c2ab86"),
        FOLDS,
        rng,
        0.20,
        rim=0.8,
        pattern=ogees("#c8963c", 0.30, guides, 26, 9, 3.6),
    )
    coat.after = [partial(_frogs, front=guides[0])]
    sash = [
        spline([(-10, 282), (-30, 289), (-60, 290), (-88, 281)]),
        spline([(-9, 300), (-30, 308), (-60, 309), (-89, 299)]),
    ]
    return [coat, cloth(sash, 5, ("#f6d27a", "#a8742c"), ("#fff4c8", "#5a3a14"), rng, 0.5, rim=0.9)]


def _frogs(canvas: skia.Canvas, front: Curve) -> None:
    """A ladder of eight loops down the coat, the last one undone."""
    edge = resample(front, 60) - (5, 0)
    canvas.drawPath(line(edge), paint(PALETTE.gold_dark, 0.9, width=1.6))
    canvas.drawPath(line(edge + (1.2, 0)), paint(PALETTE.gold, 0.9, width=1.2))
    for i, y in enumerate(np.linspace(176, 286, 8)):
        x, reach = float(np.interp(y, edge[:, 1], edge[:, 0])), 34 - 2.2 * i
        if i == 7:
            canvas.drawPath(path(circle((x - 5, y), 2.6, 14)), paint(PALETTE.gold, 0.9, width=1.2))
            continue
        for s in (-1.6, 1.6):
            loop = spline([(x - 2, y), (x - reach * 0.5, y + s + 2), (x - reach, y + s * 1.4 + 1)])
            canvas.drawPath(line(loop), paint(PALETTE.gold, width=1.4))
        canvas.drawPath(path(circle((x - reach - 3, y + 1), 3.2, 16)), paint(PALETTE.gold, width=1.3))
        canvas.drawPath(
            path(circle((x - 3, y), 3.0, 16)),
            paint(radial((x - 2, y - 1), 4, ["#fff8e0", PALETTE.gold, PALETTE.gold_dark])),
        )


def _collar(rng: np.random.Generator) -> Paper:
    rows = [
        _place(spline([(-23, 116), (-34, 120), (-49, 115), (-68, 99)])),
        spline([(-21, 132), (-34, 139), (-53, 136), (-72, 119)]),
        spline([(-15, 148), (-32, 157), (-56, 154), (-78, 137)]),
    ]
    collar = cloth(
        rows,
        7,
        ("#ffffff", "#e8dcc8", "#b8a488"),
        FOLDS,
        rng,
        0.3,
        outline=np.vstack([rows[0], rows[2][::-1]]),
        rim=0.9,
    )
    centre = (rows[0][14] + rows[2][14]) / 2 + (0, 1)

    def tune(canvas: skia.Canvas) -> None:
        """Her own motif, embroidered, without its last note."""

        def at(values: ArrayLike) -> Curve:
            return rotate(values, 9) + centre

        for k in range(5):
            canvas.drawPath(
                line(at([(-14, (k - 2) * 2.6), (14, (k - 2) * 2.6)])),
                paint(PALETTE.gold_dark, 0.75, width=0.6),
            )
        for k in range(5):
            head_at = points((-11 + 5.2 * k, 4.6 - 2.2 * k))
            canvas.drawPath(path(at(circle(head_at, 1.4, 12) * (1.0, 1.0))), paint(PALETTE.gold_dark))
            canvas.drawPath(
                line(at([head_at + (1.3, 0), head_at + (1.3, -6)])), paint(PALETTE.gold_dark, width=0.7)
            )

    collar.after = [tune]
    return [collar, trim(rows[0], 4.5, PALETTE, 14), trim(rows[2], 5, PALETTE, 20)]


def _cape(rng: np.random.Generator) -> Paper:
    guides = [
        spline([(-86, 148), (-116, 176), (-136, 240), (-146, 320), (-160, 400), (-186, 490)]),
        spline([(-70, 158), (-96, 206), (-112, 280), (-118, 360), (-128, 490)]),
        spline([(-54, 162), (-74, 220), (-84, 300), (-86, 380), (-92, 490)]),
    ]
    weave = ogees(PALETTE.gold, 0.42, guides, 20, 8, 3.6)
    cape = cloth(
        guides, 11, ("#fffdf6", "#e2d2b8", "#a8906c"), FOLDS, rng, 0.42, rim=0.9, shadow=1.2, pattern=weave
    )
    return [cape, trim(guides[0], 6, PALETTE, 70), trim(guides[2], 5, PALETTE, 60)]


def _epaulette() -> Paper:
    gold = (PALETTE.gold, PALETTE.gold_dark)
    fringe = []
    for u in np.linspace(0, 1, 17):
        x, y = -104 + 70 * u, 174 + 10 * np.sin(np.pi * u)
        cord = spline([(x, y), (x - 1.5 + 2 * u, y + 13), (x - 2 + 3 * u, y + 27 - 3 * abs(u - 0.5))])
        fringe.append(Part(path(taper(cord, 5, [0.8, 1, 0.9, 0.7])), gold, rim=0.5, shadow=0.4))
    board = spline(
        [(-106, 172), (-96, 156), (-70, 148), (-42, 154), (-30, 168), (-48, 182), (-72, 185), (-96, 182)],
        8,
        closed=True,
    )
    plate = Part(path(board), ("#fff0b8", "#e0ae4c", "#8a5a1c"))

    def rays(canvas: skia.Canvas) -> None:
        canvas.save()
        canvas.clipPath(plate.shape, INSIDE, True)
        for u in np.linspace(0, 1, 15):
            fold = spline([(-46, 150), (-62 - 8 * (u - 0.5), 160), (-104 + 74 * u, 190)])
            canvas.drawPath(line(fold), paint("#8a5a1c", 0.6, width=1.0))
            canvas.drawPath(line(fold + (1.2, 0)), paint("#fff6d0", 0.5, width=0.8))
        canvas.restore()
        hem = spline([(-104, 176), (-88, 184), (-66, 187), (-44, 182), (-31, 170)])
        canvas.drawPath(line(hem), paint("#fffaf0", 0.95, width=2.4))
        canvas.drawPath(
            path(circle((-47, 156), 5)), paint(radial((-46, 154), 6, ["#ffffff", "#f6d27a", "#8a5a1c"]))
        )

    plate.after = [rays]
    return [*fringe, plate]


def _arm(
    at: tuple[float, float],
    gesture: str,
    turn: float,
    rng: np.random.Generator,
    *,
    flip: int = 1,
    length: float = 64,
) -> Paper:
    """A gloved hand, a gilt gauntlet and a sleeve without a crease too many."""
    wrist = points(at)
    joint = elbow(SHOULDER, wrist, 102, 92, 1)
    d = unit(wrist - joint)
    across = np.array([-d[1], d[0]])
    glove, _ = hand(
        wrist,
        heading(d) + turn,
        length,
        GLOVE,
        gesture,
        flip=flip,
        nails=False,
        arm=wrist - d * 18,
        arm_width=(22, 16),
    )
    cover, _, _ = sleeve(
        SHOULDER,
        joint,
        wrist,
        (54, 48, 42, 34, 30),
        ("#fffaf0", "#ddcdb4", "#a8947a"),
        FOLDS,
        rng,
        end=0.78,
        rim=0.9,
        fade=False,
    )
    top = joint * 0.30 + wrist * 0.70
    edges = [
        np.array([top - across * 22 - d * 4, wrist - d * 4 - across * 11]),
        np.array([top, wrist - d * 3]),
        np.array([top + across * 22 - d * 4, wrist - d * 4 + across * 11]),
    ]
    gauntlet = cloth(edges, 7, ("#f6d27a", "#c08a34", "#7a5018"), ("#fff4c8", "#5a3a14"), rng, 0.45, rim=0.9)
    pearl = replace(PALETTE, gold="#fffaf0", gold_dark="#b89a6a")
    rim = trim(spline([top - across * 22 - d * 4, top + d * 1.5, top + across * 22 - d * 4]), 5, pearl, 8)
    return [glove, cover, gauntlet, rim]


def _staff(rng: np.random.Generator) -> tuple[list[Sprite], Paper, float]:
    fork = Fork(90, PALETTE)
    return [Sprite("staff", fork.parts())], _arm((68, 226), "grip", 4, rng), 0.8


def _ear(rng: np.random.Generator) -> tuple[list[Sprite], Paper, float]:
    """A hand behind the ear; the fork in the other still hums."""
    fork = Fork(96, PALETTE)
    dim = replace(GLOVE, skin=("#efe6d6", "#c4b090", "#8f7a64"))
    grip, _ = hand((76, 250), 8, 60, dim, "grip", nails=False, arm=(46, 256), arm_width=(22, 16))
    tones = ("#ddcdb4", "#b8a488", "#8c785c")
    cover, _, _ = sleeve(
        (-6, 190), (8, 262), (76, 252), (40, 40, 36, 32, 32), tones, FOLDS, rng, end=0.70, fade=False, rim=0.7
    )
    far = Sprite("staff", [*fork.parts(), fork.hum, grip, cover])
    return [far], _arm((-44, 116), "listen", 26, rng, flip=-1, length=62), 1.2
