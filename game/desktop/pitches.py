"""Pitches as they are written: names with their sharps and flats, the head of a staff, ledger lines."""

from __future__ import annotations

from typing import Final

import pygame

from game.desktop.kit import Kit
from game.desktop.typeset import Style
from game.view.scales import Note, Sign

TOP_LINE: Final = 8
DEGREES: Final = 7
"""Strings beyond this sound an octave above the first ones; their names have a prime."""
SHIFT: Final = {"flat": 0.27}
"""How far above its box's middle a sign's own middle is, in parts of half the box."""
HEAD_STEP: Final = 0.95
"""From one sign at the head to the next, in gaps of the staff."""
TALL: Final = 2.3
"""How high a sign on a staff is, in gaps."""


def sign_names(sign: int) -> tuple[str, ...]:
    """The signs that stand before a note which is so much higher or lower than its letter."""
    if not sign:
        return ("natural",)
    return ("sharp" if sign > 0 else "flat",) * abs(sign)


def step_y(step: int, foot: float, gap: float) -> float:
    """Where a line or a space of a staff is whose lowest line is at `foot`."""
    return foot - step * gap / 2


def draw_sign_at(
    surface: pygame.Surface, kit: Kit, sign: int, at: tuple[float, float], gap: float, ink: str
) -> None:
    """A note's sign with the middle of what it stands for at a point; double ones side by side."""
    size = gap * TALL
    for number, name in enumerate(reversed(sign_names(sign))):
        y = at[1] - SHIFT.get(name, 0.0) * size / 2
        kit.ornaments.sign(surface, name, (at[0] - number * gap * 0.8, y), size, ink, max(1.0, gap * 0.085))


def head_width(head: tuple[Sign, ...], gap: float) -> float:
    """How much of a staff's length its head takes."""
    return len(head) * gap * HEAD_STEP + (gap * 0.5 if head else 0.0)


def draw_head(
    surface: pygame.Surface, kit: Kit, head: tuple[Sign, ...], at: tuple[float, float], gap: float, ink: str
) -> None:
    """The sharps or flats of a key, from a point on the staff's lowest line to the right."""
    for number, one in enumerate(head):
        x = at[0] + gap * (0.5 + number * HEAD_STEP)
        draw_sign_at(surface, kit, one.sign, (x, step_y(one.step, at[1], gap)), gap, ink)


def draw_ledgers(
    surface: pygame.Surface, kit: Kit, step: int, at: tuple[float, float], gap: float, ink: str
) -> None:
    """The short lines that lead to a note above or beneath the staff; `at` is on the lowest line."""
    beyond = [*range(TOP_LINE + 2, step + 1, 2), *range(-2, step - 1, -2)]
    for line in beyond:
        y = step_y(line, at[1], gap)
        ends = (at[0] - gap * 0.95, y), (at[0] + gap * 0.95, y)
        kit.ornaments.line(surface, *ends, max(1.0, gap * 0.06), ink, 0.9)


def put_name(
    surface: pygame.Surface,
    kit: Kit,
    note: Note,
    x: float,
    baseline: float,
    style: Style,
    *,
    prime: bool,
    align: float = 0.0,
) -> None:
    """A note's letter and sign, with a prime if it is the higher of two; placed like any text."""
    signs = sign_names(note.sign) if note.sign else ()
    letter, mark = kit.type.width(note.letter, style), "′" if prime else ""
    step = style.size * 0.36
    width = letter + len(signs) * step + (kit.type.width(mark, style) if mark else 0.0)
    x -= width * align
    kit.type.put(surface, note.letter, x, baseline, style)
    x += letter
    for name in signs:
        at = (x + step * 0.5, baseline - style.size * 0.42)
        kit.ornaments.sign(surface, name, at, style.size * 0.74, style.colour, max(1.0, style.size * 0.055))
        x += step
    if mark:
        kit.type.put(surface, mark, x, baseline, style)
