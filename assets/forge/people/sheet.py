"""A contact sheet: every person in every pose with every expression, then at 120 pixels, then as silhouettes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from .figure import LOOKS, Person
from .oven import picture

GROUND = (44, 34, 66)
CELL = 0.46
SMALL = 120


def contact_sheet(people: Sequence[Person], out: Path) -> None:
    """Write the sheet as a picture file."""
    rows = [[picture(p, pose, look, zoom=CELL) for look in LOOKS] for p in people for pose in p.poses]
    width, height = rows[0][0].size
    standing = [picture(p, pose) for p in people for pose in p.poses]
    small = [s.resize((round(s.width * SMALL / s.height), SMALL), Image.Resampling.LANCZOS) for s in standing]
    strip = max(sum(s.width for s in small), len(LOOKS) * width)
    sheet = Image.new("RGB", (strip, len(rows) * height + 2 * SMALL), GROUND)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            sheet.paste(cell, (x * width, y * height), cell)
    x, y = 0, len(rows) * height
    for one in small:
        sheet.paste(one, (x, y), one)
        solid = one.getchannel("A").point(lambda a: 255 if a > 200 else 0)
        sheet.paste((240, 225, 200), (x, y + SMALL), solid)
        x += one.width
    sheet.save(out)
