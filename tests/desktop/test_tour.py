"""The journey that is measured goes where it says it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desktop import measure
from game.desktop.inputs import Input, Verb
from game.desktop.scene import Door, Push
from game.desktop.tour import tour
from game.loading.library import load_story
from game.saves import Settings

ROOT = Path(__file__).parents[2]


def test_the_tour_goes_through_every_kind_of_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """Title, reading, a change of place, two people, songbook, harp, steps back, books."""
    monkeypatch.setattr("game.desktop.tour.LOOK", 6)
    monkeypatch.setattr("game.desktop.tour.GLANCE", 3)
    monkeypatch.setattr("game.desktop.tour.NOTE", 2)
    story, _ = load_story(ROOT / "story")
    assert story
    screens_seen, places, verbs, most = set(), set(), set(), 0
    with measure.opened(story, ROOT / "assets", (640, 480), Settings(reveal="at once")) as (app, screens):
        app.carry_out(Push(Door.TITLE))
        for put_in in tour(app, screens):
            if isinstance(put_in, Input):
                verbs.add(put_in.verb)
                app.give(put_in)
            for scene in app.scenes:
                scene.update(0.2)
            app.carry_out(app.scenes[-1].update(0.05))
            screens_seen.add(type(app.scenes[-1]).__name__)
            places.add(screens.journey.stage("right").picture)
            most = max(most, len(screens.journey.stage("right").people))
    assert {"Title", "Reading", "Songbook", "Harp", "Scroll"} <= screens_seen
    assert {Verb.TAKE, Verb.NUMBER, Verb.BACK, Verb.ON, Verb.LEAVE} <= verbs
    assert most > 1
    assert len(places) > 1


def test_memory_is_told_in_megabytes_or_not_at_all() -> None:
    """What is held now is no more than what was held at most."""
    now, most = measure.resident(), measure.most_resident()
    assert not now or (most and 10 < now[0] <= most[0] * 1.01)
