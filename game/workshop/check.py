"""What can be said about a story before anyone plays it: its mistakes, and what is proved of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.diagnostics import Diagnostic, Report, render_report
from game.loading.library import build
from game.loading.sources import read_sources
from game.model.story import Story
from game.verify import Finding, Findings, Verdict, explore
from game.verify.replay import unconfirmed
from game.workshop.contents import WORDS_A_MINUTE, Contents, contents
from game.workshop.missing import missing
from game.workshop.proved import diagnostics
from game.workshop.walks import replay_lines

CLEAN, FAULTS, UNDECIDED = 0, 1, 3
MOST_STEPS = 2_000_000
"""A story whose walks have more steps in all does not have them spelled out."""
_VERDICTS = {Verdict.YES: "clean", Verdict.NO: "faults", Verdict.UNKNOWN: "unknown"}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    story: Story | None
    """None where its mistakes keep it from being played."""
    report: Report
    """All mistakes, faults and oddities."""
    findings: Findings | None
    contents: Contents | None
    seconds: float

    @property
    def verdict(self) -> Verdict:
        """YES if nothing is wrong, NO if something is, UNKNOWN if it could not be found out."""
        if self.findings is None or self.report.errors:
            return Verdict.NO
        return self.findings.verdict

    def status(self, *, strict: bool = False) -> int:
        """The exit status: 0 clean, 1 faults, 3 undecided; `strict` lets warnings and notes count."""
        if self.verdict is Verdict.NO or (strict and self.report.diagnostics):
            return FAULTS
        return CLEAN if self.verdict is Verdict.YES else UNDECIDED

    def json(self) -> dict[str, Any]:
        """Everything, as one object."""
        told: dict[str, Any] = {
            "nodes": {},
            "choices": {},
            "endings": {},
            "songs": {},
            "stuck": [],
            "idle": [],
            "states": 0,
        }
        return {
            "verdict": _VERDICTS[self.verdict],
            **(told if self.findings is None else _all_told(self.findings)),
            "diagnostics": [_diagnostic(one) for one in self.report.diagnostics],
            "words": self.contents.words if self.contents else 0,
            "seconds": round(self.seconds, 3),
        }

    def text(self, *, colour: bool = False) -> str:
        """The same for people: what was found, and what the story is."""
        parts = [render_report(self.report, colour=colour)] if self.report.diagnostics else []
        if self.story is None or self.findings is None or self.contents is None:
            return "\n\n".join([*parts, "The story has mistakes; nothing else was checked."])
        story, findings = self.story, self.findings
        counted = (
            _many(len(story.nodes), "node"),
            _many(sum(len(node.choices) for node in story.nodes.values()), "choice"),
            _many(len(story.endings), "ending"),
            _many(len(story.songs), "song"),
            _many(self.contents.words, "word"),
        )
        reading = _many(self.contents.minutes, "minute")
        summary = [f"{story.title}: {', '.join(counted)} (about {reading} to read them all)."]
        summary += [_shortest(story, name, one) for name, one in findings.endings.items() if one.witness]
        summary.append(
            f"{self._conclusion(findings)} ({_many(findings.states, 'state')}, {self.seconds:.1f} s)"
        )
        return "\n\n".join([*parts, "\n".join(summary)])

    def _conclusion(self, findings: Findings) -> str:
        if self.verdict is Verdict.YES:
            return "Proved: every node can be reached and every choice taken, and nobody can get stuck."
        faults = f"Proved: {_many(len(self.report.errors), 'fault')}; each stands above."
        if findings.complete:
            return faults
        open_nodes = sum(one.verdict is Verdict.UNKNOWN for one in findings.nodes.values())
        open_choices = sum(one.verdict is Verdict.UNKNOWN for one in findings.choices.values())
        sure = {
            Verdict.YES: "nobody can get stuck",
            Verdict.NO: "somebody can get stuck",
            Verdict.UNKNOWN: "it is not sure if anybody gets stuck",
        }
        undecided = (
            f"Undecided: {_many(open_nodes, 'node')} and {_many(open_choices, 'choice')} were neither met "
            f"nor proved to be out of reach, and {sure[findings.safe]}. A larger budget may decide it."
        )
        return f"{faults} {undecided}" if self.verdict is Verdict.NO else undecided


def run_check(
    folder: Path,
    budget: float,
    clock: Callable[[], float],
    progress: Callable[[str], object] = lambda _words: None,
    *,
    assets: Path | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Checked:
    """Check the story in a folder, in about so many seconds of the clock that is given.

    `progress` is told in a few words what is being done, and at last nothing. What the story asks for is
    looked up in the folder `assets`, if one is given. If `stop` says so, what is known by then is told.
    """
    begun = clock()
    progress("Reading the story")
    mistakes: list[Diagnostic] = []
    sources = read_sources(folder, mistakes)
    story, report = build(sources, mistakes)
    if story is None:
        progress("")
        return Checked(None, report, None, None, clock() - begun)
    findings = explore(story, begun + budget - clock(), clock, tell=progress, stop=stop)
    progress("Playing every walk that was found")
    for walk in unconfirmed(story, findings):
        raise AssertionError(f"The prover found a walk that cannot be played: {', '.join(walk)}")
    progress("")
    lines = {source.path: source.lines for source in sources}
    absent = missing(story, assets) if assets else ()
    counted = contents(story)
    found = Report((*report.diagnostics, *diagnostics(story, findings, counted), *absent), lines)
    return Checked(story, found, findings, counted, clock() - begun)


def _all_told(findings: Findings) -> dict[str, Any]:
    found = (*findings.nodes.values(), *findings.choices.values())
    spelled = sum(len(one.witness) for one in found) <= MOST_STEPS
    nodes = {name: _told("reachable", one, spelled=spelled) for name, one in findings.nodes.items()}
    for name in findings.by_chance:
        nodes[name]["by_chance"] = True
    return {
        "nodes": nodes,
        "choices": {
            name: _told("selectable", one, spelled=spelled) for name, one in findings.choices.items()
        },
        "endings": {name: _told("reachable", one, spelled=True) for name, one in findings.endings.items()},
        "songs": {name: _song_told(song) for name, song in findings.songs.items()},
        "stuck": [{"node": one.node, "witness": list(one.witness)} for one in findings.stuck],
        "idle": [{"node": one.node, "witness": list(one.witness)} for one in findings.idle],
        "safe": findings.safe,
        "shortest": findings.exact,
        "states": findings.states,
    }


def _song_told(song: Mapping[str, Finding | None]) -> dict[str, Any]:
    verdicts = {about: one.verdict if one else None for about, one in song.items()}
    return {**verdicts, "witnesses": {about: list(one.witness) for about, one in song.items() if one}}


def _told(about: str, finding: Finding, *, spelled: bool) -> dict[str, Any]:
    told: dict[str, Any] = {about: finding.verdict, "witness": list(finding.witness) if spelled else None}
    if finding.verdict is Verdict.YES:
        told |= {"steps": len(finding.witness), "least": finding.least}
    return told


def _diagnostic(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": one.severity,
        "file": one.span.file if one.span else None,
        "line": one.span.line if one.span else None,
        "column": one.span.column if one.span else None,
        "message": one.message,
        "help": one.help,
    }


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _shortest(story: Story, ending: str, finding: Finding) -> str:
    """How short a walk to an ending is, to take and to read."""
    words = replay_lines(story, [f"> {step}" for step in finding.witness], ending).words
    minutes = _many(round(words / WORDS_A_MINUTE), "minute")
    steps = _many(len(finding.witness), "step")
    known = "at least" if finding.least == len(finding.witness) else f"at least {finding.least:,}; here are"
    return f"  {story.endings[ending].title}: {known} {steps}, {_many(words, 'word')}, {minutes}."
