"""A journey on trial leaves no trace, unless it is saved by hand."""

from __future__ import annotations

from pathlib import Path

from game.saves import AUTO, EARLIER, QUICK, Card, Seen, Settings, Store, Trial
from tests.saves.test_store import BEGUN, CARD, NOON


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_kept_by_itself_is_thrown_away(tmp_path: Path) -> None:
    own, thrown = tmp_path / "own", tmp_path / "thrown"
    for slot in (AUTO, EARLIER):
        Store(own).write(slot, BEGUN, CARD, NOON)
    Store(own).write_seen(Seen().and_also(["mine"]))
    before = kept(own)
    trial = Trial(own, thrown)
    assert trial.slots() == [], "the player's own journey is not in play"
    tried = {**BEGUN, "node": "attic"}
    for slot in (AUTO, EARLIER):
        trial.write(slot, tried, Card(), NOON)
        trial.write_thumbnail(slot, b"picture")
    trial.write_seen(Seen().and_also(["tried"]))
    assert trial.read(AUTO) == (tried, ())
    assert {info.slot for info in trial.slots()} == {AUTO, EARLIER}
    assert kept(own) == before


def test_what_is_saved_by_hand_and_settings_are_the_players_own(tmp_path: Path) -> None:
    own = tmp_path / "own"
    trial = Trial(own, tmp_path / "thrown")
    trial.write(QUICK, BEGUN, CARD, NOON)
    trial.write(AUTO, BEGUN, CARD)
    trial.write_settings(Settings())
    assert Store(own).read(QUICK) == (BEGUN, ())
    assert [info.slot for info in trial.slots()] == [AUTO, QUICK], "the latest first"
    assert set(kept(own)) == {"slot-quick.json", "settings.json"}
    assert trial.folder == own
    assert trial.seen() == Store(own).seen()
