"""Performing a song: strings, beads and rests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.model.person import Person
from game.model.song import Motif, Way
from game.model.story import Story
from game.play import SongOffer
from game.view.songs import BeadState, Performance, Sound, answer, missing, perform, strings
from tests.builder import Builder

KINDLING = (1, 5, 6, 5), (3, 2), (5, 8)


def hollow(**true: int) -> tuple[Story, tuple[int, ...]]:
    """A story with Kindling (open-ended on request) and small songs, and the values with some cells set."""
    build = Builder()
    build.song("kindling")
    build.song("tidecall", motif=Motif(((3, 6), (2, 1)), ((1.0, 1.0), (1.0, 3.0)), open_end=True))
    build.song("heartsong", pieces="heart")
    build.song("pull", small=True)
    build.song("knock", small=True, motif=Motif(((0, 0),), ((1.0, 0.5),)))
    build.song("longcount", small=True, motif=Motif(((), ()), ((), ()), open_end=True))
    build.person("bram")
    build.people["stranger"] = Person("stranger", "A stranger")
    build.node("start")
    names = {"rests": "rests(kindling)", "tide": "rests(tidecall)", "motif": "motif(bram)", "heart": "heart"}
    values = [0] * len(build.cells)
    for name in ("kindling", "tidecall", "pull", "knock", "longcount"):
        values[build.cell(f"knows({name})")] = 1
    for name, value in true.items():
        values[build.cell(names[name])] = value
    return build.story(), tuple(values)


def performed(offer: SongOffer | str = "kindling", to: str | None = None, **true: int) -> Performance:
    story, values = hollow(**true)
    return perform(story, values, SongOffer(offer) if isinstance(offer, str) else offer, to)


def playing(performance: Performance, *strings_: int) -> Performance:
    for string in strings_:
        performance = performance.play(string)
    return performance


def degrees(performance: Performance) -> list[int | None]:
    return [bead.degree for bead in performance.beads]


def test_rests_that_are_not_known_are_not_shown_and_sung_over() -> None:
    song = performed()
    assert degrees(song) == [1, 5, 6, 5, 3, 2, 5, 8]
    assert not song.may_listen
    sung = playing(song, 1, 5, 6, 5, 3, 2, 5, 8)
    assert sung.over
    assert sung.outcome is Way.COMMAND


def test_rests_that_are_known_stand_between_the_phrases_and_last_a_bar() -> None:
    song = performed(rests=1)
    assert degrees(song) == [1, 5, 6, 5, None, 3, 2, None, 5, 8]
    assert [bead.beats for bead in song.beads if bead.rest] == [4.0, 4.0]
    assert [bead.phrase for bead in song.beads] == [1, 1, 1, 1, 1, 2, 2, 2, 3, 3]


def test_listening_in_every_rest_is_an_invitation() -> None:
    song = playing(performed(rests=1), 1, 5, 6, 5)
    assert song.resting
    song = playing(song.listen(), 3, 2).listen()
    assert song.outcome is None
    song = playing(song, 5, 8)
    assert song.outcome is Way.INVITE
    assert {bead.state for bead in song.beads} == {BeadState.SUNG, BeadState.HEARD}


def test_one_rest_played_over_makes_it_a_command() -> None:
    song = playing(performed(rests=1), 1, 5, 6, 5).listen()
    song = playing(song, 3, 2, 5, 8)
    assert song.beads[7].state is BeadState.OVER
    assert song.outcome is Way.COMMAND


def test_a_wrong_string_sounds_and_does_no_harm() -> None:
    song = performed(rests=1)
    wrong = song.play(4)
    assert wrong.sounds == (Sound(4, 1.0, right=False),)
    assert (wrong.at, wrong.beads) == (song.at, song.beads)
    resting = playing(song, 1, 5, 6, 5)
    assert resting.play(9).at == resting.at
    right = song.play(1)
    assert right.sounds == (Sound(1, 1.5, right=True),)


def test_strings_after_the_end_only_sound() -> None:
    song = playing(performed(), 1, 5, 6, 5, 3, 2, 5, 8)
    assert song.play(1).sounds == (Sound(1, 1.0, right=False),)
    assert song.play(1).at == song.at


def test_listening_where_there_is_no_rest_changes_nothing() -> None:
    song = performed(rests=1).play(1)
    assert song.listen() == replace(song, sounds=())


def test_listening_needs_the_motif_of_who_is_sung_to() -> None:
    story, values = hollow(rests=1)
    offer = SongOffer("kindling")
    assert "Bram" in missing(story, values, offer, "bram")
    assert not missing(story, values, offer)
    assert not missing(story, values, offer, "stranger")
    assert not missing(*hollow(rests=1, motif=1), offer, "bram")
    assert "rests" in missing(*hollow(), offer)
    assert not missing(*hollow(), SongOffer("pull"))
    song = playing(performed(to="bram", rests=1), 1, 5, 6, 5)
    assert song.listen().at == song.at


def test_a_node_may_lift_what_listening_needs() -> None:
    offer = SongOffer("kindling", (Way.INVITE,), "bram", authored=True)
    song = performed(offer)
    assert song.may_listen
    assert None in degrees(song)
    assert not performed(offer, "stranger").may_listen


def test_a_single_phrase_comes_with_its_rest_alone() -> None:
    offer = SongOffer("kindling", (Way.COMMAND, Way.INVITE), "bram", authored=True, phrase=2)
    assert degrees(performed(offer)) == [3, 2, None]


def test_any_sound_is_played_over_the_last_rest_of_a_song_that_ends_with_one() -> None:
    song = playing(performed("tidecall", tide=1), 3, 6).listen()
    song = playing(song, 2, 1)
    assert song.resting
    assert song.play(7).outcome is Way.COMMAND
    assert song.play(7).sounds == (Sound(7, 1.0, right=True),)
    assert song.listen().outcome is Way.INVITE
    assert song.play_on().outcome is Way.COMMAND


def test_lysandra_plays_on_to_the_next_rest_and_then_over_it() -> None:
    song = performed(rests=1).play_on()
    assert song.at == 4
    assert [sound.string for sound in song.sounds] == [1, 5, 6, 5]
    song = song.play_on()
    assert song.at == 7
    assert song.beads[4].state is BeadState.OVER
    assert song.play_on().outcome is Way.COMMAND
    assert song.play_on().play_on().sounds == ()


def test_small_songs_are_shared() -> None:
    assert performed("pull").play_on().outcome is Way.SHARE


def test_any_string_knocks() -> None:
    song = playing(performed("knock"), 4, 9)
    assert song.outcome is Way.SHARE
    assert [sound.string for sound in performed("knock").play_on().sounds] == [1, 1]


def test_a_small_song_of_rests_can_only_be_kept() -> None:
    song = performed("longcount")
    assert degrees(song) == [None, None]
    assert song.play(1).at == 0
    assert song.play_on().at == 1
    assert song.listen().listen().outcome is Way.SHARE


def test_a_song_in_pieces_is_hummed_and_amounts_to_nothing() -> None:
    song = performed("heartsong", heart=2)
    assert degrees(song) == [1, 5, 6, 5, 3, 2]
    assert song.hummed
    assert song.play_on().over
    assert song.play_on().outcome is None


def test_on_request_a_rest_follows_the_beat() -> None:
    song = playing(performed(rests=1), 1, 5, 6, 5)
    waiting = song.wait(3.0)
    assert (waiting.at, waiting.waited) == (4, 3.0)
    heard = waiting.wait(1.0)
    assert heard.beads[4].state is BeadState.HEARD
    assert (heard.at, heard.waited) == (5, 0.0)
    assert heard.wait(9.0) == replace(heard, sounds=())


def test_waiting_where_one_cannot_listen_changes_nothing_but_the_time() -> None:
    song = playing(performed(to="bram", rests=1), 1, 5, 6, 5).wait(9.0)
    assert (song.at, song.waited) == (4, 4.0)


@pytest.mark.parametrize(
    ("key", "notes"),
    [
        ("E major", (64, 66, 68, 69, 71, 73, 75, 76, 78)),
        ("B minor", (64, 66, 67, 69, 71, 72, 74, 76, 78)),
        ("", (64, 66, 68, 69, 71, 73, 75, 76, 78)),
        ("any", (64, 66, 68, 69, 71, 73, 75, 76, 78)),
    ],
)
def test_the_strings_are_the_song_s_scale(key: str, notes: tuple[int, ...]) -> None:
    story, _ = hollow()
    assert strings(replace(story.songs["kindling"], key=key), 64) == notes


def test_a_person_answers_with_the_first_four_notes_of_their_motif() -> None:
    assert answer(Motif(((5, 8, 7, 5, 6),))) == (5, 8, 7, 5)
    assert answer(Motif(((8, 5), (6,)))) == (8, 5, 6, 6)
    assert answer(Motif()) == ()
