"""The lamp-makers' yard in Ember Hollow as geometry: kiln, workshop, trestles, terraces, tower."""

import math

import numpy as np

from assets.forge.build import houses, props
from assets.forge.build.houses import House, Roof, house, village
from assets.forge.build.material import Material
from assets.forge.build.mesh import Mesh, catenary
from assets.forge.build.walls import Opening, arch
from assets.forge.paint.noise import fractal
from assets.forge.places import hollow_stuff as stuff
from assets.forge.places.hollow_stuff import Lit

KILN = np.array([-3.7, 0.0, 19.5])
KILN_TURN = -24.0
FACING = np.array([math.sin(math.radians(24)), 0, -math.cos(math.radians(24))])
MOUTH = KILN + FACING * 4.6
SHOP = (10.2, 15.2, -24.0)
TOWER = np.array([7.0, 9.6, 72.0])
LINE = catenary((5.3, 3.15, 18.6), (0.6, 3.25, 22.5), 0.32)
WASHING = (
    (0.10, 0.22, 1.15, "#d8cfc8"),
    (0.245, 0.30, 0.55, "#a8343c"),
    (0.32, 0.43, 0.9, "#7f93b4"),
    (0.46, 0.49, 0.5, "#d8cfc8"),
    (0.50, 0.53, 0.5, "#d8cfc8"),
    (0.57, 0.72, 1.2, "#c9a08a"),
    (0.76, 0.83, 0.62, "#5d7a70"),
    (0.86, 0.89, 0.3, "#e0b050"),
)
TRESTLES = ((0.1, 3.5, 15.0, 0.7, 10), (0.3, 4.3, 17.6, 0.78, 10))
EARLY_LAMPS = {(0, 7): 0.02, (0, 1): 0.04, (1, 3): 0.05}


def trestle_lamps() -> list[tuple[int, int, float, float, float]]:
    """Every lamp on the trestles: row, number, and where it stands; one is missing from the first row."""
    return [
        (row, k, x, y + 0.06, z)
        for row, (x0, x1, z, y, count) in enumerate(TRESTLES)
        for k, x in enumerate(np.linspace(x0 + 0.18, x1 - 0.18, count))
        if (row, k) != (0, 4)
    ]


def yard(mesh: Mesh, lit: Lit) -> None:
    """Cobbles, kiln, workshop, trestles, wall and gate, casting pit."""
    x, z = np.meshgrid(np.linspace(-30, 30, 90), np.linspace(4.5, 32, 80))
    mesh.grid(np.dstack([x, 0.05 * fractal(x * 0.5, z * 0.5, 3, 4) - 0.03, z]), stuff.COBBLE)
    with mesh.at(*KILN, ry=KILN_TURN):
        _kiln(mesh, lit)
    _workshop(mesh, lit)
    _trestles(mesh, lit)
    _back_wall(mesh, lit)
    _casting_pit(mesh)
    mesh.tube([(0.6, 0, 22.5), (0.6, 3.35, 22.5)], 0.06, stuff.POST, 7)
    props.barrel(mesh, 1.4, 0, 21.4, 0.95, 0.38, stuff.OAK, stuff.IRON)
    water = Material("metal", "#7d8fb8", "#9aa4c8")
    props.bucket(mesh, -0.35, 0, 12.6, 0.42, stuff.OAK, stuff.IRON, water)


