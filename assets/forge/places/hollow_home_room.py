"""Maren's house as geometry: a kitchen that is a luthier's workshop, or the other way about."""

import math

import numpy as np

from assets.forge.build import instruments, props
from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh, catenary
from assets.forge.build.walls import Opening, arch, wall
from assets.forge.places import hollow_stuff as stuff

LEFT, RIGHT, BACK, HIGH = -4.3, 5.2, 6.6, 2.85
DOOR = (-2.25, 1.05, 2.05)
WINDOW = (-0.55, 1.05, 1.1)
CANDLE = np.array([-0.72, 1.12, 4.15])
HEARTH = np.array([-3.55, 0.55, 6.3])
KILN_LAMP = np.array([0.38, 1.02, 6.42])
WALLS = Material("plaster", "#b8a088", "#8a6a54")
FLOOR = Material("plank", "#6a4a34", "#20140f", grain=1.25)
BEAM = Material("plank", "#523624", "#1c120e")
MAPLE = Material("plain", "#a85c2c")
SPRUCE = Material("plain", "#c07c40")
WALNUT = Material("plain", "#6a3824")
CHERRY = Material("plain", "#9a4a2c")
TOP = Material("plank", "#86603e", "#3a261a")
RAW = Material("plain", "#d8bc8c")
LINEN = Material("cloth", "#b8a890")
BLANKET = Material("cloth", "#5e2e38")
COPPER = Material("metal", "#b8683c", "#5a4038")
STONEWARE = Material("plain", "#8a8278")
HANGING = ((-1.72, 0.6, 0), (-1.22, 0.66, 1), (-0.7, 0.52, 2), (0.24, 0.6, 3), (0.72, 0.7, 0), (1.3, 0.62, 1))


def room(mesh: Mesh, fire: float, lamp: Material) -> None:
    """Floor, walls, beams, hearth, door and window, and what stands and hangs along the back wall."""
    mesh.quad((LEFT, 0, 0.6), (RIGHT, 0, 0.6), (RIGHT, 0, BACK), (LEFT, 0, BACK), FLOOR)
    mesh.quad((LEFT, HIGH, 0.6), (RIGHT, HIGH, 0.6), (RIGHT, HIGH, BACK), (LEFT, HIGH, BACK), BEAM)
    mesh.quad((LEFT, 0, BACK), (LEFT, 0, 0.6), (LEFT, HIGH, 0.6), (LEFT, HIGH, BACK), WALLS)
    mesh.quad((RIGHT, 0, 0.6), (RIGHT, 0, BACK), (RIGHT, HIGH, BACK), (RIGHT, HIGH, 0.6), WALLS)
    pane = Material("glow", "#8890c0", glow=0.2)
    openings = [
        Opening(DOOR[0] - LEFT, 0.0, DOOR[1], DOOR[2], door=Material("plank", "#6e3c30", "#24140f")),
        Opening(WINDOW[0] - LEFT, 1.05, WINDOW[1], WINDOW[2], pane, hole=True, bars=(3, 3)),
    ]
    with mesh.at(LEFT, 0, BACK):
        wall(mesh, RIGHT - LEFT, HIGH, WALLS, openings, thick=0.3, trim=BEAM)
    for x in (-2.62, -0.85, 1.0, 3.0):
        mesh.beam((x, 0, BACK - 0.02), (x, HIGH, BACK - 0.02), 0.16, BEAM)
    mesh.beam((LEFT, HIGH - 0.12, BACK - 0.04), (RIGHT, HIGH - 0.12, BACK - 0.04), 0.2, BEAM)
    for z in (2.4, 3.7, 5.0, 6.2):
        mesh.beam((LEFT, HIGH - 0.1, z), (RIGHT, HIGH - 0.1, z), 0.2, BEAM, 0.24)
    _hearth(mesh, fire)
    _door_furniture(mesh)
    _sill(mesh, lamp)
    _back_wall(mesh)
    _right_corner(mesh)


