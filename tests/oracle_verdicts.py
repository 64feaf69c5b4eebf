"""Whether what was proved of a story is what the oracle finds by playing every moment of it."""

from __future__ import annotations

from collections.abc import Mapping

from game.verify import Finding, Findings, Stuck, Verdict
from tests.oracle import Moment, Tale, Truth

Lengths = dict[str, int | None]
SLOTS = {"learned": "knows", "rests": "rests", "leaf": "leaf"}


def everything_written(tale: Tale, truth: Truth) -> dict[str, Lengths]:
    """What findings speak of, each with the length of a shortest walk; None where there is none."""
    nodes = tale.story.nodes.values()
    ways = [(node.id, way.song, way.way) for node in nodes for way in node.ways]
    return {
        "nodes": {node.id: truth.nodes.get(node.id) for node in nodes},
        "choices": {
            name: truth.choices.get(name)
            for node in nodes
            for name in (f"{node.id}/{choice.key}" for choice in node.choices)
        },
        "ways": {name: truth.ways.get(name) for name in (f"{node}/{song} {way}" for node, song, way in ways)},
        "endings": {ending: truth.endings.get(ending) for ending in tale.story.endings},
        "songs": {f"{song} {about}": _song(truth, song, about) for song, about in _about(tale)},
    }


def _about(tale: Tale) -> list[tuple[str, str]]:
    """What there is to find out of every song; a leaf only where anything speaks of it."""
    about = []
    for song, keys in tale.story.songs.items():
        small = keys.get("small") == "yes"
        ways = ("share",) if small else ("command", "invite")
        about += [(song, one) for one in ("learned", *ways)]
        about += [] if small or "|" not in keys["motif"] else [(song, "rests")]
        about += [(song, "leaf")] if tale.slots.at[f"leaf({song})"] in tale.slots.spoken else []
    return about


def _song(truth: Truth, song: str, about: str) -> int | None:
    return truth.learned.get(f"{SLOTS[about]}({song})") if about in SLOTS else truth.sung.get((song, about))


def proved(findings: Findings) -> dict[str, Mapping[str, Finding]]:
    """The same, as findings have it."""
    songs = {
        f"{song} {about}": finding
        for song, one in findings.songs.items()
        for about, finding in one.items()
        if finding is not None
    }
    return {
        "nodes": findings.nodes,
        "choices": findings.choices,
        "ways": findings.ways,
        "endings": findings.endings,
        "songs": songs,
    }


def assert_proved_alike(tale: Tale, truth: Truth, findings: Findings) -> int:
    """Every verdict is the oracle's, with a shortest walk; how many were compared."""
    compared = 0
    for kind, expected in everything_written(tale, truth).items():
        told = {name: _length(one) for name, one in proved(findings)[kind].items()}
        assert told.keys() == expected.keys(), kind
        different = {name for name in told if told[name] != expected[name]}
        assert not different - _undecided(truth, kind), (kind, different)
        compared += len(told)
    # Whether what is not there counts as closed is the prover's choice.
    always = truth.open - truth.closed
    assert always - truth.spent - truth.nowhere <= findings.never_closed <= always
    assert findings.never_followed == _redirects(tale) - truth.followed
    compared += assert_sound(tale, truth, findings, decided=True)
    assert findings.safe is (Verdict.NO if truth.stuck else Verdict.YES)
    assert {one.node for one in findings.idle} == {now.node for now in truth.dead_ends}
    assert_same_stuck(tale, truth, findings.stuck)
    return compared


