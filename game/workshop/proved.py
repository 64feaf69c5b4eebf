"""What the prover found, as findings with places in the author's files.

A choice of a node that cannot be reached is not told again: the node says it all.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics import Diagnostic, Span
from game.diagnostics.catalog import mistake
from game.model.song import Way
from game.model.story import Node, Story
from game.verify import Findings, Verdict
from game.verify.findings import Witness
from game.workshop.contents import Contents

LAST_STEPS = 12
"""How many steps of a long walk are told."""


def diagnostics(story: Story, findings: Findings, counted: Contents) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the story, or odd about it, in the order of the files."""
    found = [*_faults(story, findings), *_oddities(story, findings, counted)]
    return tuple(sorted(found, key=lambda one: (one.span or Span("", 0, 0), one.code)))


def told(walk: Witness, *, shortest: bool) -> str:
    """A walk in one sentence; of a long one only how it ends."""
    if not walk:
        return "It is so from the beginning."
    which = "The shortest walk there" if shortest else "A walk there"
    if len(walk) <= LAST_STEPS:
        return f"{which}: {', '.join(walk)}."
    return f"{which} has {len(walk):,} steps; the last are: {', '.join(walk[-LAST_STEPS:])}."


def _faults(story: Story, findings: Findings) -> Iterator[Diagnostic]:
    for node in story.nodes.values():
        if findings.nodes[node.id].verdict is Verdict.NO:
            yield mistake("E801", node.span, node=node.id)
        elif findings.nodes[node.id].verdict is Verdict.YES:
            if (node.text or node.choices) and findings.shown[node.id].verdict is Verdict.NO:
                yield mistake("E807", node.span, node=node.id)
            else:
                yield from _closed(node, findings)
    for one in findings.stuck:
        if not one.idle:
            walk = told(one.witness, shortest=findings.exact)
            yield mistake("E804", story.nodes[one.node].span, node=one.node, walk=walk)
    for one in findings.idle:
        walk = told(one.witness, shortest=False)
        yield mistake("E806", story.nodes[one.node].span, node=one.node, walk=walk)


def _closed(node: Node, findings: Findings) -> Iterator[Diagnostic]:
    if node.ending is not None or node.chances:
        return
    for choice in node.choices:
        path = f"{node.id}/{choice.key}"
        if findings.choices[path].verdict is Verdict.NO:
            yield mistake("E802", choice.span, path=path)
    for song in node.songs:
        for way in song.ways:
            if findings.ways[f"{node.id}/{song.song} {way.way}"].verdict is Verdict.NO:
                yield mistake("E803", way.span, song=song.song, way=_said(way.way), node=node.id)


def _oddities(story: Story, findings: Findings, counted: Contents) -> Iterator[Diagnostic]:
    yield from _idle_guards(story, findings)
    yield from _idle_prose(story, findings, counted)
    for fact, bound in findings.bounds.items():
        if bound.verdict is Verdict.YES:
            yield mistake("N823", story.cells[story.cell_index[fact]].span, fact=fact)
    yield from _idle_redirects(story, findings)
    yield from _idle_facts(story, counted)
    written = {node.ending for node in story.nodes.values() if node.ending}
    for ending in story.endings.values():
        if ending.id not in written:
            yield mistake("N814", None, ending=ending.id)
    for song in story.songs.values():
        learned = findings.songs[song.id]["learned"]
        if song.knows not in counted.changed and learned is not None and learned.verdict is Verdict.NO:
            yield mistake("N815", None, song=song.id)


def _idle_guards(story: Story, findings: Findings) -> Iterator[Diagnostic]:
    for node in story.nodes.values():
        for choice in node.choices:
            path = f"{node.id}/{choice.key}"
            closing = findings.closed.get(path)
            if closing and closing.verdict is Verdict.NO and findings.choices[path].verdict is Verdict.YES:
                yield mistake("W811", choice.span, path=path)


def _idle_prose(story: Story, findings: Findings, counted: Contents) -> Iterator[Diagnostic]:
    for prose, finding in findings.prose.items():
        if any("(" not in story.cells[cell].name and cell not in counted.changed for cell in prose.cells):
            continue  # a fact that nothing changes is told of by itself
        if finding.verdict is Verdict.NO and findings.shown[prose.node].verdict is Verdict.YES:
            node = story.nodes[prose.node]
            span = next((one.span for one in node.choices if one.key == prose.place), node.span)
            yield mistake("W821", span, words=prose.words, node=node.id)


def _idle_redirects(story: Story, findings: Findings) -> Iterator[Diagnostic]:
    for node, number in sorted(findings.never_followed):
        if findings.nodes[node].verdict is Verdict.YES:
            redirect = story.nodes[node].redirects[number]
            yield mistake("W816", redirect.span, node=node, target=redirect.target)


def _idle_facts(story: Story, counted: Contents) -> Iterator[Diagnostic]:
    for number, cell in enumerate(story.cells):
        if "(" in cell.name:  # what the format builds in is no declaration of the author's
            continue
        if number not in counted.read:
            yield mistake("W812", cell.span, fact=cell.name)
        elif number not in counted.changed:
            yield mistake("W813", cell.span, fact=cell.name)


def _said(way: Way) -> str:
    return {Way.COMMAND: "a command", Way.INVITE: "an invitation", Way.SHARE: "a shared song"}[way]
