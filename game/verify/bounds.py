"""Which facts are added to though they are at their bound already, so that nothing more comes of it."""

from __future__ import annotations

from game.verify.arcs import Arc
from game.verify.decide import Decision
from game.verify.findings import Finding, Trail, Verdict


def bounds_of(decision: Decision) -> dict[str, Finding]:
    """For every declared number that is added to, whether that was met; where it matters afterwards."""
    machine = decision.graph.machine
    cells = machine.story.cells
    found: dict[str, Finding] = {}
    for arcs in decision.graph.onward:
        for arc in arcs:
            for field, table in arc.changes:
                cell = decision.graph.layout.owner(field, arc.to)
                if cell >= len(cells) or "(" in cells[cell].name:
                    continue
                one = found.get(cells[cell].name)
                if one is None or one.verdict is not Verdict.YES:
                    found[cells[cell].name] = _hit(decision, arc, table)
    return found


def _hit(decision: Decision, arc: Arc, table: dict[int, int]) -> Finding:
    """Whether an arc was met that leaves its fact at the bound where it was."""
    full = sum(old for old, new in table.items() if old == new)
    wandering = decision.wandering
    for number in wandering.at[arc.source]:
        state = wandering.states[number]
        if state & full and arc.open(state):
            return Finding(Verdict.YES, Trail(wandering, number))
    return Finding(Verdict.UNKNOWN)
