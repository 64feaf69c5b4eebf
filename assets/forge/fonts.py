"""The typefaces: fetched by name and version from the npm registry, unpacked to TrueType, digits made lining.

`python -m assets.forge.fonts` writes a folder a family: one .ttf a style, and the licence. Each family comes
in two halves (Latin, Latin extended), which are merged; figures that would hang below the line become lining
ones here, because the game's text renderer cannot ask for them. OpenDyslexic's licence reserves its name, so
files are unpacked and otherwise left alone. What the faces lack (sharps, arrows) the game draws.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont


@dataclass(frozen=True)
class Family:
    """One family of the registry: its package, its file name here, its styles as (weight, slant)."""

    package: str
    name: str
    styles: tuple[tuple[int, str], ...]
    subsets: tuple[str, ...] = ("latin", "latin-ext")
    only: str = ""
    """If given, the characters to keep."""


VERSION = "5.3.0"
CLEFS_AND_RESTS = "\U0001d11e\U0001d122\U0001d13b\U0001d13c\U0001d13d\U0001d13e"
FAMILIES = (
    Family("crimson-pro", "CrimsonPro", ((400, "normal"), (400, "italic"), (500, "normal"), (500, "italic"))),
    Family("cormorant-garamond", "CormorantGaramond", ((500, "normal"), (500, "italic"))),
    Family(
        "alegreya-sans", "AlegreyaSans", ((400, "normal"), (400, "italic"), (500, "normal"), (700, "normal"))
    ),
    Family("alegreya-sans-sc", "AlegreyaSansSC", ((500, "normal"),)),
    Family(
        "atkinson-hyperlegible", "AtkinsonHyperlegible", ((400, "normal"), (400, "italic"), (700, "normal"))
    ),
    Family("opendyslexic", "OpenDyslexic", ((400, "normal"), (400, "italic"), (700, "normal")), ("latin",)),
    Family("noto-music", "NotoMusic", ((400, "normal"),), ("music",), CLEFS_AND_RESTS),
)


def bake(out: Path) -> None:
    """Write all families to the folder `out`."""
    for family in FAMILIES:
        _bake_family(family, out)


def _bake_family(family: Family, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        package = f"@fontsource/{family.package}@{VERSION}"
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True)  # noqa: S603, S607
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as packed:
            files = {member.name: packed.extractfile(member).read() for member in packed if member.isfile()}
    folder_of_family = out / family.name
    folder_of_family.mkdir(parents=True, exist_ok=True)
    (folder_of_family / "OFL.txt").write_bytes(files["package/LICENSE"])
    for weight, slant in family.styles:
        halves = [
            files[f"package/files/{family.package}-{subset}-{weight}-{slant}.woff"]
            for subset in family.subsets
        ]
        font = _merge(halves)
        if family.only:
            _keep(font, family.only)
        if family.name != "OpenDyslexic":
            _line_figures(font)
        target = folder_of_family / f"{family.name}-{weight}{'i' if slant == 'italic' else ''}.ttf"
        font.flavor = None
        font.save(target)
        print(f"{target.name}: {target.stat().st_size // 1024} KB")


def _merge(halves: list[bytes]) -> TTFont:
    """The halves as one font, dated as the first of them is and not by the hour of the baking."""
    first = TTFont(io.BytesIO(halves[0]), recalcTimestamp=False)
    if len(halves) == 1:
        return first
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for index, half in enumerate(halves):
            font = TTFont(io.BytesIO(half))
            font.flavor = None
            paths.append(f"{folder}/{index}.ttf")
            font.save(paths[-1])
        merged = Merger().merge(paths)
    merged.recalcTimestamp = False
    merged["head"].created, merged["head"].modified = first["head"].created, first["head"].modified
    return merged


def _keep(font: TTFont, characters: str) -> None:
    subsetter = Subsetter(Options(notdef_outline=True, glyph_names=False))
    subsetter.populate(text=characters)
    subsetter.subset(font)


def _line_figures(font: TTFont) -> None:
    """Point the digits of the character map at the glyphs of the feature `lnum`, where there is one."""
    if "GSUB" not in font:
        return
    table = font["GSUB"].table
    lookups = {
        i
        for f in table.FeatureList.FeatureRecord
        if f.FeatureTag == "lnum"
        for i in f.Feature.LookupListIndex
    }
    swap: dict[str, str] = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            single = getattr(subtable, "ExtSubTable", subtable)
            swap.update(getattr(single, "mapping", {}))
    for cmap in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            if cmap.cmap.get(digit) in swap:
                cmap.cmap[digit] = swap[cmap.cmap[digit]]


if __name__ == "__main__":
    bake(Path(__file__).parents[1] / "fonts")