def _kiln(mesh: Mesh, lit: Lit) -> None:
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
    outline += [(1.3, 7.8), (1.12, 8.5), (1.08, 9.0)]
    mesh.lathe(outline, stuff.BRICK, 64, seed=3)
    lip = [(1.08, 9.0), (1.26, 9.05), (1.28, 9.22), (1.1, 9.3), (0.95, 9.3), (0.9, 8.4)]
    mesh.lathe(lip, stuff.DARK_BRICK, 40)
    for y in (1.55, 2.75, 3.9, 5.1, 6.5):
        r = float(np.interp(y, [p[1] for p in outline], [p[0] for p in outline])) + 0.03
        mesh.lathe([(r, y - 0.07), (r + 0.02, y), (r - 0.01, y + 0.07)], stuff.IRON, 48)
    mesh.lathe([(3.95, 0), (3.95, 0.34), (3.6, 0.4)], stuff.STONE, 48)
    _mouth(mesh, lit)
    glow = (
        Material("glow", "#ff9a3a", glow=2.0 * min(1.0, lit.fire))
        if lit.fire
        else Material("plain", "#140e12")
    )
    for degrees in (-152, -118, -62, -30):
        angle = math.radians(degrees)
        with mesh.at(3.63 * math.cos(angle), 2.05, 3.63 * math.sin(angle), ry=-90 - degrees):
            mesh.quad((-0.16, 0, -0.02), (0.16, 0, -0.02), (0.16, 0.3, -0.02), (-0.16, 0.3, -0.02), glow)
            mesh.box(0, -0.1, 0, 0.5, 0.1, 0.2, stuff.STONE)
            mesh.box(0, 0.3, 0, 0.5, 0.1, 0.2, stuff.STONE)
    c, s = math.cos(-2.25), math.sin(-2.25)
    props.ladder(
        mesh, (5.0 * c, 0, 5.0 * s), (2.85 * c, 5.5, 2.85 * s), 0.55, stuff.PALE, (-s, 0, c), missing=(10,)
    )


def _mouth(mesh: Mesh, lit: Lit) -> None:
    """The mouth: shelves of half-fired lamps, porch roof, iron door ajar, Hob's stool, mug and lantern."""
    with mesh.at(0, 0, -4.6):
        voussoir = Material("ashlar", "#94685a", "#4a3836")
        inner = Material("brick", "#c06a40", "#6a3a28")
        arch(mesh, 3.5, 3.0, 2.2, (1.75, 2.15), stuff.BRICK, ring=voussoir, inner=inner)
    slates = Material("shingle", "#5a4a58")
    mesh.slab(
        [(-2.0, 2.86, -4.9), (2.0, 2.86, -4.9), (2.0, 3.6, -2.9), (-2.0, 3.6, -2.9)], 0.12, slates, stuff.OAK
    )
    back = [(-1.1, 0, -3.45), (1.1, 0, -3.45), (1.1, 2.3, -3.45), (-1.1, 2.3, -3.45)]
    floor = [(-1.1, 0.02, -4.4), (1.1, 0.02, -4.4), (1.1, 0.02, -3), (-1.1, 0.02, -3)]
    if lit.fire:
        mesh.quad(
            *back, Material("glow", "#ff8a2a", glow=2.6 * lit.fire), coords=[(0, 0), (1, 0), (1, 1), (0, 1)]
        )
        mesh.quad(*floor, Material("glow", "#ff5a18", glow=1.1 * lit.fire))
    else:
        mesh.quad(*back, Material("brick", "#140c10", "#0c080c"))
        mesh.quad(*floor, Material("rubble", "#1e181e", "#100c10"))
    shelf = Material("plain", "#4a2c24")
    number = 0
    for y, shelf_y in ((0.06, None), (0.78, 0.72), (1.34, 1.28)):
        if shelf_y is not None:
            mesh.box(0, shelf_y, -3.95, 1.74, 0.06, 0.4, shelf)
        for x in (-0.6, -0.3, 0, 0.3, 0.6):
            number += 1
            glass = Material("glow", "#ffb050", glow=2.2) if lit.fire else stuff.GLASSES[number % 3]
            props.lamp(mesh, x, y, -4.0, 0.5, stuff.RAW_CLAYS[number % 4], glass)
    with mesh.at(0.98, 0, -4.7, ry=98):
        plate = [(0, 0.1, 0), (1.5, 0.1, 0), (1.5, 1.95, 0), (0, 1.95, 0)]
        mesh.quad(*plate, Material("plain", "#30282e"))
        for y in (0.45, 1.05, 1.65):
            mesh.box(0.75, y, 0, 1.5, 0.08, 0.06, Material("plain", "#3c3238"))
    for x in (-1.95, 1.95):
        mesh.beam((x, 0, -4.85), (x, 2.9, -4.85), 0.13, stuff.OAK)
    mesh.tube([(-1.95, 2.35, -4.95), (-1.95, 2.35, -5.25)], 0.02, stuff.IRON, 5)
    props.lamp(mesh, -1.95, 1.85, -5.25, 0.5, stuff.IRON, Material("glow", lit.flame, glow=1.9))
    props.stool(mesh, -2.5, -5.7, 0.5, stuff.PALE)
    with mesh.at(-2.46, 0.5, -5.72):
        mesh.lathe([(0.06, 0), (0.065, 0.14), (0.05, 0.14), (0.05, 0.02), (0, 0.02)], stuff.CLAY, 12)
    mesh.tube([(2.6, 0, -4.7), (2.25, 1.9, -4.3)], 0.025, stuff.PALE, 6)
    mesh.box(2.6, 0, -4.72, 0.34, 0.05, 0.12, stuff.IRON)