def _hearth(mesh: Mesh, fire: float) -> None:
    """A brick hearth with a hob: the glue pot in its bath, embers, ribs bent over a line, a stool, onions."""
    x, _, z = HEARTH
    with mesh.at(x, 0, z - 0.62):
        arch(mesh, 1.5, 1.25, 0.9, (0.86, 0.82), stuff.BRICK, inner=Material("brick", "#4a2c26", "#1c1214"))
        mesh.box(0, 1.25, 0.45, 1.5, 1.6, 0.9, stuff.BRICK)
        mesh.box(0, 1.25, 0.2, 1.74, 0.1, 0.8, BEAM)
        mesh.quad(
            (-0.43, 0, 0.86),
            (0.43, 0, 0.86),
            (0.43, 0.82, 0.86),
            (-0.43, 0.82, 0.86),
            Material("plain", "#140c0c"),
        )
        random = np.random.default_rng(5)
        for _ in range(34):
            ember = Material("glow", "#ff5a1c", glow=(0.25 + 0.5 * fire) * random.uniform(0.3, 1.3))
            ash = Material("plain", "#2c2422")
            a, b, r = random.normal(0, 0.13), random.uniform(0.3, 0.62), random.uniform(0.025, 0.055)
            with mesh.at(
                a,
                0.02 + 0.05 * math.exp(-a * a * 20),
                b,
                ry=random.uniform(0, 90),
                rz=random.uniform(-30, 30),
            ):
                mesh.box(0, 0, 0, 2.2 * r, r, 1.6 * r, ember if random.random() < 0.55 else ash)
        mesh.box(0.5, 0.52, -0.12, 0.42, 0.04, 0.26, stuff.IRON)
        with mesh.at(0.5, 0.56, -0.12):
            mesh.lathe([(0.11, 0), (0.125, 0.06), (0.12, 0.15), (0.1, 0.15), (0.1, 0.02)], COPPER, 18)
            mesh.lathe([(0.075, 0.04), (0.08, 0.2), (0.07, 0.2), (0.066, 0.16), (0, 0.16)], STONEWARE, 16)
            mesh.tube([(0.01, 0.15, 0), (0.08, 0.36, 0.04)], 0.008, RAW, 5)
        for k, cup in enumerate((-0.6, -0.38, -0.12, 0.3, 0.58)):
            h = 0.1 + 0.05 * (k % 3)
            with mesh.at(cup, 1.35, 0.02):
                mesh.lathe(
                    [(0.05, 0), (0.06, h * 0.6), (0.045, h), (0.036, h)],
                    (STONEWARE, stuff.CLAY, COPPER)[k % 3],
                    12,
                )
    line = catenary((x - 0.9, 2.25, z - 0.75), (x + 1.1, 2.2, z - 0.75), 0.06)
    mesh.tube(line, 0.006, stuff.ROPE, 4)
    for k in range(5):
        a = x - 0.55 + 0.28 * k
        rib = [
            (a + 0.1 * math.sin(t * 3.1) * (1 if k % 2 else -1), 2.2 - 0.42 * t, z - 0.75)
            for t in np.linspace(0, 1, 9)
        ]
        mesh.tube(rib, 0.012, RAW, 4)
    props.stool(mesh, x + 1.2, z - 1.0, 0.42, stuff.PALE)


