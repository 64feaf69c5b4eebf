"""Maren Vael, luthier: a grey streak, a tuning peg in her hair, an apron of tools, and hands that speak."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

import numpy as np
import skia
from numpy.typing import ArrayLike

from . import maren_hair
from .apron import pockets, stitches
from .cloth import cloth, scattered, sleeve, torso, trim
from .curves import (
    Curve,
    along,
    circle,
    elbow,
    heading,
    nod,
    normals,
    points,
    resample,
    spline,
    taper,
    unit,
)
from .expressions import faces, worn
from .figure import BREATH, LOOKS, Paper, Person, Sprite
from .halo import Halo, flower, jewels, notes, open_gap, shine, staves
from .hand import hand, shaded
from .head import ear, head, neck
from .lute import lute
from .motifs import motif
from .paper import Ink, Palette, Part, paint, path
from .profile import Face, Look, profile

PALETTE = Palette(
    skin=("#f4cfab", "#cd9275", "#6e4148"),
    hair=("#331a22", "#643236", "#a4603f", "#dca274"),
    lip="#a8505a",
    iris="#4a6478",
    gold="#e3b878",
    gold_dark="#8a5a34",
    rim="#ffe6bd",
    glow="#ffcf92",
    halo="#4f6a8c",
    accent="#8fb2d6",
    ink="#1a1418",
    line="#3a1c22",
    brow="#4a2426",
)
FACE = Face(
    nose=10.6,
    tip=63.0,
    turn=0.5,
    hook=0.25,
    lips=0.85,
    chin=0.4,
    sag=0.8,
    neck=-1,
    eye=0.98,
    lashes=0.7,
    age=0.42,
)
SLATE_TONES = ("#a9c0d6", "#1e2c42")
SHOULDER = points((-68, 186))
GAP = 96.0
# She has no voice: nothing but breath leaves her mouth.
MUTE = {
    "calm": Look(smile=0.1),
    "warm": replace(LOOKS["warm"], smile=0.9),
    "troubled": LOOKS["troubled"],
    "singing": Look(eye=0.0, mouth=0.12, brow=0.5, worry=0.25, smile=0.25, tilt=-4.0),
}


def person() -> Person:
    """Maren at her bench, and Maren speaking with her hands."""
    halo = Halo((-34, 48), 98, motif("maren"), PALETTE, gap=GAP)
    poses = {"stand": _pose(halo, _working), "sign": _pose(halo, _signing)}
    return Person("maren", PALETTE, halo, poses, grade=0.85)


def _pose(halo: Halo, hands: object) -> list[Sprite]:
    rng = np.random.default_rng(14)
    sway = {"amp": 3, "period": 5.0, "anchor": "top", "phase": 0.2}
    far, near = hands(rng)

    def face(look: Look) -> Paper:
        return [head(profile(FACE, look), partial(_place, tilt=look.tilt), PALETTE)]

    def cap(look: Look) -> Paper:
        place = partial(_place, tilt=look.tilt)
        return [*maren_hair.updo(place, PALETTE, np.random.default_rng(15)), ear(place, PALETTE)]

    def tendrils(look: Look) -> Paper:
        return maren_hair.tendrils(partial(_place, tilt=look.tilt), PALETTE, np.random.default_rng(16))

    return [
        Sprite("halo", [partial(_score, halo=halo)], graded=False),
        Sprite("rosette", [partial(flower, halo=halo, reach=0.80)], {"turn": 0.6}, graded=False),
        Sprite("bow", _bow(), {"sway": {**sway, "period": 6.1}}),
        *far,
        Sprite(
            "body",
            [_shirt(rng), neck(profile(FACE, Look()), _place, PALETTE), *_apron(rng)],
            {"breath": BREATH},
        ),
        Sprite("scarf_end", _scarf_end(rng), {"breath": BREATH, "sway": sway}),
        Sprite("scarf", _scarf(rng), {"breath": BREATH}),
        Sprite("head", [], {"breath": BREATH}, faces=faces(face, MUTE, spoken=(0.06, 0.14))),
        Sprite("cap", [], {"breath": BREATH}, faces=worn(cap, MUTE)),
        Sprite(
            "tendrils",
            [],
            {"breath": BREATH, "sway": {**sway, "amp": 2, "period": 4.4}},
            faces=worn(tendrils, MUTE),
        ),
        *near,
    ]


def _place(values: ArrayLike, tilt: float = 0.0) -> Curve:
    return nod(values, 4 + tilt) + (4, 2)


def _score(canvas: skia.Canvas, halo: Halo) -> None:
    """A halo whose upper arc is missing; its staves let go and curl like cut strings."""
    shine(canvas, halo)
    canvas.save()
    open_gap(canvas, halo)
    staves(canvas, halo)
    notes(canvas, halo)
    jewels(canvas, halo)
    canvas.restore()
    c, r, gold = points(halo.centre), halo.radius, halo.palette.gold
    for side in (-1, 1):
        a = math.radians(-90 + side * halo.gap / 2)
        for i in range(6):
            t = np.linspace(0, 1, 36)
            angle = a - side * t * (0.30 - 0.035 * i)
            reach = r * (0.965 + 0.038 * i) + r * (0.03 + 0.075 * i) * t**2.2
            string = np.c_[reach * np.cos(angle), reach * np.sin(angle)] + c
            curl = _curl(string, side, r * (0.016 + 0.010 * i))
            canvas.drawPath(
                path(taper(np.vstack([string, curl]), 2.0, [1, 0.9, 0.75, 0.5, 0.3])), paint(gold, 0.92)
            )
            canvas.drawPath(path(circle(curl[-1], r * 0.012, 10)), paint(gold))


def _curl(string: Curve, side: int, radius: float) -> Curve:
    way = math.radians(heading(string[-1] - string[-3]))
    centre = string[-1] + np.array([-math.sin(way), math.cos(way)]) * side * radius
    start = math.radians(heading(string[-1] - centre))
    t = np.linspace(0, 1.5 * np.pi, 20)[1:]
    r = radius * (1 - 0.6 * t / t[-1])
    return np.c_[r * np.cos(start + side * t), r * np.sin(start + side * t)] + centre


def _working(rng: np.random.Generator) -> tuple[list[Sprite], list[Sprite]]:
    """One hand on the half-built lute, the other at her apron."""
    far_palm, _ = hand((72, 236), 10, 64, shaded(PALETTE, 0.25), "reach", arm=(0, 256), arm_width=(23, 15))
    far_sleeve, _, _ = sleeve(
        (-6, 192),
        (-8, 256),
        (46, 252),
        (36, 38, 36, 34, 34),
        ("#5b7798", "#3c5270", "#26364e"),
        SLATE_TONES,
        rng,
        end=0.55,
        fade=False,
        rim=0.7,
    )
    near = _near_arm(points((40, 272)), "relaxed", 22, 68, rng)
    return [Sprite("far", [far_palm, far_sleeve], {"breath": BREATH})], [
        Sprite("lute", [partial(lute, at=(96, 352), degrees=14)]),
        Sprite("arm", near, {"breath": BREATH, "play": {"turn": 1.4, "pivot": tuple(SHOULDER)}}),
    ]


def _signing(rng: np.random.Generator) -> tuple[list[Sprite], list[Sprite]]:
    """The near hand shapes a word, the far one lies open beneath it."""
    far_palm, _ = hand(
        (78, 250), 0, 70, shaded(PALETTE, 0.22), "palm", arm=(-16, 286), arm_width=(25, 16), slim=0.78
    )
    far_sleeve, _, _ = sleeve(
        (-6, 192),
        (-12, 262),
        (46, 272),
        (36, 38, 36, 34, 34),
        ("#5b7798", "#3c5270", "#26364e"),
        SLATE_TONES,
        rng,
        end=0.62,
        fade=False,
        rim=0.7,
    )
    near = _near_arm(points((44, 204)), "ring", -10, 72, rng)
    return [
        Sprite("far", [far_palm, far_sleeve], {"breath": BREATH, "play": {"turn": -2.2, "pivot": (-6, 200)}})
    ], [
        Sprite("arm", near, {"breath": BREATH, "play": {"turn": 4.0, "pivot": tuple(SHOULDER)}}),
    ]


def _near_arm(wrist: Curve, gesture: str, turn: float, length: float, rng: np.random.Generator) -> Paper:
    """A bare forearm out of a rolled sleeve."""
    joint = elbow(SHOULDER, wrist, 98, 86, 1)
    cover, spine, _ = sleeve(
        SHOULDER,
        joint,
        wrist,
        (52, 51, 46, 40, 36),
        ("#7e9aba", "#55708f", "#2c3d58"),
        SLATE_TONES,
        rng,
        end=0.26,
        fade=False,
    )
    side = normals(spine)[-1]
    roll = trim(
        spline([spine[-1] - side * 21, spine[-1] + unit(spine[-1] - spine[-3]) * 4, spine[-1] + side * 21]),
        13,
        replace(PALETTE, gold="#a9c0d6", gold_dark="#4c6688"),
    )
    d = unit(wrist - joint)
    palm, tips = hand(
        wrist, heading(d) + turn, length, PALETTE, gesture, arm=joint + d * 14, arm_width=(29, 16.5)
    )
    if gesture == "ring":
        palm.after = [partial(_trails, tips=tips)]
    return [palm, cover, roll]


def _trails(canvas: skia.Canvas, tips: Curve) -> None:
    """The path of the fingers through the air, as a row of fading dots."""
    for i, tip in enumerate(tips[1:4]):
        for u in np.linspace(0, 1, 7):
            dot = tip + (-30, 10) + along(-62 + 64 * u, 44 + 5 * i) * (1, 0.8)
            canvas.drawPath(
                path(circle(dot, 1.5 * (1 - 0.75 * u) + 0.3, 10)), paint("#fff1cf", 0.9 * (1 - 0.6 * u))
            )


def _shirt(rng: np.random.Generator) -> Part:
    spine = [(-46, 146), (-42, 186), (-38, 226), (-44, 266), (-54, 312), (-52, 370), (-48, 480)]
    guides = torso(spine, [30, 52, 54, 46, 40, 52, 62, 68, 74], [26, 50, 60, 56, 42, 52, 64, 72, 84])
    weave = scattered("#dfe9f4", 0.16, guides, 30, 10, 2.4, "diamond")
    return cloth(
        guides, 13, ("#6f8bab", "#4c6688", "#2c3d58"), SLATE_TONES, rng, 0.42, rim=0.9, pattern=weave
    )


def _apron(rng: np.random.Generator) -> Paper:
    guides = [
        spline([(9, 190), (20, 214), (16, 244), (6, 270), (12, 310), (24, 360), (40, 480)]),
        spline([(-10, 194), (-6, 230), (-14, 268), (-10, 320), (-8, 400), (-6, 480)]),
        spline([(-34, 196), (-38, 232), (-48, 268), (-52, 320), (-56, 400), (-58, 480)]),
        spline([(-44, 197), (-56, 230), (-78, 264), (-96, 312), (-104, 370), (-112, 480)]),
    ]
    top = spline([(9, 190), (-8, 195), (-30, 198), (-44, 197)])
    leather = cloth(
        guides, 9, ("#a8734a", "#7a4b32", "#4a2c26"), ("#d6a06a", "#2a1614"), rng, 0.40, rim=0.9, shadow=1.1
    )
    edges = [resample(guides[0] - (4, 0), 90), resample(guides[3] + (4, 0), 90), resample(top + (0, 4), 20)]
    leather.after = [stitches(edges), pockets]
    brown = replace(PALETTE, gold="#b98254", gold_dark="#5c382c")
    strap = trim(spline([(2, 192), (-8, 178), (-22, 164), (-30, 152)]), 6, brown)
    tie = trim(spline([(6, 268), (-22, 280), (-56, 284), (-94, 270)]), 6, brown)
    return [strap, leather, tie]


def _bow() -> Paper:
    tones = ("#8a6248", "#5c3c30", "#3a2420")
    ends = [
        [(-92, 268), (-104, 300), (-102, 330), (-118, 362)],
        [(-92, 268), (-116, 292), (-124, 320), (-142, 344)],
    ]
    loops = [
        [(-90, 268), (-112, 254), (-124, 262), (-114, 276), (-92, 271)],
        [(-90, 270), (-104, 280), (-110, 292), (-100, 294), (-91, 274)],
    ]
    return [
        *(Part(path(taper(spline(e), 9, [0.5, 0.8, 1, 1.1, 1.0])), tones, rim=0.6) for e in ends),
        *(Part(path(taper(spline(o), 7, [0.5, 1, 1.1, 1, 0.5])), tones, rim=0.7) for o in loops),
    ]


def _scarf(rng: np.random.Generator) -> Paper:
    rows = [
        _place(spline([(-20, 122), (-31, 129), (-47, 128), (-60, 118), (-71, 106)])),
        spline([(-12, 138), (-26, 147), (-46, 148), (-66, 138), (-80, 122)]),
        spline([(-8, 152), (-24, 163), (-48, 165), (-74, 155), (-92, 138)]),
    ]
    outline = np.vstack(
        [
            rows[0],
            spline([rows[0][-1], rows[0][-1] + (-10, 6), rows[2][-1]], 6)[1:-1],
            rows[2][::-1],
            spline([rows[2][0], rows[2][0] + (4, -12), rows[0][0]], 6)[1:-1],
        ]
    )
    weave = scattered("#f0dcb8", 0.5, rows, 10, 5, 2.0, "diamond")
    wrap = cloth(
        rows,
        9,
        ("#8aa6c4", "#557394", "#2f425e"),
        ("#dbe7f2", "#1a2638"),
        rng,
        0.55,
        outline=outline,
        pattern=weave,
    )
    knot = spline(
        [(-4, 144), (-14, 139), (-25, 143), (-31, 150), (-29, 158), (-20, 163), (-9, 160), (-3, 153)],
        8,
        closed=True,
    )
    creases = [
        ([(-6, 146), (-15, 149), (-22, 160)], "#1a2638"),
        ([(-12, 141), (-22, 148), (-28, 156)], "#1a2638"),
        ([(-6, 150), (-12, 155), (-15, 161)], "#dbe7f2"),
        ([(-16, 142), (-24, 150)], "#dbe7f2"),
    ]
    lines = [Ink(taper(spline(c), 1.7), tone, 0.65) for c, tone in creases]
    return [wrap, Part(path(knot), ("#9cb8d4", "#55739a", "#36506e"), lines=lines)]


def _scarf_end(rng: np.random.Generator) -> Paper:
    edges = [
        spline([(-14, 150), (-6, 170), (-10, 196), (-4, 222)]),
        spline([(-24, 156), (-22, 178), (-28, 200), (-26, 226)]),
    ]
    return [cloth(edges, 5, ("#7c9aba", "#425c7c"), ("#dbe7f2", "#1a2638"), rng, 0.5, rim=0.9)]
