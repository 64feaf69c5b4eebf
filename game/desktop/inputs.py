"""What the player does with keys, mouse and gamepad, as inputs that name what is meant.

Digits are taken by where they are on the keyboard, so that they work on layouts whose digits need Shift.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pygame

Point = tuple[int, int]


class Verb(StrEnum):
    """What an input asks for; a scene answers those that it knows."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    TAKE = "take"
    LEAVE = "leave"
    LISTEN = "listen"
    NUMBER = "number"
    BACK = "back"
    ON = "on"
    FIRST = "first"
    LAST = "last"
    NEXT = "next"
    PREVIOUS = "previous"
    HARP = "harp"
    MENU = "menu"
    SONGBOOK = "songbook"
    HISTORY = "history"
    JOURNAL = "journal"
    WEB = "web"
    SKIP = "skip"
    AUTO = "auto"
    SAVE = "save"
    LOAD = "load"
    DELETE = "delete"
    HEAR = "hear"
    FULL_SCREEN = "full screen"
    POINT = "point"
    PRESS = "press"
    RELEASE = "release"
    WHEEL = "wheel"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Input:
    """One input: what it asks for, and whatever of the rest it has."""

    verb: Verb
    number: int = 0
    """Which digit, for NUMBER."""
    at: Point = (0, 0)
    """Where, in window pixels, for POINT, PRESS and RELEASE."""
    by: float = 0.0
    """How far the wheel turned, upwards positive."""
    key: str = ""
    """The name of the key, if it was one."""
    button: str = ""
    """Which button of a gamepad, for scenes that use all of them."""


KEYS: Final[Mapping[Verb, str]] = {
    Verb.HARP: "h",
    Verb.SONGBOOK: "b",
    Verb.HISTORY: "l",
    Verb.JOURNAL: "j",
    Verb.WEB: "w",
    Verb.SKIP: "s",
    Verb.AUTO: "a",
    Verb.HEAR: "p",
    Verb.SAVE: "f5",
    Verb.LOAD: "f9",
    Verb.FULL_SCREEN: "f11",
}
"""The keys that can be chosen anew, by name."""

FIXED: Final = {
    pygame.K_UP: Verb.UP,
    pygame.K_DOWN: Verb.DOWN,
    pygame.K_LEFT: Verb.LEFT,
    pygame.K_RIGHT: Verb.RIGHT,
    pygame.K_RETURN: Verb.TAKE,
    pygame.K_KP_ENTER: Verb.TAKE,
    pygame.K_ESCAPE: Verb.LEAVE,
    pygame.K_SPACE: Verb.LISTEN,
    pygame.K_PAGEUP: Verb.BACK,
    pygame.K_PAGEDOWN: Verb.ON,
    pygame.K_HOME: Verb.FIRST,
    pygame.K_END: Verb.LAST,
    pygame.K_DELETE: Verb.DELETE,
}

DIGITS: Final = {
    **{getattr(pygame, f"KSCAN_{digit}"): digit for digit in range(1, 10)},
    **{getattr(pygame, f"KSCAN_KP_{digit}"): digit for digit in range(1, 10)},
}

PAD: Final = {
    "a": Verb.TAKE,
    "b": Verb.LEAVE,
    "x": Verb.LISTEN,
    "y": Verb.HARP,
    "back": Verb.SONGBOOK,
    "start": Verb.MENU,
    "leftshoulder": Verb.BACK,
    "rightshoulder": Verb.SKIP,
    "dpup": Verb.UP,
    "dpdown": Verb.DOWN,
    "dpleft": Verb.LEFT,
    "dpright": Verb.RIGHT,
}
"""What the buttons of a gamepad ask for outside a performance."""

BUTTONS: Final = {
    pygame.CONTROLLER_BUTTON_A: "a",
    pygame.CONTROLLER_BUTTON_B: "b",
    pygame.CONTROLLER_BUTTON_X: "x",
    pygame.CONTROLLER_BUTTON_Y: "y",
    pygame.CONTROLLER_BUTTON_BACK: "back",
    pygame.CONTROLLER_BUTTON_START: "start",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "leftshoulder",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "rightshoulder",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "dpup",
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: "dpdown",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "dpleft",
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "dpright",
}

