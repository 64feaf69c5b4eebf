"""Keys, mouse and gamepad become what is meant."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.inputs import Input, Reader, Verb


def key(code: int, scancode: int = 0, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, scancode=scancode, mod=mod)


@pytest.fixture(autouse=True)
def _started() -> None:
    pygame.display.init()


def test_digits_are_where_they_are_on_any_layout() -> None:
    """On a French keyboard the unshifted key is an ampersand; it is the first digit all the same."""
    read = Reader({}).read(key(pygame.K_AMPERSAND, pygame.KSCAN_1))
    assert read is not None
    assert (read.verb, read.number) == (Verb.NUMBER, 1)
    assert Reader({}).read(key(pygame.K_KP9, pygame.KSCAN_KP_9)).number == 9


def test_letters_go_by_name_and_can_be_chosen_anew() -> None:
    assert Reader({}).read(key(pygame.K_h)).verb is Verb.HARP
    chosen = Reader({"harp": "g"})
    assert chosen.read(key(pygame.K_g)).verb is Verb.HARP
    assert chosen.read(key(pygame.K_h)).verb is Verb.OTHER


def test_a_key_that_does_not_exist_leaves_the_usual_one() -> None:
    assert Reader({"harp": "no such key"}).read(key(pygame.K_h)).verb is Verb.HARP


def test_alt_and_enter_is_full_screen() -> None:
    assert Reader({}).read(key(pygame.K_RETURN, mod=pygame.KMOD_LALT)).verb is Verb.FULL_SCREEN
    assert Reader({}).read(key(pygame.K_RETURN)).verb is Verb.TAKE


def test_the_pointer_is_scaled_to_the_pixels_of_a_dense_screen() -> None:
    move = pygame.event.Event(pygame.MOUSEMOTION, pos=(100, 50), rel=(0, 0), buttons=(0, 0, 0))
    assert Reader({}, 2.0).read(move) == Input(Verb.POINT, at=(200, 100))


def test_the_right_button_leaves() -> None:
    press = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(1, 1), button=3)
    assert Reader({}).read(press) == Input(Verb.LEAVE)


def test_a_stick_is_one_arrow_a_push() -> None:
    reader = Reader({})
    axis = pygame.CONTROLLER_AXIS_LEFTY
    values = [0, 12000, 30000, 32000, 4000, -30000]
    read = [reader.read(pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=v)) for v in values]
    assert [one.verb if one else None for one in read] == [None, None, Verb.DOWN, None, None, Verb.UP]


def test_the_buttons_of_a_gamepad() -> None:
    press = pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_Y)
    assert Reader({}).read(press) == Input(Verb.HARP, button="y")
