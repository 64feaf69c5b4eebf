"""What stands at the Clef, as geometry: the signpost, a cart and its wheel, a fire-place, stones, a bundle.

Metres: x to the right, y up, z away from the viewer.
"""

import math

import numpy as np

from assets.forge.build import props
from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh
from assets.forge.places import hollow_stuff as stuff

POST = (0.0, 11.4)
FIRE = (2.35, 9.4)
CART = (-4.1, 14.4)
ARMS = ((4.30, -18, 1.0), (3.84, 152, -1.0), (3.38, 24, 1.0), (2.92, -166, -1.0), (2.46, -6, 1.0))
"""Every board: its height, where it points (degrees from +x towards the viewer), and which way it is cut."""
BOARD = Material("plank", "#8a7c88", "#332a3c")
STONE = Material("rubble", "#77748a", "#3a3850")


def signpost(mesh: Mesh) -> None:
    """An old post, a little crooked, with five boards like the lines of a stave."""
    x, z = POST
    mesh.tube([(x, -0.2, z), (x + 0.02, 2.2, z), (x - 0.05, 4.75, z)], 0.13, stuff.POST, 9, end=0.10)
    with mesh.at(x - 0.05, 4.74, z):
        mesh.lathe([(0.17, 0), (0.19, 0.08), (0.08, 0.2), (0, 0.3)], stuff.POST, 9)
    for number, (y, degrees, _) in enumerate(ARMS):
        with mesh.at(x, y, z - 0.14, ry=degrees, rz=(2.5, -3, 1.5, -5, 6)[number]):
            outline = [(0.14, -0.17), (1.45, -0.15), (1.72, 0.0), (1.44, 0.16), (0.12, 0.17)]
            _plate(mesh, outline, 0.06)
            for nail in (0.2, 0.3):
                mesh.box(nail, 0.02, -0.05, 0.04, 0.04, 0.03, stuff.IRON)
    # a pair of boots hung over the lowest board by their laces
    leather = Material("plain", "#5a3444")
    for dx, drop in ((0.62, 0.58), (0.86, 0.72)):
        mesh.tube([(x + 0.74, 2.60, z - 0.30), (x + dx, 2.36 - drop + 0.3, z - 0.32)], 0.014, stuff.ROPE, 4)
        top = 2.36 - drop
        mesh.box(x + dx, top, z - 0.32, 0.15, 0.32, 0.14, leather)
        mesh.box(x + dx + 0.08, top - 0.03, z - 0.32, 0.31, 0.12, 0.15, leather)
    for angle, radius, size in (
        (0.3, 0.5, 0.22),
        (1.6, 0.55, 0.3),
        (2.7, 0.48, 0.2),
        (4.1, 0.55, 0.26),
        (5.2, 0.5, 0.24),
    ):
        stone(mesh, x + radius * math.cos(angle), z + radius * math.sin(angle), size, angle)


def _plate(mesh: Mesh, outline: list[tuple[float, float]], thick: float) -> None:
    middle = np.array([0.8, 0.0])
    for front in (-thick / 2, thick / 2):
        faces = [
            [(*middle, front), (*a, front), (*b, front)]
            for a, b in zip(outline, outline[1:] + outline[:1], strict=True)
        ]
        coords = [[(q[1] * 3 + 5, q[0]) for q in face] for face in faces]
        mesh.triangles(faces, coords, (0, 0, math.copysign(1, front)), BOARD, 5)
    for a, b in zip(outline, outline[1:] + outline[:1], strict=True):
        mesh.quad((*a, -thick / 2), (*b, -thick / 2), (*b, thick / 2), (*a, thick / 2), BOARD)


def stone(mesh: Mesh, x: float, z: float, size: float, turn: float, y: float = 0.0) -> None:
    """A field stone."""
    with mesh.at(x, y + size * 0.25, z, ry=math.degrees(turn), rz=8 * math.sin(turn * 3)):
        mesh.lathe(
            [
                (0, -size * 0.4),
                (size, -size * 0.2),
                (size * 1.02, size * 0.1),
                (size * 0.6, size * 0.5),
                (0, size * 0.58),
            ],
            STONE,
            8,
        )