def _door_furniture(mesh: Mesh) -> None:
    """Bolt and latch, notches on one post and a single one low on the other, one boot, a pole."""
    x, w, h = DOOR
    z = BACK + 0.16
    mesh.box(x + w * 0.62, 1.28, z - 0.06, 0.46, 0.05, 0.05, stuff.IRON)
    for a in (0.46, 0.78):
        mesh.box(x + w * a, 1.24, z - 0.07, 0.06, 0.13, 0.06, stuff.IRON)
    mesh.box(x + w * 0.86, 1.02, z - 0.05, 0.1, 0.16, 0.05, stuff.IRON)
    mesh.tube([(x + w * 0.86, 1.1, z - 0.1), (x + w * 0.72, 1.12, z - 0.1)], 0.016, stuff.IRON, 5)
    pale = Material("plain", "#9a7048")
    for k, y in enumerate((0.62, 0.76, 0.85, 0.97, 1.03, 1.14, 1.2, 1.33, 1.42, 1.52, 1.56)):
        mesh.box(x + w + 0.03 + 0.012 * (k % 2), y, BACK - 0.105, 0.05 + 0.01 * (k % 3), 0.012, 0.02, pale)
    mesh.box(x - 0.05, 0.98, BACK - 0.105, 0.06, 0.014, 0.02, pale)
    with mesh.at(x + w + 0.3, 0, BACK - 0.35, ry=-60):
        props.boots(mesh, 0, 0, 0.05, 1.0, Material("plain", "#4a2c22"))
    with mesh.at(x + w + 0.16, 0.05, BACK - 0.75, ry=-20, rz=90):
        mesh.box(0, 0, 0, 0.11, 0.26, 0.09, Material("plain", "#4a2c22"))
        mesh.box(0.06, 0, 0, 0.2, 0.09, 0.1, Material("plain", "#4a2c22"))
    mesh.tube([(x - 0.36, 0, BACK - 0.3), (x - 0.26, 2.3, BACK - 0.1)], 0.025, CHERRY, 6)
    mesh.quad(
        (x + 0.05, h + 0.3, BACK - 0.03),
        (x + 0.6, h + 0.3, BACK - 0.03),
        (x + 0.6, h + 0.62, BACK - 0.03),
        (x + 0.05, h + 0.62, BACK - 0.03),
        Material("paper", "#d8c8a0", "#4a3428"),
        coords=[(0, 0), (1, 0), (1, 1), (0, 1)],
    )


def _sill(mesh: Mesh, lamp: Material) -> None:
    """The founder's lamp on the sill, a thyme pot, curtains, and the harp with its soundhole to the wall."""
    x, y, z = KILN_LAMP
    props.lamp(mesh, x, y, z, 0.34, stuff.RAW_CLAYS[0], lamp)
    with mesh.at(-0.36, 1.05, 6.42):
        mesh.lathe([(0.06, 0), (0.08, 0.12), (0.07, 0.12), (0, 0.1)], stuff.CLAY, 12)
        for a in np.linspace(0, 6, 9):
            tip = (0.1 * math.cos(a), 0.22 + 0.04 * math.sin(a * 3), 0.1 * math.sin(a))
            mesh.tube([(0, 0.1, 0), tip], 0.012, Material("grass", "#5a7048", "#4a5a3c"), 4)
    rail = 1.05 + WINDOW[2] + 0.14
    mesh.tube(
        [(WINDOW[0] - 0.35, rail, BACK - 0.1), (WINDOW[0] + 1.5, rail, BACK - 0.1)], 0.016, stuff.IRON, 5
    )
    for a, b in ((WINDOW[0] - 0.3, WINDOW[0] + 0.06), (WINDOW[0] + 1.04, WINDOW[0] + 1.42)):
        props.cloth(mesh, (a, rail, BACK - 0.1), (b, rail, BACK - 0.1), 1.28, BLANKET, phase=a * 9)
    mesh.box(1.6, 0.46, 6.2, 0.46, 0.05, 0.44, stuff.PALE)
    for a in (1.42, 1.78):
        for b in (6.02, 6.38):
            mesh.box(a, 0, b, 0.05, 0.46, 0.05, stuff.PALE)
    with mesh.at(1.62, 0.53, 6.28, rx=9, ry=8):
        instruments.harp(mesh, Material("plain", "#a05c2e"), WALNUT)


