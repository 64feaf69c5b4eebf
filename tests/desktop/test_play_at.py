"""`play --at NODE` in a window that nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.parser import build_parser
from game.desktop.app import App
from game.desktop.inputs import Input, Verb
from game.desktop.reading import Reading
from game.desktop.scene import Door, Push
from game.saves import AUTO, QUICK, Store


def test_the_window_opens_there_and_keeps_only_what_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[str] = []

    def look(app: App, first: Door) -> None:
        app.carry_out(Push(first))
        (scene,) = app.scenes
        assert isinstance(scene, Reading)
        journey = scene.journey
        seen.append(journey.history.state.node)
        seen.extend(journey.notices)
        for _ in range(8):
            app.frame(1 / 30)
        scene.settle()
        app.give(Input(Verb.SAVE))
        while journey.back():
            pass
        seen.append(journey.history.state.node)
        journey.keep(AUTO)
        while app.scenes:
            app.scenes.pop().leave()

    monkeypatch.setattr(App, "run", look)
    words = ["play", "--at", "leave.gate", "--with", "hush >= 1", "--profile", str(tmp_path)]
    arguments = build_parser().parse_args(words)
    assert arguments.run(arguments) == 0
    node, notice, start = seen
    assert (node, start) == ("leave.gate", "hollow.roof")
    assert notice.startswith("This journey is on trial")
    assert notice in capsys.readouterr().out
    assert [info.slot for info in Store(tmp_path).slots()] == [QUICK]
    assert Store(tmp_path).read(QUICK)[0]["node"] == "leave.gate"
