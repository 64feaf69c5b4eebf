"""What the prover found, as findings with places in the author's files.

A choice of a node that cannot be reached is not told again: the node says it all.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics import Diagnostic, Severity, Span
from game.expression.syntax import Constant
from game.model.song import Way
from game.model.story import Node, Story
from game.verify import Findings, Verdict
from game.verify.findings import Witness
from game.workshop.contents import Contents, contents


def diagnostics(story: Story, findings: Findings) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the story, or odd about it, in the order of the files."""
    found = [*_faults(story, findings), *_oddities(story, findings)]
    return tuple(sorted(found, key=lambda one: (one.span or Span("", 0, 0), one.code)))


def told(walk: Witness) -> str:
    """A walk in one sentence."""
    return f"The shortest walk there: {', '.join(walk)}." if walk else "It is so from the beginning."


def _faults(story: Story, findings: Findings) -> Iterator[Diagnostic]:
    for node in story.nodes.values():
        if findings.nodes[node.id].verdict is Verdict.NO:
            message = f"No player can reach '{node.id}'."
            yield _error("E801", message, node.span, "Lead a choice there that can be open, or take it out.")
        elif findings.nodes[node.id].verdict is Verdict.YES:
            yield from _closed(node, findings)
    for stuck in findings.stuck:
        message = f"From '{stuck.node}' no ending can be reached any more."
        yield _error("E804", message, story.nodes[stuck.node].span, told(stuck.witness))


def _closed(node: Node, findings: Findings) -> Iterator[Diagnostic]:
    if node.ending is not None or node.chances:
        return
    for choice in node.choices:
        path = f"{node.id}/{choice.key}"
        if findings.choices[path].verdict is Verdict.NO:
            message = f"No player can ever take '{path}'."
            yield _error("E802", message, choice.span, "Whenever this node is shown, it is closed.")
    for song in node.songs:
        for way in song.ways:
            if findings.ways[f"{node.id}/{song.song} {way.way}"].verdict is Verdict.NO:
                message = f"No player can ever sing '{song.song}' as {_said(way.way)} at '{node.id}'."
                yield _error("E803", message, way.span, "Whenever this node is shown, this answer is closed.")


def _oddities(story: Story, findings: Findings) -> Iterator[Diagnostic]:
    counted = contents(story)
    yield from _idle_guards(story, findings)
    yield from _idle_redirects(story, findings)
    yield from _idle_facts(story, counted)
    written = {node.ending for node in story.nodes.values() if node.ending}
    for ending in story.endings.values():
        if ending.id not in written:
            yield _note("N814", f"No node ends with '{ending.id}'.")
    for song in story.songs.values():
        learned = findings.songs[song.id]["learned"]
        if song.knows not in counted.changed and learned is not None and learned.verdict is Verdict.NO:
            yield _note("N815", f"Nothing teaches '{song.id}'.")


def _idle_guards(story: Story, findings: Findings) -> Iterator[Diagnostic]:
    for node in story.nodes.values():
        for choice in node.choices:
            if not isinstance(choice.guard, Constant) and f"{node.id}/{choice.key}" in findings.never_closed:
                message = f"The condition of '{node.id}/{choice.key}' always holds when it is asked."
                yield _warning("W811", message, choice.span, "Take it out, or ask for something else.")


def _idle_redirects(story: Story, findings: Findings) -> Iterator[Diagnostic]:
    for node, number in sorted(findings.never_followed):
        if findings.nodes[node].verdict is Verdict.YES:
            redirect = story.nodes[node].redirects[number]
            message = f"Nobody is ever led on from '{node}' to '{redirect.target}'."
            yield _warning("W816", message, redirect.span, "Take it out, or ask for something else.")


def _idle_facts(story: Story, counted: Contents) -> Iterator[Diagnostic]:
    for number, cell in enumerate(story.cells):
        if "(" in cell.name:  # what the format builds in is no declaration of the author's
            continue
        if number not in counted.read:
            yield _warning(
                "W812", f"Nothing asks for '{cell.name}'.", cell.span, "Read it somewhere, or take it out."
            )
        elif number not in counted.changed:
            yield _warning(
                "W813", f"Nothing changes '{cell.name}'.", cell.span, "Set it somewhere, or take it out."
            )


def _said(way: Way) -> str:
    return {Way.COMMAND: "a command", Way.INVITE: "an invitation", Way.SHARE: "a shared song"}[way]


def _error(code: str, message: str, span: Span | None, way_out: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, way_out)


def _warning(code: str, message: str, span: Span | None, way_out: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, span, way_out)


def _note(code: str, message: str) -> Diagnostic:
    return Diagnostic(code, Severity.NOTE, message)
