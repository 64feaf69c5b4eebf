"""Ember Hollow from above, as geometry: the bowl of terraces, lanes, houses, the great kiln, lamp posts.

Metres: x to the right, y up, z away from the bell tower, whose roof stands at the origin.
"""

import math

import numpy as np

from assets.forge.build import props
from assets.forge.build.houses import House, Roof, house, village
from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh, catenary
from assets.forge.build.walls import Opening, arch
from assets.forge.paint.noise import fractal
from assets.forge.places import hollow_stuff as stuff
from assets.forge.places.hollow_stuff import Lit

STEP = 2.5
KILN = (-1.5, 74.0)
KILN_SIZE = 2.0
SQUARE = (9.5, 64.0)
HOME = (20.0, 68.0)
LANES = (
    (((1, 30), (2, 42), (4, 56), (7, 66), (3, 66), (-1.5, 62)), 3.0),
    (
        (
            (9, 60),
            (11, 69),
            (14, 77),
            (13, 85),
            (9, 93),
            (11, 104),
            (8, 112),
            (5.5, 121),
            (10, 131),
            (14, 141),
            (21, 168),
        ),
        2.6,
    ),
    (((9, 93), (-8, 93), (-17, 83), (-17, 70), (-11, 60), (-7, 48)), 2.4),
    (((-14, 65), (-22, 70), (-28, 77), (-32, 88), (-34.5, 101), (-32, 116)), 2.0),
)
"""Ways as points (x, z), and how wide they are."""
TURF = Material("grass", "#525c50", "#6e6052")
LEAF = Material("grass", "#3f4c44", "#55543f", grain=0.5)
LANE = Material("cobble", "#857a80", "#4a4450", grain=0.7)


def slope(x: float, z: float) -> float:
    """The hollow without its terraces: a bowl whose sides rise and whose end opens to the valley."""
    down = float(np.interp(z, [20, 40, 74, 110, 140, 178], [9, 4.5, 0, -1.5, -3, -5.5]))
    closing = float(
        np.interp(
            z, [30, 70, 115, 150, 178], [0.7, 1.1, 1.9, 2.3, 2.0] if x < 0 else [0.7, 1.0, 1.0, 0.7, 0.1]
        )
    )
    return down + closing * (max(0.0, abs(x - 3) - 13) / 15.5) ** 1.5


def ground(x: float, z: float) -> float:
    """The ground with its terraces; kiln yard and square are level."""
    high = slope(x, z) + 0.5 * math.sin(x * 0.16) * min(1.0, z / 60)
    for cx, cz, radius in ((*KILN, 12.5), (*SQUARE, 5.0)):
        near = math.hypot(x - cx, z - cz) / radius
        if near < 1.4:
            level = math.floor(slope(cx, cz) / STEP) * STEP
            return level if near < 1 else level + (_stepped(high) - level) * (near - 1) / 0.4
    return _stepped(high)


def _stepped(high: float) -> float:
    base = math.floor(high / STEP)
    rest = high / STEP - base
    return (base + max(0.0, (rest - 0.82) / 0.18)) * STEP


def land(mesh: Mesh) -> None:
    """The terraces: turf on the flat, rubble where it is steep, and a coping along every edge."""
    xs, zs = np.linspace(-75, 80, 210), np.linspace(22, 178, 170)
    points = np.array([[(x, ground(x, z), z) for x in xs] for z in zs])
    points[..., 1] += 0.12 * fractal(points[..., 0] * 0.3, points[..., 2] * 0.3, 3, 9)
    i, j = (k.ravel() for k in np.meshgrid(np.arange(len(zs) - 1), np.arange(len(xs) - 1), indexing="ij"))
    corners = np.concatenate(
        [
            np.stack([points[i, j], points[i, j + 1], points[i + 1, j + 1]], 1),
            np.stack([points[i, j], points[i + 1, j + 1], points[i + 1, j]], 1),
        ]
    )
    normal = np.cross(corners[:, 2] - corners[:, 0], corners[:, 1] - corners[:, 0])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    normal *= np.sign(normal[:, 1:2] + 1e-9)
    steep = normal[:, 1] < 0.72
    normals = np.repeat(normal[:, None], 3, 1)
    flat_coords = corners[..., [0, 2]]
    wall_coords = np.stack([corners[..., 0] + corners[..., 2] * 0.7, corners[..., 1]], -1)
    mesh.triangles(corners[~steep], flat_coords[~steep], normals[~steep], TURF)
    mesh.triangles(corners[steep], wall_coords[steep], normals[steep], stuff.RUBBLE)


