"""Writes the pages that are made from the tables into the story's folder."""

from __future__ import annotations

from pathlib import Path

from game.loading.pages import pages

STORY = Path(__file__).resolve().parent.parent.parent / "story"


def write(folder: Path = STORY) -> None:
    """Write every page that is made."""
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