def _workshop(mesh: Mesh, lit: Lit) -> None:
    x, z, turn = SHOP
    shutter = Material("plank", "#54707a", "#2a3440")
    look = House(
        6.4,
        11,
        3.35,
        stuff.PLASTER,
        Roof(4.1, stuff.SHINGLE, ridge=Material("plain", "#7a4a48"), over=0.55, sag=0.22),
        left=[
            Opening(7.5, 0.12, 1.15, 2.15, door=Material("plank", "#6d3a34", "#2a1818")),
            Opening(2.3, 1.15, 1.2, 1.1, lit.pane(0.0, 1.25), bars=(3, 2), shutter=shutter),
        ],
        trim=stuff.OAK,
        plinth=stuff.RUBBLE,
        chimney=(-1.2, 2.2, 2.0),
        dormer=(-1.6, -1),
        dormer_pane=lit.pane(0.5),
    )
    with mesh.at(x, 0, z, ry=turn):
        house(mesh, look)
        with mesh.at(-3.5, 0, 0):
            _along_the_wall(mesh, lit)


def _along_the_wall(mesh: Mesh, lit: Lit) -> None:
    """Boots in a row, broom, the little bell, a lamp, swallows' nests; the wall is x = 0, outside is -x."""
    mesh.box(-0.25, 0.34, 0.5, 0.36, 0.06, 2.3, stuff.PALE)
    for z in (-0.5, 1.5):
        mesh.box(-0.25, 0, z, 0.3, 0.34, 0.08, stuff.OAK)
    leathers = ("#4a2c22", "#7a3030", "#38302c", "#5c4028", "#2c2a34", "#8a6a3a")
    sizes = (1.25, 0.62, 1.05, 0.8, 0.95, 0.45)
    for z, leather, size in zip(np.linspace(-0.45, 1.45, 6), leathers, sizes, strict=True):
        with mesh.at(-0.2, 0.40, z, ry=180):
            props.boots(mesh, 0, 0, 0, size, Material("plain", leather))
    with mesh.at(-0.16, 0, -3.1, rz=-4):
        mesh.tube([(0, 0, 0), (0.1, 1.6, 0)], 0.022, stuff.PALE, 6)
        mesh.lathe([(0.17, 0), (0.13, 0.22), (0.05, 0.42)], Material("thatch", "#9a7a48"), 12)
    mesh.beam((0, 2.75, 4.1), (-0.62, 2.75, 4.1), 0.07, stuff.IRON)
    mesh.beam((0, 2.35, 4.1), (-0.5, 2.72, 4.1), 0.05, stuff.IRON)
    mesh.tube([(-0.55, 2.75, 4.1), (-0.55, 2.6, 4.1)], 0.012, stuff.IRON, 4)
    props.bell(mesh, -0.55, 2.24, 4.1, 0.34, stuff.BRONZE, stuff.IRON)
    mesh.tube([(-0.55, 2.24, 4.1), (-0.57, 1.75, 4.1)], 0.01, stuff.ROPE, 4)
    mesh.beam((0, 1.92, 1.9), (-0.5, 1.92, 1.9), 0.06, stuff.OAK)
    clay = Material("metal", "#6a4a34", "#3a6a60")
    props.lamp(mesh, -0.28, 1.95, 1.9, 0.5, clay, Material("glow", lit.flame, glow=1.5))
    for z in (-0.4, -0.9):
        with mesh.at(-0.05, 2.78, z):
            mesh.lathe(
                [(0, -0.17), (0.1, -0.12), (0.15, 0), (0.13, 0.06)],
                Material("rubble", "#6a5a50", grain=0.2),
                12,
            )


