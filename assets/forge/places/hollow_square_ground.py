"""The square of Ember Hollow as geometry: tower steps, houses round about, pump, lamps, tree."""

import math

import numpy as np

from assets.forge.build import props
from assets.forge.build.houses import House, Roof, house
from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh, catenary
from assets.forge.build.walls import Opening, arch
from assets.forge.paint.noise import fractal
from assets.forge.places import hollow_stuff as stuff
from assets.forge.places.hollow_stuff import Lit

TOWER = (-5.4, 33.0, 1.2)
PUMP = (-1.15, 12.6)
LAMPS = (
    (-8.6, 15.5),
    (-8.4, 21.5),
    (3.7, 9.4),
    (4.0, 13.2),
    (4.3, 17.2),
    (4.6, 21.4),
    (4.8, 26.0),
    (4.9, 31.0),
    (0.5, 21.5),
    (5.0, 36.5),
)
NINTH = 8
FLAGS = (
    "#b8404a",
    "#d8a850",
    "#5a7a92",
    "#c8785a",
    "#7a5a80",
)
PAVING = Material("cobble", "#7c7078", "#40363e", grain=0.8)
STONE = Material("ashlar", "#94868a", "#4c4650", grain=1.2)
BRANCHES = (
    ([(-5.1, 3.3, 7.4), (-4.75, 3.8, 7.3), (-4.2, 4.15, 7.2), (-3.6, 4.3, 7.1), (-3.0, 4.55, 7.0)], 0.15),
    ([(-4.3, 4.1, 7.2), (-3.95, 4.0, 7.1), (-3.5, 3.7, 7.0), (-3.15, 3.65, 7.0)], 0.06),
    ([(-5.2, 2.9, 7.4), (-5.7, 3.6, 7.3), (-6.4, 4.1, 7.2), (-7.2, 4.6, 7.0)], 0.16),
    ([(-5.0, 4.2, 7.4), (-4.6, 4.9, 7.2), (-4.0, 5.5, 7.0)], 0.14),
)
FRONTS = (
    # x, z, turn, width, depth, height, rise, plaster, roof, kind, place in the order of lighting
    (-12.4, 13.5, -68, 5.2, 6.4, 4.6, 3.4, "#b49a86", "#7c4a48", "shingle", 0.5),
    (-12.6, 20.6, -74, 5.0, 6.0, 4.0, 3.2, "#a08c88", "#5e5064", "slate", 0.2),
    (-12.2, 27.4, -70, 4.8, 5.6, 4.8, 3.0, "#b0987e", "#84544a", "shingle", 0.75),
    (8.6, 10.6, 76, 6.0, 6.2, 4.8, 3.8, "#b09c90", "#6a4650", "shingle", 0.0),
    (9.0, 17.6, 80, 5.6, 6.0, 4.2, 3.4, "#a89078", "#5c4a5c", "slate", 0.6),
    (9.2, 24.2, 78, 5.4, 6.0, 5.0, 3.2, "#9a8a92", "#7a4a4a", "shingle", 0.1),
    (9.4, 31.0, 80, 5.2, 6.0, 4.2, 3.2, "#b4a08a", "#56505e", "slate", 0.4),
    (9.8, 38.0, 80, 5.0, 6.0, 4.4, 3.0, "#a48c84", "#84544a", "shingle", 0.15),
    (-14.0, 36.0, -40, 5.6, 6.0, 4.4, 3.4, "#a49284", "#6a5060", "slate", 0.3),
)


def square(mesh: Mesh, lit: Lit) -> None:
    """Paving, houses, pump, lamps, steps and door of the tower."""
    x, z = np.meshgrid(np.linspace(-30, 26, 80), np.linspace(3.2, 60, 100))
    fall = -0.02 * np.maximum(z - 30, 0) ** 1.3
    mesh.grid(np.dstack([x, fall + 0.05 * fractal(x * 0.5, z * 0.5, 3, 4) - 0.03, z]), PAVING)
    for number, front in enumerate(FRONTS):
        _house(mesh, lit, number, *front)
    _steps(mesh)
    _pump(mesh)
    for number, (lx, lz) in enumerate(LAMPS):
        lamp_post(mesh, lx, lz, lit.lamp(0.1 + 0.09 * number if number != NINTH else 0.95, stuff.GLASSES[0]))
    nx, nz = LAMPS[NINTH]
    props.ladder(mesh, (nx + 0.85, 0, nz - 0.5), (nx + 0.12, 2.7, nz - 0.1), 0.42, stuff.PALE, (0.3, 0, 1))
    _stalls(mesh)


