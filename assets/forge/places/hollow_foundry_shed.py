"""Bram's foundry behind the tower: the casting pit under a roof that has let go of its slates."""

import numpy as np

from assets.forge.build import props
from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh
from assets.forge.build.walls import arch
from assets.forge.places import hollow_stuff as stuff

PIT = (-1.9, 9.6, 1.65)
YOKE = np.array([-1.9, 1.72, 9.6])
BELLS = tuple((-3.5 + 0.62 * k, 0.62 - 0.045 * k) for k in range(9))
BELL_BEAM = (3.5, 13.2)
FURNACE = (3.6, 13.6)
HOLES = {(0, -3), (0, -2), (1, -2), (1, 0), (0, 1), (2, -1), (2, -4), (1, -5), (0, 3), (3, -2), (3, 1)}
EARTH = Material("grass", "#5c5a42", "#6a5444")
KERB = Material("rubble", "#8a7e78", "#443c40")
RUST = Material("metal", "#5c4640", "#8a4c30")
SLATE = Material("slate", "#54505e")
BRONZES = tuple(Material("metal", c, "#4f7a6a") for c in ("#b0803c", "#a0703a", "#c08c48"))


def shed(mesh: Mesh, lamp: Material) -> None:
    """Ground with the pit in it, posts and rafters, hoist and iron, bells, furnace, walls."""
    _ground(mesh)
    _roof(mesh)
    _hoist(mesh)
    _bells(mesh)
    _furnace(mesh)
    _left_wall(mesh)
    for x0, x1 in ((-20.0, -6.0), (-4.2, 16.0)):
        mesh.box((x0 + x1) / 2, 0, 18.5, x1 - x0, 1.4, 0.5, stuff.RUBBLE)
    random = np.random.default_rng(8)
    for x in np.arange(-19.6, 15.8, 0.72):
        if not -6.2 < x < -4.0:
            mesh.box(x, 1.4, 18.5, 0.68, 0.14 + 0.06 * random.random(), 0.62, stuff.STONE)
    mesh.tube([(1.15, 0, 11.2), (1.1, 1.5, 11.2)], 0.06, stuff.POST, 7)
    props.lamp(mesh, 1.1, 1.5, 11.2, 0.6, stuff.IRON, lamp)


def _ground(mesh: Mesh) -> None:
    """Trodden earth round the pit, its kerb, its wall going down."""
    px, pz, r = PIT
    angle = np.linspace(0, 2 * np.pi, 49)
    rings = []
    for radius in (r, 2.2, 3.0, 4.4, 7.0, 12.0, 22.0):
        x, z = px + radius * np.cos(angle), pz + radius * np.sin(angle)
        z = np.maximum(z, 3.4)
        rings.append(np.column_stack([x, 0.05 * np.sin(x * 1.7) * np.cos(z * 1.3) * min(1, radius - r), z]))
    mesh.grid(np.array(rings), EARTH, closed=True)
    with mesh.at(px, 0, pz):
        mesh.lathe([(r, -2.8), (r, 0.2)], KERB, 40)
        mesh.lathe([(r, 0.2), (r, 0.32), (r + 0.38, 0.32), (r + 0.42, -0.05)], stuff.STONE, 40)
        mesh.lathe([(0, -2.7), (r, -2.7)], Material("plain", "#1c1a18"), 24)


def _roof(mesh: Mesh) -> None:
    """Posts, tie beams and rafters; slates only where they still hang on."""
    for x in (-5.5, 2.7, 8.0):
        for z in (6.0, 13.4):
            mesh.beam((x, 0, z), (x, 3.7, z), 0.24, stuff.OAK)
        mesh.beam((x, 3.7, 5.6), (x, 3.7, 13.8), 0.22, stuff.OAK)
        mesh.beam((x, 3.7, 9.7), (x, 6.1, 9.7), 0.18, stuff.OAK)
        for z in (6.0, 13.4):
            mesh.beam((x, 2.9, z), (x, 3.7, z + (0.9 if z < 9 else -0.9)), 0.14, stuff.OAK)
    for z, y in ((6.0, 3.72), (13.4, 3.72), (9.7, 6.15)):
        mesh.beam((-8, y, z), (8, y, z), 0.2, stuff.OAK)
    for x in np.arange(-7.5, 7.6, 1.0):
        for z in (5.2, 14.2):
            mesh.beam((x, 3.5, z), (x, 6.2, 9.7), 0.1, stuff.OAK)
    for row in range(4):
        for column in range(-8, 8):
            for side in (0, 1):
                if not side and row < 2:
                    continue
                if side and ((row, column) in HOLES or (column * 7 + row * 5) % 9 == 0):
                    continue
                z0, z1 = (5.0, 9.7) if side == 0 else (14.4, 9.7)
                a, b = row / 4, (row + 1.12) / 4
                za, zb = z0 + (z1 - z0) * a, z0 + (z1 - z0) * min(b, 1)
                ya, yb = 3.5 + 2.75 * a, 3.5 + 2.75 * min(b, 1)
                corners = ((column, ya, za), (column + 1, ya, za), (column + 1, yb, zb), (column, yb, zb))
                mesh.slab(corners, 0.05, SLATE, stuff.OAK)