def _trestles(mesh: Mesh, lit: Lit) -> None:
    """Planks with rows of half-fired lamps drying; here and there one is tried."""
    random = np.random.default_rng(17)
    for x0, x1, z, y, _ in TRESTLES:
        mesh.box((x0 + x1) / 2, y, z, x1 - x0, 0.06, 0.5, stuff.PALE)
        for x in np.linspace(x0 + 0.3, x1 - 0.3, 3):
            mesh.beam((x - 0.25, 0, z - 0.18), (x, y, z - 0.05), 0.07, stuff.OAK)
            mesh.beam((x + 0.25, 0, z + 0.18), (x, y, z + 0.05), 0.07, stuff.OAK)
            mesh.beam((x - 0.25, 0, z + 0.18), (x + 0.1, y, z), 0.07, stuff.OAK)
    for row, k, x, y, z in trestle_lamps():
        clay, glass = stuff.RAW_CLAYS[random.integers(4)], stuff.GLASSES[random.integers(3)]
        size, turn, shift = 0.62 * random.uniform(0.93, 1.08), random.uniform(0, 70), random.normal(0, 0.03)
        turn_comes = EARLY_LAMPS.get((row, k), 0.2 + 0.08 * ((k * 7 + row * 3) % 10))
        props.lamp(mesh, x, y, z + shift, size, clay, lit.lamp(turn_comes, glass), ry=turn)


def _back_wall(mesh: Mesh, lit: Lit) -> None:
    random = np.random.default_rng(23)
    for x0, x1 in ((-32.0, 2.0), (4.6, 12.0)):
        mesh.box((x0 + x1) / 2, 0, 27, x1 - x0, 1.5, 0.5, stuff.RUBBLE)
        for x in np.arange(x0 + 0.35, x1, 0.7):
            mesh.box(x, 1.5, 27, 0.66, 0.14 + 0.05 * random.random(), 0.62, stuff.STONE)
    for x in (2.0, 4.6):
        mesh.box(x, 0, 27, 0.7, 2.3, 0.7, stuff.STONE)
        mesh.box(x, 2.3, 27, 0.86, 0.16, 0.86, stuff.STONE)
        props.lamp(mesh, x, 2.46, 27, 0.7, stuff.IRON, Material("glow", lit.flame, glow=1.6))
    props.stairs(mesh, 3.3, 27.3, 2.2, 7, 0.16, 0.34, stuff.STONE)


def _casting_pit(mesh: Mesh) -> None:
    """A mould half buried, under three poles and a pulley."""
    with mesh.at(5.4, 0, 21.6):
        mesh.lathe([(1.7, 0), (1.72, 0.28), (1.45, 0.3), (1.4, 0.1)], stuff.RUBBLE, 24)
        props.bell(mesh, 0, -0.35, 0, 1.75, Material("plain", "#a07c62"))
        for degrees in (20, 140, 260):
            c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            mesh.tube([(2.0 * c, 0, 2.0 * s), (0.08 * c, 3.5, 0.08 * s)], 0.075, stuff.POST, 7)
        mesh.tube([(0, 3.45, 0), (0, 1.55, 0)], 0.025, stuff.ROPE, 5)
        mesh.lathe([(0, 2.5), (0.16, 2.55), (0.16, 2.75), (0, 2.8)], stuff.IRON, 10)


def washing(mesh: Mesh) -> None:
    """The line from the workshop's eaves and what hangs on it."""
    mesh.tube(LINE, 0.014, stuff.LINE, 4)

    def at(u: float) -> np.ndarray:
        where = u * (len(LINE) - 1)
        k = int(min(where, len(LINE) - 2))
        return LINE[k] + (LINE[k + 1] - LINE[k]) * (where - k)

    for start, end, drop, colour in WASHING:
        props.cloth(mesh, at(start), at(end), drop, Material("cloth", colour), phase=start * 30, belly=0.12)


