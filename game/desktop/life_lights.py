"""Life that is added light: embers, stars, fireflies, motes, ripples."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pygame

from game.desktop.glow import glow
from game.desktop.life_words import TURN, Blit, Draw, Words, chance

UNSEEN = 0.06
"""A light weaker than this no one sees."""


def embers(words: Words) -> Draw:
    """Sparks that climb, waver and go out."""
    x, y, width, height = words.some("area", (0, 0, 100, 100))
    count, seconds = int(words.one("count", 40)), words.one("seconds", 5)
    tint = words.tint("#ffa040")
    random = chance("embers")
    sparks = [(random.random(), random.random(), random.uniform(0.6, 1.4)) for _ in range(count)]
    curl = 0.0 if words.grade.stiff else 1.0

    def blits(time: float) -> Iterator[Blit]:
        for place, phase, speed in sparks:
            u = (time * speed / seconds + phase) % 1
            waver = curl * math.sin(time * 2.1 * speed + phase * TURN) * (2 + 8 * u)
            sprite = glow(round((2 + 2 * speed) * words.scale), tint, round((1 - u) * 8) / 8)
            yield sprite, (x + place * width + waver, y + height * (1 - u))

    return blits


def stars(words: Words) -> Draw:
    """A few stars that twinkle over the painted ones."""
    x, y, width, height = words.some("area", (0, 0, 1280, 240))
    count, tint = int(words.one("count", 40)), words.tint("#fff0e0")
    random = chance(f"stars {x} {y}")
    sky = [
        (random.random(), random.random() ** 1.4, random.random(), random.uniform(2, 6)) for _ in range(count)
    ]

    def blits(time: float) -> Iterator[Blit]:
        for across, down, phase, period in sky:
            level = round((0.5 + 0.5 * math.sin((time / period + phase) * TURN)) * 6) / 6
            if level:
                yield glow(round(3 * words.scale), tint, level), (x + across * width, y + down * height)

    return blits


def fireflies(words: Words) -> Draw:
    """Small lights that wander and blink."""
    x, y, width, height = words.some("area", (0, 400, 1280, 240))
    count, tint = int(words.one("count", 14)), words.tint("#ffe080")
    random = chance(f"fireflies {x} {y}")
    swarm = [tuple(random.random() for _ in range(5)) for _ in range(count)]

    def blits(time: float) -> Iterator[Blit]:
        for i, (across, down, phase, wide, slow) in enumerate(swarm):
            level = max(0.0, math.sin(time * (0.6 + 0.5 * slow) + phase * TURN))
            if level > UNSEEN:
                dx = math.sin(time * 0.31 + i) * 26 * (0.4 + wide)
                dy = math.sin(time * 0.47 + i * 2) * 15 * (0.4 + wide)
                sprite = glow(round(7 * words.scale), tint, round(level * 8) / 8)
                yield sprite, (x + across * width + dx, y + down * height + dy)

    return blits


def motes(words: Words) -> Draw:
    """Dust or pollen that floats through the light."""
    x, y, width, height = words.some("area", (0, 0, 1280, 720))
    vx, vy = words.some("drift", (5, -3))
    count, tint = int(words.one("count", 40)), words.tint("#ffe8c0")
    random = chance(f"motes {x} {y}")
    dust = [
        (random.random(), random.random(), random.uniform(0.4, 1.2), random.random()) for _ in range(count)
    ]

    def blits(time: float) -> Iterator[Blit]:
        for across, down, speed, phase in dust:
            left = (across * width + vx * speed * time + 9 * math.sin(time * 0.4 + phase * TURN)) % width
            top = (down * height + vy * speed * time) % height
            level = round((0.35 + 0.35 * math.sin(time * 0.8 * speed + phase * TURN)) * 8) / 8
            if level > 0:
                yield glow(round((1.5 + 2 * speed) * words.scale), tint, level), (x + left, y + top)

    return blits


def ripple(words: Words) -> Draw:
    """Rings that open on water and fade."""
    x, y = words.some("at", (0, 0))
    reach, seconds = words.one("reach", 60, scaled=True), words.one("seconds", 4)
    count, flat = int(words.one("count", 3)), words.one("flat", 0.25)
    tint = words.tint("#ffe0b0")
    steps = 24
    rings = []
    for k in range(1, steps + 1):
        wide = max(2, round(2 * reach * k / steps))
        ring = pygame.Surface((wide, max(2, round(wide * flat))), 0, 32)
        level = (1 - k / steps) * 0.7
        pygame.draw.ellipse(ring, tuple(round(c * level) for c in tint), ring.get_rect(), 1)
        rings.append(ring)

    def blits(time: float) -> Iterator[Blit]:
        for i in range(count):
            ring = rings[int((time / seconds + i / count) % 1 * steps)]
            yield ring, (x - ring.get_width() / 2, y - ring.get_height() / 2)

    return blits