def _house(
    mesh: Mesh,
    lit: Lit,
    number: int,
    x: float,
    z: float,
    turn: float,
    w: float,
    d: float,
    h: float,
    rise: float,
    plaster: str,
    tiles: str,
    kind: str,
    place: float,
) -> None:
    """One of the houses: its gable, with door and windows on two floors, towards the square."""
    pane = lit.pane(place, 0.85)
    shutter = Material("plank", ("#54707a", "#7a4a44", "#5a6a50")[number % 3], "#2a3038")
    front = [
        Opening(
            w * 0.12,
            0.08,
            1.1,
            2.1,
            door=Material("plank", ("#6d3a34", "#3e5058", "#5a4630")[number % 3], "#241418"),
        ),
        Opening(w * 0.58, 0.95, 1.15, 1.1, pane, bars=(3, 2), shutter=shutter),
        Opening(w * 0.14, 2.75, 0.85, 1.0, lit.pane((place + 0.35) % 1, 0.85)),
        Opening(w * 0.62, 2.75, 0.85, 1.0, pane),
    ]
    front = [o for o in front if o.y + o.h < h - 0.15]
    side = [Opening(d * k, 1.0, 0.9, 1.0, lit.pane((place + k) % 1, 0.85)) for k in (0.2, 0.62)]
    look = House(
        w,
        d,
        h,
        Material("plaster", plaster, "#8a5a4c"),
        Roof(rise, Material(kind, tiles), over=0.45, sag=0.14),
        front=front,
        left=side,
        right=side,
        timber=number % 3 != 1,
        chimney=(w * 0.2, d * 0.22, 1.5),
        attic=pane,
    )
    with mesh.at(x, -0.02 * max(z - 30, 0) ** 1.3, z, ry=turn):
        house(mesh, look)


def _steps(mesh: Mesh) -> None:
    """Where heralds stand: broad steps, worn in the middle, and the tower's shut door."""
    x, z, _ = TOWER
    for k in range(6):
        mesh.box(x + 0.4, 0, z - 3.4 - 0.42 * (5 - k) / 1.0, 7.4 - 0.5 * k, 0.17 * (k + 1), 0.5, stuff.STONE)
    mesh.box(x + 0.4, 0, z - 3.0, 5.0, 1.05, 1.6, stuff.STONE)
    with mesh.at(x + 0.2, 1.0, z - 3.0):
        arch(mesh, 2.6, 3.3, 0.5, (1.5, 2.5), STONE, ring=stuff.STONE, inner=Material("plain", "#2a2228"))
        door = Material("plank", "#4a3430", "#1c1416")
        mesh.quad((-0.8, 0, 0.34), (0.8, 0, 0.34), (0.8, 2.6, 0.34), (-0.8, 2.6, 0.34), door)
    for side in (-1, 1):
        with mesh.at(x + 0.4 + side * 3.2, 0.1, z - 4.6):
            mesh.lathe(
                [(0.32, 0), (0.36, 0.1), (0.24, 0.2), (0.2, 0.7), (0.3, 0.8), (0.34, 0.9), (0, 0.92)],
                stuff.STONE,
                14,
            )


def _pump(mesh: Mesh) -> None:
    """The pump that comes in second, its trough, and Tace's bucket, full, set down on the stones."""
    x, z = PUMP
    with mesh.at(x, 0, z):
        mesh.lathe([(1.3, 0), (1.3, 0.12), (1.15, 0.14), (0, 0.14)], stuff.STONE, 24)
        mesh.box(0, 0.14, 0.25, 0.42, 1.5, 0.42, stuff.OAK)
        mesh.box(0, 1.64, 0.25, 0.52, 0.1, 0.52, stuff.IRON)
        with mesh.at(0, 1.74, 0.25):
            mesh.lathe([(0.2, 0), (0.12, 0.16), (0.03, 0.2), (0, 0.3)], stuff.IRON, 12)
        spout = [(0, 1.15, 0.05), (0, 1.18, -0.2), (0, 1.1, -0.36), (0, 0.98, -0.4)]
        mesh.tube(spout, 0.06, stuff.IRON, 8)
        handle = [(0.22, 1.4, 0.25), (0.5, 1.5, 0.25), (0.72, 1.2, 0.25), (0.82, 0.7, 0.25)]
        mesh.tube(handle, 0.035, stuff.IRON, 6)
        mesh.box(0, 0.14, -0.55, 1.5, 0.5, 0.7, STONE)
        mesh.quad((-0.66, 0.6, -0.84), (0.66, 0.6, -0.84), (0.66, 0.6, -0.26), (-0.66, 0.6, -0.26), WATER)
    props.bucket(mesh, x + 1.7, 0, z - 1.4, 0.46, stuff.OAK, stuff.IRON, WATER)


WATER = Material("metal", "#8a94b8", "#a8a8c8")


def lamp_post(mesh: Mesh, x: float, z: float, glass: Material) -> None:
    """A lamp on an iron post as tall as a ladder."""
    with mesh.at(x, -0.02 * max(z - 30, 0) ** 1.3, z):
        mesh.lathe([(0.2, 0), (0.18, 0.3), (0.09, 0.4), (0.07, 0.5)], stuff.IRON, 10)
        mesh.tube([(0, 0.4, 0), (0, 2.75, 0)], 0.06, stuff.IRON, 8, end=0.045)
        mesh.tube([(-0.26, 2.5, 0), (0.26, 2.5, 0)], 0.025, stuff.IRON, 5)
        props.lamp(mesh, 0, 2.72, 0, 0.82, stuff.IRON, glass)