PUSHED: Final = 0.55
"""How far a stick must be pushed, of 1, to count."""


class Reader:
    """Turns pygame's events into inputs; it remembers only which way the stick leans."""

    def __init__(self, chosen: Mapping[str, str], density: float = 1.0) -> None:
        self.density = density
        """Window pixels for one of the pointer's, on screens of high density."""
        self._lean = [0, 0]
        self._pulled = False
        self.chosen: Mapping[str, str] = {}
        self.rebind(chosen)

    def rebind(self, chosen: Mapping[str, str]) -> None:
        """Use the keys that the player chose, by verb; what they left alone stays as it was."""
        self.chosen = chosen
        names = {verb: chosen.get(verb, usual) for verb, usual in KEYS.items()}
        self._keys = dict(FIXED)
        for verb, name in names.items():
            try:
                self._keys.setdefault(pygame.key.key_code(name), verb)
            except ValueError:
                self._keys.setdefault(pygame.key.key_code(KEYS[verb]), verb)

    def read(self, event: pygame.event.Event) -> Input | None:  # noqa: PLR0911 (one case each)
        """The input that an event is, if it is one."""
        match event.type:
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.MOUSEMOTION:
                return Input(Verb.POINT, at=self._at(event))
            case pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP if event.button in (1, 3):
                if event.button != 1:
                    return Input(Verb.LEAVE) if event.type == pygame.MOUSEBUTTONDOWN else None
                return Input(
                    Verb.PRESS if event.type == pygame.MOUSEBUTTONDOWN else Verb.RELEASE, at=self._at(event)
                )
            case pygame.MOUSEWHEEL:
                return Input(Verb.WHEEL, by=float(event.precise_y or event.y))
            case pygame.CONTROLLERBUTTONDOWN:
                button = BUTTONS.get(event.button, "")
                return Input(PAD.get(button, Verb.OTHER), button=button)
            case pygame.CONTROLLERAXISMOTION:
                return self._stick(event)
            case _:
                return None

    def _key(self, event: pygame.event.Event) -> Input | None:
        if event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT:
            return Input(Verb.FULL_SCREEN)
        if event.key == pygame.K_TAB:
            return Input(Verb.PREVIOUS if event.mod & pygame.KMOD_SHIFT else Verb.NEXT)
        if event.scancode in DIGITS:
            return Input(Verb.NUMBER, number=DIGITS[event.scancode], key=pygame.key.name(event.key))
        return Input(self._keys.get(event.key, Verb.OTHER), key=pygame.key.name(event.key))

    def _at(self, event: pygame.event.Event) -> Point:
        return round(event.pos[0] * self.density), round(event.pos[1] * self.density)

    def _stick(self, event: pygame.event.Event) -> Input | None:
        """The left stick is a set of arrows, the right trigger a button: one input a push."""
        if event.axis == pygame.CONTROLLER_AXIS_TRIGGERRIGHT:
            pulled = abs(event.value) > (PUSHED * 32768 if abs(event.value) > 1 else PUSHED)
            was, self._pulled = self._pulled, pulled
            return Input(Verb.OTHER, button="righttrigger") if pulled and not was else None
        if event.axis not in (pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY):
            return None
        axis = 0 if event.axis == pygame.CONTROLLER_AXIS_LEFTX else 1
        value = event.value / 32768 if abs(event.value) > 1 else float(event.value)
        lean = (value > PUSHED) - (value < -PUSHED)
        if lean == self._lean[axis]:
            return None
        self._lean[axis] = lean
        ways = ((Verb.LEFT, Verb.RIGHT), (Verb.UP, Verb.DOWN))[axis]
        return Input(ways[lean > 0], button="stick") if lean else None
