"""When lines appear and cues are due."""

from __future__ import annotations

import pytest

from game.desktop.reveal import SILENCE, NewLine, timetable
from game.model.text import Cue, CueKind

WARM = Cue(CueKind.SHOW, "bram", ("warm",))
PAUSE = Cue(CueKind.PAUSE)


def test_at_once_everything_is_there_and_every_cue_is_due() -> None:
    table = timetable([NewLine(40, ((10, WARM), (20, PAUSE))), NewLine(20)], "at once")
    assert table.total == 0.0
    assert [table.shown(line, 0.0) for line in (0, 1)] == [1.0, 1.0]
    assert table.cues == ((0.0, WARM), (0.0, PAUSE))


def test_lines_follow_one_another() -> None:
    table = timetable([NewLine(40), NewLine(40), NewLine(40)], "by line")
    assert table.starts == pytest.approx((0.0, 0.06, 0.12))
    assert table.total == pytest.approx(0.12 + 0.22)
    assert 0 < table.shown(1, 0.1) < 1


def test_letters_come_at_the_speed_that_was_set() -> None:
    table = timetable([NewLine(45), NewLine(90, ((45, WARM),))], "by letter", 45.0)
    assert table.starts == (0.0, 1.0)
    assert table.total == 3.0
    assert table.cues == ((2.0, WARM),)


def test_a_silence_delays_what_follows() -> None:
    plain = timetable([NewLine(10), NewLine(10)], "by line")
    silent = timetable([NewLine(10), NewLine(10, ((0, PAUSE),))], "by line")
    assert silent.starts[1] == pytest.approx(plain.starts[1] + SILENCE)


def test_reduced_motion_fades_briefly() -> None:
    assert set(timetable([NewLine(10), NewLine(10)], "by line", still=True).lasts) == {0.12}
