"""The small story beside which the examples of mistakes stand."""

from __future__ import annotations

WORLD = """\
format: 1
title: |
  The Cracked Bell
start: hollow.square
facts:
  bell.rung: no
  hush: 0..7 = 1
  trust.bram: 0..3
  weather: fair | rain | snow
songs:
  kindling:
    name: Kindling
    motif: 1 5 6 5 | 3 2 | 5 8
  lullaby:
    name: Hollow Lullaby
    motif: 2 3 1 3 1
    small: yes
people:
  lysandra: Lysandra Vael
  bram:
    name: Bram Oster
    looks: [calm, warm, troubled]
    motif: 8 5 6
  maren:
    name: Maren Vael
    looks: [calm, warm]
places:
  hollow:
    name: Ember Hollow
    note: E
    views:
      square: The square
      roof: The roof of the bell tower
endings:
  home:
    title: "Home"
"""

SQUARE = """\
chapter: prelude
at: hollow
nodes:
  hollow.square:
    text: |
      The bell hangs over the square: cracked, green, and nineteen years quiet.
    choices: |
      Climb up -> hollow.roof
      Go in -> hollow.home
  hollow.roof:
    view: roof
    with: [bram]
    text: |
      bram: "You're standing where I'd stand."
    choices: |
      Climb down -> hollow.square
  hollow.home:
    text: |
      You lay the table.
    ending: home
"""

SMALLEST = """\
start: bell
places:
  hollow:
    name: Ember Hollow
    views:
      square: The square
endings:
  home:
    title: "Home"
nodes:
  bell:
    at: hollow
    text: |
      The bell does not ring, and you go home.
    ending: home
"""

STORY = {"world.yaml": WORLD, "square.yaml": SQUARE}
"""Name of the file -> its text."""