def slope(x: float, z: float) -> float:
    """The terraced hill behind the yard; it falls away to the fields on the left."""
    rise = max(0.0, z - 30) * 0.12 + 0.95 * math.floor(max(0.0, z - 29) / 7)
    shelf = min(1.0, max(0.0, (x + 16) / 14))
    return 0.6 + rise * shelf * shelf * (3 - 2 * shelf)


PLACES = (
    (1.5, 33.4),
    (8.4, 33.4),
    (13.6, 33.0),
    (-2.4, 40.2),
    (3.0, 40.4),
    (8.2, 40.6),
    (13.0, 40.2),
    (18.4, 40.2),
    (-5.6, 47.5),
    (0.4, 47.8),
    (5.6, 47.2),
    (11.8, 47.9),
    (17.2, 47.5),
    (23.0, 47.5),
    (-9.5, 54.5),
    (-2.6, 54.5),
    (3.4, 55.0),
    (9.6, 54.4),
    (15.6, 54.8),
    (22.0, 54.5),
)


def hill(mesh: Mesh, lit: Lit) -> None:
    """The village on its terraces and the bell tower above it."""
    random = np.random.default_rng(7)
    for z in (29.5, 36.5, 43.5, 51, 59):
        xs = np.linspace(-16, 34, 60)
        rows = [
            [(x, slope(x, z + 0.2) + 0.02 * j + 0.05 * math.sin(x * 1.3 + j), depth) for x in xs]
            for j, depth in enumerate(np.linspace(z, z + 8.5, 5))
        ]
        mesh.grid(rows, Material("grass", "#5a5a52", "#6d5a50"))
        mesh.grid([[(x, y * slope(x, z + 0.2) - (1 - y) * 2.0, z) for x in xs] for y in (0, 1)], stuff.RUBBLE)
        mesh.tube([(x, slope(x, z + 0.2) + 0.06, z) for x in xs], 0.14, stuff.STONE, 6)
    village(mesh, PLACES, slope, random, lit=lit.windows, light=Material("glow", lit.flame, glow=1.5))
    with mesh.at(*TOWER, ry=24):
        tower(mesh, lit)


def tower(mesh: Mesh, lit: Lit) -> None:
    """The bell tower, its cracked bell, and the scaffold nobody finished."""
    stone = Material("ashlar", "#8c8088", "#4a444e", grain=1.3)
    for w, y0, y1 in ((4.9, -3, 0), (4.5, 0, 4.2), (4.2, 4.2, 8.2)):
        mesh.box(0, y0, 0, w, y1 - y0, w, stone)
        mesh.box(0, y1 - 0.14, 0, w + 0.34, 0.3, w + 0.34, stuff.STONE)
    for x in (-1.75, 1.75):
        for z in (-1.75, 1.75):
            mesh.box(x, 8.2, z, 0.72, 3.5, 0.72, stone)
    for ry in (0, 90, 180, 270):
        with mesh.at(0, 8.2, 0, ry=ry), mesh.at(0, 0, -2.1):
            arch(mesh, 4.2, 4.1, 0.7, (2.7, 3.3), stone, steps=12)
    mesh.box(0, 12.3, 0, 4.7, 0.3, 4.7, stuff.STONE)
    peak = np.array([0, 17.2, 0])
    base = np.array([(-2.55, 12.6, -2.55), (2.55, 12.6, -2.55), (2.55, 12.6, 2.55), (-2.55, 12.6, 2.55)])
    for a, b in zip(base, np.roll(base, -1, 0), strict=True):
        coords = [(0, 0), (5.1, 0), (2.55, 5.3)]
        mesh.triangles(
            [[a, b, peak]], [coords], np.cross(peak - a, b - a), Material("slate", "#5a4e68", grain=1.6)
        )
    mesh.tube([(0, 17.0, 0), (0, 18.8, 0)], 0.06, stuff.IRON, 6)
    mesh.beam((-2, 11.6, 0), (2, 11.6, 0), 0.34, stuff.OAK)
    props.bell(mesh, 0, 8.75, 0, 2.9, stuff.OLD_BRONZE, stuff.IRON)
    for x in (3.1, 2.4):
        for z in (-2.9, 0, 2.9):
            mesh.tube([(x, -2, z), (x, 9.4 - (1.8 if z < 0 and x > 3 else 0), z)], 0.07, stuff.POST, 5)
    for y in (1.6, 4.4, 7.2):
        mesh.box(2.75, y, 0, 0.9, 0.08, 6.2, stuff.PALE)
    props.ladder(mesh, (2.75, -1, -2.9), (2.75, 4.4, -2.2), 0.5, stuff.PALE)
    with mesh.at(-4.6, 0, 1.2):
        chapel = House(
            5.0,
            6.5,
            3.2,
            Material("plaster", "#a08e8c", "#8a5a4c"),
            Roof(2.6, Material("slate", "#5c4a5c")),
            front=[Opening(x, 1.2, 0.7, 1.3, lit.pane(0.6)) for x in (1.0, 3.2)],
            plinth=houses.RUBBLE,
        )
        house(mesh, chapel)


