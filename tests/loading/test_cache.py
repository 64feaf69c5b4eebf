"""What was built before is there at once, is the same, and is never believed for being there."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.diagnostics import Span
from game.loading import cache as cache_module
from game.loading.cache import Cache
from game.loading.library import load_story
from game.loading.plain import CLASSES, Nodes, lines_of, story_of
from game.model.story import Story
from game.workshop.generated import generated

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "story"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty cache."""
    return Cache(tmp_path / "cache", tmp_path / "profile" / "cache.key")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small story."""
    place = tmp_path / "story"
    generated(60, 1, plants=("count", "detour", "order")).write(place)
    return place


def kept(cache: Cache) -> list[Path]:
    """What is in the cache."""
    return sorted(cache.folder.iterdir()) if cache.folder.exists() else []


def was_kept(story: Story | None) -> bool:
    """Whether a story came from a cache."""
    return story is not None and isinstance(story.nodes, Nodes)


def assert_fresh(cache: Cache, folder: Path) -> None:
    """What is in the cache is not used, but written over: the next time it is."""
    story, report = cache.load(folder)
    assert (story, report) == load_story(folder)
    assert not was_kept(story)
    assert was_kept(cache.load(folder)[0])


def everything(story: Story) -> list[object]:
    """All of a story, and the places in the files, which do not count when stories are compared."""
    fields = [getattr(story, name) for name in story.__slots__ if name != "nodes"]
    return [*map(repr, fields), *map(repr, story.nodes.items())]


def assert_same(one: Story, other: Story) -> None:
    """Equal both ways round, down to the places in the files."""
    assert one == other
    assert other == one
    assert everything(one) == everything(other)


def test_what_was_built_before_is_the_same(cache: Cache) -> None:
    """The shipped story, whole."""
    fresh, _ = load_story(SHIPPED)
    assert cache.load(SHIPPED)[0] == fresh
    again, report = cache.load(SHIPPED)
    assert was_kept(again)
    assert report.diagnostics == ()
    assert fresh is not None
    assert again is not None
    assert_same(again, fresh)
    assert list(again.nodes) == list(fresh.nodes)
    assert "hollow.nowhere" not in again.nodes


def test_a_story_of_everything_goes_there_and_back(tmp_path: Path) -> None:
    """Every class that a story can be made of is kept, and in between there is nothing but JSON."""
    generated(400, 1).write(tmp_path)
    for place in (tmp_path, SHIPPED):
        story, _ = load_story(place)
        assert story is not None
        assert_same(story_of(lines_of(story)), story)
    assert len(CLASSES) == len(set(CLASSES))


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edit_the_story_is_the_edited_one(cache: Cache, folder: Path, seed: int) -> None:
    """Random edits, some of which are mistakes: always what a fresh reading gives."""
    dice = random.Random(seed)
    paths = sorted(folder.rglob("*.yaml"))
    for _ in range(4):
        path = dice.choice(paths)
        text = path.read_text(encoding="utf-8")
        at = dice.randrange(len(text))
        word = dice.choice(("a", " ", "\n", "hush", "{", "3", "# so\n"))
        path.write_text(text[:at] + word + text[at + dice.randint(0, 2) :], encoding="utf-8")
        fresh, report = load_story(folder)
        for _ in range(2):
            assert cache.load(folder) == (fresh, report)


def test_a_story_with_anything_to_say_about_it_is_not_kept(cache: Cache, folder: Path) -> None:
    """Or the second time it would not be said."""
    world = folder / "world.yaml"
    text = world.read_text(encoding="utf-8")
    world.write_text(text.replace("title: |", "titel: |"), encoding="utf-8")
    assert cache.load(folder)[1].errors
    assert cache.load(folder)[1].errors
    assert kept(cache) == []
    assert cache.load(folder / "none")[0] is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda body: body[:0],
        lambda body: body[:-1],
        lambda body: body[: len(body) // 2],
        lambda body: body.replace(b"lamp", b"lime", 1),
        lambda body: body.replace(b"\n", b"\r\n"),
        lambda body: b"\n" + body,
        lambda body: body[:65] + b"[" * 100_000,
        lambda body: b"\x80\x04\x95" + body[3:],
        lambda body: os.urandom(len(body)),
    ],
)
def test_a_damaged_file_is_written_anew(cache: Cache, folder: Path, damage: object) -> None:
    """Cut off, changed in one word, emptied, or something else altogether."""
    cache.load(folder)
    [path] = kept(cache)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert_fresh(cache, folder)


def test_a_file_of_another_story_or_another_player_is_not_taken(
    cache: Cache, folder: Path, tmp_path: Path
) -> None:
    """Not even whole, under the right name."""
    other = tmp_path / "other"
    generated(60, 2, plants=()).write(other)
    cache.load(other)
    [foreign] = kept(cache)
    cache.load(folder)
    [path] = set(kept(cache)) - {foreign}
    shutil.copy(foreign, path)
    assert_fresh(cache, folder)
    stranger = Cache(tmp_path / "cache", tmp_path / "stranger" / "cache.key")
    assert_fresh(stranger, folder)
    assert_fresh(cache, folder)


class Bomb:
    """What a hostile pickle would be."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.system, ("touch harm",))


