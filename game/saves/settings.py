"""The player's settings: every one has a short list of values that it may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, asdict, dataclass, field, fields, replace
from typing import Any

Setting = bool | int | float | str

YES_NO: tuple[Setting, ...] = (False, True)
VOLUMES: tuple[Setting, ...] = tuple(round(step / 20, 2) for step in range(21))
MOST_KEYS = 200


def _one_of(values: tuple[Setting, ...], first: Any) -> Any:
    return field(default=first, metadata={"allowed": values})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a player can set; each field but `keys` takes one of `allowed(name)`."""

    greeted: bool = _one_of(YES_NO, first=False)
    """Whether the questions of the first run were answered."""
    text_size: int = _one_of((22, 25, 28, 32, 37, 44, 56), 28)
    """In pixels of a picture 1080 high."""
    typeface: str = _one_of(("crimson", "alegreya", "atkinson", "dyslexic"), "crimson")
    spacing: str = _one_of(("close", "even", "open"), "even")
    """Between lines."""
    tracking: float = _one_of((0.0, 0.02, 0.04, 0.06, 0.08), 0.0)
    """Between letters, in parts of the text's size."""
    panel: float = _one_of((0.6, 0.7, 0.8, 0.86, 0.93, 1.0), 0.86)
    """How opaque the ground of text is."""
    contrast: bool = _one_of(YES_NO, first=False)
    reveal: str = _one_of(("at once", "by line", "by letter"), "by line")
    speed: int = _one_of((20, 30, 45, 60, 90, 120), 45)
    """Letters in a second; lines follow each other in the same measure."""
    auto: bool = _one_of(YES_NO, first=False)
    pace: str = _one_of(("slow", "even", "brisk"), "even")
    """Of the text that goes on by itself."""
    skip_unseen: bool = _one_of(YES_NO, first=False)
    marks: bool = _one_of(YES_NO, first=True)
    """Whether choices taken before are marked."""
    still: bool = _one_of(YES_NO, first=False)
    """Reduced motion."""
    ring: bool = _one_of(YES_NO, first=True)
    """Whether it shows who would answer a song."""
    timed: bool = _one_of(YES_NO, first=False)
    """Whether a performance follows the beat, so that holding still is listening."""
    captions: bool = _one_of(YES_NO, first=False)
    music: float = _one_of(VOLUMES, 0.7)
    songs: float = _one_of(VOLUMES, 0.7)
    sounds: float = _one_of(VOLUMES, 0.7)
    mono: bool = _one_of(YES_NO, first=False)
    fullscreen: bool = _one_of(YES_NO, first=False)
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys that the player chose, by what they do."""

    def with_value(self, name: str, value: Setting) -> Settings:
        """The settings with one of them changed.

        Raises:
            ValueError: the setting cannot have this value.
        """
        if not _is_allowed(name, value):
            raise ValueError(name)
        changes: dict[str, Any] = {name: value}
        return replace(self, **changes)

    def stepped(self, name: str, by: int) -> Settings:
        """The settings with one of them moved along its values, and no further than their ends."""
        values = allowed(name)
        at = values.index(getattr(self, name)) + by
        return self.with_value(name, values[min(max(at, 0), len(values) - 1)])


_FIELDS: dict[str, Field[Any]] = {one.name: one for one in fields(Settings) if one.name != "keys"}


def allowed(name: str) -> tuple[Setting, ...]:
    """The values that a setting may have, in the order of a menu."""
    values: tuple[Setting, ...] = _FIELDS[name].metadata["allowed"]
    return values


def settings_to_json(settings: Settings) -> dict[str, Any]:
    """The settings by name."""
    return {"format": 1, **asdict(settings)}


def settings_from_json(value: Any) -> tuple[Settings, tuple[str, ...]]:
    """The settings that were kept, and sentences about those that could not be read."""
    if not isinstance(value, dict):
        return Settings(), ("The settings could not be read and are as at the beginning.",)
    settings, strange = Settings(), []
    for name in _FIELDS:
        kept = value.get(name, getattr(settings, name))
        if _is_allowed(name, kept):
            settings = settings.with_value(name, kept)
        else:
            strange.append(name)
    keys = value.get("keys", {})
    if _are_keys(keys):
        settings = replace(settings, keys=keys)
    else:
        strange.append("keys")
    if strange:
        return settings, (
            f"Some settings could not be read and are as at the beginning: {', '.join(strange)}.",
        )
    return settings, ()


def _is_allowed(name: str, value: Any) -> bool:
    """Whether a setting may have this value; 1 is no yes, and 0 no no."""
    return any(value == one and isinstance(value, bool) == isinstance(one, bool) for one in allowed(name))


def _are_keys(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and len(value) <= MOST_KEYS
        and all(isinstance(one, str) for pair in value.items() for one in pair)
    )
