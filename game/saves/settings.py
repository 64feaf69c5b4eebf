"""The player's settings: every one has a short list of values that it may have."""

from __future__ import annotations

from dataclasses import Field, asdict, dataclass, field, fields, replace
from typing import Any

Setting = bool | int | str

YES_NO: tuple[Setting, ...] = (False, True)
PERCENT: tuple[Setting, ...] = tuple(range(0, 101, 5))


def _one_of(values: tuple[Setting, ...], first: Any) -> Any:
    return field(default=first, metadata={"allowed": values})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a player can set; each field takes one of `allowed(name)`."""

    welcomed: bool = _one_of(YES_NO, first=False)
    """Whether the questions of the first run were answered."""
    text_size: int = _one_of((100, 115, 130, 150, 175, 200), 100)
    """In percent."""
    font: str = _one_of(("serif", "sans", "hyperlegible", "dyslexic"), "serif")
    line_spacing: int = _one_of((100, 110, 120, 135, 150), 100)
    """In percent of the face's own."""
    letter_spacing: int = _one_of((0, 2, 4, 6, 8, 12), 0)
    """In percent of the text's size."""
    panel_opacity: int = _one_of((86, 90, 94, 97, 100), 86)
    """In percent; below 86 the weakest text would be too weak over a white picture."""
    high_contrast: bool = _one_of(YES_NO, first=False)
    reveal: str = _one_of(("lines", "letters", "instant"), "lines")
    reveal_speed: int = _one_of((20, 30, 45, 60, 90, 120), 45)
    """Letters in a second; lines follow each other in the same measure."""
    auto_speed: int = _one_of((120, 160, 200, 240, 300, 400), 200)
    """Words in a minute, while the text goes on by itself."""
    skip_unseen: bool = _one_of(YES_NO, first=False)
    choice_marks: bool = _one_of(YES_NO, first=True)
    """Whether choices taken on an earlier journey are marked."""
    reduced_motion: bool = _one_of(YES_NO, first=False)
    music_volume: int = _one_of(PERCENT, 70)
    songs_volume: int = _one_of(PERCENT, 70)
    sound_volume: int = _one_of(PERCENT, 70)
    listening_ring: bool = _one_of(YES_NO, first=True)
    """Whether a dotted ring shows who would answer a song."""
    timed_rests: bool = _one_of(YES_NO, first=False)
    """Whether a performance follows the beat, so that holding still is listening."""
    full_screen: bool = _one_of(YES_NO, first=False)

    def with_value(self, name: str, value: Setting) -> Settings:
        """The settings with one of them changed; the value has to be an allowed one."""
        if value not in allowed(name):
            raise ValueError(name)
        changes: dict[str, Any] = {name: value}
        return replace(self, **changes)

    def stepped(self, name: str, by: int) -> Settings:
        """The settings with one of them moved along its values, and no further than their ends."""
        values = allowed(name)
        at = values.index(getattr(self, name)) + by
        return self.with_value(name, values[min(max(at, 0), len(values) - 1)])


_FIELDS: dict[str, Field[Any]] = {one.name: one for one in fields(Settings)}


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
        if any(kept == one and type(kept) is type(one) for one in allowed(name)):
            settings = settings.with_value(name, kept)
        else:
            strange.append(name.replace("_", " "))
    if strange:
        return settings, (
            f"Some settings could not be read and are as at the beginning: {', '.join(strange)}.",
        )
    return settings, ()