def test_no_file_runs_code(
    cache: Cache, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pickle is bytes without a seal; and even a sealed file can make nothing but pieces of stories."""
    monkeypatch.chdir(tmp_path)
    cache.load(folder)
    [path] = kept(cache)
    path.write_bytes(pickle.dumps(Bomb()))
    assert_fresh(cache, folder)
    secret = cache.secret.read_bytes()
    for body in (
        pickle.dumps(Bomb()),
        b'{"title":[99,"touch harm"]}\n[]',
        b'{"title":["os.system","touch harm"]}\n[]',
        b'{"__class__":"os.system"}\n[]',
        b'[]\n["a"]\n',
        b"{}\n[]\n" + b"[" * 100_000,
    ):
        path.write_bytes(cache_module._sealed(path.stem, secret, body) + b"\n" + body)
        assert_fresh(cache, folder)
    assert not (tmp_path / "harm").exists()


def test_a_folder_or_a_pipe_in_its_place_is_no_story(cache: Cache, folder: Path) -> None:
    """Nothing is waited for, nothing raised."""
    cache.load(folder)
    [path] = kept(cache)
    path.unlink()
    path.mkdir()
    assert cache.load(folder)[0] == load_story(folder)[0]
    path.rmdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(path)
        assert_fresh(cache, folder)


def test_nothing_is_written_into_a_story(folder: Path, tmp_path: Path) -> None:
    """A cache that lies in the story's own folder is none."""
    before = sorted(folder.rglob("*"))
    assert Cache(folder / "cache", folder / "cache.key").load(folder)[0] is not None
    assert sorted(folder.rglob("*")) == before


def test_where_nothing_can_be_written_the_story_is_built(folder: Path, tmp_path: Path) -> None:
    """A file stands where the cache, or the secret, should be."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for blocked in (
        Cache(tmp_path / "file" / "cache", tmp_path / "cache.key"),
        Cache(tmp_path / "cache", tmp_path / "file" / "cache.key"),
    ):
        for _ in range(2):
            assert blocked.load(folder) == load_story(folder)


def test_a_secret_that_is_none_is_made_anew(cache: Cache, folder: Path) -> None:
    """Too short, it would be easily guessed."""
    cache.load(folder)
    cache.secret.write_bytes(b"")
    assert_fresh(cache, folder)
    assert len(cache.secret.read_bytes()) == 32
    if os.name == "posix":
        assert cache.secret.stat().st_mode & 0o077 == 0


def said_at_the_end(folder: Path, words: str) -> None:
    """Make it another story by a comment."""
    with (folder / "world.yaml").open("a", encoding="utf-8") as file:
        file.write(words)


def test_only_so_many_are_kept(cache: Cache, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that were asked for last; and not more than so many bytes of them."""
    monkeypatch.setattr(cache_module, "MOST_STORIES", 3)
    names = []
    for number in range(5):
        said_at_the_end(folder, f"# {number}\n")
        cache.load(folder)
        [new] = set(kept(cache)) - set(names)
        os.utime(new, (number, number))
        names.append(new)
    assert kept(cache) == sorted(names[-3:])
    left = cache.folder / "half.1.part"
    left.write_text("half", encoding="utf-8")
    os.utime(left, (0, 0))
    monkeypatch.setattr(cache_module, "LARGEST", names[-1].stat().st_size * 5 // 2)
    said_at_the_end(folder, "# last\n")
    cache.load(folder)
    assert len(kept(cache)) == 2
    assert not left.exists()


def test_another_version_of_the_code_builds_anew(
    cache: Cache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the loader of yesterday made is not what the loader of today would make."""
    cache.load(folder)
    monkeypatch.setattr(cache_module, "__version__", "99")
    assert_fresh(cache, folder)


def test_what_was_built_before_needs_no_yaml(tmp_path: Path) -> None:
    """Nor the time to import it."""
    program = (
        "import sys; from pathlib import Path; from game.loading.cache import Cache;"
        "here = Path(sys.argv[1]); story, _ = Cache(here / 'cache', here / 'key').load(Path('story'));"
        "print(story.title, 'yaml' in sys.modules)"
    )
    told = [
        subprocess.run(  # noqa: S603  (our own program)
            [sys.executable, "-c", program, tmp_path], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert [one.split()[-1] for one in told] == ["True", "False"]


def test_what_a_story_is_made_of_is_plain() -> None:
    """Nothing in the closed list does anything when it is made but hold its values."""
    assert Span in CLASSES
    for cls in CLASSES:
        assert not hasattr(cls, "__post_init__")
        assert cls is tuple or cls.__module__.startswith(
            ("game.model", "game.expression", "game.diagnostics")
        )
