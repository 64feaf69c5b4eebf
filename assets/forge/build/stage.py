"""A stage: a camera, lights and named groups of geometry, rendered one by one to painted layers."""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from assets.forge.build.camera import Camera
from assets.forge.build.light import Light
from assets.forge.build.material import GLOW
from assets.forge.build.mesh import Mesh, unit
from assets.forge.build.raster import creases, fill
from assets.forge.build.shade import shine
from assets.forge.paint.brush import strokes
from assets.forge.paint.colour import Floats, mix, rgb, to_linear, to_srgb
from assets.forge.paint.filters import shifted
from assets.forge.paint.frame import Frame
from assets.forge.paint.noise import warped


@dataclass(frozen=True)
class Air:
    """Light without direction, from above and below, and the fog.

    `fog` begins at `near` metres and thickens over `depth`; `mist` = (height, thickness, strength).
    """

    above: str
    below: str
    fog: str = "#888888"
    near: float = 0.0
    depth: float = 0.0
    mist: tuple[float, float, float] = (0.0, 0.0, 0.0)
    strength: float = 1.0

    def sky(self) -> NDArray[np.float64]:
        """Six numbers for the kernel: linear light from above, then from below."""
        return np.concatenate([to_linear(rgb(self.above)), to_linear(rgb(self.below))]) * self.strength

    def haze(self) -> NDArray[np.float64]:
        """Eight numbers for the kernel: fog colour, near, depth, mist."""
        return np.array([*to_linear(rgb(self.fog)), self.near, self.depth, *self.mist], float)


@dataclass(frozen=True)
class Hand:
    """How a layer is brushed: strokes along its surfaces, and a rim where it stands before what is far."""

    count: int = 12000
    length: float = 11.0
    width: float = 2.8
    strength: float = 0.42
    light: float = 0.035
    warm: float = 0.02
    wash: float = 0.05
    rim: tuple[float, float] | None = None
    rim_colour: str = "#ffffff"
    rim_strength: float = 0.4
    rim_width: float = 1.7


@dataclass
class Layer:
    """A painted layer: premultiplied `rgba`, the same unbrushed, 1/z of every pixel, and what shines."""

    rgba: Floats
    plain: Floats
    depth: Floats
    glow: Floats


@dataclass
class Stage:
    """Named groups of geometry, seen and lit; every pixel is sampled `fine` times each way."""

    camera: Camera
    frame: Frame
    air: Air
    lights: list[Light]
    fine: int = 2
    occlusion: float = 0.6
    shadow_size: int = 2048
    groups: dict[str, Mesh] = field(default_factory=dict)

    def mesh(self, name: str) -> Mesh:
        """The mesh of a named group."""
        return self.groups.setdefault(name, Mesh())

    def relit(self, air: Air, lights: list[Light]) -> "Stage":
        """The same geometry in other light."""
        return Stage(
            self.camera, self.frame, air, lights, self.fine, self.occlusion, self.shadow_size, self.groups
        )

    def _shadows(self) -> tuple[NDArray[np.float64], NDArray[np.float64], Floats]:
        """Light rows, matrices and shadow maps of all groups together."""
        parts = [mesh.arrays() for mesh in self.groups.values() if mesh.points]
        points = np.concatenate([part[0] for part in parts])
        points = points[np.concatenate([part[3][:, 0] for part in parts]) != GLOW]
        rows, matrices, maps = [], [], []
        for light in self.lights:
            matrix = np.zeros((3, 4))
            index = -1
            if light.shadow:
                matrix = light.matrix(points.reshape(-1, 3))
                index = len(maps)
                maps.append(light.map(matrix, points, self.shadow_size))
            rows.append(light.row(index))
            matrices.append(matrix)
        shadows = np.stack(maps) if maps else np.zeros((1, 2, 2), np.float32)
        return np.array(rows, float).reshape(-1, 13), np.array(matrices).reshape(-1, 3, 4), shadows

    def render(self, names: list[str], hands: dict[str, Hand], *, brush: bool = True) -> dict[str, Layer]:
        """Every named group as a layer of its own, all in each other's shadows; `brush` them or not."""
        lit = self._shadows()
        return {name: self._render(self.groups[name], hands.get(name, Hand()), lit, brush) for name in names}

    def _render(
        self,
        mesh: Mesh,
        hand: Hand,
        lit: tuple[NDArray[np.float64], ...],
        brush: bool,  # noqa: FBT001
    ) -> Layer:
        points, coords, normals, rows = mesh.arrays()
        width, height = self.frame.size
        wide, high = width * self.fine, height * self.fine
        camera = self.camera.row(self.fine, self.frame.margin)
        depth, face, u, v, normal = _surface(points, coords, normals, camera, (high, wide))
        tangents = _tangents(points, coords)
        open_ = np.ones((high, wide), np.float32)
        if self.occlusion > 0:
            coarse = camera.copy()
            coarse[:3] /= self.fine
            small = np.ascontiguousarray(depth[:: self.fine, :: self.fine])
            facing = np.ascontiguousarray(normal[:: self.fine, :: self.fine])
            shut = creases(small, facing, coarse, self.occlusion, 18)
            open_ = cv2.resize(
                cv2.GaussianBlur(shut, (0, 0), 1.0), (wide, high), interpolation=cv2.INTER_LINEAR
            )
        out = np.zeros((high, wide, 3), np.float32)
        glow = np.zeros((high, wide), np.float32)
        lie = np.zeros((high, wide), np.float32)
        shine(
            depth,
            face,
            u,
            v,
            normal,
            rows,
            tangents,
            camera,
            *lit,
            self.air.sky(),
            self.air.haze(),
            open_,
            out,
            glow,
            lie,
        )
        covered = (face >= 0).astype(np.float32)
        colour = to_srgb(out).astype(np.float32) * covered[..., None]

        def small_(image: Floats) -> Floats:
            return cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)

        alpha = small_(covered)
        flat = small_(colour) / np.maximum(alpha, 1e-3)[..., None]
        middle = self.fine // 2
        near = depth[middle :: self.fine, middle :: self.fine].astype(np.float32)
        angle = lie[middle :: self.fine, middle :: self.fine]
        glow = small_(glow)
        rim = small_(_rim(depth.astype(np.float32), hand, self.fine)) * (alpha > 0.5)
        flat = mix(_washed(flat, self.frame, hand.wash), hand.rim_colour, rim)
        plain = _covering(flat, alpha)
        if not brush:
            return Layer(plain, plain, near, glow * alpha)
        patch = np.where(face >= 0, rows[np.maximum(face, 0), 7], -1)
        clear = _clear(alpha, near, glow, patch[middle :: self.fine, middle :: self.fine])
        brushed = _brushed(flat, clear, glow, angle, hand)
        return Layer(_covering(brushed, alpha), plain, near, glow * alpha)