def lane(mesh: Mesh, points: list[tuple[float, float]], width: float) -> None:
    """A cobbled way over the ground through the points (x, z)."""
    t = np.linspace(0, len(points) - 1, 60)
    path = np.stack([np.interp(t, range(len(points)), [p[k] for p in points]) for k in (0, 1)], 1)
    path[1:-1] = (path[:-2] + 2 * path[1:-1] + path[2:]) / 4
    along = np.gradient(path, axis=0)
    across = np.stack([along[:, 1], -along[:, 0]], 1) / np.hypot(*along.T)[:, None] * width / 2
    rows = []
    for p, a in zip(path, across, strict=True):
        high = max(ground(*(p + a * s)) for s in (-1, 0, 1)) + 0.12
        rows.append([(p[0] + a[0] * s, high, p[1] + a[1] * s) for s in (1, 0.4, -0.4, -1)])
    mesh.grid(np.array(rows), LANE)


def kiln(mesh: Mesh, lit: Lit) -> None:
    """The great bottle kiln with its glowing mouth towards the tower."""
    x, z = KILN
    with mesh.at(x, ground(x, z), z, ry=8, size=KILN_SIZE):
        outline = [
            (3.75, 0),
            (3.75, 0.5),
            (3.6, 0.55),
            (3.6, 2.7),
            (3.5, 3.4),
            (3.12, 4.6),
            (2.45, 5.9),
            (1.75, 7.0),
        ]
        outline += [(1.3, 7.8), (1.08, 8.6), (1.0, 9.2)]
        mesh.lathe(outline, stuff.BRICK, 64, seed=3)
        mesh.lathe(
            [(1.0, 9.2), (1.22, 9.25), (1.26, 9.45), (1.06, 9.55), (0.9, 9.5), (0.85, 8.4)],
            stuff.DARK_BRICK,
            40,
        )
        for y in (1.55, 2.75, 3.9, 5.1, 6.5):
            r = float(np.interp(y, [p[1] for p in outline], [p[0] for p in outline])) + 0.03
            mesh.lathe([(r, y - 0.08), (r + 0.03, y), (r - 0.01, y + 0.08)], stuff.IRON, 48)
        with mesh.at(0, 0, -4.6):
            arch(
                mesh,
                3.5,
                3.0,
                2.2,
                (1.75, 2.15),
                stuff.BRICK,
                ring=stuff.STONE,
                inner=Material("brick", "#c06a40", "#6a3a28"),
            )
        back = [(-1.1, 0, -3.6), (1.1, 0, -3.6), (1.1, 2.3, -3.6), (-1.1, 2.3, -3.6)]
        mesh.quad(
            *back, Material("glow", "#ff8a2a", glow=2.6 * lit.fire), coords=[(0, 0), (1, 0), (1, 1), (0, 1)]
        )
        for y in (0.72, 1.28):
            mesh.box(0, y, -3.9, 1.74, 0.07, 0.34, Material("plain", "#3a1a12"))
        for degrees in (-150, -122, -58, -30):
            a = math.radians(degrees)
            with mesh.at(3.63 * math.cos(a), 2.05, 3.63 * math.sin(a), ry=-90 - degrees):
                hole = [(-0.2, 0, -0.03), (0.2, 0, -0.03), (0.2, 0.36, -0.03), (-0.2, 0.36, -0.03)]
                mesh.quad(*hole, Material("glow", "#ff9a3a", glow=2.0 * lit.fire))
        c, s = math.cos(-0.75), math.sin(-0.75)
        props.ladder(mesh, (5.0 * c, 0, 5.0 * s), (2.6 * c, 5.7, 2.6 * s), 0.6, stuff.PALE, (-s, 0, c))
    for row, (dx, dz) in enumerate(((7.4, -9.6), (8.2, -7.6), (-8.8, -8.8))):
        y = ground(x + dx, z + dz)
        with mesh.at(x + dx, y, z + dz, ry=6 - 4 * row):
            mesh.box(0, 0.7, 0, 5.0, 0.08, 0.6, stuff.PALE)
            for leg in (-2.2, 0, 2.2):
                mesh.box(leg, 0, 0, 0.12, 0.7, 0.5, stuff.OAK)
            for k, lx in enumerate(np.linspace(-2.3, 2.3, 9)):
                glass = (
                    stuff.GLASSES[k % 3]
                    if (k * 5 + row * 3) % 7 > 1
                    else Material("glow", lit.flame, glow=1.6)
                )
                props.lamp(mesh, lx, 0.78, 0, 0.75, stuff.RAW_CLAYS[k % 4], glass)


