"""A contact sheet: every person, pose and expression; then all at 120 pixels; then as silhouettes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from .figure import LOOKS, Person
from .oven import picture

GROUND, PALE = (44, 34, 66), (240, 225, 200)
CELL = 0.46
SMALL = 120


def contact_sheet(people: Sequence[Person], out: Path) -> None:
    """Write the sheet as a picture file."""
    rows = [[picture(p, pose, look, zoom=CELL) for look in LOOKS] for p in people for pose in p.poses]
    width, height = rows[0][0].size
    zoom = SMALL / (height / CELL)
    small = [picture(p, pose, zoom=zoom) for p in people for pose in p.poses]
    solid = [picture(p, pose, zoom=zoom, halo=False) for p in people for pose in p.poses]
    strip = max(sum(s.width for s in small), len(LOOKS) * width)
    sheet = Image.new("RGB", (strip, len(rows) * height + 2 * SMALL), GROUND)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            sheet.paste(cell, (x * width, y * height), cell)
    x, y = 0, len(rows) * height
    for one, shape in zip(small, solid, strict=True):
        sheet.paste(one, (x, y), one)
        sheet.paste(PALE, (x, y + SMALL), shape.getchannel("A"))
        x += one.width
    sheet.save(out)
