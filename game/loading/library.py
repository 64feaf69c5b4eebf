"""Loading a story: a folder of YAML in, a story or a report of its mistakes out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from game.diagnostics import Diagnostic, Report, Span
from game.loading.declared import declare
from game.loading.link import link_story
from game.loading.sources import read_sources
from game.loading.tree import Source, Table
from game.loading.uncollected import without_collections
from game.loading.yaml_tree import FAST, EventSource, read_yaml
from game.model.story import Story

_NAMES_UNKNOWN = {
    "E320",
    "E410",
    "E407",
    "E402",
    "E501",
    "E507",
    "E601",
    "E602",
    "E603",
    "E604",
    "E605",
    "E202",
}
"""What may only look like a mistake while a file could not be read that would declare it."""


def load_story(folder: Path, *, events: EventSource = FAST) -> tuple[Story | None, Report]:
    """Give the story of a folder and all that was found in it; None in its place if there is an error.

    Whatever the files hold, nothing is raised and nothing is printed.
    """
    found: list[Diagnostic] = []
    sources = read_sources(folder, found)
    return build(sources, found, events=events)


def build(
    sources: Sequence[Source], found: list[Diagnostic] | None = None, *, events: EventSource = FAST
) -> tuple[Story | None, Report]:
    """Give the story that these sources make, and the report; `found` is what reading them found."""
    findings = [] if found is None else found
    with without_collections():
        story = _build(sources, findings, events)
    report = _report(findings, sources)
    return (None if report.errors else story), report


def _build(sources: Sequence[Source], found: list[Diagnostic], events: EventSource) -> Story | None:
    roots: list[tuple[Source, Table]] = []
    for source in sources:
        root = read_yaml(source, found, events) if source.sound else None
        if root is not None:
            roots.append((source, root))
    unread = bool(found)
    before = len(found)
    declared = declare(roots, found)
    story = link_story(declared, found, _fingerprint(sources), whole=not unread)
    if unread:
        # Some file is missing from the picture, so a name that is not known here may stand there.
        found[before:] = [finding for finding in found[before:] if finding.code not in _NAMES_UNKNOWN]
    return story


def _report(found: list[Diagnostic], sources: Sequence[Source]) -> Report:
    """Give the findings in the order of the files, each once, with the lines they speak of."""
    lines = {source.path: source.lines for source in sources}
    nowhere = Span("", 0, 0)
    ordered = sorted(dict.fromkeys(found), key=lambda finding: (finding.span or nowhere, finding.code))
    files = {finding.span.file for finding in ordered if finding.span}
    return Report(tuple(ordered), {name: lines[name] for name in files if name in lines})


def _fingerprint(sources: Sequence[Source]) -> str:
    """Give a digest of what the files say, whatever they are called."""
    digests = sorted(hashlib.sha256(source.text.encode()).digest() for source in sources)
    return hashlib.sha256(b"".join(digests)).hexdigest()