def homes(mesh: Mesh, random: np.random.Generator, lit: Lit) -> list[tuple[float, float, float]]:
    """The houses of the bowl, nearest first; returns where they stand."""
    places: list[tuple[float, float]] = []
    pane = Material("glow", lit.flame, glow=1.7)
    rows = (
        (49, 8.5, 3.0),
        (58, 8.0, -2.0),
        (67, 8.0, 2.5),
        (78, 7.8, -1.5),
        (90, 8.2, 3.0),
        (103, 8.6, 0.0),
        (117, 9.4, 4.0),
        (133, 10.5, -2.0),
        (150, 12, 3.0),
    )
    for z, pitch, shift in rows:
        for k in range(-7, 8):
            x = k * pitch + shift + random.normal(0, 0.9)
            depth = z + random.normal(0, 1.0)
            if _free(x, depth):
                places.append((x, depth))
    return village(mesh, places, ground, random, lit=lit.windows, light=pane)


def _free(x: float, z: float) -> bool:
    """Whether a house may stand here: clear of yard, square, lanes and rim, and not before the kiln."""
    clear = math.hypot(x - KILN[0], z - KILN[1]) > 16 and math.hypot(x - SQUARE[0], z - SQUARE[1]) > 7.5
    sight = not (abs(x - KILN[0] * z / KILN[1]) < 5.5 and z < KILN[1])
    rim = slope(x, z) < 14 and abs(x) < 66
    return (
        clear
        and bool(sight)
        and rim
        and _off_the_lanes(x, z, 2.2)
        and math.hypot(x - HOME[0], z - HOME[1]) > 7
    )


def _off_the_lanes(x: float, z: float, room: float) -> bool:
    """Whether a point keeps so many metres from the edge of every lane."""
    for points, width in LANES:
        ahead = np.asarray(points, float)
        t = np.linspace(0, len(ahead) - 1, 80)
        path = np.stack([np.interp(t, range(len(ahead)), ahead[:, k]) for k in (0, 1)], 1)
        if np.hypot(path[:, 0] - x, path[:, 1] - z).min() < width / 2 + room:
            return False
    return True


def home(mesh: Mesh) -> None:
    """Maren's house, its door standing open at the bell hour."""
    x, z = HOME
    door = Material("glow", "#ffc270", glow=1.9)
    look = House(
        4.6,
        5.2,
        2.9,
        Material("plaster", "#b59a8c", "#8a5a4c"),
        Roof(3.0, Material("shingle", "#74484a"), sag=0.14),
        front=[
            Opening(0.7, 0.1, 1.05, 2.05, door, bars=(1, 1)),
            Opening(2.7, 1.1, 1.0, 0.95, Material("glow", "#ffb862", glow=1.2)),
        ],
        chimney=(0.9, 1.0, 1.5),
    )
    with mesh.at(x, ground(x, z), z, ry=10):
        house(mesh, look)
        with mesh.at(-1.62, 0.1, -2.64, ry=112):
            mesh.box(-0.5, 0, 0, 1.0, 2.0, 0.06, Material("plank", "#7a4038", "#2a1818"))


