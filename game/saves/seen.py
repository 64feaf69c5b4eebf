"""What was seen in any journey: texts to skip, choices to mark, endings found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

MOST = 500_000
"""More entries than this are not read: no story has as many."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in any journey."""

    texts: frozenset[str] = frozenset()
    """The keys of blocks."""
    choices: frozenset[str] = frozenset()
    """`node/key` of choices taken."""
    endings: frozenset[str] = frozenset()
    """The ids of endings reached."""
    views: frozenset[str] = frozenset()
    """`place/view` of pictures shown."""

    def and_also(
        self,
        texts: Iterable[str] = (),
        choices: Iterable[str] = (),
        endings: Iterable[str] = (),
        views: Iterable[str] = (),
    ) -> Seen:
        """What was seen, with more seen."""
        return Seen(
            self.texts.union(texts),
            self.choices.union(choices),
            self.endings.union(endings),
            self.views.union(views),
        )

    def joined(self, other: Seen) -> Seen:
        """What either has seen."""
        return self.and_also(other.texts, other.choices, other.endings, other.views)


def seen_to_json(seen: Seen) -> dict[str, Any]:
    """What was seen, in an order that does not change by itself."""
    return {
        "format": 1,
        "texts": sorted(seen.texts),
        "choices": sorted(seen.choices),
        "endings": sorted(seen.endings),
        "views": sorted(seen.views),
    }


def seen_from_json(value: Any) -> Seen:
    """What was seen, as far as it can be read."""
    found = value if isinstance(value, dict) else {}
    return Seen(*(_words(found.get(key)) for key in ("texts", "choices", "endings", "views")))


def _words(value: Any) -> frozenset[str]:
    listed = value[:MOST] if isinstance(value, list) else []
    return frozenset(one for one in listed if isinstance(one, str))
