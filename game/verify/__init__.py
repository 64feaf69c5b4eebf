"""What is true of a whole story: of every way in which it could be played, not of a sample."""

from game.verify.findings import Finding, Findings, Stuck, Verdict
from game.verify.prove import explore

__all__ = ["Finding", "Findings", "Stuck", "Verdict", "explore"]
