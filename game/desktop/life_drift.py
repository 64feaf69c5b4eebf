"""Life that covers what lies behind it: smoke, birds, mist, leaves, banners."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pygame

from game.desktop.glow import fleck, puff
from game.desktop.grade import Colour
from game.desktop.life_words import TURN, Blit, Draw, Words, chance

SMOOTH = 4
GLIDE = 0.35
"""Above this height of its own slow wave a bird holds its wings still."""


def smoke(words: Words) -> Draw:
    """Puffs that rise, spread and thin out on the wind."""
    x, y = words.some("at", (0, 0))
    vx, vy = words.some("drift", (6, -16))
    first, last = words.some("size", (6, 40))
    seconds = words.one("seconds", 9)
    count = max(2, round(words.one("rate", 1.6) * seconds))
    tint, alpha = words.tint("#c8b0b8"), words.one("alpha", 0.2)
    curl = 0.0 if words.grade.stiff else 1.0
    steps = 12
    sprites = [
        puff(round(first + (last - first) * (k / steps) ** 0.8), tint, alpha * (1 - k / steps) ** 0.7)
        for k in range(steps)
    ]

    def blits(time: float) -> Iterator[Blit]:
        for i in range(count):
            u = (time / seconds + i / count) % 1
            age = u * seconds
            sway = curl * math.sin(age * 0.9 + i * 2.4) * (2 + 14 * u)
            sprite = sprites[int(u * steps)]
            half = sprite.get_width() / 2
            left = x + vx * age * (0.4 + 0.6 * u) + sway * 0.5 - half
            yield sprite, (left, y + vy * age * (1 - 0.35 * u) - half)

    return blits


def birds(words: Words) -> Draw:
    """A loose flock that crosses its area, now flapping, now gliding."""
    x, y, width, height = words.some("area", (0, 60, 1280, 120))
    count, seconds = int(words.one("count", 7)), words.one("seconds", 70)
    size, tint = words.one("span", 7, scaled=True), words.tint("#2a1c38")
    random = chance(f"birds {x} {y}")
    flock = [(random.random(), random.random(), random.uniform(0.7, 1.2)) for _ in range(count)]
    frames = {k: [_wings(round(size * k / 10), beat, tint) for beat in range(6)] for k in range(7, 13)}
    stiff = words.grade.stiff

    def blits(time: float) -> Iterator[Blit]:
        for i, (ahead, above, scale) in enumerate(flock):
            u = (time / seconds + 0.14 * ahead + (0 if stiff else 0.01 * math.sin(time * 0.3 + i))) % 1
            rise = 0.5 + 0.3 * math.sin(u * 5 + above * 2) + (above - 0.5) * 0.4
            gliding = not stiff and math.sin(time * 0.7 + i * 1.7) > GLIDE
            beat = 2 if gliding else int(time * 9 + (0 if stiff else i * 1.3)) % 6
            yield frames[max(7, min(12, round(scale * 10)))][beat], (x + u * width, y + rise * height)

    return blits


def _wings(span: int, beat: int, tint: Colour) -> pygame.Surface:
    """One bird seen from the side of its way, wings at a sixth of their beat; drawn large, then shrunk."""
    wide = span * SMOOTH
    lift = math.cos(beat / 6 * TURN) * wide * 0.55
    sprite = pygame.Surface((2 * wide + 2 * SMOOTH, 2 * wide + 2 * SMOOTH), pygame.SRCALPHA, 32)
    sprite.fill((*tint, 0))
    middle = wide + SMOOTH
    thick = max(2.0, wide * 0.13)
    for side in (-1, 1):
        tip = (middle + side * wide, middle - lift)
        elbow = (middle + side * wide * 0.5, middle - lift * 0.85 - thick)
        under = (middle + side * wide * 0.45, middle - lift * 0.7 + thick * 0.6)
        shape = [(middle, middle - thick), elbow, tip, under, (middle, middle + thick)]
        pygame.draw.polygon(sprite, (*tint, 255), shape)
    pygame.draw.ellipse(sprite, (*tint, 255), (middle - wide * 0.22, middle - thick, wide * 0.5, thick * 2))
    return pygame.transform.smoothscale_by(sprite.premul_alpha(), 1 / SMOOTH)


def mist(words: Words) -> Draw:
    """A bank of mist that drifts across its area and comes round again."""
    x, y, width, height = words.some("area", (0, 400, 1280, 80))
    vx, _ = words.some("drift", (6, 0))
    tint, alpha = words.tint("#e0b0b8"), words.one("alpha", 0.3)
    bank = pygame.Surface((round(width), round(height)), pygame.SRCALPHA, 32)
    random = chance(f"mist {x} {y}")
    for _ in range(int(width / height * 7) + 8):
        radius = round(height * random.uniform(0.22, 0.48))
        # It is drawn out to more than twice its size, and soft: half of it is enough to begin with.
        sprite = puff(max(2, radius // 2), tint, alpha * random.uniform(0.3, 0.7))
        wide = pygame.transform.smoothscale(sprite, (radius * 5, radius * 2))
        left, top = random.random() * width, random.uniform(0, height - 2 * radius)
        for lap in (left - width, left):
            bank.blit(wide, (lap, top), special_flags=pygame.BLEND_PREMULTIPLIED)

    def blits(time: float) -> Iterator[Blit]:
        gone = int(time * vx) % bank.get_width()
        clip = bank.get_width() - gone
        yield bank.subsurface((0, 0, clip, bank.get_height())), (x + gone, y)
        if gone:
            yield bank.subsurface((clip, 0, gone, bank.get_height())), (x, y)

    return blits


def leaves(words: Words) -> Draw:
    """Leaves or petals that tumble down across the wind."""
    x, y, width, height = words.some("area", (0, 0, 1280, 720))
    vx, vy = words.some("drift", (-14, 22))
    count, tint = int(words.one("count", 14)), words.tint("#e0603a")
    random = chance(f"leaves {x} {y}")
    fall = [
        (random.random(), random.random(), random.uniform(0.6, 1.3), random.random()) for _ in range(count)
    ]
    leaf = fleck(round(words.one("span", 3, scaled=True)), tint)
    turned = [pygame.transform.rotate(leaf, 360 * k / 16) for k in range(16)]

    def blits(time: float) -> Iterator[Blit]:
        for across, down, speed, phase in fall:
            sway = 0 if words.grade.stiff else 16 * math.sin(time * 1.1 * speed + phase * TURN)
            left = (across * width + vx * speed * time + sway) % width
            top = (down * height + vy * speed * time) % height
            yield turned[int((time * speed * 0.5 + phase) * 16) % 16], (x + left, y + top)

    return blits


def banner(words: Words) -> Draw:
    """A streamer that flutters from the point it is tied to."""
    x, y = words.some("at", (0, 0))
    length, width = words.some("size", (60, 8))
    period, tint = words.one("period", 2.4), words.tint("#c8202e")
    steps, parts = 16, 12
    dark = tuple(round(c * 0.72) for c in tint)
    frames = []
    for k in range(steps):
        sprite = pygame.Surface((round(length) + 2, round(width * 3)), pygame.SRCALPHA, 32)
        wave = [
            math.sin((k / steps - i / parts * 1.4) * TURN) * width * 0.6 * i / parts for i in range(parts + 1)
        ]
        for i in range(parts):
            left, right = i / parts * length, (i + 1) / parts * length
            top, end = width + wave[i], width + wave[i + 1]
            thin, thinner = width * (1 - 0.7 * i / parts), width * (1 - 0.7 * (i + 1) / parts)
            shape = [(left, top), (right, end), (right, end + thinner), (left, top + thin)]
            pygame.draw.polygon(sprite, tint if wave[i + 1] < wave[i] else dark, shape)
        frames.append(sprite.premul_alpha())
    if words.words.get("facing") == "left":
        frames = [pygame.transform.flip(frame, flip_x=True, flip_y=False) for frame in frames]
    left = x - length if words.words.get("facing") == "left" else x

    def blits(time: float) -> Iterator[Blit]:
        yield frames[int(time / period * steps) % steps], (left, y - width)

    return blits