def fire_place(mesh: Mesh, *, lit: bool) -> None:
    """A ring of stones with logs, a pot on its hook, a log to sit on, a bundle and the harp-lute's case."""
    x, z = FIRE
    for k in range(10):
        a = k * 2 * math.pi / 10
        stone(mesh, x + 0.62 * math.cos(a), z + 0.55 * math.sin(a), 0.15 + 0.03 * (k % 3), a * 2)
    coal = Material("glow", "#ff7a28", glow=1.8) if lit else Material("plain", "#1c1820")
    with mesh.at(x, 0.03, z):
        mesh.lathe([(0.46, 0), (0.30, 0.08), (0, 0.12)], coal, 14)
    for k, a in enumerate((0.2, 1.3, 2.4, 3.5, 4.7, 5.6)):
        foot, tip = (
            (0.42 * math.cos(a), 0.05, 0.38 * math.sin(a)),
            (0.05 * math.cos(a), 0.42 + 0.05 * (k % 2), 0.04),
        )
        with mesh.at(x, 0, z):
            mesh.tube([foot, tip], 0.055, stuff.BARK, 7, caps=stuff.SAWN)
    mesh.tube([(x + 1.5, 0.22, z + 0.9), (x + 2.9, 0.24, z + 0.2)], 0.21, stuff.BARK, 10, caps=stuff.SAWN)
    with mesh.at(x + 1.95, 0.40, z + 0.62, ry=30):
        mesh.lathe(
            [(0, 0), (0.24, 0.06), (0.27, 0.2), (0.18, 0.36), (0.07, 0.42), (0.1, 0.5)],
            Material("cloth", "#6a4a68"),
            12,
        )
    for side in (-1, 1):
        mesh.tube([(x + side * 0.85, 0, z + 0.05), (x + side * 0.80, 1.12, z)], 0.035, stuff.POST, 6)
    mesh.tube([(x - 0.95, 1.08, z), (x + 0.95, 1.10, z)], 0.03, stuff.POST, 6)
    mesh.tube([(x + 0.1, 1.08, z), (x + 0.1, 0.86, z)], 0.012, stuff.IRON, 4)
    with mesh.at(x + 0.1, 0.62, z):
        mesh.lathe([(0, 0), (0.17, 0.03), (0.21, 0.14), (0.18, 0.25), (0.2, 0.27)], stuff.IRON, 14)


def cart(mesh: Mesh) -> None:
    """The pedlar's cart, tipped on its shafts, a wheel off and leaning: somebody may knock on it at night."""
    x, z = CART
    with mesh.at(x, 0.0, z, ry=-24, rz=-7):
        mesh.box(0, 0.75, 0, 2.5, 0.08, 1.3, stuff.PALE)
        for side in (-0.66, 0.66):
            for y in (0.95, 1.2):
                mesh.box(0, y, side, 2.5, 0.16, 0.05, stuff.OAK)
            for px in (-1.2, -0.4, 0.4, 1.2):
                mesh.beam((px, 0.72, side), (px, 1.42, side * 1.06), 0.07, stuff.OAK)
            mesh.beam((1.2, 0.8, side * 0.8), (3.1, 0.42, side * 0.62), 0.08, stuff.OAK)
        hoops = [
            [(px, 1.4 + 0.95 * math.sin(a), -0.7 * math.cos(a)) for a in np.linspace(0, np.pi, 13)]
            for px in np.linspace(-1.2, 1.1, 9)
        ]
        for k, row in enumerate(hoops):
            for j, point in enumerate(row):
                row[j] = (point[0], point[1] - 0.05 * math.sin(k * 2.6), point[2])
        mesh.grid(np.array(hoops), Material("cloth", "#9a8ea4"))
        wheel(mesh, -0.3, 0.55, -0.78, 0.58)
        props.lamp(mesh, 1.25, 1.05, -0.75, 0.42, stuff.IRON, stuff.GLASSES[1])
    with mesh.at(x + 1.75, 0.0, z - 1.35, ry=-30, rx=-17):
        wheel(mesh, 0, 0.6, 0, 0.6)
    props.barrel(mesh, x - 1.9, 0, z - 0.6, 0.7, 0.28, stuff.OAK, stuff.IRON)


def wheel(mesh: Mesh, x: float, y: float, z: float, radius: float) -> None:
    """A spoked wheel in the xy plane."""
    rim = [(x + radius * math.cos(a), y + radius * math.sin(a), z) for a in np.linspace(0, 2 * np.pi, 29)]
    mesh.tube(rim, 0.05, stuff.OAK, 6)
    for k in range(10):
        a = k * np.pi / 5
        mesh.tube([(x, y, z), (x + radius * math.cos(a), y + radius * math.sin(a), z)], 0.028, stuff.PALE, 5)
    with mesh.at(x, y, z, rx=90):
        mesh.lathe([(0, -0.12), (0.10, -0.1), (0.10, 0.1), (0, 0.12)], stuff.OAK, 10)


def milestone(mesh: Mesh) -> None:
    """A milestone beside the near road, and stones along the ruled one, all the same distance apart."""
    with mesh.at(-1.9, 0, 7.6, ry=14):
        mesh.box(0, -0.1, 0, 0.42, 0.72, 0.2, Material("ashlar", "#8d8aa2", "#4a4860"))
    for k in range(14):
        z = 15.5 + k * 5.0
        for side in (-1, 1):
            x = float(np.interp(z, [13.6, 20, 60, 120], [0.6, 1.4, 5, 11])) + side * 1.05
            mesh.box(x, 0, z, 0.22, 0.62, 0.22, Material("plain", "#9a94ae"))
