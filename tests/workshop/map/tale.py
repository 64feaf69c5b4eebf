"""A small story with one of everything that a map shows, and its map."""

from __future__ import annotations

import itertools
from pathlib import Path

from game.loading.sources import read_sources
from game.workshop.check import run_check
from game.workshop.map import Chart, chart

HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>]]>&lt;'\\\" %%script%%"
"""What would be markup, if anything took it for some."""

WORLD = f"""\
format: 1
title: |
  The Bell {HOSTILE.replace(chr(92), chr(92) * 2)}
start: square
facts:
  key: no
  never: no
songs:
  kindling: {{name: Kindling, motif: 1 5 6 5 | 3 2 | 5 8}}
people:
  bram: Bram
places:
  hollow: {{name: Ember Hollow, views: {{all: All of it}}}}
endings:
  home: {{title: "Home, at last"}}
"""
TOWN = f"""\
chapter: town
at: hollow
nodes:
  square:
    text: |
      The bell hangs. {HOSTILE.replace(chr(92), chr(92) * 2)}

      {{if key}}You have the key.{{end}}
    choices: |
      Pick up the key; it's cold -> square when not key do key = yes
      Look about -> detour corner
      Try your luck -> luck once
      Fall in -> pit
      Never this -> house when never
      Go in -> house
          when: key
          do: learn kindling
          else: It is locked.
  # The corner has a remark above it.
  corner:
    text: "A corner."
    choices: |
      Back -> back
  luck:
    text: |
      Heads or tails.
    chance: |
      2 -> square
      1 -> hall
"""
HOUSE = """\
chapter: house
at: hollow
nodes:
  house:
    text: |
      A house.
    redirect: |
      -> hall when key
    choices: |
      On -> hall
  hall:
    with: [bram]
    do: learn rests of kindling
    songs:
      kindling:
        command: home do key = no
        invite: |
          It warms, slowly.
    text: |
      bram: "Sing."
    choices: |
      Go -> home
  home:
    ending: home
    text: |
      Home.
  pit:
    text: |
      No way out.
    choices: |
      Wait -> pit
  attic:
    text: |
      Nobody comes here.
    choices: |
      Down -> house
"""


def write(folder: Path) -> Path:
    """Write the story into a folder."""
    for name, text in (("world", WORLD), ("town", TOWN), ("house", HOUSE)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def charted(folder: Path, budget: float = 60.0) -> Chart:
    """Give the map of the story in a folder; the clock goes on by a second whenever it is read."""
    clock = itertools.count()
    checked = run_check(folder, budget, lambda: float(next(clock)) if budget < 1 else 0.0)
    assert checked.story is not None, checked.text()
    lines = {source.path: source.lines for source in read_sources(folder, [])}
    return chart(checked, lines, folder.as_posix())
