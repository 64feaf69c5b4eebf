"""A layer cut into patches is the layer."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.patches import SIDE, cut, whole

SIZE = (5 * SIDE + 7, 3 * SIDE + 11)
OVER, ADD = pygame.BLEND_PREMULTIPLIED, pygame.BLEND_RGB_ADD


def layer() -> pygame.Surface:
    """A premultiplied layer: empty at the right, opaque at the left, something round between."""
    straight = pygame.Surface(SIZE, pygame.SRCALPHA, 32)
    straight.fill((120, 60, 30, 255), (0, 0, 2 * SIDE, SIZE[1]))
    pygame.draw.circle(straight, (20, 200, 90, 130), (2 * SIDE + 20, SIDE + 20), SIDE)
    return straight.premul_alpha()


def light() -> pygame.Surface:
    """A light: dark but for one spot."""
    made = pygame.Surface(SIZE, 0, 32)
    pygame.draw.circle(made, (90, 70, 20), (SIDE, SIDE), SIDE // 2)
    return made


def ground() -> pygame.Surface:
    """Something to draw on."""
    made = pygame.Surface((SIZE[0] + 20, SIZE[1] + 20), 0, 32)
    made.fill((70, 80, 100))
    return made


def bytes_of(surface: pygame.Surface) -> bytes:
    """Its pixels."""
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize(("make", "blend"), [(layer, OVER), (light, ADD)])
def test_the_patches_together_are_the_layer(make: object, blend: int) -> None:
    """Drawn over anything, they look as the layer does in one piece."""
    surface = layer() if make is layer else light()
    once, cut_up = ground(), ground()
    once.blit(surface, (9, 6), special_flags=blend)
    cut(surface, blend).draw(cut_up, (9, 6))
    assert bytes_of(once) == bytes_of(cut_up)


def test_what_is_empty_is_left_out_and_what_is_opaque_is_copied() -> None:
    """The patches hold less than the layer, and what covers wholly is not blended."""
    patches = cut(layer(), OVER)
    held = [(piece.get_size(), at) for piece, at in (*patches.blended, *patches.copied)]
    assert sum(width * height for (width, height), _ in held) < SIZE[0] * SIZE[1] * 0.9
    assert all(piece.get_at((0, 0)) == (120, 60, 30, 255) for piece, _ in patches.copied)
    assert patches.copied
    assert not any(piece.get_flags() & pygame.SRCALPHA for piece, _ in patches.copied)
    assert (
        sum(piece.get_width() * piece.get_height() for piece, _ in cut(light(), ADD).blended) <= 4 * SIDE**2
    )


def test_a_faded_layer_lets_the_ground_through_and_is_whole_again_afterwards() -> None:
    """Half of an opaque patch and half of the ground are seen; then all of it again."""
    patches = cut(layer(), OVER)
    canvas = ground()
    patches.draw_faded(canvas, (0, 0), 0.5)
    assert all(abs(a - b) <= 1 for a, b in zip(canvas.get_at((5, 5))[:3], (95, 70, 65), strict=True))
    assert canvas.get_at((SIZE[0] - 3, 5))[:3] == (70, 80, 100)
    patches.draw(canvas, (0, 0))
    assert canvas.get_at((5, 5))[:3] == (120, 60, 30)


def test_a_dimmed_light_is_darker_everywhere() -> None:
    """At half its level a light adds half as much."""
    canvas = ground()
    cut(light(), ADD).dimmed(128).draw(canvas, (0, 0))
    assert all(abs(a - b) <= 1 for a, b in zip(canvas.get_at((SIDE, SIDE))[:3], (115, 115, 110), strict=True))


def test_a_layer_without_holes_stays_in_one_piece() -> None:
    """It is copied as it is."""
    surface = ground()
    assert bytes_of(cut(surface, 0).copied[0][0]) == bytes_of(surface)
    assert whole(surface, 0).copied == ((surface, (0, 0)),)