def _covering(colour: Floats, alpha: Floats) -> Floats:
    return np.dstack([np.clip(colour, 0, 1) * alpha[..., None], alpha])


def _surface(
    points: NDArray[np.float64],
    coords: NDArray[np.float64],
    normals: NDArray[np.float64],
    camera: NDArray[np.float64],
    shape: tuple[int, int],
) -> tuple[NDArray[np.generic], ...]:
    """Depth, face index, u, v and normal of every pixel."""
    away = points - camera[3:6]
    z = away[..., 2]
    whole = (z > 0.25).all(1)
    safe = np.maximum(z, 0.25)
    placed = np.stack(
        [
            camera[0] + camera[2] * away[..., 0] / safe,
            camera[1] - camera[2] * away[..., 1] / safe,
            np.where(whole[:, None], 1 / safe, -1),
        ],
        -1,
    )
    depth = np.zeros(shape)
    face = np.full(shape, -1, np.int32)
    u, v = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    normal = np.zeros((*shape, 3), np.float32)
    fill(placed, coords, normals, depth, face, u, v, normal, True)
    return depth, face, u, v, normal


def _tangents(points: NDArray[np.float64], coords: NDArray[np.float64]) -> NDArray[np.float64]:
    """For every triangle the directions in which u and v grow (n, 6)."""
    e1, e2 = points[:, 1] - points[:, 0], points[:, 2] - points[:, 0]
    u1, u2 = coords[:, 1] - coords[:, 0], coords[:, 2] - coords[:, 0]
    det = u1[:, 0] * u2[:, 1] - u1[:, 1] * u2[:, 0]
    det = np.where(np.abs(det) < 1e-9, 1e-9, det)[:, None]
    along_u = (e1 * u2[:, 1:] - e2 * u1[:, 1:]) / det
    along_v = (e2 * u1[:, :1] - e1 * u2[:, :1]) / det
    return np.concatenate([unit(along_u), unit(along_v)], 1)


def _washed(colour: Floats, frame: Frame, amount: float) -> Floats:
    """Colour that wanders between warm and cool and light and dark, as a wash dries on paper."""
    light = 1 + 1.3 * amount * warped(frame.x * 0.006, frame.y * 0.008, 1.1, 4, 41)
    warm = amount * warped(frame.x * 0.011, frame.y * 0.013, 0.9, 4, 43)
    tint = np.dstack([light + warm, light, light - warm])
    return np.clip(colour * tint, 0, 1).astype(np.float32)


def _rim(near: Floats, hand: Hand, fine: int) -> Floats:
    """Where edges stand before something far, on the side of the light; `near` = 1/z at full sampling."""
    if hand.rim is None:
        return np.zeros_like(near)
    far = np.where(near > 0, 1 / np.maximum(near, 1e-6), 500.0).astype(np.float32)
    step = hand.rim_width * fine / float(np.hypot(*hand.rim))
    behind = shifted(far, -hand.rim[0] * step, -hand.rim[1] * step)
    return (np.clip((behind - far) / (0.05 * far + 0.12), 0, 1) * (near > 0) * hand.rim_strength).astype(
        np.float32
    )


def _clear(alpha: Floats, near: Floats, glow: Floats, patch: Floats) -> Floats:
    """Where the brush may go 0…1: not over edges, where one surface meets another, nor over what shines."""
    jump = np.abs(cv2.Laplacian(np.log(np.maximum(near, 1e-3)), cv2.CV_32F, ksize=3))
    seam = (patch != np.roll(patch, 1, 0)) | (patch != np.roll(patch, 1, 1))
    edge = np.maximum(np.clip(jump / 0.12, 0, 1), 0.8 * seam).astype(np.float32)
    outline = cv2.GaussianBlur(cv2.dilate(edge, np.ones((5, 5))), (0, 0), 1.6)
    return np.where(alpha > 0.98, np.clip(alpha - glow * 2 - outline * 1.3, 0, 1), 0).astype(np.float32)


def _brushed(colour: Floats, clear: Floats, glow: Floats, angle: Floats, hand: Hand) -> Floats:
    """Broad strokes along the surfaces, then fine ones; edges, small things and what shines stay clean."""
    look = {"strength": hand.strength, "light": hand.light, "warm": hand.warm, "where": clear}
    broad = strokes(colour, angle, hand.count // 2, hand.length * 1.6, hand.width * 1.5, seed=5, **look)
    fine = strokes(broad, angle, hand.count, hand.length, hand.width, seed=6, **look)
    return mix(colour, fine, np.clip(0.35 + clear, 0, 1) * (glow < 0.3))