def assert_sound(tale: Tale, truth: Truth, findings: Findings, *, decided: bool = False) -> int:
    """What else was found out is so, as far as it was; how much was compared.

    If `decided`, nothing may be left open, but for prose and bounds.
    """
    nodes = tale.story.nodes.values()
    draws = {node.id for node in nodes if node.chances}
    answering = {node.id for node in nodes if any(not way.target for way in node.ways)}
    asked: list[tuple[Finding, bool]] = []
    # A node of chance shows no page; whether it counts as shown is left open.
    asked += [(one, node in truth.shown) for node, one in findings.shown.items() if node not in draws]
    asked += [(one, name in truth.closed) for name, one in findings.closed.items()]
    asked += [(one, name in truth.spent) for name, one in findings.spent.items()]
    asked += [(one, name in truth.followed) for name, one in findings.redirects.items()]
    if decided:
        assert all(one.verdict is not Verdict.UNKNOWN for one, _ in asked)
    # What an answer in place makes true, the page above it does not tell; whether that counts is left open.
    asked += [
        (one, f"{piece.node} {piece.number}" in truth.branches)
        for piece, one in findings.prose.items()
        if piece.place == "text" and piece.node not in answering
    ]
    # A bound that seems to be hit is only a hint; that none is hit is sure.
    asked += [
        (one, fact in truth.bounded) for fact, one in findings.bounds.items() if one.verdict is Verdict.NO
    ]
    asked.append((Finding(findings.safe), not truth.stuck))
    for one, happens in asked:
        assert one.verdict in (Verdict.UNKNOWN, Verdict.YES if happens else Verdict.NO)
        end_of(tale, one.witness)
    return len(asked)


def _undecided(truth: Truth, kind: str) -> set[str]:
    """Where nobody has said what is meant: whether a song was learned that the same turn made forgotten."""
    return {f"{song} learned" for song in _fleeting(truth)} if kind == "songs" else set()


def _fleeting(truth: Truth) -> set[str]:
    return {name[len("knows(") : -1] for name in truth.fleeting if name.startswith("knows(")}


def _length(finding: Finding) -> int | None:
    assert finding.verdict is not Verdict.UNKNOWN
    return len(finding.witness) if finding.verdict is Verdict.YES else None


def _redirects(tale: Tale) -> set[tuple[str, int]]:
    nodes = tale.story.nodes.values()
    return {(node.id, number) for node in nodes for number in range(len(node.redirects))}


def assert_same_stuck(tale: Tale, truth: Truth, stuck: tuple[Stuck, ...]) -> None:
    """If anything is lost, it is told, no node twice; the first loss with a shortest walk to it.

    Every walk's last action is the one that loses it. Which further losses are told is the prover's choice.
    """
    lost = {one.node: len(one.witness) for one in stuck}
    assert len(lost) == len(stuck)
    assert min(lost.values(), default=0) == min(truth.edge.values(), default=0)
    assert bool(lost) == bool(truth.stuck)
    assert all(truth.edge.get(node, length + 1) <= length for node, length in lost.items())
    for one in stuck:
        assert end_of(tale, one.witness) in truth.stuck
        assert one.last == (one.witness[-1] if one.witness else "")
        assert not one.witness or end_of(tale, one.witness[:-1]) not in truth.stuck


def assert_witnessed(tale: Tale, truth: Truth, findings: Findings) -> int:
    """No yes without a walk that does so, no no where there is one; how many walks were replayed."""
    walks = 0
    for kind, expected in everything_written(tale, truth).items():
        for name, finding in proved(findings)[kind].items():
            if finding.verdict is Verdict.NO:
                assert expected.get(name) is None, name
            elif finding.verdict is Verdict.YES:
                walks += 1
                assert _does(tale, finding.witness, kind, name), (name, finding.witness)
    for one in findings.stuck:
        assert end_of(tale, one.witness) in truth.stuck
    return walks


def _does(tale: Tale, walk: tuple[str, ...], kind: str, name: str) -> bool:
    """Whether a walk can be played and does the thing, at the latest with its last action."""
    now, happened = tale.begin()
    was = now
    for action in walk:
        acted = tale.act(now, action)
        if acted is None:
            return False
        was, (now, happened) = now, acted
    last = walk[-1] if walk else ""
    match kind:
        case "nodes":
            return name in happened.entered
        case "choices":
            return last == name
        case "ways":
            return f"{was.node}/{last.removeprefix('sing ')}" == name
        case "endings":
            return now.ending == name
    song, about = name.split()
    return f"{SLOTS[about]}({song})" in happened.learned if about in SLOTS else last == f"sing {song} {about}"


def end_of(tale: Tale, walk: tuple[str, ...]) -> Moment:
    """Where a walk ends; it must be one that can be played."""
    now, _ = tale.begin()
    for action in walk:
        acted = tale.act(now, action)
        assert acted is not None, walk
        now, _ = acted
    return now