def _hoist(mesh: Mesh) -> None:
    """Two pairs of shear legs, a beam, a block, and the yoke's iron with its straps, out of the nettles."""
    px, pz, _ = PIT
    for side in (-1, 1):
        x = px + side * 2.5
        for z in (-1.5, 1.5):
            mesh.tube([(x + side * 0.3, 0, pz + z), (x, 3.75, pz + z * 0.06)], 0.1, stuff.POST, 8, end=0.08)
        mesh.beam((x + side * 0.16, 1.2, pz - 1.0), (x + side * 0.16, 1.2, pz + 1.0), 0.09, stuff.POST)
    mesh.tube([(px - 2.9, 3.7, pz), (px + 2.9, 3.7, pz)], 0.13, stuff.POST, 10)
    with mesh.at(px, 3.25, pz, rx=90):
        mesh.lathe(
            [(0, -0.1), (0.3, -0.1), (0.3, -0.06), (0.24, 0), (0.3, 0.06), (0.3, 0.1), (0, 0.1)],
            stuff.OAK,
            20,
        )
    for x in (-0.27, 0.27):
        for k in range(15 if x > 0 else 11):
            link = [(px + x, 3.2 - 0.13 * k, pz), (px + x, 3.08 - 0.13 * k, pz)]
            mesh.tube(link, 0.028 if k % 2 else 0.02, RUST, 5)
    slack = [
        (px + 0.27, 1.3, pz),
        (px + 1.2, 0.62, pz - 0.5),
        (px + 2.2, 0.42, pz - 1.1),
        (px + 2.9, 0.1, pz - 1.4),
    ]
    mesh.tube(slack, 0.03, RUST, 6)
    x, y, z = YOKE
    mesh.tube([(x - 0.27, y + 0.2, z), (x - 0.05, y + 0.02, z)], 0.03, RUST, 6)
    with mesh.at(x, y, z, rz=5, ry=12):
        mesh.tube([(-1.15, 0, 0), (1.15, 0, 0)], 0.12, RUST, 14, caps=RUST)
        for end in (-1.0, 1.0):
            mesh.tube([(end, 0, 0), (end * 1.06, 0, 0)], 0.2, RUST, 14, caps=RUST)
        for strap in (-0.55, 0.5):
            mesh.box(strap, -0.62, -0.17, 0.16, 0.84, 0.04, RUST)
            mesh.box(strap, -0.62, 0.17, 0.16, 0.84, 0.04, RUST)
            mesh.box(strap, 0.16, 0, 0.16, 0.05, 0.38, RUST)
            mesh.box(strap, -0.66, 0, 0.2, 0.06, 0.42, RUST)
        leaf = [(-0.47, 0.2, -0.19), (-0.3, 0.17, -0.19), (-0.28, -0.06, -0.2), (-0.45, -0.03, -0.2)]
        mesh.quad(*leaf, Material("paper", "#e8dcc0", "#b02c34"), coords=[(0, 1), (1, 1), (1, 0), (0, 0)])


def _bells(mesh: Mesh) -> None:
    """A scale of little bells along a beam, each as he left it; the last one is missing."""
    y, z = BELL_BEAM
    mesh.beam((-4.2, y, z), (2.4, y, z), 0.14, stuff.OAK)
    for k, (x, h) in enumerate(BELLS):
        mesh.tube([(x, y, z), (x, y - 0.12, z)], 0.018, stuff.IRON, 5)
        props.bell(mesh, x, y - 0.12 - h * 1.06, z, h, BRONZES[k % 3], stuff.IRON)
    mesh.tube([(BELLS[-1][0] + 0.55, y, z), (BELLS[-1][0] + 0.55, y - 0.14, z)], 0.018, stuff.IRON, 5)