def tree(
    mesh: Mesh, x: float, z: float, height: float, random: np.random.Generator, *, pointed: bool
) -> None:
    """A fir, or a round orchard tree of many small crowns, as a painter's mass."""
    with mesh.at(x, ground(x, z), z):
        mesh.tube([(0, -0.3, 0), (0.1, height * 0.4, 0)], 0.13, stuff.POST, 6)
        if pointed:
            for k in range(6):
                low, r = (
                    height * (0.12 + 0.14 * k),
                    height * 0.21 * (1 - k / 6.6) * random.uniform(0.88, 1.12),
                )
                mesh.lathe(
                    [(r, low), (r * 0.55, low + height * 0.1), (r * 0.12, low + height * 0.24)], LEAF, 9
                )
            return
        for _ in range(18):
            r = height * random.uniform(0.07, 0.13)
            dx, dy, dz = random.normal(0, 0.14, 3) * height
            with mesh.at(
                dx, height * 0.62 + dy * 0.8, dz, rx=random.uniform(-40, 40), rz=random.uniform(-40, 40)
            ):
                mesh.lathe([(r * math.cos(a), r * math.sin(a)) for a in np.linspace(-1.5, 1.5, 5)], LEAF, 7)


def posts() -> list[tuple[float, float]]:
    """Where the lamp posts stand, in the lamplighter's order: down the lane and out to the fields."""
    out = [
        (7.4, 61),
        (9.9, 69),
        (12.7, 76),
        (12.4, 85),
        (9.6, 95),
        (9.8, 104),
        (6.6, 112),
        (4.2, 121),
        (8.4, 131),
    ]
    return [
        *out,
        (12.6, 141),
        (15.8, 152),
        (19.5, 165),
        (-16.0, 66),
        (-21, 70),
        (-27, 77),
        (-31, 88),
        (-33, 101),
    ]


def post(mesh: Mesh, x: float, z: float, glass: Material) -> tuple[float, float, float]:
    """One lamp post; returns the middle of its globe."""
    y = ground(x, z)
    mesh.tube([(x, y, z), (x, y + 2.6, z)], 0.07, stuff.IRON, 6)
    mesh.beam((x - 0.35, y + 2.55, z), (x + 0.35, y + 2.55, z), 0.06, stuff.IRON)
    props.lamp(mesh, x, y + 2.6, z, 0.95, stuff.IRON, glass)
    return x, y + 3.05, z


def washing(mesh: Mesh, a: tuple[float, float, float], b: tuple[float, float, float]) -> None:
    """A line of washing between two gables, with one red stocking."""
    line = catenary(a, b, 0.5)
    mesh.tube(line, 0.02, stuff.LINE, 4)
    colours = ("#d8cfc8", "#7f93b4", "#d8cfc8", "#c9a08a", "#b8283a", "#d8cfc8", "#5d7a70")
    for k, colour in enumerate(colours):
        i = int((k + 0.6) / (len(colours) + 0.4) * (len(line) - 4))
        props.cloth(
            mesh,
            line[i],
            line[i + (1 if colour == "#b8283a" else 3)],
            1.3,
            Material("cloth", colour),
            phase=k * 2.0,
            belly=0.15,
        )


def lanes(mesh: Mesh) -> None:
    """The ways from the tower down to the kiln yard, round it, up the left side, and out to the fields."""
    for points, width in LANES:
        lane(mesh, list(points), width)


def woods(mesh: Mesh, random: np.random.Generator) -> None:
    """Trees between the houses and on the rims."""
    for _ in range(64):
        x, z = random.uniform(-66, 66), random.uniform(45, 172)
        sight = z < HOME[1] and abs(x - HOME[0] * z / HOME[1]) < 4
        if _free(x, z) and not sight:
            tree(mesh, x, z, random.uniform(3.6, 7.2), random, pointed=random.random() < 0.62)
    for _ in range(190):
        x, z = random.uniform(-60, 60), random.uniform(56, 168)
        if math.hypot(x - KILN[0], z - KILN[1]) > 13.5 and slope(x, z) < 14 and _off_the_lanes(x, z, 0.9):
            tree(mesh, x, z, random.uniform(1.2, 2.6), random, pointed=False)