def _back_wall(mesh: Mesh) -> None:
    """A rack of chisels and clamps, sheets with drawn hands, a shelf of bottles."""
    z = BACK - 0.06
    mesh.box(2.0, 1.72, z, 1.5, 0.07, 0.1, BEAM)
    for k, x in enumerate(np.linspace(1.35, 2.62, 11)):
        length = 0.2 + 0.12 * ((k * 5) % 4) / 3
        mesh.box(x, 1.74 - length, z - 0.06, 0.022, length, 0.014, stuff.IRON)
        mesh.box(x, 1.72, z - 0.06, 0.034, 0.13, 0.034, stuff.PALE)
    mesh.box(2.1, 2.12, z - 0.08, 1.7, 0.045, 0.28, stuff.PALE)
    random = np.random.default_rng(9)
    for x in np.linspace(1.35, 2.85, 12):
        h = random.uniform(0.1, 0.24)
        tint = ("#6a7a5a", "#8a5a34", "#5a6a80", "#a07a3c", "#7a4a44")[random.integers(5)]
        with mesh.at(x, 2.165, z - 0.1):
            mesh.lathe(
                [(0.045, 0), (0.05, h * 0.6), (0.02, h * 0.8), (0.022, h)], Material("plain", tint), 10
            )


def _right_corner(mesh: Mesh) -> None:
    """Stairs, and Joss's double bass under half a sheet; the quiet side."""
    for k in range(9):
        mesh.box(4.5, 0, 4.6 + 0.27 * k, 1.4, 0.24 * (k + 1), 0.28, BEAM, top=stuff.PALE)
    with mesh.at(3.35, 0.06, 6.2, ry=14, rx=8, size=1.85):
        instruments.viol(mesh, WALNUT)
    props.cloth(mesh, (2.98, 1.86, 5.98), (3.66, 1.9, 5.98), 0.95, LINEN, phase=2.0, belly=0.05)


def bench(mesh: Mesh, *, candle: bool) -> None:
    """The bench that is the table: candle, bowls, bread, a viol in the clamp, shavings."""
    for k in range(4):
        mesh.beam((-1.55, 0.775, 3.86 + 0.21 * k), (0.95, 0.775, 3.86 + 0.21 * k), 0.2, TOP, 0.07)
    for x in (-1.4, 0.8):
        for z in (3.85, 4.5):
            mesh.box(x, 0, z, 0.1, 0.74, 0.1, stuff.OAK)
    mesh.box(-0.3, 0.62, 3.82, 2.2, 0.12, 0.04, stuff.OAK)
    for k, (x, count) in enumerate(((-1.0, 4), (-0.35, 2), (0.3, 3))):
        for j in range(count):
            mesh.box(
                x + 0.02 * (j % 2),
                0.21 + 0.045 * j,
                4.15,
                0.5,
                0.04,
                0.16,
                (WALNUT, stuff.OAK, BEAM)[(j + k) % 3],
            )
    mesh.beam((-1.4, 0.185, 4.2), (0.8, 0.185, 4.2), 0.5, stuff.OAK, 0.05)
    _supper(mesh, candle=candle)
    with mesh.at(0.48, 0.82, 4.3, ry=-16, rx=9, rz=-6, size=0.74):
        instruments.viol(mesh, RAW, strung=False)
    with mesh.at(0.66, 0.81, 4.2):
        mesh.box(0, 0, 0, 0.1, 0.2, 0.1, stuff.OAK)
        mesh.tube([(0, 0.2, 0), (0, 0.36, 0)], 0.02, stuff.PALE, 6)
        mesh.tube([(-0.1, 0.34, 0), (0.1, 0.34, 0)], 0.012, stuff.PALE, 5)
    props.stool(mesh, -1.7, 3.7, 0.46, stuff.PALE)
    props.stool(mesh, 1.15, 3.75, 0.46, stuff.PALE)
    random = np.random.default_rng(12)
    for _ in range(26):
        x, z, turn = random.uniform(-1.5, 1.6), random.uniform(3.2, 4.7), random.uniform(0, 6.3)
        r, n = random.uniform(0.025, 0.06), random.uniform(4, 8)
        t = np.linspace(0, n, 14)
        curl = np.stack(
            [
                x + r * np.cos(t) + 0.02 * t * math.cos(turn),
                0.03 + r * 0.6 + r * 0.6 * np.sin(t),
                z + 0.02 * t * math.sin(turn),
            ],
            1,
        )
        mesh.tube(curl, 0.007, RAW, 3)