def _furnace(mesh: Mesh) -> None:
    """The furnace, cold for nineteen years; a nest in its flue, moulds, the ladle he kept."""
    x, z = FURNACE
    with mesh.at(x, 0, z - 1.3):
        arch(
            mesh,
            3.0,
            2.5,
            2.2,
            (1.3, 1.5),
            stuff.BRICK,
            inner=stuff.DARK_BRICK,
            ring=Material("ashlar", "#8a6458", "#4a3836"),
        )
        back = [(-0.7, 0, 1.6), (0.7, 0, 1.6), (0.7, 1.5, 1.6), (-0.7, 1.5, 1.6)]
        mesh.quad(*back, Material("plain", "#120c0e"))
        mesh.box(0, 2.5, 1.1, 1.4, 4.0, 1.4, stuff.BRICK)
    for k, (dx, h) in enumerate(((-2.3, 0.95), (-1.75, 0.6))):
        with mesh.at(x + dx, 0, z - 2.1 - 0.4 * k):
            mesh.lathe(
                [(0.5 * h, 0), (0.46 * h, 0.5 * h), (0.3 * h, 0.95 * h), (0.1 * h, 1.05 * h), (0, 1.05 * h)],
                Material("plain", "#94765c"),
                20,
            )
    mesh.tube([(x - 1.75, 2.25, z - 1.45), (x - 0.2, 1.75, z - 1.5)], 0.028, stuff.IRON, 6)
    with mesh.at(x - 1.8, 2.12, z - 1.45):
        mesh.lathe([(0, 0), (0.11, 0.02), (0.15, 0.14), (0.13, 0.14), (0.1, 0.05), (0, 0.04)], RUST, 14)


def _left_wall(mesh: Mesh) -> None:
    """Patterns and strickle boards against the post, a barrel of clay, a bench with the tuning hammer."""
    for k, (x, h) in enumerate(((-6.0, 1.9), (-5.75, 1.5), (-5.4, 1.7))):
        outline = [
            (x, 0, 12.9 - 0.2 * k),
            (x + 0.5, 0, 12.8 - 0.2 * k),
            (x + 0.42 - 0.1 * k, h, 13.3),
            (x + 0.1, h, 13.3),
        ]
        mesh.quad(*outline, stuff.PALE)
    props.barrel(mesh, -5.3, 0, 11.2, 0.95, 0.4, stuff.OAK, stuff.IRON)
    with mesh.at(-4.9, 0, 8.0, ry=24):
        mesh.box(0, 0.62, 0, 1.7, 0.1, 0.62, stuff.PALE)
        for a in (-0.7, 0.7):
            mesh.box(a, 0, 0, 0.1, 0.62, 0.5, stuff.OAK)
        mesh.tube([(-0.3, 0.76, -0.1), (0.3, 0.76, 0.05)], 0.025, stuff.PALE, 6)
        mesh.box(-0.32, 0.7, -0.1, 0.13, 0.12, 0.26, stuff.IRON)
        props.bell(mesh, 0.5, 0.72, 0.1, 0.26, BRONZES[0])


def front(mesh: Mesh) -> None:
    """What frames the picture: a near post, the great ladle leaning, a mould on the right."""
    mesh.beam((-3.55, 0, 4.6), (-3.5, 4.4, 4.6), 0.26, stuff.OAK)
    with mesh.at(2.7, -0.1, 5.2):
        mesh.lathe(
            [(0.62, 0), (0.6, 0.4), (0.5, 0.72), (0.36, 0.95), (0.12, 1.05), (0, 1.05)],
            Material("plain", "#7c6450"),
            26,
        )
        for y in (0.25, 0.6):
            r = float(np.interp(y, (0, 0.4, 0.72), (0.62, 0.6, 0.5))) + 0.015
            mesh.lathe([(r, y - 0.03), (r, y + 0.03)], stuff.IRON, 26)
    mesh.tube([(3.5, 0.02, 4.9), (3.15, 2.2, 5.6)], 0.035, stuff.PALE, 7)
    with mesh.at(3.55, 0.02, 4.85, rz=20):
        mesh.lathe([(0, 0), (0.2, 0.03), (0.26, 0.25), (0.23, 0.25), (0.18, 0.07), (0, 0.06)], RUST, 18)
