"""Are the tests of the pure packages any good? Break the code in small ways, and count who notices.

`python -m tests.mutants` makes 200 seeded mutants of the pure packages, one small change each (a comparison
turned, a constant moved, a condition reversed, a statement dropped), runs the tests in a copy of the
project against each, and prints the survivors.
"""

from __future__ import annotations

import argparse
import ast
import concurrent.futures
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PURE = ("diagnostics", "expression", "model", "play", "view", "verify")
PATIENCE = 4
"""How many times as long as the unbroken code the tests may take; what then still runs, runs for ever."""
PROMISED = 0.9
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True)
class Mutant:
    """One small change of one module."""

    path: Path
    line: int
    change: str
    source: str


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Give every small change of one piece of syntax, with a word for it."""
    match node:
        case ast.Compare(ops=[op, *rest]) if type(op) in TURNED:
            turned = copy.deepcopy(node)
            turned.ops = [TURNED[type(op)](), *rest]
            yield f"{type(op).__name__} turned", turned
        case ast.Constant(value=bool() as value):
            yield f"{value} reversed", ast.Constant(value=not value)
        case ast.Constant(value=int() as value):
            yield f"{value} + 1", ast.Constant(value=value + 1)
        case ast.BoolOp(op=op):
            swapped = copy.deepcopy(node)
            swapped.op = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield f"{type(op).__name__} swapped", swapped
        case ast.If() | ast.IfExp() | ast.While():
            reversed_ = copy.deepcopy(node)
            reversed_.test = ast.UnaryOp(op=ast.Not(), operand=node.test)
            yield "condition reversed", reversed_
        case ast.BinOp(op=ast.Add()):
            minus = copy.deepcopy(node)
            minus.op = ast.Sub()
            yield "+ turned", minus
        case ast.Return(value=ast.expr()):
            yield "returns nothing", ast.Return(value=ast.Constant(value=None))


class Swap(ast.NodeTransformer):
    """Puts one piece of syntax in another's place."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        """Take the piece to find, by identity, and what stands there instead."""
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """Swap, or look further down."""
        return ast.copy_location(self.new, node) if node is self.old else self.generic_visit(node)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Give every mutant of one module; annotations and docstrings are left alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = [n for body in ast.walk(tree) if isinstance(body, ast.FunctionDef) for n in body.body]
    seen: set[int] = set()
    for top in inside:
        for node in ast.walk(top):
            if id(node) in seen:
                continue
            seen.add(id(node))
            for change, new in changes(node):
                text = ast.unparse(ast.fix_missing_locations(Swap(node, new).visit(tree)))
                Swap(new, node).visit(tree)
                yield Mutant(path.relative_to(ROOT), getattr(node, "lineno", 0), change, text)


def caught(mutant: Mutant, folder: Path, seconds: float) -> bool:
    """Run the tests of the pure packages against the mutant in a copy of the project; were they stopped?"""
    path = folder / mutant.path
    before = path.read_text(encoding="utf-8")
    path.write_text(mutant.source, encoding="utf-8")
    package = mutant.path.parts[1]
    order = [package, *(name for name in (*PURE, "loading", "mistakes") if name != package)]
    tests = [f"tests/{name}" for name in order if (folder / "tests" / name).exists()]
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter, our own words)
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-n", "0", *tests],
            cwd=folder,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(before, encoding="utf-8")
    return done.returncode != 0


def sample(count: int, seed: int) -> list[Mutant]:
    """Give so many mutants of the pure packages, the same for the same seed."""
    paths = [path for name in PURE for path in sorted((ROOT / "game" / name).rglob("*.py"))]
    everything = [mutant for path in paths for mutant in mutants_of(path)]
    return random.Random(seed).sample(everything, min(count, len(everything)))


def survivors(chosen: list[Mutant], workers: int) -> list[Mutant]:
    """Give the mutants that no test noticed; each worker has a copy of the project of its own."""
    with tempfile.TemporaryDirectory() as top:
        folders = [Path(top) / str(number) for number in range(workers)]
        for folder in folders:
            shutil.copytree(
                ROOT,
                folder,
                ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", ".hypothesis"),
            )

        unchanged = chosen[0].path
        whole = Mutant(unchanged, 0, "nothing", (ROOT / unchanged).read_text(encoding="utf-8"))
        begun = time.monotonic()
        if caught(whole, folders[0], 3600):
            raise SystemExit("The tests do not pass as they are; no mutant can be judged.")
        patience = PATIENCE * (time.monotonic() - begun)

        def share(number: int) -> list[Mutant]:
            left = []
            for mutant in chosen[number::workers]:
                if not caught(mutant, folders[number], patience):
                    left.append(mutant)
                    print(f"survived: {mutant.path}:{mutant.line}: {mutant.change}", flush=True)
                print(".", end="", file=sys.stderr, flush=True)
            return left

        with concurrent.futures.ThreadPoolExecutor(workers) as pool:
            return [mutant for part in pool.map(share, range(workers)) for mutant in part]


def main() -> int:
    """Print the survivors as they are met, and the share that was caught; fail below 90 %."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    chosen = sample(asked.count, asked.seed)
    left = survivors(chosen, asked.workers)
    share = 1 - len(left) / len(chosen)
    print(f"{len(chosen) - len(left)} of {len(chosen)} mutants caught ({share:.0%})")
    return 0 if share >= PROMISED else 1


if __name__ == "__main__":
    sys.exit(main())
