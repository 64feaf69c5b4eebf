"""Baking people by name, each into a folder of that name."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from .figure import Person
from .glyph import SIGNS, bake_glyph
from .oven import bake_person

CAST = ("lysandra", "maren", "bram", "wren", "cadence")


def person(name: str) -> Person:
    """One of the cast, ready to be drawn."""
    drawn: Person = import_module(f"assets.forge.people.{name}").person()
    return drawn


def bake(name: str, out: Path) -> None:
    """Bake one person, or everybody for an empty name; of those not drawn yet, the halo sign alone."""
    for one in [name] if name else SIGNS:
        if one in CAST:
            bake_person(person(one), out / one)
        bake_glyph(one, out / one)
        print(f"people/{one}")
