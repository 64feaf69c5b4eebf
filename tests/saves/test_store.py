"""Slots, settings and what was seen, as a player's folder keeps them."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from game.saves import AUTO, Card, SaveError, Seen, Settings, Store, slot_name
from game.saves.files import DamagedError

CARD = Card("Ember Hollow", "Before the kiln", 1200, 7)
BEGUN: dict[str, Any] = {
    "format": 1,
    "mods": [],
    "seed": 1,
    "counter": 0,
    "node": "roof",
    "facts": {},
    "visits": {},
    "once": [],
    "detours": [],
    "actions": [],
    "trail": [],
}
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_a_save_comes_back(tmp_path: Path) -> None:
    store = Store(tmp_path / "profile")
    assert store.slots() == []
    store.write(AUTO, BEGUN, CARD, NOON)
    assert store.read(AUTO) == (BEGUN, ())
    (info,) = store.slots()
    assert (info.slot, info.card, info.when, info.thumbnail, info.damaged) == (AUTO, CARD, NOON, None, None)


def test_saves_are_listed_the_latest_first_and_with_their_pictures(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write("one", {}, CARD, NOON)
    store.write("two", BEGUN, now=NOON.replace(hour=13))
    store.write("two", BEGUN, now=NOON.replace(hour=14))
    store.write_thumbnail("one", b"PNG")
    first, second = store.slots()
    assert (first.slot, second.slot) == ("two", "one")
    assert second.thumbnail == store.thumbnail("one")
    assert store.thumbnail("one").read_bytes() == b"PNG"


def test_without_a_time_a_save_has_that_of_its_writing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write("one", {})
    assert abs((store.slots()[0].when - datetime.now(UTC)).total_seconds()) < 60


def test_damaged_saves_are_listed_with_what_is_wrong(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for slot, content in (("torn", "{"), ("other", "[]"), ("bare", '{"when": "now", "card": {}}')):
        (tmp_path / f"slot-{slot}.json").write_text(content)
    wrong = {"place": "", "title": "", "words": "many", "minutes": 1}
    (tmp_path / "slot-wrong.json").write_text(
        json.dumps({"when": NOON.isoformat(), "card": wrong, "save": {}})
    )
    (tmp_path / "slot-odd.json").write_text(
        json.dumps({"when": "noon", "card": wrong | {"words": 1}, "save": {}})
    )
    assert {info.slot for info in store.slots() if info.damaged} == {"torn", "other", "bare", "wrong", "odd"}
    for slot in ("torn", "other"):
        with pytest.raises(DamagedError):
            store.read(slot)


def test_a_save_of_which_only_the_one_before_is_left_is_listed_and_read(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write("one", BEGUN, CARD, NOON)
    (tmp_path / "slot-one.json").replace(tmp_path / "slot-one.before.json")
    assert [info.slot for info in store.slots()] == ["one"]
    save, notices = store.read("one")
    assert save == BEGUN
    assert "the one before" in notices[0]


def test_a_slot_of_which_only_the_damaged_file_is_left_says_that_nothing_is_there(tmp_path: Path) -> None:
    (tmp_path / "slot-one.damaged-1.json").write_text("{")
    (info,) = Store(tmp_path).slots()
    assert info.damaged == "Nothing is saved there."


def test_files_that_are_no_slots_are_not_listed(tmp_path: Path) -> None:
    (tmp_path / "slot-Üß.json").write_text("{}")
    (tmp_path / "settings.json").write_text("{}")
    assert Store(tmp_path).slots() == []


@pytest.mark.parametrize("slot", ["", "../escape", "a/b", "CON.x", "x" * 41, "Auto"])
def test_a_slot_s_name_cannot_lead_elsewhere(tmp_path: Path, slot: str) -> None:
    with pytest.raises(SaveError, match="cannot be the name"):
        Store(tmp_path).write(slot, {})


@pytest.mark.parametrize(
    ("text", "slot"),
    [("Before the Kiln!", "before-the-kiln"), ("  7 ", "7"), ("…", None), ("", None), ("x" * 60, "x" * 40)],
)
def test_players_words_become_names_of_slots(text: str, slot: str | None) -> None:
    assert slot_name(text) == slot


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b'{"format": 99}', b'{"when": 3, "card": 4, "save": []}', b'{"save": {"format": 99}}'],
)
def test_what_cannot_be_read_as_a_journey_is_put_aside_by_the_next(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "slot-auto.json").write_bytes(content)
    for _ in range(3):
        Store(tmp_path).write(AUTO, BEGUN)
    assert (tmp_path / "slot-auto.damaged-1.json").read_bytes() == content
    assert not (tmp_path / "slot-auto.damaged-2.json").exists()


def test_an_unreadable_save_can_be_put_aside(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(AUTO, {"format": 99})
    kept = store.put_aside(AUTO)
    assert kept is not None
    assert kept.exists()
    with pytest.raises(SaveError):
        store.read(AUTO)


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="a matter of POSIX")
def test_a_folder_that_is_read_only_is_reported(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(AUTO, {"node": "old"})
    tmp_path.chmod(0o500)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("the administrator may write anywhere")
        with pytest.raises(SaveError, match="cannot be written"):
            store.write(AUTO, {"node": "new"})
        assert store.read(AUTO)[0] == {"node": "old"}
    finally:
        tmp_path.chmod(0o700)


def test_settings_come_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.settings() == (Settings(), ())
    chosen = Settings(text_size=56, reveal="at once", music=0.35, still=True, keys={"harp": "k"})
    store.write_settings(chosen)
    assert store.settings() == (chosen, ())


def test_damaged_settings_are_as_at_the_beginning_and_the_file_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    (tmp_path / "settings.json").write_text("{torn")
    settings, notices = store.settings()
    assert settings == Settings()
    assert "damaged" in notices[0]
    assert (tmp_path / "settings.damaged-1.json").read_text() == "{torn"
    assert store.settings() == (Settings(), ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_size", 27),
        ("music", 2.0),
        ("music", True),
        ("still", 1),
        ("reveal", "slowly"),
        ("keys", ["a"]),
        ("keys", {"a": 1}),
    ],
)
def test_a_setting_that_cannot_be_is_as_at_the_beginning_and_the_others_stay(
    tmp_path: Path, name: str, value: Any
) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"tracking": 0.04, name: value}))
    settings, (notice,) = Store(tmp_path).settings()
    assert settings == Settings(tracking=0.04)
    assert name in notice


def test_settings_that_are_no_settings_are_as_at_the_beginning(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("[]")
    assert Store(tmp_path).settings()[0] == Settings()


def test_a_setting_takes_only_what_is_allowed_and_steps_between_the_ends() -> None:
    settings = Settings().stepped("text_size", 1)
    assert settings.text_size == 32
    assert settings.stepped("text_size", -9).text_size == 22
    assert settings.stepped("text_size", 99).text_size == 56
    with pytest.raises(ValueError, match="text_size"):
        settings.with_value("text_size", 33)


def test_what_was_seen_adds_up_over_journeys_and_games(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.seen() == Seen()
    store.write_seen(Seen().and_also(texts=["a"], choices=["n/c"], views=["p/v"]))
    store.write_seen(Seen().and_also(texts=["b"], endings=["home"]))
    assert store.seen() == Seen(
        frozenset(("a", "b")), frozenset(("n/c",)), frozenset(("home",)), frozenset(("p/v",))
    )


@pytest.mark.parametrize("content", ["{", "[]", '{"texts": "x", "choices": [1, null, "n/c"]}'])
def test_what_was_seen_is_read_as_far_as_it_can_be(tmp_path: Path, content: str) -> None:
    (tmp_path / "seen.json").write_text(content)
    assert Store(tmp_path).seen().choices <= {"n/c"}