def _stalls(mesh: Mesh) -> None:
    """A barrow, barrels, a notice board with the Regent's paper, a bench against the wall, a hen."""
    props.barrel(mesh, 5.5, 0, 12.2, 0.95, 0.4, stuff.OAK, stuff.IRON)
    props.barrel(mesh, 5.9, 0, 13.1, 0.85, 0.36, stuff.OAK, stuff.IRON)
    for x in (1.35, 2.35):
        mesh.beam((x, 0, 24.5), (x, 2.3, 24.5), 0.12, stuff.OAK)
    mesh.box(1.85, 1.0, 24.5, 1.3, 1.1, 0.06, stuff.PALE)
    for x, y, w, h in ((1.5, 1.35, 0.36, 0.5), (1.95, 1.5, 0.3, 0.36), (2.1, 1.12, 0.34, 0.28)):
        paper = [(x, y, 24.44), (x + w, y, 24.44), (x + w, y + h, 24.44), (x, y + h, 24.44)]
        mesh.quad(*paper, Material("paper", "#e8dcc0", "#8a2c30"), coords=[(0, 0), (1, 0), (1, 1), (0, 1)])
    mesh.slab(
        [(0.95, 2.3, 24.2), (2.75, 2.3, 24.2), (2.75, 2.6, 24.6), (0.95, 2.6, 24.6)],
        0.08,
        stuff.SHINGLE,
        stuff.OAK,
    )
    with mesh.at(-6.4, 0, 12.4, ry=20):
        mesh.box(0, 0.5, 0, 1.7, 0.06, 0.9, stuff.PALE)
        for z in (-0.45, 0.45):
            mesh.box(0, 0.56, z, 1.7, 0.3, 0.04, stuff.PALE)
        for z in (-0.6, 0.6):
            with mesh.at(0.2, 0.46, z, rx=90):
                mesh.lathe(
                    [(0.46, -0.03), (0.46, 0.03), (0.4, 0.03), (0.4, -0.03), (0.46, -0.03)], stuff.OAK, 20
                )
            for a in np.linspace(0, np.pi, 5)[:-1]:
                c, s = 0.42 * math.cos(a), 0.42 * math.sin(a)
                mesh.tube([(0.2 - c, 0.46 - s, z), (0.2 + c, 0.46 + s, z)], 0.02, stuff.OAK, 5)
        mesh.beam((0.8, 0.5, 0.3), (2.2, 0.1, 0.3), 0.06, stuff.OAK)
        mesh.beam((0.8, 0.5, -0.3), (2.2, 0.1, -0.3), 0.06, stuff.OAK)
        random = np.random.default_rng(3)
        for _ in range(22):
            with mesh.at(
                random.uniform(-0.7, 0.7), 0.6 + random.uniform(0, 0.2), random.uniform(-0.35, 0.35)
            ):
                mesh.lathe([(0, 0), (0.1, 0.06), (0.1, 0.12), (0, 0.17)], Material("plain", "#b8883c"), 8)


def flags(mesh: Mesh) -> None:
    """Last summer's bunting from the house to the ninth lamp, faded."""
    line = catenary((6.2, 4.2, 13.0), (0.5, 3.35, 21.5), 0.7, 36)
    mesh.tube(line, 0.014, stuff.LINE, 4)
    for k in range(2, 34, 2):
        a, b = line[k], line[k + 1]
        tip = (a + b) / 2 - [0, 0.42, 0]
        colour = Material("cloth", FLAGS[(k // 2) % len(FLAGS)])
        mesh.triangles([[a, b, tip]], [[(0, 0), (1, 0), (0.5, 1)]], np.cross(b - a, tip - a), colour)


def front(mesh: Mesh, lit: Lit) -> None:
    """What frames the picture: a worn bench on the right, the Guards' tree on the left."""
    with mesh.at(3.6, 0, 6.4, ry=-30):
        mesh.box(0, 0.42, 0, 2.2, 0.09, 0.5, stuff.PALE)
        for x in (-0.9, 0.9):
            mesh.box(x, 0, 0, 0.12, 0.42, 0.42, stuff.STONE)
        props.lamp(mesh, 0.6, 0.51, 0, 0.42, stuff.RAW_CLAYS[1], lit.lamp(0.4, stuff.GLASSES[1]))
    trunk = [(-5.6, 0, 7.6), (-5.35, 1.2, 7.5), (-5.5, 2.4, 7.5), (-5.0, 3.6, 7.4), (-5.1, 5.2, 7.3)]
    mesh.tube(trunk, 0.42, stuff.BARK, 14, end=0.26)
    for branch, thick in BRANCHES:
        mesh.tube(branch, thick, stuff.BARK, 9, end=0.012)
    for a in (0.4, 1.5, 2.6):
        c, s = math.cos(a), math.sin(a)
        root = [(-5.6 + 0.25 * c, 0.3, 7.6 - 0.25 * s), (-5.6 + 0.8 * c, -0.06, 7.6 - 0.6 * s)]
        mesh.tube(root, 0.16, stuff.BARK, 7, end=0.05)
