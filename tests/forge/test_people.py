"""People are drawn from their motifs, keep their proportions, and come out the same every time."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest

np = pytest.importorskip("numpy", reason="the forge is not installed")
pytest.importorskip("skia", reason="the forge is not installed")

# The forge's own modules can only be imported where its libraries are.
from PIL import Image  # noqa: E402

from assets.forge.people.curves import between, capsule, elbow, resample, spline  # noqa: E402
from assets.forge.people.expressions import faces, worn  # noqa: E402
from assets.forge.people.features import features  # noqa: E402
from assets.forge.people.figure import LOOKS  # noqa: E402
from assets.forge.people.glyph import SIGNS, sign  # noqa: E402
from assets.forge.people.halo import Halo  # noqa: E402
from assets.forge.people.hand import GESTURES, hand  # noqa: E402
from assets.forge.people.motifs import motif  # noqa: E402
from assets.forge.people.oven import SCALE  # noqa: E402
from assets.forge.people.paper import Palette  # noqa: E402
from assets.forge.people.profile import Face, Look, profile  # noqa: E402

PEOPLE = Path(__file__).resolve().parents[2] / "assets" / "people"
PALETTE = Palette(
    skin=("#f8d6b2", "#d59a7c", "#7c3f56"), hair=("#000000",) * 4, lip="#b8404e", iris="#4f7a62"
)


def test_a_curve_goes_through_its_points() -> None:
    wanted = [(0, 0), (10, 5), (20, -5), (40, 0)]
    curve = spline(wanted, 12)
    assert all(np.hypot(*(curve - point).T).min() < 1e-9 for point in wanted)
    gaps = np.hypot(*np.diff(resample(curve, 30), axis=0).T)
    assert gaps.max() / gaps.min() < 1.05


def test_a_family_of_curves_begins_and_ends_with_its_guides() -> None:
    first, last = spline([(0, 0), (0, 50)]), spline([(30, 0), (30, 50)])
    family = between([first, last], 4, 10)
    assert [curve[:, 0].mean() for curve in family] == pytest.approx([0, 10, 20, 30])


def test_a_limb_is_as_thick_as_it_says() -> None:
    outline = capsule([(0, 0), (50, 0), (100, 0)], 20, 10)
    near, far = outline[np.abs(outline[:, 0]) < 6, 1], outline[np.abs(outline[:, 0] - 100) < 6, 1]
    assert np.ptp(near) == pytest.approx(20, abs=0.6)
    assert np.ptp(far) == pytest.approx(10, abs=0.6)


@pytest.mark.parametrize("wrist", [(60.0, 20.0), (0.0, 150.0), (120.0, -40.0)])
def test_an_elbow_keeps_the_length_of_both_bones(wrist: tuple[float, float]) -> None:
    joint = elbow((0, 0), wrist, 100, 90)
    assert np.hypot(*joint) == pytest.approx(100)
    assert np.hypot(*(joint - np.array(wrist))) == pytest.approx(90)


def test_an_open_mouth_lowers_the_chin_and_leaves_the_brow() -> None:
    shut, wide = profile(Face(), Look()), profile(Face(), Look(mouth=0.8))
    assert np.allclose(shut.upper[:40], wide.upper[:40])
    assert wide.lower[:, 1].max() > shut.lower[:, 1].max() + 3
    assert wide.lower_lip[1] - wide.upper_lip[1] > 4 > shut.lower_lip[1] - shut.upper_lip[1]


def test_what_a_face_feels_can_be_measured() -> None:
    """A smile lifts the corner of the mouth, worry lowers it; an eye that opens is taller."""
    corner = {name: profile(Face(), replace(look, mouth=0)).corner[1] for name, look in LOOKS.items()}
    assert corner["warm"] < corner["calm"] < corner["troubled"]

    def whites(eye: float) -> float:
        inks = features(profile(Face(), Look(eye=eye)), PALETTE)
        return max(
            (float(np.ptp(ink.outline[:, 1])) for ink in inks if ink.colour.startswith("#fb")), default=0.0
        )

    shut, half, wide = (whites(eye) for eye in (0.0, 0.4, 0.9))
    assert shut == 0
    assert shut < half < wide


def test_every_expression_has_its_blink_and_two_mouths() -> None:
    seen = faces(lambda look: [look])  # type: ignore[list-item]
    assert set(seen) == {"calm", "warm", "troubled", "singing"}
    for name, looks in seen.items():
        still, blink, first, second = (paper[0] for paper in looks)
        assert still == LOOKS[name]
        assert blink.eye == 0
        assert 0 < first.mouth < second.mouth
        assert {look.tilt for look in (still, blink, first, second)} == {LOOKS[name].tilt}
    assert [len(pictures) for pictures in worn(lambda look: [look]).values()] == [1, 1, 1, 1]  # type: ignore[list-item]


@pytest.mark.parametrize("gesture", sorted(GESTURES))
def test_a_hand_is_as_long_as_it_should_be(gesture: str) -> None:
    """Its fingers reach at most its length from the wrist, and bend without breaking off."""
    part, tips = hand((10, 20), -30, 70, PALETTE, gesture)
    reach = np.hypot(*(tips - (10, 20)).T)
    assert reach.min() > 0.25 * 70
    assert reach.max() < 1.15 * 70
    box = part.shape.getBounds()
    inside = (
        (tips[:, 0] > box.left())
        & (tips[:, 0] < box.right())
        & (tips[:, 1] > box.top())
        & (tips[:, 1] < box.bottom())
    )
    assert inside.all()


def test_thumb_and_finger_meet_in_the_sign_of_the_ring() -> None:
    _, tips = hand((0, 0), 0, 100, PALETTE, "ring")
    assert np.hypot(*(tips[0] - tips[4])) < 10


def test_a_halo_is_a_score() -> None:
    """Higher notes sit further out, notes follow one another clockwise, and a gap stays open."""
    halo = Halo((0, 0), 100, motif("cadence"), PALETTE)
    seats = [seat for seat, _ in halo.seats()]
    radii = [float(np.hypot(*seat)) for seat in seats]
    assert radii == sorted(radii)
    turns = [angle for _, angle in replace(halo, gap=90).seats()]
    assert all(a < b for a, b in itertools.pairwise(turns))
    assert turns[0] > -90 + 45
    assert turns[-1] < 270 - 45


@pytest.mark.parametrize("name", ["lysandra", "maren", "bram", "wren", "cadence"])
def test_beads_are_the_motif(name: str) -> None:
    """What was baked has a bead for each note that the music has, where its pitch puts it."""
    sheet = json.loads((PEOPLE / name / "person.json").read_text(encoding="utf-8"))["halo"]
    beads = np.array(sheet["beads"]) - sheet["centre"]
    notes = motif(name)
    assert len(beads) == len(notes.degrees)
    expected = [sheet["radius"] * (1 + 0.0165 * degree) for degree in notes.degrees]
    assert np.hypot(*beads.T) == pytest.approx(expected, abs=2.5)
    assert 73 * SCALE < sheet["radius"] < 110 * SCALE


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_signs_come_out_the_same(name: str) -> None:
    """Rebuilt, a sign is the one shipped, to within 1/255; it fills its square and is not cut off."""
    built = np.asarray(sign(name), dtype=int)
    shipped = np.asarray(Image.open(PEOPLE / name / "glyph.webp").convert("RGBA"), dtype=int)
    seen = shipped[..., 3] > 0
    assert np.abs(built - shipped)[seen].max() <= 1
    rows, columns = np.flatnonzero(seen.any(1)), np.flatnonzero(seen.any(0))
    assert max(np.ptp(rows), np.ptp(columns)) >= 50
    edge = np.concatenate([shipped[0], shipped[-1], shipped[:, 0], shipped[:, -1]])
    assert edge[:, 3].max() < 128