def front(mesh: Mesh, lit: Lit) -> None:
    """What frames the picture: the wood stack and block on the left, the bench on the right."""
    random = np.random.default_rng(31)
    props.logs(mesh, (-7.9, -4.75), 0, 9.6, 6, 0.145, 0.75, stuff.BARK, stuff.SAWN, random)
    props.logs(mesh, (-7.6, -5.6), 1.52, 9.6, 1, 0.14, 0.75, stuff.BARK, stuff.SAWN, random)
    for z, top in ((9.7, 1.9), (10.2, 1.7)):
        mesh.tube([(-4.62, 0, z), (-4.58, top, z)], 0.06, stuff.POST, 7)
    with mesh.at(-4.0, 0, 9.0):
        mesh.lathe([(0.36, 0), (0.33, 0.1), (0.34, 0.55)], stuff.BARK, 14)
        mesh.lathe([(0, 0.55), (0.34, 0.55)], stuff.SAWN, 14)
        mesh.tube([(0.05, 0.5, 0), (-0.38, 1.0, -0.1)], 0.022, stuff.PALE, 6)
        mesh.box(0.04, 0.46, 0, 0.05, 0.16, 0.24, stuff.IRON)
    with mesh.at(3.5, 0, 6.5, ry=-8):
        _bench(mesh, lit)


def _bench(mesh: Mesh, lit: Lit) -> None:
    mesh.box(0, 0.86, 0, 2.9, 0.09, 0.8, stuff.OAK)
    for x in (-1.3, 1.3):
        for z in (-0.3, 0.3):
            mesh.box(x, 0, z, 0.12, 0.86, 0.12, stuff.OAK)
    mesh.box(0, 0.3, 0, 2.6, 0.05, 0.6, stuff.PALE)
    mesh.box(0, 0.72, -0.36, 2.8, 0.12, 0.06, stuff.OAK)
    lamps = zip((1.0, 0.62, 0.28, -0.1), (0.46, 0.4, 0.5, 0.36), (0.6, 0.7, 0.0, 0.4), strict=True)
    for k, (x, size, turn) in enumerate(lamps):
        props.lamp(
            mesh, x, 0.95, 0.08 - 0.04 * k, size, stuff.RAW_CLAYS[k], lit.lamp(turn, stuff.GLASSES[k % 3])
        )
    with mesh.at(-1.05, 0.95, 0.05):
        mesh.lathe([(0.14, 0), (0.19, 0.12), (0.15, 0.26), (0.17, 0.3)], Material("plain", "#7a6a66"), 14)
        for a in np.linspace(0, 5.5, 6):
            c, s = math.cos(a), math.sin(a)
            tip = (0.16 * c + 0.03, 0.55 + 0.06 * math.sin(a * 3), 0.13 * s)
            mesh.tube([(0.04 * c, 0.2, 0.04 * s), tip], 0.014, stuff.PALE, 5)
    with mesh.at(0.15, 0.36, 0):
        brass = Material("metal", "#a0763c", "#4f7a6a")
        for x, h, bronze in (
            (0.6, 0.3, brass),
            (0.1, 0.24, brass),
            (-0.32, 0.34, Material("plain", "#9a7a64")),
        ):
            props.bell(mesh, x, 0, 0, h, bronze)
