"""Lysandra Vael, nineteen: copper hair, a star-sown cloak, and the harp made from the cracked bell's yoke."""

from __future__ import annotations

from functools import partial

import numpy as np
import skia
from numpy.typing import ArrayLike

from . import lysandra_hair
from .cloth import cloth, folds, ogees, scattered, torso, trim
from .curves import Curve, circle, elbow, heading, nod, petal, points, rotate, spline, taper, unit
from .expressions import faces, worn
from .figure import BREATH, Paper, Person, Sprite
from .halo import Halo, rosette, score
from .hand import hand, shaded
from .harp import harp
from .head import Place, head, neck
from .motifs import motif
from .paper import Ink, Palette, Part, paint, path, radial
from .profile import Face, Look, profile

PALETTE = Palette(
    skin=("#f8d6b2", "#d59a7c", "#7c3f56"),
    hair=("#3b1230", "#7c2638", "#d4693f", "#f6b271"),
    lip="#b8404e",
    iris="#4f7a62",
    brow="#4a1a2c",
)
FACE = Face(nose=10.0, tip=62.4, turn=1.1, lips=1.15, chin=0.2, neck=-1.5, eye=1.06)
DRESS, DRESS_TONES = ("#b8243e", "#86163a", "#4a0d2e"), ("#e0574a", "#2a0822")
CLOAK, CLOAK_TONES = ("#4a4c96", "#2c2c66", "#17143a"), ("#8086d8", "#0c0a24")
SHOULDER = points((-66, 186))


def person() -> Person:
    """Lysandra, standing with the harp at her side, and playing it."""
    halo = Halo((-36, 46), 98, motif("lysandra"), PALETTE)
    return Person("lysandra", PALETTE, halo, {"stand": _stand(halo), "play": _play(halo)})


def _backdrop(halo: Halo) -> list[Sprite]:
    return [
        Sprite("halo", [partial(score, halo=halo)], graded=False),
        Sprite("rosette", [partial(rosette, halo=halo)], {"turn": 0.7}, graded=False),
    ]


def _stand(halo: Halo) -> list[Sprite]:
    rng = np.random.default_rng(7)
    place = partial(_head_place, bow=-2.0, dx=2.0)
    instrument = harp(lambda p: rotate(points(p) * 0.94, 15, (60, 260)) + (-24, 98), PALETTE)
    arm = _arm(points((56, 246)), "relaxed", 8, rng, drop=84)
    return [
        *_backdrop(halo),
        Sprite("cloak", _cloak(rng), {"sway": {"amp": 4, "period": 6.4, "anchor": "top", "phase": 0.1}}),
        Sprite("body", _body(rng, place), {"breath": BREATH}),
        Sprite("harp", [*instrument.wood, instrument.draw_strings]),
        Sprite("arm", arm, {"breath": BREATH, "play": {"turn": 0.6, "pivot": tuple(SHOULDER)}}),
        *_head_sprites(place, rng),
    ]


def _play(halo: Halo) -> list[Sprite]:
    rng = np.random.default_rng(7)
    place = partial(_head_place, bow=4.0, dx=4.0)
    instrument = harp(lambda p: points(p) + (2, 0), PALETTE)
    far, _ = hand((64, 197), 8, 62, shaded(PALETTE, 0.35), "pluck", arm=(16, 210), arm_width=(19, 13))
    far_sleeve = Part(
        path(
            spline(
                [(-4, 178), (12, 186), (30, 196), (40, 206), (38, 236), (30, 262), (16, 244), (-4, 236)],
                8,
                closed=True,
            )
        ),
        DRESS,
        axis=((30, 190), (0, 270)),
        rim=0.8,
    )
    arm = _arm(points((52, 222)), "pluck", 13, rng, drop=92)
    return [
        *_backdrop(halo),
        Sprite("cloak", _cloak(rng), {"sway": {"amp": 4, "period": 6.4, "anchor": "top", "phase": 0.1}}),
        Sprite("far", [far, far_sleeve], {"breath": BREATH, "play": {"turn": -2.0, "pivot": (0, 200)}}),
        Sprite("body", _body(rng, place), {"breath": BREATH}),
        Sprite("harp", [*instrument.wood, instrument.draw_strings]),
        Sprite("arm", arm, {"breath": BREATH, "play": {"turn": 3.0, "pivot": tuple(SHOULDER)}}),
        *_head_sprites(place, rng),
    ]


def _head_place(values: ArrayLike, bow: float, dx: float, tilt: float = 0.0) -> Curve:
    p = nod(values, bow + tilt)
    return p + np.array([dx, 0]) * np.clip((152 - points(values)[..., 1:2]) / 46, 0, 1)