def _supper(mesh: Mesh, *, candle: bool) -> None:
    x, _, z = CANDLE
    with mesh.at(x, 0.81, z):
        mesh.lathe([(0.09, 0), (0.1, 0.02), (0.035, 0.03), (0.03, 0.08), (0.04, 0.09)], COPPER, 16)
        mesh.lathe([(0.024, 0.08), (0.024, 0.2), (0, 0.205)], Material("plain", "#f0e0c0"), 12)
        flame = [(0, 0.21), (0.014, 0.235), (0.011, 0.265), (0, 0.31)]
        if candle:
            mesh.lathe(flame, Material("glow", "#ffd890", glow=3.0), 10)
    for bx, bz in ((-1.15, 4.05), (-0.28, 3.98)):
        with mesh.at(bx, 0.81, bz):
            mesh.lathe(
                [(0.05, 0), (0.06, 0.015), (0.12, 0.075), (0.113, 0.075), (0.1, 0.055), (0, 0.055)],
                STONEWARE,
                18,
            )
            mesh.tube([(0.02, 0.06, 0), (0.16, 0.12, 0.03)], 0.01, RAW, 5)
    mesh.box(-0.95, 0.81, 4.38, 0.36, 0.02, 0.22, stuff.OAK)
    with mesh.at(-0.95, 0.83, 4.38, size=0.9):
        mesh.lathe([(0.12, 0), (0.13, 0.05), (0.08, 0.1), (0, 0.115)], Material("plain", "#a8703c"), 14)
    with mesh.at(-0.5, 0.81, 4.35):
        mesh.lathe([(0.045, 0), (0.055, 0.06), (0.04, 0.1), (0, 0.1)], stuff.RAW_CLAYS[2], 12)


def front(mesh: Mesh) -> None:
    """What frames the picture: hanging instruments, the bed's foot on the left, a cradle on the right."""
    woods = (MAPLE, CHERRY, WALNUT)
    for k, (x, size, kind) in enumerate(HANGING):
        mesh.tube([(x, 3.0, 2.7), (x, 2.72, 2.68)], 0.008, stuff.ROPE, 5)
        with mesh.at(x, 2.74 - size, 2.68, ry=12 * math.sin(k * 2.1), rz=3 * math.sin(k * 3.7), size=size):
            if kind == len(woods):
                instruments.lute(mesh, SPRUCE, WALNUT)
            else:
                instruments.viol(mesh, woods[kind], back=k == 4)
    with mesh.at(-1.85, 0, 2.75, ry=8):
        for x in (-0.5, 0.62):
            mesh.tube([(x, 0, 0), (x, 0.86, 0)], 0.045, BEAM, 8)
            with mesh.at(x, 0, 0):
                mesh.lathe([(0.05, 0.86), (0.065, 0.9), (0.05, 0.97), (0, 0.99)], BEAM, 10)
        mesh.box(0.06, 0.66, 0, 1.1, 0.08, 0.05, BEAM)
        mesh.box(0.06, 0.36, 0, 1.1, 0.2, 0.05, BEAM)
        props.cloth(
            mesh,
            (-0.42, 0.76, -0.06),
            (0.52, 0.76, -0.06),
            0.5,
            Material("cloth", "#4a2c28"),
            phase=1.2,
            belly=0.04,
        )
    with mesh.at(1.5, 0, 2.6, ry=-14):
        for z in (0, 0.42):
            rocker = [
                (0.42 * math.sin(t), 0.1 - 0.12 * math.cos(t) + 0.06, z) for t in np.linspace(-1.1, 1.1, 9)
            ]
            mesh.tube(rocker, 0.03, stuff.PALE, 6)
        mesh.box(0, 0.12, 0.0, 0.72, 0.34, 0.03, stuff.PALE)
        mesh.box(0, 0.12, 0.42, 0.72, 0.46, 0.03, stuff.PALE)
        mesh.box(-0.36, 0.12, 0.21, 0.03, 0.36, 0.42, stuff.PALE)
        mesh.box(0.36, 0.12, 0.21, 0.03, 0.36, 0.42, stuff.PALE)
