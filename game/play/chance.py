"""Chance without a generator: every number is a fixed mix of the run's seed and where it is needed.

splitmix64 (Steele, Lea and Flood, 2014) is used because it is the same on every machine and in every version,
which Python's own `hash` and `random` do not promise.
"""

from __future__ import annotations

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15


def splitmix64(seed: int, counter: int) -> int:
    """The counter-th number (from 0) of the seed's sequence, from 0 to 2**64 - 1."""
    mixed = (seed + (counter + 1) * _GOLDEN) & _MASK
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
    return mixed ^ (mixed >> 31)


def name_number(name: str) -> int:
    """A fixed 64-bit number for a name (FNV-1a over its UTF-8)."""
    number = 0xCBF29CE484222325
    for byte in name.encode():
        number = ((number ^ byte) * 0x100000001B3) & _MASK
    return number


def drawn(weights: tuple[int, ...], seed: int, counter: int) -> int:
    """The index that the counter-th draw of this seed falls on; weights are positive whole numbers."""
    point = splitmix64(seed, counter) % sum(weights)
    for index, weight in enumerate(weights):
        if point < weight:
            return index
        point -= weight
    raise AssertionError  # pragma: no cover - the point is less than the sum of the weights