def _head_sprites(place: Place, rng: np.random.Generator) -> list[Sprite]:
    def face(look: Look) -> Paper:
        return [head(profile(FACE, look), partial(place, tilt=look.tilt), PALETTE)]

    def cap(look: Look) -> Paper:
        return lysandra_hair.cap(partial(place, tilt=look.tilt), PALETTE, np.random.default_rng(8))

    def tendrils(look: Look) -> Paper:
        return lysandra_hair.tendrils(partial(place, tilt=look.tilt), PALETTE, np.random.default_rng(9))

    tail_sway = {"amp": 7, "period": 5.6, "anchor": "top", "phase": 0.35}
    fall_sway = {"amp": 3, "period": 4.3, "anchor": "top", "phase": 0.6}
    return [
        Sprite("tail", lysandra_hair.tail(place, PALETTE, rng), {"breath": BREATH, "sway": tail_sway}),
        Sprite("collar", _collar(rng), {"breath": BREATH}),
        Sprite("head", [], {"breath": BREATH}, faces=faces(face)),
        Sprite("cap", [], {"breath": BREATH}, faces=worn(cap)),
        Sprite("tendrils", [], {"breath": BREATH, "sway": fall_sway}, faces=worn(tendrils)),
    ]


def _body(rng: np.random.Generator, place: Place) -> Paper:
    spine = [(-46, 146), (-36, 186), (-32, 220), (-44, 272), (-62, 326), (-58, 380), (-40, 440), (-28, 490)]
    guides = torso(spine, [26, 50, 52, 44, 38, 52, 62, 66, 70, 74], [22, 36, 42, 38, 30, 44, 56, 58, 62, 70])
    yoke = spline([(3, 176), (-14, 184), (-40, 188), (-70, 180), (-86, 166)])
    front, back = guides[0], guides[3]
    dress = cloth(
        guides,
        17,
        DRESS,
        DRESS_TONES,
        rng,
        0.5,
        outline=np.vstack([yoke[::-1], front[front[:, 1] > 178], back[back[:, 1] > 170][::-1]]),
        rim=0.95,
        rim_axis=((40, 200), (-60, 330)),
        pattern=ogees(PALETTE.gold, 0.40, guides, 26, 11, 4.4),
        shades=[
            Ink(
                spline(
                    [(12, 206), (-6, 228), (-30, 228), (-50, 214), (-52, 236), (-24, 248), (6, 238)],
                    8,
                    closed=True,
                ),
                DRESS_TONES[1],
                0.5,
                7,
            ),
            Ink(
                spline(
                    [(-90, 300), (-60, 318), (-20, 352), (-6, 420), (-30, 400), (-70, 352)], 8, closed=True
                ),
                DRESS_TONES[1],
                0.35,
                9,
            ),
        ],
    )
    knee = [
        [(-84, 318), (-52, 352), (-16, 420), (0, 480)],
        [(-90, 330), (-66, 370), (-38, 430), (-26, 480)],
        [(-92, 346), (-78, 392), (-64, 440), (-60, 480)],
    ]
    dress.lines = [
        *dress.lines,
        *(Ink(taper(spline(k), 2.6), DRESS_TONES[i % 2], 0.6) for i, k in enumerate(knee)),
    ]
    girdle = [
        trim(spline([(-4, 286), (-22, 306), (-52, 318), (-86, 306)]), 9, PALETTE, 20),
        trim(spline([(-18, 308), (-14, 342), (-20, 380), (-12, 430)]), 7, PALETTE, 24),
    ]
    throat = neck(profile(FACE, Look()), place, PALETTE)
    return [_bust(), throat, dress, trim(yoke, 5.5, PALETTE, 22), *girdle]


def _bust() -> Part:
    light, middle, dark = PALETTE.skin
    outline = spline(
        [
            (-25, 138),
            (-14, 150),
            (-3, 164),
            (4, 184),
            (-30, 206),
            (-80, 196),
            (-88, 170),
            (-82, 156),
            (-70, 146),
            (-50, 140),
        ],
        8,
        closed=True,
    )
    shades = [
        Ink(
            spline([(-36, 112), (-30, 134), (-44, 148), (-66, 146), (-70, 112)], 8, closed=True),
            dark,
            0.26,
            6,
        ),
        Ink(
            spline([(-15, 154), (-34, 160), (-54, 156), (-54, 160), (-34, 165), (-12, 162)], 8, closed=True),
            dark,
            0.35,
            2.2,
        ),
    ]
    collarbone = Ink(taper(spline([(-14, 153), (-28, 157), (-46, 154)]), 1.5), dark, 0.6)
    return Part(
        path(outline),
        (light, middle, dark),
        axis=((0, 160), (-90, 190)),
        shades=shades,
        lines=[collarbone],
        rim=0.8,
        rim_axis=((10, 150), (-40, 190)),
        shadow=0,
    )


def _cloak(rng: np.random.Generator) -> Paper:
    guides = [
        spline([(-80, 140), (-106, 176), (-128, 240), (-148, 310), (-168, 380), (-206, 490)]),
        spline([(-68, 150), (-94, 196), (-112, 260), (-124, 330), (-138, 400), (-164, 490)]),
        spline([(-58, 160), (-82, 206), (-90, 270), (-94, 330), (-104, 400), (-120, 490)]),
    ]
    stars = scattered(PALETTE.gold, 0.6, guides, 22, 9, 2.8)
    cape = cloth(guides, 13, CLOAK, CLOAK_TONES, rng, 0.55, rim=0.8, pattern=stars)
    return [cape, trim(guides[0], 5, PALETTE, 80), trim(guides[2], 4, PALETTE, 80)]


