"""Reading melodies: `1 5 6 5 | 3 2 | 5 8`, and their lengths in the same shape."""

from __future__ import annotations

import re

from game.diagnostics import Diagnostic, mistake
from game.loading.tree import Scalar, Tree
from game.model.song import Motif

_WORD = re.compile(r"\S+")
_LENGTH = re.compile(r"(?:\d{1,2}(?:\.\d{1,3})?|\.\d{1,3})")
_HIGHEST = 9


def read_motif(degrees: Tree | None, beats: Tree | None, found: list[Diagnostic]) -> Motif:
    """Give the melody; with lengths alone it is one of rhythm, without lengths all of them are 1."""
    if not isinstance(degrees, Scalar):
        if not isinstance(beats, Scalar):
            return Motif()
        lengths = _lengths(beats, found)
        phrases = tuple(tuple(0 for _ in phrase) for phrase in lengths if phrase)
        return Motif(phrases, tuple(phrase for phrase in lengths if phrase), _open(beats))
    phrases = _degrees(degrees, found)
    open_end = _open(degrees)
    if not isinstance(beats, Scalar):
        return Motif(phrases, tuple(tuple(1.0 for _ in phrase) for phrase in phrases), open_end)
    lengths = tuple(phrase for phrase in _lengths(beats, found) if phrase)
    if lengths and phrases and [len(phrase) for phrase in lengths] != [len(phrase) for phrase in phrases]:
        found.append(mistake("E608", beats.span, notes=_shape(phrases), lengths=_shape(lengths)))
    return Motif(phrases, lengths, open_end)


def _degrees(scalar: Scalar, found: list[Diagnostic]) -> tuple[tuple[int, ...], ...]:
    phrases: list[list[int]] = [[]]
    passage = scalar.passage()
    for match in _WORD.finditer(passage.text):
        word = match.group()
        if word == "|":
            phrases.append([])
        elif len(word) == 1 and "1" <= word <= str(_HIGHEST):
            phrases[-1].append(int(word))
        else:
            found.append(mistake("E607", passage.span(*match.span()), word=word))
            return ()
    return tuple(tuple(phrase) for phrase in phrases if phrase)


def _lengths(scalar: Scalar, found: list[Diagnostic]) -> tuple[tuple[float, ...], ...]:
    phrases: list[list[float]] = [[]]
    passage = scalar.passage()
    for match in _WORD.finditer(passage.text):
        word = match.group()
        if word == "|":
            phrases.append([])
        elif _LENGTH.fullmatch(word) and float(word) > 0:
            phrases[-1].append(float(word))
        else:
            found.append(mistake("E609", passage.span(*match.span()), word=word))
            return ()
    return tuple(tuple(phrase) for phrase in phrases)


def _open(scalar: Scalar) -> bool:
    return scalar.text.strip().endswith("|")


def _shape(phrases: tuple[tuple[float, ...], ...]) -> str:
    return " | ".join(str(len(phrase)) for phrase in phrases)
