"""The people in the picture: who is there, where they stand, who speaks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.desktop.cast import BAKED_HEIGHT, Figure
from game.desktop.library import Library
from game.view.stage import OTHER, Side
from game.view.stage import Figure as Standing

SHADE: Final = 0.45
"""How lit those are who listen."""
TOGETHER: Final = 0.82
"""How large people are drawn, against one alone, where there are several."""
APART: Final = 0.2
"""How far from the edge of the free part the outermost of several stand, as a share of its width."""


@dataclass(slots=True)
class _Member:
    standing: Standing
    figure: Figure | None = None
    leaving: bool = False
    at_once: bool = False


class Company:
    """Everybody on the stage."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._members: list[_Member] = []
        self._speaker: str | None = None

    def gather(self, people: Sequence[Standing], *, at_once: bool = False) -> None:
        """Let these people be there: others leave, new ones enter, those who stay change their look."""
        wanted = {standing.person: standing for standing in people}
        for member in self._members:
            if (
                member.standing.person not in wanted
                or member.standing.side != wanted[member.standing.person].side
            ):
                member.leaving = True
                if member.figure:
                    member.figure.leave()
        if at_once:
            self._members = [member for member in self._members if not member.leaving]
        here = {member.standing.person for member in self._members if not member.leaving}
        for standing in people:
            if standing.person in here:
                member = next(
                    m for m in self._members if m.standing.person == standing.person and not m.leaving
                )
                member.standing = standing
                self._dress(member)
            else:
                self._members.append(_Member(standing, at_once=at_once))
        if at_once:
            for member in self._members:
                self._arrive(member, wait=True)

    def expect(self, people: Sequence[Standing]) -> None:
        """Load those who will be there."""
        for standing in people:
            self._library.person((standing.person, OTHER[standing.side]))

    @property
    def waiting(self) -> bool:
        """Whether the picture of somebody who belongs here is not there yet."""
        return any(
            not self._library.person((member.standing.person, OTHER[member.standing.side])).done()
            for member in self._members
            if member.figure is None and not member.leaving
        )

    def speak(self, person: str | None, *, mouth: bool) -> None:
        """Light the one who speaks and shade the others, or light all; `mouth` if words are coming."""
        present = {member.standing.person for member in self._members}
        self._speaker = person or self._speaker
        for member in self._members:
            if member.figure:
                mine = member.standing.person == person
                member.figure.speaking = mine and mouth
                member.figure.lit = 1.0 if mine or person not in present else SHADE

    def listen(self, people: Collection[str]) -> None:
        """Let these wear the ring of those who would answer a song, and nobody else."""
        for member in self._members:
            if member.figure:
                member.figure.listening = member.standing.person in people

    def sing(self, person: str, singing: bool) -> None:  # noqa: FBT001 (as the figure has it)
        """Let somebody sing, or stop."""
        for member in self._members:
            if member.figure and member.standing.person == person:
                member.figure.singing = singing

    def bead(self, person: str, index: int) -> None:
        """Light a bead of somebody's halo."""
        for member in self._members:
            if member.figure and member.standing.person == person:
                member.figure.bead(index)

    def update(self, seconds: float, beat: float, *, still: bool) -> None:
        """Let time pass."""
        busy = False
        for member in self._members:
            if member.figure is None:
                self._arrive(member, wait=False)
            else:
                # No two are composed in the same frame, so that none takes much longer than the rest.
                busy = member.figure.update(seconds, beat, still, patient=busy) or busy
        self._members = [m for m in self._members if not (m.leaving and (m.figure is None or m.figure.gone))]

    def draw(self, canvas: pygame.Surface, free: pygame.Rect, ground: int, *, heads_only: bool) -> None:
        """Draw everybody within the free part of the canvas; in a band only their heads and shoulders."""
        present = sum(not member.leaving for member in self._members)
        alone = present < 2  # noqa: PLR2004 (a pair)
        height = round(
            min(BAKED_HEIGHT, free.width) if alone else min(BAKED_HEIGHT * TOGETHER, free.width * 0.66)
        )
        if heads_only:
            height = round(max(240, free.height * 1.7))
            ground = free.top + height + round(free.height * 0.04)
        # Whoever speaks is drawn last, in front of the others.
        for member, x in sorted(
            self._places(free, present), key=lambda placed: placed[0].standing.person == self._speaker
        ):
            if member.figure:
                member.figure.draw(canvas, x, ground, height)

    def _places(self, free: pygame.Rect, present: int) -> list[tuple[_Member, int]]:
        """Everyone with the x of their base: at both sides, several on a side behind one another."""
        placed: list[tuple[_Member, int]] = []
        edge = 0.36 if present == 1 else APART
        for side in ("left", "right"):
            members = [member for member in self._members if member.standing.side == side]
            for index, member in enumerate(members):
                share = edge + 0.2 * index
                x = free.left + free.width * (share if side == "left" else 1 - share)
                placed.append((member, round(x)))
        return placed[::-1]

    def _arrive(self, member: _Member, *, wait: bool) -> None:
        side: Side = member.standing.side
        promise = self._library.person((member.standing.person, OTHER[side]))
        if not wait and not promise.done():
            return
        member.figure = promise.result()
        if member.figure:
            if not member.at_once and not member.leaving:
                member.figure.enter(side)
            self._dress(member)
            if wait:
                member.figure.update(1.0, 0.0, still=True)

    @staticmethod
    def _dress(member: _Member) -> None:
        """Show the pose and the expression that the author's words ask for."""
        if member.figure:
            words, poses = member.standing.look, member.figure.poses
            pose = next((word for word in words if word in poses), "stand")
            expression = next((word for word in words if word not in poses), "calm")
            member.figure.show(pose, expression)