def _collar(rng: np.random.Generator) -> Paper:
    rows = [
        spline([(-19, 150), (-30, 155), (-46, 154), (-62, 146), (-74, 132)]),
        spline([(-15, 160), (-32, 170), (-56, 170), (-78, 158), (-90, 138)]),
        spline([(-12, 170), (-34, 186), (-64, 188), (-92, 174), (-106, 150)]),
    ]
    outline = np.vstack(
        [
            rows[0],
            spline([rows[0][-1], (-86, 128), rows[2][-1]], 6)[1:-1],
            rows[2][::-1],
            spline([rows[2][0], (-12, 160), rows[0][0]], 6)[1:-1],
        ]
    )
    stars = scattered(PALETTE.gold, 0.55, rows, 12, 6, 2.2)
    collar = cloth(rows, 8, CLOAK, CLOAK_TONES, rng, 0.6, crease=1.2, outline=outline, rim=0.9, pattern=stars)
    collar.after = [_brooch]
    return [collar, trim(rows[2], 3.6, PALETTE, 40)]


def _brooch(canvas: skia.Canvas) -> None:
    centre = points((-15, 160))
    for k in range(8):
        canvas.drawPath(path(petal(centre, k * 45, 2, 11, 5)), paint(PALETTE.gold))
    canvas.drawPath(path(circle(centre, 5)), paint(PALETTE.gold_dark))
    canvas.drawPath(
        path(circle(centre, 3.8)), paint(radial(centre - 1.2, 5, ["#ff9a86", PALETTE.accent, "#4a0618"]))
    )
    canvas.drawPath(path(circle(centre - 1.3, 0.9, 10)), paint("#ffffff", 0.9))


def _arm(wrist: Curve, gesture: str, turn: float, rng: np.random.Generator, drop: float) -> Paper:
    joint = elbow(SHOULDER, wrist, 100, 92, 1)
    bare = joint + unit(wrist - joint) * 24
    palm, _ = hand(wrist, heading(wrist - joint) + turn, 68, PALETTE, gesture, arm=bare, arm_width=(23, 13.5))
    lining, sleeve = _bell_sleeve(SHOULDER, joint, wrist, rng, drop)
    return [lining, palm, *sleeve]


def _bell_sleeve(
    shoulder: Curve, joint: Curve, wrist: Curve, rng: np.random.Generator, drop: float
) -> tuple[Part, Paper]:
    """Round at the shoulder, close on the upper arm, and hanging open at the wrist."""
    d, u = unit(wrist - joint), unit(joint - shoulder)
    up, over = np.array([u[1], -u[0]]), np.array([d[1], -d[0]])
    mouth = joint + d * 56
    hem = mouth + (-16, drop)
    top = spline(
        [
            shoulder - u * 16 + up * 12,
            shoulder + up * 25 + u * 6,
            shoulder + u * 46 + up * 21,
            joint + up * 16 - u * 12,
            joint + d * 18 + over * 13,
            mouth + over * 14,
        ]
    )
    opening = spline([mouth + over * 14, mouth + d * 9 + (2, 6), mouth * 0.55 + hem * 0.45 + (9, 0), hem])
    under = spline(
        [
            hem,
            hem * 0.6 + joint * 0.4 + (-18, 16),
            joint - up * 13 + (-2, 14),
            shoulder + u * 48 - up * 22,
            shoulder - up * 25 + u * 8,
            shoulder - u * 16 - up * 14,
            shoulder - u * 23,
            shoulder - u * 16 + up * 12,
        ]
    )
    guides = [
        top,
        spline(
            [
                shoulder - u * 8,
                shoulder + u * 50,
                joint + (0, 4),
                joint * 0.5 + mouth * 0.5 + (0, 14),
                mouth * 0.6 + hem * 0.4 + (6, 0),
            ]
        ),
        spline(
            [
                shoulder - u * 8 - up * 16,
                shoulder + u * 50 - up * 14,
                joint - up * 10 + (0, 6),
                joint * 0.5 + hem * 0.5 + (-10, 0),
                hem,
            ]
        ),
    ]
    strips, lines = folds(guides, 11, DRESS_TONES, rng, 0.55)
    sleeve = Part(
        path(np.vstack([top, opening[1:], under[1:-1]])),
        ("#c02c44", "#8a1c38", DRESS[2]),
        strips=strips,
        lines=lines,
        rim_axis=(tuple(mouth + (10, -40)), tuple(shoulder + (-40, 100))),
        pattern=ogees(PALETTE.gold, 0.28, guides, 18, 8, 3.8),
        fade=(tuple(shoulder + u * 6), tuple(shoulder - u * 26)),
    )
    bulge = np.sin(np.linspace(0, np.pi, len(opening)))[:, None] * np.array([-12, 2])
    lining = Part(
        path(np.vstack([opening, (opening + bulge)[::-1]])), ("#4a0f2a", "#1c0416"), rim=0, shadow=0
    )
    return lining, [sleeve, trim(opening, 4.5, PALETTE, 16)]
